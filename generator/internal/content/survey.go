package content

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// kind is the place of a file in the layout.
type kind int

const (
	stray kind = iota
	settings
	agencies
	page
	planSheet
	printedRows
	indicator
	task
	narrative
	snapshot
	emblem
)

// file is a file of the content folder and what its path says.
type file struct {
	path string
	kind kind
	plan string // the plan's id, of a file in plans/
	name string // id, period or slug
	lang plan.Lang
}

// survey lists the files that belong to the layout, by path, and reports those that do not.
func survey(fsys fs.FS, found *diag.List) []file {
	var files []file
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			found.Add(unreadable(name, err))
			return nil
		case ignored(name) && d.IsDir():
			return fs.SkipDir
		case !d.IsDir() && !ignored(name):
			files = append(files, classify(name))
		}
		return nil
	})
	if err != nil {
		found.Add(unreadable(".", err))
	}
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.path, b.path) })
	named, known := emblemName(fsys)
	for n, f := range files {
		if f.kind == stray && f.path == named {
			files[n].kind = emblem
		}
		if f.kind != stray || known || !isPicture(f.path) {
			found.Add(misplaced(files[n])...)
		}
	}
	return slices.DeleteFunc(files, func(f file) bool { return f.kind == stray })
}

func ignored(name string) bool {
	base := path.Base(name)
	return name == "ledger" || name == "releases" ||
		name != "." && strings.HasPrefix(base, ".") || strings.HasPrefix(strings.ToUpper(base), "README")
}

// The places of files: at the top, in the folder of a plan, and in the folders there.
var (
	topFiles  = map[string]kind{"site.yaml": settings, "agencies.yaml": agencies}
	planFiles = map[string]kind{"plan.yaml": planSheet, "printed.csv": printedRows}
	folders   = map[string]kind{"indicators": indicator, "tasks": task, "snapshots": snapshot}
)

func classify(name string) file {
	f := file{path: name}
	parts := strings.Split(name, "/")
	last := parts[len(parts)-1]
	switch {
	case len(parts) == 1:
		f.kind = topFiles[name]
	case len(parts) == 2 && parts[0] == "pages":
		f.text(page, last)
	case parts[0] != "plans":
	case len(parts) == 3:
		if f.kind = planFiles[last]; f.kind != stray {
			f.plan = parts[1]
		}
	case len(parts) == 4 && parts[2] == "narrative":
		if f.text(narrative, last); f.kind != stray {
			f.plan = parts[1]
		}
	case len(parts) == 4:
		if id, ok := strings.CutSuffix(last, ".yaml"); ok && id != "" && folders[parts[2]] != stray {
			f.kind, f.plan, f.name = folders[parts[2]], parts[1], id
		}
	}
	return f
}

// text notes what the name <slug>.<lang>.md says.
func (f *file) text(k kind, name string) {
	for _, l := range plan.Langs {
		if slug, ok := strings.CutSuffix(name, "."+string(l)+".md"); ok && slug != "" {
			f.kind, f.name, f.lang = k, slug, l
		}
	}
}

// misplaced reports a file without a place in the layout, or whose name is not an id. A file that looks like content
// is an error: it was meant to be read.
func misplaced(f file) []diag.Diagnostic {
	if f.kind != stray {
		return badNames(f)
	}
	d := diag.Diagnostic{File: f.path, Severity: diag.Warning, Rule: "stray-file",
		Message: diag.Say("tệp này không có chỗ trong thư mục nội dung, nên không được đọc", "this file has no place in the content folder and is not read"),
		Hint:    diag.Say("xóa tệp, hoặc chuyển ra ngoài thư mục nội dung", "delete it, or move it out of the content folder")}
	if better := renamed(f.path); better != "" {
		d.Severity = diag.Error
		d.Hint = diag.Say("đổi tên tệp thành %s", "rename it to %s", better)
		return []diag.Diagnostic{d}
	}
	if slices.Contains([]string{".yaml", ".md", ".csv", ".json"}, strings.ToLower(path.Ext(f.path))) {
		d.Severity = diag.Error
		d.Hint = diag.Say("kiểm tra tên và thư mục: indicators/<mã>.yaml, tasks/<mã>.yaml, snapshots/<kỳ>.yaml, narrative/<tên>.vi.md hoặc .en.md",
			"check name and folder: indicators/<id>.yaml, tasks/<id>.yaml, snapshots/<period>.yaml, narrative/<slug>.vi.md or .en.md")
	}
	return []diag.Diagnostic{d}
}

// renamed is the name that a file was meant to have: an editor added .txt, or the ending is the other one of YAML.
func renamed(name string) string {
	base := path.Base(name)
	lower := strings.ToLower(base)
	switch {
	case strings.HasSuffix(lower, ".yaml.txt"), strings.HasSuffix(lower, ".csv.txt"), strings.HasSuffix(lower, ".md.txt"):
		return base[:len(base)-len(".txt")]
	case strings.HasSuffix(lower, ".yml"):
		return base[:len(base)-len("yml")] + "yaml"
	}
	return ""
}

func badNames(f file) []diag.Diagnostic {
	for _, name := range []string{f.plan, f.name} {
		if name != "" && !isID(name) {
			return []diag.Diagnostic{{File: f.path, Severity: diag.Error, Rule: "file-name",
				Message: diag.Say("tên “%s” không dùng làm mã được", "the name “%s” cannot be an id", name),
				Hint:    hintForID(name)}}
		}
	}
	return nil
}

func unreadable(name string, err error) diag.Diagnostic {
	return diag.Diagnostic{File: name, Severity: diag.Error, Rule: "unreadable",
		Message: diag.Say("không đọc được: %v", "cannot be read: %v", err),
		Hint:    diag.Say("kiểm tra tệp có ở đó và bạn có quyền đọc", "check that it is there and that you may read it")}
}
