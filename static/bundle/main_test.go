package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWriteTakesAwayOlderFiles(t *testing.T) {
	dist := t.TempDir()
	for _, name := range []string{"README.txt", "app-old.js"} {
		if err := os.WriteFile(filepath.Join(dist, name), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := write(dist, []asset{newAsset("app", "app-new.js", []byte("new"))}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"README.txt": true, "app-old.js": false, "app-new.js": true, "manifest.json": true} {
		if _, err := os.Stat(filepath.Join(dist, name)); (err == nil) != want {
			t.Errorf("%s: there %v, want %v", name, err == nil, want)
		}
	}
}
