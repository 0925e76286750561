package reliability

import (
	"encoding/csv"
	"fmt"
	"io"
)

// WriteCSV writes the table in full precision.
func (s *Sheet) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"code", "n", "prevalence", "percent_agreement", string(s.Choice.Measure), "low", "high", "level", "replicates", "seed", "gwet_ac1", "open_disagreements"}}
	for _, r := range s.Rows {
		rows = append(rows, []string{
			r.Path, fmt.Sprint(r.Headline.N), r.Prevalence.String(), r.Percent.Value.String(),
			r.Headline.Value.String(), r.Headline.Low.String(), r.Headline.High.String(),
			fmt.Sprint(s.Choice.Level), fmt.Sprint(s.Choice.Replicates), fmt.Sprint(s.Choice.Seed),
			r.AC1.Value.String(), fmt.Sprint(r.Open),
		})
	}
	if err := out.WriteAll(rows); err != nil {
		return fmt.Errorf("write the agreement table: %w", err)
	}
	return nil
}
