package main

import "context"

// coefficients are the measures of agreement: those in memory, and those from
// the store on.
func coefficients(ctx context.Context, runs int) ([]figure, error) {
	plain, err := benchmark{"./coding/agreement", `^Benchmark(Alpha|Bootstrap|Unitizing|Gamma|BestAlignment)`, "200ms"}.take(ctx, runs)
	if err != nil {
		return nil, err
	}
	stored, err := benchmark{"./coding/compare", `^BenchmarkA(llCoefficients|greementBySource)`, "2x"}.take(ctx, runs)
	if err != nil {
		return nil, err
	}
	cancelled, err := benchmark{"./coding/compare", `^BenchmarkCancellingBySentence$`, "10x"}.take(ctx, 1)
	if err != nil {
		return nil, err
	}
	of := func(from results, what, name string, target float64) figure {
		return from.figure(figure{what: what, unit: "ms", target: target}, name, "ns/op", fromNanoseconds)
	}
	return []figure{
		of(plain, "α nominal, 4 coders × 100,000 units, 5 categories, from columns", "AlphaNominalOf100000UnitsFromColumns", 4),
		of(plain, "  1,000 bootstrap replicates of it", "BootstrapOf1000Replicates", 100),
		of(stored, "all coefficients and intervals, 50 codes, 3 coders, 10,000 comments, from the store", "AllCoefficientsFromStore", 1000),
		of(stored, "  with 2,000 bootstrap replicates", "AllCoefficientsFromStoreBootstrap", 1000),
		of(stored, "  the usual ones of each comment apart", "AgreementBySource", 2000),
		of(stored, "  all by sentence, 1,000 transcripts of 5,000 words", "AllCoefficientsBySentence", 5000),
		cancelled.figure(figure{what: "  how long that goes on when cancelled, at the longest", unit: "ms", target: 100}, "CancellingBySentence", "ms-after", 1),
		of(stored, "  all by character of those", "AllCoefficientsByCharacter", 0),
		of(plain, "unitizing alphas, 3 coders, 2,000,000 characters, 20,000 segments", "UnitizingAlphas/20000_segments", 200),
		of(plain, "  ten times that", "UnitizingAlphas/200000_segments", 0),
		of(plain, "γ, 2 coders × 200 segments, 30 samples", "GammaOfTwoCodersBy200Segments", 50),
		of(plain, "γ, 4 coders × 30 segments: one best alignment", "BestAlignmentOfFourCodersBy30Segments", 100),
	}, nil
}
