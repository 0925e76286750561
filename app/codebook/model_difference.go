package codebook

import (
	"concord/coding"
	"concord/coding/compare"
)

// Difference is how one code differs between two states of the book.
type Difference struct {
	// Code is as it stands now, or as it was where it is gone.
	Code           coding.Code
	Added, Removed bool
	// Parts are what changed of a code that is in both.
	Parts []PartDifference
	// After are the decisions on the code that went before its change.
	After []Ground
}

// Ground is how many decisions of one kind were made on a code in one round.
type Ground struct {
	// Round is its name; empty for coding outside rounds.
	Round     string
	Kind      compare.Kind // empty where it can't be said any more
	Decisions int
}

// Part names what of a code's entry can change.
type Part = coding.CodePart

// The parts of an entry.
const (
	PartName       = coding.PartName
	PartPlace      = coding.PartPlace
	PartDefinition = coding.PartDefinition
	PartInclude    = coding.PartInclude
	PartExclude    = coding.PartExclude
	PartExamples   = coding.PartExamples
	PartRetired    = coding.PartRetired
)

// PartDifference is how one part of an entry changed.
type PartDifference struct {
	Part   Part
	Pieces []Piece
	// Count is how many examples there are now, for PartExamples; Yes says that
	// the code is retired now, for PartRetired.
	Count int
	Yes   bool
}

// Differences are the codes that differ between two states of the book, as
// coding.CodeDifferences finds them, with texts compared by words.
func Differences(was, now []coding.Code) []Difference {
	var found []Difference
	for _, d := range coding.CodeDifferences(was, now) {
		shown := Difference{Code: d.Code, Added: d.Added, Removed: d.Removed}
		for _, change := range d.Parts {
			part := PartDifference{Part: change.Part}
			switch change.Part {
			case PartExamples:
				part.Count = len(d.Code.Examples)
			case PartRetired:
				part.Yes = d.Code.Retired
			default:
				part.Pieces = Shorten(Compare(change.Was, change.Now))
			}
			shown.Parts = append(shown.Parts, part)
		}
		found = append(found, shown)
	}
	return found
}
