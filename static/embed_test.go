package static

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
)

// TestBundle fails, and says what to do, where the scripts were not bundled: nothing is skipped.
func TestBundle(t *testing.T) {
	a, err := Bundle()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []Asset{a.App, a.Charts, a.Style, a.Icon, a.Licence} {
		sum := sha256.Sum256(f.Body)
		if hex.EncodeToString(sum[:]) != f.SHA256 || len(f.Body) != f.Bytes || f.Bytes == 0 {
			t.Errorf("%s is not what the manifest says", f.Name)
		}
		if f.Kind != "licence" && !strings.Contains(f.Name, f.SHA256[:10]) {
			t.Errorf("%s does not hold its digest", f.Name)
		}
	}
	if a.App.Bytes > 3000 {
		t.Errorf("the small script has %d bytes, more than 3000", a.App.Bytes)
	}
	for _, s := range []string{"import(", "fetch(", "https://", "eval("} {
		if strings.Contains(string(a.App.Body), s) {
			t.Errorf("the small script holds %q", s)
		}
	}
}
