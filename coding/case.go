package coding

// Case is whom or what sources speak for: a respondent, a group, a site.
type Case struct {
	ID     CaseID `json:"id"`
	Name   string `json:"name"`
	Values Values `json:"values,omitempty"`
}

// Validate checks that the case has a name.
func (c Case) Validate() error { return needName("case", c.Name) }

// Key is the identity as plain text.
func (c Case) Key() string { return string(c.ID) }
