package page

import (
	"bytes"
	"errors"
	"html"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"text/template/parse"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/fill"
	"minhbach/generator/internal/plan"
)

// Renderer holds the parsed templates. It keeps nothing of one page for another and may be used by many
// goroutines at once.
type Renderer struct {
	layouts fs.FS
	set     *fill.Set
	phrases phrases
	assets  Assets

	rules    phrases // sentences of the methodology, by rule id: rules.json
	codebook phrases // meanings of tables and columns: codebook.json

	// Data is what the pages say of the open data; set it before Pages.
	Data Data
}

// With gives the same layouts with other assets, and with data of its own.
func (r *Renderer) With(assets Assets) *Renderer {
	other := *r
	other.assets, other.Data = assets, Data{}
	return &other
}

// Assets are the file names of the stylesheet and the scripts; they lie under assets/ at the site's root. An empty
// name leaves the link out.
type Assets struct {
	CSS    string
	App    string // small, loaded by pages with an interactive chart, deferred
	Charts string // the chart library, loaded by App when the reader asks
	Find   string // loaded by lists that can be narrowed down
	Icon   string // an SVG
	Emblem string // in place of the mark, and the icon
}

// New parses every .html file of layouts and reads strings.json, rules.json and codebook.json. A template's name is its
// path, so that {{template "parts/tally.html" .Tally}} names a file. The error is a *Flawed with all that is wrong.
func New(layouts fs.FS, assets Assets) (*Renderer, error) {
	f := &flaws{layouts: layouts}
	r := &Renderer{layouts: layouts, assets: assets}
	r.phrases, r.rules, r.codebook = f.texts("strings.json"), f.texts("rules.json"), f.texts("codebook.json")
	r.set = fill.New(r.parse(f, fill.Mark), funcs, r.languages()...)
	if problems := f.Sorted(); len(problems) > 0 {
		return nil, &Flawed{problems}
	}
	return r, nil
}

// funcs are what layouts may call, beside the functions of html/template; t is gone once the texts were put in.
var funcs = template.FuncMap{
	"t":    func(string) (string, error) { return "", errors.New("t takes one key, as a literal") },
	"tile": func(t Tile) template.HTML { return t.html() },
}

// languages are what the layouts say in each of plan.Langs.
func (r *Renderer) languages() []fill.Language {
	var all []fill.Language
	for _, l := range plan.Langs {
		phrase := func(key string) (string, bool) {
			text, ok := r.phrases[key]
			return html.EscapeString(text.In(l)), ok
		}
		whole := func() *template.Template {
			return r.parse(&flaws{layouts: r.layouts}, func(key string) string { said, _ := phrase(key); return said })
		}
		all = append(all, fill.Language{Phrase: phrase, Whole: whole})
	}
	return all
}

// parse parses all layouts, and puts what say gives for the key in place of {{t "key"}}.
func (r *Renderer) parse(f *flaws, say func(key string) string) *template.Template {
	set, files := f.parse()
	k := &folder{flaws: f, phrases: r.phrases, say: say, names: files}
	for _, t := range set.Templates() {
		k.names = append(k.names, t.Name())
	}
	for _, t := range set.Templates() {
		if t.Tree != nil {
			k.fold(t.Tree, t.Tree.Root)
		}
	}
	return set
}

// parse parses all layouts; files are their names.
func (f *flaws) parse() (set *template.Template, files []string) {
	set = template.New("").Funcs(funcs)
	err := fs.WalkDir(f.layouts, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(path, ".html") {
			files = append(files, path)
			f.template(set, path)
		}
		return err
	})
	if err != nil {
		f.unreadable(".", err)
	}
	return set, files
}

// folder replaces {{t "key"}} by a text, once for all pages. An unknown key, and a template that is not there, are problems
// at their place.
type folder struct {
	*flaws
	phrases phrases // nil when they could not be read
	say     func(key string) string
	names   []string // of all templates
}

func (k *folder) fold(tree *parse.Tree, list *parse.ListNode) {
	if list == nil {
		return
	}
	for n, node := range list.Nodes {
		switch node := node.(type) {
		case *parse.ActionNode:
			if key, ok := literal(node); ok {
				list.Nodes[n] = k.text(tree, node, key)
			}
		case *parse.TemplateNode:
			if !slices.Contains(k.names, node.Name) {
				k.unknown(tree, node, diag.Say("không có mẫu “%s”", "there is no layout “%s”", node.Name), node.Name, k.names)
			}
		case *parse.IfNode:
			k.branch(tree, &node.BranchNode)
		case *parse.RangeNode:
			k.branch(tree, &node.BranchNode)
		case *parse.WithNode:
			k.branch(tree, &node.BranchNode)
		}
	}
}

func (k *folder) branch(tree *parse.Tree, b *parse.BranchNode) {
	k.fold(tree, b.List)
	k.fold(tree, b.ElseList)
}

func (k *folder) text(tree *parse.Tree, node parse.Node, key string) parse.Node {
	if _, ok := k.phrases[key]; !ok && k.phrases != nil {
		k.unknown(tree, node, diag.Say("strings.json không có khóa “%s”", "strings.json has no key “%s”", key), key, slices.Sorted(maps.Keys(k.phrases)))
	}
	return &parse.TextNode{NodeType: parse.NodeText, Pos: node.Position(), Text: []byte(k.say(key))}
}

// literal recognises {{t "key"}}.
func literal(n *parse.ActionNode) (string, bool) {
	if len(n.Pipe.Decl) > 0 || len(n.Pipe.Cmds) != 1 || len(n.Pipe.Cmds[0].Args) != 2 {
		return "", false
	}
	f, ok := n.Pipe.Cmds[0].Args[0].(*parse.IdentifierNode)
	key, isString := n.Pipe.Cmds[0].Args[1].(*parse.StringNode)
	if !ok || !isString || f.Ident != "t" {
		return "", false
	}
	return key.Text, true
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// render writes a page whole or not at all.
func (r *Renderer) render(w io.Writer, l plan.Lang, layout string, view any) error {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := r.set.Execute(b, slices.Index(plan.Langs, l), layout, view); err != nil {
		if within := (*Flawed)(nil); errors.As(err, &within) {
			return within
		}
		f := &flaws{layouts: r.layouts}
		f.executed(layout, err)
		return &Flawed{f.Sorted()}
	}
	_, err := w.Write(b.Bytes())
	return err
}
