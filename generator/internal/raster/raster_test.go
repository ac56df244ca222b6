package raster

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// painted is a drawing of 40 by 30 with a body, at a scale.
func painted(t *testing.T, scale float64, body string) image.Image {
	t.Helper()
	svg := `<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30"><title>x</title>` + body + `</svg>`
	var b bytes.Buffer
	if err := PNG(&b, []byte(svg), scale); err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	m, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("%02x%02x%02x", r>>8, g>>8, b>>8)
}

// TestShapes: what a shape covers has its colour, the pixel beside it the ground's; a pixel that is covered in part is
// between them.
func TestShapes(t *testing.T) {
	for name, c := range map[string]struct {
		body string
		want map[image.Point]string // of a picture at twice the size
	}{
		"ground":          {``, map[image.Point]string{{0, 0}: "ffffff", {79, 59}: "ffffff"}},
		"rect":            {`<rect x="5" y="5" width="10" height="10" fill="#2f5580"/>`, map[image.Point]string{{10, 10}: "2f5580", {29, 29}: "2f5580", {9, 10}: "ffffff", {30, 29}: "ffffff"}},
		"half a pixel":    {`<rect x="5" y="5" width="10.25" height="10" fill="#000000"/>`, map[image.Point]string{{29, 15}: "000000", {30, 15}: "7f7f7f", {31, 15}: "ffffff"}},
		"outline":         {`<rect x="5" y="5" width="10" height="10" fill="none" stroke="#2f5580" stroke-width="2"/>`, map[image.Point]string{{8, 8}: "2f5580", {11, 20}: "2f5580", {12, 20}: "ffffff", {20, 20}: "ffffff"}},
		"rounded":         {`<rect width="20" height="20" rx="6" fill="#000000"/>`, map[image.Point]string{{0, 0}: "ffffff", {20, 0}: "000000", {4, 4}: "000000"}},
		"dashed outline":  {`<rect x="5" y="5" width="20" height="20" fill="none" stroke="#000000" stroke-width="2" stroke-dasharray="5 5"/>`, map[image.Point]string{{12, 10}: "000000", {25, 10}: "ffffff", {35, 10}: "000000"}},
		"line":            {`<line x1="0" y1="10" x2="40" y2="10" stroke="#14212e" stroke-width="2"/>`, map[image.Point]string{{0, 18}: "14212e", {79, 21}: "14212e", {40, 17}: "ffffff", {40, 22}: "ffffff"}},
		"dashes":          {`<line x1="0" y1="10" x2="40" y2="10" stroke="#14212e" stroke-width="2" stroke-dasharray="7 4"/>`, map[image.Point]string{{13, 20}: "14212e", {14, 20}: "ffffff", {21, 20}: "ffffff", {22, 20}: "14212e"}},
		"round ends":      {`<line x1="10" y1="10" x2="20" y2="10" stroke="#000000" stroke-width="4" stroke-linecap="round"/>`, map[image.Point]string{{17, 20}: "000000", {15, 20}: "ffffff"}},
		"slanting":        {`<line x1="0" y1="0" x2="30" y2="30" stroke="#000000" stroke-width="3"/>`, map[image.Point]string{{30, 30}: "000000", {40, 30}: "ffffff"}},
		"circle":          {`<circle cx="20" cy="15" r="6" fill="#ffffff" stroke="#2f5580" stroke-width="2"/>`, map[image.Point]string{{40, 30}: "ffffff", {52, 30}: "2f5580", {55, 30}: "ffffff", {48, 38}: "2f5580"}},
		"moved and grown": {`<g transform="translate(10 5) scale(2)"><rect width="5" height="5" fill="#000000"/></g><rect width="1" height="1" fill="#2f5580"/>`, map[image.Point]string{{20, 10}: "000000", {39, 29}: "000000", {40, 30}: "ffffff", {1, 1}: "2f5580"}},
		"over the edge":   {`<rect x="-50" y="-50" width="500" height="60" fill="#000000"/>`, map[image.Point]string{{0, 0}: "000000", {79, 19}: "000000", {40, 20}: "ffffff"}},
		"path":            {`<path d="M10 10h10v10H10zM30 5l4.5.5-4 .5" fill="#000000"/>`, map[image.Point]string{{21, 21}: "000000", {39, 39}: "000000", {41, 30}: "ffffff", {19, 30}: "ffffff"}},
		"arc":             {`<path d="M20 5a10 10 0 1 0 .01 0" fill="none" stroke="#000000" stroke-width="2"/>`, map[image.Point]string{{40, 10}: "000000", {40, 50}: "000000", {20, 30}: "000000", {60, 30}: "000000", {40, 30}: "ffffff"}},
		"curve":           {`<path d="M0 30C0 0 40 0 40 30" fill="#000000"/>`, map[image.Point]string{{40, 17}: "000000", {40, 13}: "ffffff"}},
		"stripes": {`<defs><pattern id="s" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="1" y1="0" x2="1" y2="6" stroke="#2f5580" stroke-width="2"/></pattern></defs>` +
			`<rect width="20" height="20" fill="url(#s)"/>`, map[image.Point]string{{1, 1}: "2f5580", {5, 5}: "ffffff", {10, 9}: "2f5580", {60, 1}: "ffffff"}},
	} {
		t.Run(name, func(t *testing.T) {
			m := painted(t, 2, c.body)
			if m.Bounds() != image.Rect(0, 0, 80, 60) {
				t.Fatal(m.Bounds())
			}
			for at, want := range c.want {
				if got := hex(m.At(at.X, at.Y)); got != want {
					t.Errorf("%v is %s, want %s", at, got, want)
				}
			}
		})
	}
}

