"""Towns and districts that are spoken of and are none of our villages: "toi o dong hoi" is not bản Đoòng."""

from helpdesk.text.folding import matching_key

_NAMES = (
    "Đồng Hới, Đông Hà, Đồng Lê, Đồng Nai, Đồng Tháp, Đồng Xoài, Hà Nội, Hà Tĩnh, Hà Giang, Hải Phòng, Hồ Xá, Ba Đồn, Ba Rền, "
    "Bà Rịa, Bình Dương, Bố Trạch, Cà Mau, Cao Bằng, Cần Thơ, Con Cuông, Đà Lạt, Đà Nẵng, Gia Lai, Khe Sanh, Lao Bảo, Lệ Thủy, "
    "Minh Hóa, Nghệ An, Phong Nha, Quảng Bình, Quảng Ninh, Quảng Nam, Quy Đạt, Sài Gòn, Sầm Sơn, Tuyên Hóa, Vũng Tàu, Kon Tum"
)

ELSEWHERE = frozenset(
    (first, second) for name in _NAMES.split(", ") for first, second in [matching_key(name).split()]
)
"""Names of two words, folded."""
