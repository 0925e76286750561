package coding_test

import (
	"reflect"
	"testing"

	"concord/coding"
)

func TestCodeDifferencesTellWhatACoderGoesBy(t *testing.T) {
	was := []coding.Code{
		{ID: "1", Name: "Group", Definition: "Of the group."},
		{ID: "2", Name: "Heard", Parent: "1", Color: "#000000"},
		{ID: "3", Name: "Gone"},
	}
	now := []coding.Code{
		{ID: "1", Name: "Group", Definition: "Of the whole group."},
		{ID: "2", Name: "Heard", Color: "#ffffff", Retired: true},
		{ID: "4", Name: "New", Parent: "1"},
	}
	var got []string
	parts := map[string][]coding.PartChange{}
	for _, d := range coding.CodeDifferences(was, now) {
		state := ""
		if d.Added {
			state = " added"
		}
		if d.Removed {
			state = " removed"
		}
		got = append(got, d.Path+state)
		parts[d.Path] = d.Parts
	}
	if want := []string{"Group", "Group/New added", "Heard", "Gone removed"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	want := []coding.PartChange{{Part: coding.PartPlace, Was: "Group", Now: ""}, {Part: coding.PartRetired, Was: "false", Now: "true"}}
	if !reflect.DeepEqual(parts["Heard"], want) {
		t.Errorf("got %v, want %v", parts["Heard"], want)
	}
	if found := coding.CodeDifferences(now, now); len(found) > 0 {
		t.Errorf("a book differs from itself: %v", found)
	}
}