// TestRefusals: what is not painted is an error that names it, never left out.
func TestRefusals(t *testing.T) {
	for body, want := range map[string]string{
		`<ellipse cx="1"/>`:                                                     "<ellipse>",
		`<rect width="1" height="1" opacity=".5"/>`:                             "opacity of <rect>",
		`<rect width="1" height="1" fill="var(--data)"/>`:                       `fill="var(--data)"`,
		`<rect width="1" height="1" fill="red"/>`:                               `fill="red"`,
		`<rect width="1" height="1" fill="url(#none)"/>`:                        `fill="url(#none)"`,
		`<rect width="1em" height="1"/>`:                                        `width="1em"`,
		`<rect width="NaN" height="1"/>`:                                        `width="NaN"`,
		`<line x2="9" stroke="#000000" stroke-dasharray="0 0"/>`:                "stroke-dasharray",
		`<line x2="9" stroke="#000000" stroke-dasharray="3"/>`:                  "stroke-dasharray",
		`<line x2="9" stroke="#000000" stroke-linecap="square"/>`:               "stroke-linecap",
		`<g transform="rotate(3)"/>`:                                            "transform",
		`<g>words</g>`:                                                          "words",
		`<text>a<tspan>b</tspan></text>`:                                        "<tspan>",
		`<text font-weight="600">a</text>`:                                      `font-weight="600"`,
		`<text stroke="#000000">a</text>`:                                       "stroke",
		`<path d="M0 0q1 1 2 2"/>`:                                              "d=",
		`<path d="M0 0a1 2 0 0 0 2 2"/>`:                                        "d=",
		`<path d="5 5"/>`:                                                       "d=",
		`<svg width="9" height="9" viewBox="0 0 5 5"/>`:                         "viewBox",
		`<defs><pattern id="p" width="6" height="6"><circle/></pattern></defs>`: "<pattern>",
		`<rect width="1" height="1"`:                                            "XML",
	} {
		svg := `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">` + body + `</svg>`
		if err := PNG(new(bytes.Buffer), []byte(svg), 1); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q named", body, err, want)
		}
	}
	for _, svg := range []string{"", "<svg/>", `<svg width="20000" height="9"/>`, `<html width="9" height="9"/>`, `<svg width="9" height="9">`} {
		if err := PNG(new(bytes.Buffer), []byte(svg), 1); err == nil {
			t.Errorf("%q was painted", svg)
		}
	}
}

