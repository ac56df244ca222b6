package page

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"html/template"
	"io"
	"io/fs"
	"strings"
	"sync"
	"text/template/parse"

	"minhbach/generator/internal/plan"
)

// Renderer holds the parsed templates of each language. It keeps no state between pages and may be used by many
// goroutines at once.
type Renderer struct {
	sets    map[plan.Lang]*template.Template
	phrases phrases
	assets  Assets

	rules    phrases // sentences of the methodology, by rule id: rules.json
	codebook phrases // meanings of tables and columns: codebook.json

	// Tables are the data files as the data page lists them; set them before Pages.
	Tables []Table
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

// New parses every .html file of layouts and reads strings.json, rules.json and codebook.json. A template's name is its path, so that {{template
// "parts/tally.html" .Tally}} names a file and every message names the file and the line.
func New(layouts fs.FS, assets Assets) (*Renderer, error) {
	p, err := readPhrases(layouts)
	if err != nil {
		return nil, fmt.Errorf("layouts: %w", err)
	}
	r := &Renderer{sets: map[plan.Lang]*template.Template{}, phrases: p, assets: assets}
	for _, l := range plan.Langs {
		if r.sets[l], err = r.parse(layouts, l); err != nil {
			return nil, fmt.Errorf("layouts: %w", err)
		}
	}
	if r.rules, err = readTexts(layouts, "rules.json"); err != nil {
		return nil, fmt.Errorf("layouts: %w", err)
	}
	if r.codebook, err = readTexts(layouts, "codebook.json"); err != nil {
		return nil, fmt.Errorf("layouts: %w", err)
	}
	return r, nil
}

func (r *Renderer) parse(layouts fs.FS, l plan.Lang) (*template.Template, error) {
	set := template.New("").Funcs(template.FuncMap{
		"t":    func(string) (string, error) { return "", errors.New("t takes one key, as a literal") },
		"tile": func(t Tile) template.HTML { return t.html() },
	})
	err := fs.WalkDir(layouts, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".html") {
			return err
		}
		source, err := fs.ReadFile(layouts, path)
		if err != nil {
			return err
		}
		t, err := set.New(path).Parse(string(source))
		if err != nil {
			return err
		}
		return r.fold(t.Tree, t.Tree.Root, l)
	})
	return set, err
}

// fold replaces {{t "key"}} by the text itself, once for all pages; an unknown key is an error with its place.
func (r *Renderer) fold(tree *parse.Tree, list *parse.ListNode, l plan.Lang) error {
	if list == nil {
		return nil
	}
	for n, node := range list.Nodes {
		var err error
		switch node := node.(type) {
		case *parse.ActionNode:
			if key, ok := literal(node); ok {
				list.Nodes[n], err = r.text(tree, node, key, l)
			}
		case *parse.IfNode:
			err = errors.Join(r.fold(tree, node.List, l), r.fold(tree, node.ElseList, l))
		case *parse.RangeNode:
			err = errors.Join(r.fold(tree, node.List, l), r.fold(tree, node.ElseList, l))
		case *parse.WithNode:
			err = errors.Join(r.fold(tree, node.List, l), r.fold(tree, node.ElseList, l))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *Renderer) text(tree *parse.Tree, node parse.Node, key string, l plan.Lang) (parse.Node, error) {
	text, ok := r.phrases[key]
	if !ok {
		place, _ := tree.ErrorContext(node)
		return node, fmt.Errorf("%s: strings.json has no %q", place, key)
	}
	return &parse.TextNode{NodeType: parse.NodeText, Pos: node.Position(), Text: []byte(html.EscapeString(text.In(l)))}, nil
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
func (r *Renderer) render(w io.Writer, l plan.Lang, path, layout string, view any) error {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := r.sets[l].ExecuteTemplate(b, layout, view); err != nil {
		return fmt.Errorf("%s: layouts: %w", path, err)
	}
	_, err := w.Write(b.Bytes())
	return err
}
