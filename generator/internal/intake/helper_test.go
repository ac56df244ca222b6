package intake

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trial"
)

const demoFolder = "../../demo/content"

// desktop is a content folder and the period whose forms go round.
type desktop struct {
	*testing.T
	files  fstest.MapFS
	name   string // the file of the snapshot
	site   *plan.Site
	plan   *plan.Plan
	period plan.Period
}

// open opens the demonstration at a period whose snapshot was not released yet; old and new change its text.
func open(t *testing.T, period string, change ...string) *desktop {
	t.Helper()
	d := &desktop{T: t, files: trial.InMemory(t, os.DirFS(demoFolder))}
	d.name = "plans/" + period[:4] + "/snapshots/" + period + ".yaml"
	text := string(d.files[d.name].Data)
	at := strings.Index(text, "released:")
	end := at + strings.Index(text[at:], "\n") + 1
	text = text[:at] + text[end:]
	for n := 0; n < len(change); n += 2 {
		if !strings.Contains(text, change[n]) {
			t.Fatalf("the snapshot does not hold %q", change[n])
		}
		text = strings.Replace(text, change[n], change[n+1], 1)
	}
	d.set(text)
	return d
}

// set puts a text in place of the snapshot and loads the content.
func (d *desktop) set(text string) {
	d.Helper()
	d.files[d.name] = &fstest.MapFile{Data: []byte(text)}
	var found *diag.List
	d.site, _, found = content.Load(d.files)
	for _, p := range found.Sorted() {
		if p.Severity == diag.Error && p.Rule != "missing-language" {
			d.Fatal(p.Format("en"))
		}
	}
	for _, p := range d.site.Plans {
		for _, x := range p.Periods {
			if strings.HasSuffix(d.name, p.ID+"/snapshots/"+string(x.ID)+".yaml") {
				d.plan, d.period = p, x
			}
		}
	}
}

// form is the form of an agency, as a file.
func (d *desktop) form(agency string) File {
	d.Helper()
	for _, f := range Forms(d.site, d.plan, d.period) {
		if string(f.Agency.ID) == agency {
			var b bytes.Buffer
			if err := Write(&b, f); err != nil {
				d.Fatal(err)
			}
			return File{agency + ".xlsx", b.Bytes()}
		}
	}
	d.Fatalf("%s is asked for nothing", agency)
	return File{}
}

// filling is a cell that is filled in: in the row whose id begins with row, nil to empty it.
type filling struct {
	row    string
	column key
	value  any
}

// fill fills in a form by a library that is not ours.
func (d *desktop) fill(f File, all ...filling) File {
	d.Helper()
	return d.change(f, func(x *excelize.File) {
		for _, c := range all {
			sheet, cell := cellOf(d, x, c.row, c.column)
			if err := x.SetCellValue(sheet, cell, c.value); err != nil {
				d.Fatal(err)
			}
		}
	})
}

// change changes a form.
func (d *desktop) change(f File, body func(*excelize.File)) File {
	d.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(f.Bytes))
	if err != nil {
		d.Fatal(err)
	}
	body(x)
	b, err := x.WriteToBuffer()
	if err != nil {
		d.Fatal(err)
	}
	return File{f.Name, b.Bytes()}
}

// cellOf finds the cell of a row and column.
func cellOf(d *desktop, x *excelize.File, row string, column key) (sheet, cell string) {
	d.Helper()
	for _, l := range layouts {
		rows, err := x.GetRows(l.sheet)
		if err != nil {
			continue
		}
		for n, have := range rows {
			if len(have) == 0 || !strings.HasPrefix(have[0], row) {
				continue
			}
			for m, c := range l.all() {
				if c.key == column {
					name, _ := excelize.CoordinatesToCellName(m+1, n+1)
					return l.sheet, name
				}
			}
		}
	}
	d.Fatalf("there is no row %s with a column %s", row, column)
	return "", ""
}

var received = plan.MustDate("2032-07-09")

// take takes files into the snapshot: the changes in words, what is wrong, and the text that comes of it.
func (d *desktop) take(files ...File) (words []string, problems []diag.Diagnostic, text string) {
	d.Helper()
	batch, problems := Read(files)
	problems = append(problems, batch.Of(d.plan.ID, d.period.ID)...)
	changes, more := batch.Changes(d.site, d.plan, d.period, Options{Received: received, Source: plan.SourceID("bc-" + string(d.period.ID))})
	problems = append(problems, more...)
	for _, c := range changes {
		words = append(words, c.Words.EN)
	}
	edited, err := content.EditSnapshot(d.files[d.name].Data, Edits(changes))
	if err != nil {
		d.Fatal(err)
	}
	return words, problems, string(edited)
}

// failures are the rules of errors, with their places.
func failures(problems []diag.Diagnostic) []string {
	var all []string
	for _, p := range problems {
		if p.Severity == diag.Error {
			all = append(all, fmt.Sprintf("%s %s", p.Cell, p.Rule))
		}
	}
	return all
}

// added are the lines of a text that another has not.
func added(before, after string) string {
	have := map[string]bool{}
	for _, line := range strings.Split(before, "\n") {
		have[line] = true
	}
	var all []string
	for _, line := range strings.Split(after, "\n") {
		if !have[line] {
			all = append(all, strings.TrimSpace(line))
		}
	}
	return strings.Join(all, "\n")
}
