package coding

import (
	"slices"
	"time"
)

// Round is one pass of coding: a version of the codebook, the coders and
// sources assigned to it, blind or open, closed at its end.
type Round struct {
	ID   RoundID `json:"id"`
	Name string  `json:"name"`
	// Blind says that until the round is closed no coder sees what another
	// coded in it. The store sees to that.
	Blind bool `json:"blind,omitempty"`
	// Closed rounds take no coding and no done mark.
	Closed bool `json:"closed,omitempty"`
	// Version is the state of the codebook when the round was opened.
	Version VersionID `json:"version,omitempty"`
	Coders  []CoderID `json:"coders"`
	// All says that every source which the project held at the opening is in the round.
	All bool `json:"all,omitempty"`
	// Sources are those assigned to every coder where not all are. They are set
	// when the round is opened and never change; Reader.Rounds leaves them out
	// and Reader.RoundSources lists them, for All as well.
	Sources []SourceID `json:"sources,omitempty"`
	// Sample says how Sources were drawn.
	Sample Sample `json:"sample,omitzero"`
	// Threshold is the agreement wanted, set before the round; 0 where none was.
	Threshold float64   `json:"threshold,omitempty"`
	Opened    time.Time `json:"opened"`
	ClosedAt  time.Time `json:"closedAt,omitzero"`
}

// Sample records how a round's sources were drawn, so that the draw can be
// repeated. Its zero value says that nothing was drawn.
type Sample struct {
	// Size drawn out of Of sources.
	Size int    `json:"size"`
	Of   int    `json:"of"`
	Seed uint64 `json:"seed"`
	// Stratify is the attribute whose values kept their shares in the draw.
	Stratify AttributeID `json:"stratify,omitempty"`
}

// Validate checks that the round has a name and somebody to code it.
func (r Round) Validate() error {
	if err := needName("round", r.Name); err != nil {
		return err
	}
	if len(r.Coders) == 0 {
		return invalid("round %q: no coder is assigned", r.Name)
	}
	seen := map[CoderID]bool{}
	for _, c := range r.Coders {
		if seen[c] {
			return invalid("round %q: a coder is assigned twice", r.Name)
		}
		seen[c] = true
	}
	return nil
}

// Has reports whether the coder is assigned to the round.
func (r Round) Has(coder CoderID) bool {
	return slices.Contains(r.Coders, coder)
}

// HiddenFrom reports whether the round keeps others' work from this person: it
// is blind and open, and the person codes in it or is no supervisor.
func (r Round) HiddenFrom(viewer Coder) bool {
	return r.Blind && !r.Closed && (!viewer.Supervisor || r.Has(viewer.ID))
}

// Blinds reports whether the coder works in the round while it is blind and
// open, so that nobody is to know yet what the coder thinks.
func (r Round) Blinds(coder CoderID) bool {
	return r.Blind && !r.Closed && r.Has(coder)
}

// Keeps reports whether a memo may belong to the round though its writer codes
// in a blind one: where it is that one, or an open one that is coded in plain
// sight, of which the memo speaks.
func (r Round) Keeps(m Memo) bool {
	ofText := m.Kind == AboutSource || m.Kind == AboutExcerpt || m.Kind == AboutCoding
	return r.Blinds(m.By) || ofText && !r.Blind && !r.Closed && r.Has(m.By)
}

// Key is the identity as plain text.
func (r Round) Key() string { return string(r.ID) }
