package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// speaking are the packages whose messages reach who runs the program.
var speaking = []string{"diag", "cli", "check", "content", "ledger", "intake", "prose", "site"}

// TestMessages: every message is there in both languages, with the same verbs of fmt, and the command prints no words
// beside them. What takes a message is found by its names: parameters, results or fields called vi and en.
func TestMessages(t *testing.T) {
	fset, files := token.NewFileSet(), map[string][]*ast.File{}
	for _, room := range speaking {
		files[room] = parsed(t, fset, filepath.Join("internal", room))
	}
	said := 0
	for room, all := range files {
		takers := takersOf(slices.Concat(files["diag"], all))
		for _, file := range all {
			for _, p := range pairs(file, takers) {
				if !p.words() {
					continue
				}
				said++
				if wrong := p.wrong(); wrong != "" {
					t.Errorf("%s: %s", fset.Position(p.at), wrong)
				}
			}
			if room == "cli" {
				for _, at := range printedWords(file) {
					t.Errorf("%s: printed in one language", fset.Position(at))
				}
			}
		}
	}
	if said < 600 {
		t.Errorf("only %d messages were found", said)
	}
}

// TestMessagesFound: the test above sees what is wrong.
func TestMessagesFound(t *testing.T) {
	const head = "package cli\ntype text struct{ vi, en string }\ntype Text struct{ VI, EN string }\nfunc say(vi, en string, args ...any) {}\nfunc at(n int, vi, en string) {}\n"
	for code, want := range map[string]string{
		`func f() { say("một", "one") }`:                                            "",
		`func f() { say("%d lỗi", "%d errors", n) }`:                                "",
		`func f() { say("có %[1]d lỗi", "%[1]d %[2]s found", n, noun) }`:            "",
		`func f() { say("không có %[1]s", "no %[2]s", x.VI, x.EN) }`:                "",
		`func f() { say("%[1]s", "%[1]s", err) }`:                                   "",
		`func f() { say(x.VI, x.EN) }`:                                              "",
		`func f() { say("", "one") }`:                                               "empty",
		`func f() { say("một", x) }`:                                                "empty",
		`func f() { at(1, "one", "one") }`:                                          "the same",
		`func f() { say("%s một", "%d one", n) }`:                                   "verbs",
		`func f() { say("một", "%d one", n) }`:                                      "verbs",
		`func f() { say("%[1]d một", "%[2]s one", n, noun) }`:                       "",
		`func f() { say("%[1]d một", "%[1]s one", n) }`:                             "verbs",
		`func f() { say("%[1]d một", "%[1]d one", n, m) }`:                          "verbs",
		`func f() { say("%[2]d một", "%[2]d one", n) }`:                             "verbs",
		`var x = text{"một", "một"}`:                                                "the same",
		`var x = []Text{{VI: "một"}}`:                                               "empty",
		`var x = Text{EN: "one " + y}`:                                              "empty",
		`var x = text{fmt.Sprintf("%s một", a), fmt.Sprintf("%d one", a)}`:          "verbs",
		`func f() (vi, en string) { return "một " + y, "một " + y }`:                "the same",
		`func (c call) f() { fmt.Fprintf(c.env.Stderr, "not found: %s\n", x) }`:     "printed",
		`func (c call) f() { fmt.Fprintln(c.env.Stderr, text{"một", "one"}.in()) }`: "",
		`func (c call) f() { fmt.Fprintf(c.env.Stderr, "%-16s %8.1f ms\n", x, y) }`: "",
		`func f() error { return errors.New("it is broken") }`:                      "printed",
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "x.go", head+code, 0)
		if err != nil {
			t.Fatal(code, err)
		}
		have := ""
		for _, p := range pairs(file, takersOf([]*ast.File{file})) {
			if p.words() {
				have += p.wrong()
			}
		}
		if len(printedWords(file)) > 0 {
			have += "printed"
		}
		if (want == "") != (have == "") || !strings.Contains(have, want) {
			t.Errorf("%s: %q, want %q", code, have, want)
		}
	}
}

func parsed(t *testing.T, fset *token.FileSet, folder string) []*ast.File {
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatal(folder, err)
	}
	var all []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(fset, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, file)
	}
	return all
}

// takers are the names of functions and types that take a message, each with the place of the Vietnamese; the English is next.
type takers map[string]int

func takersOf(files []*ast.File) takers {
	found := takers{"Text": 0}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				found.add(n.Name.Name, n.Type.Params)
			case *ast.TypeSpec:
				if s, ok := n.Type.(*ast.StructType); ok {
					found.add(n.Name.Name, s.Fields)
				}
			}
			return true
		})
	}
	return found
}

func (t takers) add(name string, fields *ast.FieldList) {
	if at := vietnamese(fields); at >= 0 {
		t[name] = at
	}
}

// vietnamese is the place of a field called vi; -1 where there is none.
func vietnamese(fields *ast.FieldList) int {
	var names []string
	if fields != nil {
		for _, f := range fields.List {
			for _, name := range f.Names {
				names = append(names, strings.ToLower(name.Name))
			}
		}
	}
	return slices.Index(names, "vi")
}

// pair is a message; args are what is filled in, nil where that is not said at the same place.
type pair struct {
	at     token.Pos
	vi, en ast.Expr
	args   []ast.Expr
	format bool
}

