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

// scalar tells the values that are written as one word or text.
func scalar(t reflect.Type) bool {
	return t.Kind() != reflect.Pointer && kindOf(t) > bilingual
}

// schema is the keys of a struct.
type schema struct {
	names  []string // in the order of the struct
	list   string
	fields map[string]field
}

type field struct {
	name     string
	index    int
	kind     valueKind
	required bool
}

var schemas sync.Map // of reflect.Type to *schema

func schemaOf(t reflect.Type) *schema {
	if known, ok := schemas.Load(t); ok {
		return known.(*schema)
	}
	s := &schema{fields: map[string]field{}}
	for n := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(n).Tag.Get("yaml"), ",")
		if name != "" && name != "-" {
			s.names = append(s.names, name)
			s.fields[name] = field{name, n, kindOf(t.Field(n).Type), options != "omitempty"}
		}
	}
	s.list = strings.Join(s.names, ", ")
	schemas.Store(t, s)
	return s
}

// unmarshaler is the scalar's own reader.
func unmarshaler(v reflect.Value) encoding.TextUnmarshaler {
	return v.Addr().Interface().(encoding.TextUnmarshaler)
}
