package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"concord/coding"
)

// namedCoders makes coders of names with commas between them; wrong says what
// isn't right about the names.
func namedCoders(mint *coding.Mint, names string) (coders []coding.Coder, wrong string) {
	for name := range strings.SplitSeq(names, ",") {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		if slices.ContainsFunc(coders, func(c coding.Coder) bool { return strings.EqualFold(c.Name, name) }) {
			return nil, lang.L("{{.Name}} stands there twice.", map[string]any{"Name": name})
		}
		coders = append(coders, coding.NewCoder(mint, name, false, len(coders)))
	}
	if len(coders) == 0 {
		return nil, lang.L("Somebody has to code: write your name.")
	}
	return coders, ""
}
