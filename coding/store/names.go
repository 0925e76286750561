package store

import (
	"context"
	"fmt"
	"sync"
)

// names remembers the identities behind the numbers of nouns. A number is given
// once and kept for good, so what was read once needn't be read again. They are
// read from committed states alone.
type names struct {
	mu     sync.Mutex
	tables map[string][]string
}

// selectNames goes on where the last reading ended.
const selectNames = `SELECT no, id FROM %s WHERE no >= $1 ORDER BY no`

// of gives the identities of a table by their numbers. The caller must not
// change the list.
func (n *names) of(ctx context.Context, db querier, table string) ([]string, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	known := n.tables[table]
	if known == nil {
		known = []string{""} // numbers begin at 1
	}
	rows, err := db.QueryContext(ctx, fmt.Sprintf(selectNames, table), len(known))
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		var no int64
		var id string
		if err := rows.Scan(&no, &id); err != nil {
			return nil, closing(rows, err)
		}
		for int64(len(known)) < no {
			known = append(known, "")
		}
		known = append(known, id)
	}
	if err := closing(rows, rows.Err()); err != nil {
		return nil, err
	}
	if n.tables == nil {
		n.tables = map[string][]string{}
	}
	n.tables[table] = known
	return known, nil
}
