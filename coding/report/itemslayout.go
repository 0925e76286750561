package report

import (
	"fmt"
	"slices"
	"strings"

	"concord/coding/report/paper"
)

// itemTable lays the items out as a paper shows them.
func (t tongue) itemTable(items []Item) *paper.Table {
	table := &paper.Table{
		Caption: t.say("Statements and how many agreed"),
		Columns: []paper.Column{
			{Head: t.say("Statement"), Width: 46},
			{Head: "n", Width: 8, Figures: true},
			{Head: t.say("Missing"), Width: 13, Figures: true},
			{Head: t.say("Agreeing"), Width: 14, Figures: true},
			{Head: "%", Width: 9, Figures: true},
			{Head: t.say("95 %% interval"), Width: 20, Figures: true},
		},
		Note: t.say("Agreeing of those who answered (n), with Wilson's score interval (Wilson 1927).") + " " + t.agreeing(items),
	}
	for _, i := range items {
		row := paper.Row{Cells: []string{i.Item, fmt.Sprint(i.N), fmt.Sprint(i.Missing), "–", "–", ""}}
		if i.Reason != "" {
			row.Cells[5] = t.word(i.Reason)
		}
		if s := i.Share; s != nil {
			row.Cells = append(row.Cells[:3], fmt.Sprint(s.Agree), t.say("%.1f", s.Percent), t.say("%.1f to %.1f", s.Low, s.High))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// agreeing says what counts as agreeing: once where it is the same for all items.
func (t tongue) agreeing(items []Item) string {
	same := true
	for _, i := range items {
		same = same && slices.Equal(i.Agreeing, items[0].Agreeing)
	}
	if same {
		if len(items[0].Agreeing) == 0 {
			return ""
		}
		return t.say("Counted as agreeing: %s.", strings.Join(items[0].Agreeing, ", "))
	}
	var each []string
	for _, i := range items {
		if len(i.Agreeing) > 0 {
			each = append(each, i.Item+" – "+strings.Join(i.Agreeing, ", "))
		}
	}
	return t.say("Counted as agreeing: %s.", strings.Join(each, "; "))
}

// itemSheet lays the items out with a column for every answer that any has.
func (t tongue) itemSheet(items []Item) paper.Sheet {
	s := paper.Sheet{Name: t.say("Statements"), Columns: []paper.Field{
		{Head: t.say("Statement"), Width: 60},
		{Head: "n", Width: 8},
		{Head: t.say("Missing"), Width: 10},
		{Head: t.say("Agreeing"), Width: 10},
		{Head: t.say("Percent"), Width: 10},
		{Head: t.say("95 %% low"), Width: 10},
		{Head: t.say("95 %% high"), Width: 10},
		{Head: t.say("Counts as agreeing"), Width: 24},
	}}
	var levels []string
	for _, i := range items {
		for _, l := range i.Levels {
			if !slices.Contains(levels, l.Level) {
				levels = append(levels, l.Level)
			}
		}
	}
	for _, l := range levels {
		s.Columns = append(s.Columns, paper.Field{Head: t.say("Answer: %s", l), Width: 12})
	}
	for _, i := range items {
		row := []any{i.Item, i.N, i.Missing, nil, nil, nil, nil, strings.Join(i.Agreeing, ", ")}
		if i.Share != nil {
			row[3], row[4], row[5], row[6] = i.Share.Agree, i.Share.Percent, i.Share.Low, i.Share.High
		}
		for _, l := range levels {
			var n any
			if at := slices.IndexFunc(i.Levels, func(c LevelCount) bool { return c.Level == l }); at >= 0 {
				n = i.Levels[at].N
			}
			row = append(row, n)
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}
