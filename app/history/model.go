// Package history shows the log of a project in words: what was done, when and
// by whom; a person's own steps can be undone here.
package history

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"concord/app/wordbook"
	"concord/coding"
	"concord/coding/report"
)

// Filter chooses entries; its zero value takes all.
type Filter struct {
	// By is the coder whose steps are wanted; empty for everybody's.
	By coding.CoderID
	// Words must all stand in an entry's label, in any case.
	Words string
	// Language is that in which labels are read; nil is English.
	Language *wordbook.Book
}

// takes reports whether the filter's words stand in a label.
func (f Filter) takes(e coding.Entry) bool {
	label := strings.ToLower(f.Language.Tell(e.Label))
	for word := range strings.FieldsSeq(strings.ToLower(f.Words)) {
		if !strings.Contains(label, word) {
			return false
		}
	}
	return true
}

// Log is the part of the history that is shown, the newest step first.
type Log struct {
	Entries []coding.Entry
	// More says that older entries are left out.
	More bool
	// undoings are the first events of those that took a step back.
	undoings map[coding.Seq]bool
}

// Again reports whether an entry brought a step back that was undone.
func (l Log) Again(e coding.Entry) bool { return e.Undoes != 0 && l.undoings[e.Undoes] }

// page is how many entries are read at a time.
const page = 1000

// Read reads the newest entries that the filter takes, up to a limit (0 for all).
func Read(ctx context.Context, r coding.Reader, f Filter, limit int) (Log, error) {
	log := Log{undoings: map[coding.Seq]bool{}}
	before := coding.Seq(0)
	for {
		entries, err := r.Entries(ctx, coding.EntryFilter{By: f.By, Before: before, Limit: page})
		if err != nil {
			return Log{}, fmt.Errorf("read the history: %w", err)
		}
		for _, e := range entries {
			before = e.First
			if !f.takes(e) {
				continue
			}
			if limit > 0 && len(log.Entries) == limit {
				log.More = true
				return log, nil
			}
			log.Entries = append(log.Entries, e)
			if e.Undoes != 0 {
				log.undoings[e.First] = true
			}
		}
		if len(entries) < page {
			return log, nil
		}
	}
}

// MayUndo reports whether a person can take an entry back here: it is the
// person's own and stands. Taking back an undoing does its step again; what was
// done again is taken back at the step itself.
func (l Log) MayUndo(e coding.Entry, me coding.CoderID) bool {
	return e.By == me && !e.Undone && !e.Begins() && !l.Again(e)
}

// FirstOfDay reports whether entry i is the first shown of its day.
func (l Log) FirstOfDay(i int, zone *time.Location) bool {
	if i == 0 {
		return true
	}
	y, m, d := l.Entries[i].At.In(zone).Date()
	y2, m2, d2 := l.Entries[i-1].At.In(zone).Date()
	return y != y2 || m != m2 || d != d2
}

// WriteCSV writes entries as a table, in the language of the words.
func WriteCSV(w io.Writer, entries []coding.Entry, coders []coding.Coder, words *wordbook.Book) error {
	return report.WriteHistory(w, entries, func(id coding.CoderID) string { return NameOf(coders, id) }, words.Tell)
}

// NameOf is a coder's name; the identity where the coder isn't known.
func NameOf(coders []coding.Coder, id coding.CoderID) string {
	if at := slices.IndexFunc(coders, func(c coding.Coder) bool { return c.ID == id }); at >= 0 {
		return coders[at].Name
	}
	return string(id)
}
