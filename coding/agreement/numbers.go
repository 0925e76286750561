package agreement

// numbers are what the interval and the ratio level say of each category,
// ascending.
type numbers []float64

func (r *Ratings) numbers(l level) (numbers, error) {
	name := "interval"
	if l == ratio {
		name = "ratio"
	}
	made := make(numbers, len(r.categories))
	if index := r.unnumbered(); index >= 0 {
		return nil, undefined("the %s level needs numbers; %q is a label%s", name, r.scale.labels[index], r.scale.origin(index))
	}
	for k, index := range r.categories {
		made[k] = r.scale.numbers[index]
		if l == ratio && made[k] < 0 {
			return nil, undefined("the ratio level needs numbers of 0 or more; %v is negative%s", made[k], r.scale.origin(index))
		}
	}
	return made, nil
}

// unnumbered is the category that keeps those of the table from being numbers:
// the first that doesn't look like one, or else the first; −1 where they are.
func (r *Ratings) unnumbered() int {
	if r.scale.numbers != nil || len(r.categories) == 0 {
		return -1
	}
	for _, index := range r.categories {
		if _, is := numberOf(r.scale.labels[index], false); !is {
			return index
		}
	}
	return r.categories[0]
}

// weights are 1 − δ²/max δ² of the level, the greatest distance being that of
// the smallest and the largest number.
func (n numbers) weights(l level) weights {
	if l == interval || len(n) == 0 {
		return newSquares(n)
	}
	most := apart(n[0], n[len(n)-1])
	return function(func(k, l int) float64 {
		if most == 0 {
			return 1
		}
		d := apart(n[k], n[l]) / most
		return 1 - d*d
	})
}

// apart is |c−k|/(c+k), the ratio level's distance; two noughts are alike.
func apart(c, k float64) float64 {
	c, k = c/2, k/2 // since the sum of large numbers may be no number
	if c+k == 0 {
		return 0
	}
	return max(c-k, k-c) / (c + k)
}

// narrow is how much smaller the greatest distance has to be for weights to be
// made anew: 1 − δ² would lose most of a small δ².
const narrow = 1.0 / 8

// narrowed are weights for the categories that occur in the counts, where these
// lie much closer together than those of the table, of which some may occur in
// unpairable units alone, or not in this replicate. Those outside are taken for
// the nearest inside, which changes nothing, as they don't occur. Else it is nil.
func (n numbers) narrowed(l level, times []float64) weights {
	low, high := 0, len(n)-1
	for low < high && times[low] == 0 {
		low++
	}
	for high > low && times[high] == 0 {
		high--
	}
	if n.distance(l, low, high) >= narrow*n.distance(l, 0, len(n)-1) {
		return nil
	}
	inside := make(numbers, len(n))
	for k, x := range n {
		inside[k] = min(max(x, n[low]), n[high])
	}
	return inside.weights(l)
}

// distance is how far two categories are apart at the level.
func (n numbers) distance(l level, low, high int) float64 {
	if l == ratio {
		return apart(n[low], n[high])
	}
	return n[high]/2 - n[low]/2
}
