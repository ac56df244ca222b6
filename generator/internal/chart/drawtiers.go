package chart

import "strings"

// drawTiers draws a row a tier, the worst at the bottom, and a column a year; the zone reaches from the asked tier to
// the best.
func drawTiers(p *pen, c *Chart, size Size) float64 {
	l := looks[size]
	left := 0.0
	room := tierRoom(c, l)
	for _, t := range c.Axis.Ticks {
		left = max(left, widest(wrap(t.Label, l.label.size, true, room), l.label.size, true)+10)
	}
	row := 36.0
	if size == Wide {
		row = 44
	}
	for _, t := range c.Axis.Ticks {
		row = max(row, float64(len(wrap(t.Label, l.label.size, true, room)))*l.label.leading()+10)
	}
	f := newFrame(p, c, size, left, 0, statement(p, c, size), 1)
	f.rows(row)
	for n, t := range c.Axis.Ticks {
		f.tierRow(n, t, row, room)
	}
	for _, t := range c.Targets {
		x0, x1 := f.span(t.From, t.To)
		f.edge(x0, x1, f.y(t.At))
	}
	f.takePoints()
	f.tierTexts()
	for n, slot := range c.Slots {
		f.row(n)
		f.year(n, slot)
		f.end()
	}
	f.write(-1)
	f.labels()
	return f.tall
}

// tierRoom is the width for the tiers' names, more for long ones.
func tierRoom(c *Chart, l look) float64 {
	for _, t := range c.Axis.Ticks {
		if len(wrap(t.Label, l.label.size, true, 0.28*l.width)) > longName {
			return 0.48 * l.width
		}
	}
	return 0.28 * l.width
}

// takePoints keeps texts away from the points, from the dotted years and from the target's line.
func (f *frame) takePoints() {
	for n, slot := range f.c.Slots {
		if slot.Mark == Gap {
			f.room.segments = append(f.room.segments, segment{f.x[n], f.plot.y0, f.x[n], f.plot.y1})
		} else {
			f.room.taken = append(f.room.taken, round(f.x[n], f.y(slot.Value), f.radius+2))
		}
	}
	for _, t := range f.c.Targets {
		x0, x1 := f.span(t.From, t.To)
		f.room.segments = append(f.room.segments, segment{x0, f.y(t.At), x1, f.y(t.At)})
	}
	f.room.area = f.plot
}

// rows makes the plot as high as its rows; what is missing under the years goes below them.
func (f *frame) rows(row float64) {
	most := 0.0
	for n, slot := range f.c.Slots {
		if slot.Mark == Gap && !f.crowded() {
			label, sub := f.names[n].label, f.names[n].sub
			gap := wrap(slot.Gap, f.small.size, false, f.slot*float64(f.every)-1)
			most = max(most, float64(len(label))*f.label.leading()+float64(len(sub)+len(gap))*f.small.leading())
		}
	}
	f.plot.y1 = f.plot.y0 + row*max(f.c.Axis.Max-f.c.Axis.Min, 1)
	f.tall = f.plot.y1 + max(f.under(), most+6) + 6 + f.across
}

// tierRow draws a tier's row and its name.
func (f *frame) tierRow(n int, t Tick, row, room float64) {
	y := f.y(t.At)
	b := box{f.plot.x0, y - row/2 + 1, f.plot.x1, y + row/2 - 1}
	fill, bold := f.bg2, false
	if z := f.c.Zone; z != nil && t.At > z.Low {
		fill, bold = f.paint.zone, n == int(z.Low+0.5)-1
	}
	f.rect(b, fill, "")
	f.line(b.x0, b.y1+1, b.x1, b.y1+1, f.rule, 1, "") // in forced colours the rows have no ground of their own
	lines := wrap(t.Label, f.label.size, true, room)
	f.lines(f.plot.x0-8, y+0.36*f.label.size-float64(len(lines)-1)*f.label.leading()/2, "end", font{f.label.size, bold}, f.ink, "", lines)
}

// year draws the point of a year with its tier, or a dotted column and, under the label, the word for what is missing.
func (f *frame) year(n int, slot Slot) {
	x := f.x[n]
	if slot.Mark != Gap {
		y := f.y(slot.Value)
		f.point(x, y, slot)
		return
	}
	f.line(x, f.plot.y0+4, x, f.plot.y1-4, f.rule2, min(2, 0.4*f.slot), dotted)
	if f.crowded() {
		return
	}
	label, sub := f.names[n].label, f.names[n].sub
	y := f.plot.y1 + 6 + f.small.size + float64(len(label))*f.label.leading() + float64(len(sub))*f.small.leading()
	f.lines(x, y, "middle", f.small, f.ink2, "", wrap(slot.Gap, f.small.size, false, f.slot*float64(f.every)-1))
}

// tierTexts writes the zone's word, and the tier beside each point, if all of them are free; else the rows say it, and of the
// texts there stays only what the rows do not say, the word of a sample.
func (f *frame) tierTexts() {
	taken, texts := len(f.room.taken), len(f.texts)
	f.zoneWord()
	if f.crowded() {
		return
	}
	cost := 0.0
	for n, slot := range f.c.Slots {
		if slot.Mark != Gap {
			cost += f.besidePoint(n, slot, slot.Text)
		}
	}
	if cost == 0 {
		return
	}
	f.room.taken, f.texts = f.room.taken[:taken], f.texts[:texts]
	for n, slot := range f.c.Slots {
		for _, t := range f.c.Axis.Ticks {
			if rest, ok := strings.CutPrefix(slot.Text, t.Label); ok && t.At == slot.Value && rest != "" {
				f.besidePoint(n, slot, strings.TrimSpace(rest))
			}
		}
	}
	f.zoneWord()
}

// besidePoint places a text in the row of a point, at its right if it can be, and gives the cost.
func (f *frame) besidePoint(n int, slot Slot, s string) float64 {
	as := font{f.label.size, true}
	x, middle, out := f.x[n], f.y(slot.Value)+0.36*as.size, f.radius+6
	return f.place(-1, as, f.ink, []string{s}, spot{x + out, middle, "start"}, spot{x - out, middle, "end"})
}

// point draws a figure that judges filled, others hollow; sample ones dashed.
func (f *frame) point(x, y float64, slot Slot) {
	r := f.radius
	if slot.Strong {
		r += 1.5
	}
	if slot.Mark == Hollow || slot.Sample {
		f.circle(x, y, r-1, f.bg, f.data)
		return
	}
	f.circle(x, y, r-1, f.data, f.data)
}

// zoneWord writes the zone's word in the best tier's row, between two years if they leave room, else at the right.
func (f *frame) zoneWord() {
	z := f.c.Zone
	if z == nil || z.Word == "" || z.To < 0 {
		return
	}
	_, x1 := f.span(z.From, z.To)
	y := f.y(f.c.Axis.Max-0.5) + 0.36*f.small.size
	var spots []spot
	for n := z.To; n > z.From; n-- {
		spots = append(spots, spot{f.x[n] - f.slot/2, y, "middle"})
	}
	f.place(-1, f.small, f.ink2, []string{z.Word}, append(spots, spot{x1 - 6, y, "end"})...)
}
