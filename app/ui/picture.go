package ui

import (
	"fmt"
	"image/png"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
)

// PNG draws a chart under its title, at twice its size so that it is sharp
// enough for print, and gives what writes the picture.
func PNG(title string, chart fyne.CanvasObject) func(io.Writer) error {
	content := NewInset(Space4, NewColumn(Space3, NewText(title, SizeWork, ColorText).Bold(), chart))
	canvas := software.NewCanvas()
	canvas.SetPadded(false)
	canvas.SetScale(2)
	canvas.SetContent(content)
	const width = 1100
	canvas.Resize(fyne.NewSize(width, content.MinSize().Height))
	picture := canvas.Capture()
	return func(to io.Writer) error {
		if err := png.Encode(to, picture); err != nil {
			return fmt.Errorf("write the picture: %w", err)
		}
		return nil
	}
}
