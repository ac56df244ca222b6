package content

import (
	"bytes"
	"io/fs"
	"time"
)

// Instead is a content folder with another text in place of one of its files, to see what would become of it.
func Instead(fsys fs.FS, name string, text []byte) fs.FS { return instead{fsys, name, text} }

type instead struct {
	fs.FS
	name string
	text []byte
}

// Open implements fs.FS.
func (i instead) Open(name string) (fs.File, error) {
	f, err := i.FS.Open(name)
	if err != nil || name != i.name {
		return f, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	return &replaced{f, bytes.NewReader(i.text), sized{info, int64(len(i.text))}}, nil
}

// replaced is an open file with another text.
type replaced struct {
	fs.File
	text *bytes.Reader
	info sized
}

func (r *replaced) Read(p []byte) (int, error) { return r.text.Read(p) }
func (r *replaced) Stat() (fs.FileInfo, error) { return r.info, nil }

// sized is what is known of a file, with another size.
type sized struct {
	fs.FileInfo
	size int64
}

func (s sized) Size() int64        { return s.size }
func (s sized) ModTime() time.Time { return time.Time{} }
