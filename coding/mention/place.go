package mention

// wards finds wards, beds and hospitals: ward 7B, bed 12, St Mary's Hospital.
func (r *reading) wards() {
	for i, w := range r.words {
		number := i+1 < len(r.words) && (r.words[i+1].digits || r.words[i+1].capital)
		name := i > 0 && r.words[i-1].capital
		if !number && !name {
			continue
		}
		key := string(r.fold(w))
		if number && numbered[key] {
			r.numberedWard(i)
		}
		if name && (key == "ward" || houses[key] && w.capital) {
			r.namedWard(i)
		}
	}
}

// numberedWard marks a ward by its number or letter.
func (r *reading) numberedWard(i int) {
	n := r.words[i+1]
	if n.gap != blank || n.to-n.from > 4 || !n.digits && (!n.capital || n.to-n.from > 1 || r.text[n.from:n.to] == "I") {
		return
	}
	if n.digits && !isDigit(rune(r.text[n.from])) && !n.capital {
		return
	}
	r.mark(Place, r.words[i].from, n.to, "", false)
}

// namedWard marks a ward or a hospital by the name before it.
func (r *reading) namedWard(i int) {
	first, doubtful := i, ""
	for first > 0 && i-first < 3 {
		w := r.words[first-1]
		key := string(r.fold(w))
		if r.words[first].gap == torn || r.words[first].gap == dot && key != "st" || !w.capital || w.upper || w.digits || ordinary[key] || kinds[key] {
			break
		}
		if w.first && key != "st" {
			break
		}
		first--
		if key != "st" {
			doubtful = key
		}
	}
	if first == i || doubtful == "" && first == i-1 {
		return
	}
	if r.words[first].to-r.words[first].from < 3 && string(r.fold(r.words[first])) != "st" {
		return
	}
	r.mark(Place, r.words[first].from, r.words[i].to, doubtful, false)
}
