### Holl eiriau'r rhyngwyneb, yn Gymraeg. (Every word of the interface, in Welsh.)
###
### Names that a school gives itself do not mutate, so sentences use words that cause no mutation:
### “ar gyfer”, “fesul”, “pob”.

## Words for people, used unless the school sets its own.

word_pupil = { $word ->
    [student] myfyriwr
    [learner] dysgwr
   *[pupil] disgybl
}
word_pupils = { $word ->
    [students] myfyrwyr
    [learners] dysgwyr
   *[pupils] disgyblion
}
word_parents = rhieni a gofalwyr
word_staff = { $word ->
    [college-staff] staff y coleg
   *[staff] staff
}
word_employers = cyflogwyr
word_group = { $word ->
    [pathway] llwybr
    [course-area] maes cwrs
   *[year-group] grŵp blwyddyn
}
word_groups = { $word ->
    [pathways] llwybrau
    [course-areas] meysydd cwrs
   *[year-groups] grwpiau blwyddyn
}
word_area = maes dysgu
word_areas = meysydd dysgu
word_careers_advisers = cynghorwyr gyrfaoedd
word_governors = llywodraethwyr
word_alumni = cyn-ddisgyblion
word_providers = colegau a darparwyr hyfforddiant
word_careers_hub = yr hyb gyrfaoedd

## Words of the content format. $name is the word in English.

kind = { $kind ->
    [maintained-school] ysgol a gynhelir
    [academy] academi
    [free-school] ysgol rydd
    [utc] coleg technegol prifysgol
    [studio-school] ysgol stiwdio
    [academy-16-to-19] academi 16 i 19
    [special-school] ysgol arbennig
    [special-academy] academi arbennig
    [non-maintained-special-school] ysgol arbennig nas cynhelir
    [hospital-school] ysgol ysbyty
    [pupil-referral-unit] uned cyfeirio disgyblion
    [ap-academy] academi darpariaeth amgen
    [middle-school] ysgol ganol
    [all-through-school] ysgol pob oed
    [sixth-form-college] coleg chweched dosbarth
    [fe-college] coleg addysg bellach
    [specialist-college] coleg arbenigol annibynnol
    [training-provider] darparwr hyfforddiant
    [independent-school] ysgol annibynnol
   *[other] { $name }
}
role = { $role ->
    [careers-leader] Arweinydd gyrfaoedd
    [deputy-careers-leader] Dirprwy arweinydd gyrfaoedd
    [careers-adviser] Cynghorydd gyrfaoedd
    [headteacher] Pennaeth
    [principal] Pennaeth
    [senior-leader-link] Uwch arweinydd dros yrfaoedd
    [link-governor] Llywodraethwr cyswllt gyrfaoedd
    [sendco] Cydlynydd anghenion dysgu ychwanegol
    [work-experience-coordinator] Cydlynydd profiad gwaith
    [careers-coordinator] Cydlynydd gyrfaoedd
    [careers-champion] Hyrwyddwr gyrfaoedd
    [transition-lead] Arweinydd pontio
    [enterprise-adviser] Cynghorydd menter
    [enterprise-coordinator] Cydlynydd menter
    [careers-administrator] Gweinyddwr gyrfaoedd
    [other] Aelod o'r tîm
   *[unknown] { $name }
}
backer = { $backer ->
    [governors] Llywodraethwyr
    [headteacher] Pennaeth
    [principal] Pennaeth
    [senior-leaders] Uwch arweinwyr
    [trustees] Ymddiriedolwyr
   *[unknown] { $name }
}
event_kind = { $kind ->
    [fair] Ffair
    [evening] Noson
    [talk] Sgwrs
    [visit] Ymweliad
    [workshop] Gweithdy
    [assembly] Gwasanaeth
    [interviews] Cyfweliadau
    [work-experience] Profiad gwaith
    [open-day] Diwrnod agored
    [guidance] Arweiniad
    [training] Hyfforddiant
    [deadline] Dyddiad cau
   *[other] { $name }
}
activity_kind = { $kind ->
    [lesson] Gwers
    [tutor-time] Amser tiwtor
    [assembly] Gwasanaeth
    [talk] Sgwrs
    [workshop] Gweithdy
    [encounter] Cwrdd â phobl o fyd gwaith
    [visit] Ymweliad
    [workplace] Mewn gweithle
    [guidance] Arweiniad personol
    [mentoring] Mentora
    [project] Prosiect
    [research] Dod o hyd i wybodaeth
    [event] Digwyddiad
    [provider] Cwrdd â choleg neu ddarparwr hyfforddiant
   *[other] { $name }
}
provider_kind = { $kind ->
    [further-education-college] Coleg addysg bellach
    [sixth-form-college] Coleg chweched dosbarth
    [training-provider] Darparwr hyfforddiant
    [apprenticeship-provider] Darparwr prentisiaethau
    [university-technical-college] Coleg technegol prifysgol
    [university] Prifysgol
    [school-sixth-form] Chweched dosbarth ysgol
    [studio-school] ysgol stiwdio
   *[other] { $name }
}
offer_kind = { $kind ->
    [talk] Sgwrs
    [fair] Ffair
    [mock-interviews] Ffug gyfweliadau
    [placement] Lleoliad gwaith
    [mentoring] Mentora
    [workplace-visit] Ymweliad â gweithle
    [curriculum] Gyda'r cwricwlwm
    [governor] Llywodraethwr
    [resources] Adnoddau
    [other] Arall
   *[unknown] { $name }
}
status = { $status ->
    [proposed] Arfaethedig
    [cancelled] Wedi'i ganslo
   *[other] { $name }
}

## Days and times

weekday_monday = dydd Llun
weekday_tuesday = dydd Mawrth
weekday_wednesday = dydd Mercher
weekday_thursday = dydd Iau
weekday_friday = dydd Gwener
weekday_saturday = dydd Sadwrn
weekday_sunday = dydd Sul
weekday_short_monday = Llun
weekday_short_tuesday = Maw
weekday_short_wednesday = Mer
weekday_short_thursday = Iau
weekday_short_friday = Gwe
weekday_short_saturday = Sad
weekday_short_sunday = Sul
month_january = Ionawr
month_february = Chwefror
month_march = Mawrth
month_april = Ebrill
month_may = Mai
month_june = Mehefin
month_july = Gorffennaf
month_august = Awst
month_september = Medi
month_october = Hydref
month_november = Tachwedd
month_december = Rhagfyr
month_short_january = Ion
month_short_february = Chw
month_short_march = Maw
month_short_april = Ebr
month_short_may = Mai
month_short_june = Meh
month_short_july = Gor
month_short_august = Awst
month_short_september = Medi
month_short_october = Hyd
month_short_november = Tach
month_short_december = Rhag
date_long = { $Weekday } { $day }{ "\u00A0" }{ $month } { $year }
date_plain = { $day }{ "\u00A0" }{ $month } { $year }
date_range = { $from } hyd { $to }
month_of_year = { $month } { $year }
time_am = { $hour }{ "\u00A0" }yb
time_am_minutes = { $hour }.{ $minute }{ "\u00A0" }yb
time_noon = hanner dydd
time_pm = { $hour }{ "\u00A0" }yp
time_pm_minutes = { $hour }.{ $minute }{ "\u00A0" }yp
time_range = { $from } hyd { $to }
all_year = Drwy'r flwyddyn
date_to_come = dyddiad i ddilyn
dates_to_come = Dyddiadau i ddilyn
often_daily = bob dydd
often_weekly = bob wythnos
often_fortnightly = bob pythefnos
often_monthly = bob mis
often_half_termly = unwaith bob hanner tymor
term_word = tymor
term_named = Tymor { $name }
term_first_half = { $term }, hanner cyntaf
term_second_half = { $term }, ail hanner
repeat_weekly = Bob { $days }
repeat_fortnightly = Bob yn ail { $days }
repeat_monthly_first = Y { $days } cyntaf o'r mis
repeat_monthly_second = Yr ail { $days } o'r mis
repeat_monthly_third = Y trydydd { $days } o'r mis
repeat_monthly_fourth = Y pedwerydd { $days } o'r mis
repeat_monthly_last = Y { $days } olaf o'r mis
repeat_school_day = diwrnod ysgol
repeat_in_term = { $pattern } yn ystod y tymor
repeat_within = { $pattern }, { $when }
half_term = Hanner tymor
holidays = Gwyliau
closed = Ar gau
term_begins = { $term } yn dechrau
term_ends = { $term } yn dod i ben

