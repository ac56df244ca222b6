package content

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"minhbach/generator/internal/plan"
)

// Change is what is set in one entry of a list of a snapshot.
type Change struct {
	List  string // the key of the list, such as "observations"
	Index int    // which entry, counted from 0; NewEntry for one that is added at the end
	Set   []Setting
	Drop  bool // the entry is taken out
}

// NewEntry is the index of an entry that is not there yet.
const NewEntry = -1

// Setting sets a key of an entry, or one inside it ("note.vi"), to a value that is written as YAML: see plan.Quoted. An empty
// Value takes the key out, where it is.
type Setting struct {
	Key, Value string
	After      []string // where the key is not there yet, it comes after the last of these that is
}

// AddSource adds a source to the text of a snapshot that has none.
func AddSource(text []byte, id plan.SourceID, s plan.Source) []byte {
	added := fmt.Sprintf("  %s:\n    title: %s\n    publisher: {vi: %s, en: %s}\n    url: %s\n    published: %s\n    confidence: %s\n",
		id, plan.Quoted(s.Title), plan.Quoted(s.Publisher.VI), plan.Quoted(s.Publisher.In(plan.EN)), plan.Quoted(s.URL), s.Published, s.Confidence)
	e := &editor{text: text, lines: lineStarts(text)}
	e.section("sources", added)
	return e.apply()
}

// ErrByHand says that a text is written in a way that is not changed here without risk to what is around it.
var ErrByHand = errors.New("this is written in a way that only its author should change")

// EditSnapshot makes changes in the text of a snapshot and leaves every other byte as it is: comments, order, blank lines,
// line ends. The result is read again; where it says anything else than the old text with the changes, nothing is given
// back but ErrByHand.
func EditSnapshot(text []byte, changes []Change) ([]byte, error) {
	mark := text[:len(text)-len(bytes.TrimPrefix(text, []byte("\ufeff")))]
	e := &editor{text: text[len(mark):]}
	var doc yaml.Node
	if err := yaml.Unmarshal(e.text, &doc); err != nil || len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode || flow(doc.Content[0]) {
		return nil, ErrByHand
	}
	e.root = doc.Content[0]
	e.lines = lineStarts(e.text)
	for _, c := range changes {
		if err := e.change(c); err != nil {
			return nil, err
		}
	}
	if err := e.drop(changes); err != nil {
		return nil, err
	}
	if err := e.append(changes); err != nil {
		return nil, err
	}
	edited := e.apply()
	if !says(e.text, edited, changes) {
		return nil, ErrByHand
	}
	return append(slices.Clone(mark), edited...), nil
}

// editor collects what is put in place of pieces of a text.
type editor struct {
	text    []byte
	lines   []int // where each line begins
	root    *yaml.Node
	splices []splice
}

// splice puts a text in place of the bytes between two.
type splice struct {
	from, to int
	text     string
}

// change sets the keys of an entry that is there.
func (e *editor) change(c Change) error {
	if c.Index == NewEntry {
		return nil
	}
	list := member(e.root, c.List)
	if list == nil || list.Kind != yaml.SequenceNode || c.Index >= len(list.Content) {
		return ErrByHand
	}
	for _, s := range c.Set {
		if err := e.set(list.Content[c.Index], s); err != nil {
			return err
		}
	}
	return nil
}

func (e *editor) set(entry *yaml.Node, s Setting) error {
	key, inner, nested := strings.Cut(s.Key, ".")
	value := member(entry, key)
	switch {
	case s.Value == "":
		return e.unset(entry, s.Key)
	case value == nil && nested:
		return e.insert(entry, Setting{key, "{" + inner + ": " + s.Value + "}", s.After})
	case value == nil:
		return e.insert(entry, s)
	case nested:
		return e.set(value, Setting{inner, s.Value, keys(value)})
	}
	from, to, err := e.scalar(value)
	if err == nil {
		e.splices = append(e.splices, splice{from, to, s.Value})
	}
	return err
}

// unset takes a key with a value on one line out of an entry that has another before it.
func (e *editor) unset(entry *yaml.Node, key string) error {
	for n := 0; n+1 < len(entry.Content); n += 2 {
		if entry.Content[n].Value != key {
			continue
		}
		from, ok := e.offset(entry.Content[n])
		_, to, err := e.scalar(entry.Content[n+1])
		if err != nil || !ok || n == 0 || entry.Content[n].Line != entry.Content[n+1].Line {
			return ErrByHand
		}
		if !flow(entry) {
			e.cut(entry.Content[n].Line, entry.Content[n].Line)
			return nil
		}
		e.splices = append(e.splices, splice{len(bytes.TrimSuffix(bytes.TrimRight(e.text[:from], " \t\r\n"), []byte(","))), to, ""})
	}
	return nil
}

