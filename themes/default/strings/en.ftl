### Every message of the interface, in English. A school's own texts are in its content folder.
###
### A school's file `theme/strings/XX.ftl` replaces single messages or adds a language. Messages that it leaves out
### are shown in English. Syntax: Fluent (https://projectfluent.org/fluent/guide/).
###
### Every message can use the school's words for people: $pupil, $pupils, $parents, $staff, $employers, $group and
### $groups; and with a capital: $Pupil, $Pupils and so on. Other variables of a message are those in its English
### text, and those in comment lines above it that begin with the variable's name.

## Words for people, used unless the school sets its own.

# $word: the English word for this kind of institution, with hyphens: pupil, student or learner
word_pupil = { $name }
# $word: pupils, students or learners
word_pupils = { $name }
# $word: parents-and-carers
word_parents = { $name }
# $word: staff or college-staff
word_staff = { $name }
word_employers = employers
# $word: year-group, pathway or course-area
word_group = { $name }
# $word: year-groups, pathways or course-areas
word_groups = { $name }
# $word: learning-area
word_area = { $name }
# $word: learning-areas
word_areas = { $name }
word_careers_advisers = careers advisers
word_governors = governors
word_alumni = alumni
word_providers = colleges and training providers
word_careers_hub = the careers hub

## Words of the content format. $name is the word in English.

# $kind: the word in school.yaml, such as academy
kind = { $name }
# $role: the word in team.yaml, such as careers-leader
role = { $name }
# $backer: the word in programme.md, such as governors
backer = { $name }
# $kind: the word in an event, such as work-experience
event_kind = { $kind ->
    [evening] Evening event
   *[other] { $name }
}
# $kind: the word in an activity, such as tutor-time
activity_kind = { $name }
# $kind: the word in an event, such as training-provider
provider_kind = { $name }
# $kind: the word in offers.yaml, such as mock-interviews
offer_kind = { $name }
# $status: proposed or cancelled
status = { $name }

## Days and times

weekday_monday = Monday
weekday_tuesday = Tuesday
weekday_wednesday = Wednesday
weekday_thursday = Thursday
weekday_friday = Friday
weekday_saturday = Saturday
weekday_sunday = Sunday
weekday_short_monday = Mon
weekday_short_tuesday = Tue
weekday_short_wednesday = Wed
weekday_short_thursday = Thu
weekday_short_friday = Fri
weekday_short_saturday = Sat
weekday_short_sunday = Sun
month_january = January
month_february = February
month_march = March
month_april = April
month_may = May
month_june = June
month_july = July
month_august = August
month_september = September
month_october = October
month_november = November
month_december = December
month_short_january = Jan
month_short_february = Feb
month_short_march = Mar
month_short_april = Apr
month_short_may = May
month_short_june = Jun
month_short_july = Jul
month_short_august = Aug
month_short_september = Sep
month_short_october = Oct
month_short_november = Nov
month_short_december = Dec
# $Weekday: the weekday with a capital
date_long = { $weekday } { $day }{ "\u00A0" }{ $month } { $year }
date_plain = { $day }{ "\u00A0" }{ $month } { $year }
date_range = { $from } to { $to }
month_of_year = { $month } { $year }
# $hour24: the hour from 0 to 23
time_am = { $hour }am
# $hour24: the hour from 0 to 23
time_am_minutes = { $hour }:{ $minute }am
time_noon = noon
# $hour24: the hour from 0 to 23
time_pm = { $hour }pm
# $hour24: the hour from 0 to 23
time_pm_minutes = { $hour }:{ $minute }pm
time_range = { $from } to { $to }
all_year = All year
date_to_come = date to come
dates_to_come = Dates to come
often_daily = daily
often_weekly = weekly
often_fortnightly = fortnightly
often_monthly = monthly
often_half_termly = once every half term
# The word that a term's name contains, in lower case. A name without it is put into term_named.
term_word = term
term_named = { $name } term
term_first_half = { $term }, first half
term_second_half = { $term }, second half
repeat_weekly = Every { $days }
repeat_fortnightly = Every other { $days }
repeat_monthly_first = The first { $days } of the month
repeat_monthly_second = The second { $days } of the month
repeat_monthly_third = The third { $days } of the month
repeat_monthly_fourth = The fourth { $days } of the month
repeat_monthly_last = The last { $days } of the month
repeat_school_day = school day
repeat_in_term = { $pattern } in term time
repeat_within = { $pattern }, { $when }
half_term = Half term
holidays = Holidays
closed = Closed
term_begins = { $term } begins
term_ends = { $term } ends

## Lists, numbers and groups

# $begins: what the last item begins with: vowel, or other
list_and = { $rest } and { $last }
and = and
list_comma = { ", " }
full_stop = .
facts_joined = { $first }, { $second }
list_semicolon = { "; " }
percent = { $number }%
share_of = { $count } of { $all } ({ $percent }%)
all_groups = all { $groups }
group_range = { $first } to { $last }
groups_then = { $whom } in { $year }
groups_then_and_now = { $whom } in { $year }, now { $now }

