package catalog

import (
	"path"
	"strings"

	"minhbach/generator/internal/export"
)

func resourceOf(p export.Product, words export.Words) resource {
	return resource{
		Name:        p.Table.Name,
		Type:        "table",
		Path:        p.Path,
		Title:       p.Table.Name,
		Description: inBoth(words.Holds(p.Table.Name), "\n\n"),
		Format:      strings.TrimPrefix(path.Ext(p.Path), "."),
		MediaType:   p.MediaType,
		Encoding:    "utf-8",
		Bytes:       p.Bytes,
		Hash:        "sha256:" + p.SHA256,
		Dialect:     dialect{Delimiter: ",", LineTerminator: "\r\n", QuoteChar: `"`, DoubleQuote: true, Header: true},
		Schema:      schemaOf(p.Table.Schema, words),
	}
}

func schemaOf(s export.Schema, words export.Words) schema {
	described := schema{MissingValues: []string{""}}
	for _, c := range s.Columns {
		described.Fields = append(described.Fields, fieldOf(s, c, words))
	}
	switch {
	case len(s.Key) == 0:
	case totalKey(s):
		described.PrimaryKey = s.Key
	default:
		described.UniqueKeys = [][]string{s.Key}
	}
	for _, r := range totalReferences(s) {
		key := foreignKey{r.Columns, reference{r.Table, r.To}}
		if r.Table == s.Name {
			key.Reference.Resource = ""
		}
		described.ForeignKeys = append(described.ForeignKeys, key)
	}
	return described
}

// types are the standard's. A list stays a string, whose form the pattern holds: readers of version 1 know no other.
var types = map[export.Type]string{
	export.Text: "string", export.Code: "string", export.Number: "number", export.Integer: "integer",
	export.Boolean: "boolean", export.Day: "date", export.List: "string", export.Value: "any",
}

func fieldOf(s export.Schema, c export.Column, words export.Words) field {
	f := field{
		Name:        c.Name,
		Type:        types[c.Type],
		Title:       inBoth(words.Title(s.Name, c.Name), " / "),
		Description: inBoth(words.Meaning(s.Name, c.Name), "\n\n"),
		Rule:        c.Rule,
	}
	limits := constraints{Required: required(s, c.Name)}
	switch c.Type {
	case export.Code:
		f.CodeList, limits.Enum = c.Of, c.Codes()
	case export.List:
		f.ListOf, limits.Pattern = c.Of, "[^; ]+(;[^; ]+)*"
	case export.Number, export.Integer:
		f.Unit = c.Of
	}
	if limits.Required || limits.Pattern != "" || limits.Enum != nil {
		f.Constraints = &limits
	}
	return f
}
