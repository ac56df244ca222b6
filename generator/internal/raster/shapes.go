package raster

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// pen reads how an element is stroked.
func (r *reader) pen(e *element) (p pen, colour rgb, there bool) {
	colour, there = e.colour("stroke")
	p.width = r.view.length(e.numberOr("stroke-width", 1))
	for _, d := range e.numbers("stroke-dasharray", e.attrs["stroke-dasharray"]) {
		p.dashes = append(p.dashes, r.view.length(d))
	}
	sum := 0
	for _, d := range p.dashes {
		sum += d
		if d < 0 {
			e.fail("stroke-dasharray")
		}
	}
	if len(p.dashes)%2 != 0 || len(p.dashes) > 0 && sum <= 0 {
		e.fail("stroke-dasharray")
		p.dashes = nil
	}
	p.round = e.is("stroke-linecap", "round", "butt") == "round"
	return p, colour, there && p.width > 0
}

func (r *reader) line(e *element) {
	if p, colour, there := r.pen(e); there {
		from, to := r.view.at(e.number("x1"), e.number("y1")), r.view.at(e.number("x2"), e.number("y2"))
		r.canvas.paint(p.stroke(path{points: []point{from, to}}), colour)
	}
}

func (r *reader) rect(e *element) {
	x, y, w, h := e.number("x"), e.number("y"), e.number("width"), e.number("height")
	a, b, round := r.view.at(x, y), r.view.at(x+w, y+h), r.view.length(e.number("rx"))
	if w <= 0 || h <= 0 {
		return
	}
	r.fill(e, shape{rectangle(a, b, round)})
	p, colour, there := r.pen(e)
	switch half := p.width / 2; {
	case !there:
	case len(p.dashes) == 0 && round == 0:
		outer := rectangle(point{a.x - half, a.y - half}, point{b.x + half, b.y + half}, 0)
		r.canvas.paint(ring(outer, rectangle(point{a.x + half, a.y + half}, point{b.x - half, b.y - half}, 0)), colour)
	default:
		r.canvas.paint(p.stroke(path{rectangle(a, b, round), true}), colour)
	}
}

// ring is what lies between two outlines; an inner one that is turned inside out has no room.
func ring(outer, inner []point) shape {
	if twice(inner) <= 0 {
		return shape{outer}
	}
	hole := make([]point, 0, len(inner))
	for n := range inner {
		hole = append(hole, inner[len(inner)-1-n])
	}
	return shape{outer, hole}
}

func (r *reader) circle(e *element) {
	at, radius := r.view.at(e.number("cx"), e.number("cy")), r.view.length(e.number("r"))
	if radius <= 0 {
		return
	}
	r.fill(e, shape{disc(at, radius)})
	if p, colour, there := r.pen(e); there {
		inner := max(radius-p.width/2, 0)
		r.canvas.paint(ring(disc(at, radius+p.width/2), disc(at, inner)), colour)
	}
}

// fill fills a shape with its colour or its stripes.
func (r *reader) fill(e *element, s shape) {
	if id, rest, ok := call(e.attrs["fill"], "url"); ok {
		stripes, known := r.patterns[id]
		if !known || rest != "" {
			e.fail("fill")
			return
		}
		r.canvas.paintWithin(stripes.over(r.view, s), s, stripes.colour)
		return
	}
	if colour, there := e.colour("fill"); there {
		r.canvas.paint(s, colour)
	}
}

// text paints a line of text, with the halo under it.
func (r *reader) text(e *element) error {
	s, err := r.words(e)
	if err != nil {
		return err
	}
	size := r.view.length(e.number("font-size"))
	strong := e.is("font-weight", "700") == "700"
	at := r.view.at(e.number("x"), e.number("y"))
	letters := faceOf(strong).outlines(s, at, size, e.is("text-anchor", "start", "middle", "end"))
	if p, colour, there := r.pen(e); there {
		if e.is("paint-order", "stroke"); e.attrs["paint-order"] == "" {
			e.fail("stroke")
		}
		e.is("stroke-linejoin", "round")
		var halo shape
		for _, l := range letters {
			halo = p.piece(halo, l)
		}
		r.canvas.paint(halo, colour)
	}
	var ink shape
	for _, l := range letters {
		ink = append(ink, l.points)
	}
	if colour, there := e.colour("fill"); there && len(ink) > 0 {
		r.canvas.paint(ink, colour)
	}
	return e.err
}

// words are the text that an element holds.
func (r *reader) words(e *element) (string, error) {
	var b strings.Builder
	for {
		switch t, err := r.xml.Token(); t := t.(type) {
		case nil:
			return "", err
		case xml.CharData:
			b.Write(t)
		case xml.EndElement:
			return b.String(), nil
		case xml.StartElement:
			return "", fmt.Errorf("<%s> in <%s> is not painted", t.Name.Local, e.name)
		}
	}
}
