package cli

var usage = text{
	vi: `minhbach dựng trang tĩnh song ngữ về tiến độ một kế hoạch từ tệp YAML và Markdown.

Cách dùng:
  minhbach <lệnh> [tùy chọn]

Lệnh:
  init    tạo một thư mục nội dung để bắt đầu
  new     tạo tệp số liệu của một kỳ, có sẵn mọi dòng đến kỳ báo cáo
  build   dựng trang từ thư mục nội dung
  check   kiểm tra nội dung, liệt kê mọi lỗi kèm vị trí và cách sửa
  serve   xem trang trong trình duyệt, tự dựng lại mỗi khi nội dung thay đổi
  schema  ghi các lược đồ JSON để trình soạn thảo gợi ý và kiểm tra
  verify  kiểm tra một bản sao của trang hoặc của dữ liệu có còn nguyên vẹn không
  form    làm biểu mẫu Excel cho từng cơ quan điền số liệu của một kỳ
  import  đưa số liệu trong các biểu mẫu đã điền vào tệp số liệu của kỳ
  diff    cho biết có gì thay đổi giữa hai kỳ hoặc hai bản công bố
  report  soạn báo cáo của một kỳ thành tệp Word hoặc Markdown
  release công bố một kỳ: kiểm tra, xem thay đổi, dựng trang, ghi sổ, đóng gói

Ví dụ:
  minhbach check
  minhbach build

Xem hướng dẫn từng lệnh: minhbach <lệnh> --help
Đổi sang tiếng Anh: thêm --lang en
`,
	en: `minhbach builds a static site in two languages about a plan's progress from YAML and Markdown files.

Usage:
  minhbach <command> [options]

Commands:
  init    make a content folder to start from
  new     make the snapshot of a period, with every row that is due
  build   build the site from the content folder
  check   check the content: every problem, with its place and what to do
  serve   show the site in the browser, anew at each change of the content
  schema  write the JSON Schemas with which editors complete and check
  verify  tell whether a copy of the site or of its data is whole
  form    make the Excel form in which each agency reports for a period
  import  take what came back in the forms into the snapshot of the period
  diff    tell what changed between two periods or releases
  report  write the report of a period as a Word document or Markdown
  release release a period: check, review, build, record, pack

Examples:
  minhbach check
  minhbach build

Help on a command: minhbach <command> --help
In Vietnamese: add --lang vi
`}

var buildHelp = text{
	vi: `minhbach build dựng trang từ thư mục nội dung. Trang cũ giữ nguyên cho tới khi trang mới hoàn tất;
nếu nội dung có lỗi, trang cũ không bị thay đổi.

Ví dụ:
  minhbach build
  minhbach build --content content --out public --base-url https://example.org/cchc/
  minhbach build --out public-2030-h1 --as-of 2030-h1

Tùy chọn:
  --content THƯ_MỤC   thư mục nội dung (mặc định: content)
  --out THƯ_MỤC       thư mục kết quả (mặc định: public)
  --base-url ĐỊA_CHỈ  địa chỉ mà trang sẽ được đặt, thay cho base_url trong site.yaml
  --as-of KỲ          dựng trang như khi kỳ này là kỳ mới nhất, với định nghĩa hiện nay; KẾ_HOẠCH/KỲ khi trùng tên
  --layouts THƯ_MỤC   thư mục có các mẫu trang thay thế, từng tệp một
  --static THƯ_MỤC    thư mục dist đã đóng gói, thay cho phần có sẵn trong chương trình
  --timing            in thời gian của từng bước, và của từng loại tệp
  --json              in lỗi dạng JSON ra đầu ra chuẩn
  --quiet             chỉ in lỗi
  --lang vi|en        ngôn ngữ của thông báo

Dành cho người phát triển chương trình:
  --profile TỆP         ghi nơi bộ xử lý tốn thời gian, để xem bằng go tool pprof
  --memory-profile TỆP  ghi nơi xin cấp bộ nhớ, để xem bằng go tool pprof
  --trace TỆP           ghi diễn biến trên từng nhân, để xem bằng go tool trace

Mã kết thúc: 0 tốt, 1 nội dung hoặc mẫu trang có lỗi, 2 gọi sai, 3 máy gặp sự cố.
`,
	en: `minhbach build builds the site from the content folder. The old site stays whole until the new one is complete;
when the content has problems, the old site is not touched.

Examples:
  minhbach build
  minhbach build --content content --out public --base-url https://example.org/cchc/
  minhbach build --out public-2030-h1 --as-of 2030-h1

Options:
  --content DIR   content folder (default: content)
  --out DIR       folder of the result (default: public)
  --base-url URL  address at which the site will stand, instead of base_url in site.yaml
  --as-of PERIOD  build as when this period was the newest, with today's definitions; PLAN/PERIOD where names clash
  --layouts DIR   folder with layouts of your own, file by file
  --static DIR    a bundled dist folder, instead of the one inside the program
  --timing        print the time of each stage, and of each kind of file
  --json          print problems as JSON on standard output
  --quiet         print errors only
  --lang vi|en    language of the messages

For those who develop the program:
  --profile FILE         where processor time went, for go tool pprof
  --memory-profile FILE  where memory was taken, for go tool pprof
  --trace FILE           what each core did when, for go tool trace

Exit codes: 0 fine, 1 the content or the layouts have problems, 2 the call was wrong, 3 the machine failed.
`}

