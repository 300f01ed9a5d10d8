"""Where a text leads, once it is clear what it means: the readers of it in order, of whom the first that knows it answers."""

from helpdesk.conversation.leading.asked_too import asked_at_once, asked_too
from helpdesk.conversation.leading.at_the_question import (
    asked_back,
    asked_once_more,
    at_a_loss,
    told_beside,
    when_hers_is,
)
from helpdesk.conversation.leading.beginning import begun, step_back
from helpdesk.conversation.leading.her_place.about_her_day import about_her_day
from helpdesk.conversation.leading.her_place.about_waiting import about_waiting
from helpdesk.conversation.leading.her_place.after_booking import comes_instead, of_booked
from helpdesk.conversation.leading.her_place.all_move import all_move
from helpdesk.conversation.leading.her_place.at_the_place import at_the_place
from helpdesk.conversation.leading.her_place.cancels_nothing import cancels_nothing
from helpdesk.conversation.leading.her_place.comes_that_day import comes_that_day
from helpdesk.conversation.leading.her_place.day_called_off import of_a_day_called_off
from helpdesk.conversation.leading.her_place.how_she_is_told import how_she_is_told
from helpdesk.conversation.leading.her_place.moving_there import moving_there
from helpdesk.conversation.leading.her_place.must_she_come import must_she_come, so_be_it
from helpdesk.conversation.leading.her_place.not_hers import not_hers
from helpdesk.conversation.leading.her_place.of_the_dead import somebody_died
from helpdesk.conversation.leading.her_place.one_more import one_more
from helpdesk.conversation.leading.her_place.rather_then import rather_then
from helpdesk.conversation.leading.her_place.said_to_reminders import (
    another_day_then,
    says_she_came,
    to_reminder,
)
from helpdesk.conversation.leading.her_place.same_day import same_day
from helpdesk.conversation.leading.her_place.she_cannot_come import she_cannot_come
from helpdesk.conversation.leading.her_place.some_come import fewer_come, taken_by_some
from helpdesk.conversation.leading.her_place.sooner_or_later import sooner_or_later
from helpdesk.conversation.leading.her_place.taken_back import taken_back
from helpdesk.conversation.leading.her_place.waits_for_us import waits_for_us
from helpdesk.conversation.leading.her_place.why_it_changed import why_it_changed
from helpdesk.conversation.leading.in_doubt import in_doubt
from helpdesk.conversation.leading.matters.about_an_offer import about_an_offer
from helpdesk.conversation.leading.matters.anothers_data import anothers_data
from helpdesk.conversation.leading.matters.beside_a_request import (
    call_asked_after,
    call_taken_back,
    deletion_asked_after,
    more_for_a_request,
    what_the_call_is_about,
)
from helpdesk.conversation.leading.matters.beyond_us import none_of_ours
from helpdesk.conversation.leading.matters.cheated_already import behind_a_theft, cheated_already
from helpdesk.conversation.leading.matters.days_passed import days_passed
from helpdesk.conversation.leading.matters.fraud import given_away, money_asked, never_give, nothing_given
from helpdesk.conversation.leading.matters.her_data import (
    asks_what_is_kept,
    no_wish_to_be_deleted,
    not_deleted,
    not_our_account,
)
from helpdesk.conversation.leading.matters.in_anger import in_anger
from helpdesk.conversation.leading.matters.in_danger import lives_in_danger, still_in_danger
from helpdesk.conversation.leading.matters.kind_word import kind_word
from helpdesk.conversation.leading.matters.named_in_the_steps import named_in_the_steps
from helpdesk.conversation.leading.matters.nearest_place import nearest_place
from helpdesk.conversation.leading.matters.needs_somebody import needs_somebody
from helpdesk.conversation.leading.matters.neighbour_speaks import neighbour_speaks
from helpdesk.conversation.leading.matters.of_a_child import child_without_sim
from helpdesk.conversation.leading.matters.of_a_foreigner import of_a_foreigner
from helpdesk.conversation.leading.matters.of_the_weak import of_the_weak
from helpdesk.conversation.leading.matters.says_her_name import says_her_name
from helpdesk.conversation.leading.matters.stops_nothing import stops_nothing
from helpdesk.conversation.leading.matters.third_time import third_time
from helpdesk.conversation.leading.matters.told_otherwise_again import told_otherwise_again
from helpdesk.conversation.leading.matters.what_a_word_means import what_a_word_means
from helpdesk.conversation.leading.matters.what_now import goes_on, one_by_one, what_now
from helpdesk.conversation.leading.matters.why_not_that_day import why_not_that_day
from helpdesk.conversation.leading.not_all_read import to_half_a_question
from helpdesk.conversation.leading.nothing_asked import (
    cold_day,
    courtesy_left_alone,
    nothing_now,
    number_behind_a_call,
    sent_by_mistake,
    to_nothing_asked,
)
from helpdesk.conversation.leading.on_the_way.any_room import any_room
from helpdesk.conversation.leading.on_the_way.asked_of_a_day import asked_of_a_day
from helpdesk.conversation.leading.on_the_way.day_of_a_list import no_such_day
from helpdesk.conversation.leading.on_the_way.naming_done import all_named
from helpdesk.conversation.leading.on_the_way.still_booking import still_booking
from helpdesk.conversation.leading.said import Onward, Reader, Said
from helpdesk.conversation.leading.said_again import said_again
from helpdesk.conversation.leading.small_questions.reader import small_question
from helpdesk.conversation.leading.taken_up import answered, taken_up
from helpdesk.conversation.leading.turned_aside import aside, turned_aside

