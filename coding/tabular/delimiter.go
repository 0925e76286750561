package tabular

import (
	"errors"
	"io"
	"slices"
	"strings"
)

// marksRecords is how many records a recognition of marks rests on.
const marksRecords = 200

// recognizeMarks finds delimiter and quotation mark of a text by its beginning,
// where they aren't given. The right pair is the one under which the most
// records have as many cells as the first, or as the last of the header rows
// where somebody said how many there are; with equals, the one that makes more
// cells. Where none does well, a title may stand above the header. A text in
// which no delimiter divides the header has one cell a line.
func recognizeMarks(sample string, whole bool, o Options) (rune, rune) {
	delimiters := []rune{',', ';', '\t', '|'}
	if o.Delimiter != 0 {
		delimiters = []rune{o.Delimiter}
	}
	quotes := []rune{'"', NoQuote, '\''}
	if o.Quote != 0 {
		quotes = []rune{o.Quote}
	}
	var best fitness
	bestDelimiter, bestQuote := NoDelimiter, quotes[0]
	try := func(header func(records [][]string) int) {
		for _, q := range quotes {
			for _, d := range delimiters {
				if f := measure(sample, whole, d, q, header); f.better(best) {
					best, bestDelimiter, bestQuote = f, d, q
				}
			}
		}
	}
	try(func([][]string) int { return max(o.HeaderRows, 1) - 1 })
	const well = 0.8
	if o.HeaderRows == 0 && best.share < well {
		try(titleRows)
	}
	if o.Delimiter != 0 {
		bestDelimiter = o.Delimiter
	}
	if o.Quote == 0 && singleQuoted(best.header) {
		bestQuote = '\''
	}
	return bestDelimiter, bestQuote
}

// fitness says how well a pair of marks divides a text.
type fitness struct {
	share  float64 // of records as wide as the header
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

// measure says how well the marks divide the text; header gives the place of the
// header among the first records that aren't blank.
func measure(sample string, whole bool, delimiter, quote rune, header func(records [][]string) int) fitness {
	r := newRecordReader(strings.NewReader(sample), delimiter, quote, len(sample)+1)
	var records [][]string
	faults := 0
	for len(records) < marksRecords {
		row, err := r.next()
		if err != nil {
			if !errors.Is(err, io.EOF) && whole {
				faults++ // a mark that is never closed speaks against the pair
			}
			break
		}
		if blank(row.Cells) {
			continue
		}
		if !whole && r.in.Buffered() == 0 && len(records) > 0 {
			if _, err := r.in.Peek(1); err != nil {
				break // the record may be cut off
			}
		}
		records = append(records, slices.Clone(row.Cells))
	}
	at := header(records)
	if at >= len(records) {
		return fitness{}
	}
	f := fitness{header: records[at]}
	for _, cells := range records[at:] {
		if len(cells) == len(f.header) {
			f.share++
		}
	}
	f.share /= float64(len(records) - at + faults)
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
