package mention_test

import (
	"slices"
	"testing"

	"concord/coding"
	"concord/coding/mention"
)

// told are the places found in a comment, each as its kind and its words.
func told(texts ...string) []string {
	var f mention.Finder
	for i, text := range texts {
		f.Add(coding.SourceID(rune('a'+i)), text)
	}
	var all []string
	for _, m := range f.Found() {
		text := texts[[]rune(string(m.Source))[0]-'a']
		all = append(all, string(m.Kind)+" "+coding.Slice(text, m.Span))
	}
	return all
}

func TestACommentTellsWhoSomebodyIs(t *testing.T) {
	tests := map[string]struct {
		text string
		want []string
	}{
		"title":                      {"We were taught by Dr Okafor that week.", []string{"person Dr Okafor"}},
		"title with a stop":          {"Thanks to Prof. Lindqvist-Meyer I dared.", []string{"person Prof. Lindqvist-Meyer"}},
		"title, both names":          {"Then Mrs Ada Quimby came in.", []string{"person Mrs Ada Quimby"}},
		"title without a capital":    {"i think dr. Osei was tired", []string{"person dr. Osei"}},
		"a letter for a name":        {"Mr K wept.", []string{"person Mr K"}},
		"title in another language":  {"Danach sprach Frau Yilmaz mit uns.", []string{"person Frau Yilmaz"}},
		"possessive":                 {"It was Dr Okafor's idea.", []string{"person Dr Okafor"}},
		"given name":                 {"I sat beside Fatima and said nothing.", []string{"person Fatima"}},
		"given name begins":          {"Gudrun and Heinz sang. Monika sang as well.", []string{"person Heinz", "person Monika"}},
		"given name and surname":     {"It was Helen Abernathy who asked.", []string{"person Helen Abernathy"}},
		"called":                     {"a man called Zebedee, who had no shoes", []string{"person Zebedee"}},
		"my name is":                 {"My name is Oluwaseun and I failed.", []string{"person Oluwaseun"}},
		"somebody speaks":            {"After that Oluwaseun said it was enough.", []string{"person Oluwaseun"}},
		"rare word with a capital":   {"I had a long talk with Oluwaseun about the night.", []string{"person Oluwaseun"}},
		"ward by number":             {"It happened on Ward 7B at night.", []string{"place Ward 7B"}},
		"ward without a capital":     {"the nurses of ward 12 are kind", []string{"place ward 12"}},
		"bed":                        {"the lady in bed 4 wept", []string{"place bed 4"}},
		"ward by name":               {"They moved him to Nightingale Ward.", []string{"place Nightingale Ward"}},
		"hospital":                   {"I was at St Agatha's Hospital then.", []string{"place St Agatha's Hospital"}},
		"e-mail":                     {"Write to o.quimby@example.org, please.", []string{"email o.quimby@example.org"}},
		"link":                       {"see https://example.org/a?b=1.", []string{"link https://example.org/a?b=1"}},
		"telephone":                  {"Ring +44 (0)20 7946 0018 any time", []string{"phone +44 (0)20 7946 0018"}},
		"telephone of the country":   {"mine is 07700 900 123.", []string{"phone 07700 900 123"}},
		"telephone by what is said":  {"my phone: 555-0142", []string{"phone 555-0142"}},
		"date of birth":              {"He was born on 3 May 1951 in a village.", []string{"born 3 May 1951"}},
		"date of birth in figures":   {"DOB 03/05/1951", []string{"born 03/05/1951"}},
		"two of them":                {"Dr Okafor sent me to ward 12.", []string{"person Dr Okafor", "place ward 12"}},
		"behind an emoji and accent": {"😅 déjà vu, said Hélène to Dr Okafor", []string{"person Dr Okafor"}},
	}
	for name, test := range tests {
		if got := told(test.text); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q tells %q, want %q", name, test.text, got, test.want)
		}
	}
}

func TestACommentTellsNothing(t *testing.T) {
	for _, text := range []string{
		"", "No.", "I liked it. The group was kind.", "THE GROUP WAS TOO LOUD AND TOO LONG",
		"Thank you Professor! Great session.", "Thanks Dr. I learned a lot.", "The Doctor was late.",
		"We met on Monday in April, and in English.", "As Freud would say, it depends.", "I know Wikipedia says otherwise.",
		"The Balint group on the ward was good.", "on the Surgical Ward and in the Emergency Department",
		"Die Gruppe hat mir gezeigt, dass die Patientin mit Geduld und Ruhe zu ihrer Tochter sprach.",
		"In 2019 I waited 1234567 seconds, 3.14159265 of them well.", "5/6 * 4/6 * 3/6 = 0.2777777777", "I was born in 1998.",
		"I read Mark 4 and Matthew 5:28.", "Will you mark it? May I hope?", "What I Took Away From The Group Today",
		"at 16:45 and 17:20", "bed and breakfast", "ward rounds", "We had bay leaves.", "My Hospital is good.",
	} {
		if got := told(text); len(got) > 0 {
			t.Errorf("%q is said to tell %q", text, got)
		}
	}
}

func TestAWordThatStandsInLowerCaseElsewhereIsNoName(t *testing.T) {
	text := "I had a long talk with Supervision about the night."
	if got := told(text, "the supervision was good"); len(got) > 0 {
		t.Errorf("got %q", got)
	}
}

func TestAWordOfManyCommentsIsNoRareName(t *testing.T) {
	text := "I had a talk with Kepler about the night."
	if got := told(text, text, text, text); len(got) > 0 {
		t.Errorf("got %q", got)
	}
}

func TestASurnameIsKnownWhereItStandsAlone(t *testing.T) {
	got := told("Okafor was late.", "Dr Okafor came by tram.", "And then it was Okafor, again.")
	want := []string{"person Okafor", "person Dr Okafor", "person Okafor"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestInFindsTheSourcesThatAStepAdds(t *testing.T) {
	texts := []string{"Fine.", "Ask Dr Okafor.", "Fatima and Dr Okafor"}
	var sources []coding.Source
	for i, text := range texts {
		sources = append(sources, coding.NewSource(coding.SourceID(rune('a'+i)), "S", coding.Comment, text))
	}
	found := mention.In(coding.Step{Changes: coding.AddMany(sources), Texts: texts})
	if got := mention.Sources(found); len(found) != 3 || !slices.Equal(got, []coding.SourceID{"b", "c"}) {
		t.Errorf("got %v in %v", found, got)
	}
}

func FuzzMentionsLieInTheTextWithoutOverlap(f *testing.F) {
	f.Add("Dr Okafor, ward 7B, a@b.org, +44 20 7946 0018, born 3 May 1951, https://x.org")
	f.Add("😅\xffDr É ward\x00")
	f.Fuzz(func(t *testing.T, text string) {
		var finder mention.Finder
		finder.Add("s", text)
		last := 0
		for _, m := range finder.Found() {
			if m.Start < last || m.End <= m.Start || m.End > coding.Length(text) {
				t.Fatalf("%v of %q", m, text)
			}
			last = m.End
		}
	})
}
