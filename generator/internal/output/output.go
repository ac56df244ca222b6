// Package output names what passes from the rooms that make files to the room that publishes them.
package output

import "io"

// File is one file of the site. Write may run on any core, at any time and more than once, and always gives the same
// bytes.
type File struct {
	Path  string // from the site's root, with slashes
	Write func(io.Writer) error
}
