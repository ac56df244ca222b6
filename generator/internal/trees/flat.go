package trees

import (
	"encoding/binary"
	"slices"

	"gopkg.in/yaml.v3"
)

// flat is what the YAML parser made of a text, in two strings. The marks tell the number of nodes in four bytes, and then each
// before its children: a sign for its kind, tag and comment, its style, how many lines it stands below the one before, its
// column, and the length of its text or the number of its children. The words are the texts, one behind the other; a short
// one that came before is told by its number.
type flat struct{ marks, words string }

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
	marks  []byte
	words  []byte
	nodes  uint32
	line   int
	before map[string]uint64
}

// tree writes a tree as a flat one; ok is false when it has what content has no use for: aliases, anchors and tags that
// somebody wrote. Comments above and below a node are left out.
func (f *flattening) tree(root *yaml.Node) (as flat, ok bool) {
	if f.before == nil {
		f.before = map[string]uint64{}
	}
	clear(f.before)
	f.marks, f.words, f.nodes, f.line = append(f.marks[:0], make([]byte, headSize)...), f.words[:0], 0, 0
	if !f.node(root) {
		return flat{}, false
	}
	binary.BigEndian.PutUint32(f.marks, f.nodes)
	return flat{string(f.marks), string(f.words)}, true
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
	f.marks = append(f.marks, sign, byte(n.Style))
	f.marks = binary.AppendVarint(f.marks, int64(n.Line-f.line))
	f.marks = binary.AppendUvarint(f.marks, uint64(n.Column))
	f.line = n.Line
	if n.LineComment != "" {
		f.text(n.LineComment)
	}
	if n.Kind == yaml.ScalarNode {
		f.text(n.Value)
		return true
	}
	f.marks = binary.AppendUvarint(f.marks, uint64(len(n.Content)))
	for _, child := range n.Content {
		if !f.node(child) {
			return false
		}
	}
	return true
}

// text writes twice the length of a new text, or twice the number of an earlier one and one.
func (f *flattening) text(text string) {
	if number, met := f.before[text]; met {
		f.marks = binary.AppendUvarint(f.marks, number<<1|1)
		return
	}
	if len(text) <= short {
		f.before[text] = uint64(len(f.before))
	}
	f.marks = binary.AppendUvarint(f.marks, uint64(len(text))<<1)
	f.words = append(f.words, text...)
}

// unfolding reads flat trees, one after the other in the same room.
type unfolding struct {
	nodes    []yaml.Node
	children []*yaml.Node
	before   []string

	flat // what is left to read
	line int
}

// tree is the tree of a flat one, the texts of which are pieces of its words. It is there until the next.
func (u *unfolding) tree(from flat) *yaml.Node {
	total := int(binary.BigEndian.Uint32([]byte(from.marks[:headSize])))
	u.nodes, u.children = slices.Grow(u.nodes[:0], total), slices.Grow(u.children[:0], total)
	root := u.fresh()
	u.onto(root, from)
	return root
}

// onto gives the tree from which a flat one was made what that says, so that its texts are pieces of the words too.
func (u *unfolding) onto(root *yaml.Node, from flat) {
	u.marks, u.words, u.line, u.before = from.marks[headSize:], from.words, 0, u.before[:0]
	u.node(root)
}

// fresh is an empty node; there is room for all, so that they stay where they are.
func (u *unfolding) fresh() *yaml.Node {
	u.nodes = append(u.nodes, yaml.Node{})
	return &u.nodes[len(u.nodes)-1]
}

func (u *unfolding) node(n *yaml.Node) {
	sign, style := u.marks[0], u.marks[1]
	u.marks = u.marks[2:]
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
	text := u.words[:number>>1]
	u.words = u.words[len(text):]
	if len(text) <= short {
		u.before = append(u.before, text)
	}
	return text
}

func (u *unfolding) number() uint64 {
	number := uint64(0)
	for n, shift := 0, 0; ; n, shift = n+1, shift+7 {
		b := u.marks[n]
		number |= uint64(b&0x7f) << shift
		if b < 0x80 {
			u.marks = u.marks[n+1:]
			return number
		}
	}
}
