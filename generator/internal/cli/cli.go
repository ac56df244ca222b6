// Package cli is the command line: one file a verb, one table of verbs, exit codes and the way messages are printed.
//
// Exit codes: 0 fine, 1 the content, the layouts of one's own or a copy have problems, 2 the call was wrong, 3 the machine
// failed. Problems go to standard error as "file:line:col: error: text (what to do)", or with --json to standard output as an array.
// Messages speak Vietnamese or English (--lang, else the system's locale, else Vietnamese); the words error and
// warning and the ids of rules are never translated.
package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"minhbach/generator/internal/diag"
)

// The exit codes.
const (
	exitFine    = 0
	exitContent = 1
	exitCall    = 2
	exitMachine = 3
)

// Env is what the command may know of the system it runs on.
type Env struct {
	Stdout, Stderr io.Writer
	Terminal       bool // standard error is a terminal
	Getenv         func(string) string
	Stdin          io.Reader
	Asks           bool   // standard input is a terminal, so that a question finds an answer
	Caches         string // the folder for what may be kept for the next call; empty: nothing is
}

// System is the Env of the real process.
func System() Env {
	return Env{os.Stdout, os.Stderr, term.IsTerminal(int(os.Stderr.Fd())), os.Getenv, os.Stdin, term.IsTerminal(int(os.Stdin.Fd())), caches()}
}

// caches is the user's own folder for what programs may keep, as the system has it.
func caches() string {
	folder, err := os.UserCacheDir()
	if err != nil || !filepath.IsAbs(folder) {
		return ""
	}
	return filepath.Join(folder, "minhbach")
}

// verb is one command of the program.
type verb struct {
	name string
	help text // usage with an example
	run  func(ctx context.Context, c *call) error
}

// verbs is the one list of what the program can do.
func verbs() []verb {
	return []verb{
		{"build", buildHelp, build},
		{"check", checkHelp, checkContent},
		{"serve", serveHelp, serveSite},
		{"verify", verifyHelp, verify},
		{"init", initHelp, initContent},
		{"new", newHelp, newSnapshot},
		{"schema", schemaHelp, schemas},
		{"form", formHelp, makeForms},
		{"import", importHelp, importForms},
		{"diff", diffHelp, diff},
		{"report", reportHelp, makeReport},
		{"release", releaseHelp, release},
	}
}

// text is a message in both languages.
type text struct{ vi, en string }

func (t text) in(lang string) string {
	if lang == "en" {
		return t.en
	}
	return t.vi
}

// failure is an error with an exit code and a message in both languages.
type failure struct {
	code int
	text text
}

func (f *failure) Error() string { return f.text.en }

func wrong(vi, en string, args ...any) error {
	return &failure{exitCall, text{fmt.Sprintf(vi, args...), fmt.Sprintf(en, args...)}}
}

// errContent ends a verb whose problems have been printed.
var errContent = errors.New("the content has problems")

// Main runs one call of the program and gives its exit code.
func Main(ctx context.Context, args []string, env Env) int {
	c := &call{env: env, lang: locale(env)}
	err := c.dispatch(ctx, args)
	var f *failure
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errContent):
		return exitContent
	case errors.As(err, &f):
		fmt.Fprintf(env.Stderr, "minhbach: %s\n", f.text.in(c.lang))
		return f.code
	}
	said := system(err)
	fmt.Fprintf(env.Stderr, "minhbach: %s\n", text{"máy gặp sự cố: " + said.vi, "the machine failed: " + said.en}.in(c.lang))
	return exitMachine
}

func (c *call) dispatch(ctx context.Context, args []string) error {
	args = c.language(args)
	name := ""
	if len(args) > 0 {
		name = args[0]
	}
	switch name {
	case "", "help", "-h", "-help", "--help":
		return c.help(args)
	}
	for _, v := range verbs() {
		if v.name != name {
			continue
		}
		if err := c.parse(v, args[1:]); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return c.help(args)
			}
			return err
		}
		return v.run(ctx, c)
	}
	return noCommand(name)
}

// noCommand says what was probably meant.
func noCommand(name string) error {
	var names []string
	for _, v := range verbs() {
		names = append(names, v.name)
	}
	if near := diag.Nearest(name, names); near != "" {
		return wrong("không có lệnh %q (có phải ý bạn là %q?)", "there is no command %q (did you mean %q?)", name, near)
	}
	return wrong("không có lệnh %q (chạy \"minhbach help\" để xem các lệnh)", "there is no command %q (run \"minhbach help\" to see the commands)", name)
}

// language takes the language that is asked for, which may stand anywhere, so that what is wrong with the words is said in
// it; before the command it is taken away.
func (c *call) language(args []string) []string {
	for n, word := range args {
		name, value, joined := strings.Cut(word, "=")
		if strings.TrimLeft(name, "-") != "lang" || !strings.HasPrefix(name, "-") {
			continue
		}
		used := 1
		if !joined && n+1 < len(args) {
			value, used = args[n+1], 2
		}
		if value != "vi" && value != "en" {
			continue
		}
		c.lang = value
		if n == 0 {
			return c.language(args[used:])
		}
	}
	return args
}

// help prints the help of the verb that the words name, or the program's.
func (c *call) help(words []string) error {
	page := usage
	for n, word := range words {
		known := false
		for _, v := range verbs() {
			if word == v.name {
				page, known = v.help, true
			}
		}
		if n == 1 && words[0] == "help" && !known && !strings.HasPrefix(word, "-") {
			return noCommand(word)
		}
	}
	fmt.Fprint(c.env.Stdout, page.in(c.lang))
	return nil
}

// locale reads the language of the messages from the system's settings: English when they say so, else Vietnamese.
func locale(env Env) string {
	for _, key := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := env.Getenv(key); v != "" {
			if strings.HasPrefix(v, "en") {
				return "en"
			}
			return "vi"
		}
	}
	return "vi"
}
