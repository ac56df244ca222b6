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
		words = f.small.leading()
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
	if f.crowded() {
		f.narrowTile(n, slot)
		return
	}
	side := min(tile, f.slot-4)
	b := box{f.x[n] - side/2, f.plot.y0, f.x[n] + side/2, f.plot.y0 + side}
	f.glyph(b, slot)
	y := f.plot.y0 + tile + 4 + f.look.value.size
	text := wrap(slot.Text, f.look.value.size, true, f.slot-4)
	f.lines(f.x[n], y, "middle", f.look.value, f.ink, "", text)
	y += float64(len(text)) * f.look.value.leading()
	second := wrap(slot.Second, f.small.size, false, f.slot-4)
	f.lines(f.x[n], y, "middle", f.small, f.ink2, "", second)
	y += float64(len(second)) * f.small.leading()
	f.lines(f.x[n], y, "middle", f.small, f.ink2, "", wrap(slot.Gap, f.small.size, false, f.slot-1))
}

// narrowTile draws a tile of a crowd as a strip: whole where the thing exists, an outlined foot where not yet, dots where
// nothing is known. The word stands where the answer changes, if the strips of the same answer leave it room.
func (f *frame) narrowTile(n int, slot Slot) {
	half := max(f.slot-1.5, 1) / 2
	b := box{f.x[n] - half, f.plot.y0, f.x[n] + half, f.plot.y0 + tile}
	switch slot.Mark {
	case Gap:
		f.line(b.x0, b.y1-2, b.x1, b.y1-2, f.rule2, 2, ` stroke-dasharray="1 2"`)
	case Yes:
		f.rect(b, f.fill(slot), "")
	default:
		f.rect(box{b.x0 + 0.5, b.y1 - 10, b.x1 - 0.5, b.y1 - 0.5}, f.bg, ` stroke="`+f.data+`"`)
	}
	if end := f.runEnd(n); end > n && (f.x[end]-f.x[n]) > width(slot.Text, f.small.size, true) {
		f.text(f.x[n]-f.slot/2, b.y1+4+f.small.size, "start", font{f.small.size, true}, f.ink, "", slot.Text)
	}
}

// runEnd is the last slot with the same answer as this one, those of which nothing is known between them passed over;
// before this one, when it does not begin the run.
func (f *frame) runEnd(n int) int {
	slots, end := f.c.Slots, n
	if slots[n].Mark == Gap {
		return -1
	}
	for k := n - 1; k >= 0; k-- {
		if slots[k].Mark == slots[n].Mark {
			return -1
		} else if slots[k].Mark != Gap {
			break
		}
	}
	for k := n + 1; k < len(slots) && (slots[k].Mark == slots[n].Mark || slots[k].Mark == Gap); k++ {
		end = k
	}
	return end
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
