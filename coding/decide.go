package coding

import (
	"context"
	"fmt"
)

// Decide settles a disagreement. A decision on the same disagreement that
// stands already is replaced.
func (s *Session) Decide(ctx context.Context, d Decision) (Decision, error) {
	d.By, d.At = s.Viewer(), s.mint.Now()
	decisions, err := s.Decisions(ctx, d.Round)
	if err != nil {
		return Decision{}, err
	}
	var changes []Change
	for _, was := range decisions {
		if was.Disagreement == d.Disagreement {
			changes = append(changes, Remove(was))
		}
	}
	d.ID = NewID[DecisionID](s.mint)
	return d, s.Make(ctx, brief(d), append(changes, Add(d))...)
}

// brief is what a decision's step is called by: the verdict, and why.
func brief(d Decision) string {
	verdict := verdictWords(d.Verdict)
	if d.Reason == "" {
		return fmt.Sprintf("decide a disagreement: %s", verdict)
	}
	return fmt.Sprintf("decide a disagreement: %s, “%s”", verdict, d.Reason)
}

func verdictWords(v Verdict) string {
	switch v {
	case KeepOne:
		return "keep one coder's"
	case KeepBoth:
		return "keep both"
	case KeepNone:
		return "keep none"
	}
	return "keep something else"
}
