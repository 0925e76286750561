package tabular

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"concord/coding"
)

// guessRows is how many rows a guess rests on.
const guessRows = 1000

// Guess says what each column of the table holds, by its header and the first rows.
func (t *Table) Guess(ctx context.Context) ([]Use, error) {
	rows, _, err := t.Sample(ctx, guessRows)
	if err != nil && len(rows) == 0 {
		return nil, err
	}
	return Guess(t.Columns, t.Form, rows), nil // a fault further down is met when the rows are read
}

// Guess says what each column holds, by its header and some rows. One column at
// most names the respondents. Every answer comes with the reason for it.
func Guess(columns []Column, form Form, rows []Row) []Use {
	g := guess{columns: columns, form: form, uses: make([]Use, len(columns)), ratings: make([]*rating, len(columns))}
	for i := range columns {
		g.profiles = append(g.profiles, profileOf(rows, i, form))
	}
	g.respondent()
	for i := range columns {
		if g.uses[i].Role == "" {
			g.column(i)
		}
	}
	g.marks()
	g.families()
	g.texts()
	for i, p := range g.profiles {
		g.uses[i].Comma = p.comma
	}
	return g.uses
}

// guess is what is known while guessing.
type guess struct {
	columns  []Column
	form     Form
	profiles []*profile
	ratings  []*rating
	uses     []Use
}

// respondent chooses the column that names who answered.
func (g *guess) respondent() {
	best, rank := -1, len(respondentHeaders())
	for i, c := range g.columns {
		p := g.profiles[i]
		at := slices.Index(respondentHeaders(), fold(c.Name))
		if c.ImportID == "_recordId" {
			at = 0
		}
		if at < 0 || at >= rank || p.rows > 0 && (p.filled == 0 || p.different() < 0.5) || p.meanWords() > 3 {
			continue
		}
		best, rank = i, at
	}
	if best >= 0 {
		why := "Its header says that it names who answered."
		if p := g.profiles[best]; p.filled > 1 && p.different() == 1 {
			why = "Its header says that it names who answered, and every value is different."
		}
		g.uses[best] = Use{Role: RoleRespondent, Why: why}
		return
	}
	for i := range g.columns {
		p := g.profiles[i]
		if p.filled >= 5 && p.filled == p.rows && p.different() == 1 && p.maxWords == 1 && p.meanRunes() <= 40 &&
			p.numbers < p.filled && p.dates == 0 && p.at == 0 && p.ips == 0 && bookkeeping(g.columns[i], g.form.Software) == "" {
			g.uses[i] = Use{Role: RoleRespondent, Why: "Every value is different, and none is longer than a word."}
			return
		}
	}
}

// column decides on one column by itself.
func (g *guess) column(i int) {
	c, p := g.columns[i], g.profiles[i]
	u := &g.uses[i]
	out := func(why string) { *u = Use{Role: RoleLeaveOut, Why: why} }
	if why := bookkeeping(c, g.form.Software); why != "" {
		out(why)
		return
	}
	switch {
	case p.filled == 0 && p.rows > 0:
		out("No row has anything in it.")
	case p.most(p.at):
		out("E-mail addresses would identify people.")
	case p.most(p.ips):
		out("Network addresses would identify people.")
	case g.isItem(i):
		g.item(i)
	case isComment(c, p):
		*u = Use{Role: RoleComment, Why: commentReason(p)}
	case p.numeric():
		*u = Use{Role: RoleAttribute, Level: coding.Numeric, Why: numberReason(p)}
	case p.filled >= 20 && p.different() > 0.95 && p.maxWords == 1 && !p.most(p.dates):
		out("Nearly every value is different, and another column names who answered.")
		if !slices.ContainsFunc(g.uses, func(u Use) bool { return u.Role == RoleRespondent }) {
			*u = Use{Role: RoleAttribute, Level: coding.Nominal, Why: valuesReason(p)}
		}
	default:
		*u = Use{Role: RoleAttribute, Level: coding.Nominal, Why: valuesReason(p)}
	}
}

// isItem recognises a rated statement, and keeps the scale.
func (g *guess) isItem(i int) bool {
	c, p := g.columns[i], g.profiles[i]
	if r, ok := findRating(p.values); ok {
		g.ratings[i] = &r
		return true
	}
	if p.filled < 2 || p.whole != p.filled || p.low < 0 || p.high > 10 || p.binary() || !isStatement(c) {
		return false
	}
	r := numericRating(c.Question, int(p.low), int(p.high))
	g.ratings[i] = &r
	return true
}

// isStatement reports whether numbers in this column are answers on a scale and
// not a count, an age or a year: a whole sentence that asks for none of these,
// or one of a battery of questions.
func isStatement(c Column) bool {
	q := strings.TrimLeft(strings.ToLower(c.Question), "¿ ")
	for _, start := range countStarts() {
		if strings.HasPrefix(q, start) {
			return false
		}
	}
	if len(strings.Fields(q)) >= 4 {
		return true
	}
	base, sub, found := strings.Cut(c.Name, "_")
	if !found {
		base, sub, found = strings.Cut(c.Name, "[")
	}
	return found && limeCode(base) && sub != ""
}

