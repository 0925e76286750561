package ui

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"
)

// hues is the first round of the palette: Okabe and Ito's, darkened for a
// light ground and lightened for a dark one, so that names stay readable.
func hues() [8]shade {
	return [8]shade{
		{0xD97B00FF, 0xF0A03CFF},
		{0x2E8BC9FF, 0x6CBBEAFF},
		{0x00865FFF, 0x3CC498FF},
		{0xB59A00FF, 0xE0CB4AFF},
		{0x0A5A96FF, 0x5AA3E0FF},
		{0xC24A00FF, 0xF08A4BFF},
		{0xB4588AFF, 0xE39AC2FF},
		{0x6B4390FF, 0xB493DAFF},
	}
}

// CodeColors is how many different colours the palette has.
const CodeColors = 24

// CodeColor is the colour of the code with this index. The first eight differ
// in hue; the next two rounds are the same hues darker and lighter. After
// CodeColors they begin anew: a code's name always stands beside its colour.
func CodeColor(index int, dark bool) color.Color {
	index = ((index % CodeColors) + CodeColors) % CodeColors
	base := nrgba(hues()[index%8], dark)
	switch index / 8 {
	case 1:
		return lighten(base, -0.22)
	case 2:
		return lighten(base, 0.30)
	}
	return base
}

// CodeHex is the colour of an index as it is stored with a code: its light
// variant as "#RRGGBB".
func CodeHex(index int) string {
	c := color.NRGBAModel.Convert(CodeColor(index, false)).(color.NRGBA)
	return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B)
}

// CodeColorHex shows a stored "#RRGGBB". A colour of the palette becomes its
// counterpart in the dark variant; any other keeps its hue and is lightened
// there until it can be read. What is no colour becomes grey.
func CodeColorHex(hex string, dark bool) color.Color {
	digits := strings.TrimPrefix(hex, "#")
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 6 {
		return color.NRGBA{R: 0x80, G: 0x86, B: 0x8E, A: 0xFF}
	}
	c := color.NRGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 0xFF}
	for i := range CodeColors {
		if CodeColor(i, false) == c {
			return CodeColor(i, dark)
		}
	}
	if dark && luma(c) < 0.55 {
		return lighten(c, (0.55-luma(c))*0.9)
	}
	return c
}

// nrgba picks a shade by darkness.
func nrgba(s shade, dark bool) color.NRGBA {
	hex := s.light
	if dark {
		hex = s.dark
	}
	return color.NRGBA{R: uint8(hex >> 24), G: uint8(hex >> 16), B: uint8(hex >> 8), A: uint8(hex)}
}

// lighten moves a colour towards white (amount above 0) or black (below).
func lighten(c color.NRGBA, amount float64) color.NRGBA {
	towards := 0.0
	if amount > 0 {
		towards = 255
	}
	mix := func(v uint8) uint8 {
		return uint8(math.Round(float64(v) + (towards-float64(v))*math.Abs(amount)))
	}
	return color.NRGBA{R: mix(c.R), G: mix(c.G), B: mix(c.B), A: c.A}
}

// luma is how bright a colour looks, 0 to 1.
func luma(c color.NRGBA) float64 {
	return (0.299*float64(c.R) + 0.587*float64(c.G) + 0.114*float64(c.B)) / 255
}
