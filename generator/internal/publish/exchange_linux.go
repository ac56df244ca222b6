package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange puts the staged site in the place of the old one in one step of the file system; afterwards the staging
// folder holds the old site. A file system that cannot exchange gets two renames.
func exchange(stage, out string) error {
	if _, err := os.Lstat(out); errors.Is(err, os.ErrNotExist) {
		return os.Rename(stage, out)
	}
	err := unix.Renameat2(unix.AT_FDCWD, stage, unix.AT_FDCWD, out, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.ENOTSUP) {
		return renameTwice(stage, out)
	}
	return err
}
