// Command bundle makes static/dist from static/src and the packages that npm installed. Run it from the root of the
// repository, after `npm ci` in static/:
//
//	go run ./static/bundle
//
// Each file's name holds the first ten hexadecimal digits of its SHA-256; manifest.json lists them. The sizes are
// printed. What an earlier run left in dist is taken away.
package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// limit is the most that the chart bundle may weigh, compressed.
const limit = 205_000

// bundles lists what is made of which source, with the flags of each.
var bundles = []struct{ kind, source, ending string }{
	{"app", "src/app.js", ".js"},
	{"charts", "src/charts.js", ".js"},
	{"find", "src/find.js", ".js"},
	{"site", "src/site.css", ".css"},
	{"icon", "src/icon.svg", ".svg"},
}

// licences are the texts that travel with the chart bundle.
var licences = []string{"node_modules/echarts/LICENSE", "node_modules/echarts/NOTICE", "node_modules/zrender/LICENSE"}

type asset struct {
	Kind   string `json:"kind"`
	Name   string `json:"name"`
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
	body   []byte
}

func main() {
	if err := run("static", os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}

// run bundles the folder's sources into its dist.
func run(folder string, out io.Writer) error {
	var assets []asset
	for _, b := range bundles {
		body, err := bundled(filepath.Join(folder, b.source), b.ending)
		if err != nil {
			return err
		}
		a := newAsset(b.kind, "", body)
		a.Name = b.kind + "-" + a.SHA256[:10] + b.ending
		assets = append(assets, a)
	}
	licence, err := texts(folder)
	if err != nil {
		return err
	}
	assets = append(assets, newAsset("licence", "echarts-LICENSE.txt", licence))
	for _, a := range assets {
		small, err := compressed(a.body)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%-22s %7d bytes, %6d compressed\n", a.Name, a.Bytes, small)
		if a.Kind == "charts" && small > limit {
			return fmt.Errorf("%s: %d bytes compressed, more than %d", a.Name, small, limit)
		}
	}
	return write(filepath.Join(folder, "dist"), assets)
}

func newAsset(kind, name string, body []byte) asset {
	sum := sha256.Sum256(body)
	return asset{kind, name, len(body), hex.EncodeToString(sum[:]), body}
}

// bundled is what the site publishes of a source; an icon is published as it is.
func bundled(source, ending string) ([]byte, error) {
	if ending == ".svg" {
		return os.ReadFile(source)
	}
	return esbuild(source, ending)
}

// esbuild bundles and minifies one file. Scripts become classic ones: modules do not load from disk.
func esbuild(source, ending string) ([]byte, error) {
	args := []string{"tool", "-modfile=.ci/tools.mod", "esbuild", source, "--bundle", "--minify", "--charset=utf8", "--log-level=warning", "--legal-comments=none"}
	if ending == ".js" {
		args = append(args, "--format=iife", "--target=es2019")
	} else {
		args = append(args, "--target=chrome100,firefox100,safari15.4")
	}
	if strings.HasSuffix(source, "charts.js") {
		args = append(args, "--banner:js=/*! Apache ECharts 6.1.0, Apache-2.0; see echarts-LICENSE.txt */")
	}
	cmd := exec.Command("go", args...)
	cmd.Stderr = os.Stderr
	body, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w (run \"npm ci\" in static/ first)", source, err)
	}
	return body, nil
}

// texts joins the licences.
func texts(folder string) ([]byte, error) {
	var all bytes.Buffer
	for _, name := range licences {
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return nil, fmt.Errorf("%w (run \"npm ci\" in static/ first)", err)
		}
		fmt.Fprintf(&all, "== %s ==\n\n%s\n", strings.TrimPrefix(name, "node_modules/"), bytes.TrimSpace(text))
	}
	return all.Bytes(), nil
}

func compressed(body []byte) (int, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return 0, err
	}
	if _, err := w.Write(body); err != nil {
		return 0, err
	}
	if err := w.Close(); err != nil {
		return 0, err
	}
	return b.Len(), nil
}

// write puts the files and their manifest into dist and takes away what else is there, but for the committed README.
func write(dist string, assets []asset) error {
	manifest, err := json.MarshalIndent(assets, "", "  ")
	if err != nil {
		return err
	}
	keep := map[string]bool{"README.txt": true}
	for _, a := range append(assets, asset{Name: "manifest.json", body: append(manifest, '\n')}) {
		keep[a.Name] = true
		if err := os.WriteFile(filepath.Join(dist, a.Name), a.body, 0o644); err != nil {
			return err
		}
	}
	old, err := os.ReadDir(dist)
	if err != nil {
		return err
	}
	for _, f := range old {
		if !keep[f.Name()] {
			if err := os.RemoveAll(filepath.Join(dist, f.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