// TestManyColours: however many colours mix, what was painted keeps its own.
func TestManyColours(t *testing.T) {
	var b strings.Builder
	for n := range 40 {
		fmt.Fprintf(&b, `<line x1="0" y1="%d" x2="40" y2="%d.3" stroke="#%02x%02x40" stroke-width="0.7"/>`, n, n+3, n*6, 255-n*6)
	}
	m := painted(t, 2, b.String()+`<rect x="1" y="1" width="1" height="1" fill="#5cc6d2"/>`)
	if got := hex(m.At(3, 3)); got != "5cc6d2" {
		t.Error(got)
	}
}

// vietnamese are the letters of Vietnamese with all tones, and the marks that the site writes.
const vietnamese = "aàáạảãăằắặẳẵâầấậẩẫeèéẹẻẽêềếệểễiìíịỉĩoòóọỏõôồốộổỗơờớợởỡuùúụủũưừứựửữyỳýỵỷỹđbcdfghjklmnpqrstvwxz" +
	"AÀÁẠẢÃĂẰẮẶẲẴÂẦẤẬẨẪEÈÉẸẺẼÊỀẾỆỂỄIÌÍỊỈĨOÒÓỌỎÕÔỒỐỘỔỖƠỜỚỢỞỠUÙÚỤỦŨƯỪỨỰỬỮYỲÝỴỶỸĐBCDFGHJKLMNPQRSTVWXZ" +
	"0123456789–−—≥≤<>=+…“”‘’·•%°/()[]:;,.?!&@#*'\"₫€→×²³"

// TestLetters: every letter of Vietnamese is in both weights, and none looks like the empty box or like another.
func TestLetters(t *testing.T) {
	for _, strong := range []bool{false, true} {
		f := faceOf(strong)
		box := fmt.Sprint(f.glyph('\ue000').segments)
		seen := map[string]rune{box: '\ue000'}
		for _, r := range vietnamese {
			g := f.glyph(r)
			drawn := fmt.Sprint(g.segments)
			if other, known := seen[drawn]; known {
				t.Errorf("%q looks like %q", r, other)
			}
			if seen[drawn] = r; g.index == 0 || g.advance <= 0 || !Has(r) {
				t.Errorf("%q is not in the font", r)
			}
		}
	}
	if Has('✓') || Has('字') {
		t.Error("more letters than were looked at: this test wants to be asked about them")
	}
}

// TestWidth: a text is as wide as the font says, a little less where letters are drawn together; letters written in
// parts are put together first.
func TestWidth(t *testing.T) {
	f := faceOf(false)
	var b sfnt.Buffer
	i, _ := f.GlyphIndex(&b, 'ộ')
	advance, err := f.GlyphAdvance(&b, i, fixed.I(100), font.HintingNone)
	if got := Width("ộ", 100, false); err != nil || got-float64(advance)/64 > 0.1 || float64(advance)/64-got > 0.1 {
		t.Errorf("ộ is %.2f wide, want %.2f", got, float64(advance)/64)
	}
	if Width("AV", 100, false) >= Width("A", 100, false)+Width("V", 100, false) {
		t.Error("AV is not drawn together")
	}
	if Width(norm.NFD.String("Cộng hòa"), 20, true) != Width("Cộng hòa", 20, true) {
		t.Error("letters in parts are wider")
	}
}

