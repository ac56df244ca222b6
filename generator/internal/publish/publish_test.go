package publish_test

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"minhbach/generator/internal/output"
	"minhbach/generator/internal/publish"
)

func file(path, body string) output.File {
	return output.File{Path: path, Write: func(w io.Writer) error { _, err := io.WriteString(w, body); return err }}
}

// site is a site of n pages that all carry one version, so that a mixture of two shows.
func site(version string, n int) []output.File {
	var files []output.File
	for i := range n {
		files = append(files, file(fmt.Sprintf("d%d/p%d.html", i%7, i), version))
	}
	return files
}

// version is the one version that all pages of a site carry; it fails on a mixture or a missing page.
func version(t *testing.T, out string, n int) string {
	t.Helper()
	found := map[string]int{}
	for i := range n {
		b, err := os.ReadFile(filepath.Join(out, fmt.Sprintf("d%d/p%d.html", i%7, i)))
		if err != nil {
			t.Fatal(err)
		}
		found[string(b)]++
	}
	if len(found) != 1 {
		t.Fatalf("a mixture of sites: %v", found)
	}
	for v := range found {
		return v
	}
	return ""
}

func neighbours(t *testing.T, out string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(out))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestPublishTwice(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	for _, v := range []string{"one", "two", "three"} {
		m, err := publish.Site(out, site(v, 40), publish.Options{ContentSHA256: v, Plans: []output.Stamp{{Plan: "p", Period: "q1", Cutoff: "2030-03-31"}}})
		if err != nil {
			t.Fatal(err)
		}
		if got := version(t, out, 40); got != v {
			t.Errorf("the site is of version %s, want %s", got, v)
		}
		if len(m.Files) != 40 || !slices.IsSortedFunc(m.Files, func(a, b output.Entry) int { return strings.Compare(a.Path, b.Path) }) {
			t.Errorf("manifest of %d files", len(m.Files))
		}
	}
	if n := neighbours(t, out); !slices.Equal(n, []string{"public"}) {
		t.Errorf("left beside the site: %v", n)
	}
}

// TestManifest: every file but the dot files and the manifest itself, by path, with its real size and digest.
func TestManifest(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	files := []output.File{file("vi/b.html", "bê"), file("index.html", ""), file("vi/a.html", "a<b>")}
	stamps := []output.Stamp{{Plan: "2030", Period: "q1", Cutoff: "2030-03-31"}}
	if _, err := publish.Site(out, files, publish.Options{ContentSHA256: "c0ffee", Plans: stamps}); err != nil {
		t.Fatal(err)
	}
	var m output.Manifest
	if err := json.Unmarshal(read(t, out, output.ManifestName), &m); err != nil {
		t.Fatal(err)
	}
	if m.Format != 1 || m.ContentSHA256 != "c0ffee" || !slices.Equal(m.Plans, stamps) {
		t.Errorf("manifest %+v", m)
	}
	var paths []string
	for _, e := range m.Files {
		body := read(t, out, e.Path)
		if e.Bytes != int64(len(body)) || e.SHA256 != fmt.Sprintf("%x", sha256.Sum256(body)) {
			t.Errorf("%+v is not %q", e, body)
		}
		paths = append(paths, e.Path)
	}
	if !slices.Equal(paths, []string{"index.html", "vi/a.html", "vi/b.html"}) {
		t.Errorf("files %q", paths)
	}
}

func read(t *testing.T, elem ...string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(elem...))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestProgress(t *testing.T) {
	var seen []int
	progress := func(done, total int) {
		if total != 300 {
			t.Errorf("%d of %d", done, total)
		}
		seen = append(seen, done)
	}
	if _, err := publish.Site(filepath.Join(t.TempDir(), "public"), site("x", 300), publish.Options{Progress: progress}); err != nil {
		t.Fatal(err)
	}
	if len(seen) != 100 || !slices.IsSorted(seen) || seen[99] != 300 {
		t.Errorf("progress %v", seen)
	}
}

// TestSpent: each file's time is told once; making it is not counted as keeping it.
func TestSpent(t *testing.T) {
	const slow = 20 * time.Millisecond
	files := site("x", 20)
	write := files[7].Write
	files[7].Write = func(w io.Writer) error { time.Sleep(slow); return write(w) }
	made, kept := map[string]time.Duration{}, map[string]time.Duration{}
	var mu sync.Mutex
	spent := func(path string, making, keeping time.Duration) {
		mu.Lock()
		defer mu.Unlock()
		made[path] += making
		kept[path] += keeping
	}
	if _, err := publish.Site(filepath.Join(t.TempDir(), "public"), files, publish.Options{Spent: spent}); err != nil {
		t.Fatal(err)
	}
	if path := files[7].Path; len(made) != 20 || made[path] < slow || kept[path] <= 0 {
		t.Errorf("%d files; making %s took %s, keeping it %s", len(made), path, made[path], kept[path])
	}
}

