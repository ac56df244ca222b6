package cli

var diffHelp = text{
	vi: `minhbach diff cho biết có gì thay đổi giữa hai kỳ hoặc hai bản công bố của một kế hoạch: số liệu không còn và dòng lùi lại
đứng đầu, rồi đính chính kèm lý do, định nghĩa thay đổi, số liệu mới, chế độ báo cáo. Không ghi gì.
Mỗi bên là mã một kỳ (theo nội dung hiện nay, kể cả bản nháp), hoặc tệp zip của một lần công bố hay của trang.

Ví dụ:
  minhbach diff 2030-q1 2030-h1
  minhbach diff content/releases/2030/2030-q1.zip 2030-h1 --format markdown
  minhbach diff public-2030-q1.zip 2030-h1 --plan 2030

Tùy chọn:
  --plan MÃ                             kế hoạch (mặc định: kế hoạch mới nhất)
  --format text|markdown|html|json      dạng của kết quả trên đầu ra chuẩn (mặc định: text)
  --content THƯ_MỤC                     thư mục nội dung (mặc định: content)
  --quiet                               không in cảnh báo về nội dung
  --lang vi|en                          ngôn ngữ của kết quả và thông báo; json có cả hai

Mã kết thúc: 0 tốt, 1 nội dung hoặc bản sao có lỗi, 2 gọi sai, 3 máy gặp sự cố.
`,
	en: `minhbach diff tells what changed between two periods or releases of a plan: what is gone and what fell back stand
first, then revisions with their reasons, changed definitions, new figures, reporting compliance. It writes nothing.
Each side is the id of a period (by today's content, drafts too), or the zip of a release or of the site.

Examples:
  minhbach diff 2030-q1 2030-h1
  minhbach diff content/releases/2030/2030-q1.zip 2030-h1 --format markdown
  minhbach diff public-2030-q1.zip 2030-h1 --plan 2030

Options:
  --plan ID                             plan (default: the newest)
  --format text|markdown|html|json      form of the result on standard output (default: text)
  --content DIR                         content folder (default: content)
  --quiet                               print no warnings about the content
  --lang vi|en                          language of result and messages; json has both

Exit codes: 0 fine, 1 the content or a copy has problems, 2 the call was wrong, 3 the machine failed.
`}
