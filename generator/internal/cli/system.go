package cli

import (
	"errors"
	"io/fs"
	"os"
	"strconv"
	"syscall"

	"minhbach/generator/internal/publish"
)

// spoken are the words of systems that people meet.
var spoken = []struct {
	is  func(error) bool
	say text
}{
	{anyOf(syscall.ENOSPC, syscall.EDQUOT, windowsDiskFull), text{"ổ đĩa đã đầy (xóa bớt rồi chạy lại)", "the disk is full (make room, then run this again)"}},
	{anyOf(syscall.EROFS), text{"ổ đĩa chỉ đọc được, không ghi được (chọn chỗ khác)", "the disk can be read only (choose another place)"}},
	{anyOf(syscall.EISDIR), text{"đây là thư mục, không phải tệp (sửa đường dẫn)", "this is a folder, not a file (correct the path)"}},
	{anyOf(syscall.ENOTDIR), text{"đường dẫn đi qua một tệp, không phải thư mục (sửa đường dẫn)", "the path leads through a file that is no folder (correct the path)"}},
	{anyOf(syscall.EBUSY, syscall.ETXTBSY), text{"đang được một chương trình khác dùng (đóng chương trình đó rồi chạy lại)", "another program uses it (close that, then run this again)"}},
	{inUse, text{"đang được một chương trình khác dùng (đóng chương trình đó rồi chạy lại)", "another program uses it (close that, then run this again)"}},
	{anyOf(syscall.ENAMETOOLONG), text{"tên tệp hoặc đường dẫn quá dài (dùng tên ngắn hơn)", "the name or the path is too long (use a shorter one)"}},
	{anyOf(syscall.EIO), text{"ổ đĩa bị lỗi khi đọc hoặc ghi (kiểm tra ổ đĩa, chép sang ổ khác)", "the disk failed while reading or writing (check the disk, copy to another one)"}},
	{anyOf(fs.ErrPermission), text{"không có quyền đọc hoặc ghi (xem quyền của tệp và thư mục)", "there is no permission to read or write it (look at the rights of the file and its folder)"}},
	{anyOf(fs.ErrNotExist), text{"không có tệp hoặc thư mục này (sửa đường dẫn)", "there is no such file or folder (correct the path)"}},
	{anyOf(fs.ErrExist), text{"đã có rồi (chọn tên khác)", "it is there already (choose another name)"}},
}

// windowsDiskFull is ERROR_DISK_FULL, which on other systems is the number of nothing that a file meets.
const windowsDiskFull = syscall.Errno(112)

func anyOf(known ...error) func(error) bool {
	return func(err error) bool {
		for _, k := range known {
			if errors.Is(err, k) {
				return true
			}
		}
		return false
	}
}

// system is what a system said, in both languages, with the file that it is about. Words that are not known stand as they
// are.
func system(err error) text {
	for _, s := range spoken {
		if !s.is(err) {
			continue
		}
		file := about(err)
		if file != "" {
			file = strconv.Quote(file) + ": "
		}
		return text{file, file}.and(s.say)
	}
	return text{"lỗi chưa rõ: " + err.Error(), "an unknown error: " + err.Error()}
}

// about is the file that an error of the system is about; empty where it names none.
func about(err error) string {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Path
	case errors.As(err, &link):
		return link.New
	}
	return ""
}

// failedAt says how far the publication of a site came that the system stopped.
func failedAt(f *publish.Failure) error {
	why := system(f.Err)
	switch f.Stage {
	case publish.Beside:
		return machine("trang mới được dựng cạnh trang cũ %[1]q, nhưng ở đó không ghi được (cấp quyền ghi, hoặc chọn thư mục khác bằng --out): %[2]s",
			"the new site is made beside the old one, %[1]q, where nothing can be written (give write permission, or choose another folder with --out): %[3]s", f.Path, why.vi, why.en)
	case publish.Leftover:
		return machine("không xóa được %[1]q mà một lần dựng trước để lại (đóng chương trình đang mở nó, hoặc tự xóa, rồi chạy lại): %[2]s",
			"%[1]q, which an earlier build left, cannot be removed (close the programs that have it open, or remove it, then run this again): %[3]s", f.Path, why.vi, why.en)
	case publish.InTheWay:
		return machine("%q không do chương trình này tạo ra và chiếm chỗ mà lần dựng này cần (chuyển đi chỗ khác rồi chạy lại)", "%q is foreign to this program and in the way (move it elsewhere, then run this again)", f.Path)
	case publish.Exchange:
		return machine("không thay được trang %[1]q, trang cũ còn nguyên (đóng các chương trình đang mở nó; nếu là điểm gắn ổ đĩa, chọn một thư mục bên trong; rồi chạy lại): %[2]s",
			"the site %[1]q cannot be replaced, the old one is as it was (close the programs that have it open; if it is a mount point, choose a folder inside it; then run this again): %[3]s", f.Path, why.vi, why.en)
	}
	return machine("không ghi được trang mới, trang cũ còn nguyên: %[1]s", "the new site could not be written, the old one is as it was: %[2]s", why.vi, why.en)
}
