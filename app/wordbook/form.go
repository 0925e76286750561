package wordbook

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// holeKind says what can stand in a hole of a form.
type holeKind int

const (
	textHole holeKind = iota
	quotedHole
	wholeHole
	decimalHole
)

// hole is a place of a form at which an argument stands.
type hole struct {
	kind holeKind
	// arg is which argument, from 0.
	arg int
	// named says that quotation marks stand around it: it holds a name.
	named bool
	// at and end are where the verb stands in the form.
	at, end int
}

// form is an English sentence with holes, or its translation.
type form struct {
	text  string
	holes []hole
}

// verb finds the verbs of fmt.
var verb = regexp.MustCompile(`%(?:\[(\d+)\])?[-+# 0]*\d*(?:\.\d+)?([a-zA-Z%])`)

// quoteBefore finds a quotation mark of any language at the end.
var quoteBefore = regexp.MustCompile(`[“„«‚‘]$`)

// parse finds the holes of a form.
func parse(text string) *form {
	f := &form{text: text}
	next := 0
	for _, at := range verb.FindAllStringSubmatchIndex(text, -1) {
		letter := text[at[4]:at[5]]
		if letter == "%" {
			continue
		}
		h := hole{arg: next, at: at[0], end: at[1], named: quoteBefore.MatchString(text[:at[0]])}
		if at[2] >= 0 {
			n, _ := strconv.Atoi(text[at[2]:at[3]]) // digits, by the pattern
			h.arg = n - 1
		}
		next = h.arg + 1
		switch letter {
		case "q":
			h.kind = quotedHole
		case "d", "X":
			h.kind = wholeHole
		case "f", "g":
			h.kind = decimalHole
		}
		f.holes = append(f.holes, h)
	}
	return f
}

// names reports whether an argument stands in quotation marks: it is a name.
func (f *form) names(arg int) bool {
	for _, h := range f.holes {
		if h.arg == arg && h.named {
			return true
		}
	}
	return false
}

// fill puts what each argument is into the form.
func (f *form) fill(arg func(n int, quoted bool) string) string {
	var out strings.Builder
	from := 0
	for _, h := range f.holes {
		out.WriteString(strings.ReplaceAll(f.text[from:h.at], "%%", "%"))
		out.WriteString(arg(h.arg, h.kind == quotedHole))
		from = h.end
	}
	out.WriteString(strings.ReplaceAll(f.text[from:], "%%", "%"))
	return out.String()
}

// Match checks that a translation has the holes of its English form, each once.
// A quoted name (%q) may stand in the translation's own quotation marks (%s).
func Match(english, foreign string) error {
	want, got := parse(english).holes, parse(foreign).holes
	if len(want) != len(got) {
		return fmt.Errorf("%q has %d places for words, its translation %q has %d", english, len(want), foreign, len(got))
	}
	seen := map[int]bool{}
	for _, h := range got {
		if h.arg >= len(want) || seen[h.arg] {
			return fmt.Errorf("the translation %q of %q doesn't have each of its places once", foreign, english)
		}
		seen[h.arg] = true
		if from := want[h.arg]; from.kind != h.kind && (from.kind != quotedHole || h.kind != textHole) {
			return fmt.Errorf("place %d of %q is of another kind in its translation %q", h.arg+1, english, foreign)
		}
	}
	return nil
}

// pattern recognises the sentences that were made from a form.
type pattern struct {
	english, foreign *form
	before, behind   string
	whole            *regexp.Regexp
	// weight is how much of the form isn't holes.
	weight int
}

// telling reports whether a form can be known again in what was made from it:
// anything could be made from "%s to %s".
func telling(f *form) bool {
	const few, leading = 4, 7
	letters, bare := 0, false
	for _, r := range verb.ReplaceAllString(f.text, "") {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	for _, h := range f.holes {
		bare = bare || h.kind == textHole && !h.named
	}
	switch {
	case !bare:
		return letters > 0
	case f.holes[0].at == 0:
		return letters >= leading
	}
	return letters >= few
}

// newPattern is the pattern of a form; nil where it isn't telling.
func newPattern(english, foreign *form) *pattern {
	p := &pattern{english: english, foreign: foreign}
	var whole strings.Builder
	whole.WriteString(`(?s)\A`)
	from := 0
	piece := func(to int) string {
		text := strings.ReplaceAll(english.text[from:to], "%%", "%")
		p.weight += len(text)
		whole.WriteString(regexp.QuoteMeta(text))
		return text
	}
	for i, h := range english.holes {
		if text := piece(h.at); i == 0 {
			p.before = text
		}
		whole.WriteString(map[holeKind]string{
			textHole: `(.+?)`, quotedHole: `("(?:[^"\\]|\\.)*")`, wholeHole: `(-?[0-9A-F]+)`, decimalHole: `(-?[0-9.]+)`,
		}[h.kind])
		from = h.end
	}
	p.behind = piece(len(english.text))
	whole.WriteString(`\z`)
	if !telling(english) {
		return nil
	}
	if len(english.holes) > 0 {
		p.whole = regexp.MustCompile(whole.String())
	}
	return p
}

// match gives what stands in the holes, by argument.
func (p *pattern) match(sentence string) ([]string, bool) {
	if p.whole == nil {
		return nil, sentence == p.behind
	}
	if !strings.HasPrefix(sentence, p.before) || !strings.HasSuffix(sentence, p.behind) {
		return nil, false
	}
	found := p.whole.FindStringSubmatch(sentence)
	if found == nil {
		return nil, false
	}
	return found[1:], true
}

// unquote takes Go's quotation marks off.
func unquote(text string) string {
	if plain, err := strconv.Unquote(text); err == nil {
		return plain
	}
	return text
}
