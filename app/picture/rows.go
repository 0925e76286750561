package picture

import (
	"fmt"
	"io"
	"strings"
)

// Row is a line of a chart: a name, what is drawn, and words at its end.
type Row struct {
	Label string
	Value float64
	// Low and High are the interval's bounds, of those that have one.
	Low, High float64
	Text      string
	// Hex colours a bar, "#RRGGBB"; "" is blue.
	Hex string
	// Unknown says that there is no value to draw.
	Unknown bool
}

// Measures of a chart of rows, in pixels.
const (
	width  = 920
	row    = 28
	top    = 52
	label  = 370 // where the names end
	begin  = 386 // where the scale begins
	length = 380 // how long it is
	letter = 50  // how many letters a name may have
)

// Bars draws a bar for each row, the longest the whole scale.
func Bars(to io.Writer, title string, rows []Row) error {
	var body strings.Builder
	draw := func(format string, args ...any) { _, _ = fmt.Fprintf(&body, format+"\n", args...) }
	most := 0.0
	for _, r := range rows {
		most = max(most, r.Value)
	}
	for i, r := range rows {
		y, long := top+row*i+row/2, 0.0
		if most > 0 {
			long = max(1, length*r.Value/most)
		}
		ink := r.Hex
		if ink == "" {
			ink = "#28598C"
		}
		draw(`<text x="%d" y="%d" text-anchor="end">%s</text>`, label, y+4, Escaped(cut(r.Label, letter)))
		draw(`<rect x="%d" y="%d" width="%.1f" height="12" rx="2" fill="%s" fill-opacity="0.85"/>`, begin, y-6, long, Escaped(ink))
		draw(`<text x="%.1f" y="%d" fill="#646A72">%s</text>`, begin+long+8, y+4, Escaped(r.Text))
	}
	return Write(to, width, top+row*len(rows)+20, title, body.String())
}

// Shares draws a point with its interval for each row, on a scale from 0 to 100 %.
func Shares(to io.Writer, title string, rows []Row) error {
	var body strings.Builder
	draw := func(format string, args ...any) { _, _ = fmt.Fprintf(&body, format+"\n", args...) }
	x := func(share float64) float64 { return begin + min(1, max(0, share))*length }
	bottom := top + row*len(rows)
	for _, percent := range []int{0, 25, 50, 75, 100} {
		at := x(float64(percent) / 100)
		draw(`<line x1="%.1f" y1="%d" x2="%.1f" y2="%d" stroke="#E3DFD7"/>`, at, top, at, bottom)
		draw(`<text x="%.1f" y="%d" font-size="11" fill="#646A72" text-anchor="middle">%d %%</text>`, at, bottom+18, percent)
	}
	for i, r := range rows {
		y := top + row*i + row/2
		draw(`<text x="%d" y="%d" text-anchor="end">%s</text>`, label, y+4, Escaped(cut(r.Label, letter)))
		draw(`<text x="%d" y="%d" fill="#646A72">%s</text>`, begin+length+14, y+4, Escaped(r.Text))
		if r.Unknown {
			continue
		}
		draw(`<rect x="%.1f" y="%d" width="%.1f" height="6" rx="3" fill="#28598C" fill-opacity="0.3"/>`, x(r.Low), y-3, max(2, x(r.High)-x(r.Low)))
		draw(`<circle cx="%.1f" cy="%d" r="5" fill="#28598C"/>`, x(r.Value), y)
	}
	return Write(to, width, bottom+36, title, body.String())
}
