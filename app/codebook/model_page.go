package codebook

import (
	"context"
	"fmt"
	"time"

	"concord/coding"
)

// Page is one code with what has to be read for it alone.
type Page struct {
	Code coding.Code
	// Stale is how many of its codings are older than its rules.
	Stale int
	// Examples are the code's, in its order.
	Examples []Passage
	// Memo is the viewer's own about the code, Memos those of others.
	Memo  coding.Memo
	Memos []coding.Memo
}

// Passage is words of the data that stand for a code, and whose they are.
type Passage struct {
	Excerpt    coding.Excerpt
	Text, Name string
	Borderline bool
	// Who gave the code to these words; empty for an example.
	Who coding.CoderID
	// Decider let the code stand here when coders had disagreed, at the time
	// Decided; empty where nobody had to.
	Decider coding.CoderID
	Decided time.Time
}

// ReadPage reads a code's page.
func ReadPage(ctx context.Context, r coding.Reader, s *Study, id coding.CodeID) (*Page, error) {
	p := &Page{}
	var known bool
	if p.Code, known = s.Book.Code(id); !known {
		return nil, fmt.Errorf("read a code: %w", coding.ErrNotFound)
	}
	var given []coding.Coding
	for c, err := range r.Codings(ctx, coding.CodingFilter{Codes: []coding.CodeID{id}}) {
		if err != nil {
			return nil, fmt.Errorf("read the codings of %q: %w", p.Code.Name, err)
		}
		given = append(given, c)
	}
	p.Stale = s.Past.Stale(p.Code, given)
	for _, e := range p.Code.Examples {
		p.Examples = append(p.Examples, Passage{Excerpt: e.Excerpt, Borderline: e.Borderline})
	}
	if _, err := quote(ctx, r, p.Examples); err != nil {
		return nil, fmt.Errorf("read the examples of %q: %w", p.Code.Name, err)
	}
	if err := decide(ctx, r, id, p.Examples); err != nil {
		return nil, fmt.Errorf("read what was decided about %q: %w", p.Code.Name, err)
	}
	memos, err := r.Memos(ctx, coding.MemoFilter{Kind: coding.AboutCode, About: string(id)})
	if err != nil {
		return nil, fmt.Errorf("read the memos about %q: %w", p.Code.Name, err)
	}
	p.Memo = coding.Memo{Kind: coding.AboutCode, About: string(id)}
	for _, m := range memos {
		if m.By == r.Viewer() && p.Memo.ID == "" {
			p.Memo = m
			continue
		}
		p.Memos = append(p.Memos, m)
	}
	return p, nil
}

// mostCandidates is how many passages are offered as examples.
const mostCandidates = 60

// Candidates are passages that were given a code and aren't among its
// examples, the first ones of the project.
func Candidates(ctx context.Context, r coding.Reader, code coding.Code) ([]Passage, error) {
	known := map[coding.Excerpt]bool{}
	for _, e := range code.Examples {
		known[e.Excerpt] = true
	}
	var found []Passage
	for c, err := range r.Codings(ctx, coding.CodingFilter{Codes: []coding.CodeID{code.ID}}) {
		if err != nil {
			return nil, fmt.Errorf("look for examples of %q: %w", code.Name, err)
		}
		if known[c.Excerpt] {
			continue
		}
		known[c.Excerpt] = true
		found = append(found, Passage{Excerpt: c.Excerpt, Who: c.Coder})
		if len(found) == mostCandidates {
			break
		}
	}
	if _, err := quote(ctx, r, found); err != nil {
		return nil, fmt.Errorf("read examples of %q: %w", code.Name, err)
	}
	return found, nil
}

// quote fills in the words of passages and whose they are, and gives the texts
// that they lie in.
func quote(ctx context.Context, r coding.Reader, passages []Passage) (map[coding.SourceID]string, error) {
	texts := map[coding.SourceID]string{}
	if len(passages) == 0 {
		return texts, nil
	}
	ids := make([]coding.SourceID, len(passages))
	for i, p := range passages {
		ids[i] = p.Excerpt.Source
	}
	names, err := namesOf(ctx, r, ids)
	if err != nil {
		return nil, err
	}
	for text, err := range r.Texts(ctx, coding.SourceFilter{IDs: ids}) {
		if err != nil {
			return nil, err
		}
		texts[text.Source] = text.Body
	}
	for i := range passages {
		p := &passages[i]
		p.Text, p.Name = coding.Slice(texts[p.Excerpt.Source], p.Excerpt.Span), names[p.Excerpt.Source]
	}
	return texts, nil
}

// namesOf are the respondents' names where sources have them, else the sources'.
func namesOf(ctx context.Context, r coding.Reader, ids []coding.SourceID) (map[coding.SourceID]string, error) {
	names := map[coding.SourceID]string{}
	respondents := map[coding.CaseID][]coding.SourceID{}
	var wanted []coding.CaseID
	for source, err := range r.Sources(ctx, coding.SourceFilter{IDs: ids}) {
		if err != nil {
			return nil, err
		}
		names[source.ID] = source.Name
		if source.Kind == coding.Comment && len(source.Cases) > 0 {
			respondents[source.Cases[0]] = append(respondents[source.Cases[0]], source.ID)
			wanted = append(wanted, source.Cases[0])
		}
	}
	if len(wanted) == 0 {
		return names, nil
	}
	for c, err := range r.Cases(ctx, wanted...) {
		if err != nil {
			return nil, err
		}
		for _, id := range respondents[c.ID] {
			names[id] = c.Name
		}
	}
	return names, nil
}
