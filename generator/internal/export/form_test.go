package export

import "testing"

func TestFields(t *testing.T) {
	for cell, want := range map[string]string{
		"":              ",",
		"42.79":         ",42.79",
		"Sở Nội vụ":     ",Sở Nội vụ",
		"một, hai":      `,"một, hai"`,
		`"Tốt"`:         `,"""Tốt"""`,
		"một\nhai":      ",\"một\nhai\"",
		"một\r\nhai":    ",\"một\r\nhai\"",
		" thụt vào":     `," thụt vào"`,
		"a;b":           ",a;b",
		`trong "nhóm",`: `,"trong ""nhóm"","`,
	} {
		if got := string(appendField(nil, 1, cell)); got != want {
			t.Errorf("%q is %s, want %s", cell, got, want)
		}
	}
}

func TestCellsOfJSON(t *testing.T) {
	for _, c := range []struct {
		kind       Type
		cell, want string
	}{
		{Text, "", "null"},
		{Text, "35", `"35"`},
		{Text, "<b>&\u2028 “Tốt”", "\"<b>&\u2028 “Tốt”\""},
		{Text, "a\"\\\n\t\x01", `"a\"\\\n\u0009\u0001"`},
		{Number, "35.0", "35.0"},
		{Integer, "", "null"},
		{Boolean, "false", "false"},
		{Day, "2030-06-30", `"2030-06-30"`},
		{List, "", "[]"},
		{List, "a;b", `["a","b"]`},
		{Value, "-0.50", "-0.50"},
		{Value, "true", "true"},
		{Value, "tot", `"tot"`},
		{Value, "", "null"},
	} {
		if got := string(c.kind.appendJSON(nil, c.cell)); got != c.want {
			t.Errorf("%s %q is %s, want %s", c.kind, c.cell, got, c.want)
		}
	}
}
