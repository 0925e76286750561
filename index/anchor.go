package index

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"concord/coding"
)

// An anchor is a step of the log that an index has followed: its first event and
// its identity. Where the project has another step there, it is another copy of
// the project, or an older one that went on differently, and the index isn't of it.

// newestAnchor is the last step that the viewer sees; empty where there is none.
func newestAnchor(ctx context.Context, r coding.Reader) (string, error) {
	entries, err := r.Entries(ctx, coding.EntryFilter{Limit: 1})
	if err != nil || len(entries) == 0 {
		return "", err
	}
	return anchorAt(entries[0].First, entries[0].Step), nil
}

func anchorAt(first coding.Seq, step coding.StepID) string { return fmt.Sprintf("%d %s", first, step) }

// anchored reports whether the anchor is in the project's log. Where the viewer
// doesn't see that step, it is taken to be there.
func anchored(ctx context.Context, r coding.Reader, anchor string) (bool, error) {
	number, step, _ := strings.Cut(anchor, " ")
	n, _ := strconv.ParseInt(number, 10, 64)
	if n <= 0 {
		return false, nil // none was noted
	}
	first := coding.Seq(n)
	entries, err := r.Entries(ctx, coding.EntryFilter{Before: first + 1, Limit: 1})
	if err != nil {
		return false, err
	}
	if len(entries) == 0 || entries[0].First != first {
		return true, nil
	}
	return string(entries[0].Step) == step, nil
}
