package cli

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"concord/app/picture"
	"concord/coding/agreement"
	"concord/coding/compare"
	"concord/coding/report"
)

// chartEnding is the ending that makes a file a chart: .svg or .png, or nothing.
func chartEnding(file string) string {
	ending := strings.ToLower(filepath.Ext(file))
	if ending == ".svg" || ending == ".png" {
		return ending
	}
	return ""
}

// saveChart writes a chart in the form that the file's ending asks for.
func saveChart(file string, p *picture.Picture) error {
	if chartEnding(file) == ".png" {
		return report.Save(file, p.WritePNG)
	}
	return report.Save(file, p.WriteSVG)
}

// drawn is the answer as a chart of one coefficient: over the rounds, for each
// two coders, or a row for everything that it speaks of.
func (t told) drawn(named []string) *picture.Picture {
	measure := t.charted(named)
	var rows []picture.Row
	var pairs []picture.Pair
	kind := ""
	for _, r := range t.Results {
		if r.Measure != measure {
			continue
		}
		of, name, divided := strings.Cut(r.Scope, ":")
		if !divided {
			name = "Overall"
		} else {
			kind = of
			if of == "code" {
				name = path.Base(name)
			}
		}
		row := picture.Row{Label: name, Text: figure(r), Strong: !divided}
		value, known := r.Value.Float64()
		row.Value, row.Unknown = value, !known
		row.Low, row.Bounded = r.Low.Float64()
		row.High, _ = r.High.Float64()
		rows = append(rows, row)
		if a, b, two := strings.Cut(name, "|"); two && of == "pair" {
			pairs = append(pairs, picture.Pair{A: slices.Index(t.Coders, a), B: slices.Index(t.Coders, b), Value: row.Value, Text: row.Text, Unknown: row.Unknown})
		}
	}
	switch kind {
	case "round":
		return picture.Trend(measure.Title()+" over the rounds", rows, ".")
	case "pair":
		return picture.Pairs(measure.Title()+" of each two coders", t.Coders, pairs)
	}
	for i, row := range rows {
		if row.Bounded {
			rows[i].Text = fmt.Sprintf("%s (%.2f to %.2f)", row.Text, row.Low, row.High)
		}
	}
	const most = 200 // more rows than that are no picture any more
	title := fmt.Sprintf("%s, %s in %s, N %d (%s)", measure.Title(), strings.Join(t.Coders, ", "), t.where(), t.Units, t.Unit)
	return picture.Coefficients(title, rows[:min(most, len(rows))], ".")
}

// charted is the coefficient of the chart: the first that was named, or else the
// first that there is which is more than a share.
func (t told) charted(named []string) agreement.Measure {
	if len(named) > 0 && named[0] != "all" {
		return agreement.Measure(named[0])
	}
	for _, r := range t.Results {
		if r.Measure != agreement.PercentAgreement {
			return r.Measure
		}
	}
	return agreement.PercentAgreement
}

func figure(r compare.Row) string {
	if v, known := r.Value.Float64(); known {
		return fmt.Sprintf("%.2f", v)
	}
	return "–"
}