var checkHelp = text{
	vi: `minhbach check kiểm tra toàn bộ nội dung và liệt kê mọi lỗi kèm tệp, dòng, cột và cách sửa. Không ghi gì.

Ví dụ:
  minhbach check
  minhbach check --content content --json
  minhbach check --parity
  minhbach check --watch

Tùy chọn:
  --content THƯ_MỤC  thư mục nội dung (mặc định: content)
  --layouts THƯ_MỤC  kiểm tra cả các mẫu trang thay thế này, bằng cách dựng thử mọi trang
  --parity           sau các lỗi, in ra đầu ra chuẩn tỷ lệ đã dịch sang tiếng Anh của từng phần, và từng chỗ chưa dịch
  --watch            kiểm tra lại mỗi khi có tệp thay đổi, cho tới khi dừng bằng Ctrl-C
  --json             in lỗi dạng JSON ra đầu ra chuẩn
  --quiet            chỉ in lỗi, bỏ cảnh báo
  --lang vi|en       ngôn ngữ của thông báo

Mã kết thúc: 0 tốt, 1 nội dung hoặc mẫu trang có lỗi, 2 gọi sai, 3 máy gặp sự cố.
`,
	en: `minhbach check checks the whole content and lists every problem with its file, line, column and what to do.
It writes nothing.

Examples:
  minhbach check
  minhbach check --content content --json
  minhbach check --parity
  minhbach check --watch

Options:
  --content DIR  content folder (default: content)
  --layouts DIR  check these layouts of your own too, by making every page once
  --parity       after the problems, print on standard output how much of each part is there in English, and each gap
  --watch        check again at each change of a file, until stopped with Ctrl-C
  --json         print problems as JSON on standard output
  --quiet        print errors only, no warnings
  --lang vi|en   language of the messages

Exit codes: 0 fine, 1 the content or the layouts have problems, 2 the call was wrong, 3 the machine failed.
`}

var verifyHelp = text{
	vi: `minhbach verify đối chiếu một bản sao với manifest.json trong đó: tệp nào thiếu, tệp nào đã đổi, tệp nào không được liệt kê.
Bản sao là một thư mục đã công bố, hoặc một tệp zip có manifest.json ở gốc. Nếu bản sao có data/ledger.jsonl thì sổ công
bố và từng bản công bố cũng được kiểm tra, rồi các bảng CSV của trang được đối chiếu với những gì sổ đó ghi. Trang dựng
sau lần công bố, từ nội dung đã khác, không phải là lỗi: lệnh này nói rõ đó không phải bản đã công bố.
Tệp ẩn của một thư mục chỉ được đếm. Không ghi gì và không giải nén gì.
manifest.json và sổ công bố trong bản sao cho biết bản sao còn nguyên vẹn, không cho biết ai đã tạo ra nó; muốn biết chắc,
dùng --content với thư mục nội dung của nơi công bố.

Ví dụ:
  minhbach verify public
  minhbach verify minhbach.zip
  minhbach verify public-2030-q1.zip --content content
  minhbach verify 2030-q1.zip --content content

Tùy chọn:
  --content THƯ_MỤC  đối chiếu với sổ công bố trong ledger/ của thư mục nội dung này, thay cho sổ trong bản sao
  --json             in lỗi dạng JSON ra đầu ra chuẩn
  --quiet            chỉ in lỗi
  --lang vi|en       ngôn ngữ của thông báo

Mã kết thúc: 0 đúng như manifest.json, 1 có chỗ khác, 2 gọi sai, 3 máy gặp sự cố.
`,
	en: `minhbach verify compares a copy with the manifest.json in it: which files are missing, changed, or not listed.
A copy is a published folder, or a zip with manifest.json at its root. Where it holds data/ledger.jsonl, the ledger and
each release are verified too, and the CSV tables of the site are held against what that ledger records. A site that was
built after the release, from other content, is no error: it is said not to be a released state.
Dot files of a folder are only counted. It writes nothing and unpacks nothing.
A manifest.json, and the ledger in a copy, show that it is whole, not who made it; to be sure, use --content with the
content folder of the publisher.

Examples:
  minhbach verify public
  minhbach verify minhbach.zip
  minhbach verify public-2030-q1.zip --content content
  minhbach verify 2030-q1.zip --content content

Options:
  --content DIR  hold it against the ledgers in ledger/ of this content folder, instead of the one in the copy
  --json         print problems as JSON on standard output
  --quiet        print errors only
  --lang vi|en   language of the messages

Exit codes: 0 as manifest.json lists it, 1 something differs, 2 the call was wrong, 3 the machine failed.
`}
