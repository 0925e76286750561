package coding

import "time"

// Coding is one code applied to one excerpt by one coder, in one round or in
// none (open coding).
type Coding struct {
	ID CodingID `json:"id"`
	Excerpt
	Code  CodeID  `json:"code"`
	Coder CoderID `json:"coder"`
	Round RoundID `json:"round,omitempty"`
	// Unsure is the coder's own mark: such codings come first when disagreements are resolved.
	Unsure bool      `json:"unsure,omitempty"`
	At     time.Time `json:"at"`
}

// Validate checks that the coding says what, where, and who. Whether its span
// lies in its text is checked where the text is known: by the store.
func (c Coding) Validate() error {
	switch {
	case c.Source == "":
		return invalid("coding %s: no source", c.ID)
	case c.Code == "":
		return invalid("coding %s: no code", c.ID)
	case c.Coder == "":
		return invalid("coding %s: no coder", c.ID)
	case c.Empty() || c.Start < 0:
		return invalid("coding %s: span %d to %d holds no character", c.ID, c.Start, c.End)
	}
	return nil
}

// Key is the identity as plain text.
func (c Coding) Key() string { return string(c.ID) }
