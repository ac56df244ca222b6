// Package demo holds the demonstration: a content folder about a province that does not exist, with every kind of
// target, task, status and mishap. It is what `make demo` builds, a starter for a plan of one's own, and test content.
package demo

import (
	"embed"
	"io/fs"
)

//go:embed all:content
var files embed.FS

// FS is the content folder of the demonstration.
func FS() fs.FS {
	sub, err := fs.Sub(files, "content")
	if err != nil {
		panic(err) // the folder is embedded by name
	}
	return sub
}
