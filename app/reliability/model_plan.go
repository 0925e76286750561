package reliability

import (
	"errors"
	"strconv"
	"strings"

	"concord/coding/agreement"
)

// Planner says how many units a round needs. Its fields hold what a person
// types; the numbers are those of the command line's plan.
type Planner struct {
	// Alpha is the agreement wanted, Prevalence the share of ratings that give
	// the code, Significance the chance of being wrong.
	Alpha, Prevalence, Significance string
	// Population is how many units there are in all, where that is few; empty
	// where it isn't. Agreement is the share of units on which coders are
	// expected to agree, Least the lowest that would still do.
	Population, Agreement, Least string
}

// UsualPlanner begins with what is usually wanted, for a code of some prevalence.
func UsualPlanner(wanted float64, prevalence agreement.Number) Planner {
	p := Planner{Alpha: plain(wanted), Prevalence: "0.1", Significance: "0.05", Agreement: "0.9", Least: "0.85"}
	if share, known := prevalence.Float64(); known && share > 0 && share < 1 {
		p.Prevalence = plain(float64(int(share*1000+0.5)) / 1000)
	}
	return p
}

// Units is how many units the round needs. The error says what is wrong with a field.
func (p Planner) Units() (int, error) {
	numbers, err := figures(p.Alpha, p.Prevalence, p.Significance)
	if err != nil {
		return 0, err
	}
	return agreement.Plan{Alpha: numbers[0], Prevalence: numbers[1], Significance: numbers[2]}.Units()
}

// Subsample is how many of a small whole to code twice; 0 where there is none.
func (p Planner) Subsample() (int, error) {
	if strings.TrimSpace(p.Population) == "" {
		return 0, nil
	}
	all, err := strconv.Atoi(strings.TrimSpace(p.Population))
	if err != nil {
		return 0, errors.New("population: a whole number is wanted, such as 400")
	}
	numbers, err := figures(p.Agreement, p.Least, p.Significance)
	if err != nil {
		return 0, err
	}
	return agreement.Subsample{Population: all, Agreement: numbers[0], Least: numbers[1], Significance: numbers[2]}.Units()
}

// figures reads numbers as people type them: ".8", "0,8", "10 %".
func figures(texts ...string) ([]float64, error) {
	var numbers []float64
	for _, text := range texts {
		x, err := ParseShare(text)
		if err != nil {
			return nil, err
		}
		numbers = append(numbers, x)
	}
	return numbers, nil
}

// ParseShare reads a share as people type it: "0.8", ".8", "0,8" or "80 %".
func ParseShare(text string) (float64, error) {
	text = strings.ReplaceAll(strings.TrimSpace(text), ",", ".")
	digits, percent := strings.CutSuffix(text, "%")
	x, err := strconv.ParseFloat(strings.TrimSpace(digits), 64)
	if err != nil {
		return 0, errors.New("a number is wanted, such as 0.8 or 80 %; here is “" + text + "”")
	}
	if percent {
		x /= 100
	}
	return x, nil
}

func plain(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
