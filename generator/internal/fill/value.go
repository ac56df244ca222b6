package fill

import (
	"reflect"
	"strconv"
	"text/template/parse"
)

// command compiles what an action names: a value and its type, which is nil when it is known only at the page. Of an
// interface it is what is in it, as with the library.
func (s *scope) command(cmd *parse.CommandNode, dot reflect.Type) (value, reflect.Type) {
	get, t := s.named(cmd, dot)
	if s.lost || t == nil || t.Kind() != reflect.Interface {
		return get, t
	}
	return func(r *run, dot reflect.Value) (reflect.Value, bool) {
		v, ok := get(r, dot)
		if ok {
			v = v.Elem()
		}
		return v, ok
	}, nil
}

func (s *scope) named(cmd *parse.CommandNode, dot reflect.Type) (value, reflect.Type) {
	first, args := cmd.Args[0], cmd.Args[1:]
	switch n := first.(type) {
	case *parse.FieldNode:
		return s.chain(func(_ *run, dot reflect.Value) (reflect.Value, bool) { return dot, true }, dot, dot, n.Ident, args)
	case *parse.VariableNode:
		slot, t := s.variable(n.Ident[0])
		return s.chain(func(r *run, _ reflect.Value) (reflect.Value, bool) { return r.vars[r.base+slot], true }, t, dot, n.Ident[1:], args)
	case *parse.IdentifierNode:
		return s.function(n.Ident, args, dot)
	}
	if len(args) > 0 {
		return s.lose()
	}
	switch n := first.(type) {
	case *parse.DotNode:
		return func(_ *run, dot reflect.Value) (reflect.Value, bool) { return dot, true }, dot
	case *parse.StringNode:
		return constant(n.Text)
	case *parse.BoolNode:
		return constant(n.True)
	case *parse.NumberNode:
		if n.IsInt && n.Text == strconv.FormatInt(n.Int64, 10) { // 1.0 is none to the library
			return constant(int(n.Int64))
		}
	case *parse.PipeNode:
		if len(n.Cmds) == 1 && len(n.Decl) == 0 {
			return s.command(n.Cmds[0], dot)
		}
	}
	return s.lose()
}

// lose leaves the page to the library.
func (s *scope) lose() (value, reflect.Type) {
	s.lost = true
	return nil, nil
}

func constant(of any) (value, reflect.Type) {
	v := reflect.ValueOf(of)
	return func(*run, reflect.Value) (reflect.Value, bool) { return v, true }, v.Type()
}

// argument is a value among the arguments of a function or method.
func (s *scope) argument(n parse.Node, dot reflect.Type) (value, reflect.Type) {
	return s.command(&parse.CommandNode{NodeType: parse.NodeCommand, Args: []parse.Node{n}}, dot)
}

func (s *scope) arguments(nodes []parse.Node, dot reflect.Type) (gets []value, types []reflect.Type) {
	for _, n := range nodes {
		get, t := s.argument(n, dot)
		gets, types = append(gets, get), append(types, t)
	}
	return gets, types
}

// chain follows fields and methods from a value; the last may be a method with arguments, which stand beside dot.
func (s *scope) chain(get value, t, dot reflect.Type, names []string, args []parse.Node) (value, reflect.Type) {
	for n, name := range names {
		if s.lost || t == nil {
			return s.lose()
		}
		var with []parse.Node
		if n == len(names)-1 {
			with = args
		}
		get, t = s.member(get, t, dot, name, with)
	}
	if len(names) == 0 && len(args) > 0 {
		s.lost = true
	}
	return get, t
}

// member is a method, or else a field, of a struct or of what a pointer points at.
func (s *scope) member(get value, t, dot reflect.Type, name string, args []parse.Node) (value, reflect.Type) {
	if m, ok := t.MethodByName(name); ok && t.Kind() != reflect.Interface {
		return s.method(get, m, args, dot)
	}
	if t.Kind() == reflect.Pointer {
		pointed := get
		t, get = t.Elem(), func(r *run, dot reflect.Value) (reflect.Value, bool) {
			v, ok := pointed(r, dot)
			if !ok || v.IsNil() {
				return v, false
			}
			return v.Elem(), true
		}
	} else if _, ok := reflect.PointerTo(t).MethodByName(name); ok {
		return s.lose() // it depends on whether the value has an address
	}
	if t.Kind() != reflect.Struct || len(args) > 0 {
		return s.lose()
	}
	field, ok := t.FieldByName(name)
	if !ok || !field.IsExported() {
		return s.lose()
	}
	if len(field.Index) == 1 {
		at := field.Index[0]
		return func(r *run, dot reflect.Value) (reflect.Value, bool) {
			v, ok := get(r, dot)
			if !ok {
				return v, false
			}
			return v.Field(at), true
		}, field.Type
	}
	return func(r *run, dot reflect.Value) (reflect.Value, bool) { // of an embedded struct
		v, ok := get(r, dot)
		if !ok {
			return v, false
		}
		v, err := v.FieldByIndexErr(field.Index)
		return v, err == nil
	}, field.Type
}

