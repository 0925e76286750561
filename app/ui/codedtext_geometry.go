package ui

import "fyne.io/fyne/v2"

// geometry is where things stand in a coded text of a size, at a text size.
type geometry struct {
	width, height float32
	reading, head font
	leading       float32
	// left is where the text begins; measure is how wide its lines are.
	left, measure float32
	// margin is where the stripes begin; right is where everything ends.
	margin, right float32
	// nameHeight is how far names in the margin stand apart.
	nameHeight float32
	// named is false where the margin is too narrow for names.
	named bool
	// headTop is the room above a heading, headHeight both together.
	headTop, headHeight float32
	// paragraphGap is the room below a paragraph.
	paragraphGap float32
	// bandTop and bandFoot are where a band begins and ends in its line;
	// underlines are step apart.
	bandTop, bandFoot, step float32
}

// geometryFor finds the places for a size: a line holds some 70 characters
// where there is room, the margin takes about a fifth.
func geometryFor(size fyne.Size, l look) geometry {
	scale := l.scale()
	g := geometry{width: size.Width, height: size.Height, leading: l.size(SizeLeading)}
	g.reading = font{l.size(SizeReading), fyne.TextStyle{}}
	g.head = font{l.size(SizeExplain), fyne.TextStyle{}}
	g.left, g.right = Space7, size.Width-Space4
	stripes := min(max(size.Width*0.22, 130), 190*scale)
	g.measure = min(35*g.reading.size, g.right-g.left-Space4-stripes)
	g.named = true
	if g.measure < 16*g.reading.size {
		g.named = false
		g.measure = max(8*g.reading.size, g.right-g.left-Space6)
	}
	g.margin = g.left + g.measure + Space4 + 2
	if !g.named {
		g.margin = g.left + g.measure + Space2
	}
	g.right = min(g.right, g.margin+320*scale)
	g.headTop, g.headHeight = 10*scale, 10*scale+25*scale
	g.paragraphGap, g.nameHeight = 4*scale, 17*scale
	g.bandTop, g.bandFoot, g.step = 2*scale, g.leading-4*scale, 2.75*scale
	return g
}

// estimate is how high a text of a length is, before it was laid out.
func (g geometry) estimate(length int) float32 {
	if g.measure <= 0 {
		return 0
	}
	perLine := max(8, g.measure/(g.reading.size*0.49))
	lines := 1 + float32(length)/perLine
	return float32(int(lines))*g.leading + g.paragraphGap
}
