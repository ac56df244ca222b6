package preview

import "fmt"

// Mark is the symbol of a status: a tile with a glyph, which stands before the name of what it judges. Its word is in the
// texts: a symbol says nothing alone.
type Mark struct {
	Fill, Ink, Edge string   // colours of the tile, the glyph and the tile's edge
	Dashed          bool     // the edge
	Strokes, Areas  []string // of the glyph, as paths in a square of 24
}

// The measures of a mark in pixels.
const (
	markSide = 64.0
	markEdge = 3.0
	markRoom = markSide + 20
)

// draw draws the mark with its upper left corner at a place.
func (m *Mark) draw(p *paper, x, y float64) {
	const (
		inside = markSide - markEdge
		glyph  = 5.0 / 2 // of the glyph's own 24 units
	)
	dashes := ""
	if m.Dashed {
		dashes = ` stroke-dasharray="7 5"`
	}
	fmt.Fprintf(p, `<rect x="%g" y="%.2f" width="%g" height="%g" rx="5" fill="%s" stroke="%s" stroke-width="%g"%s/>`,
		x+markEdge/2, y+markEdge/2, inside, inside, m.Fill, m.Edge, markEdge, dashes)
	fmt.Fprintf(p, `<g transform="translate(%g %.2f) scale(%.4f)">`, x+markEdge, y+markEdge, (markSide-2*markEdge)/24)
	for _, d := range m.Strokes {
		fmt.Fprintf(p, `<path d="%s" fill="none" stroke="%s" stroke-width="%g" stroke-linecap="round" stroke-linejoin="round"/>`, d, m.Ink, glyph)
	}
	for _, d := range m.Areas {
		fmt.Fprintf(p, `<path d="%s" fill="%s"/>`, d, m.Ink)
	}
	p.WriteString("</g>")
}
