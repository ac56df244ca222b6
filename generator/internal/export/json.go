package export

import (
	"io"
	"strings"

	"minhbach/generator/internal/plan"
)

// json writes a table as an array of objects, one a line.
func (t Table) json(w io.Writer) error {
	names := make([][]byte, len(t.Columns))
	for n, c := range t.Columns {
		names[n] = append(appendQuoted(nil, c.Name), ':')
	}
	line := append(make([]byte, 0, 2048), '[')
	separator := "\n{"
	for row := range t.Rows {
		line = append(line, separator...)
		separator = ",\n{"
		for n, c := range t.Columns {
			if n > 0 {
				line = append(line, ',')
			}
			line = c.Type.appendJSON(append(line, names[n]...), row[n])
		}
		if _, err := w.Write(append(line, '}')); err != nil {
			return err
		}
		line = line[:0]
	}
	_, err := w.Write(append(line, "\n]\n"...))
	return err
}

// appendJSON adds a cell of the type.
func (t Type) appendJSON(line []byte, cell string) []byte {
	switch {
	case t == List:
		return appendArray(line, cell)
	case cell == "":
		return append(line, "null"...)
	case t == Number, t == Integer, t == Boolean, t == Value && plain(cell):
		return append(line, cell...)
	}
	return appendQuoted(line, cell)
}

// plain tells a value that JSON writes as it is.
func plain(cell string) bool {
	_, err := plan.ParseNumber(cell)
	return err == nil || cell == "true" || cell == "false"
}

func appendArray(line []byte, cell string) []byte {
	line = append(line, '[')
	if cell != "" {
		for n, item := range strings.Split(cell, ";") {
			if n > 0 {
				line = append(line, ',')
			}
			line = appendQuoted(line, item)
		}
	}
	return append(line, ']')
}

// appendQuoted adds a JSON string with the letters as they are; only what JSON itself forbids is escaped.
func appendQuoted(line []byte, s string) []byte {
	const hex = "0123456789abcdef"
	line = append(line, '"')
	from := 0
	for n := range len(s) {
		c := s[n]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		line = append(line, s[from:n]...)
		from = n + 1
		switch c {
		case '"', '\\':
			line = append(line, '\\', c)
		case '\n':
			line = append(line, `\n`...)
		default:
			line = append(line, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
	}
	return append(append(line, s[from:]...), '"')
}
