package index

import "concord/coding"

// finder finds the places of sources that are read in the project's order.
type finder struct {
	view   *view
	places []uint32 // of the sources that are expected
	at     int
	lost   bool
}

func (v *view) finder(expected set) *finder {
	f := &finder{view: v, places: make([]uint32, 0, expected.count())}
	for place := range expected.all {
		f.places = append(f.places, place)
	}
	return f
}

// place finds a source. Going on from the last one is quick; the view's table,
// which is slow to make, is only asked if the order was another one.
func (f *finder) place(id coding.SourceID) (uint32, bool) {
	if !f.lost {
		for i := f.at; i < len(f.places); i++ {
			if f.view.ids[f.places[i]] == id {
				f.at = i
				return f.places[i], true
			}
		}
		f.lost = true
	}
	return f.view.place(id)
}
