package codebook

import "concord/coding"

// Difference is how one code differs between two states of the book.
type Difference struct {
	// Code is as it stands now, or as it was where it is gone.
	Code           coding.Code
	Added, Removed bool
	// Parts are what changed of a code that is in both.
	Parts []PartDifference
}

// Part names what of a code's entry can change.
type Part string

// The parts of an entry.
const (
	PartName       Part = "name"
	PartPlace      Part = "place"
	PartDefinition Part = "definition"
	PartInclude    Part = "use when"
	PartExclude    Part = "not when"
	PartExamples   Part = "examples"
	PartRetired    Part = "retired"
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

// Differences are the codes that differ between two states of the book, in the
// order of the later one; those that are gone come last. Colours, digits and
// the order among neighbours change nothing that a coder goes by.
func Differences(was, now []coding.Code) []Difference {
	before, after := coding.NewCodebook(was), coding.NewCodebook(now)
	var found []Difference
	for _, c := range after.Codes() {
		old, there := before.Code(c.ID)
		if !there {
			found = append(found, Difference{Code: c, Added: true})
			continue
		}
		if parts := partsOf(before, after, old, c); len(parts) > 0 {
			found = append(found, Difference{Code: c, Parts: parts})
		}
	}
	for _, c := range before.Codes() {
		if _, there := after.Code(c.ID); !there {
			found = append(found, Difference{Code: c, Removed: true})
		}
	}
	return found
}

func partsOf(before, after *coding.Codebook, was, now coding.Code) []PartDifference {
	var parts []PartDifference
	add := func(part Part, before, after string) {
		if before != after {
			parts = append(parts, PartDifference{Part: part, Pieces: Shorten(Compare(before, after))})
		}
	}
	add(PartName, was.Name, now.Name)
	if was.Parent != now.Parent {
		add(PartPlace, before.Path(was.Parent), after.Path(now.Parent))
	}
	add(PartDefinition, was.Definition, now.Definition)
	add(PartInclude, was.Include, now.Include)
	add(PartExclude, was.Exclude, now.Exclude)
	if !sameExamples(was.Examples, now.Examples) {
		parts = append(parts, PartDifference{Part: PartExamples, Count: len(now.Examples)})
	}
	if was.Retired != now.Retired {
		parts = append(parts, PartDifference{Part: PartRetired, Yes: now.Retired})
	}
	return parts
}

func sameExamples(a, b []coding.Example) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
