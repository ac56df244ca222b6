package publish_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"minhbach/generator/internal/output"
	"minhbach/generator/internal/publish"
)

// packed is an entry of a zip.
type packed struct {
	name, body string
	mode       fs.FileMode
}

func zipOf(t *testing.T, entries ...packed) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "copy.zip")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		h.SetMode(0o644 | e.mode)
		w, err := z.CreateHeader(h)
		if err == nil {
			_, err = io.WriteString(w, e.body)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return name
}

// manifestOf lists bodies by path.
func manifestOf(t *testing.T, files ...packed) packed {
	t.Helper()
	l := output.Manifest{Format: 1}
	for _, f := range files {
		l.Files = append(l.Files, output.Entry{Path: f.name, Bytes: int64(len(f.body)), SHA256: fmt.Sprintf("%x", sha256.Sum256([]byte(f.body)))})
	}
	text, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	return packed{name: output.ManifestName, body: string(text)}
}

// verified gives the differences as "path: kind".
func verified(t *testing.T, name string) []string {
	t.Helper()
	c, err := publish.OpenCopy(name)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	v, err := c.Verify()
	if err != nil {
		t.Fatal(err)
	}
	all := []string{}
	for _, d := range v.Differences {
		all = append(all, d.Path+": "+string(d.Kind))
	}
	return all
}

