package coding

import "time"

// Stance is how a study uses coding: it decides what the program puts in front.
type Stance string

// The stances. StanceCodebook puts reliability, rounds and consensus in front;
// StanceReflexive (Braun & Clarke) puts memos and provenance there, agreement away.
const (
	StanceCodebook  Stance = "codebook"
	StanceReflexive Stance = "reflexive"
)

// Project is the study itself.
type Project struct {
	ID      ProjectID `json:"id"`
	Name    string    `json:"name"`
	Stance  Stance    `json:"stance"`
	Created time.Time `json:"created"`
	// Sample marks the study that comes with Concord: its comments are invented.
	Sample bool `json:"sample,omitempty"`
}

// Validate checks that the project has a name and a known stance.
func (p Project) Validate() error {
	if err := needName("project", p.Name); err != nil {
		return err
	}
	if p.Stance != StanceCodebook && p.Stance != StanceReflexive {
		return invalid("project %q: stance %q is neither %q nor %q", p.Name, p.Stance, StanceCodebook, StanceReflexive)
	}
	return nil
}

// Key is the identity as plain text.
func (p Project) Key() string { return string(p.ID) }
