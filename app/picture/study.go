package picture

import (
	"cmp"
	"fmt"
	"path"
	"slices"

	"concord/coding"
	"concord/coding/report"
)

// ThemesTitle heads a chart of ThemeRows, in the language of the words; English
// where they are nil.
func ThemesTitle(words report.Words) string { return say(words, "Themes and codes, by comments") }

// ItemsTitle heads a chart of ItemRows.
func ItemsTitle(words report.Words) string { return say(words, "The questionnaire") }

// PairsTitle heads a chart of PairRows.
func PairsTitle(words report.Words) string {
	return say(words, "Codes that occur together, by comments")
}

// ThemeRows are how many comments speak of each theme and code, in the order of
// the codebook.
func ThemeRows(themes *report.Themes) []Row {
	var rows []Row
	for _, r := range themes.Rows {
		rows = append(rows, Row{Label: r.Code, Value: float64(r.Total.Sources), Text: Count(r.Total), Hex: r.Color})
	}
	return rows
}

// ItemRows are what share agreed with each statement, in the language of the
// words; English where they are nil.
func ItemRows(items []report.Item, words report.Words) []Row {
	var rows []Row
	for _, item := range items {
		row := Row{Label: item.Item, Text: "–", Unknown: item.Share == nil}
		if share := item.Share; share != nil {
			row.Value, row.Low, row.High, row.Bounded = share.Percent/100, share.Low/100, share.High/100, true
			row.Text = say(words, "%.0f %% (%.0f to %.0f)", share.Percent, share.Low, share.High)
		}
		rows = append(rows, row)
	}
	return rows
}

// PairRows are the codes that occur together most often.
func PairRows(c *report.Cooccurrence) []Row {
	var all []Row
	for i := range c.Codes {
		for j := range i {
			if n := c.Sources[i][j]; n > 0 {
				all = append(all, Row{Label: path.Base(c.Codes[j]) + " + " + path.Base(c.Codes[i]), Value: float64(n), Text: fmt.Sprint(n)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Row) int { return cmp.Compare(b.Value, a.Value) })
	const few = 8
	return all[:min(few, len(all))]
}

// Count writes "12 (9)": comments, and the respondents who wrote them.
func Count(c coding.Count) string {
	if c.Sources == 0 {
		return "·"
	}
	return fmt.Sprintf("%d (%d)", c.Sources, c.Cases)
}

func say(words report.Words, form string, args ...any) string {
	if words == nil {
		return fmt.Sprintf(form, args...)
	}
	return words.Say(form, args...)
}
