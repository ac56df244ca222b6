package content

import (
	"reflect"
	"strconv"

	"gopkg.in/yaml.v3"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/trees"
)

// yaml decodes a text with plain line ends into a struct.
func (p *problems) yaml(from *trees.Reader, text []byte, sum *digest, skipped int, into any) {
	root := from.Root(text, sum, func() (root *yaml.Node, sound bool) {
		if text, ok := p.normal(text); ok {
			root = p.document(text, skipped)
		}
		return root, len(p.found) == 0
	})
	if root != nil {
		d := &decoder{problems: p, skipped: skipped}
		v := reflect.ValueOf(into).Elem()
		d.value(root, v, formOf(v.Type()))
	}
}

// decoder sets Go values from YAML nodes and reports, with its place, each node that does not fit.
type decoder struct {
	*problems
	skipped int
	path    []byte // the data path of what is being decoded
}

// enter goes down to a key of a mapping, and gives what leave takes to come up again.
func (d *decoder) enter(key string) (above int) {
	above = len(d.path)
	if above > 0 {
		d.path = append(d.path, '.')
	}
	d.path = append(d.path, key...)
	return above
}

func (d *decoder) leave(above int) { d.path = d.path[:above] }

// wrong reports a node at the path.
func (d *decoder) wrong(n *yaml.Node, rule string, message, hint diag.Text) {
	d.add(d.at(n), string(d.path), rule, message, hint)
}

func (d *decoder) at(n *yaml.Node) mark { return mark{n.Line + d.skipped, n.Column} }

func (d *decoder) value(n *yaml.Node, v reflect.Value, f *form) {
	if d.decorated(n) {
		return
	}
	switch {
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem(), f)
	case f.kind > bilingual:
		d.scalar(n, v, f)
	case f.kind == list:
		d.list(n, v, f)
	default:
		d.mapping(n, v, f)
	}
}

var plainly = diag.Say("viết thẳng giá trị ra; nếu đó là văn bản, đặt trong dấu ngoặc kép", "write the value itself; if it is text, put it in double quotes")

// decorated reports what YAML can do and content has no use for: one thing is written in one place, plainly.
func (d *decoder) decorated(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		d.wrong(n, "alias", diag.Say("không dùng tham chiếu *%s", "references such as *%s are not used", n.Value), plainly)
	case n.Anchor != "":
		d.wrong(n, "alias", diag.Say("không dùng nhãn &%s", "anchors such as &%s are not used", n.Anchor), plainly)
	case n.Style&yaml.TaggedStyle != 0:
		d.wrong(n, "tag", diag.Say("không dùng thẻ %s", "tags such as %s are not used", n.Tag), plainly)
	default:
		return false
	}
	return true
}

func (d *decoder) list(n *yaml.Node, v reflect.Value, f *form) {
	if n.Kind != yaml.SequenceNode {
		d.wrongType(n, f.kind)
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	above := len(d.path)
	for i, c := range n.Content {
		d.path = append(strconv.AppendInt(append(d.path, '['), int64(i), 10), ']')
		d.value(c, v.Index(i), f.entry)
		d.leave(above)
	}
}

// mapping sets the fields of a struct, or the entries of a map with ids for keys.
func (d *decoder) mapping(n *yaml.Node, v reflect.Value, f *form) {
	if n.Kind != yaml.MappingNode {
		d.wrongType(n, f.kind)
		return
	}
	e := &entries{decoder: d, node: n}
	if v.Kind() == reflect.Map {
		e.intoMap(v, f)
	} else {
		e.intoStruct(v, f)
	}
}
