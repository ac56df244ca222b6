package chart

// placed is a text that has found its place; row is the slot in whose group it is written, -1 for none.
type placed struct {
	row   int
	at    spot
	font  font
	fill  string
	lines []string
}

// place finds a place for a text and keeps it for write; it gives the cost of the place.
func (f *frame) place(row int, as font, fill string, lines []string, spots ...spot) float64 {
	at, cost := f.room.find(lines, as, spots...)
	f.room.taken = append(f.room.taken, at.box(lines, as))
	f.texts = append(f.texts, placed{row, at, as, fill, lines})
	return cost
}

// write writes the texts that were placed for a row.
func (f *frame) write(row int) {
	for _, t := range f.texts {
		if t.row == row {
			for n, l := range t.lines {
				y := t.at.y + float64(n)*t.font.leading()
				f.text(t.at.x, y, t.at.anchor, t.font, t.fill, f.halo(t.at.x, y-t.font.size/3), l)
			}
		}
	}
}

// labels writes the slots' labels and what stands under them.
func (f *frame) labels() {
	for n, slot := range f.c.Slots {
		if !f.labelled(n) {
			continue
		}
		label, sub := f.names[n].label, f.names[n].sub
		at, anchor := f.x[n], "middle"
		switch { // a label of a crowd is wider than its slot: it begins there, the last one ends there
		case f.every > 1 && n == len(f.c.Slots)-1:
			at, anchor = at+f.slot/2, "end"
		case f.every > 1:
			at, anchor = at-f.slot/2, "start"
		}
		y := f.plot.y1 + 6 + f.label.size
		f.lines(at, y, anchor, font{f.label.size, slot.Strong}, f.ink, "", label)
		y += float64(len(label))*f.label.leading() - (f.label.size - f.small.size)
		f.lines(at, y, anchor, f.small, f.ink2, "", sub)
	}
	f.longLabels()
}

// longLabels writes the labels that are too long for their slots across the foot of the drawing, each after its number.
func (f *frame) longLabels() {
	y := f.tall - f.across
	for n, slot := range f.c.Slots {
		if f.long[n] > 0 {
			lines := f.acrossLines(n)
			f.text(0, y+f.small.size, "start", font{f.small.size, slot.Strong}, f.ink, "", f.names[n].label[0])
			f.lines(numberRoom, y+f.small.size, "start", f.small, f.ink, "", lines)
			y += float64(len(lines))*f.small.leading() + 6
		}
	}
}

// statement writes the targets that are not drawn, at the top, and gives the height that they take.
func statement(p *pen, c *Chart, size Size) float64 {
	l := looks[size]
	lines := wrap(c.Statement, l.label.size, false, l.width)
	p.lines(0, l.label.size, "start", l.label, p.ink, "", lines)
	if len(lines) == 0 {
		return 0
	}
	return float64(len(lines))*l.label.leading() + 8
}

// halo is the colour around letters: that of the zone on the zone, else the page's.
func (f *frame) halo(x, y float64) string {
	if z := f.c.Zone; z != nil && z.From >= 0 {
		x0, x1 := f.span(z.From, z.To)
		top, bottom := f.y(z.High), f.y(z.Low)
		if x > x0 && x < x1 && y > min(top, bottom) && y < max(top, bottom) {
			return f.paint.zone
		}
	}
	return f.bg
}
