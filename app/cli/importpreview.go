package cli

import (
	"io"

	"concord/coding/tabular"
)

// importColumn is what a column of a table becomes, and why.
type importColumn struct {
	File   string       `json:"file"`
	Column string       `json:"column"`
	Role   tabular.Role `json:"role"`
	Why    string       `json:"why,omitempty"`
}

// columns tells what a plan makes of the columns of a table.
func columns(file string, t *tabular.Table, plan tabular.Plan) []importColumn {
	all := make([]importColumn, len(plan.Uses))
	for i, use := range plan.Uses {
		all[i] = importColumn{file, t.Columns[i].Name, use.Role, use.Why}
	}
	return all
}

// tellColumns prints them, a line each.
func tellColumns(w io.Writer, all []importColumn) {
	if len(all) == 0 {
		return
	}
	lines := [][]string{{"COLUMN", "BECOMES", "WHY"}}
	for _, c := range all {
		lines = append(lines, []string{oneLine(c.Column), string(c.Role), c.Why})
	}
	table(w, lines...)
}
