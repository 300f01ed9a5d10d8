"""What someone wants done, and courtesy, as residents write it.

SAMPLE sentences, invented. Names, places and days in them are <name>, <place> and <when>.
"""

WISHES = """
book:
  toi muon dat cho | cho em dang ky voi | đặt lịch giúp tôi | dang ky cho 2 nguoi | book a slot please
  ghi ten toi | xin mot cho <when> | dat cho <when> o <place> | i want an appointment
  muon lam muc 2 thi dang ky voi ai | dat lich gium toi | tôi muốn đăng ký làm định danh
  cho 2 vo chong toi dang ky | dang ky cho me toi | hen cho toi ngay <when> | please book me a place
  xin dang ky mot suat | cho tui đặt chỗ hè | muon dat lich o trung tam xa | dk lam muc 2 <when>
  dat cho giup toi | em muốn đặt chỗ ạ | dang ky cho ca nha | cho toi dang ky 1 suat | can i book
  xep lich cho toi voi | hen lich lam dinh danh | tui muon dat lich | dang ky cho toi <when> cho
  xin ghi ten | toi muon di lam, when | name, place, when | cho, name, lam, when | dat, when, o, place
  dang ky, name | can i book for, when | nha toi muon dang ky | giu cho giup toi | dat cho 3 nguoi
  dang ky cho <name> ban <place> <when> | <when> ban <place> dat cho <name>
  đặt chỗ cho <name> ở bản <place> ngày <when> | cho tôi đăng ký <when> ở <place>, tên <name>
  dk 3 nguoi ban <place> <when> | nha toi 4 nguoi muon dat cho o <place> <weekend>
  dk cho e nha <name> <place> <when> | dat lich <when> cho <name> o <place> | dky 2 ng <when> <place>
  tui muốn đặt chỗ cho tui với mạ tui, bản <place> <when>
  cho tui dang ky hai vo chong tui ban <place> <when> hè | đặt cho o <name> ở <place>, khi mô cũng được
  dagn ky <name> <place> <when> | dat cho ban <place> ngay <when> cho 2 nguoii
  dang ki <when> ban <place> <name> | dat cho <place> <when> | đặt chỗ <name> ở <place> ngày <when>
  hẹn <when> ban <place> cho <name> | dat chõ <place> <weekend> cho 3 người
  dạ em chào cán bộ ạ, em là giáo viên cắm bản, cho em đăng ký giúp hai bác trong bản là <name> và <name>, bản <place> <when> ạ, em cảm ơn cán bộ nhiều
  kinh nho can bo dat giup toi <when> cho vao <when> tai ban <place>, toi xin cam on
  cháu xin phép đăng ký cho bà ngoại cháu tên <name> ở bản <place>, hôm nào có đoàn cũng được ạ
  dat cho <place> <when> 4 nguoi | dang ky <name> ban <place> <weekend>
  book for <name> at <place> on <when> | i want to book 2 people <place> <when>
  book a place for my mother <name> <place> <when>
  hôm qua tôi đi rừng về muộn không kịp lên hỏi, nay nhờ cán bộ ghi tên tôi vào danh sách với, tôi là <name> <weekend> tôi rảnh, ở bản <place>
  nhà có đứa con mới đi bộ đội về, nó chưa làm định danh, đặt cho nó là <name> <when> ở <place>
  dang ky o <place> <when>, 2 nguoi | dang ky <place> <when> cho <name>
  dat cho <when> nay ban <place>, toi voi vo | dat cho <when> o <place> <name>
  dk ngay <when> ban <place> <name> | dat cho <when> o <place> cho 2 me con
  cuoi tuan dat cho ban <place> nha <name> | dang ky <when> ban <place> cho <name>
  dang ky <when> <name> <place> | <weekend> dat cho o <place> cho <name>
  dat cho <when> ban <place> <name> | <when> dat cho o <place> 3 nguoi | <when> o <place> dat cho <name>
  <weekend> ban <place> dat cho 5 nguoi | <when> dat cho <name> ban <place>
  dat cho <weekend> <place> 2 vo chong gia | hen <when> o <place> cho <name>
  dat cho luc <when> <place>, toi va con trai | dat cho <when> <place> <name>
  cho toi giu mot cho <when> o <place> | ghi ten toi di lam dinh danh voi <name>, ban <place>
  dang ky cho <name> | dat cho <when> | dat cho <place> | toi muon dat 3 cho | dang ky cho ca nha 6 nguoi
  dat cho cho toi va 3 nguoi nua o <place> | me va 2 con dang ky o <place> <when>
  dat cho cho 3 dua con toi o ban <place> <when> | nha toi 4 nguoi <name> <place> <weekend>
  dk <name> va vo, ban <place> <when> | dat cho <name> ban <place> <when>
  đăng ký cho 9 bà con bản <place> vào <when>
  tôi là <name>, đăng ký cho tôi và vợ tôi <name> tại <place> <when>
  đặt cho cụ <name>, bản <place> <when> | cho em hẹn <when> ở <place> nhé, tên <name>
  <name> đăng ký <place> <when> | đăng kí giùm em <name>, bản <place> <when>
  đặt cho <name> và <name> ở <place> <when> | đăng ký làm mức 2 cho ba mẹ con em ở <place> <weekend>
  bản <place> đặt hai suất <when> | đặt lịch cho con tôi <name>, bản <place> <weekend>
  1 cho ban <place> <when> <name> | dangky 1 nguoi ban <place> <when>
  toi muon hen ngay di lam dinh danh o <place> | dk m 2 cho ck e <name> <place> <weekend>
  a oi dat cho e 1 slot <when> o <place> <when> nha | dat cho <when> o <place> cho <name>
  dat cho ban <place> <when> buoi <when>, 2 ong ba gia
  ban <place>, ngay <when>, ong <name> va ba <name>
  tôi là bí thư chi bộ, dân bản tôi muốn làm đợt này đông lắm, trước mắt ghi cho tôi 7 người bản <place> <when>
  please register my wife and me at <place> village on <when> | dat lich | dat | dky lich hen vs
  tui muốn đăng ký bựa đi mần | dat lcih | đặt lịch hẹn
  dạ cho em xin đặt một lịch hẹn lên làm định danh ạ, khi nào rảnh anh chị xếp cho em
  i want to make an appointment | cho toi dang ky mot cho | lam sao de dat cho truoc | giữ chỗ giùm tôi
  dta cho | bữa trước lên xã đông quá không chen được, về tay không, lần này cho tôi đặt trước một suất
  damg ky lich | cháu học lớp 9, bố mẹ cháu không biết chữ, cháu muốn đặt lịch đi làm định danh cho bố mẹ
  cháu học lớp 8, bố cháu <name>, mẹ cháu <name> chưa làm định danh, đặt cho bố mẹ cháu ở <place> <when>
  dang ky ban <place> <name> ngay <when>
  <weekend> tui muốn đặt cho mệ tui <name>, bựa <weekend> ở <place> hè
  <when> tui đi được, đặt cho tui ở <place> nghe | dky cho mk vs ck mk <weekend> <place>
  e la gv diem truong, dky 5 ng ban <place> <when> | two people from <place> <when>, please book
  hi, i am <name>, book me at <place> <when> | dat cho <when> ban <place> cho <name>
  1 <name> 2 <name> 3 <name> ban <place> <when> | dang ky lam dinh danh cho <name> o <place> <when>
  nha toi co 5 nguoi muon lam o <place>, ngay nao cung duoc | dat 2 cho o <place> <when>
  dk 1 nguoi <place> ngay <weekend> | ong noi toi muon di lam o <place> <when>, dat giup
  cho con gai toi <name> dang ky ban <place> <weekend>
  dang ky cho 4 ong ba trong xom, ban <place> <when> | dat lich <place> <when> <name>
  cho vợ chồng tôi và hai đứa con đăng ký <weekend> bản <place>
  hẹn <when> ở <place> cho <name> và <name> | đăng ký <name> bản <place> <when>
  kính gửi cán bộ xã, tôi tên <name> ở bản <place>, nay tôi xin được đăng ký làm định danh vào <when>, xin trân trọng cảm ơn
  dang jy <name> ban <place> <when> | dat cjo <name> ban <place> <when>
  dnag ky cho 2 nguoi ban <place> <when> | vợ tôi <name> muốn đi <when> ở <place>
  xin đặt hai chỗ ở <place> <weekend> ngày <weekend> | ghi cho mình một chỗ, bản <place> <when>
  gia đình có ba người <name>, bản <place> <when> | đặt giúp bố tôi <weekend> bản <place>
  tôi đi cùng mẹ tôi, đặt hai người ở <place> <when> | ba toi <name> muon lam o ban <place>
  xin mot suat cho chi gai toi o <place> ngay <when> | cho dang ky voi, ban <place> <name> <when>
  dat lich <when> ban 39 cho <name> | bay nguoi ban <place> xin dang ky <when>
  dang ky muoi nguoi ban <place> <weekend> | hai anh em toi muon di lam <when> o <place>
  toi, vo toi va me toi dang ky o <place> <when> | dang ky <name> va 2 con ban <place> <when>
  chong toi <name> di <weekend>, ban <place> | <place> dat cho me toi <name>
  dat ban <place> <weekend> <name> | dat cho <name> <when> <place> | dk <name>, vo <place> <weekend>
  dlich cho 3 ng nha e <place> <when> | e muon dky <when> dc k, ban <place> <name>
  dat chho <place> <weekend> 2 nggoi | dag ki ban <place> <name> <when> | dang ky ban tuot 3 ngoui <when>
  toi muốn đặt 3 chỗ ở <place> <when> | dat chọ bản <place> cho bà <name>
  dạ em xin phép đặt cho hai cụ nhà em là cụ <name> và cụ <name>, bản <place> <when> ạ
  <when> chi đó tui mới đi được, đặt trước cho tui một chỗ ở si
  cho tui với o tui đi <weekend> ở <place> nghe | 3 persons <place> <when>, please book
  need a booking for <name> and <name> at <place> on <weekend> | <name> ban <place> <when> dat cho
my_booking:
  toi hen ngay nao | xem lai lich cua toi | tôi đã đặt chưa | lich hen cua toi hom nao
  what day is my booking | kiem tra giup toi da dang ky chua | toi dat lich ngay nao
  cho tôi xem lịch hẹn | toi quen mat ngay hen | lich cua toi | did my booking go through
  da dat cho toi chua | xem toi da dat ngay nao | nhac lai lich hen giup toi | tôi được hẹn hôm nào
  cho dat cua toi con khong | show my booking | toi dat cho chua | dat duoc chua
  ngay hen cua toi la hom nao | ma dat cho la gi | toi co ten trong danh sach khong
  may gio toi phai den | am i booked | tôi đặt hôm nào ấy nhỉ | xem lich hen cua toi
  check lich hen cua e vs | e dat cho ngay may v ad | tui đặt bựa mô rứa | lich hen cua tui khi mo
  xem lihc hen | lich hne cua toi | tôi đặt chỗ ngày nào
  dạ em xin lỗi đã làm phiền, em quên mất ngày hẹn rồi ạ, nhờ anh chị xem giúp em đặt hôm nào với ạ
  lich cua toi ngay nao | when is my appointment | check my booking please | toi quen ngay hen roi
  ma dat cho cua toi la gi | chỗ của tôi đã được giữ chưa
  <when> thằng cháu nhắn đặt cho tôi một chỗ, giờ nó đi học rồi, tôi không nhớ là đặt ngày nào
  da dat duoc cho toi chua | kiem tra lich | xem ls hen | xemlich | toi dat thu may
  co ten toi chua can bo oi | which day am i booked
  lần trước nhắn tin đặt chỗ xong tôi lỡ tay xóa mất tin, cho tôi hỏi lại mình hẹn ngày nào giờ nào
reschedule:
  toi muon doi lich | cho tôi đổi sang hôm khác | ban roi cho hen lai bua khac
  doi sang <when> duoc khong | can i change the date | chuyen qua <when> giup toi | cho doi ngay khac
  hôm đó tôi bận, đổi sang <when> | hoan lai vai hom | xin doi gio | move my appointment | doi qua <when>
  toi muon chuyen sang ngay khac | đổi lịch giúp tôi | lui lai vai ngay duoc khong | cho toi doi buoi
  different day please | doi hom khac | hom do ban, cho hom khac | cho toi lui lai | doi gio hen
  doi sang, when | chuyen lich qua, when | đổi sang ngày khác được không | doi lich hen
  doi lich sag <when> dc k | e ban, doi ngay khac nha ad | đổi bựa khác cho tui với
  bựa nớ tui bận, dời bựa khác nghe | doi lcih hen | doii ngay hen | cho tôi đổi sang ngày khác
  kính gửi cán bộ, do công việc gia đình đột xuất nên tôi xin phép được đổi lịch hẹn sang hôm khác, mong cán bộ thông cảm
  doi ngay khac cho toi | change my appointment | can i move my booking to another day | hen lai hom khac
  lui lich lai mot tuan | dời sang <when> giúp tôi
  <when> nhà tôi gặt lúa, không ai ở nhà, xin cho lùi lại hôm khác | chuyen lich sang buoi <when>
  toi muon doi ngay | xin doi lich | doilich | đổi ngày hẹn | khong di duoc <when> cho <when>
  toi dat roi nhung muon doi qua ban khac | move it to <when> please
cancel:
  huy giup toi | tôi không đi được nữa | cho toi huy lich hen | i want to cancel | thoi khong lam nua
  bo dang ky giup toi | huy dat cho | tôi bận rồi không đi được, hủy nhé | cho em huy lich hom <when>
  please cancel | khong muon lam nua | huy cho cua me toi | xin huy lich | tôi không cần nữa, hủy đi
  khong den duoc dau | bo cho cua toi | cancel it | huy het cho toi | toi khong can nua
  cho nguoi khac cho cua toi | thoi khong dat nua | tôi muốn hủy chỗ đã đặt | huy lich hen
  huy gium e vs | e k di dc huy cho e nha | tui nỏ đi nựa, hủy cho tui
  bựa nớ tui đi không được, bỏ chỗ đi hè | hyu dat cho | hủy lịch hẹn cho tôi | tôi khoong đi nữa, hủy đi
  dạ em rất tiếc, hôm đó nhà em có đám giỗ nên không đi được, nhờ cán bộ hủy giúp em chỗ đã đặt ạ, em xin lỗi và cảm ơn
  huy huy huy | cancel my booking | i can t come, please cancel | khong di nua | bo lich di
  con trâu nhà tôi đẻ hôm đó, chồng thì đi rừng, thôi không đi được đâu, hủy cho tôi | huy cho 4821
  xin huy cho cho me toi | huy cho toi ngay | iuy lich hen | huylichhen | hủy lịch
  sorry we will not come on <when>, cancel | dung di nua huy cho toi
  toi da dat <when> nhung nha co dam tang xin huy
human:
  toi muon gap can bo | cho hoi chuyen voi nguoi that | cho xin số điện thoại cán bộ | talk to a person
  can gap nguoi de hoi | cho noi chuyen voi can bo | gap nguoi that | tôi cần gặp công an
  ai tra loi tin nhan vay cho gap | speak to an officer | can bo dau roi | cho gap cong an xa
  toi muon noi chuyen truc tiep | có ai tư vấn không | i want to talk to someone | hoi can bo truc tiep
  noi chuyen voi can bo | can bo tra loi giup | cho so dien thoai can bo | toi can nguoi giup
  hoi truc tiep duoc khong | may tra loi chan qua cho gap nguoi | cho tôi gặp cán bộ | cho e gap cb
  cho tui gặp người, nỏ nói với máy | gap cna bo
  dạ phiền anh chị cho em được trao đổi trực tiếp với cán bộ phụ trách ạ | i want to talk to a person
  gap can bo ngay | cho gap nguoi phu trach | hoi nguoi chu khong hoi may | gap cam bo
  tôi hỏi mãi máy trả lời lung tung, bực cả mình, cho tôi nói chuyện với cán bộ nào đó | officer please
  cho noi chuyen voi cong an | cb dau tra loi e | real person please | can i speak with somebody
callback:
  goi lai cho toi | can bo goi cho toi voi | toi khong biet chu goi dien cho toi | call me please
  nho goi lai so nay | goi lai so nay giup toi | gọi cho tôi nhé tôi không biết nhắn tin
  xin can bo goi dien | ring me | alo cho toi | lam on goi lai cho toi | tôi không biết chữ gọi giùm tôi
  can bo dien thoai lai cho toi | can you call me | can bo dien lai cho toi
  goi dien di khong biet nhan tin | toi mu chu | co the goi cho toi khong | nhan tin khong duoc goi di
  gọi lại cho tôi với | gl cho e vs | a c goi lai so nay nha | gọi lại cho tui với o ơi
  tui nỏ biết chữ, gọi cho tui hè | goi lia cho toi | gio lai cho toi voi | xin cán bộ gọi lại
  dạ con chào chú, bà con không biết chữ, nhờ chú gọi điện lại giúp cho bà con hỏi chuyện ạ, con cảm ơn chú
  please call me back | call me, i can t read | goi cho toi so 0912345678
  nhan tin kho qua goi dien noi chuyen di | cán bộ gọi điện cho bà tôi được không, bà không biết chữ
  mắt tôi kém, con cháu đi vắng hết, chữ nhỏ quá không đọc được, cán bộ gọi lại cho tôi
  toi khong biet doc goi toi | <when> goi lai cho toi nhe | call lai e nhe | gmi lai cho toi
  uống tí rượu thôi mà đọc chữ nhảy hết, chả hiểu mấy cái số 1 số 2 gì, gọi điện thoại cho tôi nói chuyện
  toi la nguoi ban <place> khong biet chu nho goi lai so nay
  con toi nhan giup, me toi muon noi chuyen qua dien thoai, xin goi lai
  please have someone call my grandmother
opt_out:
  dung nhan tin nua | không muốn nhận tin nữa | stop texting me | thoi dung gui tin | ngung nhan tin
  dung gui tin nhan cho toi nua | tôi không muốn nhận tin nhắn | huy nhan tin | stop sending messages
  khong gui tin nua | phien qua dung nhan | tôi không muốn bị nhắn tin | no more messages
  thoi dung nhan | xoa so toi khoi danh sach nhan tin | tu choi | stop | đừng nhắn tin cho tôi nữa
  khong nhan tin nua | dung nt nua | đừng nhắn cho tui nựa | tu chio nhan tin
  xin cảm ơn nhưng tôi không muốn nhận tin nhắn từ số này nữa | nhan tin <when> phien qua dung gui nua
  phien qua khong muon nhan nua | stop stop | dung lam phien toi | tôi không muốn nhận tin nhắc nữa
  tôi làm xong lâu rồi, ngày nào cũng thấy tin nhắn, thôi đừng nhắn nữa cho đỡ tốn pin
opt_in:
  nhan lai tin | cho toi nhan tin lai | start again | nhắn tin lại cho tôi | gui tin lai cho toi
  bat lai tin nhan | toi muon nhan tin nhac | toi muon nhan lai tin nhan | mở lại tin nhắn cho tôi
  cho nhan tin tro lai | nhac lich cho toi lai di | cho tôi nhận tin nhắn lại | start | subscribe again
  cho e nhan tn lai vs | cho tui nhận tin lại với o | toi muon nhan tni lai | tôi muốn nhận tin lại
  dạ hôm trước em lỡ từ chối, nay em muốn được nhận tin nhắc trở lại ạ | bật lại tin nhắn cho tôi
  mo lai thong bao
erase:
  xoa thong tin cua toi | xóa số của tôi đi | delete my data | khong cho luu thong tin nua
  xoa het du lieu | xoa du lieu cua toi di | tôi muốn xóa thông tin cá nhân | remove my information
  dung luu ten toi | xoa toan bo thong tin cua toi | hãy xóa số điện thoại của tôi
  delete everything about me | bo het thong tin cua toi | rut lai dong y | dung giu thong tin toi
  xoa ten toi ra khoi he thong | xoa | xóa hết dữ liệu của tôi đi | xoa ttin ca nhan cua e
  xóa tên tui đi hè | xoa thongtin toi | xóa thoong tin của tôi
  tôi đề nghị quý cơ quan xóa toàn bộ thông tin cá nhân của tôi đã lưu, xin cảm ơn
  erase everything you have about me | toi rut lai dong y luu thong tin
  bo ten toi ra khoi may di dung luu nua | xin rút lại thông tin đã đăng ký với xã, xóa giúp tôi
  xoa du lieu | please delete my number from your system
language:
  noi tieng anh | co tieng van kieu khong | english please | chuyen sang tieng viet | doi sang tieng anh
  do you speak english | tôi chỉ biết tiếng bru | tieng anh | đổi sang tiếng việt
  speak vietnamese please | noi tieng van kieu duoc khong | i do not understand vietnamese
  dung tieng viet | doi tieng | có tiếng bru không | tui nỏ rành tiếng kinh, có tiếng vân kiều không
  english | tieng anhh | chuyen sang t, anh | dạ cho em đổi ngôn ngữ ạ | eng pls | tieng lao co khong
  tôi không biết tiếng việt nhiều | noi tieng bru duoc khong | change language
thanks:
  cam on nhe | ok cam on can bo | thank you very much | cam on can bo nhieu | da em cam on | thanks a lot
  cam on anh chi nhieu lam | vâng cảm ơn | ok thank | cam on anh chi nhieu | vang em cam on
  biet roi cam on | the thi tot qua | cam on | tks ad | cam on nha | cảm ơn o nghe | cma on nhieu
  dạ bà con xin chân thành cảm ơn cán bộ đã giúp đỡ ạ | thank you | cam on can bo | da biet roi cam on
  cam omm | the nhe cam on | dạ bà con biết rồi, cảm ơn ạ | ok cam on | ok thanks
greeting:
  chao can bo | alo alo | hello | xin chao ca nha | chào buổi <when> | chao ad | chao em
  xin chào cán bộ xã | co ai do khong | chao can bo xa | xin chào | hi ad | chào o nghe | alo co ai khong
  dạ em chào anh chị ạ | xin vhao | hello ad | chao chi | chào cô
menu:
  cho xem menu | co nhung gi | quay ve menu | menu | toi hoi duoc nhung gi | ve dau | cho toi xem cac muc
  xem cac muc | co the giup gi cho toi | tro ve dau | ho tro nhung gi | cho xem cac muc
  cho tôi xem lại danh sách câu hỏi | o day hoi duoc nhung gi | menu di ad | main menu | meunu | về menu
  quay ve dau | dạ cho con xem menu với ạ | cho coi menu cấy | what can i ask here | về menu chính
  co nhung muc nao | options
"""
