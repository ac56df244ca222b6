package database

import (
	"strconv"
	"strings"

	"minhbach/generator/internal/export"
)

// exact is how many digits of a number a float keeps, whatever they are.
const exact = 15

// value is what the database holds for a cell.
func value(kind export.Type, cell string) any {
	if cell == "" {
		return nil
	}
	switch kind {
	case export.Boolean:
		return cell == "true"
	case export.Integer, export.Number, export.Value:
		return number(cell)
	}
	return cell
}

// number is a whole number, a float that keeps all digits, or else the text.
func number(cell string) any {
	if n, err := strconv.ParseInt(cell, 10, 64); err == nil {
		return n
	}
	if f, is := decimal(cell); is && digits(cell) <= exact {
		return f
	}
	return cell
}

// decimal tells a number from what is none, and from words that Go reads as one, such as inf.
func decimal(cell string) (float64, bool) {
	f, err := strconv.ParseFloat(cell, 64)
	return f, err == nil && strings.Trim(cell, "-.0123456789") == ""
}

var onlyDigits = strings.NewReplacer("-", "", ".", "")

// digits counts those of a number that say something of it: 0.0120 has two.
func digits(cell string) int {
	if strings.Contains(cell, ".") {
		cell = strings.TrimRight(cell, "0")
	}
	return len(strings.TrimLeft(onlyDigits.Replace(cell), "0"))
}

// typesOf are the types of a table's columns in SQL; empty for a column with a number of too many digits.
func typesOf(t export.Table) []string {
	types := make([]string, len(t.Columns))
	var numbers []int
	for n, c := range t.Columns {
		switch c.Type {
		case export.Integer, export.Boolean:
			types[n] = "INTEGER"
		case export.Number, export.Value:
			types[n] = "NUMERIC"
			numbers = append(numbers, n)
		default:
			types[n] = "TEXT"
		}
	}
	if len(numbers) == 0 {
		return types
	}
	for row := range t.Rows {
		for _, n := range numbers {
			if long(row[n]) {
				types[n] = ""
			}
		}
	}
	return types
}

// long tells a number that is kept as a text.
func long(cell string) bool {
	if len(cell) <= exact {
		return false
	}
	_, is := decimal(cell)
	_, text := number(cell).(string)
	return is && text
}