## Lists, numbers and groups

list_and = { $begins ->
    [vowel] { $rest } ac { $last }
   *[other] { $rest } a { $last }
}
and = a
list_comma = { ", " }
full_stop = .
facts_joined = { $first }, { $second }
list_semicolon = { "; " }
percent = { $number }%
share_of = { $count } o { $all } ({ $percent }%)
all_groups = pob { $group }
group_range = { $first } hyd { $last }
groups_then = { $whom } yn { $year }
groups_then_and_now = { $whom } yn { $year }, { $now } erbyn hyn

## Titles of pages, and a line about each for search engines

careers_at = Gyrfaoedd yn { $school }
careers_home = Hafan gyrfaoedd
careers_year = Gyrfaoedd { $year }
desc_home = Rhaglen gyrfaoedd { $school }.
careers_for = Gyrfaoedd ar gyfer { $audience }
desc_audience = Dyddiadau, gweithgareddau a chysylltiadau gyrfaoedd ar gyfer { $audience } yn { $school }.
group_for = { $name } ar gyfer { $audience }
group_at = { $title } yn { $school }
page_staff_year = Beth mae staff yn ei wneud bob tymor
desc_staff_year = Beth mae staff yn ei wneud yn y rhaglen gyrfaoedd bob tymor yn { $school }.
page_matrix = Grid y rhaglen: meincnodau fesul { $group }
desc_matrix = Pa weithgareddau sy'n cyrraedd pob meincnod, ar gyfer pwy a phryd, yn { $school }.
page_subjects = Pynciau a gyrfaoedd
desc_subjects = Sut mae pob pwnc yn cysylltu â gyrfaoedd yn { $school }.
page_programme = Y rhaglen gyrfaoedd
desc_programme = Y rhaglen gyrfaoedd { $year } yn { $school }.
page_by_term = Y rhaglen fesul tymor
desc_by_term = Beth sy'n digwydd ym mhob tymor yn { $school }.
page_by_benchmark = Y rhaglen fesul meincnod
desc_by_benchmark = Beth rydym yn ei wneud dros bob un o wyth Meincnod Gatsby yn { $school }.
page_by_area = Y rhaglen fesul { $area }
desc_by_area = Beth sydd wedi'i gynllunio ar gyfer pob { $area } yn { $school }.
page_outcomes = Deilliannau dysgu
desc_outcomes = Beth mae { $pupils } yn dysgu ei wneud ym mhob { $group } yn { $school }.
page_events = Digwyddiadau
desc_events = Digwyddiadau gyrfaoedd i ddod yn { $school }.
page_past_events = Digwyddiadau a fu
desc_past_events = Digwyddiadau gyrfaoedd a fu yn { $school }.
page_past_year = Rhaglen { $year } (wedi dod i ben)
desc_past_year = Yr hyn a ddigwyddodd yn rhaglen gyrfaoedd { $year } yn { $school }.
past_year_over = Mae { $year } wedi dod i ben. Mae’r dudalen hon yn dangos yr hyn a ddigwyddodd.
past_year_now = Rhaglen { $year }
past_year_empty = Nid oes digwyddiadau wedi’u rhestru ar gyfer y flwyddyn hon.
earlier_years = Blynyddoedd blaenorol
who_took_part = Pwy gymerodd ran yn { $year }
desc_event = { $title }, { $day }.
desc_moved_event = Mae’r dudalen hon wedi symud: { $title }.
page_has_moved = Mae’r dudalen hon wedi symud
page_subscribe = Ychwanegu dyddiadau at eich calendr
desc_subscribe = Calendrau gyrfaoedd yn { $school }, i danysgrifio iddynt, i'w lawrlwytho neu i'w hargraffu.
page_planner = Calendr ar gyfer { $audience }, { $year }
desc_planner = Calendr gyrfaoedd ar gyfer { $audience } yn { $school }, i'w argraffu.
page_evaluation = Gwerthuso
desc_evaluation = Sut rydym yn gwerthuso'r rhaglen gyrfaoedd yn { $school }.
page_benchmarks = Canlyniadau'r meincnodau
desc_benchmarks = Canlyniadau Meincnodau Gatsby yn { $school }.
page_feedback = Eich adborth a beth wnaethom ni
desc_feedback = Beth ddywedodd pob grŵp am y rhaglen gyrfaoedd yn { $school }, a beth wnaethom ni.
page_destinations = Cyrchfannau
desc_destinations = I ble'r aeth y rhai a adawodd { $school } nesaf.
page_team = Y tîm gyrfaoedd
desc_team = Pwy sy'n rhedeg y rhaglen gyrfaoedd yn { $school }.
page_guidance = Arweiniad personol
desc_guidance = Arweiniad gyrfaoedd personol yn { $school }.
page_employers_year = Y flwyddyn ar gyfer { $employers }
desc_employers_year = Sut mae { $employers } yn cymryd rhan bob tymor yn { $school }.
page_provider_access = Mynediad i ddarparwyr
desc_provider_access = Sut gall darparwyr addysg a hyfforddiant gwrdd â'n { $pupils } yn { $school }.
desc_text = { $title } yn { $school }.
page_policies = Polisïau
desc_policies = Polisïau gyrfaoedd yn { $school }.
page_evidence = Tystiolaeth
desc_evidence = Popeth mae'r gyfraith a Meincnod 1 yn ei ofyn gan wefan gyrfaoedd, a lle mae, yn { $school }.
page_accessibility = Datganiad hygyrchedd
desc_accessibility = Pa mor hygyrch yw'r wefan gyrfaoedd yn { $school }.
page_search = Chwilio
desc_search = Chwilio tudalennau gyrfaoedd { $school }.
page_not_found = Heb ddod o hyd i'r dudalen
desc_not_found = Nid yw'r dudalen hon yn bodoli.
not_found_lead = Nid oes tudalen yn y cyfeiriad hwn. Efallai ei bod wedi symud, neu fod y ddolen yn anghywir.
page_a_to_z = Pob tudalen o A i Y
desc_a_to_z = Pob tudalen ar y wefan hon.
letters = Llythrennau

## Every page

skip_to_main = Neidio i'r prif gynnwys
find_your_way = Dewiswch pwy ydych chi
for_everybody = I bawb
you_are_here = Rydych chi yma
on_this_page = Ar y dudalen hon
menu = Dewislen
menu_programme = Rhaglen
menu_team = Tîm
card_alt = { $school }: rhaglen gyrfaoedd
card_line = Rhaglen gyrfaoedd
news_for = Newyddion ar gyfer { $audience }
look_further = Rhagor o wybodaeth
read_more = Darllen mwy
on_paper = Argraffu copi
what = Beth
event_type = Math
when = Pryd
where = Ble
who_for = Ar gyfer
who_with = Gyda
catch_up = Os byddwch yn ei golli
last = Diwethaf
next = Nesaf
source = Ffynhonnell
for_audience = Ar gyfer { $audience }
for_whom = Ar gyfer { $whom }.
with_whom = Gyda { $whom }.

