package intake

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"

	"minhbach/generator/internal/diag"
)

// File is a file that came back: its name, as messages call it, and its bytes.
type File struct {
	Name  string
	Bytes []byte
}

// IsForm tells by its name whether a file may hold a form: not what a program for spreadsheets leaves while it has one open.
func IsForm(name string) bool {
	base := filepath.Base(name)
	if strings.HasPrefix(base, "~$") || strings.HasPrefix(base, ".") {
		return false
	}
	switch strings.ToLower(filepath.Ext(base)) {
	case ".xlsx", ".xlsm", ".xls", ".csv", ".ods":
		return true
	}
	return false
}

// Skipped tells of a file in a folder that is no form; nothing where a program left it while it had one open.
func Skipped(name string) []diag.Diagnostic {
	if base := filepath.Base(name); strings.HasPrefix(base, "~$") || strings.HasPrefix(base, ".") {
		return nil
	}
	return []diag.Diagnostic{whole(name).warn("skipped", diag.Say("tệp này không phải .xlsx hay .csv nên không được đọc", "this file is neither .xlsx nor .csv and was not read"),
		diag.Say("nếu đó là một báo cáo, nhập số liệu của nó vào biểu mẫu", "if it is a report, put its figures into the form"))}
}

// The ways in which a file is no workbook.
var (
	errNoWorkbook = errors.New("no workbook")
	errTooLarge   = errors.New("too large")
)

// TooLarge is the problem of a file above LargestFile, which is not read at all.
func TooLarge(name string) diag.Diagnostic {
	return whole(name).fail("too-large", diag.Say("tệp lớn hơn %d MB, biểu mẫu không lớn như vậy", "the file is larger than %d MB, which no form is", LargestFile>>20),
		diag.Say("xem có nhầm tệp không; bỏ hình ảnh và các trang thêm vào", "check that it is the right file; take out pictures and added sheets"))
}

// grids reads the sheets of a file, or says why they cannot be read, in whole or in part.
func grids(f File) ([]*grid, []diag.Diagnostic) {
	if len(f.Bytes) > LargestFile {
		return nil, []diag.Diagnostic{TooLarge(f.Name)}
	}
	var all []*grid
	var err error
	switch {
	case len(f.Bytes) == 0:
		return nil, []diag.Diagnostic{whole(f.Name).fail("empty-file", diag.Say("tệp trống", "the file is empty"), askAgain)}
	case bytes.HasPrefix(f.Bytes, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return nil, []diag.Diagnostic{old(f)}
	case bytes.HasPrefix(f.Bytes, []byte("PK")):
		all, err = workbook(f)
	case strings.EqualFold(filepath.Ext(f.Name), ".csv"):
		all, err = table(f)
	default:
		err = errNoWorkbook
	}
	var beyond outside
	switch {
	case errors.As(err, &beyond):
		return all, beyond.problems()
	case errors.Is(err, errTooLarge):
		return nil, []diag.Diagnostic{whole(f.Name).fail("too-large", diag.Say("tệp giải nén ra hơn %d MB, biểu mẫu không lớn như vậy", "the file unpacks to more than %d MB, which no form does", largestText>>20), askAgain)}
	case err != nil:
		return nil, []diag.Diagnostic{whole(f.Name).fail("not-a-workbook", diag.Say("không đọc được tệp này như một biểu mẫu", "this file cannot be read as a form"),
			diag.Say("mở tệp bằng Excel hoặc LibreOffice và lưu lại dạng .xlsx; nếu không mở được, xin cơ quan gửi lại", "open it in Excel or LibreOffice and save it as .xlsx; if it does not open, ask for it again"))}
	}
	return all, nil
}

var askAgain = diag.Say("xin cơ quan điền lại vào biểu mẫu do chương trình làm ra", "ask for the figures again, in the form that the program made")

// old is the problem of a file of the time before .xlsx, which a workbook with a password looks like too.
func old(f File) diag.Diagnostic {
	if bytes.Contains(f.Bytes, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
		return whole(f.Name).fail("password", diag.Say("tệp có mật khẩu nên không đọc được", "the file has a password and cannot be read"),
			diag.Say("mở tệp, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc), lưu lại", "open it, take the password off (File > Info > Protect Workbook), and save it"))
	}
	return whole(f.Name).fail("old-workbook", diag.Say("tệp thuộc dạng .xls cũ", "the file is an old .xls"),
		diag.Say("mở tệp và lưu lại dạng .xlsx", "open it and save it as .xlsx"))
}
