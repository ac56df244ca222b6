package cli

import (
	"errors"
	"path/filepath"

	"minhbach/generator/internal/guard"
)

// contentLock is the file in the content folder that keeps two people apart who change it by this program.
const contentLock = ".minhbach-lock"

// lockContent takes the lock of the content folder, which dies with the process.
func (c *call) lockContent() (unlock func(), err error) {
	unlock, err = guard.Lock(filepath.Join(c.content, contentLock))
	if errors.Is(err, guard.ErrLocked) {
		return nil, machine("một lệnh khác đang ghi vào %q (chờ xong rồi chạy lại)", "another command is writing to %q (wait for it, then run this again)", c.content)
	}
	if err != nil {
		return nil, c.writing(err, c.content)
	}
	return unlock, nil
}
