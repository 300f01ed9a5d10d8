"""What someone wants done: a place, a call, a person, silence; and courtesy."""

WISHES = """
book:
  7 book
  8.5 book_slot
  9.5 how book_slot
  7.5 book eid
  5 need do_it eid
my_booking:
  9 booked !eid
  9.5 view slot
  9.5 view booked
  9.8 mine slot when
  9.5 slot mine view
  9.8 forgot_day
  9 slot when mine
  6 view
  8.6 slot mine
cancel:
  4.8 huy_alone
  10 huy_alone not_coming
  10 huy_alone slot
  10 huy_alone mine
  9.5 cancel
  10 cancel slot
  8.6 not_coming
  10.5 cancel not_coming
reschedule:
  10.4 change_day
  10.6 change_day slot
  10.6 change_day busy
  10.6 not_coming other_when
callback:
  10.9 call_me
  11.5 call_me cannot_read
  9.5 cannot_read
human:
  10 person
  10.2 person meet
opt_out:
  11 stop
opt_in:
  6 start !stop
  12.6 start_again
erase:
  10.8 erase
  11.2 erase data
language:
  11.5 language
thanks:
  3 thanks
greeting:
  2 greeting
menu:
  8 menu
unknown:
  12.5 not_ours
  9.7 other
  13 advert
"""
