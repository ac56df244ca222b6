package page

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/layouts"
)

func TestNewNamesFileAndLine(t *testing.T) {
	const strs = `{"a": {"vi": "A", "en": "A"}}`
	for _, c := range []struct{ name, page, strings, want string }{
		{"a template that does not parse", "<p>\n{{if}}\n", strs, "pages/x.html:2"},
		{"an unknown text", "<p>\n\n{{t \"b\"}}\n", strs, `pages/x.html:3`},
		{"an unknown function", "{{shout .}}", strs, "pages/x.html:1"},
		{"a missing language", "", "{\n\"a\": {\"vi\": \"A\"}}", "strings.json:2"},
		{"a wrong key", "", "{\n\"a\": {\"vi\": \"A\", \"fr\": \"A\"}}", "strings.json:2"},
	} {
		_, err := New(fstest.MapFS{"pages/x.html": {Data: []byte(c.page)}, "strings.json": {Data: []byte(c.strings)}}, Assets{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want the place %s", c.name, err, c.want)
		}
	}
}

// TestPhrasesAreUsedAndThere: what the code and the templates ask for stands in strings.json, and nothing else.
func TestPhrasesAreUsedAndThere(t *testing.T) {
	p, err := readPhrases(layouts.FS)
	if err != nil {
		t.Fatal(err)
	}
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

// inCode finds the keys of s.say and s.count: literals, and beginnings that the code completes.
func inCode(t *testing.T) map[string]bool {
	used := map[string]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
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
