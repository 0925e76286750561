package agreement_test

import (
	"context"
	"testing"

	"concord/coding/agreement"
)

func BenchmarkAlphaNominalOf100000UnitsFromColumns(b *testing.B) {
	d := large(100_000, 4, 5, 0.6)
	for b.Loop() {
		estimate(b, d.table(b), agreement.KrippendorffAlphaNominal, agreement.Confidence{})
	}
}

func BenchmarkBootstrapOf1000Replicates(b *testing.B) {
	table := large(100_000, 4, 5, 0.6).table(b)
	b.ReportMetric(float64(table.Patterns()), "patterns")
	for b.Loop() {
		estimate(b, table, agreement.KrippendorffAlphaNominal, agreement.Confidence{Method: agreement.Bootstrap, Replicates: 1000})
	}
}

func BenchmarkAllMeasuresOf50CodesWithBootstrap(b *testing.B) {
	d := large(10_000, 3, 2, 0.8)
	for b.Loop() {
		for range 50 {
			_, err := agreement.Estimate(context.Background(), d.table(b), agreement.Measures(), agreement.Confidence{Method: agreement.Bootstrap})
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkTwelveTablesOf100000Units(b *testing.B) {
	d := large(100_000, 3, 2, 0.8)
	measures := []agreement.Measure{agreement.PercentAgreement, agreement.KrippendorffAlphaNominal, agreement.GwetAC1}
	for b.Loop() {
		for range 12 {
			if _, err := agreement.Estimate(context.Background(), d.table(b), measures, agreement.Confidence{}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
