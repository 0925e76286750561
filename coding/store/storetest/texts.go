package storetest

import (
	"strings"
	"testing"

	"concord/coding"
)

func testTexts(t *testing.T, open Open) {
	s := newStudy(t, open)
	for i, text := range gather(t, s.as(s.ann).Texts(t.Context(), coding.SourceFilter{})) {
		if text.Body != s.texts[i] || text.Source != s.sources[i].ID {
			t.Errorf("text %d: got %v, want %q", i, text, s.texts[i])
		}
	}
	add := func(name, text string, texts ...string) error {
		source := coding.NewSource(coding.NewID[coding.SourceID](s.mint), name, coding.Comment, text)
		_, err := s.as(s.ann).Do(t.Context(), coding.Step{
			By: s.ann.ID, Label: name, Changes: []coding.Change{coding.Add(source)}, Texts: texts,
		})
		return err
	}
	ok(t, add("empty", "", ""))
	ok(t, add("again", s.texts[0]))
	ok(t, add("long", string(make1MB()), string(make1MB())))
	huge := strings.Repeat("x", 50<<20)
	for name, err := range map[string]error{
		"50 MB":                         add("huge", huge, huge),
		"a text that came with nothing": add("a", "unknown"),
		"a NUL":                         add("b", "a\x00b", "a\x00b"),
		"bytes that aren't UTF-8":       add("c", "a\xffb", "a\xffb"),
	} {
		wants(t, name, err, coding.ErrInvalid)
	}
	wrong := coding.NewSource(coding.NewID[coding.SourceID](s.mint), "wrong", coding.Comment, s.texts[0])
	wrong.Length++
	s.refused(coding.ErrInvalid, s.ann, "a length that isn't the text's", coding.Add(wrong))
	other := s.sources[0]
	other.Text, other.Length = s.sources[1].Text, s.sources[1].Length
	s.refused(coding.ErrInvalid, s.ann, "another text for a source", coding.Alter(s.sources[0], other))
	s.sound()
}

func make1MB() []byte {
	text := make([]byte, 1<<20)
	for i := range text {
		text[i] = 'a' + byte(i%26)
	}
	return text
}
