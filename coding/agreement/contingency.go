package agreement

import (
	"fmt"
	"math"
)

// Contingency is how often two coders chose each pair of categories.
type Contingency struct {
	// First chose the rows, Second the columns.
	First  string `json:"first"`
	Second string `json:"second"`
	// Labels name rows and columns alike.
	Labels []string `json:"labels"`
	// Counts[k][l] is the number of units that First put in k and Second in l.
	Counts [][]float64 `json:"counts"`
	// OnlyFirst and OnlySecond are units that the other coder didn't rate. They
	// take no part in any measure of the pair.
	OnlyFirst  float64 `json:"only_first"`
	OnlySecond float64 `json:"only_second"`
	Neither    float64 `json:"neither"`
}

// Contingency is the table of two coders, by their places among Coders, over the
// categories of the whole scale.
func (r *Ratings) Contingency(first, second int) (Contingency, error) {
	for _, g := range []int{first, second} {
		if g < 0 || g >= len(r.coders) {
			return Contingency{}, fmt.Errorf("contingency table of coder %d: the table has coders 0 to %d", g, len(r.coders)-1)
		}
	}
	c := Contingency{First: r.coders[first], Second: r.coders[second], Labels: r.scale.labels}
	c.Counts = make([][]float64, r.scale.Len())
	for k := range c.Counts {
		c.Counts[k] = make([]float64, r.scale.Len())
	}
	for p, count := range r.patterns.counts {
		row := r.patterns.row(p)
		k, l := row[first], row[second]
		switch {
		case k == missing && l == missing:
			c.Neither += count
		case k == missing:
			c.OnlySecond += count
		case l == missing:
			c.OnlyFirst += count
		default:
			c.Counts[r.categories[k]][r.categories[l]] += count
		}
	}
	return c, nil
}

// Indices tell why a kappa is low although coders mostly agree (Byrt, Bishop &
// Carlin 1993). Both run from 0, no effect, to 1.
type Indices struct {
	// Prevalence is |a − d|/N, how much more often both chose one category than the other.
	Prevalence float64 `json:"prevalence_index"`
	// Bias is |b − c|/N, how much more often one coder chose a category than the other did.
	Bias float64 `json:"bias_index"`
}

// Indices of a table of two coders and two categories.
func (r *Ratings) Indices() (Indices, error) {
	if len(r.coders) != 2 || r.scale.Len() != 2 {
		return Indices{}, undefined("prevalence and bias index are those of two coders and two categories; the table has %d and %d",
			len(r.coders), r.scale.Len())
	}
	c, err := r.Contingency(0, 1)
	if err != nil {
		return Indices{}, err
	}
	return c.Indices()
}

// Indices of a table of two categories.
func (c Contingency) Indices() (Indices, error) {
	n := c.Counts[0][0] + c.Counts[0][1] + c.Counts[1][0] + c.Counts[1][1]
	if n == 0 {
		return Indices{}, undefined(reasonNoPairable)
	}
	return Indices{
		Prevalence: math.Abs(c.Counts[0][0]-c.Counts[1][1]) / n,
		Bias:       math.Abs(c.Counts[0][1]-c.Counts[1][0]) / n,
	}, nil
}

// Add counts in what the same two coders chose elsewhere, on the same scale.
func (c *Contingency) Add(other Contingency) {
	for k, row := range other.Counts {
		for l, count := range row {
			c.Counts[k][l] += count
		}
	}
	c.OnlyFirst += other.OnlyFirst
	c.OnlySecond += other.OnlySecond
	c.Neither += other.Neither
}

// Share is the share of all ratings that name the category with that index of
// the scale: of a Presence scale, Share(1) is the prevalence of the code.
func (r *Ratings) Share(index int) (float64, error) {
	all, named := 0.0, 0.0
	for p, count := range r.patterns.counts {
		all += count * r.patterns.sizes[p]
		kinds, times := r.patterns.profile(p)
		for j, k := range kinds {
			if r.categories[k] == index {
				named += count * times[j]
			}
		}
	}
	if all == 0 {
		return 0, undefined("nobody rated anything: the category has no share")
	}
	return named / all, nil
}

// Chosen is how many units each coder put in the category with that index, in
// the order of Coders.
func (r *Ratings) Chosen(index int) []float64 {
	chosen := make([]float64, len(r.coders))
	for p, count := range r.patterns.counts {
		for g, k := range r.patterns.row(p) {
			if k != missing && r.categories[k] == index {
				chosen[g] += count
			}
		}
	}
	return chosen
}
