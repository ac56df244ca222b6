package publish

import (
	"errors"

	"golang.org/x/sys/unix"
)

// exchange lets the staged site and the old one change places in one step of the file system; afterwards the staging
// folder holds the old site. A file system that cannot exchange gets two renames.
func (p place) exchange() error {
	err := unix.Renameat2(unix.AT_FDCWD, p.stage, unix.AT_FDCWD, p.out, unix.RENAME_EXCHANGE)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, unix.EINVAL), errors.Is(err, unix.ENOSYS), errors.Is(err, unix.ENOTSUP):
		return p.exchangeByRenaming()
	}
	return inUse(p.out, err)
}
