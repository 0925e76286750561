package reader

import (
	"slices"

	"concord/coding"
)

// Assignment is what the person is at: a round that is coded, or open coding.
// It decides where new codings go and which ones are shown.
type Assignment struct {
	// Round is the open round that is coded in; its ID is "" for open coding.
	Round coding.Round
	// Seen is the round whose codings are shown where none is coded in: the one
	// closed last. Its ID is "" where there is none.
	Seen coding.Round
	// All shows the codings of every round, not of this one alone.
	All bool
}

// Open reports whether codings are made outside rounds.
func (a Assignment) Open() bool { return a.Round.ID == "" }

// Assignments are what a person can be at: each open round that assigns them,
// the one opened last first, and then open coding.
func (s *Study) Assignments(me coding.CoderID) []Assignment {
	var all []Assignment
	var last coding.Round
	for _, round := range slices.Backward(s.Rounds) {
		switch {
		case !round.Closed && round.Has(me):
			all = append(all, Assignment{Round: round})
		case round.Closed && (last.ID == "" || round.ClosedAt.After(last.ClosedAt)):
			last = round
		}
	}
	return append(all, Assignment{Seen: last})
}

// Assignment is the one of Assignments in a round, or else the first.
func (s *Study) Assignment(me coding.CoderID, round coding.RoundID) Assignment {
	all := s.Assignments(me)
	for _, a := range all {
		if a.Round.ID == round {
			return a
		}
	}
	return all[0]
}

// RoundOf is the round in which a source is coded: the assignment's where it
// holds the source, else none.
func (s *Study) RoundOf(a Assignment, source coding.SourceID) coding.RoundID {
	if s.Assigned[a.Round.ID][source] {
		return a.Round.ID
	}
	return ""
}

// Shows reports whether a coding is shown. In a round those of the round alone
// are, so that nothing older sways the coder; else those outside rounds and
// those of the round closed last.
func (s *Study) Shows(a Assignment, c coding.Coding) bool {
	switch {
	case a.All:
		return true
	case a.Open():
		return c.Round == "" || c.Round == a.Seen.ID
	}
	return c.Round == s.RoundOf(a, c.Source)
}

// rounds are those whose codings are counted: nil for all.
func (a Assignment) rounds() []coding.RoundID {
	switch {
	case a.All:
		return nil
	case !a.Open():
		return []coding.RoundID{a.Round.ID}
	case a.Seen.ID != "":
		return []coding.RoundID{"", a.Seen.ID}
	}
	return []coding.RoundID{""}
}
