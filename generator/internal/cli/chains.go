package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/ledger"
	"minhbach/generator/internal/publish"
)

const ledgerPath, releasesPath = "data/ledger.jsonl", "data/releases/"

// chains verifies the ledger of a folder, if it holds one, and each release beside it; it counts those that are in order.
// What differs from the manifest has been said already.
func chains(opened *publish.Copy, found publish.Verified, problems *diag.List) (int, error) {
	f, err := opened.Open(ledgerPath)
	if err != nil {
		return 0, nil
	}
	defer f.Close()
	fine, named := 0, map[string]bool{}
	broken, err := ledger.Verify(f, func(l ledger.Line) {
		path := releasesPath + l.Plan + "/" + l.Period + ".zip"
		named[path] = true
		switch sum, same := found.Same[path]; {
		case same && sum == l.Zip:
			fine++
		case same:
			problems.Add(notRecorded(path, "bản công bố này không phải bản mà data/ledger.jsonl ghi", "this release is not the one that data/ledger.jsonl records"))
		case !listedIn(found, path):
			problems.Add(notRecorded(ledgerPath, "thiếu bản công bố kỳ “%[2]s” của kế hoạch %[1]s", "the release of “%[2]s” of plan %[1]s is missing", harmless(l.Plan), harmless(l.Period)))
		}
	})
	if err != nil {
		return 0, fmt.Errorf("%s: %w", ledgerPath, err)
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

// recorded says which recorded release a zip is, by the ledgers of the folder that --content names. A release that they
// do not know is a problem; without a ledger nothing is claimed.
func (c *call) recorded() (text, []diag.Diagnostic, error) {
	if c.content == "" {
		return text{}, nil, nil
	}
	sum, err := digestOf(c.copy)
	if err != nil {
		return text{}, nil, err
	}
	line, kept, err := ledger.ReleaseOf(os.DirFS(c.content), sum)
	var file *ledger.BrokenFile
	var broken *ledger.Broken
	switch {
	case errors.As(err, &file) && errors.As(err, &broken):
		return text{}, under(c.content, []diag.Diagnostic{brokenAt(file.File, broken)}), nil
	case err != nil:
		return text{}, nil, err
	case !kept:
		return text{"; " + c.content + " không có sổ công bố, nên không biết đây có phải bản đã công bố hay không", "; " + c.content + " has no ledger, so whether this was released is not known"}, nil, nil
	case line == nil:
		return text{}, []diag.Diagnostic{notRecorded(filepath.ToSlash(c.copy), "đây không phải bản công bố nào được ghi trong %[1]s", "this is none of the releases that are recorded in %[1]s", filepath.ToSlash(filepath.Join(c.content, "ledger")))}, nil
	}
	return text{fmt.Sprintf("; theo sổ công bố, đây là bản công bố kỳ “%s” của kế hoạch %s ngày %s", line.Period, line.Plan, line.Date),
		fmt.Sprintf("; by the ledger it is the release of “%s” of plan %s of %s", line.Period, line.Plan, line.Date)}, nil, nil
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
