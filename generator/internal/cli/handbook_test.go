package cli_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"minhbach/generator/internal/cli"
	"minhbach/generator/internal/content"
	"minhbach/generator/internal/guard"
	"minhbach/generator/internal/ledger"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/site"
	"minhbach/layouts"
)

const handbooks = "../../handbook"

// scene is a thing that the handbook does or shows: a command with what it prints, or a comment <!-- do: … --> that does what
// the text around it tells the reader to do, with the YAML that is shown below it. A print that ends with … shows its first
// lines alone.
var scene = regexp.MustCompile("(?m)^<!-- do: (.*) -->$(?:\n```yaml\n((?:[^`].*\n)*)```$)?|^```console\n> (.*)\n((?:[^`].*\n|\n)*)```$")

// TestHandbook does what the handbook says, step by step in one folder, and holds that the program says what is printed there.
func TestHandbook(t *testing.T) {
	root, err := filepath.Abs(handbooks)
	if err != nil {
		t.Fatal(err)
	}
	done := map[string][]string{}
	for _, language := range []string{"vi", "en"} {
		t.Run(language, func(t *testing.T) {
			file := filepath.Join(root, language+".md")
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			r := &reader{t: t, lang: language}
			t.Chdir(t.TempDir())
			shown := scene.ReplaceAllStringFunc(string(text), func(s string) string {
				m := scene.FindStringSubmatch(s)
				if m[1] != "" {
					r.do(strings.Split(m[1], " | "), strings.TrimSuffix(m[2], "\n"))
					return s
				}
				done[language] = append(done[language], m[3])
				said := r.run(m[3], m[4])
				return "```console\n> " + m[3] + "\n" + said + "```"
			})
			switch {
			case shown == string(text):
			case *update:
				if err := os.WriteFile(file, []byte(shown), 0o644); err != nil {
					t.Fatal(err)
				}
			default:
				t.Errorf("%s.md shows what the program does not say (run with -update, and read what changed):\n%s", language, firstDifference(string(text), shown))
			}
		})
	}
	if len(done["vi"]) < 20 || !slices.Equal(done["vi"], done["en"]) {
		t.Errorf("the languages show other commands:\n%q\n%q", done["vi"], done["en"])
	}
}

func firstDifference(old, now string) string {
	a, b := strings.Split(old, "\n"), strings.Split(now, "\n")
	for n := range min(len(a), len(b)) {
		if a[n] != b[n] {
			return "- " + a[n] + "\n+ " + b[n]
		}
	}
	return "one is longer"
}

// TestHandbookPictures holds that every picture is there, small, and shown with words for those who do not see it.
func TestHandbookPictures(t *testing.T) {
	shown := map[string]bool{}
	for _, name := range []string{"vi.md", "en.md"} {
		text, err := os.ReadFile(filepath.Join(handbooks, name))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`!\[(.*?)\]\((.*?)\)`).FindAllStringSubmatch(string(text), -1) {
			shown[filepath.Base(m[2])] = true
			if len(m[1]) < 20 {
				t.Errorf("%s: %s has no words", name, m[2])
			}
			if info, err := os.Stat(filepath.Join(handbooks, m[2])); err != nil || info.Size() > 120_000 {
				t.Errorf("%s: %s: %v, or too large", name, m[2], err)
			}
		}
	}
	files, err := os.ReadDir(filepath.Join(handbooks, "pictures"))
	if err != nil || len(files) == 0 || len(files) > 12 {
		t.Errorf("%d pictures, %v", len(files), err)
	}
	for _, f := range files {
		if !shown[f.Name()] {
			t.Errorf("no handbook shows %s", f.Name())
		}
	}
}