// insert adds a key behind the last of those that it comes after, where that one's value ends on its line.
func (e *editor) insert(entry *yaml.Node, s Setting) error {
	if entry.Kind != yaml.MappingNode {
		return ErrByHand
	}
	for _, after := range slices.Backward(s.After) {
		value := member(entry, after)
		if value == nil || value.Kind != yaml.ScalarNode {
			continue
		}
		_, end, err := e.scalar(value)
		if err != nil {
			continue
		}
		if flow(entry) {
			e.splices = append(e.splices, splice{end, end, ", " + s.Key + ": " + s.Value})
			return nil
		}
		at, ended := e.lineEnd(end)
		added := strings.Repeat(" ", entry.Column-1) + s.Key + ": " + s.Value
		e.splices = append(e.splices, splice{at, at, ending(added, ended)})
		return nil
	}
	return ErrByHand
}

// ending is a line in front of which, or behind which, a line end is missing.
func ending(line string, ended bool) string {
	if ended {
		return line + "\n"
	}
	return "\n" + line
}

// lineEnd is the beginning of the line behind a byte; where the text ends without a line end, the end of the text.
func (e *editor) lineEnd(at int) (next int, ended bool) {
	n := bytes.IndexByte(e.text[at:], '\n')
	if n < 0 {
		return len(e.text), false
	}
	return at + n + 1, true
}

// offset is the byte at which a node begins.
func (e *editor) offset(n *yaml.Node) (int, bool) {
	if n.Line < 1 || n.Line > len(e.lines) {
		return 0, false
	}
	at := e.lines[n.Line-1]
	for range n.Column - 1 {
		_, size := utf8.DecodeRune(e.text[at:])
		at += size
	}
	return at, at <= len(e.text)
}

// scalar finds where a value on one line begins and ends.
func (e *editor) scalar(n *yaml.Node) (from, to int, err error) {
	from, ok := e.offset(n)
	if !ok || n.Kind != yaml.ScalarNode || n.Value == "" && n.Style == 0 {
		return 0, 0, ErrByHand
	}
	rest := e.text[from:]
	if end := bytes.IndexAny(rest, "\r\n"); end >= 0 {
		rest = rest[:end]
	}
	switch n.Style &^ yaml.FlowStyle {
	case 0:
		if bytes.HasPrefix(rest, []byte(n.Value)) {
			return from, from + len(n.Value), nil
		}
	case yaml.DoubleQuotedStyle, yaml.SingleQuotedStyle:
		if size := quotedSize(rest); size > 0 {
			return from, from + size, nil
		}
	}
	return 0, 0, ErrByHand
}

// quotedSize is how long a quoted value is, with its quotes; 0 when it does not end here.
func quotedSize(rest []byte) int {
	for n := 1; n < len(rest); n++ {
		switch {
		case rest[0] == '"' && rest[n] == '\\':
			n++
		case rest[n] != rest[0]:
		case rest[0] == '\'' && n+1 < len(rest) && rest[n+1] == '\'':
			n++
		default:
			return n + 1
		}
	}
	return 0
}

// drop takes entries out, from the line on which each begins to its last; with the last of a list its key goes too.
func (e *editor) drop(changes []Change) error {
	for n := 0; n+1 < len(e.root.Content); n += 2 {
		key, list := e.root.Content[n], e.root.Content[n+1]
		gone, new := 0, 0
		for _, c := range changes {
			if c.List != key.Value {
				continue
			}
			if c.Index == NewEntry {
				new++
			}
			if c.Drop {
				if gone++; list.Kind != yaml.SequenceNode || flow(list) || c.Index >= len(list.Content) {
					return ErrByHand
				}
				e.cut(list.Content[c.Index].Line, e.entryEnd(key.Value, list, c.Index))
			}
		}
		if gone > 0 && gone == len(list.Content) && new == 0 {
			e.cut(key.Line, key.Line)
		}
	}
	return nil
}

// entryEnd is the line on which an entry of a list ends.
func (e *editor) entryEnd(key string, list *yaml.Node, n int) int {
	if n+1 == len(list.Content) {
		return e.lastLine(key, list)
	}
	return e.lastBefore(list.Content[n+1].Line, lowest(list.Content[n]))
}

