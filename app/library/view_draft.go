package library

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/progress"
)

// roundForm is a round before it is opened.
type roundForm struct {
	panel *sidePanel
	draft Draft

	name, amount, seed *ui.Entry
	shares             map[Share]*ui.Pill
	stratify           *ui.Pill
	wanted             *ui.Pill
	sample             *fyne.Container
	planning           *ui.Text
	wrong              *ui.Text
}

// draftRound shows the form for a new round.
func (p *sidePanel) draftRound() {
	study := p.screen.study
	if study == nil {
		return
	}
	f := &roundForm{panel: p, draft: study.NewDraft(roundName), shares: map[Share]*ui.Pill{}}
	f.wrong = ui.NewText("", ui.SizeExplain, ui.ColorBad).Wrapped()
	f.planning = ui.NewMuted("")
	f.name = p.field(f.draft.Name, lang.L("for example: Round 1"), func(t string) { f.draft.Name = t; f.refresh() }, f.open)
	f.amount = p.field(f.draft.Amount, "", func(t string) { f.draft.Amount = t; f.refresh() }, f.open)
	f.seed = p.field(f.draft.Seed, "", func(t string) { f.draft.Seed = t; f.refresh() }, f.open)
	f.stratify = ui.NewMenuPill("", f.strata)
	f.wanted = ui.NewMenuPill("", f.thresholds)
	blind := widget.NewCheck(lang.L("Blind until it is closed"), func(on bool) { f.draft.Blind = on })
	blind.SetChecked(f.draft.Blind)
	who := ui.NewColumn(0)
	for _, c := range study.Coders {
		tick := widget.NewCheck(c.Name, func(on bool) { f.draft.Coders[c.ID] = on; f.refresh() })
		tick.Checked = f.draft.Coders[c.ID]
		who.Add(tick)
	}
	shares := ui.NewFlow(ui.Space1, ui.Space1)
	for _, one := range []struct {
		share Share
		words string
	}{{TakeAll, lang.L("All")}, {TakeNumber, lang.L("A number")}, {TakePercent, lang.L("A percentage")}} {
		pill := ui.NewPill(one.words, func() { f.draft.Share = one.share; f.refresh() })
		f.shares[one.share] = pill
		shares.Add(pill)
	}
	f.sample = ui.NewColumn(ui.Space2,
		ui.NewStretchRow(ui.Space2, 0, f.amount, ui.NewText(lang.L("seed"), ui.SizeExplain, ui.ColorMuted), ui.NewSized(64, 0, f.seed)),
		ui.NewFlow(ui.Space1, ui.Space1, f.stratify),
		ui.NewMuted(lang.L("Drawn at random; the same seed draws the same sample again.")))
	p.fill(lang.L("Open a round"), lang.L("One pass of coding, on the codebook as it is now, of which a version is kept."),
		section(lang.L("What is it called?"), f.name),
		section(lang.L("Who codes?"), who, blind, ui.NewMuted(lang.L("Blind: nobody sees the others' coding."))),
		section(lang.L("Which texts?"), shares, f.sample),
		section(lang.L("Agreement wanted"), ui.NewFlow(0, 0, f.wanted), f.planning),
		p.ends(f.wrong, lang.L("Open the round"), f.open))
	f.refresh()
	p.screen.focus(f.name)
}

// section is a part of a form under its heading.
func section(heading string, things ...fyne.CanvasObject) fyne.CanvasObject {
	return ui.NewColumn(ui.Space2, append([]fyne.CanvasObject{ui.NewHeading(heading)}, things...)...)
}

// refresh shows the draft, and what it would draw.
func (f *roundForm) refresh() {
	study := f.panel.screen.study
	for share, pill := range f.shares {
		pill.SetChosen(share == f.draft.Share)
	}
	setShown(f.sample, f.draft.Share != TakeAll)
	f.stratify.SetText(lang.L("from all alike") + " ▾")
	if a, ok := study.Attribute(f.draft.Stratify); ok {
		f.stratify.SetText(lang.L("shares kept by {{.Attribute}}", map[string]any{"Attribute": short(a.Name)}) + " ▾")
	}
	f.wanted.SetText(lang.L("none set") + " ▾")
	if f.draft.Threshold > 0 {
		f.wanted.SetText(threshold(f.draft.Threshold) + " ▾")
	}
	setWords(f.planning, "")
	plan, flaw := study.Plan(f.draft)
	n := Needed(f.draft.Threshold, rare)
	if f.draft.Threshold > 0 && n > 0 {
		words := lang.L("To be sure of it for a code found in one text of ten, two coders need {{.N}} texts in common (Bloch & Kraemer 1989).", map[string]any{"N": ui.Count(n)})
		if flaw == Sound {
			words += " " + lang.N("This round has {{.N}}.", study.Drawn(plan), map[string]any{"N": ui.Count(study.Drawn(plan))})
		}
		setWords(f.planning, words)
	}
	setWords(f.wrong, "")
	if flaw == WrongAmount || flaw == WrongSeed || flaw == NameTaken {
		setWords(f.wrong, flawWord(flaw, len(study.Rows)))
	}
	f.panel.object.Refresh()
}

