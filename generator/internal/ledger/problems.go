package ledger

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// Places gives line and column of a data path in a file of the content folder.
type Places func(file, path string) (line, col int)

// Problems compares a content folder with what was released from it. Addresses are those of the site as it would be
// built now; they are asked for only when there is a ledger.
func Problems(fsys fs.FS, s *plan.Site, addresses func() ([]string, error), at Places) ([]diag.Diagnostic, error) {
	a := &audit{fsys: fsys, site: s, at: at, newest: map[string]bool{}}
	zips, _ := fs.Glob(fsys, "releases/*/*.zip")
	files, _ := fs.Glob(fsys, "ledger/*.jsonl")
	ledgers := map[string]bool{}
	if a.pending = unfinished(fsys); a.pending != nil {
		a.found = append(a.found, diag.Diagnostic{File: pendingFile, Severity: diag.Warning, Rule: "release-stopped",
			Message: diag.Say("lần công bố kỳ “%s” bị dừng giữa chừng, nên kỳ này chưa được công bố", "the release of period “%s” was stopped on its way, so it was not released", a.pending.Period),
			Hint:    diag.Say("chạy lại minhbach release %s", "run minhbach release %s again", a.pending.Period)})
	}
	for _, name := range files {
		id := strings.TrimSuffix(path.Base(name), ".jsonl")
		ledgers[id] = true
		a.ledger(id)
	}
	for _, name := range zips {
		id := path.Base(path.Dir(name))
		switch {
		case a.pending.left(name, read(fsys, name)):
		case !ledgers[id]:
			a.fail(ledgerFile(id), "", "ledger-missing",
				diag.Say("thiếu sổ công bố, trong khi đã có %s", "the ledger is missing although there is %s", name),
				diag.Say("lấy lại tệp này từ lịch sử của kho", "bring this file back from the history of the repository"))
		case a.listed != nil && !a.listed[name]:
			a.fail(name, "", "ledger-zip",
				diag.Say("bản lưu này không có trong sổ công bố", "this release is not in the ledger"),
				diag.Say("lấy lại %s từ lịch sử của kho, hoặc xóa bản lưu lạ", "bring %s back from the history of the repository, or delete the stray file", ledgerFile(id)))
		}
	}
	if len(files) == 0 {
		return a.found, nil
	}
	now, err := addresses()
	if err != nil {
		return nil, err
	}
	a.addresses(now)
	return a.found, nil
}

// audit is one comparison.
type audit struct {
	fsys    fs.FS
	site    *plan.Site
	at      Places
	listed  map[string]bool // the zips that the ledgers name; nil when a ledger is broken
	broken  bool
	newest  map[string]bool // the digests of the addresses that the last lines of the ledgers hold
	said    map[string]bool // see once
	pending *pending        // a release that was stopped; nil without one
	found   []diag.Diagnostic
}

func (a *audit) fail(file, path, rule string, message, hint diag.Text) {
	line, col := 0, 0
	if path != "" {
		line, col = a.at(file, path)
	}
	a.found = append(a.found, diag.Diagnostic{File: file, Line: line, Col: col, Severity: diag.Error, Rule: rule, Message: message, Hint: hint})
}

// ledger verifies the ledger of one plan and everything that it names.
func (a *audit) ledger(id string) {
	lines, err := Read(id, read(a.fsys, ledgerFile(id)))
	var broken *Broken
	if errors.As(err, &broken) {
		a.found = append(a.found, diag.Diagnostic{File: ledgerFile(id), Line: broken.Line, Severity: diag.Error, Rule: "ledger-broken",
			Message: diag.Say("sổ công bố bị hỏng ở dòng này (%[1]s)", "the ledger is broken at this line (%[2]s)", broken.Why.VI, broken.Why.EN),
			Hint:    diag.Say("lấy lại tệp này từ lịch sử của kho; không sửa tay", "bring this file back from the history of the repository; it is not edited by hand")})
		a.listed, a.broken = nil, true
		return
	}
	if a.listed == nil && !a.broken {
		a.listed = map[string]bool{}
	}
	for n, l := range lines {
		if a.listed != nil {
			a.listed[zipFile(id, l.Period)] = true
		}
		a.release(id, l)
		if n == len(lines)-1 {
			a.newest[l.Addresses] = true
		}
	}
}

// release compares one release with today's content.
func (a *audit) release(id string, l Line) {
	name := zipFile(id, l.Period)
	file := read(a.fsys, name)
	if Digest(file) != l.Zip {
		a.fail(name, "", "ledger-zip",
			diag.Say("bản lưu của kỳ “%s” bị thiếu hoặc khác với sổ công bố", "the release of period “%s” is missing or not the one in the ledger", l.Period),
			diag.Say("lấy lại tệp này từ lịch sử của kho", "bring this file back from the history of the repository"))
		return
	}
	p, snapshot, err := find(a.site, Notice{Plan: id, Period: plan.PeriodID(l.Period)})
	if err != nil {
		a.fail("plans/"+id+"/snapshots/"+l.Period+".yaml", "", "released-gone",
			diag.Say("số liệu kỳ “%[1]s” đã công bố ngày %[2]s nay không còn, hoặc lại thành bản nháp", "the snapshot of period “%[1]s”, released on %[3]s, is gone or a draft again", l.Period, l.day(plan.VI), l.day(plan.EN)),
			diag.Say("lấy lại tệp này, với released như cũ", "bring this file back, with released as it was"))
		return
	}
	a.approval(l, p, snapshot)
	now, err := Tables(a.site, p, snapshot.Cutoff)
	if err != nil || same(l, now) {
		return
	}
	if then, err := unpack(file); err == nil {
		(&comparison{audit: a, plan: p, release: l, then: then, now: now}).run()
	}
}

func same(l Line, now map[string][]byte) bool {
	for name, digest := range l.Tables {
		if Digest(now[name]) != digest {
			return false
		}
	}
	return true
}

// complete tells whether the list of addresses is the one that was released last. It only grows, so it begins with the
// list that the last line of each ledger holds, and is one of these.
func (a *audit) complete(file []byte) bool {
	grown := map[string]bool{}
	sum := sha256.New()
	digest := func() string { return hex.EncodeToString(sum.Sum(nil)) }
	for line := range bytes.Lines(file) {
		sum.Write(line)
		grown[digest()] = true
	}
	for newest := range a.newest {
		if !grown[newest] {
			return false
		}
	}
	return a.newest[digest()]
}

// addresses: what was published under an address stays there.
func (a *audit) addresses(now []string) {
	file := a.pending.before(read(a.fsys, addressesFile))
	if !a.broken && !a.complete(file) {
		a.fail(addressesFile, "", "ledger-addresses",
			diag.Say("danh sách địa chỉ bị thiếu hoặc khác với sổ công bố", "the list of addresses is missing or not the one in the ledger"),
			diag.Say("lấy lại tệp này từ lịch sử của kho", "bring this file back from the history of the repository"))
		return
	}
	have := map[string]bool{}
	for _, x := range now {
		have[x] = true
	}
	for n, x := range listed(file) {
		if !have[x] {
			a.found = append(a.found, diag.Diagnostic{File: addressesFile, Line: n + 1, Severity: diag.Error, Rule: "address-gone",
				Message: diag.Say("địa chỉ đã công bố %s không còn trên trang", "the published address %s is gone from the site", x),
				Hint:    diag.Say("khôi phục mã, tệp hoặc dòng đã tạo ra địa chỉ này", "bring back the id, file or row that made this address")})
		}
	}
}
