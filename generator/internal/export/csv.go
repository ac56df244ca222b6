package export

import (
	"io"
	"strings"
)

// CSV writes a table row by row. Texts stand as they are: a line end inside a cell is not made into another.
func (t Table) CSV(w io.Writer) error {
	line := make([]byte, 0, 1024)
	for n, c := range t.Columns {
		line = appendField(line, n, c.Name)
	}
	if _, err := w.Write(append(line, "\r\n"...)); err != nil {
		return err
	}
	for row := range t.Rows {
		line = line[:0]
		for n, cell := range row {
			line = appendField(line, n, cell)
		}
		line = append(line, "\r\n"...)
		if _, err := w.Write(line); err != nil {
			return err
		}
	}
	return nil
}

// appendField adds the n-th cell of a line, in quotation marks where RFC 4180 asks for them, and where a reader could
// take a space at its beginning for none.
func appendField(line []byte, n int, cell string) []byte {
	if n > 0 {
		line = append(line, ',')
	}
	if !strings.ContainsAny(cell, ",\"\r\n") && !strings.HasPrefix(cell, " ") {
		return append(line, cell...)
	}
	line = append(line, '"')
	for {
		before, after, quote := strings.Cut(cell, `"`)
		line = append(line, before...)
		if !quote {
			return append(line, '"')
		}
		line, cell = append(line, `""`...), after
	}
}
