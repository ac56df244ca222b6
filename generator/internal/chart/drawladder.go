package chart

// drawLadder draws a ladder a slot, 1 at the top, each ending at that year's last place; a year without a figure is a
// dotted ladder with the word on it.
func drawLadder(p *pen, c *Chart, size Size) float64 {
	l := looks[size]
	left := 8.0
	for _, t := range c.Axis.Ticks {
		left = max(left, width(t.Label, l.label.size, false)+12)
	}
	right := 6.0
	if n := len(c.Slots); n > 0 { // room for the last figure at the right of its ladder
		right = max(right, width(c.Slots[n-1].Text, l.label.size, true)+l.radius+8-(l.width-left)/float64(2*n))
	}
	above := statement(p, c, size)
	f := newFrame(p, c, size, left, min(right, l.width/4), above+l.small.leading()+10, 60)
	f.room.area.y1 = f.plot.y1 + 4 // the labels' ground is not for figures
	f.place(-1, font{f.small.size, true}, f.ink, []string{c.Axis.Word}, spot{left - 2, above + f.small.size + 1, "start"})
	f.climb()
	for _, t := range c.Targets {
		x0, x1 := f.x[t.From], f.zoneEdge(t.To)
		f.edge(x0, x1, f.y(t.At))
		f.room.segments = append(f.room.segments, segment{x0, f.y(t.At), x1, f.y(t.At)})
	}
	f.join()
	f.figures()
	for n, slot := range c.Slots {
		f.row(n)
		if slot.Mark == Gap {
			f.line(f.x[n], f.plot.y0, f.x[n], f.plot.y1, f.rule2, 1.5, dotted)
		} else {
			f.point(f.x[n], f.y(slot.Value), slot)
		}
		f.write(n)
		f.end()
	}
	f.write(-1)
	f.labels()
	return f.tall
}

// climb draws the ladders, the zone over them, the lines of the axis and the breaks in series.
func (f *frame) climb() {
	for n, slot := range f.c.Slots {
		f.ladder(n, slot)
	}
	if z := f.c.Zone; z != nil && z.High > z.Low {
		f.rect(f.zoneBox(), f.paint.zone, "")
	}
	for _, t := range f.c.Axis.Ticks {
		y := f.y(t.At)
		f.line(f.plot.x0, y, f.plot.x1, y, f.rule, 1, "")
		at := spot{f.plot.x0 - 6, y + 0.36*f.label.size, "end"}
		f.text(at.x, at.y, at.anchor, f.label, f.ink2, "", t.Label)
		f.room.taken = append(f.room.taken, at.box([]string{t.Label}, f.label))
	}
	for _, b := range f.c.Breaks { // nearer the later ladder: figures stand to the right of theirs
		x := f.x[b.Before] - f.slot/4
		f.line(x, f.plot.y0, x, f.plot.y1, f.rule2, 1.5, dotted)
		f.room.segments = append(f.room.segments, segment{x, f.plot.y0, x, f.plot.y1})
	}
}

// ladder draws one ladder; texts keep clear of the part outside the zone.
func (f *frame) ladder(n int, slot Slot) {
	x, top, end := f.x[n], f.plot.y0, f.y(slot.Last)
	if slot.Mark == Gap { // its row draws it
		return
	}
	colour, wide, foot := f.rule2, 2.0, 7.0
	if f.crowded() { // the points are what is read
		colour, wide, foot = f.rule, 1, min(7, 0.4*f.slot)
	}
	if slot.Last > 0 {
		f.line(x-foot, end, x+foot, end, colour, wide, "")
	} else {
		end = f.plot.y1
	}
	f.line(x, top, x, end, colour, wide, "")
	if z := f.c.Zone; z != nil && n == z.To {
		top = f.y(z.High)
	}
	if !f.crowded() {
		f.room.segments = append(f.room.segments, segment{x, top, x, end})
	}
}

// zoneBox is the zone over a year, a little above the first place and narrower than the slot.
func (f *frame) zoneBox() box {
	z := f.c.Zone
	half := min(0.45*f.slot, 56)
	return box{f.x[z.From] - half, f.y(z.Low) - 4, f.x[z.To] + half, f.y(z.High)}
}

// zoneEdge is where the rung to beat ends: at the zone's far side.
func (f *frame) zoneEdge(slot int) float64 { return f.x[slot] + min(0.45*f.slot, 56) }

// link draws the line between two points.
func (f *frame) link(l Link) segment {
	a, b := f.c.Slots[l.From], f.c.Slots[l.To]
	s := segment{f.x[l.From], f.y(a.Value), f.x[l.To], f.y(b.Value)}
	dash, wide := "", 2.0
	if l.Dotted {
		dash, wide = ` stroke-dasharray="1.5 3.5"`, 1.5
	}
	f.line(s.x1, s.y1, s.x2, s.y2, f.data, wide, dash)
	return s
}

func (f *frame) join() {
	for _, l := range f.c.Links {
		f.room.segments = append(f.room.segments, f.link(l))
	}
	for n, slot := range f.c.Slots {
		if slot.Mark != Gap {
			f.room.taken = append(f.room.taken, round(f.x[n], f.y(slot.Value), f.radius+1))
		}
	}
}
