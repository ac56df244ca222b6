package raster

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// element is an element with its attributes. The first value that cannot be read is its error.
type element struct {
	name  string
	attrs map[string]string
	err   error
}

func newElement(t xml.StartElement) *element {
	e := &element{name: t.Name.Local, attrs: make(map[string]string, len(t.Attr))}
	for _, a := range t.Attr {
		e.attrs[a.Name.Local] = a.Value
	}
	return e
}

// check refuses an element or an attribute that is not painted.
func (e *element) check() error {
	attrs, painted := known[e.name]
	if !painted {
		return fmt.Errorf("<%s> is not painted", e.name)
	}
	for name := range e.attrs {
		if !mute(name) && !strings.Contains(attrs, " "+name+" ") {
			return fmt.Errorf("%s of <%s> is not painted", name, e.name)
		}
	}
	return nil
}

func (e *element) fail(name string) {
	if e.err == nil {
		e.err = fmt.Errorf("%s=%q of <%s> is not painted", name, e.attrs[name], e.name)
	}
}

// number reads a number; an attribute that is not there is 0.
func (e *element) number(name string) float64 { return e.numberOr(name, 0) }

func (e *element) numberOr(name string, otherwise float64) float64 {
	s, there := e.attrs[name]
	if !there {
		return otherwise
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !within(v) {
		e.fail(name)
		return 0
	}
	return v
}

// within tells a number that is one, and none that no drawing has.
func within(v float64) bool { return v >= -most && v <= most }

// numbers reads some numbers with spaces between them.
func (e *element) numbers(name, s string) []float64 {
	var all []float64
	for f := range strings.FieldsSeq(strings.ReplaceAll(s, ",", " ")) {
		v, err := strconv.ParseFloat(f, 64)
		if err != nil || !within(v) {
			e.fail(name)
			return nil
		}
		all = append(all, v)
	}
	return all
}

// is holds that an attribute has one of some values, or is not there.
func (e *element) is(name string, values ...string) string {
	v := e.attrs[name]
	for _, allowed := range append(values, "") {
		if v == allowed {
			return v
		}
	}
	e.fail(name)
	return v
}

// colour reads a colour; none is not there.
func (e *element) colour(name string) (c rgb, there bool) {
	s := e.attrs[name]
	if s == "" || s == "none" {
		return 0, false
	}
	v, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if err != nil || len(s) != 7 || s[0] != '#' {
		e.fail(name)
	}
	return rgb(v), err == nil
}

// transform reads translate(x y) and scale(s), in this order.
func (e *element) transform(v view) view {
	rest := e.attrs["transform"]
	if s, more, ok := call(rest, "translate"); ok {
		if at := e.numbers("transform", s); len(at) == 2 {
			v.x, v.y, rest = v.px(at[0]), v.py(at[1]), more
		}
	}
	if s, more, ok := call(rest, "scale"); ok {
		if by := e.numbers("transform", s); len(by) == 1 {
			v.scale, rest = v.scale*by[0], more
		}
	}
	if rest != "" {
		e.fail("transform")
	}
	return v
}

// call takes name(…) from the beginning of a text.
func call(s, name string) (inside, rest string, ok bool) {
	if s, ok = strings.CutPrefix(s, name+"("); !ok {
		return "", "", false
	}
	inside, rest, ok = strings.Cut(s, ")")
	return inside, strings.TrimSpace(rest), ok
}
