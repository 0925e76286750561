package ui

import "fyne.io/fyne/v2"

// Tone is what a small label says besides its words.
type Tone int

// The tones: a plain label, a choice, something reached, something to look
// at, something wrong.
const (
	ToneNeutral Tone = iota
	ToneAccent
	ToneGood
	ToneLook
	ToneBad
)

// ink is the colour of words in the tone.
func (t Tone) ink() fyne.ThemeColorName {
	switch t {
	case ToneAccent:
		return ColorAccent
	case ToneGood:
		return ColorGood
	case ToneLook:
		return ColorLook
	case ToneBad:
		return ColorBad
	}
	return ColorMuted
}

// ground is the colour under words in the tone.
func (t Tone) ground() fyne.ThemeColorName {
	switch t {
	case ToneAccent:
		return ColorAccentTint
	case ToneGood:
		return ColorGoodTint
	case ToneLook, ToneBad:
		return ColorLookTint
	}
	return ColorRail
}
