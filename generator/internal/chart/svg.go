package chart

import (
	"strconv"
	"strings"
	"sync"
)

// Size is the width of a drawing in pixels. The page shows the narrow one below 700 px; neither is scaled up.
type Size int

// The sizes.
const (
	Narrow Size = 328
	Wide   Size = 720
)

// SVG draws a chart for a page. The root has the class chart-narrow or chart-wide, by which the page shows one of the
// two, and is hidden from screen readers: the element around it carries the name and the description.
func SVG(c Chart, size Size) string {
	class, suffix := "chart-wide", "-w"
	if size == Narrow {
		class, suffix = "chart-narrow", "-n"
	}
	body, root := pens.Get().(*pen), pens.Get().(*pen)
	defer pens.Put(body)
	defer pens.Put(root)
	body.Reset()
	root.Reset()
	body.paint, body.id = inPage, c.ID+suffix
	height := draw(body, &c, size)
	root.WriteString(`<svg xmlns="http://www.w3.org/2000/svg"`)
	root.set("class", class)
	root.size(float64(size), height)
	root.WriteString(` aria-hidden="true" focusable="false">`)
	root.Write(body.Bytes())
	root.WriteString("</svg>")
	return root.String()
}

// pens are those of drawings that are done; they keep their room.
var pens = sync.Pool{New: func() any { return new(pen) }}

func (p *pen) size(w, h float64) {
	p.attr("width", w)
	p.attr("height", h)
	p.WriteString(` viewBox="0 0 `)
	p.num(w)
	p.WriteByte(' ')
	p.num(h)
	p.WriteByte('"')
}

// draw draws a chart and gives the height that it took.
func draw(p *pen, c *Chart, size Size) float64 {
	p.pattern(c)
	switch c.Kind {
	case Ladder:
		return drawLadder(p, c, size)
	case Tiers:
		return drawTiers(p, c, size)
	case Tiles:
		return drawTiles(p, c, size)
	case Bars:
		return drawParts(p, c, size)
	}
	return drawColumns(p, c, size) // of lines too: points in place of the columns
}

// pattern defines the stripes of sample figures, where there are any.
func (p *pen) pattern(c *Chart) {
	for _, slot := range c.Slots {
		if slot.Sample && slot.Mark != Gap {
			p.WriteString(`<defs><pattern id="` + p.id + `-sample" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">`)
			p.line(1, 0, 1, 6, p.data, 2, "")
			p.WriteString("</pattern></defs>")
			return
		}
	}
}

// fill is the colour of a slot's mark: stripes for sample.
func (p *pen) fill(slot Slot) string {
	if slot.Sample {
		return "url(#" + p.id + "-sample)"
	}
	return p.data
}

// fileFonts are the page's fonts, which a file has to name itself.
const fileFonts = `Roboto, 'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, sans-serif`

// File is the wide drawing as a file of its own: light colours on an opaque ground, with title, source and permalink
// as text.
func File(c Chart, source, permalink string) []byte {
	const margin = 24
	width := float64(Wide) + 2*margin
	p := pen{paint: light, id: c.ID + "-f"}
	y := float64(margin)
	write := func(s string, f font, fill string, after float64) {
		lines := wrap(s, f.size, f.bold, float64(Wide))
		p.lines(margin, y+f.size, "start", f, fill, "", lines)
		y += float64(len(lines))*f.leading() + after
	}
	write(c.Title, font{22, true}, p.ink, 6)
	write(c.Subtitle, font{15, false}, p.ink2, 16)
	p.WriteString(`<g transform="translate(` + strconv.Itoa(margin) + " ")
	p.num(y)
	p.WriteString(`)">`)
	y += draw(&p, &c, Wide) + 16
	p.end()
	for _, s := range append(append([]string(nil), c.Notes...), source, permalink) {
		write(s, font{13, false}, p.ink2, 4)
	}
	return []byte(file(c, p.String(), width, y+margin-4))
}

func file(c Chart, body string, width, height float64) string {
	root := pen{paint: light}
	root.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<svg xmlns="http://www.w3.org/2000/svg"`)
	root.size(width, height)
	root.set("xml:lang", string(c.Lang))
	root.set("role", "img")
	root.set("aria-labelledby", c.ID+"-f-title")
	root.set("aria-describedby", c.ID+"-f-desc")
	root.set("font-family", fileFonts)
	root.WriteString(`><title id="` + c.ID + `-f-title">` + escape(c.Title) + `</title><desc id="` + c.ID + `-f-desc">` + escape(c.Description) + "</desc>")
	root.rect(box{0, 0, width, height}, root.bg, "")
	root.WriteString(strings.TrimSpace(body))
	root.WriteString("</svg>\n")
	return root.String()
}
