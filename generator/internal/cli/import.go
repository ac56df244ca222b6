package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"golang.org/x/text/unicode/norm"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/guard"
	"minhbach/generator/internal/intake"
	"minhbach/generator/internal/ledger"
	"minhbach/generator/internal/plan"
)

// importForms takes what came back in forms into the snapshot of their period.
func importForms(_ context.Context, c *call) error {
	files, found, err := c.returned()
	if err != nil {
		return err
	}
	if c.yes || c.env.Asks { // else nothing is written, and anybody may look
		unlock, err := c.lockContent()
		if err != nil {
			return err
		}
		defer unlock()
	}
	s, err := c.sound()
	if err != nil {
		return err
	}
	batch, problems := intake.Read(files)
	found = slices.Concat(found, problems, batch.Known(s))
	planID, periodID, fits := batch.Meant(c.planID, c.periodID)
	if !fits && (c.periodID != "" || !slices.ContainsFunc(s.Plans, func(p *plan.Plan) bool { return c.planID == "" || c.planID == p.ID })) {
		if _, _, err := declared(s.Plans, c.planID, c.periodID); err != nil {
			return err
		}
	}
	if found = append(found, batch.Of(planID, plan.PeriodID(periodID))...); !fits {
		return c.refused(found)
	}
	in, err := c.intakeOf(s, planID, periodID)
	if err != nil {
		return err
	}
	if found = append(found, c.unusedSource(in)...); in.old == nil {
		found = append(found, batch.NoSnapshot(filepath.ToSlash(c.at(in))))
	}
	changes, problems := batch.Changes(in.site, in.plan, in.period, intake.Options{Received: in.received, Source: plan.SourceID(c.sourceID)})
	found = append(found, problems...)
	if len(changes) > 0 && in.old != nil {
		if problems, err = c.tried(in, changes); err != nil {
			return err
		}
		if failed(found) { // of what is not written yet, only what the forms brought is told
			problems = slices.DeleteFunc(problems, func(d diag.Diagnostic) bool {
				return !slices.ContainsFunc(files, func(f intake.File) bool { return f.Name == d.File })
			})
		}
		found = append(found, problems...)
	}
	if failed(found) {
		return c.refused(found)
	}
	if err := c.report(sorted(found)); err != nil {
		return err
	}
	return c.take(in, changes)
}

// taking is the snapshot that is changed: as it was read, and as it would be.
type taking struct {
	site         *plan.Site      // with the snapshot as it was read
	known        map[string]bool // what is wrong before anything is changed
	plan         *plan.Plan
	period       plan.Period
	received     plan.Date
	name         string // in the content folder
	old, base    []byte // base has the source that was added; nil where there is no snapshot yet
	text         []byte
	addedASource bool
}

// intakeOf finds and reads the snapshot of a period. What it holds is taken from these very bytes, so that what is written can
// only be a change of them. Where there is none, it is as if it held nothing, so that all else that is wrong can be told.
func (c *call) intakeOf(s *plan.Site, planID, periodID string) (*taking, error) {
	p, period, err := declared(s.Plans, planID, periodID)
	if err != nil {
		return nil, err
	}
	in := &taking{site: s, plan: p, period: period, received: today(), known: map[string]bool{}, name: path.Join("plans", p.ID, "snapshots", string(period.ID)+".yaml")}
	if c.day != "" {
		in.received = plan.MustDate(c.day)
		if p.Start.After(in.received) {
			return nil, wrong("--date %s trước ngày bắt đầu kế hoạch, %s (viết ngày nhận báo cáo)", "--date %s is before the plan begins, on %s (write the day on which the reports came in)", in.received, p.Start)
		}
	}
	in.old, err = os.ReadFile(c.at(in))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.Snapshots = append(p.Snapshots, &plan.Snapshot{Period: period.ID, Cutoff: period.Cutoff})
	case err != nil:
		return nil, c.writing(err, c.at(in))
	default:
		var before *diag.List
		in.site, _, before = content.Load(content.Instead(os.DirFS(c.content), in.name, in.old))
		for _, d := range before.Sorted() {
			in.known[sameProblem(d)] = true
		}
		if in.plan, in.period, err = declared(in.site.Plans, p.ID, string(period.ID)); err != nil {
			return nil, err
		}
	}
	in.site.Recorded = ledger.Recorded(os.DirFS(c.content))
	in.base = in.old
	c.addSource(in)
	return in, c.knownSource(in)
}