func (g *guess) item(i int) {
	r := g.ratings[i]
	g.uses[i] = Use{Role: RoleItem, Level: coding.Scaled, Levels: r.levels, Agreeing: r.agreeing, Why: itemReason(r)}
}

// families gives columns that were rated on the same scale the same levels, and
// makes items of those columns in which a single level of it was chosen.
func (g *guess) families() {
	for i, u := range g.uses {
		p := g.profiles[i]
		if u.Role != RoleAttribute || len(p.values) != 1 || g.ratings[i] != nil {
			continue
		}
		for _, r := range g.ratings {
			if r == nil || r.used == nil {
				continue
			}
			if place := r.scale.place(p.values[0]); place >= 0 {
				g.ratings[i] = &rating{
					name: r.name, scale: r.scale, family: r.family,
					used: map[int]bool{place: true}, spelled: map[int]string{place: p.values[0]},
				}
				break
			}
		}
	}
	joined := map[string]*rating{}
	for _, r := range g.ratings {
		if r == nil || r.used == nil {
			continue
		}
		if joined[r.family] == nil {
			joined[r.family] = &rating{name: r.name, scale: r.scale, family: r.family, used: map[int]bool{}, spelled: map[int]string{}}
		}
		joined[r.family].join(*r)
	}
	for i, r := range g.ratings {
		if r == nil {
			continue
		}
		if r.used != nil {
			r.join(*joined[r.family])
		}
		g.item(i)
	}
}

// marks recognises pairs of columns with two coders' 0 and 1 for the same code:
// H1_gratitude and H2_gratitude. They are left out, and named as what they seem.
func (g *guess) marks() {
	coders := map[string][]int{} // columns by code
	for i, c := range g.columns {
		p := g.profiles[i]
		coder, code, found := strings.Cut(c.Name, "_")
		if found && coder != "" && code != "" && p.filled > 0 && p.whole == p.filled && p.low >= 0 && p.high <= 1 {
			coders[fold(code)] = append(coders[fold(code)], i)
		}
	}
	for _, columns := range coders {
		if len(columns) < 2 {
			continue
		}
		for _, i := range columns {
			coder, code, _ := strings.Cut(g.columns[i].Name, "_")
			g.ratings[i] = nil
			g.uses[i] = Use{
				Role: RoleLeaveOut, Coder: coder, Code: code,
				Why: fmt.Sprintf("It looks like the marks of coder %s for the code %q; bring it in as codings if it is.", coder, code),
			}
		}
	}
}

// texts makes comments of columns by their headers alone, where no column is one
// by what stands in it: a few short answers tell little.
func (g *guess) texts() {
	if slices.ContainsFunc(g.uses, func(u Use) bool { return u.Role == RoleComment }) {
		return
	}
	for i, c := range g.columns {
		p := g.profiles[i]
		headed := asksForText(c) == asksPlainly || slices.Contains(textHeaders(), fold(c.Name))
		own := p.numbers == 0 && !p.most(p.dates) && (p.different() > 0.5 || p.meanWords() >= 2)
		if headed && own && g.uses[i].Role == RoleAttribute {
			g.uses[i] = Use{Role: RoleComment, Why: headerReason()}
		}
	}
}

// isComment recognises answers in people's own words.
func isComment(c Column, p *profile) bool {
	switch {
	case p.rows == 0:
		return asksForText(c) == asksPlainly
	case p.numeric() || p.most(p.dates):
		return false
	case strings.HasSuffix(c.ImportID, "_TEXT"):
		return true
	case p.meanRunes() >= 60 && p.different() >= 0.4:
		return true
	case p.meanWords() >= 3 && p.maxWords >= 5 && p.different() >= 0.6:
		return true
	}
	switch asksForText(c) {
	case asksPlainly:
		return p.maxWords >= 4 && p.different() >= 0.2
	case asksPerhaps:
		return p.maxWords >= 4 && p.different() >= 0.5
	}
	return false
}

func headerReason() string { return "Its header asks for an answer in one's own words." }

func commentReason(p *profile) string {
	if p.filled == 0 {
		return headerReason()
	}
	return fmt.Sprintf("Free text: %s an answer on average.", counted(int(p.meanWords()+0.5), "word", "words"))
}

func itemReason(r *rating) string {
	if r.name == "" {
		return fmt.Sprintf("Numbers on a scale from %s to %s.", r.levels[0], r.levels[len(r.levels)-1])
	}
	return fmt.Sprintf("Answers on a scale of %s, from %q to %q.", r.name, r.levels[0], r.levels[len(r.levels)-1])
}

func numberReason(p *profile) string {
	if p.low == p.high {
		return fmt.Sprintf("The number %s in every row that has one.", plain(p.low))
	}
	if p.comma {
		return fmt.Sprintf("Numbers from %s to %s: every value is one, written with a decimal comma.", plain(p.low), plain(p.high))
	}
	return fmt.Sprintf("Numbers from %s to %s.", plain(p.low), plain(p.high))
}

func plain(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func valuesReason(p *profile) string {
	switch {
	case p.rows == 0:
		return "There are no rows to tell by."
	case p.most(p.dates):
		return "Dates."
	case len(p.values) == 1:
		return "The same value in every row that has one."
	}
	return fmt.Sprintf("%d different values in %s.", len(p.values), counted(p.filled, "row", "rows"))
}
