package reader

import (
	"strings"
	"unicode/utf8"

	"concord/coding"
)

// Heading is what stands above a passage.
type Heading struct {
	// Name is the respondent's, or that of a document.
	Name string
	// Details are values of attributes, Question what was asked.
	Details  []string
	Question string
	// Done says that the viewer has finished it in the round that is coded.
	Done bool
	// Outside says that a round is coded which doesn't hold the source.
	Outside bool
	// Noted says that there is a memo about the source.
	Noted bool
}

// The limits of a heading: it is one line.
const (
	headingDetails  = 3
	longestDetail   = 24
	longestQuestion = 80
)

// Heading is what stands above the passage at a place, which must be at hand.
func (m *Model) Heading(place int) Heading {
	p := m.Passage(place)
	h := Heading{Name: p.Source.Name, Question: Cut(p.Source.Question, longestQuestion), Done: m.Done(place)}
	if p.Source.Kind == coding.Comment && len(p.Cases) > 0 {
		h.Name = p.Cases[0].Name
	}
	h.Details = m.details(p)
	h.Outside = !m.At.Open() && m.RoundAt(place) == ""
	for _, memo := range p.Memos {
		h.Noted = h.Noted || memo.Kind == coding.AboutSource
	}
	return h
}

// details are the first attributes that say something in few words.
func (m *Model) details(p *Passage) []string {
	var details []string
	for _, a := range m.Study.Attributes {
		if a.Level == coding.Scaled || len(details) == headingDetails {
			continue
		}
		value := p.Source.Values[a.ID]
		if value == "" && len(p.Cases) > 0 {
			value = p.Cases[0].Values[a.ID]
		}
		if value == "" {
			continue
		}
		if utf8.RuneCountInString(value) <= 3 || a.Level == coding.Numeric {
			value = a.Name + " " + value
		}
		if utf8.RuneCountInString(value) <= longestDetail {
			details = append(details, value)
		}
	}
	return details
}

// Cut shortens a text to so many characters, at a space where there is one,
// and marks that with "…".
func Cut(text string, longest int) string {
	text = strings.Join(strings.Fields(text), " ")
	runes := []rune(text)
	if len(runes) <= longest {
		return text
	}
	head := string(runes[:longest-1])
	if space := strings.LastIndexByte(head, ' '); space > len(head)/2 {
		head = head[:space]
	}
	return strings.TrimRight(head, " .,;:–-") + "…"
}
