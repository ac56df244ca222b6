package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/ledger"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/publish"
)

const ledgerPath, releasesPath = "data/ledger.jsonl", "data/releases/"

// chains verifies the ledger of a copy, if it holds one, and each release beside it; it gives those that are in order.
// What differs from the manifest has been said already.
func chains(opened *publish.Copy, found publish.Verified, problems *diag.List) ([]ledger.Record, error) {
	f, err := opened.Open(ledgerPath)
	if err != nil {
		return nil, nil
	}
	defer f.Close()
	var fine []ledger.Record
	named := map[string]bool{}
	broken, err := ledger.Verify(f, func(l ledger.Line) {
		path := releasesPath + l.Plan + "/" + l.Period + ".zip"
		named[path] = true
		switch sum, same := found.Same[path]; {
		case same && sum == l.Zip:
			fine = append(fine, recordIn(opened, path, l))
		case same:
			problems.Add(notRecorded(path, "bản công bố này không phải bản mà data/ledger.jsonl ghi", "this release is not the one that data/ledger.jsonl records"))
		case !listedIn(found, path):
			problems.Add(notRecorded(ledgerPath, "thiếu bản công bố kỳ “%[2]s” của kế hoạch %[1]s", "the release of “%[2]s” of plan %[1]s is missing", harmless(l.Plan), harmless(l.Period)))
		}
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", ledgerPath, err)
	}
	for _, b := range broken {
		problems.Add(brokenAt(ledgerPath, b))
	}
	for path := range found.Same {
		if len(broken) == 0 && strings.HasPrefix(path, releasesPath) && strings.HasSuffix(path, ".zip") && !named[path] {
			problems.Add(notRecorded(path, "data/ledger.jsonl không ghi bản công bố này", "data/ledger.jsonl does not record this release"))
		}
	}
	return fine, nil
}

func recordIn(opened *publish.Copy, path string, l ledger.Line) ledger.Record {
	f, err := opened.Open(path)
	if err != nil {
		return ledger.Record{Line: l}
	}
	defer f.Close()
	return ledger.FromCopy(l, f)
}

// listedIn tells whether something was said of a path already.
func listedIn(found publish.Verified, path string) bool {
	for _, d := range found.Differences {
		if d.Path == path {
			return true
		}
	}
	return false
}

func notRecorded(file, vi, en string, args ...any) diag.Diagnostic {
	return diag.Diagnostic{File: file, Severity: diag.Error, Rule: "ledger-zip", Message: diag.Say(vi, en, args...), Hint: getAgain}
}

func brokenAt(file string, b *ledger.Broken) diag.Diagnostic {
	return diag.Diagnostic{File: file, Line: b.Line, Severity: diag.Error, Rule: "ledger-broken", Hint: getAgain,
		Message: diag.Say("sổ công bố bị hỏng ở dòng này (%[1]s)", "the ledger is broken at this line (%[2]s)", harmless(b.Why.VI), harmless(b.Why.EN))}
}

// recorded says which recorded release a zip is, by its digest. One that is not recorded is a problem.
func (c *call) recorded(records []ledger.Record) (text, []diag.Diagnostic, error) {
	sum, err := digestOf(c.copy)
	if err != nil {
		return text{}, nil, err
	}
	for _, r := range records {
		if r.Line.Zip == sum {
			day := onDay(r.Date)
			return text{fmt.Sprintf("; theo sổ công bố, đây là bản công bố kỳ “%s” của kế hoạch %s ngày %s", r.Period, r.Plan, day.vi),
				fmt.Sprintf("; by the ledger it is the release of “%s” of plan %s of %s", r.Period, r.Plan, day.en)}, nil, nil
		}
	}
	return text{}, []diag.Diagnostic{notRecorded("", "đây không phải bản công bố nào được ghi trong %[1]s", "this is none of the releases that are recorded in %[1]s", c.ledgerFolder())}, nil
}

// ledgerFolder is where the content keeps its ledgers, as it is shown.
func (c *call) ledgerFolder() string { return filepath.ToSlash(filepath.Join(c.content, "ledger")) }

// onDay is a day that a manifest or a ledger names, as people write it; what is no day stays as it is.
func onDay(iso string) text {
	d, err := plan.ParseDate(iso)
	if err != nil {
		return text{harmless(iso), harmless(iso)}
	}
	return text{lang.Date(plan.VI, d), lang.Date(plan.EN, d)}
}

func digestOf(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
