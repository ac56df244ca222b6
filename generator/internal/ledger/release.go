package ledger

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"minhbach/generator/internal/plan"
)

// Notice is what a release is recorded with.
type Notice struct {
	Plan      string
	Period    plan.PeriodID
	Date      plan.Date
	Content   string   // content_sha256
	Addresses []string // of the whole site as released
	By        string   // who releases; may be empty
}

// Frozen is what a release adds to the content folder or replaces in it: the ledger with one more line, the addresses,
// the zip.
type Frozen struct {
	Line                   Line
	ledger, addresses, zip []byte
	pending                pending
}

// Release makes the files of a release. The site is that of the folder.
func Release(fsys fs.FS, s *plan.Site, n Notice) (Frozen, error) {
	p, snapshot, err := find(s, n)
	if err != nil {
		return Frozen{}, err
	}
	made, err := Tables(s, p, snapshot.Cutoff)
	if err != nil {
		return Frozen{}, err
	}
	f := Frozen{}
	if f.zip, err = pack(n, snapshot.Cutoff, made); err != nil {
		return f, err
	}
	before, listed := read(fsys, ledgerFile(p.ID)), read(fsys, addressesFile)
	f.addresses = merge(listed, slices.Concat(n.Addresses, published(p.ID, string(n.Period))))
	f.Line = line(n, snapshot, made)
	f.Line.Zip, f.Line.Addresses = Digest(f.zip), Digest(f.addresses)
	if f.ledger, err = Append(before, f.Line); err != nil {
		return f, fmt.Errorf("%s: %w", ledgerFile(p.ID), err)
	}
	f.pending = pending{p.ID, string(n.Period), Digest(before), f.Line.Zip, f.Line.Addresses, len(listed)}
	return f, nil
}

// line is that of the ledger, but for the digests of what is beside the tables.
func line(n Notice, s *plan.Snapshot, tables map[string][]byte) Line {
	l := Line{Plan: n.Plan, Period: string(n.Period), Date: n.Date.String(), Content: n.Content, By: n.By, Tables: map[string]string{}}
	for name, file := range tables {
		l.Tables[name] = Digest(file)
	}
	l.SignedOff = signOff(s)
	return l
}

// Recorded are the recorded releases with this one among them.
func (f Frozen) Recorded(before []plan.Recorded) []plan.Recorded {
	lines := bytes.SplitAfter(bytes.TrimSuffix(f.ledger, []byte("\n")), []byte("\n"))
	r := recorded(f.Line, f.zip, lines[len(lines)-1])
	at := slices.IndexFunc(before, func(x plan.Recorded) bool { return x.Plan > r.Plan })
	if at < 0 {
		at = len(before)
	}
	return slices.Insert(slices.Clone(before), at, r)
}

var errPeriod = errors.New("no such plan with a released snapshot of this period")

func find(s *plan.Site, n Notice) (*plan.Plan, *plan.Snapshot, error) {
	for _, p := range s.Plans {
		for _, x := range p.Snapshots {
			if p.ID == n.Plan && x.Period == n.Period && x.Released.Known() {
				return p, x, nil
			}
		}
	}
	return nil, nil, fmt.Errorf("release %s of plan %s: %w", n.Period, n.Plan, errPeriod)
}

// merge adds to a list of addresses those that it does not hold, in order, at its end.
func merge(file []byte, addresses []string) []byte {
	have := map[string]bool{}
	for _, a := range listed(file) {
		have[a] = true
	}
	for _, a := range slices.Sorted(slices.Values(addresses)) {
		if !have[a] {
			file = append(file, a+"\n"...)
		}
	}
	return file
}

// listed are the lines of a file.
func listed(file []byte) []string {
	return strings.Fields(string(file))
}

const addressesFile = "ledger/addresses.txt"

// published are the addresses under which the site gives away a release and the ledger that names it.
func published(plan, period string) []string {
	of := "data/releases/" + plan + "/" + period
	return []string{"data/ledger.jsonl", of + ".zip", of + ".manifest.json"}
}

func ledgerFile(plan string) string { return "ledger/" + plan + ".jsonl" }

func zipFile(plan, period string) string { return "releases/" + plan + "/" + period + ".zip" }

// read is a file of the content folder; empty when it is not there. Line ends of a Windows checkout are undone.
func read(fsys fs.FS, name string) []byte {
	file, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil
	}
	if strings.HasSuffix(name, ".txt") || strings.HasSuffix(name, ".jsonl") {
		return []byte(strings.ReplaceAll(string(file), "\r\n", "\n"))
	}
	return file
}
