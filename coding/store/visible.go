package store

import (
	"context"
	"fmt"
)

// hiddenRounds are the rounds that keep others' work from the viewer: blind and
// open ones, unless the viewer is a supervisor who doesn't code in them
// (coding.Round.HiddenFrom). A round that was taken out stays as it was then.
const hiddenRounds = `SELECT h.no FROM rounds h WHERE h.blind = 1 AND h.closed = 0 AND (
	NOT EXISTS (SELECT 1 FROM coders s WHERE s.id = %[1]s AND s.supervisor = 1 AND s.body IS NOT NULL)
	OR EXISTS (SELECT 1 FROM round_coders m JOIN coders w ON w.no = m.coder WHERE m.round = h.no AND w.id = %[1]s))`

// visible is the condition that a row with the columns round and coder is the
// viewer's own or lies in no hidden round. %[2]s is the row's table.
const visible = `(%[2]s.round IS NULL
	OR COALESCE(%[2]s.coder = (SELECT o.no FROM coders o WHERE o.id = %[1]s), FALSE)
	OR %[2]s.round NOT IN (` + hiddenRounds + `))`

// visible adds the condition that rows of a table may be seen by the viewer.
func (q *query) visible(v *view, table string) {
	q.and("%s", fmt.Sprintf(visible, q.arg(string(v.viewer)), table))
}

const anyHidden = `SELECT EXISTS (` + hiddenRounds + `)`

// visibleIn is visible for long tables: where nothing is hidden from the viewer
// in this snapshot, as is mostly so, nothing is asked of the rows.
func (q *query) visibleIn(ctx context.Context, snapshot querier, v *view, table string) error {
	var hidden bool
	err := snapshot.QueryRowContext(ctx, fmt.Sprintf(anyHidden, "$1"), string(v.viewer)).Scan(&hidden)
	if hidden {
		q.visible(v, table)
	}
	return err
}
