package coding

import (
	"slices"
	"time"
)

// Done is a coder's word that a source is finished in a round. Without it a
// code that isn't there is missing, with it the code is absent.
type Done struct {
	ID     DoneID   `json:"id"`
	Round  RoundID  `json:"round"`
	Source SourceID `json:"source"`
	Coder  CoderID  `json:"coder"`
	// Codes are those that the coder looked for; none named means all of them.
	Codes []CodeID  `json:"codes,omitempty"`
	At    time.Time `json:"at"`
}

// Validate checks that the mark says who finished what in which round.
func (d Done) Validate() error {
	if d.Round == "" || d.Source == "" || d.Coder == "" {
		return invalid("done mark %s: round, source and coder are all needed", d.ID)
	}
	return nil
}

// Covers reports whether the coder looked for the code.
func (d Done) Covers(code CodeID) bool {
	if slices.Contains(d.Codes, code) {
		return true
	}
	return len(d.Codes) == 0
}

// Key is the identity as plain text.
func (d Done) Key() string { return string(d.ID) }
