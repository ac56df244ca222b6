package ledger

import (
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
}

// Release gives the files that a release adds to the content folder or replaces in it, by path: the ledger with one
// more line, the addresses, the zip. The site is that of the folder.
func Release(fsys fs.FS, s *plan.Site, n Notice) (map[string][]byte, error) {
	p, cutoff, err := find(s, n)
	if err != nil {
		return nil, err
	}
	made, err := Tables(s, p, cutoff)
	if err != nil {
		return nil, err
	}
	packed, err := pack(n, cutoff, made)
	if err != nil {
		return nil, err
	}
	addresses := merge(read(fsys, addressesFile), slices.Concat(n.Addresses, published(p.ID, string(n.Period))))
	l := Line{Plan: p.ID, Period: string(n.Period), Date: n.Date.String(), Content: n.Content, Zip: Digest(packed), Addresses: Digest(addresses), Tables: map[string]string{}}
	for name, file := range made {
		l.Tables[name] = Digest(file)
	}
	grown, err := Append(read(fsys, ledgerFile(p.ID)), l)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", ledgerFile(p.ID), err)
	}
	return map[string][]byte{ledgerFile(p.ID): grown, addressesFile: addresses, zipFile(p.ID, string(n.Period)): packed}, nil
}

var errPeriod = errors.New("no such plan with a released snapshot of this period")

func find(s *plan.Site, n Notice) (*plan.Plan, plan.Date, error) {
	for _, p := range s.Plans {
		for _, x := range p.Snapshots {
			if p.ID == n.Plan && x.Period == n.Period && x.Released.Known() {
				return p, x.Cutoff, nil
			}
		}
	}
	return nil, plan.Date{}, fmt.Errorf("release %s of plan %s: %w", n.Period, n.Plan, errPeriod)
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