## The footer

help_and_contact = Help a chysylltu
main_website = Gwefan { $school }
more_on_site = Mwy ar y wefan hon
foot_calendar = Ychwanegu dyddiadau at eich calendr
foot_data = Y rhaglen fel data agored
foot_review = Adolygiad nesaf: { $day }.
foot_review_by = Adolygiad nesaf: { $day } ({ $who }).
foot_updated_too = Diweddarwyd ddiwethaf: { $day }.
foot_updated = Diweddarwyd ddiwethaf: { $day }.
kind_of_institution = Math o ysgol neu goleg
reference_urn = URN
reference_trust = Ymddiriedolaeth
reference_authority = Awdurdod lleol
reference_hub = Hwb gyrfaoedd
as_of = Lluniwyd y dudalen hon ar { $day }.

## The home page

promise_pupils = Beth byddwch chi'n ei wneud y tymor hwn, fesul { $group }.
promise_pupils_plain = Beth byddwch chi'n ei wneud, fesul { $group }.
promise_parents = Dewisiadau a dyddiadau i ddod, a sut gallwch chi helpu, fesul { $group }.
promise_parents_plain = Beth bydd eich plentyn yn ei wneud, fesul { $group }.
promise_staff = Y rhaglen gyfan, a'ch rhan chi ynddi.
promise_employers = Sut i gwrdd â'n { $pupils }, a phryd mae arnom eich angen chi.
promise_employers_plain = Sut i gwrdd â'n { $pupils }.
coming_up = Ar y gweill
all_events = Pob digwyddiad
get_dates_own = Ychwanegu'r dyddiadau hyn at eich calendr
our_programme = Ein rhaglen
programme_one_page = Y rhaglen gyfan, ar un dudalen i'w darllen neu ei hargraffu
who_leads = Pwy sy'n arwain y rhaglen
whole_team = Gweld y tîm i gyd
next_review = Yr adolygiad nesaf
review_on = Yr wybodaeth ar y wefan hon: adolygiad nesaf { $day }.
who_sees_to_it = Pwy sy'n gyfrifol: { $who }.
last_updated = Diweddarwyd ddiwethaf
about_school = Am { $school }
programme_review = Y rhaglen ei hun: adolygiad nesaf { $day }.
awards = Gwobrau
until = Tan { $day }
about_the = Mwy am { $name }
who_backs_it = Pwy sy'n cefnogi'r rhaglen
backing_since = Yn cefnogi'r rhaglen ers { $day }

## Pages of pupils, parents and carers

find_your = Dewiswch eich { $group }
next_date = Y dyddiad nesaf
next_for_you = Nesaf i chi
what_you_told_us = Eich adborth a beth wnaethom ni
theme = Thema
year_begins = Dyma'r rhaglen ar gyfer { $year }. Mae'n dechrau ar { $day }.
year_ended = { $count ->
    [0] Mae rhaglen { $year } wedi dod i ben.
   *[other] Mae rhaglen { $year } wedi dod i ben, ac eithrio'r dyddiadau sydd eto i ddod.
}
preparing_year = Rydym yn paratoi'r rhaglen ar gyfer { $year }.
preparing_next_year = Rydym yn paratoi'r rhaglen nesaf.
now_and_next = Nawr a nesaf
over_this_term = Yn gynharach y tymor hwn
programme_by_group = Y rhaglen fesul { $group }
later_dates = Dyddiadau diweddarach
event_count = { $count ->
    [one] 1 digwyddiad
   *[other] { $count } digwyddiad
}
your_year = Eich blwyddyn
by_end_of_year = Erbyn diwedd y flwyddyn
from_careers_team = Gan y tîm gyrfaoedd
you_choose = Eich dewisiadau eleni
choices_and_dates = Dewisiadau a dyddiadau
choices_this_year = Dewisiadau a dyddiadau eleni
next_dates_for_you = Y dyddiadau nesaf i chi
your_part_in_programme = Eich rhan chi yn y rhaglen
find_childs = Dewch o hyd i { $group } eich plentyn
activity_count = { $count ->
    [one] 1 gweithgaredd
   *[other] { $count } gweithgaredd
}
programme_to_print = Y rhaglen gyfan ar un dudalen, i'w darllen neu ei hargraffu
how_you_can_help = Sut gallwch chi helpu
dates_for_you = Mae gwahoddiad i chi
planned_open = Digwyddiadau eraill y cewch ddod iddynt
what_your_child_does = Beth mae eich plentyn yn ei wneud, fesul tymor
child_can_say = Erbyn diwedd y flwyddyn, dylai eich plentyn allu dweud
group_in_programme = { $name } yn y rhaglen gyfan

## Pages of staff

term_your_part = { $term }: beth mae angen i chi ei wneud
your_part = Beth mae angen i chi ei wneud
dates_with_part = Dyddiadau rydych yn rhan ohonynt
events_with_part = Digwyddiadau rydych yn rhan ohonynt
programme_in_full = Y rhaglen yn llawn
key_question = Cwestiwn allweddol
group_in_full = Gweld y rhaglen lawn: { $name }
led_by = Arweinir gan
materials = Deunyddiau
with_partners = gyda { $who }
led_by_whom = arweinir gan { $who }
parents_are_invited = gwahoddir { $parents }
resources = Adnoddau
resource_place = Lle: { $place }.
resource_owner = Cyfrifoldeb: { $who }.
aims = Ein nodau
in_development_plan = Yn ein cynllun datblygu
time_and_budget = Amser a chyllideb
in_objectives = Yn amcanion { $staff }
matrix_cell = Meincnod { $benchmark }, { $year }
nothing_yet = Dim byd eto
matrix_lead = Beth sydd wedi'i gynllunio ar gyfer pob meincnod a phob { $group }, ac ym mha dymor. Y rhaglen ei hun yw meincnod 1.
proposed_mark = (arfaethedig)
what_benchmarks_mean = Beth mae pob meincnod yn ei olygu, a beth rydym yn ei wneud drosto
subject = Pwnc
subjects_lead = Sut mae pob pwnc yn cysylltu â gyrfaoedd, fesul { $group }.
outcomes_lead = Beth mae { $pupils } yn ei wybod ac yn gallu ei wneud erbyn diwedd pob blwyddyn, a sut mae'n tyfu.
other_outcomes = Deilliannau eraill
not_taught = Heb ei ddysgu
subjects = Pynciau

## Pages of employers and providers

dates_that_need_you = Pryd mae angen eich help
ways_to_take_part = Ffyrdd o gymryd rhan
offer_this = Cynnig hyn
offer_subject = Gyrfaoedd yn { $school }: { $offer }
whom_to_talk_to = Â phwy i gysylltu
planned_looking = Gweithgareddau sydd angen pobl o hyd
colleges_and_providers = Colegau a darparwyr hyfforddiant
provider_statement = Datganiad mynediad i ddarparwyr, a sut i ofyn am ymweliad
in_the_diary = Dyddiadau eraill
what_each_needs = Beth sydd ei angen ar bob { $group }
how_we_meet_duty = Sut rydym yn cyflawni'r ddyletswydd
when_we_say_yes = Pryd rydym yn cytuno
when_we_may_say_no = Pryd gallwn wrthod
rooms_and_equipment = Ystafelloedd ac offer
safeguarding = Diogelu
complaints = Cwynion
how_to_ask = Sut i ofyn
who_came_before = Darparwyr sydd wedi ymweld
approval = Cymeradwyaeth
when_providers_come = Pryd gall darparwyr ymweld
duty_by_phase = Y ddyletswydd gyfreithiol ym mhob cyfnod
provider_by_phase = Mynediad i ddarparwyr ym mhob cyfnod
past_encounters = Y llynedd, ym Mlwyddyn { $then }, cafodd { $pupils } sydd bellach ym Mlwyddyn { $now }:
everyone_in_phase = Mae pawb yn y cyfnod yn cymryd rhan
encounters_of = Cyfarfodydd: { $phase }
encounter = Cyfarfod
provider = Darparwr
over_brackets = (wedi bod)

