package trees

import (
	"encoding/binary"
	"slices"

	"gopkg.in/yaml.v3"
)

// A flat tree is one string that says what the YAML parser made of a text: the number of nodes in four bytes, and then each
// before its children. A node is a sign for its kind, tag and comment, its style, how many lines it stands below the one before, its
// column, and its text or the number of its children. A short text that came before is said by its number.

// tags are those that the parser gives by itself; kinds, the nodes that a plain text has.
var (
	tags  = []string{"!!str", "!!int", "!!float", "!!null", "!!bool", "!!timestamp", "!!merge", "!!binary", "!!map", "!!seq"}
	kinds = []yaml.Kind{yaml.ScalarNode, yaml.MappingNode, yaml.SequenceNode}
)

// headSize is that of the number of nodes.
const headSize = 4

// short is how long a text is that is looked for among those before it: ids, keys and choices.
const short = 24

// commented is the bit of a sign that says that a comment follows; below it are the tag and, lowest, the kind.
const (
	kindBits  = 2
	commented = 1 << 6
)

// flattening writes flat trees, one after the other in the same room.
type flattening struct {
	flat   []byte
	nodes  uint32
	line   int
	before map[string]uint64
}

// tree writes a tree as a flat one; ok is false when it has what content has no use for: aliases, anchors and tags that
// somebody wrote. Comments above and below a node are left out.
func (f *flattening) tree(root *yaml.Node) (flat string, ok bool) {
	if f.before == nil {
		f.before = map[string]uint64{}
	}
	clear(f.before)
	f.flat, f.nodes, f.line = append(f.flat[:0], make([]byte, headSize)...), 0, 0
	if !f.node(root) {
		return "", false
	}
	binary.BigEndian.PutUint32(f.flat, f.nodes)
	return string(f.flat), true
}

func (f *flattening) node(n *yaml.Node) bool {
	kind, tag := slices.Index(kinds, n.Kind), slices.Index(tags, n.Tag)
	if kind < 0 || tag < 0 || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		return false
	}
	sign := byte(kind | tag<<kindBits)
	if n.LineComment != "" {
		sign |= commented
	}
	f.nodes++
	f.flat = append(f.flat, sign, byte(n.Style))
	f.flat = binary.AppendVarint(f.flat, int64(n.Line-f.line))
	f.flat = binary.AppendUvarint(f.flat, uint64(n.Column))
	f.line = n.Line
	if n.LineComment != "" {
		f.text(n.LineComment)
	}
	if n.Kind == yaml.ScalarNode {
		f.text(n.Value)
		return true
	}
	f.flat = binary.AppendUvarint(f.flat, uint64(len(n.Content)))
	for _, child := range n.Content {
		if !f.node(child) {
			return false
		}
	}
	return true
}

// text writes twice the length of a new text and then the text, or twice the number of an earlier one and one.
func (f *flattening) text(text string) {
	if number, met := f.before[text]; met {
		f.flat = binary.AppendUvarint(f.flat, number<<1|1)
		return
	}
	if len(text) <= short {
		f.before[text] = uint64(len(f.before))
	}
	f.flat = append(binary.AppendUvarint(f.flat, uint64(len(text))<<1), text...)
}

// unfolding reads flat trees, one after the other in the same room.
type unfolding struct {
	nodes    []yaml.Node
	children []*yaml.Node
	before   []string

	flat string
	at   int
	line int
}

// tree is the tree of a flat one, the texts of which are pieces of the string. It is there until the next.
func (u *unfolding) tree(flat string) *yaml.Node {
	total := int(binary.BigEndian.Uint32([]byte(flat[:headSize])))
	u.nodes, u.children = slices.Grow(u.nodes[:0], total), slices.Grow(u.children[:0], total)
	root := u.fresh()
	u.onto(root, flat)
	return root
}

// onto gives the tree from which a flat one was made what that says, so that its texts are pieces of the string too.
func (u *unfolding) onto(root *yaml.Node, flat string) {
	u.flat, u.at, u.line, u.before = flat, headSize, 0, u.before[:0]
	u.node(root)
}

// fresh is an empty node; there is room for all, so that they stay where they are.
func (u *unfolding) fresh() *yaml.Node {
	u.nodes = append(u.nodes, yaml.Node{})
	return &u.nodes[len(u.nodes)-1]
}

func (u *unfolding) node(n *yaml.Node) {
	sign, style := u.flat[u.at], u.flat[u.at+1]
	u.at += 2
	zigzag := u.number()
	u.line += int(zigzag>>1) ^ -int(zigzag&1)
	n.Kind, n.Tag, n.Style = kinds[sign&(1<<kindBits-1)], tags[sign&(commented-1)>>kindBits], yaml.Style(style)
	n.Line, n.Column = u.line, int(u.number())
	if sign&commented != 0 {
		n.LineComment = u.text()
	}
	if n.Kind == yaml.ScalarNode {
		n.Value = u.text()
		return
	}
	if many := int(u.number()); n.Content == nil {
		from := len(u.children)
		u.children = u.children[:from+many]
		n.Content = u.children[from : from+many : from+many]
		for i := range n.Content {
			n.Content[i] = u.fresh()
		}
	}
	for _, child := range n.Content {
		u.node(child)
	}
}

func (u *unfolding) text() string {
	number := u.number()
	if number&1 != 0 {
		return u.before[number>>1]
	}
	text := u.flat[u.at : u.at+int(number>>1)]
	u.at += len(text)
	if len(text) <= short {
		u.before = append(u.before, text)
	}
	return text
}

func (u *unfolding) number() uint64 {
	number := uint64(0)
	for shift := 0; ; shift += 7 {
		b := u.flat[u.at]
		u.at++
		number |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return number
		}
	}
}
