package agreement

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// CodeRatings are the ratings by one code, or those of a table without codes.
type CodeRatings struct {
	Code string
	// Commas says that the values are numbers written with a decimal comma.
	Commas bool
	*Ratings
}

// ReadRatings reads a table of ratings in CSV: a header "unit,CODER,CODER,…" and
// a row a unit. An empty cell is a missing rating. Values are labels; where all
// of them are numbers they are numbers, with a decimal comma where one of them has
// it and none a point. A label may be a set of codes, separated
// by semicolons, for MASI distance; a lone semicolon is the empty set. The name
// is that of the file, for errors.
func ReadRatings(name string, from io.Reader) (*Ratings, error) {
	tables, err := ReadRatingsByCode(name, from)
	switch {
	case err != nil:
		return nil, err
	case len(tables) > 1:
		return nil, fmt.Errorf("%s: the table has %d codes, where one is wanted", name, len(tables))
	}
	return tables[0].Ratings, nil
}

// ReadRatingsByCode reads the same, or a table in which the header's second name
// is "code", which has a row a unit and code. Each code makes a table, in the
// order in which they are met. All tables have the same units in the same order,
// whatever that of the rows; a unit without a row for a code is missing there.
func ReadRatingsByCode(name string, from io.Reader) ([]CodeRatings, error) {
	header, rows, err := readTable(name, from)
	if err != nil {
		return nil, err
	}
	first := 1 // the first column of a coder
	if len(header) > 1 && header[1] == "code" {
		first = 2
	}
	if len(header) <= first {
		return nil, fmt.Errorf("%s, line 1: %q has no column of a coder: the header must be unit,CODER,CODER,… separated by commas", name, strings.Join(header, ","))
	}
	coders := header[first:]
	for i, coder := range coders {
		if coder == "" {
			return nil, fmt.Errorf("%s, line 1: column %d has no name: it must be that of a coder", name, i+first+1)
		}
		if before := slices.Index(coders, coder); before < i {
			return nil, fmt.Errorf("%s, line 1: columns %d and %d are both named %q: every coder has one column", name, before+first+1, i+first+1, coder)
		}
	}
	if first == 1 {
		var units nameList
		table, err := ratingsOf(name, coders, rows, &units)
		return []CodeRatings{table}, err
	}
	var codes, units nameList
	var own [][]row
	for _, r := range rows {
		code := r.cells[1]
		if code == "" {
			return nil, fmt.Errorf("%s, line %d: the code has no name", name, r.line)
		}
		at := codes.place(code)
		if at == len(own) {
			own = append(own, nil)
		}
		units.place(r.cells[0])
		own[at] = append(own[at], row{r.line, slices.Delete(r.cells, 1, 2)})
	}
	if len(own) == 0 {
		return nil, fmt.Errorf("%s: the table has no row: it needs one a unit and code", name)
	}
	tables := make([]CodeRatings, len(own))
	for at := range own {
		if tables[at], err = ratingsOf(name, coders, own[at], &units); err != nil {
			return nil, err
		}
		tables[at].Code = codes.names[at]
	}
	return tables, nil
}

// ratingsOf makes a table of rows: a unit's name, then a cell a coder. Units that
// other rows of the file have, and these not, are missing.
func ratingsOf(name string, coders []string, rows []row, units *nameList) (CodeRatings, error) {
	made := CodeRatings{}
	lines := make(map[string]int, len(rows))
	for _, r := range rows {
		unit := r.cells[0]
		if unit == "" {
			return made, fmt.Errorf("%s, line %d: the unit has no name", name, r.line)
		}
		if first, found := lines[unit]; found {
			return made, fmt.Errorf("%s, line %d: unit %q is on line %d already: every unit has one row", name, r.line, unit, first)
		}
		lines[unit] = r.line
		units.place(unit)
	}
	made.Commas = decimalCommas(rows)
	scale, ratings := scaleOf(name, rows, made.Commas)
	columns := make([]Column, len(coders))
	for g, coder := range coders {
		columns[g] = Column{Coder: coder, Ratings: make([]Rating, len(units.names))}
		for _, r := range rows {
			columns[g].Ratings[units.place(r.cells[0])] = ratings[value(r.cells[g+1])]
		}
	}
	var err error
	if made.Ratings, err = NewRatings(scale, columns...); err != nil {
		return made, fmt.Errorf("%s: %w", name, err)
	}
	return made, nil
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

// scaleOf is the scale of all values, and the rating that each stands for.
// Labels come in the order in which they are met, numbers by size; values that
// are the same number are one.
func scaleOf(name string, rows []row, commas bool) (Scale, map[string]Rating) {
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
			x, isNumber := numberOf(label, commas)
			numeric = numeric && isNumber
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
	return numbered(values, numbers, scale.origins, ratings), ratings
}

// numberOf is the number that a label stands for, and whether it does.
func numberOf(label string, commas bool) (x float64, is bool) {
	if commas {
		label = strings.Replace(label, ",", ".", 1)
	}
	x, err := strconv.ParseFloat(label, 64)
	return x, err == nil && !math.IsNaN(x) && !math.IsInf(x, 0)
}

// decimalCommas reports whether all values are numbers that one at least has a
// decimal comma in, and none a point. Where all commas may stand between
// thousands, as in "1,250", that isn't clear.
func decimalCommas(rows []row) bool {
	const thousands = 3
	decimal := false
	for _, r := range rows {
		for _, cell := range r.cells[1:] {
			before, after, found := strings.Cut(cell, ",")
			if _, is := numberOf(cell, true); cell != "" && !is || strings.Contains(cell, ".") || found && (before == "" || after == "") {
				return false
			}
			decimal = decimal || found && (len(after) != thousands || strings.Trim(before, "+-0") == "")
		}
	}
	return decimal
}

// numbered is the scale of numbers, the smallest first, whatever their order in
// the table. It sets the rating of each value.
func numbered(values []string, numbers []float64, origins []string, ratings map[string]Rating) Scale {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(numbers[a], numbers[b]) })
	var scale Scale
	for _, i := range order {
		if last := len(scale.numbers) - 1; last < 0 || scale.numbers[last] != numbers[i] {
			scale.labels = append(scale.labels, values[i])
			scale.numbers = append(scale.numbers, numbers[i])
			scale.sets = append(scale.sets, []string{values[i]}) // as labels are, without a semicolon
			scale.origins = append(scale.origins, origins[i])
		}
		ratings[values[i]] = Category(len(scale.numbers) - 1)
	}
	return scale
}
