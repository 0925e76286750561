// Package picture draws charts that a paper can print, as SVG and as PNG: dark
// ink and one blue on white, whatever the window's colours are. It needs no
// display and no toolkit, so that commands draw what the window draws.
package picture

// Picture is a drawing under its title. Its measures are pixels of the SVG; the
// PNG has twice as many.
type Picture struct {
	title         string
	width, height int
	marks         []mark
}

// newPicture is an empty picture under a title.
func newPicture(title string, width, height int) *Picture {
	p := &Picture{title: title, width: width, height: height}
	p.words(20, 28, title, lettering{size: 15, bold: true, letters: (width - 40) / 9})
	return p
}

// mark is one thing that is drawn, in both forms.
type mark interface {
	svg() string
	paint(c *canvas)
}

// The inks.
const (
	ink   = "#1F2328"
	faint = "#646A72" // what explains
	hair  = "#E3DFD7" // lines that only guide the eye
	blue  = "#28598C"
	paper = "#FFFFFF"
)

// line is a straight line.
type line struct {
	x1, y1, x2, y2, width float64
	hex                   string
	dashed                bool
}

// box is a filled rectangle with round corners.
type box struct {
	x, y, width, height, corner float64
	hex                         string
	opacity                     float64
}

// dot is a filled circle.
type dot struct {
	x, y, radius float64
	hex          string
}

// lettering is how words stand: at their point with their start, or with their
// middle or end.
type lettering struct {
	size    float64 // 13 where it is 0
	bold    bool
	hex     string // ink where it is empty
	at      anchor
	letters int // how many there is room for; 0 is any number
}

type anchor string

const (
	atStart  anchor = ""
	atMiddle anchor = "middle"
	atEnd    anchor = "end"
)

// words are a line of text.
type words struct {
	x, y float64
	text string
	lettering
}

func (p *Picture) line(x1, y1, x2, y2 float64, hex string) {
	p.marks = append(p.marks, line{x1: x1, y1: y1, x2: x2, y2: y2, width: 1, hex: hex})
}

func (p *Picture) box(x, y, width, height, corner float64, hex string, opacity float64) {
	p.marks = append(p.marks, box{x, y, width, height, corner, hex, opacity})
}

func (p *Picture) dot(x, y float64) { p.marks = append(p.marks, dot{x, y, 5, blue}) }

func (p *Picture) words(x, y float64, text string, l lettering) {
	if l.size == 0 {
		l.size = 13
	}
	if l.hex == "" {
		l.hex = ink
	}
	if letters := []rune(text); l.letters > 0 && len(letters) > l.letters {
		text = string(letters[:l.letters-1]) + "…"
	}
	p.marks = append(p.marks, words{x, y, text, l})
}

// threshold draws a guide line, dashed between the ends of a scale.
func (p *Picture) threshold(x1, y1, x2, y2 float64, dashed bool) {
	p.marks = append(p.marks, line{x1: x1, y1: y1, x2: x2, y2: y2, width: 1, hex: faint, dashed: dashed})
}
