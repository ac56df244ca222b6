package trees_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"minhbach/generator/internal/trees"
)

func parse(t *testing.T, text string) *yaml.Node {
	t.Helper()
	var document yaml.Node
	if err := yaml.Unmarshal([]byte(text), &document); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return document.Content[0]
}

// bare takes from a tree what a kept one does not have.
func bare(n *yaml.Node) *yaml.Node {
	b := *n
	b.HeadComment, b.FootComment, b.Content = "", "", nil
	for _, child := range n.Content {
		b.Content = append(b.Content, bare(child))
	}
	return &b
}

// next is what the next build finds.
func next(t *testing.T, kept *trees.Trees) *trees.Trees {
	t.Helper()
	name := filepath.Join(t.TempDir(), "caches", "a.trees")
	if err := kept.Save(name, "maker"); err != nil {
		t.Fatal(err)
	}
	return trees.Load(name, "maker")
}

// TestRoot: a kept tree is the parsed one, node by node, on all YAML that the program ships.
func TestRoot(t *testing.T) {
	var texts []string
	for _, folder := range []string{"../../../content", "../../demo"} {
		_ = filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
			if filepath.Ext(path) == ".yaml" {
				text, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				texts = append(texts, string(text))
			}
			return err
		})
	}
	if len(texts) < 100 {
		t.Fatalf("only %d texts", len(texts))
	}
	texts = append(texts, "5", "''", "~", "[]", "{}", "a: # why\n  - |\n    x\n  - >-\n    y\n  - 'z'\n", "a: !!null\n", "{a: [1, 2.5, true, 2031-01-02, 0x1F, .inf], <<: {b: c}}",
		"text: "+strings.Repeat("dài ", 9000), "- "+strings.Repeat("[", 40)+strings.Repeat("]", 40))
	kept := trees.New()
	for _, round := range []string{"parsed", "kept", "kept by a build before"} {
		reader := &trees.Reader{Trees: kept}
		kept.Again()
		for _, text := range texts {
			parsed := 0
			root := reader.Root([]byte(text), nil, func() (*yaml.Node, bool) { parsed++; return parse(t, text), true })
			if want := bare(parse(t, text)); !reflect.DeepEqual(bare(root), want) {
				t.Fatalf("%s: another tree of\n%s", round, text)
			}
			if plain := !strings.Contains(text, "!!"); plain && parsed > 0 != (round == "parsed") {
				t.Fatalf("%s: was parsed %d times:\n%s", round, parsed, text)
			}
		}
		if round == "kept" {
			kept = next(t, kept)
		}
	}
}

// TestRandom: the same of texts that no person would write.
func TestRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"a", "bc: ", "- ", "\n", "\n  ", "\n    - ", "'", "\"", "# so", " ", "5", "2.5", "|\n  x", "{", "}", "[", "]", ",", "&x ", "*x", "!!str ", "!y ", "ệ", "null", "? ", "<<: "}
	good, plain := 0, 0
	for range 8_000 {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		text := b.String()
		var document yaml.Node
		if yaml.Unmarshal([]byte(text), &document) != nil || len(document.Content) == 0 {
			continue
		}
		good++
		kept := trees.New()
		reader := &trees.Reader{Trees: kept}
		first := reader.Root([]byte(text), nil, func() (*yaml.Node, bool) { return parse(t, text), true })
		if !reflect.DeepEqual(bare(first), bare(document.Content[0])) {
			t.Fatalf("another tree of %q", text)
		}
		reader.Trees = next(t, kept)
		reader.Trees.Again()
		again := false
		second := reader.Root([]byte(text), nil, func() (*yaml.Node, bool) { again = true; return parse(t, text), true })
		if !again {
			plain++
			if !reflect.DeepEqual(bare(second), bare(document.Content[0])) {
				t.Fatalf("another tree was kept of %q", text)
			}
		}
	}
	if good < 600 || plain < good/2 || plain == good {
		t.Errorf("of %d texts the trees of %d were kept: it tries too little", good, plain)
	}
}

