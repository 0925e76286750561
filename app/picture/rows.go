package picture

// Row is a line of a chart: a name, what is drawn, and words at its end.
type Row struct {
	Label string
	Value float64
	// Low and High are the interval's bounds, of those that are Bounded.
	Low, High float64
	Bounded   bool
	Text      string
	// Hex colours a bar, "#RRGGBB"; "" is blue.
	Hex string
	// Unknown says that there is no value to draw.
	Unknown bool
	// Strong sets the row's words off from the others.
	Strong bool
}

// Measures of a chart of rows, in pixels.
const (
	wide   = 1000
	rowed  = 28
	head   = 56
	label  = 485 // where the names end
	begin  = 501 // where the scale begins
	length = 340 // how long it is
	letter = 74  // how many letters a name may have
)

// Bars draws a bar for each row, the longest the whole scale.
func Bars(title string, rows []Row) *Picture {
	p := newPicture(title, wide, head+rowed*len(rows)+20)
	most := 0.0
	for _, r := range rows {
		most = max(most, r.Value)
	}
	for i, r := range rows {
		y, long := middle(i), 0.0
		if most > 0 && r.Value > 0 {
			long = max(1, length*r.Value/most)
		}
		hex := r.Hex
		if hex == "" {
			hex = blue
		}
		p.words(label, y+4, r.Label, lettering{size: 12, at: atEnd, letters: letter, bold: r.Strong})
		p.box(begin, y-6, long, 12, 2, hex, 0.85)
		p.words(begin+long+8, y+4, r.Text, lettering{hex: faint})
	}
	return p
}

// middle is how far down a row's middle lies.
func middle(i int) float64 { return head + rowed*float64(i) + rowed/2 }

// tick is a place on a scale from 0 to 1, with its caption.
type tick struct {
	at      float64
	caption string
	dashed  bool
}

// Shares draws a point with its interval for each row, on a scale from 0 to 100 %.
func Shares(title string, rows []Row) *Picture {
	return points(title, rows, []tick{{0, "0 %", false}, {0.25, "25 %", true}, {0.5, "50 %", true}, {0.75, "75 %", true}, {1, "100 %", false}})
}

// Coefficients draws a point with its interval for each row, on a scale from 0
// to 1 with the field's thresholds; what lies outside the scale stands at its end.
// The mark stands before decimals.
func Coefficients(title string, rows []Row, mark string) *Picture {
	return points(title, rows, thresholds(mark))
}

// thresholds are those that Krippendorff names, between nought and one.
func thresholds(mark string) []tick {
	return []tick{{0, "0", false}, {0.667, mark + "667", true}, {0.8, mark + "800", true}, {1, "1", false}}
}

func points(title string, rows []Row, scale []tick) *Picture {
	bottom := float64(head + rowed*len(rows))
	p := newPicture(title, wide, int(bottom)+36)
	x := func(v float64) float64 { return begin + length*within(v) }
	for _, t := range scale {
		p.threshold(x(t.at), head-6, x(t.at), bottom, t.dashed)
		p.words(x(t.at), bottom+18, t.caption, lettering{size: 11, hex: faint, at: atMiddle})
	}
	for i, r := range rows {
		y := middle(i)
		p.words(label, y+4, r.Label, lettering{size: 12, at: atEnd, letters: letter, bold: r.Strong})
		p.line(begin, y, begin+length, y, hair)
		p.words(begin+length+16, y+4, r.Text, lettering{bold: r.Strong})
		if r.Unknown {
			continue
		}
		if r.Bounded {
			p.box(x(r.Low), y-3, max(2, x(r.High)-x(r.Low)), 6, 3, blue, 0.3)
		}
		p.dot(x(r.Value), y)
	}
	return p
}

// within is a value on a scale from 0 to 1.
func within(v float64) float64 { return min(1, max(0, v)) }