## Titles of pages, and a line about each for search engines

careers_at = Careers at { $school }
careers_home = Careers home
careers_year = Careers { $year }
desc_home = The careers programme at { $school }.
careers_for = Careers for { $audience }
desc_audience = Careers dates, activities and contacts for { $audience } at { $school }.
group_for = { $name } for { $audience }
group_at = { $title } at { $school }
page_staff_year = What staff do each term
desc_staff_year = What staff do in the careers programme each term at { $school }.
page_matrix = Programme grid: benchmarks by { $group }
desc_matrix = Which activities meet each benchmark, for whom and when, at { $school }.
page_subjects = Subjects and careers
desc_subjects = How each subject links to careers at { $school }.
page_programme = The careers programme
desc_programme = The careers programme { $year } at { $school }.
page_by_term = The programme by term
desc_by_term = What happens in each term at { $school }.
page_by_benchmark = The programme by benchmark
desc_by_benchmark = What we do for each of the eight Gatsby Benchmarks at { $school }.
page_by_area = The programme by { $area }
desc_by_area = What is planned for each { $area } at { $school }.
page_outcomes = Learning outcomes
desc_outcomes = What { $pupils } learn to do in each { $group } at { $school }.
page_events = Events
desc_events = Upcoming careers events at { $school }.
page_past_events = Past events
desc_past_events = Past careers events at { $school }.
page_past_year = Programme { $year } (past)
desc_past_year = What took place in the careers programme { $year } at { $school }.
past_year_over = { $year } is over. This page shows what took place.
past_year_now = The programme of { $year }
past_year_empty = No events are listed for this year.
earlier_years = Earlier years
who_took_part = Who took part in { $year }
desc_event = { $title }, { $day }.
desc_moved_event = This page has moved: { $title }.
page_has_moved = This page has moved
page_subscribe = Add dates to your calendar
desc_subscribe = Careers calendars at { $school }, to subscribe to, download or print.
page_planner = Calendar for { $audience }, { $year }
desc_planner = A careers calendar for { $audience } at { $school }, to print.
page_evaluation = Evaluation
desc_evaluation = How we evaluate the careers programme at { $school }.
page_benchmarks = Benchmark results
desc_benchmarks = Gatsby Benchmark results at { $school }.
page_feedback = Your feedback and what we did
desc_feedback = What each group said about the careers programme at { $school }, and what we did.
page_destinations = Destinations
desc_destinations = Where { $school } leavers went next.
page_team = The careers team
desc_team = Who runs the careers programme at { $school }.
page_guidance = Personal guidance
desc_guidance = Personal careers guidance at { $school }.
page_employers_year = The year for { $employers }
desc_employers_year = How { $employers } take part each term at { $school }.
page_provider_access = Provider access
desc_provider_access = How education and training providers can meet our { $pupils } at { $school }.
desc_text = { $title } at { $school }.
page_policies = Policies
desc_policies = Careers policies at { $school }.
page_evidence = Evidence
desc_evidence = What the law and Benchmark 1 ask of a careers website, and where to find it, at { $school }.
page_accessibility = Accessibility statement
desc_accessibility = How accessible the careers website is at { $school }.
page_search = Search
desc_search = Search the careers pages of { $school }.
page_not_found = Page not found
desc_not_found = This page does not exist.
not_found_lead = There is no page at this address. It may have moved, or the link may be wrong.
page_a_to_z = A to Z of all pages
desc_a_to_z = Every page of this site.
letters = Letters

## Every page

skip_to_main = Skip to main content
find_your_way = Choose who you are
for_everybody = For everyone
you_are_here = You are here
on_this_page = On this page
menu = Menu
menu_programme = Programme
menu_team = Team
card_alt = { $school }: careers programme
card_line = Careers programme
news_for = News for { $audience }
look_further = Find out more
read_more = Read more
on_paper = Print a copy
what = What
# Of an event.
event_type = Type
when = When
where = Where
who_for = For
who_with = With
catch_up = If you miss it
last = Last
next = Next
source = Source
for_audience = For { $audience }
for_whom = For { $whom }.
with_whom = With { $whom }.

## The footer

help_and_contact = Help and contact
main_website = { $school } website
more_on_site = More on this site
foot_calendar = Add dates to your calendar
foot_data = The programme as open data
foot_review = Next review due: { $day }.
foot_review_by = Next review due: { $day } ({ $who }).
foot_updated_too = Last updated: { $day }.
foot_updated = Last updated: { $day }.
kind_of_institution = Type of school or college
reference_urn = URN
reference_trust = Trust
reference_authority = Local authority
reference_hub = Careers hub
as_of = Page generated on { $day }.

## The home page

