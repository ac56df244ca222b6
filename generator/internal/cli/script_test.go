package cli_test

import (
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"minhbach/generator/internal/cli"
	"minhbach/generator/internal/content"
	"minhbach/generator/internal/ledger"
	"minhbach/generator/internal/output"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/site"
	"minhbach/layouts"
)

var update = flag.Bool("update", false, "write the expected output of the scripts anew")

// TestMain lets the scripts run the real main.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"minhbach": func() { os.Exit(cli.Main(context.Background(), os.Args[1:], cli.System())) },
	})
}

// TestScripts runs testdata/script/*.txt, one topic a file, in a folder that holds a copy of the small plan in
// testdata/small as content.
func TestScripts(t *testing.T) {
	small, err := filepath.Abs("testdata/small")
	if err != nil {
		t.Fatal(err)
	}
	shipped, err := filepath.Abs("../../../content")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "en_GB.UTF-8")
			env.Setenv("SHIPPED", shipped)
			for _, name := range []string{"XDG_CACHE_HOME", "LocalAppData", "HOME"} { // what is kept is kept in the test's own folder
				env.Setenv(name, filepath.Join(env.WorkDir, ".home"))
			}
			return os.CopyFS(filepath.Join(env.WorkDir, "content"), os.DirFS(small))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"replace": replace, "release": release, "forge": forge, "fill": fill},
	})
}

// replace changes text in a file: replace FILE OLD NEW; the escapes \n, \t and \r are read.
func replace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace file old new")
	}
	unescape := strings.NewReplacer(`\n`, "\n", `\t`, "\t", `\r`, "\r").Replace
	path, old := ts.MkAbs(args[0]), unescape(args[1])
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, old) {
		ts.Fatalf("%s does not hold %q", args[0], old)
	}
	ts.Check(os.WriteFile(path, []byte(strings.Replace(text, old, unescape(args[2]), 1)), 0o644))
}

// forge changes text in a file of a copy and mends its manifest, so that the copy is whole: forge COPY FILE OLD NEW.
func forge(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: forge copy file old new")
	}
	file, listing := args[0]+"/"+args[1], args[0]+"/"+output.ManifestName
	replace(ts, false, []string{file, args[2], args[3]})
	var m output.Manifest
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(listing)), &m))
	for n, e := range m.Files {
		if e.Path == args[1] {
			body := ts.ReadFile(file)
			m.Files[n].Bytes, m.Files[n].SHA256 = int64(len(body)), ledger.Digest([]byte(body))
		}
	}
	text, err := m.JSON()
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(listing), text, 0o644))
}

// release records a release of the folder content without a review or a site, which scripts about what is recorded do
// without: release PLAN PERIOD DAY.
func release(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: release plan period day")
	}
	folder := os.DirFS(ts.MkAbs("content"))
	s, _, found := content.Load(folder)
	if found.Failed() {
		ts.Fatalf("the content has problems: %v", found.Sorted())
	}
	s.Recorded = ledger.Recorded(folder)
	addresses, err := site.Addresses(s, site.Judge(s), layouts.FS)
	ts.Check(err)
	digest, err := content.Digest(folder)
	ts.Check(err)
	frozen, err := ledger.Release(folder, s, ledger.Notice{Plan: args[0], Period: plan.PeriodID(args[1]), Date: plan.MustDate(args[2]), Content: digest, Addresses: addresses})
	ts.Check(err)
	for _, step := range frozen.Steps(ts.MkAbs("content")) {
		ts.Check(step())
	}
}
