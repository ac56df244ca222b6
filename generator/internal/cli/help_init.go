package cli

var initHelp = text{
	vi: `minhbach init tạo một thư mục nội dung để bắt đầu: kế hoạch minh họa của một tỉnh không có thật, dựng được ngay.
Thư mục phải chưa có, hoặc trống; không tệp nào bị ghi đè. Không ghi tên thì thư mục là content, nơi các lệnh khác tìm.

Ví dụ:
  minhbach init
  minhbach init noi-dung
  minhbach init content --empty

Tùy chọn:
  --empty       khung trống thay cho bản minh họa: mỗi thứ một mẫu, có lời chỉ dẫn bằng hai thứ tiếng
  --quiet       chỉ in lỗi
  --lang vi|en  ngôn ngữ của thông báo

Mã kết thúc: 0 tốt, 2 gọi sai, 3 máy gặp sự cố.
`,
	en: `minhbach init makes a content folder to start from: the demonstration plan of a province that does not exist, which
builds at once. The folder must not be there, or be empty; nothing is overwritten. Without a name it is content, where
the other commands look.

Examples:
  minhbach init
  minhbach init noi-dung
  minhbach init content --empty

Options:
  --empty       a skeleton in place of the demonstration: one of everything, with comments in both languages
  --quiet       print errors only
  --lang vi|en  language of the messages

Exit codes: 0 fine, 2 the call was wrong, 3 the machine failed.
`}
