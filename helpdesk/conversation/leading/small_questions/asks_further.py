"""Words that ask where, how long, how much and whom about what was just told, whatever that was."""

BEFORE = (
    r"(?:(?:da|the|vay|rua|roi|ma|thi|gio|bay gio|toi|tui|em|con|chau|minh|phai|can|can bo|tuc|nghia|lam|lam lai|xin|mua|di|ra|len|gap|hoi|bao|lay|nop|sua|doi|la|o"
    r"|phong do|cho do|noi do|nha mang|cai do|cai nay|viec do|viec nay|no|so and|and|so) )*"
)
BEHIND = r"(?: (?:vay|the|den|a|ah|rua|ha|nhi|can bo|moi|thi|duoc|xong|co|mo|mo lai|la|chu|nua|het|day|do|gio|lam|toi|em))*"
WHERE = r"(?:o dau|o mo|den dau|di dau|ra dau|cho nao|cho mo|dau|mo|noi nao|noi mo|where(?: do i (?:get (?:one|it)|go|buy (?:one|it)))?)"
HOW_LONG = r"(?:bao lau|may gio|may ngay|may bua|may thang|bao gio|khi nao|khi mo|chung nao|how long)"
_HOW_MUCH = r"(?:(?:mat |het |ton |la )*(?:bao nhieu|may)(?: (?:tien|dong|nghin|ngan))?|(?:co )?(?:mat|ton) (?:tien|phi) (?:khong|ko)|how much)"
_WHOM = r"(?:ai)"
FURTHER = rf"^{BEFORE}(?:{WHERE}|{HOW_LONG}|{_HOW_MUCH}|{_WHOM}){BEHIND}$"
WHERE_ONLY = rf"^{BEFORE}{WHERE}{BEHIND}$"
