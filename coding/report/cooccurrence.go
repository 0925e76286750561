package report

import (
	"context"

	"concord/coding"
)

// Cooccurrence counts which codes occur together. Only codes that were given to
// something have a place in it, whoever gave them.
type Cooccurrence struct {
	Texts bool `json:"texts,omitempty"`
	// Codes are the codes' paths, in the codebook's order.
	Codes []string `json:"codes"`
	// Sources counts the sources in which both codes occur, Overlaps the pairs of
	// codings that share at least one character. Both are symmetric; in the
	// diagonal stand a code's own sources and its codings.
	Sources  [][]int `json:"sources"`
	Overlaps [][]int `json:"overlaps"`
}

// ReadCooccurrence counts among the codings that are selected.
func ReadCooccurrence(ctx context.Context, r coding.Reader, s Selection) (*Cooccurrence, error) {
	f, err := readFrame(ctx, r)
	if err != nil {
		return nil, err
	}
	bySource := map[coding.SourceID][]coding.Coding{}
	used := map[coding.CodeID]bool{}
	for c, err := range f.codings(ctx, r, s) {
		if err != nil {
			return nil, err
		}
		bySource[c.Source] = append(bySource[c.Source], c)
		used[c.Code] = true
	}
	o := &Cooccurrence{Texts: f.texts, Codes: []string{}}
	at := map[coding.CodeID]int{}
	for _, c := range f.book.Codes() {
		if used[c.ID] {
			at[c.ID] = len(o.Codes)
			o.Codes = append(o.Codes, f.book.Path(c.ID))
		}
	}
	o.Sources, o.Overlaps = square(len(o.Codes)), square(len(o.Codes))
	for _, given := range bySource {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		o.count(given, at)
	}
	return o, nil
}

// count adds the codings of one source, which come by start.
func (o *Cooccurrence) count(given []coding.Coding, at map[coding.CodeID]int) {
	here := map[int]bool{}
	for i, c := range given {
		x := at[c.Code]
		here[x] = true
		o.Overlaps[x][x]++
		for _, d := range given[i+1:] {
			if d.Start >= c.End {
				break
			}
			if y := at[d.Code]; x != y && c.Overlaps(d.Span) {
				o.Overlaps[x][y]++
				o.Overlaps[y][x]++
			}
		}
	}
	for x := range here {
		for y := range here {
			o.Sources[x][y]++
		}
	}
}

func square(n int) [][]int {
	rows := make([][]int, n)
	for i := range rows {
		rows[i] = make([]int, n)
	}
	return rows
}
