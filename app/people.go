package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/progress"
)

// coderColor is the colour of the n-th coder: those of the palette in an order
// in which neighbours are easily told apart.
func coderColor(n int) string {
	order := []int{7, 2, 4, 0, 6, 5, 1, 3}
	return ui.CodeHex(order[n%len(order)])
}

// namedCoders makes coders of names with commas between them; wrong says what
// isn't right about the names.
func namedCoders(names string) (coders []coding.Coder, wrong string) {
	for name := range strings.SplitSeq(names, ",") {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		if slices.ContainsFunc(coders, func(c coding.Coder) bool { return strings.EqualFold(c.Name, name) }) {
			return nil, lang.L("{{.Name}} stands there twice.", map[string]any{"Name": name})
		}
		coders = append(coders, coding.Coder{Name: name, Color: coderColor(len(coders))})
	}
	if len(coders) == 0 {
		return nil, lang.L("Somebody has to code: write your name.")
	}
	return coders, ""
}

// askCoder asks for a coder to add to the project.
func (s *Shell) askCoder() {
	name := newField(lang.L("name"), nil)
	role := newTick(lang.L("Supervisor: sees all, closes rounds, settles what differs"))
	s.form(lang.L("Add a coder"), lang.L("Coders work one after another on this computer, each under the own name."), lang.L("Add"), []formRow{
		{lang.L("What is the coder called?"), name, ""},
		{lang.L("Role"), role, ""},
	}, func() string { return s.addCoder(name.Text, role.Checked) })
}

// addCoder adds a coder; what it returns is what is wrong with the name.
func (s *Shell) addCoder(name string, supervisor bool) string {
	p := s.project
	coder := coding.Coder{ID: coding.NewID[coding.CoderID](s.mint), Name: strings.TrimSpace(name), Color: coderColor(len(p.coders)), Supervisor: supervisor}
	if err := coder.Validate(); err != nil {
		return lang.L("A coder needs a name, without commas and equals signs.")
	}
	if slices.ContainsFunc(p.coders, func(c coding.Coder) bool { return strings.EqualFold(c.Name, coder.Name) }) {
		return lang.L("{{.Name}} is in the project already.", map[string]any{"Name": coder.Name})
	}
	session, me := p.session, p.me.ID
	task.Start(p.tasks, lang.L("Adding the coder"), func(ctx context.Context, _ *progress.Counter) (struct{}, error) {
		_, err := session.Do(ctx, coding.Step{By: me, Label: fmt.Sprintf("add coder “%s”", coder.Name), Changes: []coding.Change{coding.Add(coder)}})
		return struct{}{}, err
	}, func(_ struct{}, err error) {
		if err != nil {
			s.Fail(err, lang.L("add the coder"))
			return
		}
		s.Say("%s", lang.L("{{.Name}} can work here now: tap the badge at the top right to switch.", map[string]any{"Name": coder.Name}))
	})
	return ""
}
