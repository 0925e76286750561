package paper

import (
	"strconv"
	"strings"
)

// The page, in twentieths of a point: A4 with margins of 22 mm.
const (
	pageWidth, pageHeight = 11906, 16838
	pageMargin            = 1247
	textWidth             = pageWidth - 2*pageMargin
)

// shortTable is how many rows are kept together on one page.
const shortTable = 24

const (
	bold  = `<w:b/><w:bCs/>`
	muted = `<w:color w:val="646A72"/>`
	// apart keeps one part of an entry from the next.
	apart = `<w:spacing w:before="30" w:after="90" w:line="240" w:lineRule="auto"/>`
)

func documentPart(p *printer, paper Paper) {
	p.print(xmlHead, `<w:document `, wordNS, ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`, "\n")
	p.print(paragraph("Title", "", run(paper.Title, "")))
	if paper.Note != "" {
		p.print(paragraph("Subtitle", "", run(paper.Note, "")))
	}
	for _, b := range paper.Blocks {
		switch b := b.(type) {
		case Heading:
			layout := ""
			if b.NewPage {
				layout = `<w:pageBreakBefore/>`
			}
			p.print(paragraph("Heading"+strconv.Itoa(b.Level), layout, run(b.Text, "")))
		case Paragraph:
			style, layout := "Normal", ""
			if b.Small {
				style = "Note"
			}
			if b.Lead {
				layout = `<w:keepNext/>`
			}
			p.print(paragraph(style, layout, labelled(b.Label, b.Text)))
		case *Table:
			wordTable(p, b)
		case Entries:
			wordEntries(p, b)
		case Quotations:
			for _, q := range b.Quotes {
				p.print(paragraph("Quote", "", quoteRuns(q)))
			}
		}
	}
	margin := strconv.Itoa(pageMargin)
	p.print(`<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="`, strconv.Itoa(pageWidth), `" w:h="`, strconv.Itoa(pageHeight),
		`"/><w:pgMar w:top="`, margin, `" w:right="`, margin, `" w:bottom="`, margin, `" w:left="`, margin,
		`" w:header="620" w:footer="620" w:gutter="0"/></w:sectPr></w:body></w:document>`)
}

// paragraph sets runs in a style; more holds further properties.
func paragraph(style, more, runs string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + more + `</w:pPr>` + runs + "</w:p>\n"
}

// labelled is text behind a label in bold.
func labelled(label, text string) string {
	if label == "" {
		return run(text, "")
	}
	return run(label+". ", bold) + run(text, "")
}

// quoteRuns is a quotation and who said it, whose name isn't broken at a hyphen.
func quoteRuns(q Quote) string {
	runs := run("“"+q.Text+"”", "")
	if q.From != "" {
		runs += strings.ReplaceAll(run(" "+q.From, muted), "-", `</w:t><w:noBreakHyphen/><w:t xml:space="preserve">`)
	}
	return runs
}

func wordTable(p *printer, t *Table) {
	if t.Caption != "" {
		p.print(paragraph("Caption", "", run(t.Caption, "")))
	}
	shares, heads := make([]int, len(t.Columns)), make([]string, len(t.Columns))
	for i, c := range t.Columns {
		shares[i], heads[i] = c.Width, paragraph("TableHead", flush(c), run(c.Head, ""))
	}
	widths := startTable(p, shares, heads)
	for n, row := range t.Rows {
		p.print(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		together := ""
		if len(t.Rows) <= shortTable && n < len(t.Rows)-1 {
			together = `<w:keepNext/>`
		}
		for i, cell := range row.Cells {
			layout, look := flush(t.Columns[i]), ""
			if i == 0 && row.Level > 0 {
				layout = `<w:ind w:left="` + strconv.Itoa(200*row.Level) + `"/>` + layout
			}
			layout = together + layout
			if row.Strong {
				look = bold
			}
			p.print(wordCell(widths[i], "", paragraph("TableText", layout, run(cell, look))))
		}
		p.print("</w:tr>\n")
	}
	p.print("</w:tbl>\n")
	p.print(paragraph("Note", "", run(t.Note, "")))
}

func wordEntries(p *printer, b Entries) {
	heads := []string{b.Name, b.Rules, b.Quotes}
	for i, h := range heads {
		heads[i] = paragraph("TableHead", "", run(h, ""))
	}
	widths := startTable(p, []int{23, 44, 33}, heads)
	for _, e := range b.Entries {
		p.print(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		name := ""
		if e.Above != "" {
			name = paragraph("TableNote", "", run(e.Above, ""))
		}
		name += paragraph("TableText", "", run(e.Name, bold))
		for _, f := range e.Facts {
			name += paragraph("TableNote", "", run(f, ""))
		}
		bar := ""
		if color := hexColor(e.Color); color != "" {
			bar = `<w:tcBorders><w:left w:val="single" w:sz="24" w:space="0" w:color="` + color + `"/></w:tcBorders>`
		}
		p.print(wordCell(widths[0], bar, name))

		var rules, quotes strings.Builder
		for _, part := range e.Parts {
			rules.WriteString(paragraph("TableText", apart, labelled(part.Label, part.Text)))
		}
		for _, q := range e.Quotes {
			quotes.WriteString(paragraph("TableText", apart, quoteRuns(q)))
		}
		p.print(wordCell(widths[1], "", rules.String()), wordCell(widths[2], "", quotes.String()), "</w:tr>\n")
	}
	p.print("</w:tbl>\n", paragraph("Note", "", ""))
}

// startTable begins a table over the width of the text, with its header row,
// and shares that width out among the columns.
func startTable(p *printer, shares []int, heads []string) []int {
	total := 0
	for _, s := range shares {
		total += max(1, s)
	}
	p.print(`<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="`, strconv.Itoa(textWidth),
		`" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>`)
	widths := make([]int, len(shares))
	for i, s := range shares {
		widths[i] = textWidth * max(1, s) / total
		p.print(`<w:gridCol w:w="`, strconv.Itoa(widths[i]), `"/>`)
	}
	p.print("</w:tblGrid>\n", `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, head := range heads {
		p.print(wordCell(widths[i], "", head))
	}
	p.print("</w:tr>\n")
	return widths
}

// wordCell is a cell; Word refuses one without a paragraph.
func wordCell(width int, more, paragraphs string) string {
	if paragraphs == "" {
		paragraphs = paragraph("TableText", "", "")
	}
	return `<w:tc><w:tcPr><w:tcW w:w="` + strconv.Itoa(width) + `" w:type="dxa"/>` + more + `</w:tcPr>` + paragraphs + "</w:tc>"
}

func flush(c Column) string {
	if c.Figures {
		return `<w:jc w:val="right"/>`
	}
	return ""
}
