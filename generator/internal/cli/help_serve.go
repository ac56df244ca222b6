package cli

var serveHelp = text{
	vi: `minhbach serve cho xem trang trong trình duyệt khi đang soạn: mỗi lần lưu tệp, trang tự tải lại. Nội dung có lỗi thì lỗi
hiện trên trang và trong cửa sổ lệnh, còn trang trước đó vẫn giữ. Kỳ chưa công bố cũng hiện, kèm lời nhắc. Không ghi gì;
chỉ máy này xem được, trừ khi đổi --host. Dừng bằng Ctrl-C.

Ví dụ:
  minhbach serve
  minhbach serve --content noi-dung --port 8080

Tùy chọn:
  --content THƯ_MỤC  thư mục nội dung (mặc định: content)
  --port SỐ          cổng (mặc định: 8000; 0: cổng trống bất kỳ)
  --host TÊN         địa chỉ để mở (mặc định: 127.0.0.1, chỉ máy này); 0.0.0.0 để máy khác cũng xem được
  --layouts THƯ_MỤC  thư mục có các mẫu trang thay thế, cũng được theo dõi
  --static THƯ_MỤC   thư mục dist đã đóng gói, thay cho phần có sẵn trong chương trình
  --quiet            chỉ in lỗi
  --lang vi|en       ngôn ngữ của thông báo

Mã kết thúc: 0 đã dừng, 2 gọi sai, 3 máy gặp sự cố (cổng đang được dùng).
`,
	en: `minhbach serve shows the site in the browser while you write: whenever a file is saved, the page loads again. When the
content has errors they appear over the page and in the terminal, and the site from before stays. Drafts are shown too,
and said to be drafts. Nothing is written; only this machine sees it, unless --host says otherwise. Stop with Ctrl-C.

Examples:
  minhbach serve
  minhbach serve --content noi-dung --port 8080

Options:
  --content DIR  content folder (default: content)
  --port N       port (default: 8000; 0: any that is free)
  --host NAME    address to listen at (default: 127.0.0.1, this machine alone); 0.0.0.0 lets other machines see it
  --layouts DIR  folder with layouts of your own, watched too
  --static DIR   a bundled dist folder, instead of the one inside the program
  --quiet        print errors only
  --lang vi|en   language of the messages

Exit codes: 0 stopped, 2 the call was wrong, 3 the machine failed (the port is in use).
`}
