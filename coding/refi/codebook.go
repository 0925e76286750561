package refi

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"concord/coding"
)

// Codebook is what a .qdc file says.
type Codebook struct {
	// File is its name, Origin the program that wrote it.
	File   string
	Origin string
	Codes  []Code
	// Lost says in sentences what the file has and Concord has no place for.
	Lost []string
}

// Code is a code as the file has it.
type Code struct {
	// GUID as it is spelled there; it may be none.
	GUID string
	Name string
	// Codable is false for a mere folder.
	Codable     bool
	Color       string
	Description string
	Codes       []Code
	// Line is where in the file it begins.
	Line int
}

// ReadCodebook reads a .qdc file, which errors call name. They wrap
// coding.ErrInvalid and say the line, where the file isn't what it should be.
func ReadCodebook(name string, r io.Reader) (*Codebook, error) {
	s, err := newScanner(name, r)
	if err != nil {
		return nil, err
	}
	p := &parser{scanner: s, book: &Codebook{File: name}, strange: map[string]*strange{}}
	if err := p.root(); err != nil {
		return nil, err
	}
	p.tellStrange()
	return p.book, nil
}

// parser reads the elements of a codebook. A project's file holds the same
// elements under another root.
type parser struct {
	*scanner
	book    *Codebook
	count   int
	strange map[string]*strange
	order   []string // of strange
}

// strange is a name that the standard's codebook doesn't have.
type strange struct{ times, line int }

func (p *parser) root() error {
	for {
		t, err := p.token()
		if errors.Is(err, io.EOF) {
			return p.fault("there is no <CodeBook> in it")
		}
		if err != nil {
			return err
		}
		start, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		if start.Name.Local != "CodeBook" {
			return p.fault("a codebook begins with <CodeBook>, this file with <%s>", start.Name.Local)
		}
		p.book.Origin = p.attributes(start, "origin")["origin"]
		if _, err := p.children(p.part); err != nil {
			return err
		}
		return p.end()
	}
}

// end sees to it that nothing follows the codebook.
func (p *parser) end() error {
	for {
		t, err := p.token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if _, more := t.(xml.StartElement); more {
			return p.fault("something stands behind the codebook's end")
		}
	}
}

// part reads one of the parts of a codebook.
func (p *parser) part(start xml.StartElement) error {
	switch start.Name.Local {
	case "Codes":
		_, err := p.children(func(start xml.StartElement) error {
			if start.Name.Local != "Code" {
				return p.unknown(start)
			}
			code, err := p.code(start)
			p.book.Codes = append(p.book.Codes, code)
			return err
		})
		return err
	case "Sets":
		_, err := p.children(func(start xml.StartElement) error {
			if start.Name.Local != "Set" {
				return p.unknown(start)
			}
			return p.set(start)
		})
		return err
	}
	return p.unknown(start)
}

func (p *parser) code(start xml.StartElement) (Code, error) {
	if p.count++; p.count > maxCodes {
		return Code{}, p.fault("there are more than %d codes", maxCodes)
	}
	said := p.attributes(start, "guid", "name", "isCodable", "color")
	code := Code{GUID: said["guid"], Name: said["name"], Color: said["color"], Line: p.line()}
	switch strings.TrimSpace(said["isCodable"]) {
	case "false", "0":
	default:
		code.Codable = true
	}
	_, err := p.children(func(start xml.StartElement) error {
		switch start.Name.Local {
		case "Description":
			text, err := p.children(p.unknown)
			if code.Description != "" && text != "" {
				code.Description += "\n\n"
			}
			code.Description += text
			return err
		case "Code":
			child, err := p.code(start)
			code.Codes = append(code.Codes, child)
			return err
		}
		return p.unknown(start)
	})
	return code, err
}

// set counts what a set of codes holds, to say that it is left out.
func (p *parser) set(start xml.StartElement) error {
	name, members := p.attributes(start, "guid", "name")["name"], 0
	_, err := p.children(func(start xml.StartElement) error {
		if start.Name.Local == "MemberCode" {
			members++
		}
		return p.skip(start)
	})
	p.book.Lost = append(p.book.Lost, fmt.Sprintf("the set %q of %d codes: Concord has no sets of codes yet", name, members))
	return err
}

// attributes are those of these names; of the others, note is taken.
func (p *parser) attributes(start xml.StartElement, names ...string) map[string]string {
	said := map[string]string{}
	for _, a := range start.Attr {
		known := a.Name.Space != "" || a.Name.Local == "xmlns"
		for _, name := range names {
			if a.Name.Local == name {
				said[name], known = a.Value, true
			}
		}
		if !known {
			p.note("attribute " + a.Name.Local + " of <" + start.Name.Local + ">")
		}
	}
	return said
}

// unknown passes over an element that a codebook doesn't have, and takes note.
func (p *parser) unknown(start xml.StartElement) error {
	p.note("element <" + start.Name.Local + ">")
	return p.skip(start)
}

func (p *parser) note(what string) {
	if p.strange[what] == nil {
		p.strange[what] = &strange{line: p.line()}
		p.order = append(p.order, what)
	}
	p.strange[what].times++
}

func (p *parser) tellStrange() {
	for _, what := range p.order {
		s := p.strange[what]
		p.book.Lost = append(p.book.Lost, fmt.Sprintf("the %s (%d in the file, the first in line %d), which isn't known", what, s.times, s.line))
	}
}

// byConcord reports whether Concord wrote the file.
func (b *Codebook) byConcord() bool { return strings.HasPrefix(b.Origin, "Concord") }

// invalid is an error that says what a codebook can't be written with.
func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{coding.ErrInvalid}, args...)...)
}
