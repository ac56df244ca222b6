package fill

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

type named string

// told is a string that prints as something else.
type told string

func (t told) String() string { return "<" + string(t) + ">" }

// calls counts what templates call: a page that is made is made once.
var calls int

type leaf struct {
	Text string
	Next *leaf
}

func (l leaf) Loud() string                  { calls++; return l.Text + "!" }
func (l leaf) Both(a, b string) string       { return a + l.Text + b }
func (l *leaf) Pointed() string              { return "at " + l.Text }
func (l *leaf) Any() string                  { calls++; return fmt.Sprint(l == nil) }
func (l leaf) Panics() string                { panic(l.Text) }
func (l leaf) Fails() (string, error)        { return "", errors.New("it failed") }
func (l leaf) Works() (template.HTML, error) { return "<b>works</b>", nil }

type inner struct{ Deep string }

type view struct {
	inner
	Text, Empty, Odd string
	Named            named
	Told             told
	HTML             template.HTML
	URL              template.URL
	JS               template.JS
	CSS              template.CSS
	Yes, No          bool
	Number, Zero     int
	Part             float64
	Leaf             leaf
	At, Nil          *leaf
	Any, Nothing     any
	List, None       []leaf
	Words            []string
	Mixed            []any
	Map              map[string]int
	hidden           string
}

func views() []any {
	full := view{
		inner: inner{"deep & wide"}, Text: `"Đạt" & <b>hơn</b> 5 + '6'`, Odd: "a\x00b\xffc\u2028d", Named: "xã <1>", Told: "told", HTML: "<i>as it is</i> &amp; so",
		URL: "javascript:ok", JS: `{"a": "</script>"}`, CSS: "a{color:red}", Yes: true, Number: -42, Part: 1.5, Leaf: leaf{"leaf", nil}, At: &leaf{"at", &leaf{"next", nil}},
		Any: "any <text>", List: []leaf{{"one", nil}, {"two<", nil}, {"", nil}}, Words: []string{"a", "", "ệ"}, Mixed: []any{"s", 1, nil, template.HTML("<u>"), &leaf{"p", nil}},
		Map: map[string]int{"k": 1}, hidden: "hidden",
	}
	other := full
	other.Any, other.Text, other.Words = leaf{"in any", nil}, "https://example.org/?a=b&c=d e", nil
	return []any{&full, full, &other, &view{}, view{}, (*view)(nil), map[string]string{"Text": "in a map"}, nil, "text", 7}
}

// funcs are the set's own, beside the library's.
var funcs = template.FuncMap{
	"loud":  func(s string) template.HTML { calls++; return template.HTML("<em>" + s + "</em>") },
	"fails": func(s string) (string, error) { return "", errors.New("it failed: " + s) },
	"panic": func(s string) string { panic(s) },
	"tile":  func(l leaf) template.HTML { return template.HTML("[" + l.Text + "]") },
	"all":   func(a any) string { return fmt.Sprint(a) },
	"many":  func(a ...string) string { return strings.Join(a, "") },
}

