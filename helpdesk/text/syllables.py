"""Which letters can be a Vietnamese syllable once its accents are off: "hoach" can, "dinhj" and "book" cannot.

The table of beginnings and rhymes of Vietnamese spelling, and the few rhymes of village and family names of the
Bru-Vân Kiều and Chứt that have no other home (Roòng, Loóc). A syllable that cannot be is a slip, another language,
several words written as one, or keystrokes that a phone did not turn into accents.
"""

_BEGINNINGS = ("", *"bcdghklmnpqrstvx", "ch", "gh", "gi", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr")
_RHYMES = frozenset(
    " ".join(
        (
            "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu "
            "im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong "
            "op ot u ua uac uai uan uang uat uau uay uc ue uech uen uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up "
            "ut uu uy uya uych uyen uyet uynh uyt uyu uym y yem yen yeng yet yeu",
        )
    ).split()
)

_SYLLABLES = frozenset(begin + rhyme for begin in _BEGINNINGS for rhyme in _RHYMES) - {"q"}

_STOPPED = ("c", "ch", "p", "t")
"""Endings with which a syllable has the tone sắc or nặng, written or not yet."""


def may_be_syllable(key: str) -> bool:
    """Whether a folded, lower-case word can be one Vietnamese syllable."""
    return key in _SYLLABLES


def may_have_tone(key: str, tone: str) -> bool:
    """Whether a syllable can have a tone: "s" sắc, "f" huyền, "r" hỏi, "x" ngã, "j" nặng, "" none, as Telex types them."""
    return tone in ("s", "j", "") or not key.endswith(_STOPPED)
