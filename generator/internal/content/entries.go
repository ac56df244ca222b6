package content

import (
	"reflect"

	"gopkg.in/yaml.v3"

	"minhbach/generator/internal/diag"
)

// entries are the keys and values of one mapping.
type entries struct {
	*decoder
	node  *yaml.Node
	above string          // the data path of the mapping
	seen  map[string]bool // keys so far
	meant map[string]bool // keys that a misspelt one stands for
}

func (e *entries) below(key string) string {
	if e.above == "" {
		return key
	}
	return e.above + "." + key
}

// usable reports keys that cannot be one: merge keys, lists as keys, and those that stand there already.
func (e *entries) usable(k *yaml.Node) bool {
	switch {
	case e.decorated(k, e.above):
	case k.Kind != yaml.ScalarNode || k.Tag == "!!merge":
		e.add(e.at(k), e.above, "key", diag.Say("khóa phải là một từ", "a key is a single word"),
			diag.Say("viết “khóa: giá trị”", "write “key: value”"))
	case e.seen[k.Value]:
		e.add(e.at(k), e.below(k.Value), "duplicate-key", diag.Say("khóa “%s” có hai lần", "the key “%s” is there twice", k.Value),
			diag.Say("giữ một", "keep one"))
	default:
		e.seen[k.Value] = true
		return true
	}
	return false
}

func (e *entries) intoMap(v reflect.Value) {
	v.Set(reflect.MakeMap(v.Type()))
	for i := 0; i+1 < len(e.node.Content); i += 2 {
		k, c := e.node.Content[i], e.node.Content[i+1]
		if !e.usable(k) || !e.id(k, e.below(k.Value)) {
			continue
		}
		entry := reflect.New(v.Type().Elem()).Elem()
		e.value(c, entry, e.below(k.Value))
		v.SetMapIndex(reflect.ValueOf(k.Value).Convert(v.Type().Key()), entry)
	}
}

func (e *entries) intoStruct(v reflect.Value) {
	s := schemaOf(v.Type())
	for i := 0; i+1 < len(e.node.Content); i += 2 {
		k, c := e.node.Content[i], e.node.Content[i+1]
		if !e.usable(k) {
			continue
		}
		f, known := s.fields[k.Value]
		switch {
		case !known:
			e.unknown(i, s)
		case vacant(c, f):
			e.empty(k, c, f)
		default:
			e.value(c, v.Field(f.index), e.below(k.Value))
		}
	}
	for _, name := range s.names {
		if s.fields[name].required && !e.seen[name] && !e.meant[name] {
			e.missing(name, s.fields[name])
		}
	}
}

// vacant tells a key without a value, or a list that must have an entry and has none. Where null means something it
// must be written.
func vacant(c *yaml.Node, f field) bool {
	return null(c) && c.Anchor == "" && (f.kind != anything || c.Value == "") || f.required && f.kind == list && c.Kind == yaml.SequenceNode && len(c.Content) == 0
}

// empty reports a key without a value. A text that is not required may be left empty, unless a text was written: one
// that begins with # and stands without quotes is a comment to YAML.
func (e *entries) empty(k, c *yaml.Node, f field) {
	if f.kind == plainText && len(k.LineComment) > 1 && k.LineComment[1] != ' ' {
		e.add(e.at(c), e.below(f.name), "empty-value", diag.Say("“%s” không có dấu ngoặc nên bị coi là ghi chú", "without quotes “%s” is taken for a comment", clip(k.LineComment)),
			diag.Say("đặt trong dấu ngoặc kép: \"%s\"", "put it in double quotes: \"%s\"", clip(k.LineComment)))
		return
	}
	if f.kind == plainText && !f.required {
		return
	}
	e.add(e.at(c), e.below(f.name), "empty-value", diag.Say("khóa “%s” không có giá trị", "the key “%s” has no value", f.name),
		diag.Say("điền giá trị, hoặc xóa dòng này", "fill it in, or delete the line"))
}

func (e *entries) missing(name string, f field) {
	e.add(e.at(e.node), e.below(name), "missing-key", diag.Say("thiếu khóa “%s”", "the key “%s” is missing", name), example(f.kind, name))
}

// unknown reports the key with that index. A key that was surely meant counts as there.
func (e *entries) unknown(i int, s *schema) {
	k := e.node.Content[i]
	if e.node.Style&yaml.FlowStyle != 0 && null(e.node.Content[i+1]) && e.comma(i) {
		return
	}
	hint := diag.Say("các khóa dùng được: %s", "the keys are: %s", s.list)
	if near := diag.Nearest(k.Value, s.names); near != "" {
		hint = diag.Say("có phải ý bạn là “%s”?", "did you mean “%s”?", near)
		e.meant[near] = true
		e.spoilt = append(e.spoilt, e.below(near))
	}
	e.report(e.at(k), "unknown-key", diag.Say("không có khóa “%s”", "there is no key “%s”", clip(k.Value)), hint)
}
