package picture

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// WriteSVG writes the picture as SVG.
func (p *Picture) WriteSVG(to io.Writer) error {
	w := bufio.NewWriter(to)
	_, _ = fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" font-family="sans-serif">
<title>%[3]s</title>
<rect width="100%%" height="100%%" fill="%[4]s"/>
`, p.width, p.height, escaped(p.title), paper)
	for _, m := range p.marks {
		_, _ = fmt.Fprintln(w, m.svg())
	}
	_, _ = fmt.Fprintln(w, "</svg>")
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	return nil
}

func (l line) svg() string {
	dash := ""
	if l.dashed {
		dash = ` stroke-dasharray="2 3"`
	}
	return fmt.Sprintf(`<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="%s" stroke-width="%g"%s/>`, l.x1, l.y1, l.x2, l.y2, escaped(l.hex), l.width, dash)
}

func (b box) svg() string {
	return fmt.Sprintf(`<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="%g" fill="%s" fill-opacity="%.2f"/>`, b.x, b.y, b.width, b.height, b.corner, escaped(b.hex), b.opacity)
}

func (d dot) svg() string {
	return fmt.Sprintf(`<circle cx="%.1f" cy="%.1f" r="%g" fill="%s"/>`, d.x, d.y, d.radius, escaped(d.hex))
}

func (w words) svg() string {
	more := ""
	if w.bold {
		more = ` font-weight="600"`
	}
	if w.at != atStart {
		more += fmt.Sprintf(` text-anchor="%s"`, string(w.at))
	}
	return fmt.Sprintf(`<text x="%.1f" y="%.1f" font-size="%g" fill="%s"%s>%s</text>`, w.x, w.y, w.size, escaped(w.hex), more, escaped(w.text))
}

// escaped is text as it may stand in a picture.
func escaped(s string) string {
	var out strings.Builder
	if err := xml.EscapeText(&out, []byte(s)); err != nil {
		return ""
	}
	return out.String()
}
