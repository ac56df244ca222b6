package page

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"html/template"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
	"unicode/utf8"

	quick "github.com/segmentio/encoding/json"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// Flawed says all that is wrong with the layouts; the files are paths in their folder.
type Flawed struct{ Problems []diag.Diagnostic }

func (f *Flawed) Error() string {
	lines := make([]string, len(f.Problems))
	for n, d := range f.Problems {
		lines[n] = d.Format("en")
	}
	return strings.Join(lines, "\n")
}

// flaws collects what is wrong with a folder of layouts.
type flaws struct {
	layouts fs.FS
	diag.List
}

func (f *flaws) at(file string, line, col int, rule string, message, hint diag.Text) {
	f.Add(diag.Diagnostic{File: file, Line: line, Col: col, Severity: diag.Error, Rule: rule, Message: message, Hint: hint})
}

func (f *flaws) unreadable(file string, err error) {
	f.at(file, 0, 0, "unreadable", diag.Say("không đọc được: %v", "cannot be read: %v", err), diag.Say("kiểm tra quyền đọc tệp", "check that you may read it"))
}

// original leads to the file that a layout of one's own replaces.
func original(file string) diag.Text {
	return diag.Say("sửa dòng này; bản gốc là layouts/%s trong mã nguồn", "mend this line; the original is layouts/%s in the source", file)
}

// template parses a file into the set.
func (f *flaws) template(set *template.Template, file string) {
	source, err := fs.ReadFile(f.layouts, file)
	if err != nil {
		f.unreadable(file, err)
		return
	}
	if _, err := set.New(file).Parse(string(source)); err != nil {
		at, line, _, why := said(err)
		f.at(cmp.Or(at, file), line, 0, "layout", diag.Say("mẫu trang viết sai cú pháp: %s", "the layout cannot be parsed: %s", why), original(file))
	}
}

// executed reports that a layout could not be filled in.
func (f *flaws) executed(layout string, err error) {
	file, line, col, why := said(err)
	file = cmp.Or(file, layout)
	message := diag.Say("mẫu trang không điền được: %s", "the layout cannot be filled in: %s", why)
	if field := noField.FindStringSubmatch(why); field != nil {
		message = diag.Say("ở đây không có “.%s”", "there is no “.%s” here", field[1])
	}
	f.at(file, line, f.column(file, line, col), "layout", message, original(file))
}

var (
	// Go says "template: FILE:LINE:COL: executing "…" at <…>: why", with or without column and execution, and
	// "html/template:FILE:LINE:COL: why".
	place     = regexp.MustCompile(`^(?:html/)?template: ?([^:]+):(\d+)(?::(\d+))?: (?s:(.*))$`)
	executing = regexp.MustCompile(`^executing ".*?" at `)
	noField   = regexp.MustCompile(`can't evaluate field (\w+) in type`)
)

// said takes apart what the template engine says. The column counts bytes from 0.
func said(err error) (file string, line, col int, why string) {
	m := place.FindStringSubmatch(err.Error())
	if m == nil {
		return "", 0, 0, strings.TrimPrefix(err.Error(), "html/template: ")
	}
	line, _ = strconv.Atoi(m[2])
	col, _ = strconv.Atoi(m[3])
	return m[1], line, col, executing.ReplaceAllString(m[4], "")
}

// column counts the characters before a byte of a line, from 1.
func (f *flaws) column(file string, line, bytesBefore int) int {
	source, err := fs.ReadFile(f.layouts, file)
	lines := bytes.Split(source, []byte("\n"))
	if err != nil || line < 1 || line > len(lines) || bytesBefore > len(lines[line-1]) {
		return bytesBefore + 1
	}
	return utf8.RuneCount(lines[line-1][:bytesBefore]) + 1
}

// unknown reports a name in a template that is none of those there are.
func (f *flaws) unknown(tree *parse.Tree, node parse.Node, message diag.Text, name string, names []string) {
	where, _ := tree.ErrorContext(node)
	file, line, col, _ := said(errors.New("template: " + where + ": "))
	hint := original(file)
	if near := diag.Nearest(name, names); near != "" {
		hint = diag.Say("có phải ý bạn là “%s”?", "did you mean “%s”?", near)
	}
	f.at(file, line, f.column(file, line, col), "layout", message, hint)
}

