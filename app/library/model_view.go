package library

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"concord/coding"
)

// Column is what the table of sources shows in a column, and may be sorted by.
type Column struct {
	Kind ColumnKind
	// Attribute of a column of the kind OfAttribute.
	Attribute coding.AttributeID
}

// ColumnKind tells the columns apart.
type ColumnKind int

// The kinds of columns, from the left.
const (
	OfName ColumnKind = iota
	OfKind
	OfCase
	OfQuestion
	OfAttribute
	OfWords
	OfCodings
	OfState
)

// Which chooses sources by what was done with them.
type Which int

// All sources, those with or without codings of the viewer, those that are or
// aren't done in the current round.
const (
	Every Which = iota
	Coded
	Uncoded
	Done
	NotDone
)

// View is how the table is filtered and sorted.
type View struct {
	Text  string
	Which Which
	// Value is the one wanted under Attribute, where that isn't empty.
	Attribute coding.AttributeID
	Value     string
	By        Column
	Down      bool
	// Sorted is false as long as nobody sorted: the order of the project.
	Sorted bool
}

// Arrange lists the rows that a view takes, in its order.
func (s *Study) Arrange(ctx context.Context, v View) ([]int, error) {
	words := strings.Fields(strings.ToLower(v.Text))
	var order []int
	for i := range s.Rows {
		if i%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if row := &s.Rows[i]; s.takes(row, v) && row.has(words) {
			order = append(order, i)
		}
	}
	if !v.Sorted {
		return order, nil
	}
	less := comparison(s, order, v.By)
	slices.SortStableFunc(order, func(i, j int) int {
		if v.Down {
			return less(j, i)
		}
		return less(i, j)
	})
	return order, ctx.Err()
}

func (s *Study) takes(row *Row, v View) bool {
	if v.Attribute != "" && row.Value(v.Attribute) != v.Value {
		return false
	}
	switch v.Which {
	case Coded:
		return row.Codings > 0
	case Uncoded:
		return row.Codings == 0
	case Done:
		return s.finished(row)
	case NotDone:
		return row.State.Assigned && !s.finished(row)
	}
	return true
}

// finished says that everybody whose word counts here is done with the row.
func (s *Study) finished(row *Row) bool {
	round, ok := s.CurrentRound()
	switch {
	case !ok || !row.State.Assigned:
		return false
	case round.Mine:
		return row.State.Done > 0
	}
	return row.State.Done >= len(round.Coders)
}

// has reports whether each word stands somewhere in what the table shows of the row.
func (r *Row) has(words []string) bool {
	if len(words) == 0 {
		return true
	}
	var all strings.Builder
	for _, part := range []string{r.Name, r.Case, r.Question} {
		all.WriteString(part)
		all.WriteByte('\n')
	}
	for _, values := range []coding.Values{r.known, r.Values} {
		for _, v := range values {
			all.WriteString(v)
			all.WriteByte('\n')
		}
	}
	text := strings.ToLower(all.String())
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// comparison orders rows by a column. Values are read as numbers once, not in
// every comparison.
func comparison(s *Study, order []int, by Column) func(i, j int) int {
	rows := s.Rows
	switch by.Kind {
	case OfKind:
		return func(i, j int) int { return strings.Compare(string(rows[i].Kind), string(rows[j].Kind)) }
	case OfCase:
		return func(i, j int) int { return natural(rows[i].Case, rows[j].Case) }
	case OfQuestion:
		return func(i, j int) int { return strings.Compare(rows[i].Question, rows[j].Question) }
	case OfAttribute:
		a, _ := s.Attribute(by.Attribute)
		places := placesOf(a, len(rows), order, func(i int) string { return rows[i].Value(a.ID) })
		return func(i, j int) int { return cmp.Compare(places[i], places[j]) }
	case OfWords:
		return func(i, j int) int { return cmp.Compare(rows[i].Words, rows[j].Words) }
	case OfCodings:
		return func(i, j int) int { return cmp.Compare(rows[i].Codings, rows[j].Codings) }
	case OfState:
		return func(i, j int) int { return cmp.Compare(rows[i].State.rank(), rows[j].State.rank()) }
	}
	return func(i, j int) int { return natural(rows[i].Name, rows[j].Name) }
}

// placesOf gives each thing the place of its value among all values of an
// attribute. There are far fewer values than things.
func placesOf(a coding.Attribute, n int, things []int, value func(i int) string) []int {
	place := map[string]int{}
	for _, i := range things {
		place[value(i)] = 0
	}
	for at, v := range slices.SortedFunc(maps.Keys(place), func(x, y string) int { return cmp.Or(a.Compare(x, y), strings.Compare(x, y)) }) {
		place[v] = at
	}
	places := make([]int, n)
	for _, i := range things {
		places[i] = place[value(i)]
	}
	return places
}

func (s State) rank() int {
	if !s.Assigned {
		return -1
	}
	return s.Done
}

// natural orders names as people do: runs of digits by their number, so that
// R-9 comes before R-10.
func natural(a, b string) int {
	for a != "" && b != "" {
		m, n := digits(a), digits(b)
		if m > 0 && n > 0 {
			x, y := strings.TrimLeft(a[:m], "0"), strings.TrimLeft(b[:n], "0")
			if c := cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(x, y)); c != 0 {
				return c
			}
			a, b = a[m:], b[n:]
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

// digits is how many digits a text begins with.
func digits(s string) int {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return i
		}
	}
	return len(s)
}

// ValueCount is a value of an attribute with the number of rows that have it.
type ValueCount struct {
	Value string
	Rows  int
}

// ValuesOf lists the values that an attribute has in the rows, in its order.
func (s *Study) ValuesOf(a coding.Attribute) []ValueCount {
	counts := map[string]int{}
	for i := range s.Rows {
		counts[s.Rows[i].Value(a.ID)]++
	}
	var all []ValueCount
	for v, n := range counts {
		all = append(all, ValueCount{v, n})
	}
	slices.SortFunc(all, func(x, y ValueCount) int {
		return cmp.Or(a.Compare(x.Value, y.Value), strings.Compare(x.Value, y.Value))
	})
	return all
}

// UsualColumns are the attributes shown until somebody chooses: the first
// three that aren't items of a questionnaire.
func (s *Study) UsualColumns() []coding.AttributeID {
	var ids []coding.AttributeID
	for _, a := range s.Attributes {
		if a.Level != coding.Scaled && len(ids) < 3 {
			ids = append(ids, a.ID)
		}
	}
	return ids
}
