"""Questions about accounts, SIMs and phones that fail, as residents write them.

SAMPLE sentences, invented. Names, places and days in them are <name>, <place> and <when>.
"""

TROUBLE = """
activate:
  kich hoat the nao | cach kich hoat tai khoan vneid | lam sao de kich hoat muc 2 | how to activate
  nhan duoc tin nhan roi lam gi tiep | chi toi kich hoat vneid | kich hoat tai khoan nhu nao
  duoc duyet roi gio kich hoat sao | toi chua biet kich hoat | vneid bao kich hoat thi lam gi
  activate account how | kich hoat muc 2 tren dien thoai | kich hoat o dau | lam sao kich hoat vneid
  tôi nhận được tin nhắn phê duyệt rồi thì làm gì | huong dan kich hoat tai khoan dinh danh
  mo vneid len roi bam gi de kich hoat | how can i activate my account
  nhan tin nhan duyet roi lam gi tiep | bam gi de kich hoat | vao dau kich hoat
  co tin nhan phe duyet roi | lam xong roi gio vao vneid kieu gi | kich hoat can nhung gi
  khong biet cach kich hoat | kich hoat ho toi duoc khong | ho so da duoc phe duyet gio sao nua
  otp kich hoat khong ve | chỉ tôi cách kích hoạt vneid | kick hoat tk ntn | kích hoạt mần răng o
  cach kich hoaat tai khaon | kích hoạt tài khoản như thế nào
  dạ em nhận được tin nhắn báo duyệt rồi ạ, giờ em phải kích hoạt như thế nào, nhờ anh chị chỉ giúp ạ
  how to activate my account | kich hoat lam sao | da co tin nhan duyet gio lam gi tiep
  muon kich hoat thi bam vao dau
  hôm kia có tin công an báo duyệt hồ sơ, tôi để đó, giờ rảnh muốn kích hoạt thì phải làm sao
  công an báo đã duyệt, tôi mở vneid thì bấm vào đâu để kích hoạt | làm sao kích hoạt định danh mức 2
  cach kich hoat dd | kich hoat ho toi | activation steps
activate_late:
  qua 7 ngay chua kich hoat co sao khong | hạn kích hoạt là bao lâu | toi quen kich hoat ca thang roi
  de lau qua chua kich hoat | is it tô late to activate | kich hoat trong may ngay
  duyet ca thang roi chua kich hoat | qua han kich hoat roi lam sao
  hon 1 tuan chua kich hoat co mat khong | bao lau thi phai kich hoat | activation deadline
  kich hoat tre co sao khong | chua kich hoat da 2 tuan | quá 7 ngày có kích hoạt được nữa không
  han kich hoat may ngay | lau roi moi kich hoat duoc khong | kich hoat muon roi | het han kich hoat
  kich hoat muon co duoc khong | quen kich hoat | mot thang roi chua kich hoat
  trong bao nhieu ngay phai kich hoat | chua kich hoat co bi huy khong | de qua 7 ngay roi
  expired activation | het han kich hoat roi | qua han k, hoat r lam s
  quá bảy bựa rồi chưa kích hoạt thì răng | qua hna kich hoat | quá hạn kích hoạt rồi
  dạ em bận đi làm xa nên quên kích hoạt, nay đã hơn nửa tháng rồi, vậy còn kích hoạt được nữa không ạ
  i missed the 7 days to activate | duoc duyet ca thang roi chua kich hoat con duoc khong
  lâu quá rồi chừ kích hoạt còn kịp không hè | de lau qua khong kich hoat gio sao
  thời hạn kích hoạt là mấy ngày | tre han kich hoat r | hon 1 thang roi kich hoat con kip khong
  my activation period is over
no_result:
  chua nhan duoc tin nhan | lam 10 ngay roi chua thay gi | toi lam hom truoc ma chua co ket qua
  sao mãi chưa thấy thông báo | still no sms | doi <when> khong thay tin nhan duyet
  lam lau roi khong thay bao | hon mot tuan chua co tin nhan | sao chua duyet cho toi
  ho so cua toi den dau roi | nop ho so roi ma chua thay tin
  when will i get my result, it has been 2 weeks | tui mần nửa tháng rồi chưa thấy chi
  toi chua thay tin nhan gi ca | nop 2 tuan roi chua duyet | bao 3 ngay ma gio chua co
  chưa thấy công an nhắn tin | i got no message | lam roi nhung khong co thong bao | cho hoai ko thay kq
  bao 3 ngay ma chua co gi | khong co thong bao gi het | ho so cua toi toi dau roi | lam roi sao chua co
  cho <when> chua duyet | chua co ket qua muc 2 | lan tay hom truoc ma chua thay gi
  why is there no message | làm hơn tuần rồi chưa thấy tin nhắn | sao chua co ket qua
  lam 10 n r ma chua thay tn | răng tui mần lâu rồi mà chưa chộ chi | chua nhna duoc tin nhan duyet
  làm lâu rồi chưa có kết quả
  dạ em đã làm ở xã từ đầu tháng trước mà đến nay chưa nhận được thông báo gì, nhờ cán bộ kiểm tra giúp ạ
  i still have no result message | cho <when> khong thay ket qua | nop ho so 2 tuan chua duyet
  chua thay bao gi het | i did fingerprints two weeks ago, still nothing
  đợi lâu quá mà chưa có tin duyệt | chua co tin bao duyet | sao chua co kq v ad
  doi <when> chua thay gi | no message yet after one week | how do i know if i was approved
  tôi lên lăn tay chụp mặt xong về nhà chờ, trăng tròn rồi lại khuyết, vẫn không có tin nhắn nào
forgot_password:
  quen mat khau vneid | toi khong nho mat khau | lay lai mat khau the nao | forgot my password
  sai mat khau hoai | mk vneid la gi quen roi | mat khau vneid quen mat roi | đăng nhập quên mật khẩu
  cach lay lai mat khau | cant remember password | mk sai hoai k vao dc | toi mat mat khau
  khong nho mat khau vneid | lam lai mat khau | mật khẩu quên thì làm thế nào | reset password
  quen pass | mat mat khau roi | mat khau sai khong vao duoc | doi mat khau vneid | mat mat khau
  khong biet mat khau la gi | nhap mat khau <when> khong dung | password not working
  quên mật khẩu vneid thì làm sao | toi quen mat khau | quen mk vneid r | quên mật khẩu rồi chừ mần răng
  quen mat khuaa | quên mật khẩu
  em chào anh chị, em lỡ quên mất mật khẩu đăng nhập, anh chị chỉ em cách lấy lại với ạ
  quen mat khau roi | lam sao lay lai mat khau | khong nho mat khau dang nhap vneid | quenmatkhau
  mk vneid quen mat tieu | tôi quên mất mật khẩu rồi | k nho mk | i cannot remember my vneid password
  sai mat khau khong vao duoc
  mật khẩu hồi đó thằng cháu đặt cho, nó đi lính rồi, giờ không ai nhớ mật khẩu là gì
forgot_passcode:
  quen passcode | quên mã 6 số | khong nho passcode vneid | forgot the passcode | doi passcode the nao
  quen passcode roi | lam sao dat lai passcode | ma passcode 6 so toi quen | quen ma pin vneid
  toi quen ma passcode | khong nho 6 so bi mat | nhập passcode sai hoài | reset passcode
  nhap sai passcode | doi passcode | lam lai passcode | khong nho 6 so | ma 6 so la ma gi quen roi
  quên passcode thì sao | quen ma 6 so mo vneid | quen pass code 6 so r ad oi | tui quên cấy pát cốt rồi
  quen pascode | dạ em quên mã passcode của vneid rồi ạ, em phải làm lại như thế nào ạ
  i forgot the 6 digit passcode | lay lai passcode | qun ma pasccode | quên mã pá code
  ma passcode quen roi lay lai bang cach nao | quên mất mã passcode sáu số | khong nho passcode
  pass code quen r s | how to reset passcode | mã sáu số tui quên rồi, mần răng
change_number:
  toi doi so dien thoai moi | mat sim thi lam the nao | muốn đổi số điện thoại trên vneid
  so cu bo roi gio dung so moi | sim cu mat roi | changed my phone number | cap nhat so dien thoai
  toi moi doi sim khac | so dien thoai cu khong dung nua | bi mat sim
  đổi số điện thoại đăng ký định danh | i lost my sim | muon cap nhat so moi vao vneid
  sim hong roi lam so khac | doi sdt vneid | mat sim lam lai sim moi | số cũ mất rồi đổi sang số khác
  sim bi khoa mat so luon | new sim new number what to do | so dang ky vneid gio khong con dung
  so cu khong con dung | sim bi khoa mat so | mat sim phai lam gi
  thay so dien thoai moi co phai bao khong | toi dung so khac roi | doi so co anh huong vneid khong
  so dang ky vneid khong con nua | lost sim card | tôi mất sim, muốn đổi số mới
  doi so dien thoai tren vneid | e doi sdt moi thi lam s | mất sim rồi chừ răng đây
  doi so dienthoai tren vnied | đổi số điện thoại
  dạ em bị mất sim cũ, nay dùng số mới, cho em hỏi thủ tục đổi số trong tài khoản định danh ạ
  i lost my sim and have a new number | so cu bi khoa gio dung so khac thi sao
  thay so dang ky dinh danh
  lúc <name> số cũ, tết vừa rồi rơi mất sim ngoài suối, giờ số khác rồi thì vneid tính sao
  số cũ tôi bỏ lâu rồi, vneid vẫn để số cũ | muốn thay số điện thoại đã đăng ký | mat sim r lam s
  cap nhat so dien thoai moi | new phone number | tui thay số khác rồi, chừ báo ở mô
  i want to use another phone number for my account
new_phone:
  toi mua dien thoai moi | đổi sang máy mới thì đăng nhập thế nào | chuyen vneid sang may khac
  i got a new phone | cai vneid tren may moi | doi dien thoai khac dang nhap sao
  mới mua máy, làm sao vào lại vneid | chuyen tai khoan sang dien thoai moi
  dang nhap vneid tren dien thoai khac | new phone, how to log in | mua may moi lam sao dang nhap vneid
  thay dien thoai moi | vneid máy cũ chuyển qua máy mới | log in on another phone
  doi may vneid bat xac nhan may cu | doi may vneid bat xac nhan tren may cu
  may cu hong, may moi dang nhap sao | mua dien thoai khac co phai lam lai khong
  dang nhap hai may duoc khong | chuyen vneid | cai lai may mat vneid
  tôi mua máy mới thì đăng nhập lại sao | doi dien thoai moi vneid con dung duoc khong
  doi dt moi dang nhap vneid k dc | tui mua máy mới chừ vô vneid mần răng | dang nhap vneid tren may mowi
  đổi mấy mới thì đăng nhập lại thế nào
  dạ con em mới mua cho em cái điện thoại khác, giờ chuyển vneid sang máy này thế nào ạ
  how do i move vneid to my new phone | thay may khac co phai lam lai vneid khong
  may cu hong roi mua may moi
  máy cũ rơi xuống suối chết luôn, con mua cho cái khác rồi, cái vneid đưa sang máy mới sao đây
  thay cấy máy khác có mất vneid không | vneid bat nhap ma gui ve may cu ma may cu hong
  thay điện thoại rồi, vneid cài lại thế nào | cai vneid qua may khac | dt moi chua vao dc vneid
  dang nhap tren thiet bi moi | login on another phone
chip_scan:
  khong quet duoc chip | quét nfc không được | the khong doc duoc chip | dien thoai khong co nfc
  nfc does not work | ap the vao may <when> khong nhan | quet the <when> khong duoc | nfc khong nhan the
  áp thẻ vào điện thoại không lên | khong doc duoc chip can cuoc | scan chip error | may toi khong co nfc
  quet chip khong duoc | điện thoại không quét được thẻ | may em khong doc duoc nfc
  cannot scan the card | dat the vao khong rung khong keu | ap the khong nhan
  dat the vao lung may khong thay gi | the bi hong chip | quet mat khong duoc | nfc bat o dau
  doc the bao loi | quét chip thẻ căn cước không được | khong quet duoc nfc | quet chip cccd hoai k dc
  quét cấy chip nỏ được | quet chip khog duoc | quét thể khoong được
  dạ em áp thẻ vào điện thoại mà nó cứ báo lỗi không đọc được chip, nhờ anh chị giúp ạ
  chip scan not working | ap the vao may khong nhan | nfc la cai gi may toi khong co | qet chip ko dc
  quet <when> ko duoc | thằng cháu nó cầm cái thẻ áp vào lưng máy, xoay đủ kiểu rồi, vẫn không quét được
  doc chip cu bao that bai | máy không đọc được thẻ | quet nfc <when> khong len | nfc k nhan the
account_locked:
  tai khoan bi khoa | vneid bi khoa | mở khóa tài khoản thế nào | my account is locked
  khong dang nhap duoc vneid | nhap sai nhieu lan bi khoa | tk vneid cua toi bi khoa
  bi khoa tai khoan dinh danh | sao tai khoan lai bi khoa | account blocked
  vneid khong vao duoc bao khoa | tai khoan dinh danh cua toi bi khoa | làm sao mở khóa vneid
  vneid bao tai khoan tam khoa | unlock my account | bi khoa tk phai lam sao | tai khoan khoa roi
  mo lai tai khoan | bi khoa vi so khong chinh chu | vneid bao tai khoan khong hoat dong
  khong dang nhap duoc tai khoan bi khoa | dang nhap khong duoc | tài khoản của tôi bị khóa
  tk e bi khoa r | răng tài khoản tui bị khóa rứa | tai khona bi khoa
  dạ em đăng nhập thì báo tài khoản định danh đã bị khóa, nhờ cán bộ hướng dẫn em mở lại ạ
  mo khoa tai khoan dinh danh | bi khoa tai khoan roi | tai sao khoa tai khoan cua toi
  vao vneid no bao tai khoan tam khoa | vì sao tài khoản định danh của tôi bị khóa
  tai khoan bi vo hieu hoa | tk bi khoa mo s | vneid says locked | nho mo khoa vneid
  <when> con tôi mở vneid ra xem, nó hiện chữ đỏ báo tài khoản bị khóa, tôi có làm gì đâu
lost_phone:
  mat dien thoai roi phai lam sao | điện thoại bị mất trộm | lost my phone | roi mat dt co vneid
  bi cuop dien thoai | toi lam mat dien thoai | bi trom mat may co vneid | rớt điện thoại xuống sông
  phone was stolen | mat dien thoai so nguoi khac dung vneid | mat may roi
  bi mat dien thoai co tai khoan vneid | điện thoại rơi mất | someone stole my phone
  bi mat cap dien thoai tren xe | mat dien thoai so lo thong tin | bi giat dien thoai
  may roi xuong nuoc mat luon | khoa vneid khi mat may | lam sao khoa tai khoan vi mat dien thoai
  tôi bị mất điện thoại có cài vneid | mat dien thoai roi | e bi mat dt thi s
  tui rớt mất điện thoại ngoài suối | mta dien thoai | tôi bị mất điện thoại
  dạ em đi chợ bị kẻ gian móc mất điện thoại, trong đó có vneid, em phải làm gì ạ | i lost my phone
  my phone was stolen | bi trom dien thoai so nguoi ta vao vneid | mat dien thoao
  danh roi dien thoai xuong suoi so mat tai khoan | mất máy rồi, có sợ bị lấy vneid không
  dien thoai bi danh cap | mat dt r | mất cấy điện thoại rồi o ơi
wrong_info:
  ten tren vneid bi sai | sai ngày sinh | thong tin ghi sai thi sua the nao | my name is wrong
  nam sinh khong dung | ghi nham dia chi | vneid ghi sai ten toi | họ tên trong thẻ bị nhầm
  sai nam sinh lam sao sua | thong tin cua toi khong dung | date of birth wrong | sua que quan o dau
  sai ten trong vneid | ngày sinh trên thẻ không đúng | ho so ghi sai dia chi
  my birthday is wrong on vneid | lam sao sua thong tin sai | sai ngay thang nam sinh | ten bi sai dau
  thieu chu lot | vneid hien sai dia chi | gioi tinh ghi sai | que quan khong dung
  vneid ghi sai ngày sinh của tôi | sai ten tren the can cuoc | vneid sai ns sua ntn
  họ ghi sai tên tui rồi, sửa mần răng | sai thogn tin ca nhan | thoong tin bị sai
  dạ trên hệ thống ghi nhầm họ của em từ hồ sang hò, em muốn chỉnh lại thì liên hệ ai ạ
  my birth date is wrong in vneid | sua lai nam sinh | thong tin tren vneid khong dung
  hồi làm căn cước họ hỏi tôi sinh năm nào tôi nói đại, nay mới biết ghi lệch ba năm, sửa được không
  chữ đệm của tôi trên vneid bị thiếu | quê quán trên vneid của tôi không đúng | dinh chinh ho ten
  sai ho ten tren cc | information is not correct | ghi sai gioi tinh cua vo toi
  the year of birth on my id is wrong, how to fix
  vợ tôi đi lấy thẻ về mới thấy, năm sinh ghi 1958 mà thật ra 1968, sửa lại ở đâu đây
scam:
  co nguoi goi hoi ma otp | công an gọi điện bảo đọc mã | co nguoi la xin mat khau
  goi dien bao cai app la | someone called asking for otp | co phai lua dao khong
  ho bao chuyen tien de lam dinh danh | co nguoi xung cong an hoi so can cuoc
  nhan duoc cuoc goi bao cap nhat vneid qua link | no doi chuyen tien
  có ai gọi hỏi mã otp có nên đưa không | is this call a scam | nguoi ta keu doc ma otp
  co nguoi goi xung la cong an | ho bao gui ma otp qua | người lạ gọi bảo cài ứng dụng
  co nguoi hoi mat khau vneid | they asked me for my code | nhan tin bao bam link cap nhat dinh danh
  co so la goi bao cap nhat dinh danh | nguoi ta xin anh can cuoc | co nen doc otp cho can bo khong
  goi den doi phat tien neu khong lam | cong an co goi dien khong | toi lo dua ma otp roi
  they want my code | tin nhan co link vneid la that khong | có người gọi hỏi mã otp của tôi
  co nguoi xung cong an bao doc ma otp | co ng goi bao cai vneid qua link co phai lua dao k
  có thằng mô gọi bảo tui chuyển tiền làm định danh | bi lua dao hoi ma opt
  dạ thưa <when> có số lạ xưng là công an xã yêu cầu em cung cấp mã otp, em có nên đọc không ạ
  someone called and asked for my otp | ho bao bam vao duong link de kich hoat
  so la goi bao dinh danh cua toi sai
  vừa có người gọi, giọng ngoài bắc, nó biết cả tên tôi rồi bảo đọc mã sáu số, có đúng cán bộ không
  zalo có người nhắn xin mã otp để kích hoạt hộ, có nên đưa không
  có người gọi bảo cài ứng dụng lạ, có nên cài không | ai do hoi ma otp co dua khong | ng la xin otp
  someone wants my password | co nguoi tu xung can bo xa doi tien
  có thằng gọi giọng lạ, nó bảo tài khoản tôi sắp bị khóa, phải đọc mã otp cho nó, tôi chưa đọc
sim_moved:
  lap sim vao may khac khong goi duoc | chuyen sim sang may moi bi khoa <when> goi
  sao sim tôi không gọi đi được | moved my sim and cannot call | doi dien thoai xong sim bi chan goi
  thay may moi sim khong goi duoc | sim bi khoa chieu di | lắp sim sang máy con thì không gọi được
  cam sim may khac bi chan | my sim stopped calling after changing phone | thao sim qua may khac bi khoa
  đổi máy xong không gọi được | sim goi khong duoc sau khi doi may
  put sim in new phone and calls blocked | bo sim vao may cua xa khong goi duoc | sim bi khoa mot chieu
  sao bi chan goi di | nha mang bat xac thuc khuon mat | doi may thi sim co bi khoa khong
  sim not working after moving | đổi sim sang máy khác không gọi được
  chuyen sim qua may khac bi khoa 1 <when> | thay dt lap sim vo k goi dc
  bỏ sim vô máy khác chừ gọi nỏ được | doi sim sang may khac bi khoaa <when> goi
  đổi sim sang mấy khác khoong gội được
  dạ em lắp sim qua máy của con thì không gọi đi được nữa, em phải làm sao ạ
  i moved my sim to another phone and now i cannot call | sim bi khoa chieu di vi doi may
  nha mang bat xac thuc khuon mat khi doi may
  tôi tháo cái sim lắp sang máy của vợ, được một hôm, giờ không gọi đi được nữa
  rut sim bo may khac no bao khong thuc hien duoc cuoc goi | sao lắp sim sang máy khác lại bị khóa
  thay dien thoai xong sim khong goi di duoc | doi may sim bi khoa
  cannot call after sim swap to a different phone | co duoc thao sim lap may khac khong
  i put my sim in my son s phone and calls stopped working
free_sim:
  xa co cho sim mien phi khong | toi muon xin sim | có được phát sim không | can i get a free sim
  nha ngheo xin cai sim | o xa co phat sim khong | xin sim mien phi | nghe nói được cho sim
  lam sao duoc nhan sim | free sim | con phat sim khong | xin mot cai sim
  xã tặng sim cho dân phải không | i need a sim card from commune | khong co sim thi xa co cho khong
  chua co sim | mua sim o dau hay xa phat | i have no sim | có được cấp sim miễn phí không
  cho xin sim mien phi | co phat sim free k ad | tui nỏ có sim, xã có cho sim không | sim mein phi
  có phát sim miễn phí khoong
  dạ nhà em hộ nghèo, nghe nói có chương trình tặng sim, em xin đăng ký nhận ạ
  can i get a free sim card | hom truoc phat sim toi chua co | xin cap sim cho ho ngheo
  khi mô phát sim cho bà con nựa | i have no sim card, can the commune give me one
  toi chua co sim xin mot cai | ở đâu phát sim miễn phí | co sim cho nguoi ngheo khong | xin sim free
  đợt trước cấp sim cho bản thì nhà tôi đi vắng, về thì hết, xin hỏi còn sim phát cho dân không
loan_phone:
  co cho muon dien thoai khong | toi muon muon dien thoai | cho tôi mượn máy | can i borrow a phone
  xin muon dt de kich hoat | xa co dien thoai cho muon khong | muon dt lam dinh danh
  mượn điện thoại cán bộ để kích hoạt | borrow phone | cho muon dt duoc khong | muốn mượn máy thông minh
  can bo co may cho muon khong | lend me a phone | xa co may cho dung nho khong
  muon dien thoai thong minh cua can bo | cho toi muon may mot luc | khong co may, muon o dau
  cho tôi mượn điện thoại để kích hoạt được không | muon dien thoai cua xa | xa co cho muon dt k
  xã cho tui mượn máy mần định danh với | muonn dien thaoi | mượn điện thoại
  dạ con nghe trên xã có điện thoại cho bà con mượn, con xin mượn một cái ít bữa ạ
  co may cho muon khong | hoi muon may de cai vneid
  nhà không có máy xịn <when> tháng họp dân, xã có điện thoại cho dân mượn không
  khong co may kich hoat xa cho muon duoc ko | cho hỏi xã có cho mượn smartphone không
  can the commune lend a phone | muon dt kich hoat
"""
