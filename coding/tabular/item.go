package tabular

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"concord/coding"
)

// mostLevels is how long a scale can be.
const mostLevels = 11

// sampleRows is how many rows are looked at for the levels of an item.
const sampleRows = 1000

// ItemUse makes of a column a statement that was rated: its levels are the
// values that the rows have there, in their order; those above the middle count
// as agreeing.
func ItemUse(rows []Row, column int) Use {
	levels := levelsOf(rows, column)
	return Use{Role: RoleItem, Level: coding.Scaled, Levels: levels, Agreeing: slices.Clone(levels[(len(levels)+1)/2:])}
}

// MayBeItem reports whether a column has few enough values in the rows to be a
// scale.
func MayBeItem(rows []Row, column int) bool {
	n := len(levelsOf(rows, column))
	return n >= 2 && n <= mostLevels
}

// levelsOf are a column's values, in order; of too many for a scale some.
func levelsOf(rows []Row, column int) []string {
	var all []string
	for _, row := range rows {
		if v := strings.TrimSpace(row.Cells[column]); v != "" && !slices.Contains(all, v) {
			if all = append(all, v); len(all) > mostLevels {
				break
			}
		}
	}
	slices.SortFunc(all, coding.CompareValues)
	return all
}

// Items makes these columns statements that were rated on a scale. One that is
// recognised as such keeps the scale that was found.
func (p *Plan) Items(ctx context.Context, t *Table, names ...string) error {
	chosen, err := t.find(names)
	if err != nil || len(chosen) == 0 {
		return err
	}
	rows, _, err := t.Sample(ctx, sampleRows)
	if err != nil {
		return err
	}
	for _, i := range chosen {
		if p.Uses[i].Role == RoleItem {
			continue
		}
		if !MayBeItem(rows, i) {
			return fmt.Errorf("%w: column %q is no scaled item: its values aren't 2 to %d different ones", coding.ErrInvalid, t.Columns[i].Name, mostLevels)
		}
		p.Uses[i] = ItemUse(rows, i)
		p.Uses[i].Why = "Named as a scaled item."
	}
	return nil
}
