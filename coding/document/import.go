package document

import (
	"context"
	"fmt"
	"path"
	"strings"

	"concord/coding"
)

// Outcome says what an import of documents brings in.
type Outcome struct {
	// Sources that are new.
	Sources int `json:"sources"`
	// Unchanged documents were in the project with the same name and text.
	Unchanged int `json:"unchanged"`
	// Names of the new sources, in the order of the texts.
	Names []string `json:"names"`
}

// Import says, as a step for Store.Do, how to bring texts into the project that
// r reads: each becomes a document named after its file. One that the project
// has under that name with the same text isn't brought in again; one with
// another text becomes a document of its own, "Interview (2)". A step without
// changes means that all of it is there already.
func Import(ctx context.Context, r coding.Reader, m *coding.Mint, texts ...Text) (coding.Step, Outcome, error) {
	outcome := Outcome{Names: []string{}}
	names := map[string]bool{}
	held := map[coding.TextHash][]string{} // names of documents by their text
	for s, err := range r.Sources(ctx, coding.SourceFilter{}) {
		if err != nil {
			return coding.Step{}, Outcome{}, fmt.Errorf("import documents: %w", err)
		}
		names[strings.ToLower(s.Name)] = true
		if s.Kind == coding.Document {
			held[s.Text] = append(held[s.Text], s.Name)
		}
	}
	step := coding.Step{By: r.Viewer(), Label: label(texts)}
	var sources []coding.Source
	for _, t := range texts {
		name := sourceName(t.File)
		hash := coding.HashText(t.Body)
		if among(held[hash], name) {
			outcome.Unchanged++
			continue
		}
		if len(held[hash]) == 0 {
			step.Texts = append(step.Texts, t.Body)
		}
		called := name
		for n := 2; names[strings.ToLower(called)]; n++ {
			called = fmt.Sprintf("%s (%d)", name, n)
		}
		names[strings.ToLower(called)] = true
		held[hash] = append(held[hash], called)
		sources = append(sources, coding.NewSource(coding.NewID[coding.SourceID](m), called, coding.Document, t.Body))
		outcome.Names = append(outcome.Names, called)
	}
	outcome.Sources = len(sources)
	step.Changes = coding.AddMany(sources)
	return step, outcome, nil
}

func label(texts []Text) string {
	if len(texts) == 1 {
		return fmt.Sprintf("import “%s”", texts[0].File)
	}
	return fmt.Sprintf("import %d documents", len(texts))
}

// sourceName is the file's name without its ending, on one line.
func sourceName(file string) string {
	name := strings.Join(strings.Fields(strings.TrimSuffix(file, path.Ext(file))), " ")
	if name == "" {
		return file
	}
	return name
}

// among reports whether name, or name with a number behind it, is one of names.
func among(names []string, name string) bool {
	for _, n := range names {
		rest, found := strings.CutPrefix(strings.ToLower(n), strings.ToLower(name))
		if found && (rest == "" || strings.HasPrefix(rest, " (") && strings.Trim(rest, " (0123456789)") == "") {
			return true
		}
	}
	return false
}