// cut takes lines out, from one to another.
func (e *editor) cut(from, to int) {
	end, _ := e.lineEnd(e.lines[to-1])
	e.splices = append(e.splices, splice{e.lines[from-1], end, ""})
}

// append adds the new entries of each list behind its last, or the list at the end of the text.
func (e *editor) append(changes []Change) error {
	var lists []string
	entries := map[string][][]Setting{}
	for _, c := range changes {
		if c.Index != NewEntry {
			continue
		}
		if entries[c.List] == nil {
			lists = append(lists, c.List)
		}
		entries[c.List] = append(entries[c.List], c.Set)
	}
	// A new section comes last, lest what is added to the one that ends the text would fall below it.
	slices.SortStableFunc(lists, func(a, b string) int { return e.afresh(a) - e.afresh(b) })
	for _, list := range lists {
		if err := e.extend(list, entries[list]); err != nil {
			return err
		}
	}
	return nil
}

// afresh is 1 for a list that is nowhere yet, not even as a comment.
func (e *editor) afresh(list string) int {
	if _, _, waits := e.waiting(list); waits || member(e.root, list) != nil {
		return 0
	}
	return 1
}

func (e *editor) extend(list string, entries [][]Setting) error {
	node := member(e.root, list)
	if node == nil {
		e.section(list, written(entries, 2, nil))
		return nil
	}
	if node.Kind != yaml.SequenceNode {
		return ErrByHand
	}
	if len(node.Content) == 0 {
		return e.fill(node, entries)
	}
	if flow(node) {
		return ErrByHand
	}
	at, ended := e.lineEnd(e.lines[e.lastLine(list, node)-1])
	text := written(entries, node.Column-1, node)
	if !ended {
		text = "\n" + strings.TrimSuffix(text, "\n")
	}
	e.splices = append(e.splices, splice{at, at, text})
	return nil
}

// section adds a section with a body: where it waits as a comment, the line of its key becomes one, and the body stands
// below the comments of the section; else it is added at the end of the text.
func (e *editor) section(key, body string) {
	from, to, ok := e.waiting(key)
	if ok {
		at := e.lines[from-1]
		e.splices = append(e.splices, splice{at, at + len("#"), ""})
	} else {
		to, body = len(e.lines), key+":\n"+body
	}
	at, ended := e.lineEnd(e.lines[to-1])
	if !ended && at > e.lines[to-1] {
		body = "\n" + body
	}
	e.splices = append(e.splices, splice{at, at, body})
}

// waiting finds the line of a key that is commented out, and the last of the comments below it. It must stand between two
// keys of the text itself.
func (e *editor) waiting(key string) (from, to int, ok bool) {
	for n := range e.lines {
		line := e.line(n + 1)
		switch {
		case string(line) == "#"+key+":" && !ok:
			from, to, ok = n+1, n+1, true
		case ok && to == n && bytes.HasPrefix(line, []byte("#")):
			to = n + 1
		case ok && len(line) > 0 && line[0] != '#':
			return from, to, !bytes.ContainsRune([]byte(" \t-}]"), rune(line[0]))
		}
	}
	return from, to, ok
}

// line is a line without blanks at its end.
func (e *editor) line(n int) []byte {
	line := e.text[e.lines[n-1]:]
	if stop := bytes.IndexByte(line, '\n'); stop >= 0 {
		line = line[:stop]
	}
	return bytes.TrimRight(line, " \t\r")
}

// fill puts entries in place of an empty list, [].
func (e *editor) fill(node *yaml.Node, entries [][]Setting) error {
	from, ok := e.offset(node)
	if !ok || !bytes.HasPrefix(e.text[from:], []byte("[]")) {
		return ErrByHand
	}
	e.splices = append(e.splices, splice{from, from + len("[]"), "\n" + strings.TrimSuffix(written(entries, 2, nil), "\n")})
	return nil
}

// lastLine is the line on which a list ends: the last before the next key that is neither blank nor a comment.
func (e *editor) lastLine(list string, node *yaml.Node) int {
	end := len(e.lines) + 1
	for n := 0; n+2 < len(e.root.Content); n += 2 {
		if e.root.Content[n].Value == list {
			end = e.root.Content[n+2].Line
		}
	}
	return e.lastBefore(end, lowest(node))
}

// lastBefore is the last line before another that is neither blank nor a comment, or a line that is sure to be of the list.
func (e *editor) lastBefore(end, sure int) int {
	for n := end - 1; n > sure; n-- {
		if line := bytes.TrimSpace(e.line(n)); len(line) > 0 && line[0] != '#' {
			return n
		}
	}
	return sure
}

