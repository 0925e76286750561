package wordbook

import (
	"errors"
	"strings"

	"concord/coding"
	"concord/coding/document"
	"concord/coding/tabular"
)

// Reason is what an error of the domain says behind its sentinel, in the book's
// language: the domain writes that for people, and what stands before it (what
// was being tried) for who mends the program. It is empty where the error says
// no more than its sentinel, or has none.
func (b *Book) Reason(err error) string {
	for _, sentinel := range []error{coding.ErrLocked, coding.ErrForbidden, coding.ErrConflict, coding.ErrNotFound, coding.ErrInvalid} {
		if !errors.Is(err, sentinel) {
			continue
		}
		if _, words, found := strings.Cut(err.Error(), sentinel.Error()+": "); found {
			return b.tail(words)
		}
	}
	return b.fileReason(err)
}

// fileReason is what is wrong with a file, and where.
func (b *Book) fileReason(err error) string {
	var row *tabular.RowError
	var bad *document.BadByteError
	var unfit *coding.UnfitError
	switch {
	case errors.As(err, &row):
		return b.list(row.Place()) + ": " + b.tail(row.Why)
	case errors.As(err, &bad):
		return b.Say("line %d, byte %d: %s", bad.Line, bad.Offset+1, b.Tell(bad.Why))
	case errors.As(err, &unfit):
		return b.tail(unfit.Why)
	}
	return ""
}

// tail tells what stands behind the last that isn't known: "there is no table in
// it: the file is empty" says enough with its end.
func (b *Book) tail(words string) string {
	for rest, found := words, true; found; _, rest, found = strings.Cut(rest, ": ") {
		if told := b.Tell(rest); told != rest {
			return told
		}
	}
	return words
}
