package compare

import (
	"context"
	"fmt"
	"strings"

	"concord/coding"
)

// Methods is the paragraph of a paper that says how agreement was come by, and
// the works that it cites.
type Methods struct {
	Text    string   `json:"text"`
	Sources []string `json:"sources"`
}

// Describe writes the methods paragraph for an answer, in English, from what the
// project's log holds: who coded what, in which round, drawn how; what was
// counted, by which coefficient and interval; and what became of disagreements.
// Program names the software and its version. The answer must come from the
// material, by code or by theme.
func (m *Material) Describe(ctx context.Context, r coding.Reader, a Answer, program string) (Methods, error) {
	w := &account{Material: m, answer: a, cited: map[string]bool{}}
	if err := w.read(ctx, r); err != nil {
		return Methods{}, fmt.Errorf("write the methods paragraph: %w", err)
	}
	var said []string
	for _, sentence := range []string{
		w.coding(), w.sample(), w.unit(), w.presence(), w.coefficients(), w.interval(), w.threshold(),
		w.found(), w.disagreements(), w.software(program),
	} {
		if sentence != "" {
			said = append(said, sentence)
		}
	}
	return Methods{Text: strings.Join(said, " "), Sources: w.sources()}, nil
}

// account is a methods paragraph that is being written.
type account struct {
	*Material
	answer    Answer
	version   coding.Version
	stratify  string
	people    map[coding.CoderID]coding.Coder
	decisions []coding.Decision
	comments  bool
	cited     map[string]bool
}

func (w *account) read(ctx context.Context, r coding.Reader) error {
	coders, err := r.Coders(ctx)
	if err != nil {
		return err
	}
	w.people = map[coding.CoderID]coding.Coder{}
	for _, c := range coders {
		w.people[c.ID] = c
	}
	versions, err := r.Versions(ctx)
	if err != nil {
		return err
	}
	for _, v := range versions {
		if v.ID == w.Round.Version {
			w.version = v
		}
	}
	if w.Round.Sample.Stratify != "" {
		attributes, err := r.Attributes(ctx)
		if err != nil {
			return err
		}
		for _, a := range attributes {
			if a.ID == w.Round.Sample.Stratify {
				w.stratify = a.Name
			}
		}
	}
	w.comments = true
	for s, err := range r.Sources(ctx, coding.SourceFilter{Round: w.Round.ID}) {
		if err != nil {
			return err
		}
		w.comments = w.comments && s.Kind == coding.Comment
	}
	w.decisions, err = r.Decisions(ctx, w.Round.ID)
	return err
}

// coding says who coded what, when, and by which codebook.
func (w *account) coding() string {
	texts := "texts"
	if w.comments {
		texts = "comments"
	}
	if w.Later.ID != "" {
		who := w.people[w.Round.Coders[0]].Name
		if len(w.Coders) > 0 {
			who = strings.TrimSuffix(w.Coders[0].Name, ", "+w.Round.Name)
		}
		return fmt.Sprintf("To see how far one coder agrees with himself or herself, %s coded the same %s twice, in %s and again in %s.",
			who, counted(len(w.Sources), "text", texts), w.dated(w.Round), w.dated(w.Later))
	}
	coders := fmt.Sprintf("%s coders (%s)", number(len(w.Coders)), listed(w.CoderNames()))
	coders = strings.ToUpper(coders[:1]) + coders[1:]
	if w.Round.ID == "" {
		return fmt.Sprintf("%s coded the project's %d %s, outside any round.", coders, len(w.Sources), texts)
	}
	how := "coded"
	if w.Round.Blind {
		how = "independently coded, none seeing the others' work,"
	}
	book := ""
	if w.version.Number > 0 {
		book = fmt.Sprintf(", with version %d of the codebook", w.version.Number)
	}
	return fmt.Sprintf("%s %s %d %s in %s%s.", coders, how, len(w.Sources), texts, w.dated(w.Round), book)
}

// dated is a round with the days between which it was open.
func (w *account) dated(r coding.Round) string {
	const day = "2 January 2006"
	switch {
	case r.Opened.IsZero():
		return r.Name
	case r.ClosedAt.IsZero() || r.ClosedAt.Format(day) == r.Opened.Format(day):
		return fmt.Sprintf("%s (%s)", r.Name, r.Opened.Format(day))
	}
	return fmt.Sprintf("%s (%s to %s)", r.Name, r.Opened.Format(day), r.ClosedAt.Format(day))
}

// sample says how the sources were chosen.
func (w *account) sample() string {
	s := w.Round.Sample
	switch {
	case s.Size > 0 && w.stratify != "":
		return fmt.Sprintf("They were drawn at random from %d (seed %d), keeping the shares of “%s”.", s.Of, s.Seed, w.stratify)
	case s.Size > 0:
		return fmt.Sprintf("They were drawn at random from %d (seed %d).", s.Of, s.Seed)
	case w.Round.All:
		return "They were all that the project held when the round was opened."
	}
	return ""
}

// presence says what counts as leaving a code out.
func (w *account) presence() string {
	switch {
	case w.Round.ID != "":
		return "A code counted as absent only where the coder had marked the text as finished; unfinished texts counted as missing."
	case w.AllLooked:
		return "Every text was counted as looked at by every coder, whether or not the coder had coded anything in it."
	}
	return "A coder counted as having looked at a text that carries a code by that coder; other texts counted as missing."
}

// disagreements say what was done about them, and that the numbers come from before.
func (w *account) disagreements() string {
	if w.Round.ID == "" || w.Later.ID != "" {
		return ""
	}
	before := "All numbers describe the coding as the coders left it"
	if w.Round.Closed {
		before += " when the round was closed"
	}
	queue := w.Disagreements(w.decisions)
	settled := 0
	by := map[coding.CoderID]bool{}
	var names []string
	for _, d := range queue {
		if d.Decision == nil {
			continue
		}
		settled++
		if !by[d.Decision.By] {
			by[d.Decision.By] = true
			names = append(names, w.people[d.Decision.By].Name)
		}
	}
	switch {
	case len(queue) == 0:
		return before + "; they disagreed nowhere."
	case settled == 0:
		return fmt.Sprintf("%s; none of the %s in its queue has been resolved.", before, counted(len(queue), "disagreement", "disagreements"))
	}
	return fmt.Sprintf("%s, before disagreements were resolved. Of %s, %d %s then settled by %s, each with a written reason.",
		before, counted(len(queue), "disagreement", "disagreements"), settled, plural(settled, "was", "were"), listed(names))
}

func (w *account) software(program string) string {
	if program == "" {
		program = "Concord"
	}
	return "Agreement was computed with " + program + "."
}