READERS: tuple[Reader, ...] = (
    # A life in danger, before all else: no reminder, no booking and no topic is answered by that, and no question asked back.
    lives_in_danger,
    # "Gọi ai", "số mấy" behind an emergency is for no topic, and for no menu.
    still_in_danger,
    # "Tôi đọc mã cho nó rồi" is told what to do, with a day, a name or a sum in it as well, and "giúp tôi với" behind it is the
    # yes to the call: before answers and topics.
    cheated_already,
    behind_a_theft,
    # A yes to what was not shown is none, whatever is asked: before all answers.
    to_half_a_question,
    # What whole sentences say where one certain thing is asked goes before all else: a topic found in their words is chance.
    # "Chưa làm được mức 2 là sao" is answered, before it would only have the question of the booking again.
    why_not_that_day,
    # "Có cần họ đồng ý không" is answered before it would only have the question of the booking again.
    asked_of_a_day,
    # "Đặt hộ họ chưa nhờ" looks like a question about her places.
    asked_back,
    # "Bao lâu" at the offer of a SIM is for whoever rings, and "bố tên Xơn", "ở bản Y Leng" at that of help at home is for whom:
    # nothing is cancelled, booked or looked up by it.
    about_an_offer,
    # "Đến rồi mà không thấy ai" on her day is no thanks for coming, and no rule about results: before reminders and topics.
    at_the_place,
    # "10h tôi tới được không", "mai có làm không" of who has a place are told by its own hours: before `comes_that_day` and topics.
    about_her_day,
    # "Tôi có đến mà" is no day gone by, and no other topic.
    says_she_came,
    # "Thứ 2 tuần sau" behind it is the day of a new booking.
    another_day_then,
    # "Vợ tôi cũng đi" is somebody more, and "vợ tôi đi thứ 6 được không" perhaps: before her own place is moved or given up.
    one_more,
    # "Mai tôi đi nhé" of who has a place tomorrow says that she comes, and no other day; "8h tôi tới" does, and asks for no
    # other hour: before `to_reminder`.
    comes_that_day,
    # "Xe hỏng rồi, đến trễ được không" asks to come late, and does not stay away: before `she_cannot_come`.
    to_reminder,
    # "Khi nào làm lại" and "mưa à" ask about a day that is off; nothing is to be kept there: before `she_cannot_come`.
    of_a_day_called_off,
    # "Ông ấy không đi được" of a neighbour is about nobody of his own: before `she_cannot_come`, and before answers.
    neighbour_speaks,
    # "Sao lại hủy" behind the news that the commune did cancels nothing, and is no question why level 2: before topics.
    why_it_changed,
    # "Thôi", "gọi nhầm" behind our word that she will be rung call that off, and are no word that is let be.
    call_taken_back,
    # "Hỏi chuyện thẻ của chồng đã chết" behind our word that she will be rung is for whoever rings: before who died.
    what_the_call_is_about,
    # "Nhầm số rồi" cancels nobody's place, and is no question about a number: before `she_cannot_come`, and topics.
    not_hers,
    somebody_died,
    # "2 người đi thôi" at a reminder for three is no yes for all.
    fewer_come,
    # "Có chỗ chưa" of who waits is about that, before it is about any room.
    about_waiting,
    # "Thứ 6 còn chỗ không" asks for the days with room, and no names yet: before topics.
    any_room,
    # "À nhầm, đặt đi" books after all what she let be, and "tôi vẫn đi" keeps: before answers that are not understood.
    taken_back,
    # "Tên tôi là Dung" stops no texts, and is no SIM in her name: before all wishes, and before names are added.
    says_her_name,
    # "Không hủy đâu, hỏi thôi" and "tôi tên Huy" are read as cancelling, too, and "hủy thì có bị phạt không" as a fine.
    cancels_nothing,
    # "Mai có phải đi không" asks about her place, and moves or cancels nothing: before whoever cannot come, and topics.
    must_she_come,
    # "Ok" to her place that is shown leaves it so, and is no text that is not understood.
    so_be_it,
    # "Trả máy rồi, nhắc tôi bằng cách nào" asks how she is told, and is about no new phone.
    how_she_is_told,
    # "Tôi không đi được, cho con tôi Hồ Văn D đi thay" gives nothing up: before `she_cannot_come`.
    comes_instead,
    # "Mẹ tôi không đi được" at an offer for three is no no, and "vợ tôi thôi" no yes for all: before answers.
    taken_by_some,
    # "Đợi tôi một lát" changes no day, and "thôi không làm nữa" of who has no place is no weakness: before both, and topics.
    nothing_now,
    # "Cháu ốm không đi được" is read as cancelling, too; what is to become of her place is hers to say.
    she_cannot_come,
    # "Chuyển hết sang thứ 6" of who has two bookings moves both.
    all_move,
    # "Cho Hồ Pót đi cùng ngày với mẹ" names two of hers, and moves one.
    same_day,
    # "Đổi sang bản Tuộc" moves what she has booked, before it is any change of its day.
    moving_there,
    # "Cho tôi đi thứ 6" of who has a place is another day for that, and no place more: before topics.
    rather_then,
    # "Hủy thứ 4 đặt thứ 6" and "lùi lại 1 tuần" move it, too, before one of their words is a topic.
    sooner_or_later,
    # "Sửa tên giúp" is about her booking where she has one, before it is about papers or VNeID.
    of_booked,
    # "Nhắn lại tin lúc nãy" is no wish to have our messages again, and nothing for whoever rings: before requests and topics.
    said_again,
    # "Chiều mai nhé", "bản Tuộc" behind our word that she will be rung are for whoever rings; "bao lâu thì xóa xong" has a
    # date of its own, and "lâu quá" no duration of level 2: before answers to nothing, and topics.
    more_for_a_request,
    deletion_asked_after,
    call_asked_after,
    # "Xong" behind the names is a yes there, or asked again; elsewhere it is nothing.
    all_named,
    # "Xóa là gì" is no wish to be deleted, and "có ai giữ tên tôi" no yes: before answers and topics.
    asks_what_is_kept,
    # "Đừng xóa thông tin của tôi" is no wish to be deleted, "tôi không muốn ngừng nhắn tin" none to stop: before topics.
    not_deleted,
    stops_nothing,
    # "Xóa tài khoản VNeID" would delete what is kept here, and her place with it: before topics.
    not_our_account,
    # "Tôi lỡ đọc rồi" answers our question in words of her own, and is not asked again; a photo that "they" want is no new
    # case: before what nobody should send, and before topics.
    given_away,
    # "Tôi chưa bấm" behind the warning is well, and no text that is not understood.
    nothing_given,
    never_give,
    money_asked,
    # "Đi hai lần rồi không ai làm" is anger, and no case of who cannot walk: before topics.
    in_anger,
    # "OTP là gì" is no forgotten passcode, and "số 1 là số chi" no answer to nothing: before answers and topics.
    what_a_word_means,
    # "Vợ tôi người Lào làm ở đâu" is sent to no commune police, and "phòng đó ở đâu" behind it neither: before topics.
    of_a_foreigner,
    # "Bà không đi được" in the steps is no "no", and "cha tôi mù hai mắt" no menu: before answers and topics.
    of_the_weak,
    # "Tốt lắm" and a thumb that points up ask for nothing: before topics.
    kind_word,
    # "Còn phải chờ bao lâu" is said of her own place, and no general rule; a reminder of it is its answer.
    waits_for_us,
    # "Vân tay mờ", "tờ khai lấy ở đâu" have an answer of their own, and "ở đâu", "vợ tôi thì sao" ask about what was just
    # told: before `what_now`, and topics.
    small_question,
    # "Ở Cà Roòng 1 thì gần nhất ở đâu" asks for the visits there, and for no rule where.
    nearest_place,
    # "Cháu không có SIM" of a child needs none: before topics.
    child_without_sim,
    # "Thôi không nhờ ông ấy nữa" cancels nothing, and stops no texts: before topics.
    told_otherwise_again,
    # "Tiếp" where a person is offered goes on with what lies under that; "cho cả tôi và con" is no answer for one of them.
    goes_on,
    one_by_one,
    # "Giờ làm sao" is no question about hours, and "phải làm sao" at a question none for the steps: before topics.
    what_now,
    # "10 ngày rồi" behind the rule how long it takes says that it is late.
    days_passed,
    # "Xóa thông tin của Hồ Văn A" from another phone deletes nothing here: before topics.
    anothers_data,
    # "Đổi sổ đỏ" is no day to be changed and "mật khẩu abc" no answer: before days, answers to nothing and topics.
    none_of_ours,
    # "31/2" where days are listed is told to be none, before it counts as not understood.
    no_such_day,
    # Where nothing is asked, "thứ 6", "0912…" and "1" mean something only by themselves: the day, which is kept, and the phone
    # to be rung before the number.
    cold_day,
    number_behind_a_call,
    sent_by_mistake,
    to_nothing_asked,
    # "Tôi không biết gì hết" and "ai chỉ giúp" need a person, and no list again: before what is not understood.
    needs_somebody,
    # "Là sao" where officials are asked, or names, is no question for them and nobody.
    at_a_loss,
    # What answers the open question does, whatever the topic of its words may be.
    answered,
    step_back,
    # "Mai tôi trả lời" and "tôi muốn đặt chỗ" in the middle of a booking are no texts that were not understood.
    asked_once_more,
    # "Ở đâu", "mấy giờ" and "quên mã" of who has a place are told by that, before a general rule, and before it is asked what
    # is meant.
    when_hers_is,
    # "Hồ Văn A 1985" in the steps books, before it counts as not understood.
    named_in_the_steps,
    # Where each question of a text is clear, none of them is asked about.
    asked_at_once,
    # Behind here there is one clear topic.
    in_doubt,
    # Before the flow that cancels, which would drop what she books.
    still_booking,
    # Behind all answers, before the question whether she wants all deleted.
    no_wish_to_be_deleted,
    # Silence before anything is said about a topic: "cảm ơn" twice, or of who wants no texts.
    courtesy_left_alone,
    # Told by the open question, before a flow about all bookings and hours begins.
    told_beside,
    # Two questions in one text, before either alone would be answered.
    asked_too,
    # Before the same answer would be told a third time.
    third_time,
    # Both keep what is open: an answer that comes back by itself, before a flow with questions of its own.
    aside,
    turned_aside,
    # "Đặt" under which a booking waits goes on with that, before a new one begins.
    taken_up,
    # Everything else begins what was asked for; it always answers.
    begun,
)
"""In the order in which they are asked, each with the reason of its place."""


def onward(said: Said) -> Onward:
    """What the engine is told: by the first of READERS that knows what this is."""
    return next(told for reader in READERS if (told := reader(said)) is not None)
