// Package schema holds the JSON Schemas of the files that staff edit, with which editors complete and check them. They
// are made from the types of package plan by a test of package content, which also keeps them as they should be.
package schema

import (
	"embed"
	"io/fs"
)

// Folder is where the first line of each file of a content folder looks for its schema.
const Folder = ".schema"

//go:embed files
var files embed.FS

// FS holds a schema for each kind of file: site.json, agencies.json, plan.json, indicator.json, task.json, snapshot.json.
func FS() fs.FS {
	sub, err := fs.Sub(files, "files")
	if err != nil {
		panic(err) // the folder is embedded by name
	}
	return sub
}
