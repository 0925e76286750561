package coding

import "time"

// DisagreementID names a disagreement by the codings that take part in it, so
// that it stays the same as long as they do (see package compare).
type DisagreementID string

// Verdict is what a decision does with what the coders did.
type Verdict string

// The verdicts: one coder's codings stand, all of them joined, none, or
// something that no coder chose.
const (
	KeepOne  Verdict = "keep"
	KeepBoth Verdict = "both"
	KeepNone Verdict = "none"
	KeepElse Verdict = "other"
)

// ReasonKind is the kind of reason for a decision, so that reasons can be counted.
type ReasonKind string

// The kinds of reason. An empty kind is allowed: the words then stand alone.
const (
	DefinitionUnclear ReasonKind = "definition"
	PassageMissed     ReasonKind = "missed"
	Scope             ReasonKind = "scope"
	TrulyAmbiguous    ReasonKind = "ambiguous"
	Slip              ReasonKind = "slip"
)

// Mark is a code on a span: what a decision lets stand.
type Mark struct {
	Span
	Code CodeID `json:"code"`
}

// Decision is a supervisor's settling of one disagreement, with a reason. It
// never changes what the coders did; it makes the consensus.
type Decision struct {
	ID           DecisionID     `json:"id"`
	Round        RoundID        `json:"round,omitempty"`
	Disagreement DisagreementID `json:"disagreement"`
	Source       SourceID       `json:"source"`
	// Settles are the codings that the disagreement was made of.
	Settles []CodingID `json:"settles"`
	Verdict Verdict    `json:"verdict"`
	// Kept are the coders whose codings stand, for KeepOne and KeepBoth.
	Kept []CoderID `json:"kept,omitempty"`
	// Marks are what stands in the consensus; none for KeepNone.
	Marks      []Mark     `json:"marks,omitempty"`
	ReasonKind ReasonKind `json:"reasonKind,omitempty"`
	Reason     string     `json:"reason"`
	By         CoderID    `json:"by"`
	At         time.Time  `json:"at"`
}

// Validate checks that the decision settles something, says what stands, and why.
func (d Decision) Validate() error {
	switch d.Verdict {
	case KeepOne, KeepBoth, KeepElse:
		if len(d.Marks) == 0 {
			return invalid("decision %s: verdict %q lets nothing stand; that is verdict %q", d.ID, d.Verdict, KeepNone)
		}
	case KeepNone:
		if len(d.Marks) > 0 {
			return invalid("decision %s: verdict %q lets something stand", d.ID, d.Verdict)
		}
	default:
		return invalid("decision %s: there is no verdict %q", d.ID, d.Verdict)
	}
	switch d.ReasonKind {
	case "", DefinitionUnclear, PassageMissed, Scope, TrulyAmbiguous, Slip:
	default:
		return invalid("decision %s: there is no kind of reason %q", d.ID, d.ReasonKind)
	}
	if d.Disagreement == "" || d.Source == "" || len(d.Settles) == 0 || d.By == "" {
		return invalid("decision %s: it doesn't say what it settles, or who decided", d.ID)
	}
	if d.Reason == "" && d.ReasonKind == "" {
		return invalid("decision %s: a decision needs a reason", d.ID)
	}
	for _, m := range d.Marks {
		if m.Empty() || m.Start < 0 || m.Code == "" {
			return invalid("decision %s: %d to %d is no excerpt", d.ID, m.Start, m.End)
		}
	}
	return nil
}

// Key is the identity as plain text.
func (d Decision) Key() string { return string(d.ID) }
