package site

import (
	"minhbach/generator/internal/output"
	"minhbach/generator/internal/page"
	"minhbach/generator/internal/plan"
)

// releases are what was recorded as released: each zip as it is, its manifest beside it, and the lines of the ledgers. A
// view as of an earlier period has those that were there by then.
func releases(s *plan.Site) []output.File {
	var files []output.File
	var lines []byte
	for _, r := range Released(s) {
		files = append(files, output.Of(page.ReleasePath(r.Plan, r.Period, "zip"), r.Zip),
			output.Of(page.ReleasePath(r.Plan, r.Period, "manifest.json"), r.Manifest))
		lines = append(lines, r.Line...)
	}
	if len(files) > 0 {
		files = append(files, output.Of(page.LedgerPath, lines))
	}
	return files
}

// Released lists the recorded releases that a site publishes: of each plan those before the first whose period it does
// not show, so that the lines of the ledger follow one on the other.
func Released(s *plan.Site) []plan.Recorded {
	shown := map[string]bool{}
	for _, p := range s.Plans {
		for _, x := range p.Snapshots {
			shown[p.ID+"/"+string(x.Period)] = x.Released.Known()
		}
	}
	var all []plan.Recorded
	cut := map[string]bool{}
	for _, r := range s.Recorded {
		cut[r.Plan] = cut[r.Plan] || !shown[r.Plan+"/"+string(r.Period)]
		if !cut[r.Plan] {
			all = append(all, r)
		}
	}
	return all
}
