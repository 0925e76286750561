package coding

import (
	"crypto/sha256"
	"encoding/base64"
)

// SourceKind tells a comment from a document.
type SourceKind string

// A Comment is one respondent's answer to one question; a Document is anything
// longer that stands alone: a transcript, a reflection.
const (
	Comment  SourceKind = "comment"
	Document SourceKind = "document"
)

// TextHash is the address of a text: the SHA-256 of its UTF-8 bytes in
// unpadded base64url. Texts lie beside the log under their hash, so that an
// equal text is stored once and the log stays small.
type TextHash string

// HashText is the address of text.
func HashText(text string) TextHash {
	sum := sha256.Sum256([]byte(text))
	return TextHash(base64.RawURLEncoding.EncodeToString(sum[:]))
}

// Source is one text of the study. The text itself is read with Reader.Text;
// it never changes under its excerpts.
type Source struct {
	ID   SourceID   `json:"id"`
	Name string     `json:"name"`
	Kind SourceKind `json:"kind"`
	// Question is what a comment answers, as the survey asked it.
	Question string `json:"question,omitempty"`
	// Cases are those that the source belongs to, the respondent first.
	Cases []CaseID `json:"cases,omitempty"`
	Text  TextHash `json:"text"`
	// Length of the text in code points, Words by a plain split at white space.
	Length int `json:"length"`
	Words  int `json:"words"`
	// Values are what is known of the source itself, apart from its cases.
	Values Values `json:"values,omitempty"`
}

// Validate checks that the source has a name, a kind and a text.
func (s Source) Validate() error {
	if err := needName("source", s.Name); err != nil {
		return err
	}
	if s.Kind != Comment && s.Kind != Document {
		return invalid("source %q: kind %q is neither %q nor %q", s.Name, s.Kind, Comment, Document)
	}
	if s.Text == "" || s.Length < 0 {
		return invalid("source %q: it has no text", s.Name)
	}
	return nil
}

// Key is the identity as plain text.
func (s Source) Key() string { return string(s.ID) }
