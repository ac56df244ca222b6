package content_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/diag"
)

var update = flag.Bool("update", false, "write what is found into the cases and the schemas")

// TestCases spoils the small site of testdata/base.txtar in one way after another and compares what is found. Each
// file of an archive is a case:
//
//	@ FILE       the file to change
//	- TEXT       text that stands in it once …
//	+ TEXT       … and what it becomes; without a text before, the whole file
//	x FILE       a file to take away
//	> LINE       what must be found, and nothing else
//
// In a text ⏎ is a line end and ⇥ a tab. The cases of the rules lie with their package.
func TestCases(t *testing.T) {
	archives, _ := filepath.Glob("testdata/cases/*.txtar")
	rules, _ := filepath.Glob("../check/testdata/*.txtar")
	for _, name := range append(archives, rules...) {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range archive.Files {
			t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar")+"/"+c.Name, func(t *testing.T) {
				script, want := cut(string(c.Data))
				_, list := load(t, spoil(t, base(t), script))
				have := lines(t, list)
				if *update {
					archive.Files[i].Data = []byte(script + have)
				} else if have != want {
					t.Errorf("found\n%swant\n%s", have, want)
				}
			})
		}
		if *update {
			if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// base is the small site.
func base(t testing.TB) fstest.MapFS {
	archive, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	site := fstest.MapFS{}
	for _, f := range archive.Files {
		site[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return site
}

// cut separates what is done from what is found.
func cut(c string) (script, want string) {
	for line := range strings.Lines(c) {
		if strings.HasPrefix(line, "> ") {
			want += line
		} else {
			script += line
		}
	}
	return script, want
}

func spoil(t *testing.T, site fstest.MapFS, script string) fstest.MapFS {
	var file, old string
	texts := strings.NewReplacer("⏎", "\n", "⇥", "\t")
	for line := range strings.Lines(script) {
		verb, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		text = texts.Replace(text)
		switch {
		case verb == "x":
			delete(site, text)
		case verb == "@":
			file, old = text, ""
		case verb == "-":
			old = text
		case verb == "+" && old == "":
			site[file] = &fstest.MapFile{Data: []byte(text)}
		case verb == "+":
			data := site[file].Data
			if bytes.Count(data, []byte(old)) != 1 {
				t.Fatalf("%q does not stand in %s once", old, file)
			}
			site[file] = &fstest.MapFile{Data: bytes.Replace(data, []byte(old), []byte(text), 1)}
		default:
			t.Fatalf("what is %q?", line)
		}
	}
	return site
}

// words of the program that the author of content must never see.
var inside = regexp.MustCompile(`\b(plan|reflect|diag)\.[A-Z]|\b(struct|slice|string|int|float64|nil|bool|yaml:)\b|%!|\bEOF\b|\[\]|<nil>`)

func lines(t *testing.T, list *diag.List) string {
	var b strings.Builder
	for _, d := range list.Sorted() {
		for _, text := range []string{d.Message.VI, d.Message.EN, d.Hint.VI, d.Hint.EN} {
			if text == "" || inside.MatchString(text) {
				t.Errorf("%s: a poor text: %q", d.Rule, text)
			}
		}
		fmt.Fprintf(&b, "> %s [%s]\n", d.Format("en"), d.Rule)
	}
	return b.String()
}

func TestBase(t *testing.T) {
	site, _, list := content.Load(base(t))
	if found := lines(t, list); found != "" {
		t.Fatalf("the small site has problems:\n%s", found)
	}
	p := site.Plans[0]
	var rows []string
	for _, i := range p.Indicators {
		rows = append(rows, string(i.ID)+" "+i.Printed.Name)
	}
	if !slices.Equal(rows, []string{"1 Nhóm", "1.1 Tỷ lệ hồ sơ trực tuyến, thanh toán", "1.2 Chỉ số", "2 Chỉ số có nhóm"}) {
		t.Errorf("rows are not as printed: %q", rows)
	}
	if s := p.Snapshots[1]; s.Observations[0].Value.String() != "42.79" || s.Observations[1].Value.String() != "30.0" {
		t.Errorf("values are not as written: %v", s.Observations)
	}
	if n := p.Narrative[0]; n.Body != "\nĐến nay đạt {{value:1.1}}.\n" || n.Line != 6 || n.Lang != "vi" {
		t.Errorf("narrative: %+v", n)
	}
}

// TestForms: what other systems do to files changes neither what is read nor the digest.
func TestForms(t *testing.T) {
	plain, other := base(t), base(t)
	for name, f := range other {
		data := bytes.ReplaceAll(f.Data, []byte("\n"), []byte("\r\n"))
		data = bytes.ReplaceAll(data, []byte("ế"), []byte("e\u0302\u0301"))
		other[name] = &fstest.MapFile{Data: append([]byte("\ufeff"), data...)}
	}
	a, _, _ := content.Load(plain)
	b, _, list := content.Load(other)
	if found := lines(t, list); found != "" {
		t.Errorf("found\n%s", found)
	}
	if a.Plans[0].Title != b.Plans[0].Title || a.Plans[0].Narrative[0] != b.Plans[0].Narrative[0] {
		t.Error("read differently")
	}
	if digest(t, plain) != digest(t, other) {
		t.Error("the digests differ")
	}
	plain["ledger/2030.jsonl"] = &fstest.MapFile{Data: []byte("{}")}
	plain[".schema/plan.json"] = &fstest.MapFile{Data: []byte("{}")}
	if digest(t, plain) != digest(t, other) {
		t.Error("the digest takes in the ledger or dot files")
	}
	plain["pages/about.vi.md"] = &fstest.MapFile{Data: []byte("x")}
	if digest(t, plain) == digest(t, other) {
		t.Error("the digest overlooks a change")
	}
}

// TestEmblem: pictures that are too heavy, a PNG that is too low, or a link that leads elsewhere.
func TestEmblem(t *testing.T) {
	var low, high, huge bytes.Buffer
	for b, size := range map[*bytes.Buffer][2]int{&low: {59, 59}, &high: {120, 60}, &huge: {2001, 60}} {
		if err := png.Encode(b, image.NewGray(image.Rect(0, 0, size[0], size[1]))); err != nil {
			t.Fatal(err)
		}
	}
	svg := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1">` + strings.Repeat(" ", 20<<10) + `</svg>`
	for _, c := range []struct {
		name string
		file fstest.MapFile
		want string
	}{
		{"emblem.png", fstest.MapFile{Data: high.Bytes()}, ""},
		{"emblem.PNG", fstest.MapFile{Data: high.Bytes()}, ""},
		{"emblem.png", fstest.MapFile{Data: low.Bytes()}, "> emblem.png:1:1: error: the picture has 59 × 59 pixels; it must be at least 60 high"},
		{"emblem.png", fstest.MapFile{Data: huge.Bytes()}, "> emblem.png:1:1: error: the picture has 2001 × 60 pixels"},
		{"emblem.png", fstest.MapFile{Data: high.Bytes()[:60]}, "> emblem.png:1:1: error: the file ends in .png but cannot be read"},
		{"emblem.svg", fstest.MapFile{Data: []byte(svg)}, "> emblem.svg:1:1: error: the emblem has 20544 bytes, at most 20480 are allowed (make it lighter: every page loads it)"},
		{"emblem.svg", fstest.MapFile{Data: []byte("agencies.yaml"), Mode: fs.ModeSymlink}, "> emblem.svg:1:1: error: the emblem is a link to another file"},
	} {
		files := withEmblem(t, c.name, &c.file)
		site, _, list := content.Load(files)
		if found := lines(t, list); !strings.HasPrefix(found, c.want) || c.want == "" && found != "" {
			t.Errorf("%s: found\n%swant %s", c.name, found, c.want)
		}
		if e := site.Emblem; c.want == "" && (e.Width != 2*e.Height || !bytes.Equal(e.Body, c.file.Data)) {
			t.Errorf("%s is not as it was: %g × %g", c.name, e.Width, e.Height)
		}
	}
}

// TestEmblemDigest: the emblem is content; what a checkout on another system does to an SVG is undone, and a PNG is
// left alone.
func TestEmblemDigest(t *testing.T) {
	with := func(name, body string) fstest.MapFS { return withEmblem(t, name, &fstest.MapFile{Data: []byte(body)}) }
	const svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\">\n</svg>\n"
	if digest(t, with("a.svg", svg)) != digest(t, with("a.svg", strings.ReplaceAll(svg, "\n", "\r\n"))) {
		t.Error("line ends change the digest")
	}
	if digest(t, with("a.svg", svg)) == digest(t, with("a.svg", svg+"<!-- -->")) || digest(t, with("a.png", "\r\n")) == digest(t, with("a.png", "\n")) {
		t.Error("the digest overlooks a change")
	}
	site, _, _ := content.Load(with("a.svg", strings.ReplaceAll(svg, "\n", "\r\n")))
	if string(site.Emblem.Body) != svg {
		t.Errorf("the bytes depend on the checkout: %q", site.Emblem.Body)
	}
}

// withEmblem is the small site with an emblem.
func withEmblem(t *testing.T, name string, file *fstest.MapFile) fstest.MapFS {
	site := base(t)
	site["site.yaml"] = &fstest.MapFile{Data: slices.Concat(site["site.yaml"].Data, []byte("theme: {emblem: "+name+"}\n"))}
	site[name] = file
	return site
}

func digest(t *testing.T, fsys fs.FS) string {
	sum, err := content.Digest(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}
