package reliability

import (
	"fmt"
	"io"
	"strings"

	"concord/app/picture"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// Measures of the picture, in pixels of an SVG at its natural size.
const (
	pictureWidth  = 920
	pictureRow    = 30
	pictureTop    = 64
	pictureLabel  = 280 // where the scale begins
	pictureScale  = 480 // how long it is
	pictureNumber = 790 // where the numbers begin
)

// WriteSVG draws the table's intervals on one scale, with the thresholds dashed,
// as a picture that a paper can print: black and one blue on white.
func (s *Sheet) WriteSVG(to io.Writer) error {
	var body strings.Builder
	rows := s.lines()
	rows[0].Name = "Overall"
	height := pictureTop + pictureRow*len(rows) + 40
	x := func(v float64) float64 { return pictureLabel + min(1, max(0, v))*pictureScale }
	draw := func(format string, args ...any) { _, _ = fmt.Fprintf(&body, format+"\n", args...) }

	bottom := pictureTop + pictureRow*len(rows)
	for _, t := range []float64{0, 0.667, 0.8, 1} {
		dash, caption := ` stroke-dasharray="2 3"`, threshold(t)
		if t == 0 || t == 1 {
			dash, caption = "", fmt.Sprint(t)
		}
		draw(`<line x1="%.1f" y1="%d" x2="%.1f" y2="%d" stroke="#646A72"%s/>`, x(t), pictureTop-6, x(t), bottom, dash)
		draw(`<text x="%.1f" y="%d" font-size="11" fill="#646A72" text-anchor="middle">%s</text>`, x(t), bottom+18, caption)
	}
	for i, row := range rows {
		y := pictureTop + pictureRow*i + pictureRow/2
		weight := ""
		if i == 0 {
			weight = ` font-weight="600"`
		}
		draw(`<text x="%d" y="%d" text-anchor="end"%s>%s</text>`, pictureLabel-16, y+4, weight, picture.Escaped(picture.Cut(row.Name)))
		draw(`<line x1="%.1f" y1="%d" x2="%.1f" y2="%d" stroke="#E3DFD7"/>`, x(0), y, x(1), y)
		draw(`<text x="%d" y="%d"%s>%s</text>`, pictureNumber, y+4, weight, picture.Escaped(spelled(row.Headline)))
		value, known := row.Headline.Value.Float64()
		if !known {
			continue
		}
		if low, has := row.Headline.Low.Float64(); has {
			high, _ := row.Headline.High.Float64()
			draw(`<rect x="%.1f" y="%d" width="%.1f" height="6" rx="3" fill="#28598C" fill-opacity="0.3"/>`, x(low), y-3, max(2, x(high)-x(low)))
		}
		draw(`<circle cx="%.1f" cy="%d" r="5" fill="#28598C"/>`, x(value), y)
	}
	return picture.Write(to, pictureWidth, height, s.title(), body.String())
}

// title says what the picture shows.
func (s *Sheet) title() string {
	round := s.Round.Name
	if round == "" {
		round = "open coding"
	}
	var coders []string
	for _, c := range s.Coders {
		coders = append(coders, c.Name)
	}
	if s.Choice.By == compare.ByRound {
		round = "all rounds"
	}
	return fmt.Sprintf("%s, %s, %s, N %d (%s)", Title(s.rowMeasure()), strings.Join(coders, " and "), round, s.Units, s.Choice.Unit)
}

// spelled is a result as ".75 (.67 to .81)".
func spelled(r agreement.Result) string {
	text := number(r.Value)
	if r.Low.Known() {
		text += fmt.Sprintf(" (%s to %s)", number(r.Low), number(r.High))
	}
	return text
}
