package cli

import (
	"encoding/json"
	"os"
	"path/filepath"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/publish"
	"minhbach/generator/internal/rebuild"
)

// leaving is what a build leaves for the next.
type leaving struct {
	state publish.State
	note  json.RawMessage
}

// keptNote are the problems, by the files of the content folder: where that lies on this machine is nobody's business. Nil
// where one stands in another folder; then the next build says them itself.
func (c *call) keptNote(problems []diag.Diagnostic) json.RawMessage {
	inside := make([]diag.Diagnostic, len(problems))
	for n, d := range problems {
		file, err := filepath.Rel(c.content, filepath.FromSlash(d.File))
		if err != nil || !filepath.IsLocal(file) {
			return nil
		}
		d.File = filepath.ToSlash(file)
		inside[n] = d
	}
	note, err := json.Marshal(inside)
	if err != nil {
		return nil
	}
	return note
}

// inputs are what the site would be made from now.
func (c *call) inputs() rebuild.Inputs {
	from, err := filepath.Abs(c.content)
	if err != nil {
		return rebuild.Inputs{}
	}
	settings := []string{from, c.baseURL, c.asOf}
	for _, folder := range []string{c.layouts, c.assets} {
		if folder == "" {
			settings = append(settings, "")
			continue
		}
		sums, err := content.Sum(os.DirFS(folder))
		if err != nil {
			return rebuild.Inputs{}
		}
		settings = append(settings, sums.All())
	}
	return rebuild.Of(c.content, settings...)
}

// caches is the folder for what may be kept; empty where that lies with the site or the content: what is kept holds drafts,
// and is no content.
func (c *call) caches() string {
	if folder := c.env.Caches; folder != "" && !publish.Inside(folder, c.out) && !publish.Inside(folder, c.content) {
		return folder
	}
	return ""
}

// unchanged ends a build that would change nothing, and says again what the build before had to say.
func (c *call) unchanged(state publish.State) (done bool, err error) {
	m, note, ok := publish.Unchanged(c.out, c.content, state)
	var problems []diag.Diagnostic
	if !ok || json.Unmarshal(note, &problems) != nil {
		return false, nil
	}
	if err := c.report(under(c.content, problems)); err != nil {
		return true, err
	}
	c.say("Nội dung không thay đổi; trang gồm %d tệp ở %s vẫn còn nguyên", "Nothing has changed; the site of %d files in %s is as it was", len(m.Files)+1, c.out)
	return true, nil
}
