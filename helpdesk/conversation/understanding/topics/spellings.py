"""One word for another: abbreviations of text messages, dialect of the centre, and English contracted.

The left is a matching key as it is typed; the right the words that it stands for. What stands for different words in
different places has its condition in `canonical`.
"""

from types import MappingProxyType

_TABLE = """
ko k kg hok khg kh hem hong hk khog kong khon hg khoong hog: không
dc duoc duocj đc: được
j ji gj jz: gì
vs: với
ng nguoiii: người
sdt sđt: số điện thoại
dt đt dthoai dth fone: điện thoại
dtdd: điện thoại
cc: căn cước
cccd: cccd
cmnd: cmnd
cax: công an xã
ubx: ủy ban xã
mk mkhau mkhẩu: mật khẩu
tk tkhoan: tài khoản
ntn: như thế nào
lm lma: làm
tn: tin nhắn
nt: nhắn tin
bn bnhieu: bao nhiêu
bh: bao giờ
kn: khi nào
dky dki đky đki dkí đkí ddk ddky ddki: đăng ký
gto: giấy tờ
kq: kết quả
tb: thông báo
khoat: kích hoạt
ttin: thông tin
ls: lịch
hnay hn: hôm nay
tui toii tau tao: tôi
mag manng: mang
dag: đang
trc: trước
man: làm
nc: nói chuyện
gd: gia đình
cb: cán bộ
dum gium giup giumm: giúp
choo: chỗ
bua: bữa
coong: công
thoong: thông
caan: căn
hdan: hướng dẫn
oong: ông
"""

SPELLINGS = MappingProxyType(
    {
        short: tuple(words.split())
        for line in _TABLE.strip().splitlines()
        for shorts, _, words in [line.partition(":")]
        for short in shorts.split()
    }
)
"""By the key typed: the words it stands for, with their accents."""

_OF_QUANG_BINH = (
    "răng:sao chừ:giờ cấy:cái nớ:đó tê:kia hấn:nó hắn:nó mạ:mẹ mệ:bà mụ:bà bọ:bố chộ:thấy trộ:thấy xạ:xã nựa:nữa "
    "đàng:đường túi:tối rú:rừng ả:chị bựa:bữa"
)
DIALECT = MappingProxyType(
    {word: plain for word, _, plain in (pair.partition(":") for pair in _OF_QUANG_BINH.split())}
)
"""Words of Quảng Bình as they are typed with accents; without them most are other words."""

NEUTRAL = frozenset(
    " ".join(
        (
            "den di len xuong ve vao ra qua lai lam bi co khong chua duoc phai can muon biet thay nghe hieu ai nguoi nha xa ban "
            "hom nay mai truoc sau khi luc bay gio gio chu may cho voi vi nen neu thi ma nhung con da dang se vua moi lau nua them "
            "tu o trong ngoai tren duoi gan xa noi hoi xin nho tui minh em anh chi co chu bac ong ba chau con vo chong me bo gia dinh "
            "dan mot hai ba bon nam sau bay tam chin muoi so cai viec cach cung deu chi vay the nao sao dau gi bao nhieu tat ca moi "
            "chac tuong nghi bao noi ke thay ho no ta do nay kia nuoc het xong luon ngay tan lan dang lay dua mang cam gui tra giup ho "
            "gium voi duong xa qua lam kho de cho doi ranh ban mai tuoi sinh tra loi thac mac cho phep kinh gui chan thanh tran trong "
            "co quan quy vi ong ba toan the moi nguoi thang tuan buoi sang chieu toi trua ten goi em oi nhi chang tieng minh theo sap "
            "are is am was does do did how which who somebody someone something anything way any no not please sorry per at the and this "
            "that it its my me you your we our us he she they be been being by for with as if or than get got make made give given "
            "cay mit ca cu coi biet kem mung dau cua roi ay nhi day nhat hang xom cho luc ngoi nhin xem nhanh lam on cong viec lon len "
            "dan toc kho khan dot xuat gan day luon vua roi chut xiu giai thich gioi thieu trinh bay bat dau lay chay hoi nao day du "
            "name dear hello about will then when go come know tell told want one day time some so too they their them she he his her "
            "still already now here there very much more only just because but from out up was were been has had did done doing going",
        )
    ).split()
)
"""Words that every tale has: they say nothing about the topic either, and need not be understood."""

FILLERS = frozenset(
    " ".join(
        (
            "a ah ạ ad admin oi o ơi nhe nha nhé nghe voi v vay z za zay the rua rứa he hè hi hỉ ha hả thi thì la là cho da dạ thua "
            "kinh em toi tui chau con minh e t ba bac anh chi co chu cac quy ong ban nay ni nao di duoc xin hoi muon can giup gium "
            "lam phien mot chut cai chiec nhung ma va hay hoac thoi roi nua con cung deu hon het rat qua lam day do kia u um uh uhm "
            "please pls me i go this get there am with not if to the a an my for of is it and or can you do does at in on we need want would like hi dear sir madam",
        )
    ).split()
)
"""Words around the point, which say nothing about the topic."""

ENGLISH = frozenset(
    " ".join(
        (
            "the my our your is are was were am it its this that these those for of on in at to and or but not no yes do does did "
            "can could will would should may have has had how what when where who why which much many long far get got make need "
            "want like please thanks thank hello phone phones sim sims card cards number name names id account password forgot lost "
            "stolen new old change cancel book booking place appointment free fee fees cost pay money open hours office police "
            "officer village team come coming visit bring documents papers child children son daughter kid kids mother father wife "
            "husband family elderly sick disabled home house call text message stop start delete erase data language english help "
            "menu back level two electronic identity register registration expired locked scan wrong someone asked code borrow lend "
            "loan smartphone app use used using with without from by me i you we they he she there here after before days day week "
            "weeks month next last first tomorrow today morning afternoon monday tuesday wednesday thursday friday saturday sunday "
            "still received result take takes must any anything our us if so just also as an be been read talk speak person human "
            "agent born carry down her keeps laos list marry miss mrs noon now photo poor reset says sir six "
            "texts too turn agent real work works anymore steps step see view check move another date time more out off does ask asks asking works",
        )
    ).split()
)
"""Words that are English and must not be read as keystrokes of Telex: "lost" is not "lót"."""

ENGLISH_NAMES = frozenset({"mary", "max", "lisa", "rose"})
"""The same of names; they are no words of ours, so that they can name somebody."""
