package tabular

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"concord/coding"
)

// recordReader reads the records of delimited text: RFC 4180, with any
// delimiter, any quotation mark or none, and quotation marks inside a cell taken
// as they are where they can't be anything else. encoding/csv knows one mark,
// passes over empty lines, which are answers in a table of one column, and takes
// whatever stands behind a mark that was left open into memory.
type recordReader struct {
	in        *bufio.Reader
	delimiter byte // 0 for none
	quote     byte // 0 for none
	limit     int  // bytes of a cell

	number int   // of the record read last
	line   int   // lines read so far
	broken error // met behind the line read last
	long   []byte
	text   []byte // the record's cells, one behind the other
	ends   []int  // where in text each ends
	cells  []string
}

func newRecordReader(r io.Reader, delimiter, quote rune, limit int) *recordReader {
	rr := &recordReader{in: bufio.NewReaderSize(r, 64<<10), limit: limit}
	if delimiter > 0 {
		rr.delimiter = byte(delimiter)
	}
	if quote > 0 {
		rr.quote = byte(quote)
	}
	return rr
}

// next reads a record. Its cells are overwritten by the next one. After the last
// the error is io.EOF.
func (r *recordReader) next() (Row, error) {
	r.number++
	row := Row{Number: r.number, Line: r.line + 1}
	r.text, r.ends = r.text[:0], r.ends[:0]
	line, err := r.readLine()
	if err != nil {
		if !errors.Is(err, io.EOF) {
			err = r.fault(row, err)
		}
		return row, err
	}
	if err := r.split(line); err != nil {
		return row, r.fault(row, err)
	}
	if r.broken != nil {
		r.ends = r.ends[:len(r.ends)-1] // the fault stands in the last cell
		return row, r.fault(row, r.broken)
	}
	row.Cells = r.cut()
	return row, nil
}

// split divides a line, and those that a quoted cell runs over, into cells.
func (r *recordReader) split(line []byte) error {
	for {
		if r.quote != 0 && len(line) > 0 && line[0] == r.quote {
			rest, err := r.quoted(line[1:])
			if err != nil {
				return err
			}
			line = rest
		}
		i := -1
		if r.delimiter != 0 {
			i = bytes.IndexByte(line, r.delimiter)
		}
		if i < 0 {
			r.text = append(r.text, line...)
			return r.endCell()
		}
		r.text = append(r.text, line[:i]...)
		if err := r.endCell(); err != nil {
			return err
		}
		line = line[i+1:]
	}
}

// quoted takes a cell up to its closing mark and returns what follows on that
// line: nothing, or the delimiter, or text that no well-formed file has there,
// which is kept as part of the cell.
func (r *recordReader) quoted(line []byte) ([]byte, error) {
	opened := r.line
	for {
		i := bytes.IndexByte(line, r.quote)
		if i < 0 {
			r.text = append(append(r.text, line...), '\n')
			if err := r.tooLong(); err != nil {
				return nil, coding.Unfit("%w; a quotation mark opened on line %d may lack its end", err, opened)
			}
			next, err := r.readLine()
			if errors.Is(err, io.EOF) {
				return nil, coding.Unfit("the quotation mark opened on line %d is never closed", opened)
			}
			if err != nil {
				return nil, err
			}
			line = next
			continue
		}
		r.text = append(r.text, line[:i]...)
		line = line[i+1:]
		switch {
		case len(line) == 0 || r.delimiter != 0 && line[0] == r.delimiter:
			return line, nil
		case line[0] == r.quote:
			line = line[1:]
		}
		r.text = append(r.text, r.quote)
	}
}

func (r *recordReader) endCell() error {
	if err := r.tooLong(); err != nil {
		return err
	}
	r.ends = append(r.ends, len(r.text))
	return nil
}

func (r *recordReader) tooLong() error {
	start := 0
	if len(r.ends) > 0 {
		start = r.ends[len(r.ends)-1]
	}
	if len(r.text)-start > r.limit {
		return tooLongError(r.limit)
	}
	return nil
}

func tooLongError(limit int) error {
	return coding.Unfit("the cell holds more than %s", bytesInWords(limit))
}

func bytesInWords(n int) string {
	if n >= 1<<20 && n%(1<<20) == 0 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}

// cut makes strings of the cells, all in one piece of memory.
func (r *recordReader) cut() []string {
	all := string(r.text)
	r.cells = r.cells[:0]
	start := 0
	for _, end := range r.ends {
		r.cells = append(r.cells, all[start:end])
		start = end
	}
	return r.cells
}

// fault places an error in the cell that was being read.
func (r *recordReader) fault(row Row, err error) error {
	return &RowError{Row: row.Number, Line: row.Line, Column: len(r.ends) + 1, Why: err.Error(), Err: err}
}

// readLine reads a line without its end. It is good until the next one. Where
// the text breaks off, what comes before is a line, and the next call fails.
func (r *recordReader) readLine() ([]byte, error) {
	if r.broken != nil {
		return nil, r.broken
	}
	line, err := r.in.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		r.long = append(r.long[:0], line...)
		for errors.Is(err, bufio.ErrBufferFull) {
			line, err = r.in.ReadSlice('\n')
			r.long = append(r.long, line...)
			if len(r.long) > 4*r.limit {
				return nil, coding.Unfit("line %d is longer than %s", r.line+1, bytesInWords(4*r.limit))
			}
		}
		line = r.long
	}
	if err != nil && !errors.Is(err, io.EOF) {
		r.broken = err
	}
	if err != nil && len(line) == 0 {
		return nil, err
	}
	r.line++
	return bytes.TrimSuffix(line, []byte{'\n'}), nil
}
