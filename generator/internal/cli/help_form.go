package cli

var formHelp = text{
	vi: `minhbach form làm biểu mẫu của một kỳ: mỗi cơ quan một tệp Excel, ghi sẵn các chỉ tiêu và nhiệm vụ mà cơ quan đó phải báo cáo.
Cơ quan điền các ô trắng rồi gửi lại; lệnh import đọc các tệp đã điền. Biểu mẫu đã có mà khác thì không bị ghi đè.

Ví dụ:
  minhbach form 2030-q1
  minhbach form 2030-q1 --plan 2030 --out "Biểu mẫu quý I"

Tùy chọn:
  --plan MÃ           kế hoạch nào, khi nhiều kế hoạch có kỳ cùng mã
  --out THƯ_MỤC       thư mục đặt biểu mẫu (mặc định: forms/<kỳ>); không được nằm trong trang đã dựng hay thư mục nội dung
  --content THƯ_MỤC   thư mục nội dung (mặc định: content)
  --json              in lỗi dạng JSON ra đầu ra chuẩn
  --quiet             chỉ in lỗi
  --lang vi|en        ngôn ngữ của thông báo

Mã kết thúc: 0 tốt, 1 nội dung có lỗi hoặc không có ai phải báo cáo, 2 gọi sai, 3 máy gặp sự cố.
`,
	en: `minhbach form makes the forms of a period: one Excel file an agency, with the indicators and tasks that it reports on.
Agencies fill in the white cells and send the file back; import reads them. A form that is there and differs is not replaced.

Examples:
  minhbach form 2030-q1
  minhbach form 2030-q1 --plan 2030 --out "Biểu mẫu quý I"

Options:
  --plan ID      which plan, where several have a period of that id
  --out DIR      folder for the forms (default: forms/<period>); neither inside a built site nor inside the content
  --content DIR  content folder (default: content)
  --json         print problems as JSON on standard output
  --quiet        print errors only
  --lang vi|en   language of the messages

Exit codes: 0 fine, 1 the content has problems or nobody is asked, 2 the call was wrong, 3 the machine failed.
`}

var importHelp = text{
	vi: `minhbach import đọc các biểu mẫu đã điền (.xlsx, hoặc .csv lưu từ đó) và đưa số liệu vào tệp số liệu của kỳ. Mọi chỗ sai
trong mọi tệp được liệt kê một lần, kèm trang và ô. Lệnh cho xem những gì sẽ đổi, rồi chỉ ghi khi được xác nhận;
chú thích và thứ tự trong tệp số liệu giữ nguyên. Ô để trống không xóa gì. Nhập lại cùng một tệp thì không có gì đổi.

Ví dụ:
  minhbach import forms/2030-q1
  minhbach import "Sở A gửi.xlsx" "Sở B gửi.xlsx" --yes
  minhbach import forms/2030-q1 --date 2030-04-05 --source-url https://example.org/bao-cao

Tùy chọn:
  --yes               ghi mà không hỏi
  --date NGÀY         ngày nhận báo cáo, viết YYYY-MM-DD (mặc định: hôm nay)
  --plan MÃ           chỉ nhận biểu mẫu của kế hoạch này
  --period KỲ         chỉ nhận biểu mẫu của kỳ này
  --source MÃ         nguồn của số liệu mới, khi tệp số liệu có nhiều nguồn
  --source-url ĐỊA_CHỈ  địa chỉ của báo cáo tổng hợp, để ghi nguồn khi tệp số liệu chưa có nguồn nào
  --content THƯ_MỤC   thư mục nội dung (mặc định: content)
  --json              in lỗi dạng JSON ra đầu ra chuẩn
  --quiet             chỉ in lỗi
  --lang vi|en        ngôn ngữ của thông báo

Mã kết thúc: 0 tốt, 1 biểu mẫu hoặc nội dung có lỗi và không ghi gì, 2 gọi sai, 3 máy gặp sự cố.
`,
	en: `minhbach import reads forms that were filled in (.xlsx, or .csv saved from them) and takes what they say into the snapshot of
the period. Everything that is wrong in all files is listed at once, with sheet and cell. It shows what would change, and
writes only when that is confirmed; comments and order of the snapshot stay. An empty cell deletes nothing. Importing a
file again changes nothing.

Examples:
  minhbach import forms/2030-q1
  minhbach import "Sở A gửi.xlsx" "Sở B gửi.xlsx" --yes
  minhbach import forms/2030-q1 --date 2030-04-05 --source-url https://example.org/bao-cao

Options:
  --yes             write without asking
  --date DAY        the day on which the reports came in, as YYYY-MM-DD (default: today)
  --plan ID         take forms of this plan only
  --period ID       take forms of this period only
  --source ID       the source of new figures, where the snapshot has several
  --source-url URL  the address of the report that sums them up, to add a source where the snapshot has none
  --content DIR     content folder (default: content)
  --json            print problems as JSON on standard output
  --quiet           print errors only
  --lang vi|en      language of the messages

Exit codes: 0 fine, 1 the forms or the content have problems and nothing was written, 2 the call was wrong, 3 the machine failed.
`}
