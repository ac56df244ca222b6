package content

import (
	"bytes"
	"errors"
	"io"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"minhbach/generator/internal/diag"
)

// document parses the one document of a YAML text; nil when there is none to use. Line 1 of the text is line 1+skipped
// of the file.
func (p *problems) document(text []byte, skipped int) *yaml.Node {
	var first, second yaml.Node
	d := yaml.NewDecoder(bytes.NewReader(text))
	err := d.Decode(&first)
	if errors.Is(err, io.EOF) || err == nil && null(first.Content[0]) {
		p.add(mark{}, "", "empty-file", diag.Say("tệp trống", "the file is empty"),
			diag.Say("điền nội dung, hoặc xóa tệp", "fill it in, or delete it"))
		return nil
	}
	if err == nil {
		err = d.Decode(&second)
		if err == nil {
			p.add(mark{second.Line + skipped, second.Column}, "", "second-document",
				diag.Say("tệp có hai tài liệu YAML; tài liệu thứ hai sẽ bị bỏ qua", "the file holds two YAML documents; the second would be left out"),
				diag.Say("bỏ dòng ---, mỗi tệp chỉ một tài liệu", "drop the line ---; a file holds one document"))
		}
	}
	if err != nil && !errors.Is(err, io.EOF) {
		p.syntax(text, skipped, err)
		return nil
	}
	return first.Content[0]
}

// null tells a value that was left empty.
func null(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// syntax reports where and why the parser gave up.
func (p *problems) syntax(text []byte, skipped int, err error) {
	at := giveUp(text, err)
	line := text[bytes.LastIndexByte(text[:at], '\n')+1:]
	indent := line[:len(line)-len(bytes.TrimLeft(line, " \t"))]
	if tab := bytes.IndexByte(indent, '\t'); tab >= 0 && (strings.Contains(err.Error(), "tab") || strings.Contains(err.Error(), "cannot start")) {
		p.add(mark{place(text, at).line + skipped, tab + 1}, "", "tab",
			diag.Say("dòng này thụt vào bằng phím Tab", "this line is indented with a tab"),
			diag.Say("thụt vào bằng dấu cách", "indent with spaces"))
		return
	}
	words := wordsFor(err.Error())
	m := place(text, at)
	p.add(mark{m.line + skipped, m.col}, "", "syntax", words.message, words.hint)
}

// place is the mark of a byte of a text.
func place(text []byte, at int) mark {
	line := bytes.LastIndexByte(text[:at], '\n') + 1
	return mark{bytes.Count(text[:line], []byte("\n")) + 1, utf8.RuneCount(text[line:at]) + 1}
}

// giveUp finds the byte at which the parser gave up. It tells a line at best, often that of the beginning of the
// mapping; but it reads from left to right, so the error is there for every longer piece of the text, and the shortest
// such piece ends at the byte. In a large text the parser's own line will do.
func giveUp(text []byte, err error) int {
	if len(text) > 1<<20 {
		return lineStart(text, err)
	}
	n := sort.Search(len(text), func(n int) bool {
		var doc yaml.Node
		d := yaml.NewDecoder(bytes.NewReader(text[:n]))
		for {
			if again := d.Decode(&doc); again != nil {
				return again.Error() == err.Error()
			}
		}
	})
	for n = max(n-1, 0); n > 0 && !utf8.RuneStart(text[n]); n-- {
	}
	return n
}

func lineStart(text []byte, err error) int {
	_, rest, _ := strings.Cut(err.Error(), "line ")
	number, _, _ := strings.Cut(rest, ":")
	line, _ := strconv.Atoi(number)
	at := 0
	for range line - 1 {
		next := bytes.IndexByte(text[at:], '\n')
		if next < 0 {
			break
		}
		at += next + 1
	}
	return at
}

// parserWords rewords what the YAML parser says.
type parserWords struct {
	sign          string
	message, hint diag.Text
}

func wordsFor(parser string) parserWords {
	for _, w := range rewordings {
		if strings.Contains(parser, w.sign) {
			return w
		}
	}
	return parserWords{message: diag.Say("dòng này không đúng cú pháp YAML", "this is not valid YAML"), hint: quoteHint}
}

var quoteHint = diag.Say("kiểm tra dấu hai chấm, thụt dòng và ngoặc; đặt văn bản trong dấu ngoặc kép", "check colons, indentation and brackets; put text in double quotes")

var rewordings = []parserWords{
	{"mapping values are not allowed", diag.Say("có dấu hai chấm ở chỗ không hợp lệ", "a colon stands where none may stand"),
		diag.Say("đặt văn bản có dấu hai chấm trong dấu ngoặc kép, và xem thụt dòng", "put text with a colon in double quotes, and check the indentation")},
	{"found unexpected end of stream", diag.Say("dấu ngoặc mở ra mà không đóng lại", "a quotation mark is opened and never closed"),
		diag.Say("thêm dấu ngoặc đóng", "add the closing quotation mark")},
	{"unknown escape", diag.Say("dấu \\ trong ngoặc kép không hợp lệ", "a backslash in double quotes that means nothing"),
		diag.Say("viết \\\\, hoặc dùng dấu nháy đơn", "write \\\\, or use single quotes")},
	{"',' or '}'", diag.Say("thiếu dấu phẩy hoặc dấu } trong { }", "a comma or } is missing inside { }"), quoteHint},
	{"',' or ']'", diag.Say("thiếu dấu phẩy hoặc dấu ] trong [ ]", "a comma or ] is missing inside [ ]"), quoteHint},
	{"'-' indicator", diag.Say("dòng này không thuộc danh sách ở trên", "this line does not belong to the list above it"),
		diag.Say("bắt đầu bằng - như các dòng trước, hoặc sửa thụt dòng", "begin it with - like the lines before, or correct the indentation")},
	{"sequence entries are not allowed", diag.Say("dấu - ở chỗ không hợp lệ", "a - stands where none may stand"),
		diag.Say("xuống dòng trước dấu -", "put the - on a line of its own")},
	{"expected key", diag.Say("dòng này không thẳng hàng với các dòng quanh nó, hoặc thiếu “khóa:”", "this line does not line up with those around it, or has no “key:”"),
		diag.Say("thụt vào bằng đúng số dấu cách của các dòng cùng nhóm", "indent it by as many spaces as the lines of its group")},
	{"could not find expected ':'", diag.Say("dòng này thiếu dấu hai chấm sau khóa", "this line has no colon after its key"),
		diag.Say("viết “khóa: giá trị”", "write “key: value”")},
	{"cannot start any token", diag.Say("giá trị không thể bắt đầu bằng ký tự này", "a value cannot begin with this character"),
		diag.Say("đặt giá trị trong dấu ngoặc kép", "put the value in double quotes")},
	{"unknown anchor", diag.Say("giá trị bắt đầu bằng * không dùng được ở đây", "a value that begins with * has no use here"),
		diag.Say("đặt giá trị trong dấu ngoặc kép", "put the value in double quotes")},
	{"max depth", diag.Say("quá nhiều tầng lồng nhau", "nested too deeply"), quoteHint},
}
