package page_test

import (
	"encoding/json"
	"path"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/page"
	"minhbach/generator/internal/plan"
	"minhbach/layouts"
)

const site = "https://example.org/reform/"

// pagesWithData lists the pages of a site that has a table.
func pagesWithData(t *testing.T, content *plan.Site, worlds []*derive.World) []page.Page {
	t.Helper()
	r, err := page.New(layouts.FS, page.Assets{})
	if err != nil {
		t.Fatal(err)
	}
	r.Data.Tables = []page.Table{{Name: "plans", Rows: func() int { return len(worlds) }}}
	return r.Pages(content, worlds)
}

// linked reads the JSON-LD of a page as a browser does: the text of the script, up to its end tag.
func linked(t *testing.T, name, body string) []map[string]any {
	t.Helper()
	var all []map[string]any
	for z := html.NewTokenizer(strings.NewReader(body)); z.Next() != html.ErrorToken; {
		if tag := z.Token(); tag.Data != "script" || tag.Type != html.StartTagToken || tag.Attr[0].Val != "application/ld+json" {
			continue
		}
		z.Next()
		var block struct {
			Context string           `json:"@context"`
			Graph   []map[string]any `json:"@graph"`
		}
		if err := json.Unmarshal(z.Raw(), &block); err != nil || block.Context != "https://schema.org" || all != nil {
			t.Errorf("%s: %v in %s", name, err, z.Raw())
		}
		all = block.Graph
	}
	return all
}

// required is what each type must say.
var required = map[string][]string{
	"WebSite":                {"name", "url", "inLanguage", "publisher"},
	"BreadcrumbList":         {"itemListElement"},
	"Dataset":                {"name", "description", "url", "license", "creator", "publisher", "inLanguage", "dateModified", "temporalCoverage", "spatialCoverage", "distribution"},
	"Report":                 {"name", "url", "inLanguage", "datePublished", "about", "publisher"},
	"Article":                {"headline", "description", "url", "inLanguage", "about", "publisher"},
	"WebPage":                {"name", "description", "url", "inLanguage", "publisher"},
	"GovernmentOrganization": {"name", "mainEntityOfPage"},
	"Organization":           {"name", "mainEntityOfPage"},
}

// TestSchemaOrg: with a base address every page with a breadcrumb says where it stands, and what it is about in full;
// its pages are there, and its texts are no HTML. Without a base address no page says anything.
func TestSchemaOrg(t *testing.T) {
	for _, folder := range folders {
		content, worlds := contents(t, folder)
		for name, body := range render(t, pagesWithData(t, content, worlds)) {
			if strings.Contains(body, "ld+json") {
				t.Errorf("%s speaks of addresses without a base address", name)
			}
		}
		content.Settings.BaseURL = site
		all := render(t, pagesWithData(t, content, worlds))
		seen := map[string]int{}
		for name, body := range all {
			if path.Ext(name) != ".html" || page.Aside(name) {
				continue
			}
			things := linked(t, name, body)
			crumbs := false
			for _, thing := range things {
				kind := thing["@type"].(string)
				seen[kind]++
				for _, property := range required[kind] {
					if thing[property] == nil || thing[property] == "" {
						t.Errorf("%s: a %s without %s", name, kind, property)
					}
				}
				crumbs = crumbs || kind == "BreadcrumbList" && soundCrumbs(t, name, thing, all)
				soundTexts(t, name, thing)
			}
			if strings.Contains(body, `class="crumbs"`) != crumbs {
				t.Errorf("%s: its breadcrumb is told: %v", name, crumbs)
			}
		}
		for kind := range required {
			if seen[kind] == 0 && kind != "Organization" {
				t.Errorf("%s: no page speaks of a %s", folder, kind)
			}
		}
	}
}

// soundCrumbs: from the outermost page to the page itself.
func soundCrumbs(t *testing.T, name string, list map[string]any, all map[string]string) bool {
	t.Helper()
	items := list["itemListElement"].([]any)
	for n, i := range items {
		item := i.(map[string]any)
		file, anchor, _ := strings.Cut(strings.TrimPrefix(item["item"].(string), site), "#")
		if item["position"] != float64(n+1) || item["name"] == "" || all[file] == "" || anchor != "" && !strings.Contains(all[file], `id="`+anchor+`"`) {
			t.Errorf("%s: crumb %v", name, item)
		}
	}
	if last := items[len(items)-1].(map[string]any)["item"]; last != site+name {
		t.Errorf("%s: its breadcrumb ends at %v", name, last)
	}
	return true
}

var markup = regexp.MustCompile(`<[a-z/]|&[a-z#0-9]+;`)

func soundTexts(t *testing.T, name string, thing map[string]any) {
	t.Helper()
	for property, value := range thing {
		text, is := value.(string)
		if is && markup.MatchString(text) {
			t.Errorf("%s: %s holds HTML: %q", name, property, text)
		}
		if n := len([]rune(text)); thing["@type"] == "Dataset" && property == "description" && (n < 50 || n > 5000) {
			t.Errorf("%s: a description of %d characters", name, n)
		}
	}
}

// TestSchemaOrgNamesTheMaker: of a compiled plan its compiler, otherwise the publisher.
func TestSchemaOrgNamesTheMaker(t *testing.T) {
	content, worlds := contents(t, folders[0])
	content.Settings.BaseURL = site
	content.Plans[0].Compiler = plan.Text{VI: "Nhóm biên soạn", EN: "The compilers"}
	maker := func() string {
		name := page.DataPath(plan.EN)
		return linked(t, name, render(t, pagesWithData(t, content, worlds))[name])[0]["creator"].(map[string]any)["name"].(string)
	}
	if m := maker(); m != "The compilers" {
		t.Errorf("the data of a compiled plan are by %q", m)
	}
	content.Plans[0].CompiledFrom = ""
	if m := maker(); m != content.Settings.Publisher.EN {
		t.Errorf("the data of a plan that reports on itself are by %q", m)
	}
}

// TestSchemaOrgOfHostileNames: whatever a name holds, it ends no script and comes back as it was.
func TestSchemaOrgOfHostileNames(t *testing.T) {
	hostile := "</script><script>alert(1)</script> <!-- \"quoted\" 'too' & \\ \u2028 ]]>"
	content, worlds := contents(t, folders[0])
	content.Settings.BaseURL = site
	content.Settings.Name = plan.Text{VI: hostile, EN: hostile}
	name := page.HomePath(plan.EN)
	body := render(t, pagesWithData(t, content, worlds))[name]
	if strings.Contains(body, "<script>alert") {
		t.Error("a name became a script")
	}
	if have := linked(t, name, body)[0]["name"]; have != hostile {
		t.Errorf("the name came back as %q", have)
	}
}
