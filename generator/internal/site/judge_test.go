package site_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"minhbach/generator/internal/plan"
)

// built is a whole site in memory: path to bytes. The judges below say what is wrong with one; the tests ask them
// about the shipped site, and about the same site spoilt in one place.
type built map[string][]byte

type element struct {
	name  string
	attrs map[string]string
}

// parse gives the elements of a page in order and its text as a reader sees it.
func parse(page []byte) ([]element, string) {
	var all []element
	var text strings.Builder
	skip := 0
	for z := html.NewTokenizer(bytes.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return all, strings.Join(strings.Fields(text.String()), " ")
		case html.TextToken:
			if skip == 0 {
				text.Write(z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.Data == "script" {
				skip++
			}
			attrs := map[string]string{}
			for _, a := range t.Attr {
				attrs[a.Key] = a.Val
			}
			all = append(all, element{t.Data, attrs})
		case html.EndTagToken:
			if t := z.Token(); t.Data == "script" {
				skip--
			}
			text.WriteByte(' ')
		}
	}
}

// text decodes entities that the tokenizer leaves in raw text.
func textOf(page []byte) string {
	_, s := parse(page)
	return html.UnescapeString(s)
}

func (b built) title(page string) string {
	s := string(b[page])
	_, s, _ = strings.Cut(s, "<title>")
	s, _, _ = strings.Cut(s, "</title>")
	return html.UnescapeString(s)
}

func (b built) pages(prefix string) []string {
	var all []string
	for p := range b {
		if strings.HasPrefix(p, prefix) && strings.HasSuffix(p, ".html") {
			all = append(all, p)
		}
	}
	slices.Sort(all)
	return all
}

// alternates are the pages that a page names as its equivalents in a language.
func (b built) alternates(page, lang string) []string {
	var to []string
	all, _ := parse(b[page])
	for _, e := range all {
		if e.name == "link" && e.attrs["rel"] == "alternate" && e.attrs["hreflang"] == lang {
			to = append(to, path.Join(path.Dir(page), e.attrs["href"]))
		}
	}
	return to
}

// judgeLanguages: each page has exactly one equivalent in the other language, which exists, points back and has
// another title.
func judgeLanguages(b built) []string {
	var wrong []string
	for from, to := range map[string]string{"vi": "en", "en": "vi"} {
		for _, page := range b.pages(from + "/") {
			other := b.alternates(page, to)
			switch {
			case len(other) != 1 || b[other[0]] == nil:
				wrong = append(wrong, fmt.Sprintf("%s names %q as its page in %s", page, other, to))
			case !slices.Equal(b.alternates(other[0], from), []string{page}):
				wrong = append(wrong, fmt.Sprintf("%s does not point back to %s", other[0], page))
			case b.title(page) == "" || b.title(page) == b.title(other[0]):
				wrong = append(wrong, fmt.Sprintf("%s and %s have the same title %q", page, other[0], b.title(page)))
			}
		}
	}
	return wrong
}

// judgeCharts: the page of each measured indicator has, in both languages, drawings with a mark or a gap word for
// every row of the figure's table, and a table with a row for every slot.
func judgeCharts(b built, p *plan.Plan) []string {
	var wrong []string
	for _, i := range p.Indicators {
		if !i.Measured() {
			continue
		}
		for _, page := range []string{"vi/" + p.ID + "/chi-tieu/" + string(i.ID) + ".html", "en/" + p.ID + "/indicators/" + string(i.ID) + ".html"} {
			wrong = append(wrong, judgeChart(page, b[page])...)
			if b[strings.TrimSuffix(page, ".html")+".svg"] == nil {
				wrong = append(wrong, page+" has no SVG file beside it")
			}
		}
	}
	return wrong
}

func judgeChart(page string, source []byte) []string {
	root, err := html.Parse(bytes.NewReader(source))
	if err != nil || source == nil {
		return []string{page + " is not there"}
	}
	figure := find(root, func(n *html.Node) bool { return n.Data == "figure" && hasClass(n, "chart") })
	if figure == nil {
		return []string{page + " has no chart"}
	}
	after := false
	table := find(root, func(n *html.Node) bool {
		after = after || n == figure
		return after && n.Data == "table"
	})
	if table == nil {
		return []string{page + " has no table of the chart"}
	}
	rows := 0
	for range each(table, func(n *html.Node) bool {
		return n.Data == "tr" && find(n, func(c *html.Node) bool { return c.Data == "td" }) != nil
	}) {
		rows++
	}
	var wrong []string
	drawings := 0
	for svg := range each(figure, func(n *html.Node) bool { return n.Data == "svg" && attr(n, "viewbox", "viewBox") != "" }) {
		drawings++
		for n := range rows {
			mark := find(svg, func(c *html.Node) bool { return attr(c, "data-row") == fmt.Sprint(n) })
			if mark == nil || mark.FirstChild == nil {
				wrong = append(wrong, fmt.Sprintf("%s draws nothing for row %d of its table", page, n+1))
			}
		}
	}
	if drawings < 2 || rows == 0 {
		wrong = append(wrong, fmt.Sprintf("%s has %d drawings and %d rows", page, drawings, rows))
	}
	return wrong
}

// judgeWording: every printed name, target, deliverable and time stands verbatim in the Vietnamese pages and in the
// data.
func judgeWording(b built, p *plan.Plan) []string {
	var wrong []string
	data := map[plan.AnnexKind]string{plan.IndicatorAnnex: cells(b["data/indicators.csv"]), plan.TaskAnnex: cells(b["data/tasks.csv"])}
	lists := map[plan.AnnexKind]string{plan.IndicatorAnnex: textOf(b["vi/"+p.ID+"/chi-tieu/index.html"]), plan.TaskAnnex: ""}
	for _, row := range p.Printed {
		page := "vi/" + p.ID + "/chi-tieu/" + row.ID + ".html"
		if row.Annex == plan.TaskAnnex {
			page = "vi/" + p.ID + "/nhiem-vu/" + row.ID + ".html"
		}
		text := textOf(b[page])
		if b[page] == nil {
			text = lists[row.Annex]
		}
		for what, printed := range map[string]string{"name": row.Name, "target or product": row.Target, "time": row.Time} {
			if !strings.Contains(text, printed) {
				wrong = append(wrong, fmt.Sprintf("%s: the printed %s of row %s is not on the page: %q", page, what, row.ID, printed))
			}
			if printed != "" && !strings.Contains(data[row.Annex], "\x00"+printed+"\x00") {
				wrong = append(wrong, fmt.Sprintf("the printed %s of row %s is not in the data: %q", what, row.ID, printed))
			}
		}
	}
	return wrong
}

// cells are the cells of a CSV file between NUL bytes.
func cells(file []byte) string {
	rows, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
	if err != nil {
		return ""
	}
	var s strings.Builder
	for _, r := range rows {
		s.WriteString("\x00" + strings.Join(r, "\x00") + "\x00")
	}
	return s.String()
}

// judgeLinks: every address within the site exists, and none leads to another host but sources that readers follow.
func judgeLinks(b built) []string {
	var wrong []string
	for _, page := range b.pages("") {
		all, _ := parse(b[page])
		for _, e := range all {
			for _, key := range []string{"href", "src", "data-charts-src"} {
				to := e.attrs[key]
				outside := strings.Contains(to, "://") || strings.HasPrefix(to, "mailto:") || strings.HasPrefix(to, "tel:")
				if to == "" || outside && (e.name == "a" || e.attrs["rel"] == "license") {
					continue
				}
				file, anchor, _ := strings.Cut(to, "#")
				target := path.Join(path.Dir(page), file)
				if file == "" {
					target = page
				}
				switch {
				case outside || strings.HasPrefix(to, "/"):
					wrong = append(wrong, page+" asks for "+to)
				case b[target] == nil:
					wrong = append(wrong, page+" links to "+to+", which is not there")
				case anchor != "" && !strings.Contains(string(b[target]), `id="`+anchor+`"`) && !strings.Contains(string(b[target]), `id=`+anchor):
					wrong = append(wrong, page+" links to "+to+", whose anchor is not there")
				}
			}
		}
	}
	return wrong
}

// judgeSources: each observation with a value has a source and its address.
func judgeSources(b built) []string {
	rows, err := csv.NewReader(bytes.NewReader(b["data/observations.csv"])).ReadAll()
	if err != nil || len(rows) < 2 {
		return []string{"data/observations.csv holds no rows"}
	}
	var wrong []string
	col := func(row []string, name string) string { return row[slices.Index(rows[0], name)] }
	for n, row := range rows[1:] {
		if col(row, "reported") == "true" && (col(row, "source") == "" || !strings.HasPrefix(col(row, "source_url"), "http")) {
			wrong = append(wrong, fmt.Sprintf("data/observations.csv row %d has no source or no address", n+2))
		}
	}
	return wrong
}

func find(n *html.Node, want func(*html.Node) bool) *html.Node {
	for c := range each(n, want) {
		return c
	}
	return nil
}

// each goes through the elements below a node, and the node itself, in order.
func each(n *html.Node, want func(*html.Node) bool) func(func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		if n.Type == html.ElementNode && want(n) && !yield(n) {
			return
		}
		for c := range n.Descendants() {
			if c.Type == html.ElementNode && want(c) && !yield(c) {
				return
			}
		}
	}
}

func hasClass(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attr(n, "class")), class)
}

func attr(n *html.Node, keys ...string) string {
	for _, a := range n.Attr {
		if slices.Contains(keys, a.Key) {
			return a.Val
		}
	}
	return ""
}