// knownSource holds that the source which is named is one of the snapshot.
func (c *call) knownSource(in *taking) error {
	held := intake.SnapshotOf(in.plan, in.period.ID)
	if _, there := held.Sources[plan.SourceID(c.sourceID)]; there || c.sourceID == "" || in.old == nil {
		return nil
	}
	if len(held.Sources) == 0 {
		return wrong("--source: %s chưa có nguồn nào (dùng --source-url và địa chỉ nơi báo cáo được công bố)", "--source: %s has no source yet (use --source-url and the address at which the report is published)", c.at(in))
	}
	var ids []string
	for id := range held.Sources {
		ids = append(ids, string(id))
	}
	slices.Sort(ids)
	vi, en := meant(c.sourceID, ids)
	return wrong("--source: %[1]s không có nguồn %[2]q (%[3]s)", "--source: %[1]s has no source %[2]q (%[4]s)", c.at(in), c.sourceID, vi, en)
}

// unusedSource warns of an address that makes no source, because the snapshot has others.
func (c *call) unusedSource(in *taking) []diag.Diagnostic {
	if c.reportAt == "" || in.addedASource {
		return nil
	}
	for _, source := range intake.SnapshotOf(in.plan, in.period.ID).Sources {
		if source.URL == c.reportAt {
			return nil
		}
	}
	return []diag.Diagnostic{{File: filepath.ToSlash(c.at(in)), Severity: diag.Warning, Rule: "source-url-unused",
		Message: diag.Say("tệp này đã có nguồn khác, nên --source-url không được dùng", "this file has other sources already, so --source-url is not used"),
		Hint:    diag.Say("nếu đây là nguồn mới, ghi nó vào sources: rồi dùng --source", "if it is a new source, write it under sources: and use --source")}}
}

// sameProblem is what a problem keeps when lines move.
func sameProblem(d diag.Diagnostic) string { return d.Rule + "\n" + d.File + "\n" + d.Message.EN }

// today is the only look at the clock.
func today() plan.Date { return plan.DateOf(time.Now()) }

// at is the path of the snapshot.
func (c *call) at(in *taking) string { return filepath.Join(c.content, filepath.FromSlash(in.name)) }

// addSource adds the report that sums the forms up as a source, where the snapshot has none.
func (c *call) addSource(in *taking) {
	held := intake.SnapshotOf(in.plan, in.period.ID)
	if c.reportAt == "" || len(held.Sources) > 0 {
		return
	}
	id := plan.SourceID("bc-" + string(in.period.ID))
	source := plan.Source{Title: "Báo cáo " + in.period.Name.VI + " – " + in.plan.Short.VI, Publisher: in.plan.Issuer, URL: c.reportAt,
		Published: plan.Published{Date: in.received}, Confidence: "primary"}
	held.Sources = map[plan.SourceID]plan.Source{id: source}
	in.base, in.addedASource = content.AddSource(in.old, id, source), true
}

