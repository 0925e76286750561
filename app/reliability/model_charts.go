package reliability

import (
	"fmt"
	"io"
	"strings"

	"concord/app/picture"
)

// WriteTrendSVG draws the headline over the rounds, with intervals and the
// thresholds dashed.
func (s *Sheet) WriteTrendSVG(to io.Writer) error {
	const height, top, foot, left = 320, 56, 270, 60
	step := 120
	width := max(420, left+step*len(s.Trend)+20)
	step = (width - left - 20) / max(1, len(s.Trend))
	y := func(v float64) float64 { return foot - min(1, max(0, v))*(foot-top) }
	var body strings.Builder
	draw := func(format string, args ...any) { _, _ = fmt.Fprintf(&body, format+"\n", args...) }
	for _, t := range []float64{0, 0.667, 0.8, 1} {
		dash, caption := ` stroke-dasharray="2 3"`, threshold(t)
		if t == 0 || t == 1 {
			dash, caption = "", fmt.Sprint(t)
		}
		draw(`<line x1="%d" y1="%.1f" x2="%d" y2="%.1f" stroke="#646A72"%s/>`, left, y(t), width-20, y(t), dash)
		draw(`<text x="%d" y="%.1f" font-size="11" fill="#646A72" text-anchor="end">%s</text>`, left-8, y(t)+4, caption)
	}
	var before string
	for i, p := range s.Trend {
		x := left + step*i + step/2
		draw(`<text x="%d" y="%d" text-anchor="middle">%s</text>`, x, foot+20, picture.Escaped(picture.Cut(p.Round)))
		value, known := p.Result.Value.Float64()
		if !known {
			continue
		}
		if low, has := p.Result.Low.Float64(); has {
			high, _ := p.Result.High.Float64()
			draw(`<rect x="%d" y="%.1f" width="6" height="%.1f" rx="3" fill="#28598C" fill-opacity="0.3"/>`, x-3, y(high), max(2, y(low)-y(high)))
		}
		if before != "" {
			draw(`<line %s x2="%d" y2="%.1f" stroke="#28598C" stroke-width="2"/>`, before, x, y(value))
		}
		before = fmt.Sprintf(`x1="%d" y1="%.1f"`, x, y(value))
		draw(`<circle cx="%d" cy="%.1f" r="5" fill="#28598C"/>`, x, y(value))
		draw(`<text x="%d" y="%.1f" font-size="12" font-weight="600">%s</text>`, x+9, y(value)-7, number(p.Result.Value))
	}
	return picture.Write(to, width, height, Title(s.Choice.Measure)+" over the rounds", body.String())
}

// WriteHeatSVG draws the headline of each two coders, the stronger the higher.
func (s *Sheet) WriteHeatSVG(to io.Writer) error {
	const top, left, wide, high = 84, 150, 84, 36
	var body strings.Builder
	draw := func(format string, args ...any) { _, _ = fmt.Fprintf(&body, format+"\n", args...) }
	for i, c := range s.Coders {
		draw(`<text x="%d" y="%d" text-anchor="end">%s</text>`, left-10, top+high*i+high/2+4, picture.Escaped(picture.Cut(c.Name)))
		draw(`<text x="%d" y="%d" text-anchor="middle">%s</text>`, left+wide*i+wide/2, top-10, picture.Escaped(picture.Cut(c.Name)))
	}
	for _, p := range s.Pairs {
		value, known := p.Result.Value.Float64()
		strength := 0.0
		if known {
			strength = 0.05 + 0.4*min(1, max(0, value))
		}
		for _, at := range [][2]int{{p.A, p.B}, {p.B, p.A}} {
			x, y := left+wide*at[0], top+high*at[1]
			draw(`<rect x="%d" y="%d" width="%d" height="%d" rx="4" fill="#28598C" fill-opacity="%.2f"/>`, x+1, y+1, wide-2, high-2, strength)
			draw(`<text x="%d" y="%d" text-anchor="middle">%s</text>`, x+wide/2, y+high/2+4, number(p.Result.Value))
		}
	}
	width := max(420, left+wide*len(s.Coders)+20)
	return picture.Write(to, width, top+high*len(s.Coders)+20, Title(s.Choice.Measure)+" of each two coders", body.String())
}
