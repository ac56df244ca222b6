// Package prose turns the Markdown of pages and narrative into HTML.
//
// A figure in the text is a reference to the data, {{value:5@2030-h1}}, resolved after parsing in the language's
// number format; one that does not exist is an error with its place. Raw HTML is shown as text, with a warning. Links
// go to http, https and mailto addresses, to other pages by a relative path, or to a heading; anything else is an
// error. Headings have ids made from their words without diacritics and without references, so that an address does
// not change with a figure.
package prose

import (
	"bytes"
	"html"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// Resolver gives the text of a reference ("value", "5@2030-h1"), or what is wrong with it.
type Resolver interface {
	Resolve(kind, arg string) (string, *Trouble)
}

// Trouble says what is wrong with a reference and what to do.
type Trouble struct{ Message, Hint diag.Text }

// markdown is built once; it keeps no state between documents.
var markdown = goldmark.New(
	goldmark.WithExtensions(extension.Table),
	goldmark.WithParserOptions(
		parser.WithAutoHeadingID(),
		parser.WithInlineParsers(util.Prioritized(refParser{}, 50)),
	),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(ours{}, 100))),
)

// Render gives the page's HTML and what is wrong with its Markdown, in the order of the file. Where the pages that
// there are cannot be told, links to neighbours are taken as they are.
func Render(p plan.Page, r Resolver) (string, []diag.Diagnostic) {
	source := []byte(p.Body)
	doc, problems := read(p, source, r, nil)
	var b bytes.Buffer
	_ = markdown.Renderer().Render(&b, source, doc) // a bytes.Buffer takes everything
	return b.String(), problems
}

// read is the tree of a page with its references resolved; there tells whether a relative link leads to a page of the site,
// and may be nil.
func read(p plan.Page, source []byte, r Resolver, there func(to string) bool) (ast.Node, []diag.Diagnostic) {
	doc := markdown.Parser().Parse(text.NewReader(source), parser.WithContext(parser.NewContext(parser.WithIDs(&ids{}))))
	v := &visitor{page: p, source: source, resolver: r, there: there}
	_ = ast.Walk(doc, v.visit) // visit never fails
	return doc, v.problems
}

// ref is a reference to the data as a node of the tree; Text is set by the visitor.
type ref struct {
	ast.BaseInline
	kind, arg string
	offset    int
	broken    bool
	text      string
}

var kindRef = ast.NewNodeKind("Reference")

// Kind implements ast.Node.
func (*ref) Kind() ast.NodeKind { return kindRef }

// Dump implements ast.Node.
func (n *ref) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Kind": n.kind, "Arg": n.arg}, nil)
}

// Rows are the ids of rows that a text refers to, in its order.
func Rows(body string) []string {
	var ids []string
	for _, after := range strings.Split(body, "{{")[1:] {
		inside, _, _ := strings.Cut(after, "}}")
		if kind, arg, ok := strings.Cut(inside, ":"); ok && kind != "date" && kind != "count" {
			id, _, _ := strings.Cut(arg, "@")
			ids = append(ids, id)
		}
	}
	return ids
}

type refParser struct{}

// Trigger implements parser.InlineParser.
func (refParser) Trigger() []byte { return []byte{'{'} }

// Parse implements parser.InlineParser.
func (refParser) Parse(_ ast.Node, r text.Reader, _ parser.Context) ast.Node {
	line, segment := r.PeekLine()
	if !bytes.HasPrefix(line, []byte("{{")) {
		return nil
	}
	end := bytes.Index(line, []byte("}}"))
	if end < 0 {
		r.Advance(2)
		return &ref{offset: segment.Start, broken: true, text: "{{"}
	}
	inside := string(line[2:end])
	r.Advance(end + 2)
	kind, arg, ok := strings.Cut(inside, ":")
	broken := !ok || arg == "" || strings.ContainsAny(inside, " {\t")
	return &ref{kind: kind, arg: arg, offset: segment.Start, broken: broken, text: string(line[:end+2])}
}

// ours renders references, and raw HTML as text.
type ours struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (ours) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindRef, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			_, _ = w.WriteString(html.EscapeString(n.(*ref).text))
		}
		return ast.WalkContinue, nil
	})
	r.Register(ast.KindRawHTML, func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			writeEscaped(w, source, n.(*ast.RawHTML).Segments)
		}
		return ast.WalkSkipChildren, nil
	})
	r.Register(ast.KindHTMLBlock, func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			_, _ = w.WriteString("<p>")
			writeEscaped(w, source, n.Lines())
			if b := n.(*ast.HTMLBlock); b.HasClosure() {
				_, _ = w.WriteString(html.EscapeString(string(b.ClosureLine.Value(source))))
			}
			_, _ = w.WriteString("</p>\n")
		}
		return ast.WalkSkipChildren, nil
	})
}

func writeEscaped(w util.BufWriter, source []byte, lines *text.Segments) {
	for n := range lines.Len() {
		s := lines.At(n)
		_, _ = w.WriteString(html.EscapeString(string(s.Value(source))))
	}
}

// place turns an offset of the body into a line and a column of the file, in characters.
func place(p plan.Page, source []byte, offset int) (line, col int) {
	before := source[:min(offset, len(source))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return p.Line + bytes.Count(before, []byte("\n")), utf8.RuneCount(before[start:]) + 1
}
