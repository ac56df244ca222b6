package database

import (
	"math"
	"strconv"
	"strings"

	"minhbach/generator/internal/export"
)

// exact is how many digits of a number a float keeps, whatever they are.
const exact = 15

// value is what the database holds for a cell. A tier's id that looks like a number is a text all the same.
func value(kind export.Type, cell string, isTier bool) any {
	if cell == "" {
		return nil
	}
	switch kind {
	case export.Value:
		if isTier {
			return cell
		}
		return number(cell)
	case export.Boolean:
		return cell == "true"
	case export.Integer, export.Number:
		return number(cell)
	}
	return cell
}

// number is a whole number, a float that keeps all digits, or else the text.
func number(cell string) any {
	if n, err := strconv.ParseInt(cell, 10, 64); err == nil {
		return n
	}
	f, is := decimal(cell)
	switch {
	case !is || digits(cell) > exact:
		return cell
	case f == math.Trunc(f): // 12.0, as NUMERIC has it
		return int64(f)
	}
	return f
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

// tiers are the ids of the tiers of indicators.
type tiers map[tierKey]bool

type tierKey struct{ plan, indicator, tier string }

// tiersOf are those of the table of that name.
func tiersOf(all []export.Table) tiers {
	known := tiers{}
	for _, t := range all {
		if t.Name != "tiers" {
			continue
		}
		plan, indicator, tier := place(t, "plan"), place(t, "indicator"), place(t, "tier")
		for row := range t.Rows {
			known[tierKey{row[plan], row[indicator], row[tier]}] = true
		}
	}
	return known
}

// in tells which columns of a row of a table hold the id of a tier of the row's indicator as their value.
func (k tiers) in(t export.Table) func(row []string, column int) bool {
	plan, indicator := place(t, "plan"), place(t, "indicator")
	return func(row []string, column int) bool {
		return plan >= 0 && indicator >= 0 && k[tierKey{row[plan], row[indicator], row[column]}]
	}
}

// typesOf are the types of a table's columns in SQL; empty for a column of values of any kind, in which SQLite is to
// change nothing, and for one with a number of too many digits.
func typesOf(t export.Table) []string {
	types := make([]string, len(t.Columns))
	var numbers []int
	for n, c := range t.Columns {
		switch c.Type {
		case export.Integer, export.Boolean:
			types[n] = "INTEGER"
		case export.Value:
		case export.Number:
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
