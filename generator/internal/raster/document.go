package raster

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// reader paints a document while it reads it.
type reader struct {
	xml      *xml.Decoder
	canvas   *canvas
	view     view
	patterns map[string]stripes
}

// document paints a whole one: the first element is an svg, whose size the picture takes.
func (r *reader) document() error {
	for {
		t, err := r.xml.Token()
		if err != nil {
			return err
		}
		if e, begins := t.(xml.StartElement); begins {
			root := newElement(e)
			w, h := round(root.number("width")*r.view.scale), round(root.number("height")*r.view.scale)
			if e.Name.Local != "svg" || w < 1 || h < 1 || w > most || h > most {
				return fmt.Errorf("<%s> of %d × %d pixels is not an svg that can be painted", e.Name.Local, w, h)
			}
			r.canvas, r.patterns = newCanvas(w, h), map[string]stripes{}
			return r.element(root)
		}
	}
}

// painters paint the elements that hold no others; known lists the attributes of every element. What says nothing about
// the picture is known by its name alone.
var (
	painters = map[string]func(*reader, *element){
		"rect": (*reader).rect, "line": (*reader).line, "circle": (*reader).circle, "path": (*reader).path,
	}
	known = map[string]string{
		"svg": " width height viewBox font-family ", "g": " transform ", "defs": " ", "title": " ", "desc": " ",
		"pattern": " width height patternUnits patternTransform ",
		"rect":    " x y width height rx fill stroke stroke-width stroke-dasharray ",
		"line":    " x1 y1 x2 y2 stroke stroke-width stroke-dasharray stroke-linecap ",
		"circle":  " cx cy r fill stroke stroke-width ",
		"path":    " d fill stroke stroke-width stroke-linecap stroke-linejoin ",
		"text":    " x y text-anchor font-size font-weight fill stroke stroke-width stroke-linejoin paint-order ",
	}
	silent = " class id role focusable xmlns lang "
)

func mute(name string) bool {
	return strings.Contains(silent, " "+name+" ") || strings.HasPrefix(name, "data-") || strings.HasPrefix(name, "aria-")
}

// element paints an element and all that it holds.
func (r *reader) element(e *element) error {
	if err := e.check(); err != nil {
		return err
	}
	outer := r.view
	defer func() { r.view = outer }()
	paint, single := painters[e.name]
	switch {
	case single:
		paint(r, e)
	case e.name == "text":
		return r.text(e)
	case e.name == "title" || e.name == "desc":
		return r.xml.Skip()
	case e.name == "pattern":
		return r.pattern(e)
	case e.name == "svg":
		e.is("viewBox", "0 0 "+e.attrs["width"]+" "+e.attrs["height"])
	case e.name == "g":
		r.view = e.transform(r.view)
	}
	if e.err != nil {
		return e.err
	}
	return r.children(e)
}

// children paints what stands in an element, up to its end.
func (r *reader) children(e *element) error {
	for {
		switch t, err := r.xml.Token(); t := t.(type) {
		case xml.StartElement:
			if err := r.element(newElement(t)); err != nil {
				return err
			}
		case xml.CharData:
			if s := strings.TrimSpace(string(t)); s != "" {
				return fmt.Errorf("<%s> holds the words %q", e.name, s)
			}
		case xml.EndElement:
			return nil
		case nil:
			if errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			return err
		}
	}
}
