package cli

var reportHelp = text{
	vi: `minhbach report soạn báo cáo của một kỳ thành tệp Word theo thể thức văn bản hành chính: Quốc hiệu, tiêu ngữ, cơ quan ban
hành, kết quả chung và theo lĩnh vực, hai phụ lục có kết quả từng chỉ tiêu và nhiệm vụ, nơi nhận và chỗ ký. Số, địa danh,
ngày, nơi nhận và người ký để trống. Kỳ còn là bản nháp thì báo cáo ghi “DỰ THẢO”. Không ghi gì vào thư mục nội dung.
Báo cáo đã có mà khác thì không bị ghi đè.

Ví dụ:
  minhbach report 2030-h1
  minhbach report 2030-h1 --out "báo cáo 6 tháng.docx"
  minhbach report 2030-h1 --format markdown

Tùy chọn:
  --plan MÃ                kế hoạch (mặc định: kế hoạch mới nhất)
  --out TỆP                tệp kết quả (mặc định: bao-cao-<kỳ>.docx; Markdown thì ra đầu ra chuẩn)
  --format docx|markdown   dạng của báo cáo (mặc định: docx)
  --english                báo cáo bằng tiếng Anh
  --content THƯ_MỤC        thư mục nội dung (mặc định: content)
  --quiet                  chỉ in lỗi
  --lang vi|en             ngôn ngữ của thông báo

Mã kết thúc: 0 tốt, 1 nội dung có lỗi, 2 gọi sai, 3 máy gặp sự cố.
`,
	en: `minhbach report writes the report of a period as a Word document in the layout of Vietnamese administrative documents:
motto, issuing body, results as a whole and by area, two appendices with the result of each indicator and task, recipients
and room to sign. Number, place, day, recipients and signatory are left to fill in. Of a period that is still a draft the
report says “DỰ THẢO” (draft). Nothing is written in the content folder, and a report that is there and differs is not replaced.

Examples:
  minhbach report 2030-h1
  minhbach report 2030-h1 --out "báo cáo 6 tháng.docx"
  minhbach report 2030-h1 --format markdown

Options:
  --plan ID                plan (default: the newest)
  --out FILE               the result (default: bao-cao-<period>.docx; Markdown goes to standard output)
  --format docx|markdown   form of the report (default: docx)
  --english                the report in English
  --content DIR            content folder (default: content)
  --quiet                  print errors only
  --lang vi|en             language of the messages

Exit codes: 0 fine, 1 the content has problems, 2 the call was wrong, 3 the machine failed.
`}
