"""What is no business of this service, as it reaches us all the same.

SAMPLE sentences, invented. Names, places and days in them are <name>, <place> and <when>.
"""

STRANGE = """
unknown:
  lam giay khai sinh o dau | thu tuc ket hon can gi | bao gio co dien lai | <when> troi co mua khong
  ket qua xo so <when> | vay von ngan hang lam sao | lam so do mat bao lau | bao hiem y te het han
  the bao hiem bi mat | dang ky xe may o dau | bao gio phat gao | con toi bi sot
  gia lon <when> bao nhieu | bao gio co tien ho tro bao lut | tuyen duong vao ban bao gio lam
  nha van hoa may gio hop | may gio da bong | ban trau khong | cho toi muon cai cuoc
  anh oi <when> nhau khong | em yeu anh | chuc mung ban da trung thuong xe sh
  vay tien nhanh khong the chap | how is the weather | lam ho <when> can giay to gi
  xin xac nhan ho ngheo | doi bang lai xe | nuoc sach bao gio co | mat trau o dau | giay to dat bi mat
  tach ho khau nhu the nao | truong hoc bao gio khai giang | xe khach may gio chay
  duong co di duoc khong | khi nao tiem phong cho be | me oi con het tien | toi sap ve den nha roi
  nau com chua | mua the cao | dien thoai hong sua o dau | song dien thoai yeu qua
  nap tien dien thoai the nao | lam can cuoc cho bo cho | dam cuoi con gai toi <weekend> | asdkjh qwe
  nghi viec roi | quang <name> | xin nghi hoc cho chau | tam tru tam vang lam the nao | phan anh tieng on
  khieu nai dat dai | lam the ngan hang | the atm bi khoa | facebook quen mat khau | zalo khong vao duoc
  doi sim <when> viettel | mang yeu qua | hoc phi bao nhieu | ai trung cu | bi ran can lam sao
  chay rung roi | lam the can cuoc cho vo moi cuoi o dau nhap khau | xa co phat <place> lua khong
  toi muon xin xac nhan nguoi co cong | thu tuc mua ban dat | nop thue dat o dau
  <when> cup dien den may gio | bao nhieu tien mot can thit | may gio xe chay ve dong hoi
  cho vay 20 trieu | bang gia vang <when> | toi bi dau bung | tram y te co bac si khong
  nghia vu quan su bao nhieu tuoi | giay phep xay nha | hop dan may gio | ai lay trom ga nha toi
  khuyen <when> nap the 50 | ban trung thuong 100 trieu | di cho khong | con an com chua
  anh dang lam gi do | <when> ve muon nhe | <when> di dam cuoi nha ong ba | cuoc goi nho
  so do bi mat lam lai o dau | trang web nay la gi | doi giay phep lai xe het han
  bao hiem xa hoi mot lan | dang ky ket hon voi nguoi lao | can cuoc cua trau bo | mat xe may o cho
  con trai toi di bo doi | duong sat lo chua thong | mua dien thoai o dau re | sim het tien roi
  dang ky <when> | tiktok bi khoa tai khoan | wifi mat khau gi | ve tau tet | hello friend buy gold
  tien tro cap nguoi gia bao gio co | lich cat nuoc | tre em bao gio di hoc lai | gap lai sau nhe
  may mua cua hang dong chua | giay khai sinh cua con bi sai ten | the bao hiem y te mat
  bao gio chi tra tien luong huu | xin hoi ve thua dat | thoi tiet <when> the nao
  vay ngan hang chinh sach | con bo bi om | trau bi mat o rung | cau sap roi | duong hong qua
  may gio xe ve | <when> hop phu huynh | hoc sinh nghi hoc | anh khoe khong | em an com chua
  mua bao hiem xe may | nap tien dien thoai | dien thoai het pin | dien mat roi | nuoc khong chay
  co ban phan bon khong | gia san bao nhieu | chuc <when> moi | trung thuong iphone | vay tien online
  dang ky ket hon | lam ho khau | chuyen truong cho con | xin giay xac nhan | ly hon thu tuc the nao
  don xin viec | tuyen cong nhan | ket qua bong da | hat karaoke khong | om qua | i love you
  where is the market | how much is the bus | lunch | dang ky thi bang lai | lap dat mang internet
  facebook bi hack | so tai khoan ngan hang | ma khuyen <when> 50 k | phim hay khong | lam ho khau o dau
  om qua khong di lam duoc | lap mang internet | xin viec lam | ban co mua gao khong | nho mua ho cai nay
  <when> di rung khong | lua chin chua | con khoc hoai | ga bi dich | cho muon tien | tra tien cho toi
  <when> gap o cho | nhan duoc hang chua | xe hong giua duong | goi nham roi | ai day | so ai the nay
  toi dang ban | dang hop | de <when> tinh | chua biet nua | tin nhan tu dong | thue bao quy khach
  goi cuoc da het han | tai khoan cua ban con 5000 <place> | bao gio nhan luong | tien trong rung
  tien dich vu moi truong rung | cap giay phep | bang khoan dat | mua sam tet | le hoi dap trong bao gio
  nha tro cho thue | tim nguoi lac | cap cuu | chay nha | ma so thue | doi so khung xe | xoa ngheo
  lop xoa mu chu | day nghe | nuoi bo vay von | tiem vac xin cho tre | lam giay khai sinh cho con can gi
  thu tuc dang ky ket hon | sổ đỏ nhà tôi bao giờ có | bao hiem y te het han thi lam the nao
  vay von ngan hang chinh sach bao nhieu | bao gio co tien ho tro lu lut | gao cuu doi khi nao phat
  lam bang lai xe may o dau | xin giay tam tru tam vang | cho hỏi làm hộ chiếu đi lào
  luong huu thang nay may ngay co | dang ky khai tu cho ong | muon tach thua dat
  tiem phong cho be ngay nao | truong hoc co nghi mua khong | lich cat dien ban <place>
  bao gio keo dien ve ban | ket qua xo so mien trung <when> | de ve bao nhieu vay | gia keo tram <when>
  ban con bo gia 12 trieu | qc, vay tien nhanh 0 dong lai suat, goi ngay 0987654321 de nhan 10 trieu
  chuc mung ban da trung thuong xe sh tri gia 80 trieu, bam vao duong link de nhan giai
  viettel, tai khoan goc cua quy khach con 2, 500 dong, nap the ngay de nhan khuyen <when> 20
  tb, thue bao cua quy khach sap het han goi st 5 k, soan huy gui 191 de ngung su dung
  tb, goi cuoc v 90 c cua quy khach se duoc gia han ngay <weekend>, chi tiet lh 198
  ma otp cua quy khach la 482913, khong cung cap cho bat ky ai, het han sau 3 phut
  vcb, tk 0071 xxxx 500, 000 vnd luc <when>, so du 1, 203, 455 vnd
  ban co 1 cuoc goi nho tu 0912345678 luc <when> ngay <when> | me oi con ve roi | anh oi <when> an gi
  may o mo rua, ve an com | nham so roi | em nho anh | đi nhậu không mi | do an o cho khe sanh co gi ngon
  wrong number sorry | win a free iphone click here | what is the weather <when>
  con trau nha toi bi lac | nuoc suoi len roi dung qua | bac si co o tram y te khong
  anh em to doi hop luc <when> nha van hoa | asdfghjkl | sdfkj wer oiu | jjjjjjjjjjjjjjjjj | zzzz
  aaaaaaa | ok ok ok ok k ko | begin, vcard version <when> fn, sample end, vcard | <name> hhh
  uh uh thi uh | quen mat khau wifi truong hoc | facebook cua toi bi khoa | dang ky goi <when> the nao
  mat dien tu sang toi gio chua co | mat song dien thoai ca ban | doi bung qua nau com chua
  muon xe may <when> duoc khong em | bao gio thu mua san | con toi bi sot cao lam sao
  mang cho anh chai ruou | o dau the ve nhau di | gia lua nam nay the nao | the atm bi nuot roi
  <when> dam cuoi con gai moi anh chi toi du | ban giup toi mua hai bao gao | dat cho em hai cai banh mi
  sim het tien nap ho 20 k | <when> hop phu huynh luc may gio
  cấp lại giấy chứng nhận quyền sử dụng đất mất bao lâu | bhyt cua con toi sai ten
  xin giay chung nhan doc than | lam so ho ngheo can giay to gi | thu tuc xin cap dat o cho con
  my baby is sick where is the hospital | <name> oi <when> di ray khong | nha co viec gap ve ngay
  cho hoi lam visa mat bao nhieu tien | gia vang <when> bao nhieu | bao nhieu tien mot bao xi mang
  tien dien thang nay bao nhieu | nop hoc phi cho con o dau | le hoi dap trong ngay nao
  mat bo roi ai thay bao giup | mat khau camera nha toi | doi tra hang duoc khong shop
  doi tien lao o dau | doi xe o dau | huy don hang giup em shop oi | huy goi cuoc <when>
  dat ve xe di ha noi | dat coc mua xe | dat <place> cho ba o tram xa | dang ky hoc lai xe
  dang ky thi tot nghiep cho con | dang ky tam tru cho vo nguoi lao | muon may cay ruong
  muon vay 20 trieu lam nha | may tinh bi hong sua o dau | may bom hong roi | khoa nuoc lai giup
  khoa xe bi ket | can bo thu y bao gio xuong tiem cho bo | khi nao doan bac si ve ban kham benh
  doan tu thien bao gio ve ban | bao gio lam duong vao ban | cap phat ao am cho hoc sinh khi nao
  ho tro xoa nha tam the nao | to khai thue nop o dau | trom vao nha lay ga
  hang xom danh nhau goi cong an | chay rung roi cuu voi | the tin dung bi khoa
  the nho dien thoai bi loi | dien thoai sac khong vao pin | nghe nhac tren dien thoai the nao
  con toi hoc truong nao | nghi le may ngay | chung thuc chu ky o dau | ly hon can giay to gi
  cong chung giay ban dat | lam the bao hiem y te cho con moi sinh | xin trich luc khai sinh
  chuyen khoan nham cho nguoi la lam sao lay lai | xem phim gi hay | ten em la gi | ban la ai
  yeu em nhieu lam | tao biet may o dau roi | di cho mua cho me can muoi
  vnpt thong bao cuoc thang 11 cua quy khach la 85, 000 d
  qc, mua nha tra gop chi tu 300 trieu lh 0909123456
  giao hang, ban <place> cod 250 k, nhan luc <when> nhe | ma xac nhan facebook cua ban la 55812
  how much is a bag of rice | can you lend me money | my facebook password is lost | where can i buy fuel
"""
