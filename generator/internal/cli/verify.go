package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/output"
	"minhbach/generator/internal/publish"
)

// verify compares a published folder or a zip with the manifest in it, and with the ledger, and writes nothing.
func verify(_ context.Context, c *call) error {
	opened, err := publish.OpenCopy(c.copy)
	switch {
	case errors.Is(err, publish.ErrNoZip):
		return c.different([]diag.Diagnostic{{File: filepath.ToSlash(c.copy), Severity: diag.Error, Rule: "no-zip",
			Message: diag.Say("tệp này không phải tệp zip, hoặc bị cắt cụt: %[1]v", "this is no zip, or one that is cut short: %[1]v", errorLine(err)),
			Hint:    getAgain}})
	case errors.Is(err, fs.ErrNotExist):
		return wrong("không có thư mục hoặc tệp %q (sửa đường dẫn)", "there is no folder or file %q (correct the path)", c.copy)
	case err != nil:
		return err
	}
	defer opened.Close()
	found, err := opened.Verify()
	if err != nil {
		return err
	}
	var problems diag.List
	for _, d := range found.Differences {
		problems.Add(differs(d))
	}
	releases := 0
	if isFolder(c.copy) {
		if releases, err = chains(opened, found, &problems); err != nil {
			return err
		}
	}
	all := under(c.copy, problems.Sorted())
	recorded, unrecorded, err := c.recorded()
	if err != nil {
		return err
	}
	if all = append(all, unrecorded...); len(all) > 0 {
		return c.different(all)
	}
	return c.verified(found, releases, recorded)
}

// different reports problems and ends the verb.
func (c *call) different(problems []diag.Diagnostic) error {
	if err := c.report(problems); err != nil {
		return err
	}
	c.count(len(problems))
	return errContent
}

// verified says on standard output what was found to be in order, and what it does not show.
func (c *call) verified(found publish.Verified, releases int, recorded text) error {
	if c.json {
		return c.reportJSON(nil)
	}
	if c.quiet {
		return nil
	}
	n := len(found.Same)
	line := text{fmt.Sprintf("Đã đối chiếu %d tệp, tất cả đúng như manifest.json", n), fmt.Sprintf("%d files verified, all as manifest.json lists them", n)}
	if n == 1 {
		line.en = "1 file verified, as manifest.json lists it"
	}
	line = line.and(of(found.Listing))
	if releases > 0 {
		line = line.and(text{fmt.Sprintf("; %d bản công bố đúng như data/ledger.jsonl", releases), fmt.Sprintf("; releases as data/ledger.jsonl records them: %d", releases)})
	}
	line = line.and(recorded).and(text{". Điều này cho thấy bản sao còn nguyên vẹn, không cho biết ai đã tạo ra nó.", ". This shows that the copy is whole, not who made it."})
	_, err := fmt.Fprintln(c.env.Stdout, line.in(c.lang))
	return err
}

func (t text) and(more text) text { return text{t.vi + more.vi, t.en + more.en} }

// of says which plans and periods a copy is of, by its manifest.
func of(l output.Manifest) text {
	var vi, en []string
	for _, s := range l.Plans {
		vi = append(vi, fmt.Sprintf("kế hoạch %s, kỳ “%s”, chốt ngày %s", harmless(s.Plan), harmless(s.Period), harmless(s.Cutoff)))
		en = append(en, fmt.Sprintf("plan %s as of “%s”, %s", harmless(s.Plan), harmless(s.Period), harmless(s.Cutoff)))
	}
	if len(vi) == 0 {
		return text{}
	}
	all := text{": " + strings.Join(vi, "; "), ": " + strings.Join(en, "; ")}
	if l.Released != "" {
		all = all.and(text{", công bố ngày " + harmless(l.Released), ", released on " + harmless(l.Released)})
	}
	return all
}
