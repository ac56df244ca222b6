package chart

import (
	"encoding/xml"
	"io"
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"minhbach/generator/internal/plan"
)

// written is a text of a drawing as read back.
type written struct {
	s string
	b box
}

// read parses a drawing: the texts with their boxes, the marks of each row, and what is wrong with it.
func read(t *testing.T, svg string) (texts []written, rows map[string]int, w, h float64) {
	t.Helper()
	rows = map[string]int{}
	ids := map[string]bool{}
	row := ""
	var at []string
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return texts, rows, w, h
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			a := map[string]string{}
			for _, x := range e.Attr {
				a[x.Name.Local] = x.Value
				if strings.Contains(x.Value, "NaN") || strings.Contains(x.Value, "Inf") {
					t.Errorf("%s=%q", x.Name.Local, x.Value)
				}
			}
			at = append(at, e.Name.Local)
			if id := a["id"]; id != "" {
				if ids[id] {
					t.Errorf("id %q twice", id)
				}
				ids[id] = true
			}
			switch e.Name.Local {
			case "svg":
				w, h = number(t, a["width"]), number(t, a["height"])
			case "g":
				if r, ok := a["data-row"]; ok {
					row = r
					rows[r] += 100
				}
			case "text":
				s := spot{number(t, a["x"]), number(t, a["y"]), a["text-anchor"]}
				f := font{number(t, a["font-size"]), a["font-weight"] == "700"}
				if f.size < 12 {
					t.Errorf("a text of %g pixels", f.size)
				}
				var content string
				if token, err := d.Token(); err == nil {
					content = string(token.(xml.CharData))
				}
				texts = append(texts, written{content, s.box([]string{content}, f)})
				if row != "" {
					rows[row]++
				}
			case "rect", "line", "circle", "path":
				if row != "" {
					rows[row]++
				}
			}
		case xml.EndElement:
			at = at[:len(at)-1]
			if e.Name.Local == "g" {
				row = ""
			}
		}
	}
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Errorf("not a number: %q", s)
	}
	return v
}

var sizes = []Size{Narrow, Wide}

func TestDrawings(t *testing.T) {
	each(t, func(t *testing.T, c Chart) {
		for _, size := range sizes {
			svg := SVG(c, size)
			texts, rows, w, h := read(t, svg)
			if w != float64(size) {
				t.Errorf("width %g", w)
			}
			for n := range c.Slots {
				if got := rows[strconv.Itoa(n)]; got < 101 || got >= 200 {
					t.Errorf("%d: row %d is drawn %d times with %d marks", size, n, got/100, got%100)
				}
			}
			for n, a := range texts {
				if a.b.x0 < -0.5 || a.b.y0 < -0.5 || a.b.x1 > w+0.5 || a.b.y1 > h+0.5 {
					t.Errorf("%d: %q lies outside: %.0f", size, a.s, a.b)
				}
				for _, b := range texts[:n] {
					if a.b.overlap(b.b) > 4 {
						t.Errorf("%d: %q and %q overlap by %.0f", size, a.s, b.s, a.b.overlap(b.b))
					}
				}
			}
		}
	})
}

// TestCourse: the small drawing is the same whether its chart was described in words or not, and in which language.
func TestCourse(t *testing.T) {
	for _, s := range samples() {
		want := Spark(s.fixture.at(plan.EN, s.period))
		for _, got := range []string{Course(s.fixture.judged(plan.EN, s.period)), Course(s.fixture.judged(plan.VI, s.period)), Spark(s.fixture.at(plan.VI, s.period))} {
			if got != want {
				t.Errorf("%s: %s\nwant %s", s.name, got, want)
			}
		}
	}
}

// TestSparks: the small drawing beside a row stays in its 96 by 28 pixels, and has a mark for each figure that does not
// stand apart.
func TestSparks(t *testing.T) {
	number := regexp.MustCompile(`([MHV])(-?[0-9.]+)(?: (-?[0-9.]+))?`)
	each(t, func(t *testing.T, c Chart) {
		svg := Spark(c)
		marks := 0
		for _, slot := range c.Slots {
			if slot.Mark != Gap && !slot.Apart {
				marks++
			}
		}
		if (svg == "") != (marks == 0) || strings.Count(svg, "Z") != marks || strings.Contains(svg, "NaN") {
			t.Errorf("the sparkline of %d figures is %q", marks, svg)
		}
		within := func(s string, end float64) {
			if v, err := strconv.ParseFloat(s, 64); err != nil || v < -0.05 || v > end+0.05 {
				t.Errorf("%s lies outside 0–%g", s, end)
			}
		}
		for _, m := range number.FindAllStringSubmatch(svg, -1) {
			if m[1] == "V" {
				within(m[2], sparkTall)
			} else if within(m[2], sparkWide); m[1] == "M" {
				within(m[3], sparkTall)
			}
		}
	})
}

// colours are those that a drawing in a page may have: tokens, none, or its own pattern.
var colours = regexp.MustCompile(`^(var\(--(bg|bg2|ink|ink2|rule|rule2|data|zone)\)|none|url\(#chart-7-5-b-[nw]-sample\))$`)

func TestColoursAreTokens(t *testing.T) {
	paints := regexp.MustCompile(` (?:fill|stroke)="([^"]*)"`)
	each(t, func(t *testing.T, c Chart) {
		for _, size := range sizes {
			svg := SVG(c, size)
			for _, m := range paints.FindAllStringSubmatch(svg, -1) {
				if !colours.MatchString(m[1]) {
					t.Errorf("colour %q", m[1])
				}
			}
			for _, bad := range []string{"style", "<script", "<b>", "]]>", "http://", "https://"} {
				if strings.Contains(strings.ReplaceAll(svg, `xmlns="http://www.w3.org/2000/svg"`, ""), bad) {
					t.Errorf("the drawing holds %q", bad)
				}
			}
		}
	})
}

