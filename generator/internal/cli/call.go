package cli

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"minhbach/generator/internal/check"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/trees"
)

// call is one call of the program: its flags and the streams it speaks through.
type call struct {
	env  Env
	lang string

	content, out     string
	baseURL, asOf    string
	layouts, assets  string
	copy             string // the folder or zip that is verified
	empty            bool   // of init: the skeleton
	period           string // of new
	printed          string // of schema: the one to print
	host             string // of serve
	port             uint
	drafts           bool         // they are shown as if they were released
	texts            fs.FS        // the content folder as it was read already; nil: as it stands
	trees            *trees.Trees // what was parsed before; nil where that is of no use
	watch            bool         // of check
	json, quiet      bool
	timing, parity   bool
	printedSomething bool // a progress line stands on the terminal

	words  []string // periods, copies, files and folders
	planID string   // of --plan
	day    string   // of --date
	yes    bool

	profiling
	intaking // what form and import are asked for
	quarter  // what diff, report and release are asked for
}

// parse reads the flags of a verb, wherever they stand among the words.
func (c *call) parse(v verb, args []string) error {
	f := flag.NewFlagSet(v.name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	folder := "content"
	if v.name == "verify" {
		folder = "" // none is asked unless it is named
	}
	f.StringVar(&c.content, "content", folder, "")
	f.StringVar(&c.lang, "lang", c.lang, "")
	f.BoolVar(&c.json, "json", false, "")
	f.BoolVar(&c.quiet, "quiet", false, "")
	if v.name != "verify" {
		f.StringVar(&c.layouts, "layouts", "", "")
	}
	if v.name == "check" {
		f.BoolVar(&c.parity, "parity", false, "")
		f.BoolVar(&c.watch, "watch", false, "")
	}
	if v.name == "build" {
		f.StringVar(&c.out, "out", "public", "")
		f.StringVar(&c.baseURL, "base-url", "", "")
		f.StringVar(&c.asOf, "as-of", "", "")
		f.StringVar(&c.assets, "static", "", "")
		f.BoolVar(&c.timing, "timing", false, "")
		c.profiling.flags(f)
	}
	if v.name == "init" {
		f.BoolVar(&c.empty, "empty", false, "")
	}
	if v.name == "new" {
		f.StringVar(&c.planID, "plan", "", "")
	}
	if v.name == "schema" {
		f.StringVar(&c.printed, "print", "", "")
	}
	if v.name == "serve" {
		f.StringVar(&c.host, "host", "127.0.0.1", "")
		f.UintVar(&c.port, "port", 8000, "")
		f.StringVar(&c.assets, "static", "", "")
	}
	c.intakeFlags(v.name, f)
	c.quarterFlags(v.name, f)
	words, err := flagsAndWords(f, args)
	if err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		flaw := misread(err)
		return wrong("%[1]s (chạy \"minhbach %[3]s --help\" để xem các tùy chọn)", "%[2]s (run \"minhbach %[3]s --help\" to see the options)", flaw.vi, flaw.en, v.name)
	}
	switch v.name {
	case "verify":
		return c.toVerify(words)
	case "init":
		return c.toInit(words)
	case "new":
		return c.toNew(words)
	case "schema":
		return c.toSchema(words)
	case "form", "import":
		return c.toIntake(v.name, words)
	}
	if asked, ok := asked[v.name]; ok {
		return c.askedFor(asked, words)
	}
	if len(words) > 0 {
		return wrong("thừa từ %q (lệnh %s chỉ nhận các tùy chọn bắt đầu bằng --)", "unexpected word %q (%s takes only options that begin with --)", words[0], v.name)
	}
	return c.validate()
}

// flagsAndWords reads the flags among the words, and gives the words.
func flagsAndWords(f *flag.FlagSet, args []string) (words []string, err error) {
	for {
		if err := f.Parse(args); err != nil || f.NArg() == 0 {
			return words, err
		}
		words, args = append(words, f.Arg(0)), f.Args()[1:]
	}
}

