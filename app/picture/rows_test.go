package picture_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"concord/app/picture"
)

func TestChartsAreWholeXMLWithEveryName(t *testing.T) {
	rows := []picture.Row{
		{Label: "Rest & <quiet>", Value: 3, Text: "3 (2)", Hex: "#D97B00"},
		{Label: "Nothing", Text: "0"},
		{Label: "Not asked", Unknown: true, Text: "–"},
	}
	for name, draw := range map[string]func(io.Writer, string, []picture.Row) error{"bars": picture.Bars, "shares": picture.Shares} {
		t.Run(name, func(t *testing.T) {
			var out strings.Builder
			if err := draw(&out, "Themes “and” more", rows); err != nil {
				t.Fatal(err)
			}
			var words []string
			decoder := xml.NewDecoder(strings.NewReader(out.String()))
			for {
				token, err := decoder.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatalf("not well-formed: %v\n%s", err, out.String())
				}
				if text, ok := token.(xml.CharData); ok && strings.TrimSpace(string(text)) != "" {
					words = append(words, string(text))
				}
			}
			for _, want := range []string{"Themes “and” more", "Rest & <quiet>", "Nothing", "Not asked"} {
				if !strings.Contains(strings.Join(words, "|"), want) {
					t.Errorf("%q is missing in %q", want, words)
				}
			}
			if strings.Contains(out.String(), "NaN") {
				t.Error("the chart has NaN")
			}
		})
	}
}
