package page_test

import (
	"regexp"
	"strings"
	"testing"

	"minhbach/generator/internal/page"
	"minhbach/generator/internal/plan"
)

// glossed builds the site with a glossary and one text of its own, and gives that text as it stands on its page.
func glossed(t *testing.T, lang plan.Lang, glossary, text string) string {
	t.Helper()
	site, worlds := shipped(t)
	site.Pages = []plan.Page{
		{Slug: page.GlossarySlug, Lang: lang, Title: "Glossary", Body: glossary}, {Slug: "own", Lang: lang, Title: "Own", Body: text},
	}
	for _, p := range site.Pages {
		site.Pages = append(site.Pages, plan.Page{Slug: p.Slug, Lang: lang.Other(), Title: p.Title, Body: "…"})
	}
	body := render(t, pages(t, site, worlds))[page.SitePath(lang, "own")]
	_, body, _ = strings.Cut(body, "</h1>")
	body, _, _ = strings.Cut(body, "</article>")
	return strings.TrimSpace(body)
}

func TestTermsLeadToTheGlossary(t *testing.T) {
	const glossary = "## Words\n\n### Mark\n\nx\n\n### Mark of the place\n\nx\n\n### Nhãn, dấu vết\n\nx\n\n### Met\n\nx\n\n### A & B\n\nx\n\n### lt, amp\n\nx\n\n###\n\nx\n\n### z, , zz\n\nx\n"
	link := func(id, text string) string {
		return `<a class="term" href="glossary.html#` + id + `">` + text + `</a>`
	}
	for _, c := range []struct{ name, text, want string }{
		{"the first use alone", "A mark and a mark.", "<p>A " + link("mark", "mark") + " and a mark.</p>"},
		{"any case, and the plural", "Marks stay.", "<p>" + link("mark", "Marks") + " stay.</p>"},
		{"whole words only", "Marked, remark, mark-up, 7mark.", "<p>Marked, remark, mark-up, 7mark.</p>"},
		{"the longest", "The mark of the place, then the mark.", "<p>The " + link("mark-of-the-place", "mark of the place") + ", then the " + link("mark", "mark") + ".</p>"},
		{"words explained together", "Nhãn rồi dấu vết.", "<p>" + link("nhan-dau-vet", "Nhãn") + " rồi dấu vết.</p>"},
		{"not in headings, links and code", "# Mark\n\n[the mark](glossary.html) `mark`", "<p><a href=\"glossary.html\">the mark</a> <code>mark</code></p>"},
		{"not a word of a status", "It is met.", "<p>It is met.</p>"},
		{"nothing of an escape", "a &amp; b, <b>mark</b>", "<p>" + link("a-b", "a &amp; b") + ", &lt;b&gt;" + link("mark", "mark") + "&lt;/b&gt;</p>"},
		{"not inside an escape", "1 &lt; 2 &amp; 3", "<p>1 &lt; 2 &amp; 3</p>"},
		{"letters that change their length", "İ mark", "<p>İ mark</p>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := regexp.MustCompile(`<h\d[^>]*>.*?</h\d>\s*`).ReplaceAllString(glossed(t, plan.EN, glossary, c.text), "")
			if got != c.want {
				t.Errorf("%s\nwant %s", got, c.want)
			}
		})
	}
}

// TestTermsOnceAPage: no page explains a word twice, the glossary none, and the pages that citizens read first some.
func TestTermsOnceAPage(t *testing.T) {
	site, worlds := shipped(t)
	all := render(t, pages(t, site, worlds))
	term := regexp.MustCompile(`<a class="term" href="([^"]+)"`)
	for name, body := range all {
		seen := map[string]bool{}
		for _, m := range term.FindAllStringSubmatch(body, -1) {
			if seen[m[1]] {
				t.Errorf("%s leads to %s twice", name, m[1])
			}
			seen[m[1]] = true
		}
		if glossary := strings.HasSuffix(name, "/thuat-ngu.html") || strings.HasSuffix(name, "/glossary.html"); glossary && len(seen) > 0 {
			t.Errorf("%s leads to itself", name)
		}
	}
	for _, l := range plan.Langs {
		for _, path := range []string{page.HomePath(l), page.IndicatorPath(l, worlds[0].Plan, worlds[0].Newest().Indicators[0].Indicator.ID)} {
			if !term.MatchString(all[path]) {
				t.Errorf("%s explains no word", path)
			}
		}
	}
}
