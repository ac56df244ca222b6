package chart

// Measures of a chart of parts, in pixels.
const (
	barThick = 18.0
	barGap   = 16.0
)

// drawParts draws a horizontal bar a part from zero: the name and the figure in a row of text over it, a tick where the
// part's target lies, dotted between the bar and the tick. The axis is at the foot.
func drawParts(p *pen, c *Chart, size Size) float64 {
	d := &parts{pen: p, look: looks[size], c: c}
	foot := 6 + d.label.size + 6
	y := statement(p, c, size)
	for n := range c.Slots {
		d.tops = append(d.tops, y)
		y += d.height(n)
	}
	d.plot = box{0, 0, d.width, y}
	if len(c.Axis.Ticks) > 0 { // the outer labels stand in the middle of their lines
		half := func(t Tick) float64 { return width(t.Label, d.label.size, false) / 2 }
		d.plot.x0, d.plot.x1 = half(c.Axis.Ticks[0])+1, d.width-half(c.Axis.Ticks[len(c.Axis.Ticks)-1])-1
	}
	d.axis(y)
	for n, slot := range c.Slots {
		d.pen.row(n)
		d.part(n, slot)
		d.pen.end()
	}
	return y + foot
}

// parts is the drawing of a chart of parts.
type parts struct {
	*pen
	look
	c    *Chart
	plot box
	tops []float64 // of each slot
}

// words are the lines of a slot's name and of its figure with the target, which stand side by side unless the name is so
// long that it takes the whole width; then the figure stands under it.
func (d *parts) words(n int) (name, value []string, under bool) {
	slot := d.c.Slots[n]
	said := slot.Text + slot.Gap
	if slot.AimText != "" {
		said += " · " + slot.AimText
	}
	if value = wrap(said, d.label.size, false, 0.55*d.width); len(value) > 1 { // broken before the target, not inside it
		value = append(wrap(slot.Text+slot.Gap, d.label.size, false, 0.55*d.width), wrap(slot.AimText, d.label.size, false, 0.55*d.width)...)
	}
	name = wrap(slot.Label, d.label.size, true, d.width-widest(value, d.label.size, true)-12)
	if len(name) > longName {
		return wrap(slot.Label, d.label.size, true, d.width-4), value, true
	}
	return name, value, false
}

// longName is the number of lines beyond which a name stands across the drawing.
const longName = 4

// wordsHeight is the height of the words over a bar.
func (d *parts) wordsHeight(n int) float64 {
	name, value, under := d.words(n)
	lines := max(len(name), len(value))
	if under {
		lines = len(name) + len(value)
	}
	return float64(lines) * d.label.leading()
}

func (d *parts) height(n int) float64 { return d.wordsHeight(n) + 4 + barThick + barGap }

// x is the place of a value.
func (d *parts) x(v float64) float64 {
	a := d.c.Axis
	return d.plot.x0 + min(max((v-a.Min)/(a.Max-a.Min), 0), 1)*(d.plot.x1-d.plot.x0)
}

func (d *parts) axis(foot float64) {
	for _, t := range d.c.Axis.Ticks {
		x := d.x(t.At)
		d.line(x, foot-4, x, foot, d.rule2, 1, "")
		d.text(x, foot+4+d.label.size, "middle", d.label, d.ink2, "", t.Label)
	}
	d.line(d.plot.x0, foot, d.plot.x1, foot, d.rule2, 1, "")
}

func (d *parts) part(n int, slot Slot) {
	name, value, under := d.words(n)
	y := d.tops[n] + d.label.size
	d.lines(d.plot.x0, y, "start", font{d.label.size, true}, d.ink, "", name)
	if under {
		y += float64(len(name)) * d.label.leading()
	}
	d.lines(d.plot.x1, y, "end", d.label, d.ink, "", value)
	top := d.tops[n] + d.height(n) - barGap - barThick
	b := box{min(d.x(0), d.x(slot.Value)), top, max(d.x(0), d.x(slot.Value)), top + barThick}
	switch {
	case b.x1-b.x0 >= stub:
	case slot.Value < 0:
		b.x0 = b.x1 - stub
	default:
		b.x1 = b.x0 + stub
	}
	switch {
	case slot.Mark == Gap:
		d.line(d.plot.x0, top+barThick/2, d.plot.x1, top+barThick/2, d.rule2, 1.5, dotted)
	case slot.Sample:
		d.rect(b.inside(0.5), d.fill(slot), ` stroke="`+d.data+`" stroke-dasharray="4 3"`)
	default:
		d.rect(b, d.data, "")
	}
	d.line(d.x(0), top-3, d.x(0), top+barThick+3, d.ink2, 1.5, "")
	d.aim(slot, b)
}

// aim draws the tick of a part's target, dotted from the end of a bar that lies before it.
func (d *parts) aim(slot Slot, bar box) {
	if slot.Aim == nil {
		return
	}
	x := d.x(*slot.Aim)
	if slot.Mark != Gap && x > bar.x1 {
		d.line(bar.x1, bar.y0+barThick/2, x, bar.y0+barThick/2, d.rule2, 1.5, dotted)
	}
	d.line(x, bar.y0-3, x, bar.y1+3, d.bg, 7, "")
	d.line(x, bar.y0-3, x, bar.y1+3, d.ink, 3, "")
}
