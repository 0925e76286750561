package refi

import (
	"bufio"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"concord/coding"
)

// WriteCodebook writes the project's codebook as a .qdc file that validates
// against the standard's schema, and lists in sentences what it couldn't say.
// origin names the program, as in "Concord 0.1". A codebook without codes is
// refused with coding.ErrInvalid, since the standard has no empty one.
func WriteCodebook(ctx context.Context, w io.Writer, r coding.Reader, origin string) (lost []string, err error) {
	codes, err := r.Codes(ctx)
	if err != nil {
		return nil, fmt.Errorf("write a codebook: %w", err)
	}
	if len(codes) == 0 {
		return nil, invalid("the codebook has no codes, and the standard allows no empty one")
	}
	quoted, err := readExamples(ctx, r, codes)
	if err != nil {
		return nil, fmt.Errorf("write a codebook: read the examples: %w", err)
	}
	c := &writer{book: coding.NewCodebook(codes), quoted: quoted, out: bufio.NewWriter(w)}
	c.print(`<?xml version="1.0" encoding="utf-8"?>`, "\n", `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="`, attribute(origin), `">`, "\n<Codes>\n")
	for _, theme := range c.book.Children("") {
		c.code(theme, "  ")
	}
	c.print("</Codes>\n</CodeBook>\n")
	if c.err == nil {
		c.err = c.out.Flush()
	}
	if c.err != nil {
		return nil, fmt.Errorf("write a codebook: %w", c.err)
	}
	if len(c.shortcuts) > 0 {
		c.lost = append(c.lost, "the shortcuts of "+strings.Join(c.shortcuts, ", "))
	}
	return c.lost, nil
}

// writer writes a codebook; the first error stays.
type writer struct {
	book      *coding.Codebook
	quoted    map[coding.Excerpt]example
	out       *bufio.Writer
	lost      []string
	shortcuts []string
	err       error
}

func (c *writer) print(pieces ...string) {
	for _, piece := range pieces {
		if c.err == nil {
			_, c.err = c.out.WriteString(piece)
		}
	}
}

func (c *writer) code(code coding.Code, indent string) {
	if !validGUID(string(code.ID)) && c.err == nil {
		c.err = invalid("code %q: its identity %q is no GUID", code.Name, code.ID)
	}
	if code.Shortcut != 0 {
		c.shortcuts = append(c.shortcuts, fmt.Sprintf("%q (%d)", code.Name, code.Shortcut))
	}
	c.print(indent, `<Code guid="`, string(code.ID), `" name="`, attribute(c.fit(code, code.Name)), `" isCodable="`, fmt.Sprint(!code.Retired), `"`)
	if code.Color != "" {
		c.print(` color="`, code.Color, `"`)
	}
	d := description{Definition: code.Definition, Include: code.Include, Exclude: code.Exclude}
	for _, e := range code.Examples {
		worded, ok := c.quoted[e.Excerpt]
		if !ok {
			c.lost = append(c.lost, fmt.Sprintf("an example of %q: its text isn't in the project any more, or may not be seen", code.Name))
			continue
		}
		worded.Borderline = e.Borderline
		d.Examples = append(d.Examples, worded)
	}
	text, children := d.String(), c.book.Children(code.ID)
	if text == "" && len(children) == 0 {
		c.print("/>\n")
		return
	}
	c.print(">\n")
	if text != "" {
		c.print(indent, "  <Description>", content(c.fit(code, text)), "</Description>\n")
	}
	for _, child := range children {
		c.code(child, indent+"  ")
	}
	c.print(indent, "</Code>\n")
}

// fit takes note of characters that XML can't hold; they become U+FFFD.
func (c *writer) fit(code coding.Code, text string) string {
	if strings.ContainsFunc(text, unfit) || !utf8.ValidString(text) {
		c.lost = append(c.lost, fmt.Sprintf("control characters in %q, which XML can't hold: U+FFFD stands in their place", code.Name))
	}
	return text
}

func unfit(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == '\ufffe' || r == '\uffff'
}

// attribute makes text fit for an attribute.
func attribute(text string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(text)) // a strings.Builder takes everything
	return out.String()
}

// content makes text fit to stand between tags, where quotes, tabs and line
// ends can stay as they are.
func content(text string) string {
	return strings.NewReplacer("&#34;", `"`, "&#39;", "'", "&#xA;", "\n", "&#x9;", "\t").Replace(attribute(text))
}

// readExamples words the examples of codes whose texts can be read.
func readExamples(ctx context.Context, r coding.Reader, codes []coding.Code) (map[coding.Excerpt]example, error) {
	var all []coding.Example
	for _, c := range codes {
		all = append(all, c.Examples...)
	}
	ids := make([]coding.SourceID, len(all))
	for i, e := range all {
		ids[i] = e.Excerpt.Source
	}
	texts, err := readTexts(ctx, r, ids)
	if err != nil {
		return nil, err
	}
	names := map[coding.SourceID]string{}
	if len(ids) > 0 {
		for s, err := range r.Sources(ctx, coding.SourceFilter{IDs: ids}) {
			if err != nil {
				return nil, err
			}
			names[s.ID] = s.Name
		}
	}
	worded := map[coding.Excerpt]example{}
	for _, e := range all {
		text, ok := texts[e.Excerpt.Source]
		if ok && e.Excerpt.Within(coding.Length(text)) == nil {
			worded[e.Excerpt] = wordExample(e, names[e.Excerpt.Source], coding.Slice(text, e.Excerpt.Span))
		}
	}
	return worded, nil
}

// readTexts reads the texts of some sources; of none, it reads none.
func readTexts(ctx context.Context, r coding.Reader, ids []coding.SourceID) (map[coding.SourceID]string, error) {
	texts := map[coding.SourceID]string{}
	if len(ids) == 0 {
		return texts, nil
	}
	for t, err := range r.Texts(ctx, coding.SourceFilter{IDs: ids}) {
		if err != nil {
			return nil, err
		}
		texts[t.Source] = t.Body
	}
	return texts, nil
}
