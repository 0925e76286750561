package coding

import (
	"context"
	"time"
)

// Version is a state of the codebook worth returning to: one is kept whenever a
// round is opened. Its codes are those that the log had made up to Seq.
type Version struct {
	ID     VersionID `json:"id"`
	Number int       `json:"number"`
	// Note says what the version was kept for, as in "opened Round 1".
	Note string    `json:"note,omitempty"`
	At   time.Time `json:"at"`
	// Seq is the last event that the version includes.
	Seq Seq `json:"seq"`
}

// Validate checks that the version has a number.
func (v Version) Validate() error {
	if v.Number < 1 {
		return invalid("codebook version %d: versions are counted from 1", v.Number)
	}
	return nil
}

// Key is the identity as plain text.
func (v Version) Key() string { return string(v.ID) }

// CodesAt are the codes as the log had made them up to and with event upto.
func CodesAt(ctx context.Context, r Reader, upto Seq) ([]Code, error) {
	codes := map[CodeID]Code{}
	for e, err := range r.Events(ctx, 0) {
		if err != nil {
			return nil, err
		}
		if e.Seq > upto {
			break
		}
		edit, ok := e.Change.(Edit[Code])
		if !ok {
			continue
		}
		for _, c := range edit.Was {
			delete(codes, c.ID)
		}
		for _, c := range edit.Now {
			codes[c.ID] = c
		}
	}
	list := make([]Code, 0, len(codes))
	for _, c := range codes {
		list = append(list, c)
	}
	return NewCodebook(list).Codes(), nil
}
