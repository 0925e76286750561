package report

import (
	"context"
	"slices"
	"strings"
	"time"

	"concord/coding"
)

// Excerpts are passages with their codes, as they were retrieved.
type Excerpts struct {
	Project string
	Date    time.Time
	Sample  bool
	// Codes are the paths of the codes asked for; none means all. Rules are the
	// conditions that held.
	Codes []string
	Rules []string
	// Attributes are the names that Excerpt.Values belong to.
	Attributes []string
	Rows       []Excerpt
	// Words are the language; English where nil.
	Words Words
	// order is the paths of all codes as the codebook has them.
	order []string
}

// Excerpt is one code on one passage, in words. Its JSON is the row that the
// command line promises.
type Excerpt struct {
	Source string `json:"source"`
	// Case names the source's cases, the respondent first.
	Case  string `json:"case"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	// Code is the path of the code.
	Code  string `json:"code"`
	Coder string `json:"coder"`
	// Round is empty for a coding outside rounds.
	Round  string `json:"round"`
	Unsure bool   `json:"unsure,omitempty"`
	// Coding is the coding's identity; the consensus has none.
	Coding coding.CodingID `json:"coding,omitempty"`
	// Values are what is known of the source or its cases.
	Values []string `json:"-"`
}

// ReadExcerpts reads the codings that are selected, by source in the project's
// order, then by place.
func ReadExcerpts(ctx context.Context, r coding.Reader, date time.Time, s Selection) (*Excerpts, error) {
	f, err := readFrame(ctx, r)
	if err != nil {
		return nil, err
	}
	f.tongue = tongue{s.Words}
	found := &Excerpts{Words: s.Words, Project: f.project.Name, Date: date, Sample: f.project.Sample, Rows: []Excerpt{}}
	for _, id := range s.Codes {
		found.Codes = append(found.Codes, f.book.Path(id))
	}
	for _, rule := range s.Where {
		found.Rules = append(found.Rules, rule.String())
	}
	for _, c := range f.book.Codes() {
		found.order = append(found.order, f.book.Path(c.ID))
	}
	for _, a := range f.attributes {
		found.Attributes = append(found.Attributes, a.Name)
	}
	var given []coding.Coding
	var sources []coding.SourceID
	for c, err := range f.codings(ctx, r, s) {
		if err != nil {
			return nil, err
		}
		given = append(given, c)
		if len(sources) == 0 || sources[len(sources)-1] != c.Source {
			sources = append(sources, c.Source)
		}
	}
	texts, err := f.readTexts(ctx, r, sources)
	if err != nil {
		return nil, err
	}
	for start := 0; start < len(given); {
		end := start + 1
		for end < len(given) && given[end].Source == given[start].Source {
			end++
		}
		found.Rows = append(found.Rows, f.excerpts(texts[given[start].Source], given[start:end])...)
		start = end
	}
	return found, nil
}

// excerpts puts the codings of one source into words.
func (f *frame) excerpts(text string, given []coding.Coding) []Excerpt {
	source := f.sources[given[0].Source]
	cases := make([]string, len(source.Cases))
	for i, id := range source.Cases {
		cases[i] = f.cases[id].Name
	}
	values := make([]string, len(f.attributes))
	for i, a := range f.attributes {
		values[i] = f.known(source, a.ID)
	}
	rows := make([]Excerpt, len(given))
	for i, c := range given {
		rows[i] = Excerpt{
			Source: source.Name, Case: strings.Join(cases, "; "),
			Start: c.Start, End: c.End, Text: coding.Slice(text, c.Span),
			Code: f.book.Path(c.Code), Coder: f.coder(c.Coder), Round: f.rounds[c.Round],
			Unsure: c.Unsure, Coding: c.ID, Values: values,
		}
	}
	return rows
}

// known is what an attribute says of a source in one line: different values of
// its cases stand beside one another.
func (f *frame) known(s coding.Source, attribute coding.AttributeID) string {
	var values []string
	for _, v := range f.values(s, attribute) {
		if v.value != "" && !slices.Contains(values, v.value) {
			values = append(values, v.value)
		}
	}
	return strings.Join(values, "; ")
}
