package library

import (
	"strconv"
	"strings"

	"concord/coding"
	"concord/coding/agreement"
)

// Share says how many of the sources a round takes.
type Share int

// All sources, a number of them drawn at random, or a percentage.
const (
	TakeAll Share = iota
	TakeNumber
	TakePercent
)

// Draft is a round before it is opened, as it is typed.
type Draft struct {
	Name     string
	Coders   map[coding.CoderID]bool
	Blind    bool
	Share    Share
	Amount   string
	Seed     string
	Stratify coding.AttributeID
	// Threshold is the agreement wanted, 0 where none was set.
	Threshold float64
}

// Flaw is what keeps a draft from being opened.
type Flaw int

// The flaws, in the order in which they are looked for.
const (
	Sound Flaw = iota
	NoName
	NameTaken
	NobodyCodes
	NoSources
	WrongAmount
	WrongSeed
)

// NewDraft is a round as it is mostly wanted: blind, by all who don't
// supervise, on everything. It has the first name in a count that is free.
func (s *Study) NewDraft(named func(n int) string) Draft {
	d := Draft{Blind: true, Amount: "30", Seed: "1", Coders: map[coding.CoderID]bool{}}
	for n := 1; d.Name == "" || s.taken(d.Name); n++ {
		d.Name = named(n)
	}
	others := 0
	for _, c := range s.Coders {
		if !c.Supervisor {
			d.Coders[c.ID] = true
			others++
		}
	}
	if others == 0 {
		d.Coders[s.Me.ID] = true
	}
	return d
}

func (s *Study) taken(name string) bool {
	for _, r := range s.Rounds {
		if strings.EqualFold(r.Name, strings.TrimSpace(name)) {
			return true
		}
	}
	return false
}

// Plan makes a plan of a draft, or says what is wrong with it.
func (s *Study) Plan(d Draft) (coding.RoundPlan, Flaw) {
	plan := coding.RoundPlan{Name: strings.TrimSpace(d.Name), Blind: d.Blind, Threshold: d.Threshold}
	for _, c := range s.Coders {
		if d.Coders[c.ID] {
			plan.Coders = append(plan.Coders, c.ID)
		}
	}
	switch {
	case plan.Name == "":
		return plan, NoName
	case s.taken(plan.Name):
		return plan, NameTaken
	case len(plan.Coders) == 0:
		return plan, NobodyCodes
	case len(s.Rows) == 0:
		return plan, NoSources
	case d.Share == TakeAll:
		return plan, Sound
	}
	plan.Stratify = d.Stratify
	amount, err := strconv.ParseFloat(strings.TrimSpace(d.Amount), 64)
	switch {
	case err != nil || !(amount > 0):
		return plan, WrongAmount
	case d.Share == TakePercent:
		if amount > 100 {
			return plan, WrongAmount
		}
		plan.Percent = amount
	default:
		plan.Size = int(amount)
		if float64(plan.Size) != amount || plan.Size > len(s.Rows) {
			return plan, WrongAmount
		}
	}
	if plan.Seed, err = strconv.ParseUint(strings.TrimSpace(d.Seed), 10, 64); err != nil {
		return plan, WrongSeed
	}
	return plan, Sound
}

// Drawn is how many sources a plan takes.
func (s *Study) Drawn(plan coding.RoundPlan) int {
	switch {
	case plan.Size > 0:
		return min(plan.Size, len(s.Rows))
	case plan.Percent > 0:
		return max(1, int(float64(len(s.Rows))*plan.Percent/100+0.5))
	}
	return len(s.Rows)
}

// Needed is how many sources two coders must both code to be sure of an
// agreement on a code that is found in a share of them; 0 where that can't be said.
func Needed(threshold, prevalence float64) int {
	n, err := agreement.Plan{Alpha: threshold, Prevalence: prevalence}.Units()
	if err != nil {
		return 0 // no wish to be sure of anything, as a threshold of 0 is
	}
	return n
}