## Amser mewn gweithleoedd

page_workplaces = Amser mewn gweithleoedd
desc_workplaces = Faint o oriau y mae { $pupils } yn eu treulio mewn gweithleoedd yn { $school }.
workplaces_lead = Faint o oriau y mae pob { $pupil } yn eu treulio mewn gweithleoedd: hyd yma eleni, a'r hyn sydd wedi'i gynllunio o hyd.
workplaces_source = Yr hyn y mae'r canllawiau yn gofyn amdano
workplaces_added = Mae pob cyfanswm yn adio cynllun eleni ar gyfer pob grŵp blwyddyn.
workplaces_by_end_of = Erbyn diwedd Blwyddyn { $year }: { $hours } o { $target } awr
workplaces_by_end = Erbyn diwedd Blwyddyn { $year }: { $hours }
workplaces_cohort = { $name } nawr: bydd y { $pupils } hyn wedi cael { $hours } erbyn diwedd Blwyddyn { $year }. Cawsant { $earlier }.
workplaces_in_year = { $hours } yn { $year }
workplaces_no_target = Ni wyddom am unrhyw nifer o oriau y mae'r canllawiau yn ei osod i ni, felly nid oes cyfanswm i'w gyrraedd.
workplaces_shared = Mae'r { $pupils } mewn ysgol arall am ran o'r amser hwn, felly nid oes cyfanswm ar gyfer ein blynyddoedd ni yn unig.
years_to = Blynyddoedd { $first } i { $last }
years_and = Blynyddoedd { $first } ac { $last }
year_number = Blwyddyn { $year }
hours_count = { $count ->
    [one] { $number } awr
   *[other] { $number } awr
}
hours_of = { $hours } o { $target }
hours_each_time = { $hours } bob tro
hours_so_far = Oriau hyd yma
hours_planned = Oriau wedi'u cynllunio o hyd
hours_by_end = Oriau erbyn y diwedd
hours_short = Oriau ar goll
workplace_mode = { $mode ->
    [in-person] Wyneb yn wyneb
    [virtual] Rhithwir
    [blended] Rhithwir yn rhannol
   *[other] { $name }
}
not_for_everyone = Nid i bawb, felly heb ei gyfrif
only_proposed = Wedi'i gynnig yn unig, felly heb ei gyfrif
hours_not_given = Oriau heb eu nodi eto

## The programme

how_to_get_at = Sut i gael yr wybodaeth hon
planned = Wedi'i gynllunio
key_stages = { $count ->
    [one] Cyfnod Allweddol { $numbers }
   *[other] Cyfnodau Allweddol { $numbers }
}
dates = Dyddiadau
over_mark = Wedi bod
skills = Sgiliau
wanted = Mae arnom angen
parents_invited = Croeso i'r { $parents }.
what_we_do_each = Beth rydym yn ei wneud dros bob meincnod.
where_published = Lle mae'r meincnodau wedi'u cyhoeddi
what_benchmark_asks = Beth mae meincnod { $number } yn ei ofyn
where_benchmark_published = Lle mae meincnod { $number } wedi'i gyhoeddi
benchmarks_label = { $count ->
    [one] Meincnod
   *[other] Meincnodau
}

## Cyfarfyddiadau a'r taflenni a argreffir ohonynt

to_print = I'w argraffu
page_encounters = Cyfarfyddiadau a'u taflenni
desc_encounters = Beth sy'n gwneud cyfarfyddiadau â chyflogwyr a darparwyr yn ystyrlon yn { $school }, a thaflenni i'w hargraffu.
encounters_lead = Mae'r meincnodau'n gofyn bod cyfarfyddiadau â { $employers }, gweithleoedd a darparwyr yn ystyrlon.
encounters_described = Wedi'u disgrifio'n llawn, gyda diben, dysgu, tasg, adborth a'r gweddill: { $count } o { $all } cyfarfyddiad.
is_described = Wedi'i gynllunio
desc_sheet = Tudalen i'w hargraffu ar gyfer { $title }, { $day }.
sheet_for_pupils = Taflen ar gyfer { $pupils }
sheet_for_employers = Briff ar gyfer { $employers }
sheet_for_providers = Briff ar gyfer darparwyr
sheet_for_staff = Nodyn ar gyfer { $staff }
sheet_title = { $sheet }: { $title }
sheet_link = { $sheet } (1 dudalen)
sheet_your_name = Enw
sheet_purpose = Beth yw ei ddiben
sheet_outcomes = Beth mae { $pupils } yn ei ddysgu
sheet_tick = Ticiwch beth rydych chi'n ei wybod neu'n gallu ei wneud nawr
sheet_before = Ymlaen llaw
sheet_questions = Cwestiynau rydw i eisiau eu gofyn
sheet_during = Tra byddwch chi yno
sheet_you_meet = Byddwch yn cwrdd â
sheet_they_meet = Bydd { $pupils } yn cwrdd â
sheet_task = Tasg
sheet_feedback = Adborth
sheet_talk = Siarad â'i gilydd
sheet_found_out = Beth ddysgais i
sheet_after = Wedyn
sheet_we_ask = Beth rydym yn ei ofyn gennych
sheet_law = Beth mae'r gyfraith yn gofyn i chi ei drafod
sheet_they_prepare = Sut mae { $pupils } yn paratoi
sheet_they_look_back = Beth mae { $pupils } yn ei ateb wedyn
sheet_arrival = Pan fyddwch yn cyrraedd
sheet_record = Beth i'w gofnodi
sheet_record_who = Nodwch pwy gymerodd ran a phwy oedd yn absennol.
sheet_away = I'r rhai oedd yn absennol
sheet_what_happened = Ticiwch beth ddigwyddodd
provider_covers_provider = Pwy ydych chi, a'r cyrsiau technegol neu'r prentisiaethau rydych yn eu cynnig
provider_covers_careers = Y gyrfaoedd y gallant arwain atynt
provider_covers_learning = Sut beth yw dysgu neu hyfforddi gyda chi
provider_covers_questions = Atebion i gwestiynau { $pupils }
# What an encounter is asked for.
test_purpose = Diben
test_outcomes = Dysgu
test_two_way = Siarad â'i gilydd
test_people = Amrywiaeth o bobl
test_task = Tasg
test_feedback = Adborth
test_reflection = Edrych yn ôl

## Events and calendars