func (s *scope) method(get value, m reflect.Method, args []parse.Node, dot reflect.Type) (value, reflect.Type) {
	gets := s.fitting(m.Type, 1, args, dot)
	if s.lost {
		return nil, nil
	}
	return func(r *run, dot reflect.Value) (reflect.Value, bool) {
		v, ok := get(r, dot)
		if !ok {
			return v, false
		}
		return called(v.Method(m.Index), gets, r, dot)
	}, m.Type.Out(0)
}

// fitting compiles the arguments of a function that takes exactly those, after skip, and gives a value, or a value and
// an error.
func (s *scope) fitting(f reflect.Type, skip int, args []parse.Node, dot reflect.Type) []value {
	gets, types := s.arguments(args, dot)
	good := !s.lost && !f.IsVariadic() && f.NumIn() == skip+len(args) &&
		(f.NumOut() == 1 || f.NumOut() == 2 && f.Out(1) == reflect.TypeFor[error]()) && f.Out(0).Kind() != reflect.Interface
	for n := range gets {
		good = good && types[n] != nil && types[n].AssignableTo(f.In(skip+n))
	}
	if !good {
		s.lost = true
	}
	return gets
}

func called(f reflect.Value, gets []value, r *run, dot reflect.Value) (reflect.Value, bool) {
	in := make([]reflect.Value, len(gets))
	for n, get := range gets {
		v, ok := get(r, dot)
		if !ok {
			return v, false
		}
		in[n] = v
	}
	return safely(f, in)
}

// safely calls a function; false when it fails or panics.
func safely(f reflect.Value, in []reflect.Value) (v reflect.Value, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	out := f.Call(in)
	return out[0], len(out) == 1 || out[1].IsNil()
}

// function is one of the library's that layouts use, or one of the set's own.
func (s *scope) function(name string, args []parse.Node, dot reflect.Type) (value, reflect.Type) {
	if own, ok := s.set.funcs[name]; ok {
		f := reflect.ValueOf(own)
		gets := s.fitting(f.Type(), 0, args, dot)
		if s.lost {
			return nil, nil
		}
		return func(r *run, dot reflect.Value) (reflect.Value, bool) { return called(f, gets, r, dot) }, f.Type().Out(0)
	}
	gets, types := s.arguments(args, dot)
	switch {
	case s.lost:
	case (name == "or" || name == "and") && len(args) > 0:
		return either(gets, name == "or"), common(types)
	case name == "not" && len(args) == 1:
		return func(r *run, dot reflect.Value) (reflect.Value, bool) {
			v, ok := gets[0](r, dot)
			return reflect.ValueOf(!truth(v)), ok
		}, reflect.TypeFor[bool]()
	case name == "eq" && len(args) == 2 && types[0] == types[1] && types[0] != nil && (types[0].Kind() == reflect.String || types[0].Kind() == reflect.Int):
		return func(r *run, dot reflect.Value) (reflect.Value, bool) {
			a, first := gets[0](r, dot)
			b, second := gets[1](r, dot)
			return reflect.ValueOf(first && second && a.Equal(b)), first && second
		}, reflect.TypeFor[bool]()
	case name == "index" && len(args) == 2 && types[0] != nil && types[0].Kind() == reflect.Slice && types[1] == reflect.TypeFor[int]():
		return func(r *run, dot reflect.Value) (reflect.Value, bool) {
			list, first := gets[0](r, dot)
			n, second := gets[1](r, dot)
			if !first || !second || n.Int() < 0 || n.Int() >= int64(list.Len()) {
				return reflect.Value{}, false
			}
			return list.Index(int(n.Int())), true
		}, types[0].Elem()
	}
	return s.lose()
}

// either is the first value that is true, or that is not; else the last.
func either(gets []value, is bool) value {
	return func(r *run, dot reflect.Value) (v reflect.Value, ok bool) {
		for _, get := range gets {
			if v, ok = get(r, dot); !ok || truth(v) == is {
				break
			}
		}
		return v, ok
	}
}

// common is the type of values that all have the same; nil when they do not.
func common(types []reflect.Type) reflect.Type {
	for _, t := range types {
		if t != types[0] {
			return nil
		}
	}
	return types[0]
}
