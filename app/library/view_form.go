package library

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding/document"
	"concord/coding/tabular"
)

// showForm says how the file is written.
func (p *importPage) showForm() {
	t := p.wizard.Table
	words := lang.N("{{.N}} columns", len(t.Columns), map[string]any{"N": len(t.Columns)})
	if p.summary != nil {
		words = lang.N("{{.N}} rows", p.summary.Rows, map[string]any{"N": ui.Count(p.summary.Rows)}) + ", " + words
	}
	link := ui.NewLink(lang.L("Not right?"), func() {
		p.correcting = !p.correcting
		p.showCorrections()
		p.page.Refresh()
	})
	link.TextSize = ui.SizeWork
	how := t.Form.Words()
	for i, fact := range how {
		how[i] = p.screen.shell.Words().Tell(fact)
	}
	p.form.SetParts(ui.MutedWords(words+". "+strings.Join(how, ", ")+". "), ui.Standing(link))
	p.showCorrections()
}

// showCorrections offers other ways to read the file.
func (p *importPage) showCorrections() {
	p.correct.Objects = nil
	if p.correcting {
		row := ui.NewFlow(ui.Space2, ui.Space2)
		if p.wizard != nil && p.wizard.Table.Form.Workbook() {
			row.Add(ui.NewMenuPill(lang.L("Sheet"), p.sheets))
		} else {
			row.Add(ui.NewMenuPill(lang.L("Encoding"), p.encodings))
			row.Add(ui.NewMenuPill(lang.L("Between cells"), p.delimiters))
			row.Add(ui.NewMenuPill(lang.L("Around cells"), p.quotes))
		}
		row.Add(ui.NewMenuPill(lang.L("Header rows"), p.headers))
		p.correct.Add(row)
	}
	p.correct.Refresh()
}

// reread settles how the file is written and reads it anew.
func (p *importPage) reread(change func(*tabular.Options)) func() {
	return func() {
		change(&p.o)
		p.open()
	}
}

func (p *importPage) sheets() []ui.Option {
	var options []ui.Option
	for _, name := range p.wizard.Table.Form.Sheets {
		options = append(options, ui.Option{Text: name, Chosen: name == p.wizard.Table.Form.Sheet, OnChosen: p.reread(func(o *tabular.Options) { o.Sheet = name })})
	}
	return options
}

func (p *importPage) encodings() []ui.Option {
	options := []ui.Option{{Text: lang.L("Recognise it"), Chosen: p.o.Encoding == "", OnChosen: p.reread(func(o *tabular.Options) { o.Encoding = "" })}}
	for _, e := range document.Encodings() {
		options = append(options, ui.Option{Text: string(e), Chosen: p.o.Encoding == e, OnChosen: p.reread(func(o *tabular.Options) { o.Encoding = e })})
	}
	return options
}

func (p *importPage) delimiters() []ui.Option {
	var options []ui.Option
	for _, d := range []struct {
		char  rune
		words string
	}{
		{0, lang.L("Recognise it")},
		{',', lang.L("Commas")},
		{';', lang.L("Semicolons")},
		{'\t', lang.L("Tabs")},
		{'|', lang.L("Bars")},
		{tabular.NoDelimiter, lang.L("Nothing: a line is one cell")},
	} {
		options = append(options, ui.Option{Text: d.words, Chosen: p.o.Delimiter == d.char, OnChosen: p.reread(func(o *tabular.Options) { o.Delimiter = d.char })})
	}
	return options
}

func (p *importPage) quotes() []ui.Option {
	var options []ui.Option
	for _, q := range []struct {
		char  rune
		words string
	}{
		{0, lang.L("Recognise it")},
		{'"', `"`},
		{'\'', "'"},
		{tabular.NoQuote, lang.L("No quotation marks")},
	} {
		options = append(options, ui.Option{Text: q.words, Chosen: p.o.Quote == q.char, OnChosen: p.reread(func(o *tabular.Options) { o.Quote = q.char })})
	}
	return options
}

func (p *importPage) headers() []ui.Option {
	var options []ui.Option
	for _, n := range []int{0, tabular.NoHeader, 1, 2, 3, 4, 5} {
		words := fmt.Sprint(n)
		switch n {
		case 0:
			words = lang.L("Recognise it")
		case tabular.NoHeader:
			words = lang.L("No header row")
		}
		options = append(options, ui.Option{Text: words, Chosen: p.o.HeaderRows == n, OnChosen: p.reread(func(o *tabular.Options) { o.HeaderRows = n })})
	}
	return options
}
