// Package picture draws charts as SVG that a paper can print: dark ink and one
// blue on white, whatever the window's colours are.
package picture

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// Write writes a picture of a size in pixels: a title, and the elements of its body.
func Write(to io.Writer, width, height int, title, body string) error {
	w := bufio.NewWriter(to)
	_, _ = fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13" fill="#1F2328">
<rect width="100%%" height="100%%" fill="#FFFFFF"/>
<text x="20" y="28" font-size="15" font-weight="600">%s</text>
%s</svg>
`, width, height, width, height, Escaped(title), body)
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	return nil
}

// Cut shortens a name to what fits beside a chart.
func Cut(name string) string { return cut(name, 38) }

func cut(name string, most int) string {
	if letters := []rune(name); len(letters) > most {
		return string(letters[:most-1]) + "…"
	}
	return name
}

// Escaped is text as it may stand in a picture's body.
func Escaped(s string) string {
	var out strings.Builder
	if err := xml.EscapeText(&out, []byte(s)); err != nil {
		return ""
	}
	return out.String()
}
