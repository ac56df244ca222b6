package difference

import (
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"strings"

	"minhbach/generator/internal/prose"
)

// Formats are the names of the encodings.
var Formats = []string{"text", "markdown", "html", "json"}

// Write encodes a difference in one of the Formats; all but JSON, which holds both languages, speak that of the report.
func Write(w io.Writer, d *Difference, r Report, format string) error {
	switch format {
	case "markdown":
		return markdown(w, r)
	case "html":
		return page.Execute(w, r)
	case "json":
		return asJSON(w, d)
	}
	return text(w, r)
}

// text ends with the summary, which stays on the screen when the rest has gone by.
func text(w io.Writer, r Report) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", r.Title)
	for _, s := range r.Sections {
		fmt.Fprintf(&b, "\n%s\n", s.Heading)
		for _, i := range s.Items {
			fmt.Fprintf(&b, "  %s\n", oneLine(i.Text))
			if i.Why != "" {
				fmt.Fprintf(&b, "    %s\n", oneLine(i.Why))
			}
		}
	}
	fmt.Fprintf(&b, "\n%s\n", r.Summary)
	_, err := io.WriteString(w, b.String())
	return err
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func markdown(w io.Writer, r Report) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n", prose.Literal(r.Title), prose.Literal(r.Summary))
	for _, s := range r.Sections {
		fmt.Fprintf(&b, "\n## %s\n\n", prose.Literal(s.Heading))
		for _, i := range s.Items {
			fmt.Fprintf(&b, "- %s\n", prose.Literal(i.Text))
			if i.Why != "" {
				fmt.Fprintf(&b, "  (%s)\n", prose.Literal(i.Why))
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

var page = template.Must(template.New("").Parse(`<!doctype html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{.Title}}</title>
</head>
<body>
<main>
<h1>{{.Title}}</h1>
<p>{{.Summary}}</p>
{{- range .Sections}}
<h2>{{.Heading}}</h2>
<ul>
{{- range .Items}}
<li>{{.Text}}{{with .Why}}<br><small>{{.}}</small>{{end}}</li>
{{- end}}
</ul>
{{- end}}
</main>
</body>
</html>
`))

// asJSON writes lists that are empty as such.
func asJSON(w io.Writer, d *Difference) error {
	full := *d
	full.Gone, full.Standings, full.Revised = listed(d.Gone), listed(d.Standings), listed(d.Revised)
	full.Redefined, full.New, full.Compliance = listed(d.Redefined), listed(d.New), listed(d.Compliance)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(full)
}

func listed[T any](list []T) []T { return append([]T{}, list...) }
