package main

import (
	"encoding/json"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// rooms lists what each package of the program does and which of the others it may import. Arrows run down the list
// only; a package that is not here has no job.
var rooms = map[string][]string{
	"plan":       {},                                                                                                                                                 // the domain: types that are the YAML schema
	"schema":     {},                                                                                                                                                 // JSON Schemas of the content's files, for editors
	"diag":       {},                                                                                                                                                 // problems with their places, in order
	"lang":       {"plan"},                                                                                                                                           // numbers, dates, order and folding of each language
	"check":      {"plan", "diag"},                                                                                                                                   // rules across files
	"trees":      {},                                                                                                                                                 // YAML as the parser read it, for the next reading
	"content":    {"plan", "diag", "check", "trees"},                                                                                                                 // fs.FS to plan.Site, with places
	"derive":     {"plan"},                                                                                                                                           // judges a plan as of each snapshot
	"trial":      {"plan"},                                                                                                                                           // plans made out of bytes, for tests
	"wording":    {"plan", "lang", "derive"},                                                                                                                         // sentences and terms of what was judged
	"draft":      {"plan", "lang", "derive", "wording"},                                                                                                              // the snapshot of a period to come, to be filled in
	"prose":      {"plan", "diag", "lang", "derive", "wording"},                                                                                                      // Markdown with references to the data
	"chart":      {"plan", "lang", "derive", "wording"},                                                                                                              // one description, drawn and made interactive
	"export":     {"plan", "derive", "wording", "output"},                                                                                                            // the open-data files
	"ledger":     {"plan", "diag", "lang", "derive", "export", "output", "archive", "guard"},                                                                         // what was released, and whether it still holds
	"difference": {"plan", "lang", "derive", "wording", "ledger", "prose"},                                                                                           // what changed between two states of a plan
	"docx":       {},                                                                                                                                                 // Word documents in the layout of offices
	"report":     {"plan", "lang", "derive", "wording", "prose", "docx"},                                                                                             // the report of a period, as an office sends it
	"raster":     {},                                                                                                                                                 // SVG to PNG, with fonts of its own
	"preview":    {"raster"},                                                                                                                                         // the picture beside a link to a page
	"uuid":       {},                                                                                                                                                 // ids made from names, the same everywhere
	"feed":       {"uuid"},                                                                                                                                           // Atom: what is new, for feed readers
	"calendar":   {},                                                                                                                                                 // iCalendar: days to come and gone, for calendars
	"output":     {},                                                                                                                                                 // the files that pass from makers to publisher, and their manifest
	"fill":       {},                                                                                                                                                 // html/template's templates, filled in fast
	"page":       {"plan", "diag", "lang", "derive", "wording", "prose", "chart", "raster", "preview", "uuid", "feed", "calendar", "output", "fill"},                 // view models and templates
	"archive":    {"output"},                                                                                                                                         // files to a zip
	"catalog":    {"plan", "lang", "export"},                                                                                                                         // what describes the data to machines, and to those who get it without the site
	"workbook":   {"plan", "lang", "export"},                                                                                                                         // the tables for people who live in Excel
	"database":   {"plan", "export"},                                                                                                                                 // the tables as a SQLite database
	"site":       {"plan", "diag", "lang", "derive", "wording", "prose", "page", "export", "catalog", "workbook", "database", "archive", "uuid", "raster", "output"}, // all outputs, one at a time
	"guard":      {},                                                                                                                                                 // a lock that dies with the process, and files that are replaced whole
	"publish":    {"output", "guard", "archive"},                                                                                                                     // stage, manifest, exchange; verify a copy
	"memory":     {},                                                                                                                                                 // when garbage is collected
	"rebuild":    {"plan", "content", "publish", "trees"},                                                                                                            // what a build may take over from the one before
	"intake":     {"plan", "diag", "lang", "derive", "wording", "content"},                                                                                           // forms for agencies, and what came back in them
	"serve":      {"output"},                                                                                                                                         // the site in a browser while it is written
	"watch":      {},                                                                                                                                                 // when files change
	"cli":        {"plan", "diag", "memory", "trees", "rebuild", "schema", "draft", "check", "content", "derive", "ledger", "site", "publish", "serve", "watch", "output", "guard", "intake", "difference", "report", "lang"},
}

// owners lists which packages alone may import a library.
var owners = map[string][]string{
	"gopkg.in/yaml.v3":                  {"content", "trees"},
	"github.com/go-echarts/go-echarts/": {"chart"},
	"github.com/segmentio/encoding/":    {"chart", "page", "publish"},
	"github.com/yuin/goldmark":          {"prose"},
	"github.com/tdewolff/minify/":       {"site"},
	"golang.org/x/term":                 {"cli"},
	"golang.org/x/image/":               {"raster"},
	"github.com/go-fonts/":              {"raster"},
	"golang.org/x/net/idna":             {"check"},
	"modernc.org/sqlite":                {"database"},
	"github.com/xuri/excelize/":         {"workbook", "intake"},
}

// TestRooms holds the structure of the code: the table above is the picture, and go list is the judge.
func TestRooms(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./internal/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	const prefix = "minhbach/generator/internal/"
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := d.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		room := strings.TrimPrefix(p.ImportPath, prefix)
		allowed, known := rooms[room]
		if !known {
			t.Errorf("%s is not in the table of rooms", room)
		}
		for _, i := range p.Imports {
			if to, ours := strings.CutPrefix(i, prefix); ours && !slices.Contains(allowed, to) {
				t.Errorf("%s imports %s", room, to)
			}
			for library, of := range owners {
				if strings.HasPrefix(i, library) && !slices.Contains(of, room) {
					t.Errorf("%s imports %s, which is for %s alone", room, i, strings.Join(of, " and "))
				}
			}
		}
	}
}
