package tabular

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"concord/coding"
)

// pending is an answer that the project may hold in another form. Which one it
// is shows when all rows have been read.
type pending struct {
	row    int
	name   string // of the respondent
	column int    // of the import's comments
	key    answer
	text   string
	values coding.Values
	marks  []mark
}

// row brings in one respondent's answers.
func (im *importing) row(row Row) error {
	name := im.caseName(row)
	for i, rule := range im.plan.Rules {
		if !im.holds[i].Holds(im.value(im.rules[i], row)) {
			im.skip(row, name, rule.String())
			return nil
		}
	}
	c, there := im.present.cases[strings.ToLower(name)]
	if im.alone && strings.TrimSpace(row.Cells[im.respondent]) == "" {
		im.skip(row, "", "the row names no respondent")
		return nil
	}
	marks, err := im.marks.read(row)
	if err != nil {
		return err
	}
	im.rows++
	if !there {
		c = &person{Case: coding.Case{ID: coding.NewID[coding.CaseID](im.mint), Name: name}, fresh: true}
		c.Values, c.lent = im.lend(row), true
		im.cases = append(im.cases, c)
		im.present.cases[strings.ToLower(name)] = c
	}
	own := im.learn(c, row)
	placed := false
	for i, comment := range im.comments {
		text := row.Cells[comment.column]
		if strings.TrimSpace(text) == "" {
			im.outcome.Empty++
			continue
		}
		placed = true
		im.answer(pending{row.Number, name, i, answer{c.ID, comment.question}, text, own, marks})
	}
	if placed {
		return nil
	}
	for _, id := range slices.Sorted(maps.Keys(own)) {
		im.valueDiffers(row.Number, name, id, c.Values[id], own[id])
	}
	if len(marks) > 0 {
		im.skip(row, name, "the answer is empty, so that its codings have nothing to stand on")
	}
	return nil
}

// caseName is the respondent's name, on one line; a row without one goes by its number.
func (im *importing) caseName(row Row) string {
	if im.respondent >= 0 {
		if name := cut(oneLine(row.Cells[im.respondent]), longestLabel); name != "" {
			return name
		}
	}
	return fmt.Sprintf("Row %d", row.Number)
}

