package compare

import "fmt"

// CountedWords say what is counted, and when a code is there, a piece each:
// weighted and overlap are as in a Question.
func (u Unit) CountedWords(weighted bool, overlap float64) []string {
	var words []string
	switch u {
	case Sentence:
		words = append(words, "Each sentence: is it touched by an excerpt with the code, or not? Sentences are those of Unicode (UAX 29).")
	case Paragraph:
		words = append(words, "Each paragraph: is it touched by an excerpt with the code, or not? Every line break ends one.")
	case Character:
		words = append(words, "Each character: is it covered by an excerpt with the code, or not?")
		if weighted {
			words = append(words, "Each text counts alike, whatever its length.")
		}
	case ExcerptMatch:
		words = append(words, fmt.Sprintf("Excerpts with the same code are matched one to one between two coders, best overlap first, where they have %.4g %% of their characters in common. One that stays alone is an omission. Of two coders the first is the reference of precision and recall.", 100*overlap))
	case Continuum:
		words = append(words, "The texts laid end to end. uα compares where excerpts lie and which code they have, |uα only where something is marked, cuα and (k)uα only the codes where excerpts meet. Excerpts of one coder must not overlap for them, so each code is a continuum of its own in the table; γ allows overlap.")
	default:
		words = append(words, "Each comment: does it carry the code anywhere, or not?")
	}
	if u.Rated() || u == "" {
		words = append(words, "A text that a coder hasn't marked as done is missing; one that is done without the code counts as absent.")
	}
	return words
}
