package tabular

import (
	"errors"
	"io"
	"strings"
)

// marksRecords is how many records a recognition of marks rests on.
const marksRecords = 200

// recognizeMarks finds delimiter and quotation mark of a text by its beginning,
// where they aren't given. The right pair is the one under which the most
// records have as many cells as the first; with equals, the one that makes more
// cells. A text in which no delimiter divides the first line has one cell a line.
func recognizeMarks(sample string, whole bool, delimiter, quote rune) (rune, rune) {
	delimiters := []rune{',', ';', '\t', '|'}
	if delimiter != 0 {
		delimiters = []rune{delimiter}
	}
	quotes := []rune{'"', NoQuote, '\''}
	if quote != 0 {
		quotes = []rune{quote}
	}
	var best fitness
	bestDelimiter, bestQuote := NoDelimiter, quotes[0]
	for _, q := range quotes {
		for _, d := range delimiters {
			if f := measure(sample, whole, d, q); f.better(best) {
				best, bestDelimiter, bestQuote = f, d, q
			}
		}
	}
	if delimiter != 0 {
		bestDelimiter = delimiter
	}
	if quote == 0 && singleQuoted(best.header) {
		bestQuote = '\''
	}
	return bestDelimiter, bestQuote
}

// fitness says how well a pair of marks divides a text.
type fitness struct {
	share  float64 // of records as wide as the first
	header []string
}

func (f fitness) better(than fitness) bool {
	const slack = 0.02 // a stray row more or less doesn't outweigh the wider header
	switch {
	case len(f.header) < 2:
		return false
	case f.share > than.share+slack:
		return true
	case f.share < than.share-slack:
		return false
	}
	return len(f.header) > len(than.header)
}

func measure(sample string, whole bool, delimiter, quote rune) fitness {
	r := newRecordReader(strings.NewReader(sample), delimiter, quote, len(sample)+1)
	var f fitness
	records, fitting := 0, 0
	for records < marksRecords {
		row, err := r.next()
		if err != nil {
			if !errors.Is(err, io.EOF) && whole {
				records++ // a mark that is never closed speaks against the pair
			}
			break
		}
		if blank(row.Cells) {
			continue
		}
		if !whole && r.in.Buffered() == 0 && records > 0 {
			if _, err := r.in.Peek(1); err != nil {
				break // the record may be cut off
			}
		}
		if f.header == nil {
			f.header = append([]string(nil), row.Cells...)
		}
		records++
		if len(row.Cells) == len(f.header) {
			fitting++
		}
	}
	if records > 0 {
		f.share = float64(fitting) / float64(records)
	}
	return f
}

// singleQuoted reports whether every cell of the header stands between apostrophes.
func singleQuoted(header []string) bool {
	for _, h := range header {
		if len(h) < 2 || h[0] != '\'' || h[len(h)-1] != '\'' {
			return false
		}
	}
	return len(header) > 0
}