// TestHandbookMessages holds that the table of what import refuses quotes the program's own words.
func TestHandbookMessages(t *testing.T) {
	var source []byte
	for _, folder := range []string{".", "../intake"} {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			source = append(source, text...)
		}
	}
	for name, head := range map[string]string{"vi.md": "| Chương trình nói | Việc cần làm |\n|---|---|\n", "en.md": "| The program says | What to do |\n|---|---|\n"} {
		text, err := os.ReadFile(filepath.Join(handbooks, name))
		if err != nil {
			t.Fatal(err)
		}
		_, after, found := strings.Cut(string(text), head)
		table, _, _ := strings.Cut(after, "\n\n")
		rows := strings.Split(table, "\n")
		if !found || len(rows) < 8 {
			t.Errorf("%s: there is no table of messages", name)
		}
		for _, row := range rows {
			message := strings.TrimSpace(strings.Split(row, "|")[1])
			if !bytes.Contains(source, []byte(message)) {
				t.Errorf("%s: the program never says %q", name, message)
			}
		}
	}
}

// reader is somebody who does what the handbook says.
type reader struct {
	t      *testing.T
	lang   string
	typed  string
	unlock func()
}

// run gives what a command prints, as much of it as is shown.
func (r *reader) run(command, shown string) string {
	args := words(command)
	if args[0] != "minhbach" {
		r.t.Fatalf("%s: not the program", command)
	}
	out := &screen{}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	if args[1] == "serve" { // any port, and stopped as soon as it has said where it is
		args, out.written = append(args, "--port", "0"), stop
	}
	locale := map[string]string{"vi": "vi_VN.UTF-8", "en": "en_GB.UTF-8"}[r.lang]
	cli.Main(ctx, args[1:], cli.Env{Stdout: out, Stderr: out, Getenv: func(string) string { return locale }, Stdin: typist{strings.NewReader(r.typed), out}, Asks: true})
	r.typed = ""
	said := regexp.MustCompile(`127\.0\.0\.1:\d+`).ReplaceAllString(filepath.ToSlash(out.String()), "127.0.0.1:8000")
	if lines := strings.SplitAfter(shown, "\n"); len(lines) > 1 && lines[len(lines)-2] == "…\n" {
		now := strings.SplitAfter(said, "\n")
		said = strings.Join(now[:min(len(lines)-2, len(now))], "") + "…\n"
	}
	return settled(shown, said)
}

// passing is what changes with every page and file of the demonstration, and tells the reader nothing.
var passing = regexp.MustCompile(`\d+ (tệp|files)|(đối chiếu|verified:?) \d+|[0-9a-f]{64}`)

// settled keeps a line as it is shown where only what is passing has changed.
func settled(shown, said string) string {
	old, now := strings.Split(shown, "\n"), strings.Split(said, "\n")
	for n := range min(len(old), len(now)) {
		if passing.ReplaceAllString(old[n], "") == passing.ReplaceAllString(now[n], "") {
			now[n] = old[n]
		}
	}
	return strings.Join(now, "\n")
}

// words splits a command at its spaces, outside quotation marks.
func words(command string) []string {
	var all []string
	for _, m := range regexp.MustCompile(`"([^"]*)"|\S+`).FindAllStringSubmatch(command, -1) {
		all = append(all, strings.Trim(m[0], `"`))
	}
	return all
}

// screen holds what is printed and typed.
type screen struct {
	bytes.Buffer
	written func()
}

func (s *screen) Write(b []byte) (int, error) {
	if s.written != nil {
		s.written()
	}
	return s.Buffer.Write(b)
}

// typist types, and the screen shows it.
type typist struct {
	io.Reader
	screen *screen
}

func (t typist) Read(b []byte) (int, error) {
	n, err := t.Reader.Read(b)
	t.screen.Buffer.Write(b[:n])
	return n, err
}

