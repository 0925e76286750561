package coding

import (
	"slices"
	"strconv"
)

// CodePart names what of a code's entry can change.
type CodePart string

// The parts of an entry that a coder goes by.
const (
	PartName       CodePart = "name"
	PartPlace      CodePart = "place"
	PartDefinition CodePart = "definition"
	PartInclude    CodePart = "include"
	PartExclude    CodePart = "exclude"
	PartExamples   CodePart = "examples"
	PartRetired    CodePart = "retired"
)

// CodeDifference is how one code differs between two states of the book.
type CodeDifference struct {
	// Code is as it stands in the later one, or as it was where it is gone; Path
	// is where.
	Code           Code
	Path           string
	Added, Removed bool
	// Parts are what changed of a code that is in both.
	Parts []PartChange
}

// PartChange is how one part of an entry changed. A place is the path of the
// code above; of examples it is how many, of retired true or false.
type PartChange struct {
	Part CodePart `json:"part"`
	Was  string   `json:"was"`
	Now  string   `json:"now"`
}

// CodeDifferences are the codes that differ between two states of the book, in
// the order of the later one; those that are gone come last. Colours, digits and
// the order among neighbours change nothing that a coder goes by.
func CodeDifferences(was, now []Code) []CodeDifference {
	before, after := NewCodebook(was), NewCodebook(now)
	var found []CodeDifference
	for _, c := range after.Codes() {
		old, there := before.Code(c.ID)
		if !there {
			found = append(found, CodeDifference{Code: c, Path: after.Path(c.ID), Added: true})
			continue
		}
		if parts := partsChanged(before, after, old, c); len(parts) > 0 {
			found = append(found, CodeDifference{Code: c, Path: after.Path(c.ID), Parts: parts})
		}
	}
	for _, c := range before.Codes() {
		if _, there := after.Code(c.ID); !there {
			found = append(found, CodeDifference{Code: c, Path: before.Path(c.ID), Removed: true})
		}
	}
	return found
}

func partsChanged(before, after *Codebook, was, now Code) []PartChange {
	var parts []PartChange
	add := func(part CodePart, before, after string) {
		if before != after {
			parts = append(parts, PartChange{part, before, after})
		}
	}
	add(PartName, was.Name, now.Name)
	if was.Parent != now.Parent {
		parts = append(parts, PartChange{PartPlace, before.Path(was.Parent), after.Path(now.Parent)})
	}
	add(PartDefinition, was.Definition, now.Definition)
	add(PartInclude, was.Include, now.Include)
	add(PartExclude, was.Exclude, now.Exclude)
	if !slices.Equal(was.Examples, now.Examples) {
		parts = append(parts, PartChange{PartExamples, strconv.Itoa(len(was.Examples)), strconv.Itoa(len(now.Examples))})
	}
	add(PartRetired, strconv.FormatBool(was.Retired), strconv.FormatBool(now.Retired))
	return parts
}
