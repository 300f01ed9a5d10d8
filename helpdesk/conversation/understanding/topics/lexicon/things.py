"""What is spoken about: identification, card, SIM, phone, papers, people."""

THINGS = """
eid: định danh [điện tử] | định danh mức (2/hai) | tài khoản định danh [điện tử] | mức [độ] (2/hai) | m 2 | md 2 | mđ 2
  | đdđt | ddt | dddt | vneid | vn eid | vnied | vned | vneld | vneid mức 2 | v n e i d | vê nờ e ai đi | level (2/two)
  | eid | e id | electronic (id/identification/identity) | digital (id/identity) | dd | cái định danh | id điện tử
  | dịnh danh | đinh danh | căn cước điện tử | mã định danh
card: căn cước [công dân] | thẻ căn cước lần đầu | thẻ | thẻ [căn cước/cccd] | thẻ căn cước công dân | cccd | cmnd | cmt | chứng minh [thư/nhân dân] | thẻ chip
  | thẻ cứng | id card | card | identity card | căn cươc | cam cuoc | cang cuoc | căn cuột | can cuot | căn cước cd | thẻ nhựa | cái thẻ | giấy chứng minh | the chung minh
sim: sim | cái sim | con sim | sim điện thoại | sim card | thẻ sim | sim số
number: số điện thoại | số máy | số đt | sdt | số đang dùng | phone number | số đăng ký | đầu số | number | số thuê bao | số
phone: điện thoại | cái điện thoại | máy | con máy | cái máy | phone | mobile | dế | máy điện thoại | device | handset
smartphone: điện thoại (thông minh/cảm ứng/xịn/đời mới/tốt) | máy (thông minh/cảm ứng/xịn) | smartphone | smart phone | sờ mát phôn
  | iphone | android | điện thoại có mạng | máy có mạng | điện thoại lên mạng | dt (thông minh/xịn/cảm ứng) | điện thoại 4g | mát phôn
basic_phone: cục gạch | cục rạch | đen trắng | bàn phím | phím bấm | bấm nút | nút bấm | nokia | điện thoại (thường/cổ/cùi/đời cũ/2g/bấm) | máy (thường/cổ/cùi/bấm/đời cũ)
  | basic phone | button phone | old phone | feature phone | chỉ (nghe/nghe gọi/gọi) | nghe gọi | chỉ nghe với gọi | nghe với gọi | keypad | điện thoại nhỏ
  | không (vào mạng được/vào được mạng/có mạng/lên mạng được/cài được/cài được app/tải được/cài đặt được)
app: app | ứng dụng | phần mềm | application
account: tài khoản | tk | account | nick
password: mật khẩu | sai mật khẩu | mật khẩu vneid | mat khuaa | mk | pass | password | mật mã | mat khau | pasword | pass word | mật khâu
passcode: passcode | pát cốt | pat cot | pass cốt | pát cót | max pass code | pass code | mã (6/sáu) số | mã khóa | mã pin | mã bảo mật | mã passcode | 6 số bí mật
otp: otp | mã otp | mã xác (thực/minh) | mã xác nhận (vneid/định danh/gửi) | mã số gửi về | mã gửi về | mã vừa gửi
own_name: chính chủ | đứng tên | tên (mình/tôi/tui/em/chính mình) | own name | my name | registered to me | in my name | tên chủ | chủ sim
other_name: người khác | tên (chồng/vợ/con/mẹ/bố/cha/người khác/người/anh/chị/ai) | của (chồng/vợ/con/con gái/con trai/anh/chị/anh trai/chị gái/mẹ/bố/cháu/bạn/hàng xóm/người khác/người ta)
  | sim rác | không chính chủ | ko chính chủ | chưa chính chủ | mượn (sim/số) | sim mượn | sim (chồng/vợ/con) | sim của (vợ/chồng/con/mẹ/bố/anh/chị) | số của (con/chồng/vợ/mẹ/bố/cháu/anh/chị) | someone else | another person | my (husband/wife/son) s | belongs to | tên nó | không biết tên ai | mua (ngoài/ở) chợ | không có tên | ten vo
shared: dùng chung | chung | chung (số/sim/một số/1 số/điện thoại/máy) | (1/một) (số/sim/điện thoại/máy) | cả nhà có (một/1) | chung nhau | share | shared | one (number/phone/sim) | same (number/phone/sim) | hai người một số | xài chung | cùng (số/sim/một số/1 số)
several_people: cả nhà | hai vợ chồng | 2 vợ chồng | vợ chồng | gia đình | hai người | 2 người | 3 người | nhiều người | mấy người | hai tài khoản | 2 tài khoản | (mẹ/vợ/chồng/con) (và/với) (tôi/con/tui/em) | we | family | hai mẹ con | mấy người | mấy tài khoản | (2/3/4) người | hai anh em
child: con [nhỏ/gái/trai] | cháu [nhỏ] | trẻ | trẻ (em/con/nhỏ/dưới) | em bé | bé | đứa con | con tôi | dưới (14/mười bốn/6/sáu) tuổi | học sinh | child | children | kid | kids | son | daughter | baby | con nít
  | sấp nhỏ | thằng cu | thằng bé | con bé | cu con | cu cậu | cho (con/cháu/bé) | dưới 14 | mầm non | lớp (1/2/3/4/5/6) | (con/cháu/bé) (1/2/3/4/5/6/7/8/9/10/11/12/13) tuổi | đứa nhỏ
elder: già | người già | cao tuổi | =cụ | cụ (già/ông/bà/tôi/nhà) | già yếu | ốm | ốm (đau/yếu/nặng/liệt) | bệnh | liệt | liệt giường | nằm (liệt/một chỗ/giường) | khuyết tật | tàn tật | tật nguyền | =tật | không đi lại | đi lại (khó/khó khăn/không được)
  | không đi lại được | không đi nổi | đi không nổi | =yếu | già yếu | yếu quá không đi | tai biến | bại liệt | đau chân | =què | =mù | elderly | old (man/woman/people/mother/father) | disabled | sick | bedridden | can not walk | cannot walk | can not walk | grandmother | grandfather | grandma | grandpa | (85/90/95) tuổi | chống gậy | xe lăn | bà lão | ông lão | nằm viện | mới sinh | mới đẻ | bà bầu
at_home: tại nhà | đến nhà (làm/không/được/tôi/giúp) | có đến nhà | tới nhà làm | tận nhà | về nhà làm | ở nhà | đến tận (nơi/nhà) | home | at home | come to (the/my/our) (house/home) | vào nhà | xuống nhà | vô nhà | tới tận nhà
free: miễn phí | free | không mất tiền | cho không
money: tiền | lệ phí | mất bao nhiêu | miễn tiền | tiền mặt | khoản tiền | pay anything | (làm/cái này) mất bao nhiêu | bao nhiêu 1 lần | phí | bao nhiêu tiền | mấy (tiền/đồng/ngàn/nghìn/trăm/chục) | tốn (tiền/kém/bao nhiêu) | mất (tiền/bao nhiêu tiền/mấy tiền/phí) | đóng (tiền/phí/lệ phí) | nộp (tiền/phí/lệ phí) | thu (tiền/phí) | trả (tiền/phí) | miễn phí | free | fee | cost | how much | pay | money | charge | giá | giá cả | chi phí | tiền nong | bao tiền | xiền | đồng nào | bao nhiêu một lần | hết (bao nhiêu/mấy tiền) | tốn
papers: giấy tờ | giấy | hồ sơ | sổ hộ khẩu | hộ khẩu | giấy khai sinh | khai sinh | ảnh (3x4/thẻ/chân dung) | ảnh | hình thẻ | photo | phô tô | bản sao | giấy gì | documents | document | papers | paper | đồ gì | cái gì | sổ đỏ | bảo hiểm | bằng lái | passport | đơn | tờ khai | mẫu
household_paper: sổ hộ khẩu | hộ khẩu | giấy khai sinh | ảnh 3x4 | ảnh thẻ | ảnh 3 x 4 | photo | phô tô | bản sao | anh the | công chứng | giấy xác nhận
result: tin nhắn | kết quả | thông báo | phê duyệt | duyệt | result | approval | sms | tn | tin báo | tin | hồi âm
chip: chip | nfc | quét [thẻ/chip/mặt] | con chip | đọc (thẻ/chip/được thẻ) | áp thẻ | scan | chạm thẻ | đọc nfc | quẹt thẻ
village: bản | thôn | làng | xóm | bản (tôi/mình/ta/tui/em/này/ni) | village | bản làng | chúng tôi
team: cán bộ | đoàn | đội | tổ | đội lưu động | tổ công nghệ | tổ lưu động | đoàn (công an/lưu động/cán bộ/xã) | công an | công an xã | cax | team | police | lưu động | xe lưu động | mấy anh | chuyến | đợt | mobile team | anh em công an | officers
office: công an | công an xã | cax | ủy ban [xã] | ubnd [xã] | trung tâm [hành chính công/xã] | xã | trụ sở | bộ phận một cửa | một cửa | office | police station | station | center | centre | huyện | tỉnh | phường
phone_way: qua mạng | tự làm (trên/ở) (điện thoại/nhà/máy) | ngồi nhà | qua (điện thoại/tin nhắn/mạng/zalo/app) | trên (mạng/điện thoại/máy/app) | online | onl | trực tuyến | bằng điện thoại | từ xa | (by/over/on) (the phone/phone/text/sms) | qua đt | tự làm | internet | làm tại nhà | ở nhà | qua sđt | nhắn tin làm
elsewhere_place: ở (huế/sài gòn/hà nội/đà nẵng/bình dương/đồng nai/vinh) | về quê | phải về quê | hộ khẩu ở | xã khác | đúng xã | về đúng xã | nơi có hộ khẩu | (xã/nơi) mình | về (xã/quê) | nơi khác | chỗ khác | huyện khác | tỉnh khác | trong đó | trong nam | sài gòn | bình dương | đồng nai | hà nội | đà nẵng | đồng hới | đi làm (thuê/xa/ăn) | tạm trú | thường trú | nơi (tạm trú/ở) | another commune | other commune | bất cứ xã nào | xã mình | ở xa | làm thuê | phường khác | lào
"""
