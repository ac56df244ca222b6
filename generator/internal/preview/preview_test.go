package preview

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"

	"minhbach/generator/internal/raster"
)

// written are the lines of text of a card.
func written(t *testing.T, svg []byte) []line {
	t.Helper()
	var doc struct {
		Text []line `xml:"text"`
	}
	if err := xml.Unmarshal(svg, &doc); err != nil {
		t.Fatal(err)
	}
	return doc.Text
}

type line struct {
	X, Y   float64
	Size   float64
	Weight string
	Words  string
}

func (l *line) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	for _, a := range start.Attr {
		switch to := map[string]*float64{"x": &l.X, "y": &l.Y, "font-size": &l.Size}[a.Name.Local]; {
		case to != nil:
			if _, err := fmt.Sscan(a.Value, to); err != nil {
				return err
			}
		case a.Name.Local == "font-weight":
			l.Weight = a.Value
		}
	}
	return d.DecodeElement(&l.Words, &start)
}

// box is the room that a line takes, with the marks over and under Vietnamese letters.
func (l line) box() image.Rectangle {
	return image.Rect(int(l.X), int(l.Y-1.05*l.Size), int(l.X+raster.Width(l.Words, l.Size, l.Weight != ""))+1, int(l.Y+0.27*l.Size)+1)
}

var drawing = Drawing{`<svg width="328" height="250"><rect width="328" height="250" fill="#e3edf3"/></svg>`, 328, 250}

var mark = Mark{"#07505e", "#ffffff", "#07505e", true, []string{"M5.5 12.5l4.3 4.3L18.5 7.5"}, nil}

func cards() map[string]Card {
	usual := Card{Site: "Minh Bạch: kế hoạch và kết quả", Plan: "Cải cách hành chính 2023 · Tỉnh Bình Định", Row: "Chỉ tiêu 7.5.b", Heading: "Thanh toán trực tuyến",
		Sentence: "Đạt 42,79% so với mục tiêu 35%: vượt mục tiêu, tính đến 26/6/2023", Note: "%, cộng dồn", Foot: "Dự án Minh Bạch. Bản tổng hợp từ nguồn công khai."}
	leading := usual
	leading.Leads, leading.Mark = true, &mark
	drawn := leading
	drawn.Drawing = &drawing
	high := drawn
	high.Drawing = &Drawing{`<svg width="328" height="2000"/>`, 328, 2000}
	name := strings.TrimSpace(strings.Repeat("Ộng ỷ nghiêng ", 20))[:250]
	name = strings.ToValidUTF8(name, "")
	long := Card{name, name, name, &mark, name, name + " " + name, true, name, &drawing, name + " " + name, "#7a1f1f", true}
	unbroken := long
	unbroken.Sentence = strings.Repeat("W", 250)
	endless := long
	endless.Sentence = strings.Repeat(name+" ", 40)
	return map[string]Card{"usual": usual, "leading": leading, "drawn": drawn, "high drawing": high, "long": long, "unbroken": unbroken, "endless": endless,
		"empty": {}, "odd": {Site: "a < b & c\x01]]>", Sentence: "\xff"}}
}

// TestNothingLiesOutside: no line of text leaves the picture, touches another, or lies on the drawing; each is readable.
func TestNothingLiesOutside(t *testing.T) {
	for name, c := range cards() {
		t.Run(name, func(t *testing.T) {
			lines := written(t, c.SVG())
			for n, l := range lines {
				b := l.box()
				if !b.In(image.Rect(0, 0, Width, Height)) || l.Size < 8 {
					t.Errorf("%q of size %.1f lies at %v", l.Words, l.Size, b)
				}
				if beside := l.Y > mast && l.Y < foot; beside && c.Drawing != nil && b.Max.X > margin+column+1 {
					t.Errorf("%q reaches the drawing: %v", l.Words, b)
				}
				for _, o := range lines[:n] {
					if over := b.Intersect(o.box()); over.Dy() > 2 {
						t.Errorf("%q lies on %q", l.Words, o.Words)
					}
				}
			}
		})
	}
}

// TestAllIsSaid: every word of a card stands in the picture, unless the card is endless; one of 250 wide letters without
// a break, among texts of 250 letters each, may be cut too.
func TestAllIsSaid(t *testing.T) {
	for name, c := range cards() {
		said := ""
		for _, l := range written(t, c.SVG()) {
			said += " " + l.Words
		}
		if name != "unbroken" && name == "endless" != strings.Contains(said, "…") {
			t.Errorf("%s: cut, or not cut: %s", name, said)
		}
		for _, s := range []string{c.Site, c.Plan, c.Row, c.Heading, c.Note, c.Foot} {
			if name != "odd" && name != "endless" && !strings.Contains(said, strings.Join(strings.Fields(s), " ")) {
				t.Errorf("%s does not say %q", name, s)
			}
		}
	}
}

// TestPainted: a card is a PNG of 1200 by 630 with the band, the drawing and ink where the sentence is.
func TestPainted(t *testing.T) {
	for name, c := range cards() {
		var b bytes.Buffer
		if err := raster.PNG(&b, c.SVG(), 1); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		m, err := png.Decode(&b)
		if err != nil || m.Bounds() != image.Rect(0, 0, Width, Height) {
			t.Fatalf("%s: %v %v", name, m.Bounds(), err)
		}
		if name == "drawn" {
			for at, want := range map[image.Point]uint32{{5, 5}: 0x12263f, {900, 330}: 0xe3edf3, {1195, 330}: 0xffffff} {
				if r, g, b, _ := m.At(at.X, at.Y).RGBA(); r>>8<<16|g>>8<<8|b>>8 != want {
					t.Errorf("%v is %02x%02x%02x", at, r>>8, g>>8, b>>8)
				}
			}
		}
	}
}

// TestGround: a card takes the ground of the site, and then its letters are white; without the mark the name begins at
// the margin.
func TestGround(t *testing.T) {
	c := Card{Site: "Tỉnh Thí Dụ", Plan: "2031", Heading: "A", Ground: "#7a1f1f", Bare: true}
	svg := string(c.SVG())
	if !strings.Contains(svg, `fill="#7a1f1f"`) || strings.Contains(svg, brand) || strings.Contains(svg, pale) || strings.Contains(svg, "scale(1.6)") {
		t.Errorf("the masthead is not that of the site: %s", svg)
	}
	if x := written(t, []byte(svg))[0].X; x != margin {
		t.Errorf("the name begins at %g", x)
	}
}
