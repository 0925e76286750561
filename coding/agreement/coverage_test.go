package agreement_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"concord/coding/agreement"
)

// population is a way in which coders come to their ratings: a unit has the
// code with the share given, and a coder sees it so with the care given, else
// guesses by that share.
type population struct {
	coders, units    int
	prevalence, care float64
	missing          float64
}

func (p population) draw(t testing.TB, random *rand.Rand) *agreement.Ratings {
	t.Helper()
	columns := make([]agreement.Column, p.coders)
	for g := range columns {
		columns[g] = agreement.Column{Coder: string(rune('A' + g)), Ratings: make([]agreement.Rating, p.units)}
	}
	guess := func() agreement.Rating {
		if random.Float64() < p.prevalence {
			return agreement.Present
		}
		return agreement.Absent
	}
	for i := range p.units {
		truth := guess()
		for _, column := range columns {
			column.Ratings[i] = truth
			if random.Float64() > p.care {
				column.Ratings[i] = guess()
			}
			if random.Float64() < p.missing {
				column.Ratings[i] = agreement.Missing
			}
		}
	}
	table, err := agreement.NewRatings(agreement.Presence(), columns...)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// TestIntervalsHoldTheTrueValueAboutAsOftenAsTheySay draws many tables from
// populations whose true coefficients are known from one very large table.
func TestIntervalsHoldTheTrueValueAboutAsOftenAsTheySay(t *testing.T) {
	if os.Getenv("CONCORD_SLOW") == "" {
		t.Skip("SKIPPED: simulating the coverage of intervals takes a minute; set CONCORD_SLOW=1")
	}
	measures := []agreement.Measure{
		agreement.CohenKappa, agreement.ScottPi, agreement.FleissKappa, agreement.CongerKappa,
		agreement.BrennanPrediger, agreement.GwetAC1, agreement.KrippendorffAlphaNominal, agreement.PercentAgreement,
	}
	for _, p := range []population{
		{coders: 2, units: 50, prevalence: 0.3, care: 0.8},
		{coders: 2, units: 200, prevalence: 0.3, care: 0.8},
		{coders: 2, units: 200, prevalence: 0.05, care: 0.8},
		{coders: 4, units: 100, prevalence: 0.3, care: 0.8, missing: 0.2},
	} {
		random := rand.New(rand.NewPCG(9, 9))
		large := p
		large.units = 2_000_000
		truth, err := agreement.Estimate(context.Background(), large.draw(t, random), measures, agreement.Confidence{Method: agreement.NoInterval})
		if err != nil {
			t.Fatal(err)
		}
		for _, method := range []agreement.Method{agreement.Analytic, agreement.Bootstrap} {
			held, made := make([]int, len(measures)), make([]int, len(measures))
			for range 2000 {
				results, err := agreement.Estimate(context.Background(), p.draw(t, random), measures, agreement.Confidence{Method: method, Replicates: 1000, Seed: random.Uint64()})
				if err != nil {
					t.Fatal(err)
				}
				for i, r := range results {
					low, known := r.Low.Float64()
					high, _ := r.High.Float64()
					value, defined := truth[i].Value.Float64()
					if !known || !defined {
						continue
					}
					made[i]++
					if low <= value && value <= high {
						held[i]++
					}
				}
			}
			line := ""
			for i, m := range measures {
				if made[i] == 0 {
					continue
				}
				share := float64(held[i]) / float64(made[i])
				line += fmt.Sprintf(" %s %.3f", m, share)
				if p.units >= 100 && p.prevalence > 0.1 && share < 0.92 {
					t.Errorf("%+v, %s: intervals of %s hold the true value in %.3f of tables", p, method, m, share)
				}
			}
			t.Logf("%+v %s:%s", p, method, line)
		}
	}
}
