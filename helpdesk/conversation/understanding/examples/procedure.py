"""Questions about the procedure itself, as residents write them.

SAMPLE sentences, invented. Names, places and days in them are <name>, <place> and <when>.
"""

PROCEDURE = """
steps:
  lam dinh danh phai qua nhung cong doan nao | cho hoi cach dang ky vneid muc 2
  thủ tục làm mức 2 ra sao vậy cán bộ | muon lam dinh danh dien tu thi bat dau the nao
  chi giup toi cach lam muc 2 voi | how to register level 2 | lam cai vneid do kieu chi
  toi muon dang ky dinh danh nhung khong biet lam the nao
  tôi muốn làm cái định danh mà chưa biết bắt đầu từ chỗ nào | xin huong dan cac buoc dang ky
  quy trinh cap tai khoan muc 2 gom may buoc | cho biet trinh tu lam | lam muc 2 can lam nhung gi
  what is the procedure | ra lam dinh danh thi phai mần mấy bước | toi phai lam gi de co muc 2
  dang ky muc 2 nhu nao v | xin cho biet cach thuc dang ky dinh danh dien tu
  em muon len muc 2 thi lam nhu the nao a | bay toi lam cai muc 2 voi | thu tuc gom nhung gi
  lam cai ni qua may khau | tell me how to get level 2 | toi da co the roi gio lam muc 2 cach nao
  muon nang len muc 2 | cán bộ ơi chỉ giùm tôi làm định danh với tôi không rành
  cho hoi nhung buoc de co tai khoan dinh danh | muon nang cap len muc 2 phai lam sao
  toi khong ranh, chi toi cach lam dinh danh | lam dinh danh qua may khau | quy trinh the nao
  thu tuc gom nhung buoc gi | co the roi thi lam muc 2 cach nao | lam sao de co vneid muc 2
  lam muc 2 nhu the nao cho dung | cac cong viec phai lam de dang ky muc 2
  moi nghe noi muc 2, lam kieu gi | dau tien phai lam gi | i want level 2, where do i start
  chua biet lam dinh danh bao gio, chi voi | muốn làm định danh mức 2 thì phải làm những bước nào
  cach lam dinh danh muc 2 nhu the nao | lam m 2 ntn ad | lam muc 2 thi lam rang hè
  dinh danh ni lam ra rang o can bo | cac buoc lam dinh dahn muc 2 | huong dna lam dinhdanh dien tu
  các bước để đăng ký mức 2 | hướng dẫn tôi làm định danh
  dạ em chào anh chị, em làm phiền một chút ạ, anh chị cho em hỏi là muốn làm định danh điện tử mức hai thì trình tự như thế nào ạ, em cảm ơn nhiều
  lam dinh danh thi lam sao | what are the steps for level 2 | how do i get the electronic id
  hôm qua trưởng bản họp nói ai cũng phải làm cái định danh, tôi ngồi sau nghe không rõ, giờ làm cái đó phải qua mấy bước
  quy trinh dang ky tai khoan dinh danh | muon co vneid muc 2 phai lam gi truoc lam gi sau
  hd e dk ddt vs ạ | chỉ tôi cách làm cái vê nờ e ai đi với | toi chua lam lan nao, bat dau tu dau
  tui chua mần bao giờ, chừ mần răng đây o | thu tuc lam muc 2 | huong dan toi dang ky vneid
  cach lan dinh danh muc 2 | cách làm định danh mức 2 | chua biet gi het chi tu dau den cuoi di
  sau khi co the can cuoc thi lam gi tiep de len muc 2 | how does it work
bring:
  len xa can dem theo gi khong | phai mang nhung giay to nao vay
  đi làm định danh có cần mang điện thoại không | can cccd va gi nua k | what do i bring
  co phai mang giay khai sinh khong | chuan bi giay to chi rua o | chi mang the can cuoc duoc khong
  đi lên đó cầm theo cái gì | toi can chuan bi nhung gi khi di lam muc 2
  co can dem dien thoai theo khong | mang can cuoc voi gi nua khong | giay to can thiet la gi
  co phai photo gi khong | di lam muc 2 mang chi | which papers do i need
  mình có cần đem sổ hộ khẩu theo không ạ | can dem theo nhung loai giay to gi
  đi đăng ký thì cầm theo những gì | mang theo giay to gi vay em | co can mang sim khong
  can anh the khong | mang mỗi căn cước là đủ chưa | do i need to bring my phone
  len cong an mang chi o oi | di muc 2 can nhung gi | mang can cuoc la du chua
  chi can can cuoc thoi phai khong | co phai dem theo so ho khau khong
  can mang dien thoai va sim di khong | di lam phai co giay to gi trong nguoi | ngoai can cuoc con can gi
  can chup anh truoc khong | mang theo email lam gi | ho so can nhung gi | lam muc 2 nop giay gi
  khong mang can cuoc co lam duoc khong | cho con di thi mang giay khai sinh khong
  đi làm cần mang theo giấy tờ gì | can mang nhung gi | di lam dd can mag j v ad
  mang cccd thoi dc k hay can gi nua | đi mần phải đưa theo cấy chi | can chi mang theo khong rua can bo
  cam theo giay to chi o oi | can mang giay tpo gi | mnag theo cai gi khi di lam | cần mang giấy tờ gì
  phải càm theo những gì ạ
  kính chào quý cơ quan, cho tôi được hỏi khi đến làm thủ tục tôi cần chuẩn bị những giấy tờ gì ạ, xin trân trọng cảm ơn
  mang gi theo, tra loi di | what documents should i bring | do i need to bring anything with me
  co can so ho khau khong | co phai mang anh 3 x 4 khong | có cần photo căn cước không cán bộ
  <when> tôi đưa bà nội lên xã, bà già rồi, giấy tờ để lung tung cả, cho hỏi cần cầm theo giấy gì cho bà
  ho so gom nhung gi | cbi giay to j z a | can chuan bi gi truoc khi len
  cam on can bo, cho hoi them can mang gi | mamg theo nhumg gi | dilamcanmanggi | cần mang theo gì
  em là giáo viên, em hỏi hộ phụ huynh, đi làm phải cầm theo những gì ạ | what to bring
where:
  lam muc 2 o cho nao | toi phai den dau | dia chi cong an xa o dau
  làm ở công an xã hay trung tâm hành chính | co lam qua mang duoc khong
  toi o hue lam duoc khong hay phai ve que | mần ở mô rứa | can i do it online
  ngoi nha tu lam tren dien thoai duoc ko | cho hoi lam tai dau | den cong an xa hay uy ban
  o tinh khac lam duoc khong | noi nao lam muc 2 | lam o ban duoc khong hay phai len xa
  tôi đang ở sài gòn thì làm ở đâu | is it possible to do it by text message | dk truc tuyen dc ko
  cong an o cho mo | lam o cong an huyen duoc khong | toi den cong an xa gan nha duoc khong
  ở xã khác có làm được không | cho lam dinh danh nam o mo | den dau de dang ky muc 2
  lam tai nha qua app duoc khong | address please | tu dang ky tren vneid duoc khong
  nhờ con đi làm thay được không | dia chi lam o dau | cong an xa nam cho nao
  xa nao cung lam duoc phai khong | lam o cong an phuong khac duoc khong | dang o xa que lam cho nao duoc
  lam o tram y te duoc khong hay cong an | tu lam tren app duoc khong | gui anh qua zalo lam duoc khong
  nhan tin dang ky muc 2 luon duoc khong | co can ra huyen khong | nho nguoi nha di lam giup duoc khong
  address of the office | do i have to come in person | lam o trung tam hanh chinh cong duoc khong
  làm định danh ở đâu vậy | den dau de lam | lam o cax hay ubnd v | lam o dau dk v ad | mần cấy ni ở mô
  lam cho mo can bo hè | đi mô để làm mức 2 | lma o dauu | dia chi choo lam o dai | làm ở đâu
  đến đâu để làm định danh
  dạ thưa cán bộ, bà con ở xa chưa biết, cho bà con hỏi làm cái định danh này thì phải đến chỗ nào ạ
  o dau, lam o dau | where do i go to do this | can i register by phone | lam qua dien thoai duoc khong
  tu lam o nha tren mang co duoc ko
  tôi đang đi làm thuê ở bình dương, làm ở công an trong đó được không
  co bat buoc ve xa minh lam khong hay xa khac cung duoc | lam onl dc k ad
  nhà tôi cách xã hai mươi cây số, xe hỏng, có chỗ nào làm hay là cứ phải lên tận công an
  dia diem lam dinh danh | lam o dat vay can bo | can someone else do it for me or must i come in person
  tôi có cần về đúng xã nơi có hộ khẩu không | which office do i go to
hours:
  cong an xa lam viec may gio | sang may gio mo | <weekend> co lam viec khong
  <weekend> co ai o do khong | buoi <when> co nghi khong | what time do you open | chieu may gio dong cua
  giờ hành chính à | gio lam viec cua cong an xa | may gio nghi trua | <when> co lam khong
  toi co the den luc <when> khong | <when> có làm việc không | when are you closed
  <when> may gio bat dau lam | ngay le co lam viec ko | sang lam tu may gio | <weekend> co mo cua ko
  <when> có nghỉ không | buoi <when> lam den may gio vay | do you work on <weekend>
  may gio len thi gap duoc | cuoi tuan co lam khong | toi den sau <when> con ai khong
  may gio cong an lam viec | den luc nao thi co nguoi | gio nao cung lam ha | sau <when> con lam khong
  ngay nao trong tuan lam viec | trua len co gap duoc ai khong | toi <weekend> co lam khong
  co lam ngoai gio khong | from what time to what time | tet co lam khong | mấy giờ thì mở cửa
  gio lam viec the nao | <weekend> co lm k ad | may h mo cua z | mấy giờ thì mở cửa rứa
  <weekend> co mần khong hè | gio lma viec | may giờ dong cua | mấy giờ là mở cửa
  <weekend> có làm việc khoong
  em xin phép hỏi ạ, không biết bên mình làm việc từ mấy giờ đến mấy giờ để em sắp xếp ạ
  may gio lam viec | opening hours please | are you open on <weekend> | <weekend> co nguoi truc khong
  buoi <when> nghi luc may gio | <when> làm đến mấy giờ hả cán bộ | lam gio hanh chinh a
  tôi đi rẫy cả ngày <when> mịt mới về, vợ cũng thế, buổi <when> bên mình có làm không
  <weekend> co mo cua hok | <when> da mo cua chua | mo cta may gio | are you open at lunch time
  toi len luc <when> con kip khong
  tôi phải đi bộ ba tiếng mới tới xã <when> mới đến nơi được <when> làm việc đến mấy giờ
duration:
  bao lau thi xong | may ngay co ket qua | làm xong bao lâu thì được cấp | mat bao nhieu ngay
  how long does it take | khi nao thi lay duoc | lam xong co lien khong | lam mat may tieng
  bao lau moi co tai khoan | dang ky xong may ngay thi duoc | có phải chờ lâu không | lau khong vay
  khi nao moi nhan duoc ket qua | may bua thi xong rua | how many days until it is ready
  lam trong mot ngay co xong khong | lam bao lau co | nop xong cho may ngay | bao gio thi duoc cap
  mất mấy hôm thì xong | lam nhanh khong hay phai cho | is it done the same day
  cho bao lau moi co ket qua | moi lam the thi bao lau co | bao gio duoc cap | cho co lau khong
  lam co nhanh khong | trong ngay co xong khong | sau may ngay thi dung duoc
  lam the moi thi may ngay co | bao lau thi kich hoat duoc sau khi lam | same day or not
  lam muc 2 mat may tieng dong ho | ngoi cho lau khong | làm xong mấy ngày thì có kết quả
  bn ngay co kq z | mần mấy bựa thì được rứa | bao lua co ket qua | bao lâu thì có kết quả
  em xin hỏi là từ lúc nộp đến lúc có kết quả thì mất khoảng bao nhiêu ngày ạ | bao lau
  may <weekend> viec thi duoc duyet
  tháng sau tôi đi làm xa, phải có trước khi đi, làm thế có kịp không, mất mấy ngày mới được
  bao lat thi co | nhanh nhat la may hom | bao gio moi xong | lam <when> bao gio lay duoc
  co lay lien duoc khong | làm cái này lâu không cán bộ | mat bn lau | khi mô thì có kết quả rứa o
  thoi gian giai quyet ho so | when will it be ready
  cuối tháng tôi đi lào thăm con, nếu <when> tôi <name> kết quả
fee:
  lam cai nay mat bao nhieu | co phai dong tien khong | lệ phí làm định danh | ton bao nhieu tien
  lam mien phi ha | is it free | het may tien rua | mat phi ko ad | lam dinh danh co ton tien khong
  phi bao nhieu | phai nop bao nhieu tien | làm cái này có mất đồng nào không | do i need to pay
  gia bao nhieu v ad | co thu phi ko | nghe noi mat 50 nghin phai khong | lam muc 2 co mat tien khong
  phai tra bao nhieu | có thu lệ phí gì không | mien phi dung khong | dan ngheo co phai dong tien khong
  does it cost anything | may dong rua | bao nhieu tien mot nguoi | phai tra tien gi khong
  co mat tien gi khong | dong bao nhieu | bao nhieu mot nguoi | dan toc co duoc mien phi khong
  ho ngheo co phai nop tien khong | lam lai the mat bao nhieu tien | sao <name> nghin
  tien lam dinh danh | co mat tien khong | lệ phí bao nhiêu vậy | het bn tien z ad | co free k
  mần cấy ni có mất tiền không rứa | le phii bao nhieu | lệ phí bao nhiêu
  dạ cho em hỏi có phải đóng khoản tiền gì không ạ, nhà em khó khăn | bao nhieu tien
  how much does it cost | lam co phai tra tien khong
  nghe bên kia nói phải nộp năm mươi ngàn, nhà tôi thì hộ nghèo, có đúng là phải nộp tiền không
  chao can bo lam co mat tien khong | mat bao nhiet tien | do i have to pay anything
  nghe noi mien phi dung khong | nguoi dan toc co duoc mien tien khong | ton bao nhieu
  có thu tiền của dân không | chi phi the nao | phải nộp mấy đồng hè | co phai dong tienn k
  mat tien khong
  hôm nọ bà bên cạnh đi về bảo mất tiền photo, tôi không có tiền mặt, làm cái này có phải đóng tiền gì không
eligibility:
  bao nhieu tuoi thi duoc lam | ai duoc lam muc 2 | điều kiện để đăng ký mức 2 là gì
  toi 70 tuoi co lam duoc khong | nguoi nuoc ngoai co duoc lam khong | who can register
  doi tuong nao duoc cap | tu may tuoi thi lam duoc | ai thi duoc dang ky
  tui không có hộ khẩu ở đây có làm được không | nguoi gia co can lam khong | chong toi nguoi lao
  am i eligible | dieu kien la gi | bao nhieu tuoi tro len | bao nhieu tuoi duoc dang ky muc 2
  16 tuoi co lam duoc khong | người già trên 80 có phải làm không | vo toi la nguoi lao co lam duoc khong
  nhung nguoi nao phai lam | is there an age limit | khong biet chu co dang ky duoc khong
  chua co ho khau lam duoc khong | nguoi bao nhieu tuoi thi lam duoc muc 2 | co gioi han tuoi khong
  khong biet chu co lam duoc khong | nguoi lao lay vo viet co lam duoc khong
  chua nhap quoc tich lam duoc khong | tam tru lam duoc khong | nguoi di tu ve co lam duoc khong
  ai khong lam duoc | nhung ai phai lam muc 2 | age limit | toi 60 tuoi roi co duoc lam nua khong
  bao nhiêu tuổi thì làm được | dk de lam m 2 la gi z | vo toi nguoi lao co lam duoc khong
  may tuoi thi lmaf duoc | ai được làm định danh mức 2
  kính hỏi cán bộ, những đối tượng nào thì được đăng ký định danh mức 2 ạ | who can register for level 2
  i am from laos, married here, can i have one | toi co tien an co lam duoc khong
  em người lào lấy chồng bản <place>, em có hai con, không biết em có được làm định danh không
  bn tuoi dc lam ddt | vợ tôi quốc tịch lào thì làm ở đâu, có được làm không
  dieu kien de duoc lam muc 2 | tu may tuoi dc lam vneid | my wife is lao, can she register
why:
  lam dinh danh de lam gi | có bắt buộc phải làm không | khong lam co bi phat khong
  muc 2 dung de lam chi | tai sao phai lam | what is it for | loi ich cua vneid la gi
  lam cai nay duoc ich chi | lam de lam gi | khong <name> khong | co vneid muc 2 duoc loi gi
  cái này có tác dụng gì với dân | bat buoc ha | what are the benefits | răng phải mần cấy ni
  muc 2 khac muc 1 cho nao | lam dinh danh co loi gi | sao ai cung phai lam dinh danh
  mức 2 để làm gì vậy | neu khong dang ky thi sao | lam roi duoc huong gi | why do i need this
  co nhat thiet phai lam khong | dinh danh dien tu la cai chi | neu khong dang ky thi co sao khong
  khong co dinh danh thi bi gi | dinh danh la gi | vneid la cai gi | muc 1 khac muc 2 cho nao
  ca doi khong can van song tot | co muc 2 thi lam duoc viec gi | sao phai lam dinh danh
  lam xong co duoc tien khong | nhan tro cap co can muc 2 khong | co vneid thi khong can mang giay to a
  làm cái này để làm gì | dinh danh co loi gi | lam cai nay dc j | mần cấy nớ để mần chi | lam de lamm gi
  tại sao phải làm định danh
  dạ thưa cán bộ, bà con thắc mắc sao lại phải làm định danh mức hai ạ, có ích gì cho dân không ạ
  xưa nay không có cũng sống, tôi đi rừng đi rẫy thôi, làm cái đó có tác dụng gì cho tôi | lan de lan gi
  is it compulsory | không có định danh thì có bị phạt không | co vneid de lam gi
  loi ich cua dinh danh muc 2 | sao phai lam m 2 v | mần cái ni được cấy chi
  what happens if i don t register
visit_when:
  khi nao can bo xuong ban | bao gio den ban toi | lịch đi các bản | hom nao doan ve lam
  when do you visit our village | <when> co ve ban khong | to luu dong bao gio den
  bao gio can bo ve ban lam | doan luu dong khi mo toi | ngày nào xuống bản <place>
  lich luu dong thang nay | is the team coming this week | cán bộ có lên bản tôi không
  khi nao ve ban tui | doan bao gio vao | tháng này có về bản <place> không
  can bo co xuong ban <place> khong | when is the team coming | to cong nghe so khi nao den thon
  bao gio lam tai ban | khi nao den luot ban toi | lich ve ban thang nay | <when> can bo di ban nao
  co doan ve, place, khong | hom nao co buoi lam o ban | doan da ve chua hay chua ve | next visit date
  khi nào đoàn xuống bản <place> | bao gio can bo ve ban lam dinh danh | kn doan xg ban z ad
  bao h cax ve <place> | khi mô đoàn vô bản tui | khi mo can bo len ban ni
  bựa mô cấy đội lưu động về hè | khi nao doan ve bnanr | bao gio doi lu udong xuong
  khi nào đoàn về bản <place> | bao giờ cán bộ xuống bản
  kính thưa cán bộ, tôi là người bản <place>, xin hỏi thăm bao giờ thì đoàn lưu động tới bản chúng tôi, xin cảm ơn cán bộ
  bao gio moi ve ban toi | when will the team come to our village | when is the next visit to <place>
  lich di ban thang nay | <when> doan co vao <place> khong | đội lưu động có vào bản <place> nữa không
  bản tôi xa lắm, mưa là không ra được, hôm trước nghe nói cán bộ sẽ vào tận nơi làm cho, bao giờ thì vào
  ngay nao cong an ve ban <place> | lich luu dong ban <place> | khi mao doan ve bam
  is the team coming to <place> this week | tôi trưởng bản <place> đây, đoàn bao giờ lên để tôi báo dân
  is a team visiting <place> this month
no_card:
  toi chua co can cuoc | khong co the can cuoc lam duoc khong | mất căn cước thì làm sao
  chua lam cccd bao gio | i have no id card | bi mat the can cuoc | chua co cccd
  toi khong co giay to gi | bị mất căn cước công dân | chi co cmnd cu chua lam can cuoc | lost my id card
  chưa bao giờ làm căn cước | chua lam can cuoc | tôi làm mất căn cước rồi | khong co cccd
  chua co the thi lam muc 2 sao | i never had an id card | con giay chung minh 9 so thoi
  tu nho den gio chua co giay to gi | chi co chung minh 9 so | mat the roi | can cuoc bi chay
  chua duoc cap the | i do not have an id card | con giay chung minh cu thoi
  chua lam the can cuoc bao gio | e chua co cccd lam dc k | tui chưa có thẻ chi hết
  chua co the can cuwoc
  dạ mẹ em từ trước <when> chưa có chứng minh hay căn cước gì cả, vậy làm thế nào ạ
  mat the can cuoc roi | khong co giay to gi thi lam the nao
  lũ cuốn mất nhà năm kia, giấy tờ trôi hết, nay trong tay không còn cái thẻ căn cước nào, làm được không
  chua co cam cuoc | chưa có căn cước | thẻ căn cước tui nỏ có thì mần răng
  mất thẻ căn cước rồi làm định danh kiểu gì | muon lam the can cuoc lan dau | k co cc thi s
  what if i don t have a card | chi co chung minh cu khong co can cuoc
card_expired:
  the can cuoc het han | căn cước hết hạn có làm được không | cccd sap het han | my id card expired
  chung minh thu cu het han roi | the het han roi | can cuoc cua toi het han nam ngoai | cccd hết hạn
  id card is out of date | het han can cuoc lam muc 2 duoc khong | can cuoc het han thi lam sao
  thẻ của tôi quá hạn rồi | the sap het han co lam duoc khong | expired card
  phai doi the moi khong the cu het han | the qua han | can cuoc gan het han
  het han roi co lam muc 2 duoc khong | chung minh 9 so het han | doi can cuoc moi o dau
  the cu mo het chu phai doi khong | thẻ căn cước hết hạn rồi thì sao | the het han
  cccd het han r co lam dc k | thẻ tui hết hạn rồi chừ mần răng | can cuoc het hann
  dạ căn cước của bố em hết hạn năm ngoái rồi, vậy có làm định danh được luôn không ạ
  my id card has expired | the cu qua han phai lam the moi khong | chung minh nhan dan cu 9 so het han
  the het han roi lam sao | thẻ của tôi hết hạn năm ngoái | cccd qua han lam muc 2 duoc khong
  gia han the can cuoc | expired card, can i still register | the can cuoc hrt han
  tôi làm thẻ từ hồi còn trẻ, nhìn lại thì ghi có giá trị đến năm ngoái, thẻ hết hạn thế thì làm mức 2 được không
no_smartphone:
  toi khong co smartphone co lam duoc khong | nha chi co dien thoai den trang
  điện thoại tôi là cục gạch | khong co dien thoai cam ung thi sao | my phone is an old nokia
  may toi khong vao duoc mang | ko co dt thi lam sao | dien thoai ban phim lam dc k
  dien thoai cui co lam duoc khong | toi xai dien thoai bam | không có máy xịn thì sao
  nha khong co dien thoai | chi co dien thoai nghe goi | no smartphone
  điện thoại không cài được ứng dụng | may cuc gach co dk dc ko | may toi la may den trang
  tôi không dùng điện thoại thông minh | khong co dien thoai lam muc 2 duoc khong
  dien thoai cu khong cai duoc app | i only have a basic phone | chi co cuc gach thoi
  dt nut bam co lam dc khong | khong biet dung smartphone | may toi khong co mang internet
  nha ngheo khong co may xin | dien thoai chi nghe goi nhan tin | khong co dien thoai luon thi lam sao
  lam muc 2 bat buoc co smartphone khong | dien thoai re tien cai vneid khong duoc | i have no phone
  tôi không có điện thoại thông minh thì làm được không | toi dung dien thoai cuc gach
  k co smartphone thi s | dt den trang lam dc ko ad | tui xài máy cục gạch thì mần răng
  khong co may cam ung lam duoc khong rua | khong co dine thoai thong minh
  dien thaoi ban phim co lam dc k | tôi khoong có điện thoại thoong minh
  mấy cục gạch có làm được khoong
  dạ cho cháu hỏi với ạ, bà cháu chỉ có cái điện thoại bấm nút chứ không có máy thông minh, vậy có đăng ký được không ạ, cháu cảm ơn
  ko co dien thoai thong minh lam kieu gi | i don t have a smartphone
  can i do it with an old nokia phone | may toi chi nghe goi thoi khong vao mang duoc
  dien thoai khong cai duoc vneid | nhà không ai có smartphone cả
  cái máy của tôi mua có ba trăm ngàn, nó chỉ nghe với gọi, người ta bảo phải có máy xịn mới làm được đúng không
  khong co may thong minh | toi xai nokia lam muc 2 duoc khong | hk co dt xin thi co dky dc k
  máy em là máy bấm, không có mạng, không có zalo | only basic phone
sim_own_name:
  sim toi dang dung la ten cua vo | sim khong phai ten minh | sim chinh chu la sao
  dung sim cua con trai duoc khong | số điện thoại đứng tên người khác | kiem tra sim chinh chu the nao
  sim is in my husband s name | sim mua o cho khong co ten | sim cua toi do con trai dung ten
  sim chua chinh chu | sim cua em gai cho | lam sao biet sim co chinh chu khong
  so nay khong dung ten toi | do i need my ơn sim | sim nhặt được dùng có được không
  co bat buoc sim chinh chu khong | sim dung ten chong toi | so toi dang dung la cua nguoi ta cho
  sim không phải của tôi | sim nay con gai dung ten | phai sim chinh chu moi duoc ha
  the sim is registered to my brother | xem sim ten ai o dau | so dang dung la cua nguoi khac cho
  sim con mua cho dung ten con | lam sao cho sim chinh chu | chuyen sim sang ten minh o dau
  sim nhat duoc | sim registered to my brother | sim nguoi quen dang ky ho | kiem tra sim ten ai
  sim không đứng tên tôi thì sao | sim cua chong dung ten lam duoc khong | sim k chinh chu co lam dc k
  sdt dag dung ten ng khac | sim ni không phải tên tui thì răng | cấy sim đứng tên mạ tui mần được không
  sim khong dugn ten minh | simm chinh chuu la gi | sim khoong phải tên tôi | sim đứng tên người khác
  dạ thưa cán bộ cho em hỏi, cái sim em đang dùng là của anh trai em đăng ký, thế em có dùng để làm được không ạ, mong cán bộ chỉ giúp
  sim ten nguoi khac duoc khong | my sim is not in my name
  does the sim card have to be registered to me | lam sao biet sim dung ten ai
  sim mua ngoai cho khong biet ten ai
  cái sim này con gái mua cho tôi lâu rồi, nó đứng tên nó, giờ tôi làm định danh bằng số này có được không
  co can sim chinh chu ko | toi muon sim cua hang xom de lam duoc khong | sim rac lam dc hok
  sim kkhong dung ten toi | sim belongs to my husband
shared_number:
  ca nha dung mot so dien thoai duoc khong | hai vo chong dung chung sim | một số đăng ký được mấy người
  vo chong toi chung 1 sdt | can two people use one number | me va con dung chung so duoc ko
  mot sim cho ca nha duoc khong | 2 vc dung 1 so dt dc ko | nhà có một cái sim thôi mà 3 người cần làm
  con toi muon dung chung so voi toi | same number for my wife and me
  so da dang ky cho vo roi chong dung duoc nua khong | vo chong dung chung mot sim
  1 so dt cho 2 tai khoan duoc khong | cả gia đình chỉ có 1 sim | toi va con dung chung so
  one sim for the whole family | so cua chong toi dk them cho toi dc k | ca gia dinh chi co mot sim
  dung sim cua chong dang ky them cho vo | mot dien thoai may nguoi dang ky duoc
  so nay dung cho 2 nguoi | con lon dung chung so voi bo | two accounts one number
  ca nha dung chung mot so | hai vợ chồng dùng chung một số có được không | 1 sdt dky cho 2 ng dc k
  cả nhà tui có mỗi một cấy sim thì răng | vo chong dugn chung so
  hai người dùng chung một số điện thoại
  dạ cho hỏi gia đình em năm người chỉ có một số điện thoại, vậy có đăng ký chung số được không ạ
  can my husband and i use one phone number | mot so lam duoc may nguoi
  nhà nghèo chỉ có một cái điện thoại, sim một cái, bốn người lớn dùng chung đăng ký có được không
  ca nha co mot so | số này đăng ký cho chồng rồi, giờ đăng ký cho tôi nữa được không
  một số điện thoại đăng ký được mấy tài khoản | hai me con chung mot sim duoc khong
  dung chung sdt voi vo | ck e dky so nay r e dky so nay nua dc k
  nhà tui có một số cho cả mấy người, được không hè
  nhà bảy khẩu có đúng cái máy cục gạch với một cái sim, làm cho tôi rồi thì vợ tôi dùng lại số đó được không
child:
  con toi 8 tuoi lam duoc khong | trẻ em có làm được không | cháu nhỏ 10 tuổi thì làm thế nào
  lam cho con can gi | can my child register | con duoi 14 tuoi co can lam khong | be 5 tuoi co lam dc ko
  con toi 12 tuoi | tre con co phai lam khong | cháu 7 tuổi làm định danh được chưa
  lam muc 2 cho tre em nhu the nao | hoc sinh lop 3 co lam duoc khong | my daughter is 10
  con nho may tuoi thi lam duoc | con toi hoc lop 5 co lam duoc khong | dang ky cho con the nao
  cháu 13 tuổi làm thế nào | tre duoi 6 tuoi co lam duoc khong | em be co can dinh danh khong
  for children <name> | dua con di <name> | con hoc lop 5 co lam duoc khong | dang ky dinh danh cho con
  dua con di cung khong | con 15 tuoi co can me di cung | tre so sinh co lam khong
  cho con lam the can cuoc | con chua co dien thoai thi khai so ai | con gai toi 10 tuoi
  children <name> | chau toi 9 tuoi can lam gi | tre em may tuoi thi lam
  con tôi 8 tuổi có làm được không | be 5 t lam dc k ad | con nít có mần được không rứa | lam cho cno nho
  làm cho con nhỏ thế nào
  dạ em hỏi chút ạ, cháu nhà em mới vào lớp một thì có được làm định danh không ạ | can my child get one
  con toi 10 tuoi lam duoc khong | hoc sinh tieu hoc co phai lam khong
  <place> nói học sinh phải có mã định danh trên điện thoại, con tôi lớp ba, nhà có làm cho nó được không
  my son is 9 years old, can he register | trẻ dưới 14 tuổi làm định danh thế nào | lam cccd cho be
  lũ con nít nhà tui mần được chưa | registration for kids
  thằng út nhà tôi lên bảy, trường bắt có định danh, trẻ bảy tuổi thì làm được chưa
elderly_home:
  me toi gia khong di duoc | bố tôi nằm liệt <place> có đến nhà làm không
  co den nha lam cho nguoi gia khong | ông tôi bị tàn tật không đi lại được | my grandmother cannot walk
  ba cu 90 tuoi lam the nao | nguoi khuyet tat thi lam sao | mẹ tôi ốm nặng không đến được
  can bo co den tan nha khong | ong noi bi liet lam sao lam | ba ngoai yeu lam khong di noi
  can you come to my home, my father is disabled | nha co nguoi tan tat | cha tui già lắm đi không nổi
  bo toi bi tai bien khong di duoc | xin can bo den nha lam giup ba toi
  nhà có người già không đi được xa | co lam tai nha cho nguoi benh khong | me toi mu khong len xa duoc
  disabled person at home | ong cu 95 tuoi nam <place> | co lam luu dong tai nha cho nguoi gia khong
  nguoi om khong di duoc thi lam kieu gi | ong cu nha toi 95 tuoi | chan dau khong di xa duoc
  moi can bo den nha lam cho me toi | nguoi bi tai nan nam mot cho | wheelchair, cannot travel
  ba toi gia yeu khong di duoc | có đến tận nhà làm cho người già không | ong e bi liet k di dc thi s
  mệ tui nằm một chỗ, cán bộ vô nhà mần được không | nguoi gia khogn di dc
  bó tôi bị liệt khoong đi được
  kính thưa cán bộ, mẹ tôi chín mươi tuổi nằm liệt <place>, xin cán bộ xem xét đến nhà làm giúp ạ
  my grandmother cannot walk, can you come to the house | nguoi khuyet tat o nha lam the nao
  me toi bi tai bien nam mot cho | ong toi gia lam khong di duoc
  ông cụ 92 tuổi không xuống <place> được thì làm sao | me toi 90 tuoi nam mot cho
  can bo den nha lam cho ba duoc khong | mẹ tôi đi lại khó khăn, xin cán bộ đến nhà
  nguoi gia o nha k di lai dc | mạ tui đau chân đi không nổi | old man at home, cannot come
  chu toi mu hai mat ai den lam cho
  bố tôi bị tai biến hai năm nay, ăn cũng phải bón, có cách nào cán bộ vào nhà làm cho ông không
"""
