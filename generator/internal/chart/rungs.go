package chart

// figures finds the places of the texts: the plan's year first, then the zone's words, then the other figures and the
// gap words.
func (f *frame) figures() {
	for n, slot := range f.c.Slots {
		if slot.Strong && slot.Mark != Gap {
			f.beside(n, slot)
		}
	}
	f.zoneWords()
	for n, slot := range f.c.Slots {
		switch {
		case slot.Mark == Gap:
			f.onLadder(n, slot)
		case !slot.Strong && (!f.crowded() || n == 0): // in a crowd the first and the last
			f.beside(n, slot)
		}
	}
}

// beside places a figure: of the plan's year over its point; of others right-above, or right-below where the line to
// the next one rises.
func (f *frame) beside(n int, slot Slot) {
	as := f.look.value
	if slot.Strong {
		as = f.strong
	}
	x, y, r := f.x[n], f.y(slot.Value), f.radius
	up, down, out := y-r-1, y+r+as.size*0.85, r+3
	over := spot{x, y - r - 6, "middle"}
	spots := []spot{{x + out, up, "start"}, {x + out, down, "start"}, {x - out, up, "end"}, {x - out, down, "end"}, over, {x, y + r + as.size + 2, "middle"}}
	for _, l := range f.c.Links {
		if l.From == n && f.c.Slots[l.To].Value < slot.Value {
			spots[0], spots[1] = spots[1], spots[0]
		}
	}
	if slot.Strong {
		spots = append([]spot{over}, spots...)
	} else if f.crowded() {
		spots = []spot{{x - r, y - r - 6, "start"}, {x - r, y + r + as.size + 2, "start"}}
		if _, cost := f.room.find([]string{slot.Text}, as, spots...); cost > 0 {
			return
		}
	}
	f.place(-1, as, f.ink, []string{slot.Text}, spots...)
}

// lowZone is the height under which a zone has no room for words of its own.
const lowZone = 30

// zoneWords places the zone's word at its top and what it takes at its bottom, or outside a zone that is too low.
func (f *frame) zoneWords() {
	z := f.c.Zone
	if z == nil {
		return
	}
	b, small := f.zoneBox(), f.small
	if f.crowded() {
		f.besideZone(b)
		return
	}
	if b.y1-b.y0 > lowZone {
		f.inZone(z.Word, font{small.size, true}, func(float64) []spot {
			top := b.y0 + small.size + 3
			return []spot{{f.x[z.To], top, "middle"}, {f.x[z.To], top + small.leading(), "middle"}, {f.x[z.To], (b.y0 + b.y1) / 2, "middle"}}
		})
	}
	for _, t := range f.c.Targets {
		f.inZone(t.Label, small, func(last float64) []spot {
			up, down := b.y1-6-last, b.y1+5+small.size
			return []spot{{f.x[z.To], up, "middle"}, {f.x[z.To], down, "middle"}, {b.x0 - 4, up, "end"}, {b.x0 - 4, down, "end"}}
		})
	}
}

// besideZone places what the zone takes at its left, where it is too narrow for words.
func (f *frame) besideZone(b box) {
	for _, t := range f.c.Targets {
		lines := wrap(t.Label, f.small.size, false, f.width/2)
		spots := []spot{{b.x1, b.y1 + 5 + f.small.size, "end"}}
		for y := b.y1 - 6; y > b.y0+f.small.size; y -= 8 {
			spots = append(spots, spot{b.x0 - 4, y, "end"})
		}
		for y := b.y1 + 5 + f.small.size; y < f.plot.y1; y += 8 {
			spots = append(spots, spot{b.x1, y, "end"}, spot{b.x0 - 4, y, "end"})
		}
		f.place(-1, f.small, f.ink, lines, spots...)
	}
}

// inZone places a text in one line, a little wider than the slot if it must, or in several where one is not free;
// spots gives the places for the height between the first and the last line.
func (f *frame) inZone(s string, as font, spots func(last float64) []spot) {
	lines := wrap(s, as.size, as.bold, 1.35*f.slot)
	at := spots(float64(len(lines)-1) * as.leading())
	if _, cost := f.room.find(lines, as, at[0]); cost > 0 {
		if more := wrap(s, as.size, as.bold, f.slot-2); len(more) > len(lines) {
			lines, at = more, spots(float64(len(more)-1)*as.leading())
		}
	}
	f.place(-1, as, f.ink, lines, at...)
}

// onLadder places the word for a missing figure on its ladder: in the zone, else in the middle, else where it is free.
func (f *frame) onLadder(n int, slot Slot) {
	if f.crowded() {
		return
	}
	lines := wrap(slot.Gap, f.small.size, false, f.slot-1)
	half := float64(len(lines)-1) * f.small.leading() / 2
	spots := []spot{}
	if z := f.c.Zone; z != nil && n == z.To {
		b := f.zoneBox()
		spots = append(spots, spot{f.x[n], (b.y0+b.y1)/2 - half + 4, "middle"})
	}
	spots = append(spots, spot{f.x[n], (f.plot.y0+f.plot.y1)/2 - half + 4, "middle"})
	for y := f.plot.y0 + f.small.size + 4; y+2*half < f.plot.y1; y += 8 {
		spots = append(spots, spot{f.x[n], y, "middle"})
	}
	f.place(n, f.small, f.ink2, lines, spots...)
}
