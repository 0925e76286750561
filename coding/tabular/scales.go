package tabular

// A scale is what survey programs let people choose from, from least to most.
// Each place has several spellings, divided by bars, the usual one first; "*"
// stands for one more word or none, as in "very helpful".
type scale struct {
	name   string // what it measures
	places []string
	agrees int  // the first place that counts as agreeing
	even   bool // the places lie evenly about a middle, so that one end implies the other
}

// scales are those known, in English, German, Spanish and French.
func scales() []scale {
	return []scale{
		{"agreement", []string{
			"Strongly disagree|disagree strongly|completely disagree|totally disagree|disagree completely|fully disagree",
			"Disagree",
			"Somewhat disagree|slightly disagree|rather disagree|tend to disagree|mostly disagree|disagree somewhat|disagree slightly",
			"Neutral|neither agree nor disagree|neither disagree nor agree|undecided|neither|neutral neither agree nor disagree",
			"Somewhat agree|slightly agree|rather agree|tend to agree|mostly agree|agree somewhat|agree slightly",
			"Agree",
			"Strongly agree|agree strongly|completely agree|totally agree|agree completely|fully agree",
		}, 4, true},
		{"satisfaction", []string{
			"Extremely dissatisfied|extremely unsatisfied|completely dissatisfied",
			"Very dissatisfied|very unsatisfied",
			"Dissatisfied|unsatisfied",
			"Somewhat dissatisfied|slightly dissatisfied|rather dissatisfied|somewhat unsatisfied",
			"Neutral|neither satisfied nor dissatisfied|neither dissatisfied nor satisfied|neither",
			"Somewhat satisfied|slightly satisfied|rather satisfied",
			"Satisfied",
			"Very satisfied",
			"Extremely satisfied|completely satisfied",
		}, 5, true},
		{"frequency", []string{
			"Never|not at all", "Almost never|very rarely|hardly ever", "Rarely|seldom", "Sometimes|occasionally|about half the time",
			"Often|frequently|usually|most of the time", "Very often|almost always|very frequently", "Always|all the time",
		}, 4, true},
		{"likelihood", []string{
			"Extremely unlikely|definitely not", "Very unlikely|highly unlikely", "Unlikely|probably not", "Somewhat unlikely|slightly unlikely|moderately unlikely",
			"Neutral|neither likely nor unlikely|neither unlikely nor likely|possibly|might or might not|maybe|neither",
			"Somewhat likely|slightly likely|moderately likely", "Likely|probably|probably yes", "Very likely|highly likely", "Extremely likely|definitely|definitely yes",
		}, 5, true},
		{"quality", []string{
			"Very poor|terrible|very bad|awful", "Poor|bad|below average", "Fair|average|acceptable|okay|ok|neutral|satisfactory", "Good|above average", "Very good", "Excellent|outstanding",
		}, 3, false},
		{"degree", []string{
			"Not at all *|not * at all|to no extent", "Slightly *|a little *|a little bit *|to a small extent|not very *|not so *", "Moderately *|somewhat *|to some extent|to a moderate extent",
			"Very *|quite *|quite a bit|a lot|to a great extent|to a large extent|fairly *", "Extremely *|a great deal|completely *|to a very great extent",
		}, 3, false},

		{"agreement", []string{
			"Stimme überhaupt nicht zu|trifft überhaupt nicht zu|stimme gar nicht zu|trifft gar nicht zu|stimme absolut nicht zu|lehne stark ab|lehne völlig ab",
			"Stimme nicht zu|trifft nicht zu|lehne ab",
			"Stimme eher nicht zu|trifft eher nicht zu|lehne eher ab|trifft weniger zu",
			"Teils/teils|teils teils|weder noch|neutral|unentschieden|unentschlossen|teilweise|stimme weder zu noch lehne ich ab|stimme weder zu noch nicht zu|stimme teilweise zu|trifft teilweise zu",
			"Stimme eher zu|trifft eher zu",
			"Stimme zu|trifft zu",
			"Stimme voll und ganz zu|stimme voll zu|stimme völlig zu|stimme vollkommen zu|stimme stark zu|stimme vollständig zu|trifft voll und ganz zu|trifft voll zu|trifft völlig zu|trifft vollkommen zu",
		}, 4, true},
		{"satisfaction", []string{
			"Sehr unzufrieden|äußerst unzufrieden", "Unzufrieden", "Eher unzufrieden", "Neutral|weder noch|teils teils|weder zufrieden noch unzufrieden",
			"Eher zufrieden", "Zufrieden", "Sehr zufrieden|äußerst zufrieden",
		}, 4, true},
		{"frequency", []string{"Nie|niemals", "Sehr selten|fast nie", "Selten", "Manchmal|gelegentlich|ab und zu", "Oft|häufig|meistens", "Sehr oft|sehr häufig|fast immer", "Immer"}, 4, true},
		{"likelihood", []string{"Sehr unwahrscheinlich", "Unwahrscheinlich", "Eher unwahrscheinlich", "Neutral|weder noch|vielleicht", "Eher wahrscheinlich", "Wahrscheinlich", "Sehr wahrscheinlich"}, 4, true},
		{"quality", []string{"Sehr schlecht|ungenügend", "Schlecht|mangelhaft", "Mittel|mittelmäßig|befriedigend|ausreichend|neutral", "Gut", "Sehr gut|ausgezeichnet"}, 3, true},
		{"degree", []string{"Gar nicht *|überhaupt nicht *", "Wenig *|kaum *|ein wenig *", "Mäßig *|mittelmäßig *|etwas *|teilweise", "Ziemlich *|überwiegend", "Sehr *|völlig|äußerst *|voll und ganz"}, 3, false},

		{"agreement", []string{
			"Totalmente en desacuerdo|muy en desacuerdo|completamente en desacuerdo|fuertemente en desacuerdo", "En desacuerdo", "Algo en desacuerdo|más bien en desacuerdo|parcialmente en desacuerdo",
			"Ni de acuerdo ni en desacuerdo|neutral|neutro|indiferente|indeciso|ni en desacuerdo ni de acuerdo",
			"Algo de acuerdo|más bien de acuerdo|parcialmente de acuerdo", "De acuerdo", "Totalmente de acuerdo|muy de acuerdo|completamente de acuerdo|fuertemente de acuerdo",
		}, 4, true},
		{"satisfaction", []string{
			"Muy insatisfecho|muy insatisfecha|muy insatisfecho a", "Insatisfecho|insatisfecha|insatisfecho a", "Algo insatisfecho|algo insatisfecha",
			"Neutral|neutro|ni satisfecho ni insatisfecho|ni satisfecha ni insatisfecha|indiferente",
			"Algo satisfecho|algo satisfecha", "Satisfecho|satisfecha|satisfecho a", "Muy satisfecho|muy satisfecha|muy satisfecho a",
		}, 4, true},
		{"frequency", []string{"Nunca", "Casi nunca|muy rara vez", "Rara vez|raramente|raras veces|pocas veces", "A veces|algunas veces|ocasionalmente", "A menudo|frecuentemente|con frecuencia|muchas veces", "Casi siempre|muy a menudo|muy frecuentemente", "Siempre"}, 4, true},
		{"likelihood", []string{"Muy improbable|nada probable", "Improbable|poco probable", "Algo improbable", "Neutral|neutro|ni probable ni improbable", "Algo probable", "Probable", "Muy probable"}, 4, true},
		{"quality", []string{"Muy malo|muy mala|pésimo|muy mal", "Malo|mala|mal", "Regular|aceptable|neutral", "Bueno|buena|bien", "Muy bueno|muy buena|muy bien|excelente"}, 3, true},
		{"degree", []string{"Nada *|en absoluto", "Poco *|un poco *", "Algo *|moderadamente *|más o menos", "Bastante *", "Mucho|muy *|totalmente|muchísimo|extremadamente *"}, 3, false},

		{"agreement", []string{
			"Pas du tout d’accord|tout à fait en désaccord|totalement en désaccord|fortement en désaccord|pas d'accord du tout", "Pas d’accord|en désaccord", "Plutôt pas d’accord|plutôt en désaccord|peu d'accord",
			"Ni d’accord ni pas d’accord|neutre|ni en accord ni en désaccord|sans opinion|indécis|ni d’accord ni en désaccord|ni en désaccord ni d’accord",
			"Plutôt d’accord|assez d'accord", "D’accord|en accord", "Tout à fait d’accord|totalement d’accord|fortement d’accord|entièrement d’accord|fortement en accord",
		}, 4, true},
		{"satisfaction", []string{
			"Très insatisfait|très insatisfaite|très insatisfait e|pas du tout satisfait|pas du tout satisfaite", "Insatisfait|insatisfaite|insatisfait e|pas satisfait", "Plutôt insatisfait|plutôt insatisfaite|plutôt pas satisfait|peu satisfait",
			"Neutre|ni satisfait ni insatisfait|ni satisfaite ni insatisfaite",
			"Plutôt satisfait|plutôt satisfaite|assez satisfait", "Satisfait|satisfaite|satisfait e", "Très satisfait|très satisfaite|très satisfait e|tout à fait satisfait",
		}, 4, true},
		{"frequency", []string{"Jamais", "Très rarement|presque jamais", "Rarement", "Parfois|quelquefois|de temps en temps", "Souvent|fréquemment", "Très souvent|presque toujours", "Toujours"}, 4, true},
		{"likelihood", []string{"Très improbable|très peu probable", "Improbable|peu probable", "Plutôt improbable", "Neutre|ni probable ni improbable", "Plutôt probable|assez probable", "Probable", "Très probable"}, 4, true},
		{"quality", []string{"Très mauvais|très mauvaise", "Mauvais|mauvaise", "Moyen|moyenne|passable|acceptable|neutre", "Bon|bonne|bien", "Très bon|très bonne|très bien|excellent|excellente"}, 3, true},
		{"degree", []string{"Pas du tout *", "Un peu *|peu *|légèrement *", "Moyennement *|modérément *", "Assez *|plutôt *|beaucoup", "Très *|extrêmement *|énormément|tout à fait *"}, 3, false},
	}
}

// noAnswers are choices beside a scale that say nothing on it.
func noAnswers() []string {
	return []string{
		"n/a", "na", "not applicable", "don't know", "i don't know", "do not know", "prefer not to say", "prefer not to answer", "no opinion", "no answer", "unsure", "not sure",
		"keine angabe", "k. a.", "weiß nicht", "nicht zutreffend", "keine antwort",
		"no aplica", "no sabe", "no sé", "no contesta", "ns/nc", "prefiero no responder",
		"non applicable", "ne sait pas", "je ne sais pas", "sans réponse", "sans objet", "-",
	}
}
