package cli

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"minhbach/generator/internal/schema"
)

// toSchema takes the content folder beside whose files the schemas go; that of --content unless it is named.
func (c *call) toSchema(words []string) error {
	if len(words) > 1 {
		return wrong("lệnh schema nhận một thư mục (ví dụ: minhbach schema content)", "schema takes one folder (for example: minhbach schema content)")
	}
	if len(words) == 1 {
		c.content = words[0]
	}
	if c.printed != "" {
		return c.validLanguage()
	}
	return c.validate()
}

// schemas writes the JSON Schemas where the first lines of the files look for them, or prints one.
func schemas(_ context.Context, c *call) error {
	names, err := fs.Glob(schema.FS(), "*.json")
	if err != nil {
		return err
	}
	if c.printed != "" {
		return c.printSchema(names)
	}
	folder := filepath.Join(c.content, schema.Folder)
	for _, name := range names {
		body, err := fs.ReadFile(schema.FS(), name)
		if err == nil {
			err = writeWhole(filepath.Join(folder, name), body)
		}
		if errors.Is(err, fs.ErrPermission) {
			return machine("không có quyền ghi vào %q", "there is no permission to write to %q", folder)
		} else if err != nil {
			return err
		}
	}
	c.say("Đã ghi %d lược đồ vào %s", "%d schemas are in %s", len(names), filepath.ToSlash(folder))
	return nil
}

func (c *call) printSchema(files []string) error {
	body, err := fs.ReadFile(schema.FS(), path.Base(c.printed)+".json")
	if errors.Is(err, fs.ErrNotExist) {
		var names []string
		for _, f := range files {
			names = append(names, strings.TrimSuffix(f, ".json"))
		}
		vi, en := meant(c.printed, names)
		return wrong("--print: không có lược đồ %[1]q (%[2]s)", "--print: there is no schema %[1]q (%[3]s)", c.printed, vi, en)
	} else if err != nil {
		return err
	}
	_, err = c.env.Stdout.Write(body)
	return err
}
