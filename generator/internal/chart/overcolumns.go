package chart

import "slices"

// few is the number of figures of which a crowd shows each that finds a place.
const few = 8

// values places the figures. In a crowd the newest is written, then, where they are free, the first and the best, the
// others only when there are few.
func (d *columns) values() {
	if !d.crowded() {
		for n, slot := range d.c.Slots {
			d.value(n, slot, false)
		}
		return
	}
	for n, slot := range d.c.Slots {
		if slot.Strong {
			d.value(n, slot, false)
		}
	}
	var known []int
	for n, slot := range d.c.Slots {
		if slot.Mark != Gap && !slot.Strong {
			known = append(known, n)
		}
	}
	if len(known) > few {
		known = slices.Compact([]int{known[0], best(d.c)})
	}
	for _, n := range known {
		if !d.c.Slots[n].Strong {
			d.value(n, d.c.Slots[n], true)
		}
	}
}

// value places the figure of a column over it, under it when negative, or nowhere if it must be free and no place is.
func (d *columns) value(n int, slot Slot, free bool) {
	if slot.Mark == Gap {
		return
	}
	f := d.look.value
	if slot.Strong {
		f = d.strong
	}
	if slot.Apart {
		f = d.label
	}
	lines := wrap(slot.Text, f.size, f.bold, d.width)
	half := widest(lines, f.size, f.bold) / 2
	x, b := min(max(d.x[n], d.plot.x0+half), d.width-half), d.bar(n, slot)
	spots := make([]spot, 0, 4)
	for up := range 3 {
		y := b.y0 - 6 - float64(up+len(lines)-1)*f.leading()
		if slot.Value < 0 {
			y = b.y1 + 3 + f.size + float64(up)*f.leading()
		}
		spots = append(spots, spot{x, y, "middle"})
	}
	if slot.Value < 0 { // where it would stand among the labels
		spots = append(spots, spot{x, b.y0 - 6 - float64(len(lines)-1)*f.leading(), "middle"})
	}
	if _, cost := d.room.find(lines, f, spots...); free && cost > 0 {
		return
	}
	d.place(-1, f, d.ink, lines, spots...)
}

// gaps places the words for missing figures; in a crowd one for all of a run that is wide enough.
func (d *columns) gaps() {
	slots := d.c.Slots
	for from := 0; from < len(slots); {
		to := from
		for d.crowded() && to+1 < len(slots) && slots[from].Mark == Gap && slots[to+1].Gap == slots[from].Gap {
			to++
		}
		if slots[from].Mark == Gap {
			d.gap(from, to)
		}
		from = to + 1
	}
}

// narrowRun is the width under which a run of missing figures has no room for a word.
const narrowRun = 56

// gap places the word for missing figures on the ground of their slots, clear of the target's line.
func (d *columns) gap(from, to int) {
	x0, x1 := d.span(from, to)
	if d.crowded() && x1-x0 < narrowRun {
		return
	}
	f, x := d.small, (x0+x1)/2
	lines := wrap(d.c.Slots[from].Gap, f.size, f.bold, x1-x0-1)
	height := float64(len(lines)-1) * f.leading()
	spots := []spot{{x, d.y(0) - 7 - height, "middle"}}
	for _, t := range d.c.Targets {
		spots = append(spots, spot{x, d.y(t.At) - 8 - height, "middle"}, spot{x, d.y(t.At) + 6 + f.size, "middle"})
	}
	d.place(from, f, d.ink2, lines, spots...)
}

// target places the label of a target beside its line, in one line if it can be, though that be longer than the target's;
// else over the plot.
func (d *columns) target(t Line) {
	f := font{d.label.size, true}
	x0, x1 := d.span(t.From, t.To)
	lines := wrap(t.Label, f.size, f.bold, 0.6*d.width)
	_, cost := d.room.find(lines, f, d.besideLine(t, lines, f)...)
	if cost > 0 && (d.extra == 0 || d.severalLabels()) {
		lines = wrap(t.Label, f.size, f.bold, max(x1-x0, 72))
	}
	spots := d.besideLine(t, lines, f)
	if d.extra > 0 {
		spots = append(spots, spot{x1, d.over + f.size, "end"})
	}
	if cost := d.place(-1, f, d.ink, lines, spots...); cost > 0 && d.extra == 0 {
		d.extra = float64(len(lines))*f.leading() + 2
	}
}

// severalLabels tells whether labels of targets may stand side by side over the plot.
func (d *columns) severalLabels() bool {
	labels := 0
	for _, t := range d.c.Targets {
		if t.Label != "" {
			labels++
		}
	}
	return labels > 1
}

// besideLine are the places of a target's label: at the right end of its line, else at the left, above or below, else
// before or behind it.
func (d *columns) besideLine(t Line, lines []string, f font) []spot {
	x0, x1 := d.span(t.From, t.To)
	up, down := d.y(t.At)-6-float64(len(lines)-1)*f.leading(), d.y(t.At)+4+f.size
	middle := d.y(t.At) + 0.36*f.size - float64(len(lines)-1)*f.leading()/2
	return []spot{{x1, up, "end"}, {x0 + 2, up, "start"}, {x1, down, "end"}, {x0 + 2, down, "start"}, {x0 - 4, middle, "end"}, {x1 + 4, middle, "start"}}
}
