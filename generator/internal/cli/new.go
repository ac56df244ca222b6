package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/draft"
	"minhbach/generator/internal/guard"
	"minhbach/generator/internal/plan"
)

// toNew takes the one period that new asks for.
func (c *call) toNew(words []string) error {
	if len(words) != 1 {
		return wrong("lệnh new nhận đúng một mã kỳ (ví dụ: minhbach new 2030-h1)", "new takes one period (for example: minhbach new 2030-h1)")
	}
	c.period = words[0]
	return c.validate()
}

// newSnapshot writes the file of a period that has none, with every row that is due.
func newSnapshot(_ context.Context, c *call) error {
	s, _, found := content.Load(os.DirFS(c.content))
	if found.Failed() {
		problems := slices.DeleteFunc(under(c.content, found.Sorted()), func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
		if err := c.report(problems); err != nil {
			return err
		}
		c.count(len(problems))
		return errContent
	}
	p, period, err := declared(s.Plans, c.planID, c.period)
	if err != nil {
		return err
	}
	file := filepath.Join(c.content, "plans", p.ID, "snapshots", string(period.ID)+".yaml")
	if slices.ContainsFunc(p.Snapshots, func(s *plan.Snapshot) bool { return s.Period == period.ID }) {
		return wrong("%s đã có, nên không bị ghi đè (mở tệp đó để điền tiếp)", "%s is there already, and nothing is overwritten (open it and go on)", filepath.ToSlash(file))
	}
	if err := writeWhole(file, draft.Snapshot(s, p, period, plan.Lang(c.lang))); errors.Is(err, fs.ErrPermission) {
		return machine("không có quyền ghi vào %q", "there is no permission to write to %q", filepath.Dir(file))
	} else if err != nil {
		return err
	}
	c.say("Đã tạo %s: một bản nháp có sẵn mọi dòng đến kỳ báo cáo.", "%s is made: a draft with every row that is due.", filepath.ToSlash(file))
	c.tellForms(len(derive.AskedIn(s, p, period.ID)) > 0)
	return nil
}

// tellForms says how the snapshot is filled: by forms where an agency is asked for something, else by hand.
func (c *call) tellForms(asked bool) {
	if !asked {
		c.say("Mở tệp, bỏ dấu # ở những dòng đã có số liệu rồi điền vào; sau đó chạy: minhbach check%s",
			"Open it, take away the # of the lines that are known and fill them in; then run: minhbach check%s", c.folder())
		return
	}
	of := ""
	if c.planID != "" {
		of = " --plan " + c.planID
	}
	c.say(`Việc tiếp theo:
  minhbach form %[1]s%[2]s%[3]s   làm biểu mẫu gửi các cơ quan
Nếu gõ số bằng tay: mở tệp, bỏ dấu # ở những dòng đã có số liệu rồi điền vào; sau đó chạy: minhbach check%[3]s`,
		`What to do next:
  minhbach form %[1]s%[2]s%[3]s   make the forms that agencies fill in
To type the figures by hand: open the file, take away the # of the lines that are known and fill them in; then run: minhbach check%[3]s`, c.period, of, c.folder())
}

// declared finds a period of a plan; of the only plan that has it where none is named.
func declared(plans []*plan.Plan, id, name string) (*plan.Plan, plan.Period, error) {
	var ids, having, names []string
	var of *plan.Plan
	var found plan.Period
	for _, p := range plans {
		ids = append(ids, p.ID)
		if id != "" && id != p.ID {
			continue
		}
		for _, x := range p.Periods {
			names = append(names, string(x.ID))
			if string(x.ID) == name {
				of, found, having = p, x, append(having, p.ID)
			}
		}
	}
	switch {
	case id != "" && !slices.Contains(ids, id):
		vi, en := meant(id, ids)
		return nil, plan.Period{}, wrong("--plan: không có kế hoạch %[1]q (%[2]s)", "--plan: there is no plan %[1]q (%[3]s)", id, vi, en)
	case len(having) == 0:
		vi, en := meant(name, names)
		return nil, plan.Period{}, wrong("không plan.yaml nào có kỳ %[1]q (%[2]s)", "no plan.yaml declares a period %[1]q (%[3]s)", name, vi, en)
	case len(having) > 1:
		return nil, plan.Period{}, wrong("nhiều kế hoạch có kỳ %q (thêm --plan, một trong: %s)", "several plans have a period %q (add --plan, one of: %s)", name, strings.Join(having, ", "))
	}
	return of, found, nil
}

// meant tells the name that a misspelt word was probably meant to be, or all of them, in each language.
func meant(word string, names []string) (vi, en string) {
	if near := diag.Nearest(word, names); near != "" {
		return fmt.Sprintf("có phải ý bạn là %q?", near), fmt.Sprintf("did you mean %q?", near)
	}
	all := strings.Join(names, ", ")
	return "có: " + all, "there are: " + all
}

// writeWhole writes a file whole or not at all.
func writeWhole(file string, body []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	return guard.Replace(file, body).Do()
}