// TestText: there is ink in the box of a text and nowhere else, wherever it is anchored, and around it the halo.
func TestText(t *testing.T) {
	w := Width("Ộg", 12, true)
	for anchor, x0 := range map[string]float64{"start": 20, "middle": 20 - w/2, "end": 20 - w} {
		m := painted(t, 4, `<text x="20" y="20" text-anchor="`+anchor+`" font-size="12" font-weight="700" fill="#14212e">Ộg</text>`)
		got := inked(m)
		box := image.Rect(int(4*x0), 29, int(4*(x0+w))+1, 93) // from 1.05 of the size over the line to 0.27 under it
		if !got.In(box) || got.Dx() < box.Dx()*8/10 || got.Dy() < box.Dy()*8/10 {
			t.Errorf("%s: ink in %v, want it in %v", anchor, got, box)
		}
	}
	plain := painted(t, 4, `<rect width="40" height="30" fill="#2f5580"/><text x="10" y="20" font-size="12" fill="#14212e">o</text>`)
	halo := painted(t, 4, `<rect width="40" height="30" fill="#2f5580"/><text x="10" y="20" font-size="12" fill="#14212e" stroke="#ffffff" stroke-width="5" stroke-linejoin="round" paint-order="stroke">o</text>`)
	beside := image.Pt(4*10-5, 4*17) // left of the letter
	if hex(plain.At(beside.X, beside.Y)) != "2f5580" || hex(halo.At(beside.X, beside.Y)) != "ffffff" {
		t.Error("the halo is not where it must be")
	}
}

// inked is the box of what is not white.
func inked(m image.Image) image.Rectangle {
	var box image.Rectangle
	for y := m.Bounds().Min.Y; y < m.Bounds().Max.Y; y++ {
		for x := m.Bounds().Min.X; x < m.Bounds().Max.X; x++ {
			if hex(m.At(x, y)) != "ffffff" {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

// TestDashes: dashes of every length come to an end, and cover their share of the line.
func TestDashes(t *testing.T) {
	for _, dashes := range [][]int{{1, 1}, {384, 896}, {1792, 1024}, {0, 7}, {7, 0}, {3, 0, 5, 1}} {
		line := path{points: []point{{0, 0}, {3000, 1000}, {1234, 777}}}
		if n := len(pen{width: 256, dashes: dashes}.stroke(line)); n == 0 && dashes[0] > 0 {
			t.Errorf("%v draws nothing", dashes)
		}
	}
}

// TestHoles: an outline within another that runs the other way is a hole; the order of outlines does not matter.
func TestHoles(t *testing.T) {
	outer, inner := rectangle(point{0, 0}, point{10 * unit, 10 * unit}, 0), rectangle(point{3 * unit, 3 * unit}, point{7 * unit, 7 * unit}, 0)
	s := ring(outer, inner)
	for range 2 {
		c := newCanvas(10, 10)
		c.paint(s, 0)
		if c.pixels[5*10+5] != 0xffffff || c.pixels[1*10+1] != 0 {
			t.Error("no hole")
		}
		slices.Reverse(s)
	}
}

// BenchmarkPNG paints a column chart as a file, at twice its size: drawing, palette and compression.
func BenchmarkPNG(b *testing.B) {
	var body strings.Builder
	for n := range 60 {
		fmt.Fprintf(&body, `<rect x="%d" y="90" width="9" height="%d" fill="#2f5580"/>`, 12*n, n)
		fmt.Fprintf(&body, `<text x="%d" y="%d" font-size="13" fill="#14212e" stroke="#ffffff" stroke-width="5" stroke-linejoin="round" paint-order="stroke">42,79%% đạt</text>`, 60*(n%12), 20+20*(n/12))
	}
	svg := []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="768" height="510">` + body.String() + `</svg>`)
	b.ReportAllocs()
	for b.Loop() {
		if err := PNG(new(bytes.Buffer), svg, 2); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzPath(f *testing.F) {
	f.Add("M5.5 12.5l4.3 4.3L18.5 7.5")
	f.Add("M8.8 9.2a3.2 3.2 0 1 1 4.7 2.8c-1 .6-1.5 1.1-1.5 2.2M12 18v.01z")
	f.Add("M700 00") // outside the picture
	f.Add("M5.5 12Z5l4.3 4.9")
	f.Fuzz(func(t *testing.T, d string) {
		e := &element{name: "path", attrs: map[string]string{"d": d, "fill": "#000000", "stroke": "#000000"}}
		r := &reader{canvas: newCanvas(24, 24), view: view{scale: 1}}
		r.path(e)
	})
}
