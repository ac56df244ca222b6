package ledger

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"minhbach/generator/internal/output"
)

// Record is a line of a ledger with the zip that it records; empty where that is gone, or is another.
type Record struct {
	Line
	Zip []byte
}

// Records are those of all ledgers of a content folder, by plan, in the order in which they were released. The error is a
// *BrokenFile.
func Records(fsys fs.FS) ([]Record, error) {
	var all []Record
	for _, id := range plans(fsys) {
		lines, err := Read(id, read(fsys, ledgerFile(id)))
		if err != nil {
			return nil, &BrokenFile{ledgerFile(id), err}
		}
		for _, l := range lines {
			all = append(all, Record{l, read(fsys, zipFile(id, l.Period))}.checked())
		}
	}
	return all, nil
}

func (r Record) checked() Record {
	if Digest(r.Zip) != r.Line.Zip {
		r.Zip = nil
	}
	return r
}

// Cutoff is the day up to which the release shows its plan, as its manifest has it; empty where that is not known.
func (r Record) Cutoff() string {
	var m output.Manifest
	if json.Unmarshal(manifestOf(r.Zip), &m) != nil || len(m.Plans) != 1 {
		return ""
	}
	return m.Plans[0].Cutoff
}

// Differing names the released tables that a site does not hold as they were released, in order. The tables of a site are
// those of all its plans. One that a newer program made is the same when it says the same in the columns that there were;
// explanations are words of the program.
func (r Record) Differing(site map[string][]byte) []string {
	var then map[string][]byte
	var names []string
	for _, name := range slices.Sorted(maps.Keys(r.Tables)) {
		now := ofPlan(site[name], r.Plan)
		if Digest(now) == r.Tables[name] {
			continue
		}
		if then == nil {
			then, _ = unpack(r.Zip)
		}
		if _, there := site[name]; !there || then[name] == nil || !restates(now, then[name]) {
			names = append(names, name)
		}
	}
	return names
}

// ofPlan is the head of a table of a site and the rows of one plan, byte for byte; the whole of a table that knows no
// plans.
func ofPlan(table []byte, plan string) []byte {
	var own []byte
	r := csv.NewReader(bytes.NewReader(table))
	for from := int64(0); ; from = r.InputOffset() {
		row, err := r.Read()
		switch {
		case errors.Is(err, io.EOF):
			return own
		case err != nil || from == 0 && row[0] != "plan":
			return table
		case from == 0 || row[0] == plan:
			own = append(own, table[from:r.InputOffset()]...)
		}
	}
}

func restates(now, then []byte) bool {
	head, err := csv.NewReader(bytes.NewReader(then)).Read()
	if err != nil {
		return false
	}
	columns := slices.DeleteFunc(head, func(name string) bool { return strings.HasPrefix(name, "explanation_") })
	keys := func(table []byte) (all []string) {
		for _, row := range Rows(table) {
			all = append(all, row.Key(columns...))
		}
		slices.Sort(all)
		return all
	}
	return slices.Equal(keys(now), keys(then))
}

// Unrevised is a released cell of a figure that a site does not show as it was released, without a revision that says so.
type Unrevised struct {
	Figure   Row
	Was, Now string
	Gone     bool // the figure is not there
}

// Unrevised lists them for a site that shows the plan as of the release or later. What a release says stays true of every
// later state of its plan, so that a figure that nobody revised can be told as forged whatever else has changed.
func (r Record) Unrevised(site map[string][]byte) []Unrevised {
	then, err := unpack(r.Zip)
	if err != nil || then["observations"] == nil {
		return nil
	}
	figures := Index(Rows(ofPlan(site["observations"], r.Plan)), figureKey...)
	revised := revisedSince(then["revisions"], ofPlan(site["revisions"], r.Plan))
	var all []Unrevised
	for _, was := range Rows(then["observations"]) {
		if was["reported"] != "true" || revised[was.Key(revisedKey...)] {
			continue
		}
		is, there := figures[was.Key(figureKey...)]
		if !there {
			all = append(all, Unrevised{Figure: was, Gone: true})
			continue
		}
		for _, column := range figureCells {
			if was[column] != is[column] {
				all = append(all, Unrevised{Figure: was, Was: was[column], Now: is[column]})
				break
			}
		}
	}
	return all
}

// revisedKey tells the figure that a row of revisions is about.
var revisedKey = []string{"indicator", "period", "breakdown", "reference", "measure"}

// revisedSince are the figures with a revision that the release did not have.
func revisedSince(then, now []byte) map[string]bool {
	whole := append(slices.Clone(revisedKey), "field", "from", "to", "release")
	known, since := Index(Rows(then), whole...), map[string]bool{}
	for _, row := range Rows(now) {
		if _, before := known[row.Key(whole...)]; !before {
			since[row.Key(revisedKey...)] = true
		}
	}
	return since
}

// largest is how long a table may be that is read from a zip that anybody may have made.
const largest = 256 << 20

// FromCopy is a record of a copy, whose zip is read from it.
func FromCopy(l Line, zip io.Reader) Record {
	file, _ := io.ReadAll(io.LimitReader(zip, largest)) // one that cannot be read to its end is another
	return Record{l, file}.checked()
}
