// Package layouts embeds the templates and the texts of the interface, so that the program is self-contained.
package layouts

import (
	"embed"
	"errors"
	"io/fs"
)

// FS holds head.html, foot.html, parts/, pages/ and the texts: strings.json, rules.json, codebook.json.
//
//go:embed *.html *.json parts pages
var FS embed.FS

// Over gives the files of a folder of the user's own before those of the program, file by file.
func Over(own fs.FS) fs.FS { return overlay{own} }

type overlay struct{ own fs.FS }

// Open implements fs.FS.
func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.own.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return FS.Open(name)
	}
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && !info.IsDir() {
		return f, nil
	}
	f.Close()
	return FS.Open(name)
}