promise_pupils = What you will do this term, by { $group }.
promise_pupils_plain = What you will do, by { $group }.
promise_parents = Upcoming choices and dates, and how you can help, by { $group }.
promise_parents_plain = What your child will do, by { $group }.
promise_staff = The whole programme, and your part in it.
promise_employers = How to meet our { $pupils }, and when we need you.
promise_employers_plain = How to meet our { $pupils }.
coming_up = Coming up
all_events = All events
get_dates_own = Add these dates to your calendar
our_programme = Our programme
programme_one_page = The whole programme on one page, to read or print
who_leads = Who leads the programme
whole_team = See the whole team
next_review = Next review
review_on = The information on this site: next review due { $day }.
who_sees_to_it = Responsible: { $who }.
last_updated = Last updated
about_school = About { $school }
programme_review = The programme itself: next review due { $day }.
awards = Awards
until = Until { $day }
about_the = About the { $name }
who_backs_it = Who supports the programme
backing_since = Supporting the programme since { $day }

## Pages of pupils, parents and carers

find_your = Find your { $group }
next_date = Next date
next_for_you = Next for you
what_you_told_us = Your feedback and what we did
theme = Theme
year_begins = This is the programme for { $year }. It begins on { $day }.
# $count: how many dates are still to come
year_ended = { $count ->
    [0] The { $year } programme has ended.
   *[other] The { $year } programme has ended, except for the dates that are still to come.
}
preparing_year = We are preparing the programme for { $year }.
preparing_next_year = We are preparing the next one.
now_and_next = Now and next
over_this_term = Earlier this term
programme_by_group = The programme by { $group }
later_dates = Later dates
# $count: how many events
event_count = { $count ->
    [one] 1 event
   *[other] { $count } events
}
your_year = Your year
by_end_of_year = By the end of the year
from_careers_team = From the careers team
you_choose = Your choices this year
choices_and_dates = Choices and dates
choices_this_year = Choices and dates this year
next_dates_for_you = Next dates for you
your_part_in_programme = Your part in the programme
find_childs = Find your child’s { $group }
# $count: how many activities
activity_count = { $count ->
    [one] 1 activity
   *[other] { $count } activities
}
programme_to_print = The whole programme on one page, to read or print
how_you_can_help = How you can help
dates_for_you = You’re invited
planned_open = Other events you can come to
what_your_child_does = What your child does, term by term
child_can_say = By the end of the year, your child should be able to say
group_in_programme = { $name } in the whole programme

## Pages of staff

term_your_part = { $term }: what you need to do
your_part = What you need to do
dates_with_part = Dates you are involved in
events_with_part = Events you are involved in
programme_in_full = The full programme
key_question = Key question
group_in_full = See the full programme: { $name }
led_by = Led by
materials = Materials
with_partners = with { $who }
led_by_whom = led by { $who }
parents_are_invited = { $parents } are invited
resources = Resources
resource_place = Where: { $place }.
resource_owner = Managed by { $who }.
aims = Our aims
in_development_plan = In our development plan
time_and_budget = Time and budget
in_objectives = In the objectives of { $staff }
# $benchmark: its number
# $year: the name of a group
matrix_cell = Benchmark { $benchmark }, { $year }
nothing_yet = Nothing yet
matrix_lead = What is planned for each benchmark and { $group }, and in which term. Benchmark 1 is the programme itself.
proposed_mark = (proposed)
what_benchmarks_mean = What each benchmark means, and what we do for it
subject = Subject
subjects_lead = How each subject links to careers, by { $group }.
outcomes_lead = What { $pupils } know and can do by the end of each year, and how it grows.
other_outcomes = Other outcomes
not_taught = Not taught
subjects = Subjects

## Pages of employers and providers

dates_that_need_you = When we need your help
ways_to_take_part = Ways to take part
offer_this = Offer this
# $school: the name of the school
# $offer: the way to take part
offer_subject = Careers at { $school }: { $offer }
whom_to_talk_to = Who to contact
planned_looking = Activities that still need people
colleges_and_providers = Colleges and training providers
provider_statement = Provider access statement, and how to ask for a visit
in_the_diary = Other dates
what_each_needs = What each { $group } needs
how_we_meet_duty = How we meet the duty
when_we_say_yes = When we say yes
when_we_may_say_no = When we may say no
rooms_and_equipment = Rooms and equipment
safeguarding = Safeguarding
complaints = Complaints
how_to_ask = How to ask
who_came_before = Providers who have visited
approval = Approval
when_providers_come = When providers can visit
duty_by_phase = The legal duty in each phase
provider_by_phase = Provider access in each phase
past_encounters = Last year, in Year { $then }, { $pupils } who are now in Year { $now } had:
everyone_in_phase = Everyone in the phase takes part
encounters_of = Encounters: { $phase }
encounter = Encounter
provider = Provider
over_brackets = (past)

## Time in workplaces

