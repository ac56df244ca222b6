package rebuild

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestIdentity: a program that was unpacked over another is told from it, although it has the same length and day.
func TestIdentity(t *testing.T) {
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(own)
	if err != nil {
		t.Fatal(err)
	}
	path, day := filepath.Join(t.TempDir(), "program"), time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	put := func(text []byte) string {
		t.Helper()
		if err := os.WriteFile(path, text, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, day, day); err != nil {
			t.Fatal(err)
		}
		id, err := identity(path)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	first := put(text)
	if put(text) != first {
		t.Error("one program has two identities")
	}
	id := bytes.Index(text, []byte("\xff Go build ID: \"")) // where all systems but Linux have it
	if id < 0 {
		id = bytes.Index(text, []byte("Go\x00\x00"))
	}
	if id < 0 || id > 60<<10 {
		t.Fatalf("the build ID is not at the beginning: %d", id)
	}
	text[id+40] ^= 1
	if put(text) == first {
		t.Error("two programs have one identity")
	}
	if _, err := identity(path + ".gone"); err == nil {
		t.Error("a program that is not there has an identity")
	}
}
