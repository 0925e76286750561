package coding

import "strings"

// Code is a label that coders give to excerpts, with the rules for giving it.
// A code without a parent is a theme.
type Code struct {
	ID     CodeID `json:"id"`
	Parent CodeID `json:"parent,omitempty"`
	Name   string `json:"name"`
	// Order is the place among the codes of the same parent, the first is 0.
	Order int `json:"order"`
	// Color is #rrggbb. It never stands alone for the code.
	Color string `json:"color"`
	// Definition says what the code means, Include when to use it, Exclude when not.
	Definition string `json:"definition,omitempty"`
	Include    string `json:"include,omitempty"`
	Exclude    string `json:"exclude,omitempty"`
	// Examples are passages of the data that show the code.
	Examples []Example `json:"examples,omitempty"`
	// Shortcut is the digit 1 to 9 that applies the code, or 0.
	Shortcut int `json:"shortcut,omitempty"`
	// Retired codes stay on what they were given to and are offered no more.
	Retired bool `json:"retired,omitempty"`
}

// Example is a passage of the data that shows what a code means, or where it ends.
type Example struct {
	Excerpt Excerpt `json:"excerpt"`
	// Borderline says that the example lies at the edge of the code; else it is typical.
	Borderline bool `json:"borderline,omitempty"`
}

// PathSeparator stands between theme and code in a code's path.
const PathSeparator = "/"

// Validate checks the code's name, color and shortcut.
func (c Code) Validate() error {
	if err := needName("code", c.Name); err != nil {
		return err
	}
	if strings.Contains(c.Name, PathSeparator) {
		return invalid("code %q: a code's name has no %q, which stands between a theme and its codes", c.Name, PathSeparator)
	}
	if c.Parent == c.ID && c.ID != "" {
		return invalid("code %q: a code can't lie under itself", c.Name)
	}
	if c.Shortcut < 0 || c.Shortcut > 9 {
		return invalid("code %q: shortcut %d is no digit from 1 to 9", c.Name, c.Shortcut)
	}
	return checkColor("code "+c.Name, c.Color)
}

// Missing lists what the code's entry in the codebook lacks, in the order in
// which it is asked for: definition, use when, not when, typical example,
// borderline example.
func (c Code) Missing() []string {
	var missing []string
	var typical, borderline bool
	for _, e := range c.Examples {
		typical = typical || !e.Borderline
		borderline = borderline || e.Borderline
	}
	for _, part := range []struct {
		name  string
		there bool
	}{
		{"definition", c.Definition != ""},
		{"use when", c.Include != ""},
		{"not when", c.Exclude != ""},
		{"typical example", typical},
		{"borderline example", borderline},
	} {
		if !part.there {
			missing = append(missing, part.name)
		}
	}
	return missing
}

// Key is the identity as plain text.
func (c Code) Key() string { return string(c.ID) }
