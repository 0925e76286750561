package app

import (
	"fyne.io/fyne/v2"

	"concord/app/ui"
)

// What tests of the models reach through this door.
var (
	Matching     = matching
	PresentRound = presentRound
	WithEnding   = withEnding
	FileName     = fileName
	KeyWords     = keyWords
)

// PlaceNames are the names that listPlaces lists.
func PlaceNames(typed string, endings ...string) []string {
	var names []string
	for _, p := range listPlaces(typed, endings) {
		names = append(names, p.Name)
	}
	return names
}

// Words are an error as people read it.
func Words(err error) (what, remedy string) {
	t := worded(err, "do it", nil)
	if t == nil {
		return "", ""
	}
	return t.What, t.Remedy
}

// StartsAnew is the whole path in what was typed.
func StartsAnew(typed, home string) (string, bool) { return startsAnew(typed, home) }

// Fitting is how many pieces of these widths stand in the status strip beside
// what needs the rest of the room.
func Fitting(room float32, widths ...float32) int {
	var pieces []fyne.CanvasObject
	for _, width := range widths {
		pieces = append(pieces, ui.NewSpace(width, 1))
	}
	return len(fitting(pieces, room))
}

// Commands are the palette's lines as they would be now.
func Commands(s *Shell) []ui.Command { return s.commands() }
