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
	_, _ = fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" font-family="Helvetica, Arial, sans-serif">
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
		dash = property("stroke-dasharray", "2 3")
	}
	return fmt.Sprintf(`<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke-width="%g"%s%s/>`, l.x1, l.y1, l.x2, l.y2, l.width, property("stroke", l.hex), dash)
}

func (b box) svg() string {
	return fmt.Sprintf(`<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="%g" fill-opacity="%.2f"%s/>`, b.x, b.y, b.width, b.height, b.corner, b.opacity, property("fill", b.hex))
}

func (d dot) svg() string {
	return fmt.Sprintf(`<circle cx="%.1f" cy="%.1f" r="%g"%s/>`, d.x, d.y, d.radius, property("fill", d.hex))
}

func (w words) svg() string {
	more := property("fill", w.hex)
	if w.bold {
		more += property("font-weight", "600")
	}
	if w.at != atStart {
		more += property("text-anchor", string(w.at))
	}
	return fmt.Sprintf(`<text x="%.1f" y="%.1f" font-size="%g"%s>%s</text>`, w.x, w.y, w.size, more, escaped(w.text))
}

// property is a property of a mark, as it stands in its tag.
func property(name, value string) string { return " " + name + `="` + escaped(value) + `"` }

// escaped is text as it may stand in a picture.
func escaped(s string) string {
	var out strings.Builder
	if err := xml.EscapeText(&out, []byte(s)); err != nil {
		return ""
	}
	return out.String()
}
