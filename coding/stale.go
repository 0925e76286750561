package coding

import "time"

// CodeChange is a change of codes as the log keeps it.
type CodeChange struct {
	Seq  Seq
	At   time.Time
	Edit Edit[Code]
}

// rules are what tells a coder when to use a code.
type rules struct{ definition, include, exclude string }

func rulesOf(c Code) rules { return rules{c.Definition, c.Include, c.Exclude} }

// Stale counts those codings of a code that were made under other rules than
// the code has now: another definition, or other words on when to use it and
// when not. Changes are all that was done to codes, in order.
func Stale(now Code, changes []CodeChange, codings []Coding) int {
	type state struct {
		from time.Time
		rules
	}
	var states []state
	for _, e := range changes {
		for _, c := range e.Edit.Now {
			if c.ID == now.ID {
				states = append(states, state{e.At, rulesOf(c)})
			}
		}
	}
	if len(states) == 0 {
		return 0
	}
	stale := 0
	for _, c := range codings {
		then := states[0].rules // a code that is made with its first coding comes into the log after it
		for _, s := range states[1:] {
			if s.from.After(c.At) {
				break
			}
			then = s.rules
		}
		if then != rulesOf(now) {
			stale++
		}
	}
	return stale
}
