package home

import "time"

// When says how long ago something was, as people speak of it.
type When int

// The ways to speak of a day: Today, Yesterday, by the name of its weekday
// within the last week, and by its date before that.
const (
	Today When = iota
	Yesterday
	OnWeekday
	OnDate
)

// WhenWas tells how to speak of a time from now.
func WhenWas(then, now time.Time) When {
	then = then.In(now.Location())
	day := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, time.UTC) }
	switch days := int(day(now).Sub(day(then)).Hours() / 24); {
	case days <= 0:
		return Today
	case days == 1:
		return Yesterday
	case days < 7:
		return OnWeekday
	}
	return OnDate
}
