package prose

import (
	"html"
	"net/url"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// visitor walks the tree once: it resolves the references and collects the problems in the order of the file.
type visitor struct {
	page     plan.Page
	source   []byte
	resolver Resolver
	there    func(to string) bool
	problems []diag.Diagnostic
}

func (v *visitor) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	v.typed(n)
	switch n := n.(type) {
	case *ref:
		v.resolve(n)
	case *ast.RawHTML:
		v.rawHTML(n.Segments.At(0).Start)
	case *ast.HTMLBlock:
		v.rawHTML(n.Pos())
	case *ast.Link:
		v.address(n.Pos(), string(n.Destination))
	case *ast.AutoLink:
		v.address(n.Pos(), string(n.URL(v.source)))
	case *ast.Image:
		v.add(n.Pos(), diag.Error, "image", diag.Say("trang này không nhận hình ảnh trong Markdown", "images are not taken in Markdown"),
			diag.Say("bỏ hình, hoặc thay bằng một liên kết", "take the image out, or link to it"))
	}
	return ast.WalkContinue, nil
}

func (v *visitor) resolve(n *ref) {
	if n.broken {
		v.add(n.offset, diag.Error, "reference", diag.Say("tham chiếu %s viết sai", "the reference %s is not well formed", n.text),
			diag.Say("viết {{value:<mã>@<kỳ>}}; muốn in hai dấu ngoặc thì viết \\{{", "write {{value:<id>@<period>}}; to print two braces write \\{{"))
		return
	}
	s, trouble := v.resolver.Resolve(n.kind, n.arg)
	if trouble != nil {
		v.add(n.offset, diag.Error, "reference", trouble.Message, trouble.Hint)
		return
	}
	n.text = s
}

func (v *visitor) rawHTML(offset int) {
	v.add(offset, diag.Warning, "raw-html", diag.Say("thẻ HTML trong Markdown được in ra như chữ", "HTML in Markdown is shown as text"),
		diag.Say("dùng cú pháp Markdown thay cho thẻ HTML", "use Markdown instead of HTML"))
}

func (v *visitor) address(offset int, address string) {
	u, err := url.Parse(html.UnescapeString(address))
	scheme := ""
	if err == nil {
		scheme = strings.ToLower(u.Scheme)
	}
	switch {
	case err == nil && (scheme == "http" || scheme == "https") && u.Host != "":
		return
	case err == nil && scheme == "mailto":
		return
	case err == nil && scheme == "" && u.Host == "" && !strings.HasPrefix(address, "/"):
		if v.there != nil && u.Path != "" && !v.there(u.Path) {
			v.add(offset, diag.Error, "dead-link", diag.Say("liên kết “%s” không dẫn tới trang nào", "the link “%s” leads to no page", address),
				diag.Say("viết đường dẫn tính từ trang này, ví dụ ../chi-tieu/index.html", "write the path from this page, such as ../indicators/index.html"))
		}
		return
	}
	v.add(offset, diag.Error, "address", diag.Say("địa chỉ liên kết “%s” không được phép", "the link's address “%s” is not allowed", address),
		diag.Say("dùng địa chỉ http, https, mailto hoặc đường dẫn tương đối", "use an http, https or mailto address, or a relative path"))
}

func (v *visitor) add(offset int, s diag.Severity, rule string, message, hint diag.Text) {
	line, col := place(v.page, v.source, offset)
	v.problems = append(v.problems, diag.Diagnostic{File: v.page.File, Line: line, Col: col, Severity: s, Rule: rule, Message: message, Hint: hint})
}

// ids makes the ids of headings: their words, without diacritics and references, joined by hyphens.
type ids struct{ used map[string]int }

// Generate implements parser.IDs.
func (d *ids) Generate(value []byte, _ ast.NodeKind) []byte {
	id := slug(string(value))
	if d.used == nil {
		d.used = map[string]int{}
	}
	d.used[id]++
	if n := d.used[id]; n > 1 {
		id += "-" + strconv.Itoa(n)
	}
	return []byte(id)
}

// Put implements parser.IDs.
func (d *ids) Put([]byte) {}

func slug(s string) string {
	for {
		a := strings.Index(s, "{{")
		b := strings.Index(s, "}}")
		if a < 0 || b < a {
			break
		}
		s = s[:a] + s[b+2:]
	}
	words := strings.FieldsFunc(lang.Fold(s), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	if len(words) == 0 {
		return "muc"
	}
	return strings.Join(words, "-")
}
