package picture

// Trend draws coefficients one after another, such as those of several rounds,
// with their intervals and the field's thresholds. The mark stands before decimals.
func Trend(title string, rounds []Row, mark string) *Picture {
	const height, top, foot, left, right = 320, 56, 270, 60, 20
	step := 120
	width := max(560, left+step*len(rounds)+right)
	step = (width - left - right) / max(1, len(rounds))
	p := newPicture(title, width, height)
	y := func(v float64) float64 { return foot - (foot-top)*within(v) }
	for _, t := range thresholds(mark) {
		p.threshold(left, y(t.at), float64(width-right), y(t.at), t.dashed)
		p.words(left-8, y(t.at)+4, t.caption, lettering{size: 11, hex: faint, at: atEnd})
	}
	var before *line
	for i, r := range rounds {
		x := float64(left + step*i + step/2)
		p.words(x, foot+20, r.Label, lettering{at: atMiddle, letters: step / 8})
		if r.Unknown {
			continue
		}
		if r.Bounded {
			p.box(x-3, y(r.High), 6, max(2, y(r.Low)-y(r.High)), 3, blue, 0.3)
		}
		if before != nil {
			before.x2, before.y2 = x, y(r.Value)
			p.marks = append(p.marks, *before)
		}
		before = &line{x1: x, y1: y(r.Value), width: 2, hex: blue}
		p.dot(x, y(r.Value))
		p.words(x+9, y(r.Value)-7, r.Text, lettering{size: 12, bold: true})
	}
	return p
}

// Pair is what two of several people have in common.
type Pair struct {
	// A and B are their places among the names.
	A, B  int
	Value float64
	// Text stands in the field. Unknown says that there is no value to show.
	Text    string
	Unknown bool
}

// Pairs draws a field for each two of several people, the stronger the higher
// their value.
func Pairs(title string, names []string, pairs []Pair) *Picture {
	const top, left, wide, high = 84, 170, 104, 36
	p := newPicture(title, max(560, left+wide*len(names)+20), top+high*len(names)+20)
	for i, name := range names {
		p.words(left-10, float64(top+high*i+high/2+4), name, lettering{at: atEnd, letters: 22})
		p.words(float64(left+wide*i+wide/2), top-10, name, lettering{at: atMiddle, letters: 14})
	}
	for _, pair := range pairs {
		strength := 0.03
		if !pair.Unknown {
			strength = 0.05 + 0.4*within(pair.Value)
		}
		for _, at := range [][2]int{{pair.A, pair.B}, {pair.B, pair.A}} {
			x, y := float64(left+wide*at[0]), float64(top+high*at[1])
			p.box(x+1, y+1, wide-2, high-2, 4, blue, strength)
			p.words(x+wide/2, y+high/2+4, pair.Text, lettering{at: atMiddle})
		}
	}
	return p
}
