package page

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trial"
	"minhbach/layouts"
)

// read is a file of texts of the program's own.
func read(t *testing.T, file string) phrases {
	f := &flaws{layouts: layouts.FS}
	p := f.texts(file)
	if found := f.Sorted(); len(found) > 0 {
		t.Fatal(&Flawed{found})
	}
	return p
}

// TestFlaws: all that is wrong with layouts is said at once, with its place and what to do.
func TestFlaws(t *testing.T) {
	const strs = `{"alpha": {"vi": "A", "en": "A"}}`
	for _, c := range []struct{ name, page, strings, want string }{
		{"a template that does not parse", "<p>\n{{if}}\n", strs,
			"pages/x.html:2:1: error: the layout cannot be parsed: missing value for if (mend this line; the original is layouts/pages/x.html in the source)"},
		{"an unknown text", "<p>\nĐã {{t \"alpah\"}}\n", strs, `pages/x.html:2:6: error: strings.json has no key “alpah” (did you mean “alpha”?)`},
		{"an unknown text in a part of its own", "{{define \"y\"}}{{if .}}{{else}}{{t \"b\"}}{{end}}{{end}}", strs,
			`pages/x.html:1:33: error: strings.json has no key “b” (mend this line; the original is layouts/pages/x.html in the source)`},
		{"an unknown template", "{{range .}}{{template \"pages/z.html\"}}{{end}}", strs, `pages/x.html:1:23: error: there is no layout “pages/z.html” (did you mean “pages/x.html”?)`},
		{"an unknown function", "{{shout .}}", strs, `pages/x.html:1:1: error: the layout cannot be parsed: function "shout" not defined`},
		{"two at once", "{{t \"b\"}}\n{{t \"c\"}}", strs, "has no key “b” (mend this line; the original is layouts/pages/x.html in the source)\npages/x.html:2:3: error: strings.json has no key “c”"},
		{"no JSON", "{{t \"b\"}}", "{\n\"a\" {}}", "strings.json:2:5: error: the file cannot be read as JSON: invalid character '{' after object key"},
		{"another kind of JSON", "", `{"a": "A"}`, "strings.json:1:9: error: the file cannot be read as JSON"},
		{"a missing language", "", "{\n \"a\": {\"vi\": \"A\"}}", `strings.json:2:2: error: “a” needs a text in vi and one in en, and nothing else (write {"vi": "…", "en": "…"})`},
		{"a third language", "", "{\n\"a\": {\"vi\": \"A\", \"en\": \"A\", \"fr\": \"A\"}}", "strings.json:2:1: error: “a” needs"},
	} {
		files := fstest.MapFS{"pages/x.html": {Data: []byte(c.page)}, "strings.json": {Data: []byte(c.strings)}, "rules.json": {Data: []byte("{}")}, "codebook.json": {Data: []byte("{}")}}
		_, err := New(files, Assets{})
		if err == nil || !strings.Contains(err.Error(), c.want) || c.name == "no JSON" && strings.Contains(err.Error(), "no key") {
			t.Errorf("%s: %v\nwant %s", c.name, err, c.want)
		}
	}
}

