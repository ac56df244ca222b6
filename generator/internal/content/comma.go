package content

import (
	"strings"

	"gopkg.in/yaml.v3"

	"minhbach/generator/internal/diag"
)

// comma explains a key without a value inside { }, which is what the rest of a value becomes after a comma: the
// decimals of {value: 42,79}, or the second half of {vi: Quyết định, kế hoạch}.
func (e *entries) comma(i int) bool {
	if i < 2 {
		return false
	}
	key, before, rest := e.node.Content[i-2], e.node.Content[i-1], e.node.Content[i]
	if before.Kind != yaml.ScalarNode || before.Style != 0 || rest.Style != 0 {
		return false
	}
	whole := before.Value + "," + rest.Value
	if number, ok := plainNumber(whole); ok {
		e.add(e.at(before), e.below(key.Value), "decimal-comma", commaMessage(whole), writeHint(number))
		return true
	}
	e.add(e.at(rest), e.below(key.Value), "comma",
		diag.Say("dấu phẩy trong { } tách “%s” thành một khóa riêng", "the comma inside { } makes “%s” a key of its own", clip(rest.Value)),
		diag.Say("đặt văn bản có dấu phẩy trong dấu ngoặc kép", "put text with a comma in double quotes"))
	return true
}

func commaMessage(text string) diag.Text {
	return diag.Say("“%s” viết theo lối có dấu phẩy thập phân", "“%s” is written with a decimal comma", clip(text))
}

func writeHint(text string) diag.Text { return diag.Say("viết %s", "write %s", text) }

// clip shortens a quoted value for a message, and keeps it on one line.
func clip(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return text
}