// known are templates that are turned into steps for a view; foreign ones are left to the library.
var known = []string{
	`plain`, `{{/* nothing */}}`, `<p>{{.Text}}{{.Empty}}{{.Odd}}</p>`, `<p title="{{.Text}}{{.Odd}}" lang="{{.Named}}">{{.Named}}</p>`, `<title>{{.Text}}{{.HTML}}</title>`,
	`<a href="{{.Text}}">{{.URL}}</a>`, `<a href="{{.URL}}">{{.JS}}</a>`, `<a href="x/{{.Text}}">a</a>`, `<a href="x?q={{.Text}}">a</a>`, `<a href="{{.Odd}}">`,
	`<script type="application/json">{{.JS}}</script>`, `<script type="application/json">{{.Text}}</script>`, `<script type="application/json">{{.Map}}</script>`,
	`<p>{{.HTML}}</p><p title="{{.HTML}}">`, `<p>{{.Told}} {{.Yes}} {{.No}} {{.Number}} {{.Zero}} {{.Part}} {{.CSS}}</p>`, `<p id="n{{.Number}}">`, `<p>{{.Any}}|{{.Nothing}}</p>`,
	`{{.Deep}}`, `{{.At}}{{.Leaf}}{{.List}}`, `{{.Leaf.Text}} {{.At.Text}} {{.At.Next.Text}}`, `{{.Nil.Text}}`, `before {{.At.Next.Next.Text}}`,
	`{{.Leaf.Loud}} {{.At.Loud}} {{.At.Pointed}}`, `{{.Leaf.Both "<" .Text}}`, `{{.Leaf.Works}}{{.Leaf.Fails}}`, `{{.Nil.Loud}}`, `{{.Nil.Any}} {{.At.Any}}`,
	`{{if .Text}}a{{else}}b{{end}}{{if .Empty}}a{{else}}b{{end}}{{if .Nil}}a{{end}}{{if .At}}a{{end}}{{if .Number}}a{{end}}{{if .Zero}}a{{end}}{{if .Leaf}}a{{end}}{{if .Map}}m{{end}}`,
	`{{if .Any}}a{{end}}{{if .Nothing}}b{{end}}{{if .List}}c{{end}}{{if .None}}d{{end}}{{if .Part}}e{{end}}`, `{{if .Empty}}a{{else if .Yes}}b{{else}}c{{end}}`,
	`{{with .At}}{{.Text}}{{with .Next}}{{.Text}}{{end}}{{else}}{{.Text}}{{end}}`, `{{with .Nil}}a{{else}}{{.Text}}{{end}}`, `{{with .Any}}{{.}}{{end}}`, `{{with $x := .At}}{{$x.Text}}{{end}}`,
	`{{range .List}}{{.Text}};{{end}}`, `{{range .None}}a{{else}}{{.Text}}{{end}}`, `{{range $n, $x := .List}}{{if $n}}, {{end}}{{$n}}{{$x.Text}}{{$.Text}}{{end}}`, `{{range $x := .Words}}{{$x}}{{end}}`,
	`{{range .Mixed}}[{{.}}]{{if .}}yes{{end}}{{with .}}w{{end}}{{end}}`, `{{range .Words}}{{with $.At}}{{.Text}}{{end}}{{end}}`,
	`{{$a := .Text}}{{$a}}{{range .Words}}{{$a := .}}{{$a}}{{end}}{{$a}}`, `{{template "part" .Leaf}}{{template "part" .At}}`, `{{range .List}}{{template "part" .}}{{end}}`, `{{template "chain" .At}}`,
	`{{or .Empty "—"}}{{or .Text "—"}}{{or .Empty .Number}}`, `{{if or .Empty .No .Any}}a{{end}}{{if and .Yes .Text}}b{{end}}{{if not .Empty}}c{{end}}{{if and .Text (not .Empty)}}d{{end}}{{not .Yes}}`,
	`{{if eq .Text .Text}}a{{end}}{{if eq .Text "x"}}b{{end}}{{if eq .Number .Zero}}c{{end}}{{if eq .Number -42}}d{{end}}`, `{{with index .List 1}}{{.Text}}{{end}}{{index .Words 0}}`, `{{index .Words 7}}`,
	`{{loud .Text}}{{tile .Leaf}}{{all .Text}}{{all .At}}`, `{{fails .Text}}`, `{{panic .Text}}`, `{{.Leaf.Panics}}`, `{{range .Words}}{{loud .}}{{$.Leaf.Both . "+"}}{{end}}`, `<p{{if .Yes}} class="{{.Text}}"{{end}}>`,
	`{{$x := .Text}}{{if .No}}{{$x := .HTML}}{{$x}}{{else}}{{$x}}{{end}}{{$x}}`, `{{$n := .Number}}{{if .No}}{{$n := .Zero}}{{$n}}{{else}}{{$n}}{{end}}`,
	`{{$x := .Text}}{{range $n, $e := .List}}{{if not $n}}{{$x := "first"}}{{$x}}{{else}}[{{$x}}]{{end}}{{end}}`, `{{with $x := .Nil}}{{$x.Text}}{{else}}{{$x := .Text}}{{$x}}{{end}}`,
	`{{$x := .Text}}{{if .Yes}}{{$y := .Text}}{{$y}}{{end}}|{{if .No}}{{$x := .HTML}}{{$x}}{{else}}{{$x}}{{end}}`, `{{range .None}}{{$a := .Text}}{{$a}}{{else}}{{$a := .Text}}{{$a}}{{end}}`,
	`{{"constant <"}}{{1}}{{true}}`, `<{{.Text}}>`,
}

