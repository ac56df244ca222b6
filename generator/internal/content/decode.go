package content

import (
	"reflect"
	"strconv"

	"gopkg.in/yaml.v3"

	"minhbach/generator/internal/diag"
)

// yaml decodes a text into a struct.
func (p *problems) yaml(text []byte, skipped int, into any) {
	if root := p.document(text, skipped); root != nil {
		d := &decoder{problems: p, skipped: skipped, ids: map[string]string{}}
		d.value(root, reflect.ValueOf(into).Elem(), "")
	}
}

// decoder sets Go values from YAML nodes and reports, with its place, each node that does not fit.
type decoder struct {
	*problems
	skipped int
	ids     map[string]string // see once
}

func (d *decoder) at(n *yaml.Node) mark { return mark{n.Line + d.skipped, n.Column} }

func (d *decoder) value(n *yaml.Node, v reflect.Value, path string) {
	if d.decorated(n, path) {
		return
	}
	switch {
	case scalar(v.Type()):
		d.scalar(n, v, path)
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem(), path)
	case v.Kind() == reflect.Slice:
		d.list(n, v, path)
	default:
		d.mapping(n, v, path)
	}
}

var plainly = diag.Say("viết thẳng giá trị ra; nếu đó là văn bản, đặt trong dấu ngoặc kép", "write the value itself; if it is text, put it in double quotes")

// decorated reports what YAML can do and content has no use for: one thing is written in one place, plainly.
func (d *decoder) decorated(n *yaml.Node, path string) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		d.add(d.at(n), path, "alias", diag.Say("không dùng tham chiếu *%s", "references such as *%s are not used", n.Value), plainly)
	case n.Anchor != "":
		d.add(d.at(n), path, "alias", diag.Say("không dùng nhãn &%s", "anchors such as &%s are not used", n.Anchor), plainly)
	case n.Style&yaml.TaggedStyle != 0:
		d.add(d.at(n), path, "tag", diag.Say("không dùng thẻ %s", "tags such as %s are not used", n.Tag), plainly)
	default:
		return false
	}
	return true
}

func (d *decoder) list(n *yaml.Node, v reflect.Value, path string) {
	if n.Kind != yaml.SequenceNode {
		d.wrongType(n, v.Type(), path)
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	for i, c := range n.Content {
		d.value(c, v.Index(i), path+"["+strconv.Itoa(i)+"]")
	}
}

// mapping sets the fields of a struct, or the entries of a map with ids for keys.
func (d *decoder) mapping(n *yaml.Node, v reflect.Value, path string) {
	if n.Kind != yaml.MappingNode {
		d.wrongType(n, v.Type(), path)
		return
	}
	e := &entries{decoder: d, node: n, above: path, seen: make(map[string]bool, len(n.Content)/2), meant: map[string]bool{}}
	if v.Kind() == reflect.Map {
		e.intoMap(v)
	} else {
		e.intoStruct(v)
	}
}
