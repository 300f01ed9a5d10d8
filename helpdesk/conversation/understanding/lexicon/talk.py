"""Courtesy, and what is no business of this service."""

TALK = """
thanks: cảm ơn | cám ơn | cảm ơn nhiều | cám ơn nhiều | thanks | thank you | thank | tks | thks | thank u | cmon | đa tạ | biết ơn | xin cảm ơn | ok cảm ơn | camon | tốt quá | hay quá | tuyệt vời | ok rồi
greeting: xin chào | chào | chào (anh/chị/em/bác/cán bộ/bạn/cô/chú/ad/admin/xã/buổi sáng/shop/mọi người) | chao | hello | hi | alo | a lô | alô | hey | good (morning/afternoon/evening) | helo | hê lô | có ai không | ad ơi | cán bộ ơi | anh ơi | chị ơi | kính chào | hú
menu: menu | meunu | menuu | danh sách câu hỏi | câu hỏi thường gặp | what can i ask | trình đơn | [xem] các mục | =danh mục | mục lục | trợ giúp | hỗ trợ gì | hỏi (được/được những) gì | hỏi những gì | coi menu | xem menu | những mục nào | có những mục | quay [về/lại] đầu | có những gì | hỏi được gì | bảng chọn | main menu | options | list | quay về đầu | về đầu | bắt đầu lại
other: khai sinh | hết tiền | nạp hộ | mất điện từ | the atm | có điện chưa | nhậu đi | click here | iphone free | cái bánh | khai tử | giấy chứng tử | chứng tử | kết hôn | ly hôn | độc thân | sổ đỏ | đất đai | thửa đất | bìa đỏ | (làm/xây/sửa) nhà | mảnh đất | tranh chấp đất | giấy đất
  | bảo hiểm | bhyt | bhxh | thẻ bảo hiểm | y tế | trạm y tế | hộ chiếu | passport | visa | bằng lái | giấy phép lái xe | gplx | đăng ký xe | biển số | xe máy
  | vay vốn | vay tiền | vay nóng | cho vay | ngân hàng | lãi suất | giải ngân | tín chấp | (giấy/xác nhận/xét/đơn/sổ/làm/danh sách) (hộ nghèo/cận nghèo) | trợ cấp | lương hưu | tiền (điện/nước/học) | cúp điện | điện lực | kéo điện | có điện | bánh mì | (nấu/ăn) cơm | đói bụng | chai rượu | mấy triệu | mất sóng | không có sóng | cấp đất | xin đất | quyền sử dụng đất | chứng nhận quyền | con bò
  | thời tiết | mưa (to/lớn/không/chưa/hoài) | trời (mưa/nắng/lạnh/nóng) | bão (số/lũ/to) | lũ lụt | dự báo | xổ số | kết quả xổ số | số đề | lô đề | vé số | trúng thưởng | trúng giải | khuyến mãi | khuyến mại | giảm giá
  | quảng cáo | qc | bóng đá | đá bóng | world cup | giá (lúa/vàng/lợn/heo/gạo/keo/bò/trâu/cà phê/sắn/xăng/thịt/keo lai) | phân bón | con giống | giống (lúa/keo/ngô) | bán (lợn/bò/trâu/gà/keo/đất/xe/nhà)
  | mua (lợn/bò/trâu/gà/keo/đất/xe/gạo/bán) | đi học | trường học | học phí | nhập học | nghĩa vụ quân sự | nghĩa vụ | tạm vắng | đăng ký tạm trú | khai tạm trú | nhập (hộ khẩu/khẩu) | tách (hộ/khẩu/hộ khẩu/thửa)
  | chuyển (hộ khẩu/khẩu) | cắt khẩu | lý lịch tư pháp | sơ yếu lý lịch | weather | rain | lottery | loan | insurance | football | birth certificate | land certificate | marriage | driving licence | driver license | hospital | atm | facebook | fb
  | tiêm (phòng/chủng) | vắc xin | vaccine | bác sĩ | khám bệnh | trạm xá | bệnh viện | đám (cưới/giỗ/ma/tang) | ăn cưới | tuyển dụng | việc làm | xuất khẩu lao động | nạp (thẻ/tiền/hộ) | thẻ cào | gói cước | đăng ký gói
  | nhận quà | quà tặng | http | www | bit ly | soạn tin | shopee | lazada | tiki | giao hàng | đơn hàng | nhạc chờ | xem bói | tử vi | taxi | xe khách | vé xe | wifi | truyền hình | chứng thực | sao y | hòa giải | đánh nhau
  | mất (trâu/bò/xe/ví) | cháy rừng | gạo cứu đói | cứu trợ | người yêu | nhậu | uống rượu | ăn cơm | ăn gì | ăn chi | sạt lở | ngập | thuế | đóng thuế | người có công | mã số thuế | kinh doanh | karaoke | casino | cá độ
  | thế chấp | bưu điện | số đẹp | bảo hành | tivi | họp | đi (rẫy/rừng/chợ) không | về (chưa/nhà) | nhầm số | nhầm máy | wrong number | anh yêu | nhớ em | chúc mừng | sinh nhật | lì xì | hoa hồng | trúng | click | hotgirl | game
advert: quý khách | quý kh | [QC] | tq | khuyến mại lớn
nobody: bà con | con trâu | con đường | con (lợn/bò/gà/chó) | còn (hạn/không/kịp) | thôn bản | trưởng bản | trưởng thôn | bí thư | (cho/xin) hỏi | cho em hỏi | làm ơn | nhờ cán bộ | cán bộ ơi | hỏi cán bộ | trả lời | hỏi thăm | con (chào/xin/cảm ơn/muốn/hỏi)
officer_only: cán bộ
"""
