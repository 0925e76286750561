package agreement

import (
	"fmt"
	"slices"
)

// Extent is a source of a continuum.
type Extent struct {
	Name string
	// Length is the number of positions, such as characters.
	Length int
	// Coders are the places of the coders who looked at the source, whether or
	// not they marked anything in it. Nil is all of them.
	Coders []int
}

// Segment is a stretch of a source to which a coder gave a code. Source, Coder
// and Code are places in the lists that the continuum is made of; End is excluded.
type Segment struct {
	Source, Coder, Code int
	Start, End          int
}

// Continuum is what coders placed freely on the sources, laid end to end. It
// doesn't change once made.
type Continuum struct {
	sources  []Extent
	coders   []string
	codes    []string
	segments []Segment // by source, coder, start
	first    []int     // the segments of source s are segments[first[s]:first[s+1]]
}

// NewContinuum checks and keeps the segments. Segments of one coder may overlap:
// gamma aligns them one by one, while the unitizing alphas are undefined then.
func NewContinuum(sources []Extent, coders, codes []string, segments []Segment) (*Continuum, error) {
	c := &Continuum{
		sources: slices.Clone(sources), coders: slices.Clone(coders),
		codes: slices.Clone(codes), segments: slices.Clone(segments),
	}
	if err := c.validateNames(); err != nil {
		return nil, err
	}
	for i, s := range c.segments {
		if err := c.validateSegment(s); err != nil {
			return nil, fmt.Errorf("segment %d: %w", i+1, err)
		}
	}
	slices.SortFunc(c.segments, func(a, b Segment) int {
		for _, d := range [5]int{a.Source - b.Source, a.Coder - b.Coder, a.Start - b.Start, a.End - b.End, a.Code - b.Code} {
			if d != 0 {
				return d
			}
		}
		return 0
	})
	c.first = make([]int, len(sources)+1)
	for _, s := range c.segments {
		c.first[s.Source+1]++
	}
	for i := range sources {
		c.first[i+1] += c.first[i]
	}
	return c, nil
}

func (c *Continuum) validateNames() error {
	for _, list := range []struct {
		what  string
		names []string
	}{{"coder", c.coders}, {"code", c.codes}} {
		seen := map[string]bool{}
		for i, name := range list.names {
			if name == "" {
				return fmt.Errorf("%s %d has no name", list.what, i+1)
			}
			if seen[name] {
				return fmt.Errorf("%s %q is listed twice", list.what, name)
			}
			seen[name] = true
		}
	}
	for _, s := range c.sources {
		if s.Length < 0 {
			return fmt.Errorf("source %q has length %d: it must be 0 or more", s.Name, s.Length)
		}
		for i, g := range s.Coders {
			if g < 0 || g >= len(c.coders) || slices.Contains(s.Coders[:i], g) {
				return fmt.Errorf("source %q was looked at by coder %d: every coder is named once, from 0 to %d", s.Name, g, len(c.coders)-1)
			}
		}
	}
	return nil
}

func (c *Continuum) validateSegment(s Segment) error {
	switch {
	case s.Source < 0 || s.Source >= len(c.sources):
		return fmt.Errorf("source %d isn't among the %d of the continuum", s.Source, len(c.sources))
	case s.Coder < 0 || s.Coder >= len(c.coders):
		return fmt.Errorf("coder %d isn't among the %d of the continuum", s.Coder, len(c.coders))
	case s.Code < 0 || s.Code >= len(c.codes):
		return fmt.Errorf("code %d isn't among the %d of the continuum", s.Code, len(c.codes))
	}
	source := c.sources[s.Source]
	if err := s.within(source); err != nil {
		return err
	}
	if source.Coders != nil && !slices.Contains(source.Coders, s.Coder) {
		return fmt.Errorf("%s marked something in source %q without having looked at it", c.coders[s.Coder], source.Name)
	}
	return nil
}

// within checks that the segment is a proper part of the source.
func (s Segment) within(source Extent) error {
	switch {
	case s.Start >= s.End:
		return fmt.Errorf("%d to %d runs backwards or holds nothing: the end must lie behind the start", s.Start, s.End)
	case s.Start < 0 || s.End > source.Length:
		return fmt.Errorf("%d to %d lies outside source %q, which runs from 0 to %d", s.Start, s.End, source.Name, source.Length)
	}
	return nil
}

// Overlap is an error that names two segments of one coder with the same code
// that overlap, and nil where there are none. They are a slip of the hand more
// often than meant: joined, they say the same.
func (c *Continuum) Overlap() error {
	first, second, found := c.overlap()
	if !found {
		return nil
	}
	return fmt.Errorf("source %q: %s gave %s to %d–%d and to %d–%d, which overlap: join them or move an edge",
		c.sources[first.Source].Name, c.coders[first.Coder], c.codes[first.Code], first.Start, first.End, second.Start, second.End)
}

// Overlapping reports whether a coder's segments overlap, be it with different
// codes: then each code has to be looked at alone.
func (c *Continuum) Overlapping() bool {
	for i := 1; i < len(c.segments); i++ {
		before, s := c.segments[i-1], c.segments[i]
		if before.Source == s.Source && before.Coder == s.Coder && s.Start < before.End {
			return true
		}
	}
	return false
}

func (c *Continuum) overlap() (first, second Segment, found bool) {
	last := make(map[int]Segment, len(c.codes)) // of each code, the segment that ends last
	for i, s := range c.segments {
		if i > 0 && (c.segments[i-1].Source != s.Source || c.segments[i-1].Coder != s.Coder) {
			clear(last)
		}
		before, met := last[s.Code]
		if met && s.Start < before.End {
			return before, s, true
		}
		last[s.Code] = s
	}
	return Segment{}, Segment{}, false
}

// Coders names the coders.
func (c *Continuum) Coders() []string { return slices.Clone(c.coders) }

// Codes names the codes.
func (c *Continuum) Codes() []string { return slices.Clone(c.codes) }

// Segments is the number of segments.
func (c *Continuum) Segments() int { return len(c.segments) }

// Only is the continuum of some of the codes, by their places among Codes. Where
// codes overlap, each is looked at alone.
func (c *Continuum) Only(codes ...int) (*Continuum, error) {
	place := make(map[int]int, len(codes))
	var names []string
	for _, k := range codes {
		if k < 0 || k >= len(c.codes) {
			return nil, fmt.Errorf("code %d isn't among the %d of the continuum", k, len(c.codes))
		}
		place[k] = len(names)
		names = append(names, c.codes[k])
	}
	var segments []Segment
	for _, s := range c.segments {
		if k, kept := place[s.Code]; kept {
			s.Code = k
			segments = append(segments, s)
		}
	}
	return NewContinuum(c.sources, c.coders, names, segments)
}

// looked are the places of the coders who looked at the source.
func (c *Continuum) looked(source int) []int {
	if c.sources[source].Coders != nil {
		return c.sources[source].Coders
	}
	all := make([]int, len(c.coders))
	for g := range all {
		all[g] = g
	}
	return all
}
