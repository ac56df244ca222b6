package raster

import (
	"fmt"
	"sync"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// face is a font, with the outlines of the letters that were used.
type face struct {
	*sfnt.Font
	em     int      // units of the font in the size of a text
	glyphs sync.Map // of rune: *glyph
}

// glyph is a letter in units of the font, y downwards.
type glyph struct {
	index    sfnt.GlyphIndex
	advance  int
	segments []segment
}

// segment is a step of an outline: a move, a line, or a curve.
type segment struct {
	op sfnt.SegmentOp
	to [3]point
}

var (
	regular = sync.OnceValue(func() *face { return open(liberationsansregular.TTF) })
	bold    = sync.OnceValue(func() *face { return open(liberationsansbold.TTF) })
)

// open reads a font of the program's own.
func open(data []byte) *face {
	f, err := sfnt.Parse(data)
	if err != nil {
		panic(fmt.Errorf("the font inside the program: %w", err)) // a test has opened it
	}
	return &face{Font: f, em: int(f.UnitsPerEm())}
}

func faceOf(strong bool) *face {
	if strong {
		return bold()
	}
	return regular()
}

// glyph finds a letter; one that the font has not is its empty box.
func (f *face) glyph(r rune) *glyph {
	if g, known := f.glyphs.Load(r); known {
		return g.(*glyph)
	}
	g, err := f.read(r)
	if err != nil {
		panic(fmt.Errorf("letter %q of the font inside the program: %w", r, err)) // the font is not the caller's
	}
	f.glyphs.Store(r, g)
	return g
}

func (f *face) read(r rune) (*glyph, error) {
	var b sfnt.Buffer
	index, err := f.GlyphIndex(&b, r)
	if err != nil {
		return nil, err
	}
	advance, err := f.GlyphAdvance(&b, index, fixed.Int26_6(f.em), font.HintingNone)
	if err != nil {
		return nil, err
	}
	outline, err := f.LoadGlyph(&b, index, fixed.Int26_6(f.em), nil)
	if err != nil {
		return nil, err
	}
	g := &glyph{index: index, advance: int(advance)}
	for _, s := range outline {
		to := segment{op: s.Op}
		for n, a := range s.Args {
			to.to[n] = point{int(a.X), int(a.Y)}
		}
		g.segments = append(g.segments, to)
	}
	return g, nil
}

// set gives the letters of a text with the place of each, and the width of the whole, in units of the font.
func (f *face) set(s string) (letters []*glyph, at []int, width int) {
	var b sfnt.Buffer
	for _, r := range norm.NFC.String(s) {
		g := f.glyph(r)
		if n := len(letters); n > 0 {
			if kern, err := f.Kern(&b, letters[n-1].index, g.index, fixed.Int26_6(f.em), font.HintingNone); err == nil {
				width += int(kern)
			}
		}
		letters, at = append(letters, g), append(at, width)
		width += g.advance
	}
	return letters, at, width
}

// Width is the width of a text as it is painted, in the unit of the size.
func Width(s string, size float64, strong bool) float64 {
	f := faceOf(strong)
	_, _, width := f.set(s)
	return float64(width) * size / float64(f.em)
}

// Has tells whether the font has a letter; one that it has not is painted as an empty box.
func Has(r rune) bool { return regular().glyph(r).index != 0 && bold().glyph(r).index != 0 }

// outlines are the letters of a text in the picture; size is in 256ths of a pixel, anchor is start, middle or end.
func (f *face) outlines(s string, origin point, size int, anchor string) []path {
	letters, at, width := f.set(s)
	switch anchor {
	case "middle":
		origin.x -= ratio(int64(width)*int64(size), 2*int64(f.em))
	case "end":
		origin.x -= ratio(int64(width)*int64(size), int64(f.em))
	}
	var all []path
	for n, g := range letters {
		all = g.outlines(all, f.em, size, point{origin.x + ratio(int64(at[n])*int64(size), int64(f.em)), origin.y})
	}
	for n := range all {
		all[n].close()
	}
	return all
}

// outlines adds those of one letter.
func (g *glyph) outlines(all []path, em, size int, origin point) []path {
	place := func(p point) point {
		return point{origin.x + ratio(int64(p.x)*int64(size), int64(em)), origin.y + ratio(int64(p.y)*int64(size), int64(em))}
	}
	for _, s := range g.segments {
		if s.op == sfnt.SegmentOpMoveTo {
			all = append(all, path{closed: true})
		}
		p := &all[len(all)-1]
		switch s.op {
		case sfnt.SegmentOpQuadTo:
			p.quad(place(s.to[0]), place(s.to[1]))
		case sfnt.SegmentOpCubeTo:
			p.cubic(place(s.to[0]), place(s.to[1]), place(s.to[2]))
		default:
			p.to(place(s.to[0]))
		}
	}
	return all
}
