package ui

import (
	"cmp"
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"concord/coding"
)

// The measures of the margin.
const (
	stripeWidth float32 = 3
	stripeStep  float32 = 6
	nameInset   float32 = 12 // from the bars to the names
	stripeLanes         = 4
)

// stripe is a mark's bar in the margin and its name.
type stripe struct {
	ref          markRef
	mark         *placedMark // nil for the selection
	ink          color.Color
	top, foot    float32
	lane         int
	name         float32 // top of its name
	nameShown    bool
	nameLines    int
	selectedSize int
}

// stripes are the bars and names on screen.
type stripes struct {
	all   []stripe
	index map[markRef]int
}

// begin forgets all.
func (s *stripes) begin() {
	s.all = s.all[:0]
	if s.index == nil {
		s.index = map[markRef]int{}
	}
	clear(s.index)
}

// add adds the lines of a mark; a mark over several paragraphs is one stripe.
func (s *stripes) add(ref markRef, m *placedMark, ink color.Color, top, foot float32) {
	if i, ok := s.index[ref]; ok {
		s.all[i].top, s.all[i].foot = min(s.all[i].top, top), max(s.all[i].foot, foot)
		return
	}
	s.index[ref] = len(s.all)
	s.all = append(s.all, stripe{ref: ref, mark: m, ink: ink, top: top, foot: foot})
}

// selected adds the lines of the selection.
func (s *stripes) selected(placed placedPiece, part *piece, first, last int, span coding.Span, g *geometry) {
	for i := first; i <= last; i++ {
		l := &part.lines[i]
		if part.start+l.end > span.Start && part.start+l.start < span.End {
			y := placed.y + float32(i)*g.leading
			s.add(markRef{block: -1}, nil, nil, y, y+g.leading)
			s.all[s.index[markRef{block: -1}]].selectedSize = span.Len()
		}
	}
}

// arrange gives bars that stand beside one another their lanes, and names
// their places: beside the beginning of their lines, or below the name above. A
// name that is too long for one line has two where they are free.
func (s *stripes) arrange(g *geometry, long func(*stripe) bool) (lanes int) {
	slices.SortStableFunc(s.all, func(a, b stripe) int { return cmp.Compare(a.top, b.top) })
	var feet [stripeLanes]float32
	for i := range feet {
		feet[i] = -1e9
	}
	free := float32(-1e9)
	wanted := func(st *stripe) float32 {
		if st.top < 0 && st.foot > g.nameHeight {
			return 2 // what begins above the screen is named at its top
		}
		return st.top + (g.leading-g.nameHeight)/2 - 2
	}
	for i := range s.all {
		st := &s.all[i]
		s.index[st.ref] = i
		st.lane = stripeLanes - 1
		for lane, foot := range feet {
			if foot <= st.top+1 {
				st.lane = lane
				break
			}
		}
		feet[st.lane] = st.foot
		lanes = max(lanes, st.lane+1)
		st.name = max(wanted(st), free)
		st.nameShown = g.named && st.name < g.height
		st.nameLines = 1
		room := i+1 == len(s.all) || st.name+2*g.nameHeight <= wanted(&s.all[i+1])
		if room && st.nameShown && long(st) {
			st.nameLines = 2
		}
		free = st.name + float32(st.nameLines)*g.nameHeight
	}
	return lanes
}

// named reports whether a name stands in the margin between two heights.
func (s *stripes) named(top, foot float32, g *geometry) bool {
	return slices.ContainsFunc(s.all, func(st stripe) bool {
		return st.nameShown && st.name < foot && st.name+float32(st.nameLines)*g.nameHeight > top
	})
}

