package cli_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"minhbach/generator/internal/cli"
	"minhbach/generator/internal/guard"
)

// fill writes a text into a form, in the row whose id begins with ROW and the column whose header ends in COLUMN, as a
// number where it begins with =: fill FILE ROW COLUMN TEXT.
func fill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: fill file row column text")
	}
	ts.Check(fillIn(ts.MkAbs(args[0]), args[1], args[2], args[3]))
}

func fillIn(path, id, column, text string) error {
	x, err := excelize.OpenFile(path)
	if err != nil {
		return err
	}
	defer x.Close()
	for _, sheet := range x.GetSheetList() {
		rows, err := x.GetRows(sheet)
		if err != nil {
			return err
		}
		for n, row := range rows {
			for m, title := range rows[0] {
				if strings.HasPrefix(row[0], id) && strings.HasSuffix(title, "\n"+column) {
					cell, _ := excelize.CoordinatesToCellName(m+1, n+1)
					return errorOf(x, sheet, cell, text)
				}
			}
		}
	}
	return os.ErrNotExist
}

func errorOf(x *excelize.File, sheet, cell, text string) error {
	number, ok := strings.CutPrefix(text, "=")
	if !ok {
		if err := x.SetCellStr(sheet, cell, text); err != nil {
			return err
		}
		return x.Save()
	}
	if err := x.SetCellDefault(sheet, cell, number); err != nil {
		return err
	}
	return x.Save()
}

// draft is a snapshot of the small plan that nobody has released.
const draft = "cutoff: 2030-12-31\nstatus: provisional\nsources:\n  bc: {title: Báo cáo năm, publisher: {vi: Sở A, en: Department A}, url: \"https://example.org/fy\", published: 2031-01-05, confidence: primary}\n"

// desk is a folder with the small plan, a draft, and a form that is filled in.
func desk(t *testing.T) (snapshot string, run func(cli.Env, ...string) (code int, said string)) {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(filepath.Join(folder, "content"), os.DirFS("testdata/small")); err != nil {
		t.Fatal(err)
	}
	snapshot = filepath.Join(folder, "content/plans/2030/snapshots/fy.yaml")
	if err := os.WriteFile(snapshot, []byte(draft), 0o644); err != nil {
		t.Fatal(err)
	}
	run = func(env cli.Env, args ...string) (int, string) {
		var out bytes.Buffer
		env.Stdout, env.Stderr, env.Getenv = &out, &out, func(string) string { return "en" }
		code := cli.Main(context.Background(), append(args, "--content", filepath.Join(folder, "content")), env)
		return code, out.String()
	}
	forms := filepath.Join(folder, "Biểu mẫu")
	if code, said := run(cli.Env{}, "form", "fy", "--out", forms); code != 0 {
		t.Fatal(said)
	}
	if err := fillIn(filepath.Join(forms, "fy so-a.xlsx"), "indicators/1.1", "Result", "45,5"); err != nil {
		t.Fatal(err)
	}
	inner := run
	return snapshot, func(env cli.Env, args ...string) (int, string) { return inner(env, append(args, forms)...) }
}

// typing is somebody at a terminal, and what happens before the answer.
type typing struct {
	io.Reader
	before func()
}

func (t typing) Read(p []byte) (int, error) {
	t.before()
	return t.Reader.Read(p)
}