// oneLine makes single blanks of all white space.
func oneLine(s string) string {
	if !strings.ContainsAny(s, " \t\n\u00a0") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// value is a cell as a value.
func (im *importing) value(column int, row Row) string {
	return im.plan.Uses[column].Value(row.Cells[column])
}

// mostLent bounds how many sets of values are kept to be lent.
const mostLent = 1 << 12

// lend gives the values of a row. Respondents who are alike in all of them are
// lent one map, for the lifetime of the step: most of a large survey's memory
// would be theirs.
func (im *importing) lend(row Row) coding.Values {
	im.key = im.key[:0]
	for _, k := range im.known {
		im.key = append(append(im.key, im.value(k.column, row)...), 0)
	}
	if values, ok := im.lent[string(im.key)]; ok {
		return values
	}
	var values coding.Values
	for _, k := range im.known {
		v := im.value(k.column, row)
		if _, ok := values[k.attribute.ID]; ok || v == "" {
			continue
		}
		if values == nil {
			values = make(coding.Values, len(im.known))
		}
		values[k.attribute.ID] = v
	}
	if len(im.lent) < mostLent {
		im.lent[string(im.key)] = values
	}
	return values
}

// learn gives the case the values of the row, and returns those that differ
// from the case's: they are the row's own.
func (im *importing) learn(c *person, row Row) coding.Values {
	var own coding.Values
	for _, k := range im.known {
		v := im.value(k.column, row)
		if v == "" {
			continue
		}
		switch has, ok := c.Values[k.attribute.ID]; {
		case !ok, im.alone && im.first(c, k.attribute.ID) && has != v:
			im.know(c, k.attribute.ID, v)
		case has != v:
			if own == nil {
				own = coding.Values{}
			}
			own[k.attribute.ID] = v
		}
	}
	return own
}

// first reports whether the table says this of the respondent for the first time.
func (im *importing) first(c *person, id coding.AttributeID) bool {
	if c.fresh || c.told[id] {
		return false
	}
	if c.told == nil {
		c.told = map[coding.AttributeID]bool{}
	}
	c.told[id] = true
	return true
}

// know gives a case a value. One that the project holds is altered by it.
func (im *importing) know(c *person, id coding.AttributeID, v string) {
	if !c.fresh {
		im.outcome.Values++
	}
	if !c.fresh && im.alteredBy[c.ID] == nil {
		a := &alteredCase{was: c.Case}
		a.was.Values = maps.Clone(c.Values)
		im.alteredBy[c.ID] = a
		im.altered = append(im.altered, a)
	}
	switch {
	case c.Values == nil:
		c.Values = make(coding.Values, len(im.known))
	case c.lent:
		c.Values, c.lent = maps.Clone(c.Values), false
	}
	c.Values[id] = v
	if !c.fresh {
		im.alteredBy[c.ID].now = c.Case
	}
}

// answer brings in a comment, unless the project has it.
func (im *importing) answer(p pending) {
	if len(im.present.sources[p.key]) == 0 {
		im.add(p)
		return
	}
	same, other := im.present.match(p.key, coding.HashText(p.text))
	switch {
	case same != nil:
		im.outcome.Unchanged++
		im.compare(p, same)
	case other:
		im.pending = append(im.pending, p)
	default:
		im.add(p)
	}
}

// compare lists where a comment that is there has other values, and takes the
// codings of its row.
func (im *importing) compare(p pending, h *held) {
	for _, id := range slices.Sorted(maps.Keys(p.values)) {
		if has := h.values[id]; has != p.values[id] {
			if has == "" {
				has = im.present.cases[strings.ToLower(p.name)].Values[id]
			}
			im.valueDiffers(p.row, p.name, id, has, p.values[id])
		}
	}
	im.marks.put(p, h.source, h.length, true)
}

func (im *importing) valueDiffers(row int, name string, id coding.AttributeID, has, is string) {
	for _, k := range im.known {
		if k.attribute.ID == id {
			im.differs(row, name, fmt.Sprintf("%s is %q in the project and %q in the file", k.attribute.Name, has, is))
		}
	}
}

// add makes a source of a comment.
func (im *importing) add(p pending) {
	comment := im.comments[p.column]
	who := im.present.cases[strings.ToLower(p.name)]
	wanted := p.name
	again := who.asked.has(comment.column) || len(im.present.sources[p.key]) > 0
	if len(im.comments) > 1 || im.present.names[strings.ToLower(p.name)] && !again {
		wanted = p.name + "/" + comment.key
	}
	who.ask(comment.column)
	s := coding.NewSource(coding.NewID[coding.SourceID](im.mint), im.present.name(wanted), coding.Comment, p.text)
	s.Question = comment.question
	s.Cases = []coding.CaseID{p.key.respondent}
	s.Values = p.values
	im.sources.add(s)
	im.texts = append(im.texts, p.text)
	im.marks.put(p, s.ID, s.Length, false)
}

// settle decides on the answers that were left open, now that every row has met
// the comment with its own text: what is left of the project's differs.
func (im *importing) settle() error {
	for _, p := range im.pending {
		h := im.present.rest(p.key)
		if h == nil {
			im.add(p)
			continue
		}
		im.outcome.Moved = im.outcome.Moved || im.respondent < 0
		im.differs(p.row, p.name, fmt.Sprintf("the answer to %q has another text in the project", im.comments[p.column].question))
		if len(p.marks) > 0 {
			im.skip(Row{Number: p.row}, p.name, "its codings are of another text than the project's")
		}
	}
	im.outcome.Sources, im.outcome.Cases = im.sources.n, len(im.cases)
	switch {
	case im.rows > 0:
		return nil
	case im.torn > 0 && im.torn == len(im.outcome.Skipped):
		first := im.outcome.Skipped[0]
		return coding.Unfit("no row fits the header; the first that doesn't is row %d: %s", first.Row, first.Why)
	case len(im.outcome.Skipped) == 0:
		return coding.Unfit("%w: no row stands under the header", ErrEmpty)
	}
	return nil
}

func numberedName(name string, n int) string { return fmt.Sprintf("%s (%d)", name, n) }
