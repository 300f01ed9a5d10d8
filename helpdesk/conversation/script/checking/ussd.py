"""Whether every text can be told on USSD: on one page, or parted into pages at its lines, sentences and commas.

What is said together is parted in the same places, so each text is looked at alone. That it is GSM-7 is checked for
every wording there is (`check_wording`).
"""

from collections.abc import Iterator, Mapping

from helpdesk.conversation.actions.table import Action
from helpdesk.conversation.rendering.page_keys import page_keys
from helpdesk.conversation.script.checking.budgets import fault_in, languages_begun
from helpdesk.conversation.script.checking.spoken import Longest, all_said
from helpdesk.conversation.script.fault import Fault
from helpdesk.conversation.script.model import Script
from helpdesk.text.segments import septets
from helpdesk.text.ussd_pages import PAGE, plain, room_beside, too_long_to_part


def ussd_faults(script: Script, actions: Mapping[str, Action]) -> Iterator[Fault]:
    """Texts, with every placeholder at its longest, that no page has room for and that cannot be parted."""
    for language in languages_begun(script):
        longest = Longest(script, language, actions)
        more, back = page_keys(script.phrases, language)
        for said in all_said(script):
            whys = {_why(text, more=more, back=back) for text in longest.dialled([said])}
            for why in sorted(whys - {""}):
                yield fault_in(script, longest, said, why)


def _why(text: str, *, more: str, back: str) -> str:
    piece = too_long_to_part(text, more=more, back=back)
    if not piece:
        return ""
    if piece == septets(plain(text)):
        return f"needs {piece} characters on USSD at its longest, {PAGE} fit on a page"
    room = room_beside(more=more, back=back)
    return (
        f"one piece of {piece} characters on USSD at its longest: {room} fit on a page beside the keys that turn it, "
        "and only sentences and what stands between commas can be parted"
    )
