package fill

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// author writes templates of all that this package knows, at random, with variables that hide one another.
type author struct {
	*rand.Rand
	vars []string // that are seen here
}

func (a *author) of(texts ...string) string { return texts[a.IntN(len(texts))] }

// value names something of a view, a variable or a constant.
func (a *author) value() string {
	if len(a.vars) > 0 && a.IntN(3) == 0 {
		return a.of(a.vars...)
	}
	return a.of(".Text", ".Empty", ".Odd", ".Named", ".Told", ".HTML", ".URL", ".JS", ".Yes", ".No", ".Number", ".Zero", ".Part", ".Leaf", ".Leaf.Text", ".At", ".At.Text",
		".At.Next", ".Nil", ".Any", ".Nothing", ".List", ".None", ".Words", ".Mixed", ".", "$", "$.Text", "$.At.Next.Text", "$.Words", "$.List", "$.Mixed", ".Deep", ".Next",
		".Leaf.Loud", ".At.Pointed", "$.Leaf.Works", `"constant <"`, "7", "1.0", "1e3", "true")
}

func (a *author) pipe() string {
	x, y := a.value(), a.value()
	return a.of(x, x, x, "or "+x+" "+y, "and "+x+" "+y, "not "+x, "eq "+x+" "+y, "index "+x+" "+a.of("0", "1", y), "loud "+x, "(or "+x+" (and "+y+" "+x+"))", "$.Leaf.Both "+x+" "+y)
}

// list is some text and actions; depth is how deep branches may go in it.
func (a *author) list(depth int) string {
	seen := len(a.vars)
	defer func() { a.vars = a.vars[:seen] }()
	var b strings.Builder
	for range 1 + a.IntN(3) {
		switch k := a.IntN(8); {
		case k < 2:
			b.WriteString(a.of(`<p>{{`+a.pipe()+`}}</p>`, `<i title="{{`+a.pipe()+`}}"></i>`, `<a href="{{`+a.pipe()+`}}"></a>`, `<a href="a?x={{`+a.pipe()+`}}"></a>`))
		case k == 2:
			b.WriteString(a.of(`{{template "part" `+a.value()+`}}`, `{{template "chain" `+a.value()+`}}`, "{{- /* nothing */ -}}"))
		case k == 3 || depth == 0:
			name := a.of("$a", "$b", "$c")
			b.WriteString("{{" + name + " := " + a.pipe() + "}}")
			a.vars = append(a.vars, name)
		default:
			b.WriteString(a.branch(depth))
		}
	}
	return b.String()
}

func (a *author) branch(depth int) string {
	seen := len(a.vars)
	defer func() { a.vars = a.vars[:seen] }()
	kind, name, pipe := a.of("if", "with", "range"), "", a.pipe()
	if a.IntN(2) == 0 {
		name = a.of("$a", "$b", "$c")
		a.vars = append(a.vars, name)
		name += " := "
		if kind == "range" && a.IntN(2) == 0 {
			name = "$n, " + name
			a.vars = append(a.vars, "$n")
		}
	}
	text := "{{" + kind + " " + name + pipe + "}}" + a.list(depth-1)
	if a.IntN(2) == 0 {
		text += "{{else}}" + a.list(depth-1)
	}
	return text + "{{end}}"
}

// TestRandomTemplates: however branches, loops and variables stand in one another, the page is the library's.
func TestRandomTemplates(t *testing.T) {
	compiled := 0
	for seed := range uint64(3000) {
		text := (&author{Rand: rand.New(rand.NewPCG(seed, 99))}).list(2)
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			ours, library := both(text)
			if ours == nil { // a variable that was not declared there
				return
			}
			for n, v := range views()[:5] {
				var got, want bytes.Buffer
				gotErr, wantErr := ours.Execute(&got, 0, "x", v), library.Execute(&want, 0, "x", v)
				if got.String() != want.String() || fmt.Sprint(gotErr) != fmt.Sprint(wantErr) {
					t.Fatalf("%s with view %d\n got %q, %v\nwant %q, %v", text, n, got.String(), gotErr, want.String(), wantErr)
				}
			}
			if len(ours.Left()) == 0 {
				compiled++
			}
		})
	}
	if compiled < 200 {
		t.Errorf("only %d templates were turned into steps: the test tries nothing", compiled)
	}
}
