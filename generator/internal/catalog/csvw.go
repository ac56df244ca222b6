package catalog

import (
	"io"
	"path"
	"regexp"
	"strings"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/plan"
)

// The shape of csv-metadata.json: https://www.w3.org/TR/tabular-metadata/. Addresses are relative to the file, which
// lies beside the tables. A column's titles hold the head of the CSV too, without language: that is what validators
// compare with the first row.
type (
	tableGroup struct {
		Context     string        `json:"@context"`
		ID          string        `json:"dc:identifier"`
		Title       []tagged      `json:"dc:title"`
		Description []tagged      `json:"dc:description,omitempty"`
		Publisher   []tagged      `json:"dc:publisher,omitempty"`
		Licence     *link         `json:"dc:license,omitempty"`
		Modified    *typed        `json:"dc:modified,omitempty"`
		Dialect     csvwDialect   `json:"dialect"`
		Tables      []tableOfData `json:"tables"`
	}
	tableOfData struct {
		URL         string      `json:"url"`
		Title       string      `json:"dc:title"`
		Description []tagged    `json:"dc:description,omitempty"`
		Schema      tableSchema `json:"tableSchema"`
	}
	tableSchema struct {
		Columns     []csvwColumn     `json:"columns"`
		PrimaryKey  []string         `json:"primaryKey,omitempty"`
		ForeignKeys []csvwForeignKey `json:"foreignKeys,omitempty"`
	}
	csvwColumn struct {
		Name        string   `json:"name"`
		Titles      titles   `json:"titles"`
		Description []tagged `json:"dc:description,omitempty"`
		Lang        string   `json:"lang,omitempty"`
		Datatype    any      `json:"datatype"` // a name, or a base with the form of its values
		Separator   string   `json:"separator,omitempty"`
		Null        string   `json:"null"`
		Required    bool     `json:"required,omitempty"`
	}
	titles struct {
		Head string `json:"und"`
		VI   string `json:"vi,omitempty"`
		EN   string `json:"en,omitempty"`
	}
	datatype struct {
		Base   string `json:"base"`
		Format string `json:"format"`
	}
	csvwForeignKey struct {
		Columns   []string      `json:"columnReference"`
		Reference csvwReference `json:"reference"`
	}
	csvwReference struct {
		Resource string   `json:"resource"`
		Columns  []string `json:"columnReference"`
	}
	csvwDialect struct {
		Encoding        string `json:"encoding"`
		LineTerminators string `json:"lineTerminators"`
		Delimiter       string `json:"delimiter"`
		QuoteChar       string `json:"quoteChar"`
		DoubleQuote     bool   `json:"doubleQuote"`
		Header          bool   `json:"header"`
		Trim            bool   `json:"trim"`
	}
	tagged struct {
		Value string `json:"@value"`
		Lang  string `json:"@language"`
	}
	typed struct {
		Value string `json:"@value"`
		Type  string `json:"@type"`
	}
	link struct {
		ID string `json:"@id"`
	}
)

// CSVW writes csv-metadata.json (CSV on the Web), which describes every table's CSV in both languages.
func CSVW(w io.Writer, c export.Colophon, words export.Words, products []export.Product) error {
	g := tableGroup{
		Context:     "http://www.w3.org/ns/csvw",
		ID:          c.ID,
		Title:       tags(c.Title),
		Description: tags(described(c)),
		Publisher:   tags(c.Publisher),
		Dialect:     csvwDialect{Encoding: "utf-8", LineTerminators: "\r\n", Delimiter: ",", QuoteChar: `"`, DoubleQuote: true, Header: true},
		Tables:      []tableOfData{},
	}
	if c.Licence != nil && web(c.Licence.URL) {
		g.Licence = &link{iri(c.Licence.URL)}
	}
	if c.Released.Known() {
		g.Modified = &typed{c.Released.String(), "xsd:date"}
	}
	csv := tables(products, "CSV")
	files := map[string]string{}
	for _, p := range csv {
		files[p.Table.Name] = path.Base(p.Path)
	}
	for _, p := range csv {
		g.Tables = append(g.Tables, tableOf(p.Table.Schema, files, words))
	}
	return writeJSON(w, g)
}

func tableOf(s export.Schema, files map[string]string, words export.Words) tableOfData {
	t := tableOfData{URL: files[s.Name], Title: s.Name, Description: tags(words.Holds(s.Name)), Schema: tableSchema{PrimaryKey: s.Key}}
	for _, c := range s.Columns {
		t.Schema.Columns = append(t.Schema.Columns, csvwColumnOf(s, c, words))
	}
	for _, r := range totalReferences(s) {
		t.Schema.ForeignKeys = append(t.Schema.ForeignKeys, csvwForeignKey{r.Columns, csvwReference{files[r.Table], r.To}})
	}
	return t
}

func csvwColumnOf(s export.Schema, c export.Column, words export.Words) csvwColumn {
	title := words.Title(s.Name, c.Name)
	column := csvwColumn{
		Name:        c.Name,
		Titles:      titles{c.Name, title.VI, title.EN},
		Description: tags(words.Meaning(s.Name, c.Name)),
		Datatype:    datatypes[c.Type],
		Required:    required(s, c.Name),
	}
	switch c.Type {
	case export.Code:
		column.Datatype = datatype{"string", strings.Join(literals(c.Codes()), "|")}
	case export.List:
		column.Separator = ";"
	case export.Text:
		column.Lang = suffix(c.Name)
	}
	return column
}

var datatypes = map[export.Type]string{
	export.Text: "string", export.Number: "decimal", export.Integer: "integer", export.Boolean: "boolean", export.Day: "date",
	export.List: "string", export.Value: "string",
}

// literals are codes as parts of a regular expression.
func literals(codes []string) []string {
	all := make([]string, len(codes))
	for n, code := range codes {
		all[n] = regexp.QuoteMeta(code)
	}
	return all
}

// suffix is the language that a column's name ends in.
func suffix(column string) string {
	for _, l := range both {
		if strings.HasSuffix(column, "_"+string(l)) {
			return string(l)
		}
	}
	return ""
}

// tags is a text as one value a language.
func tags(t plan.Text) []tagged {
	var all []tagged
	if t.VI != "" {
		all = append(all, tagged{t.VI, string(plan.VI)})
	}
	if t.EN != "" {
		all = append(all, tagged{t.EN, string(plan.EN)})
	}
	return all
}
