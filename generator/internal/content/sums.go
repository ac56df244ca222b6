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
	"sync"

	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trees"
)

// Sums are digests of a content folder as it stands, byte by byte: of every file but dot files, those included that
// Load does not read.
type Sums struct {
	Size Size // of the YAML files

	fsys      fs.FS
	files     map[string]digest
	snapshots map[string][]block

	mu    sync.Mutex
	texts map[string][]byte // of the files that Load reads, until it does
}

// Size is how many bytes some files have: all together, and the longest of them.
type Size struct{ All, Longest int64 }

type digest = trees.Digest

// block is a key of a snapshot with what belongs to it: the digest of its beginning, and those of the entries of its list.
type block struct {
	key    string
	bare   bool // nothing stands between the key and the first entry
	pieces []digest
}

// Sum reads the whole folder.
func Sum(fsys fs.FS) (*Sums, error) {
	s := &Sums{fsys: fsys, files: map[string]digest{}, snapshots: map[string][]block{}, texts: map[string][]byte{}}
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
		return s.add(name, room)
	})
	if err != nil {
		return nil, fmt.Errorf("digest of the content: %w", err)
	}
	return s, nil
}

// add sums a file, and keeps the text of one that Load reads.
func (s *Sums) add(name string, room []byte) (err error) {
	f := classify(name)
	if f.kind == stray {
		s.files[name], err = sumFile(s.fsys, name, room)
		return err
	}
	text, err := readPlain(s.fsys, name)
	switch {
	case err != nil:
		return err
	case len(text) > largest: // which Load refuses
		s.files[name], err = sumFile(s.fsys, name, room)
		return err
	case f.kind == snapshot:
		s.snapshots[name], s.files[name] = blocks(text)
	default:
		s.files[name] = sha256.Sum256(text)
	}
	s.texts[name] = text
	if path.Ext(name) == ".yaml" {
		s.Size.All, s.Size.Longest = s.Size.All+int64(len(text)), max(s.Size.Longest, int64(len(text)))
	}
	return nil
}

func sumFile(fsys fs.FS, name string, room []byte) (sum digest, err error) {
	if info, err := fs.Stat(fsys, name); err != nil || !info.Mode().IsRegular() { // to open one that is none may wait for ever
		return sum, &fs.PathError{Op: "read", Path: name, Err: cmp.Or(err, fs.ErrInvalid)}
	}
	f, err := fsys.Open(name)
	if err != nil {
		return sum, err
	}
	defer f.Close()
	d := sha256.New()
	_, err = io.CopyBuffer(d, struct{ io.Reader }{f}, room) // a file alone would bring room of its own
	return digest(d.Sum(nil)), err
}

// blocks takes a snapshot apart, and gives the digest of the whole, which is made from those of the pieces.
func blocks(text []byte) (all []block, whole digest) {
	sum := sha256.New()
	for part := range pieces(text, topKey) {
		key, _, _ := bytes.Cut(part, []byte(":"))
		b := block{key: string(key)}
		for piece := range pieces(part, entryMark()) {
			if len(b.pieces) == 0 {
				b.bare = bare(piece)
			}
			d := sha256.Sum256(piece)
			b.pieces = append(b.pieces, d)
			sum.Write(d[:])
		}
		all = append(all, b)
	}
	return all, digest(sum.Sum(nil))
}

// All is the digest of everything.
func (s *Sums) All() string { return together(s.files) }

func together(sums map[string]digest) string {
	var all []byte
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		d := sums[name]
		all = append(append(append(all, d[:]...), name...), '\n')
	}
	return hexSum(all)
}

func hexSum(text []byte) string {
	d := sha256.Sum256(text)
	return hex.EncodeToString(d[:])
}

// FS is the folder as it was summed: the text of each file that Load reads is handed out from memory, once, so that it is
// read from the disk once.
func (s *Sums) FS() fs.FS { return summed{FS: s.fsys, sums: s} }

type summed struct {
	fs.FS
	sums  *Sums
	stays bool // what is handed out stays, for the reading
}

// Stat implements fs.StatFS.
func (f summed) Stat(name string) (fs.FileInfo, error) { return fs.Stat(f.FS, name) }

