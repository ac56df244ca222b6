package ledger_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"minhbach/generator/internal/ledger"
)

// three is a ledger of three releases.
func three(t *testing.T) []byte {
	t.Helper()
	var file []byte
	for _, period := range []string{"q1", "h1", "fy"} {
		var err error
		if file, err = ledger.Append(file, ledger.Line{Plan: "2030", Period: period, Date: "2030-04-10", Tables: map[string]string{"b": "2", "a": "1"}}); err != nil {
			t.Fatal(err)
		}
	}
	return file
}

func TestChain(t *testing.T) {
	file := three(t)
	lines, err := ledger.Read("2030", file)
	if err != nil || len(lines) != 3 || lines[2].Seq != 3 || lines[2].Period != "fy" || lines[0].Prev != "" {
		t.Fatalf("%v, %+v", err, lines)
	}
	all := bytes.Split(file, []byte("\n"))
	if lines[1].Prev != ledger.Digest(all[0]) {
		t.Error("prev is not the digest of the line before")
	}
	if !bytes.HasPrefix(all[0], []byte(`{"seq":1,"plan":"2030","period":"q1","date":"2030-04-10","prev":"","content_sha256":""`)) || !bytes.Contains(all[0], []byte(`{"a":"1","b":"2"}`)) {
		t.Errorf("the line is %s", all[0])
	}
	if windows, err := ledger.Read("2030", bytes.ReplaceAll(file, []byte("\n"), []byte("\r\n"))); err != nil || len(windows) != 3 {
		t.Errorf("a Windows checkout: %v", err)
	}
}

func TestBroken(t *testing.T) {
	file := string(three(t))
	lines := strings.SplitAfter(file, "\n")
	for name, c := range map[string]struct {
		file string
		line int
	}{
		"a word changed":    {strings.Replace(file, "q1", "q2", 1), 2},
		"a line taken out":  {lines[0] + lines[2], 2},
		"lines swapped":     {lines[0] + lines[2] + lines[1], 2},
		"the first is gone": {lines[1] + lines[2], 1},
		"no JSON":           {lines[0] + "x\n" + lines[2], 2},
		"an empty file":     {"", 1},
		"an unknown key":    {strings.Replace(file, `"seq":1`, `"seq":1,"x":2`, 1), 1},
		"another plan":      {strings.Replace(file, `"plan":"2030"`, `"plan":"2031"`, 1), 1},
		"a line cut short":  {file[:len(file)-10], 3},
	} {
		_, err := ledger.Read("2030", []byte(c.file))
		var broken *ledger.Broken
		if !errors.As(err, &broken) || broken.Line != c.line {
			t.Errorf("%s: %v, want line %d", name, err, c.line)
		}
		if _, err := ledger.Append([]byte(c.file), ledger.Line{Plan: "2030"}); err == nil && c.file != "" {
			t.Errorf("%s: a line was added to it", name)
		}
	}
}

// TestReleasedOnce: a period is released once; what changes afterwards is a correction.
func TestReleasedOnce(t *testing.T) {
	if _, err := ledger.Append(three(t), ledger.Line{Plan: "2030", Period: "h1"}); !errors.Is(err, ledger.ErrReleased) {
		t.Errorf("the second release of a period gives %v", err)
	}
}
