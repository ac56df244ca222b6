// Package fill fills in the templates of html/template as the library does, byte for byte, in a fraction of the time.
//
// The library looks a name up, boxes a value and calls an escaper by reflection for every action of every page. Here a
// template is turned into steps once for each type of view: names are found then, and what is left for a page is to
// fetch and to write. What is safe where stays the library's decision: it parses the templates and chooses the escapers
// of every place, and it is asked which characters they leave as they are (see place.go). Every other value goes through
// the library itself, and so does every template with something that is not known here, and every page with an error,
// so that the message is the library's too.
//
// A site says the same in several languages. Its templates hold a mark for each phrase, and are turned into steps once for
// all of them.
package fill

import (
	"bytes"
	"html/template"
	"io"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// Set is a set of templates ready to be filled in by many goroutines at once.
type Set struct {
	// Library leaves everything to the library, to compare.
	Library bool

	templates *template.Template
	funcs     template.FuncMap
	languages []Language
	compiling sync.Mutex
	bodies    sync.Map // of bodyOf to *body; nil for those that are left to the library
}

// Language is what the templates say in a language.
type Language struct {
	Phrase func(key string) (html string, ok bool)
	Whole  func() *template.Template // the templates with the phrases in place of their marks, which only the library needs
}

// Mark stands in the text of a template for the phrase of a key.
func Mark(key string) string { return begins + key + ends }

// What stands around the key of a phrase are no characters of any language.
const begins, ends = "\ufdd0", "\ufdd1"

// bodyOf names a template filled in with a type of view.
type bodyOf struct {
	template string
	dot      reflect.Type
}

// New takes a parsed set that was not executed yet, the functions that its templates call beside the library's, and the
// languages; none where it holds no marks.
func New(templates *template.Template, funcs template.FuncMap, languages ...Language) *Set {
	s := &Set{templates: templates, funcs: funcs}
	for _, l := range languages {
		s.languages = append(s.languages, Language{l.Phrase, sync.OnceValue(l.Whole)})
	}
	return s
}

// Execute appends the named template, filled in with view, to b, in that of the languages. After an error nothing is
// appended.
func (s *Set) Execute(b *bytes.Buffer, language int, name string, view any) error {
	before := b.Len()
	dot := reflect.ValueOf(view)
	if body := s.body(name, dot); body != nil {
		r := runs.Get().(*run)
		r.Buffer, r.language = b, language
		done := body.fill(r, dot)
		r.Buffer, r.vars = nil, r.vars[:0]
		clear(r.vars[:cap(r.vars)])
		runs.Put(r)
		if done {
			return nil
		}
		b.Truncate(before)
	}
	whole := s.templates
	if len(s.languages) > 0 {
		whole = s.languages[language].Whole()
	}
	if err := whole.ExecuteTemplate(b, name, view); err != nil {
		b.Truncate(before)
		return err
	}
	return nil
}

// said is a text of the templates in each of the languages.
func (s *Set) said(text string) [][]byte {
	if len(s.languages) == 0 {
		return [][]byte{[]byte(text)}
	}
	all := make([][]byte, len(s.languages))
	for n, l := range s.languages {
		all[n] = phrased(text, l)
	}
	return all
}

// phrased puts the phrases of a language in place of their marks.
func phrased(text string, l Language) []byte {
	var b bytes.Buffer
	for {
		before, behind, _ := strings.Cut(text, begins)
		key, rest, _ := strings.Cut(behind, ends)
		b.WriteString(before)
		if len(before) == len(text) {
			return b.Bytes()
		}
		phrase, ok := l.Phrase(key)
		if !ok { // the template's own character
			phrase, rest = begins, behind
		}
		b.WriteString(phrase)
		text = rest
	}
}

// Left lists the templates that were left to the library so far.
func (s *Set) Left() []string {
	var all []string
	s.bodies.Range(func(of, made any) bool {
		if made.(*body) == nil {
			all = append(all, of.(bodyOf).template)
		}
		return true
	})
	slices.Sort(all)
	return slices.Compact(all)
}

func (s *Set) body(name string, dot reflect.Value) *body {
	if s.Library || !dot.IsValid() {
		return nil
	}
	of := bodyOf{name, dot.Type()}
	if known, ok := s.bodies.Load(of); ok {
		return known.(*body)
	}
	s.compiling.Lock()
	defer s.compiling.Unlock()
	if known, ok := s.bodies.Load(of); ok { // somebody else's, meanwhile
		return known.(*body)
	}
	s.templates.ExecuteTemplate(io.Discard, name, nil) // chooses the escapers of the template and of those that it calls
	c := compiler{set: s, made: map[bodyOf]*body{}}
	made := c.body(of)
	if made == nil {
		s.bodies.Store(of, made)
		return nil
	}
	for part, b := range c.made { // with those that it calls, which others may call too
		s.bodies.Store(part, b)
	}
	return made
}

// body is a template turned into steps.
type body struct {
	steps []step
	vars  int // variables at once, with $
}

// step writes a part of a page. It is false when the library must have its say: something is nil, or failed.
type step func(r *run, dot reflect.Value) bool

// value fetches what an action names; false as for a step.
type value func(r *run, dot reflect.Value) (reflect.Value, bool)

// run is the state of one page.
type run struct {
	*bytes.Buffer
	language int
	vars     []reflect.Value // of the templates under way, one after the other
	base     int             // of the variables of the innermost
	depth    int
}

var runs = sync.Pool{New: func() any { return new(run) }}

// deepest is how many templates may be under way at once.
const deepest = 1000

func (b *body) fill(r *run, dot reflect.Value) bool {
	if r.depth == deepest {
		return false
	}
	outer, end := r.base, len(r.vars)
	r.base = end
	for range b.vars {
		r.vars = append(r.vars, reflect.Value{})
	}
	r.vars[r.base] = dot
	r.depth++
	done := all(b.steps, r, dot)
	r.depth--
	r.base, r.vars = outer, r.vars[:end]
	return done
}

func all(steps []step, r *run, dot reflect.Value) bool {
	for _, s := range steps {
		if !s(r, dot) {
			return false
		}
	}
	return true
}

// truth is what {{if}} asks, as text/template.IsTrue.
func truth(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Struct:
		return true
	case reflect.String, reflect.Slice, reflect.Map, reflect.Array:
		return v.Len() > 0
	default:
		return v.IsValid() && !v.IsZero()
	}
}
