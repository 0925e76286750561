package codebook

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"concord/coding/compare"
)

// afterWords say after how many decisions a code was changed, a line for each round.
func afterWords(after []Ground) []string {
	var rounds []string
	counted := map[string][]string{}
	for _, g := range after {
		if !slices.Contains(rounds, g.Round) {
			rounds = append(rounds, g.Round)
		}
		counted[g.Round] = append(counted[g.Round], decisionWords(g))
	}
	var lines []string
	for _, round := range rounds {
		decisions := strings.Join(counted[round], ", ")
		if round == "" {
			lines = append(lines, lang.L("after {{.Decisions}} outside rounds", map[string]any{"Decisions": decisions}))
			continue
		}
		lines = append(lines, lang.L("after {{.Decisions}} in {{.Round}}", map[string]any{"Decisions": decisions, "Round": round}))
	}
	return lines
}

// decisionWords count the decisions of one kind.
func decisionWords(g Ground) string {
	n := map[string]any{"N": g.Decisions}
	switch g.Kind {
	case compare.Omission:
		return lang.N("{{.N}} omission decisions", g.Decisions, n)
	case compare.Boundary:
		return lang.N("{{.N}} boundary decisions", g.Decisions, n)
	case compare.DifferentCode:
		return lang.N("{{.N}} code decisions", g.Decisions, n)
	case compare.Both:
		return lang.N("{{.N}} code and boundary decisions", g.Decisions, n)
	}
	return lang.N("{{.N}} decisions", g.Decisions, n)
}
