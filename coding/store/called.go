package store

import "fmt"

const selectOwners = `SELECT called, id FROM %s WHERE body IS NOT NULL`

// owners are the identities of a table's nouns by what they are called. They are
// learnt once a step, and kept up to date by claim and release.
func (w *write) owners(table string) (map[string]string, error) {
	if owners := w.called[table]; owners != nil {
		return owners, nil
	}
	owners := map[string]string{}
	rows, err := w.tx.QueryContext(w.ctx, fmt.Sprintf(selectOwners, table))
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		var called, id string
		if err := rows.Scan(&called, &id); err != nil {
			return nil, closing(rows, err)
		}
		owners[called] = id
	}
	w.called[table] = owners
	return owners, closing(rows, rows.Err())
}

// release gives a name up that a noun had.
func (w *write) release(table, called, id string) {
	if owners := w.called[table]; owners[called] == id {
		delete(owners, called)
	}
}
