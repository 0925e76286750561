package report

import (
	"fmt"
	"strings"

	"concord/coding/agreement"
)

// figure writes a coefficient as papers do, ".75".
func figure(n agreement.Number) string {
	v, _ := n.Float64()
	return strings.Replace(fmt.Sprintf("%.2f", v), "0.", ".", 1)
}
