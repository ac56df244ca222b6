package content_test

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/generator/internal/content"
)

// TestBytes: what is not text is refused where it begins, and what is hostile takes no time.
func TestBytes(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"latin-1":          {"level: task\nname: T\xean", "2:8: error: byte 0xea is not UTF-8 text (save the file as UTF-8) [encoding]"},
		"utf-16":           {"\xff\xfel\x00e\x00", "1:1: error: the file was saved as “Unicode” (UTF-16) (save the file as UTF-8) [encoding]"},
		"characters":       {"# Việt\xff", "1:7: error: byte 0xff is not UTF-8 text (save the file as UTF-8) [encoding]"},
		"null byte":        {"level: t\x00", "1:9: error: an invisible control character (U+0000) (delete it; it often comes with text pasted from another program) [control-character]"},
		"second mark":      {"\ufeff\ufefflevel: task", "1:1: error: an invisible control character (U+FEFF) (delete it; it often comes with text pasted from another program) [control-character]"},
		"old line ends":    {"level: task\rarea: i", "1:12: error: an invisible control character (U+000D) (delete it; it often comes with text pasted from another program) [control-character]"},
		"line separator":   {"level: task\u2028", "1:12: error: an invisible control character (U+2028) (delete it; it often comes with text pasted from another program) [control-character]"},
		"hangul filler":    {"level: task\nname: a\u3164b", "2:8: error: an invisible control character (U+3164) (delete it; it often comes with text pasted from another program) [control-character]"},
		"too large":        {strings.Repeat("#\n", 4<<20) + "#", "1:1: error: the file is larger than 8 MB (split it, or check that it is the right file) [too-large]"},
		"too deep":         {strings.Repeat("[", 1<<20), ""},
		"too many keys":    {strings.Repeat("a: 1\n", 1<<17), ""},
		"too many aliases": {"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			site := base(t)
			site["plans/2030/tasks/1.yaml"] = &fstest.MapFile{Data: []byte(c.data)}
			_, _, list := content.Load(site)
			found := lines(t, list)
			if want := "> plans/2030/tasks/1.yaml:" + c.want + "\n"; c.want != "" && found != want {
				t.Errorf("found\n%swant\n%s", found, want)
			}
			if n := strings.Count(found, "\n"); n == 0 || n > 1010 {
				t.Errorf("%d problems", n)
			}
		})
	}
}

// TestUnseen: characters that nobody sees are refused where they stand; signs that are drawn in colour keep their mark.
func TestUnseen(t *testing.T) {
	for text, want := range map[string]bool{
		"a\u3164b": true, "a\u115fb": true, "a\u1160b": true, "a\uffa0b": true, "a\u2800b": true, "a\u034fb": true, "a\ufe0fb": true, "0905\ufe0f123456": true,
		"+\ufe0f84": true, "a\ufe00b": true, "a\U000e0100b": true, "a\u200db": true,
		"✔\ufe0f": false, "☎\ufe0f": false, "↔\ufe0f": false, "❤\ufe0f\u200d🔥": false, "ế": false, "e\u0302\u0301": false, "a\u00a0b": false,
	} {
		site := base(t)
		site["pages/gioi-thieu.vi.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Giới thiệu\n---\n\n" + text + "\n")}
		_, _, list := content.Load(site)
		if found := lines(t, list); strings.Contains(found, "[control-character]") != want {
			t.Errorf("%+q: found %s", text, found)
		}
	}
}

// TestNotPlain: a folder or device by the name of a file is reported, not read.
func TestNotPlain(t *testing.T) {
	site := base(t)
	site["site.yaml"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	_, _, list := content.Load(site)
	if found := lines(t, list); !strings.Contains(found, "site.yaml:1:1: error: cannot be read") || strings.Count(found, "\n") != 1 {
		t.Errorf("found\n%s", found)
	}
}

func TestNothing(t *testing.T) {
	_, _, list := content.Load(fstest.MapFS{})
	want := `> agencies.yaml:1:1: error: agencies.yaml is missing (add it to the content folder) [missing-file]
> plans:1:1: error: plans is missing (add it to the content folder) [missing-file]
> site.yaml:1:1: error: site.yaml is missing (add it to the content folder) [missing-file]
`
	if found := lines(t, list); found != want {
		t.Errorf("found\n%swant\n%s", found, want)
	}
}

func TestPlaces(t *testing.T) {
	_, places, _ := content.Load(base(t))
	for _, c := range []struct {
		file, path string
		line, col  int
	}{
		{"site.yaml", "name.en", 2, 27},
		{"site.yaml", "", 0, 0},
		{"site.yaml", "nothing.there", 2, 1},
		{"nothing.yaml", "name", 0, 0},
		{"plans/2030/printed.csv", "name", 0, 0},
		{"plans/2030/snapshots/h1.yaml", "sources.bao.url", 6, 67},
		{"plans/2030/snapshots/h1.yaml", "observations", 7, 1},
		{"plans/2030/snapshots/h1.yaml", "observations[0]", 8, 5},
		{"plans/2030/snapshots/h1.yaml", "observations[0].value", 10, 12},
		{"plans/2030/snapshots/h1.yaml", "observations[0].rank.of", 13, 26},
		{"plans/2030/snapshots/h1.yaml", "observations[0].tier", 8, 5},
		{"plans/2030/snapshots/h1.yaml", "observations[99].tier", 7, 1},
		{"plans/2030/narrative/muc-tieu.vi.md", "about", 4, 8},
	} {
		if line, col := places.At(c.file, c.path); line != c.line || col != c.col {
			t.Errorf("%s %s is at %d:%d, not %d:%d", c.file, c.path, line, col, c.line, c.col)
		}
	}
}

// TestOrder: plans newest first, whatever their names; pages by order; the result is the same on any number of cores.
func TestOrder(t *testing.T) {
	site := base(t)
	for name, f := range base(t) {
		if other, ok := strings.CutPrefix(name, "plans/2030/"); ok {
			data := f.Data
			if other == "plan.yaml" {
				data = bytes.Replace(data, []byte("end: 2030-12-31\n"), []byte("end: 2031-12-31\n"), 1)
				data = bytes.Replace(data, []byte("number: "), []byte("number: 9"), 1)
				data = bytes.Replace(data, []byte("title: {vi: "), []byte("title: {vi: Lại "), 1)
			}
			site["plans/1999/"+other] = &fstest.MapFile{Data: data}
		}
	}
	loaded, _, list := content.Load(site)
	if found := lines(t, list); found != "" {
		t.Fatal(found)
	}
	if loaded.Plans[0].ID != "1999" || loaded.Plans[1].ID != "2030" {
		t.Error("plans are not newest first")
	}
	if p := loaded.Pages; p[0].Lang != "vi" || p[1].Lang != "en" {
		t.Error("Vietnamese does not come first")
	}
}
