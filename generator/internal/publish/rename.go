package publish

import (
	"errors"
	"fmt"
	"os"
	"time"
)

// renameTwice moves the old site aside and the new one into its place, and the old one back if that fails. A process
// killed between the two renames leaves the old site whole beside the output folder; the next build puts it back.
func renameTwice(stage, out string) error {
	old := beside(out, "old")
	if err := os.RemoveAll(old); err != nil {
		return err
	}
	if err := patiently(func() error { return os.Rename(out, old) }); err != nil {
		return fmt.Errorf("%s is in use (close the programs that have it open, then build again): %w", out, err)
	}
	if err := patiently(func() error { return os.Rename(stage, out) }); err != nil {
		return errors.Join(err, os.Rename(old, out))
	}
	return os.RemoveAll(old)
}

// restore puts back a site that a killed build left aside.
func restore(out string) error {
	old := beside(out, "old")
	if _, err := os.Lstat(old); err != nil {
		return nil
	}
	if _, err := os.Lstat(out); errors.Is(err, os.ErrNotExist) {
		return os.Rename(old, out)
	}
	return os.RemoveAll(old)
}

// patiently tries for a second: on Windows a virus scanner may hold a file for a moment.
func patiently(try func() error) error {
	err := try()
	for n := 0; err != nil && n < 10; n++ {
		time.Sleep(100 * time.Millisecond)
		err = try()
	}
	return err
}
