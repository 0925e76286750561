package agreement

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// ReadRatings reads a table of ratings in CSV: a header "unit,CODER,CODER,…" and
// a row a unit. An empty cell is a missing rating. Values are labels; where all
// of them are numbers they are numbers. A label may be a set of codes, separated
// by semicolons, for MASI distance; a lone semicolon is the empty set. The name
// is that of the file, for errors.
func ReadRatings(name string, from io.Reader) (*Ratings, error) {
	header, rows, err := readTable(name, from)
	if err != nil {
		return nil, err
	}
	if len(header) < 2 {
		return nil, fmt.Errorf("%s, line 1: %q has no column of a coder: the header must be unit,CODER,CODER,… separated by commas", name, header[0])
	}
	for i, coder := range header[1:] {
		if coder == "" {
			return nil, fmt.Errorf("%s, line 1: column %d has no name: it must be that of a coder", name, i+2)
		}
		if first := slices.Index(header[1:], coder); first < i {
			return nil, fmt.Errorf("%s, line 1: columns %d and %d are both named %q: every coder has one column", name, first+2, i+2, coder)
		}
	}
	units := make(map[string]int, len(rows))
	for _, r := range rows {
		unit := r.cells[0]
		if unit == "" {
			return nil, fmt.Errorf("%s, line %d: the unit has no name", name, r.line)
		}
		if first, found := units[unit]; found {
			return nil, fmt.Errorf("%s, line %d: unit %q is on line %d already: every unit has one row", name, r.line, unit, first)
		}
		units[unit] = r.line
	}
	scale, ratings := scaleOf(name, rows)
	columns := make([]Column, len(header)-1)
	for g := range columns {
		columns[g] = Column{Coder: header[g+1], Ratings: make([]Rating, len(rows))}
		for i, r := range rows {
			columns[g].Ratings[i] = ratings[value(r.cells[g+1])]
		}
	}
	table, err := NewRatings(scale, columns...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return table, nil
}

// value is a cell's label; that of a set has its codes in order.
func value(cell string) string {
	if !strings.Contains(cell, ";") {
		return cell
	}
	members := setOf(cell)
	if len(members) == 0 {
		return ";"
	}
	return strings.Join(members, ";")
}

func setOf(label string) []string {
	var members []string
	for part := range strings.SplitSeq(label, ";") {
		if part = strings.TrimSpace(part); part != "" && !slices.Contains(members, part) {
			members = append(members, part)
		}
	}
	slices.Sort(members)
	return members
}

// scaleOf is the scale of all values, in the order in which they are met, and
// the rating that each stands for. Values that are the same number are one.
func scaleOf(name string, rows []row) (Scale, map[string]Rating) {
	var scale Scale
	var values []string
	ratings := map[string]Rating{"": Missing}
	numbers, numeric := []float64(nil), true
	for _, r := range rows {
		for _, cell := range r.cells[1:] {
			label := value(cell)
			if _, met := ratings[label]; met {
				continue
			}
			values = append(values, label)
			ratings[label] = Category(len(values) - 1)
			scale.origins = append(scale.origins, fmt.Sprintf("%s, line %d", name, r.line))
			x, err := strconv.ParseFloat(label, 64)
			numeric = numeric && err == nil && !math.IsNaN(x) && !math.IsInf(x, 0)
			numbers = append(numbers, x)
		}
	}
	scale.labels = values
	if !numeric || len(values) == 0 {
		for _, label := range values {
			scale.sets = append(scale.sets, setOf(label))
		}
		return scale, ratings
	}
	scale.labels, scale.numbers = nil, nil
	origins := scale.origins
	scale.origins = nil
	places := make(map[float64]int, len(values))
	for i, label := range values {
		at, met := places[numbers[i]]
		if !met {
			at = len(scale.numbers)
			places[numbers[i]] = at
			scale.labels = append(scale.labels, label)
			scale.numbers = append(scale.numbers, numbers[i])
			scale.origins = append(scale.origins, origins[i])
		}
		ratings[label] = Category(at)
	}
	return scale, ratings
}