// texts reads a file of texts in both languages by key; nil when it cannot be used.
func (f *flaws) texts(file string) phrases {
	raw, err := fs.ReadFile(f.layouts, file)
	if err != nil {
		f.unreadable(file, err)
		return nil
	}
	if p, ok := whole(raw); ok {
		return p
	}
	var all map[string]map[string]string
	if err := json.Unmarshal(raw, &all); err != nil {
		line, col := offset(raw, jsonOffset(err))
		f.at(file, line, col, "layout", diag.Say("tệp không đọc được là JSON: %v", "the file cannot be read as JSON: %v", err), original(file))
		return nil
	}
	p := phrases{}
	for key, texts := range all {
		if texts["vi"] == "" || texts["en"] == "" || len(texts) != 2 {
			line, col := keyPlace(raw, key)
			f.at(file, line, col, "layout", diag.Say("“%s” cần một văn bản vi, một văn bản en, và chỉ thế", "“%s” needs a text in vi and one in en, and nothing else", key),
				diag.Say("viết {\"vi\": \"…\", \"en\": \"…\"}", "write {\"vi\": \"…\", \"en\": \"…\"}"))
		}
		p[key] = plan.Text{VI: texts["vi"], EN: texts["en"]}
	}
	return p
}

// whole reads texts of which nothing is to be said, as most are.
func whole(raw []byte) (p phrases, ok bool) {
	var all map[string]struct {
		VI string `json:"vi"`
		EN string `json:"en"`
	}
	if !utf8.Valid(raw) {
		return nil, false
	}
	rest, err := quick.Parse(raw, &all, quick.DisallowUnknownFields|quick.DontMatchCaseInsensitiveStructFields|quick.DontCopyString)
	if err != nil || len(rest) > 0 {
		return nil, false
	}
	p = make(phrases, len(all))
	for key, text := range all {
		if text.VI == "" || text.EN == "" {
			return nil, false
		}
		p[key] = plan.Text{VI: text.VI, EN: text.EN}
	}
	return p, true
}

// jsonOffset is the byte at which the parser gave up.
func jsonOffset(err error) int64 {
	if bad := (*json.SyntaxError)(nil); errors.As(err, &bad) {
		return bad.Offset - 1
	}
	if bad := (*json.UnmarshalTypeError)(nil); errors.As(err, &bad) {
		return bad.Offset - 1
	}
	return 0
}

// offset is the line and column of a byte of a text.
func offset(text []byte, at int64) (line, col int) {
	before := text[:max(0, min(at, int64(len(text))))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[start:]) + 1
}

// keyPlace is where a key stands in a file of texts; 0, 0 when it is written in another way than plainly.
func keyPlace(raw []byte, key string) (line, col int) {
	at := regexp.MustCompile(`"` + regexp.QuoteMeta(key) + `"\s*:`).FindIndex(raw)
	if at == nil {
		return 0, 0
	}
	return offset(raw, int64(at[0]))
}

// textFiles are the files of texts.
var textFiles = []string{"strings.json", "rules.json", "codebook.json"}

var verb = regexp.MustCompile(`%(\[\d+\])?[a-z]`)

// Lacking lists what the texts of own lack of those that the program asks for, in originals: a key, or the places for
// what is filled in. What cannot be read at all is left to New.
func Lacking(own, originals fs.FS) []diag.Diagnostic {
	f := &flaws{layouts: own}
	for _, file := range textFiles {
		raw, err := fs.ReadFile(own, file)
		have, want := (&flaws{layouts: own}).texts(file), (&flaws{layouts: originals}).texts(file)
		if err != nil || have == nil {
			continue
		}
		var missing []string
		for _, key := range slices.Sorted(maps.Keys(want)) {
			mine, there := have[key]
			if !there {
				missing = append(missing, key)
			} else if !fills(mine, want[key]) {
				line, col := keyPlace(raw, key)
				f.at(file, line, col, "layout", diag.Say("“%s” không có đúng những chỗ điền của bản gốc", "“%s” does not have the places to fill in of the original", key),
					diag.Text{VI: "bản gốc: “" + want[key].VI + "”, “" + want[key].EN + "”", EN: "the original is “" + want[key].VI + "”, “" + want[key].EN + "”"})
			}
		}
		f.missing(file, missing)
	}
	return f.Sorted()
}

// missing reports the keys that a file of texts does not have, the first few by name.
func (f *flaws) missing(file string, keys []string) {
	const named = 5
	if len(keys) == 0 {
		return
	}
	list := "“" + strings.Join(keys[:min(named, len(keys))], "”, “") + "”"
	if len(keys) > named {
		list += ", …"
	}
	f.at(file, 0, 0, "layout", diag.Say("thiếu %d khóa: %s", "keys are missing, %d of them: %s", len(keys), list),
		diag.Say("chép layouts/%s của mã nguồn rồi sửa trong đó", "copy layouts/%s of the source and change it there", file))
}

// fills tells whether a text takes what the original takes, in any order.
func fills(mine, original plan.Text) bool {
	return slices.Equal(verbs(mine.VI), verbs(original.VI)) && slices.Equal(verbs(mine.EN), verbs(original.EN))
}

func verbs(text string) []string {
	var all []string
	for _, v := range verb.FindAllString(text, -1) {
		all = append(all, v[len(v)-1:])
	}
	slices.Sort(all)
	return all
}
