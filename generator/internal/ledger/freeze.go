package ledger

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"

	"minhbach/generator/internal/guard"
)

// pending is the note of a release that is being written. While the ledger is as it was before, what the note names is
// left over from a process that was stopped, and nothing was released.
type pending struct {
	Plan      string `json:"plan"`
	Period    string `json:"period"`
	Ledger    string `json:"ledger_sha256"` // of the plan's ledger before
	Zip       string `json:"zip_sha256"`
	Addresses string `json:"addresses_sha256"`
	Kept      int    `json:"addresses_kept"` // so many bytes of the list of addresses were there before
}

const pendingFile = "ledger/pending.json"

// unfinished is the note of a release that was stopped; nil when there is none.
func unfinished(fsys fs.FS) *pending {
	var p pending
	if json.Unmarshal(read(fsys, pendingFile), &p) != nil || Digest(read(fsys, ledgerFile(p.Plan))) != p.Ledger {
		return nil
	}
	return &p
}

// left tells the zip that a stopped release left.
func (p *pending) left(name string, file []byte) bool {
	return p != nil && name == zipFile(p.Plan, p.Period) && Digest(file) == p.Zip
}

// before is the list of addresses without what a stopped release added.
func (p *pending) before(file []byte) []byte {
	if p == nil || Digest(file) != p.Addresses || p.Kept > len(file) {
		return file
	}
	return file[:p.Kept]
}

// Steps write a release into the content folder, one after the other: the note, the zip, the addresses, and then the
// ledger, with which it is released.
func (f Frozen) Steps(folder string) []func() error {
	at := func(name string) string { return filepath.Join(folder, filepath.FromSlash(name)) }
	note, err := json.Marshal(f.pending)
	steps := []func() error{func() error { return err }}
	for _, w := range []struct {
		name string
		body []byte
	}{{pendingFile, append(note, '\n')}, {zipFile(f.Line.Plan, f.Line.Period), f.zip}, {addressesFile, f.addresses}, {ledgerFile(f.Line.Plan), f.ledger}} {
		steps = append(steps, func() error { return os.MkdirAll(filepath.Dir(at(w.name)), 0o755) })
		steps = append(steps, guard.Replace(at(w.name), w.body).Steps()...)
	}
	return append(steps, func() error { return os.Remove(at(pendingFile)) })
}

// Current tells whether the ledger and the addresses of a folder are still those that the release goes on from.
func (f Frozen) Current(fsys fs.FS) bool {
	listed := read(fsys, addressesFile)
	return Digest(read(fsys, ledgerFile(f.Line.Plan))) == f.pending.Ledger && len(listed) == f.pending.Kept && bytes.HasPrefix(f.addresses, listed)
}

// Undo gives the steps that take away what a stopped release left in the content folder; none when there is nothing.
func Undo(folder string) []func() error {
	fsys := os.DirFS(folder)
	at := func(name string) string { return filepath.Join(folder, filepath.FromSlash(name)) }
	if _, err := fs.Stat(fsys, pendingFile); err != nil {
		return nil
	}
	var steps []func() error
	if p := unfinished(fsys); p != nil {
		if name := zipFile(p.Plan, p.Period); p.left(name, read(fsys, name)) {
			steps = append(steps, func() error { return os.Remove(at(name)) })
		}
		file := read(fsys, addressesFile)
		switch kept := p.before(file); {
		case len(kept) == len(file):
		case len(kept) == 0:
			steps = append(steps, func() error { return os.Remove(at(addressesFile)) })
		default:
			steps = append(steps, guard.Replace(at(addressesFile), kept).Steps()...)
		}
	}
	return append(steps, func() error { return os.Remove(at(pendingFile)) })
}
