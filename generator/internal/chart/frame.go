package chart

import (
	"math"
	"strconv"
)

// look is what differs between the narrow and the wide drawing.
type look struct {
	width  float64
	height map[Kind]float64
	small  font // gap words and what stands under labels
	label  font // slots and ticks
	value  font
	strong font // the newest value
	apart  float64
	radius float64
}

var looks = map[Size]look{
	Narrow: {328, map[Kind]float64{Columns: 250, Lines: 250, Ladder: 290, Tiers: 160, Tiles: 120}, font{12, false}, font{12, false}, font{12, true}, font{14, true}, 14, 5},
	Wide:   {720, map[Kind]float64{Columns: 320, Lines: 320, Ladder: 380, Tiers: 200, Tiles: 128}, font{13, false}, font{14, false}, font{14, true}, font{17, true}, 36, 6.5},
}

// usual is the form whose height a chart takes: a ladder of which no rung is known stays low.
func (c *Chart) usual() Kind {
	if c.Kind == Ladder && best(c) < 0 {
		return Tiers
	}
	return c.Kind
}

// frame is the ground of a drawing: the plot, and the slots side by side.
type frame struct {
	*pen
	look
	c     *Chart
	room  room
	plot  box
	slot  float64   // the width of a slot
	x     []float64 // the middle of each slot
	every int       // every how many slots there is a label; more than 1 in a crowd
	tall  float64   // the height of the whole drawing
	texts []placed

	names  []name  // of the slots, as they stand under the plot; empty where a slot has none there
	long   []int   // the number of a label that is too long for its slot; 0 for the others
	across float64 // the height of the long labels, across the foot of the drawing
}

// newFrame lays the slots between left and right and their labels under the plot. The drawing grows when names need
// more room than the form's usual height leaves.
func newFrame(p *pen, c *Chart, size Size, left, right, top, least float64) *frame {
	f := &frame{pen: p, look: looks[size], c: c, every: 1}
	f.plot = box{left, top, f.width - right, 0}
	gaps := 0.0
	for n := 1; n < len(c.Slots); n++ {
		if c.Slots[n].Apart != c.Slots[n-1].Apart {
			gaps += f.apart
		}
	}
	f.slot = (f.plot.x1 - f.plot.x0 - gaps) / float64(max(len(c.Slots), 1))
	f.x = make([]float64, 0, len(c.Slots))
	x := left + f.slot/2
	for n := range c.Slots {
		if n > 0 {
			x += f.slot
			if c.Slots[n].Apart != c.Slots[n-1].Apart {
				x += f.apart
			}
		}
		f.x = append(f.x, x)
	}
	if f.crowded() {
		f.every = int(math.Ceil(84 / f.slot))
		f.radius = min(f.radius, max(0.45*f.slot, 1.5))
	}
	f.number()
	under := f.under() + 6
	f.plot.y1 = max(f.height[c.usual()]-under, top+least)
	f.tall = f.plot.y1 + under + f.across
	f.room.area = box{0, 0, f.width, f.tall}
	return f
}

// crowd is the width under which slots are too narrow for words.
const crowd = 36

func (f *frame) crowded() bool { return f.slot < crowd }

// labelled tells whether a slot has its label in the drawing: in a crowd the last and, as far as they leave it room, some at
// equal distances from the first on.
func (f *frame) labelled(n int) bool {
	return f.every == 1 || n%f.every == 0 && n+2*f.every <= len(f.c.Slots) || n == len(f.c.Slots)-1
}

// name is the lines of a slot's label and of what stands under it.
type name struct{ label, sub []string }

// number breaks the labels into lines. Those that would be towers of words in their slots stand across the drawing, each
// under its number.
func (f *frame) number() {
	f.names, f.long = make([]name, len(f.c.Slots)), make([]int, len(f.c.Slots))
	room, found := f.slot*float64(f.every)-2, 0
	for n, slot := range f.c.Slots {
		if !f.labelled(n) {
			continue
		}
		f.names[n] = name{wrap(slot.Label, f.label.size, slot.Strong, room), wrap(slot.Sub, f.small.size, false, room)}
		if len(f.names[n].label) > longName {
			found++
			f.long[n] = found
			f.names[n].label = []string{"(" + strconv.Itoa(found) + ")"}
			f.across += float64(len(f.acrossLines(n)))*f.small.leading() + 6
		}
	}
}

// numberRoom is the width of the numbers before the labels that stand across the drawing.
const numberRoom = 24

// acrossLines are the lines of a long label across the drawing.
func (f *frame) acrossLines(n int) []string {
	return wrap(f.c.Slots[n].Label, f.small.size, false, f.width-numberRoom)
}

// under is the height of the labels under the plot.
func (f *frame) under() float64 {
	most := 0.0
	for _, n := range f.names {
		most = max(most, float64(len(n.label))*f.label.leading()+float64(len(n.sub))*f.small.leading())
	}
	return most + 6
}

// y is the height of a value in the plot.
func (f *frame) y(v float64) float64 {
	a := f.c.Axis
	share := (v - a.Min) / (a.Max - a.Min)
	if !a.Down {
		share = 1 - share
	}
	return f.plot.y0 + min(max(share, 0), 1)*(f.plot.y1-f.plot.y0)
}

// span is the width that a line or zone takes, from the edge of one slot to that of another.
func (f *frame) span(from, to int) (x0, x1 float64) {
	return f.x[from] - f.slot/2, f.x[to] + f.slot/2
}

// edge draws a target's line over a ground of the page's colour, so that it is seen on dark columns too.
func (f *frame) edge(x0, x1, y float64) {
	f.line(x0, y, x1, y, f.bg, 5, "")
	f.line(x0, y, x1, y, f.ink, 2, dashed)
}
