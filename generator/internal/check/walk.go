package check

import (
	"reflect"
	"slices"
	"strings"
	"sync"

	"minhbach/generator/internal/plan"
)

// visitor is called with each bilingual text and each plain string of a file, where it stands, and whether the file
// must have it.
type visitor func(file string, at *step, required bool, value any)

// walk visits the texts of a struct, by its yaml keys.
func walk(file string, root any, visit visitor) {
	w := walker{file, visit}
	w.value(reflect.ValueOf(root).Elem(), nil, false)
}

type walker struct {
	file  string
	visit visitor
}

var plainString, bilingual = reflect.TypeFor[string](), reflect.TypeFor[plan.Text]()

func (w walker) value(v reflect.Value, at *step, required bool) {
	switch t := v.Type(); {
	case t == bilingual:
		w.visit(w.file, at, required, v.Interface())
	case t == plainString:
		if v.Len() > 0 {
			w.visit(w.file, at, required, v.String())
		}
	case t.Kind() == reflect.Struct:
		for _, k := range keysOf(t) {
			if !k.required && v.Field(k.field).IsZero() {
				continue // an annex, say, that the plan does not have
			}
			w.value(v.Field(k.field), &step{up: at, key: k.name}, k.required)
		}
	case t.Kind() == reflect.Pointer && !v.IsNil():
		w.value(v.Elem(), at, true)
	case t.Kind() == reflect.Slice:
		for n := range v.Len() {
			w.value(v.Index(n), &step{up: at, index: n}, true)
		}
	case t.Kind() == reflect.Map:
		w.entries(v, at)
	}
}

func (w walker) entries(v reflect.Value, at *step) {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	for _, k := range keys {
		w.value(v.MapIndex(k), &step{up: at, key: k.String()}, true)
	}
}

// key is a field of a struct that may hold text.
type key struct {
	name     string
	field    int
	required bool
}

var keysSeen sync.Map // of reflect.Type to []key

func keysOf(t reflect.Type) []key {
	if known, ok := keysSeen.Load(t); ok {
		return known.([]key)
	}
	var keys []key
	for n := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(n).Tag.Get("yaml"), ",")
		if name != "" && name != "-" && holdsText(t.Field(n).Type) {
			keys = append(keys, key{name, n, options != "omitempty"})
		}
	}
	keysSeen.Store(t, keys)
	return keys
}

// holdsText tells whether there may be text anywhere below a type.
func holdsText(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return holdsText(t.Elem())
	case reflect.Struct:
		return t == bilingual || len(keysOf(t)) > 0
	}
	return t == plainString
}
