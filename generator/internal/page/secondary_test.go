package page_test

import (
	"bytes"
	"html"
	"path"
	"regexp"
	"strings"
	"testing"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/export"
	"minhbach/generator/internal/page"
	"minhbach/generator/internal/plan"
	"minhbach/layouts"
)

// whole renders the whole site with its data files, as the site room does, and gives the paths of the data too.
func whole(t *testing.T) (*plan.Site, []*derive.World, map[string]string) {
	t.Helper()
	site, worlds := shipped(t)
	r, err := page.New(layouts.FS, page.Assets{CSS: "site.css"})
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range export.From(site, worlds).Tables() {
		v := page.Table{Name: table.Name, Rows: func() int { return 12 }}
		for _, c := range table.Columns {
			v.Columns = append(v.Columns, page.Column{Name: c.Name, Type: string(c.Type)})
		}
		r.Data.Tables = append(r.Data.Tables, v)
	}
	all := render(t, r.Pages(site, worlds))
	source := export.From(site, worlds)
	for _, f := range source.Cuts() {
		all[f.Path] = ""
	}
	for _, table := range source.Tables() {
		for _, f := range table.Files("data/" + table.Name) {
			all[f.Path] = ""
		}
	}
	all[page.ManifestPath], all[page.AssetPath("site.css")] = "", ""
	return site, worlds, all
}

var (
	linkTag   = regexp.MustCompile(`(?:href|src)="([^"]*)"`)
	idTag     = regexp.MustCompile(` id="([^"]*)"`)
	regionTag = regexp.MustCompile(`<div class="scroll" role="region" aria-label="[^"]+" tabindex="0"><table>`)
)

// TestEveryLinkLeadsSomewhere: each relative link of each page leads to a file that is there, and each fragment to an
// id of it; no id stands twice on a page.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	_, _, all := whole(t)
	ids := map[string]map[string]bool{}
	for name, body := range all {
		ids[name] = map[string]bool{}
		for _, m := range idTag.FindAllStringSubmatch(body, -1) {
			if ids[name][m[1]] {
				t.Errorf("%s has the id %q twice", name, m[1])
			}
			ids[name][m[1]] = true
		}
	}
	for name, body := range all {
		for _, m := range linkTag.FindAllStringSubmatch(body, -1) {
			to := html.UnescapeString(m[1])
			if strings.Contains(to, "://") || strings.HasPrefix(to, "mailto:") || strings.HasPrefix(to, "tel:") {
				continue
			}
			file, fragment, _ := strings.Cut(to, "#")
			target := path.Join(path.Dir(name), file)
			if file == "" {
				target = name
			}
			if _, there := all[target]; !there || strings.HasPrefix(to, "/") {
				t.Errorf("%s links to %s, which is not there", name, to)
			} else if fragment != "" && fragment != "main" && !ids[target][fragment] {
				t.Errorf("%s links to %s, which has no such id", name, to)
			}
		}
	}
}

// TestEveryKindOfPage: each area, agency, period with a released snapshot, section and page of the site has its page in
// both languages, with what it is about.
func TestEveryKindOfPage(t *testing.T) {
	site, worlds, all := whole(t)
	for _, l := range plan.Langs {
		want := map[string]string{page.DataPath(l): "statuses", page.MethodologyPath(l): "status/met"}
		for _, p := range site.Pages {
			want[page.SitePath(p.Lang, p.Slug)] = p.Title
		}
		for _, w := range worlds {
			p := w.Plan
			want[page.PlanPath(l, p)] = p.Decision.Number
			for _, area := range p.Areas {
				want[page.AreaPath(l, p, area.ID)] = area.Printed
				mustHold(t, all, page.AreasPath(l, p), area.Name.In(l))
			}
			for _, a := range site.Agencies {
				want[page.AgencyPath(l, p, a.ID)] = a.Note.In(l)
				mustHold(t, all, page.AgenciesPath(l, p), a.Name.In(l))
			}
			for _, s := range p.Snapshots {
				want[page.PeriodPath(l, p, s.Period)] = p.Decision.Number
			}
			for _, n := range p.Narrative {
				want[page.NarrativePath(n.Lang, p, n.Slug)] = n.Title
			}
		}
		for name, text := range want {
			mustHold(t, all, name, text)
		}
	}
}

