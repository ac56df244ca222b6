package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/ledger"
	"minhbach/generator/internal/output"
	"minhbach/generator/internal/publish"
)

// contentLedger is the rule of problems in the ledger of the content, beside which a copy is held.
const contentLedger = "content-ledger"

// standing says how a copy stands to what was released: by the ledgers of the folder that --content names, else by the
// records in the copy. What was released and is another here is a problem; a site that was built of another state is none,
// and is said to be so. Without a ledger nothing is claimed.
func (c *call) standing(opened *publish.Copy, found publish.Verified, records []ledger.Record, problems *diag.List) (text, error) {
	by := text{}
	if c.content != "" {
		var err error
		if records, err = ledger.Records(os.DirFS(c.content)); err != nil {
			return text{}, c.brokenLedger(err, problems)
		}
		if len(records) == 0 {
			return text{"; " + c.content + " không có sổ công bố, nên không biết đây có phải bản đã công bố hay không", "; " + c.content + " has no ledger, so whether this was released is not known"}, nil
		}
		if found.Listing.Released != "" && !isFolder(c.copy) {
			told, unrecorded, err := c.recorded(records)
			problems.Add(unrecorded...)
			return told, err
		}
		if err := c.follows(opened, problems); err != nil {
			return text{}, err
		}
		by = text{", theo " + c.ledgerFolder(), ", by " + c.ledgerFolder()}
	}
	if len(records) == 0 {
		return text{}, nil
	}
	h := held{opened: opened, found: found, records: records, problems: problems}
	return h.plans().and(by), nil
}

func (c *call) brokenLedger(err error, problems *diag.List) error {
	var file *ledger.BrokenFile
	var broken *ledger.Broken
	if !errors.As(err, &file) || !errors.As(err, &broken) {
		return err
	}
	p := under(c.content, []diag.Diagnostic{brokenAt(file.File, broken)})[0]
	p.Rule = contentLedger
	problems.Add(p)
	return nil
}

// follows tells a copy whose ledger goes on otherwise than that of the content.
func (c *call) follows(opened *publish.Copy, problems *diag.List) error {
	f, err := opened.Open(ledgerPath)
	if err != nil { // published before there was a ledger, or data alone
		return nil
	}
	defer f.Close()
	published, err := io.ReadAll(io.LimitReader(f, longestLedger))
	if bad := ledger.Follows(ledger.Recorded(os.DirFS(c.content)), published); bad > 0 {
		problems.Add(diag.Diagnostic{File: ledgerPath, Line: bad, Severity: diag.Error, Rule: "ledger-other", Hint: getAgain,
			Message: diag.Say("bản sao có một lần công bố mà %[1]s không ghi, hoặc ghi khác", "the copy has a release that %[1]s does not record, or records otherwise", c.ledgerFolder())})
	}
	return err
}

// held is a copy of a site beside what was released.
type held struct {
	opened   *publish.Copy
	found    publish.Verified
	records  []ledger.Record
	problems *diag.List
	tables   map[string][]byte // of the site, as far as they are as the manifest lists them
}

// plans holds each plan of the copy against its releases, and says which of them it is as it was released.
func (h *held) plans() text {
	if len(h.found.Listing.Plans) == 0 {
		return text{"; manifest.json không ghi kế hoạch nào, nên không biết đây có phải bản đã công bố hay không", "; manifest.json names no plan, so whether this was released is not known"}
	}
	h.read()
	told := text{}
	for _, stamp := range h.found.Listing.Plans {
		told = told.and(h.state(stamp, h.figures(stamp)))
	}
	return told
}

// read reads the tables that a ledger records.
func (h *held) read() {
	h.tables = map[string][]byte{}
	for _, e := range h.found.Listing.Files {
		name, isTable := tableName(e.Path)
		if _, same := h.found.Same[e.Path]; !isTable || !same {
			continue
		}
		if body, err := readOf(h.opened, e); err == nil {
			h.tables[name] = body
		}
	}
}

