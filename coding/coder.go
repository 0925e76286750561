package coding

import "strings"

// Coder is a person who codes, or who supervises those who do.
type Coder struct {
	ID   CoderID `json:"id"`
	Name string  `json:"name"`
	// Color is that of the coder's badge, as #rrggbb.
	Color string `json:"color,omitempty"`
	// Supervisor says that this person sees everything, closes rounds and
	// resolves disagreements. A supervisor assigned to a blind round is as
	// blind in it as any other coder.
	Supervisor bool `json:"supervisor,omitempty"`
}

// Validate checks that the coder has a name that can stand in a list and a file.
func (c Coder) Validate() error {
	if err := needName("coder", c.Name); err != nil {
		return err
	}
	if strings.ContainsAny(c.Name, ",=") {
		return invalid("coder %q: a coder's name has no comma and no equals sign", c.Name)
	}
	return checkColor("coder "+c.Name, c.Color)
}

// Initials are the one or two letters that stand on the coder's badge.
func (c Coder) Initials() string {
	words := strings.Fields(c.Name)
	switch {
	case len(words) == 0:
		return "?"
	case len(words) == 1:
		return strings.ToUpper(first(words[0], 2))
	}
	return strings.ToUpper(first(words[0], 1) + first(words[len(words)-1], 1))
}

func first(s string, n int) string {
	r := []rune(s)
	return string(r[:min(n, len(r))])
}

// Key is the identity as plain text.
func (c Coder) Key() string { return string(c.ID) }
