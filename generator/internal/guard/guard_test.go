package guard_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"minhbach/generator/internal/guard"
)

func TestLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	unlock, err := guard.Lock(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := guard.Lock(path); !errors.Is(err, guard.ErrLocked) {
		t.Errorf("the lock was taken twice: %v", err)
	}
	unlock()
	unlock, err = guard.Lock(path)
	if err != nil {
		t.Fatalf("the lock is still taken: %v", err)
	}
	unlock()
	if _, err := os.Stat(path); err == nil {
		t.Error("the lock's file stays")
	}
}

// TestReplace holds that whoever is killed behind any step leaves the old file or the new one, and that the next try gets
// through.
func TestReplace(t *testing.T) {
	for killed := range len(guard.Replace("", nil).Steps()) + 1 {
		path := filepath.Join(t.TempDir(), "số liệu quý I.yaml")
		if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
			t.Fatal(err)
		}
		for _, step := range guard.Replace(path, []byte("new")).Steps()[:killed] {
			if err := step(); err != nil {
				t.Fatal(err)
			}
		}
		if have, err := os.ReadFile(path); err != nil || string(have) != "old" && string(have) != "new" {
			t.Errorf("killed behind step %d: %q, %v", killed, have, err)
		}
		if err := guard.Replace(path, []byte("newer")).Do(); err != nil {
			t.Fatal(err)
		}
		have, err := os.ReadFile(path)
		entries, _ := os.ReadDir(filepath.Dir(path))
		info, _ := os.Stat(path)
		if err != nil || string(have) != "newer" || len(entries) != 1 || info.Mode().Perm() != 0o640 {
			t.Errorf("killed behind step %d, and again: %q, %v, %v, %v", killed, have, err, entries, info.Mode())
		}
	}
}

func TestReplaceFails(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "folder")
	if err := os.MkdirAll(filepath.Join(folder, "in"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := guard.Replace(folder, []byte("new")).Do(); err == nil {
		t.Error("a folder was replaced by a file")
	}
	if entries, _ := os.ReadDir(filepath.Dir(folder)); len(entries) != 1 {
		t.Errorf("something is left: %v", entries)
	}
}
