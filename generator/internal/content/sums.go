package content

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"path"
	"slices"

	"minhbach/generator/internal/plan"
)

// Sums are digests of a content folder as it stands, byte by byte: of every file but dot files, those included that
// Load does not read.
type Sums struct {
	Size Size // of the YAML files

	fsys  fs.FS
	files map[string]string
}

// Size is how many bytes some files have: all together, and the longest of them.
type Size struct{ All, Longest int64 }

// Sum reads the whole folder.
func Sum(fsys fs.FS) (*Sums, error) {
	s := &Sums{fsys: fsys, files: map[string]string{}}
	room := make([]byte, 64<<10)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "." && path.Base(name)[0] == '.':
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		}
		var size int64
		s.files[name], size, err = sumFile(fsys, name, room)
		if path.Ext(name) == ".yaml" {
			s.Size.All, s.Size.Longest = s.Size.All+size, max(s.Size.Longest, size)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("digest of the content: %w", err)
	}
	return s, nil
}

func sumFile(fsys fs.FS, name string, room []byte) (digest string, size int64, err error) {
	f, err := fsys.Open(name)
	if err != nil {
		return "", 0, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return "", 0, &fs.PathError{Op: "read", Path: name, Err: cmp.Or(err, fs.ErrInvalid)}
	}
	d := sha256.New()
	size, err = io.CopyBuffer(d, struct{ io.Reader }{f}, room) // a file alone would bring room of its own
	return hex.EncodeToString(d.Sum(nil)), size, err
}

func sum(text []byte) string {
	d := sha256.Sum256(text)
	return hex.EncodeToString(d[:])
}

// All is the digest of everything.
func (s *Sums) All() string { return together(s.files) }

func together(sums map[string]string) string {
	var b bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		fmt.Fprintf(&b, "%s %s\n", sums[name], name)
	}
	return sum(b.Bytes())
}

// Rows tells the figures of single rows apart from all the rest: the digest of what the snapshots say of each indicator
// and task and of its kin (plan.Site.Kin). Another figure changes the digests of its row and kin alone. ok is false when
// the folder is no longer as it was summed.
func (s *Sums) Rows(site *plan.Site) (rest string, rows map[plan.RowID]string, ok bool) {
	others, kin, figures := maps.Clone(s.files), site.Kin(), map[plan.RowID][]byte{}
	for _, p := range site.Plans {
		heads := headsOf(p, kin)
		for _, x := range p.Snapshots {
			name := path.Join("plans", p.ID, "snapshots", string(x.Period)+".yaml")
			text, err := readPlain(s.fsys, name)
			if err != nil || sum(text) != s.files[name] {
				return "", nil, false
			}
			left := apart(text, heads, x, func(head plan.RowID, entry []byte) {
				d := sha256.Sum256(entry)
				figures[head] = append(append(append(figures[head], d[:]...), name...), '\n')
			})
			others[name] = sum(left)
		}
	}
	rows = make(map[plan.RowID]string, len(kin))
	for row, head := range kin {
		rows[row] = sum(figures[head])
	}
	return together(others), rows, true
}

// heads are the rows of a plan that stand for their kin, by the ids of all rows.
type heads struct {
	indicators map[plan.IndicatorID]plan.RowID
	tasks      map[plan.TaskID]plan.RowID
}

func headsOf(p *plan.Plan, kin map[plan.RowID]plan.RowID) heads {
	h := heads{map[plan.IndicatorID]plan.RowID{}, map[plan.TaskID]plan.RowID{}}
	for _, i := range p.Indicators {
		h.indicators[i.ID] = kin[plan.IndicatorRow(p.ID, i.ID)]
	}
	for _, t := range p.Tasks {
		h.tasks[t.ID] = kin[plan.TaskRow(p.ID, t.ID)]
	}
	return h
}

// apart hands out the entries of a snapshot's lists of figures, each with the head of its row, and gives back what is left.
// A list that is not written one entry below the other is left whole.
func apart(text []byte, of heads, x *plan.Snapshot, each func(head plan.RowID, entry []byte)) (left []byte) {
	var observations, gaps, reports []plan.RowID
	for _, o := range x.Observations {
		observations = append(observations, of.indicators[o.Indicator])
	}
	for _, n := range x.NotReported {
		gaps = append(gaps, of.indicators[n.Indicator])
	}
	for _, r := range x.TaskReports {
		reports = append(reports, of.tasks[r.Task])
	}
	lists := map[string][]plan.RowID{"observations": observations, "not_reported": gaps, "task_reports": reports}
	for section := range pieces(text, topKey) {
		key, _, _ := bytes.Cut(section, []byte(":"))
		rows, entries := lists[string(key)], slices.Collect(pieces(section, entryMark()))
		if len(rows) == 0 || len(entries) != 1+len(rows) {
			left = append(left, section...)
			continue
		}
		left = append(left, entries[0]...)
		for n, row := range rows {
			each(row, entries[1+n])
		}
	}
	return left
}

// pieces cuts a text before each line that begins one; the first piece is what stands before them all.
func pieces(text []byte, begins func(line []byte) bool) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		from, at := 0, 0
		for line := range bytes.Lines(text) {
			if begins(line) {
				if !yield(text[from:at]) {
					return
				}
				from = at
			}
			at += len(line)
		}
		yield(text[from:])
	}
}

// topKey tells a line that begins with a key of the snapshot itself.
func topKey(line []byte) bool {
	if line[0] == ' ' || line[0] == '\n' { // most lines
		return false
	}
	key, _, found := bytes.Cut(line, []byte(":"))
	return found && len(key) > 0 && !bytes.ContainsAny(key, " \t#-\"'")
}

// entryMark tells the lines that begin the entries of the list in a section: a dash at the indent of the first.
func entryMark() func(line []byte) bool {
	indent := -1
	return func(line []byte) bool {
		text := bytes.TrimLeft(line, " ")
		if !bytes.HasPrefix(text, []byte("- ")) {
			return false
		}
		if indent < 0 {
			indent = len(line) - len(text)
		}
		return len(line)-len(text) == indent
	}
}
