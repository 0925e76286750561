package picture

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"math"
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/math/fixed"
)

// setter sets words in type: in the Go fonts, and where these lack a character,
// as of an emoji or a Chinese name, in the system's font that has it.
type setter struct {
	regular, bold *font.Face
	// system is nil until it is needed: to look through a machine's fonts takes
	// a second the first time.
	system *fontscan.FontMap

	segmenter shaping.Segmenter
	shaper    shaping.HarfbuzzShaper
	wrapper   shaping.LineWrapper
}

func newSetter() (*setter, error) {
	regular, err := font.ParseTTF(bytes.NewReader(goregular.TTF))
	bold, err2 := font.ParseTTF(bytes.NewReader(gobold.TTF))
	if err := errors.Join(err, err2); err != nil {
		return nil, fmt.Errorf("read the letters of the picture: %w", err)
	}
	return &setter{regular: regular, bold: bold}, nil
}

// set shapes a line, its runs in the order in which they stand from the left,
// and gives its width in pixels.
func (s *setter) set(text string, size float64, bold bool) (line shaping.Line, width float64) {
	runes := []rune(text)
	if len(runes) == 0 {
		return nil, 0
	}
	base := faces{setter: s, base: s.regular}
	if bold {
		base.base = s.bold
	}
	for _, run := range s.segmenter.Split(shaping.Input{
		Text: runes, RunEnd: len(runes), Face: base.base, Size: fixed.Int26_6(size * 64),
	}, base) {
		line = append(line, s.shaper.Shape(run))
	}
	s.wrapper.Prepare(shaping.WrapConfig{Direction: line[0].Direction}, runes, shaping.NewSliceIterator(line))
	wrapped, _ := s.wrapper.WrapNextLine(math.MaxInt)
	line = wrapped.Line
	slices.SortFunc(line, func(a, b shaping.Output) int { return int(a.VisualIndex - b.VisualIndex) })
	for _, run := range line {
		width += float64(run.Advance) / 64
	}
	return line, width
}

// faces chooses the font of each character.
type faces struct {
	*setter
	base *font.Face
}

// ResolveFace gives the font that has the character; that of the line if none has.
func (f faces) ResolveFace(r rune) *font.Face {
	if _, has := f.base.NominalGlyph(r); has {
		return f.base
	}
	if f.system == nil {
		f.system = fontscan.NewFontMap(log.New(io.Discard, "", 0))
		if f.system.UseSystemFonts("") != nil {
			return f.base // a machine without fonts
		}
	}
	if face := f.system.ResolveFace(r); face != nil {
		if _, has := face.NominalGlyph(r); has {
			return face
		}
	}
	return f.base
}
