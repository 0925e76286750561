package reliability

import (
	"strings"

	"concord/app/picture"
	"concord/app/wordbook"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// Intervals draws the table's headline for all and for each row, on one scale.
func (s *Sheet) Intervals(words *wordbook.Book) *picture.Picture {
	var rows []picture.Row
	lines := s.lines()
	const most = 200 // more rows than that are no picture any more
	for i, r := range lines[:min(most, len(lines))] {
		row := chartRow(r.Name, r.Headline, words)
		row.Text = spelled(r.Headline, words)
		if i == 0 {
			row.Label, row.Strong = words.Say("Overall"), true
		}
		rows = append(rows, row)
	}
	return picture.Coefficients(s.title(words), rows, words.Mark())
}

// OverRounds draws the headline of one round after another.
func (s *Sheet) OverRounds(words *wordbook.Book) *picture.Picture {
	var rounds []picture.Row
	for _, p := range s.Trend {
		rounds = append(rounds, chartRow(p.Round, p.Result, words))
	}
	return picture.Trend(words.Say("%s over the rounds", s.measureTitle(words)), rounds, words.Mark())
}

// EachTwo draws the headline of each two coders.
func (s *Sheet) EachTwo(words *wordbook.Book) *picture.Picture {
	var names []string
	for _, c := range s.Coders {
		names = append(names, c.Name)
	}
	var pairs []picture.Pair
	for _, p := range s.Pairs {
		row := chartRow("", p.Result, words)
		pairs = append(pairs, picture.Pair{A: p.A, B: p.B, Value: row.Value, Text: row.Text, Unknown: row.Unknown})
	}
	return picture.Pairs(words.Say("%s of each two coders", s.measureTitle(words)), names, pairs)
}

func chartRow(name string, r agreement.Result, words *wordbook.Book) picture.Row {
	row := picture.Row{Label: name, Text: local(number(r.Value), words)}
	value, known := r.Value.Float64()
	row.Value, row.Unknown = value, !known
	row.Low, row.Bounded = r.Low.Float64()
	row.High, _ = r.High.Float64()
	return row
}

func (s *Sheet) measureTitle(words *wordbook.Book) string {
	return words.Tell(Title(s.Choice.Measure))
}

// title says what the table and its picture show.
func (s *Sheet) title(words *wordbook.Book) string {
	round := s.Round.Name
	switch {
	case s.Choice.By == compare.ByRound:
		round = words.Say("all rounds")
	case round == "":
		round = words.Say("open coding")
	}
	var coders []string
	for _, c := range s.Coders {
		coders = append(coders, c.Name)
	}
	who := strings.Join(coders, "")
	if last := len(coders) - 1; last > 0 {
		who = words.Say("%s and %s", strings.Join(coders[:last], ", "), coders[last])
	}
	return words.Say("%s, %s, %s, N %d (%s)", words.Tell(Title(s.rowMeasure())), who, round, s.Units, words.Tell(string(s.Choice.Unit)))
}

// spelled is a result as ".75 (.67 to .81)".
func spelled(r agreement.Result, words *wordbook.Book) string {
	text := local(number(r.Value), words)
	if r.Low.Known() {
		text += " (" + span(r, words) + ")"
	}
	return text
}

// span is a result's interval, as ".67 to .81".
func span(r agreement.Result, words *wordbook.Book) string {
	return local(words.Say("%s to %s", number(r.Low), number(r.High)), words)
}

// local is a number with the language's decimal mark.
func local(number string, words *wordbook.Book) string {
	return strings.ReplaceAll(number, ".", words.Mark())
}
