package content

import (
	"encoding"
	"reflect"
	"strings"
	"sync"

	"minhbach/generator/internal/plan"
)

// valueKind is what a value is to the author of the content.
type valueKind int

const (
	group valueKind = iota // keys and values
	list
	bilingual
	plainText
	id
	choice
	number
	whole
	yesNo
	day
	dayOrUnknown
	moment
	anything
)

var kindsOf = map[reflect.Type]valueKind{
	reflect.TypeFor[plan.Text]():      bilingual,
	reflect.TypeFor[string]():         plainText,
	reflect.TypeFor[plan.Number]():    number,
	reflect.TypeFor[int]():            whole,
	reflect.TypeFor[bool]():           yesNo,
	reflect.TypeFor[plan.Date]():      day,
	reflect.TypeFor[plan.Published](): dayOrUnknown,
	reflect.TypeFor[plan.Reference](): moment,
	reflect.TypeFor[plan.Scalar]():    anything,
}

// allowing is an enumeration.
type allowing interface{ Allowed() []string }

func kindOf(t reflect.Type) valueKind {
	if k, known := kindsOf[t]; known {
		return k
	}
	switch {
	case t.Kind() == reflect.Pointer:
		return kindOf(t.Elem())
	case t.Kind() == reflect.Slice:
		return list
	case t.Implements(reflect.TypeFor[allowing]()):
		return choice
	case t.Kind() == reflect.String:
		return id
	}
	return group
}

// form is how the values of a type are written.
type form struct {
	kind   valueKind
	words  []string // of a choice
	entry  *form    // of a list, or of a group with ids for keys
	fields []field  // of a struct, in its order
	named  map[string]*field
	names  []string
}

// field is a key of a struct.
type field struct {
	*form
	name     string
	index    int
	bit      uint64 // of the index: no struct has more than 64
	required bool
}

var formsSeen sync.Map // of reflect.Type to *form

func formOf(t reflect.Type) *form {
	if known, ok := formsSeen.Load(t); ok {
		return known.(*form)
	}
	f := &form{kind: kindOf(t)}
	switch value := pointed(t); {
	case f.kind == choice:
		f.words = reflect.Zero(value).Interface().(allowing).Allowed()
	case f.kind == list || value.Kind() == reflect.Map:
		f.entry = formOf(value.Elem())
	case f.kind == group || f.kind == bilingual:
		f.keys(value)
	}
	formsSeen.Store(t, f)
	return f
}

func pointed(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

// keys are those of a struct.
func (f *form) keys(t reflect.Type) {
	for n := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(n).Tag.Get("yaml"), ",")
		if name != "" && name != "-" {
			if len(f.fields) == 64 {
				panic("content: more than 64 keys in " + t.String() + ", and 64 bits to note them in")
			}
			f.names = append(f.names, name)
			f.fields = append(f.fields, field{formOf(t.Field(n).Type), name, n, 1 << n, options != "omitempty"})
		}
	}
	f.named = make(map[string]*field, len(f.fields))
	for n := range f.fields {
		f.named[f.fields[n].name] = &f.fields[n]
	}
}

// parse sets a scalar that has a form of its own.
func parse(v reflect.Value, text string) (err error) {
	switch into := v.Addr().Interface().(type) {
	case *plan.Number:
		*into, err = plan.ParseNumber(text)
	case *plan.Reference:
		*into, err = plan.ParseReference(text)
	default:
		err = into.(encoding.TextUnmarshaler).UnmarshalText([]byte(text))
	}
	return err
}
