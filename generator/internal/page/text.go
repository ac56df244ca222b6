package page

import (
	"html"
	"html/template"
	"regexp"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/prose"
)

// textView is a text in Markdown as a page: a section of the narrative, or a page of the site.
type textView struct {
	*Frame
	Heading  string
	About    string
	TextLang plan.Lang // of a text that is not translated; empty otherwise
	Contents []Link
	Body     template.HTML
	Around   *Around
}

// text is a Markdown page in the language of the reader, or in the other one where that is missing.
type text struct{ *plan.Page }

// foreign is the language of a text that is not in the reader's own; empty otherwise.
func (t text) foreign(l plan.Lang) plan.Lang {
	if t.Lang == l {
		return ""
	}
	return t.Lang
}

// texts gives each slug once, in the order of the pages.
func (s *scope) texts(pages []plan.Page) []text {
	var all []text
	at := map[string]int{}
	for n := range pages {
		p := &pages[n]
		i, there := at[p.Slug]
		switch {
		case !there:
			at[p.Slug] = len(all)
			all = append(all, text{p})
		case p.Lang == s.lang:
			all[i].Page = p
		}
	}
	return all
}

// named are the rows whose figures a text refers to.
func (s *scope) named(t text) []string {
	var indicators []*derive.IndicatorResult
	var tasks []*derive.TaskResult
	if s.now != nil {
		for _, id := range prose.Rows(t.Body) {
			if r := s.now.Indicator(plan.IndicatorID(id)); r != nil {
				indicators = append(indicators, r)
			} else if r := s.now.Task(plan.TaskID(id)); r != nil {
				tasks = append(tasks, r)
			}
		}
	}
	return s.rowsOf(indicators, tasks)
}

// text fills the view of a Markdown page. What is wrong with the Markdown is reported by the prose room.
func (s *scope) text(f *Frame, t text, world *derive.World) textView {
	body, _ := prose.Render(*t.Page, prose.Data{Lang: t.Lang, Site: s.site, World: world})
	v := textView{Frame: f, Heading: t.Title, About: t.About, TextLang: t.foreign(s.lang), Contents: contents(body), Body: s.scrolling(body)}
	f.Title, f.Description = t.Title, opening(body)
	return v
}

var headingTag = regexp.MustCompile(`<h2 id="([^"]+)">(.*?)</h2>`)

// contents lists the headings of a long text; a short one needs no list.
func contents(body string) []Link {
	const long = 4
	found := headingTag.FindAllStringSubmatch(body, -1)
	if len(found) < long {
		return nil
	}
	var links []Link
	for _, m := range found {
		links = append(links, Link{plain(m[2]), "#" + m[1]})
	}
	return links
}

var anyTag = regexp.MustCompile(`<[^>]*>`)

// plain is the text of a piece of HTML.
func plain(body string) string {
	return html.UnescapeString(anyTag.ReplaceAllString(body, ""))
}

var firstParagraph = regexp.MustCompile(`(?s)<p>(.*?)</p>`)

// opening is the first sentence of a text, for search engines and previews.
func opening(body string) string {
	m := firstParagraph.FindStringSubmatch(body)
	if m == nil {
		return ""
	}
	sentence, _, _ := strings.Cut(strings.Join(strings.Fields(plain(m[1])), " "), ". ")
	return strings.TrimSuffix(sentence, ".") + "."
}

// scrolling puts each table into a region of its own, so that a wide one scrolls and the page does not.
func (s *scope) scrolling(body string) template.HTML {
	parts := strings.Split(body, "<table>")
	var b strings.Builder
	heading := ""
	for n, part := range parts {
		if n > 0 {
			name := template.HTMLEscapeString(s.say("text.table", s.number(n), heading))
			b.WriteString(`<div class="scroll" role="region" aria-label="` + name + `" tabindex="0"><table>`)
		}
		b.WriteString(strings.ReplaceAll(part, "</table>", "</table></div>"))
		if found := headingTag.FindAllStringSubmatch(part, -1); len(found) > 0 {
			heading = plain(found[len(found)-1][2])
		}
	}
	return template.HTML(b.String())
}
