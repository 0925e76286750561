package picture_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/color"
	"image/png"
	"io"
	"strings"
	"testing"

	"concord/app/picture"
)

// charts are all kinds, each with a name that XML minds and a value that isn't known.
func charts() map[string]*picture.Picture {
	rows := []picture.Row{
		{Label: "Rest & <quiet>", Value: 0.6, Low: 0.5, High: 0.8, Bounded: true, Text: "60 %", Hex: "#D97B00", Strong: true},
		{Label: "Nothing", Text: "0"},
		{Label: "倾听 مشاعر (2026) 🙂", Value: 0.2, Text: "20 %"},
		{Label: "Not asked", Unknown: true, Text: "–"},
	}
	const title = "Themes “and” more"
	return map[string]*picture.Picture{
		"bars": picture.Bars(title, rows), "shares": picture.Shares(title, rows),
		"coefficients": picture.Coefficients(title, rows, "."), "trend": picture.Trend(title, rows, "."),
		"pairs": picture.Pairs(title, []string{"Rest & <quiet>", "Nothing", "Not asked"}, []picture.Pair{
			{A: 0, B: 1, Value: 0.6, Text: "60 %"}, {A: 0, B: 2, Text: "–", Unknown: true},
		}),
		"no rows": picture.Bars("Themes “and” more, Rest & <quiet>, Nothing, Not asked, 60 %", nil),
	}
}

func TestSVGIsWholeXMLWithEveryName(t *testing.T) {
	for name, chart := range charts() {
		t.Run(name, func(t *testing.T) {
			var out strings.Builder
			if err := chart.WriteSVG(&out); err != nil {
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
			for _, want := range []string{"Themes “and” more", "Rest & <quiet>", "Nothing", "Not asked", "60 %"} {
				if !strings.Contains(strings.Join(words, "|"), want) {
					t.Errorf("%q is missing in %q", want, words)
				}
			}
			if strings.Contains(out.String(), "NaN") || strings.Contains(out.String(), "%!") {
				t.Errorf("the chart has a broken number:\n%s", out.String())
			}
		})
	}
}

func TestPNGHasInkAndIsTwiceAsLarge(t *testing.T) {
	for name, chart := range charts() {
		t.Run(name, func(t *testing.T) {
			var vector, pixels bytes.Buffer
			if err := errors.Join(chart.WriteSVG(&vector), chart.WritePNG(&pixels)); err != nil {
				t.Fatal(err)
			}
			var svg struct {
				Width  int `xml:"width,attr"`
				Height int `xml:"height,attr"`
			}
			if err := xml.Unmarshal(vector.Bytes(), &svg); err != nil {
				t.Fatal(err)
			}
			img, err := png.Decode(&pixels)
			if err != nil {
				t.Fatal(err)
			}
			if size := img.Bounds().Size(); size.X != 2*svg.Width || size.Y != 2*svg.Height {
				t.Errorf("the PNG is %v, the SVG %d × %d", size, svg.Width, svg.Height)
			}
			dark := 0
			for y := range 2 * 40 { // where the title stands
				for x := range img.Bounds().Dx() {
					if r, _, _, _ := img.At(x, y).RGBA(); r < 0x6000 {
						dark++
					}
				}
			}
			if dark < 200 {
				t.Errorf("the title has %d dark pixels", dark)
			}
		})
	}
}

func TestPNGShowsABarInItsColour(t *testing.T) {
	var out bytes.Buffer
	if err := picture.Bars("Bars", []picture.Row{{Label: "One", Value: 1, Hex: "#D97B00"}}).WritePNG(&out); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[color.Color]bool{}
	for x := range img.Bounds().Dx() {
		seen[img.At(x, 2*70)] = true
	}
	// #D97B00 at 85 % on white.
	if want := (color.RGBA{0xDF, 0x8F, 0x26, 0xFF}); !seen[want] {
		t.Errorf("no pixel of the bar is %v among %v", want, seen)
	}
}
