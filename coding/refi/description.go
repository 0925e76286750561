package refi

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"concord/coding"
)

// The labels of the paragraphs in which a description says what the standard
// has no place for. They are on disk for ever.
const (
	useWhen    = "Use when"
	notWhen    = "Not when"
	typical    = "Typical example"
	borderline = "Borderline example"
)

const anyLabel = `(` + useWhen + `|` + notWhen + `|` + typical + `|` + borderline + `):`

var (
	labelled = regexp.MustCompile(`^` + anyLabel + ` ?`)
	// alike is a line of text that could be taken for a labelled one, or for one
	// that was kept from it: such a line gets a backslash more.
	alike = regexp.MustCompile(`^\\*` + anyLabel)
	kept  = regexp.MustCompile(`^\\+` + anyLabel)
)

// description is what a code's description says, part by part.
type description struct {
	Definition, Include, Exclude string
	Examples                     []example
}

// example is an example as a description words it.
type example struct {
	Borderline bool
	Text       string
}

// String writes the parts as paragraphs; parseDescription reads them back as
// they were.
func (d description) String() string {
	var parts []string
	if d.Definition != "" {
		parts = append(parts, keepLines(d.Definition, true))
	}
	add := func(label, text string) {
		if text != "" {
			parts = append(parts, label+": "+keepLines(text, false))
		}
	}
	add(useWhen, d.Include)
	add(notWhen, d.Exclude)
	for _, e := range d.Examples {
		add(e.label(), e.Text)
	}
	return strings.Join(parts, "\n\n")
}

func (e example) label() string {
	if e.Borderline {
		return borderline
	}
	return typical
}

// keepLines keeps lines of text from being taken for labels. The first line
// behind a label needs no keeping.
func keepLines(text string, first bool) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if (i > 0 || first) && alike.MatchString(line) {
			lines[i] = `\` + line
		}
	}
	return strings.Join(lines, "\n")
}

// parseDescription reads what String wrote, and takes any other text as a
// definition.
func parseDescription(text string) description {
	var d description
	label, lines := "", []string(nil)
	finish := func(followed bool) {
		// The empty line that parts two paragraphs belongs to neither.
		if followed && len(lines) > 1 && lines[len(lines)-1] == "" {
			lines = lines[:len(lines)-1]
		}
		d.take(label, strings.Join(lines, "\n"))
	}
	for line := range strings.SplitSeq(text, "\n") {
		if found := labelled.FindStringSubmatch(line); found != nil {
			finish(true)
			label, lines = found[1], []string{line[len(found[0]):]}
			continue
		}
		if kept.MatchString(line) {
			line = line[1:]
		}
		lines = append(lines, line)
	}
	finish(false)
	return d
}

func (d *description) take(label, text string) {
	if text == "" {
		return
	}
	join := func(before string) string {
		if before == "" {
			return text
		}
		return before + "\n\n" + text
	}
	switch label {
	case "":
		d.Definition = text
	case useWhen:
		d.Include = join(d.Include)
	case notWhen:
		d.Exclude = join(d.Exclude)
	default:
		d.Examples = append(d.Examples, example{label == borderline, text})
	}
}

// place is where an example's text says that it stands: its end is
// (NAME, text GUID, characters START to END).
var place = regexp.MustCompile(`(?s)^“.*” \(.*, text (\S+), characters (\d+) to (\d+)\)$`)

// wordExample words an example so that people can read it and Concord finds it again.
func wordExample(e coding.Example, source, text string) example {
	return example{e.Borderline, fmt.Sprintf("%s%s, text %s, characters %d to %d)",
		quoted(text), source, e.Excerpt.Source, e.Excerpt.Start, e.Excerpt.End)}
}

func quoted(text string) string { return "“" + text + "” (" }

// excerpt is where the example says that it stands, if it does.
func (e example) excerpt() (coding.Excerpt, bool) {
	found := place.FindStringSubmatch(e.Text)
	if found == nil {
		return coding.Excerpt{}, false
	}
	start, err1 := strconv.Atoi(found[2])
	end, err2 := strconv.Atoi(found[3])
	return coding.Excerpt{Source: coding.SourceID(found[1]), Span: coding.Span{Start: start, End: end}}, err1 == nil && err2 == nil
}

// quotes reports whether the example's words are those that stand in text.
func (e example) quotes(text string, at coding.Span) bool {
	return at.Within(coding.Length(text)) == nil && strings.HasPrefix(e.Text, quoted(coding.Slice(text, at)))
}
