package chart

// value places the figure of a column over it, under it when negative.
func (d *columns) value(n int, slot Slot) {
	if slot.Mark == Gap || d.crowded() && !slot.Strong {
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
	x, b := min(max(d.x[n], half), d.width-half), d.bar(n, slot)
	var spots []spot
	for up := range 3 {
		y := b.y0 - 6 - float64(up+len(lines)-1)*f.leading()
		if slot.Value < 0 {
			y = b.y1 + 3 + f.size + float64(up)*f.leading()
		}
		spots = append(spots, spot{x, y, "middle"})
	}
	d.place(-1, f, d.ink, lines, spots...)
}

// gap places the word for a missing figure on the ground of its slot, clear of the target's line.
func (d *columns) gap(n int, slot Slot) {
	if slot.Mark != Gap || d.crowded() {
		return
	}
	f := d.small
	lines := wrap(slot.Gap, f.size, f.bold, d.slot-1)
	height := float64(len(lines)-1) * f.leading()
	spots := []spot{{d.x[n], d.y(0) - 7 - height, "middle"}}
	for _, t := range d.c.Targets {
		spots = append(spots, spot{d.x[n], d.y(t.At) - 8 - height, "middle"}, spot{d.x[n], d.y(t.At) + 6 + f.size, "middle"})
	}
	d.place(n, f, d.ink2, lines, spots...)
}

// target places the label of a target beside its line: at the right end if it can be, else at the left, above or
// below; else over the plot.
func (d *columns) target(t Line) {
	f := font{d.label.size, true}
	x0, x1 := d.span(t.From, t.To)
	lines := wrap(t.Label, f.size, f.bold, max(x1-x0, 72))
	up, down := d.y(t.At)-6-float64(len(lines)-1)*f.leading(), d.y(t.At)+4+f.size
	spots := []spot{{x1, up, "end"}, {x0 + 2, up, "start"}, {x1, down, "end"}, {x0 + 2, down, "start"}}
	top := spot{x1, d.over + f.size, "end"}
	if d.extra > 0 {
		spots = append(spots, top)
	}
	if cost := d.place(-1, f, d.ink, lines, spots...); cost > 0 && d.extra == 0 && d.c.Kind == Columns {
		d.extra = float64(len(lines))*f.leading() + 2
	}
}
