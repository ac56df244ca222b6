package catalog

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// turtle writes a graph as Turtle, a node a paragraph.
func (g graph) turtle(w io.Writer) error {
	b := bufio.NewWriter(w)
	for _, p := range prefixes {
		fmt.Fprintf(b, "@prefix %s: <%s> .\n", p.name, p.address)
	}
	for _, n := range g {
		fmt.Fprintf(b, "\n<%s>", iri(n.name))
		n.turtle(b, "\n  ")
		b.WriteString(" .\n")
	}
	return b.Flush()
}

// turtle writes what is said of a node, each fact on a line of its own.
func (n *node) turtle(b *bufio.Writer, line string) {
	fmt.Fprintf(b, " a %s", strings.Join(n.types, ", "))
	for _, f := range n.facts {
		fmt.Fprintf(b, " ;%s%s ", line, f.property)
		for i, v := range f.values {
			if i > 0 {
				b.WriteString(", ")
			}
			turtleValue(b, v, line)
		}
	}
}

func turtleValue(b *bufio.Writer, v value, line string) {
	switch v := v.(type) {
	case ref:
		fmt.Fprintf(b, "<%s>", iri(string(v)))
	case *node:
		b.WriteString("[")
		v.turtle(b, line+"  ")
		b.WriteString(" ]")
	case literal:
		fmt.Fprintf(b, `"%s"`, turtleEscape.Replace(valid(v.text)))
		switch {
		case v.lang != "":
			b.WriteString("@" + v.lang)
		case v.datatype != "":
			b.WriteString("^^" + v.datatype)
		}
	}
}

// turtleEscape writes what may not stand between quotation marks: those, backslashes and control characters.
var turtleEscape = strings.NewReplacer(escapes()...)

func escapes() []string {
	pairs := []string{`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`}
	for c := range ' ' {
		if !strings.ContainsRune("\n\r\t", c) {
			pairs = append(pairs, string(c), fmt.Sprintf(`\u%04X`, c))
		}
	}
	return append(pairs, "\x7f", `\u007F`)
}
