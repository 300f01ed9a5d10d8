"""Whether a text asks something: by how it ends, or by a word that only questions have."""

import re

_ASKS = re.compile(
    r"\b(?:khong|ko|k|kg|hk|hong|sao|gi|nao|dau|mo|rang|chua|chu|chi|ai|the nao|bao nhieu)(?: (?:a|ah|ha|he|nhi|vay|the|rua|can bo|ba con|oi))*$"
    r"|\b(?:khi nao|bao gio|o dau|o mo|the nao|lam sao|lam gi|lam rang|bao nhieu|bao lau|khi mo|may gio|ngay nao|mang gi|tai sao|vi sao|sao)\b"
    r"|^(?:and |so |but )?(?:when|where|what|who|how|why|which|is|are|do|does|can|could|must|should|will)\b"
)
_WOULD_ASK = re.compile(
    r"\b(?:muon|xin|cho|can) (?:toi |tui |em |con |chau )?hoi\b|\bhoi (?:ve|chuyen|viec|vu)\b"
)


def asks_something(key: str) -> bool:
    """Whether a text (its matching key) is a question."""
    return _ASKS.search(key) is not None


def would_ask(key: str) -> bool:
    """Whether it is one, or says that there is one: "tôi muốn hỏi thẻ hết hạn"."""
    return asks_something(key) or _WOULD_ASK.search(key) is not None
