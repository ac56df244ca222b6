package chart

// drawColumns draws columns from zero. The room over the plot holds the value of the highest column; it grows by the
// target's label when that finds no free place beside its line.
func drawColumns(p *pen, c *Chart, size Size) float64 {
	l := looks[size]
	left := 8.0
	for _, t := range c.Axis.Ticks {
		left = max(left, width(t.Label, l.label.size, false)+8)
	}
	left = min(left, l.width/3)
	above := statement(p, c, size)
	d := newColumns(p, c, size, left, above, 0)
	if d.extra > 0 {
		d = newColumns(p, c, size, left, above, d.extra)
	}
	d.ground()
	d.broken()
	if c.Kind == Lines { // points lie over the targets' lines, columns under them
		d.edges()
	}
	for _, l := range c.Links {
		d.link(l)
	}
	for n, slot := range c.Slots {
		d.row(n)
		if slot.Mark == Point || slot.Mark == Hollow {
			d.point(d.x[n], d.y(slot.Value), slot)
		} else {
			d.column(n, slot)
		}
		d.was(n, slot)
		d.end()
	}
	if c.Kind == Columns {
		d.edges()
	}
	d.write(-1)
	d.labels()
	return d.tall
}

// edges draws the lines of the targets.
func (d *columns) edges() {
	for _, t := range d.c.Targets {
		if t.From >= 0 {
			x0, x1 := d.span(t.From, t.To)
			d.edge(x0, x1, d.y(t.At))
		}
	}
}

// columns is the drawing of columns.
type columns struct {
	*frame
	over  float64 // the height of what stands over the plot and its values
	extra float64 // the height that the targets' labels want there
}

// newColumns finds the places of all texts in the plot.
func newColumns(p *pen, c *Chart, size Size, left, over, extra float64) *columns {
	l := looks[size]
	d := &columns{frame: newFrame(p, c, size, left, 2, over+extra+l.strong.size+10, 130), over: over, extra: extra}
	d.room.area.y1 = d.plot.y1 + 1 // the labels' ground is not for figures, nor is that of the axis
	d.room.area.x0 = d.plot.x0 - 6
	d.texts, d.room.taken = make([]placed, 0, len(c.Slots)+1), make([]box, 0, 2*len(c.Slots)+1)
	for n, slot := range c.Slots {
		if slot.Mark != Gap {
			d.room.taken = append(d.room.taken, d.bar(n, slot))
		}
		if slot.Was != nil {
			d.room.taken = append(d.room.taken, round(d.x[n], d.y(slot.Was.Value), wasRadius+1))
		}
	}
	for _, l := range c.Links {
		d.room.segments = append(d.room.segments, segment{d.x[l.From], d.y(c.Slots[l.From].Value), d.x[l.To], d.y(c.Slots[l.To].Value)})
	}
	d.values()
	for _, t := range c.Targets {
		if t.From >= 0 {
			x0, x1 := d.span(t.From, t.To)
			d.room.segments = append(d.room.segments, segment{x0, d.y(t.At), x1, d.y(t.At)})
		}
	}
	d.gaps()
	for _, t := range c.Targets {
		if t.From >= 0 && t.Label != "" {
			d.target(t)
		}
	}
	return d
}

// wasRadius is that of the point of a superseded value.
const wasRadius = 4

// was draws the value before a correction, hollow, with a thin line to the one that stands.
func (d *columns) was(n int, slot Slot) {
	if slot.Was == nil {
		return
	}
	y := d.y(slot.Was.Value)
	d.line(d.x[n], y, d.x[n], d.y(slot.Value), d.ink2, 1.5, "")
	d.circle(d.x[n], y, min(wasRadius, d.radius), d.bg, d.data)
}

// broken draws the breaks in series.
func (d *columns) broken() {
	for _, b := range d.c.Breaks {
		x := d.x[b.Before] - d.slot/2
		d.line(x, d.plot.y0, x, d.plot.y1, d.rule2, 1.5, dotted)
	}
}

// stub is the height of a column, or the length of a bar, whose value is zero.
const stub = 2

// bar is the column of a slot, or the room of its point; a value of zero is a stub.
func (d *columns) bar(n int, slot Slot) box {
	if slot.Mark == Point || slot.Mark == Hollow {
		return round(d.x[n], d.y(slot.Value), d.radius+1)
	}
	half := max(min(0.56*d.slot, 76), 1) / 2
	zero, top := d.y(0), d.y(slot.Value)
	b := box{d.x[n] - half, min(zero, top), d.x[n] + half, max(zero, top)}
	switch {
	case b.y1-b.y0 >= stub:
	case slot.Value < 0:
		b.y1 = b.y0 + stub
	default:
		b.y0 = b.y1 - stub
	}
	return b
}

// ground draws the zone, the lines of the axis and the ground on which the columns stand, apart where figures are.
func (d *columns) ground() {
	c := d.c
	if z := c.Zone; z != nil && z.From >= 0 {
		x0, x1 := d.span(z.From, z.To)
		d.rect(box{x0, d.y(z.High), x1, d.y(z.Low)}, d.zone, "")
	}
	for _, t := range c.Axis.Ticks {
		y := d.y(t.At)
		d.line(d.plot.x0, y, d.plot.x1, y, d.rule, 1, "")
		d.text(d.plot.x0-6, y+0.36*d.label.size, "end", d.label, d.ink2, "", t.Label)
	}
	for from := 0; from < len(c.Slots); {
		to := from
		for to+1 < len(c.Slots) && c.Slots[to+1].Apart == c.Slots[from].Apart {
			to++
		}
		x0, x1 := d.span(from, to)
		d.line(x0, d.y(0), x1, d.y(0), d.ink2, 1.5, "")
		from = to + 1
	}
}

func (d *columns) column(n int, slot Slot) {
	b := d.bar(n, slot)
	switch {
	case slot.Mark == Gap && d.crowded():
		d.line(b.x0, d.y(0)-3, b.x1, d.y(0)-3, d.rule2, 2, ` stroke-dasharray="1 2"`)
		d.write(n)
	case slot.Mark == Gap:
		d.write(n)
	case b.x1-b.x0 < 4: // too narrow for an outline
		d.rect(b, d.data, "")
	case slot.Sample:
		d.rect(b.inside(0.5), d.fill(slot), ` stroke="`+d.data+`" stroke-dasharray="4 3"`)
	case slot.Provisional:
		d.rect(b, d.data, "")
		d.rect(b.inside(3), "none", ` stroke="`+d.bg+`" stroke-dasharray="4 3"`)
	case slot.Mark == Outline:
		d.rect(b.inside(1), d.bg, ` stroke="`+d.data+`" stroke-width="2"`)
	default:
		d.rect(b, d.data, "")
	}
}