// do does what the text tells the reader to do.
func (r *reader) do(step []string, block string) {
	r.t.Helper()
	var err error
	switch step[0] {
	case "returned":
		err = returned()
	case "fill":
		err = fillIn(step[1], step[2], step[3], step[4])
	case "copy":
		var text []byte
		if text, err = os.ReadFile(step[1]); err == nil {
			err = os.WriteFile(step[2], text, 0o644)
		}
	case "remove":
		err = os.RemoveAll(step[1])
	case "replace":
		edit(r.t, step[1], step[2], step[3])
	case "put":
		err = typedIn(step[1], step[2], step[3], block)
	case "undo":
		for _, step := range ledger.Undo("content") {
			err = errors.Join(err, step())
		}
	case "next year":
		err = nextYear("content/plans/2032", "content/plans/2033")
	case "type":
		r.typed = step[1] + "\n"
	case "lock":
		r.unlock, err = guard.Lock("content/.minhbach-lock")
	case "unlock":
		r.unlock()
	case "stop":
		err = stopped(step[1], step[2], step[3])
	default:
		r.t.Fatalf("nobody knows how to do %q", step)
	}
	if err != nil {
		r.t.Fatalf("%q: %v", step, err)
	}
}

// typedIn puts the YAML that is shown into a file: BLOCK of what a pattern is replaced with.
func typedIn(file, pattern, with, block string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	place := regexp.MustCompile("(?m)" + pattern)
	if block == "" || !place.Match(text) {
		return os.ErrNotExist
	}
	return os.WriteFile(file, place.ReplaceAll(text, []byte(strings.Replace(with, "BLOCK", block, 1))), 0o644)
}

// nextYear copies a plan without its snapshots and its narrative.
func nextYear(from, to string) error {
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		return err
	}
	for _, folder := range []string{"snapshots", "narrative"} {
		files, err := filepath.Glob(filepath.Join(to, folder, "*"))
		if err != nil {
			return err
		}
		for _, file := range files {
			if err := os.Remove(file); err != nil {
				return err
			}
		}
	}
	return nil
}

// returned fills in the forms of the third quarter, as the agencies send them back.
func returned() error {
	for _, answer := range [][4]string{
		{"trung-tam-mot-cua", "indicators/3@", "Result", "95,4"}, {"trung-tam-mot-cua", "indicators/4@", "Result", "15"},
		{"so-phap-che", "indicators/6@", "Result", "67"}, {"so-phap-che", "tasks/3/m2", "State", "Đang thực hiện"},
		{"so-ngan-sach", "indicators/7@", "Result", "74,2"},
		{"so-du-lieu-va-ket-noi", "indicators/8@", "Result", "73,6"}, {"so-du-lieu-va-ket-noi", "indicators/9@", "Result", "30"}, {"so-du-lieu-va-ket-noi", "tasks/2", "State", "Đang thực hiện"},
		{"so-cay-xanh", "indicators/10@", "Result", "103,5"}, {"so-cay-xanh", "tasks/5", "State", "Đang thực hiện"},
		{"so-cong-vu", "indicators/11@", "Result", "Chưa"}, {"so-cong-vu", "tasks/4", "State", "Đang thực hiện"},
		{"so-hoc-tap", "indicators/12@", "Result", "290"},
		{"van-phong", "indicators/5/vi-du", "Result", "90,2"}, {"van-phong", "indicators/5/minh-hoa", "Result", "84,1"}, {"van-phong", "indicators/5/gia-su", "Result", "86"}, {"van-phong", "indicators/5/mau", "Result", "88,5"},
	} {
		if err := fillIn("forms/2032-q3/2032-q3 "+answer[0]+".xlsx", answer[1], answer[2], answer[3]); err != nil {
			return err
		}
	}
	return nil
}

// stopped leaves the content as a release does that is stopped before its line stands in the ledger.
func stopped(planID, period, day string) error {
	folder := os.DirFS("content")
	s, _, _ := content.Load(folder)
	s.Recorded = ledger.Recorded(folder)
	addresses, err := site.Addresses(s, site.Judge(s), layouts.FS)
	if err != nil {
		return err
	}
	digest, err := content.Digest(folder)
	if err != nil {
		return err
	}
	frozen, err := ledger.Release(folder, s, ledger.Notice{Plan: planID, Period: plan.PeriodID(period), Date: plan.MustDate(day), Content: digest, Addresses: addresses})
	if err != nil {
		return err
	}
	steps := frozen.Steps("content")
	for _, step := range steps[:len(steps)-2] {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
