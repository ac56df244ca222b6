package catalog

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/plan"
)

// spdx are the ids of the SPDX list that data are licensed under; another licence is named by its address.
var spdx = strings.Fields("CC0-1.0 CC-BY-3.0 CC-BY-4.0 CC-BY-NC-4.0 CC-BY-NC-ND-4.0 CC-BY-NC-SA-4.0 CC-BY-ND-4.0 CC-BY-SA-4.0 ODbL-1.0 ODC-By-1.0 OGL-UK-3.0 PDDL-1.0")

// CitationCFF writes CITATION.cff (Citation File Format 1.2.0): YAML, in which every text is a quoted one.
func CitationCFF(w io.Writer, c export.Colophon) error {
	b := &strings.Builder{}
	line := func(key, text string) {
		if text != "" {
			fmt.Fprintf(b, "%s: %s\n", key, plan.Quoted(text))
		}
	}
	line("cff-version", "1.2.0")
	line("type", "dataset")
	line("message", inBoth(plan.Text{VI: "Khi dùng dữ liệu này, xin trích dẫn như dưới đây.", EN: "If you use these data, please cite them as below."}, " / "))
	line("title", oneLine(inBoth(c.Title, " / ")))
	line("abstract", inBoth(described(c), "\n\n"))
	author := c.Maker
	if author.Empty() {
		author = c.Publisher
	}
	b.WriteString("authors:\n")
	line("  - name", oneLine(inBoth(author, " / ")))
	if author == c.Publisher {
		line("    email", c.Email)
		if web(c.URL) {
			line("    website", iri(c.URL))
		}
	}
	line("version", c.Released.String())
	line("date-released", c.Released.String())
	if c.Licence != nil {
		if slices.Contains(spdx, c.Licence.ID) {
			line("license", c.Licence.ID)
		} else if web(c.Licence.URL) {
			line("license-url", iri(c.Licence.URL))
		}
	}
	line("url", iri(c.BaseURL))
	if c.ID != "" {
		b.WriteString("identifiers:\n  - type: other\n")
		line("    value", c.ID)
	}
	b.WriteString("keywords:\n")
	for _, k := range keywords(c) {
		fmt.Fprintf(b, "  - %s\n", plan.Quoted(k))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// BibTeX writes citation.bib: an entry that old and new programs take, every name between two braces so that it is
// neither split into given and family names nor set in lower case.
func BibTeX(w io.Writer, c export.Colophon) error {
	author := c.Maker
	if author.Empty() {
		author = c.Publisher
	}
	b := &strings.Builder{}
	fmt.Fprintf(b, "@misc{%s,\n", packageName(c))
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(b, "  %s = {%s},\n", name, value)
		}
	}
	field("title", "{"+tex(inBoth(c.Title, " / "))+"}")
	field("author", "{"+tex(inBoth(author, " / "))+"}")
	if author != c.Publisher {
		field("publisher", "{"+tex(inBoth(c.Publisher, " / "))+"}")
	}
	if c.Released.Known() {
		field("year", fmt.Sprint(c.Released.Year))
		field("month", fmt.Sprint(c.Released.Month))
		field("version", c.Released.String())
	}
	field("note", tex(inBoth(plan.Text{VI: "Dữ liệu", EN: "Data set"}, " / ")))
	field("url", iri(c.BaseURL))
	b.WriteString("}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// tex is a text in one line in which no character means something to TeX. Braces have names: BibTeX counts them even
// behind a backslash.
func tex(text string) string { return texEscape.Replace(oneLine(text)) }

var texEscape = strings.NewReplacer(`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`, `%`, `\%`, `&`, `\&`, `#`, `\#`, `$`, `\$`,
	`_`, `\_`, `~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`, "\x00", "", "\x7f", "")
