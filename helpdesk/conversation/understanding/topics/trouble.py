"""Questions about accounts, SIMs and phones, when something does not go as it should."""

TROUBLE = """
activate:
  9 activate
  10 activate how
  9.5 activate account
  9.5 activate eid
activate_late:
  11 activate late
  11.5 late activate
  11 activate expired
  10 activate no late
no_result:
  10.2 not_come result
  9 did_it not_come
  8.5 not_come
  10 did_it not_come result
  9.5 no>result
forgot_password:
  11 forgot password
  10.6 change password
  7 password
forgot_passcode:
  11 forgot passcode
  10.8 change passcode
  10.5 wrong passcode
  8 passcode
change_number:
  9.5 new_number
  10.5 new_number eid
  10 new_number account
  9.5 change number
  9.5 lost sim
  10 lost number
  9.5 broken sim
new_phone:
  9.5 other_device !cannot_call
  10.5 other_device eid
  10.5 other_device login
  9.5 change phone
  9.5 new phone
chip_scan:
  10.8 scan fails
  9 scan chip
  9 chip
  8.5 scan
  10 chip no
account_locked:
  10 locked account
  10 locked eid
  8.5 locked
  9 login fails
  9 no>login
  9.8 login eid fails
lost_phone:
  10.9 lost_phone
  10 lost phone
  10 lost smartphone
  9.8 lost phone account
wrong_info:
  10.8 wrong details
  9 wrong
  10 wrong card
scam:
  11 asks_secret scam
  10 asks_secret
  9.5 scam
  9 otp
  11 otp scam
  10.5 asks_secret otp
  10.5 asks_secret password
sim_moved:
  12 moved_sim cannot_call
  10.6 moved_sim
  11.5 other_device sim cannot_call
  10 cannot_call
  10.5 cannot_call sim
  10.8 change phone sim cannot_call
free_sim:
  10.2 give_sim
  10.5 free sim
loan_phone:
  11.8 lend !sim
"""
