package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"minhbach/generator/demo"
	"minhbach/generator/internal/schema"
)

// toInit takes the folder that init is to make; content, where every verb looks, unless it is named.
func (c *call) toInit(words []string) error {
	if len(words) > 1 {
		return wrong("lệnh init nhận một thư mục (ví dụ: minhbach init content)", "init takes one folder (for example: minhbach init content)")
	}
	c.content = "content"
	if len(words) == 1 {
		c.content = words[0]
	}
	return c.validLanguage()
}

// initContent makes a starter content folder.
func initContent(_ context.Context, c *call) error {
	if err := vacant(c.content); err != nil {
		return err
	}
	starter := demo.FS()
	if c.empty {
		starter = demo.Empty()
	}
	if err := unpack(c.content, starter); errors.Is(err, fs.ErrPermission) {
		return machine("không có quyền ghi vào %q (chọn thư mục khác)", "there is no permission to write to %q (choose another folder)", c.content)
	} else if err != nil {
		return err
	}
	c.tellNext()
	return nil
}

// vacant refuses a folder in which there is something, and the one that the program runs in, which cannot be exchanged.
func vacant(folder string) error {
	info, err := os.Lstat(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if here, err := os.Stat("."); err == nil && os.SameFile(here, info) {
		return wrong("không tạo được ngay trong thư mục đang đứng (đặt tên một thư mục mới, ví dụ: minhbach init content)", "the folder that you are in cannot be taken (name a new one, for example: minhbach init content)")
	}
	inside, err := os.ReadDir(folder)
	if !info.IsDir() || err == nil && len(inside) > 0 {
		return wrong("%q đã có và không trống, nên không bị ghi đè (chọn tên khác cho thư mục mới)", "%q is there and not empty, and nothing is overwritten (choose another name for the new folder)", folder)
	}
	return err
}

// unpack writes a starter and the schemas as a folder that is there whole or not at all.
func unpack(folder string, starter fs.FS) error {
	parent := filepath.Dir(folder)
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return err
	}
	stage, err := os.MkdirTemp(parent, ".minhbach-init-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(stage)
	made := filepath.Join(stage, "content")
	if err := os.CopyFS(made, starter); err != nil {
		return err
	}
	if err := os.CopyFS(filepath.Join(made, schema.Folder), schema.FS()); err != nil {
		return err
	}
	if err := os.Remove(folder); err != nil && !errors.Is(err, fs.ErrNotExist) { // only an empty folder can be removed
		return err
	}
	return os.Rename(made, folder)
}

// tellNext says what there is now and what to do with it.
func (c *call) tellNext() {
	if c.empty {
		c.say("Đã tạo khung nội dung trong %s, mỗi thứ một mẫu, kèm lời chỉ dẫn trong từng tệp.", "A skeleton is in %s: one of everything, and in each file what to write.", c.content)
	} else {
		c.say("Đã tạo nội dung minh họa trong %s: hai năm kế hoạch của một tỉnh không có thật, để xem, thử và sửa.", "The demonstration is in %s: two plan years of a province that does not exist, to look at, try and change.", c.content)
	}
	c.say(`Việc tiếp theo:
  minhbach check%[1]s   kiểm tra nội dung
  minhbach build%[1]s   dựng trang vào thư mục public; mở public/index.html
Sửa tệp bằng VS Code với phần mở rộng YAML (Red Hat) thì được gợi ý và báo lỗi ngay khi gõ.`,
		`What to do next:
  minhbach check%[1]s   check the content
  minhbach build%[1]s   build the site into the folder public; open public/index.html
VS Code with the extension YAML (by Red Hat) completes and checks the files as you type.`, c.folder())
}

// folder is the option that names the content folder, as it is typed; nothing where none is needed.
func (c *call) folder() string {
	if c.content == "content" {
		return ""
	}
	return " --content " + quoted(c.content)
}

// quoted is a path as it is typed on a command line.
func quoted(path string) string {
	if strings.ContainsAny(path, " ()&;'") {
		return `"` + path + `"`
	}
	return path
}
