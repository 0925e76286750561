package ui

import (
	"bytes"
	"embed"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
)

// iconFiles are our own line icons, black strokes of 1.5 pixels on 24 by 24.
//
//go:embed icons/*.svg
var iconFiles embed.FS

// Icon names one of our line icons.
type Icon string

// The icons of the rail.
const (
	IconLibrary   Icon = "library"
	IconRead      Icon = "read"
	IconSearch    Icon = "search"
	IconCodebook  Icon = "codebook"
	IconAgreement Icon = "agreement"
	IconResolve   Icon = "resolve"
	IconReport    Icon = "report"
	IconHistory   Icon = "history"
	IconSettings  Icon = "settings"
	IconHome      Icon = "home"
)

// Resource is the icon drawn in a colour. An unknown name is nil.
func (i Icon) Resource(c color.Color) fyne.Resource {
	svg, err := iconFiles.ReadFile("icons/" + string(i) + ".svg")
	if err != nil {
		return nil
	}
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	hex := fmt.Sprintf("#%02x%02x%02x", n.R, n.G, n.B)
	return fyne.NewStaticResource(fmt.Sprintf("%s-%s.svg", i, hex[1:]), bytes.ReplaceAll(svg, []byte("#000000"), []byte(hex)))
}
