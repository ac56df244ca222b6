//go:build unix

package publish_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/sys/unix"

	"minhbach/generator/internal/output"
	"minhbach/generator/internal/publish"
)

// TestEverybodyMayRead: whatever the umask, a server of another user can read the site.
func TestEverybodyMayRead(t *testing.T) {
	defer unix.Umask(unix.Umask(0o077))
	out := filepath.Join(t.TempDir(), "public")
	if _, err := publish.Site(out, site("x", 9), publish.Options{}); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(out, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := os.Stat(name)
		if want := map[bool]fs.FileMode{true: 0o755, false: 0o644}[d.IsDir()]; err == nil && info.Mode().Perm() != want {
			t.Errorf("%s has mode %o, want %o", name, info.Mode().Perm(), want)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestPipesAreNotWaitedFor: a pipe in place of a file is no file, and one in place of a copy none.
func TestPipesAreNotWaitedFor(t *testing.T) {
	dir := t.TempDir()
	listing := manifestOf(t, packed{name: "pipe", body: "x"})
	if err := os.WriteFile(filepath.Join(dir, output.ManifestName), []byte(listing.body), 0o644); err != nil {
		t.Fatal(err)
	}
	pipe := filepath.Join(dir, "pipe")
	if err := unix.Mkfifo(pipe, 0o644); err != nil {
		t.Fatal(err)
	}
	if got := verified(t, dir); !slices.Equal(got, []string{"pipe: not-a-file"}) {
		t.Errorf("%q", got)
	}
	if _, err := publish.OpenCopy(pipe); !errors.Is(err, publish.ErrNoZip) {
		t.Errorf("a pipe: %v", err)
	}
}
