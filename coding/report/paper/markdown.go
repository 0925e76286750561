package paper

import (
	"context"
	"io"
	"strings"
)

// WriteMarkdown writes a paper as Markdown that pandoc and CommonMark readers
// understand alike: headings, paragraphs, quotations, and pipe tables whose
// rules give pandoc the columns' widths. What stands in the text is escaped,
// so that it is read as it was written.
func WriteMarkdown(ctx context.Context, w io.Writer, paper Paper) error {
	p := newPrinter(ctx, w)
	p.print("# ", inline(paper.Title), "\n")
	if paper.Note != "" {
		p.print("\n", lines(paper.Note, ""), "\n")
	}
	for _, b := range paper.Blocks {
		switch b := b.(type) {
		case Heading:
			p.print("\n", strings.Repeat("#", b.Level+1), " ", inline(b.Text), "\n")
		case Paragraph:
			markdownParagraph(p, b.Label, b.Text)
		case *Table:
			markdownTable(p, b)
		case Entries:
			for _, e := range b.Entries {
				markdownEntry(p, e)
			}
		case Quotations:
			for _, q := range b.Quotes {
				markdownQuote(p, q)
			}
		}
	}
	return p.end()
}

func markdownEntry(p *printer, e Entry) {
	name := e.Name
	if e.Above != "" {
		name = e.Above + " / " + e.Name
	}
	p.print("\n### ", inline(name), "\n")
	if len(e.Facts) > 0 {
		p.print("\n*", inline(strings.Join(e.Facts, ", ")), "*\n")
	}
	for _, part := range e.Parts {
		markdownParagraph(p, part.Label, part.Text)
	}
	for _, q := range e.Quotes {
		markdownQuote(p, q)
	}
}

func markdownParagraph(p *printer, label, text string) {
	p.print("\n")
	if label != "" {
		p.print("**", inline(label), ".** ")
	}
	p.print(lines(text, ""), "\n")
}

func markdownQuote(p *printer, q Quote) {
	p.print("\n> ", lines("“"+q.Text+"”", "> "))
	if q.From != "" {
		p.print("\\\n> ", inline("– "+q.From))
	}
	p.print("\n")
}

func markdownTable(p *printer, t *Table) {
	if t.Caption != "" {
		p.print("\nTable: ", inline(t.Caption), "\n")
	}
	p.print("\n|")
	for _, c := range t.Columns {
		p.print(" ", cellText(c.Head), " |")
	}
	p.print("\n|")
	for _, c := range t.Columns {
		rule := strings.Repeat("-", max(3, c.Width))
		if c.Figures {
			rule = rule[1:] + ":"
		}
		p.print(rule, "|")
	}
	p.print("\n")
	for _, row := range t.Rows {
		p.print("|")
		for i, cell := range row.Cells {
			text := cellText(cell)
			if row.Strong && text != "" {
				text = "**" + text + "**"
			}
			if i == 0 {
				text = strings.Repeat("\u2003", row.Level) + text
			}
			p.print(" ", text, " |")
		}
		p.print("\n")
	}
	if t.Note != "" {
		p.print("\n", lines(t.Note, ""), "\n")
	}
}

func cellText(text string) string {
	return inline(text)
}

// lines escapes a text of several lines: an empty one parts two paragraphs, any
// other line end is kept as a hard break. Each line after the first begins with prefix.
func lines(text, prefix string) string {
	var out strings.Builder
	empty := true // nothing stands in the paragraph yet
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" && !empty:
			out.WriteString("\n" + prefix)
			empty = true
			continue
		case line == "":
			continue
		case !empty:
			out.WriteString("\\\n" + prefix)
		case out.Len() > 0:
			out.WriteString("\n" + prefix)
		}
		out.WriteString(inline(line))
		empty = false
	}
	return strings.TrimSuffix(out.String(), "\n"+prefix)
}

// inline escapes one line of text. A sign that means something only at the
// beginning of a line, or only beside a space, is escaped only there.
func inline(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	var out strings.Builder
	runes := []rune(text)
	digits := 0
	for digits < len(runes) && digits < 9 && '0' <= runes[digits] && runes[digits] <= '9' {
		digits++
	}
	for i, r := range runes {
		switch {
		case strings.ContainsRune("\\`*[]<>$~^@", r),
			r == '_' && (i == 0 || i == len(runes)-1 || !wordly(runes[i-1]) || !wordly(runes[i+1])),
			r == '&' && i+1 < len(runes) && (wordly(runes[i+1]) || runes[i+1] == '#'),
			i == 0 && strings.ContainsRune("#+-=:|", r),
			r == '|',
			i == digits && digits > 0 && (r == '.' || r == ')'):
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}

func wordly(r rune) bool {
	return r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r > 127
}
