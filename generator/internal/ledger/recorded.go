package ledger

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"minhbach/generator/internal/output"
	"minhbach/generator/internal/plan"
)

// Recorded lists what was released, for the site to publish: by plan, in the order of its ledger. Of a broken ledger it
// is what comes before the break; Problems says so.
func Recorded(fsys fs.FS) []plan.Recorded {
	var all []plan.Recorded
	for _, id := range plans(fsys) {
		file := read(fsys, ledgerFile(id))
		lines, _ := Read(id, file)
		texts := bytes.SplitAfter(file, []byte("\n"))
		for n, l := range lines {
			all = append(all, recorded(l, read(fsys, zipFile(id, l.Period)), bytes.TrimSuffix(texts[n], []byte("\n"))))
		}
	}
	return all
}

func recorded(l Line, zip, text []byte) plan.Recorded {
	r := plan.Recorded{Plan: l.Plan, Period: plan.PeriodID(l.Period), SHA256: l.Zip, Zip: zip, Line: append(bytes.Clone(text), '\n'), Manifest: manifestOf(zip)}
	_ = r.Date.UnmarshalText([]byte(l.Date)) // of a line that is whole
	return r
}

// plans are the ids of the plans that have a ledger, in order.
func plans(fsys fs.FS) []string {
	files, _ := fs.Glob(fsys, "ledger/*.jsonl")
	for n, name := range files {
		files[n] = strings.TrimSuffix(path.Base(name), ".jsonl")
	}
	slices.Sort(files)
	return files
}

// manifestOf is the manifest of the zip of a release; empty where there is none.
func manifestOf(file []byte) []byte {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil
	}
	m, err := fs.ReadFile(z, output.ManifestName)
	if err != nil {
		return nil
	}
	return m
}

// BrokenFile is a ledger that is broken, as a path in the content folder.
type BrokenFile struct {
	File string
	Err  error // a *Broken
}

func (b *BrokenFile) Error() string { return b.File + ": " + b.Err.Error() }

func (b *BrokenFile) Unwrap() error { return b.Err }

// longest is how long a line may be that is read from a ledger that anybody may have made.
const longest = 1 << 20

// Verify reads the published lines of all plans, gives each that follows on the one before, and names the first of each
// plan that does not; what comes after it in the plan is left out. It holds one line at a time. The error is that of the
// reader.
func Verify(r io.Reader, each func(Line)) (broken []*Broken, err error) {
	in := bufio.NewScanner(r)
	in.Buffer(nil, longest)
	var c chain
	lost := false
	n := 0
	for in.Scan() {
		n++
		if l, err := parse(in.Bytes()); err == nil && l.Plan > c.plan {
			c, lost = chain{plan: l.Plan}, false
		}
		if lost {
			continue
		}
		l, why := c.next(in.Bytes())
		if why != nil {
			broken, lost = append(broken, &Broken{n, *why}), true
			continue
		}
		each(l)
	}
	if errors.Is(in.Err(), bufio.ErrTooLong) {
		return append(broken, &Broken{n + 1, noLine}), nil
	}
	return broken, in.Err()
}
