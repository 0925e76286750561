package storetest

import (
	"fmt"
	"testing"

	"concord/coding"
)

// testMany: what holds for few codings holds for very many in one step.
func testMany(t *testing.T, open Open) {
	s := newStudy(t, open)
	const sources, codes = 200, 101
	var texts []string
	var added coding.Edit[coding.Source]
	var book coding.Edit[coding.Code]
	for i := range sources {
		text := fmt.Sprintf("Answer %d", i)
		texts = append(texts, text)
		added.Now = append(added.Now, coding.NewSource(coding.NewID[coding.SourceID](s.mint), text, coding.Comment, text))
	}
	for i := range codes {
		book.Now = append(book.Now, coding.Code{ID: coding.NewID[coding.CodeID](s.mint), Name: fmt.Sprintf("Code %d", i)})
	}
	s.must(coding.Step{By: s.ann.ID, Label: "import", Texts: texts, Changes: []coding.Change{added, book}})
	var all coding.Edit[coding.Coding]
	for i, source := range added.Now {
		for _, code := range book.Now {
			c := s.coding(s.ann, "", 0, 0, 3+i%3)
			c.Source, c.Code = source.ID, code.ID
			all.Now = append(all.Now, c)
		}
	}
	overlapping := all.Now[12345]
	overlapping.ID = coding.NewID[coding.CodingID](s.mint)
	overlapping.Start = overlapping.End - 1
	overlapping.End++
	s.refused(coding.ErrInvalid, s.ann, "one of many overlaps", all, coding.Add(overlapping))
	overlapping.Start++
	s.done(s.ann, "one of many touches", all, coding.Add(overlapping))
	if got := len(s.codingsOf(s.ann)); got != sources*codes+1 {
		t.Errorf("got %d codings, want %d", got, sources*codes+1)
	}
}
