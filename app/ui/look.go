package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// look is what a widget looks up while it draws: the theme that holds for it
// and the variant. Where the app has another theme than ours, our own tokens
// still stand, so that a widget never draws with missing colours.
type look struct {
	theme   fyne.Theme
	variant fyne.ThemeVariant
}

// lookOf finds the look that holds for a widget.
func lookOf(w fyne.CanvasObject) look {
	l := look{theme: theme.CurrentForWidget(w), variant: fyne.CurrentApp().Settings().ThemeVariant()}
	if ours, ok := l.theme.(*Theme); ok {
		l.variant = ours.Variant(l.variant)
	}
	return l
}

// dark reports whether light words stand on a dark ground.
func (l look) dark() bool { return l.variant == theme.VariantDark }

// color looks up a colour; our tokens hold in any theme.
func (l look) color(name fyne.ThemeColorName) color.Color {
	if s, ok := tokenShade(name); ok {
		return s.color(l.variant)
	}
	return l.theme.Color(name, l.variant)
}

// size looks up a size; our type sizes hold in any theme.
func (l look) size(name fyne.ThemeSizeName) float32 {
	if _, ours := l.theme.(*Theme); !ours {
		if px, ok := typeSize(name); ok {
			return px
		}
	}
	return l.theme.Size(name)
}

// scale is how much larger than normal the text is.
func (l look) scale() float32 { return l.size(SizeReading) / 16 }

// Dark reports whether w is drawn in the dark variant; consumers need it for
// CodeColor.
func Dark(w fyne.CanvasObject) bool { return lookOf(w).dark() }

// withAlpha is the colour at an opacity from 0 to 1.
func withAlpha(c color.Color, opacity float32) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = uint8(float32(n.A)*opacity + 0.5)
	return n
}
