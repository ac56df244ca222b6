package preview

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"minhbach/generator/internal/raster"
)

// paper is what is written on: SVG elements.
type paper struct{ strings.Builder }

func (p *paper) rect(x, y, w, h float64, fill string) {
	fmt.Fprintf(p, `<rect x="%g" y="%g" width="%g" height="%g" fill="%s"/>`, x, y, w, h, fill)
}

// area is a place for texts.
type area struct{ x, y, w, h float64 }

// text is a paragraph: its size at most, the room before its lines and after it.
type text struct {
	s      string
	size   float64
	bold   bool
	fill   string
	indent float64
	after  float64
}

// align is where texts lie in a place that is higher than they are.
type align float64

const middle align = 0.5

// leading is the distance of lines: no less than 1.3, for the marks over and under Vietnamese letters.
func (t text) leading() float64 { return math.Ceil(1.3 * t.size) }

// balanced breaks the text for a width into lines that are as long as one another, so that no word is left alone.
func (t text) balanced(width float64) []string {
	lines := t.lines(width)
	const step = 0.96
	for narrower := width * step; len(lines) > 1 && narrower > width/2; narrower *= step {
		more := t.lines(narrower)
		if len(more) > len(lines) {
			break
		}
		lines = more
	}
	return lines
}

// lines breaks the text for a width.
func (t text) lines(width float64) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(t.s) {
		next := strings.TrimSpace(line + " " + word)
		if t.wide(next) <= width {
			line = next
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for line = word; t.wide(line) > width; {
			cut := t.fitting(line, width)
			lines, line = append(lines, line[:cut]), line[cut:]
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

func (t text) wide(s string) float64 { return raster.Width(s, t.size, t.bold) }

// fitting is how many bytes of a word fit a width, one letter's at least.
func (t text) fitting(word string, width float64) int {
	end := 0
	for end < len(word) {
		_, n := utf8.DecodeRuneInString(word[end:])
		if end > 0 && t.wide(word[:end+n]) > width {
			break
		}
		end += n
	}
	return end
}

// The sizes that are tried, as parts of the first.
const (
	smaller  = 0.95
	smallest = 0.45
)

// fit writes paragraphs one under the other, as large as the place allows; it gives where they begin.
func (p *paper) fit(at area, where align, texts ...text) (y float64) {
	set := broken(texts, at.w, 1)
	for scale := smaller; set.height() > at.h && scale >= smallest; scale *= smaller {
		set = broken(texts, at.w, scale)
	}
	set.cut(at)
	y = at.y + float64(where)*max(at.h-set.height(), 0)
	begin := y
	for _, t := range set {
		for n, line := range t.lines {
			p.line(at.x+t.indent, y+float64(n)*t.leading()+t.size, t.text, line)
		}
		y += t.height()
	}
	return begin
}

func (p *paper) line(x, y float64, t text, s string) {
	weight := ""
	if t.bold {
		weight = ` font-weight="700"`
	}
	fmt.Fprintf(p, `<text x="%.2f" y="%.2f" font-size="%.2f"%s fill="%s">%s</text>`, x, y, t.size, weight, t.fill, escape(s))
}

// paragraph is a text in lines.
type paragraph struct {
	text
	lines []string
}

func (t paragraph) height() float64 {
	if len(t.lines) == 0 {
		return 0
	}
	return float64(len(t.lines))*t.leading() + t.after
}

// setting is paragraphs of one scale.
type setting []paragraph

func broken(texts []text, width, scale float64) setting {
	var all setting
	for _, t := range texts {
		t.size, t.after = t.size*scale, t.after*scale
		all = append(all, paragraph{t, t.balanced(width - t.indent)})
	}
	return all
}

// height is that of all, without the room after the last.
func (s setting) height() float64 {
	sum, last := 0.0, 0.0
	for _, t := range s {
		if len(t.lines) > 0 {
			sum, last = sum+t.height(), t.after
		}
	}
	return sum - last
}

// cut takes lines from the longest paragraph until the rest fits, and says with an ellipsis that it did.
func (s setting) cut(at area) {
	for s.height() > at.h {
		longest := 0
		for n := range s {
			if len(s[n].lines) > len(s[longest].lines) {
				longest = n
			}
		}
		t := &s[longest]
		if len(t.lines) < 2 {
			return
		}
		t.lines = t.lines[:len(t.lines)-1]
		last := &t.lines[len(t.lines)-1]
		*last = t.shortened(strings.TrimSuffix(*last, "…"), at.w-t.indent)
	}
}

// shortened is the beginning of a line, with an ellipsis, that fits a width.
func (t text) shortened(line string, width float64) string {
	for line != "" && t.wide(line+" …") > width {
		_, n := utf8.DecodeLastRuneInString(line)
		line = line[:len(line)-n]
	}
	return strings.TrimSpace(line) + " …"
}
