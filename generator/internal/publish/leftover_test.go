package publish

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"minhbach/generator/internal/output"
)

func page(body string) []output.File {
	return []output.File{{Path: "index.html", Write: func(w io.Writer) error { _, err := io.WriteString(w, body); return err }}}
}

var broken = []output.File{{Path: "index.html", Write: func(io.Writer) error { return errors.New("broken") }}}

// folders writes one file into each of some neighbours of a new output folder.
func folders(t *testing.T, files map[string]string) place {
	t.Helper()
	p, err := find(filepath.Join(t.TempDir(), "public"), "")
	if err != nil {
		t.Fatal(err)
	}
	for name, body := range files {
		name = filepath.Join(filepath.Dir(p.out), filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(body), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

func shows(t *testing.T, dir, want string) {
	t.Helper()
	if b, err := os.ReadFile(filepath.Join(dir, "index.html")); err != nil || string(b) != want {
		t.Errorf("%s shows %q, %v, want %q", dir, b, err, want)
	}
}

func alone(t *testing.T, p place) {
	t.Helper()
	entries, _ := os.ReadDir(filepath.Dir(p.out))
	for _, e := range entries {
		if e.Name() != filepath.Base(p.out) {
			t.Errorf("left beside the site: %s", e.Name())
		}
	}
}

// TestLeftovers: whatever a killed build left, the next build works and leaves nothing; when it fails, the newest
// whole site is in its place.
func TestLeftovers(t *testing.T) {
	for name, c := range map[string]struct {
		left  map[string]string
		whole string // empty: there was no site yet
	}{
		"while staging": {map[string]string{
			"public/.generated": "", "public/index.html": "old", ".public.minhbach-stage/.generated": "", ".public.minhbach-stage/half": "x"}, "old"},
		"while staging the first": {map[string]string{".public.minhbach-stage/.generated": ""}, ""},
		"after the exchange": {map[string]string{
			"public/.generated": "", "public/index.html": "new", ".public.minhbach-stage/.generated": "", ".public.minhbach-stage/index.html": "old"}, "new"},
		"while removing the old": {map[string]string{
			"public/.generated": "", "public/index.html": "new", ".public.minhbach-stage/.generated": ""}, "new"},
		"between two renames": {map[string]string{
			".public.minhbach-old/.generated": "", ".public.minhbach-old/index.html": "old", ".public.minhbach-stage/.generated": "", ".public.minhbach-stage/index.html": "new"}, "old"},
		"after two renames": {map[string]string{
			"public/.generated": "", "public/index.html": "new", ".public.minhbach-old/.generated": "", ".public.minhbach-old/index.html": "old"}, "new"},
		"with a lock of a dead process": {map[string]string{
			"public/.generated": "", "public/index.html": "old", ".public.minhbach-lock": ""}, "old"},
	} {
		t.Run(name, func(t *testing.T) {
			p := folders(t, c.left)
			if _, err := Site(p.out, broken, Options{}); err == nil {
				t.Fatal("a broken file was taken")
			}
			if c.whole != "" {
				shows(t, p.out, c.whole)
			}
			alone(t, p)
			if _, err := Site(p.out, page("next"), Options{}); err != nil {
				t.Fatal(err)
			}
			shows(t, p.out, "next")
			alone(t, p)
		})
	}
}

// TestForeignNeighbours: a folder that only has the name of ours is not removed.
func TestForeignNeighbours(t *testing.T) {
	for _, name := range []string{".public.minhbach-stage/mine", ".public.minhbach-old/mine", ".public.minhbach-stage"} {
		p := folders(t, map[string]string{"public/.generated": "", "public/index.html": "old", name: "mine"})
		if _, err := Site(p.out, page("new"), Options{}); !errors.Is(err, ErrForeign) {
			t.Errorf("%s: %v", name, err)
		}
		shows(t, p.out, "old")
		if b, err := os.ReadFile(filepath.Join(filepath.Dir(p.out), filepath.FromSlash(name))); err != nil || string(b) != "mine" {
			t.Errorf("%s was touched", name)
		}
	}
}

// TestExchangeByRenaming is the way of systems without an exchange, run here on all.
func TestExchangeByRenaming(t *testing.T) {
	p := folders(t, map[string]string{
		"public/.generated": "", "public/index.html": "old", ".public.minhbach-stage/.generated": "", ".public.minhbach-stage/index.html": "new"})
	if err := p.exchangeByRenaming(); err != nil {
		t.Fatal(err)
	}
	shows(t, p.out, "new")
	shows(t, p.old, "old")
	if err := os.RemoveAll(p.old); err != nil {
		t.Fatal(err)
	}
	if err := p.exchangeByRenaming(); err == nil {
		t.Fatal("a staging folder that is gone was taken")
	}
	shows(t, p.out, "new")
	alone(t, p)
}
