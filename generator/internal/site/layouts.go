package site

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/page"
	"minhbach/generator/internal/plan"
	"minhbach/layouts"
)

// LayoutProblems lists what is wrong with a folder of layouts that replace the program's file by file: what cannot be
// parsed, and then, by making every page once, what cannot be filled in. Worlds are nil while the content has problems;
// then no page is made. The files are paths in the folder; where only a file of the program's own shows what is wrong, it
// is the folder as a whole.
func LayoutProblems(s *plan.Site, worlds []*derive.World, own fs.FS) []diag.Diagnostic {
	var found diag.List
	found.Add(replaceNothing(own)...)
	over := layouts.Over(own)
	found.Add(page.Lacking(over, layouts.FS)...)
	r, err := page.New(over, page.Assets{CSS: "x", App: "x", Charts: "x", Find: "x", Icon: "x", Emblem: "x"})
	var elsewhere []diag.Diagnostic
	for _, d := range append(Flaws(err), filled(r, s, worlds)...) {
		if _, err := fs.Stat(own, d.File); err == nil {
			found.Add(d)
		} else {
			elsewhere = append(elsewhere, ofProgram(d))
		}
	}
	if !found.Failed() { // else they follow from what is named already
		found.Add(elsewhere...)
	}
	return found.Sorted()
}

// ofProgram says that a layout of the program's does not go together with those that replace others.
func ofProgram(d diag.Diagnostic) diag.Diagnostic {
	return diag.Diagnostic{File: ".", Severity: d.Severity, Rule: d.Rule,
		Message: diag.Say("layouts/%[1]s:%[2]d của chương trình không hợp với các mẫu ở đây: %[3]s", "the program's own layouts/%[1]s:%[2]d does not go with the layouts here: %[4]s", d.File, d.Line, d.Message.VI, d.Message.EN),
		Hint:    diag.Say("giữ khung HTML của head.html và foot.html như bản gốc", "keep the HTML frame of head.html and foot.html as in the originals")}
}

// filled makes every page and throws it away.
func filled(r *page.Renderer, s *plan.Site, worlds []*derive.World) []diag.Diagnostic {
	if r == nil || worlds == nil {
		return nil
	}
	r.Data = newOpenData(s, worlds, r).told()
	var found []diag.Diagnostic
	for _, p := range r.Pages(s, worlds) {
		if path.Ext(p.Path) == ".html" {
			found = append(found, Flaws(p.Write(io.Discard))...)
		}
	}
	return found
}

// Flaws are the problems of layouts in an error of Files, or of a file that it lists; none in any other.
func Flaws(err error) []diag.Diagnostic {
	if bad := (*page.Flawed)(nil); errors.As(err, &bad) {
		return bad.Problems
	}
	return nil
}

// replaceNothing warns of files that have no counterpart among the program's.
func replaceNothing(own fs.FS) []diag.Diagnostic {
	var names []string
	_ = fs.WalkDir(layouts.FS, ".", func(name string, d fs.DirEntry, _ error) error { // it is inside the program
		if !d.IsDir() {
			names = append(names, name)
		}
		return nil
	})
	var found []diag.Diagnostic
	err := fs.WalkDir(own, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || hidden(name) {
			return err
		}
		if _, err := fs.Stat(layouts.FS, name); err != nil {
			hint := diag.Say("xóa tệp; phần dùng riêng thì đặt trong tệp dùng nó, bằng {{define}}", "delete it; a part of your own stands in the file that uses it, with {{define}}")
			if near := diag.Nearest(name, names); near != "" {
				hint = diag.Say("có phải ý bạn là “%s”?", "did you mean “%s”?", near)
			}
			found = append(found, diag.Diagnostic{File: name, Severity: diag.Warning, Rule: "stray-layout", Hint: hint,
				Message: diag.Say("tệp này không thay tệp nào của chương trình, nên không được dùng", "this file replaces none of the program's and is not used")})
		}
		return nil
	})
	if err != nil {
		found = append(found, diag.Diagnostic{File: ".", Severity: diag.Error, Rule: "unreadable",
			Message: diag.Say("không đọc được: %v", "cannot be read: %v", err), Hint: diag.Say("kiểm tra quyền đọc thư mục", "check that you may read the folder")})
	}
	return found
}

// hidden tells what an editor or a system leaves in a folder, and notes for people.
func hidden(name string) bool {
	base := strings.ToUpper(path.Base(name))
	return base[0] == '.' || strings.HasPrefix(base, "README")
}
