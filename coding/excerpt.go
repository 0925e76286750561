package coding

// Excerpt is a passage: a span of a source. It is a value without an identity
// of its own; what a coder says about it is a Coding.
type Excerpt struct {
	Source SourceID `json:"source"`
	Span
}