// lowest is the last line on which something of a node begins.
func lowest(n *yaml.Node) int {
	line := n.Line
	for _, c := range n.Content {
		line = max(line, lowest(c))
	}
	return line
}

// longestEntry is how many letters an entry on one line may have, with what stands before it.
const longestEntry = 120

// written are entries of a list, each on one line or a key a line: as the entries that the list has, where they are all of
// one form; where it has none, on one line if all are short; where it has both forms, those that are short.
func written(entries [][]Setting, indent int, list *yaml.Node) string {
	margin := strings.Repeat(" ", indent)
	var brief, whole []string
	longest := 0
	for _, settings := range entries {
		var pairs []string
		for _, s := range settings {
			pairs = append(pairs, s.Key+": "+s.Value)
		}
		brief = append(brief, margin+"- {"+strings.Join(pairs, ", ")+"}\n")
		whole = append(whole, margin+"- "+strings.Join(pairs, "\n  "+margin)+"\n")
		longest = max(longest, utf8.RuneCountInString(brief[len(brief)-1])-1)
	}
	flows, blocks := forms(list)
	switch {
	case flows && !blocks, !flows && !blocks && longest <= longestEntry:
		return strings.Join(brief, "")
	case !flows:
		return strings.Join(whole, "")
	}
	for n := range brief {
		if utf8.RuneCountInString(brief[n])-1 > longestEntry {
			brief[n] = whole[n]
		}
	}
	return strings.Join(brief, "")
}

// forms tells in which forms the entries of a list are.
func forms(list *yaml.Node) (flows, blocks bool) {
	if list == nil {
		return false, false
	}
	for _, n := range list.Content {
		flows, blocks = flows || flow(n), blocks || !flow(n)
	}
	return flows, blocks
}

// apply puts all pieces in place, with the line ends of the text.
func (e *editor) apply() []byte {
	slices.SortStableFunc(e.splices, func(a, b splice) int { return cmp.Or(a.from-b.from, a.to-b.to) })
	windows := bytes.Contains(e.text, []byte("\r\n"))
	var b bytes.Buffer
	at := 0
	for _, s := range e.splices {
		b.Write(e.text[at:s.from])
		if windows {
			s.text = strings.ReplaceAll(s.text, "\n", "\r\n")
		}
		b.WriteString(s.text)
		at = s.to
	}
	b.Write(e.text[at:])
	return b.Bytes()
}

// says tells whether a new text is the old one with the changes.
func says(before, after []byte, changes []Change) bool {
	var want, have map[string]any
	if yaml.Unmarshal(before, &want) != nil || yaml.Unmarshal(after, &have) != nil {
		return false
	}
	for _, c := range changes {
		list, _ := want[c.List].([]any)
		entry := map[string]any{}
		if c.Index != NewEntry {
			entry, _ = list[c.Index].(map[string]any)
		}
		for _, s := range c.Set {
			if !assign(entry, s) {
				return false
			}
		}
		if c.Index == NewEntry {
			want[c.List] = append(list, entry)
		}
	}
	takeOut(want, changes)
	return reflect.DeepEqual(want, have)
}

// takeOut takes the entries that are dropped out of the lists, and lists that are empty then.
func takeOut(want map[string]any, changes []Change) {
	gone := map[string][]int{}
	for _, c := range changes {
		if c.Drop {
			gone[c.List] = append(gone[c.List], c.Index)
		}
	}
	for list, at := range gone {
		all, _ := want[list].([]any)
		slices.Sort(at)
		for _, n := range slices.Backward(at) {
			all = slices.Delete(all, n, n+1)
		}
		if want[list] = all; len(all) == 0 {
			delete(want, list)
		}
	}
}

func assign(entry map[string]any, s Setting) bool {
	if s.Value == "" {
		delete(entry, s.Key)
		return true
	}
	var value any
	if yaml.Unmarshal([]byte(s.Value), &value) != nil {
		return false
	}
	key, inner, nested := strings.Cut(s.Key, ".")
	if !nested {
		entry[key] = value
		return true
	}
	group, _ := entry[key].(map[string]any)
	if group == nil {
		group = map[string]any{}
		entry[key] = group
	}
	group[inner] = value
	return true
}

func flow(n *yaml.Node) bool { return n.Style&yaml.FlowStyle != 0 }

// member is the value of a key of a mapping; nil where it has none.
func member(n *yaml.Node, key string) *yaml.Node {
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

func keys(n *yaml.Node) []string {
	var all []string
	for i := 0; n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
		all = append(all, n.Content[i].Value)
	}
	return all
}
