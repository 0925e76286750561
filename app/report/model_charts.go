package report

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"concord/app/picture"
	"concord/coding"
	"concord/coding/agreement"
)

// ThemeRows are how many comments speak of each theme and code, in the order of
// the codebook.
func (s *Sheet) ThemeRows() []picture.Row {
	var rows []picture.Row
	for _, r := range s.Themes.Rows {
		rows = append(rows, picture.Row{Label: r.Code, Value: float64(r.Total.Sources), Text: figures(r.Total), Hex: r.Color})
	}
	return rows
}

// ItemRows are what share agreed with each statement.
func (s *Sheet) ItemRows() []picture.Row {
	var rows []picture.Row
	for _, item := range s.Items {
		row := picture.Row{Label: item.Item, Text: "–", Unknown: item.Share == nil}
		if share := item.Share; share != nil {
			row.Value, row.Low, row.High = share.Percent/100, share.Low/100, share.High/100
			row.Text = fmt.Sprintf("%.0f %% (%.0f to %.0f)", share.Percent, share.Low, share.High)
		}
		rows = append(rows, row)
	}
	return rows
}

// PairRows are the codes that occur together most often.
func (s *Sheet) PairRows() []picture.Row {
	var all []picture.Row
	c := s.Cooccurrence
	for i := range c.Codes {
		for j := range i {
			if n := c.Sources[i][j]; n > 0 {
				all = append(all, picture.Row{Label: path.Base(c.Codes[j]) + " + " + path.Base(c.Codes[i]), Value: float64(n), Text: fmt.Sprint(n)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b picture.Row) int { return cmp.Compare(b.Value, a.Value) })
	const few = 8
	return all[:min(few, len(all))]
}

// figures writes "12 (9)": comments, and respondents.
func figures(c coding.Count) string {
	if c.Sources == 0 {
		return "·"
	}
	return fmt.Sprintf("%d (%d)", c.Sources, c.Cases)
}

// figure writes a coefficient as papers do, ".75".
func figure(n agreement.Number) string {
	v, _ := n.Float64()
	return strings.Replace(fmt.Sprintf("%.2f", v), "0.", ".", 1)
}
