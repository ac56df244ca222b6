package report

import (
	"fmt"
	"io"
	"strings"

	"minhbach/generator/internal/prose"
)

// Markdown writes the report without its letterhead and signature, as a text to be used elsewhere.
func (r Report) Markdown(w io.Writer) error {
	var b strings.Builder
	say := func(form string, texts ...string) {
		for _, t := range texts {
			if t != "" {
				fmt.Fprintf(&b, form+"\n\n", prose.Literal(t))
			}
		}
	}
	say("# %s", r.Kind+": "+r.Subject)
	say("**%s**", r.Draft)
	say("*%s*", r.Caution)
	say("%s", r.Opening...)
	for _, c := range r.Chapters {
		say("## %s", c.Heading)
		say("%s", c.Text...)
		for _, p := range c.Parts {
			say("### %s", p.Heading)
			for _, l := range p.Lists {
				say("%s", l.Lead)
				say("- %s", l.Items...)
			}
			say("%s", p.Text...)
		}
	}
	for _, a := range r.Appendices {
		say("## %s", a.Number+". "+a.Title)
		a.markdown(&b)
	}
	_, err := io.WriteString(w, strings.TrimSuffix(b.String(), "\n"))
	return err
}

func (a Appendix) markdown(b *strings.Builder) {
	line := func(cells []string) {
		for n := range a.Widths {
			text := ""
			if n < len(cells) {
				text = prose.Literal(cells[n])
			}
			fmt.Fprintf(b, "| %s ", text)
		}
		b.WriteString("|\n")
	}
	line(a.Head)
	b.WriteString(strings.Repeat("|---", len(a.Widths)) + "|\n")
	for _, row := range a.Rows {
		line(row.Cells)
	}
	b.WriteString("\n")
}