page_workplaces = Time in workplaces
desc_workplaces = How many hours { $pupils } spend in workplaces at { $school }.
workplaces_lead = How many hours each { $pupil } spends in workplaces: this year so far, and still planned.
workplaces_source = What guidance asks for
workplaces_added = Each total adds up this year’s plan for every year group.
workplaces_by_end_of = By the end of Year { $year }: { $hours } of { $target } hours
# $hours: such as “25 hours”
workplaces_by_end = By the end of Year { $year }: { $hours }
# $name: the group; $hours: such as “6 hours”; $earlier: such as “3 hours in 2025-26”
workplaces_cohort = { $Pupils } who are in { $name } now will have had { $hours } by the end of Year { $year }. They had { $earlier }.
workplaces_in_year = { $hours } in { $year }
workplaces_no_target = We know of no number of hours that guidance sets for us, so there is no total to reach.
workplaces_shared = { $Pupils } are at another school for part of this time, so there is no total for our years alone.
years_to = Years { $first } to { $last }
years_and = Years { $first } and { $last }
year_number = Year { $year }
# $count: 1 for exactly one hour, otherwise 2; $number: the hours, which may have decimals
hours_count = { $count ->
    [one] { $number } hour
   *[other] { $number } hours
}
hours_of = { $hours } of { $target }
hours_each_time = { $hours } each time
hours_so_far = Hours so far
hours_planned = Hours still planned
hours_by_end = Hours by the end
hours_short = Hours missing
# $mode: the word in an activity or event; $name: the word in English
workplace_mode = { $mode ->
    [blended] Partly virtual
   *[other] { $name }
}
not_for_everyone = Not for everyone, so not counted
only_proposed = Only proposed, so not counted
hours_not_given = Hours not given yet

## The programme

how_to_get_at = How to get this information
planned = Planned
# $count: how many they are
key_stages = { $count ->
    [one] Key stage { $numbers }
   *[other] Key stages { $numbers }
}
dates = Dates
over_mark = Past
skills = Skills
wanted = We need
parents_invited = { $Parents } are invited.
what_we_do_each = What we do for each benchmark.
where_published = Where the benchmarks are published
what_benchmark_asks = What benchmark { $number } asks for
where_benchmark_published = Where benchmark { $number } is published
# $count: how many there are
benchmarks_label = { $count ->
    [one] Benchmark
   *[other] Benchmarks
}

## Encounters and the sheets that are printed of them

to_print = To print
page_encounters = Encounters and their sheets
desc_encounters = What makes encounters with employers and providers meaningful at { $school }, and sheets to print.
encounters_lead = The benchmarks ask that encounters with { $employers }, workplaces and providers are meaningful.
encounters_described = Described in full, with purpose, learning, task, feedback and the rest: { $count } of { $all } encounters.
is_described = Planned
desc_sheet = A page to print for { $title }, { $day }.
sheet_for_pupils = Sheet for { $pupils }
sheet_for_employers = Brief for { $employers }
sheet_for_providers = Brief for providers
sheet_for_staff = Note for { $staff }
sheet_title = { $sheet }: { $title }
sheet_link = { $sheet } (1 page)
sheet_your_name = Name
sheet_purpose = What it is for
sheet_outcomes = What { $pupils } learn
sheet_tick = Tick what you know or can do now
sheet_before = Before
sheet_questions = Questions I want to ask
sheet_during = While you are there
sheet_you_meet = You meet
sheet_they_meet = { $Pupils } meet
sheet_task = Task
sheet_feedback = Feedback
sheet_talk = Talking with each other
sheet_found_out = What I found out
sheet_after = Afterwards
sheet_we_ask = What we ask of you
sheet_law = What the law asks you to cover
sheet_they_prepare = How { $pupils } prepare
sheet_they_look_back = What { $pupils } answer afterwards
sheet_arrival = When you arrive
sheet_record = What to record
sheet_record_who = Write down who took part and who was away.
sheet_away = For those who were away
sheet_what_happened = Tick what happened
provider_covers_provider = Who you are, and the technical courses or apprenticeships you offer
provider_covers_careers = The careers they can lead to
provider_covers_learning = What learning or training with you is like
provider_covers_questions = Answers to { $pupils }’ questions
# What an encounter is asked for.
test_purpose = Purpose
test_outcomes = Learning
test_two_way = Talking together
test_people = Range of people
test_task = Task
test_feedback = Feedback
test_reflection = Looking back

## Events and calendars

