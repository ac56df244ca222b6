package cli

import (
	"errors"
	"io/fs"
	"strings"
	"unicode"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/publish"
)

var (
	getAgain = diag.Say("lấy lại bản sao từ nơi công bố, hoặc hỏi người đưa bản sao này", "get the copy anew from where it was published, or ask whoever gave it to you")
	takeOut  = diag.Say("bỏ ra khỏi bản sao; tệp này không do nơi công bố đưa ra", "take it out of the copy; the publisher did not give it")
)

// said is what each kind of difference is called, and what to do.
var said = map[publish.Kind][2]diag.Text{
	publish.Missing:    {diag.Say("thiếu: manifest.json có ghi tệp này, nhưng ở đây không có", "missing: manifest.json lists this file, and it is not here"), getAgain},
	publish.Changed:    {diag.Say("đã đổi: tệp này không phải tệp mà manifest.json ghi", "changed: this is not the file that manifest.json lists"), getAgain},
	publish.Unlisted:   {diag.Say("không được liệt kê: manifest.json không ghi tệp này", "not listed: manifest.json does not name this file"), takeOut},
	publish.Outside:    {diag.Say("đường dẫn không hợp lệ: ra ngoài thư mục, hoặc không phải hệ thống nào cũng lưu được", "not a path inside the folder that every system can store"), diag.Say("đừng giải nén; lấy lại bản sao từ nơi công bố", "do not unpack it; get the copy anew from where it was published")},
	publish.Twice:      {diag.Say("có hai lần, hoặc chỉ khác một đường dẫn khác ở chữ hoa chữ thường", "there twice, or differs from another path by capitals alone"), getAgain},
	publish.NoFile:     {diag.Say("không phải tệp thường: là thư mục, thiết bị hoặc liên kết ra ngoài", "not a plain file: a folder, a device, or a link that leads out"), getAgain},
	publish.OtherHead:  {diag.Say("đầu tệp trong zip nói khác với mục lục ở cuối, nên mỗi chương trình có thể đọc ra một khác", "what stands before this file in the zip is another than in the directory at its end, so programs may read different things"), getAgain},
	publish.Foreign:    {diag.Say("tệp zip chứa phần không thuộc tệp nào của nó, ở trước, ở giữa hoặc sau các tệp", "the zip holds bytes that belong to none of its files, before, between or behind them"), getAgain},
	publish.Unreadable: {diag.Say("không đọc được tệp này", "this file cannot be read"), diag.Say("kiểm tra quyền đọc", "check that you may read it")},
}

// differs is a difference as a problem. A path that leads anywhere but into the copy is named in the message.
func differs(d publish.Difference) diag.Diagnostic {
	p := diag.Diagnostic{File: harmless(d.Path), Severity: diag.Error, Rule: string(d.Kind)}
	switch d.Kind {
	case publish.NoManifest:
		why := unread(d.Why)
		p.Message = diag.Say("không có manifest.json đọc được: %[1]s", "there is no manifest.json that can be read: %[2]s", why.VI, why.EN)
		p.Hint = diag.Say("chỉ tới thư mục đã công bố hoặc tệp zip có manifest.json ở gốc, hoặc lấy lại bản sao", "point to a published folder, or to a zip with manifest.json at its root, or get the copy anew")
	case publish.Outside:
		p.File = "" // the copy as a whole
		p.Message = diag.Say("%[1]q: %[2]s", "%[1]q: %[3]s", d.Path, said[d.Kind][0].VI, said[d.Kind][0].EN)
		p.Hint = said[d.Kind][1]
	default:
		p.Message, p.Hint = said[d.Kind][0], said[d.Kind][1]
	}
	return p
}

// unread says why a manifest cannot be read.
func unread(err error) diag.Text {
	for _, known := range []struct {
		err error
		say diag.Text
	}{
		{fs.ErrNotExist, diag.Say("không có tệp này", "it is not there")},
		{fs.ErrPermission, diag.Say("không có quyền đọc", "there is no permission to read it")},
		{fs.ErrInvalid, diag.Say("không phải tệp thường", "it is not a plain file")},
		{publish.ErrTooLong, diag.Say("quá dài để là một bản kê", "it is too long for a list of files")},
		{publish.ErrNoJSON, diag.Say("nội dung không phải JSON đúng kiểu, hoặc bị cắt cụt", "it is no JSON of its kind, or is cut short")},
		{publish.ErrFormat, diag.Say("định dạng (format) khác 1, chương trình này không biết", "its format is other than 1, which this program does not know")},
		{publish.ErrNoFiles, diag.Say("không liệt kê tệp nào", "it lists no files")},
	} {
		if errors.Is(err, known.err) {
			return known.say
		}
	}
	return diag.Say("%[1]s", "%[1]s", errorLine(err))
}

// harmless is a word that somebody else wrote, without what a terminal would obey.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

func errorLine(err error) string { return harmless(strings.ReplaceAll(err.Error(), "\n", ": ")) }
