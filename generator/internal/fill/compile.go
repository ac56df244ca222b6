package fill

import (
	"reflect"
	"slices"
	"text/template/parse"
)

// compiler turns templates into steps. It is lost when it meets what is not known here; the page is the library's then.
type compiler struct {
	set  *Set
	made map[bodyOf]*body // by this compiler, also those under way
	lost bool
}

// body gives the steps of a template for a type; nil when lost.
func (c *compiler) body(of bodyOf) *body {
	if b, ok := c.made[of]; ok {
		return b
	}
	if known, ok := c.set.bodies.Load(of); ok && known.(*body) != nil {
		return known.(*body)
	}
	t := c.set.templates.Lookup(of.template)
	if t == nil || t.Tree == nil || t.Tree.Root == nil {
		c.lost = true
		return nil
	}
	b := &body{}
	c.made[of] = b
	s := &scope{compiler: c, body: b}
	s.declare("$", of.dot)
	b.steps = s.list(t.Tree.Root, of.dot)
	if c.lost {
		return nil
	}
	return b
}

// scope is the part of a template in which the same variables are seen.
type scope struct {
	*compiler
	body  *body
	names []string
	types []reflect.Type
}

func (s *scope) declare(name string, t reflect.Type) int {
	s.names, s.types = append(s.names, name), append(s.types, t)
	s.body.vars = max(s.body.vars, len(s.names))
	return len(s.names) - 1
}

// within runs f in a scope of its own.
func (s *scope) within(f func()) {
	n := len(s.names)
	f()
	s.names, s.types = s.names[:n], s.types[:n]
}

// branch is a list that is gone through or not; what it declares is not seen behind it, nor in the other one.
func (s *scope) branch(l *parse.ListNode, dot reflect.Type) (steps []step) {
	s.within(func() { steps = s.list(l, dot) })
	return steps
}

func (s *scope) list(l *parse.ListNode, dot reflect.Type) []step {
	if l == nil {
		return nil
	}
	var steps []step
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
			said := s.set.said(string(n.Text))
			steps = append(steps, func(r *run, _ reflect.Value) bool { r.Write(said[r.language]); return true })
		case *parse.ActionNode:
			steps = append(steps, s.action(n.Pipe, dot))
		case *parse.IfNode:
			s.within(func() { steps = append(steps, s.choice(&n.BranchNode, dot, false)) })
		case *parse.WithNode:
			s.within(func() { steps = append(steps, s.choice(&n.BranchNode, dot, true)) })
		case *parse.RangeNode:
			s.within(func() { steps = append(steps, s.loop(n, dot)) })
		case *parse.TemplateNode:
			steps = append(steps, s.call(n, dot))
		default:
			s.lost = true
		}
		if s.lost {
			return nil
		}
	}
	return steps
}

// action writes a value through the escapers of its place, or keeps it in a variable.
func (s *scope) action(p *parse.PipeNode, dot reflect.Type) step {
	if len(p.Decl) > 0 {
		get, _ := s.piped(p, dot)
		return func(r *run, dot reflect.Value) bool {
			_, ok := get(r, dot)
			return ok
		}
	}
	get, t := s.command(p.Cmds[0], dot)
	where, ok := placed(p.Cmds[1:])
	if s.lost || !ok {
		s.lost = true
		return nil
	}
	write := where.writer(t)
	return func(r *run, dot reflect.Value) bool {
		v, ok := get(r, dot)
		return ok && write(r, v)
	}
}

// piped is the value that a condition or a call begins with; one that is named is kept too.
func (s *scope) piped(p *parse.PipeNode, dot reflect.Type) (value, reflect.Type) {
	if len(p.Cmds) != 1 || len(p.Decl) > 1 || p.IsAssign {
		s.lost = true
		return nil, nil
	}
	get, t := s.command(p.Cmds[0], dot)
	if s.lost || len(p.Decl) == 0 {
		return get, t
	}
	slot := s.declare(p.Decl[0].Ident[0], t)
	return func(r *run, dot reflect.Value) (reflect.Value, bool) {
		v, ok := get(r, dot)
		r.vars[r.base+slot] = v
		return v, ok
	}, t
}

// choice is an if, or a with, whose value is the dot of its first list.
func (s *scope) choice(n *parse.BranchNode, dot reflect.Type, with bool) step {
	get, t := s.piped(n.Pipe, dot)
	inside := dot
	if with {
		inside = t
	}
	then, otherwise := s.branch(n.List, inside), s.branch(n.ElseList, dot)
	return func(r *run, dot reflect.Value) bool {
		v, ok := get(r, dot)
		switch {
		case !ok:
			return false
		case !truth(v):
			return all(otherwise, r, dot)
		case with:
			return all(then, r, v)
		}
		return all(then, r, dot)
	}
}

func (s *scope) loop(n *parse.RangeNode, dot reflect.Type) step {
	if len(n.Pipe.Cmds) != 1 || n.Pipe.IsAssign || len(n.Pipe.Decl) > 0 && n.ElseList != nil { // there its variable is the list
		s.lost = true
		return nil
	}
	get, t := s.command(n.Pipe.Cmds[0], dot)
	if s.lost || t == nil || t.Kind() != reflect.Slice {
		s.lost = true
		return nil
	}
	index, element := -1, -1
	if len(n.Pipe.Decl) == 2 {
		index = s.declare(n.Pipe.Decl[0].Ident[0], reflect.TypeFor[int]())
	}
	if d := n.Pipe.Decl; len(d) > 0 {
		element = s.declare(d[len(d)-1].Ident[0], t.Elem())
	}
	each, otherwise := s.branch(n.List, t.Elem()), s.branch(n.ElseList, dot)
	return func(r *run, dot reflect.Value) bool {
		v, ok := get(r, dot)
		if !ok {
			return false
		}
		for i := range v.Len() {
			e := v.Index(i)
			if index >= 0 {
				r.vars[r.base+index] = reflect.ValueOf(i)
			}
			if element >= 0 {
				r.vars[r.base+element] = e
			}
			if !all(each, r, e) {
				return false
			}
		}
		return v.Len() > 0 || all(otherwise, r, dot)
	}
}

func (s *scope) call(n *parse.TemplateNode, dot reflect.Type) step {
	if n.Pipe == nil {
		s.lost = true
		return nil
	}
	var get value
	var t reflect.Type
	s.within(func() { get, t = s.piped(n.Pipe, dot) })
	if s.lost || t == nil {
		s.lost = true
		return nil
	}
	b := s.compiler.body(bodyOf{n.Name, t})
	return func(r *run, dot reflect.Value) bool {
		v, ok := get(r, dot)
		return ok && b.fill(r, v)
	}
}

// variable finds the innermost of a name.
func (s *scope) variable(name string) (slot int, t reflect.Type) {
	for n, known := range slices.Backward(s.names) {
		if known == name {
			return n, s.types[n]
		}
	}
	s.lost = true
	return 0, nil
}
