package cli

var newHelp = text{
	vi: `minhbach new tạo tệp snapshots/<kỳ>.yaml của một kỳ có trong plan.yaml: một bản nháp có sẵn mọi chỉ tiêu, nhiệm vụ và
cơ quan đến kỳ báo cáo, kèm đơn vị, mục tiêu, số liệu gần nhất và nơi trả lời. Chỉ còn bỏ dấu # và điền vào chỗ trống.
Tệp đã có thì không bị ghi đè.

Ví dụ:
  minhbach new 2030-h1
  minhbach new 2030-h1 --plan 2030

Tùy chọn:
  --plan MÃ          kế hoạch có kỳ này, khi nhiều kế hoạch có kỳ trùng tên
  --content THƯ_MỤC  thư mục nội dung (mặc định: content)
  --json             in lỗi dạng JSON ra đầu ra chuẩn
  --quiet            chỉ in lỗi
  --lang vi|en       ngôn ngữ của thông báo và của lời chỉ dẫn trong tệp

Mã kết thúc: 0 tốt, 1 nội dung có lỗi, 2 gọi sai, 3 máy gặp sự cố.
`,
	en: `minhbach new makes the file snapshots/<period>.yaml of a period that plan.yaml declares: a draft with every indicator, task
and agency from which something is due, with unit, target, last figure and who answers. What is left is to take away the #
and to fill in the gaps. A file that is there is not overwritten.

Examples:
  minhbach new 2030-h1
  minhbach new 2030-h1 --plan 2030

Options:
  --plan ID      the plan that has the period, where several have one of that name
  --content DIR  content folder (default: content)
  --json         print problems as JSON on standard output
  --quiet        print errors only
  --lang vi|en   language of the messages and of the comments in the file

Exit codes: 0 fine, 1 the content has problems, 2 the call was wrong, 3 the machine failed.
`}
