package paper

import (
	"cmp"
	"context"
	_ "embed"
	"html"
	"io"
	"strconv"
	"strings"
)

//go:embed paper.css
var style string

// WriteHTML writes a paper as one page that needs nothing beside it: it follows
// the reader's light or dark, fits narrow windows, and prints on A4.
func WriteHTML(ctx context.Context, w io.Writer, paper Paper) error {
	p := newPrinter(ctx, w)
	title := html.EscapeString(paper.Title)
	p.print("<!DOCTYPE html>\n<html lang=\"", cmp.Or(paper.Language, "en"), "\">\n<head>\n<meta charset=\"utf-8\">\n",
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
		"<meta name=\"generator\" content=\"Concord\">\n<title>", title, "</title>\n",
		"<style>\n", style, "</style>\n</head>\n<body>\n<main>\n<h1>", title, "</h1>\n")
	if paper.Note != "" {
		p.print("<p class=\"note\">", html.EscapeString(paper.Note), "</p>\n")
	}
	for _, b := range paper.Blocks {
		switch b := b.(type) {
		case Heading:
			tag, class := "h"+strconv.Itoa(b.Level+1), ""
			if b.NewPage {
				class = " class=\"new\""
			}
			p.print("<", tag, class, ">", html.EscapeString(b.Text), "</", tag, ">\n")
		case Paragraph:
			class := ""
			if b.Small {
				class = " class=\"small\""
			}
			htmlParagraph(p, class, b.Label, b.Text)
		case *Table:
			htmlTable(p, b)
		case Entries:
			for _, e := range b.Entries {
				htmlEntry(p, e)
			}
		case Quotations:
			p.print("<div class=\"quotations\">\n")
			for _, q := range b.Quotes {
				htmlQuote(p, q, "")
			}
			p.print("</div>\n")
		}
	}
	p.print("</main>\n</body>\n</html>\n")
	return p.end()
}

func htmlEntry(p *printer, e Entry) {
	p.print("<section class=\"entry\">\n<div>\n<h3", edge(e.Color), ">")
	if e.Above != "" {
		p.print("<span class=\"above\">", html.EscapeString(e.Above), "</span>")
	}
	p.print(html.EscapeString(e.Name), "</h3>\n")
	if len(e.Facts) > 0 {
		p.print("<ul class=\"facts\">\n")
		for _, f := range e.Facts {
			p.print("<li>", html.EscapeString(f), "</li>\n")
		}
		p.print("</ul>\n")
	}
	p.print("</div>\n<div>\n")
	for _, part := range e.Parts {
		htmlParagraph(p, "", part.Label, part.Text)
	}
	for _, q := range e.Quotes {
		htmlQuote(p, q, e.Color)
	}
	p.print("</div>\n</section>\n")
}

func htmlParagraph(p *printer, class, label, text string) {
	p.print("<p", class, ">")
	if label != "" {
		p.print("<span class=\"label\">", html.EscapeString(label), ".</span> ")
	}
	p.print(html.EscapeString(text), "</p>\n")
}

func htmlQuote(p *printer, q Quote, color string) {
	p.print("<blockquote", edge(color), "><p>“", html.EscapeString(q.Text), "”</p>")
	if q.From != "" {
		p.print("<div class=\"from\">", html.EscapeString(q.From), "</div>")
	}
	p.print("</blockquote>\n")
}

// edge colours the line at the left of what it is given to.
func edge(color string) string {
	if color = hexColor(color); color == "" {
		return ""
	}
	return " style=\"border-left-color: #" + color + "\""
}

func htmlTable(p *printer, t *Table) {
	p.print("<figure>\n")
	if t.Caption != "" {
		p.print("<figcaption class=\"caption\">", html.EscapeString(t.Caption), "</figcaption>\n")
	}
	p.print("<table>\n<thead>\n<tr>")
	for _, c := range t.Columns {
		p.print("<th scope=\"col\"", figureClass(c), ">", html.EscapeString(c.Head), "</th>")
	}
	p.print("</tr>\n</thead>\n<tbody>\n")
	for _, row := range t.Rows {
		class := ""
		if row.Strong {
			class = " class=\"strong\""
		}
		p.print("<tr", class, ">")
		for i, cell := range row.Cells {
			if i > 0 {
				p.print("<td", figureClass(t.Columns[i]), ">", html.EscapeString(cell), "</td>")
				continue
			}
			indent := ""
			if row.Level > 0 {
				indent = " style=\"padding-left: " + strings.TrimSuffix(strconv.FormatFloat(1.2*float64(row.Level), 'f', 1, 64), ".0") + "rem\""
			}
			p.print("<th scope=\"row\"", indent, ">", html.EscapeString(cell), "</th>")
		}
		p.print("</tr>\n")
	}
	p.print("</tbody>\n</table>\n")
	if t.Note != "" {
		p.print("<p class=\"small\">", html.EscapeString(t.Note), "</p>\n")
	}
	p.print("</figure>\n")
}

func figureClass(c Column) string {
	if c.Figures {
		return " class=\"figure\""
	}
	return ""
}
