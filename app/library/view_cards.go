package library

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/app/wordbook"
	"concord/coding"
	"concord/coding/tabular"
)

// showRules shows the conditions on who counts.
func (p *importPage) showRules() {
	p.who.Objects, p.value = nil, nil
	w := p.wizard
	for i := range w.Rules {
		rule := &w.Rules[i]
		column := ui.NewMenuPill(short(w.Table.Columns[rule.Column].Name), func() []ui.Option { return p.ruleColumns(i) })
		op := ui.NewMenuPill(opWord(rule.Op), func() []ui.Option { return p.ruleOps(i) })
		p.value = newEntry(rule.Value, lang.L("value"), func(t string) {
			rule.Value = t
			p.showPreview()
			p.try()
		}, p.bring)
		gone := ui.NewLink("✕", func() {
			w.Rules = slices.Delete(w.Rules, i, i+1)
			p.settle()
		})
		p.who.Add(ui.NewFlow(ui.Space1, ui.Space1, column, op, ui.NewSized(90, 0, p.value), gone))
	}
	words := lang.L("+ Another rule")
	if len(w.Rules) == 0 {
		words = lang.L("+ A rule on who counts")
		p.who.Add(ui.NewText(lang.L("Everybody."), ui.SizeWork, ui.ColorText))
	}
	p.who.Add(ui.NewRow(0, ui.NewLink(words, func() {
		w.Rules = append(w.Rules, RuleDraft{Column: p.likelyRule(), Op: ">="})
		p.settle()
		p.screen.focus(p.value)
	})))
	p.who.Refresh()
}

// settle shows the rules and what they do.
func (p *importPage) settle() {
	p.showRules()
	p.showPreview()
	p.try()
}

// likelyRule is the first column of numbers: a rule is mostly about one.
func (p *importPage) likelyRule() int {
	at := 0
	for i, u := range p.wizard.Uses {
		if u.Role == tabular.RoleAttribute && u.Level == coding.Numeric {
			at = i
		}
	}
	return at
}

func (p *importPage) ruleColumns(rule int) []ui.Option {
	var options []ui.Option
	for i, c := range p.wizard.Table.Columns {
		options = append(options, ui.Option{Text: short(c.Name), Chosen: p.wizard.Rules[rule].Column == i, OnChosen: func() {
			p.wizard.Rules[rule].Column = i
			p.settle()
		}})
	}
	return options
}

func (p *importPage) ruleOps(rule int) []ui.Option {
	var options []ui.Option
	for _, op := range []string{">=", "<=", ">", "<", "=", "!=", "~"} {
		options = append(options, ui.Option{Text: opWord(op), Chosen: p.wizard.Rules[rule].Op == op, OnChosen: func() {
			p.wizard.Rules[rule].Op = op
			p.settle()
		}})
	}
	return options
}

// showSummary shows what would come in, or why nothing can.
func (p *importPage) showSummary(err error) {
	setWords(p.left, "")
	setWords(p.from, "")
	p.showNames()
	p.out.Objects = nil
	switch {
	case errors.Is(err, context.Canceled):
		p.what.SetParts(ui.MutedWords(lang.L("Not looked through: change something to look again.")))
	case errors.Is(err, tabular.ErrNoText):
		p.showNoText()
	case err != nil:
		p.what.SetParts(ui.Part{Text: lang.L("It can't come in like this: {{.Reason}}.", map[string]any{"Reason": cmp.Or(p.screen.shell.Words().Reason(err), err.Error())}), Tone: ui.ToneLook})
	default:
		p.showForm()
		p.showOutcome()
	}
	p.showLeftOut()
	p.stays.Refresh()
	p.cards.Refresh()
	p.foot.Refresh()
	p.page.Refresh()
}

// quoted lists names in quotation marks.
func quoted(names []string) string {
	var all []string
	for _, n := range names {
		all = append(all, "“"+short(n)+"”")
	}
	return strings.Join(all, ", ")
}

// setWords shows words, and no line at all where there are none.
func setWords(t *ui.Text, words string) {
	t.SetText(words)
	setShown(t, words != "")
}

// showOutcome words the summary.
func (p *importPage) showOutcome() {
	s := p.summary
	if len(s.Excluded) > 0 {
		var all []Place
		for _, r := range s.Excluded {
			all = append(all, r.Places...)
		}
		setWords(p.left, lang.N("{{.N}} respondents are left out: {{.Names}}.", len(all), map[string]any{"N": ui.Count(len(all)), "Names": places(all)}))
	} else if len(p.wizard.Plan().Rules) > 0 {
		setWords(p.left, lang.L("Nobody is left out by that."))
	}
	p.what.SetParts(p.comesIn()...)
	if s.Sources > 0 {
		setWords(p.from, lang.L("Comments are the answers to {{.Questions}}.", map[string]any{"Questions": quoted(s.Questions)}))
	}
	if s.Moved {
		p.out.Add(ui.NewBody(lang.L("No column names who answered, so rows are known by their number alone. If they stand in another order than before, undo the earlier import and bring both tables in with a column whose role is Respondent.")))
	}
	for i, r := range s.Refused {
		const most = 6
		if i == most {
			p.out.Add(ui.NewMuted(lang.L("and {{.N}} other reasons", map[string]any{"N": ui.Count(len(s.Refused) - most)})))
			break
		}
		p.out.Add(ui.NewMuted(places(r.Places) + ": " + p.screen.shell.Words().Tell(r.Why)))
	}
	p.yes.SetDisabled(!s.New())
	switch {
	case s.Sources > 0:
		p.yes.SetText(lang.N("Import {{.N}} comments", s.Sources, map[string]any{"N": ui.Count(s.Sources)}))
	case s.Cases > 0:
		p.yes.SetText(lang.N("Import {{.N}} respondents", s.Cases, map[string]any{"N": ui.Count(s.Cases)}))
	default:
		p.yes.SetText(lang.L("Import"))
	}
}

