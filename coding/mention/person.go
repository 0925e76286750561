package mention

import "strings"

// people finds persons: behind a title, by a given name that is no other word,
// by what is said of them, and by a rare word with a capital where none is due.
func (r *reading) people() {
	shouted := r.shouted()
	for i := 0; i < len(r.words); i++ {
		switch w := r.words[i]; {
		case r.titled(i):
		case !w.capital || w.digits || w.upper:
		case r.given(i):
		case !shouted && r.called(i):
		case !shouted && r.unknown(i):
		default:
			r.echo(i)
		}
	}
}

// shouted says that capitals tell nothing in this text: every noun has one, as
// in German, or every word of a title.
func (r *reading) shouted() bool {
	capitals, within := 0, 0
	for _, w := range r.words {
		if w.first || w.digits {
			continue
		}
		within++
		if w.capital && w.to-w.from > 1 {
			capitals++
		}
	}
	return capitals > 2 && 5*capitals > within
}

// titled marks the name behind a title: Dr Okafor, Frau Anna Weber.
func (r *reading) titled(i int) bool {
	if i+1 == len(r.words) {
		return false
	}
	name := r.words[i+1]
	if name.gap == torn || !name.capital || name.digits {
		return false
	}
	title := titles[string(r.fold(r.words[i]))]
	if title == 0 || name.gap == dot && title == full {
		return false
	}
	key := string(r.fold(name))
	if ordinary[key] || titles[key] != 0 || name.upper && len(key) > 3 && !r.words[i].upper {
		return false
	}
	doubtful := ""
	if title == full || title == ending && name.gap == dot {
		doubtful = key // Thank you Prof. Great lecture
	}
	if title != short && (len(key) == 1 || len(key) == 2 && name.upper) { // prof. XD
		return false
	}
	last := r.whole(i + 1)
	if doubtful == "" {
		r.know(last)
	}
	r.mark(Person, r.words[i].from, r.end(last), doubtful, false)
	return true
}

// whole is the last word of a name: the surname, where one follows.
func (r *reading) whole(i int) int {
	if i+1 < len(r.words) && r.surname(i+1) {
		return i + 1
	}
	return i
}

// know remembers a surname, so that it is known where it stands alone.
func (r *reading) know(i int) {
	if key := r.fold(r.words[i]); len(key) >= shortestSurname && !r.names[string(key)] {
		r.names[string(key)] = true
	}
}

// shortestSurname is what a surname has of letters to be known by itself.
const shortestSurname = 4

// surname says that the word can go on with the name before it.
func (r *reading) surname(i int) bool {
	w := r.words[i]
	return w.gap == blank && w.capital && !w.upper && !w.digits && w.to-w.from > 2 && !ordinary[string(r.fold(w))]
}

// end is where a name ends, without a possessive.
func (r *reading) end(i int) int { return r.words[i].from + len(r.of(r.words[i])) }

// given marks a given name that isn't a word otherwise.
func (r *reading) given(i int) bool {
	w := r.words[i]
	if !givenNames[string(r.fold(w))] || w.gap == blank && i > 0 && r.words[i-1].capital && !r.words[i-1].first && !r.words[i-1].upper {
		return false // part of a title or of somebody's longer name
	}
	if i+1 < len(r.words) && r.words[i+1].digits {
		return false // Matthew 5:28
	}
	last := r.whole(i)
	if last > i {
		r.know(last)
	}
	r.mark(Person, w.from, r.end(last), "", false)
	return true
}

// called marks what somebody is said to be called, and who is said to speak.
func (r *reading) called(i int) bool {
	w := r.words[i]
	key := string(r.fold(w))
	if w.to-w.from < 3 || ordinary[key] {
		return false
	}
	before := i > 0 && w.gap == blank && r.introduces(i)
	after := false
	if !w.first && i+1 < len(r.words) && r.words[i+1].gap == blank {
		after = speaks[string(r.fold(r.words[i+1]))]
	}
	if !before && !after {
		return false
	}
	r.mark(Person, w.from, r.end(r.whole(i)), key, true)
	return true
}

// introduces says that the words before lead up to a name: a patient called, my
// name is.
func (r *reading) introduces(i int) bool {
	switch string(r.fold(r.words[i-1])) {
	case "called", "named", "surnamed", "nicknamed":
		return true
	case "is", "was":
		return i > 1 && r.words[i-1].gap == blank && string(r.fold(r.words[i-2])) == "name"
	}
	return false
}

// unknown marks a rare word that has a capital in the middle of a sentence of
// words that have none, where a name would stand.
func (r *reading) unknown(i int) bool {
	w := r.words[i]
	if w.first || i == 0 || i+1 == len(r.words) || w.gap != blank || r.words[i-1].capital {
		return false
	}
	if next := r.words[i+1]; next.capital || next.digits || next.gap != blank {
		return false
	}
	if !beside[string(r.fold(r.words[i-1]))] || !r.plain(w) {
		return false
	}
	key := string(r.fold(w))
	if ordinary[key] || ofPlaces(key) {
		return false
	}
	r.mark(Person, w.from, r.end(i), key, true)
	return true
}

// plain says that a word is written as names are: a capital and at least three
// small letters.
func (r *reading) plain(w word) bool {
	s := r.of(w)
	_, size := decode(s)
	return len(s) >= shortestSurname && strings.ToLower(s[size:]) == s[size:] && !strings.ContainsAny(s, "'’")
}

// echo marks a surname alone, if somewhere in the study it stands behind a
// title or a given name.
func (r *reading) echo(i int) {
	if w := r.words[i]; r.plain(w) {
		if key := r.fold(w); !ordinary[string(key)] {
			r.mark(Person, w.from, r.end(i), string(key), false)
			r.found[len(r.found)-1].echo = true
		}
	}
}

// ofPlaces says that the word is by its end a people, a language or a science.
func ofPlaces(key string) bool {
	for _, end := range []string{"ian", "ians", "ish", "ese", "logy", "ics", "ism", "land", "stan", "ican", "icans", "tube", "ing", "tion", "ment"} {
		if strings.HasSuffix(key, end) {
			return true
		}
	}
	return false
}
