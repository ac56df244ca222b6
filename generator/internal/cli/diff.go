package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"minhbach/generator/internal/difference"
	"minhbach/generator/internal/ledger"
	"minhbach/generator/internal/output"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/publish"
)

// diff prints what changed between two periods or releases, and writes nothing.
func diff(_ context.Context, c *call) error {
	s, _, err := c.load(&stopwatch{last: time.Now()}, nothing)
	if err != nil {
		return err
	}
	p, err := c.chosen(s)
	if err != nil {
		return err
	}
	from, err := c.side(s, p, c.words[0])
	if err != nil {
		return err
	}
	to, err := c.side(s, p, c.words[1])
	if err != nil {
		return err
	}
	d := difference.Between(from, to)
	if d.From.Cutoff > d.To.Cutoff {
		return wrong("%q chốt sau %q (đổi chỗ hai tên: bản trước trước)", "%q has a later cut-off than %q (swap them: the older comes first)", c.words[0], c.words[1])
	}
	if c.json {
		c.format = "json"
	}
	return difference.Write(c.env.Stdout, &d, d.Words(plan.Lang(c.lang)), c.format)
}

// side finds one side of a comparison: a period of the content, by its id; or a zip or folder, by its path, also as it
// stands in the content folder.
func (c *call) side(s *plan.Site, p *plan.Plan, word string) (difference.Side, error) {
	for _, path := range []string{word, filepath.Join(c.content, word)} {
		if _, err := os.Stat(path); err == nil && strings.ContainsAny(word, `/\.`) {
			side, err := sideOfCopy(p.ID, path)
			if err == nil && side.Tables == nil {
				err = wrong("bản sao %[1]q không có kế hoạch %[2]s (chọn kế hoạch bằng --plan)", "the copy %[1]q does not hold plan %[2]s (choose the plan with --plan)", path, p.ID)
			}
			return side, err
		}
	}
	return sideOfPeriod(s, p, plan.PeriodID(word))
}

// sideOfPeriod judges a plan as of one of its periods; a draft is taken as released on its cut-off.
func sideOfPeriod(s *plan.Site, p *plan.Plan, id plan.PeriodID) (difference.Side, error) {
	var known []string
	for n, x := range p.Snapshots {
		if known = append(known, string(x.Period)); x.Period != id {
			continue
		}
		side := difference.Side{Plan: p.ID, Period: string(id), Draft: !x.Released.Known()}
		if side.Draft {
			s, p = withReleased(s, p, n)
		}
		var err error
		side.Tables, err = ledger.Tables(s, p, x.Cutoff)
		return side, err
	}
	return difference.Side{}, wrong("kế hoạch %[2]s không có kỳ hoặc tệp %[1]q (các kỳ: %[3]s)", "plan %[2]s has no period %[1]q, and there is no such file (the periods are: %[3]s)", id, p.ID, strings.Join(known, ", "))
}

// withReleased is a site in which the n-th snapshot of a plan is no draft.
func withReleased(s *plan.Site, p *plan.Plan, n int) (*plan.Site, *plan.Plan) {
	site, of, x := *s, *p, *p.Snapshots[n]
	x.Released = x.Cutoff
	of.Snapshots = append([]*plan.Snapshot{}, p.Snapshots...)
	of.Snapshots[n] = &x
	site.Plans = append([]*plan.Plan{}, s.Plans...)
	for k := range site.Plans {
		if site.Plans[k] == p {
			site.Plans[k] = &of
		}
	}
	return &site, &of
}

// sideOfCopy reads the tables of a release or of a copy of the site, once it is found to be whole. A copy that does not hold
// the plan gives none.
func sideOfCopy(id, path string) (difference.Side, error) {
	none := difference.Side{}
	opened, err := publish.OpenCopy(path)
	if errors.Is(err, publish.ErrNoZip) {
		return none, wrong("%q không phải tệp zip, hoặc bị cắt cụt", "%q is no zip, or one that is cut short", path)
	} else if err != nil {
		return none, err
	}
	defer opened.Close()
	found, err := opened.Verify()
	if err != nil {
		return none, err
	}
	if len(found.Differences) > 0 {
		return none, &failure{exitContent, text{"bản sao " + path + " không còn nguyên vẹn (chạy minhbach verify để xem từng chỗ)", "the copy " + path + " is not whole (run minhbach verify to see each place)"}}
	}
	for _, stamp := range found.Listing.Plans {
		if stamp.Plan == id {
			tables, err := tablesOf(opened, found.Listing)
			return difference.Side{Plan: id, Period: stamp.Period, Recorded: true, Tables: tables}, err
		}
	}
	return none, nil
}

// tablesOf reads the tables that a manifest lists, by name.
func tablesOf(opened *publish.Copy, l output.Manifest) (map[string][]byte, error) {
	all := map[string][]byte{}
	for _, e := range l.Files {
		name, isTable := tableName(e.Path)
		if !isTable {
			continue
		}
		body, err := readOf(opened, e)
		if err != nil {
			return nil, err
		}
		all[name] = body
	}
	return all, nil
}

// tableName is the name of the table at a path of a site.
func tableName(path string) (name string, isTable bool) {
	file, inside := strings.CutPrefix(path, "data/")
	name, isTable = strings.CutSuffix(file, ".csv")
	return name, inside && isTable && !strings.Contains(name, "/")
}

func readOf(opened *publish.Copy, e output.Entry) ([]byte, error) {
	f, err := opened.Open(e.Path)
	if err != nil {
		return nil, &fs.PathError{Op: "read", Path: e.Path, Err: err}
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, e.Bytes))
}