// comesIn says what comes in.
func (p *importPage) comesIn() []ui.Part {
	s := p.summary
	if !s.New() && len(s.Differing) > 0 {
		return []ui.Part{ui.Words(lang.L("Nothing new comes in: what differs stays as it is in the project."))}
	}
	if !s.New() {
		return []ui.Part{ui.Words(lang.L("Nothing new: all of it is in the project already."))}
	}
	count := func(n int) map[string]any { return map[string]any{"N": ui.Count(n)} }
	var parts []ui.Part
	add := func(n int, part ui.Part) {
		if n == 0 {
			return
		}
		if len(parts) > 0 {
			parts = append(parts, ui.Words(", "))
		}
		parts = append(parts, part)
	}
	add(s.Cases, ui.Words(lang.N("{{.N}} respondents", s.Cases, count(s.Cases))))
	add(s.Sources, ui.BoldWords(lang.N("{{.N}} comments", s.Sources, count(s.Sources))))
	if s.Sources > 0 {
		words := " " + lang.N("to {{.N}} questions", len(s.Questions), count(len(s.Questions)))
		if s.Empty > 0 {
			words += " (" + lang.N("{{.N}} answers are empty", s.Empty, count(s.Empty)) + ")"
		}
		parts = append(parts, ui.Words(words))
	}
	add(s.Values, ui.Words(lang.N("{{.N}} values of respondents in the project", s.Values, count(s.Values))))
	add(s.Codings, ui.Words(lang.N("{{.N}} codings", s.Codings, count(s.Codings))))
	add(s.Scales, ui.Words(lang.N("{{.N}} scaled items", s.Scales, count(s.Scales))))
	add(s.Columns, ui.Words(lang.N("{{.N}} attributes", s.Columns, count(s.Columns))))
	parts = append(parts, ui.Words("."))
	if s.Unchanged > 0 {
		parts = append(parts, ui.MutedWords(" "+lang.N("{{.N}} comments are there already and stay as they are.", s.Unchanged, count(s.Unchanged))))
	}
	return parts
}

// showLeftOut lists the columns that don't come in, with the reason for each.
func (p *importPage) showLeftOut() {
	for _, c := range p.wizard.LeftOut() {
		p.out.Add(ui.NewMuted(strings.Join(c.Names, ", ") + ": " + p.screen.shell.Words().Tell(c.Why)))
	}
	setShown(p.stays, len(p.out.Objects) > 0)
	p.out.Refresh()
}

// showNoText says that there is no text to bring in, and offers to bring in the
// respondents alone.
func (p *importPage) showNoText() {
	parts := []ui.Part{{Text: lang.L("No column is a comment yet: choose the one in which people wrote in their own words."), Tone: ui.ToneLook}}
	if p.wizard.MayBeAlone() {
		link := ui.NewLink(lang.L("Bring in the respondents alone"), p.bringAlone)
		link.TextSize = ui.SizeWork
		parts = append(parts, ui.Words(" "), ui.Standing(link))
	}
	p.what.SetParts(parts...)
}

// bringAlone settles that the respondents come in without text.
func (p *importPage) bringAlone() {
	p.wizard.Alone = true
	p.try()
}

// showNames says how many of the new texts seem to tell who somebody is.
func (p *importPage) showNames() {
	var n Named
	if p.summary != nil {
		n = NamedIn(p.summary.Mentions)
	}
	p.after.Hidden = len(n.Places) == 0
	switch {
	case p.summary == nil || p.summary.Sources == 0:
		p.named.SetParts(ui.MutedWords("–"))
	case len(n.Places) == 0:
		p.named.SetParts(ui.Words(lang.L("No comment seems to name a person or a ward.")))
	default:
		p.named.SetParts(ui.Words(n.words()))
	}
}

// outcomeWords tell what an import brought in.
func outcomeWords(o tabular.Outcome) string {
	words := lang.N("{{.N}} comments came in", o.Sources, map[string]any{"N": ui.Count(o.Sources)})
	if o.Sources == 0 && o.Codings == 0 {
		words = lang.N("{{.N}} respondents came in", o.Cases, map[string]any{"N": ui.Count(o.Cases)})
	}
	if o.Codings > 0 {
		words += ", " + lang.N("{{.N}} codings", o.Codings, map[string]any{"N": ui.Count(o.Codings)})
	}
	if n := len(o.Skipped); n > 0 {
		words += "; " + lang.N("{{.N}} rows were left out", n, map[string]any{"N": ui.Count(n)})
	}
	return words + "."
}

// broughtWords tell what a text or a codebook brought in.
func broughtWords(b Brought, book *wordbook.Book) string {
	var parts []string
	add := func(n int, words string) {
		if n > 0 {
			parts = append(parts, words)
		}
	}
	count := func(n int) map[string]any { return map[string]any{"N": ui.Count(n)} }
	add(b.Documents, lang.N("{{.N}} documents came in", b.Documents, count(b.Documents)))
	add(b.Codes, lang.N("{{.N}} codes came in", b.Codes, count(b.Codes)))
	add(b.Filled, lang.N("{{.N}} codes were filled in", b.Filled, count(b.Filled)))
	add(b.Unchanged, lang.N("{{.N}} were there already", b.Unchanged, count(b.Unchanged)))
	add(b.Differing, lang.N("{{.N}} entries differ and stay as they are in the project", b.Differing, count(b.Differing)))
	for _, lost := range b.Lost {
		parts = append(parts, book.Tell(lost))
	}
	if len(parts) == 0 {
		return lang.L("nothing new.")
	}
	return strings.Join(parts, "; ") + "."
}