func TestManifestDoesNotDependOnCores(t *testing.T) {
	var first string
	for _, cores := range []int{1, 8} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		out := filepath.Join(t.TempDir(), "public")
		if _, err := publish.Site(out, site("x", 100), publish.Options{}); err != nil {
			t.Fatal(err)
		}
		b, _ := os.ReadFile(filepath.Join(out, output.ManifestName))
		if first == "" {
			first = string(b)
		}
		if string(b) != first || !strings.Contains(first, `"format": 1`) {
			t.Errorf("manifest with %d cores differs or is odd:\n%s", cores, b)
		}
	}
}

func TestAFailingFileLeavesTheOldSite(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	if _, err := publish.Site(out, site("old", 20), publish.Options{}); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	for n := range 21 {
		files := site("new", 20)
		half := output.File{Path: "half.html", Write: func(w io.Writer) error { io.WriteString(w, "half a pa"); return broken }}
		if _, err := publish.Site(out, slices.Insert(files, n, half), publish.Options{}); !errors.Is(err, broken) || !strings.Contains(err.Error(), "half.html") {
			t.Fatalf("error %v", err)
		}
		if got := version(t, out, 20); got != "old" {
			t.Fatalf("failing at file %d left version %s", n, got)
		}
	}
	if n := neighbours(t, out); !slices.Equal(n, []string{"public"}) {
		t.Errorf("left beside the site: %v", n)
	}
}

func TestRefusedPlaces(t *testing.T) {
	dir := t.TempDir()
	content, foreign := filepath.Join(dir, "content"), filepath.Join(dir, "photos")
	for _, d := range []string{content, foreign} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(d, "mine"), []byte("mine"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink(content, link); err != nil {
		t.Fatal(err)
	}
	for out, want := range map[string]error{
		foreign: publish.ErrForeign, content: publish.ErrContent, dir: publish.ErrContent,
		filepath.Join(content, "public"): publish.ErrContent, filepath.Join(link, "public"): publish.ErrContent,
	} {
		if _, err := publish.Site(out, site("x", 1), publish.Options{Content: content}); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", out, err, want)
		}
	}
	if _, err := os.Stat(filepath.Join(foreign, "mine")); err != nil {
		t.Error("a foreign folder was touched")
	}
}

func TestRefusedPaths(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	for _, bad := range []string{"../x", "/x", "a/../../x", "a/../b", "a//b", "a/", "", ".", `a\b`, ".hidden", "a/.well-known/b", "C:x", "a?b", "a\tb",
		"a.", "a /b", "con", "a/NUL.html", "com1.svg", "a/lPt9", "Aux.a.b", "manifest.json", "Manifest.JSON"} {
		if _, err := publish.Site(out, []output.File{file(bad, "")}, publish.Options{}); err == nil {
			t.Errorf("the path %q was taken", bad)
		}
	}
	for _, pair := range [][2]string{{"A.html", "a.html"}, {"vi/x", "VI/y"}, {"vi", "vi/x"}, {"vi/x/y", "Vi/X"}} {
		for _, order := range [][2]string{pair, {pair[1], pair[0]}} {
			if _, err := publish.Site(out, []output.File{file(order[0], ""), file(order[1], "")}, publish.Options{}); err == nil {
				t.Errorf("the paths %q were taken", order)
			}
		}
	}
	if n := neighbours(t, out); len(n) > 0 {
		t.Errorf("left: %v", n)
	}
	if _, err := publish.Site(out, []output.File{file("vi/contact.html", ""), file("vi/com10/console.html", "")}, publish.Options{}); err != nil {
		t.Error(err)
	}
}

func TestASecondBuildIsRefused(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	inside := output.File{Path: "x.html", Write: func(io.Writer) error {
		if _, err := publish.Site(out, site("second", 1), publish.Options{}); !errors.Is(err, publish.ErrLocked) {
			return fmt.Errorf("the second build: %v", err)
		}
		return nil
	}}
	if _, err := publish.Site(out, []output.File{inside}, publish.Options{}); err != nil {
		t.Fatal(err)
	}
}

// TestKilled kills real builds at many moments; the site is always whole, and the next build works.
func TestKilled(t *testing.T) {
	if out := os.Getenv("PUBLISH_FOR_KILLING"); out != "" {
		fmt.Println("started")
		for v := 0; ; v++ {
			if _, err := publish.Site(out, site(fmt.Sprint("v", v), 60), publish.Options{}); err != nil {
				fmt.Println(err)
				os.Exit(1)
			}
			fmt.Println("published")
		}
	}
	out := filepath.Join(t.TempDir(), "public")
	if _, err := publish.Site(out, site("first", 60), publish.Options{}); err != nil {
		t.Fatal(err)
	}
	for round := range 25 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilled$")
		cmd.Env = append(os.Environ(), "PUBLISH_FOR_KILLING="+out)
		stdout, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(stdout)
		for n := 0; n <= round%5 && lines.Scan(); n++ {
		}
		for range round * 20000 {
			runtime.Gosched()
		}
		cmd.Process.Kill()
		cmd.Wait()
		version(t, out, 60)
	}
	if _, err := publish.Site(out, site("last", 60), publish.Options{}); err != nil {
		t.Fatal(err)
	}
	if n := neighbours(t, out); version(t, out, 60) != "last" || !slices.Equal(n, []string{"public"}) {
		t.Errorf("after the kills: %v", n)
	}
}