var foreign = []string{
	`{{.hidden}}`, `{{.Missing}}`, `{{.Text.Missing}}`, `{{range .Map}}{{.}}{{end}}`, `{{range $k, $v := .Map}}{{$k}}{{$v}}{{end}}`, `{{.Text | printf "%q"}}`, `{{printf "%s" .Text}}`, `{{len .Text}}`,
	`{{range .Number}}a{{end}}`, `{{range $x := .None}}{{else}}{{$x}}{{end}}`, `{{1e6}}{{0i}}{{'a'}}{{0x1F}}`, `{{if eq .Number 1.0}}a{{end}}`, `{{index .List 1.0}}`, `{{range .Text}}a{{end}}`, `{{range .List}}{{.Text}}{{break}}{{end}}`, `{{range .List}}{{if .Text}}{{continue}}{{end}}-{{end}}`, `{{$a := 1}}{{$a = 2}}{{$a}}`,
	`{{template "part"}}`, `{{template "part" .Any}}`, `{{template "gone" .}}`, `{{.Any.Text}}`, `{{index .Map "k"}}`, `{{eq .Text .Number}}`, `{{many "a" "b"}}`, `{{loud .Number}}`, `{{html .Text}}`,
	`<style>{{.CSS}}</style>`, `<script>var a = {{.Text}}; f("{{.Text}}")</script>`, `<p style="color:{{.Text}}" onclick="f({{.Text}})">`, `<p title={{.Text}}>`, `<a href="{{template "part" .Leaf}}">`, `<!-- gone {{.Text}} --><p>`, `{{(index .List 1).Text}}`,
	`{{if .Text}}<p title="{{end}}`, `{{.Text.Loud}}`, `{{.Both "a"}}`, `{{.Leaf.Both "a"}}`, `{{range .Any}}{{end}}`, `{{eq .Text .Named}}`, `{{.Leaf.Pointed}}`, `{{call .Any}}`,
}

// both are the sets that hold a template; nil when it cannot be parsed.
func both(text string) (ours, library *Set) {
	parse := func() *template.Template {
		set := template.New("").Funcs(funcs)
		template.Must(set.New("part").Parse(`<li>{{.Text}}</li>`))
		template.Must(set.New("chain").Parse(`{{.Text}}{{with .Next}}{{template "chain" .}}{{end}}`))
		template.Must(set.New("loop").Parse(`{{.Text}}{{template "loop" .}}`))
		if _, err := set.New("x").Parse(text); err != nil {
			return nil
		}
		return set
	}
	if parse() == nil {
		return nil, nil
	}
	library = New(parse(), funcs)
	library.Library = true
	return New(parse(), funcs), library
}

// TestAlike: whatever the template and whatever the view, the page or the error is the library's.
func TestAlike(t *testing.T) {
	for _, text := range slices.Concat(known, foreign) {
		ours, library := both(text)
		for _, v := range views() {
			var got, want bytes.Buffer
			got.WriteString("kept")
			want.WriteString("kept")
			calls = 0
			wantErr := library.Execute(&want, 0, "x", v)
			once := calls
			calls = 0
			gotErr := ours.Execute(&got, 0, "x", v)
			if gotErr == nil && calls != once {
				t.Errorf("%s with %T: %d calls, want %d", text, v, calls, once)
			}
			if got.String() != want.String() || fmt.Sprint(gotErr) != fmt.Sprint(wantErr) {
				t.Errorf("%s with %T %.80v\n got %q, %v\nwant %q, %v", text, v, v, got.String(), gotErr, want.String(), wantErr)
			}
		}
	}
}

// TestKnown: what layouts do is done here, and what is foreign is not.
func TestKnown(t *testing.T) {
	for _, text := range known {
		ours, _ := both(text)
		ours.Execute(new(bytes.Buffer), 0, "x", views()[0])
		if left := ours.Left(); len(left) > 0 {
			t.Errorf("%s is left to the library", text)
		}
	}
	for _, text := range foreign {
		ours, _ := both(text)
		if ours.body("x", reflect.ValueOf(views()[0])) != nil {
			t.Errorf("%s is not left to the library", text)
		}
	}
}

