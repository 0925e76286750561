package reader

import (
	"slices"

	"concord/coding"
)

// keptPages is how many pages are held: the others are read again when the
// person comes back to them.
const keptPages = 24

// Pages are the pages at hand around what is on screen. They belong to the UI
// goroutine; ReadPage, which fills them, doesn't.
type Pages struct {
	outline *Outline
	kept    map[int]*Page
	// order is that of their last use, the latest at the end.
	order []int
	// followed is the last event that the pages were brought up to.
	followed coding.Seq
}

// NewPages holds none of an outline's pages yet.
func NewPages(o *Outline) *Pages { return &Pages{outline: o, kept: map[int]*Page{}} }

// Keep takes a page in and lets go of the one that was not looked at longest.
// It refuses a page that was read before something happened that the others
// know of: such a page is read again.
func (p *Pages) Keep(page *Page) bool {
	if page.Seq < p.followed {
		return false
	}
	p.kept[page.Number] = page
	p.use(page.Number)
	for len(p.order) > keptPages {
		delete(p.kept, p.order[0])
		p.order = p.order[1:]
	}
	return true
}

// use notes that a page was looked at.
func (p *Pages) use(number int) {
	if n := len(p.order); n > 0 && p.order[n-1] == number {
		return
	}
	p.order = slices.DeleteFunc(p.order, func(other int) bool { return other == number })
	p.order = append(p.order, number)
}

// At is the passage at a place, nil where its page isn't at hand.
func (p *Pages) At(place int) *Passage {
	number := p.outline.page(place)
	page := p.kept[number]
	if page == nil {
		return nil
	}
	p.use(number)
	return page.Passages[p.outline.ID(place)]
}

// Missing are the pages to be read for the places from first to last, and then
// those beside them, so that scrolling finds them ready.
func (p *Pages) Missing(first, last int) []int {
	if p.outline.Len() == 0 {
		return nil
	}
	from, to := p.outline.page(max(0, first)), p.outline.page(min(max(0, last), p.outline.Len()-1))
	var missing []int
	want := func(number int) {
		if number >= 0 && number < p.outline.pages() && p.kept[number] == nil {
			missing = append(missing, number)
		}
	}
	for number := from; number <= to; number++ {
		want(number)
	}
	want(to + 1)
	want(from - 1)
	return missing
}

// passage finds the passage of a source, nil where its page isn't at hand.
func (p *Pages) passage(id coding.SourceID) *Passage {
	place, ok := p.outline.Place(id)
	if !ok {
		return nil
	}
	if page := p.kept[p.outline.page(place)]; page != nil {
		return page.Passages[id]
	}
	return nil
}
