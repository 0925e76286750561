package main

import "context"

// ns to ms.
const fromNanoseconds = 1e-6

func searching(ctx context.Context, runs int) ([]figure, error) {
	r, err := benchmark{"./index", `^BenchmarkIndex$/^(quoted_word,_best_50|word,_best_50|common_word,_all_places|phrase_.*_all_places)$`, "200ms"}.take(ctx, runs)
	if err != nil {
		return nil, err
	}
	of := func(what, name string, target float64) figure {
		return r.figure(figure{what: "search of 100,000 comments: " + what, unit: "ms", target: target}, "Index/"+name, "ns/op", fromNanoseconds)
	}
	return []figure{
		of("one word, best 50", "quoted_word,_best_50", 0.3),
		of("one word with its family, best 50", "word,_best_50", 0.3),
		of("a common word, all places", "common_word,_all_places", 20),
		of("a phrase, all places", "phrase_thank_you,_all_places", 20),
		of("a phrase of common words, all places", "phrase_of_the,_all_places", 20),
	}, nil
}

func storing(ctx context.Context, runs int) ([]figure, error) {
	r, err := benchmark{"./coding/store/sqlite", `^BenchmarkLarge$/^(Open|Code)$`, "1s"}.take(ctx, runs)
	if err != nil {
		return nil, err
	}
	return []figure{
		r.figure(figure{what: "one coding: Do on disk, acknowledged", unit: "ms", target: 2}, "Large/Code", "ms-median", 1),
		r.figure(figure{what: "opening 100,000 comments: the project, and what its first screen reads", unit: "ms", target: 1000}, "Large/Open", "ns/op", fromNanoseconds),
	}, nil
}

func scrolling(ctx context.Context, runs int) ([]figure, error) {
	opening, err := benchmark{"./app/reader", `^BenchmarkOpen$`, "3x"}.take(ctx, runs)
	if err != nil {
		return nil, err
	}
	r, err := benchmark{"./app/reader", `^BenchmarkScrollStep$`, "1000x"}.take(ctx, runs)
	if err != nil {
		return nil, err
	}
	of := func(what, name, unit string, target float64) figure {
		return r.figure(figure{what: what, unit: "ms", target: target}, "ScrollStep/"+name, unit, 1)
	}
	return []figure{
		opening.figure(figure{what: "opening Read & code on 100,000 comments", unit: "ms", target: 1000}, "Open", "ns/op", fromNanoseconds),
		of("scroll step, 100,000 comments and 20,000 codings: median", "notch", "ms-median", 4),
		of("  99th percentile", "notch", "ms-p99", 12),
		of("  a leap to elsewhere: median", "leap", "ms-median", 0),
		of("  99th percentile", "leap", "ms-p99", 0),
	}, nil
}

func agreeing(ctx context.Context, runs int) ([]figure, error) {
	r, err := benchmark{"./coding/compare", `^BenchmarkAgreementFromStore$`, "5x"}.take(ctx, runs)
	if err != nil {
		return nil, err
	}
	return []figure{
		r.figure(figure{what: "agreement of 3 coders, 12 codes, 100,000 comments, from the store", unit: "ms", target: 1000}, "AgreementFromStore", "ns/op", fromNanoseconds),
	}, nil
}
