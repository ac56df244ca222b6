package catalog

import (
	"fmt"
	"strings"

	"minhbach/generator/internal/plan"
)

// graph is a list of nodes that have a name of their own; all triples of DCAT are in it, and both serialisations go
// through it in the same order.
type graph []*node

// node is a subject with its facts. One without name is a blank node, and stands where it is the value of a fact.
type node struct {
	name  string // an address, or a path relative to the document
	types []string
	facts []fact
}

// fact is a property, written with its prefix, and its values.
type fact struct {
	property string
	values   []value
}

// value is one of a literal, a ref and a *node.
type value any

// ref is the name of a node, here or elsewhere.
type ref string

// literal is a text: in a language, or of a type, or neither.
type literal struct{ text, lang, datatype string }

// prefixes are what properties and types begin with.
var prefixes = []struct{ name, address string }{
	{"dcat", "http://www.w3.org/ns/dcat#"},
	{"dct", "http://purl.org/dc/terms/"},
	{"foaf", "http://xmlns.com/foaf/0.1/"},
	{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
	{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
	{"skos", "http://www.w3.org/2004/02/skos/core#"},
	{"spdx", "http://spdx.org/rdf/terms#"},
	{"vcard", "http://www.w3.org/2006/vcard/ns#"},
	{"xsd", "http://www.w3.org/2001/XMLSchema#"},
}

// a begins a node.
func a(name string, types ...string) *node { return &node{name: name, types: types} }

// blank begins a node without name.
func blank(types ...string) *node { return &node{types: types} }

// add adds a fact; without values there is none.
func (n *node) add(property string, values ...value) *node {
	if len(values) > 0 {
		n.facts = append(n.facts, fact{property, values})
	}
	return n
}

// say adds a text in the languages that it has.
func (n *node) say(property string, texts ...plan.Text) *node {
	var values []value
	for _, t := range texts {
		for _, v := range tags(t) {
			values = append(values, literal{text: v.Value, lang: v.Lang})
		}
	}
	return n.add(property, distinct(values)...)
}

// text adds a text of no language; an empty one is not added.
func (n *node) text(property, text string) *node {
	if text == "" {
		return n
	}
	return n.add(property, literal{text: text})
}

// day adds a day; an unknown one is not added.
func (n *node) day(property string, d plan.Date) *node {
	if !d.Known() {
		return n
	}
	return n.add(property, literal{text: d.String(), datatype: "xsd:date"})
}

// refs are names as values.
func refs(names ...string) []value {
	all := make([]value, len(names))
	for n, name := range names {
		all[n] = ref(name)
	}
	return all
}

// iri is an address in the characters that addresses may have; all others are percent-encoded.
func iri(address string) string {
	var b strings.Builder
	for n := range len(address) {
		if c := address[n]; c <= ' ' || c >= 0x7f || strings.IndexByte("<>\"{}|^`\\", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// valid is a text without what no document can hold.
func valid(text string) string { return strings.ToValidUTF8(text, "\ufffd") }
