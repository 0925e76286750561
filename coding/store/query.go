package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"concord/coding"
)

// querier is a connection, a pool or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// query is a statement that grows with a filter.
type query struct {
	text strings.Builder
	args []any
}

func newQuery(text string) *query {
	q := &query{}
	q.text.WriteString(text)
	return q
}

// arg adds a value and gives its placeholder.
func (q *query) arg(value any) string {
	q.args = append(q.args, value)
	return "$" + strconv.Itoa(len(q.args))
}

// and adds a condition to a statement that has a WHERE already.
func (q *query) and(format string, args ...any) {
	q.text.WriteString(" AND ")
	fmt.Fprintf(&q.text, format, args...)
}

// in adds the condition that a column has one of the numbers, which are ours
// and so stand in the statement itself: there may be more than placeholders allow.
func (q *query) in(column string, numbers []int64) { q.and("%s IN (%s)", column, list(numbers)) }

func (q *query) rows(ctx context.Context, db querier) (*sql.Rows, error) {
	return db.QueryContext(ctx, q.text.String(), q.args...)
}

func list(numbers []int64) string {
	var b []byte
	for i, n := range numbers {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, n, 10)
	}
	return string(b)
}

// Of a list of identities so many are looked up in one statement.
const atOnce = 500

// selectNumbers finds the numbers of nouns that are there.
const selectNumbers = `SELECT no, id FROM %s WHERE body IS NOT NULL AND id IN (%s)`

// numbersOf finds the numbers of nouns by their identities. Those that aren't
// in the project are left out.
func numbersOf[ID ~string](ctx context.Context, db querier, table string, ids []ID) (map[int64]ID, error) {
	found := make(map[int64]ID, len(ids))
	for part := range slices.Chunk(ids, atOnce) {
		q, marks := &query{}, make([]string, len(part))
		for i, id := range part {
			marks[i] = q.arg(string(id))
		}
		fmt.Fprintf(&q.text, selectNumbers, table, strings.Join(marks, ","))
		rows, err := q.rows(ctx, db)
		if err != nil {
			return nil, err
		}
		for rows.Next() {
			var no int64
			var id ID
			if err := rows.Scan(&no, &id); err != nil {
				return nil, closing(rows, err)
			}
			found[no] = id
		}
		if err := closing(rows, rows.Err()); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// closing closes rows and gives the first error.
func closing(rows *sql.Rows, err error) error {
	if closed := rows.Close(); err == nil {
		err = closed
	}
	return err
}

func sorted[V any](m map[int64]V) []int64 {
	numbers := make([]int64, 0, len(m))
	for n := range m {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	return numbers
}

// selectBodies reads a whole table of nouns in the order in which they came.
const selectBodies = `SELECT body FROM %s WHERE body IS NOT NULL ORDER BY no`

// all reads a whole table of nouns.
func all[T coding.Noun](ctx context.Context, v *view, table string) ([]T, error) {
	return collect(decoded[T](ctx, v, newQuery(fmt.Sprintf(selectBodies, table))), "read "+table)
}

// decoded reads nouns from a query that gives their bodies.
func decoded[T coding.Noun](ctx context.Context, v *view, q *query) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var body sql.RawBytes
		each(ctx, v, q, []any{&body}, func() (noun T, err error) {
			if err := json.Unmarshal(body, &noun); err != nil {
				return noun, refuse(coding.ErrDamaged, "a noun can't be read: %w", err)
			}
			return noun, nil
		}, yield)
	}
}

// each runs a query, and for each row scanned yields what made makes of it.
func each[T any](
	ctx context.Context, v *view, q *query, into []any, made func() (T, error), yield func(T, error) bool,
) {
	var none T
	rows, err := q.rows(ctx, v.db.reader)
	if err != nil {
		yield(none, v.db.fail(ctx, err))
		return
	}
	defer rows.Close()
	for rows.Next() {
		err := rows.Scan(into...)
		var one T
		if err == nil {
			one, err = made()
		}
		if err != nil {
			yield(none, v.db.fail(ctx, err))
			return
		}
		if !yield(one, nil) {
			return
		}
	}
	if err := rows.Err(); err != nil {
		yield(none, v.db.fail(ctx, err))
	}
}

// collect gathers what an iterator gives; its error says what was being tried.
func collect[T any](seq iter.Seq2[T, error], trying string) ([]T, error) {
	var got []T
	for one, err := range seq {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", trying, err)
		}
		got = append(got, one)
	}
	return got, nil
}

// fail translates an error of the driver; where the caller gave up, that is the reason.
func (db *DB) fail(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	if strings.HasPrefix(err.Error(), "sql: Scan error") { // what stands in a column can't stand there
		return refuse(coding.ErrDamaged, "%w", err)
	}
	return db.engine.Translate(ctx, err)
}

// snapshot runs work on one state of the project, however many statements it takes.
func (v *view) snapshot(ctx context.Context, work func(tx *sql.Tx) error) error {
	tx, err := v.db.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return v.db.fail(ctx, err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	return work(tx)
}