func mustHold(t *testing.T, all map[string]string, name, text string) {
	t.Helper()
	body, there := all[name]
	if !there || !strings.Contains(html.UnescapeString(body), text) {
		t.Errorf("%s is not there, or does not say %q", name, text)
	}
}

// TestReportsSayWhatChanged: a report names the rows whose status differs from the judged period before, and no other.
func TestReportsSayWhatChanged(t *testing.T) {
	_, worlds, all := whole(t)
	for _, w := range worlds {
		var before *derive.AsOf
		for _, a := range w.Periods {
			body := all[page.PeriodPath(plan.EN, w.Plan, a.Period.ID)]
			_, changes, _ := strings.Cut(body, `<ul class="changes">`)
			changes, _, _ = strings.Cut(changes, `</ul>`)
			for _, r := range a.Indicators {
				differs := before != nil && before.Indicator(r.Indicator.ID).Status != r.Status
				if named := strings.Contains(changes, ">"+string(r.Indicator.ID)+" "); named != differs {
					t.Errorf("%s: %s differs: %t, named: %t", a.Period.ID, r.Indicator.ID, differs, named)
				}
			}
			before = a
		}
	}
}

func TestTablesOfTextsScrollByThemselves(t *testing.T) {
	site, worlds, all := whole(t)
	for _, w := range worlds {
		for _, n := range w.Plan.Narrative {
			body := all[page.NarrativePath(n.Lang, w.Plan, n.Slug)]
			if tables, regions := strings.Count(body, "<table>"), len(regionTag.FindAllString(body, -1)); tables != regions {
				t.Errorf("%s has %d tables and %d regions", n.File, tables, regions)
			}
		}
	}
	if len(site.Plans) == 0 {
		t.Error("no plan was looked at")
	}
}

// TestMissingPageHoldsAnywhere: with a base address every link of the page is absolute; without one none climbs.
func TestMissingPageHoldsAnywhere(t *testing.T) {
	site, worlds := shipped(t)
	for _, base := range []string{"", "https://example.org/reform"} {
		site.Settings.BaseURL = base
		body := render(t, pages(t, site, worlds))[page.MissingPath]
		links := linkTag.FindAllStringSubmatch(body, -1)
		if len(links) < 4 || !strings.Contains(body, `lang="en"`) || strings.Contains(body, "stylesheet") {
			t.Errorf("the page for a missing address has %d links:\n%s", len(links), body)
		}
		for _, m := range links {
			if base != "" && !strings.HasPrefix(m[1], base+"/") || base == "" && strings.HasPrefix(m[1], ".") {
				t.Errorf("with the base address %q it links to %s", base, m[1])
			}
		}
	}
}

// TestUntranslatedTextStandsIn: where a text is missing in English the Vietnamese one stands for it, marked.
func TestUntranslatedTextStandsIn(t *testing.T) {
	site, worlds := shipped(t)
	p := worlds[0].Plan
	var kept []plan.Page
	slug := ""
	for _, n := range p.Narrative {
		if slug == "" {
			slug = n.Slug
		}
		if n.Slug != slug || n.Lang == plan.VI {
			kept = append(kept, n)
		}
	}
	p.Narrative = kept
	body := render(t, pages(t, site, worlds))[page.NarrativePath(plan.EN, p, slug)]
	if !strings.Contains(body, `class="prose" lang="vi"`) || !strings.Contains(body, "has not been translated") {
		t.Errorf("the text is not marked:\n%s", body)
	}
}

// TestSiteWithoutPlan: what the program says by itself knows neither the shipped plan's place nor its year; only the
// conventions of the data show an example of a day.
func TestSiteWithoutPlan(t *testing.T) {
	site := &plan.Site{Settings: plan.Settings{Name: plan.Text{VI: "Trang", EN: "Site"}}}
	r, err := page.New(layouts.FS, page.Assets{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Pages(site, nil) {
		var b bytes.Buffer
		if err := p.Write(&b); err != nil {
			t.Error(err)
		}
		for _, word := range []string{"Bình Định", "2023"} {
			if p.Path != page.DataPath(plan.VI) && p.Path != page.DataPath(plan.EN) && strings.Contains(b.String(), word) {
				t.Errorf("%s speaks of %s", p.Path, word)
			}
		}
	}
}
