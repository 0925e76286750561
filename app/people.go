package app

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/progress"
)

// newTick is a box to tick.
func newTick(words string) *widget.Check { return widget.NewCheck(words, nil) }

// namedCoders makes coders of names with commas between them; wrong says what
// isn't right about the names.
func namedCoders(mint *coding.Mint, names string) (coders []coding.Coder, wrong string) {
	for name := range strings.SplitSeq(names, ",") {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		if slices.ContainsFunc(coders, func(c coding.Coder) bool { return strings.EqualFold(c.Name, name) }) {
			return nil, lang.L("{{.Name}} stands there twice.", map[string]any{"Name": name})
		}
		coders = append(coders, coding.NewCoder(mint, name, false, len(coders)))
	}
	if len(coders) == 0 {
		return nil, lang.L("Somebody has to code: write your name.")
	}
	return coders, ""
}

// askCoder asks for a coder to add to the project.
func (s *Shell) askCoder() {
	name := ui.NewEntry(lang.L("name"), nil)
	role := newTick(lang.L("Supervisor: sees all, closes rounds, settles what differs"))
	s.form(lang.L("Add a coder"), lang.L("Coders work one after another on this computer, each under the own name."), lang.L("Add"), []formRow{
		{lang.L("What is the coder called?"), name, ""},
		{lang.L("Role"), role, ""},
	}, func() string { return s.addCoder(name.Text, role.Checked) })
}

// addCoder adds a coder; what it returns is what is wrong with the name.
func (s *Shell) addCoder(name string, supervisor bool) string {
	p := s.project
	name = strings.TrimSpace(name)
	if (coding.Coder{Name: name}).Validate() != nil {
		return lang.L("A coder needs a name, without commas and equals signs.")
	}
	if slices.ContainsFunc(p.coders, func(c coding.Coder) bool { return strings.EqualFold(c.Name, name) }) {
		return lang.L("{{.Name}} is in the project already.", map[string]any{"Name": name})
	}
	session := p.session
	task.Start(p.tasks, lang.L("Adding the coder"), func(ctx context.Context, _ *progress.Counter) (coding.Coder, error) {
		return session.AddCoder(ctx, name, supervisor)
	}, func(_ coding.Coder, err error) {
		if err != nil {
			s.Fail(err, lang.L("add the coder"))
			return
		}
		s.Say("%s", lang.L("{{.Name}} can work here now: tap the badge at the top right to switch.", map[string]any{"Name": name}))
	})
	return ""
}
