//go:build unix

package publish

import (
	"hash/crc32"

	"golang.org/x/sys/unix"
)

// sum is the check sum of so many bytes of a plain file. It asks the system itself: os.Open makes a file ready to be waited
// for, which a plain one never is, with six more calls than it takes to read a page.
func (w *writer) sum(name string, bytes int64) (check uint32, ok bool) {
	file, err := again(func() (int, error) { return unix.Open(name, unix.O_RDONLY|unix.O_CLOEXEC|unix.O_NOFOLLOW, 0) })
	if err != nil {
		return 0, false
	}
	defer unix.Close(file)
	for left := bytes; left > 0; {
		n, err := again(func() (int, error) { return unix.Read(file, w.room) })
		if err != nil || n == 0 {
			return 0, false
		}
		check = crc32.Update(check, castagnoli, w.room[:n])
		left -= int64(n)
	}
	return check, true
}

// again makes a call anew that a signal interrupted.
func again(call func() (int, error)) (n int, err error) {
	for {
		if n, err = call(); err != unix.EINTR {
			return n, err
		}
	}
}
