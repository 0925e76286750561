package refi

import (
	"regexp"
	"strings"
)

// guidForm is the schema's GUIDType.
var guidForm = regexp.MustCompile(`^(?:` + bareGUID + `|\{` + bareGUID + `\})$`)

const bareGUID = `[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}`

func validGUID(guid string) bool { return guidForm.MatchString(guid) }

// plainGUID is what two spellings of the same GUID have in common.
func plainGUID(guid string) string { return strings.ToLower(strings.Trim(guid, "{}")) }
