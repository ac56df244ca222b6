package content

import (
	"io/fs"
	"sort"
	"strconv"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"
)

// Places finds where a piece of data stands. Files are read again when they are first asked for, so that nothing is
// kept for content that is right.
type Places struct {
	fsys  fs.FS
	mu    sync.Mutex
	roots map[string]located
}

// located is a parsed file, and how many lines precede its YAML; or the text of printed rows.
type located struct {
	root    *yaml.Node
	skipped int
	printed []byte
}

// At gives line and column of a data path such as "observations[2].value" in a file of the content folder. Where there
// is nothing at the path, it is the nearest thing above; 0, 0 for the file as a whole.
func (p *Places) At(file, path string) (line, col int) {
	if path == "" {
		return 0, 0
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	l, known := p.roots[file]
	if !known {
		if p.roots == nil {
			p.roots = map[string]located{}
		}
		l = locate(p.fsys, file)
		p.roots[file] = l
	}
	switch {
	case l.printed != nil:
		at := printedCell(l.printed, path)
		return at.line, at.col
	case l.root == nil:
		return 0, 0
	}
	n := find(l.root, path)
	return n.Line + l.skipped, n.Column
}

func locate(fsys fs.FS, name string) located {
	p, skipped := problems{path: name}, 0
	text, ok := p.open(fsys)
	if strings.HasSuffix(name, ".md") {
		text, _, _ = split(text)
		skipped = 1
	}
	switch {
	case !ok || text == nil:
		return located{}
	case strings.HasSuffix(name, ".csv"):
		return located{printed: text}
	}
	return located{root: p.document(text, 0), skipped: skipped}
}

// find walks down a path as far as it goes. A list or group is found at its key, everything else at its value.
func find(n *yaml.Node, path string) *yaml.Node {
	at := n
	for path != "" {
		var key, value *yaml.Node
		if n.Kind == yaml.SequenceNode {
			value, path = entry(n, path)
			key = value
		} else {
			key, value, path = pair(n, path)
		}
		if value == nil {
			break
		}
		if n, at = value, key; value.Kind == yaml.ScalarNode {
			at = value
		}
	}
	return at
}

// entry finds "[2]" at the head of a path, and gives the rest.
func entry(n *yaml.Node, path string) (*yaml.Node, string) {
	number, rest, _ := strings.Cut(strings.TrimPrefix(path, "["), "]")
	i, err := strconv.Atoi(number)
	if err != nil || i < 0 || i >= len(n.Content) {
		return nil, ""
	}
	return n.Content[i], strings.TrimPrefix(rest, ".")
}

// EntryAt finds which entry of a list of a snapshot stands at a place, and which of its keys ("document.date"); the key is empty
// where the place is that of the entry as a whole, and the list where it is in none.
func EntryAt(text []byte) func(line, col int) (list string, index int, key string) {
	root := (&problems{}).document(normalise(text), 0)
	return func(line, col int) (list string, index int, key string) {
		before := func(n *yaml.Node) bool { return n.Line < line || n.Line == line && n.Column <= col }
		for n := 0; root != nil && root.Kind == yaml.MappingNode && n+1 < len(root.Content) && before(root.Content[n]); n += 2 {
			list, index, key = "", 0, ""
			if root.Content[n+1].Kind != yaml.SequenceNode {
				continue
			}
			entries := root.Content[n+1].Content
			if i := sort.Search(len(entries), func(i int) bool { return !before(entries[i]) }) - 1; i >= 0 {
				list, index, key = root.Content[n].Value, i, keyAt(entries[i], before)
			}
		}
		return list, index, key
	}
}

// keyAt is the last key of a mapping that stands before a place; the first of a block is where the mapping itself is.
func keyAt(n *yaml.Node, before func(*yaml.Node) bool) string {
	last := ""
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if k := n.Content[i]; before(k) && (i > 0 || before(n.Content[i+1])) {
			last = strings.TrimSuffix(k.Value+"."+keyAt(n.Content[i+1], before), ".")
		}
	}
	return last
}

// pair finds the longest key at the head of a path, and gives the rest; an id may have dots of its own.
func pair(n *yaml.Node, path string) (key, value *yaml.Node, rest string) {
	if n.Kind != yaml.MappingNode {
		return nil, nil, ""
	}
	longest := -1
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i].Value
		tail, ok := strings.CutPrefix(path, name)
		if ok && len(name) > longest && (tail == "" || tail[0] == '.' || tail[0] == '[') {
			longest = len(name)
			key, value, rest = n.Content[i], n.Content[i+1], strings.TrimPrefix(tail, ".")
		}
	}
	return key, value, rest
}
