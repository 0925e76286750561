package assets_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"concord/assets"
)

func TestVersionIsThatOfTheDesktopEntry(t *testing.T) {
	entry, err := os.ReadFile(filepath.Join("..", "FyneApp.toml"))
	if err != nil {
		t.Fatal(err)
	}
	if want := `Version = "` + assets.Version + `"`; !strings.Contains(string(entry), want) {
		t.Errorf("FyneApp.toml has no line %s", want)
	}
}
