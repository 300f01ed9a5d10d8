"""Who has a place on a day and says no more than that day: "mai tôi đi nhé", "mai". She comes, and moves or books nothing."""

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.clock import local, local_date
from helpdesk.conversation.engine.turns import Heard, Start
from helpdesk.conversation.leading.her_place.after_booking import COMING, HER_PLACE, LATE
from helpdesk.conversation.leading.her_place.said_to_reminders import REMINDER
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE, PLACE
from helpdesk.conversation.understanding.reading import read

_SAID = (
    "mai mot kia nay hom ngay bua bay thu chu nhat hai ba tu nam sau tuan thang sang trua chieu som"
    " di den len ra toi xuong qua se van dung gio hen chac chan"
    " tui em con chau minh me ong bo ca nha chung i we"
    " da vang u uh ok oke thi la roi nhe nha nghe a ah ne can bo oi vay rua the"
    " tomorrow come coming will be there yes see you on"
)
WORDS = frozenset(_SAID.split())
"""All that such a text is made of, beside numbers: with any other word it says something else."""

NOON = 12


def comes_that_day(said: Said) -> Onward | None:
    """That she is expected then; at the reminder of it, her yes."""
    state = said.state
    reminded = state is not None and (state.flow, said.understood.answer) == (REMINDER, None)
    free = state is None or (state.flow in ASK_WHICH_FROM | {HER_PLACE} and not state.below)
    if not (free or reminded) or said.understood.answer is not None or said.wants_silence:
        return None
    words = said.key.split()
    if not words or not all(word in WORDS or word.isdigit() for word in words):
        return None
    if said.understood.facts.keys() & {PEOPLE, PLACE} or said.text.rstrip().endswith("?"):
        return None
    now = said.scene.now
    reading = read(said.text, today=local_date(now), places=())
    hers = live_bookings_of(said.scene.db, said.scene.contact.id, now=now) if reading.date else []
    if not hers or hers[0].opening.day != reading.date:
        return None
    if reminded:
        return Onward(Heard("choice", 0))
    ends = local(hers[0].opening.ends_at)
    too_late = reading.part_of_day == "afternoon" and (ends.hour, ends.minute) <= (NOON, 0)
    return Onward(Start(COMING, {LATE: True} if too_late else {}), anew=True)