date_to_confirm = Date to be confirmed
cancelled_mark = Cancelled
event_is_cancelled = This event is cancelled.
event_is_over = This event has taken place.
it_is_cancelled = Why
events_to_come = Upcoming events
no_past_events = There are no past events.
no_dates = There are no dates at the moment.
open_to = Open to { $who }
everyone_takes_part = Everyone in these groups takes part.
serves = Benchmarks
belongs_to_areas = { $Areas }
what_people_said = What people said about it
all_dates = All { $count } dates
book_a_place = Book a place
join_online = Join online
more_about_it = More about it
add_to_calendar = Add to your calendar
tag_invited = You’re invited
tag_child_goes = Your child goes
tag_optional = Optional
can_you_help = Can you help?
answer_by = Please reply by { $day }.
how_employers_take_part = How { $employers } take part
get_these_dates = Add these dates to your calendar
print_as_calendar = Print as a calendar
planner_lead = { $school }, as of { $day }. One term to a page, to print on A4.
planner_as_of = { $title }, { $school }, as of { $day }
week_by_week = { $term }, week by week
week_of = Week of
every_week = Every week
in_the_holidays = In the holidays
calendar_all = All events
calendar_one = One event
calendar_group_for = { $name }, for { $audience }
calendar_name = { $school } careers: { $title }
calendar_about = { $title }, from the careers programme of { $school }.
category_careers = Careers
category_year = School year
key_dates_name = { $school } term dates and careers deadlines
key_dates = Term dates, holidays and deadlines
key_dates_short = Term dates and deadlines
cancelled_title = Cancelled: { $title }
with_date_to_confirm = { $text } (date to be confirmed)
with_term_dates_to_confirm = { $text } (term dates to be confirmed)
feed_title = Careers at { $school }: news for { $audience }
news_title = { $title }: { $when }
news_cancelled = Cancelled: { $title }, { $when }

## Search, and the filter for events

# $number: the number, filled in by scripts
pages_found = { $count ->
    [one] { $number } page found for “{ $q }”.
   *[other] { $number } pages found for “{ $q }”.
}
nothing_found = Nothing found for “{ $q }”. Try different or fewer words, or use the A to Z.
search_all_for = Search this site
search_unscripted = Search needs JavaScript, which is switched off in your browser. Use the A to Z of pages instead.
search_close = No exact matches. Similar results:
search_failed = Search is not working at the moment. Use the A to Z of pages instead.
# $count: how many are shown
# $number: the number, filled in by scripts
events_shown = Showing { $number } of { $all } events.
no_event_shown = None of the { $all } events match your choices.
show_fewer = Filter events
show_all = Show all
everybody = everyone
the_group = { $Group }
all_events_for_you = All events for you

## Getting the dates

subscribe_lead = Subscribe once to add careers dates to your calendar. If we move or cancel something, your calendar updates automatically.
download_lead = Download careers dates to your calendar, or print them.
set_all = All events, or only those for you
set_for = For { $audience }, by { $group }
set_everybody = For everyone, by { $group }
print_for = Calendar to print for { $audience }
subscribe = Subscribe
calendar = Calendar
download = Download
iphone = iPhone, iPad and Mac
iphone_1 = Choose a calendar here and tap Subscribe.
iphone_2 = Tap Subscribe again when you are asked, then Done.
android = Android and Google Calendar
android_1 = Choose a calendar here and tap Google. It is easiest on a computer.
android_2 = Sign in if you are asked, and choose Add.
android_3 = Your phone shows it too. If it does not: open the Calendar app, then Settings, tap the new calendar and turn Sync on.
android_4 = Google looks for changes about once a day.
outlook_1 = Copy the address below the calendar’s name. It ends in .ics.
outlook_2 = In Outlook’s calendar choose Add calendar, then Subscribe from web.
outlook_3 = Paste the address, give it a name and choose Import.
calendar_address = Address to copy
any_calendar = Any other calendar
any_calendar_1 = Look for “subscribe”, “from the web” or “by URL”, and paste the address.
any_calendar_2 = A file that you download does not update when we change a date. Nobody is told that you subscribe.
how_it_works = How it works
download_1 = Choose a calendar here and tap Download.
download_2 = Open the file. Your phone or computer offers to add the dates.
download_3 = A file that you download does not update when we change a date. Check back for changes: download it again and your calendar will update.
news = News
news_how = A feed reader tells you when a date is new, has moved or is cancelled. Paste one of these addresses into it.

## People and guidance

who_else = Who else can help
who_backs_programme = Who supports the programme
who_answers_to_whom = Who answers to whom
those_below_answer = Under each name are those who answer to that person.
time_for_careers = Time for careers
responsible_for = Responsible for
looks_after = Responsible for { $whom }
ask_about = Ask about
book_time_with = Book a meeting with { $name }
what_you_can_expect = What you can expect
good_to_know = Good to know
how_to_get_meeting = How to get a meeting
open_booking = Open the booking page
without_booking = Without booking
meeting_length = How long it takes
your_adviser = Your adviser
talk_to_adviser = Talk to an adviser
to_book = To book
how_guidance_works = How personal guidance works

## Texts

approved_by = Approved by { $who }.
films = Films
film_signed = in British Sign Language
transcript = What is said and shown in “{ $title }”
approved_on = Approved: { $day }.
approved_by_on = Approved by { $who }, { $day }.
next_review_on = Next review: { $day }.
task_done = Done:
task_to_do = To do:
note_back = Back to note { $number }

## The accessibility statement

