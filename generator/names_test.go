package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// ofOnePlan is what belongs to one plan and place alone: years and numbers of a decision, provinces, ids of printed rows.
var ofOnePlan = []*regexp.Regexp{
	regexp.MustCompile(`4510|\b2023\b`),
	regexp.MustCompile("[\"'`]" + `[0-9]{1,2}\.[1-9][0-9]?(\.[a-z])?` + "[\"'`]"), // an id such as 7.5.b, in quotation marks
	regexp.MustCompile(`\b[0-9]{1,2}\.[0-9]{1,2}\.[a-z]\b`),
	regexp.MustCompile(`(?i)` + strings.Join(provinces, "|")),
}

// provinces and cities of central rank, of the list in force until 1 July 2025, with and without diacritics.
var provinces = strings.Split("An Giang|Bà Rịa|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|Bình Phước|Bình Thuận|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|"+
	"Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hồ Chí Minh|Hưng Yên|Khánh Hòa|Kiên Giang|"+
	"Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|"+
	"Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái|binh-dinh|Binh Dinh|baobinhdinh", "|")

// exempt are the rooms whose business is content for tests or to start from.
var exempt = []string{"generator/internal/trial", "generator/demo", "generator/bench"}

// TestNoPlanInTheProgram: neither code, layouts nor scripts know the plan that is shipped; a site of another place and
// year needs no change to them.
func TestNoPlanInTheProgram(t *testing.T) {
	files := 0
	for _, root := range []string{"generator", "layouts", "static/src"} {
		err := fs.WalkDir(os.DirFS(".."), root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() && (d.Name() == "testdata" || slices.Contains(exempt, path)) {
				return skip(err)
			}
			if d.IsDir() || strings.HasSuffix(path, "_test.go") {
				return nil
			}
			files++
			return known(t, path)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files < 200 {
		t.Errorf("only %d files were looked at", files)
	}
}

// skip leaves a folder out, or passes an error on.
func skip(err error) error {
	if err != nil {
		return err
	}
	return fs.SkipDir
}

func known(t *testing.T, path string) error {
	text, err := os.ReadFile(filepath.Join("..", path))
	if err != nil {
		return err
	}
	for n, line := range bytes.Split(norm.NFC.Bytes(text), []byte("\n")) {
		for _, form := range ofOnePlan {
			if found := form.Find(line); found != nil {
				t.Errorf("%s:%d knows %s", path, n+1, found)
			}
		}
	}
	return nil
}
