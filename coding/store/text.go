package store

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"concord/coding"
)

// text is what the project knows of a text that lies beside the log.
type text struct {
	no     int64
	length int
}

const selectText = `SELECT t.no, t.length FROM text_hashes h JOIN texts t ON t.no = h.text WHERE h.hash = $1`

// keep stores the texts that a step brings, each once.
func (w *write) keep(bodies []string) error {
	var texts []newText
	w.texts = make(map[coding.TextHash]text, len(bodies))
	for i, body := range bodies {
		if err := proper(body); err != nil {
			return fmt.Errorf("text %d of the step: %w", i+1, err)
		}
		hash := coding.HashText(body)
		if _, ok := w.texts[hash]; ok {
			continue
		}
		no, err := w.fresh("texts")
		if err != nil {
			return err
		}
		length := coding.Length(body)
		w.texts[hash] = text{no: no, length: length}
		texts = append(texts, newText{hash: hash, no: no, length: length, body: body})
	}
	// In their order they are put into the table one behind another.
	slices.SortFunc(texts, func(a, b newText) int { return strings.Compare(string(a.hash), string(b.hash)) })
	clashed, err := w.insert("text_hashes", []string{"hash", "text"}, made(texts, func(t newText) []any {
		return []any{string(t.hash), t.no}
	}))
	if err != nil {
		return err
	}
	known, err := w.knownTexts(clashed)
	if err != nil {
		return err
	}
	if len(known) > 0 {
		delete(w.next, "texts") // some numbers aren't taken
		texts = slices.DeleteFunc(texts, func(t newText) bool { return known[t.no] })
	}
	slices.SortFunc(texts, func(a, b newText) int { return cmp.Compare(a.no, b.no) })
	_, err = w.insert("texts", []string{"no", "length", "body"}, made(texts, func(t newText) []any {
		return []any{t.no, int64(t.length), t.body}
	}))
	return err
}

// newText is a text that comes in.
type newText struct {
	hash   coding.TextHash
	no     int64
	length int
	body   string
}

// made are the rows of some values, each made when it is wanted.
func made[T any](values []T, row func(T) []any) iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		for _, v := range values {
			if !yield(row(v)) {
				return
			}
		}
	}
}

// knownTexts finds among hashes, some of which clashed, the texts that the
// project has already: by the numbers that they were to get.
func (w *write) knownTexts(hashes [][]any) (map[int64]bool, error) {
	known := map[int64]bool{}
	for _, row := range hashes {
		var there text
		ok, err := w.one(selectText, []any{row[0]}, &there.no, &there.length)
		if err != nil {
			return nil, err
		}
		if ok {
			known[row[1].(int64)] = true
			w.texts[coding.TextHash(row[0].(string))] = there
		}
	}
	return known, nil
}

// A text, or a change in the log, has at most so many bytes, so that engines can
// hold it in memory a few times.
const mostBytes = 48 << 20

// proper checks that a text can be kept as it is.
func proper(body string) error {
	if len(body) > mostBytes {
		return refuse(coding.ErrInvalid, "it has %d bytes, at most %d can be kept as one text", len(body), mostBytes)
	}
	if i := strings.IndexByte(body, 0); i >= 0 {
		return refuse(coding.ErrInvalid, "a NUL character at byte %d; no text has one", i)
	}
	if utf8.ValidString(body) {
		return nil
	}
	for i := 0; i < len(body); {
		r, size := utf8.DecodeRuneInString(body[i:])
		if r == utf8.RuneError && size == 1 {
			return refuse(coding.ErrInvalid, "the bytes at %d aren't UTF-8", i)
		}
		i += size
	}
	return nil
}

// text gives the number of a source's text, which must be there.
func (w *write) text(s coding.Source) (int64, error) {
	known, ok := w.texts[s.Text]
	if !ok {
		var err error
		if ok, err = w.one(selectText, []any{string(s.Text)}, &known.no, &known.length); err != nil {
			return 0, err
		}
		if !ok {
			return 0, refuse(coding.ErrInvalid, "%s: its text is neither in the step nor in the project", named(s))
		}
		w.texts[s.Text] = known
	}
	if known.length != s.Length {
		return 0, refuse(coding.ErrInvalid, "%s: its text has %d characters, not %d", named(s), known.length, s.Length)
	}
	return known.no, nil
}
