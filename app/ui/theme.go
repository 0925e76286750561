package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Mode says which variant the theme shows.
type Mode int

// The theme follows the system unless a person chose a variant.
const (
	ModeAuto Mode = iota
	ModeLight
	ModeDark
)

// Theme is Concord's look: warm paper, white surfaces, one accent, hairlines.
// The zero value follows the system at normal text size. A theme is not
// changed after it was given to the app: make another and set that.
type Theme struct {
	Mode Mode
	// Scale multiplies all text sizes and the rows that hold them; 0 means 1.
	Scale float32
}

// Variant is the variant that the theme shows where the system asks for v.
func (t *Theme) Variant(v fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.Mode {
	case ModeLight:
		return theme.VariantLight
	case ModeDark:
		return theme.VariantDark
	}
	return v
}

// Color looks up our tokens and, through them, Fyne's own names.
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	v = t.Variant(v)
	if s, ok := tokenShade(name); ok {
		return s.color(v)
	}
	if s, ok := stockShade(name); ok {
		return s.color(v)
	}
	return theme.DefaultTheme().Color(name, v)
}

// Font is Fyne's own sans, whose figures are all of one width.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	return theme.DefaultTheme().Font(style)
}

// Icon is Fyne's own; the rail's icons are drawn by the rail.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size looks up a type size, scaled, or a measure, not scaled.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if px, ok := typeSize(name); ok {
		if t.Scale > 0 {
			px *= t.Scale
		}
		return px
	}
	if px, ok := measureSize(name); ok {
		return px
	}
	return theme.DefaultTheme().Size(name)
}
