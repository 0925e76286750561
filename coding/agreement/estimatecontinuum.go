package agreement

import (
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
)

// EstimateAlphas computes unitizing alphas on the continuum, in the order of
// measures; AlphaKU gives one result a code. Intervals resample sources: there
// is no analytic formula, so Analytic is answered by the bootstrap, and a single
// source gets no interval. Clusters are the groups of the sources, such as those
// of one respondent, which are then resampled together.
func EstimateAlphas(ctx context.Context, c *Continuum, measures []Measure, confidence Confidence) ([]Result, error) {
	confidence, err := confidence.complete()
	if err != nil {
		return nil, err
	}
	var wanted []alphaOf
	for _, m := range measures {
		switch m {
		case AlphaU, AlphaUBinary, AlphaCU:
			wanted = append(wanted, alphaOf{m, 0})
		case AlphaKU:
			for k := range c.codes {
				wanted = append(wanted, alphaOf{m, k})
			}
		default:
			return nil, fmt.Errorf("measure %q: it must be one of %s, %s, %s and %s", m, AlphaU, AlphaUBinary, AlphaCU, AlphaKU)
		}
	}
	if confidence.Clusters != nil && len(confidence.Clusters) != len(c.sources) {
		return nil, fmt.Errorf("clusters name the groups of %d sources; the continuum has %d", len(confidence.Clusters), len(c.sources))
	}
	parts, overlap := newParts(len(c.codes), confidence.Clusters), error(nil)
	whole := newLengths(len(c.codes))
	pairable := 0
	for source := range c.sources {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("unitizing alphas: %w", err)
		}
		part, err := c.sweep(source)
		if err != nil {
			overlap = err
			break
		}
		if part.total > 0 {
			parts.add(source, &part)
			pairable += c.first[source+1] - c.first[source]
		}
		whole.add(&part, 1)
	}
	results := make([]Result, len(wanted))
	for i, w := range wanted {
		results[i] = w.result(c, &whole, overlap)
		results[i].Pairable = pairable
	}
	if confidence.Method != NoInterval && overlap == nil {
		err = resampleSources(ctx, parts.lengths, wanted, results, confidence)
	}
	return results, err
}

// alphaOf is a unitizing alpha, of a code where it has one.
type alphaOf struct {
	measure Measure
	code    int
}

func (a alphaOf) at(l *lengths) (coefficient, error) {
	switch a.measure {
	case AlphaU:
		return l.alphaU()
	case AlphaUBinary:
		return l.alphaUBinary()
	case AlphaCU:
		return l.alphaCU()
	}
	return l.alphaKU(a.code)
}

func (a alphaOf) result(c *Continuum, l *lengths, overlap error) Result {
	r := Result{Measure: a.measure, N: len(c.segments), Coders: len(c.coders), Categories: len(c.codes)}
	if a.measure == AlphaKU {
		r.Code = c.codes[a.code]
	}
	made, err := coefficient{}, overlap
	if err == nil && len(c.coders) < 2 {
		err = undefined("agreement needs two coders; the continuum has %d", len(c.coders))
	}
	if err == nil {
		made, err = a.at(l)
	}
	if err != nil {
		r.Reason = err.Error()
		return r
	}
	r.Value, r.Observed, r.Expected = Known(made.value), Known(made.observed), Known(made.expected)
	if a.measure == AlphaCU || a.measure == AlphaKU {
		r.Coverage = Known(l.coverage())
	}
	return r
}

func resampleSources(ctx context.Context, parts []lengths, wanted []alphaOf, results []Result, c Confidence) error {
	if len(parts) < 2 {
		for i := range results {
			if results[i].Value.Known() {
				results[i].Reason = "an interval resamples sources, and there is one only"
				if c.Clusters != nil {
					results[i].Reason = reasonOneGroup
				}
			}
		}
		return nil
	}
	values := make([][]float64, len(wanted))
	for i := range values {
		values[i] = make([]float64, c.Replicates)
	}
	kinds, times := alike(parts)
	draw := newUnits(len(parts), times)
	err := replicates(ctx, c.Replicates, chunk, c.Seed, c.Progress, func() func(*rand.Rand, int) {
		counts, drawn := make([]float64, len(kinds)), newLengths(len(parts[0].of)-1)
		return func(random *rand.Rand, replicate int) {
			draw.draw(random, counts, nil)
			drawn.reset()
			for i, count := range counts {
				if count > 0 {
					drawn.add(&kinds[i], count)
				}
			}
			for i, w := range wanted {
				made, err := w.at(&drawn)
				values[i][replicate] = made.value
				if err != nil {
					values[i][replicate] = math.NaN()
				}
			}
		}
	})
	if err != nil {
		return fmt.Errorf("bootstrap: %w", err)
	}
	for i := range results {
		if results[i].Value.Known() {
			results[i].summarise(values[i], c)
		}
	}
	return nil
}

// parts are the sums of what is resampled: of each source, or of each group of them.
type parts struct {
	lengths []lengths
	codes   int
	groups  []int // of each source; nil where each is its own
	places  map[int]int
}

func newParts(codes int, groups []int) *parts {
	return &parts{codes: codes, groups: groups, places: map[int]int{}}
}

func (p *parts) add(source int, part *lengths) {
	if p.groups == nil {
		p.lengths = append(p.lengths, *part)
		return
	}
	at, met := p.places[p.groups[source]]
	if !met {
		at = len(p.lengths)
		p.places[p.groups[source]] = at
		p.lengths = append(p.lengths, newLengths(p.codes))
	}
	p.lengths[at].add(part, 1)
}

// alike gathers the sources whose sums are the same, such as those of one length
// in which nobody marked anything, and says how many each stands for.
func alike(parts []lengths) (kinds []lengths, times []float64) {
	number := make(map[string]int)
	var key []byte
	for i := range parts {
		part := &parts[i]
		key = binary.LittleEndian.AppendUint64(key[:0], math.Float64bits(part.total))
		for at, list := range [][]float64{part.of, part.same, part.gap, part.squares, part.shared} {
			for k, x := range list {
				if x != 0 {
					key = binary.LittleEndian.AppendUint32(key, uint32(at*len(list)+k))
					key = binary.LittleEndian.AppendUint64(key, math.Float64bits(x))
				}
			}
		}
		kind, seen := number[string(key)]
		if !seen {
			kind = len(kinds)
			number[string(key)] = kind
			kinds, times = append(kinds, parts[i]), append(times, 0)
		}
		times[kind]++
	}
	return kinds, times
}
