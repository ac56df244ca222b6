package cli_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"minhbach/generator/internal/cli"
)

// victim is a command that is killed, on content of its own.
type victim struct {
	*testing.T
	folder string
	args   []string
	kept   []string // the files that are the old or the new ones, whole
}

// program runs a command by itself; the context kills it.
func (v *victim) program(ctx context.Context) *exec.Cmd {
	path, err := exec.LookPath("minhbach")
	if err != nil {
		v.Fatal(err)
	}
	cmd := exec.CommandContext(ctx, path, v.args...)
	cmd.Dir = v.folder
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+filepath.Join(v.folder, ".caches"), "LocalAppData="+filepath.Join(v.folder, ".caches"))
	return cmd
}

// state is what stands in the files; nothing where there is none.
func (v *victim) state() map[string]string {
	now := map[string]string{}
	for _, name := range v.kept {
		text, err := os.ReadFile(filepath.Join(v.folder, name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			v.Fatal(err)
		}
		now[name] = string(text)
	}
	return now
}

// ends runs a command in this process and says how it ended.
func (v *victim) ends(args ...string) (int, string) {
	var said bytes.Buffer
	code := cli.Main(context.Background(), args, cli.Env{Stdout: &said, Stderr: &said, Getenv: func(string) string { return "en" }})
	return code, said.String()
}

// restore puts the folder back as it was.
func (v *victim) restore(from string) {
	if err := errors.Join(os.RemoveAll(v.folder), os.CopyFS(v.folder, os.DirFS(from))); err != nil {
		v.Fatal(err)
	}
}

// killed kills the command again and again for a while, at moments spread over the time that it takes, more of them towards its
// end, where it writes. Behind each, every file is the old
// or the new one, the content is right, and the command run again comes to the end that it comes to undisturbed.
func (v *victim) killed(while time.Duration) {
	before := v.TempDir()
	if err := os.CopyFS(before, os.DirFS(v.folder)); err != nil {
		v.Fatal(err)
	}
	old, began := v.state(), time.Now()
	if out, err := v.program(context.Background()).CombinedOutput(); err != nil {
		v.Fatalf("%v: %s", err, out)
	}
	took, done := time.Since(began), v.state()
	content := filepath.Join(v.folder, "content")
	stopped := 0
	for n, end := 0, time.Now().Add(while); time.Now().Before(end) || n < 3; n++ {
		v.restore(before)
		_, share := math.Modf(float64(n) * math.Phi)
		after := time.Duration(math.Sqrt(share) * float64(took) * 1.1)
		ctx, stop := context.WithTimeout(context.Background(), after)
		if v.program(ctx).Run() != nil {
			stopped++
		}
		stop()
		whole := true
		for name, now := range v.state() {
			if whole = whole && now == done[name]; now != old[name] && now != done[name] {
				v.Errorf("killed after %v, %s is neither the old nor the new one:\n%s", after, name, now)
			}
		}
		if code, said := v.ends("check", "--quiet", "--content", content); code != 0 {
			v.Errorf("killed after %v, check ends with %d: %s", after, code, said)
		}
		out, err := v.program(context.Background()).CombinedOutput()
		if err != nil && !whole {
			v.Errorf("killed after %v, and run again: %v: %s", after, err, out)
		}
		for name, now := range v.state() {
			if now != done[name] {
				v.Errorf("killed after %v, and run again, %s is another:\n%s", after, name, now)
			}
		}
		if code, said := v.ends("check", "--quiet", "--content", content); code != 0 {
			v.Errorf("killed after %v, and run again, check ends with %d: %s", after, code, said)
		}
	}
	if stopped == 0 {
		v.Error("nothing was killed")
	}
}

// TestImportKilled holds that an import which is killed leaves the old snapshot or the new one.
func TestImportKilled(t *testing.T) {
	t.Parallel()
	snapshot, run := desk(t)
	folder := filepath.Join(filepath.Dir(snapshot), "../../../..")
	if code, said := run(cli.Env{}, "import"); code != 0 {
		t.Fatal(said)
	}
	v := victim{T: t, folder: folder, kept: []string{"content/plans/2030/snapshots/fy.yaml"},
		args: []string{"import", "Biểu mẫu", "--yes", "--date", "2031-01-06"}}
	v.killed(4 * time.Second)
}

// TestReleaseKilled holds that a release which is killed is recorded or not, and that what is recorded is there.
func TestReleaseKilled(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	if err := os.CopyFS(filepath.Join(folder, "content"), os.DirFS("testdata/small")); err != nil {
		t.Fatal(err)
	}
	v := victim{T: t, folder: folder, args: []string{"release", "q1", "--yes"},
		kept: []string{"content/plans/2030/snapshots/q1.yaml", "content/ledger/2030.jsonl"}}
	v.killed(9 * time.Second)
	for _, copied := range []string{"public", "public-q1.zip", "content/releases/2030/q1.zip"} {
		if code, said := v.ends("verify", filepath.Join(folder, copied)); code != 0 {
			t.Errorf("%s: %d, %s", copied, code, said)
		}
	}
	for _, left := range []string{"content/ledger/pending.json", "content/.minhbach-lock"} {
		if _, err := os.Stat(filepath.Join(folder, left)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is left", left)
		}
	}
}
