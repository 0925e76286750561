package word

import (
	"unicode/utf8"

	"concord/coding"
)

// longest is the number of code points after which a run of letters is cut, so
// that no term is longer. Documents and queries are cut alike.
const longest = 100

// Scanner walks over the words of a text. It is made for the hundred thousands:
// quick on ASCII, and without memory of its own for each word.
type Scanner struct {
	text string
	at   int // bytes read
	read int // code points read
	term []byte
	span coding.Span
}

// NewScanner returns a scanner before the first word of text.
func NewScanner(text string) *Scanner { return &Scanner{text: text} }

// Reset begins anew with another text and keeps the memory.
func (s *Scanner) Reset(text string) { *s = Scanner{text: text, term: s.term[:0]} }

// Term is the word that Next found, folded. It is overwritten by the next call of Next.
func (s *Scanner) Term() []byte { return s.term }

// Span is where the word stands, in code points.
func (s *Scanner) Span() coding.Span { return s.span }

// Next goes to the next word and reports whether there is one.
func (s *Scanner) Next() bool {
	for s.at < len(s.text) {
		c := s.text[s.at]
		if c < utf8.RuneSelf {
			if ascii[c] == 0 {
				s.at++
				s.read++
				continue
			}
			s.begin()
			s.letters()
			return true
		}
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		switch classOf(r) {
		case letter:
			s.begin()
			s.letters()
		case single:
			s.begin()
			s.syllable()
		case emoji:
			s.begin()
			s.picture(r)
		default:
			s.at += size
			s.read++
			continue
		}
		if len(s.term) > 0 {
			return true
		}
	}
	return false
}

func (s *Scanner) begin() {
	s.term = s.term[:0]
	s.span = coding.Span{Start: s.read, End: s.read}
}

// take adds the next code point, of so many bytes, to the word without touching its term.
func (s *Scanner) take(size int) {
	s.at += size
	s.read++
	s.span.End = s.read
}

// letters reads a word of an alphabet.
func (s *Scanner) letters() {
	for s.at < len(s.text) && s.span.Len() < longest {
		c := s.text[s.at]
		if c < utf8.RuneSelf {
			if folded := ascii[c]; folded != 0 {
				s.term = append(s.term, folded)
				s.take(1)
				continue
			}
			if !s.joined(rune(c), 1) {
				return
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		switch class := classOf(r); {
		case class == letter || class == mark:
			s.term = appendFolded(s.term, s.text[s.at:s.at+size], r)
			s.take(size)
		case class == joiner && s.continues(s.at+size):
			s.take(size)
		case !s.joined(r, size):
			return
		}
	}
}

// joined takes r into the word if it is an apostrophe between letters or a point
// or comma between digits, and says whether it was.
func (s *Scanner) joined(r rune, size int) bool {
	if len(s.term) == 0 {
		return false
	}
	last, _ := utf8.DecodeLastRune(s.term)
	switch {
	case isApostrophe(r):
		if isDigit(last) || !s.continues(s.at+size) || elided(s.term) {
			return false
		}
		s.term = append(s.term, '\'')
	case r == '.' || r == ',':
		if !isDigit(last) || s.at+size >= len(s.text) || !isDigit(rune(s.text[s.at+size])) {
			return false
		}
		s.term = append(s.term, byte(r))
	default:
		return false
	}
	s.take(size)
	return true
}

// continues reports whether a letter of an alphabet stands at byte i.
func (s *Scanner) continues(i int) bool {
	if i >= len(s.text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	return classOf(r) == letter
}

// syllable reads one letter of a script without spaces, with its marks.
func (s *Scanner) syllable() {
	from := s.at
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	s.take(size)
	jamo := isJamo(r)
	for s.at < len(s.text) {
		r, size = utf8.DecodeRuneInString(s.text[s.at:])
		if !isMark(r) && !(jamo && isJamoTail(r)) {
			break
		}
		s.take(size)
		if s.span.Len() >= longest {
			break
		}
	}
	s.term = appendComposed(s.term, s.text[from:s.at])
}

// picture reads an emoji: a flag, or a sign with its modifiers and all that is
// joined to it.
func (s *Scanner) picture(r rune) {
	s.addPicture(r)
	if isRegional(r) {
		if r, _ := utf8.DecodeRuneInString(s.text[s.at:]); isRegional(r) {
			s.addPicture(r)
		}
		return
	}
	for s.at < len(s.text) && s.span.Len() < longest {
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		switch {
		case isModifier(r):
			s.take(size)
		case isTag(r):
			s.addPicture(r)
		case r == zeroWidthJoiner:
			next, _ := utf8.DecodeRuneInString(s.text[s.at+size:])
			if classOf(next) != emoji {
				return
			}
			s.addPicture(r)
			s.addPicture(next)
		default:
			return
		}
	}
}

func (s *Scanner) addPicture(r rune) {
	s.term = utf8.AppendRune(s.term, r)
	s.take(utf8.RuneLen(r))
}
