package chart_test

import (
	"bytes"
	"html/template"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"minhbach/generator/internal/chart"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/page"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
	"minhbach/layouts"
	"minhbach/static"
)

// TestGallery shows every chart of the tests as a page of the site shows it: title, both drawings, source and table, and
// the sparkline of the lists. With the environment variable GALLERY it writes a page in each language into that folder,
// with the site's stylesheet and scripts beside it: make gallery.
func TestGallery(t *testing.T) {
	renderer, err := page.New(layouts.FS, page.Assets{})
	if err != nil {
		t.Fatal(err)
	}
	cases := chart.Cases()
	for _, l := range plan.Langs {
		g := gallery{Lang: l, Other: l.Other()}
		for _, c := range cases {
			g.add(c, shown(t, renderer, c, l), spark(c, l))
		}
		if dir := os.Getenv("GALLERY"); dir != "" {
			g.write(t, dir)
		}
	}
}

// shown is a figure with its table, cut out of the page that other sites embed.
func shown(t *testing.T, renderer *page.Renderer, c chart.Case, l plan.Lang) template.HTML {
	t.Helper()
	site := &plan.Site{Settings: plan.Settings{Name: plan.Text{VI: "Bộ hình", EN: "Gallery"}}, Plans: []*plan.Plan{c.Plan}}
	address := page.EmbedPath(l, c.Plan, c.Plan.Indicators[0].ID)
	for _, p := range renderer.Pages(site, derive.JudgeAsOf(site.Plans, c.AsOf)) {
		if p.Path != address {
			continue
		}
		var b bytes.Buffer
		if err := p.Write(&b); err != nil {
			t.Fatalf("%s: %v", c.Name, err)
		}
		_, from, _ := strings.Cut(b.String(), "<main>")
		figure, _, whole := strings.Cut(from, "</main>")
		if _, figure, _ = strings.Cut(figure, "<figure"); !whole {
			t.Fatalf("%s: the page has no figure", c.Name)
		}
		return template.HTML("<figure" + figure)
	}
	t.Fatalf("%s: there is no page %s", c.Name, address)
	return ""
}

func spark(c chart.Case, l plan.Lang) template.HTML {
	world := derive.JudgeAsOf([]*plan.Plan{c.Plan}, c.AsOf)[0]
	a := world.Newest()
	return template.HTML(chart.Course(wording.In(l, c.Plan), world, a, a.Indicator(c.Plan.Indicators[0].ID)))
}

// gallery is the page of a language.
type gallery struct {
	Lang, Other      plan.Lang
	CSS, App, Charts string
	Kinds            []galleryKind
}

type galleryKind struct {
	Name  string
	Cases []galleryCase
}

type galleryCase struct {
	Name          string
	Figure, Spark template.HTML
}

func (g *gallery) add(c chart.Case, figure, spark template.HTML) {
	name := c.Kind
	if name == "" {
		name = "others"
	}
	if n := len(g.Kinds); n == 0 || g.Kinds[n-1].Name != name {
		g.Kinds = append(g.Kinds, galleryKind{Name: name})
	}
	k := &g.Kinds[len(g.Kinds)-1]
	k.Cases = append(k.Cases, galleryCase{c.Name, figure, spark})
}

// write writes the page, and the assets that it needs.
func (g *gallery) write(t *testing.T, dir string) {
	t.Helper()
	assets, err := static.Bundle()
	if err != nil {
		t.Fatal(err)
	}
	g.CSS, g.App, g.Charts = assets.Style.Name, assets.App.Name, assets.Charts.Name
	var b bytes.Buffer
	if err := frame.Execute(&b, g); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{g.File(g.Lang): b.Bytes()}
	for _, a := range []static.Asset{assets.Style, assets.App, assets.Charts} {
		files[a.Name] = a.Body
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, body := range files {
		if err := os.WriteFile(filepath.Join(dir, name), body, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// File is the name of the page in a language.
func (g *gallery) File(l plan.Lang) string {
	if l == plan.VI {
		return "index.html"
	}
	return string(l) + ".html"
}

var frame = template.Must(template.New("").Parse(`<!doctype html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gallery of charts ({{.Lang}})</title>
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="{{.CSS}}">
</head>
<body>
<main class="wide">
<h1>Gallery of charts</h1>
<p><a href="{{.File .Other}}" lang="{{.Other}}">{{.Other}}</a>{{range $n, $k := .Kinds}} · <a href="#k{{$n}}">{{$k.Name}}</a>{{end}}</p>
{{range $n, $k := .Kinds}}<h2 id="k{{$n}}" lang="en">{{$k.Name}}</h2>
{{range $m, $c := $k.Cases}}<section class="case" id="k{{$n}}c{{$m}}" data-case="{{$c.Name}}">
<h3 lang="en">{{$c.Name}}</h3>
{{$c.Figure}}{{$c.Spark}}
</section>
{{end}}{{end}}</main>
<script src="{{.App}}" data-charts-src="{{.Charts}}" defer></script>
</body>
</html>
`))