func TestVerifyZip(t *testing.T) {
	a, b := packed{name: "a.csv", body: "one"}, packed{name: "data/b.csv", body: "two"}
	other := packed{name: "a.csv", body: "eno"}
	for name, c := range map[string]struct {
		zip  []packed
		want []string
	}{
		"whole":                    {[]packed{manifestOf(t, a, b), a, b}, []string{}},
		"folders":                  {[]packed{{name: "data/"}, manifestOf(t, a, b), a, b}, []string{}},
		"dot files":                {[]packed{{name: ".DS_Store"}, {name: "data/.x/y"}, manifestOf(t, a, b), a, b}, []string{".DS_Store: not-listed", "data/.x/y: not-listed"}},
		"changed":                  {[]packed{manifestOf(t, a, b), other, b}, []string{"a.csv: changed"}},
		"longer":                   {[]packed{manifestOf(t, a, b), {name: "a.csv", body: "one more"}, b}, []string{"a.csv: changed"}},
		"missing":                  {[]packed{manifestOf(t, a, b), b}, []string{"a.csv: missing"}},
		"too many":                 {[]packed{manifestOf(t, a), a, b}, []string{"data/b.csv: not-listed"}},
		"twice, the bad one last":  {[]packed{manifestOf(t, a), a, other}, []string{"a.csv: twice"}},
		"twice, the bad one first": {[]packed{manifestOf(t, a), other, a}, []string{"a.csv: changed", "a.csv: twice"}},
		"out of the folder":        {[]packed{manifestOf(t, a), a, {name: "../evil"}, {name: "/evil"}, {name: `..\evil`}, {name: "a/../../evil/"}}, []string{"../evil: bad-path", "..\\evil: bad-path", "/evil: bad-path", "a/../../evil/: bad-path"}},
		"listed out of the folder": {[]packed{manifestOf(t, a, packed{name: "../a.csv", body: "one"}), a, {name: "../a.csv", body: "one"}}, []string{"../a.csv: bad-path", "../a.csv: bad-path"}},
		"by capitals alone":        {[]packed{manifestOf(t, a, packed{name: "A.csv", body: "one"}), a, {name: "A.csv", body: "one"}}, []string{"A.csv: twice"}},
		"capitals not listed":      {[]packed{manifestOf(t, a), a, {name: "A.csv", body: "one"}}, []string{"A.csv: not-listed"}},
		"a link":                   {[]packed{manifestOf(t, packed{name: "a.csv", body: "/etc/hosts"}), {name: "a.csv", body: "/etc/hosts", mode: fs.ModeSymlink}}, []string{"a.csv: not-a-file"}},
		"itself listed":            {[]packed{manifestOf(t, a, packed{name: "manifest.json"}), a}, []string{"manifest.json: twice"}},
		"no manifest":              {[]packed{a}, []string{"manifest.json: manifest"}},
		"no JSON":                  {[]packed{{name: output.ManifestName, body: "{"}, a}, []string{"manifest.json: manifest"}},
		"no object":                {[]packed{{name: output.ManifestName, body: "[]"}, a}, []string{"manifest.json: manifest"}},
		"sizes that are none":      {[]packed{{name: output.ManifestName, body: `{"format":1,"files":[{"path":"a.csv","bytes":-1},{"path":"data/b.csv","bytes":9223372036854775807}]}`}, a, b}, []string{"a.csv: changed", "data/b.csv: changed"}},
		"a size too large to read": {[]packed{{name: output.ManifestName, body: `{"format":1,"files":[{"path":"a.csv","bytes":1e400}]}`}, a}, []string{"manifest.json: manifest"}},
		"much nesting":             {[]packed{{name: output.ManifestName, body: strings.Repeat("[", 1<<20)}, a}, []string{"manifest.json: manifest"}},
		"an endless manifest":      {[]packed{{name: output.ManifestName, body: strings.Repeat(" ", 65<<20)}, a}, []string{"manifest.json: manifest"}},
	} {
		if got := verified(t, zipOf(t, c.zip...)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestForeignBytes: what no program that reads the directory of a zip sees is not passed over in silence.
func TestForeignBytes(t *testing.T) {
	a := packed{name: "a.csv", body: strings.Repeat("many words ", 30)}
	stored := packed{name: "b.csv", body: "two"}
	whole, err := os.ReadFile(zipOf(t, manifestOf(t, a, stored), stored, a))
	if err != nil {
		t.Fatal(err)
	}
	first := bytes.Index(whole, []byte("a.csv"))
	directory := bytes.Index(whole, []byte("PK\x01\x02"))
	renamed := bytes.Clone(whole)
	copy(renamed[first:], "z.csv")
	method := bytes.Clone(whole)
	method[first-22] = 0 // stored, as the header says
	hidden := slices.Concat(whole[:first-30], whole[:first-30], whole[first-30:])
	for name, c := range map[string]struct {
		zip  []byte
		want []string
	}{
		"whole":                  {whole, []string{}},
		"bytes before":           {slices.Concat([]byte("MZ program"), whole), []string{": foreign-bytes"}},
		"a file before":          {slices.Concat(whole[:first-30], whole), []string{": foreign-bytes"}},
		"bytes behind":           {slices.Concat(whole, []byte("<script>")), []string{": foreign-bytes"}},
		"bytes as a comment":     {slices.Concat(whole[:len(whole)-2], []byte{8, 0}, []byte("<script>")), []string{": foreign-bytes"}},
		"a file within":          {hidden, nil},
		"bytes within":           {slices.Concat(whole[:directory], []byte("more"), whole[directory:]), nil},
		"another name before it": {renamed, []string{"a.csv: other-head"}},
		"another method":         {method, []string{"a.csv: other-head"}},
	} {
		file := filepath.Join(t.TempDir(), "copy.zip")
		if err := os.WriteFile(file, c.zip, 0o644); err != nil {
			t.Fatal(err)
		}
		if c.want != nil {
			if got := verified(t, file); !slices.Equal(got, c.want) {
				t.Errorf("%s: %q, want %q", name, got, c.want)
			}
		} else if opened, err := publish.OpenCopy(file); err == nil {
			if v, err := opened.Verify(); err == nil && len(v.Differences) == 0 {
				t.Errorf("%s: passed over", name)
			}
			opened.Close()
		}
	}
}

// TestZipsOfOthers: a zip that another program packed anew, with sizes before each file, is read like ours.
func TestZipsOfOthers(t *testing.T) {
	a := packed{name: "a.csv", body: "one"}
	name := filepath.Join(t.TempDir(), "copy.zip")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	for _, e := range []packed{manifestOf(t, a), a} {
		w, err := z.CreateRaw(&zip.FileHeader{Name: e.name, CRC32: crc32.ChecksumIEEE([]byte(e.body)), CompressedSize64: uint64(len(e.body)), UncompressedSize64: uint64(len(e.body))})
		if err == nil {
			_, err = io.WriteString(w, e.body)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if got := verified(t, name); len(got) > 0 {
		t.Errorf("%q", got)
	}
}

// TestSpoiltZip: whatever byte of a zip is another, or wherever it is cut, it is an error or a difference, or nothing that
// a reader of the files would see; it is never a panic.
func TestSpoiltZip(t *testing.T) {
	a := packed{name: "a.csv", body: strings.Repeat("many words ", 30)}
	name := zipOf(t, manifestOf(t, a), a)
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	noticed := 0
	try := func(spoilt []byte) {
		if err := os.WriteFile(name, spoilt, 0o644); err != nil {
			t.Fatal(err)
		}
		c, err := publish.OpenCopy(name)
		if err != nil {
			noticed++
			return
		}
		defer c.Close()
		v, err := c.Verify()
		if err != nil || len(v.Differences) > 0 {
			noticed++
			return
		}
		f, err := c.Open("a.csv")
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if body, err := io.ReadAll(f); err != nil || string(body) != a.body {
			t.Errorf("verified, and read as %q, %v", body, err)
		}
	}
	for n := range whole {
		spoilt := bytes.Clone(whole)
		spoilt[n] ^= 0x41
		try(spoilt)
		try(whole[:n])
	}
	if noticed < len(whole) {
		t.Errorf("%d of %d were noticed", noticed, 2*len(whole))
	}
}

func TestVerifyFolder(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	if _, err := publish.Site(out, site("x", 5), publish.Options{Plans: []output.Stamp{{Plan: "p", Period: "q1"}}}); err != nil {
		t.Fatal(err)
	}
	if got := verified(t, out); len(got) > 0 {
		t.Errorf("a site that was just made: %q", got)
	}
	if err := os.WriteFile(filepath.Join(out, ".htaccess"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	c, err := publish.OpenCopy(out)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if v, err := c.Verify(); err != nil || len(v.Differences) > 0 || v.Hidden != 1 { // .generated is ours
		t.Errorf("with a dot file: %v, %v, %d of them", err, v.Differences, v.Hidden)
	}
	secret := filepath.Join(filepath.Dir(out), "secret")
	if err := os.WriteFile(secret, []byte("s"), 0o644); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"out": secret, "up": "../secret", "away": filepath.Dir(out), "gone": "nowhere"} {
		if err := os.Symlink(to, filepath.Join(out, link)); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := verified(t, out), []string{"away: not-listed", "gone: not-listed", "out: not-listed", "up: not-listed"}; !slices.Equal(got, want) {
		t.Errorf("links: %q, want %q", got, want)
	}
	listing := manifestOf(t, packed{name: "out", body: "s"}, packed{name: "up", body: "s"}, packed{name: "away/secret", body: "s"}, packed{name: "gone"})
	if err := os.WriteFile(filepath.Join(out, output.ManifestName), []byte(listing.body), 0o644); err != nil {
		t.Fatal(err)
	}
	got := slices.DeleteFunc(verified(t, out), func(d string) bool { return strings.HasSuffix(d, "not-listed") })
	if want := []string{"away/secret: not-a-file", "gone: missing", "out: not-a-file", "up: not-a-file"}; !slices.Equal(got, want) {
		t.Errorf("listed links: %q, want %q", got, want)
	}
}

func TestNoCopy(t *testing.T) {
	if _, err := publish.OpenCopy(filepath.Join(t.TempDir(), "nowhere")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("nothing there: %v", err)
	}
	file := filepath.Join(t.TempDir(), "text")
	if err := os.WriteFile(file, []byte("no zip"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := publish.OpenCopy(file); !errors.Is(err, publish.ErrNoZip) {
		t.Errorf("no zip: %v", err)
	}
}
