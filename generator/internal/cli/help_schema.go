package cli

var schemaHelp = text{
	vi: `minhbach schema ghi các lược đồ JSON vào .schema/ của thư mục nội dung, đúng chỗ mà dòng đầu của từng tệp YAML trỏ tới
(# yaml-language-server: $schema=…). VS Code với phần mở rộng YAML (Red Hat), hay trình soạn thảo khác có
yaml-language-server, dùng chúng để gợi ý khóa, giá trị và báo lỗi ngay khi gõ. Chạy lại sau khi đổi phiên bản chương trình.

Ví dụ:
  minhbach schema
  minhbach schema noi-dung
  minhbach schema --print snapshot

Tùy chọn:
  --content THƯ_MỤC  thư mục nội dung khi không ghi tên (mặc định: content)
  --print TÊN        in một lược đồ ra đầu ra chuẩn, không ghi gì: site, agencies, plan, indicator, task, snapshot
  --quiet            chỉ in lỗi
  --lang vi|en       ngôn ngữ của thông báo

Mã kết thúc: 0 tốt, 2 gọi sai, 3 máy gặp sự cố.
`,
	en: `minhbach schema writes the JSON Schemas to .schema/ of the content folder, where the first line of each YAML file looks for
them (# yaml-language-server: $schema=…). VS Code with the extension YAML (by Red Hat), and other editors with
yaml-language-server, complete keys and values from them and mark mistakes as you type. Run it again after a change of the
program's version.

Examples:
  minhbach schema
  minhbach schema noi-dung
  minhbach schema --print snapshot

Options:
  --content DIR  content folder where none is named (default: content)
  --print NAME   print one schema to standard output and write nothing: site, agencies, plan, indicator, task, snapshot
  --quiet        print errors only
  --lang vi|en   language of the messages

Exit codes: 0 fine, 2 the call was wrong, 3 the machine failed.
`}
