"""What a gateway keeps together when it cuts a text into messages: a letter with its marks, a flag, an emoji.

These are the extended grapheme clusters of Unicode 10 (Unicode annex 29, revision of 2017) and not those of today,
because Twilio's calculator follows them, quirks of its grapheme-splitter 1.0.4 included, and the count must be the
one that is paid. An emoji that joined later may be cut between two parts; the phone puts the parts together again
before it shows them. The classes themselves come from the `regex` library; marks that came into Unicode after 2017
are taken as marks, where the calculator does not know them, and an Arabic number sign before half a flag with two
marks, which nobody writes, is not parted.
"""

import regex  # type: ignore[import-untyped]

_SKIN_TONE = r"\U0001f3fb-\U0001f3ff"
_PERSON = r"\U0001f466-\U0001f469"  # class E_Base_GAZ: takes a skin tone, and joins after a joiner
_TAKES_SKIN_TONE = (  # class E_Base
    r"\u261d\u26f9\u270a-\u270d\U0001f385\U0001f3c2-\U0001f3c4\U0001f3c7\U0001f3ca-\U0001f3cc\U0001f442-\U0001f443"
    r"\U0001f446-\U0001f450\U0001f46e\U0001f470-\U0001f478\U0001f47c\U0001f481-\U0001f483\U0001f485-\U0001f487"
    r"\U0001f4aa\U0001f574-\U0001f575\U0001f57a\U0001f590\U0001f595-\U0001f596\U0001f645-\U0001f647"
    r"\U0001f64b-\U0001f64f\U0001f6a3\U0001f6b4-\U0001f6b6\U0001f6c0\U0001f6cc\U0001f918-\U0001f91c"
    r"\U0001f91e-\U0001f91f\U0001f926\U0001f930-\U0001f939\U0001f93d-\U0001f93e\U0001f9d1-\U0001f9dd"
)
_JOINS_AFTER_JOINER = (  # class Glue_After_Zwj
    r"\u2640\u2642\u2695-\u2696\u2708\u2764\U0001f308\U0001f33e\U0001f373\U0001f393\U0001f3a4\U0001f3a8\U0001f3eb"
    r"\U0001f3ed\U0001f48b\U0001f4bb-\U0001f4bc\U0001f527\U0001f52c\U0001f5e8\U0001f680\U0001f692"
)

_CLUSTER = regex.compile(
    rf"""
    [\r\n\p{{GCB=Control}}\ud800-\udfff]
    | \p{{GCB=RI}}{{2}} (?&mark)?              # a flag; the splitter lets it take one mark only
    | \p{{GCB=Prepend}}*+
      (?: [{_TAKES_SKIN_TONE}{_PERSON}] (?&extend) [{_SKIN_TONE}] (?&more)
        | (?: [{_TAKES_SKIN_TONE}{_PERSON}] [{_SKIN_TONE}] | (?&syllable) | [^\r\n\p{{GCB=Control}}\ud800-\udfff] )
          (?: \u200d | \p{{GCB=SpacingMark}}
            | (?<=\u200d) (?: [{_PERSON}] [{_SKIN_TONE}] | [{_PERSON}] (?! (?&extend) [{_SKIN_TONE}] ) | (?&glue) )
          )*+
          (?: (?: (?<=\u200d) [{_PERSON}] (?&extend) [{_SKIN_TONE}] | (?&extend) ) (?&more) )?
      )
    | \p{{GCB=Prepend}}+                       # before a control character or the end

    (?(DEFINE)
      (?P<extend> (?! [{_SKIN_TONE}] ) \p{{GCB=Extend}} )
      (?P<mark> (?&extend) | \u200d | \p{{GCB=SpacingMark}} )
      (?P<glue> [{_JOINS_AFTER_JOINER}] )
      (?P<syllable>
          \p{{GCB=L}}* (?: \p{{GCB=V}}+ | \p{{GCB=LV}} \p{{GCB=V}}* | \p{{GCB=LVT}} ) \p{{GCB=T}}*
        | \p{{GCB=L}}+ | \p{{GCB=T}}+
      )
      # After a first Extend the splitter grants a skin tone only to the person right before one more Extend.
      (?P<more> (?: (?&mark) | (?<=\u200d) (?: [{_PERSON}] (?&extend) [{_SKIN_TONE}] | [{_PERSON}] | (?&glue) ) )*+ )
    )
    """,
    regex.VERBOSE,
)


def clusters(text: str) -> tuple[str, ...]:
    """The text in pieces that are never parted, in order; joined they are the text."""
    return tuple(found[0] for found in _CLUSTER.finditer(text))
