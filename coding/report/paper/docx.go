package paper

import (
	"archive/zip"
	"context"
	"embed"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// constantParts are the parts of a DOCX that don't depend on what stands in it:
// the list of parts, how they hang together, the styles and the settings.
//
//go:embed word
var constantParts embed.FS

const (
	xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordNS  = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
)

// WriteDOCX writes a paper as a Word document (ECMA-376) on A4, with Word's own
// styles for title, headings, captions and quotations, so that a journal's
// template restyles it; header rows repeat on every page, a heading stays with
// what follows, and pages are numbered.
func WriteDOCX(ctx context.Context, w io.Writer, paper Paper) error {
	to := zip.NewWriter(w)
	for _, part := range []struct{ name, from string }{
		{"[Content_Types].xml", "word/content_types.xml"},
		{"_rels/.rels", "word/package.rels"},
		{"word/_rels/document.xml.rels", "word/document.rels"},
		{"word/settings.xml", "word/settings.xml"},
		{"word/styles.xml", "word/styles.xml"},
	} {
		text, err := constantParts.ReadFile(part.from)
		if err != nil {
			return fmt.Errorf("write a DOCX: %w", err)
		}
		if err := addPart(ctx, to, part.name, func(p *printer) { p.print(string(text)) }); err != nil {
			return err
		}
	}
	for _, part := range []struct {
		name string
		fill func(*printer)
	}{
		{"docProps/core.xml", func(p *printer) { coreProperties(p, paper) }},
		{"word/footer1.xml", func(p *printer) { footer(p, paper.Title) }},
		{"word/document.xml", func(p *printer) { documentPart(p, paper) }},
	} {
		if err := addPart(ctx, to, part.name, part.fill); err != nil {
			return err
		}
	}
	if err := to.Close(); err != nil {
		return fmt.Errorf("write a DOCX: %w", err)
	}
	return nil
}

// addPart adds a file to the package, without a date, which would change its bytes.
func addPart(ctx context.Context, to *zip.Writer, name string, fill func(*printer)) error {
	file, err := to.Create(name)
	if err != nil {
		return fmt.Errorf("write a DOCX: %s: %w", name, err)
	}
	p := newPrinter(ctx, file)
	fill(p)
	if err := p.end(); err != nil {
		return fmt.Errorf("write a DOCX: %s: %w", name, err)
	}
	return nil
}

func coreProperties(p *printer, paper Paper) {
	p.print(xmlHead, `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" `,
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" `,
		`xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>`, escape(paper.Title), `</dc:title>`)
	if paper.Author != "" {
		p.print(`<dc:creator>`, escape(paper.Author), `</dc:creator>`)
	}
	if !paper.Date.IsZero() {
		p.print(`<dcterms:created xsi:type="dcterms:W3CDTF">`, paper.Date.UTC().Format(time.RFC3339), `</dcterms:created>`)
	}
	p.print(`</cp:coreProperties>`)
}

func footer(p *printer, title string) {
	p.print(xmlHead, `<w:ftr `, wordNS, `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>`, run(title, ""),
		`<w:r><w:tab/></w:r>`, number("PAGE"), run(" / ", ""), number("NUMPAGES"), `</w:p></w:ftr>`)
}

// number is a field that Word fills in.
func number(field string) string {
	return `<w:fldSimple w:instr=" ` + field + ` "><w:r><w:t>1</w:t></w:r></w:fldSimple>`
}

// run is text of one look; look holds run properties. Line ends become breaks.
func run(text, look string) string {
	if text == "" {
		return ""
	}
	if look != "" {
		look = "<w:rPr>" + look + "</w:rPr>"
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\t", " ")
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = `<w:t xml:space="preserve">` + escape(line) + `</w:t>`
	}
	return "<w:r>" + look + strings.Join(lines, "<w:br/>") + "</w:r>"
}

// escape makes text fit for XML; what XML can't hold becomes U+FFFD.
func escape(text string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(text)) // a strings.Builder takes everything
	return out.String()
}

// hexColor is rrggbb of #rrggbb, or nothing where color isn't of that form.
func hexColor(color string) string {
	hex, ok := strings.CutPrefix(color, "#")
	if _, err := strconv.ParseUint(hex, 16, 32); !ok || err != nil || len(hex) != 6 {
		return ""
	}
	return strings.ToUpper(hex)
}
