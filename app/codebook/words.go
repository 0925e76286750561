package codebook

import (
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
)

// obstacleWords word what stands against a merge.
func obstacleWords(o coding.MergeObstacle, plan coding.CodeMerge) string {
	data := map[string]any{"N": ui.Count(o.N), "Name": o.Name, "From": plan.From.Name, "Into": plan.Into.Name}
	switch o.Kind {
	case coding.ObstacleClosed:
		return lang.N("{{.N}} codings lie in {{.Name}}, which is closed. A closed round's record stays as it is.", o.N, data)
	case coding.ObstacleDecided:
		return lang.N("{{.N}} decisions of {{.Name}} speak of it. A decision stays as it was made.", o.N, data)
	case coding.ObstacleLookedFor:
		return lang.N("{{.N}} done marks of {{.Name}} name it among the codes that were looked for.", o.N, data)
	case coding.ObstacleBlind:
		return lang.L("{{.Name}} is blind and open. Codes are merged before it is opened, or when it is closed.", data)
	case coding.ObstacleOthers:
		return lang.N("{{.N}} codings or memos are other people's. A supervisor merges what others coded.", o.N, data)
	case coding.ObstacleRetired:
		return lang.L("“{{.Into}}” is retired and given no more. Bring it back first.", data)
	case coding.ObstacleUnder:
		return lang.L("“{{.Into}}” lies under “{{.From}}”. Move it out first.", data)
	default:
		return lang.L("Both have a code “{{.Name}}” under them. Rename one of these, or merge them first.", data)
	}
}
