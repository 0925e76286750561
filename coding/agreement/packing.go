package agreement

// packing is the choice of candidates that share no unit and save most: what is
// left of the best alignment of three coders or more. A unit in no candidate
// that is chosen stays alone.
type packing struct {
	firsts     []int
	candidates []candidate
	tie        float64
}

// places are the units of a candidate by coder.
func (p packing) places(c candidate) []place {
	var places []place
	for _, number := range c.members {
		coder := len(p.firsts) - 1
		for p.firsts[coder] > int(number) {
			coder--
		}
		places = append(places, place{coder, int(number) - p.firsts[coder]})
	}
	return places
}

// component is a part of a packing that shares no unit with any other.
type component struct {
	candidates []candidate
	rows       [][]int32 // each candidate's units, numbered within the component
	worth      []float64 // each candidate's saving, with its bonus for ties
	units      int
}

// components divides the packing.
func (p packing) components() []component {
	parent := map[int32]int32{}
	var root func(u int32) int32
	root = func(u int32) int32 {
		up, found := parent[u]
		if !found || up == u {
			parent[u] = u
			return u
		}
		top := root(up)
		parent[u] = top
		return top
	}
	for _, c := range p.candidates {
		for _, u := range c.members[1:] {
			parent[root(u)] = root(c.members[0])
		}
	}
	number := map[int32]int{}
	local := map[int32]int32{}
	var parts []component
	for _, c := range p.candidates {
		top := root(c.members[0])
		at, found := number[top]
		if !found {
			at = len(parts)
			number[top] = at
			parts = append(parts, component{})
		}
		part := &parts[at]
		rows := make([]int32, len(c.members))
		for i, u := range c.members {
			row, found := local[u]
			if !found {
				row = int32(part.units)
				part.units++
				local[u] = row
			}
			rows[i] = row
		}
		part.candidates = append(part.candidates, c)
		part.rows = append(part.rows, rows)
		part.worth = append(part.worth, c.saving+p.tie*float64(len(rows)-1))
	}
	return parts
}
