package cli

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"concord/coding"
)

type searchOutcome struct {
	// Total is how many sources were found, Places how many places in them.
	Total  int         `json:"total"`
	Places int         `json:"places"`
	Hits   []searchHit `json:"hits"`
	// Families are what words of the query, outside quotes, stood for.
	Families []searchFamily `json:"families,omitempty"`
	// By is asked for with --by.
	By    *searchTally `json:"by,omitempty"`
	Coded int          `json:"coded,omitempty"`
}

type searchHit struct {
	Source  string        `json:"source"`
	Matches []searchMatch `json:"matches"`
	// Number is that of a source without places, Codes are those anywhere in it.
	Number int      `json:"number,omitempty"`
	Codes  []string `json:"codes,omitempty"`
}

type searchFamily struct {
	Word      string   `json:"word"`
	StandsFor []string `json:"stands_for"`
}

type searchMatch struct {
	// Number is the place's in the list, for --only.
	Number int `json:"number"`

	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Left  string `json:"left"`
	Right string `json:"right"`
	// Codes are those that the place has already.
	Codes []string `json:"codes,omitempty"`
}

func (o searchOutcome) tell(w io.Writer) {
	_, _ = fmt.Fprintf(w, "%s in %s\n", counted(o.Places, "place"), counted(o.Total, "source"))
	for _, f := range o.Families {
		if len(f.StandsFor) > 1 {
			_, _ = fmt.Fprintf(w, "%s stands for %s\n", f.Word, strings.Join(f.StandsFor, ", "))
		}
	}
	wide, name := len(fmt.Sprint(o.last())), 12
	for _, h := range o.Hits {
		name = max(name, coding.Length(h.Source))
	}
	for _, h := range o.Hits {
		for _, m := range h.Matches {
			_, _ = fmt.Fprintf(w, "%*d  %-*s %*s[%s]%s%s\n", wide, m.Number, name, h.Source, 44, oneLine(m.Left), oneLine(m.Text), oneLine(m.Right), coded(m.Codes))
		}
		if len(h.Matches) == 0 {
			_, _ = fmt.Fprintf(w, "%*d  %s%s\n", wide, h.Number, h.Source, coded(h.Codes))
		}
	}
	if o.By != nil {
		o.By.tell(w)
	}
	if o.Coded > 0 {
		_, _ = fmt.Fprintf(w, "%d excerpts coded\n", o.Coded)
	}
}

// coded tells the codes that a place has already.
func coded(codes []string) string {
	if len(codes) == 0 {
		return ""
	}
	return "  {" + strings.Join(codes, ", ") + "}"
}

// last is the number of the last place listed.
func (o searchOutcome) last() int {
	if len(o.Hits) == 0 {
		return 0
	}
	hit := o.Hits[len(o.Hits)-1]
	if n := len(hit.Matches); n > 0 {
		return hit.Matches[n-1].Number
	}
	return hit.Number
}

// writeCSV writes the places, a line each; a hit without places has one without words.
func (o searchOutcome) writeCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	lines := [][]string{{"source", "start", "end", "left", "hit", "right"}}
	for _, h := range o.Hits {
		for _, m := range h.Matches {
			lines = append(lines, []string{h.Source, fmt.Sprint(m.Start), fmt.Sprint(m.End), m.Left, m.Text, m.Right})
		}
		if len(h.Matches) == 0 {
			lines = append(lines, []string{h.Source, "", "", "", "", ""})
		}
	}
	if err := out.WriteAll(lines); err != nil {
		return fmt.Errorf("print the outcome: %w", err)
	}
	return nil
}

func oneLine(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r == '\n' || r == '\t' || r == '\r' {
			out[i] = ' '
		}
	}
	return string(out)
}
