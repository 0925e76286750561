package coding

import (
	"context"
	"iter"
)

// Reader is a project as one person may see it. Of a round that is hidden from
// that person (Round.HiddenFrom) it gives only the person's own codings, done
// marks, memos and log entries, through every method.
//
// The iterators read as they go; they end with an error or at their end, and
// must be run or left before the reader is closed. Order is stated where it matters.
type Reader interface {
	// Viewer is the person who looks; empty for nobody in particular.
	Viewer() CoderID
	Project(ctx context.Context) (Project, error)
	// Seq is the last event of the project, hidden ones included.
	Seq(ctx context.Context) (Seq, error)

	Coders(ctx context.Context) ([]Coder, error)
	Attributes(ctx context.Context) ([]Attribute, error)
	Codes(ctx context.Context) ([]Code, error)
	Versions(ctx context.Context) ([]Version, error)
	Searches(ctx context.Context) ([]Search, error)

	// Cases in the order in which they came; with ids, those alone.
	Cases(ctx context.Context, ids ...CaseID) iter.Seq2[Case, error]
	// Sources in the order in which they came.
	Sources(ctx context.Context, f SourceFilter) iter.Seq2[Source, error]
	// Texts of the sources, in the same order.
	Texts(ctx context.Context, f SourceFilter) iter.Seq2[Text, error]

	// Rounds in the order in which they were opened, without their sources.
	Rounds(ctx context.Context) ([]Round, error)
	// RoundSources are the sources assigned in a round, in the project's order.
	RoundSources(ctx context.Context, id RoundID) ([]SourceID, error)
	Done(ctx context.Context, f DoneFilter) iter.Seq2[Done, error]

	// Codings by source in the project's order, then by start, then by end.
	Codings(ctx context.Context, f CodingFilter) iter.Seq2[Coding, error]
	// Counts are the numbers of excerpts, sources and cases under each code that has any.
	Counts(ctx context.Context, f CodingFilter) (map[CodeID]Count, error)
	Memos(ctx context.Context, f MemoFilter) ([]Memo, error)
	// Decisions of a round in the order in which they were made.
	Decisions(ctx context.Context, round RoundID) ([]Decision, error)

	// Events after a number, in order.
	Events(ctx context.Context, after Seq) iter.Seq2[Event, error]
	// Entries of the history, the newest first.
	Entries(ctx context.Context, f EntryFilter) ([]Entry, error)
}

// Store is a project that one person reads and writes.
type Store interface {
	Reader
	// Do makes a step: all of it or, with an error, nothing. The events that it
	// became are numbered without gaps. An ErrConflict says that the project is
	// no longer as the step expected.
	Do(ctx context.Context, step Step) ([]Event, error)
	Close() error
}

// Text is the text of a source.
type Text struct {
	Source SourceID
	Body   string
}

// Count says how much is coded: excerpts (spans that a coder gave the code),
// the sources and the cases that they lie in.
type Count struct {
	Excerpts int `json:"excerpts"`
	Sources  int `json:"sources"`
	Cases    int `json:"cases"`
}

// SourceFilter chooses sources; its zero value takes all.
type SourceFilter struct {
	// IDs, if not nil, are the sources wanted.
	IDs []SourceID
	// Kind, if not empty, is the kind wanted.
	Kind SourceKind
	// Round, if not empty, is the round that they are assigned in.
	Round RoundID
	// After, if not 0, leaves out what came in by this event or before.
	After Seq
}

// CodingFilter chooses codings; its zero value takes all. A nil list takes all,
// an empty one that isn't nil takes none.
type CodingFilter struct {
	IDs     []CodingID
	Sources []SourceID
	Codes   []CodeID
	Coders  []CoderID
	// Rounds are those wanted; "" among them stands for codings outside rounds.
	Rounds []RoundID
}

// DoneFilter chooses done marks; its zero value takes all.
type DoneFilter struct {
	Round   RoundID
	Coder   CoderID
	Sources []SourceID
}

// MemoFilter chooses memos; its zero value takes all.
type MemoFilter struct {
	Kind MemoKind
	// About, if not empty, is the identity of what the memo is about.
	About string
	// Abouts, if not nil, are identities of which the memo is about one: some
	// thousands at the most.
	Abouts []string
	// Sources, if not nil, are those whose excerpts the memo is about.
	Sources []SourceID
}

// EntryFilter chooses entries of the history; its zero value takes all.
type EntryFilter struct {
	By CoderID
	// Before, if not 0, takes entries that begin before this event.
	Before Seq
	// Limit, if not 0, is how many are wanted at the most.
	Limit int
}
