package library

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
	"concord/coding/tabular"
)

// roundName is what round n of a project is called unless somebody names it.
func roundName(n int) string { return lang.L("Round {{.N}}", map[string]any{"N": n}) }

func kindWord(k coding.SourceKind) string {
	if k == coding.Document {
		return lang.L("document")
	}
	return lang.L("comment")
}

func whichWord(w Which, s *Study) string {
	round, _ := s.CurrentRound()
	switch w {
	case Coded:
		return lang.L("Coded by me")
	case Uncoded:
		return lang.L("Not coded by me")
	case Done:
		return lang.L("Done in {{.Round}}", map[string]any{"Round": round.Name})
	case NotDone:
		return lang.L("Not done in {{.Round}}", map[string]any{"Round": round.Name})
	}
	return lang.L("All texts")
}

func valueWord(v string) string {
	if v == "" {
		return lang.L("(not known)")
	}
	return short(v)
}

// short cuts a name to what a menu can hold.
func short(name string) string {
	const most = 48
	runes := []rune(name)
	if len(runes) <= most {
		return name
	}
	return strings.TrimSpace(string(runes[:most-1])) + "…"
}

func roleWord(r tabular.Role) string {
	switch r {
	case tabular.RoleComment:
		return lang.L("Comment")
	case tabular.RoleRespondent:
		return lang.L("Respondent")
	case tabular.RoleAttribute:
		return lang.L("Attribute")
	case tabular.RoleItem:
		return lang.L("Scaled item")
	case tabular.RoleCodings:
		return lang.L("Codings")
	}
	return lang.L("Leave out")
}

func roleTone(r tabular.Role) ui.Tone {
	switch r {
	case tabular.RoleComment:
		return ui.ToneLook
	case tabular.RoleRespondent, tabular.RoleCodings:
		return ui.ToneAccent
	case tabular.RoleItem:
		return ui.ToneGood
	}
	return ui.ToneNeutral
}

// opWord says a rule's comparison in words.
func opWord(op string) string {
	switch op {
	case ">=":
		return lang.L("at least")
	case "<=":
		return lang.L("at most")
	case ">":
		return lang.L("more than")
	case "<":
		return lang.L("less than")
	case "=":
		return lang.L("is")
	case "!=":
		return lang.L("is not")
	}
	return lang.L("contains")
}

// flawWord says what a draft of a round lacks.
func flawWord(f Flaw, sources int) string {
	switch f {
	case NoName:
		return lang.L("The round needs a name.")
	case NameTaken:
		return lang.L("There is a round of this name already.")
	case NobodyCodes:
		return lang.L("Somebody has to code in it.")
	case NoSources:
		return lang.L("There is nothing to code yet: import comments first.")
	case WrongAmount:
		return lang.L("Write a number from 1 to {{.Most}}, or a percentage up to 100.", map[string]any{"Most": ui.Count(sources)})
	case WrongSeed:
		return lang.L("The seed is a whole number.")
	}
	return ""
}

// places lists respondents or rows, a few of many.
func places(all []Place) string {
	const few = 8
	var names []string
	for i, p := range all {
		if i == few {
			names = append(names, lang.L("and {{.N}} more", map[string]any{"N": ui.Count(len(all) - few)}))
			break
		}
		if p.Case != "" {
			names = append(names, p.Case)
		} else {
			names = append(names, lang.L("row {{.N}}", map[string]any{"N": p.Row}))
		}
	}
	return strings.Join(names, ", ")
}
