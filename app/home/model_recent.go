// Package home is where Concord begins: the projects that were open before, and
// the ways to begin another.
package home

import (
	"encoding/json"
	"slices"
	"time"
)

// Recent is a project that was open on this machine.
type Recent struct {
	Path   string    `json:"path"`
	Name   string    `json:"name"`
	Opened time.Time `json:"opened"`

	// What was known of it when it was open last.
	Comments  int    `json:"comments,omitempty"`
	Documents int    `json:"documents,omitempty"`
	Round     string `json:"round,omitempty"`
	Blind     bool   `json:"blind,omitempty"`
	Closed    bool   `json:"closed,omitempty"`
	Done      int    `json:"done,omitempty"`
	Assigned  int    `json:"assigned,omitempty"`
}

// longestRecent is how many recent projects are kept in mind.
const longestRecent = 12

// ReadRecent reads the list as WriteRecent wrote it. What can't be read is
// forgotten: it is a convenience, not data.
func ReadRecent(kept string) []Recent {
	var list []Recent
	if json.Unmarshal([]byte(kept), &list) != nil {
		return nil
	}
	return list
}

// WriteRecent writes the list for the preferences.
func WriteRecent(list []Recent) string {
	kept, err := json.Marshal(list)
	if err != nil {
		return ""
	}
	return string(kept)
}

// WithRecent puts a project at the head of the list, and drops what is too old.
func WithRecent(list []Recent, r Recent) []Recent {
	list = append([]Recent{r}, WithoutRecent(list, r.Path)...)
	return list[:min(len(list), longestRecent)]
}

// WithoutRecent takes a project out of the list.
func WithoutRecent(list []Recent, path string) []Recent {
	return slices.DeleteFunc(slices.Clone(list), func(other Recent) bool { return other.Path == path })
}
