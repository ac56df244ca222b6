package fill

import (
	"bytes"
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"
	"unicode/utf8"
)

// place is where in a page a value may stand: the escapers that the library has for it, behind the smallest template
// with that place.
type place struct {
	alone          *template.Template
	before, behind int      // bytes of the smallest template around the value
	kept           sync.Map // of reflect.Type to *kept
}

// smallest are templates with one value each; the library tells which escapers it chooses for it.
var smallest = []string{
	`<p>{{.}}</p>`,
	`<p title="{{.}}"></p>`,
	`<title>{{.}}</title>`,
	`<a href="{{.}}"></a>`,
	`<a href="a/{{.}}"></a>`,
	`<a href="a?b={{.}}"></a>`,
	`<script type="application/json">{{.}}</script>`,
}

// places are the known ones by their escapers.
var places = sync.OnceValue(func() map[string]*place {
	all := map[string]*place{}
	for _, text := range smallest {
		p := &place{alone: template.Must(template.New("").Parse(text))}
		p.before = strings.Index(text, "{{.}}")
		p.behind = len(text) - p.before - len("{{.}}")
		if err := p.alone.Execute(new(bytes.Buffer), ""); err != nil {
			continue
		}
		action := p.alone.Tree.Root.Nodes[1].(*parse.ActionNode)
		if key := escapers(action.Pipe.Cmds[1:]); all[key] == nil {
			all[key] = p
		}
	}
	return all
})

// placed finds the place of the escapers that end an action.
func placed(cmds []*parse.CommandNode) (*place, bool) {
	p, ok := places()[escapers(cmds)]
	return p, ok
}

func escapers(cmds []*parse.CommandNode) string {
	var all strings.Builder
	for _, c := range cmds {
		fmt.Fprintf(&all, "%s|", c)
	}
	return all.String()
}

// write puts a value through the library.
func (p *place) write(r *run, v any) bool {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if p.alone.Execute(b, v) != nil {
		return false
	}
	r.Write(b.Bytes()[p.before : b.Len()-p.behind])
	return true
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// writer puts values of a type at the place; the type is nil when it is known only at the page.
func (p *place) writer(t reflect.Type) func(*run, reflect.Value) bool {
	switch {
	case t == nil || t.Implements(reflect.TypeFor[fmt.Stringer]()) || t.Implements(reflect.TypeFor[error]()):
	case t.Kind() == reflect.String:
		kept := p.keeps(t)
		return func(r *run, v reflect.Value) bool {
			if !v.IsValid() || v.Type() != t { // what is kept depends on it
				return false
			}
			s := v.String()
			if !kept.all(s) {
				return p.write(r, v.Interface())
			}
			r.WriteString(s)
			return true
		}
	case t == reflect.TypeFor[int]() && p.keeps(reflect.TypeFor[string]()).all("-0123456789"):
		return func(r *run, v reflect.Value) bool {
			r.Write(strconv.AppendInt(r.AvailableBuffer(), v.Int(), 10))
			return true
		}
	}
	return func(r *run, v reflect.Value) bool {
		if !v.IsValid() {
			return p.write(r, nil)
		}
		return p.write(r, v.Interface())
	}
}

// kept tells by byte what the escapers of a place leave as it is, and of some texts.
type kept struct {
	asIs       [256]bool
	everything bool // each of them
	nothing    bool // the empty text
	web        bool // the beginning of an address on the web
}

func (k *kept) all(s string) bool {
	switch {
	case s == "":
		return k.nothing
	case k.everything:
		return true
	case k.web:
		s = strings.TrimPrefix(s, "https://")
	}
	for i := range len(s) {
		if !k.asIs[s[i]] {
			return false
		}
	}
	return true
}

// strange stand for all characters beyond ASCII: the ends of the ranges for which an escaper might have a rule, and
// bytes that are no character.
var strange = []string{"\u0080", "\u0085", "\u00a0", "\u07ff", "\u0800", "\u1ec7", "\u2028", "\u2029", "\ud7ff", "\ue000", "\ufdd0", "\ufdef",
	"\ufeff", "\ufff0", "\ufffd", "\uffff", "\U00010000", "\U0010ffff", "\x80", "\xbf", "\xc3", "\xe1\xba", "\xff"}

// learn finds out which characters of ASCII are kept, each between two letters that no escaper writes for another character.
func (k *kept) learn(put func(string) string) {
	const letter = "Z"
	var all []string
	for c := range rune(utf8.RuneSelf) {
		all = append(all, string(c))
	}
	all['Z'] = "Y" // stands for the letter itself
	parts := strings.Split(put(letter+strings.Join(all, letter)+letter), letter)
	if len(parts) != 1+len(all)+1 || parts[0] != "" || parts[1+len(all)] != "" { // the place is in quotes, say
		return
	}
	for c := range all {
		k.asIs[c] = parts[1+c] == all[c]
	}
}

// keeps asks the library what it does at the place to a text of a type with all characters in turn. The escapers of the
// places above treat each by itself, but for the scheme of an address, which a colon ends, and %xx; both characters are
// changed when they stand alone, so that such texts are never found to be kept.
func (p *place) keeps(t reflect.Type) *kept {
	if known, ok := p.kept.Load(t); ok {
		return known.(*kept)
	}
	text := reflect.New(t).Elem()
	put := func(s string) string {
		text.SetString(s)
		r := &run{Buffer: new(bytes.Buffer)}
		p.write(r, text.Interface())
		return r.String()
	}
	same := func(s string) bool { return put(s) == s }
	k := &kept{nothing: same(""), web: same("https://a")}
	k.learn(put)
	k.asIs[':'] = k.asIs[':'] && same("a:a") // whatever stood before it
	beyond := same("a" + strings.Join(strange, "a") + "a")
	for c := utf8.RuneSelf; c < len(k.asIs); c++ {
		k.asIs[c] = beyond
	}
	k.everything = !slices.Contains(k.asIs[:], false)
	p.kept.Store(t, k)
	return k
}
