package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"time"

	"concord/coding"
)

// WriteHistory writes steps as CSV: the first and last event of each, its time,
// coder and label, what it undoes, and whether it was undone. Who names coders,
// tell says labels in the reader's language.
func WriteHistory(w io.Writer, steps []coding.Entry, who func(coding.CoderID) string, tell func(label string) string) error {
	table := csv.NewWriter(w)
	rows := [][]string{{"first", "last", "time", "coder", "step", "undoes", "undone"}}
	for _, e := range steps {
		rows = append(rows, []string{
			eventNumber(e.First), eventNumber(e.Last), e.At.UTC().Format(time.RFC3339), who(e.By), tell(e.Label), eventNumber(e.Undoes), strconv.FormatBool(e.Undone),
		})
	}
	if err := table.WriteAll(rows); err != nil {
		return fmt.Errorf("write the history: %w", err)
	}
	return nil
}

// eventNumber is an event's number; nothing for none.
func eventNumber(seq coding.Seq) string {
	if seq == 0 {
		return ""
	}
	return strconv.FormatInt(int64(seq), 10)
}
