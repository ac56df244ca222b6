package cli_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"minhbach/generator/internal/cli"
)

// TestKept: what a build keeps for the next never changes a byte. Warm, half-deleted and corrupted, the site is the one
// that a build from nothing makes.
func TestKept(t *testing.T) {
	dir := t.TempDir()
	folder, out, caches := filepath.Join(dir, "content"), filepath.Join(dir, "public"), filepath.Join(dir, "caches")
	if err := os.CopyFS(folder, os.DirFS("../../demo/content")); err != nil {
		t.Fatal(err)
	}
	build := func(to, caches string) string {
		t.Helper()
		var said bytes.Buffer
		env := cli.Env{Stdout: &said, Stderr: &said, Getenv: func(string) string { return "" }, Caches: caches}
		if code := cli.Main(context.Background(), []string{"build", "--lang", "en", "--content", folder, "--out", to}, env); code != 0 {
			t.Fatalf("exit code %d: %s", code, &said)
		}
		return said.String()
	}
	must(t, os.WriteFile(filepath.Join(folder, "ghi-chu.docx"), nil, 0o644)) // so that there is something to say
	warnings, _, _ := strings.Cut(build(out, caches), "The site of ")
	first := tree(t, out)
	if said := build(out, caches); !strings.HasPrefix(said, warnings+"Nothing has changed") || warnings == "" {
		t.Errorf("the first build warned:\n%s\nthe second said:\n%s", warnings, said)
	}
	if record, err := os.ReadFile(filepath.Join(out, ".kept.json")); err != nil || strings.Contains(string(record), filepath.ToSlash(dir)) {
		t.Errorf("what is kept tells where the content lies: %v", err)
	}
	for name, damage := range map[string]func(r *rand.Rand, path string){
		"nothing": func(*rand.Rand, string) {},
		"half is deleted": func(r *rand.Rand, path string) {
			if r.IntN(2) == 0 {
				must(t, os.Remove(path))
			}
		},
		"corrupted": func(r *rand.Rand, path string) {
			if r.IntN(3) == 0 {
				corrupt(t, r, path)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(3, 5))
			for _, kept := range []string{out, caches} {
				must(t, filepath.WalkDir(kept, func(path string, d fs.DirEntry, err error) error {
					if err == nil && !d.IsDir() && d.Name() != ".generated" { // which says that the folder is ours
						damage(r, path)
					}
					return err
				}))
			}
			build(out, caches)
			differs(t, first, tree(t, out))
		})
	}
	parsed, err := filepath.Glob(filepath.Join(caches, "*"))
	if err != nil || len(parsed) != 1 {
		t.Fatalf("of one content folder were kept: %q, %v", parsed, err)
	}
	for _, part := range []string{filepath.Join(out, ".kept.json"), filepath.Join(out, "manifest.json"), parsed[0]} {
		must(t, os.WriteFile(part, []byte("{"), 0o644))
		build(out, caches)
		differs(t, first, tree(t, out))
	}

	snapshot := filepath.Join(folder, "plans", "2031", "snapshots", "2031-q4.yaml")
	text, err := os.ReadFile(snapshot)
	must(t, err)
	entries := bytes.SplitAfter(text, []byte("\n  - indicator: "))
	if len(entries) < 3 {
		t.Fatal("the snapshot has no list of figures")
	}
	entries[1] = bytes.Replace(entries[1], []byte("\n"), []byte(" # looked at again\n"), 1)
	changed := bytes.Join(entries, nil)
	must(t, os.WriteFile(snapshot, changed, 0o644))
	same := filepath.Join(out, "vi", "2031", "chi-tieu", "6.3.html")
	before, err := os.Stat(same)
	must(t, err)
	build(out, caches)
	after, err := os.Stat(same)
	must(t, err)
	if !os.SameFile(before, after) {
		t.Error("the page of a row whose figures are as they were was made again")
	}
	cold := filepath.Join(dir, "cold")
	build(cold, "")
	differs(t, tree(t, cold), tree(t, out))
}

// TestCachesApart: with the site or the content nothing is kept that may hold drafts, even where the user's folder for caches
// lies there.
func TestCachesApart(t *testing.T) {
	dir := t.TempDir()
	folder, out := filepath.Join(dir, "content"), filepath.Join(dir, "public")
	must(t, os.CopyFS(folder, os.DirFS("testdata/small")))
	must(t, os.Symlink(out, filepath.Join(dir, "link")))
	for _, caches := range []string{out, filepath.Join(out, ".cache", "minhbach"), filepath.Join(dir, "link", "c"), filepath.Join(folder, "c"), filepath.Join(folder, "..", "content", "c")} {
		for range 2 {
			var said bytes.Buffer
			env := cli.Env{Stdout: &said, Stderr: &said, Getenv: func(string) string { return "" }, Caches: caches}
			if code := cli.Main(context.Background(), []string{"build", "--lang", "en", "--content", folder, "--out", out}, env); code != 0 {
				t.Fatalf("%s: exit code %d: %s", caches, code, &said)
			}
			for _, in := range []string{folder, out} {
				must(t, filepath.WalkDir(in, func(path string, d fs.DirEntry, err error) error {
					if err == nil && strings.Contains(d.Name(), ".trees") {
						t.Errorf("with caches in %s: %s", caches, path)
					}
					return err
				}))
			}
		}
		must(t, os.RemoveAll(out))
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// corrupt changes a file so that its length and its day tell nothing, or cuts it, or puts a link in its place.
func corrupt(t *testing.T, r *rand.Rand, path string) {
	t.Helper()
	info, err := os.Stat(path)
	must(t, err)
	text, err := os.ReadFile(path)
	must(t, err)
	switch {
	case len(text) == 0:
	case r.IntN(3) == 0:
		must(t, os.Truncate(path, info.Size()/2))
	case r.IntN(3) == 0:
		must(t, os.Rename(path, path+".moved"))
		must(t, os.Symlink(filepath.Base(path)+".moved", path))
		must(t, os.Remove(path+".moved"))
	default:
		text[r.IntN(len(text))] ^= 1
		must(t, os.WriteFile(path, text, 0o644))
		must(t, os.Chtimes(path, info.ModTime(), info.ModTime()))
	}
}

func tree(t *testing.T, dir string) map[string][32]byte {
	t.Helper()
	all := map[string][32]byte{}
	must(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		all[name] = sha256.Sum256(text)
		return err
	}))
	return all
}

func differs(t *testing.T, want, got map[string][32]byte) {
	t.Helper()
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s is not as from nothing", name)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d files, not %d", len(got), len(want))
	}
}