// TestFlawsOfAPage: what a page asks for and does not get is said with the place in the layout, in both languages.
func TestFlawsOfAPage(t *testing.T) {
	r, err := New(fstest.MapFS{"pages/x.html": {Data: []byte("<p>\nĐã {{.Title}} {{.Titel}}")},
		"strings.json": {Data: []byte("{}")}, "rules.json": {Data: []byte("{}")}, "codebook.json": {Data: []byte("{}")}}, Assets{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	err = r.render(&b, "vi", "pages/x.html", &Frame{})
	const want = "pages/x.html:2:17: error: there is no “.Titel” here (mend this line; the original is layouts/pages/x.html in the source)"
	if err == nil || err.Error() != want || b.Len() > 0 {
		t.Errorf("%v\nwant %s", err, want)
	}
}

// TestLacking: texts of one's own have every key of the program's, and take what is filled in.
func TestLacking(t *testing.T) {
	files := func(s string) fstest.MapFS {
		return fstest.MapFS{"strings.json": {Data: []byte(s)}, "rules.json": {Data: []byte("{}")}, "codebook.json": {Data: []byte("{}")}}
	}
	originals := files(`{"a": {"vi": "%s A %d", "en": "%d A %s"}, "b": {"vi": "B 5%", "en": "B 5%"}}`)
	for own, want := range map[string]string{
		`{"a": {"vi": "%[2]d A %[1]s", "en": "%s A %d"}, "b": {"vi": "B", "en": "B"}}`:              "",
		`{"a": {"vi": "%s A %d", "en": "%d A %s"}}`:                                                 "strings.json:1:1: error: keys are missing, 1 of them: “b”",
		"{\n\"a\": {\"vi\": \"A %d\", \"en\": \"%d A %s\"}, \"b\": {\"vi\": \"B\", \"en\": \"B\"}}": "strings.json:2:1: error: “a” does not have the places to fill in of the original",
	} {
		found := (&Flawed{Lacking(files(own), originals)}).Error()
		if want == "" && found != "" || !strings.HasPrefix(found, want) {
			t.Errorf("%s: %q, want %q", own, found, want)
		}
	}
}

// TestPhrasesAreUsedAndThere: what the code and the templates ask for stands in strings.json, and nothing else.
func TestPhrasesAreUsedAndThere(t *testing.T) {
	p := read(t, "strings.json")
	used := inTemplates(t)
	maps.Copy(used, inCode(t))
	for key := range used {
		if _, ok := p[key]; !ok && !strings.HasSuffix(key, "*") {
			t.Errorf("strings.json has no %q", key)
		}
	}
	for key := range p {
		if !asked(used, key) {
			t.Errorf("nothing uses %q", key)
		}
	}
}

func inTemplates(t *testing.T) map[string]bool {
	used := map[string]bool{}
	literal := regexp.MustCompile(`\{\{t "([^"]+)"\}\}`)
	err := fs.WalkDir(layouts.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(layouts.FS, path)
		for _, m := range literal.FindAllStringSubmatch(string(body), -1) {
			used[m[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return used
}

// inCode finds the keys of s.say and s.count, and of what the room of the site says in both languages: literals, and
// beginnings that the code completes.
func inCode(t *testing.T) map[string]bool {
	used := map[string]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(files, "../site/colophon.go") {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) > 0 && asks(call) {
				used[key(call.Args[0])] = true
			}
			return true
		})
	}
	return used
}

func asks(call *ast.CallExpr) bool {
	if f, ok := call.Fun.(*ast.Ident); ok {
		return f.Name == "both"
	}
	f, ok := call.Fun.(*ast.SelectorExpr)
	return ok && (f.Sel.Name == "say" || f.Sel.Name == "count")
}

// key is a literal key; the literal beginning of a composed one ends in "*".
func key(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, _ := strconv.Unquote(e.Value)
		return text
	case *ast.BinaryExpr:
		return strings.TrimSuffix(key(e.X), "*") + "*"
	}
	return "*"
}

// asked tells whether a key is used, whole or by its beginning.
func asked(used map[string]bool, key string) bool {
	for u := range used {
		begin, open := strings.CutSuffix(u, "*")
		if u == key || u == strings.TrimSuffix(key, ".one") || open && begin != "" && strings.HasPrefix(key, begin) {
			return true
		}
	}
	return false
}

// TestLayoutsAreFilledInAsTheLibraryDoes: every page of plans of many sorts is what html/template itself makes of it,
// and but for one layout with a style sheet in it none is left to the library.
func TestLayoutsAreFilledInAsTheLibraryDoes(t *testing.T) {
	for n := range 8 {
		r := rand.New(rand.NewPCG(uint64(n), 7))
		data := make([]byte, 160)
		for k := range data {
			data[k] = byte(r.Uint32())
		}
		p := trial.Plan("2030", data)
		site := &plan.Site{Settings: plan.Settings{Name: plan.Text{VI: "Trang <một> & 'hai'", EN: "Site \"one\" + two"}}, Plans: []*plan.Plan{p}}
		made := map[bool]map[string]string{}
		for _, library := range []bool{false, true} {
			r, err := New(layouts.FS, Assets{})
			if err != nil {
				t.Fatal(err)
			}
			r.set.Library = library
			made[library] = map[string]string{}
			for _, f := range r.Pages(site, derive.JudgeAll(site.Plans)) {
				var b strings.Builder
				if err := f.Write(&b); err != nil {
					t.Fatal(f.Path, err)
				}
				made[library][f.Path] = b.String()
			}
			if left := slices.DeleteFunc(r.set.Left(), func(layout string) bool { return layout == "pages/missing.html" }); !library && len(left) > 0 {
				t.Errorf("left to the library: %q", left)
			}
		}
		for path, body := range made[true] {
			if made[false][path] != body {
				t.Errorf("%s is not what the library makes of it", path)
			}
		}
	}
}
