package page_test

import (
	"bytes"
	"html"
	"os"
	"path"
	"regexp"
	"strings"
	"sync"
	"testing"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/page"
	"minhbach/generator/internal/plan"
	"minhbach/layouts"
)

// shipped loads the real content: it is a test case.
func shipped(t *testing.T) (*plan.Site, []*derive.World) {
	t.Helper()
	site, _, problems := content.Load(os.DirFS("../../../content"))
	if problems.Failed() {
		t.Fatal("the shipped content has errors")
	}
	var worlds []*derive.World
	for _, p := range site.Plans {
		worlds = append(worlds, derive.Judge(p))
	}
	return site, worlds
}

func pages(t *testing.T, site *plan.Site, worlds []*derive.World) []page.Page {
	t.Helper()
	r, err := page.New(layouts.FS, page.Assets{CSS: "site.css", App: "app.js", Charts: "charts.js"})
	if err != nil {
		t.Fatal(err)
	}
	return r.Pages(site, worlds)
}

// render writes every page, all at once, and gives them by path.
func render(t *testing.T, list []page.Page) map[string]string {
	t.Helper()
	all := map[string]string{}
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, p := range list {
		wg.Go(func() {
			var b bytes.Buffer
			if err := p.Write(&b); err != nil {
				t.Error(err)
			}
			mu.Lock()
			defer mu.Unlock()
			if _, twice := all[p.Path]; twice {
				t.Errorf("%s is there twice", p.Path)
			}
			all[p.Path] = b.String()
		})
	}
	wg.Wait()
	return all
}

func TestPagesAreWholeAndAlwaysTheSame(t *testing.T) {
	site, worlds := shipped(t)
	list := pages(t, site, worlds)
	once, again := render(t, list), render(t, list)
	for name, body := range once {
		if body != again[name] {
			t.Errorf("%s differs when it is written again", name)
		}
		for _, sign := range []string{"⟦", "%!", "<no value>", "ZgotmplZ", "style=", "<style"} {
			if strings.HasSuffix(name, ".html") && strings.Contains(body, sign) && (sign != "<style" || name != page.MissingPath) {
				t.Errorf("%s holds %q", name, sign)
			}
		}
	}
}

var (
	titleTag     = regexp.MustCompile(`<title>(.*?)</title>`)
	alternateTag = regexp.MustCompile(`<link rel="alternate" hreflang="(vi|en)" href="(.*?)">`)
)

// TestLanguagesMirrorEachOther: each page has one page in the other language that points back, with another title, and
// no title stands twice in a language.
func TestLanguagesMirrorEachOther(t *testing.T) {
	site, worlds := shipped(t)
	all := render(t, pages(t, site, worlds))
	titles := map[string]string{}
	for name, body := range all {
		lang, _, _ := strings.Cut(name, "/")
		if !strings.HasSuffix(name, ".html") || lang != "vi" && lang != "en" {
			continue
		}
		title := lang + titleTag.FindStringSubmatch(body)[1]
		if titles[title] != "" {
			t.Errorf("%s and %s have the same title %q", name, titles[title], title)
		}
		titles[title] = name
		links := alternateTag.FindAllStringSubmatch(body, -1)
		if len(links) != 2 {
			t.Errorf("%s has %d alternates, want itself and the other language", name, len(links))
			continue
		}
		for _, link := range links {
			other, there := all[path.Join(path.Dir(name), link[2])]
			if !there || !strings.Contains(other, `<html lang="`+link[1]+`">`) {
				t.Errorf("%s: its page in %s, %s, is not there", name, link[1], link[2])
			}
			if link[1] != lang && titleTag.FindStringSubmatch(other)[1] == title[2:] {
				t.Errorf("%s has the same title in both languages", name)
			}
		}
	}
}

// TestPrintedRowsStandVerbatim: every printed cell of both annexes is on a Vietnamese page, letter by letter.
func TestPrintedRowsStandVerbatim(t *testing.T) {
	site, worlds := shipped(t)
	all := render(t, pages(t, site, worlds))
	for _, p := range site.Plans {
		list := html.UnescapeString(all[page.IndicatorsPath(plan.VI, p)])
		for _, i := range p.Indicators {
			where := list
			if i.Measured() {
				where = html.UnescapeString(all[page.IndicatorPath(plan.VI, p, i.ID)])
			}
			stands(t, where, i.Printed)
		}
		for _, task := range p.Tasks {
			stands(t, html.UnescapeString(all[page.TaskPath(plan.VI, p, task.ID)]), task.Printed)
		}
	}
}

func stands(t *testing.T, body string, row plan.PrintedRow) {
	t.Helper()
	for _, cell := range []string{row.Name, row.Target, row.Time} {
		if !strings.Contains(body, cell) {
			t.Errorf("%s: %q does not stand on its page", row.ID, cell)
		}
	}
}

func TestBaseAddressMakesAbsoluteLinks(t *testing.T) {
	site, worlds := shipped(t)
	site.Settings.BaseURL = "https://example.org/reform/"
	home := render(t, pages(t, site, worlds))["en/index.html"]
	for _, want := range []string{
		`<link rel="canonical" href="https://example.org/reform/en/index.html">`,
		`<link rel="alternate" hreflang="vi" href="https://example.org/reform/vi/index.html">`,
		`<link rel="stylesheet" href="../assets/site.css">`,
	} {
		if !strings.Contains(home, want) {
			t.Errorf("the home page lacks %s", want)
		}
	}
}

// TestNothingReleased: a site of drafts still has a home page, without links into what is not there.
func TestNothingReleased(t *testing.T) {
	site := &plan.Site{Settings: plan.Settings{Name: plan.Text{VI: "Trang", EN: "Site"}}, Plans: []*plan.Plan{{ID: "2030"}}}
	r, err := page.New(layouts.FS, page.Assets{})
	if err != nil {
		t.Fatal(err)
	}
	for name, body := range render(t, r.Pages(site, []*derive.World{derive.Judge(site.Plans[0])})) {
		if strings.Contains(body, "2030") {
			t.Errorf("%s leads to a plan of which nothing was released", name)
		}
	}
}
