package catalog

import (
	"bytes"
	"encoding/json"
	"io"
)

// object is a JSON object whose members keep their order.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the members as they stand.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	b.WriteByte('{')
	for n, m := range o {
		if n > 0 {
			b.WriteByte(',')
		}
		if err := e.Encode(m.name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := e.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// jsonLD writes a graph as JSON-LD, with the prefixes as its context.
func (g graph) jsonLD(w io.Writer) error {
	var context object
	for _, p := range prefixes {
		context = append(context, member{p.name, p.address})
	}
	nodes := make([]any, len(g))
	for n := range g {
		nodes[n] = g[n].object()
	}
	return writeJSON(w, object{{"@context", context}, {"@graph", nodes}})
}

func (n *node) object() object {
	var o object
	if n.name != "" {
		o = append(o, member{"@id", iri(n.name)})
	}
	o = append(o, member{"@type", n.types})
	for _, f := range n.facts {
		values := make([]any, len(f.values))
		for i, v := range f.values {
			values[i] = jsonValue(v)
		}
		if len(values) == 1 {
			o = append(o, member{f.property, values[0]})
		} else {
			o = append(o, member{f.property, values})
		}
	}
	return o
}

func jsonValue(v value) any {
	switch v := v.(type) {
	case ref:
		return object{{"@id", iri(string(v))}}
	case *node:
		return v.object()
	}
	l := v.(literal)
	switch {
	case l.lang != "":
		return object{{"@value", valid(l.text)}, {"@language", l.lang}}
	case l.datatype != "":
		return object{{"@value", valid(l.text)}, {"@type", l.datatype}}
	}
	return valid(l.text)
}
