package compare

import (
	"slices"
	"strings"

	"concord/coding/agreement"
)

// work is something that a methods paragraph cites: how the text names it and,
// after a line break, how the list below does.
type work string

func (w work) parts() (short, long string) {
	short, long, _ = strings.Cut(string(w), "\n")
	return short, long
}

const (
	brennanPrediger    work = "Brennan & Prediger, 1981\nBrennan, R. L., & Prediger, D. J. (1981). Coefficient kappa: some uses, misuses, and alternatives. Educational and Psychological Measurement, 41, 687–699."
	cohen1960          work = "Cohen, 1960\nCohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement, 20, 37–46."
	cohen1968          work = "Cohen, 1968\nCohen, J. (1968). Weighted kappa. Psychological Bulletin, 70, 213–220."
	conger             work = "Conger, 1980\nConger, A. J. (1980). Integration and generalization of kappas for multiple raters. Psychological Bulletin, 88, 322–328."
	segmentation       work = "Unicode Standard Annex 29\nUnicode Consortium. Unicode text segmentation (Unicode Standard Annex No. 29). https://www.unicode.org/reports/tr29/"
	efron              work = "Efron, 1982\nEfron, B. (1982). The jackknife, the bootstrap and other resampling plans. Society for Industrial and Applied Mathematics."
	fleissCohenEveritt work = "Fleiss et al., 1969\nFleiss, J. L., Cohen, J., & Everitt, B. S. (1969). Large sample standard errors of kappa and weighted kappa. Psychological Bulletin, 72, 323–327."
	fleiss             work = "Fleiss, 1971\nFleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin, 76, 378–382."
	gwet2008           work = "Gwet, 2008\nGwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement. British Journal of Mathematical and Statistical Psychology, 61, 29–48."
	gwet2014           work = "Gwet, 2014\nGwet, K. L. (2014). Handbook of inter-rater reliability (4th ed.). Advanced Analytics."
	hayesKrippendorff  work = "Hayes & Krippendorff, 2007\nHayes, A. F., & Krippendorff, K. (2007). Answering the call for a standard reliability measure for coding data. Communication Methods and Measures, 1, 77–89."
	holsti             work = "Holsti, 1969\nHolsti, O. R. (1969). Content analysis for the social sciences and humanities. Addison-Wesley."
	krippendorff2018   work = "Krippendorff, 2018\nKrippendorff, K. (2018). Content analysis: an introduction to its methodology (4th ed.). Sage."
	krippendorff2016   work = "Krippendorff et al., 2016\nKrippendorff, K., Mathet, Y., Bouvry, S., & Widlöcher, A. (2016). On the reliability of unitizing textual continua: further developments. Quality & Quantity, 50, 2347–2364."
	mathet2015         work = "Mathet et al., 2015\nMathet, Y., Widlöcher, A., & Métivier, J.-P. (2015). The unified and holistic method gamma (γ) for inter-annotator agreement measure and alignment. Computational Linguistics, 41, 437–479."
	mathet2017         work = "Mathet, 2017\nMathet, Y. (2017). The agreement measure γcat: a complement to γ focused on categorization of a continuum. Computational Linguistics, 43, 661–681."
	passonneau         work = "Passonneau, 2006\nPassonneau, R. (2006). Measuring agreement on set-valued items (MASI) for semantic and pragmatic annotation. In Proceedings of LREC 2006."
	scott              work = "Scott, 1955\nScott, W. A. (1955). Reliability of content analysis: the case of nominal scale coding. Public Opinion Quarterly, 19, 321–325."
	wilson             work = "Wilson, 1927\nWilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association, 22, 209–212."
)

// knownAs is a coefficient in a paper's words, with the works that define it.
type knownAs struct {
	name string
	by   []work
}

func known(m agreement.Measure) knownAs {
	switch m {
	case agreement.PercentAgreement:
		return knownAs{"percent agreement", nil}
	case agreement.Holsti:
		return knownAs{"Holsti's coefficient", []work{holsti}}
	case agreement.KrippendorffAlphaNominal:
		return knownAs{"Krippendorff's nominal α", []work{krippendorff2018}}
	case agreement.KrippendorffAlphaOrdinal, agreement.KrippendorffAlphaInterval, agreement.KrippendorffAlphaRatio:
		return knownAs{"", []work{krippendorff2018}}
	case agreement.KrippendorffAlphaMASI:
		return knownAs{"Krippendorff's α over the sets of codes with MASI distance", []work{krippendorff2018, passonneau}}
	case agreement.CohenKappa:
		return knownAs{"", []work{cohen1960}}
	case agreement.CohenKappaLinear, agreement.CohenKappaQuadratic:
		return knownAs{"", []work{cohen1968}}
	case agreement.ScottPi:
		return knownAs{"", []work{scott}}
	case agreement.FleissKappa:
		return knownAs{"", []work{fleiss}}
	case agreement.CongerKappa:
		return knownAs{"", []work{conger}}
	case agreement.BrennanPrediger:
		return knownAs{"the coefficient of Brennan and Prediger", []work{brennanPrediger}}
	case agreement.GwetAC1:
		return knownAs{"", []work{gwet2008}}
	case agreement.GwetAC2Linear, agreement.GwetAC2Quadratic, agreement.GwetAC2Ordinal:
		return knownAs{"", []work{gwet2014}}
	}
	return onContinuum(m)
}

// onContinuum are those over excerpts that coders place freely.
func onContinuum(m agreement.Measure) knownAs {
	switch m {
	case Precision:
		return knownAs{"precision (the first coder of each pair being the reference)", nil}
	case Recall:
		return knownAs{"recall", nil}
	case F1:
		return knownAs{"their harmonic mean F1", nil}
	case agreement.AlphaU:
		return knownAs{"Krippendorff's α of unitizing (uα)", []work{krippendorff2016}}
	case agreement.AlphaUBinary:
		return knownAs{"|uα for relevant against irrelevant matter", []work{krippendorff2016}}
	case agreement.AlphaCU:
		return knownAs{"cuα for codes where excerpts meet", []work{krippendorff2016}}
	case agreement.AlphaKU:
		return knownAs{"(k)uα for single codes", []work{krippendorff2016}}
	case agreement.Gamma:
		return knownAs{"γ", []work{mathet2015}}
	case agreement.GammaCat:
		return knownAs{"γcat", []work{mathet2017}}
	case agreement.GammaK:
		return knownAs{"γk", []work{mathet2017}}
	case agreement.GammaObservedDisorder:
		return knownAs{"the observed disorder of the best alignment", []work{mathet2015}}
	}
	return knownAs{}
}

// cite notes a work and gives its name in the text.
func (w *account) cite(cited work) string {
	short, long := cited.parts()
	w.cited[long] = true
	return short
}

// sources are the works cited, in the order of their authors.
func (w *account) sources() []string {
	list := []string{}
	for long := range w.cited {
		list = append(list, long)
	}
	slices.Sort(list)
	return list
}
