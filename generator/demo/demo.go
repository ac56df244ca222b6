// Package demo holds the demonstration: a content folder about a province that does not exist, with every kind of
// target, task, status and mishap. It is what `make demo` builds, a starter for a plan of one's own, and test content.
// Beside it lies the other starter: one of everything, with comments in both languages that say what to write.
package demo

import (
	"embed"
	"io/fs"
)

//go:embed all:content all:empty
var files embed.FS

// FS is the content folder of the demonstration.
func FS() fs.FS { return folder("content") }

// Empty is a content folder with one of everything and what to write in its place.
func Empty() fs.FS { return folder("empty") }

func folder(name string) fs.FS {
	sub, err := fs.Sub(files, name)
	if err != nil {
		panic(err) // the folders are embedded by name
	}
	return sub
}
