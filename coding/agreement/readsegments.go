package agreement

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// SegmentTable is a continuum read from a table.
type SegmentTable struct {
	Continuum *Continuum

	name  string
	lines map[Segment][]int
}

// mostPositions is the greatest length of a source in a table.
const mostPositions = 1 << 40

// ReadSegments reads a table of segments in CSV: a header
// "source,length,coder,code,start,end" and a row a segment, the end excluded. A
// coder who looked at a source and marked nothing has a row with empty code,
// start and end; one without a row didn't look. The name is that of the file,
// for errors.
func ReadSegments(name string, from io.Reader) (*SegmentTable, error) {
	header, rows, err := readTable(name, from)
	if err != nil {
		return nil, err
	}
	columns := []string{"source", "length", "coder", "code", "start", "end"}
	if !slices.Equal(header, columns) {
		return nil, fmt.Errorf("%s, line 1: the header is %q: it must be %q", name, strings.Join(header, ","), strings.Join(columns, ","))
	}
	s := segmentReader{name: name, lines: map[Segment][]int{}, lengths: map[int]int{}}
	for _, r := range rows {
		if err := s.read(r); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", name, r.line, err)
		}
	}
	c, err := NewContinuum(s.sources, s.coders.names, s.codes.names, s.segments)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &SegmentTable{Continuum: c, name: name, lines: s.lines}, nil
}

// Overlap is an error that names the lines of two segments of one coder with
// the same code that overlap, and nil where there are none. Gamma bears with
// them, the unitizing alphas don't.
func (t *SegmentTable) Overlap() error {
	first, second, found := t.Continuum.overlap()
	if !found {
		return nil
	}
	lines := []int{t.lines[first][0], t.lines[second][len(t.lines[second])-1]}
	slices.Sort(lines)
	return fmt.Errorf("%s, lines %d and %d: %w", t.name, lines[0], lines[1], t.Continuum.Overlap())
}

// nameList numbers names in the order in which they are met.
type nameList struct {
	names  []string
	places map[string]int
}

func (l *nameList) place(name string) int {
	at, found := l.places[name]
	if !found {
		if l.places == nil {
			l.places = map[string]int{}
		}
		at = len(l.names)
		l.names = append(l.names, name)
		l.places[name] = at
	}
	return at
}

// segmentReader takes a table of segments in, row by row.
type segmentReader struct {
	name                       string
	sourceNames, coders, codes nameList
	sources                    []Extent
	lengths                    map[int]int // the line on which a source's length was met
	segments                   []Segment
	lines                      map[Segment][]int
}

func (s *segmentReader) read(r row) error {
	source, length, coder, code, start, end := r.cells[0], r.cells[1], r.cells[2], r.cells[3], r.cells[4], r.cells[5]
	if source == "" || coder == "" {
		return fmt.Errorf("source %q, coder %q: both need a name", source, coder)
	}
	positions, err := strconv.Atoi(length)
	if err != nil || positions < 0 || positions > mostPositions {
		return fmt.Errorf("length %q: it must be a whole number from 0 to %d", length, mostPositions)
	}
	at := s.sourceNames.place(source)
	if at == len(s.sources) {
		s.sources = append(s.sources, Extent{Name: source, Length: positions, Coders: []int{}})
		s.lengths[at] = r.line
	}
	if known := s.sources[at].Length; known != positions {
		return fmt.Errorf("source %q has length %d here and %d on line %d: a source has one length", source, positions, known, s.lengths[at])
	}
	g := s.coders.place(coder)
	if !slices.Contains(s.sources[at].Coders, g) {
		s.sources[at].Coders = append(s.sources[at].Coders, g)
	}
	if code == "" && start == "" && end == "" {
		return nil
	}
	if code == "" || start == "" || end == "" {
		return fmt.Errorf("code %q, start %q, end %q: give all three, or none where the coder marked nothing in the source", code, start, end)
	}
	from, err := strconv.Atoi(start)
	if err != nil {
		return fmt.Errorf("start %q: it must be a whole number", start)
	}
	to, err := strconv.Atoi(end)
	if err != nil {
		return fmt.Errorf("end %q: it must be a whole number", end)
	}
	segment := Segment{Source: at, Coder: g, Code: s.codes.place(code), Start: from, End: to}
	if err := segment.within(s.sources[at]); err != nil {
		return err
	}
	s.segments = append(s.segments, segment)
	s.lines[segment] = append(s.lines[segment], r.line)
	return nil
}