acc_lead = This accessibility statement applies to the careers website of { $school }.
acc_lead_at = This accessibility statement applies to the careers website of { $school }, { $address }.
acc_run_by = This website is run by { $school }. We want as many people as possible to be able to use it.
acc_lets = You should be able to:
acc_how = How accessible this website is
acc_committed = { $school } is committed to making its website accessible, in accordance with the { $law }.
acc_is_full = This website is fully compliant
acc_is_partial = This website is partially compliant
acc_is_not = This website is not compliant
acc_is_unknown = We have not yet assessed how far this website complies
acc_full = { $claim } with the { $standard }. { $who } confirmed this on { $day }.
acc_claim = { $claim } with the { $standard }.
acc_claim_due = { $claim } with the { $standard }, due to the problems listed below.
acc_unknown = { $claim } with the { $standard }, the standard that it must meet.
acc_listed_below = The problems are listed below.
acc_problems = What does not work
acc_problems_small = what does not work
acc_not_yet = Not fixed yet
acc_burden = Disproportionate burden
acc_burden_found = We have assessed the cost of fixing this and believe it would be a disproportionate burden.
acc_burden_by_law = We have assessed the cost of fixing this and believe it would be a disproportionate burden within the meaning of the accessibility regulations.
acc_out_of_scope = Not within the scope of the accessibility regulations
acc_found_when_built = Found when this website was built
in_its_place = What you can use instead
mended_by = To be fixed by
criterion_level = { $id } { $name } (level { $level })
tell_us_problem = Report a problem
acc_tell_lead = If you find something that does not work for you, or need what is here in another form, such as large print, easy read or on paper:
please_use_contact = Please use the contact under { $link }.
help_and_contact_small = help and contact
acc_when_answer = When we will reply
acc_enforcement = Enforcement procedure
acc_enforcer = The { $enforcer } is responsible for enforcing the { $law } (the “accessibility regulations”). If you are not happy with how we respond to your complaint, contact the { $advice }.
acc_tested = How this website was tested
acc_by_us = Our own checks
checked_on = Checked on { $day }.
checked_by = Checked by { $who }.
checked_on_by = Checked on { $day } by { $who }.
acc_no_person = Nobody has checked this website by hand yet.
acc_by_program = Automated checks
acc_program = On { $day }, software checked every text and document for anything that breaks these rules:
acc_program_found = What it found is listed under { $link }.
acc_program_clean = It found nothing that fails the standard. Automated checks find only some problems.
acc_by_makers = Checks by the makers of the design
acc_makers = These pages use the Fingerpost { $version } design. Its makers test it in { $browser }, with { $checker } and tests of their own, on three made-up sites:
acc_makers_not = They have not tested it:
acc_own_design = We have changed parts of the design, so what its makers tested may not apply here.
acc_untested = What we have not tested, and software cannot tell
acc_prepared = Preparation of this statement
acc_prepared_on = This statement was prepared on { $day }.
acc_last_tested = The website was last tested on { $day }.
acc_reviewed_by = The statement is next reviewed by { $day }.
acc_found_of = Automated results are from { $day }, when the website was last built.
untested_pictures = Whether texts for pictures say what matters about them, and whether pages make sense when they are read aloud.
untested_films = Whether films on other websites that we link to have captions and descriptions.
untested_documents = Whether everyone who needs the documents to download can use them.
looks_no_alt_text = Each picture has a text that says what it shows.
looks_alt_text = Those texts are more than the name of a file.
looks_heading_order = Headings follow one another without gaps.
looks_bold_heading = Headings are marked as headings, and not only bold.
looks_link_text = The words of a link say where it leads.
looks_same_link_text = Links with the same words lead to the same place.
looks_table_heads = The columns and rows of tables have headings.
looks_capitals = No passage is written in capital letters.
looks_colour_contrast = Letters in our colour have a contrast of 7 to 1 or more.
looks_document_only = What is in a document is also on a page.
looks_document_untagged = PDF documents have tags, a title and a language.
looks_reading_age = Texts are easy to read.
looks_other_language = Passages in other languages are marked, so that they are read out with the right voice.
looks_language_tag = Languages have names that screen readers know.
looks_film_transcript = Films have a transcript, or are signed on a page that says the same.
looks_fancy_text = Letters are not replaced by look-alike symbols.
looks_colour_or_place = Nothing is named only by its colour, or by its place on the page.
found_no_alt_text = Pictures have no text that says what they show
found_bold_heading = Bold lines are used as headings
found_link_text = The words of links do not say where they lead
found_table_heads = Tables have columns without headings
found_document_untagged = Documents are hard to use with a screen reader, because they lack tags, a title or a language
found_other_language = Passages in other languages are not marked
found_language_tag = Languages have names that screen readers do not know
found_colour_or_place = Things are named only by their colour or by their place on the page

## Texts in other languages

