"""Syllables met in every second text: alone they are taken neither for a village nor for a name.

Folded, lower case. "Dộ" and "Đoòng" are villages, but "do" is "đó", "độ" or "do", and "dong" is money.
"""

EVERYDAY = frozenset(
    " ".join(
        (
            "a ai an anh ao app ba bac ban bao bang bat bi biet bo bon buoi buoc bua ca cac cai can cang cap cau cay cham chac "
            "chi chieu cho chong chon chu chua chung chuyen co con cong cua cung cuoc da dan dang danh dat dau day de dem den "
            "di dia dien dieu dinh dk do doan doc doi don dong du dua duoc dung duong e em en gap gi gia giay gio gioi gium "
            "giup goi gui ha hai han hang hau hay hen het hien hinh ho hoa hoac hoat hoc hoi hom hon hong huong huy kem ket khac "
            "khai khi khoa khoe khong kia kich kiem kieu ko ky la lai lam lan lau lay le len lich lien lo loai loi long lua luc "
            "luon ma mac mai man mang mat may me mien minh mo moi mong mot mua muc muon mung nam nao nay nen neu ngay nghe nghi "
            "ngoai nguoi nha nhan nhat nhe nhieu nho nhu nhung ni noi nop nua o oi ong phai phi phieu phu qua quan que quen quet "
            "quy ra rang rat roi rua sai sang sao sap sau se si sim so sua sung suot ta tai tam tang tau tay ten the them theo thi "
            "thoai thoi thong thu thuong tien tiep tim tin tinh to toan toc toi ton tot tra trai tram tre tren trong truoc truong "
            "tu tuan tui tuoi tuyen u uy va vai van vao vay ve vi viec vien vo voi vong vua vui vung xa xac xem xin xoa xong xuong "
            "y yeu",
        )
    ).split()
)

ORDINARY = EVERYDAY | frozenset(
    " ".join(
        (
            "bam bau bay ben benh bien binh bong bot bung buu buy cach cam cao cat chan chang chao chap chau chay chet chin chinh "
            "chip chiu choa choi chuan chuc chuong chup chut coi com cuc cuoi cup cuu dai dam dao dich diem dot duoi duyet eng gach "
            "gai gan gao gat gay ghe ghi giai giam gian giao giat giong giu giuong goc gom gop hanh heo hiem hieu hoai hoan hop hue "
            "huu huyen huynh ich keo keu khach kham khau khe kho khoan khoang khoi khoong khuon khuyen khuyet kien kinh kip lac "
            "lanh lao lap lat liet lieu lon lop lui lung luong luot lut luu mau met moc muoi nang nap nau neo ngan ngheo nghia "
            "nghin ngo ngoi ngon ngu ngung nguyen nhac nham nhanh nhap nhau nit nuoc nuoi nuong nut phan phat phe phep phien phim "
            "phong phuc phuong phut pin quang quay quoc quyet rac rach ranh ray rieng rot rung ruou rut sach sam san sat sinh soan "
            "som song sot suat suoi tac tach tan tao tat tet thai tham than thang thanh thao thap that thay thich thiet thieu tho "
            "thon thua thuc thue thuoc tich tiem tieng tiet tieu tong trach tran trang tranh trat trau treo tri trieu trinh tro "
            "troi trom tru trua truc trung tuc tung tuong tuy ung uong vang viet von xai xep xet xom xuan xuat xung",
        )
    ).split()
)
"""The same and words met often enough that one of them is no misspelled village: "giuong" is a bed, "thuoc" medicine."""
