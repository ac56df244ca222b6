package publish_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"minhbach/generator/internal/output"
	"minhbach/generator/internal/publish"
)

func put(t *testing.T, body string, elem ...string) {
	t.Helper()
	name := filepath.Join(elem...)
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(body), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// TestDotFiles: those of the old site are carried over as they are; everything else goes.
func TestDotFiles(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	put(t, "ours", out, ".generated")
	put(t, "", out, ".nojekyll")
	put(t, "stale", out, "old", "page.html")
	for range 2 {
		m, err := publish.Site(out, site("x", 3), publish.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if string(read(t, out, ".generated")) != "ours" || len(read(t, out, ".nojekyll")) != 0 || len(m.Files) != 3 {
			t.Errorf("dot files were not carried over, or are in the manifest: %+v", m.Files)
		}
	}
	if _, err := os.Stat(filepath.Join(out, "old")); err == nil {
		t.Error("a page of the old site stayed")
	}
}

// TestDotFolder: a folder such as .git would be lost, so it is refused, also when it comes while the build runs.
func TestDotFolder(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	if _, err := publish.Site(out, site("old", 3), publish.Options{}); err != nil {
		t.Fatal(err)
	}
	late := output.File{Path: "late.html", Write: func(io.Writer) error { put(t, "ref", out, ".git", "HEAD"); return nil }}
	for _, files := range [][]output.File{append(site("new", 3), late), site("new", 3)} {
		if _, err := publish.Site(out, files, publish.Options{}); !errors.Is(err, publish.ErrForeign) {
			t.Errorf("error %v", err)
		}
		if version(t, out, 3) != "old" || string(read(t, out, ".git", "HEAD")) != "ref" {
			t.Error("the old site was touched")
		}
	}
	if n := neighbours(t, out); !slices.Equal(n, []string{"public"}) {
		t.Errorf("left beside the site: %v", n)
	}
}

func TestForeignPlaces(t *testing.T) {
	dir := t.TempDir()
	put(t, "mine", dir, "file")
	put(t, "mine", dir, "markerfolder", ".generated", "mine")
	put(t, "mine", dir, "dots", ".env")
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "dangling")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"file", "markerfolder", "dots", "dangling"} {
		if _, err := publish.Site(filepath.Join(dir, name), site("x", 1), publish.Options{}); !errors.Is(err, publish.ErrForeign) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n := neighbours(t, filepath.Join(dir, "file")); !slices.Equal(n, []string{"dangling", "dots", "file", "markerfolder"}) {
		t.Errorf("left: %v", n)
	}
}

// TestLinkToTheSite: the link stays, and builds through it and beside it are builds of one folder.
func TestLinkToTheSite(t *testing.T) {
	dir := t.TempDir()
	out, link := filepath.Join(dir, "srv", "site"), filepath.Join(dir, "public")
	put(t, "ours", out, ".generated")
	if err := os.Symlink(out, link); err != nil {
		t.Fatal(err)
	}
	both := append(site("x", 3), output.File{Path: "z.html", Write: func(io.Writer) error {
		if _, err := publish.Site(out, site("y", 3), publish.Options{}); !errors.Is(err, publish.ErrLocked) {
			t.Errorf("the build of the folder itself: %v", err)
		}
		return nil
	}})
	if _, err := publish.Site(link, both, publish.Options{}); err != nil {
		t.Fatal(err)
	}
	if to, err := os.Readlink(link); err != nil || to != out || version(t, out, 3) != "x" {
		t.Errorf("the link leads to %q, %v", to, err)
	}
	if n := neighbours(t, out); !slices.Equal(n, []string{"site"}) {
		t.Errorf("left beside the site: %v", n)
	}
}

// TestLinksAroundTheContent: no detour leads into the content.
func TestLinksAroundTheContent(t *testing.T) {
	dir := t.TempDir()
	content, elsewhere := filepath.Join(dir, "content"), filepath.Join(dir, "elsewhere")
	put(t, "ours", content, "deep", ".generated")
	put(t, "ours", elsewhere, ".generated")
	for name, to := range map[string]string{"to-content": content, "to-deep": filepath.Join(content, "deep"), "to-dir": dir, "content/out": elsewhere} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, out := range []string{"to-content", "to-content/new", "to-deep", "to-dir/content/x/y", "content/out", "elsewhere/../content"} {
		for _, c := range []string{"content", "to-content"} {
			_, err := publish.Site(filepath.Join(dir, out), site("x", 1), publish.Options{Content: filepath.Join(dir, c)})
			if !errors.Is(err, publish.ErrContent) {
				t.Errorf("%s with content %s: %v", out, c, err)
			}
		}
	}
	if _, err := publish.Site(elsewhere, site("x", 1), publish.Options{Content: content}); err != nil {
		t.Error(err)
	}
}
