// Package preview lays out the picture that others show beside a link to a page: 1200 by 630 pixels, as social networks
// and messengers take it. A card says whose site it is, what the page says, with the drawing where the page has one, and
// at the foot who publishes it and whose site it is not, because a picture travels without its page.
//
// In come texts and a drawing, out goes SVG for the room raster, whose letters are measured here. Texts are broken
// between words and become smaller until they fit; only what does not fit at the smallest size is cut, with an ellipsis.
// Nothing ever lies outside the picture.
package preview

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// The size of a card in pixels.
const (
	Width  = 1200
	Height = 630
)

// Card is what a picture says.
type Card struct {
	Site, Plan string // whose site, about which plan, as of when
	Row        string // which printed row; empty for a page about several
	Mark       *Mark  // before the row and the heading; nil without one
	Heading    string
	Sentence   string
	Leads      bool   // the sentence is larger than the heading
	Note       string // under the sentence: what the drawing measures
	Drawing    *Drawing
	Foot       string // who publishes it, and what a reader must not take it for
	Ground     string // of the masthead, dark enough for white letters; empty for the usual one
	Bare       bool   // no mark before the name: the site has an emblem of its own
}

// Drawing is an svg element of a size.
type Drawing struct {
	SVG           string
	Width, Height float64
}

// The places of a card, in pixels.
const (
	margin = 56.0
	inner  = Width - 2*margin
	mast   = 100.0 // the height of the band
	top    = mast + 40
	foot   = 538.0 // where the foot begins
	column = 520.0 // the width of the texts beside a drawing
	apart  = 40.0
)

// The colours, those of the site's light theme.
const (
	ground = "#ffffff"
	brand  = "#12263f"
	pale   = "#d5dfeb"
	ink    = "#14212e"
	ink2   = "#4a5763"
	rule   = "#c3ccd5"
)

// SVG lays the card out.
func (c Card) SVG() []byte {
	p := &paper{}
	fmt.Fprintf(p, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d">`, Width, Height, Width, Height)
	p.rect(0, 0, Width, Height, ground)
	c.masthead(p)
	width := inner
	if d := c.Drawing; d != nil {
		width = column
		d.place(p, area{margin + column + apart, top, inner - column - apart, foot - 20 - top})
	}
	y := p.fit(area{margin, top, width, foot - 20 - top}, middle, c.texts()...)
	if c.Mark != nil {
		c.Mark.draw(p, margin, y+6)
	}
	p.rect(margin, foot, inner, 1, rule)
	p.fit(area{margin, foot + 10, inner, Height - foot - 20}, middle, text{s: c.Foot, size: 20, fill: ink2})
	p.WriteString("</svg>")
	return []byte(p.String())
}

// texts are the words beside the drawing, or alone.
func (c Card) texts() []text {
	row := text{s: c.Row, size: 22, fill: ink2, after: 12}
	heading := text{s: c.Heading, size: 56, bold: true, fill: ink, after: 18}
	sentence := text{s: c.Sentence, size: 34, fill: ink, after: 14}
	note := text{s: c.Note, size: 20, fill: ink2}
	if c.Leads {
		heading.size, heading.fill = 30, ink2
		sentence.size, sentence.bold = 52, true
	}
	if c.Drawing != nil {
		sentence.size = 40
	}
	if c.Mark != nil {
		row.indent, heading.indent = markRoom, markRoom
		row.after, heading.after = 6, 24
	}
	return []text{row, heading, sentence, note}
}

// masthead is the band with the mark, as over the pages. On a ground of the site's own all its letters are white: that
// is what the ground was chosen for.
func (c Card) masthead(p *paper) {
	fill, second := brand, pale
	if c.Ground != "" {
		fill, second = c.Ground, ground
	}
	p.rect(0, 0, Width, mast, fill)
	left := margin
	if !c.Bare {
		left += 70
		fmt.Fprintf(p, `<g transform="translate(%g %g) scale(1.6)">`, margin, (mast-48)/2)
		p.WriteString(`<rect width="14" height="14" rx="2" fill="#ffffff"/><rect x="16" width="14" height="14" rx="2" fill="#5cc6d2"/>` +
			`<rect y="16" width="14" height="14" rx="2" fill="#f9c04d"/><rect x="17" y="17" width="12" height="12" rx="1" fill="none" stroke="#ffffff" stroke-width="2" stroke-dasharray="3 2.2"/></g>`)
	}
	at := area{left, 12, Width - margin - left, mast - 24}
	p.fit(at, middle, text{s: c.Site, size: 28, bold: true, fill: ground, after: 2}, text{s: c.Plan, size: 21, fill: second})
}

// place draws the drawing as large as its place allows, in the middle of it.
func (d *Drawing) place(p *paper, at area) {
	scale := min(at.w/d.Width, at.h/d.Height)
	x, y := at.x+(at.w-d.Width*scale)/2, at.y+(at.h-d.Height*scale)/2
	fmt.Fprintf(p, `<g transform="translate(%.2f %.2f) scale(%.4f)">%s</g>`, x, y, scale, d.SVG)
}

// escape makes a text safe in an element; what XML cannot hold becomes the sign for it.
func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a builder never fails
	return b.String()
}
