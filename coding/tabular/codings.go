package tabular

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"concord/coding"
)

// marks are the codings that a table brings along: who looked for which code in
// which comment, and who found it.
type marks struct {
	im      *importing
	columns []markColumn
	coders  []coding.Coder // of the columns, each once
	added   []coding.Coder
	book    []coding.Code // the project's and the new
	codes   []coding.Code // the new alone
	earlier *judged       // by the same coders, in rounds of the same file
	made    []judgement
	texts   map[coding.SourceID]int // length of each comment of the table, new or not
	order   []coding.SourceID
}

// markColumn is a coder's column for a code.
type markColumn struct {
	column int
	coder  coding.CoderID
	code   coding.CodeID
}

// mark is what a cell of a markColumn says.
type mark struct {
	column int // of marks.columns
	found  bool
}

// judgement is a mark on a comment.
type judgement struct {
	source coding.SourceID
	mark
}

func (im *importing) newMarks(ctx context.Context, r coding.Reader) (*marks, error) {
	ms := &marks{im: im, book: slices.Clone(im.present.codes), texts: map[coding.SourceID]int{}}
	for _, i := range im.plan.columns(RoleCodings) {
		use := im.plan.Uses[i]
		code, err := ms.code(use.Code)
		if err != nil {
			return nil, err
		}
		ms.columns = append(ms.columns, markColumn{i, ms.coder(use.Coder).ID, code.ID})
	}
	if len(ms.columns) == 0 {
		return ms, nil
	}
	var err error
	ms.earlier, err = readJudged(ctx, r, ms.coders, ms.roundName())
	return ms, err
}

// roundName is what the round of the codings is called: as the file.
func (ms *marks) roundName() string {
	name := ms.im.table.Name
	return strings.TrimSuffix(name, path.Ext(name))
}

// coder finds a coder of the project by name, or makes one.
func (ms *marks) coder(name string) coding.Coder {
	name = strings.TrimSpace(name)
	for _, c := range slices.Concat(ms.im.present.coders, ms.added) {
		if strings.EqualFold(c.Name, name) {
			if !slices.Contains(ms.coders, c) {
				ms.coders = append(ms.coders, c)
			}
			return c
		}
	}
	c := coding.NewCoder(ms.im.mint, name, false, len(ms.im.present.coders)+len(ms.added))
	ms.added = append(ms.added, c)
	ms.coders = append(ms.coders, c)
	return c
}

// code finds a code of the codebook by its path, or makes what of the path is missing.
func (ms *marks) code(codePath string) (coding.Code, error) {
	book := coding.NewCodebook(ms.book)
	found, err := book.Find(codePath)
	if err == nil {
		return found, nil
	}
	var at coding.Code
	for name := range strings.SplitSeq(codePath, coding.PathSeparator) {
		name = strings.TrimSpace(name)
		siblings := book.Children(at.ID)
		next := slices.IndexFunc(siblings, func(c coding.Code) bool { return strings.EqualFold(c.Name, name) })
		if next >= 0 {
			at = siblings[next]
			continue
		}
		order := 0
		for _, s := range siblings {
			order = max(order, s.Order+1)
		}
		palette := coding.Palette()
		at = coding.Code{
			ID: coding.NewID[coding.CodeID](ms.im.mint), Parent: at.ID, Name: name,
			Order: order, Color: palette[len(ms.book)%len(palette)],
		}
		if err := at.Validate(); err != nil {
			return coding.Code{}, err
		}
		ms.book = append(ms.book, at)
		ms.codes = append(ms.codes, at)
		book = coding.NewCodebook(ms.book)
	}
	return at, nil
}

// read takes the marks out of a row.
func (ms *marks) read(row Row) ([]mark, error) {
	var found []mark
	for i, c := range ms.columns {
		switch v := strings.TrimSpace(row.Cells[c.column]); v {
		case "":
		case "1", "1.0":
			found = append(found, mark{i, true})
		case "0", "0.0":
			found = append(found, mark{i, false})
		default:
			return nil, &RowError{
				File: ms.im.table.Name, Row: row.Number, Line: row.Line, Column: c.column + 1, Header: ms.im.table.Columns[c.column].Name,
				Why: fmt.Sprintf("%q is no coding: 1 says that the code was given, 0 that it was not, nothing that it wasn't looked for", cut(v, 40)),
			}
		}
	}
	return found, nil
}

// put places the marks of a row on its comment. Those that the project has from
// an earlier import of the file are left alone.
func (ms *marks) put(p pending, source coding.SourceID, length int, there bool) {
	if len(ms.columns) == 0 {
		return
	}
	ms.texts[source] = length
	ms.order = append(ms.order, source)
	for _, m := range p.marks {
		c := ms.columns[m.column]
		if there {
			if looked, found := ms.earlier.of(c, source); looked {
				if found != m.found {
					ms.im.differs(p.row, p.name, fmt.Sprintf("%s in column %q is %s in the project", bit(m.found), ms.im.table.Columns[c.column].Name, bit(found)))
				}
				continue
			}
		}
		ms.made = append(ms.made, judgement{source, m})
	}
}

func bit(found bool) string {
	if found {
		return "1"
	}
	return "0"
}