func pairs(file *ast.File, takers takers) []pair {
	var all []pair
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if at, ok := takers[nameOf(n.Fun)]; ok && len(n.Args) >= at+2 {
				all = append(all, pair{n.Pos(), n.Args[at], n.Args[at+1], n.Args[at+2:], n.Ellipsis == token.NoPos})
			}
		case *ast.CompositeLit:
			all = append(all, composite(n, takers)...)
		case *ast.FuncDecl:
			if vietnamese(n.Type.Results) == 0 {
				all = append(all, returned(n)...)
			}
		}
		return true
	})
	return all
}

func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// composite is the message in a literal such as text{"…", "…"} or {VI: "…", EN: "…"}.
func composite(n *ast.CompositeLit, takers takers) []pair {
	p := pair{at: n.Pos()}
	for _, e := range n.Elts {
		if e, ok := e.(*ast.KeyValueExpr); ok {
			switch strings.ToLower(nameOf(e.Key)) {
			case "vi":
				p.vi = e.Value
			case "en":
				p.en = e.Value
			}
		}
	}
	if p.vi != nil || p.en != nil {
		return []pair{p}
	}
	if at, ok := takers[nameOf(n.Type)]; ok && len(n.Elts) >= at+2 {
		p.vi, p.en = n.Elts[at], n.Elts[at+1]
		return []pair{p}
	}
	return nil
}

// returned are the messages that a function gives back as vi and en.
func returned(f *ast.FuncDecl) []pair {
	var all []pair
	ast.Inspect(f, func(n ast.Node) bool {
		if r, ok := n.(*ast.ReturnStmt); ok && len(r.Results) == 2 {
			all = append(all, pair{at: r.Pos(), vi: r.Results[0], en: r.Results[1]})
		}
		return true
	})
	return all
}

// literals is the text of the literals in an expression, in order.
func literals(e ast.Expr) string {
	var all strings.Builder
	if e != nil {
		ast.Inspect(e, func(n ast.Node) bool {
			if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
				s, _ := strconv.Unquote(l.Value)
				all.WriteString(s)
			}
			return true
		})
	}
	return all.String()
}

// words tells whether a message is said here, rather than passed on.
func (p pair) words() bool { return hasWords(literals(p.vi)) || hasWords(literals(p.en)) }

// wrong says what is wrong with a message.
func (p pair) wrong() string {
	vi, en := literals(p.vi), literals(p.en)
	switch {
	case !hasWords(vi) || !hasWords(en):
		return "a language is empty"
	case vi == en:
		return "both languages are the same"
	case p.format && strings.Contains(vi+en, "%["):
		if !sameArguments(vi, en, len(p.args)) {
			return "the verbs of fmt do not fit the arguments: " + vi + " / " + en
		}
	case !slices.Equal(verbsOf(vi), verbsOf(en)):
		return "the verbs of fmt differ: " + vi + " / " + en
	}
	return ""
}

// verb is a verb of fmt, with the number of its argument where it has one.
var verb = regexp.MustCompile(`%([-+# 0-9.*]*)(?:\[(\d+)\])?([-+# 0-9.]*)([a-zA-Z])`)

func verbsOf(s string) []string { return verb.FindAllString(strings.ReplaceAll(s, "%%", ""), -1) }

// sameArguments tells whether two formats with numbered arguments fit them: what both use they use alike, each argument is
// used, and what is for the Vietnamese alone has its like in the English, which may have more (a plural).
func sameArguments(vi, en string, count int) bool {
	inVI, inEN := numbered(vi), numbered(en)
	more := 0
	for n := 1; n <= count; n++ {
		switch v, e := inVI[n], inEN[n]; {
		case v == "" && e == "" || v != "" && e != "" && v != e:
			return false
		case v == "":
			more++
		case e == "":
			more--
		}
	}
	for _, verbs := range []map[int]string{inVI, inEN} {
		for n := range verbs {
			if n > count {
				return false
			}
		}
	}
	return more >= 0
}

// numbered are the letters of the verbs by the number of their argument.
func numbered(s string) map[int]string {
	all, next := map[int]string{}, 1
	for _, m := range verb.FindAllStringSubmatch(strings.ReplaceAll(s, "%%", ""), -1) {
		if m[2] != "" {
			next, _ = strconv.Atoi(m[2])
		}
		all[next] = m[4]
		next++
	}
	return all
}

// hasWords tells a text from marks, verbs, codes of the terminal, units, and the name of the program.
func hasWords(s string) bool {
	s = regexp.MustCompile(`\x1b\[[0-9]*[A-Za-z]|\bminhbach\b|\bms\b`).ReplaceAllString(verb.ReplaceAllString(s, ""), "")
	return regexp.MustCompile(`\p{L}`).MatchString(s)
}

// printedWords are the places where words are printed, or made an error, that are no message in both languages. What only
// tells a verb to end is never printed.
func printedWords(file *ast.File) []token.Pos {
	var all []token.Pos
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ValueSpec:
			return n.Names[0].Name != "errContent"
		case *ast.CallExpr:
			if prints := regexp.MustCompile(`^(Fp|P)rint(f|ln)?$|^Errorf$|^New$|^WriteString$`); !prints.MatchString(nameOf(n.Fun)) {
				return true
			}
			for _, a := range n.Args {
				if a := plain(a); hasWords(literals(a)) {
					all = append(all, a.Pos())
				}
			}
		}
		return true
	})
	return all
}

// plain is an argument without the messages in it.
func plain(e ast.Expr) ast.Expr {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		return &ast.BinaryExpr{X: plain(e.X), OpPos: e.OpPos, Op: e.Op, Y: plain(e.Y)}
	case *ast.CallExpr:
		if f, ok := e.Fun.(*ast.SelectorExpr); ok && strings.EqualFold(f.Sel.Name, "in") {
			return ast.NewIdent("message")
		}
	}
	return e
}
