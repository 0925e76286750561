package cli

import (
	"context"
	"fmt"
	"io"

	"concord/coding"
	"concord/coding/mention"
)

// namedPlace is where a text that came in seems to tell who somebody is.
type namedPlace struct {
	Source coding.SourceID `json:"source"`
	Start  int             `json:"start"`
	End    int             `json:"end"`
	Kind   mention.Kind    `json:"kind"`
}

// bring makes the step of an import, unless it is a preview, and meanwhile looks for names in its texts.
func (p *project) bring(ctx context.Context, file string, step coding.Step, out *importOutcome) error {
	if len(step.Changes) == 0 {
		return nil
	}
	found := make(chan []mention.Mention, 1)
	go func() {
		if out.unheard {
			found <- nil
			return
		}
		found <- mention.In(step)
	}()
	var err error
	if !out.Preview {
		err = p.doIndexed(ctx, step)
	}
	mentions := <-found
	if err != nil {
		return fmt.Errorf("import %s: %w", file, err)
	}
	for _, m := range mentions {
		out.Names = append(out.Names, namedPlace{m.Source, m.Start, m.End, m.Kind})
	}
	return nil
}

// warn says how many of the texts that came in seem to tell who somebody is.
func (o importOutcome) warn(w io.Writer) {
	var named, reached int
	var last, lastReached coding.SourceID
	for _, n := range o.Names {
		switch {
		case n.Kind.Names() && n.Source != last:
			named, last = named+1, n.Source
		case !n.Kind.Names() && n.Source != lastReached:
			reached, lastReached = reached+1, n.Source
		}
	}
	if len(o.Names) == 0 {
		return
	}
	if named > 0 {
		_, _ = fmt.Fprintf(w, "%s to name a person or a ward.\n", seem(named))
	}
	if reached > 0 {
		_, _ = fmt.Fprintf(w, "%s to hold an e-mail address, a telephone number, a date of birth or a link.\n", seem(reached))
	}
	if !o.Preview {
		_, _ = fmt.Fprintln(w, "Look at them before anyone codes: concord sources PROJECT --named")
	}
}

func seem(n int) string {
	if n == 1 {
		return "1 text seems"
	}
	return fmt.Sprintf("%d texts seem", n)
}

// printNamed prints those of the sources that seem to tell who somebody is, with
// the words that do.
func (p *project) printNamed(ctx context.Context, e *env, all []sourceRow) error {
	found, err := mention.Scan(ctx, p, p.progress)
	if err != nil {
		return err
	}
	bodies := map[coding.SourceID]string{}
	for text, err := range p.Texts(ctx, coding.SourceFilter{IDs: mention.Sources(found)}) {
		if err != nil {
			return err
		}
		bodies[text.Source] = text.Body
	}
	at := map[coding.SourceID]int{}
	rows := []sourceRow{}
	for _, r := range all {
		if _, named := bodies[r.ID]; named {
			at[r.ID] = len(rows)
			rows = append(rows, r)
		}
	}
	lines := [][]string{{"NAME", "START", "END", "KIND", "WORDS"}}
	for _, m := range found {
		r := &rows[at[m.Source]]
		r.Names = append(r.Names, namedPlace{m.Source, m.Start, m.End, m.Kind})
		lines = append(lines, []string{r.Name, fmt.Sprint(m.Start), fmt.Sprint(m.End), string(m.Kind), coding.Slice(bodies[m.Source], m.Span)})
	}
	return e.print(rows, func(w io.Writer) { table(w, lines...) })
}
