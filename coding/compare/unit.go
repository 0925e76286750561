package compare

import (
	"fmt"
	"slices"
	"strings"

	"concord/coding"
	"concord/coding/agreement"
)

// Unit is what agreement counts. Its names are those of JSON and of the command line.
type Unit string

// The units. The empty one is the comment.
const (
	// Comment asks of a whole source whether the code occurs anywhere in it.
	Comment Unit = "comment"
	// Sentence asks of each sentence whether the code touches it. Sentences are
	// those of Unicode (UAX #29), without the white space around them.
	Sentence Unit = "sentence"
	// Paragraph asks the same of each paragraph. Every line break ends one, and
	// lines without a word are none: that is what a turn in a transcript and a
	// paragraph of a document become as plain text.
	Paragraph Unit = "paragraph"
	// Character asks of each character whether the code covers it.
	Character Unit = "character"
	// ExcerptMatch matches the excerpts of each two coders one to one, best
	// overlap first, and asks which were found by both.
	ExcerptMatch Unit = "excerpt"
	// Continuum compares places and codes together, without units.
	Continuum Unit = "continuum"
)

// Units lists them in the order in which they are offered.
func Units() []Unit {
	return []Unit{Comment, Sentence, Paragraph, Character, ExcerptMatch, Continuum}
}

// Rated reports whether the unit makes tables of ratings: whether each unit
// either has a code or hasn't. Excerpts and the continuum don't.
func (u Unit) Rated() bool { return u != ExcerptMatch && u != Continuum }

// inTexts reports whether units are found by reading texts.
func (u Unit) inTexts() bool { return u == Sentence || u == Paragraph }

// Measures are the coefficients that there are for the unit.
func (u Unit) Measures() []agreement.Measure {
	switch u {
	case ExcerptMatch:
		return []agreement.Measure{agreement.PercentAgreement, agreement.BrennanPrediger, agreement.Holsti, Precision, Recall, F1}
	case Continuum:
		return agreement.ContinuumMeasures()
	}
	return agreement.Measures()
}

// complete checks the unit, filling in what the empty one means.
func (u Unit) complete() (Unit, error) {
	if u == "" {
		return Comment, nil
	}
	if slices.Contains(Units(), u) {
		return u, nil
	}
	var names []string
	for _, known := range Units() {
		names = append(names, string(known))
	}
	return u, fmt.Errorf("%w: unit %q: it is one of %s", coding.ErrInvalid, u, strings.Join(names, ", "))
}
