package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"

	"minhbach/generator/internal/publish"
)

// TestSystem: what a system says of a file is said in the reader's language, with the file and what to do; words that are
// not known stand behind it as they are.
func TestSystem(t *testing.T) {
	full := &fs.PathError{Op: "write", Path: "ra/x", Err: syscall.ENOSPC}
	for _, c := range []struct {
		err    error
		vi, en string
	}{
		{full, `"ra/x": ổ đĩa đã đầy (xóa bớt rồi chạy lại)`, `"ra/x": the disk is full (make room, then run this again)`},
		{fmt.Errorf("a: %w", &os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.EROFS}), `"b": ổ đĩa chỉ đọc được, không ghi được (chọn chỗ khác)`, `"b": the disk can be read only (choose another place)`},
		{&fs.PathError{Op: "read", Path: "x", Err: syscall.EISDIR}, `"x": đây là thư mục, không phải tệp (sửa đường dẫn)`, `"x": this is a folder, not a file (correct the path)`},
		{&fs.PathError{Op: "open", Path: "x/y", Err: syscall.ENOTDIR}, `"x/y": đường dẫn đi qua một tệp, không phải thư mục (sửa đường dẫn)`, `"x/y": the path leads through a file that is no folder (correct the path)`},
		{&fs.PathError{Op: "open", Path: "x", Err: syscall.EACCES}, `"x": không có quyền đọc hoặc ghi (xem quyền của tệp và thư mục)`, `"x": there is no permission to read or write it (look at the rights of the file and its folder)`},
		{&fs.PathError{Op: "open", Path: "x", Err: syscall.EBUSY}, `"x": đang được một chương trình khác dùng (đóng chương trình đó rồi chạy lại)`, `"x": another program uses it (close that, then run this again)`},
		{syscall.ENOSPC, `ổ đĩa đã đầy (xóa bớt rồi chạy lại)`, `the disk is full (make room, then run this again)`},
		{errors.New("odd"), `lỗi chưa rõ: odd`, `an unknown error: odd`},
	} {
		if said := system(c.err); said.vi != c.vi || said.en != c.en {
			t.Errorf("%v: %q, %q", c.err, said.vi, said.en)
		}
	}
	c := &call{out: "ra"}
	for _, stage := range []publish.Stage{publish.Beside, publish.Leftover, publish.InTheWay, publish.Writing, publish.Exchange} {
		var f *failure
		if err := c.publishing(&publish.Failure{Stage: stage, Path: "ra", Err: full}); !errors.As(err, &f) {
			t.Errorf("%s: %v is said in one language", stage, err)
		} else if strings.Contains(f.text.vi, string(stage)) || stage != publish.InTheWay && !strings.Contains(f.text.vi, "ổ đĩa đã đầy") {
			t.Errorf("%s: %s", stage, f.text.vi)
		}
	}
}