other_languages = This page in other languages
in_other_languages = In other languages
read_this_in = Read this in:
by_machine = This page was translated by a machine.
by_machine_why = It may have mistakes. If the two differ, { $original } applies.
the_original = the original
original_newer = The original is newer.
original_changed = { $original } was changed on { $day }, after this translation was made.
# $own: the name of the language in that language
translation_of = This is { $original } in { $language }.
machine_translated = Translated by a machine.
machine_translated_on = Translated by a machine on { $day }.
translated_by = Translated by { $who }.
translated_by_on = Translated by { $who } on { $day }.
translated_on = Translated on { $day }.
translation_checked_by = Checked by { $who }.
# $own: the name of the language in that language
desc_translation = { $title }, in { $language } at { $school }.

## Evaluation

about_benchmarks = How the programme measures up to the eight Gatsby Benchmarks.
about_feedback = What each group told us, and what we did.
about_destinations = Where our leavers went.
last_evaluated_on = Last evaluation of the whole programme: { $day }.
results = Results
how_we_measure = How we measure impact
feedback_plan = The feedback plan
who_is_asked = Who is asked, how and when
who_answers = Who answers
was_due_on = Was due: { $day }
you_said_we_did = You said, we did
we_found_we_did = What we found, and what we did
said_by = { $who } said
we_found = We found
we_did = We did
our_answer = Our answer
done_on = Done: { $day }.
due_on = Due: { $day }.
late_due_on = Overdue. It was due: { $day }.
owner = Owner: { $who }.
all_answers = All answers
all_results = All results
all_results_more = All results ({ $count } more)
tell_us = Have your say: { $what }
next_on = Next survey: { $day }

## Feedback and destinations

about_groups = About { $whom }
about_event = About: { $title }
answered = { $count } answered
answered_of = { $count } of { $all } answered ({ $percent }%)
answered_share = { $percent }% answered
answered_share_of = { $percent }% of { $all } answered
answered_not_stated = how many answered: not stated
answered_withheld = how many answered: not published
withheld_few = We do not publish figures where fewer than { $number } people answered, so that nobody can be identified.
withheld_overlap = We do not publish figures here because, combined with other figures, they could identify people.
withheld_small = We do not publish figures here because some are so small that they could identify people.
withheld = not published
percent_positive = { $percent }% positive
several_possible = People could choose several answers
answer = Answer
people = People
share = Share
share_not_positive = { $share } not positive
share_negative = { $share } negative
share_positive = { $share } positive
bar_words = { $question } – { $people } people answered. { $answers }.
answer_count = { $answer }: { $count }
most_common = Most common: { $what } ({ $percent })
leavers_of = { $who } leavers, { $year }
table_of = { $who }: { $table }
leavers = Leavers
where_to = Where to
basis_intended = What leavers said they would do.
basis_actual = Where they were in the autumn after they left.
basis_sustained = Where they still were six months later.
basis_maintained = Destinations that leavers have kept.
basis_participation = Who is in education, employment or training.
leavers_of_years = { $who } leavers, { $first } to { $last }
stage_intended = Intended
stage_actual = In the autumn
stage_sustained = Six months on
number_and_share = { $number } ({ $share })
not_counted = not counted
what_changed = What changed
change_to_actual = Largest change from what they intended to where they were: { $what }, { $change }.
change_to_sustained = Largest change in six months: { $what }, { $change }.
size_left_out = We show shares here and not numbers of leavers. Next to another table, these could identify people.
small_left_out = We do not publish small numbers, or numbers from which they could be worked out, so that nobody can be identified.
who_has_met = Who has had a guidance meeting
had_meeting = Had their meeting
met_caption = By { $day }
met_by = { $who }: { $had } had their guidance meeting by { $day }.
met_number = { $number } of { $all }
met_all_of = all { $all }
met_all = all
met_nearly_all_of = nearly all of { $all }
met_nearly_all = nearly all
met_few_of = a few of { $all }
met_few = a few
withheld_small_rows = “Not published” means that a number is so small that it could identify people.
withheld_overlap_rows = “Not published” means that, combined with other figures, a number could identify people.
withheld_numbers = We show shares here and not numbers. Next to another table, the numbers could identify people.

## Benchmarks

benchmark = Benchmark
progress_over_time = Progress over time
benchmarks_changed = The wording of the benchmarks changed between these evaluations. Each version has its own table, because scores of one cannot be compared with scores of the other.
all_scores = All scores
share_of_benchmark = Share of each benchmark achieved
our_own_reading = our own assessment
score_fully = { $score } (fully achieved)
fully_achieved = Fully achieved
fully_of_eight = { $count } of 8
fully_of_scored = { $count } of those scored
on_average = { $count } on average
tool = Tool
took_part = Carried out by
next_due_on = Next due: { $day }.
compare_with = How { $day } compares
average_achieved = { $count } benchmarks fully achieved on average
measure_average = The average score on each benchmark.
measure_fully = The share that fully achieves each benchmark.
other_measure = These figures measure something different from our scores, so they are shown separately.
criterion_by_criterion = Criterion by criterion
stand_each = Where we stand on each criterion
what_is_asked = Requirement
where_we_stand = Where we stand
what_shows_it = What shows it
achievement_achieved = Achieved
achievement_in_progress = In progress
achievement_not_achieved = Not achieved
achievement_not_scored = Not scored
comparator = { $scope }, { $year }
comparator_without_year = { $scope }, year not stated
scope_national = England
scope_region = Our region
scope_local_authority = Our local authority
scope_hub = Our careers hub
scope_trust = Our trust
not_stated = not stated
chart_label = Benchmark { $number }, { $short }. { $words }
chart_rose = up from { $before } to { $now }
chart_fell = down from { $before } to { $now }
chart_same = still { $now }
chart_own = { $now } by our own assessment
chart_break = benchmarks changed
chart_marks = Dots are copied as the tool shows them, squares are our own assessment. They are not joined.
then_changed = Then the benchmarks changed.
then_otherwise = Then scored in another way.
score_on = { $day }: { $score }.

