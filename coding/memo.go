package coding

import "time"

// MemoKind says what kind of thing a memo is about.
type MemoKind string

// What memos are about. AboutExcerpt uses Source and Span, the others the
// identity of the thing.
const (
	AboutProject  MemoKind = "project"
	AboutSource   MemoKind = "source"
	AboutExcerpt  MemoKind = "excerpt"
	AboutCoding   MemoKind = "coding"
	AboutCode     MemoKind = "code"
	AboutCase     MemoKind = "case"
	AboutRound    MemoKind = "round"
	AboutDecision MemoKind = "decision"
)

// Memo is a researcher's writing about anything in the study.
type Memo struct {
	ID   MemoID   `json:"id"`
	Kind MemoKind `json:"kind"`
	// About is the identity of what the memo is about; empty for the project
	// and for an excerpt.
	About string `json:"about,omitempty"`
	// Excerpt is the passage that a memo of kind AboutExcerpt is about.
	Excerpt Excerpt `json:"excerpt,omitzero"`
	// Round is the one in which it was written (see Session.WriteMemo); in a blind
	// round others don't see it.
	Round RoundID   `json:"round,omitempty"`
	By    CoderID   `json:"by"`
	Title string    `json:"title,omitempty"`
	Text  string    `json:"text"`
	At    time.Time `json:"at"`
}

// Validate checks that the memo says something about something.
func (m Memo) Validate() error {
	switch m.Kind {
	case AboutProject:
	case AboutExcerpt:
		if m.Excerpt.Source == "" || m.Excerpt.Empty() {
			return invalid("memo %s: it names no excerpt", m.ID)
		}
	case AboutSource, AboutCoding, AboutCode, AboutCase, AboutRound, AboutDecision:
		if m.About == "" {
			return invalid("memo %s: it doesn't say which %s it is about", m.ID, m.Kind)
		}
	default:
		return invalid("memo %s: nothing of kind %q can have a memo", m.ID, m.Kind)
	}
	if m.Text == "" {
		return invalid("memo %s: it is empty", m.ID)
	}
	return nil
}

// Key is the identity as plain text.
func (m Memo) Key() string { return string(m.ID) }
