package codebook

import "concord/coding"

// pick is told of another code chosen in the tree: the one to merge into, or
// the one whose page is to be shown.
func (s *Screen) pick(id coding.CodeID) {
	switch {
	case s.merging != nil:
		s.merging.pick(id)
	case s.splitting == nil:
		s.choose(id)
	}
}

// activate is told that a code in the tree is to be used.
func (s *Screen) activate(id coding.CodeID) {
	switch {
	case s.merging != nil:
		s.merging.ready()
	case s.splitting != nil:
		s.splitting.target(id)
	default:
		s.entry.focusFirst()
	}
}

// followCode goes on with what is done to a code when the book has changed; a
// code that is gone has nothing more to be done to.
func (s *Screen) followCode() {
	switch {
	case s.merging != nil:
		s.merging.follow()
	case s.splitting != nil:
		s.splitting.follow()
	}
}

// endWork takes the page of a merge or a split away; nothing was changed.
func (s *Screen) endWork() {
	if s.merging == nil && s.splitting == nil {
		return
	}
	if s.merging != nil {
		s.merging.plans.Cancel()
	}
	if s.splitting != nil {
		s.splitting.walks.Cancel()
	}
	s.merging, s.splitting = nil, nil
	s.arrange()
	s.tree.refresh()
	s.tree.tree.Select(string(s.chosen))
	s.focus()
}