// TestNothingIsCut: every letter of the labels and of the words in gaps stands in the drawing.
func TestNothingIsCut(t *testing.T) {
	letters := func(s string) string { return strings.Join(strings.Fields(s), "") }
	each(t, func(t *testing.T, c Chart) {
		texts, _, _, _ := read(t, SVG(c, Narrow))
		var all strings.Builder
		for _, w := range texts {
			all.WriteString(letters(w.s))
		}
		wanted := []string{c.Statement}
		if len(c.Slots) < 8 { // more are a crowd
			for _, s := range c.Slots {
				wanted = append(wanted, s.Label, s.Sub, s.Gap)
				if c.Kind == Tiers { // the row says the tier
					wanted = append(wanted, strings.Fields(s.Text)...)
				} else {
					wanted = append(wanted, s.Text)
				}
			}
			for _, l := range c.Targets {
				if c.Kind != Tiers {
					wanted = append(wanted, l.Label)
				}
			}
		}
		for _, s := range wanted {
			if !strings.Contains(all.String(), letters(s)) {
				t.Errorf("%q is not in the drawing", s)
			}
		}
	})
}

func TestFile(t *testing.T) {
	each(t, func(t *testing.T, c Chart) {
		const address = "https://example.vn/a?b=1&c=<2>"
		svg := string(File(c, c.Source, address))
		texts, _, w, h := read(t, svg)
		var all []string
		for _, x := range texts {
			all = append(all, x.s)
			if x.b.x1 > w || x.b.y1 > h {
				t.Errorf("%q lies outside", x.s)
			}
		}
		letters := func(s string) string { return strings.Join(strings.Fields(s), "") }
		for _, want := range []string{c.Title, c.Source, address} {
			if !strings.Contains(letters(strings.Join(all, "")), letters(want)) {
				t.Errorf("%q is not written", want)
			}
		}
		for _, bad := range []string{"var(", "style", "aria-hidden"} {
			if strings.Contains(svg, bad) {
				t.Errorf("the file holds %q", bad)
			}
		}
		for _, want := range []string{`role="img"`, "<title ", "<desc ", `xml:lang="` + string(c.Lang) + `"`} {
			if !strings.Contains(svg, want) {
				t.Errorf("the file lacks %q", want)
			}
		}
	})
}

func TestSameBytes(t *testing.T) {
	a, b := samples(), samples()
	for n := range a {
		x, y := a[n].fixture.at(plan.VI, a[n].period), b[n].fixture.at(plan.VI, b[n].period)
		if SVG(x, Wide) != SVG(y, Wide) || string(option(t, x)) != string(option(t, y)) {
			t.Errorf("%s: drawn twice, two results", a[n].name)
		}
	}
}

// TestRandomFigures draws what no plan should hold; nothing may panic, leave the drawing or become NaN.
func TestRandomFigures(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	digits := func() string {
		s := strconv.Itoa(r.IntN(10))
		for range r.IntN(12) {
			s += strconv.Itoa(r.IntN(10))
		}
		if s = strings.TrimLeft(s, "0"); s == "" {
			return "0"
		}
		if r.IntN(3) == 0 {
			s = "-" + s
		}
		return s + []string{"", ".5", ".123456789"}[r.IntN(3)]
	}
	for range 300 {
		f := newFixture()
		if r.IntN(2) == 0 {
			f.number(strings.Repeat("đơn vị ", 1+r.IntN(6)), "units")
		}
		f.aim([]plan.TargetKind{plan.AtLeast, plan.AtMost, plan.Exactly, plan.Between, plan.BetterValue}[r.IntN(5)], digits())
		f.target().Upper = plan.MustNumber(digits())
		for _, p := range []string{"q1", "h1", "q3", "fy"} {
			if r.IntN(2) == 0 {
				f.value(p, f.plan.Periods[1].Cutoff.String(), digits())
			}
		}
		if r.IntN(4) == 0 {
			f = newFixture().ranked().rank("h1", "2029", r.IntN(5000), r.IntN(100), plan.Fully).rank("late", "2030", r.IntN(100), r.IntN(9), plan.Fully)
		}
		c := f.at(plan.VI, "late")
		for _, size := range sizes {
			read(t, SVG(c, size))
		}
		option(t, c)
	}
}

func BenchmarkSVG(b *testing.B) {
	for _, s := range samples() {
		if s.name == "percent" || s.name == "rank" || s.name == "tier" || s.name == "exists" || s.name == "lines over years" || s.name == "parts, each with the target" || s.name == "sixty periods" {
			c := s.fixture.at(plan.VI, s.period)
			b.Run(s.name, func(b *testing.B) {
				for range b.N {
					SVG(c, Wide)
				}
			})
		}
	}
}

func BenchmarkDescribe(b *testing.B) {
	f := newFixture().papi()
	for range b.N {
		f.at(plan.VI, "late")
	}
}

func TestStub(t *testing.T) {
	for value, want := range map[float64][2]float64{0: {-stub, 0}, 0.001: {-stub, 0}, -0.001: {0, stub}} {
		c := Chart{Kind: Columns, Axis: Axis{Min: -10, Max: 10}, Slots: []Slot{{Mark: Bar, Value: value}}}
		d := newColumns(&pen{}, &c, Wide, 8, 0, 0)
		b := d.bar(0, c.Slots[0])
		if zero := d.y(0); math.Abs(b.y0-zero-want[0]) > 0.1 || math.Abs(b.y1-zero-want[1]) > 0.1 {
			t.Errorf("the column of %v reaches from %.2f to %.2f under zero", value, b.y0-zero, b.y1-zero)
		}
	}
}
