package agreement

import "slices"

// lengths are the sums over sources that the unitizing alphas are made of
// (Krippendorff, Mathet, Bouvry & Widlöcher 2016). Index len(codes) of each
// list is the gap φ. All of them add up over sources, so that a resampled set
// of sources costs no more than adding.
type lengths struct {
	total   float64   // ℓ
	of      []float64 // ℓ_c
	same    []float64 // ℓ_cc
	gap     []float64 // ℓ_cφ
	squares []float64 // S_c
	shared  []float64 // T_c / (m − 1)
}

func newLengths(codes int) lengths {
	return lengths{
		of: make([]float64, codes+1), same: make([]float64, codes+1), gap: make([]float64, codes+1),
		squares: make([]float64, codes+1), shared: make([]float64, codes+1),
	}
}

// add adds the other's sums so many times.
func (l *lengths) add(other *lengths, times float64) {
	l.total += times * other.total
	for k := range l.of {
		l.of[k] += times * other.of[k]
		l.same[k] += times * other.same[k]
		l.gap[k] += times * other.gap[k]
		l.squares[k] += times * other.squares[k]
		l.shared[k] += times * other.shared[k]
	}
}

func (l *lengths) reset() {
	l.total = 0
	for _, list := range [][]float64{l.of, l.same, l.gap, l.squares, l.shared} {
		clear(list)
	}
}

// edge is where a coder's segment begins or ends.
type edge struct {
	at      int
	coder   int // place among those who looked
	segment int // -1 where it ends
}

// sweep adds up one source, edge by edge. Sources that fewer than two coders
// looked at tell nothing and stay out. Where coders looked at different sources,
// a source counts with those who did, as units with missing ratings do.
func (c *Continuum) sweep(source int) (lengths, error) {
	l := newLengths(len(c.codes))
	looked := c.looked(source)
	if len(looked) < 2 {
		return l, nil
	}
	edges, err := c.edges(source, looked)
	if err != nil {
		return l, err
	}
	phi := len(c.codes)
	others := float64(len(looked) - 1)
	present := make([]int, len(looked)) // each coder's code now
	begun := make([]int, len(looked))   // where the coder's present segment began
	for g := range present {
		present[g] = phi
	}
	met := make([]float64, len(looked)*len(looked)) // how much of g's segment lies in segments of h
	held := make([]float64, phi+1)
	from := 0
	advance := func(to int) {
		length := float64(to - from)
		from = to
		if length == 0 {
			return
		}
		for _, k := range present {
			held[k]++
		}
		gaps := held[phi]
		for g, k := range present {
			l.of[k] += length
			if held[k] > 0 { // once a code
				l.same[k] += length * held[k] * (held[k] - 1) / others
				l.gap[k] += length * held[k] * gaps / others
				held[k] = 0
			}
			if k == phi {
				continue
			}
			for h, other := range present {
				if h != g && other != phi {
					met[g*len(looked)+h] += length
				}
			}
		}
	}
	for _, e := range edges {
		advance(e.at)
		if e.segment >= 0 {
			present[e.coder], begun[e.coder] = c.segments[e.segment].Code, e.at
			continue
		}
		k := present[e.coder]
		length := float64(e.at - begun[e.coder])
		l.squares[k] += length * length
		row := met[e.coder*len(looked) : (e.coder+1)*len(looked)]
		for h, t := range row {
			l.shared[k] += t * t / others
			row[h] = 0
		}
		present[e.coder] = phi
	}
	advance(c.sources[source].Length)
	l.squares[phi] = l.of[phi]
	l.total = float64(len(looked)) * float64(c.sources[source].Length)
	return l, nil
}

// edges are those of the source's segments in their order, ends before
// beginnings. Overlapping segments of one coder have no place on a continuum.
func (c *Continuum) edges(source int, looked []int) ([]edge, error) {
	place := make([]int, len(c.coders))
	for i, g := range looked {
		place[g] = i
	}
	var edges []edge
	for i := c.first[source]; i < c.first[source+1]; i++ {
		s := c.segments[i]
		if i > c.first[source] {
			if before := c.segments[i-1]; before.Coder == s.Coder && s.Start < before.End {
				return nil, undefined("in source %q, %s gave %s to %d–%d and %s to %d–%d, which overlap: the unitizing alphas look at overlapping codes one by one",
					c.sources[source].Name, c.coders[s.Coder], c.codes[before.Code], before.Start, before.End, c.codes[s.Code], s.Start, s.End)
			}
		}
		edges = append(edges, edge{s.Start, place[s.Coder], i}, edge{s.End, place[s.Coder], -1})
	}
	slices.SortFunc(edges, func(a, b edge) int {
		if a.at != b.at {
			return a.at - b.at
		}
		return min(a.segment, 0) - min(b.segment, 0)
	})
	return edges, nil
}