// figures tells of released figures of a plan that are another here although nobody revised them.
func (h *held) figures(stamp output.Stamp) (altered bool) {
	if h.tables["observations"] == nil { // missing or changed, as was said
		return false
	}
	said := map[string]bool{}
	for _, r := range h.records {
		if r.Plan != stamp.Plan || r.Cutoff() > stamp.Cutoff {
			continue
		}
		for _, u := range r.Unrevised(h.tables) {
			key := u.Figure.Key("indicator", "period", "breakdown", "reference", "measure")
			if !said[key] {
				h.problems.Add(unrevised(r.Period, u))
			}
			said[key] = true
		}
	}
	return len(said) > 0
}

func unrevised(period string, u ledger.Unrevised) diag.Diagnostic {
	p := diag.Diagnostic{File: "data/observations.csv", Severity: diag.Error, Rule: "released-edited", Hint: getAgain}
	indicator, reference := harmless(u.Figure["indicator"]), harmless(u.Figure["reference"])
	if u.Gone {
		p.Message = diag.Say("thiếu số liệu của chỉ tiêu “%s” (%s) đã công bố ở kỳ “%s”, và không có đính chính nào",
			"the figure of indicator “%s” (%s) that was released in “%s” is missing, and nothing says that it was withdrawn", indicator, reference, harmless(period))
		return p
	}
	p.Message = diag.Say("số liệu của chỉ tiêu “%s” (%s) đã công bố ở kỳ “%s” là “%s”, ở đây là “%s”, và không có đính chính nào",
		"the figure of indicator “%[1]s” (%[2]s) was released as “%[4]s” in “%[3]s”, is “%[5]s” here, and nothing says that it was revised", indicator, reference, harmless(period), harmless(u.Was), harmless(u.Now))
	return p
}

// state says whether the site shows a plan as it was released. Where it was built from the very content that was released,
// any other table is a forged one.
func (h *held) state(stamp output.Stamp, altered bool) text {
	at := slices.IndexFunc(h.records, func(r ledger.Record) bool { return r.Plan == stamp.Plan && r.Period == stamp.Period })
	plan, period := harmless(stamp.Plan), harmless(stamp.Period)
	if at < 0 {
		return text{fmt.Sprintf("; các bảng CSV của kế hoạch %s không phải bản đã công bố: sổ công bố không ghi kỳ “%s”", plan, period),
			fmt.Sprintf("; the CSV tables of plan %s are not a released state: the ledger does not record “%s”", plan, period)}
	}
	r := h.records[at]
	differing := r.Differing(h.tables)
	if len(differing) == 0 {
		day := onDay(r.Date)
		return text{fmt.Sprintf("; các bảng CSV của kế hoạch %s đúng như đã công bố: kỳ “%s”, ngày %s", plan, period, day.vi), fmt.Sprintf("; the CSV tables of plan %s are as they were released: “%s”, %s", plan, period, day.en)}
	}
	if l := h.found.Listing; l.Released != "" || l.ContentSHA256 == r.Content {
		h.forged(r, differing, altered)
	}
	all := strings.Join(differing, ", ")
	return text{fmt.Sprintf("; các bảng CSV của kế hoạch %s không phải bản đã công bố: trang được dựng từ nội dung khác với lúc công bố kỳ “%s”, và các bảng sau đã khác: %s", plan, period, all),
		fmt.Sprintf("; the CSV tables of plan %s are not a released state: the site was built from other content than the release of “%s”, and these tables differ: %s", plan, period, all)}
}

// forged tells of tables that are not those of the release, but for what was said of figures, or of files that are not as
// the manifest lists them.
func (h *held) forged(r ledger.Record, differing []string, altered bool) {
	for _, name := range differing {
		path := "data/" + name + ".csv"
		p := diag.Diagnostic{File: path, Severity: diag.Error, Rule: "ledger-table", Hint: getAgain}
		switch {
		case listedIn(h.found, path) || name == "observations" && altered:
			continue
		case h.tables[name] == nil:
			p.Message = diag.Say("thiếu bảng đã công bố ở kỳ “%[1]s” của kế hoạch %[2]s", "the table that was released in “%[1]s” of plan %[2]s is missing", harmless(r.Period), harmless(r.Plan))
		default:
			p.Message = diag.Say("bảng này không phải bảng đã công bố ở kỳ “%[1]s” của kế hoạch %[2]s", "this is not the table that was released in “%[1]s” of plan %[2]s", harmless(r.Period), harmless(r.Plan))
		}
		h.problems.Add(p)
	}
}