// returned reads the files that came back; folders are gone through.
func (c *call) returned() ([]intake.File, []diag.Diagnostic, error) {
	var files []intake.File
	var found []diag.Diagnostic
	read := func(name string) {
		f, problems := opened(name)
		if found = append(found, problems...); problems == nil {
			files = append(files, f)
		}
	}
	for _, word := range c.words {
		if _, err := os.Lstat(word); errors.Is(err, fs.ErrNotExist) {
			return nil, nil, wrong("không có thư mục hoặc tệp %q (sửa đường dẫn)", "there is no folder or file %q (correct the path)", word)
		}
		if !isFolder(word) {
			read(word)
			continue
		}
		err := fs.WalkDir(os.DirFS(word), ".", func(inside string, d fs.DirEntry, err error) error {
			name := filepath.Join(word, filepath.FromSlash(inside))
			switch {
			case err != nil:
				found = append(found, unreadable(name, err))
			case d.IsDir():
			case intake.IsForm(name):
				read(name)
			default:
				found = append(found, intake.Skipped(filepath.ToSlash(name))...)
			}
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	if len(files) == 0 && !failed(found) {
		return nil, nil, wrong("không có biểu mẫu nào (.xlsx, .csv) ở %q", "there are no forms (.xlsx, .csv) in %q", strings.Join(c.words, ", "))
	}
	return files, found, nil
}

// opened reads one file; what is no plain file, such as a pipe, is not waited for.
func opened(name string) (intake.File, []diag.Diagnostic) {
	f := intake.File{Name: filepath.ToSlash(name)}
	info, err := os.Stat(name)
	switch {
	case err != nil:
	case !info.Mode().IsRegular():
		err = fs.ErrInvalid
	case info.Size() > intake.LargestFile:
		return f, []diag.Diagnostic{intake.TooLarge(f.Name)}
	default:
		f.Bytes, err = os.ReadFile(name)
	}
	if err != nil {
		return f, []diag.Diagnostic{unreadable(name, err)}
	}
	return f, nil
}

// unreadable is the problem of a file or folder that cannot be read.
func unreadable(name string, err error) diag.Diagnostic {
	d := diag.Diagnostic{File: filepath.ToSlash(name), Severity: diag.Error, Rule: "unreadable",
		Message: diag.Say("không đọc được: %v", "it cannot be read: %v", err), Hint: diag.Say("xem tệp có mở được không", "see whether the file can be opened")}
	switch {
	case inUse(err):
		d.Message, d.Hint = diag.Say("tệp đang mở trong một chương trình khác", "the file is open in another program"), diag.Say("đóng tệp lại rồi chạy lại", "close it there, then run this again")
	case errors.Is(err, fs.ErrPermission):
		d.Message, d.Hint = diag.Say("không có quyền đọc", "there is no permission to read it"), diag.Say("xem quyền của tệp và thư mục", "look at the rights of the file and its folder")
	case errors.Is(err, fs.ErrNotExist):
		d.Message, d.Hint = diag.Say("đây là liên kết tới một tệp không còn", "this is a link to a file that is no longer there"), diag.Say("chép chính tệp đó vào đây, hoặc xóa liên kết", "copy the file itself here, or delete the link")
	case errors.Is(err, fs.ErrInvalid):
		d.Message, d.Hint = diag.Say("đây không phải là một tệp thường", "this is no plain file"), diag.Say("bỏ nó ra khỏi thư mục, hoặc sửa đường dẫn", "take it out of the folder, or correct the path")
	}
	return d
}

// tried makes the changes in the text, and tells what the content's own rules say of the result.
func (c *call) tried(in *taking, changes []intake.Change) ([]diag.Diagnostic, error) {
	var err error
	if in.text, err = content.EditSnapshot(in.base, intake.Edits(changes)); errors.Is(err, content.ErrByHand) {
		return []diag.Diagnostic{{File: filepath.ToSlash(c.at(in)), Severity: diag.Error, Rule: "by-hand",
			Message: diag.Say("tệp này viết theo cách mà chương trình không sửa được mà vẫn giữ nguyên phần còn lại", "this file is written in a way in which it cannot be changed with the rest left as it is"),
			Hint:    diag.Say("viết mỗi mục bắt đầu bằng - ở một dòng, giá trị trên cùng dòng với khóa, hoặc tự sửa tệp", "begin each entry with - on a line, with each value on the line of its key, or change the file by hand")}}, nil
	} else if err != nil {
		return nil, err
	}
	_, _, after := content.Load(content.Instead(os.DirFS(c.content), in.name, in.text))
	relocated := intake.Relocate(intake.SnapshotOf(in.plan, in.period.ID), in.text, changes)
	var found []diag.Diagnostic
	for _, d := range after.Sorted() {
		if in.known[sameProblem(d)] {
			continue
		}
		if untranslated(d) {
			d.Severity = diag.Warning
		}
		moved := d
		if d.File == in.name {
			moved = relocated(d)
		}
		if moved.File == d.File {
			moved = under(c.content, []diag.Diagnostic{d})[0]
		}
		found = append(found, moved)
	}
	return found, nil
}

// take shows what would change, asks, and writes.
func (c *call) take(in *taking, changes []intake.Change) error {
	if len(changes) == 0 {
		c.say("Không có gì thay đổi trong %s", "Nothing changes in %s", c.at(in))
		return nil
	}
	c.show(in, changes)
	if !c.yes && !c.agreed() {
		c.say("Chưa ghi gì (thêm --yes để ghi mà không hỏi)", "Nothing was written (add --yes to write without being asked)")
		return nil
	}
	now, err := os.ReadFile(c.at(in))
	if err != nil {
		return c.writing(err, c.at(in))
	}
	if !bytes.Equal(now, in.old) {
		return &failure{exitContent, text{c.at(in) + " đã bị sửa trong khi xem; chưa ghi gì (chạy lại lệnh này)", c.at(in) + " was changed in the meantime; nothing was written (run this again)"}}
	}
	if err := guard.Replace(c.at(in), in.text).Do(); err != nil {
		return c.writing(err, c.at(in))
	}
	c.say("Đã ghi %d thay đổi vào %s", "Changes written: %d, to %s", len(changes), c.at(in))
	return nil
}

// show prints what would change, on standard output; with --json that holds the problems alone.
func (c *call) show(in *taking, changes []intake.Change) {
	if c.json || c.quiet {
		return
	}
	heading := text{"Thay đổi trong " + c.at(in) + ":", "Changes in " + c.at(in) + ":"}
	fmt.Fprintln(c.env.Stdout, heading.in(c.lang))
	if in.addedASource {
		fmt.Fprintln(c.env.Stdout, "  + "+text{"nguồn: ", "source: "}.in(c.lang)+c.reportAt)
	}
	for _, x := range changes {
		mark := "~"
		switch {
		case x.Drop:
			mark = "-"
		case x.Index == content.NewEntry:
			mark = "+"
		}
		fmt.Fprintln(c.env.Stdout, "  "+mark+" "+strings.ReplaceAll(x.Words.In(c.lang), "\n", " "))
	}
}

// agreed asks on a terminal whether to write; elsewhere nobody is there to answer.
func (c *call) agreed() bool {
	if !c.env.Asks {
		return false
	}
	fmt.Fprint(c.env.Stderr, text{"Ghi những thay đổi này? Gõ “có” rồi Enter: ", "Write these changes? Type “yes” and Enter: "}.in(c.lang))
	typed, err := bufio.NewReader(c.env.Stdin).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return false
	}
	return slices.Contains([]string{"có", "co", "yes"}, norm.NFC.String(strings.ToLower(strings.TrimSpace(typed))))
}

// refused reports the problems and says that nothing was written.
func (c *call) refused(found []diag.Diagnostic) error {
	problems := sorted(found)
	if err := c.report(problems); err != nil {
		return err
	}
	c.count(errorsAmong(problems))
	if !c.json {
		c.say("Chưa ghi gì", "Nothing was written")
	}
	return errContent
}

func sorted(found []diag.Diagnostic) []diag.Diagnostic {
	var l diag.List
	l.Add(found...)
	return l.Sorted()
}

func failed(found []diag.Diagnostic) bool { return errorsAmong(found) > 0 }

// sharing is what Windows says of a file that another program keeps for itself.
const sharing, locked = syscall.Errno(32), syscall.Errno(33)

func inUse(err error) bool {
	return runtime.GOOS == "windows" && (errors.Is(err, sharing) || errors.Is(err, locked))
}