// TestAgain: what is not read any more is forgotten, and what has none stays without.
func TestAgain(t *testing.T) {
	kept := trees.New()
	reader := &trees.Reader{Trees: kept}
	read := func(text string) (parsed bool) {
		reader.Root([]byte(text), nil, func() (*yaml.Node, bool) { parsed = true; return parse(t, text), !strings.HasPrefix(text, "bad") })
		return parsed
	}
	if !read("a: 1") || !read("a: 2") {
		t.Error("a text was known before it was read")
	}
	kept.Again()
	if read("a: 1") {
		t.Error("a text was forgotten at once")
	}
	kept.Again()
	if read("a: 1") || !read("a: 2") {
		t.Error("a text that was read last is forgotten, or one that was not is known")
	}
	if read("bad: 1"); !read("bad: 1") {
		t.Error("a text of which something is to be said is not parsed again")
	}
	if reader.Root([]byte("b"), nil, func() (*yaml.Node, bool) { return nil, false }) != nil {
		t.Error("a text without a tree has one")
	}
	if root := (&trees.Reader{}).Root([]byte("c"), nil, func() (*yaml.Node, bool) { return parse(t, "c"), true }); root.Value != "c" {
		t.Error("without trees nothing is read")
	}
}

// TestDamaged: of a file that is not as it was written, or another maker's, nothing is known.
func TestDamaged(t *testing.T) {
	const text = "observations:\n  - indicator: i1\n    value: 5\n"
	name := filepath.Join(t.TempDir(), "caches", "a.trees")
	kept := trees.New()
	parsed := 0
	read := func(kept *trees.Trees) *yaml.Node {
		return (&trees.Reader{Trees: kept}).Root([]byte(text), nil, func() (*yaml.Node, bool) { parsed++; return parse(t, text), true })
	}
	read(kept)
	if err := kept.Save(name, "maker"); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	known := func(maker string) bool {
		kept := trees.Load(name, maker)
		kept.Again()
		before := parsed
		if !reflect.DeepEqual(bare(read(kept)), bare(parse(t, text))) {
			t.Fatal("another tree")
		}
		return parsed == before
	}
	if !known("maker") || known("another maker") {
		t.Error("what was written is not known, or to another maker too")
	}
	for n := range whole {
		damaged := append([]byte{}, whole...)
		damaged[n] ^= 4
		for _, bad := range [][]byte{damaged, whole[:n]} {
			if err := os.WriteFile(name, bad, 0o600); err != nil {
				t.Fatal(err)
			}
			if known("maker") {
				t.Errorf("%d of %d bytes, or another one there, are taken for the whole", n, len(whole))
			}
		}
	}
	if err := kept.Save(filepath.Join(name, "below", "a file"), "maker"); err == nil {
		t.Error("kept where nothing can be kept")
	}
}

// TestSave: a file of the same name that others may read becomes one that they may not; what is no file is left alone; and
// what nobody has written for long is removed, beside nothing else.
func TestSave(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "caches")
	name, gone, recent, other := filepath.Join(folder, "a.trees"), filepath.Join(folder, "b.trees"), filepath.Join(folder, "c.trees.12"), filepath.Join(folder, "d.txt")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, n := range []string{name, gone, recent, other} {
		if err := os.WriteFile(n, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	long := time.Now().AddDate(0, -2, 0)
	for _, n := range []string{gone, other} {
		if err := os.Chtimes(n, long, long); err != nil {
			t.Fatal(err)
		}
	}
	kept := trees.New()
	(&trees.Reader{Trees: kept}).Root([]byte("a"), nil, func() (*yaml.Node, bool) { return parse(t, "a"), true })
	if err := kept.Save(name, "maker"); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 3 || left[0].Name() != "a.trees" || left[1].Name() != "c.trees.12" || left[2].Name() != "d.txt" {
		t.Errorf("left: %v, %v", left, err)
	}
	if info, err := os.Stat(name); err != nil || os.PathSeparator == '/' && info.Mode().Perm() != 0o600 {
		t.Errorf("others may read what is not released: %v, %v", info.Mode(), err)
	}
	if trees.Load(folder, "maker") == nil {
		t.Error("a folder has no trees, not even none")
	}
}
