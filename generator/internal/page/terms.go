package page

import (
	"html/template"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/prose"
	"minhbach/generator/internal/wording"
)

// term is a word of the glossary, in lower case and escaped, with the id of the heading that explains it.
type term struct{ word, id string }

var termTag = regexp.MustCompile(`<h3 id="([^"]+)">(.*?)</h3>`)

// glossaryTerms are the headings of the third level of the glossary; a comma separates words that are explained
// together. Words of statuses and verdicts are left out: they stand beside their tile, with a link to the rule.
func (s *scope) glossaryTerms() []term {
	said := map[string]bool{}
	for x := range statusKinds {
		said[strings.ToLower(wording.Status(s.lang, x))] = true
	}
	for v := range verdictKinds {
		said[strings.ToLower(wording.Verdict(s.lang, v))] = true
	}
	var terms []term
	for _, p := range s.site.Pages {
		if p.Slug != GlossarySlug || p.Lang != s.lang {
			continue
		}
		body, _ := prose.Render(p, prose.Data{Lang: p.Lang, Site: s.site, World: s.world})
		for _, m := range termTag.FindAllStringSubmatch(body, -1) {
			heading := strings.ToLower(plain(m[2]))
			if said[heading] {
				continue
			}
			for _, word := range strings.Split(heading, ", ") {
				if word != "" && !said[word] {
					terms = append(terms, term{template.HTMLEscapeString(word), m[1]})
				}
			}
		}
	}
	return terms
}

// glossaryRows are the rows that the glossary refers to.
func (s *scope) glossaryRows() []string {
	var rows []string
	for n := range s.site.Pages {
		if p := &s.site.Pages[n]; p.Slug == GlossarySlug && p.Lang == s.lang {
			rows = append(rows, s.named(text{p})...)
		}
	}
	return rows
}

// Terms is a text in which the words of the glossary lead to their explanation, each where the page first uses it. It
// takes a text, or HTML of ours, in which headings, links, code and heads of tables are left alone. The templates call
// it in the order in which the page is read.
func (f *Frame) Terms(text any) template.HTML {
	if body, ok := text.(template.HTML); ok {
		return template.HTML(f.termsIn(string(body)))
	}
	return template.HTML(f.termsOf(template.HTMLEscapeString(text.(string))))
}

// closed tells the tags of elements in which no word is explained.
func closed(tag string) bool {
	name := strings.TrimPrefix(tag[1:], "/")
	switch name[:strings.IndexAny(name, " >")] {
	case "a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "th", "blockquote":
		return true
	}
	return false
}

// termsIn goes from tag to tag of a piece of HTML.
func (f *Frame) termsIn(body string) string {
	var b strings.Builder
	from, inside := 0, 0
	text := func(to int) {
		if inside == 0 {
			b.WriteString(f.termsOf(body[from:to]))
		} else {
			b.WriteString(body[from:to])
		}
	}
	for {
		before, rest, _ := strings.Cut(body[from:], "<")
		inner, _, ends := strings.Cut(rest, ">")
		if !ends {
			break
		}
		begin := from + len(before)
		text(begin)
		from = begin + len("<>") + len(inner)
		tag := body[begin:from]
		if closed(tag) {
			if strings.HasPrefix(tag, "</") {
				inside--
			} else {
				inside++
			}
		}
		b.WriteString(tag)
	}
	text(len(body))
	return b.String()
}

// termsOf is an escaped text without tags, with its links.
func (f *Frame) termsOf(text string) string {
	s := f.scope
	lower := strings.ToLower(text)
	glossary := SitePath(s.lang, GlossarySlug)
	if len(lower) != len(text) || f.Path == glossary { // rare letters change their length: the text stays as it is
		return text
	}
	var b strings.Builder
	for from := 0; ; {
		t, at, to := f.nextTerm(lower, from)
		if at < 0 {
			b.WriteString(text[from:])
			return b.String()
		}
		b.WriteString(text[from:at] + `<a class="term" href="` + Rel(f.Path, glossary) + "#" + t.id + `">` + text[at:to] + `</a>`)
		f.explained[t.id] = true
		from = to
	}
}

// nextTerm is the first term from a place on that the page has not explained yet, the longest of those that begin there,
// and from where to where it stands; -1: nowhere.
func (f *Frame) nextTerm(lower string, from int) (first term, at, to int) {
	at = -1
	for _, t := range f.scope.terms {
		if f.explained[t.id] {
			continue
		}
		if begin, end := wordAt(f.Lang, lower, t.word, from); begin >= 0 && (at < 0 || begin < at || begin == at && end > to) {
			first, at, to = t, begin, end
		}
	}
	return first, at, to
}

// wordAt is from where to where a word stands whole in a text, from a place on; in English the plural counts too. -1:
// nowhere.
func wordAt(l plan.Lang, text, word string, from int) (begin, end int) {
	for {
		n := strings.Index(text[from:], word)
		if n < 0 {
			return -1, -1
		}
		begin, end = from+n, from+n+len(word)
		if l == plan.EN && strings.HasPrefix(text[end:], "s") {
			end++
		}
		before, _ := utf8.DecodeLastRuneInString(text[:begin])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !inWord(before) && before != '&' && !inWord(after) { // &amp; is no word
			return begin, end
		}
		from = end
	}
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '-')
}
