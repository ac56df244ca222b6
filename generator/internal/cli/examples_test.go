package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"minhbach/generator/internal/cli"
)

// notThere is what must not be there yet where the examples of a verb run.
var notThere = map[string][]string{
	"init": {"content", "noi-dung"},
	"new":  {"content/plans/2030/snapshots/2030-h1.yaml"},
}

// endless are the examples that run until they are stopped, each with what they say once they are at work.
var endless = map[string]string{"serve": `http://127\.0\.0\.1`, "check --watch": "Ctrl-C"}

// TestExamples: the help of every verb has examples, the same in both languages, and each of them does what it is
// there for, as it stands.
func TestExamples(t *testing.T) {
	ready := t.TempDir()
	prepare(t, ready)
	for _, verb := range append([]string{"help"}, cli.Verbs()...) {
		all := examples(t, verb, "vi")
		if english := examples(t, verb, "en"); len(all) == 0 || !slices.Equal(all, english) {
			t.Errorf("%s: the examples are %q in Vietnamese, %q in English", verb, all, english)
		}
		for _, example := range all {
			t.Run(example, func(t *testing.T) { tryExample(t, ready, verb, example) })
		}
	}
}

// examples are the lines under the heading of a help text that says so.
func examples(t *testing.T, verb, lang string) []string {
	t.Helper()
	help, _ := run(t, 0, "", verb, "--help", "--lang", lang)
	_, behind, _ := strings.Cut(help, map[string]string{"vi": "\nVí dụ:\n", "en": "\nExamples:\n"}[lang])
	block, _, _ := strings.Cut(behind, "\n\n")
	var all []string
	for line := range strings.Lines(block) {
		all = append(all, strings.TrimSpace(line))
	}
	return all
}

// tryExample runs an example in a folder of its own; who is asked whether to go on types the period.
func tryExample(t *testing.T, ready, verb, example string) {
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(ready)); err != nil {
		t.Fatal(err)
	}
	for _, path := range notThere[verb] {
		if err := os.RemoveAll(filepath.Join(folder, path)); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(folder)
	words := wordsOf(example)
	if words[0] != "minhbach" {
		t.Fatal("this is another program")
	}
	for begin, form := range endless {
		if strings.HasPrefix(example, "minhbach "+begin) {
			runUntil(t, form, words[1:]...)
			return
		}
	}
	run(t, 0, "2030-h1\n", words[1:]...)
}

// wordsOf are the words of a command line, of which some stand between quotation marks.
func wordsOf(line string) []string {
	var all []string
	for _, m := range regexp.MustCompile(`"([^"]*)"|(\S+)`).FindAllStringSubmatch(line, -1) {
		all = append(all, m[1]+m[2])
	}
	return all
}

// run runs the program in the folder that the test stands in, with what is typed, and wants an exit code.
func run(t *testing.T, want int, typed string, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	env := cli.Env{Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }, Stdin: strings.NewReader(typed), Asks: true}
	if code := cli.Main(context.Background(), args, env); code != want {
		t.Fatalf("%q ended with %d:\n%s", args, code, errs.String())
	}
	return out.String(), errs.String()
}

// runUntil runs a verb that does not end until it has said something, and stops it. The port of an example may be in use.
func runUntil(t *testing.T, form string, args ...string) {
	t.Helper()
	if args[0] == "serve" {
		args = append(args, "--port", "0")
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	says, code := &spoken{}, make(chan int, 1)
	go func() {
		code <- cli.Main(ctx, args, cli.Env{Stdout: says, Stderr: says, Getenv: func(string) string { return "" }})
	}()
	says.waitFor(t, form)
	stop()
	if c := <-code; c != 0 {
		t.Errorf("it ended with %d", c)
	}
}

// prepare makes a folder in which the examples can be run: the small plan with two agencies and the periods that the
// examples name, the first of which is released; its site and zips, and the forms that came back.
func prepare(t *testing.T, folder string) {
	if err := os.CopyFS(filepath.Join(folder, "content"), os.DirFS("testdata/small")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(folder)
	const of2030 = "content/plans/2030/"
	change(t, "content/agencies.yaml", "  - {id: nhom-b", "  - {id: so-b, name: {vi: Sở B, en: Department B}, level: province}\n  - {id: nhom-b")
	change(t, of2030+"tasks/1.yaml", "lead: [so-a]", "lead: [so-b]")
	change(t, of2030+"plan.yaml", "id: q1", "id: 2030-q1")
	change(t, of2030+"plan.yaml", "{id: fy, name: {vi: Năm, en: Full year}, kind: report, cumulative: true, cutoff: 2030-12-31, due: 2030-12-20}",
		"{id: 2030-h1, name: {vi: 6 tháng, en: 6 months}, kind: report, cumulative: true, cutoff: 2030-06-30, due: 2030-06-20}")
	for _, lang := range []string{"vi", "en"} {
		change(t, of2030+"narrative/muc-tieu."+lang+".md", "@q1", "@2030-q1")
	}
	move(t, of2030+"snapshots/q1.yaml", of2030+"snapshots/2030-q1.yaml")
	run(t, 0, "", "release", "2030-q1", "--yes")
	run(t, 0, "", "form", "2030-q1")
	figures, _, _ := strings.Cut(contents(t, of2030+"snapshots/2030-q1.yaml"), "task_reports")
	write(t, of2030+"snapshots/2030-h1.yaml", strings.NewReplacer("2030-03-31", "2030-06-30", "2030-04-10", "2030-07-10", "2030-03-14", "2030-06-14", "42.79", "45.5").Replace(figures))
	for to, from := range map[string]string{
		"minhbach.zip": "public/data/minhbach.zip", "2030-q1.zip": "content/releases/2030/2030-q1.zip",
		"Sở A gửi.xlsx": "forms/2030-q1/2030-q1 so-a.xlsx", "Sở B gửi.xlsx": "forms/2030-q1/2030-q1 so-b.xlsx",
	} {
		write(t, to, contents(t, from))
	}
	if err := os.CopyFS("noi-dung", os.DirFS("content")); err != nil {
		t.Fatal(err)
	}
}

func contents(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func move(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}
