package codebook

import (
	"context"
	"fmt"

	"concord/coding"
)

// Walk is a way through the excerpts of a code that is split: each stays with
// the code or goes to another. Nothing is changed before its parts are given to
// coding.Session.SplitCode.
type Walk struct {
	Stops []Stop
	// Targets are the codes to choose from; the first is the one that is split.
	Targets []Target
	// At is the stop that is looked at.
	At int
	// Closed and Others are codings that aren't the person's to move.
	Closed, Others int
}

// Stop is an excerpt of the walk, with the words around it.
type Stop struct {
	Passage
	Before, After string
	Coders        []coding.CoderID
	Codings       []coding.CodingID
	// Target is the place in Targets of the code that it goes to; Chosen says
	// that the person said so.
	Target int
	Chosen bool
}

// Target is a code that excerpts can go to; a new one isn't in the book yet.
type Target struct {
	Code coding.Code
	New  bool
}

// Fork is how many codes can be chosen from at once: as many as there are digits.
const Fork = 9

// wordsAround is how much of a text is shown on either side of an excerpt.
const wordsAround = 240

// ReadWalk reads the excerpts of a code that the person may divide.
func ReadWalk(ctx context.Context, s *coding.Session, id coding.CodeID) (*Walk, error) {
	plan, err := s.PlanSplit(ctx, id)
	if err != nil {
		return nil, err
	}
	w := &Walk{Targets: []Target{{Code: plan.Code}}, Closed: plan.Closed, Others: plan.Others}
	at := map[coding.Excerpt]int{}
	var passages []Passage
	for _, c := range plan.Codings {
		i, known := at[c.Excerpt]
		if !known {
			i = len(w.Stops)
			at[c.Excerpt] = i
			w.Stops = append(w.Stops, Stop{})
			passages = append(passages, Passage{Excerpt: c.Excerpt})
		}
		w.Stops[i].Coders = append(w.Stops[i].Coders, c.Coder)
		w.Stops[i].Codings = append(w.Stops[i].Codings, c.ID)
	}
	texts, err := quote(ctx, s, passages)
	if err != nil {
		return nil, fmt.Errorf("read the excerpts of %q: %w", plan.Code.Name, err)
	}
	for i, p := range passages {
		w.Stops[i].Passage = p
		w.Stops[i].Before, w.Stops[i].After = surroundings(texts[p.Excerpt.Source], p.Excerpt.Span)
	}
	return w, nil
}

// surroundings are the words before and after a span, cut where they are long.
func surroundings(text string, span coding.Span) (before, after string) {
	runes := []rune(text)
	from, to := max(0, span.Start-wordsAround), min(len(runes), span.End+wordsAround)
	before, after = string(runes[from:span.Start]), string(runes[span.End:to])
	if from > 0 {
		before = "…" + before
	}
	if to < len(runes) {
		after += "…"
	}
	return before, after
}

// Choose lets the excerpt that is looked at go to a target, and goes on to the
// next; a place beyond the targets does nothing.
func (w *Walk) Choose(target int) bool {
	if target < 0 || target >= len(w.Targets) || len(w.Stops) == 0 {
		return false
	}
	w.Stops[w.At].Target, w.Stops[w.At].Chosen = target, true
	w.Step(1)
	return true
}

// Step looks at the next excerpt, or the one before.
func (w *Walk) Step(by int) { w.At = max(0, min(len(w.Stops)-1, w.At+by)) }

// Offer adds a code to choose from, and gives its place; one that is there
// already keeps its own. ok is false where there is no digit left.
func (w *Walk) Offer(t Target) (place int, ok bool) {
	for i, known := range w.Targets {
		if known.Code.ID == t.Code.ID || known.New && t.New && known.Code.Name == t.Code.Name {
			return i, true
		}
	}
	if len(w.Targets) == Fork {
		return 0, false
	}
	w.Targets = append(w.Targets, t)
	return len(w.Targets) - 1, true
}

// TakeOver takes over what was chosen on an earlier walk of the same code.
func (w *Walk) TakeOver(before *Walk) {
	w.Targets = append(w.Targets, before.Targets[1:]...)
	chosen := map[coding.Excerpt]Stop{}
	for _, stop := range before.Stops {
		chosen[stop.Excerpt] = stop
	}
	for i := range w.Stops {
		was := chosen[w.Stops[i].Excerpt]
		w.Stops[i].Target, w.Stops[i].Chosen = was.Target, was.Chosen
	}
	w.At = max(0, min(len(w.Stops)-1, before.At))
}

// Counts are how many excerpts go to each target.
func (w *Walk) Counts() []int {
	counts := make([]int, len(w.Targets))
	for _, stop := range w.Stops {
		counts[stop.Target]++
	}
	return counts
}

// Moving is how many excerpts go to other codes.
func (w *Walk) Moving() int { return len(w.Stops) - w.Counts()[0] }

// Parts are what each other code gets; codes that get nothing aren't among them.
func (w *Walk) Parts() []coding.SplitPart {
	parts := make([]coding.SplitPart, len(w.Targets))
	for _, stop := range w.Stops {
		parts[stop.Target].Codings = append(parts[stop.Target].Codings, stop.Codings...)
	}
	var wanted []coding.SplitPart
	for i, target := range w.Targets {
		if i > 0 && len(parts[i].Codings) > 0 {
			wanted = append(wanted, coding.SplitPart{Code: target.Code, New: target.New, Codings: parts[i].Codings})
		}
	}
	for i := range wanted { // new codes stand one behind another
		if wanted[i].New {
			wanted[i].Code.Order += i
		}
	}
	return wanted
}
