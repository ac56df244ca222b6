package raster

import (
	"math"
	"strconv"
	"strings"
)

// path paints a path of lines, curves and arcs of circles.
func (r *reader) path(e *element) {
	t := tracer{view: r.view, rest: e.attrs["d"]}
	for t.rest = strings.TrimSpace(t.rest); t.rest != ""; t.rest = strings.TrimLeft(t.rest, " ,") {
		if !t.step() {
			e.fail("d")
			return
		}
	}
	var s shape
	for _, p := range t.paths {
		s = append(s, p.points)
	}
	r.fill(e, s)
	e.is("stroke-linejoin", "round")
	if p, colour, there := r.pen(e); there {
		var s shape
		for _, line := range t.paths {
			s = append(s, p.stroke(line)...)
		}
		r.canvas.paint(s, colour)
	}
}

// tracer reads the steps of a path one at a time.
type tracer struct {
	view           view
	rest           string
	command        byte // the one that further numbers repeat
	x, y           float64
	startX, startY float64
	paths          []path
}

// taking is how many numbers a command takes.
var taking = map[byte]int{'m': 2, 'l': 2, 'h': 1, 'v': 1, 'c': 6, 'a': 7, 'z': 0}

// step draws one step; false when it cannot be read.
func (t *tracer) step() bool {
	if c := t.rest[0]; c >= 'A' {
		t.command, t.rest = c, t.rest[1:]
	} else if t.command|0x20 == 'z' { // takes no numbers
		return false
	}
	lower := t.command | 0x20
	n, there := taking[lower]
	var v [7]float64
	for k := range n {
		there = there && t.number(&v[k])
	}
	if !there || len(t.paths) == 0 && lower != 'm' {
		return false
	}
	fromX, fromY := 0.0, 0.0
	if t.command == lower {
		fromX, fromY = t.x, t.y
	}
	switch lower {
	case 'z':
		t.paths[len(t.paths)-1].closed = true
		t.x, t.y = t.startX, t.startY
	case 'm':
		t.x, t.y = fromX+v[0], fromY+v[1]
		t.startX, t.startY = t.x, t.y
		t.paths = append(t.paths, path{points: []point{t.view.at(t.x, t.y)}})
		t.command-- // to l or L: further places are lines
	case 'h':
		t.to(fromX+v[0], t.y)
	case 'v':
		t.to(t.x, fromY+v[0])
	case 'l':
		t.to(fromX+v[0], fromY+v[1])
	case 'c':
		t.x, t.y = fromX+v[4], fromY+v[5]
		t.last().cubic(t.view.at(fromX+v[0], fromY+v[1]), t.view.at(fromX+v[2], fromY+v[3]), t.view.at(t.x, t.y))
	case 'a':
		return v[0] == v[1] && v[2] == 0 && t.arc(v[0], v[3] == 1, v[4] == 1, fromX+v[5], fromY+v[6])
	}
	return true
}

func (t *tracer) last() *path { return &t.paths[len(t.paths)-1] }

func (t *tracer) to(x, y float64) {
	t.x, t.y = x, y
	t.last().to(t.view.at(x, y))
}

// number reads one number; a sign or a second point begins the next.
func (t *tracer) number(v *float64) bool {
	t.rest = strings.TrimLeft(t.rest, " ,")
	end, point := 0, false
	for end < len(t.rest) {
		c := t.rest[end]
		if c == '-' && end > 0 || c == '.' && point || c != '-' && c != '.' && (c < '0' || c > '9') {
			break
		}
		point = point || c == '.'
		end++
	}
	var err error
	*v, err = strconv.ParseFloat(t.rest[:end], 64)
	t.rest = t.rest[end:]
	return err == nil
}

// arc draws an arc of a circle: halves it again and again, for that takes only square roots, which every processor
// computes alike.
func (t *tracer) arc(r float64, large, sweep bool, x, y float64) bool {
	dx, dy := x-t.x, y-t.y
	chord := math.Sqrt(float64(dx*dx) + float64(dy*dy))
	if chord == 0 || r <= 0 {
		return false
	}
	outX, outY := dy/chord, -dx/chord // from the chord to the middle of the arc
	if !sweep {
		outX, outY = -outX, -outY
	}
	high := math.Sqrt(max(float64(r*r)-float64(chord*chord)/4, 0))
	if !large {
		high = -high
	}
	a := arc{r: max(r, chord/2), sweep: sweep, x: (t.x+x)/2 + float64(outX*high), y: (t.y+y)/2 + float64(outY*high)}
	a.halve(t, t.x, t.y, x, y, 5)
	t.to(x, y)
	return true
}

// arc is the circle of an arc and the way round it.
type arc struct {
	r, x, y float64
	sweep   bool
}

func (a arc) halve(t *tracer, x0, y0, x1, y1 float64, times int) {
	if times == 0 {
		return
	}
	dx, dy := x1-x0, y1-y0
	far := math.Sqrt(float64(dx*dx) + float64(dy*dy))
	if far == 0 {
		return
	}
	outX, outY := float64(a.r*dy)/far, float64(-a.r*dx)/far
	if !a.sweep {
		outX, outY = -outX, -outY
	}
	x, y := a.x+outX, a.y+outY
	a.halve(t, x0, y0, x, y, times-1)
	t.to(x, y)
	a.halve(t, x, y, x1, y1, times-1)
}
