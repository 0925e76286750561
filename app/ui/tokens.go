package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The tokens of the theme, as colour names that any Fyne widget can look up.
const (
	// ColorPaper lies behind everything.
	ColorPaper fyne.ThemeColorName = "concord.paper"
	// ColorSurface fills panels, cards and bars.
	ColorSurface fyne.ThemeColorName = "concord.surface"
	// ColorRail fills the rail and quiet fields.
	ColorRail fyne.ThemeColorName = "concord.rail"
	// ColorLine draws hairlines and the borders of fields.
	ColorLine fyne.ThemeColorName = "concord.line"
	// ColorText is for what is read.
	ColorText fyne.ThemeColorName = "concord.text"
	// ColorMuted is for what explains.
	ColorMuted fyne.ThemeColorName = "concord.muted"
	// ColorAccent marks choice, focus and what can be tapped.
	ColorAccent fyne.ThemeColorName = "concord.accent"
	// ColorAccentTint lies under what is chosen in a list.
	ColorAccentTint fyne.ThemeColorName = "concord.accentTint"
	// ColorOnAccent is for words on the accent.
	ColorOnAccent fyne.ThemeColorName = "concord.onAccent"
	// ColorSelection lies under selected text.
	ColorSelection fyne.ThemeColorName = "concord.selection"
	// ColorGood and its tint say that something is reached or done.
	ColorGood fyne.ThemeColorName = "concord.good"
	// ColorGoodTint lies under words in ColorGood.
	ColorGoodTint fyne.ThemeColorName = "concord.goodTint"
	// ColorLook and its tint ask for a look, without alarm.
	ColorLook fyne.ThemeColorName = "concord.look"
	// ColorLookTint lies under words in ColorLook.
	ColorLookTint fyne.ThemeColorName = "concord.lookTint"
	// ColorBad is for what went wrong.
	ColorBad fyne.ThemeColorName = "concord.bad"
	// ColorHover lies over what the pointer is on; it is translucent.
	ColorHover fyne.ThemeColorName = "concord.hover"
)

// shade is one token in both variants, as 0xRRGGBBAA.
type shade struct{ light, dark uint32 }

// color is the shade in a variant.
func (s shade) color(v fyne.ThemeVariant) color.NRGBA {
	return nrgba(s, v == theme.VariantDark)
}

// tokenShade returns the shade of one of our own colour names.
func tokenShade(name fyne.ThemeColorName) (shade, bool) {
	switch name {
	case ColorPaper:
		return shade{0xFBFAF7FF, 0x16181CFF}, true
	case ColorSurface:
		return shade{0xFFFFFFFF, 0x1D2025FF}, true
	case ColorRail:
		return shade{0xF1EFEAFF, 0x121417FF}, true
	case ColorLine:
		return shade{0xE3DFD7FF, 0x2F343BFF}, true
	case ColorText:
		return shade{0x1F2328FF, 0xE8E7E3FF}, true
	case ColorMuted:
		return shade{0x646A72FF, 0x9AA1ABFF}, true
	case ColorAccent:
		return shade{0x28598CFF, 0x8DB8EAFF}, true
	case ColorAccentTint:
		return shade{0xE4EDF6FF, 0x22344AFF}, true
	case ColorOnAccent:
		return shade{0xFFFFFFFF, 0x14202EFF}, true
	case ColorSelection:
		return shade{0xCFE2F7FF, 0x2C4666FF}, true
	case ColorGood:
		return shade{0x23704AFF, 0x6CC79AFF}, true
	case ColorGoodTint:
		return shade{0xE3F2EAFF, 0x1B3328FF}, true
	case ColorLook:
		return shade{0x8A5A00FF, 0xE2B45CFF}, true
	case ColorLookTint:
		return shade{0xFBF1DCFF, 0x3A2E16FF}, true
	case ColorBad:
		return shade{0xA8321FFF, 0xF08A78FF}, true
	case ColorHover:
		return shade{0x1F23280A, 0xE8E7E310}, true
	}
	return shade{}, false
}

// stockShade gives Fyne's own colour names our tokens, so that stock widgets
// are flat, have hairline borders and one accent.
func stockShade(name fyne.ThemeColorName) (shade, bool) {
	switch name {
	case theme.ColorNameBackground:
		return tokenShade(ColorPaper)
	case theme.ColorNameInputBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground, theme.ColorNameHeaderBackground:
		return tokenShade(ColorSurface)
	case theme.ColorNameForeground:
		return tokenShade(ColorText)
	case theme.ColorNamePlaceHolder:
		return tokenShade(ColorMuted)
	case theme.ColorNameInputBorder, theme.ColorNameSeparator, theme.ColorNameInnerWindowBorder, theme.ColorNameInnerWindowBorderInactive:
		return tokenShade(ColorLine)
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return tokenShade(ColorAccent)
	case theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnError, theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning:
		return tokenShade(ColorOnAccent)
	case theme.ColorNameSelection:
		return tokenShade(ColorSelection)
	case theme.ColorNameSuccess:
		return tokenShade(ColorGood)
	case theme.ColorNameWarning:
		return tokenShade(ColorLook)
	case theme.ColorNameError:
		return tokenShade(ColorBad)
	case theme.ColorNameHover:
		return tokenShade(ColorHover)
	case theme.ColorNameButton, theme.ColorNameDisabledButton:
		return shade{0xF1EFEAFF, 0x282C33FF}, true
	case theme.ColorNameDisabled:
		return shade{0xA6A9ADFF, 0x5D646DFF}, true
	case theme.ColorNameFocus:
		return shade{0x28598C33, 0x8DB8EA33}, true
	case theme.ColorNamePressed:
		return shade{0x1F232814, 0xE8E7E31C}, true
	case theme.ColorNameScrollBar:
		return shade{0x646A7266, 0x9AA1AB66}, true
	case theme.ColorNameScrollBarBackground:
		return shade{0x00000000, 0x00000000}, true
	case theme.ColorNameShadow:
		return shade{0x1F23281C, 0x00000066}, true
	}
	return shade{}, false
}
