package cli_test

import (
	"path/filepath"
	"testing"
	"time"
)

// TestCheckWatch: each change is checked, whatever was found before, on a clean screen where there is one, until the end.
func TestCheckWatch(t *testing.T) {
	for _, terminal := range []bool{false, true} {
		screen := `^`
		if terminal {
			screen = "^\x1b\\[H\x1b\\[2J\x1b\\[3J"
		}
		content, says, stop := runs(t, terminal, "check", "--watch")
		says.waitFor(t, screen+`[^\x1b]*No problems in 1 plan\nChecking again`)
		q1 := filepath.Join(content, "plans", "2030", "snapshots", "q1.yaml")
		change(t, q1, "42.79", "42,790")
		says.waitFor(t, screen+`[^\x1b]*q1\.yaml:7:[0-9]+: error[^\x1b]*1 error\nChecking again`)
		change(t, q1, "42,790", "42.7")
		says.waitFor(t, screen+`[^\x1b]*No problems in 1 plan\nChecking again`)
		time.Sleep(250 * time.Millisecond) // two looks
		if said := says.all(); said != "" {
			t.Errorf("nothing changed, and it says %s", said)
		}
		if code := stop(); code != 0 {
			t.Errorf("it ended with %d", code)
		}
	}
}
