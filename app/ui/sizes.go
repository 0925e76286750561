package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The type sizes, as names that scale with the theme.
const (
	// SizeHeadline is for the one number of a page.
	SizeHeadline fyne.ThemeSizeName = "concord.headline"
	// SizePage is for a page's subject.
	SizePage fyne.ThemeSizeName = "concord.page"
	// SizeReading is for the text that people code.
	SizeReading fyne.ThemeSizeName = "concord.reading"
	// SizeLeading is the distance between lines of SizeReading.
	SizeLeading fyne.ThemeSizeName = "concord.leading"
	// SizeWork is for work: lists, fields, buttons.
	SizeWork fyne.ThemeSizeName = "concord.work"
	// SizeTable is for rows of figures.
	SizeTable fyne.ThemeSizeName = "concord.table"
	// SizeExplain is for what explains, and for headings.
	SizeExplain fyne.ThemeSizeName = "concord.explain"
	// SizeRail is for words under an icon and letters on a key.
	SizeRail fyne.ThemeSizeName = "concord.rail"
)

// Spacing goes in steps of four.
const (
	Space1 float32 = 4
	Space2 float32 = 8
	Space3 float32 = 12
	Space4 float32 = 16
	Space5 float32 = 20
	Space6 float32 = 24
	Space7 float32 = 28

	// PanelInset is the padding inside a panel.
	PanelInset float32 = 14
	// PageInset is the padding around a page.
	PageInset float32 = 28
	// CornerField rounds fields and buttons.
	CornerField float32 = 8
	// CornerCard rounds cards.
	CornerCard float32 = 12
	// RailWidth, TopBarHeight and StatusHeight frame the window.
	RailWidth    float32 = 88
	TopBarHeight float32 = 48
	StatusHeight float32 = 28
)

// typeSize is the unscaled size of a name that grows with the text.
func typeSize(name fyne.ThemeSizeName) (float32, bool) {
	switch name {
	case SizeHeadline:
		return 40, true
	case SizePage, theme.SizeNameHeadingText:
		return 20, true
	case SizeReading, theme.SizeNameSubHeadingText:
		return 16, true
	case SizeLeading:
		return 27, true
	case SizeWork, theme.SizeNameText:
		return 14, true
	case SizeTable:
		return 13, true
	case SizeExplain, theme.SizeNameCaptionText:
		return 12, true
	case SizeRail:
		return 11, true
	case theme.SizeNameInlineIcon:
		return 18, true
	}
	return 0, false
}

// measureSize is a measure of Fyne's own widgets that stays as it is.
func measureSize(name fyne.ThemeSizeName) (float32, bool) {
	switch name {
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNameMenuRadius:
		return CornerField, true
	case theme.SizeNameCardRadius, theme.SizeNameDialogRadius, theme.SizeNamePopupRadius:
		return CornerCard, true
	case theme.SizeNameSelectionRadius, theme.SizeNameScrollBarRadius:
		return 4, true
	case theme.SizeNameScrollBar:
		return 10, true
	case theme.SizeNameScrollBarSmall:
		return 4, true
	}
	return 0, false
}