// TestLanguages: in each language a page is what the library makes of the templates with its phrases, also where they are
// left to it; a mark that is none stays.
func TestLanguages(t *testing.T) {
	phrases := []map[string]string{{"a": "một &amp; hai", "b": ""}, {"a": "one", "b": "two &lt;b&gt;"}}
	for _, text := range []string{
		`<p title="[a]{{.Text}}[b]">[a] [b][b]{{if .Yes}}[a]{{else}}[b]{{end}}</p>`, `<title>[a]</title>{{range .List}}[b]{{.Text}}{{end}}`, `{{template "part" .Leaf}}`,
		`[c] ` + begins + `a ` + begins + ends + ` [a]` + ends + begins, `<a href="?q=[a]&amp;{{.Text}}">[b]</a>`, `{{printf "%s" .Text}}[a]`, `[a]{{.Leaf.Fails}}`, ``,
	} {
		in := func(say func(key string) string) *template.Template {
			set := template.Must(template.New("part").Funcs(funcs).Parse(`<li>` + say("a") + `{{.Text}}</li>`))
			said := text
			for _, key := range []string{"a", "b"} {
				said = strings.ReplaceAll(said, "["+key+"]", say(key))
			}
			template.Must(set.New("x").Parse(strings.ReplaceAll(said, "[c]", Mark("c"))))
			return set
		}
		var languages []Language
		for _, of := range phrases {
			languages = append(languages, Language{
				Phrase: func(key string) (string, bool) { said, ok := of[key]; return said, ok },
				Whole:  func() *template.Template { return in(func(key string) string { return of[key] }) },
			})
		}
		ours := New(in(Mark), funcs, languages...)
		for n := range languages {
			library := languages[n].Whole()
			for _, v := range views() {
				var got, want bytes.Buffer
				wantErr := library.ExecuteTemplate(&want, "x", v)
				if gotErr := ours.Execute(&got, n, "x", v); (gotErr != nil) != (wantErr != nil) || wantErr == nil && got.String() != want.String() {
					t.Errorf("%s in language %d with %T\n got %q, %v\nwant %q, %v", text, n, v, got.String(), gotErr, want.String(), wantErr)
				}
			}
		}
	}
}

// TestEndless: a template that calls itself without end is an error, as in the library.
func TestEndless(t *testing.T) {
	ours, _ := both(`{{template "loop" .Leaf}}`)
	if err := ours.Execute(new(bytes.Buffer), 0, "x", views()[0]); err == nil || !strings.Contains(err.Error(), "depth") {
		t.Error(err)
	}
}

// TestTexts: in every place and of every type, a text of any bytes comes out as the library writes it.
func TestTexts(t *testing.T) {
	for _, text := range smallest {
		for _, field := range []string{"Text", "Named", "Told", "HTML", "URL", "JS", "CSS"} {
			ours, library := both(strings.Replace(text, "{{.}}", "{{."+field+"}}", 1))
			r := rand.New(rand.NewPCG(1, 2))
			for range 2000 {
				s := odd(r)
				v := &view{Text: s, Named: named(s), Told: told(s), HTML: template.HTML(s), URL: template.URL(s), JS: template.JS(s), CSS: template.CSS(s)}
				var got, want bytes.Buffer
				if gotErr, wantErr := ours.Execute(&got, 0, "x", v), library.Execute(&want, 0, "x", v); got.String() != want.String() || fmt.Sprint(gotErr) != fmt.Sprint(wantErr) {
					t.Fatalf("%s of %s: %q\n got %q, %v\nwant %q, %v", text, field, s, got.String(), gotErr, want.String(), wantErr)
				}
			}
			if left := ours.Left(); len(left) > 0 {
				t.Errorf("%s of %s is left to the library", text, field)
			}
		}
	}
}

// odd is a short text of letters, and of what escapers look at.
func odd(r *rand.Rand) string {
	pieces := []string{"javascript", "http", "https://", ":", "//", "/", "%", "%41", "<", ">", "</", "script", "&", "&amp;", ";", `"`, "'", "`", "+", "=", "?", "#", " ", "\n", "\x00", "\xff", "\xc3", "é", "ệ", "\u2028", "\ufdd0", "\ufffd", "😀", "<!--", "-->", "(", ")", "{", "\\", "expression", "a", "Z", "0", "-", ".", "_", "~", "@"}
	var b strings.Builder
	for range r.IntN(6) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}