// toVerify takes the one word that verify asks for. Its content folder is asked only which releases it records.
func (c *call) toVerify(words []string) error {
	if len(words) != 1 {
		return wrong("lệnh verify nhận đúng một thư mục hoặc một tệp zip (ví dụ: minhbach verify public)", "verify takes one folder or one zip (for example: minhbach verify public)")
	}
	c.copy = words[0]
	return c.validate()
}

func (c *call) validLanguage() error {
	if !slices.Contains([]string{"vi", "en"}, c.lang) {
		bad := c.lang
		c.lang = "vi"
		return wrong("--lang nhận vi hoặc en, không nhận %q", "--lang takes vi or en, not %q", bad)
	}
	return nil
}

func (c *call) validate() error {
	if err := c.validLanguage(); err != nil {
		return err
	}
	if c.baseURL != "" {
		address, refused := check.BaseURL(c.baseURL)
		if refused != nil {
			return wrong("--base-url: %[1]s (%[2]s)", "--base-url: %[3]s (%[4]s)", refused.Message.VI, refused.Hint.VI, refused.Message.EN, refused.Hint.EN)
		}
		c.baseURL = address
	}
	if c.parity && c.json {
		return wrong("--parity in bảng cho người đọc, không dùng cùng --json (bỏ một trong hai)", "--parity prints a table for people and does not go with --json (leave one of them out)")
	}
	if !isFolder(c.content) && (c.content != "" || c.copy == "") {
		return wrong("không có thư mục nội dung %q (dùng --content để chỉ đúng thư mục)", "there is no content folder %q (point to it with --content)", c.content)
	}
	for _, option := range [][2]string{{"--layouts", c.layouts}, {"--static", c.assets}} {
		if folder := option[1]; folder != "" && !isFolder(folder) {
			return wrong("%s: không có thư mục %q (sửa đường dẫn, hoặc bỏ tùy chọn này)", "%s: there is no folder %q (correct the path, or leave the option out)", option[0], folder)
		}
	}
	return nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// say prints a line for people on standard error, unless --quiet is set.
func (c *call) say(vi, en string, args ...any) {
	c.clear()
	if !c.quiet {
		fmt.Fprintf(c.env.Stderr, text{vi, en}.in(c.lang)+"\n", args...)
	}
}

// progress shows how far long work has come, on a terminal only.
func (c *call) progress(done, total int) {
	if c.quiet || !c.env.Terminal {
		return
	}
	c.printedSomething = true
	fmt.Fprintf(c.env.Stderr, "\r"+text{"Đang ghi %d/%d tệp", "Writing %d of %d files"}.in(c.lang), done, total)
}

func (c *call) clear() {
	if c.printedSomething {
		fmt.Fprint(c.env.Stderr, "\r\x1b[K")
		c.printedSomething = false
	}
}

// report prints the problems: as text on standard error, or as JSON on standard output.
func (c *call) report(problems []diag.Diagnostic) error {
	if c.json {
		return c.reportJSON(problems)
	}
	for _, d := range problems {
		if d.Severity == diag.Error || !c.quiet {
			fmt.Fprintln(c.env.Stderr, d.Format(c.lang))
		}
	}
	return nil
}

func (c *call) reportJSON(problems []diag.Diagnostic) error {
	type problem struct {
		File     string        `json:"file"`
		Line     int           `json:"line"`
		Col      int           `json:"col"`
		Cell     string        `json:"cell,omitempty"` // of a spreadsheet
		Severity diag.Severity `json:"severity"`
		Rule     string        `json:"rule"`
		Message  string        `json:"message"`
		Hint     string        `json:"hint"`
	}
	list := make([]problem, 0, len(problems))
	for _, d := range problems {
		list = append(list, problem{d.File, max(d.Line, 1), max(d.Col, 1), d.Cell, d.Severity, d.Rule, d.Message.In(c.lang), d.Hint.In(c.lang)})
	}
	e := json.NewEncoder(c.env.Stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(list)
}