// rare is the share of texts in which planning expects a code.
const rare = 0.1

func (f *roundForm) strata() []ui.Option {
	choose := func(id coding.AttributeID) func() { return func() { f.draft.Stratify = id; f.refresh() } }
	options := []ui.Option{{Text: lang.L("from all alike"), Chosen: f.draft.Stratify == "", OnChosen: choose("")}}
	for _, a := range f.panel.screen.study.Attributes {
		if a.Level != coding.Scaled {
			options = append(options, ui.Option{
				Text:   lang.L("shares kept by {{.Attribute}}", map[string]any{"Attribute": short(a.Name)}),
				Chosen: f.draft.Stratify == a.ID, OnChosen: choose(a.ID),
			})
		}
	}
	return options
}

func (f *roundForm) thresholds() []ui.Option {
	var options []ui.Option
	for _, v := range []float64{0, 0.667, 0.8, 0.9} {
		words := lang.L("none set")
		if v > 0 {
			words = threshold(v)
		}
		options = append(options, ui.Option{Text: words, Chosen: f.draft.Threshold == v, OnChosen: func() { f.draft.Threshold = v; f.refresh() }})
	}
	return options
}

// open opens the round, if nothing is wrong with it.
func (f *roundForm) open() {
	s := f.panel.screen
	plan, flaw := s.study.Plan(f.draft)
	if flaw != Sound {
		setWords(f.wrong, flawWord(flaw, len(s.study.Rows)))
		f.panel.object.Refresh()
		return
	}
	session := s.shell.Session()
	task.Start(s.shell.Tasks(), lang.L("Opening the round"), func(ctx context.Context, _ *progress.Counter) (coding.Round, error) {
		return session.OpenRound(ctx, plan)
	}, func(r coding.Round, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("open the round"))
			return
		}
		s.shell.Say("%s", lang.L("{{.Round}} is open.", map[string]any{"Round": r.Name}))
		f.panel.leave()
		s.load()
	})
}

// draftCoder shows the form for a new coder.
func (p *sidePanel) draftCoder() {
	wrong := ui.NewText("", ui.SizeExplain, ui.ColorBad).Wrapped()
	role := widget.NewCheck(lang.L("Supervisor"), nil)
	var name *ui.Entry
	add := func() {
		typed := strings.TrimSpace(name.Text)
		flaw, words := coding.Coder{Name: typed}.Validate(), lang.L("A coder needs a name, without commas and equals signs.")
		if p.screen.study.HasCoder(typed) {
			flaw, words = coding.ErrInvalid, lang.L("{{.Name}} is in the project already.", map[string]any{"Name": typed})
		}
		p.add(wrong, flaw, words, lang.L("add the coder"), func(ctx context.Context, s *coding.Session) error {
			_, err := s.AddCoder(ctx, typed, role.Checked)
			return err
		}, lang.L("{{.Name}} can work here now: tap the badge at the top right to switch.", map[string]any{"Name": typed}))
	}
	name = p.field("", lang.L("name"), nil, add)
	p.fill(lang.L("Add a coder"), lang.L("Coders work one after another on this computer, each under the own name."),
		section(lang.L("What is the coder called?"), name, role, ui.NewMuted(lang.L("A supervisor sees all, closes rounds and settles what differs."))), p.ends(wrong, lang.L("Add the coder"), add))
	p.screen.focus(name)
}

// draftAttribute shows the form for a new attribute.
func (p *sidePanel) draftAttribute() {
	wrong := ui.NewText("", ui.SizeExplain, ui.ColorBad).Wrapped()
	numbers := widget.NewCheck(lang.L("Its values are numbers"), nil)
	var name *ui.Entry
	add := func() {
		level := coding.Nominal
		if numbers.Checked {
			level = coding.Numeric
		}
		p.add(wrong, coding.Attribute{Name: strings.TrimSpace(name.Text), Level: level}.Validate(), lang.L("An attribute needs a name."), lang.L("add the attribute"),
			func(ctx context.Context, s *coding.Session) error { return AddAttribute(ctx, s, name.Text, level) }, "")
	}
	name = p.field("", lang.L("for example: Cohort"), nil, add)
	p.fill(lang.L("Add an attribute"), lang.L("Something that is known of each respondent: a new column of the table."),
		section(lang.L("What is it called?"), name, numbers), p.ends(wrong, lang.L("Add the attribute"), add))
	p.screen.focus(name)
}

// add brings something in whose form is filled in and says so, or says what is wrong.
func (p *sidePanel) add(wrong *ui.Text, flaw error, words, doing string, work func(context.Context, *coding.Session) error, said string) {
	if flaw != nil {
		setWords(wrong, words)
		p.object.Refresh()
		return
	}
	s := p.screen
	session := s.shell.Session()
	task.Keep(s.shell.Tasks(), "", func(ctx context.Context, _ *progress.Counter) (struct{}, error) {
		return struct{}{}, work(ctx, session)
	}, func(_ struct{}, err error) {
		s.shell.Fail(err, doing)
		if err != nil {
			return
		}
		if said != "" {
			s.shell.Say("%s", said)
		}
		p.leave()
		s.load()
	})
}
