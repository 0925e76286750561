package compare

import "concord/coding/agreement"

// Formula is how a coefficient is made for the unit, and who defined it: pₒ is
// observed agreement, pₑ agreement by chance, q how many categories there are;
// p(A, k) is coder A's share of category k, and π(k) the mean of such shares.
func (u Unit) Formula(m agreement.Measure) (formula, source string) {
	const (
		corrected = "(pₒ − pₑ) / (1 − pₑ)"
		weighted  = "κ = " + corrected + ", pₒ = Σ w(k, l) · p(k, l), pₑ = Σ w(k, l) · p(A, k) · p(B, l), w = "
		difficult = "AC2 = " + corrected + ", pₑ = Σ w(k, l) / (q · (q − 1)) · Σ π(k) · (1 − π(k)), w = "
		linear    = "1 − |k − l| / (q − 1)"
		quadratic = "1 − (k − l)² / (q − 1)²"
		alpha     = "α = 1 − Dₒ / Dₑ"
		cohen     = "Cohen 1968"
		gwet      = "Gwet 2014"
		content   = "Krippendorff 2018"
		places    = "Krippendorff, Mathet, Bouvry & Widlöcher 2016"
	)
	switch m {
	case agreement.PercentAgreement:
		if u == ExcerptMatch {
			return "pₒ = M / (N(A) + N(B) − M)", ""
		}
		return "pₒ = Σ r(i, k) · (r(i, k) − 1) / (r(i) · (r(i) − 1)) / N", ""
	case agreement.KrippendorffAlphaNominal:
		return alpha + " = " + corrected, content
	case agreement.KrippendorffAlphaOrdinal:
		return alpha + ", δ²(c, k) = (Σ n(g) − (n(c) + n(k)) / 2)², g = c … k", content
	case agreement.KrippendorffAlphaInterval:
		return alpha + ", δ²(c, k) = (c − k)²", content
	case agreement.KrippendorffAlphaRatio:
		return alpha + ", δ²(c, k) = ((c − k) / (c + k))²", content
	case agreement.KrippendorffAlphaMASI:
		return alpha + ", δ²(A, B) = 1 − |A ∩ B| / |A ∪ B| · m", content + "; Passonneau 2006"
	case agreement.CohenKappa:
		return "κ = " + corrected + ", pₑ = Σ p(A, k) · p(B, k)", "Cohen 1960"
	case agreement.CohenKappaLinear:
		return weighted + linear, cohen
	case agreement.CohenKappaQuadratic:
		return weighted + quadratic, cohen
	case agreement.ScottPi:
		return "π = " + corrected + ", pₑ = Σ ((p(A, k) + p(B, k)) / 2)²", "Scott 1955"
	case agreement.FleissKappa:
		return "κ = " + corrected + ", pₑ = Σ π(k)²", "Fleiss 1971"
	case agreement.CongerKappa:
		return "κ = " + corrected + ", pₑ = Σ (π(k)² − s(k)² / m)", "Conger 1980"
	case agreement.BrennanPrediger:
		return "S = " + corrected + ", pₑ = 1 / q", "Brennan & Prediger 1981"
	case agreement.GwetAC1:
		return "AC1 = " + corrected + ", pₑ = Σ π(k) · (1 − π(k)) / (q − 1)", "Gwet 2008"
	case agreement.GwetAC2Linear:
		return difficult + linear, gwet
	case agreement.GwetAC2Quadratic:
		return difficult + quadratic, gwet
	case agreement.GwetAC2Ordinal:
		return difficult + "1 − C(|k − l| + 1, 2) / C(q, 2)", gwet
	case agreement.Holsti:
		return "2M / (N(A) + N(B))", "Holsti 1969"
	case Precision:
		return "M / N(B)", ""
	case Recall:
		return "M / N(A)", ""
	case F1:
		return "F1 = 2M / (N(A) + N(B))", ""
	case agreement.AlphaU, agreement.AlphaUBinary, agreement.AlphaCU, agreement.AlphaKU:
		return alpha, places
	case agreement.Gamma:
		return "γ = 1 − δₒ / δₑ", "Mathet, Widlöcher & Métivier 2015"
	case agreement.GammaCat, agreement.GammaK:
		return "γ = 1 − δₒ / δₑ, δ = Σ w · d / Σ w", "Mathet 2017"
	case agreement.GammaObservedDisorder:
		return "δₒ = min Σ d · m / n", "Mathet, Widlöcher & Métivier 2015"
	}
	return "", ""
}
