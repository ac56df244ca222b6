// Command dist makes what staff get: for each system a zip that holds the program, how to start it, and the licences. Run it
// from the root of the repository, after `make static`:
//
//	go run ./generator/dist -out .cache/dist [windows/amd64 …]
//
// The same sources and the same Go give the same bytes. SHA256SUMS stands beside the zips.
package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	_ "embed"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// systems are those that staff work on, as GOOS/GOARCH.
var systems = []string{"windows/amd64", "windows/arm64", "linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64"}

//go:embed README.txt
var readme []byte

func main() {
	out := flag.String("out", ".cache/dist", "folder of the zips")
	flag.Parse()
	if flag.NArg() > 0 {
		systems = flag.Args()
	}
	if err := makeAll(*out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func makeAll(out string) error {
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	var sums strings.Builder
	for _, system := range systems {
		goos, goarch, ok := strings.Cut(system, "/")
		if !ok {
			return fmt.Errorf("%q is not a system such as windows/amd64", system)
		}
		packed, err := makeOne(goos, goarch)
		if err != nil {
			return fmt.Errorf("%s: %w", system, err)
		}
		name := "minhbach-" + strings.Replace(goos, "darwin", "macos", 1) + "-" + goarch + ".zip"
		if err := os.WriteFile(filepath.Join(out, name), packed, 0o644); err != nil {
			return err
		}
		fmt.Printf("%s %.1f MB\n", name, float64(len(packed))/1e6)
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(packed), name)
	}
	return os.WriteFile(filepath.Join(out, "SHA256SUMS"), []byte(sums.String()), 0o644)
}

// makeOne is the zip for a system.
func makeOne(goos, goarch string) ([]byte, error) {
	env := append(os.Environ(), "CGO_ENABLED=0", "GOOS="+goos, "GOARCH="+goarch)
	program, err := compiled(env)
	if err != nil {
		return nil, err
	}
	own, err := os.ReadFile("LICENSE")
	if err != nil {
		return nil, err
	}
	others, err := licences(env)
	if err != nil {
		return nil, err
	}
	name, text := "minhbach", readme
	if goos == "windows" {
		name, text = "minhbach.exe", bytes.ReplaceAll(readme, []byte("\n"), []byte("\r\n"))
	}
	return pack([]file{{name, 0o755, program}, {"README.txt", 0o644, text}, {"LICENSE.txt", 0o644, own}, {"LICENSES-of-others.txt", 0o644, others}})
}

// compiled is the program for the system that the environment names.
func compiled(env []string) ([]byte, error) {
	folder, err := os.MkdirTemp("", "minhbach-dist-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	program := filepath.Join(folder, "minhbach")
	c := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w", "-o", program, "./generator")
	c.Env, c.Stderr = env, os.Stderr
	if err := c.Run(); err != nil {
		return nil, err
	}
	return os.ReadFile(program)
}

// licences are the texts of all that the program is made of beside its own sources: Go, the modules, and the charts.
func licences(env []string) ([]byte, error) {
	c := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", "./generator")
	c.Env, c.Stderr = env, os.Stderr
	list, err := c.Output()
	if err != nil {
		return nil, err
	}
	root, err := exec.Command("go", "env", "GOVERSION", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	modules := append(strings.Split(string(list), "\n"), "Go "+strings.Replace(strings.TrimSpace(string(root)), "\n", "\t", 1))
	slices.Sort(modules)
	var all bytes.Buffer
	for _, module := range slices.Compact(modules) {
		name, folder, _ := strings.Cut(module, "\t")
		if name == "" {
			continue
		}
		text, err := licenceIn(folder)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		fmt.Fprintf(&all, "======== %s ========\n\n%s\n", name, text)
	}
	charts, err := os.ReadFile("static/dist/echarts-LICENSE.txt")
	fmt.Fprintf(&all, "======== Apache ECharts ========\n\n%s", charts)
	return all.Bytes(), err
}

// licenceIn are the texts of a module that must travel with it; a module without one is not given to anybody.
func licenceIn(folder string) ([]byte, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var all []byte
	for _, e := range entries {
		name := strings.ToUpper(e.Name())
		if !e.Type().IsRegular() || !strings.HasPrefix(name, "LICEN") && !strings.HasPrefix(name, "COPYING") && !strings.HasPrefix(name, "NOTICE") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			return nil, err
		}
		all = append(append(all, text...), '\n')
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("no licence in %s", folder)
	}
	return all, nil
}

type file struct {
	name string
	mode fs.FileMode
	text []byte
}

// pack is a zip of files in a folder minhbach, all of the first day that a zip can tell.
func pack(files []file) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		h := &zip.FileHeader{Name: "minhbach/" + f.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)}
		h.SetMode(f.mode)
		w, err := z.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.text); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}
