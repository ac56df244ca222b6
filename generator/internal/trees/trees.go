// Package trees keeps what the YAML parser made of texts, which takes a third of the time of making a site anew: a build
// leaves it for the next, and a preview for its next look. A tree is found by the digest of its text, and holds nothing that
// the text does not say.
package trees

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"gopkg.in/yaml.v3"
)

// Trees are those of the texts that were read last, and of those before. Nil keeps none.
type Trees struct {
	mu     sync.Mutex
	before map[Digest]flat
	used   map[Digest]flat
	parsed bool   // one at least was not found among those before
	file   string // that holds those before
}

// Digest is that of a text, or of what it is made from.
type Digest = [sha256.Size]byte

// New has none yet.
func New() *Trees { return &Trees{used: map[Digest]flat{}} }

// Again begins anew: what is not read from now on is forgotten.
func (t *Trees) Again() {
	if t != nil {
		t.before, t.used, t.parsed = t.used, map[Digest]flat{}, false
	}
}

// Load reads what Save wrote for the same maker. Where there is no such file, or it is not as it was written, there are none.
func Load(name, maker string) *Trees {
	t := New()
	if info, err := os.Lstat(name); err != nil || !info.Mode().IsRegular() {
		return t
	}
	written, err := os.ReadFile(name)
	if err != nil || len(written) < sumSize || sumOf(maker, written[sumSize:]) != binary.BigEndian.Uint32(written) {
		return t
	}
	for rest := string(written[sumSize:]); rest != ""; {
		var d Digest
		rest = rest[copy(d[:], rest):]
		marks, words := binary.BigEndian.Uint32([]byte(rest[:4])), binary.BigEndian.Uint32([]byte(rest[4:8]))
		rest = rest[8:]
		t.used[d] = flat{rest[:marks], rest[marks : marks+words]}
		rest = rest[marks+words:]
	}
	t.file = name
	return t
}

// Save puts the trees of the texts that were read last into a file that only its owner may read, unless it holds them
// already, and removes what has become old beside it. The maker stands for the way in which trees are made: Load takes them
// from no other. The file may be deleted at any time.
func (t *Trees) Save(name, maker string) error {
	if name == t.file && !t.parsed && len(t.used) == len(t.before) {
		return nil
	}
	folder := filepath.Dir(name)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(folder, filepath.Base(name)+".*") // which only the owner may read
	if err != nil {
		return err
	}
	err = errors.Join(t.write(f, maker), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	t.file = name
	forget(folder)
	return nil
}

// old is for how long a file is kept that nobody writes anew.
const old = 30 * 24 * time.Hour

// forget removes what is old from the folder of such files, which holds nothing else: content that is gone, and what a killed
// program left. What cannot be removed is no matter.
func forget(folder string) {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && strings.Contains(e.Name(), Ending) && time.Since(info.ModTime()) > old {
			_ = os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}

// Ending is that of the names of such files.
const Ending = ".trees"

// write puts the check sum before the rest once it is known: until then nobody takes the file for whole.
func (t *Trees) write(f *os.File, maker string) error {
	sum := crc32.New(castagnoli)
	to := bufio.NewWriter(io.MultiWriter(f, sum))
	_, err := f.Write(make([]byte, sumSize))
	_, _ = io.WriteString(sum, maker) // a sum takes everything
	for d, tree := range t.used {
		head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(d[:], uint32(len(tree.marks))), uint32(len(tree.words)))
		_, _ = to.Write(head) // Flush gives the error
		_, _ = to.WriteString(tree.marks)
		_, _ = to.WriteString(tree.words)
	}
	if err = errors.Join(err, to.Flush()); err != nil {
		return err
	}
	_, err = f.WriteAt(binary.BigEndian.AppendUint32(nil, sum.Sum32()), 0)
	return err
}

// sumSize is that of the check sum over the maker and all that follows.
const sumSize = crc32.Size

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func sumOf(maker string, rest []byte) uint32 {
	return crc32.Update(crc32.Checksum([]byte(maker), castagnoli), castagnoli, rest)
}

// find is the flat tree that was kept of a text.
func (t *Trees) find(d Digest) (tree flat, ok bool) {
	if t == nil {
		return flat{}, false
	}
	tree, ok = t.before[d]
	return tree, ok
}

func (t *Trees) keep(d Digest, tree flat, parsed bool) {
	if t != nil {
		t.mu.Lock()
		defer t.mu.Unlock()
		t.used[d] = tree
		t.parsed = t.parsed || parsed
	}
}

// Reader reads texts one after the other, one reader on each core.
type Reader struct {
	Trees *Trees

	write flattening
	read  unfolding
}

// Root is the tree of a text, until the next is read: that which was kept, or that of parse, which gives nil where there is
// none to use, and false where something is to be said of the text each time. The digest of the text is nil where it is not
// known. Either says what its flat form says, so that
// one that was kept is no other than one that was parsed; comments above and below a node are not to be relied on.
func (r *Reader) Root(text []byte, sum *Digest, parse func() (root *yaml.Node, sound bool)) *yaml.Node {
	var d Digest
	switch {
	case r.Trees == nil: // nothing is found by it
	case sum != nil:
		d = *sum
	default:
		d = sha256.Sum256(text)
	}
	if tree, kept := r.Trees.find(d); kept {
		r.Trees.keep(d, tree, false)
		return r.read.tree(tree)
	}
	root, sound := parse()
	if root == nil || !sound {
		return root
	}
	if tree, plain := r.write.tree(root); plain {
		r.read.onto(root, tree)
		r.Trees.keep(d, tree, true)
	}
	return root
}
