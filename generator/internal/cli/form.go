package cli

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"

	"minhbach/generator/internal/check"
	"minhbach/generator/internal/content"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/guard"
	"minhbach/generator/internal/intake"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/publish"
)

// intaking is what the verbs form and import are asked for.
type intaking struct {
	periodID           string
	sourceID, reportAt string
}

func (c *call) intakeFlags(verb string, f *flag.FlagSet) {
	switch verb {
	case "form":
		f.StringVar(&c.planID, "plan", "", "")
		f.StringVar(&c.out, "out", "", "")
	case "import":
		f.StringVar(&c.planID, "plan", "", "")
		f.StringVar(&c.periodID, "period", "", "")
		f.StringVar(&c.sourceID, "source", "", "")
		f.StringVar(&c.reportAt, "source-url", "", "")
		f.StringVar(&c.day, "date", "", "")
		f.BoolVar(&c.yes, "yes", false, "")
	}
}

// toIntake takes the words of form and import.
func (c *call) toIntake(verb string, words []string) error {
	switch c.words = words; {
	case verb == "form" && len(words) != 1:
		return wrong("lệnh form nhận mã của một kỳ (ví dụ: minhbach form 2030-q1)", "form takes the id of a period (for example: minhbach form 2030-q1)")
	case verb == "import" && len(words) == 0:
		return wrong("lệnh import nhận các biểu mẫu đã điền hoặc thư mục chứa chúng (ví dụ: minhbach import forms/2030-q1)", "import takes forms that were filled in, or folders of them (for example: minhbach import forms/2030-q1)")
	}
	if _, err := plan.ParseDate(c.day); c.day != "" && err != nil {
		return wrong("--date %q không phải một ngày (viết như 2030-04-10)", "--date %q is not a day (write it as 2030-04-10)", c.day)
	}
	if c.reportAt != "" && !check.Followable(c.reportAt) {
		return wrong("--source-url %q không phải là địa chỉ mà trình duyệt mở được (viết đầy đủ, bắt đầu bằng https:// hoặc http://)", "--source-url %q is not an address that a browser opens (write it in full, beginning with https:// or http://)", c.reportAt)
	}
	return c.validate()
}

// makeForms writes the forms of a period, one for each agency that is asked for something.
func makeForms(_ context.Context, c *call) error {
	s, err := c.sound()
	if err != nil {
		return err
	}
	p, period, err := declared(s.Plans, c.planID, c.words[0])
	if err != nil {
		return err
	}
	if c.out == "" {
		c.out = filepath.Join("forms", string(period.ID))
	}
	if err := c.apart(c.out, "--out"); err != nil {
		return err
	}
	forms, err := c.filed(intake.Forms(s, p, period))
	if err != nil {
		return err
	}
	if len(forms) == 0 {
		return &failure{exitContent, text{
			"kỳ này không hỏi cơ quan nào (kế hoạch tổng hợp từ nguồn công khai, kỳ mốc, hoặc mọi dòng đã xong)",
			"no agency is asked for anything in this period (the plan is compiled from public sources, it is a baseline, or all is settled)"}}
	}
	if err := os.MkdirAll(c.out, 0o755); err != nil {
		return c.writing(err, c.out)
	}
	for _, f := range forms {
		if err := guard.Replace(f.path, f.bytes).Do(); err != nil {
			return c.writing(err, f.path)
		}
	}
	c.say("%d biểu mẫu của kỳ “%s” nằm ở %s", "Forms of period “%[2]s” made: %[1]d, in %[3]s", len(forms), period.Name.In(plan.Lang(c.lang)), c.out)
	return nil
}

// filed is a form as it will stand in a folder.
type filed struct {
	path  string
	bytes []byte
}

// filed makes the files of forms. One that is there and is another one may be filled in already, and stays.
func (c *call) filed(forms []intake.Form) ([]filed, error) {
	var all []filed
	for _, f := range forms {
		var b bytes.Buffer
		if err := intake.Write(&b, f); err != nil {
			return nil, err
		}
		path := filepath.Join(c.out, string(f.Period.ID)+" "+string(f.Agency.ID)+".xlsx")
		old, err := os.ReadFile(path)
		if err == nil && !bytes.Equal(old, b.Bytes()) {
			return nil, wrong("%q đã có và khác biểu mẫu mới, có thể đã được điền (chuyển đi chỗ khác, hoặc chọn thư mục khác bằng --out)", "%q is there and differs from the new form; it may be filled in (move it elsewhere, or choose another folder with --out)", path)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, c.writing(err, path)
		}
		all = append(all, filed{path, b.Bytes()})
	}
	return all, nil
}

// sound reads the content, which must be free of errors before forms are made of it or taken into it. What still has to be
// translated hinders a release, not this.
func (c *call) sound() (*plan.Site, error) {
	s, _, found := content.Load(os.DirFS(c.content))
	var problems []diag.Diagnostic
	for _, d := range under(c.content, found.Sorted()) {
		if d.Severity == diag.Error && !untranslated(d) {
			problems = append(problems, d)
		}
	}
	if len(problems) == 0 {
		return s, nil
	}
	if err := c.report(problems); err != nil {
		return nil, err
	}
	c.count(len(problems))
	return nil, errContent
}

// untranslated tells a text that is there in Vietnamese alone, as all texts of forms are.
func untranslated(d diag.Diagnostic) bool { return d.Rule == "missing-language" }

// apart refuses a folder inside the content or inside a site: what lies there is published, or read.
func (c *call) apart(folder, option string) error {
	path, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	own, err := os.Stat(c.content)
	if err != nil {
		return err
	}
	for ; ; path = filepath.Dir(path) {
		if info, err := os.Stat(path); err == nil && os.SameFile(info, own) || publish.IsSite(path) {
			return wrong("%q nằm trong thư mục nội dung hoặc trong trang đã dựng (chọn chỗ khác bằng %s)", "%q lies inside the content or inside a built site (choose another place with %s)", folder, option)
		}
		if path == filepath.Dir(path) {
			return nil
		}
	}
}

// writing turns what the system says of a file into a failure in both languages.
func (c *call) writing(err error, path string) error {
	switch {
	case inUse(err):
		return machine("%q đang mở trong một chương trình khác (đóng tệp lại rồi chạy lại)", "%q is open in another program (close it there, then run this again)", path)
	case errors.Is(err, fs.ErrPermission):
		return machine("không có quyền đọc hoặc ghi %q (xem quyền của tệp và thư mục)", "there is no permission to read or write %q (look at the rights of the file and its folder)", path)
	}
	return err
}