// ReadDir implements fs.ReadDirFS.
func (f summed) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(f.FS, name) }

// Lstat implements fs.ReadLinkFS.
func (f summed) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(f.FS, name) }

// ReadLink implements fs.ReadLinkFS.
func (f summed) ReadLink(name string) (string, error) { return fs.ReadLink(f.FS, name) }

func (f summed) text(name string) (text []byte, sum *digest, ok bool) {
	s := f.sums
	s.mu.Lock()
	defer s.mu.Unlock()
	if text, ok = s.texts[name]; !ok {
		return nil, nil, false
	}
	if !f.stays {
		delete(s.texts, name)
	}
	d := s.files[name]
	return text, &d, true
}

// Rows tells the figures of single rows apart from all the rest: the digest of what the snapshots say of each indicator
// and task and of its kin (plan.Site.Kin). Another figure changes the digests of its row and kin alone. ok is false when
// the site was not read from FS.
func (s *Sums) Rows(site *plan.Site) (rest string, rows map[plan.RowID]string, ok bool) {
	others, kin, figures := maps.Clone(s.files), site.Kin(), map[plan.RowID][]byte{}
	for _, p := range site.Plans {
		heads := headsOf(p, kin)
		for _, x := range p.Snapshots {
			name := path.Join("plans", p.ID, "snapshots", string(x.Period)+".yaml")
			all, known := s.snapshots[name]
			if !known {
				return "", nil, false
			}
			others[name] = apart(all, heads, x, func(head plan.RowID, entry digest) {
				figures[head] = append(append(append(figures[head], entry[:]...), name...), '\n')
			})
		}
	}
	rows = make(map[plan.RowID]string, len(kin))
	for row, head := range kin {
		rows[row] = hexSum(figures[head])
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

// apart hands out the entries of a snapshot's lists of figures, each with the head of its row, and gives the digest of what
// is left: all, where one of the lists is not written one entry below the other.
func apart(all []block, of heads, x *plan.Snapshot, each func(head plan.RowID, entry digest)) digest {
	lists, left := of.lists(x), sha256.New()
	plain := oneEach(all, lists)
	for _, b := range all {
		for n, piece := range b.pieces {
			if rows := lists[b.key]; n > 0 && plain && len(rows) > 0 {
				each(rows[n-1], piece)
			} else {
				left.Write(piece[:])
			}
		}
	}
	return digest(left.Sum(nil))
}

// oneEach tells whether each list has one block, with a piece for each row.
func oneEach(all []block, lists map[string][]plan.RowID) bool {
	found := 0
	for _, b := range all {
		if rows := lists[b.key]; len(rows) > 0 {
			if !b.bare || len(b.pieces) != 1+len(rows) {
				return false
			}
			found++
		}
	}
	for _, rows := range lists {
		if len(rows) > 0 {
			found--
		}
	}
	return found == 0
}

// lists are the heads of the rows of a snapshot's lists of figures, by their keys.
func (of heads) lists(x *plan.Snapshot) map[string][]plan.RowID {
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
	return map[string][]plan.RowID{"observations": observations, "not_reported": gaps, "task_reports": reports}
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

// topKey tells a line that may begin with a key of the snapshot itself: whatever is written from the first column on, but for
// comments and entries. Where it is none, in the middle of a text in quotes, the list around it has too few entries.
func topKey(line []byte) bool { return !bytes.ContainsAny(line[:1], " \t\r\n#-") }

// bare tells a key with nothing behind it but comments.
func bare(head []byte) bool {
	_, behind, found := bytes.Cut(head, []byte(":"))
	for line := range bytes.Lines(behind) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return false
		}
	}
	return found
}

// entryMark tells the lines that begin the entries of the list in a section: a dash at the indent of the first. Every entry
// has one, so that there are as many only where no text looks like one.
func entryMark() func(line []byte) bool {
	indent := -1
	return func(line []byte) bool {
		blanks := 0
		for line[blanks] == ' ' && blanks+1 < len(line) {
			blanks++
		}
		rest := line[blanks:]
		if rest[0] != '-' || len(rest) > 1 && !bytes.ContainsAny(rest[1:2], " \t\r\n") {
			return false
		}
		if indent < 0 {
			indent = blanks
		}
		return blanks == indent
	}
}
