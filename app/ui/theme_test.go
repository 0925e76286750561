package ui_test

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"concord/app/ui"
)

// contrast is the ratio of WCAG 2 between two colours.
func contrast(a, b color.Color) float64 {
	luminance := func(c color.Color) float64 {
		n := color.NRGBAModel.Convert(c).(color.NRGBA)
		linear := func(v uint8) float64 {
			s := float64(v) / 255
			if s <= 0.03928 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestThemeDefinesEveryColorThatFyneAsksFor(t *testing.T) {
	for _, mode := range []ui.Mode{ui.ModeLight, ui.ModeDark} {
		test.AssertAllColorNamesDefined(t, &ui.Theme{Mode: mode}, "concord")
	}
}

func TestWordsCanBeReadOnEveryGround(t *testing.T) {
	grounds := []fyne.ThemeColorName{ui.ColorPaper, ui.ColorSurface, ui.ColorRail, ui.ColorAccentTint}
	words := map[fyne.ThemeColorName]float64{ui.ColorText: 7, ui.ColorMuted: 4.5, ui.ColorAccent: 4.5, ui.ColorGood: 4.5, ui.ColorLook: 4.5, ui.ColorBad: 4.5}
	for _, v := range []fyne.ThemeVariant{theme.VariantLight, theme.VariantDark} {
		for _, ground := range grounds {
			for word, least := range words {
				th := &ui.Theme{}
				if got := contrast(th.Color(word, v), th.Color(ground, v)); got < least {
					t.Errorf("variant %d: %s on %s has contrast %.1f, want %.1f", v, word, ground, got, least)
				}
			}
		}
	}
}

func TestThemeModeOverridesTheSystemsVariant(t *testing.T) {
	dark := (&ui.Theme{Mode: ui.ModeDark}).Color(ui.ColorPaper, theme.VariantLight)
	if want := (&ui.Theme{}).Color(ui.ColorPaper, theme.VariantDark); dark != want {
		t.Errorf("dark theme on a light system has paper %v, want %v", dark, want)
	}
}

func TestThemeScaleGrowsTextAndNotCorners(t *testing.T) {
	large := &ui.Theme{Scale: 1.5}
	if got := large.Size(ui.SizeReading); got != 24 {
		t.Errorf("reading text at 1.5 is %v, want 24", got)
	}
	if got := large.Size(theme.SizeNameInputRadius); got != 8 {
		t.Errorf("a field's corner at 1.5 is %v, want 8", got)
	}
}

func TestCodeColorsDifferAndStandOutInBothVariants(t *testing.T) {
	for _, dark := range []bool{false, true} {
		ground := (&ui.Theme{Mode: map[bool]ui.Mode{false: ui.ModeLight, true: ui.ModeDark}[dark]}).Color(ui.ColorPaper, 0)
		seen := map[color.Color]int{}
		for i := range ui.CodeColors {
			c := ui.CodeColor(i, dark)
			if first, ok := seen[c]; ok {
				t.Errorf("dark=%v: colours %d and %d are the same", dark, first, i)
			}
			seen[c] = i
			if got := contrast(c, ground); got < 1.7 {
				t.Errorf("dark=%v: colour %d has contrast %.2f to the paper", dark, i, got)
			}
		}
	}
}

func TestStoredCodeColorTurnsIntoItsDarkCounterpart(t *testing.T) {
	for i := range ui.CodeColors {
		if got, want := ui.CodeColorHex(ui.CodeHex(i), true), ui.CodeColor(i, true); got != want {
			t.Errorf("colour %d stored as %s is %v in the dark, want %v", i, ui.CodeHex(i), got, want)
		}
	}
	if got := ui.CodeColorHex("no colour", false); got == nil {
		t.Error("what is no colour has no grey")
	}
}

func TestFiguresAreAllOfOneWidth(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&ui.Theme{})
	for _, bold := range []bool{false, true} {
		want := fyne.MeasureText("0", 14, fyne.TextStyle{Bold: bold}).Width
		for _, figure := range "123456789" {
			if got := fyne.MeasureText(string(figure), 14, fyne.TextStyle{Bold: bold}).Width; got != want {
				t.Errorf("bold=%v: %c is %v wide, 0 is %v", bold, figure, got, want)
			}
		}
	}
}
