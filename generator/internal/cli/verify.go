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
			Message: diag.Say("tệp này không phải tệp zip, hoặc bị cắt cụt", "this is no zip, or one that is cut short"),
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
	records, err := chains(opened, found, &problems)
	if err != nil {
		return err
	}
	standing, err := c.standing(opened, found, records, &problems)
	if err != nil {
		return err
	}
	if all := problems.Sorted(); len(all) > 0 {
		return c.different(c.placed(all))
	}
	return c.verified(found, len(records), standing)
}

// placed puts problems into the copy; those of the ledger of the content are placed already.
func (c *call) placed(problems []diag.Diagnostic) []diag.Diagnostic {
	for n, p := range problems {
		if p.Rule != contentLedger {
			under(c.copy, problems[n:n+1])
		}
	}
	return problems
}

// mostOfAKind is how many problems of a kind are printed; a copy may hold any number of files that nobody listed.
const mostOfAKind = 100

// different reports problems, kind by kind, and ends the verb. A program gets them all.
func (c *call) different(problems []diag.Diagnostic) error {
	if c.json {
		if err := c.reportJSON(problems); err != nil {
			return err
		}
		return errContent
	}
	kinds, of := []string{}, map[string][]diag.Diagnostic{}
	for _, p := range problems {
		if of[p.Rule] == nil {
			kinds = append(kinds, p.Rule)
		}
		of[p.Rule] = append(of[p.Rule], p)
	}
	for _, kind := range kinds {
		all := of[kind]
		if err := c.report(all[:min(len(all), mostOfAKind)]); err != nil {
			return err
		}
		if n := len(all) - mostOfAKind; n > 0 {
			c.say("… và %[1]d chỗ nữa: %[2]s", "… and %[1]d more: %[3]s", n, all[0].Message.VI, all[0].Message.EN)
		}
	}
	c.count(len(problems))
	return errContent
}

// verified says on standard output what was found to be in order, and what it does not show.
func (c *call) verified(found publish.Verified, releases int, standing text) error {
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
	if n := found.Hidden; n > 0 {
		hidden := text{fmt.Sprintf("; không xét %d tệp ẩn (tên bắt đầu bằng dấu chấm)", n), fmt.Sprintf("; %d dot files were not looked at", n)}
		if n == 1 {
			hidden.en = "; 1 dot file was not looked at"
		}
		line = line.and(hidden)
	}
	line = line.and(standing).and(text{". Điều này cho thấy bản sao còn nguyên vẹn, không cho biết ai đã tạo ra nó.", ". This shows that the copy is whole, not who made it."})
	_, err := fmt.Fprintln(c.env.Stdout, line.in(c.lang))
	return err
}

func (t text) and(more text) text { return text{t.vi + more.vi, t.en + more.en} }

// of says which plans and periods a copy is of, by its manifest.
func of(l output.Manifest) text {
	var vi, en []string
	for _, s := range l.Plans {
		day := onDay(s.Cutoff)
		vi = append(vi, fmt.Sprintf("kế hoạch %s, kỳ “%s”, chốt ngày %s", harmless(s.Plan), harmless(s.Period), day.vi))
		en = append(en, fmt.Sprintf("plan %s as of “%s”, %s", harmless(s.Plan), harmless(s.Period), day.en))
	}
	if len(vi) == 0 {
		return text{}
	}
	all := text{": " + strings.Join(vi, "; "), ": " + strings.Join(en, "; ")}
	if l.Released != "" {
		day := onDay(l.Released)
		all = all.and(text{", công bố ngày " + day.vi, ", released on " + day.en})
	}
	return all
}