date_to_confirm = Dyddiad i'w gadarnhau
cancelled_mark = Wedi'i ganslo
event_is_cancelled = Mae'r digwyddiad hwn wedi'i ganslo.
event_is_over = Mae'r digwyddiad hwn wedi bod.
it_is_cancelled = Pam
events_to_come = Digwyddiadau i ddod
no_past_events = Nid oes digwyddiadau a fu.
no_dates = Nid oes dyddiadau ar hyn o bryd.
open_to = Ar agor: { $who }
everyone_takes_part = Mae pawb yn y grwpiau hyn yn cymryd rhan.
serves = Meincnodau
belongs_to_areas = { $Areas }
what_people_said = Beth ddywedodd pobl amdano
all_dates = Pob dyddiad ({ $count })
book_a_place = Cadw lle
join_online = Ymuno ar-lein
more_about_it = Mwy amdano
add_to_calendar = Ychwanegu at eich calendr
tag_invited = Mae gwahoddiad i chi
tag_child_goes = Mae eich plentyn yn mynd
tag_optional = Dewisol
can_you_help = Allwch chi helpu?
answer_by = Atebwch erbyn { $day }.
how_employers_take_part = Sut mae { $employers } yn cymryd rhan
get_these_dates = Ychwanegu'r dyddiadau hyn at eich calendr
print_as_calendar = Argraffu fel calendr
planner_lead = { $school }, cywir ar { $day }. Un tymor i bob tudalen, i'w argraffu ar A4.
planner_as_of = { $title }, { $school }, cywir ar { $day }
week_by_week = { $term }, fesul wythnos
week_of = Wythnos
every_week = Bob wythnos
in_the_holidays = Yn y gwyliau
calendar_all = Pob digwyddiad
calendar_one = Un digwyddiad
calendar_group_for = { $name }, ar gyfer { $audience }
calendar_name = Gyrfaoedd { $school }: { $title }
calendar_about = { $title }, o raglen gyrfaoedd { $school }.
category_careers = Gyrfaoedd
category_year = Blwyddyn ysgol
key_dates_name = { $school }: dyddiadau'r tymor a dyddiadau cau gyrfaoedd
key_dates = Dyddiadau'r tymor, gwyliau a dyddiadau cau
key_dates_short = Dyddiadau'r tymor a dyddiadau cau
cancelled_title = Wedi'i ganslo: { $title }
with_date_to_confirm = { $text } (dyddiad i'w gadarnhau)
with_term_dates_to_confirm = { $text } (dyddiadau'r tymor i'w cadarnhau)
feed_title = Gyrfaoedd yn { $school }: newyddion ar gyfer { $audience }
news_title = { $title }: { $when }
news_cancelled = Wedi'i ganslo: { $title }, { $when }

## Search, and the filter for events

pages_found = { $count ->
    [two] Daethpwyd o hyd i { $number } dudalen ar gyfer “{ $q }”.
   *[other] Daethpwyd o hyd i { $number } tudalen ar gyfer “{ $q }”.
}
nothing_found = Dim byd ar gyfer “{ $q }”. Rhowch gynnig ar eiriau eraill neu lai o eiriau, neu defnyddiwch y rhestr A i Y.
search_all_for = Chwilio'r wefan hon
search_unscripted = Mae angen JavaScript i chwilio, ac mae wedi'i ddiffodd yn eich porwr. Defnyddiwch y rhestr A i Y o dudalennau yn lle hynny.
search_close = Dim canlyniadau sy'n cyfateb yn union. Canlyniadau tebyg:
search_failed = Nid yw'r chwiliad yn gweithio ar hyn o bryd. Defnyddiwch y rhestr A i Y o dudalennau yn lle hynny.
events_shown = { $count ->
    [two] Yn dangos { $number } ddigwyddiad o { $all }.
   *[other] Yn dangos { $number } digwyddiad o { $all }.
}
no_event_shown = Nid oes yr un o'r { $all } digwyddiad yn cyfateb i'ch dewisiadau.
show_fewer = Hidlo digwyddiadau
show_all = Dangos popeth
everybody = pawb
the_group = { $Group }
all_events_for_you = Pob digwyddiad i chi

## Getting the dates

subscribe_lead = Tanysgrifiwch unwaith i ychwanegu dyddiadau gyrfaoedd at eich calendr. Os byddwn yn symud neu'n canslo rhywbeth, bydd eich calendr yn diweddaru'n awtomatig.
download_lead = Lawrlwythwch ddyddiadau gyrfaoedd i'ch calendr chi, neu argraffwch nhw.
set_all = Pob digwyddiad, neu dim ond y rhai i chi
set_for = Ar gyfer { $audience }, fesul { $group }
set_everybody = I bawb, fesul { $group }
print_for = Calendr i'w argraffu ar gyfer { $audience }
subscribe = Tanysgrifio
calendar = Calendr
download = Lawrlwytho
iphone = iPhone, iPad a Mac
iphone_1 = Dewiswch galendr yma a thapiwch Tanysgrifio.
iphone_2 = Tapiwch Tanysgrifio eto pan ofynnir i chi, yna Wedi Gorffen.
android = Android a Google Calendar
android_1 = Dewiswch galendr yma a thapiwch Google. Mae'n haws ar gyfrifiadur.
android_2 = Mewngofnodwch os gofynnir i chi, a dewiswch Ychwanegu.
android_3 = Bydd eich ffôn yn ei ddangos hefyd. Os na fydd: agorwch yr ap Calendar, yna Gosodiadau, tapiwch y calendr newydd a throwch Cysoni ymlaen.
android_4 = Mae Google yn edrych am newidiadau tua unwaith y dydd.
outlook_1 = Copïwch y cyfeiriad o dan enw'r calendr. Mae'n gorffen gyda .ics.
outlook_2 = Yng nghalendr Outlook dewiswch Ychwanegu calendr, yna Tanysgrifio o'r we.
outlook_3 = Gludwch y cyfeiriad, rhowch enw iddo a dewiswch Mewnforio.
calendar_address = Cyfeiriad i’w gopïo
any_calendar = Unrhyw galendr arall
any_calendar_1 = Chwiliwch am “tanysgrifio”, “o'r we” neu “drwy URL”, a gludwch y cyfeiriad.
any_calendar_2 = Nid yw ffeil rydych yn ei lawrlwytho yn diweddaru pan fyddwn yn newid dyddiad. Ni chaiff neb wybod eich bod yn tanysgrifio.
how_it_works = Sut mae'n gweithio
download_1 = Dewiswch galendr yma a thapiwch Lawrlwytho.
download_2 = Agorwch y ffeil. Bydd eich ffôn neu'ch cyfrifiadur yn cynnig ychwanegu'r dyddiadau.
download_3 = Nid yw ffeil rydych yn ei lawrlwytho yn diweddaru pan fyddwn yn newid dyddiad. Dewch yn ôl i weld a oes newidiadau: lawrlwythwch hi eto a bydd eich calendr yn diweddaru.
news = Newyddion
news_how = Mae darllenydd ffrydiau yn dweud wrthych pan fydd dyddiad yn newydd, wedi symud neu wedi'i ganslo. Gludwch un o'r cyfeiriadau hyn ynddo.

## People and guidance

who_else = Pwy arall all helpu
who_backs_programme = Pwy sy'n cefnogi'r rhaglen
who_answers_to_whom = Pwy sy'n atebol i bwy
those_below_answer = O dan bob enw mae'r rhai sy'n atebol i'r person hwnnw.
time_for_careers = Amser ar gyfer gyrfaoedd
responsible_for = Yn gyfrifol am
looks_after = Yn gyfrifol am { $whom }
ask_about = Gofynnwch am
book_time_with = Trefnu cyfarfod gyda { $name }
what_you_can_expect = Beth gallwch chi ei ddisgwyl
good_to_know = Da gwybod
how_to_get_meeting = Sut i gael cyfarfod
open_booking = Agor y dudalen archebu
without_booking = Heb drefnu ymlaen llaw
meeting_length = Hyd
your_adviser = Eich cynghorydd
talk_to_adviser = Siarad â chynghorydd
to_book = I drefnu
how_guidance_works = Sut mae arweiniad personol yn gweithio

## Texts

approved_by = Cymeradwywyd gan { $who }.
films = Ffilmiau
film_signed = yn Iaith Arwyddion Prydain
transcript = Beth sy'n cael ei ddweud a'i ddangos yn “{ $title }”
approved_on = Cymeradwywyd: { $day }.
approved_by_on = Cymeradwywyd gan { $who }, { $day }.
next_review_on = Adolygiad nesaf: { $day }.
task_done = Wedi'i wneud:
task_to_do = I'w wneud:
note_back = Yn ôl at nodyn { $number }

## The accessibility statement

acc_lead = Mae'r datganiad hygyrchedd hwn yn berthnasol i wefan gyrfaoedd { $school }.
acc_lead_at = Mae'r datganiad hygyrchedd hwn yn berthnasol i wefan gyrfaoedd { $school }, { $address }.
acc_run_by = { $school } sy'n rhedeg y wefan hon. Rydym am i gynifer o bobl â phosibl allu ei defnyddio.
acc_lets = Dylech chi allu:
acc_how = Pa mor hygyrch yw'r wefan hon
acc_committed = Mae { $school } wedi ymrwymo i wneud ei gwefan yn hygyrch, yn unol â { $law }.
acc_is_full = Mae'r wefan hon yn cydymffurfio'n llawn
acc_is_partial = Mae'r wefan hon yn cydymffurfio'n rhannol
acc_is_not = Nid yw'r wefan hon yn cydymffurfio
acc_is_unknown = Nid ydym wedi asesu eto i ba raddau mae'r wefan hon yn cydymffurfio
acc_full = { $claim } â { $standard }. Canfu { $who } hynny ar { $day }.
acc_claim = { $claim } â { $standard }.
acc_claim_due = { $claim } â { $standard }, oherwydd y problemau a restrir isod.
acc_unknown = { $claim } â { $standard }, y safon y mae'n rhaid iddi ei chyrraedd.
acc_listed_below = Rhestrir y problemau isod.
acc_problems = Beth sydd ddim yn gweithio
acc_problems_small = beth sydd ddim yn gweithio
acc_not_yet = Heb ei drwsio eto
acc_burden = Baich anghymesur
acc_burden_found = Rydym wedi asesu cost trwsio hyn, ac yn credu y byddai'n faich anghymesur.
acc_burden_by_law = Rydym wedi asesu cost trwsio hyn, ac yn credu y byddai'n faich anghymesur o fewn ystyr y rheoliadau hygyrchedd.
acc_out_of_scope = Nid yw o fewn cwmpas y rheoliadau hygyrchedd
acc_found_when_built = Canfuwyd pan adeiladwyd y wefan hon
in_its_place = Beth gallwch ei ddefnyddio yn lle hynny
mended_by = I'w drwsio erbyn
criterion_level = { $id } { $name } (lefel { $level })
tell_us_problem = Rhoi gwybod am broblem
acc_tell_lead = Os oes rhywbeth nad yw'n gweithio i chi, neu os oes angen yr hyn sydd yma mewn ffurf arall, fel print bras, hawdd ei ddeall neu ar bapur:
please_use_contact = Cysylltwch â ni drwy { $link }.
help_and_contact_small = help a chysylltu
acc_when_answer = Pryd byddwn yn ateb
acc_enforcement = Gweithdrefn orfodi
acc_enforcer = { $enforcer } sy'n gyfrifol am orfodi { $law } (y “rheoliadau hygyrchedd”). Os nad ydych yn hapus â'r ffordd rydym yn ymateb i'ch cwyn, cysylltwch â { $advice }.
acc_tested = Sut y profwyd y wefan hon
acc_by_us = Ein gwiriadau ein hunain
checked_on = Gwiriwyd ar { $day }.
checked_by = Gwiriwyd gan { $who }.
checked_on_by = Gwiriwyd ar { $day } gan { $who }.
acc_no_person = Nid oes neb wedi gwirio'r wefan hon â llaw eto.
acc_by_program = Gwiriadau awtomatig
acc_program = Ar { $day }, gwiriodd meddalwedd bob testun a dogfen am unrhyw beth sy'n torri'r rheolau hyn:
acc_program_found = Rhestrir yr hyn a ganfu o dan { $link }.
acc_program_clean = Ni chanfu ddim sy'n methu'r safon. Dim ond rhai problemau y gall gwiriadau awtomatig eu canfod.
acc_by_makers = Gwiriadau gan wneuthurwyr y dyluniad
acc_makers = Mae'r tudalennau hyn yn defnyddio dyluniad Fingerpost { $version }. Mae ei wneuthurwyr yn ei brofi yn { $browser }, gyda { $checker } a'u profion eu hunain, ar dair gwefan ddychmygol:
acc_makers_not = Nid ydynt wedi ei brofi:
acc_own_design = Rydym wedi newid rhannau o'r dyluniad, felly efallai nad yw'r hyn a brofodd ei wneuthurwyr yn wir yma.
acc_untested = Beth nad ydym wedi'i brofi, ac na all meddalwedd ei ddweud
acc_prepared = Paratoi'r datganiad hwn
acc_prepared_on = Paratowyd y datganiad hwn ar { $day }.
acc_last_tested = Profwyd y wefan ddiwethaf ar { $day }.
acc_reviewed_by = Adolygir y datganiad nesaf erbyn { $day }.
acc_found_of = Daw'r canlyniadau awtomatig o { $day }, pan adeiladwyd y wefan ddiwethaf.
untested_pictures = A yw testunau lluniau yn dweud yr hyn sy'n bwysig amdanynt, ac a yw tudalennau'n gwneud synnwyr pan gânt eu darllen yn uchel.
untested_films = A oes capsiynau a disgrifiadau i ffilmiau ar wefannau eraill rydym yn cysylltu â nhw.
untested_documents = A all pawb sydd eu hangen ddefnyddio'r dogfennau i'w lawrlwytho.
looks_no_alt_text = Mae gan bob llun destun sy'n dweud beth mae'n ei ddangos.
looks_alt_text = Mae'r testunau hynny'n fwy nag enw ffeil.
looks_heading_order = Mae penawdau'n dilyn ei gilydd heb fylchau.
looks_bold_heading = Mae penawdau wedi'u nodi fel penawdau, ac nid mewn print trwm yn unig.
looks_link_text = Mae geiriau dolen yn dweud i ble mae'n arwain.
looks_same_link_text = Mae dolenni â'r un geiriau yn arwain i'r un lle.
looks_table_heads = Mae penawdau i golofnau a rhesi tablau.
looks_capitals = Nid oes darn wedi'i ysgrifennu mewn priflythrennau.
looks_colour_contrast = Mae gan lythrennau yn ein lliw gyferbyniad o 7 i 1 neu fwy.
looks_document_only = Mae'r hyn sydd mewn dogfen ar dudalen hefyd.
looks_document_untagged = Mae gan ddogfennau PDF dagiau, teitl ac iaith.
looks_reading_age = Mae'r testunau'n hawdd eu darllen.
looks_other_language = Mae darnau mewn ieithoedd eraill wedi'u nodi, fel eu bod yn cael eu darllen â'r llais cywir.
looks_language_tag = Mae gan ieithoedd enwau y mae darllenwyr sgrin yn eu hadnabod.
looks_film_transcript = Mae gan ffilmiau drawsgrifiad, neu maent wedi'u harwyddo ar dudalen sy'n dweud yr un peth.
looks_fancy_text = Ni ddefnyddir symbolau tebyg yn lle llythrennau.
looks_colour_or_place = Nid oes dim wedi'i enwi yn ôl ei liw neu ei le ar y dudalen yn unig.
found_no_alt_text = Nid oes gan luniau destun sy'n dweud beth maent yn ei ddangos
found_bold_heading = Mae llinellau trwm yn sefyll yn lle penawdau
found_link_text = Nid yw geiriau dolenni yn dweud i ble maent yn arwain
found_table_heads = Mae gan dablau golofnau heb benawdau
found_document_untagged = Mae dogfennau'n anodd eu defnyddio gyda darllenydd sgrin, gan nad oes ganddynt dagiau, teitl neu iaith
found_other_language = Nid yw darnau mewn ieithoedd eraill wedi'u nodi
found_language_tag = Mae gan ieithoedd enwau nad yw darllenwyr sgrin yn eu hadnabod
found_colour_or_place = Mae pethau wedi'u henwi yn ôl eu lliw neu eu lle ar y dudalen yn unig

## Texts in other languages

other_languages = Y dudalen hon mewn ieithoedd eraill
in_other_languages = Mewn ieithoedd eraill
read_this_in = Darllenwch hyn yn:
by_machine = Cyfieithwyd y dudalen hon gan beiriant.
by_machine_why = Gall fod camgymeriadau ynddi. Os yw'r ddau'n wahanol, { $original } sy'n cyfrif.
the_original = y gwreiddiol
original_newer = Mae'r gwreiddiol yn fwy newydd.
original_changed = Newidiwyd { $original } ar { $day }, ar ôl gwneud y cyfieithiad hwn.
translation_of = Dyma { $original } yn yr iaith { $own }.
machine_translated = Cyfieithwyd gan beiriant.
machine_translated_on = Cyfieithwyd gan beiriant ar { $day }.
translated_by = Cyfieithwyd gan { $who }.
translated_by_on = Cyfieithwyd gan { $who } ar { $day }.
translated_on = Cyfieithwyd ar { $day }.
translation_checked_by = Gwiriwyd gan { $who }.
desc_translation = { $title }, yn yr iaith { $own }, yn { $school }.

## Evaluation

about_benchmarks = Sut mae'r rhaglen yn cymharu â'r wyth Meincnod Gatsby.
about_feedback = Beth ddywedodd pob grŵp wrthym, a beth wnaethom ni.
about_destinations = I ble'r aeth y rhai a'n gadawodd.
last_evaluated_on = Gwerthusiad diwethaf y rhaglen gyfan: { $day }.
results = Canlyniadau
how_we_measure = Sut rydym yn mesur effaith
feedback_plan = Y cynllun adborth
who_is_asked = Pwy sy'n cael eu holi, sut a phryd
who_answers = Pwy sy'n ateb
was_due_on = I fod: { $day }
you_said_we_did = Dywedoch chi, gwnaethom ni
we_found_we_did = Beth ganfuom ni, a beth wnaethom ni
said_by = Meddai { $who }:
we_found = Canfuom ni
we_did = Gwnaethom ni
our_answer = Ein hateb
done_on = Gwnaed: { $day }.
due_on = I'w wneud: { $day }.
late_due_on = Hwyr. Roedd i fod: { $day }.
owner = Cyfrifoldeb: { $who }.
all_answers = Pob ateb
all_results = Pob canlyniad
all_results_more = Pob canlyniad ({ $count } arall)
tell_us = Dweud eich dweud: { $what }
next_on = Arolwg nesaf: { $day }

## Feedback and destinations

about_groups = Am { $whom }
about_event = Am: { $title }
answered = { $count } wedi ateb
answered_of = { $count } o { $all } wedi ateb ({ $percent }%)
answered_share = Atebodd { $percent }%
answered_share_of = Atebodd { $percent }% o { $all }
answered_not_stated = faint a atebodd: heb ei nodi
answered_withheld = faint a atebodd: heb ei gyhoeddi
withheld_few = Nid ydym yn cyhoeddi ffigurau lle mae llai na { $number } o bobl wedi ateb, fel na ellir adnabod neb.
withheld_overlap = Nid ydym yn cyhoeddi ffigurau yma oherwydd, o'u cyfuno â ffigurau eraill, gallent ddangos pwy yw pobl.
withheld_small = Nid ydym yn cyhoeddi ffigurau yma oherwydd bod rhai mor fach fel y gallent ddangos pwy yw pobl.
withheld = heb ei gyhoeddi
percent_positive = { $percent }% yn gadarnhaol
several_possible = Gallai pobl ddewis sawl ateb
answer = Ateb
people = Pobl
share = Cyfran
share_not_positive = { $share } heb fod yn gadarnhaol
share_negative = { $share } yn negyddol
share_positive = { $share } yn gadarnhaol
bar_words = { $question } – nifer a atebodd: { $people }. { $answers }.
answer_count = { $answer }: { $count }
most_common = Mwyaf cyffredin: { $what } ({ $percent })
leavers_of = Y rhai a adawodd, { $who }, { $year }
table_of = { $who }: { $table }
leavers = Y rhai a adawodd
where_to = I ble
basis_intended = Beth ddywedon nhw y byddent yn ei wneud.
basis_actual = Lle roedden nhw yn yr hydref ar ôl gadael.
basis_sustained = Lle roedden nhw o hyd chwe mis yn ddiweddarach.
basis_maintained = Cyrchfannau mae ymadawyr wedi'u cadw.
basis_participation = Pwy sydd mewn addysg, gwaith neu hyfforddiant.
leavers_of_years = Y rhai a adawodd, { $who }, { $first } i { $last }
stage_intended = Bwriad
stage_actual = Yn yr hydref
stage_sustained = Chwe mis wedyn
number_and_share = { $number } ({ $share })
not_counted = heb ei gyfrif
what_changed = Beth newidiodd
change_to_actual = Y newid mwyaf o'r bwriad i ble roedden nhw: { $what }, { $change }.
change_to_sustained = Y newid mwyaf mewn chwe mis: { $what }, { $change }.
size_left_out = Rydym yn dangos cyfrannau yma yn lle nifer y rhai a adawodd. Ochr yn ochr â thabl arall, gallai'r rhain ddangos pwy yw pobl.
small_left_out = Ni chyhoeddir niferoedd bach, na rhifau y gellid eu cyfrifo ohonynt, fel na ellir adnabod neb.
who_has_met = Pwy sydd wedi cael cyfarfod arweiniad
had_meeting = Wedi cael cyfarfod
met_caption = Erbyn { $day }
met_by = { $who }: cafodd { $had } eu cyfarfod arweiniad erbyn { $day }.
met_number = { $number } o { $all }
met_all_of = pob un o’r { $all }
met_all = pawb
met_nearly_all_of = bron pob un o’r { $all }
met_nearly_all = bron pawb
met_few_of = ychydig o’r { $all }
met_few = ychydig
withheld_small_rows = Mae “heb ei gyhoeddi” yn golygu bod rhif mor fach fel y gallai ddangos pwy yw pobl.
withheld_overlap_rows = Mae “heb ei gyhoeddi” yn golygu y gallai rhif, o’i gyfuno â ffigurau eraill, ddangos pwy yw pobl.
withheld_numbers = Rydym yn dangos cyfrannau yma ac nid niferoedd. Ochr yn ochr â thabl arall, gallai'r niferoedd ddangos pwy yw pobl.

## Benchmarks

benchmark = Meincnod
progress_over_time = Cynnydd dros amser
benchmarks_changed = Newidiodd y meincnodau eu geiriad rhwng y gwerthusiadau hyn. Mae gan bob fersiwn ei thabl ei hun, gan na ellir cymharu sgoriau'r naill â sgoriau'r llall.
all_scores = Pob sgôr
share_of_benchmark = Cyfran o bob meincnod a gyflawnwyd
our_own_reading = ein hasesiad ein hunain
score_fully = { $score } (wedi'i gyflawni'n llawn)
fully_achieved = Wedi'u cyflawni'n llawn
fully_of_eight = { $count } o 8
fully_of_scored = { $count } o'r rhai a sgoriwyd
on_average = { $count } ar gyfartaledd
tool = Offeryn
took_part = Cynhaliwyd gan
next_due_on = Nesaf: { $day }.
compare_with = Sut mae { $day } yn cymharu
average_achieved = { $count } meincnod wedi'u cyflawni'n llawn ar gyfartaledd
measure_average = Y sgôr gyfartalog ar bob meincnod.
measure_fully = Y gyfran sy'n cyflawni pob meincnod yn llawn.
other_measure = Mae'r ffigurau hyn yn mesur rhywbeth gwahanol i'n sgoriau, felly maent ar wahân.
criterion_by_criterion = Fesul maen prawf
stand_each = Lle rydym arni gyda phob maen prawf
what_is_asked = Gofyniad
where_we_stand = Lle rydym arni
what_shows_it = Beth sy'n dangos hynny
achievement_achieved = Wedi'i gyflawni
achievement_in_progress = Ar waith
achievement_not_achieved = Heb ei gyflawni
achievement_not_scored = Heb ei sgorio
comparator = { $scope }, { $year }
comparator_without_year = { $scope }, heb nodi blwyddyn
scope_national = Lloegr
scope_region = Ein rhanbarth
scope_local_authority = Ein hawdurdod lleol
scope_hub = Ein hwb gyrfaoedd
scope_trust = Ein hymddiriedolaeth
not_stated = heb ei nodi
chart_label = Meincnod { $number }. { $words }
chart_rose = i fyny o { $before } i { $now }
chart_fell = i lawr o { $before } i { $now }
chart_same = { $now } o hyd
chart_own = { $now } yn ôl ein hasesiad ein hunain
chart_break = newid meincnodau
chart_marks = Mae dotiau wedi'u copïo fel mae'r offeryn yn eu dangos, a sgwariau yw ein hasesiad ein hunain. Nid ydynt wedi'u cysylltu.
then_changed = Yna newidiodd y meincnodau.
then_otherwise = Yna sgoriwyd mewn ffordd arall.
score_on = { $day }: { $score }.

## The evaluation summary

what_is_strong = Beth sy'n gryf
what_comes_next = Beth sy'n dod nesaf
encounters_planned = Cyfarfodydd wedi'u cynllunio neu wedi'u cynnal: { $count }.
origin_copied = Mae'r sgoriau wedi'u copïo fel mae'r offeryn yn eu dangos.
origin_statements = Ein hasesiad ein hunain yw'r sgoriau: cyfran meini prawf pob meincnod rydym yn eu cyflawni. Ni ellir eu cymharu â sgoriau Compass, gan fod Compass yn gofyn cwestiynau eraill.
run_stated = { $day }: { $figures } ({ $tool }).
run_summary = { $day }: roeddem yn cyflawni { $fully } o'r wyth meincnod yn llawn ({ $tool }).
run_summary_scored = { $day }: roeddem yn cyflawni { $fully } o'r meincnodau â sgôr yn llawn ({ $tool }).
readout_rule = Y meincnodau gwannaf sy'n dod gyntaf, gydag un cam yr un. Ym mhob un, daw camau sydd eisoes ar waith yn gyntaf.
up_from = i fyny o { $percent }%
down_from = i lawr o { $percent }%
criteria_achieved = { $achieved } o { $all ->
    [two] { $all } faen prawf
   *[other] { $all } maen prawf
} wedi'u cyflawni
criteria_in_progress = { $count } ar waith
criteria_not_achieved = { $count } heb eu cyflawni
criteria_not_scored = { $count } heb eu sgorio
strength_fully = Mae meincnod { $number } wedi'i gyflawni'n llawn.
strength_risen = Cododd meincnod { $number } o { $before }% i { $now }%.
stands_at = Mae meincnod { $number } ar { $percent }%
no_score_yet = Nid oes sgôr i feincnod { $number } eto
why = { $stands }.
why_in_progress = { $stands }; mae hyn ar waith.
why_not_achieved = { $stands }; nid yw hyn wedi'i gyflawni eto.
why_not_scored = { $stands }; nid oes neb wedi sgorio hyn eto.
why_not_shown = { $stands }; nid yw'r wefan yn dangos hyn i gyd.
change_first = Dyma'r gwerthusiad cyntaf, felly nid oes dim i'w gymharu ag ef.
change_version = Defnyddiodd y gwerthusiad blaenorol ({ $day }) fersiwn arall o'r meincnodau, felly ni ellir cymharu'r canlyniadau.
change_origin = Defnyddiodd y gwerthusiad blaenorol ({ $day }) ddull gwahanol ({ $tool }), felly ni ellir cymharu'r canlyniadau.
change_since = Ers { $day }: { $moved }; { $fully }.
moved_rose = { $count ->
    [one] cododd meincnod { $numbers }
   *[other] cododd meincnodau { $numbers }
}
moved_fell = { $count ->
    [one] gostyngodd meincnod { $numbers }
   *[other] gostyngodd meincnodau { $numbers }
}
no_score_changed = ni newidiodd yr un sgôr
fully_as_before = { $now } wedi'u cyflawni'n llawn, fel o'r blaen
fully_then = { $now } wedi'u cyflawni'n llawn, { $then } bryd hynny
next_was_due = Roedd y gwerthusiad nesaf i fod: { $day }.
next_is_due = Y gwerthusiad nesaf: { $day }.
next_unset = Nid oes dyddiad wedi'i bennu ar gyfer y gwerthusiad nesaf. Unwaith y tymor sy'n arferol.
next_renew = Mae'r meincnodau wedi newid ers hynny: dylai'r gwerthusiad nesaf ateb y rhai newydd.

## The evidence page

evidence_sum = Mae’r dudalen hon yn dangos ble i ddod o hyd i { $law ->
    [one] 1 peth y mae’r gyfraith neu ganllawiau yn gofyn amdano
   *[other] { $law } peth y mae’r gyfraith a chanllawiau yn gofyn amdanynt
}, ac { $criteria ->
    [one] 1 maen prawf meincnod
   *[other] { $criteria } maen prawf meincnod
}.
criteria_shown = { $count ->
    [one] 1 maen prawf
   *[other] { $count } maen prawf
}
evidence_lead = Yr hyn mae'r gyfraith a Meincnodau Gatsby yn gofyn amdano, a lle mae'r wefan hon yn ei ddangos.
where_it_is = Lle mae
what_law_asks = Beth mae'r gyfraith a chanllawiau yn ei ofyn
what_benchmarks_ask = Beth mae'r wyth meincnod yn ei ofyn
evidence_no_score = Mae hyn yn dangos beth sydd ar y wefan. Nid sgôr ydyw: mae'r meincnodau'n gofyn beth mae { $pupils } yn ei gael, ac ni all gwefan ddweud hynny ar ei phen ei hun.
info_reviewed_on = Yr wybodaeth ar y wefan hon: adolygiad nesaf { $day }.
evidence_more = Rydym yn ychwanegu at y dudalen hon wrth i'r rhaglen dyfu.
of_what = ar gyfer: { $what }
newer_edition = Mae argraffiad mwy diweddar, nad yw'r dudalen hon yn ei gynnwys eto:
funding_agreement = Lle mae'r dudalen hon yn dweud “ddylai”, gall ein cytundeb ariannu ddweud “rhaid”.
shown_in_part = Wedi'i ddangos yn rhannol. Yn dal ar goll:
own_evaluation = Mae ein gwerthusiad ein hunain ar { $day } yn dweud: { $status }
force_must = Beth mae'n rhaid iddo fod ar y wefan hon
force_should = Beth ddylai fod ar y wefan hon
criterion_title = Maen prawf { $id }
place_team = Y tîm
place_programme = Y rhaglen
place_review = Yr adolygiad nesaf
place_provider_access = Datganiad mynediad i ddarparwyr
place_entrances = Y pedair adran
place_benchmark = Beth rydym yn ei wneud dros feincnod { $number }
