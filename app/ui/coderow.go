package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// The measures of a row of the code tree.
const (
	codeIndent  float32 = 20 // per level
	codeFigures float32 = 64 // for count and key
	themeGap    float32 = 12 // above a theme that isn't the first
)

// rowHeight is how high a code's row is: its name wraps, themes stand apart.
func (t *CodeTree) rowHeight(i int, width float32) float32 {
	row := t.rows[i]
	f := t.nameFont(row)
	n := len(wrap([]rune(row.Name), t.nameWidth(row, width), f.width))
	height := float32(n)*f.height() + 8
	if row.Depth == 0 && i > 0 {
		height += themeGap
	}
	return height
}

// nameFont is the font of a code's name.
func (t *CodeTree) nameFont(row CodeRow) font {
	return font{lookOf(t).size(SizeWork), fyne.TextStyle{Bold: row.Depth == 0}}
}

// nameWidth is how wide a code's name may be.
func (t *CodeTree) nameWidth(row CodeRow, width float32) float32 {
	return max(40, width-float32(row.Depth)*codeIndent-18-codeFigures*lookOf(t).scale())
}

// codeRowView draws one code.
type codeRowView struct {
	widget.BaseWidget
	tree   *CodeTree
	row    CodeRow
	first  bool
	swatch *canvas.Rectangle
	lines  []*canvas.Text
	count  *canvas.Text
	key    *KeyCap
}

// newCodeRowView is an empty row.
func newCodeRowView(t *CodeTree) *codeRowView {
	v := &codeRowView{tree: t, swatch: &canvas.Rectangle{CornerRadius: 3}, count: &canvas.Text{Alignment: fyne.TextAlignTrailing}, key: NewKeyCap("")}
	v.ExtendBaseWidget(v)
	return v
}

// show fills the view with a row.
func (v *codeRowView) show(i int, _ bool) { v.row, v.first = v.tree.rows[i], i == 0 }

// CreateRenderer is for Fyne.
func (v *codeRowView) CreateRenderer() fyne.WidgetRenderer {
	r := &codeRowRenderer{v}
	r.Refresh()
	return r
}

// codeRowRenderer places a row's pieces.
type codeRowRenderer struct{ *codeRowView }

// Layout places swatch, name, count and key.
func (r *codeRowRenderer) Layout(size fyne.Size) {
	f := r.tree.nameFont(r.row)
	height := f.height()
	top := float32(4)
	if r.row.Depth == 0 && !r.first {
		top += themeGap
	}
	left := float32(r.row.Depth) * codeIndent
	block := float32(len(r.lines)) * height
	place(r.swatch, left+1, top+(min(block, height)-11)/2+(block-min(block, height))/2, 11, 11)
	for i, line := range r.lines {
		place(line, left+18, top+float32(i)*height, size.Width, height)
	}
	middle := top + block/2
	cap, figures := r.key.MinSize(), r.count.MinSize()
	place(r.key, size.Width-6-cap.Width, middle-cap.Height/2, cap.Width, cap.Height)
	scale := lookOf(r.tree).scale()
	place(r.count, size.Width-codeFigures*scale, middle-figures.Height/2, (codeFigures-32)*scale, figures.Height)
}

// MinSize is small: the list gives the height.
func (r *codeRowRenderer) MinSize() fyne.Size { return fyne.NewSize(80, 20) }

// Refresh takes over the row.
func (r *codeRowRenderer) Refresh() {
	l, f := lookOf(r.tree), r.tree.nameFont(r.row)
	ink := l.color(ColorText)
	if r.row.Retired {
		ink = l.color(ColorMuted)
	}
	r.swatch.FillColor = CodeColorHex(r.row.Hex, l.dark())
	name := []rune(r.row.Name)
	lines := wrap(name, r.tree.nameWidth(r.row, r.tree.list.Size().Width), f.width)
	for len(r.lines) < len(lines) {
		r.lines = append(r.lines, &canvas.Text{})
	}
	r.lines = r.lines[:len(lines)]
	for i, line := range shownLines(name, lines, nil) {
		t := r.lines[i]
		t.Text, t.TextSize, t.TextStyle, t.Color = line.text, f.size, f.style, ink
	}
	r.count.Text, r.count.TextSize, r.count.Color = "", l.size(SizeExplain), l.color(ColorMuted)
	if r.row.HasCount {
		r.count.Text = strconv.Itoa(r.row.Count)
	}
	r.key.Key = r.row.Key
	r.key.Refresh()
	r.Layout(r.codeRowView.Size())
	canvas.Refresh(r.codeRowView)
}

// Objects are the row's pieces.
func (r *codeRowRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.swatch, r.count, r.key}
	for _, line := range r.lines {
		objects = append(objects, line)
	}
	return objects
}

// Destroy has nothing to release.
func (r *codeRowRenderer) Destroy() {}
