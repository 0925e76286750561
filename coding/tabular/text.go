package tabular

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"strings"

	"concord/coding"
	"concord/coding/document"
	"concord/coding/progress"
)

// textFile is a table in delimited text.
type textFile struct {
	fsys      fs.FS
	name      string
	encoding  document.Encoding
	delimiter rune
	quote     rune
	limit     int
}

// openText recognises how a text file is written.
func openText(ctx context.Context, fsys fs.FS, name string, o Options, limit int, form *Form) (*textFile, error) {
	if err := checkMarks(o.Delimiter, o.Quote); err != nil {
		return nil, err
	}
	t := &textFile{fsys: fsys, name: name, encoding: o.Encoding, limit: limit}
	if o.Encoding == "" {
		e, err := recognizeEncoding(ctx, fsys, name)
		if err != nil {
			return nil, err
		}
		t.encoding = e
	}
	sample, whole, hint, err := t.sample()
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(sample) == "" {
		return nil, coding.Unfit("%w: the file holds only white space", ErrEmpty)
	}
	if o.Delimiter == 0 {
		o.Delimiter = hint
	}
	t.delimiter, t.quote = recognizeMarks(sample, whole, o)
	form.Encoding, form.Delimiter, form.Quote = t.encoding, t.delimiter, t.quote
	return t, nil
}

func checkMarks(delimiter, quote rune) error {
	if delimiter != 0 && delimiter != NoDelimiter &&
		(delimiter < 0 || delimiter > '~' || delimiter == '"' || delimiter == '\n' || delimiter == '\r' || delimiter == quote) {
		return coding.Unfit("cells can't be divided by %q: name a comma, a semicolon, a tab, a bar or another ASCII character", delimiter)
	}
	if quote != 0 && quote != NoQuote && quote != '"' && quote != '\'' {
		return coding.Unfit("cells can't be quoted with %q: name %q, %q or none", quote, '"', '\'')
	}
	return nil
}

func recognizeEncoding(ctx context.Context, fsys fs.FS, name string) (e document.Encoding, err error) {
	f, err := fsys.Open(name)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return document.Recognize(ctx, f)
}

// sampleBytes is how much of the text is looked at to recognise its marks.
const sampleBytes = 256 << 10

// sample is the beginning of the text, whether that is all of it, and the
// delimiter that its first line names, if it does. A fault in the text is left
// to be met, with its row, when the rows are read.
func (t *textFile) sample() (text string, whole bool, hint rune, err error) {
	f, err := t.fsys.Open(t.name)
	if err != nil {
		return "", false, 0, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	r, err := document.NewReader(f, t.encoding)
	if err != nil {
		return "", false, 0, err
	}
	b, err := io.ReadAll(io.LimitReader(r, sampleBytes))
	var bad *document.BadByteError
	if err != nil && !errors.As(err, &bad) {
		return "", false, 0, err
	}
	text = string(b)
	hint, skip := delimiterHint(text)
	return text[skip:], len(b) < sampleBytes && err == nil, hint, nil
}

// delimiterHint reads the line "sep=;" that Excel takes to name the delimiter,
// and returns its length with it.
func delimiterHint(text string) (delimiter rune, length int) {
	if len(text) >= 6 && strings.EqualFold(text[:4], "sep=") && text[5] == '\n' && checkMarks(rune(text[4]), 0) == nil {
		return rune(text[4]), 6
	}
	return 0, 0
}

func (t *textFile) each(ctx context.Context) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		f, err := t.fsys.Open(t.name)
		if err != nil {
			yield(Row{}, err)
			return
		}
		if t.records(ctx, &passing{in: f, counter: progress.From(ctx)}, yield) {
			if err := f.Close(); err != nil {
				yield(Row{}, err)
			}
			return
		}
		_ = f.Close() // read only, and an error was given or nobody listens any more
	}
}

// records gives the file's records; it reports whether it came to the end of them.
func (t *textFile) records(ctx context.Context, f io.Reader, yield func(Row, error) bool) bool {
	text, err := document.NewReader(f, t.encoding)
	if err != nil {
		yield(Row{}, err)
		return false
	}
	r := newRecordReader(text, t.delimiter, t.quote, t.limit)
	if head, _ := r.in.Peek(6); len(head) == 6 { // an error comes again with the first record
		if _, skip := delimiterHint(string(head)); skip > 0 {
			_, _ = r.in.Discard(skip)
			r.line++
		}
	}
	for {
		if ctx.Err() != nil {
			yield(Row{}, ctx.Err())
			return false
		}
		row, err := r.next()
		if errors.Is(err, io.EOF) {
			return true
		}
		if !yield(row, err) || err != nil {
			return false
		}
	}
}

// size is the file's, in kilobytes: how many rows it has shows at its end.
func (t *textFile) size() (n int, unit string) {
	about, err := fs.Stat(t.fsys, t.name)
	if err != nil {
		return 0, ", KB" // whoever reads it is told
	}
	return int(about.Size() >> 10), ", KB"
}

// passing counts the kilobytes that pass.
type passing struct {
	in      io.Reader
	counter *progress.Counter
	bytes   int
}

// Read is for io.Reader.
func (p *passing) Read(b []byte) (int, error) {
	n, err := p.in.Read(b)
	p.bytes += n
	p.counter.Add(p.bytes >> 10)
	p.bytes &= 1<<10 - 1
	return n, err
}

// close has nothing to let go of: the file is opened for each reading.
func (t *textFile) close() error { return nil }
