package content

import (
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"

	"minhbach/generator/internal/diag"
)

// entries are the keys and values of one mapping.
type entries struct {
	*decoder
	node   *yaml.Node
	there  uint64          // the fields so far
	others map[string]bool // keys so far that are no field
	meant  map[string]bool // fields that a misspelt key stands for
}

func (e *entries) below(key string) string {
	defer e.leave(e.enter(key))
	return string(e.path)
}

// usable reports keys that cannot be one: merge keys, lists as keys, and those that stand there already.
func (e *entries) usable(k *yaml.Node, seen bool) bool {
	switch {
	case e.decorated(k):
	case k.Kind != yaml.ScalarNode || k.Tag == "!!merge":
		e.wrong(k, "key", diag.Say("khóa phải là một từ", "a key is a single word"),
			diag.Say("viết “khóa: giá trị”", "write “key: value”"))
	case seen:
		e.add(e.at(k), e.below(k.Value), "duplicate-key", diag.Say("khóa “%s” có hai lần", "the key “%s” is there twice", k.Value),
			diag.Say("giữ một", "keep one"))
	default:
		return true
	}
	return false
}

func (e *entries) intoMap(v reflect.Value, f *form) {
	v.Set(reflect.MakeMap(v.Type()))
	for i := 0; i+1 < len(e.node.Content); i += 2 {
		k, c := e.node.Content[i], e.node.Content[i+1]
		if !e.usable(k, e.others[k.Value]) {
			continue
		}
		noted(&e.others, k.Value)
		above := e.enter(k.Value)
		if e.id(k) {
			entry := reflect.New(v.Type().Elem()).Elem()
			e.value(c, entry, f.entry)
			v.SetMapIndex(reflect.ValueOf(k.Value).Convert(v.Type().Key()), entry)
		}
		e.leave(above)
	}
}

func (e *entries) intoStruct(v reflect.Value, s *form) {
	for i := 0; i+1 < len(e.node.Content); i += 2 {
		k, c := e.node.Content[i], e.node.Content[i+1]
		f := s.named[k.Value]
		switch {
		case f == nil:
			if e.usable(k, e.others[k.Value]) {
				noted(&e.others, k.Value)
				e.unknown(i, s)
			}
		case e.usable(k, e.there&f.bit != 0):
			e.there |= f.bit
			above := e.enter(k.Value)
			if vacant(c, f) {
				e.empty(k, c, f)
			} else {
				e.value(c, v.Field(f.index), f.form)
			}
			e.leave(above)
		}
	}
	for n := range s.fields {
		if f := &s.fields[n]; f.required && e.there&f.bit == 0 && !e.meant[f.name] {
			e.missing(f)
		}
	}
}

// noted adds a word to a set that most often stays empty.
func noted(words *map[string]bool, word string) {
	if *words == nil {
		*words = map[string]bool{}
	}
	(*words)[word] = true
}

// vacant tells a key without a value, or a list that must have an entry and has none. Where null means something it
// must be written.
func vacant(c *yaml.Node, f *field) bool {
	return null(c) && c.Anchor == "" && (f.kind != anything || c.Value == "") || f.required && f.kind == list && c.Kind == yaml.SequenceNode && len(c.Content) == 0
}

// empty reports a key without a value. A text that is not required may be left empty, unless a text was written: one
// that begins with # and stands without quotes is a comment to YAML.
func (e *entries) empty(k, c *yaml.Node, f *field) {
	if f.kind == plainText && len(k.LineComment) > 1 && k.LineComment[1] != ' ' {
		e.wrong(c, "empty-value", diag.Say("“%s” không có dấu ngoặc nên bị coi là ghi chú", "without quotes “%s” is taken for a comment", clip(k.LineComment)),
			diag.Say("đặt trong dấu ngoặc kép: \"%s\"", "put it in double quotes: \"%s\"", clip(k.LineComment)))
		return
	}
	if f.kind == plainText && !f.required {
		return
	}
	e.wrong(c, "empty-value", diag.Say("khóa “%s” không có giá trị", "the key “%s” has no value", f.name),
		diag.Say("điền giá trị, hoặc xóa dòng này", "fill it in, or delete the line"))
}

func (e *entries) missing(f *field) {
	e.add(e.at(e.node), e.below(f.name), "missing-key", diag.Say("thiếu khóa “%s”", "the key “%s” is missing", f.name), example(f.kind, f.name))
}

// unknown reports the key with that index. A key that was surely meant counts as there.
func (e *entries) unknown(i int, s *form) {
	k := e.node.Content[i]
	if e.node.Style&yaml.FlowStyle != 0 && null(e.node.Content[i+1]) && e.comma(i) {
		return
	}
	hint := diag.Say("các khóa dùng được: %s", "the keys are: %s", strings.Join(s.names, ", "))
	if near := diag.Nearest(k.Value, s.names); near != "" {
		hint = diag.Say("có phải ý bạn là “%s”?", "did you mean “%s”?", near)
		noted(&e.meant, near)
		e.spoilt = append(e.spoilt, e.below(near))
	}
	e.report(e.at(k), "unknown-key", diag.Say("không có khóa “%s”", "there is no key “%s”", clip(k.Value)), hint)
}
