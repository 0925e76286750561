package picture

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"

	"github.com/go-text/render"
	"golang.org/x/image/vector"
)

// sharpness is how many pixels of a PNG stand for one of the picture, so that it
// can be printed.
const sharpness = 2

// WritePNG writes the picture as PNG.
func (p *Picture) WritePNG(to io.Writer) error {
	c, err := newCanvas(p.width, p.height)
	if err != nil {
		return err
	}
	for _, m := range p.marks {
		m.paint(c)
	}
	if err := png.Encode(to, c.image); err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	return nil
}

// canvas is what a PNG is painted on.
type canvas struct {
	image  *image.RGBA
	setter *setter
}

func newCanvas(width, height int) (*canvas, error) {
	c := &canvas{image: image.NewRGBA(image.Rect(0, 0, width*sharpness, height*sharpness))}
	draw.Draw(c.image, c.image.Bounds(), image.White, image.Point{}, draw.Src)
	var err error
	c.setter, err = newSetter()
	return c, err
}

// fill fills an outline that lies within a rectangle of the picture. The outline
// is drawn in pixels of the image, from the rectangle's upper left corner.
func (c *canvas) fill(x1, y1, x2, y2 float64, ink color.Color, outline func(r *vector.Rasterizer, at func(x, y float64) (float32, float32))) {
	left, top := int(math.Floor(x1*sharpness))-1, int(math.Floor(y1*sharpness))-1
	right, bottom := int(math.Ceil(x2*sharpness))+1, int(math.Ceil(y2*sharpness))+1
	r := vector.NewRasterizer(right-left, bottom-top)
	outline(r, func(x, y float64) (float32, float32) {
		return float32(x*sharpness) - float32(left), float32(y*sharpness) - float32(top)
	})
	r.ClosePath()
	r.Draw(c.image, image.Rect(left, top, right, bottom), image.NewUniform(ink), image.Point{})
}

func (l line) paint(c *canvas) {
	long := math.Hypot(l.x2-l.x1, l.y2-l.y1)
	if long == 0 {
		return
	}
	dx, dy := (l.x2-l.x1)/long, (l.y2-l.y1)/long
	on, step := long, long
	if l.dashed {
		on, step = 2, 5
	}
	for at := 0.0; at < long; at += step {
		end := min(at+on, long)
		l.stroke(c, l.x1+dx*at, l.y1+dy*at, l.x1+dx*end, l.y1+dy*end, -dy*l.width/2, dx*l.width/2)
	}
}

// stroke paints a part of the line, whose edges lie (px, py) beside its middle.
func (l line) stroke(c *canvas, x1, y1, x2, y2, px, py float64) {
	half := l.width / 2
	c.fill(min(x1, x2)-half, min(y1, y2)-half, max(x1, x2)+half, max(y1, y2)+half, shade(l.hex, 1), func(r *vector.Rasterizer, at func(x, y float64) (float32, float32)) {
		r.MoveTo(at(x1+px, y1+py))
		r.LineTo(at(x2+px, y2+py))
		r.LineTo(at(x2-px, y2-py))
		r.LineTo(at(x1-px, y1-py))
	})
}

func (b box) paint(c *canvas) {
	if b.width <= 0 || b.height <= 0 {
		return
	}
	k := min(b.corner, b.width/2, b.height/2)
	x1, y1, x2, y2 := b.x, b.y, b.x+b.width, b.y+b.height
	c.fill(x1, y1, x2, y2, shade(b.hex, b.opacity), func(r *vector.Rasterizer, at func(x, y float64) (float32, float32)) {
		round := func(cornerX, cornerY, x, y float64) {
			px, py := at(cornerX, cornerY)
			qx, qy := at(x, y)
			r.QuadTo(px, py, qx, qy)
		}
		r.MoveTo(at(x1+k, y1))
		r.LineTo(at(x2-k, y1))
		round(x2, y1, x2, y1+k)
		r.LineTo(at(x2, y2-k))
		round(x2, y2, x2-k, y2)
		r.LineTo(at(x1+k, y2))
		round(x1, y2, x1, y2-k)
		r.LineTo(at(x1, y1+k))
		round(x1, y1, x1+k, y1)
	})
}

func (d dot) paint(c *canvas) {
	const corners = 48 // as good as a circle at this size
	c.fill(d.x-d.radius, d.y-d.radius, d.x+d.radius, d.y+d.radius, shade(d.hex, 1), func(r *vector.Rasterizer, at func(x, y float64) (float32, float32)) {
		r.MoveTo(at(d.x+d.radius, d.y))
		for i := 1; i < corners; i++ {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
			r.LineTo(at(d.x+d.radius*cos, d.y+d.radius*sin))
		}
	})
}

func (w words) paint(c *canvas) {
	size := w.size * sharpness
	line, width := c.setter.set(w.text, size, w.bold)
	x := w.x * sharpness
	switch w.at {
	case atMiddle:
		x -= width / 2
	case atEnd:
		x -= width
	}
	pen := render.Renderer{FontSize: float32(size), PixScale: 1, Color: shade(w.hex, 1)}
	at := int(math.Round(x))
	for _, run := range line {
		at = pen.DrawShapedRunAt(run, c.image, at, int(math.Round(w.y*sharpness)))
	}
}

// shade is a colour as "#RRGGBB", so much of it as is said; black where it is none.
func shade(hex string, opacity float64) color.Color {
	c := color.NRGBA{A: uint8(math.Round(255 * opacity))}
	if _, err := fmt.Sscanf(hex, "#%02x%02x%02x", &c.R, &c.G, &c.B); err != nil {
		return color.NRGBA{A: c.A}
	}
	return c
}