// TestConfirm holds that nothing is written unless somebody says so, and that what somebody else writes meanwhile stays.
func TestConfirm(t *testing.T) {
	for answer, written := range map[string]bool{"yes\n": true, "có\r\n": true, "CÓ": true, "co\u0301\n": true, "y\n": false, "no\n": false, "": false, "\n": false} {
		snapshot, run := desk(t)
		code, said := run(cli.Env{Asks: true, Stdin: strings.NewReader(answer)}, "import")
		text, err := os.ReadFile(snapshot)
		if err != nil || code != 0 || strings.Contains(string(text), "value: 45.5") != written || !strings.Contains(said, "45.5%") {
			t.Errorf("%q: %d, %s", answer, code, said)
		}
	}
	snapshot, run := desk(t)
	other := draft + "# by somebody else\n"
	code, said := run(cli.Env{Asks: true, Stdin: typing{strings.NewReader("yes\n"), func() { _ = os.WriteFile(snapshot, []byte(other), 0o644) }}}, "import")
	if text, err := os.ReadFile(snapshot); err != nil || string(text) != other || code != 1 || !strings.Contains(said, "changed in the meantime") {
		t.Errorf("changed meanwhile: %d, %s", code, said)
	}
	if code, said := run(cli.Env{Asks: true, Stdin: strings.NewReader("yes\n")}, "import", "--json"); code != 0 || !strings.HasPrefix(said, "[") {
		t.Errorf("JSON: %d, %s", code, said)
	}
}

// TestImportWaits holds that two commands do not write at the same time.
func TestImportWaits(t *testing.T) {
	snapshot, run := desk(t)
	unlock, err := guard.Lock(filepath.Join(filepath.Dir(snapshot), "../../../.minhbach-lock"))
	if err != nil {
		t.Fatal(err)
	}
	code, said := run(cli.Env{}, "import", "--yes")
	if text, _ := os.ReadFile(snapshot); code != 3 || string(text) != draft || !strings.Contains(said, "another command") {
		t.Errorf("%d, %s", code, said)
	}
	asked := cli.Env{Asks: true, Stdin: typing{strings.NewReader("yes\n"), func() { t.Error("it asked before it knew that it cannot write") }}}
	if code, said := run(asked, "import"); code != 3 || strings.Contains(said, "Changes in") || !strings.Contains(said, "another command") {
		t.Errorf("at a terminal: %d, %s", code, said)
	}
	if code, said := run(cli.Env{}, "import"); code != 0 || !strings.Contains(said, "45.5%") {
		t.Errorf("somebody who only looks: %d, %s", code, said)
	}
	unlock()
	if code, said := run(cli.Env{}, "import", "--yes"); code != 0 {
		t.Errorf("%d, %s", code, said)
	}
	text, _ := os.ReadFile(snapshot)
	if code, said := run(cli.Env{}, "import", "--yes"); code != 0 || !strings.Contains(said, "Nothing changes") {
		t.Errorf("taken again: %d, %s", code, said)
	}
	if again, _ := os.ReadFile(snapshot); !bytes.Equal(again, text) || !strings.HasPrefix(string(text), draft) {
		t.Errorf("taken again:\n%s\nwas\n%s", again, text)
	}
}

// TestImportUnreadable holds that what cannot be read is told by its own name, beside what can, and that nothing waits for a pipe.
func TestImportUnreadable(t *testing.T) {
	_, run := desk(t)
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	keep := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	keep(os.WriteFile(in("shut.xlsx"), []byte("x"), 0))
	keep(os.Symlink(in("nowhere"), in("link.xlsx")))
	keep(os.Symlink(folder, in("folder.xlsx")))
	code, said := run(cli.Env{}, "import", folder)
	for _, want := range []string{"link.xlsx:1:1: error: this is a link to a file that is no longer there", "folder.xlsx:1:1: error: this is no plain file"} {
		if code != 1 || !strings.Contains(said, want) {
			t.Errorf("%d, %s", code, said)
		}
	}
	if os.Getuid() != 0 && !strings.Contains(said, "shut.xlsx:1:1: error: there is no permission to read it") {
		t.Error(said)
	}
	through := filepath.Join(t.TempDir(), "through")
	keep(os.Remove(in("shut.xlsx")))
	keep(os.Remove(in("link.xlsx")))
	keep(os.Remove(in("folder.xlsx")))
	keep(os.Symlink(folder, through))
	if code, said := run(cli.Env{}, "import", through); code != 0 || !strings.Contains(said, "45.5%") {
		t.Errorf("through a link: %d, %s", code, said)
	}
}
