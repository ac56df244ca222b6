//go:build unix

package content

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestNoFile: what is no plain file is refused at once, by the sum and by the reading, wherever it stands.
func TestNoFile(t *testing.T) {
	for _, name := range []string{"plans/2030/snapshots/q1.yaml", "pages/a.vi.md", "old.pdf", "ledger/2030.csv", "site.yaml"} {
		dir := t.TempDir()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
			t.Fatal(err)
		}
		done := make(chan bool, 1)
		go func() {
			_, err := Sum(os.DirFS(dir))
			_, _, found := Load(os.DirFS(dir))
			if err == nil || !found.Failed() {
				t.Errorf("%s is a pipe and was read: %v", name, err)
			}
			done <- true
		}()
		select {
		case <-done:
		case <-time.After(10 * time.Second):
			t.Fatalf("%s is a pipe and is waited for", name)
		}
		if name == "site.yaml" {
			continue
		}
		target := filepath.Join(dir, "site.yaml")
		if err := os.Symlink(filepath.Join(dir, name), target); err != nil {
			t.Fatal(err)
		}
		if _, err := Sum(os.DirFS(dir)); err == nil {
			t.Errorf("a link to a pipe was read")
		}
	}
}

// TestEmblemLink: an emblem that is a link is refused also where the folder was summed before.
func TestEmblemLink(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../demo/content")); err != nil {
		t.Fatal(err)
	}
	emblem := filepath.Join(dir, "emblem.svg")
	if err := os.Rename(emblem, filepath.Join(dir, "other.svg")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("other.svg", emblem); err != nil {
		t.Fatal(err)
	}
	sums, err := Sum(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, found := Read(sums.FS(), nil).Check(); !found.Failed() {
		t.Error("the emblem is a link and was read")
	}
}
