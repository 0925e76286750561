package sample

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"concord/coding"
	"concord/coding/compare"
)

// carryOutRounds codes, closes and discusses each round.
func (b *builder) carryOutRounds(ctx context.Context) error {
	for _, r := range b.study.Rounds {
		b.wait(7)
		opened, err := b.openRound(ctx, r)
		if err != nil {
			return err
		}
		if err := b.codeRound(ctx, r, opened); err != nil {
			return err
		}
		b.wait(5)
		if opened, err = b.lead.CloseRound(ctx, opened); err != nil {
			return err
		}
		if r.Decisions != "" {
			if err := b.decide(ctx, r, opened); err != nil {
				return err
			}
		}
		if err := b.sharpen(ctx, r.Name); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) openRound(ctx context.Context, r round) (coding.Round, error) {
	plan := coding.RoundPlan{
		Name: r.Name, Blind: true, Threshold: 0.667,
		Coders: []coding.CoderID{b.coders["AN"].ID, b.coders["BO"].ID},
	}
	for _, s := range r.Sample {
		source, ok := b.sources[place{s.Respondent, s.Question}]
		if !ok {
			return coding.Round{}, fmt.Errorf("%s: %s has no answer to %q", r.Name, s.Respondent, s.Question)
		}
		plan.Sources = append(plan.Sources, source.ID)
	}
	slices.Sort(plan.Sources)
	return b.lead.OpenRound(ctx, plan)
}

func (b *builder) codeRound(ctx context.Context, r round, opened coding.Round) error {
	rows, err := readRows(b.files, r.Codings)
	if err != nil {
		return err
	}
	book, err := b.lead.Codebook(ctx)
	if err != nil {
		return err
	}
	b.progress.Start("code "+r.Name, len(rows))
	for _, line := range rows {
		s := b.as(line["coder"])
		code, err := book.Find(line["code"])
		if err != nil {
			return err
		}
		occurrence, err := strconv.Atoi(line["occurrence"])
		if err != nil {
			return fmt.Errorf("%s: occurrence %q is no number", r.Codings, line["occurrence"])
		}
		excerpt, err := b.find(place{line["respondent"], line["question"]}, line["quote"], occurrence)
		if err != nil {
			return err
		}
		made, err := s.Apply(ctx, code, opened.ID, excerpt)
		if err != nil {
			return err
		}
		if err := s.MarkUnsure(ctx, made[0].ID, line["unsure"] == "yes"); err != nil {
			return err
		}
		if line["memo"] != "" {
			memo := coding.Memo{Kind: coding.AboutCoding, About: string(made[0].ID), Text: line["memo"]}
			if _, err := s.WriteMemo(ctx, memo); err != nil {
				return err
			}
		}
		b.progress.Add(1)
	}
	sources, err := b.lead.RoundSources(ctx, opened.ID)
	if err != nil {
		return err
	}
	for _, key := range []string{"AN", "BO"} {
		if _, err := b.as(key).MarkDone(ctx, opened, sources...); err != nil {
			return err
		}
	}
	return nil
}

// decide settles the first disagreements of a round as the supervisor did.
func (b *builder) decide(ctx context.Context, r round, closed coding.Round) error {
	rows, err := readRows(b.files, r.Decisions)
	if err != nil {
		return err
	}
	material, err := compare.Load(ctx, b.lead, compare.Question{Round: string(closed.ID)})
	if err != nil {
		return err
	}
	queue := material.Disagreements(nil)
	for _, line := range rows {
		d, err := b.disagreement(material.Book, queue, line)
		if err != nil {
			return fmt.Errorf("%s, decision %s: %w", r.Decisions, line["number"], err)
		}
		decision, err := b.verdict(material.Book, d, line)
		if err != nil {
			return fmt.Errorf("%s, decision %s: %w", r.Decisions, line["number"], err)
		}
		if _, err := b.lead.Decide(ctx, decision); err != nil {
			return fmt.Errorf("%s, decision %s: %w", r.Decisions, line["number"], err)
		}
	}
	return nil
}

// keepSearches keeps the questions that the team came back to.
func (b *builder) keepSearches(ctx context.Context) error {
	for _, query := range []string{"afraid OR fear OR scared OR ashamed", `"not useful" OR waste`, "uncoded length:>80", `code:"Safe space to reflect" session:3`} {
		if _, err := b.lead.SaveSearch(ctx, query, query); err != nil {
			return err
		}
	}
	return nil
}

// disagreement finds the one that a line speaks of, by a coding that takes part.
func (b *builder) disagreement(book *coding.Codebook, queue []compare.Disagreement, line row) (compare.Disagreement, error) {
	for _, key := range []string{"AN", "BO"} {
		if line[key+" code"] == "" {
			continue
		}
		mark, source, err := b.mark(book, line, line[key+" code"], line[key+" quote"])
		if err != nil {
			return compare.Disagreement{}, err
		}
		for _, d := range queue {
			if d.Source != source {
				continue
			}
			for _, v := range d.Views {
				for _, c := range v.Codings {
					if v.Coder.ID == b.coders[key].ID && c.Span == mark.Span && c.Code == mark.Code {
						return d, nil
					}
				}
			}
		}
	}
	return compare.Disagreement{}, fmt.Errorf("the coders don't differ there")
}

func (b *builder) mark(book *coding.Codebook, line row, code, quote string) (coding.Mark, coding.SourceID, error) {
	found, err := book.Find(code)
	if err != nil {
		return coding.Mark{}, "", err
	}
	excerpt, err := b.find(place{line["respondent"], line["question"]}, quote, 1)
	return coding.Mark{Span: excerpt.Span, Code: found.ID}, excerpt.Source, err
}

func (b *builder) verdict(book *coding.Codebook, d compare.Disagreement, line row) (coding.Decision, error) {
	var decision coding.Decision
	var err error
	switch line["verdict"] {
	case "none":
		decision = d.KeepNone()
	case "both":
		decision, err = d.Keep(b.coders["AN"].ID, b.coders["BO"].ID)
	case "other":
		var mark coding.Mark
		mark, _, err = b.mark(book, line, line["code"], line["quote"])
		decision = d.Replace(mark)
	default:
		decision, err = d.Keep(b.coders[line["verdict"]].ID)
	}
	kinds := map[string]coding.ReasonKind{
		"definition unclear": coding.DefinitionUnclear, "passage missed": coding.PassageMissed,
		"scope": coding.Scope, "truly ambiguous": coding.TrulyAmbiguous, "slip": coding.Slip,
	}
	decision.Reason, decision.ReasonKind = line["reason"], kinds[line["reason kind"]]
	return decision, err
}
