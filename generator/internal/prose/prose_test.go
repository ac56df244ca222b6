package prose_test

import (
	"strings"
	"testing"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/prose"
)

// figures knows one reference.
type figures struct{}

func (figures) Percentages(id string) []plan.Number {
	if id != "7.5.b" {
		return nil
	}
	return []plan.Number{plan.MustNumber("42.79"), plan.MustNumber("35")}
}

func (figures) Resolve(kind, arg string) (string, *prose.Trouble) {
	if kind == "value" && arg == "7.5.b@q2" {
		return "42,79%", nil
	}
	return "", &prose.Trouble{Message: diag.Say("không có", "there is no %s:%s", kind, arg), Hint: diag.Say("sửa", "mend it")}
}

func TestRender(t *testing.T) {
	for _, c := range []struct{ name, in, html, problems string }{
		{"a reference", "Đạt {{value:7.5.b@q2}}.", "<p>Đạt 42,79%.</p>", ""},
		{"in a table, emphasis and heading", "## Kết quả {{value:7.5.b@q2}}\n\n| a |\n|---|\n| **{{value:7.5.b@q2}}** |", "<h2 id=\"ket-qua\">Kết quả 42,79%</h2>", ""},
		{"in code it stays text", "`{{value:7.5.b@q2}}`", "<code>{{value:7.5.b@q2}}</code>", ""},
		{"escaped", `\{{value:x}}`, "{{value:x}}", ""},
		{"unknown", "đầu\n> dẫn {{value:9}}", "", "x.md:6:7: error: there is no value:9 (mend it)"},
		{"not closed", "a {{value:7", "", "x.md:5:3: error: the reference {{ is not well formed"},
		{"empty", "{{}}", "", "x.md:5:1: error: the reference {{}} is not well formed"},
		{"raw HTML is text", "a <b onclick=x>b</b>", "a &lt;b onclick=x&gt;b&lt;/b&gt;", "x.md:5:3: warning: HTML in Markdown is shown as text"},
		{"a block of HTML is text", "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "x.md:5:1: warning"},
		{"javascript in a link", "[a](javascript:alert(1))", "", `x.md:5:1: error: the link's address “javascript:alert(1)” is not allowed`},
		{"javascript in capitals", "[a](JaVaScRiPt:alert(1))", "", "error: the link's address"},
		{"data in a link", "[a](data:text/html,x)", "", "error: the link's address"},
		{"another host without a scheme", "[a](//evil.example)", "", "error: the link's address"},
		{"web and mail and neighbours", "[a](https://x.org) [b](mailto:a@x.org) [c](b.html#d)", `<a href="https://x.org">a</a> <a href="mailto:a@x.org">b</a> <a href="b.html#d">c</a>`, ""},
		{"a typed figure that is the data's", "Đạt {{value:7.5.b@q2}}, mục tiêu 35,0%, tức 42,79 %.", "", ""},
		{"a typed figure that is not", "Đạt {{value:7.5.b@q2}}, gần 43%.", "", "x.md:5:29: warning: 43% is typed and is none of the figures"},
		{"a typed figure in a table", "| a |\n|---|\n| {{value:7.5.b@q2}} 43% |", "", "x.md:7:22: warning: 43% is typed"},
		{"a typed figure in a quotation", "Đạt {{value:7.5.b@q2}}, báo viết “gần 43%”.", "", ""},
		{"a typed figure beside nothing", "Gần 43% số hộ.", "", ""},
		{"an image", "![a](b.png)", "", "x.md:5:1: error: images are not taken in Markdown"},
		{"headings of the same words", "## Đạt\n\n## Đạt", `<h2 id="dat">Đạt</h2>` + "\n" + `<h2 id="dat-2">Đạt</h2>`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			html, problems := prose.Render(plan.Page{File: "x.md", Lang: plan.VI, Body: c.in, Line: 5}, figures{})
			var all []string
			for _, p := range problems {
				all = append(all, p.Format("en"))
			}
			got := strings.Join(all, "\n")
			if !strings.Contains(html, c.html) {
				t.Errorf("HTML %q does not hold %q", html, c.html)
			}
			if (c.problems == "") != (got == "") || !strings.Contains(got, c.problems) {
				t.Errorf("problems %q, want %q", got, c.problems)
			}
		})
	}
}

func FuzzRender(f *testing.F) {
	for _, s := range []string{"{{value:7.5.b@q2}}", "{{", "<a {{x", "| {{a:b}} |\n|--|\n", "[{{a:b}}](x)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		html, problems := prose.Render(plan.Page{File: "x.md", Body: s, Line: 1}, figures{})
		if strings.Contains(html, "<script") {
			t.Errorf("a script came through: %q", html)
		}
		for _, p := range problems {
			if p.Line < 1 || p.Col < 1 {
				t.Errorf("a problem without a place: %+v", p)
			}
		}
	})
}
