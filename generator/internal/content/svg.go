package content

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// The namespaces that mean something in a picture.
const (
	svgSpace   = "http://www.w3.org/2000/svg"
	htmlSpace  = "http://www.w3.org/1999/xhtml"
	xmlSpace   = "http://www.w3.org/XML/1998/namespace"
	declares   = "xmlns"
	svgExample = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60">`
)

// svgReader looks at an SVG token by token. The site shows it as an image, so that nothing in it can run or be loaded;
// what would try is refused all the same, because the file is also there by itself.
type svgReader struct {
	*problems
	xml    *xml.Decoder
	into   *plan.Emblem
	spaces []string // declared so far
	depth  int
	roots  int
}

// svg checks a picture and finds its proportions.
func (p *problems) svg(into *plan.Emblem) {
	r := &svgReader{problems: p, into: into, spaces: []string{"", xmlSpace, declares}, xml: xml.NewDecoder(bytes.NewReader(into.Body))}
	for {
		at := r.xml.InputOffset()
		token, err := r.xml.Token()
		if errors.Is(err, io.EOF) && r.roots > 0 {
			return
		}
		if err != nil {
			r.broken(err)
			return
		}
		r.token(at, token)
	}
}

// broken reports where and why the parser gave up.
func (r *svgReader) broken(err error) {
	why := diag.Say("SVG bị cụt, thiếu </svg>", "the SVG is cut off, there is no </svg>")
	if bad := (*xml.SyntaxError)(nil); errors.As(err, &bad) && r.xml.InputOffset() < int64(len(r.into.Body)) {
		why = diag.Say("SVG không đúng cú pháp XML: %s", "the SVG is not well-formed XML: %s", bad.Msg)
	}
	r.refuse(r.xml.InputOffset(), why, diag.Say("xuất lại hình từ chương trình vẽ", "export the picture from the drawing program again"))
}

func (r *svgReader) refuse(at int64, message, hint diag.Text) {
	r.add(place(r.into.Body, int(min(at, int64(len(r.into.Body))))), "", "emblem", message, hint)
}

func (r *svgReader) token(at int64, token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		r.element(at, t)
		r.depth++
	case xml.EndElement:
		r.depth--
	case xml.CharData:
		r.outside(at, string(t))
		if r.depth == 0 && len(bytes.TrimSpace(t)) > 0 {
			r.refuse(at, diag.Say("có chữ nằm ngoài hình", "there is text outside the picture"), deleteIt)
		}
	case xml.ProcInst:
		if t.Target != "xml" {
			r.refuse(at, diag.Say("không dùng lệnh <?%s?>", "<?%s?> is not allowed", t.Target), deleteIt)
		}
	case xml.Directive:
		r.refuse(at, diag.Say("không dùng khai báo <!…>", "a declaration <!…> is not allowed"), deleteIt)
	}
}

var deleteIt = diag.Say("xóa phần này", "delete it")

func (r *svgReader) element(at int64, e xml.StartElement) {
	r.declared(e)
	if r.depth == 0 {
		r.root(at, e)
	}
	switch name := strings.ToLower(e.Name.Local); {
	case name == "script", name == "foreignobject", e.Name.Space == htmlSpace:
		r.refuse(at, diag.Say("hình không được có <%s>", "a picture may not have <%s>", e.Name.Local), deleteIt)
	case !slices.Contains(r.spaces, e.Name.Space):
		r.undeclared(at, e.Name.Space)
	}
	seen := map[xml.Name]bool{}
	for _, a := range e.Attr {
		if seen[a.Name] {
			r.refuse(at, diag.Say("thuộc tính %s viết hai lần", "the attribute %s stands twice", a.Name.Local), diag.Say("xóa một chỗ", "delete one of them"))
		}
		seen[a.Name] = true
		r.attribute(at, a)
	}
}

// declared notes the namespaces of an element. A browser shows nothing of a picture that uses one without declaring it.
func (r *svgReader) declared(e xml.StartElement) {
	for _, a := range e.Attr {
		if a.Name.Space == declares || a.Name.Local == declares {
			r.spaces = append(r.spaces, a.Value)
		}
	}
}

func (r *svgReader) undeclared(at int64, prefix string) {
	r.refuse(at, diag.Say("tiền tố “%s” chưa được khai báo", "the prefix “%s” is not declared", prefix),
		diag.Say("thêm xmlns:%s=\"…\" vào <svg>, hoặc xuất lại hình", "add xmlns:%s=\"…\" to <svg>, or export the picture again", prefix))
}

func (r *svgReader) root(at int64, e xml.StartElement) {
	r.roots++
	switch {
	case r.roots > 1:
		r.refuse(at, diag.Say("tệp có hơn một hình", "the file holds more than one picture"), deleteIt)
	case e.Name != xml.Name{Space: svgSpace, Local: "svg"}:
		r.refuse(at, diag.Say("tệp không bắt đầu bằng <svg> của SVG", "the file does not begin with the <svg> of SVG"),
			diag.Say("bắt đầu bằng %s", "begin with %s", svgExample))
	case !r.sized(e):
		r.refuse(at, diag.Say("<svg> thiếu viewBox, nên hình không co giãn được", "<svg> has no viewBox, so the picture cannot be scaled"),
			diag.Say("thêm viewBox=\"0 0 RỘNG CAO\"", "add viewBox=\"0 0 WIDTH HEIGHT\""))
	}
}

// sized takes the proportions from the viewBox.
func (r *svgReader) sized(e xml.StartElement) bool {
	for _, a := range e.Attr {
		parts := strings.FieldsFunc(a.Value, func(c rune) bool { return c == ',' || c == ' ' || c == '\n' || c == '\t' })
		if a.Name.Local != "viewBox" || len(parts) != 4 {
			continue
		}
		var wide, high error
		r.into.Width, wide = strconv.ParseFloat(parts[2], 64)
		r.into.Height, high = strconv.ParseFloat(parts[3], 64)
		return wide == nil && high == nil && r.into.Width > 0 && r.into.Height > 0 && !math.IsInf(r.into.Width, 0) && !math.IsInf(r.into.Height, 0)
	}
	return false
}

func (r *svgReader) attribute(at int64, a xml.Attr) {
	name := strings.ToLower(a.Name.Local)
	switch {
	case a.Name.Space == declares || a.Name.Local == declares:
		return
	case !slices.Contains(r.spaces, a.Name.Space):
		r.undeclared(at, a.Name.Space)
	case strings.HasPrefix(name, "on"):
		r.refuse(at, diag.Say("hình không được có thuộc tính %s, là lệnh để chạy", "a picture may not have the attribute %s, which is a command to run", a.Name.Local), deleteIt)
	case name == "href" && !strings.HasPrefix(a.Value, "#"):
		r.loads(at, a.Value)
	}
	r.outside(at, a.Value)
}

var outward = regexp.MustCompile(`(?i)url\(\s*["']?\s*([^#"'\s)][^"')]*)|@import\s*([^;]*)`)

// outside refuses what a style would load from elsewhere.
func (r *svgReader) outside(at int64, style string) {
	if m := outward.FindStringSubmatch(style); m != nil {
		r.loads(at, m[1]+m[2])
	}
}

func (r *svgReader) loads(at int64, from string) {
	r.refuse(at, diag.Say("hình tải thêm “%s”", "the picture loads “%s”", clip(from)),
		diag.Say("đưa mọi thứ vào chính hình và chỉ dẫn tới #mã trong hình", "draw everything in the picture itself and refer only to an #id in it"))
}
