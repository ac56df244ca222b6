package chart

import (
	"bytes"
	"math"
	"strconv"
	"strings"
)

// paint gives the tokens of the design their colours.
type paint struct{ bg, bg2, ink, ink2, rule, rule2, data, zone string }

var (
	// inPage leaves the colours to the page, so that dark mode, print and forced colours follow it.
	inPage = paint{"var(--bg)", "var(--bg2)", "var(--ink)", "var(--ink2)", "var(--rule)", "var(--rule2)", "var(--data)", "var(--zone)"}
	// light is for files that travel alone.
	light = paint{"#ffffff", "#f3f5f7", "#14212e", "#4a5763", "#c3ccd5", "#7b8692", "#2f5580", "#e3edf3"}
)

// pen writes SVG elements.
type pen struct {
	bytes.Buffer
	paint
	id string // begins every id
}

// num writes a length with at most two decimals, so that every machine writes the same bytes.
func (p *pen) num(v float64) {
	if !(math.Abs(v) < 1e15) { // and what is no number
		v = 0
	}
	hundredths := int64(math.Round(v * 100))
	var room [24]byte
	b := room[:0]
	if hundredths < 0 {
		b, hundredths = append(b, '-'), -hundredths
	}
	b = strconv.AppendInt(b, hundredths/100, 10)
	if rest := byte(hundredths % 100); rest != 0 {
		b = append(b, '.', '0'+rest/10)
		if rest%10 != 0 {
			b = append(b, '0'+rest%10)
		}
	}
	p.Write(b)
}

func (p *pen) attr(name string, v float64) {
	p.WriteByte(' ')
	p.WriteString(name)
	p.WriteString(`="`)
	p.num(v)
	p.WriteByte('"')
}

func (p *pen) set(name, v string) {
	p.WriteByte(' ')
	p.WriteString(name)
	p.WriteString(`="`)
	p.WriteString(v)
	p.WriteByte('"')
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;")

// escape makes a text safe in elements and attributes; what XML cannot hold is left out.
func escape(s string) string {
	if isPlain(s) {
		return s
	}
	return escaper.Replace(strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd")))
}

// isPlain tells a text in which there is nothing to escape or to leave out, as most are.
func isPlain(s string) bool {
	for _, r := range s {
		if r < 0x20 || r == '&' || r == '<' || r == '>' || r == '"' || r >= 0xfffd && r <= 0xffff {
			return false
		}
	}
	return true
}

// row opens the group that holds the mark or the gap word of a slot.
func (p *pen) row(n int) {
	p.WriteString(`<g data-row="`)
	p.WriteString(strconv.Itoa(n))
	p.WriteString(`">`)
}

func (p *pen) end() { p.WriteString("</g>") }

// rect draws a box; more holds further attributes.
func (p *pen) rect(b box, fill, more string) {
	p.WriteString("<rect")
	p.attr("x", b.x0)
	p.attr("y", b.y0)
	p.attr("width", max(b.x1-b.x0, 0))
	p.attr("height", max(b.y1-b.y0, 0))
	p.set("fill", fill)
	p.WriteString(more)
	p.WriteString("/>")
}

// line draws a line; more holds further attributes, such as the dashes.
func (p *pen) line(x1, y1, x2, y2 float64, stroke string, width float64, more string) {
	p.WriteString("<line")
	p.attr("x1", x1)
	p.attr("y1", y1)
	p.attr("x2", x2)
	p.attr("y2", y2)
	p.set("stroke", stroke)
	p.attr("stroke-width", width)
	p.WriteString(more)
	p.WriteString("/>")
}

// Dashes of lines.
const (
	dashed = ` stroke-dasharray="7 4"`
	dotted = ` stroke-dasharray="2 4"`
)

func (p *pen) circle(x, y, r float64, fill, stroke string) {
	p.WriteString("<circle")
	p.attr("cx", x)
	p.attr("cy", y)
	p.attr("r", r)
	p.set("fill", fill)
	p.set("stroke", stroke)
	p.attr("stroke-width", min(2, r/2))
	p.WriteString("/>")
}

// font is the size and weight of a text.
type font struct {
	size float64
	bold bool
}

// text writes one line of text; halo, when not empty, is the colour around the letters.
func (p *pen) text(x, y float64, anchor string, f font, fill, halo, s string) {
	p.WriteString("<text")
	p.attr("x", x)
	p.attr("y", y)
	if anchor != "start" {
		p.set("text-anchor", anchor)
	}
	p.attr("font-size", f.size)
	if f.bold {
		p.set("font-weight", "700")
	}
	p.set("fill", fill)
	if halo != "" {
		p.set("stroke", halo)
		p.WriteString(` stroke-width="5" stroke-linejoin="round" paint-order="stroke"`)
	}
	p.WriteByte('>')
	p.WriteString(escape(s))
	p.WriteString("</text>")
}

// lines writes lines of text one under the other; y is the first baseline.
func (p *pen) lines(x, y float64, anchor string, f font, fill, halo string, lines []string) {
	for n, l := range lines {
		p.text(x, y+float64(n)*f.leading(), anchor, f, fill, halo, l)
	}
}

// leading is the distance of baselines: 1.3 and no less, for the marks over and under Vietnamese letters.
func (f font) leading() float64 { return math.Ceil(1.3 * f.size) }
