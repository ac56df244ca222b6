package cli

var releaseHelp = text{
	vi: `minhbach release công bố một kỳ: kiểm tra nội dung, in những gì thay đổi so với lần công bố trước để xem lại, hỏi lại, dựng
trang, đóng gói cả trang thành tệp zip để đưa lên cổng (kèm mã kiểm tra SHA-256), rồi ghi vào ledger/ và releases/ của thư
mục nội dung. Chừng nào dòng của sổ công bố chưa ghi xong thì chưa có gì được công bố; bị dừng giữa chừng thì chạy lại.
Bị từ chối, kèm chỗ cần sửa: bản nháp, kỳ đã công bố, số liệu không còn hoặc chỉ tiêu lùi lại mà không nêu lý do, thiếu bản
dịch khi site.yaml đòi đủ hai ngôn ngữ, sổ công bố bị hỏng.

Ví dụ:
  minhbach release 2030-h1
  minhbach release 2030-h1 --date 2030-07-10 --previous public-2030-q1.zip
  minhbach release 2030-h1 --yes --by "Trần Thị Bình" --out public --zip 2030-h1.zip

Tùy chọn:
  --plan MÃ           kế hoạch (mặc định: kế hoạch mới nhất)
  --date NGÀY         ngày công bố, phải bằng released: trong tệp của kỳ; không ghi thì lấy ngày đó
  --yes               không hỏi lại
  --previous ZIP      đối chiếu với tệp zip của trang đang ở trên cổng: mọi lần công bố ở đó phải có trong sổ công bố ở đây
  --by TÊN            người công bố, được ghi vào sổ; phải khác người duyệt (signed_off trong tệp của kỳ)
  --out THƯ_MỤC       thư mục kết quả (mặc định: public)
  --zip TỆP           tệp zip cho cổng (mặc định: <thư mục kết quả>-<kỳ>.zip)
  --base-url ĐỊA_CHỈ  địa chỉ mà trang sẽ được đặt, thay cho base_url trong site.yaml
  --content THƯ_MỤC   thư mục nội dung (mặc định: content)
  --layouts THƯ_MỤC   thư mục có các mẫu trang thay thế
  --static THƯ_MỤC    thư mục dist đã đóng gói, thay cho phần có sẵn trong chương trình
  --quiet             chỉ in những gì thay đổi và lỗi
  --lang vi|en        ngôn ngữ của thông báo

Mã kết thúc: 0 đã công bố, 1 nội dung có lỗi hoặc bị từ chối, 2 gọi sai hoặc không xác nhận, 3 máy gặp sự cố.
`,
	en: `minhbach release releases a period: it checks the content, prints what changed since the release before for review, asks,
builds the site, packs all of it into a zip for the portal (with its SHA-256 beside it), and records the release in ledger/
and releases/ of the content folder. Until the line of the ledger is written nothing is released; when it was stopped on
its way, run it again.
Refused, with the place to mend: a draft, a period that was released before, figures that are gone or indicators that fell
back without a reason, missing translations where site.yaml asks for both languages, a disturbed ledger.

Examples:
  minhbach release 2030-h1
  minhbach release 2030-h1 --date 2030-07-10 --previous public-2030-q1.zip
  minhbach release 2030-h1 --yes --by "Trần Thị Bình" --out public --zip 2030-h1.zip

Options:
  --plan ID        plan (default: the newest)
  --date DAY       day of the release, which must be that of released: in the period's file; without it that day holds
  --yes            do not ask
  --previous ZIP   compare with the zip of the site that is on the portal: every release there must be in the ledger here
  --by NAME        who releases, kept in the ledger; somebody else than who signed it off (signed_off in the period's file)
  --out DIR        folder of the result (default: public)
  --zip FILE       the zip for the portal (default: <folder of the result>-<period>.zip)
  --base-url URL   address at which the site will stand, instead of base_url in site.yaml
  --content DIR    content folder (default: content)
  --layouts DIR    folder with layouts of your own, file by file
  --static DIR     a bundled dist folder, instead of the one inside the program
  --quiet          print what changed, and errors only
  --lang vi|en     language of the messages

Exit codes: 0 released, 1 the content has problems or was refused, 2 the call was wrong or not confirmed, 3 the machine failed.
`}
