package coding

import (
	"cmp"
	"slices"
	"strings"
)

// Codebook is the codes of a project as a tree, in reading order.
// It is a view of a list of codes and never changes.
type Codebook struct {
	ordered  []Code
	byID     map[CodeID]int
	children map[CodeID][]CodeID
}

// NewCodebook arranges codes as a tree. Codes whose parent isn't among them stand
// as themes, so that nothing is lost from sight.
func NewCodebook(codes []Code) *Codebook {
	b := &Codebook{byID: make(map[CodeID]int, len(codes)), children: map[CodeID][]CodeID{}}
	given := make(map[CodeID]Code, len(codes))
	for _, c := range codes {
		given[c.ID] = c
	}
	sorted := slices.Clone(codes)
	slices.SortStableFunc(sorted, func(x, y Code) int {
		return cmp.Or(cmp.Compare(x.Order, y.Order), strings.Compare(x.Name, y.Name), strings.Compare(string(x.ID), string(y.ID)))
	})
	for _, c := range sorted {
		parent := c.Parent
		if _, ok := given[parent]; !ok {
			parent = ""
		}
		b.children[parent] = append(b.children[parent], c.ID)
	}
	var walk func(parent CodeID)
	walk = func(parent CodeID) {
		for _, id := range b.children[parent] {
			if _, seen := b.byID[id]; seen {
				continue
			}
			b.byID[id] = len(b.ordered)
			b.ordered = append(b.ordered, given[id])
			walk(id)
		}
	}
	walk("")
	return b
}

// Codes are all codes in reading order: each theme, then what lies under it.
// The caller must not change them.
func (b *Codebook) Codes() []Code { return b.ordered }

// Len is the number of codes, themes included.
func (b *Codebook) Len() int { return len(b.ordered) }

// Code finds a code by its identity.
func (b *Codebook) Code(id CodeID) (Code, bool) {
	i, ok := b.byID[id]
	if !ok {
		return Code{}, false
	}
	return b.ordered[i], true
}

// Children are the codes right under parent, in order; those of "" are the themes.
func (b *Codebook) Children(parent CodeID) []Code {
	codes := make([]Code, 0, len(b.children[parent]))
	for _, id := range b.children[parent] {
		codes = append(codes, b.ordered[b.byID[id]])
	}
	return codes
}

// Leaf reports whether nothing lies under the code.
func (b *Codebook) Leaf(id CodeID) bool { return len(b.children[id]) == 0 }

// Theme is the top-level code above id, or id itself where it is one.
func (b *Codebook) Theme(id CodeID) CodeID {
	lineage := b.lineage(id)
	if len(lineage) == 0 {
		return id
	}
	return lineage[0].ID
}

// Depth is 0 for a theme, 1 for a code under it, and so on.
func (b *Codebook) Depth(id CodeID) int { return max(0, len(b.lineage(id))-1) }

// Path is the code's name behind those above it: "Theme/Code". It is empty for
// a code that isn't in the book.
func (b *Codebook) Path(id CodeID) string {
	var names []string
	for _, c := range b.lineage(id) {
		names = append(names, c.Name)
	}
	return strings.Join(names, PathSeparator)
}

// Under lists id and all that lies under it.
func (b *Codebook) Under(id CodeID) []CodeID {
	all := []CodeID{id}
	for _, child := range b.children[id] {
		all = append(all, b.Under(child)...)
	}
	return all
}

// Find looks a code up as a person would name it: by its identity, its whole
// path, or its name where only one code has it. Case is ignored. The error
// wraps ErrNotFound and, where several codes have the name, lists their paths.
func (b *Codebook) Find(name string) (Code, error) {
	if c, ok := b.Code(CodeID(name)); ok {
		return c, nil
	}
	var named []Code
	for _, c := range b.ordered {
		if strings.EqualFold(b.Path(c.ID), name) {
			return c, nil
		}
		if strings.EqualFold(c.Name, name) {
			named = append(named, c)
		}
	}
	switch len(named) {
	case 1:
		return named[0], nil
	case 0:
		return Code{}, notFound("no code %q in the codebook", name)
	}
	paths := make([]string, len(named))
	for i, c := range named {
		paths[i] = b.Path(c.ID)
	}
	return Code{}, notFound("several codes are named %q: say which of %s", name, strings.Join(paths, ", "))
}

// lineage is the chain of codes from the theme down to id. A loop, which no
// store lets in, ends it.
func (b *Codebook) lineage(id CodeID) []Code {
	var up []Code
	for range len(b.ordered) {
		c, ok := b.Code(id)
		if !ok {
			break
		}
		up = append(up, c)
		id = c.Parent
	}
	slices.Reverse(up)
	return up
}
