package chart

// tile is the side of a tile.
const tile = 44.0

// drawTiles draws a tile a slot with its word, filled where the thing exists, an outline where not yet, a dashed edge
// where nothing is known; the condition stands above in words.
func drawTiles(p *pen, c *Chart, size Size) float64 {
	top := statement(p, c, size) + 6
	f := newFrame(p, c, size, 0, 0, top, tile+8)
	words := 0.0
	for n, slot := range c.Slots {
		words = max(words, float64(len(f.tileWords(n, slot)))*f.small.leading())
	}
	if f.crowded() {
		words = 0
	}
	grow := top + tile + 10 + words - f.plot.y1
	f.plot.y1 += grow
	f.tall += grow
	for n, slot := range c.Slots {
		f.row(n)
		f.tile(n, slot)
		f.end()
	}
	if len(c.Slots) > 0 {
		f.line(0, f.plot.y1, f.width, f.plot.y1, f.rule, 1, "")
	}
	f.labels()
	return f.tall
}

// tileWords are the lines under a tile.
func (f *frame) tileWords(n int, slot Slot) []string {
	lines := wrap(slot.Text, f.look.value.size, true, f.slot-4)
	lines = append(lines, wrap(slot.Second, f.small.size, false, f.slot-4)...)
	return append(lines, wrap(slot.Gap, f.small.size, false, f.slot-1)...)
}

func (f *frame) tile(n int, slot Slot) {
	side := min(tile, f.slot-4)
	b := box{f.x[n] - side/2, f.plot.y0, f.x[n] + side/2, f.plot.y0 + side}
	f.glyph(b, slot)
	if f.crowded() {
		return
	}
	y := f.plot.y0 + tile + 4 + f.look.value.size
	text := wrap(slot.Text, f.look.value.size, true, f.slot-4)
	f.lines(f.x[n], y, "middle", f.look.value, f.ink, "", text)
	y += float64(len(text)) * f.look.value.leading()
	second := wrap(slot.Second, f.small.size, false, f.slot-4)
	f.lines(f.x[n], y, "middle", f.small, f.ink2, "", second)
	y += float64(len(second)) * f.small.leading()
	f.lines(f.x[n], y, "middle", f.small, f.ink2, "", wrap(slot.Gap, f.small.size, false, f.slot-1))
}

// glyph draws the tile itself: a check, a ring, or a dash in a dashed edge.
func (f *frame) glyph(b box, slot Slot) {
	x, y, unit := (b.x0+b.x1)/2, (b.y0+b.y1)/2, (b.x1-b.x0)/tile
	edge := box{b.x0 + 1, b.y0 + 1, b.x1 - 1, b.y1 - 1}
	switch {
	case slot.Mark == Yes && !slot.Apart && !slot.Sample:
		f.rect(b, f.data, ` rx="3"`)
		f.check(x, y, unit, f.bg)
	case slot.Mark == Yes:
		f.rect(edge, f.bg, ` rx="3" stroke="`+f.data+`" stroke-width="2"`)
		f.check(x, y, unit, f.data)
	case slot.Mark == No:
		f.rect(edge, f.bg, ` rx="3" stroke="`+f.data+`" stroke-width="2"`)
		f.circle(x, y, 7*unit, "none", f.data)
	default:
		f.rect(edge, f.bg, ` rx="3" stroke="`+f.rule2+`" stroke-width="2" stroke-dasharray="5 4"`)
		f.line(x-6*unit, y, x+6*unit, y, f.ink2, 2, "")
	}
}

func (f *frame) check(x, y, unit float64, colour string) {
	f.line(x-9*unit, y+1*unit, x-3*unit, y+7*unit, colour, 3.5, ` stroke-linecap="round"`)
	f.line(x-3*unit, y+7*unit, x+10*unit, y-7*unit, colour, 3.5, ` stroke-linecap="round"`)
}
