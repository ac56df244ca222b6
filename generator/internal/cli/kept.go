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
	state    publish.State
	problems []diag.Diagnostic
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

// unchanged ends a build that would change nothing, and says again what the build before had to say.
func (c *call) unchanged(state publish.State) (done bool, err error) {
	m, note, ok := publish.Unchanged(c.out, c.content, state)
	var problems []diag.Diagnostic
	if !ok || json.Unmarshal(note, &problems) != nil {
		return false, nil
	}
	if err := c.report(problems); err != nil {
		return true, err
	}
	c.say("Nội dung không thay đổi; trang gồm %d tệp ở %s vẫn còn nguyên", "Nothing has changed; the site of %d files in %s is as it was", len(m.Files)+1, c.out)
	return true, nil
}