// drawStripes draws the margin.
func (v *codedView) drawStripes() {
	w, g := v.w, &v.w.geo
	widest := g.right - g.margin - stripeLanes*stripeStep - nameInset
	lanes := v.stripes.arrange(g, func(st *stripe) bool {
		return st.mark != nil && g.head.width(markWords(st.mark)) > widest
	})
	names := g.margin + max(1, float32(lanes))*stripeStep
	for i := range v.stripes.all {
		st := &v.stripes.all[i]
		ink := st.ink
		if st.mark == nil {
			if v.selectedWords(st) == "" {
				st.nameShown = false
				continue
			}
			ink = v.look.color(ColorLine)
		}
		width := stripeWidth
		lifted := st.mark != nil && (st.ref == w.hovered || st.ref == w.chosen)
		if lifted {
			width = stripeWidth + 2
		}
		if st.mark != nil && st.mark.Dimmed && !lifted {
			ink = withAlpha(ink, 0.45)
		}
		v.rect(layerLine, ink, g.margin+float32(st.lane)*stripeStep, st.top+2, width, st.foot-st.top-3, 1.5)
		if st.nameShown {
			v.drawName(st, names, ink, lifted)
		}
	}
}

// drawName writes a stripe's name; one that does not stand right beside its
// own bar has a small square of its colour before it.
func (v *codedView) drawName(st *stripe, x float32, ink color.Color, lifted bool) {
	g := &v.w.geo
	f, words, suffix, letters := g.head, v.selectedWords(st), "", v.look.color(ColorMuted)
	if st.mark != nil {
		words, suffix, letters = st.mark.Name, markSuffix(st.mark), v.look.color(ColorText)
		if st.mark.Dimmed && !lifted {
			letters = v.look.color(ColorMuted)
		}
		f.style.Bold = lifted
		if st.lane > 0 || st.name > st.foot {
			v.rect(layerLine, ink, x+1, st.name+(g.nameHeight-7)/2+1, 7, 7, 2)
		}
	}
	x += nameInset
	key := textKey{block: st.ref.block, piece: -1, mark: st.ref.id}
	y, room := st.name+(g.nameHeight-f.height())/2, g.right-x
	if st.nameLines == 2 && f.width(words+suffix) > room {
		runes := []rune(words + suffix)
		cut := wrap(runes, room, f.width)[0].end
		v.text(key, inOrder(trimRight(string(runes[:cut]))), f, letters, x, y)
		words, y = strings.TrimSuffix(string(runes[cut:]), suffix), y+g.nameHeight
		key.index = 1
	}
	v.text(key, inOrder(ellipsis(words, f, room-f.width(suffix))+suffix), f, letters, x, y)
}

// selectedWords are the note on the selection.
func (v *codedView) selectedWords(st *stripe) string {
	if st.mark != nil || v.w.SelectedLabel == nil {
		return ""
	}
	return v.w.SelectedLabel(st.selectedSize)
}

// markWords are a mark's name and what stands after it.
func markWords(m *placedMark) string { return m.Name + markSuffix(m) }

// markSuffix is a "?" where the coder was unsure, and who it was.
func markSuffix(m *placedMark) string {
	suffix := ""
	if m.Unsure {
		suffix = "\u00a0?"
	}
	if m.Who != "" {
		suffix += " · " + m.Who
	}
	return suffix
}

// stripeAt is the mark whose name or bar is under a point.
func (w *CodedText) stripeAt(pos fyne.Position) (markRef, bool) {
	if w.view == nil || pos.X < w.geo.margin-Space1 {
		return markRef{}, false
	}
	for i := range w.view.stripes.all {
		st := &w.view.stripes.all[i]
		names := pos.X > w.geo.margin+stripeStep && st.nameShown
		if st.mark != nil && names && pos.Y >= st.name && pos.Y < st.name+float32(st.nameLines)*w.geo.nameHeight {
			return st.ref, true
		}
	}
	for i := range w.view.stripes.all {
		st := &w.view.stripes.all[i]
		x := w.geo.margin + float32(st.lane)*stripeStep
		if st.mark != nil && pos.X >= x-2 && pos.X < x+stripeStep-1 && pos.Y >= st.top && pos.Y < st.foot {
			return st.ref, true
		}
	}
	return markRef{}, false
}
