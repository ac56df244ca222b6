package content

import (
	"strings"

	"gopkg.in/yaml.v3"

	"minhbach/generator/internal/diag"
)

// nouns are what the kinds of value are called, with an example of each.
var nouns = map[valueKind]struct{ name, example diag.Text }{
	group:        {diag.Say("một nhóm “khóa: giá trị”", "a group of “key: value”"), diag.Say("viết mỗi khóa một dòng, thụt vào, hoặc {khóa: giá trị}", "write each key on a line of its own, indented, or {key: value}")},
	list:         {diag.Say("một danh sách", "a list"), diag.Say("bắt đầu mỗi mục bằng -, hoặc viết [mục, mục]", "begin each entry with -, or write [entry, entry]")},
	bilingual:    {diag.Say("văn bản hai ngôn ngữ", "a text in two languages"), diag.Say("viết {vi: \"…\", en: \"…\"}", "write {vi: \"…\", en: \"…\"}")},
	plainText:    {diag.Say("văn bản", "text"), diag.Say("viết văn bản trong dấu ngoặc kép", "write the text in double quotes")},
	id:           {diag.Say("một mã", "an id"), diag.Say("viết một mã, ví dụ 5 hoặc so-noi-vu", "write an id, such as 5 or so-noi-vu")},
	choice:       {diag.Say("một từ trong danh sách", "one of a list of words"), diag.Say("viết một từ", "write one word")},
	number:       {diag.Say("một con số", "a number"), diag.Say("viết chữ số, dấu chấm thập phân, ví dụ 42.79", "write digits with a decimal point, such as 42.79")},
	whole:        {diag.Say("một số nguyên", "a whole number"), diag.Say("viết chữ số, ví dụ 27", "write digits, such as 27")},
	yesNo:        {diag.Say("true hoặc false", "true or false"), diag.Say("viết true hoặc false", "write true or false")},
	day:          {diag.Say("một ngày", "a day"), diag.Say("viết YYYY-MM-DD, ví dụ 2030-06-30", "write YYYY-MM-DD, such as 2030-06-30")},
	dayOrUnknown: {diag.Say("một ngày hoặc unknown", "a day or unknown"), diag.Say("viết YYYY-MM-DD, hoặc unknown", "write YYYY-MM-DD, or unknown")},
	moment:       {diag.Say("một thời gian", "a time"), diag.Say("viết 2030, 2030-Q3, 2030-10, 2030-06-26, hoặc khoảng 2029-12-15..2030-03-14", "write 2030, 2030-Q3, 2030-10, 2030-06-26, or a span 2029-12-15..2030-03-14")},
	anything:     {diag.Say("một giá trị hoặc null", "a value or null"), diag.Say("viết giá trị như ở chỗ được sửa, ví dụ 42.79, 19/61, done; null là không có", "write the value as where it is corrected, such as 42.79, 19/61, done; null for none")},
}

// wrongType reports a value of another kind than the place calls for.
func (d *decoder) wrongType(n *yaml.Node, k valueKind) {
	want, have := nouns[k], have(n)
	d.wrong(n, "wrong-type",
		diag.Text{VI: "ở đây cần " + want.name.VI + ", không phải " + have.VI, EN: want.name.EN + " belongs here, not " + have.EN}, want.example)
}

// have says what was written.
func have(n *yaml.Node) diag.Text {
	switch {
	case n.Kind == yaml.MappingNode:
		return nouns[group].name
	case n.Kind == yaml.SequenceNode:
		return nouns[list].name
	case null(n):
		return diag.Say("chỗ trống", "nothing")
	}
	return diag.Say("“%s”", "“%s”", clip(n.Value))
}

// example is the hint for a key that is missing.
func example(k valueKind, name string) diag.Text {
	e := nouns[k].example
	return diag.Text{VI: "thêm “" + name + ": …”; " + e.VI, EN: "add “" + name + ": …”; " + e.EN}
}

// notAllowed reports a word that is not in an enumeration.
func (d *decoder) notAllowed(n *yaml.Node, words []string) {
	hint := diag.Say("viết một trong: %s", "write one of: %s", strings.Join(words, ", "))
	if near := diag.Nearest(n.Value, words); near != "" {
		hint = diag.Say("có phải ý bạn là “%s”?", "did you mean “%s”?", near)
	}
	d.wrong(n, "not-allowed", diag.Say("“%s” không dùng được ở đây", "“%s” is not one of the words allowed here", clip(n.Value)), hint)
}
