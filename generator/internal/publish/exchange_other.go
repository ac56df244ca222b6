//go:build !linux

package publish

import (
	"errors"
	"os"
)

// exchange puts the staged site in the place of the old one.
func exchange(stage, out string) error {
	if _, err := os.Lstat(out); errors.Is(err, os.ErrNotExist) {
		return os.Rename(stage, out)
	}
	return renameTwice(stage, out)
}