## The evaluation summary

what_is_strong = What is strong
what_comes_next = What comes next
encounters_planned = Encounters planned or held: { $count }.
origin_copied = The scores are copied as the tool shows them.
origin_statements = The scores are our own assessment: the share of each benchmark’s criteria that we achieve. They cannot be compared with Compass scores, because Compass asks other questions.
run_stated = { $day }: { $figures } ({ $tool }).
run_summary = { $day }: we fully achieved { $fully } of the eight benchmarks ({ $tool }).
run_summary_scored = { $day }: we fully achieved { $fully } of the benchmarks that have a score ({ $tool }).
readout_rule = The weakest benchmarks come first, with one step each. Within each, steps already under way come first.
up_from = up from { $percent }%
down_from = down from { $percent }%
criteria_achieved = { $achieved } of { $all ->
    [one] { $all } criterion
   *[other] { $all } criteria
} achieved
criteria_in_progress = { $count } in progress
criteria_not_achieved = { $count } not achieved
criteria_not_scored = { $count } not scored
strength_fully = Benchmark { $number }, { $short }, is fully achieved.
strength_risen = Benchmark { $number }, { $short }, rose from { $before }% to { $now }%.
stands_at = Benchmark { $number } is at { $percent }%
no_score_yet = Benchmark { $number } has no score yet
why = { $stands }.
why_in_progress = { $stands }; this is in progress.
why_not_achieved = { $stands }; this is not achieved yet.
why_not_scored = { $stands }; nobody has scored this yet.
why_not_shown = { $stands }; the website does not show all of this.
change_first = This is the first evaluation, so there is nothing to compare it with.
change_version = The previous evaluation ({ $day }) used another version of the benchmarks, so the results cannot be compared.
change_origin = The previous evaluation ({ $day }) used a different method ({ $tool }), so the results cannot be compared.
change_since = Since { $day }: { $moved }; { $fully }.
moved_rose = { $count ->
    [one] benchmark { $numbers }
   *[other] benchmarks { $numbers }
} rose
moved_fell = { $count ->
    [one] benchmark { $numbers }
   *[other] benchmarks { $numbers }
} fell
no_score_changed = no score changed
fully_as_before = { $now } fully achieved, as before
fully_then = { $now } fully achieved, { $then } then
next_was_due = The next evaluation was due: { $day }.
next_is_due = Next evaluation: { $day }.
next_unset = No date is set for the next evaluation. Once a term is usual.
next_renew = The benchmarks have changed since, so the next evaluation should answer the new ones.

## The evidence page

# $law: how much of what law and guidance ask for
# $criteria: how many criteria of benchmarks
evidence_sum = This page shows where to find { $law ->
    [one] 1 thing that law or guidance asks for
   *[other] { $law } things that law and guidance ask for
}, and { $criteria ->
    [one] 1 benchmark criterion
   *[other] { $criteria } benchmark criteria
}.
# $count: how many criteria
criteria_shown = { $count ->
    [one] 1 criterion
   *[other] { $count } criteria
}
evidence_lead = What the law and the Gatsby Benchmarks ask for, and where this site shows it.
where_it_is = Where it is
what_law_asks = What law and guidance ask for
what_benchmarks_ask = What the eight benchmarks ask for
evidence_no_score = This shows what the website holds. It is not a score: the benchmarks ask what { $pupils } get, and no website can show that by itself.
info_reviewed_on = The information on this site: next review due { $day }.
evidence_more = We add to this page as the programme grows.
of_what = of: { $what }
newer_edition = There is a newer edition, which this page does not cover yet:
funding_agreement = Where this page says “should”, our funding agreement may say “must”.
shown_in_part = Partly shown. Still missing:
own_evaluation = Our own evaluation of { $day } says: { $status }
force_must = What must be on this website
force_should = What should be on this website
criterion_title = Criterion { $id }
place_team = The team
place_programme = The programme
place_review = The next review
place_provider_access = Provider access statement
place_entrances = The four sections
place_benchmark = What we do for benchmark { $number }
