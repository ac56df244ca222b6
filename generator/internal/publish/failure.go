package publish

import "fmt"

// Stage is how far a publication came that failed.
type Stage string

// The stages.
const (
	Beside   Stage = "the new site is made beside the old one, where nothing can be written (give write permission, or choose another folder)"
	Leftover Stage = "what an earlier build left cannot be removed (close the programs that have it open, or remove it, then build again)"
	InTheWay Stage = "a folder has the name that the new site needs (move it elsewhere, then build again)"
	Writing  Stage = "the new site could not be written, the old one is as it was"
	Exchange Stage = "the site cannot be replaced, the old one is as it was (close the programs that have it open; if it is a mount point, choose a folder inside it; then build again)"
)

// Failure is what the system said at a stage, about a folder.
type Failure struct {
	Stage Stage
	Path  string
	Err   error
}

// Error implements error.
func (f *Failure) Error() string { return fmt.Sprintf("%s: %s: %v", f.Path, f.Stage, f.Err) }

// Unwrap gives what the system said.
func (f *Failure) Unwrap() error { return f.Err }
