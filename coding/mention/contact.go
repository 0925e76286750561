package mention

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// contacts finds how somebody can be reached or found.
func (r *reading) contacts() {
	if strings.IndexByte(r.text, '@') >= 0 {
		r.all(Email, emailForm)
	}
	if strings.Contains(r.text, "://") || strings.Contains(r.text, "www.") || strings.Contains(r.text, "WWW.") {
		r.all(Link, linkForm)
	}
	r.phones()
	r.birthdays()
}

// birthdays marks dates behind a word that says that somebody was born then.
// Most texts have no such word, and a form is slow to try.
func (r *reading) birthdays() {
	for _, cue := range birthWords {
		for from := 0; ; {
			at := strings.Index(r.text[from:], cue)
			if at < 0 {
				break
			}
			at, from = from+at, from+at+len(cue)
			before, _ := utf8.DecodeLastRuneInString(r.text[:at])
			if at > 0 && isLetter(before) {
				continue
			}
			if date := birthForm.FindStringSubmatchIndex(r.text[from:min(len(r.text), from+longestBirth)]); date != nil {
				r.mark(Born, from+date[2], from+date[3], "", false)
			}
		}
	}
}

// longestBirth is how far behind the word a date ends.
const longestBirth = 60

func (r *reading) all(kind Kind, form *regexp.Regexp) {
	for _, at := range form.FindAllStringIndex(r.text, -1) {
		r.mark(kind, at[0], at[1], "", false)
	}
}

// How many digits a telephone number has: fewer with a sign that it is one.
const (
	leastPhone = 7
	sureFrom   = 9
	mostPhone  = 15
)

// phones marks telephone numbers: digits in groups that begin with a plus or a
// zero, or behind a word that says what they are.
func (r *reading) phones() {
	for i := 0; i < len(r.text); i++ {
		if !isDigit(rune(r.text[i])) {
			continue
		}
		from := i
		for from > 0 && strings.IndexByte("+(", r.text[from-1]) >= 0 {
			from--
		}
		to, digits := r.groups(i)
		i = to
		if digits < leastPhone || digits > mostPhone || r.inNumber(from, to) {
			continue
		}
		if strings.IndexByte("+(0", r.text[from]) >= 0 && digits >= sureFrom || said(r.text[max(0, from-longestCue):from]) {
			r.mark(Phone, from, to, "", false)
		}
	}
}

// groups is where a run of digits ends that single blanks, dots, dashes and
// brackets may divide, and how many digits it has.
func (r *reading) groups(i int) (to, digits int) {
	apart := 0
	for to = i; i < len(r.text); i++ {
		switch c := r.text[i]; {
		case isDigit(rune(c)):
			digits, apart, to = digits+1, 0, i+1
		case strings.IndexByte(" .-()", c) >= 0 && apart < 2:
			apart++
		default:
			return to, digits
		}
	}
	return to, digits
}

// longestCue is how far before a number the words can stand that say what it is.
const longestCue = 24

// said reports whether the words before a number say that one can call it: a
// word of a telephone, or the wish to be called.
func said(before string) bool {
	before = strings.ToLower(before)
	for _, cue := range []string{"call me", "text me", "ring me"} {
		if strings.Contains(before, cue) {
			return true
		}
	}
	for word := range strings.FieldsFuncSeq(before, func(c rune) bool { return !isLetter(c) }) {
		if phoneWords[word] {
			return true
		}
	}
	return false
}

// inNumber says that digits are part of something longer: a sum, a decimal, an
// address.
func (r *reading) inNumber(from, to int) bool {
	if from > 0 && strings.IndexByte("0123456789.,-=/_&?*^", r.text[from-1]) >= 0 || strings.HasPrefix(strings.TrimLeft(r.text[from:to], "+("), "0.") {
		return true
	}
	next, _ := decode(r.text[to:])
	return to < len(r.text) && (isDigit(next) || isLetter(next) || strings.ContainsRune("/=*^%+", next))
}

// The forms of addresses, numbers and dates. They are compiled once and never change.
var (
	emailForm = regexp.MustCompile(`[\pL\pN._%+-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)*\.\pL{2,}`)
	linkForm  = regexp.MustCompile(`(?i)(?:https?://|www\.)[^\s<>"]*[^\s<>".,;:!?)\]}'’]`)
	birthForm = regexp.MustCompile(`^[^\d\n.!?]{0,20}?((?:\d{1,2}(?:st|nd|rd|th|\.)?[ ./-]{1,2}(?:of )?(?:\d{1,2}|\pL{3,9})[ ./,-]{1,2}\d{2,4})|(?:\d{4}-\d{2}-\d{2})|(?:\pL{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4}))(?:\D|$)`)
)
