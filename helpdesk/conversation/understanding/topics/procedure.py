"""Questions about the procedure itself."""

PROCEDURE = """
steps:
  8.2 steps
  8.8 steps eid
  8.7 steps do_it
  9 steps book
  8.4 how eid
  8.5 how do_it eid
  7 how do_it
  8 how book
  5.2 how
  3 eid
bring:
  9.5 need bring phone
  9 bring_strong phone
  9.6 bring_strong>what
  9.8 bring_strong what
  9.8 bring_strong papers
  4.8 bring_strong
  7 bring>what
  7.5 bring papers
  8 need papers
  8.5 no>papers can
  9.6 papers what
  9 need household_paper
  9 bring household_paper
  9 household_paper can
  8.5 household_paper
  7 bring card can
  7 bring card what
  6 need what
where:
  9.6 where>do_it
  10.8 instead
  7 where
  8 where do_it
  8 where eid
  8.5 where office
  8 phone_way can
  8 phone_way do_it
  8 phone_way eid
  9 elsewhere_place can
  8.5 elsewhere_place do_it
  9 elsewhere_place where
  7.5 office do_it !when
  8 elsewhere_place eid
hours:
  8 hours
  9 day_off works
  6 day_off works can
  8.5 hours works
  8 day_off can
  9 hours day_off
duration:
  8 how_long
  9 how_long do_it
  9.5 how_long card
  9.8 how_long need
  9 how_long result
  8.5 when result
fee:
  6.5 money can
  8 money
  9 money do_it
  9 money need
  9 money eid
  9 free do_it
eligibility:
  11 foreigner
  11.5 foreigner child
  8.2 who_may
  9.2 who_may eid
  8.5 who_may eid
  8.5 who_may do_it
why:
  8 why
  9.4 why eid
  9 why need
  6 need do_it eid
visit_when:
  9.6 come_village team when
  9 come_village when
  8.5 come_village
  9 team come when
  8.5 team come village
  9.5 team come_village
  9.5 come village when
  8 team when
  7.5 team come
no_card:
  10.8 no_papers
  9.5 no>card
  11 card no>has
  10.5 not_come card
  9.5 no>card do_it
  10 lost card !sim
  9.5 no>household_paper card
card_expired:
  10 expired card
  10 expired card do_it
  7.5 expired
  9.5 expired change card
no_smartphone:
  11 no>smartphone
  9 basic_phone
  10 basic_phone can
  9 no>phone !lost
  8.5 no>app
  10 smartphone need
  9 smartphone do_it
  9.5 basic_phone do_it
sim_own_name:
  9 own_name
  10 own_name sim
  10 own_name number
  10 other_name sim
  10 other_name number
  9 no>own_name
  7 other_name
  10.5 no>own_name sim
shared_number:
  11.5 shared sim
  11.5 shared number
  11.5 shared several_people
  10.8 reuse
  9 shared phone
  9 several_people sim
  10.8 several_people number
  8 shared
child:
  4.6 child
  7.5 child do_it
  8 child eid
  9.5 child can
  9.5 child how
  9.5 child need
  9.9 child who_may
  9.5 child no
  9 child card
elderly_home:
  5.6 elder
  9 at_home elder
  9.6 elder do_it
  9.5 elder can
  10 elder not_coming
  9.5 elder how
  9.8 elder team
  9.5 elder no
  8.5 at_home do_it
  8.5 at_home team
  9.5 at_home come
"""
