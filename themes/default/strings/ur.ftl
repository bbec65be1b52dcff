### ویب سائٹ کے تمام الفاظ، اردو میں۔ (Every word of the interface, in Urdu.)
###
### Names that a school gives itself do not take the oblique case, so sentences use words that do not need it:
### “برائے”, “بلحاظ”, “ہر”.

## Words for people, used unless the school sets its own.

word_pupil = طالب علم
word_pupils = { $word ->
    [learners] سیکھنے والے
   *[pupils] طلبہ
}
word_parents = والدین اور سرپرست
word_staff = { $word ->
    [college-staff] کالج کا عملہ
   *[staff] عملہ
}
word_employers = آجرین
word_group = { $word ->
    [pathway] تعلیمی راہ
    [course-area] شعبہ
   *[year-group] جماعت
}
word_groups = { $word ->
    [pathways] تعلیمی راہیں
    [course-areas] شعبے
   *[year-groups] جماعتیں
}
word_area = سیکھنے کا شعبہ
word_areas = سیکھنے کے شعبے
word_careers_advisers = کیریئر مشیر
word_governors = گورنرز
word_alumni = سابق طلبہ
word_providers = کالج اور تربیت دینے والے ادارے
word_careers_hub = کیریئر ہب

## Words of the content format. $name is the word in English.

kind = { $kind ->
    [maintained-school] سرکاری اسکول
    [academy] اکیڈمی
    [free-school] فری اسکول
    [utc] یونیورسٹی ٹیکنیکل کالج
    [studio-school] اسٹوڈیو اسکول
    [academy-16-to-19] سولہ سے انیس سال کی اکیڈمی
    [special-school] خصوصی اسکول
    [special-academy] خصوصی اکیڈمی
    [non-maintained-special-school] غیر سرکاری خصوصی اسکول
    [hospital-school] ہسپتال اسکول
    [pupil-referral-unit] پیوپل ریفرل یونٹ
    [ap-academy] متبادل تعلیم کی اکیڈمی
    [middle-school] مڈل اسکول
    [all-through-school] ہر عمر کا اسکول
    [sixth-form-college] سکستھ فارم کالج
    [fe-college] فردر ایجوکیشن کالج
    [specialist-college] آزاد خصوصی کالج
    [training-provider] تربیتی ادارہ
    [independent-school] نجی اسکول
   *[other] { $name }
}
role = { $role ->
    [careers-leader] کیریئر لیڈر
    [deputy-careers-leader] نائب کیریئر لیڈر
    [careers-adviser] کیریئر مشیر
    [headteacher] ہیڈ ٹیچر
    [principal] پرنسپل
    [senior-leader-link] کیریئر کے ذمہ دار سینئر لیڈر
    [link-governor] کیریئر کے لیے رابطہ گورنر
    [sendco] خصوصی تعلیمی ضروریات کے رابطہ کار
    [work-experience-coordinator] عملی کام کے تجربے کے رابطہ کار
    [careers-coordinator] کیریئر رابطہ کار
    [careers-champion] کیریئر چیمپیئن
    [transition-lead] اگلے مرحلے میں منتقلی کے ذمہ دار
    [enterprise-adviser] کاروباری مشیر
    [enterprise-coordinator] کاروباری رابطہ کار
    [careers-administrator] کیریئر منتظم
    [other] ٹیم کے رکن
   *[unknown] { $name }
}
backer = { $backer ->
    [governors] گورنرز
    [headteacher] ہیڈ ٹیچر
    [principal] پرنسپل
    [senior-leaders] سینئر لیڈرز
    [trustees] ٹرسٹیز
   *[unknown] { $name }
}
event_kind = { $kind ->
    [fair] میلہ
    [evening] شام کا پروگرام
    [talk] گفتگو
    [visit] دورہ
    [workshop] ورکشاپ
    [assembly] اسمبلی
    [interviews] انٹرویوز
    [work-experience] عملی کام کا تجربہ
    [open-day] اوپن ڈے
    [guidance] رہنمائی
    [training] تربیت
    [deadline] آخری تاریخ
   *[other] { $name }
}
activity_kind = { $kind ->
    [lesson] سبق
    [tutor-time] ٹیوٹر کا وقت
    [assembly] اسمبلی
    [talk] گفتگو
    [workshop] ورکشاپ
    [encounter] کام کرنے والوں سے ملاقات
    [visit] دورہ
    [workplace] کام کی جگہ پر
    [guidance] ذاتی رہنمائی
    [mentoring] مینٹورنگ
    [project] منصوبہ
    [research] معلومات تلاش کرنا
    [event] تقریب
    [provider] کسی کالج یا تربیتی ادارے سے ملاقات
   *[other] { $name }
}
provider_kind = { $kind ->
    [further-education-college] فردر ایجوکیشن کالج
    [sixth-form-college] سکستھ فارم کالج
    [training-provider] تربیتی ادارہ
    [apprenticeship-provider] اپرنٹس شپ کا ادارہ
    [university-technical-college] یونیورسٹی ٹیکنیکل کالج
    [university] یونیورسٹی
    [school-sixth-form] اسکول کا سکستھ فارم
    [studio-school] اسٹوڈیو اسکول
   *[other] { $name }
}
offer_kind = { $kind ->
    [talk] گفتگو
    [fair] میلہ
    [mock-interviews] مشقی انٹرویوز
    [placement] کام پر تقرر
    [mentoring] مینٹورنگ
    [workplace-visit] کام کی جگہ کا دورہ
    [curriculum] نصاب کے ساتھ
    [governor] گورنر
    [resources] مواد
    [other] دیگر
   *[unknown] { $name }
}
status = { $status ->
    [proposed] مجوزہ
    [cancelled] منسوخ
   *[other] { $name }
}

## Days and times

weekday_monday = پیر
weekday_tuesday = منگل
weekday_wednesday = بدھ
weekday_thursday = جمعرات
weekday_friday = جمعہ
weekday_saturday = ہفتہ
weekday_sunday = اتوار
weekday_short_monday = پیر
weekday_short_tuesday = منگل
weekday_short_wednesday = بدھ
weekday_short_thursday = جمعرات
weekday_short_friday = جمعہ
weekday_short_saturday = ہفتہ
weekday_short_sunday = اتوار
month_january = جنوری
month_february = فروری
month_march = مارچ
month_april = اپریل
month_may = مئی
month_june = جون
month_july = جولائی
month_august = اگست
month_september = ستمبر
month_october = اکتوبر
month_november = نومبر
month_december = دسمبر
month_short_january = جنوری
month_short_february = فروری
month_short_march = مارچ
month_short_april = اپریل
month_short_may = مئی
month_short_june = جون
month_short_july = جولائی
month_short_august = اگست
month_short_september = ستمبر
month_short_october = اکتوبر
month_short_november = نومبر
month_short_december = دسمبر
# Names and numbers are isolated in U+2068 to U+2069, which do not count for the direction of a text: a mark (U+200F)
# sets the direction where there are no other letters.
date_long = { "\u200F" }{ $weekday } { $day }{ "\u00A0" }{ $month } { $year }
date_plain = { "\u200F" }{ $day }{ "\u00A0" }{ $month } { $year }
date_range = { $from } تا { $to }
month_of_year = { "\u200F" }{ $month } { $year }
# A time of hours and minutes runs from left to right (U+2066 to U+2069).
time_am = صبح { $hour }{ "\u00A0" }بجے
time_am_minutes = صبح { "\u2066" }{ $hour }:{ $minute }{ "\u2069" }{ "\u00A0" }بجے
time_noon = دوپہر 12 بجے
time_pm = { $hour24 ->
    [13] دوپہر
    [14] دوپہر
    [15] سہ پہر
    [16] سہ پہر
   *[other] شام
} { $hour }{ "\u00A0" }بجے
time_pm_minutes = { $hour24 ->
    [12] دوپہر
    [13] دوپہر
    [14] دوپہر
    [15] سہ پہر
    [16] سہ پہر
   *[other] شام
} { "\u2066" }{ $hour }:{ $minute }{ "\u2069" }{ "\u00A0" }بجے
time_range = { $from } تا { $to }
all_year = سارا سال
date_to_come = تاریخ بعد میں
dates_to_come = تاریخیں بعد میں
often_daily = روزانہ
often_weekly = ہر ہفتے
often_fortnightly = ہر دو ہفتے
often_monthly = ہر مہینے
often_half_termly = ہر نصف ٹرم میں ایک بار
term_word = ٹرم
term_named = { $name } ٹرم
term_first_half = { $term }، پہلا نصف
term_second_half = { $term }، دوسرا نصف
repeat_weekly = ہر { $days }
repeat_fortnightly = ہر دوسرے ہفتے { $days }
repeat_monthly_first = مہینے کا پہلا { $days }
repeat_monthly_second = مہینے کا دوسرا { $days }
repeat_monthly_third = مہینے کا تیسرا { $days }
repeat_monthly_fourth = مہینے کا چوتھا { $days }
repeat_monthly_last = مہینے کا آخری { $days }
repeat_school_day = اسکول کا دن
repeat_in_term = { $pattern }، ٹرم کے دوران
repeat_within = { $pattern }، { $when }
half_term = ٹرم کے درمیان کی چھٹی
holidays = چھٹیاں
closed = بند
term_begins = { $term } کا آغاز
term_ends = { $term } کا اختتام

## Lists, numbers and groups

list_and = { $rest } اور { $last }
and = اور
list_comma = { "، " }
full_stop = ۔
facts_joined = { $first }، { $second }
list_semicolon = { "؛ " }
percent = { $number }%
share_of = { $all } میں سے { $count } ({ $percent }%)
all_groups = تمام { $groups }
group_range = { $first } تا { $last }
groups_then = { $year } میں { $whom }
groups_then_and_now = { $year } میں { $whom }، اب { $now }

## Titles of pages, and a line about each for search engines

careers_at = { $school } میں کیریئر
careers_home = کیریئر کا پہلا صفحہ
careers_year = کیریئر { $year }
desc_home = { $school } کا کیریئر پروگرام۔
careers_for = کیریئر برائے { $audience }
desc_audience = { $school } میں کیریئر کی تاریخیں، سرگرمیاں اور رابطے برائے { $audience }۔
group_for = { $name } برائے { $audience }
group_at = { $title }، { $school }
page_staff_year = ہر ٹرم میں عملہ کیا کرتا ہے
desc_staff_year = { $school } کے کیریئر پروگرام میں ہر ٹرم میں عملہ کیا کرتا ہے۔
page_matrix = پروگرام کا خاکہ: بینچ مارکس بلحاظ { $group }
desc_matrix = { $school } میں کون سی سرگرمیاں کون سا بینچ مارک پورا کرتی ہیں، کس کے لیے اور کب۔
page_subjects = مضامین اور کیریئر
desc_subjects = { $school } میں ہر مضمون کا کیریئر سے تعلق۔
page_programme = کیریئر پروگرام
desc_programme = { $school } کا کیریئر پروگرام { $year }۔
page_by_term = پروگرام بلحاظ ٹرم
desc_by_term = { $school } میں ہر ٹرم میں کیا ہوتا ہے۔
page_by_benchmark = پروگرام بلحاظ بینچ مارک
desc_by_benchmark = { $school } میں ہم آٹھ گیٹسبی بینچ مارکس میں سے ہر ایک کے لیے کیا کرتے ہیں۔
page_by_area = پروگرام بلحاظ { $area }
desc_by_area = { $school } میں ہر { $area } کے لیے کیا طے ہے۔
page_outcomes = سیکھنے کے نتائج
desc_outcomes = { $school } میں { $pupils } ہر { $group } میں کیا کرنا سیکھتے ہیں۔
page_events = تقریبات
desc_events = { $school } میں کیریئر کی آنے والی تقریبات۔
page_past_events = گزشتہ تقریبات
desc_past_events = { $school } میں کیریئر کی گزشتہ تقریبات۔
page_past_year = پروگرام { $year } (گزشتہ)
desc_past_year = { $school } کے کیریئر پروگرام { $year } میں کیا ہوا۔
past_year_over = { $year } ختم ہو چکا ہے۔ یہ صفحہ دکھاتا ہے کہ کیا ہوا تھا۔
past_year_now = پروگرام { $year }
past_year_empty = اس سال کے لیے کوئی تقریب درج نہیں ہے۔
earlier_years = پچھلے سال
who_took_part = { $year } میں کس نے حصہ لیا
desc_event = { $title }، { $day }۔
desc_moved_event = یہ صفحہ منتقل ہو گیا ہے: { $title }۔
page_has_moved = یہ صفحہ منتقل ہو گیا ہے
page_subscribe = تاریخیں اپنے کیلنڈر میں شامل کریں
desc_subscribe = { $school } میں کیریئر کے کیلنڈر: سبسکرائب، ڈاؤن لوڈ یا پرنٹ کرنے کے لیے۔
page_planner = کیلنڈر برائے { $audience }، { $year }
desc_planner = { $school } میں کیریئر کا پرنٹ کرنے کا کیلنڈر برائے { $audience }۔
page_evaluation = جائزہ
desc_evaluation = ہم { $school } میں کیریئر پروگرام کا جائزہ کیسے لیتے ہیں۔
page_benchmarks = بینچ مارکس کے نتائج
desc_benchmarks = { $school } میں گیٹسبی بینچ مارکس کے نتائج۔
page_feedback = آپ کی آراء اور ہم نے کیا کیا
desc_feedback = { $school } میں ہر گروہ نے کیریئر پروگرام کے بارے میں کیا کہا، اور ہم نے کیا کیا۔
page_destinations = اگلی منزلیں
desc_destinations = { $school } چھوڑنے والے آگے کہاں گئے۔
page_team = کیریئر ٹیم
desc_team = { $school } میں کیریئر پروگرام کون چلاتا ہے۔
page_guidance = ذاتی رہنمائی
desc_guidance = { $school } میں کیریئر کی ذاتی رہنمائی۔
page_employers_year = سال برائے { $employers }
desc_employers_year = { $employers } ہر ٹرم میں { $school } میں کیسے حصہ لیتے ہیں۔
page_provider_access = تعلیمی اداروں کی رسائی
desc_provider_access = تعلیم اور تربیت کے ادارے { $school } میں ہمارے { $pupils } سے کیسے مل سکتے ہیں۔
desc_text = { $title }، { $school }۔
page_policies = پالیسیاں
desc_policies = { $school } میں کیریئر کی پالیسیاں۔
page_evidence = ثبوت
desc_evidence = قانون اور بینچ مارک 1 کیریئر کی ویب سائٹ سے جو کچھ مانگتے ہیں، اور { $school } میں وہ کہاں ہے۔
page_accessibility = رسائی کا بیان
desc_accessibility = { $school } کی کیریئر ویب سائٹ کتنی قابلِ رسائی ہے۔
page_search = تلاش
desc_search = { $school } کے کیریئر صفحات میں تلاش کریں۔
page_not_found = صفحہ نہیں ملا
desc_not_found = یہ صفحہ موجود نہیں ہے۔
not_found_lead = اس پتے پر کوئی صفحہ نہیں ہے۔ شاید وہ کہیں اور چلا گیا ہے، یا لنک غلط ہے۔
page_a_to_z = تمام صفحات کی فہرست
desc_a_to_z = اس ویب سائٹ کا ہر صفحہ۔
letters = حروف

## Every page

skip_to_main = اصل مواد پر جائیں
find_your_way = چنیں کہ آپ کون ہیں
for_everybody = سب کے لیے
you_are_here = آپ یہاں ہیں
on_this_page = اس صفحے پر
menu = مینو
menu_programme = پروگرام
menu_team = ٹیم
card_alt = { $school }: کیریئر پروگرام
card_line = کیریئر پروگرام
news_for = خبریں برائے { $audience }
look_further = مزید معلومات حاصل کریں
read_more = مزید پڑھیں
on_paper = نقل پرنٹ کریں
what = کیا
event_type = قسم
when = کب
where = کہاں
who_for = کس کے لیے
who_with = کس کے ساتھ
catch_up = اگر آپ سے رہ جائے
last = پچھلی بار
next = اگلی بار
source = ماخذ
for_audience = برائے { $audience }
for_whom = برائے { $whom }۔
with_whom = ساتھ: { $whom }۔

## The footer

help_and_contact = مدد اور رابطہ
main_website = { $school } کی ویب سائٹ
more_on_site = اس ویب سائٹ پر مزید
foot_calendar = تاریخیں اپنے کیلنڈر میں شامل کریں
foot_data = پروگرام بطور کھلا ڈیٹا
foot_review = اگلا جائزہ: { $day }۔
foot_review_by = اگلا جائزہ: { $day } ({ $who })۔
foot_updated_too = آخری تازہ کاری: { $day }۔
foot_updated = آخری تازہ کاری: { $day }۔
kind_of_institution = اسکول یا کالج کی قسم
reference_urn = یو آر این
reference_trust = ٹرسٹ
reference_authority = مقامی اتھارٹی
reference_hub = کیریئر ہب
as_of = یہ صفحہ { $day } کو بنایا گیا۔

## The home page

promise_pupils = اس ٹرم میں آپ کیا کریں گے، بلحاظ { $group }۔
promise_pupils_plain = آپ کیا کریں گے، بلحاظ { $group }۔
promise_parents = آنے والے انتخاب اور تاریخیں، اور آپ کیسے مدد کر سکتے ہیں، بلحاظ { $group }۔
promise_parents_plain = آپ کا بچہ کیا کرے گا، بلحاظ { $group }۔
promise_staff = پورا پروگرام، اور اس میں آپ کا حصہ۔
promise_employers = ہمارے { $pupils } سے کیسے ملیں، اور ہمیں آپ کی کب ضرورت ہے۔
promise_employers_plain = ہمارے { $pupils } سے کیسے ملیں۔
coming_up = آنے والی تاریخیں
all_events = تمام تقریبات
get_dates_own = یہ تاریخیں اپنے کیلنڈر میں شامل کریں
our_programme = ہمارا پروگرام
programme_one_page = پورا پروگرام ایک صفحے پر، پڑھنے یا پرنٹ کرنے کے لیے
who_leads = پروگرام کون چلاتا ہے
whole_team = پوری ٹیم دیکھیں
next_review = اگلا جائزہ
review_on = اس ویب سائٹ کی معلومات کا اگلا جائزہ: { $day }۔
who_sees_to_it = ذمہ دار: { $who }۔
last_updated = آخری تازہ کاری
about_school = { $school } کے بارے میں
programme_review = خود پروگرام کا اگلا جائزہ: { $day }۔
awards = اعزازات
until = { $day } تک
about_the = { $name } کے بارے میں
who_backs_it = کون پروگرام کا ساتھ دیتا ہے
backing_since = { $day } سے پروگرام کے ساتھ

## Pages of pupils, parents and carers

find_your = اپنی { $group } چنیں
next_date = اگلی تاریخ
next_for_you = آپ کے لیے آگے
what_you_told_us = آپ کی آراء اور ہم نے کیا کیا
theme = موضوع
year_begins = یہ { $year } کا پروگرام ہے۔ یہ { $day } سے شروع ہوگا۔
year_ended = { $count ->
    [0] { $year } کا پروگرام ختم ہو چکا ہے۔
   *[other] { $year } کا پروگرام ختم ہو چکا ہے، سوائے ان تاریخوں کے جو ابھی آنی ہیں۔
}
preparing_year = ہم { $year } کا پروگرام تیار کر رہے ہیں۔
preparing_next_year = ہم اگلا پروگرام تیار کر رہے ہیں۔
now_and_next = ابھی اور آگے
over_this_term = اس ٹرم میں پہلے
programme_by_group = { $group } کے لحاظ سے پروگرام
later_dates = بعد کی تاریخیں
event_count = { $count ->
    [one] 1 تقریب
   *[other] { $count } تقریبات
}
your_year = آپ کا سال
by_end_of_year = سال کے آخر تک
from_careers_team = کیریئر ٹیم کی طرف سے
you_choose = اس سال آپ کے انتخاب
choices_and_dates = انتخاب اور تاریخیں
choices_this_year = اس سال کے انتخاب اور تاریخیں
next_dates_for_you = آپ کے لیے اگلی تاریخیں
your_part_in_programme = پروگرام میں آپ کا حصہ
find_childs = اپنے بچے کا { $group } تلاش کریں
activity_count = { $count ->
    [one] 1 سرگرمی
   *[other] { $count } سرگرمیاں
}
programme_to_print = پورا پروگرام ایک صفحے پر، پڑھنے یا پرنٹ کرنے کے لیے
how_you_can_help = آپ کیسے مدد کر سکتے ہیں
dates_for_you = آپ مدعو ہیں
planned_open = دوسری تقریبات جن میں آپ آ سکتے ہیں
what_your_child_does = آپ کا بچہ کیا کرتا ہے، ٹرم بہ ٹرم
child_can_say = سال کے آخر تک آپ کے بچے کو یہ کہنے کے قابل ہونا چاہیے
group_in_programme = پورے پروگرام میں { $name }

## Pages of staff

term_your_part = { $term }: آپ کو کیا کرنا ہے
your_part = آپ کو کیا کرنا ہے
dates_with_part = وہ تاریخیں جن میں آپ شریک ہیں
events_with_part = وہ تقریبات جن میں آپ شریک ہیں
programme_in_full = مکمل پروگرام
key_question = بنیادی سوال
group_in_full = مکمل پروگرام دیکھیں: { $name }
led_by = سربراہ
materials = مواد
with_partners = ساتھ: { $who }
led_by_whom = سربراہ: { $who }
parents_are_invited = { $parents } مدعو ہیں
resources = وسائل
resource_place = کہاں: { $place }۔
resource_owner = ذمہ دار: { $who }۔
aims = ہمارے مقاصد
in_development_plan = ہمارے ترقیاتی منصوبے میں
time_and_budget = وقت اور بجٹ
in_objectives = { $staff } کے مقاصد میں
matrix_cell = بینچ مارک { $benchmark }، { $year }
nothing_yet = ابھی کچھ نہیں
matrix_lead = ہر بینچ مارک اور ہر { $group } کے لیے کیا طے ہے، اور کس ٹرم میں۔ بینچ مارک 1 خود پروگرام ہے۔
proposed_mark = (مجوزہ)
what_benchmarks_mean = ہر بینچ مارک کا مطلب، اور ہم اس کے لیے کیا کرتے ہیں
subject = مضمون
subjects_lead = ہر مضمون کا کیریئر سے تعلق، بلحاظ { $group }۔
outcomes_lead = ہر سال کے آخر تک { $pupils } کیا جانتے اور کر سکتے ہیں، اور یہ کیسے بڑھتا ہے۔
other_outcomes = دیگر نتائج
not_taught = نہیں پڑھایا جاتا
subjects = مضامین

## Pages of employers and providers

dates_that_need_you = ہمیں آپ کی مدد کب چاہیے
ways_to_take_part = حصہ لینے کے طریقے
offer_this = یہ پیش کش کریں
offer_subject = { $school } میں کیریئر: { $offer }
whom_to_talk_to = کس سے رابطہ کریں
planned_looking = سرگرمیاں جن کے لیے ابھی لوگ درکار ہیں
colleges_and_providers = کالج اور تربیتی ادارے
provider_statement = تعلیمی اداروں کی رسائی کا بیان، اور دورے کی درخواست کیسے کریں
in_the_diary = دوسری تاریخیں
what_each_needs = ہر { $group } کو کیا درکار ہے
how_we_meet_duty = ہم یہ ذمہ داری کیسے پوری کرتے ہیں
when_we_say_yes = ہم کب ہاں کہتے ہیں
when_we_may_say_no = ہم کب انکار کر سکتے ہیں
rooms_and_equipment = کمرے اور سامان
safeguarding = بچوں کا تحفظ
complaints = شکایات
how_to_ask = درخواست کیسے کریں
who_came_before = وہ ادارے جو آ چکے ہیں
approval = منظوری
when_providers_come = ادارے کب آ سکتے ہیں
duty_by_phase = ہر مرحلے میں قانونی ذمہ داری
provider_by_phase = ہر مرحلے میں تعلیمی اداروں کی رسائی
past_encounters = پچھلے سال جماعت { $then } میں، اب جماعت { $now } کے { $pupils } کی یہ ملاقاتیں ہوئیں:
everyone_in_phase = اس مرحلے میں سب حصہ لیتے ہیں
encounters_of = ملاقاتیں: { $phase }
encounter = ملاقات
provider = ادارہ
over_brackets = (ہو چکی)

## کام کی جگہوں پر وقت

page_workplaces = کام کی جگہوں پر وقت
desc_workplaces = { $school } میں { $pupils } کام کی جگہوں پر کتنے گھنٹے گزارتے ہیں۔
workplaces_lead = ہر { $pupil } کام کی جگہوں پر کتنے گھنٹے گزارتا ہے: اس سال اب تک، اور جو ابھی طے ہے۔
workplaces_source = رہنما اصول کیا چاہتے ہیں
workplaces_added = ہر مجموعہ تمام جماعتوں کے اس سال کے پروگرام کو جوڑتا ہے۔
workplaces_by_end_of = جماعت { $year } کے آخر تک: { $target } میں سے { $hours } گھنٹے
workplaces_by_end = جماعت { $year } کے آخر تک: { $hours }
workplaces_cohort = جو { $pupils } اب { $name } میں ہیں، انہیں جماعت { $year } کے آخر تک { $hours } مل چکے ہوں گے۔ اس سے پہلے: { $earlier }۔
workplaces_in_year = { $year } میں { $hours }
workplaces_no_target = ہمیں معلوم نہیں کہ رہنما اصول ہمارے لیے گھنٹوں کی کوئی تعداد مقرر کرتے ہیں، اس لیے یہاں کوئی ہدف نہیں۔
workplaces_shared = { $pupils } اس مدت کا کچھ حصہ کسی اور اسکول میں گزارتے ہیں، اس لیے صرف ہمارے سالوں کا کوئی ہدف نہیں۔
years_to = جماعت { $first } تا { $last }
years_and = جماعت { $first } اور { $last }
year_number = جماعت { $year }
hours_count = { $count ->
    [one] { $number } گھنٹہ
   *[other] { $number } گھنٹے
}
hours_of = { $target } میں سے { $hours }
hours_each_time = ہر بار { $hours }
hours_so_far = اب تک کے گھنٹے
hours_planned = ابھی باقی طے شدہ گھنٹے
hours_by_end = آخر تک کے گھنٹے
hours_short = کم گھنٹے
workplace_mode = { $mode ->
    [in-person] خود جا کر
    [virtual] آن لائن
    [blended] کچھ آن لائن
   *[other] { $name }
}
not_for_everyone = سب کے لیے نہیں، اس لیے شمار نہیں
only_proposed = صرف تجویز، اس لیے شمار نہیں
hours_not_given = گھنٹے ابھی نہیں بتائے گئے

## The programme

how_to_get_at = یہ معلومات کیسے حاصل کریں
planned = طے شدہ
key_stages = کی اسٹیج { $numbers }
dates = تاریخیں
over_mark = ہو چکا
skills = مہارتیں
wanted = ہمیں درکار ہے
parents_invited = { $Parents } مدعو ہیں۔
what_we_do_each = ہم ہر بینچ مارک کے لیے کیا کرتے ہیں۔
where_published = بینچ مارکس کہاں شائع ہوئے ہیں
what_benchmark_asks = بینچ مارک { $number } کیا مانگتا ہے
where_benchmark_published = بینچ مارک { $number } کہاں شائع ہوا ہے
benchmarks_label = { $count ->
    [one] بینچ مارک
   *[other] بینچ مارکس
}

## ملاقاتیں اور ان کے پرنٹ کرنے کے صفحے

to_print = پرنٹ کرنے کے لیے
page_encounters = ملاقاتیں اور ان کے صفحے
desc_encounters = { $school } میں آجروں اور اداروں سے ملاقاتوں کو کیا چیز بامعنی بناتی ہے، اور پرنٹ کرنے کے صفحے۔
encounters_lead = بینچ مارکس کا تقاضا ہے کہ { $employers }، کام کی جگہوں اور تعلیمی اداروں سے ملاقاتیں بامعنی ہوں۔
encounters_described = { $all } میں سے { $count } ملاقاتوں کی مکمل تفصیل ہے: مقصد، سیکھنا، کام، رائے اور باقی سب۔
is_described = طے شدہ
desc_sheet = { $title }، { $day } کے لیے پرنٹ کرنے کا صفحہ۔
sheet_for_pupils = { $pupils } کے لیے صفحہ
sheet_for_employers = { $employers } کے لیے ہدایات
sheet_for_providers = تعلیمی اداروں کے لیے ہدایات
sheet_for_staff = { $staff } کے لیے نوٹ
sheet_title = { $sheet }: { $title }
sheet_link = { $sheet } (1 صفحہ)
sheet_your_name = نام
sheet_purpose = اس کا مقصد
sheet_outcomes = { $pupils } کیا سیکھتے ہیں
sheet_tick = جو آپ اب جانتے یا کر سکتے ہیں اس پر ٹک لگائیں
sheet_before = پہلے
sheet_questions = سوال جو میں پوچھنا چاہتا یا چاہتی ہوں
sheet_during = وہاں موجودگی کے دوران
sheet_you_meet = آپ ان سے ملیں گے
sheet_they_meet = { $pupils } ان سے ملتے ہیں
sheet_task = کام
sheet_feedback = رائے
sheet_talk = ایک دوسرے سے بات چیت
sheet_found_out = مجھے کیا معلوم ہوا
sheet_after = بعد میں
sheet_we_ask = آپ سے ہماری گزارش
sheet_law = قانون کے مطابق آپ کو کیا بتانا ہے
sheet_they_prepare = { $pupils } کیسے تیاری کرتے ہیں
sheet_they_look_back = { $pupils } بعد میں کن سوالوں کا جواب دیتے ہیں
sheet_arrival = جب آپ پہنچیں
sheet_record = کیا درج کرنا ہے
sheet_record_who = لکھ لیں کہ کس نے حصہ لیا اور کون غیر حاضر تھا۔
sheet_away = جو غیر حاضر تھے ان کے لیے
sheet_what_happened = جو ہوا اس پر ٹک لگائیں
provider_covers_provider = آپ کون ہیں، اور آپ کون سے تکنیکی کورس یا اپرنٹس شپس پیش کرتے ہیں
provider_covers_careers = ان سے کون سے کیریئر مل سکتے ہیں
provider_covers_learning = آپ کے ہاں سیکھنا یا تربیت لینا کیسا ہے
provider_covers_questions = { $pupils } کے سوالوں کے جواب
# What an encounter is asked for.
test_purpose = مقصد
test_outcomes = سیکھنا
test_two_way = باہمی بات چیت
test_people = مختلف لوگ
test_task = کام
test_feedback = رائے
test_reflection = جائزہ

## Events and calendars

date_to_confirm = تاریخ کی تصدیق باقی ہے
cancelled_mark = منسوخ
event_is_cancelled = یہ تقریب منسوخ ہے۔
event_is_over = یہ تقریب ہو چکی ہے۔
it_is_cancelled = وجہ
events_to_come = آنے والی تقریبات
no_past_events = کوئی گزشتہ تقریب نہیں۔
no_dates = فی الحال کوئی تاریخ طے نہیں۔
open_to = یہ آ سکتے ہیں: { $who }
everyone_takes_part = ان گروہوں میں سب حصہ لیتے ہیں۔
serves = بینچ مارکس
belongs_to_areas = { $Areas }
what_people_said = لوگوں نے اس کے بارے میں کیا کہا
all_dates = تمام { $count } تاریخیں
book_a_place = جگہ بُک کریں
join_online = آن لائن شامل ہوں
more_about_it = مزید معلومات
add_to_calendar = اپنے کیلنڈر میں شامل کریں
tag_invited = آپ مدعو ہیں
tag_child_goes = آپ کا بچہ جائے گا
tag_optional = اختیاری
can_you_help = کیا آپ مدد کر سکتے ہیں؟
answer_by = براہِ کرم { $day } تک جواب دیں۔
how_employers_take_part = { $employers } کیسے حصہ لیتے ہیں
get_these_dates = یہ تاریخیں اپنے کیلنڈر میں شامل کریں
print_as_calendar = کیلنڈر کی شکل میں چھاپیں
planner_lead = { $school }، { $day } تک کی معلومات۔ ہر صفحے پر ایک ٹرم، A4 پر پرنٹ کرنے کے لیے۔
planner_as_of = { $title }، { $school }، { $day } تک کی معلومات
week_by_week = { $term }، ہفتہ بہ ہفتہ
week_of = ہفتہ از
every_week = ہر ہفتے
in_the_holidays = چھٹیوں میں
calendar_all = تمام تقریبات
calendar_one = ایک تقریب
calendar_group_for = { $name }، برائے { $audience }
calendar_name = { $school } کیریئر: { $title }
calendar_about = { $title }، { $school } کے کیریئر پروگرام سے۔
category_careers = کیریئر
category_year = تعلیمی سال
key_dates_name = { $school }: ٹرم کی تاریخیں اور کیریئر کی آخری تاریخیں
key_dates = ٹرم کی تاریخیں، چھٹیاں اور آخری تاریخیں
key_dates_short = ٹرم کی تاریخیں اور آخری تاریخیں
cancelled_title = منسوخ: { $title }
with_date_to_confirm = { $text } (تاریخ کی تصدیق باقی ہے)
with_term_dates_to_confirm = { $text } (ٹرم کی تاریخوں کی تصدیق باقی ہے)
feed_title = { $school } میں کیریئر: خبریں برائے { $audience }
news_title = { $title }: { $when }
news_cancelled = منسوخ: { $title }، { $when }

## Search, and the filter for events

pages_found = { $count ->
    [one] “{ $q }” کے لیے { $number } صفحہ ملا۔
   *[other] “{ $q }” کے لیے { $number } صفحات ملے۔
}
nothing_found = “{ $q }” کے لیے کچھ نہیں ملا۔ دوسرے یا کم الفاظ آزمائیں، یا تمام صفحات کی فہرست دیکھیں۔
search_all_for = اس ویب سائٹ میں تلاش کریں
search_unscripted = تلاش کے لیے JavaScript درکار ہے، جو آپ کے براؤزر میں بند ہے۔ اس کے بجائے تمام صفحات کی فہرست دیکھیں۔
search_close = بالکل یہی الفاظ نہیں ملے۔ ملتے جلتے نتائج:
search_failed = تلاش اس وقت کام نہیں کر رہی۔ اس کے بجائے تمام صفحات کی فہرست دیکھیں۔
events_shown = { $count ->
    [one] { $all } میں سے { $number } تقریب دکھائی گئی ہے۔
   *[other] { $all } میں سے { $number } تقریبات دکھائی گئی ہیں۔
}
no_event_shown = { $all } میں سے کوئی تقریب آپ کے انتخاب کے مطابق نہیں۔
show_fewer = تقریبات چھانٹیں
show_all = سب دکھائیں
everybody = سب
the_group = { $Group }
all_events_for_you = آپ کے لیے تمام تقریبات

## Getting the dates

subscribe_lead = کیریئر کی تاریخیں اپنے کیلنڈر میں شامل کرنے کے لیے ایک بار سبسکرائب کریں۔ اگر ہم کچھ بدلیں یا منسوخ کریں تو آپ کا کیلنڈر خود بخود تازہ ہو جائے گا۔
download_lead = کیریئر کی تاریخیں اپنے کیلنڈر میں ڈاؤن لوڈ کریں، یا پرنٹ کریں۔
set_all = تمام تقریبات، یا صرف آپ کے لیے
set_for = برائے { $audience }، بلحاظ { $group }
set_everybody = سب کے لیے، بلحاظ { $group }
print_for = پرنٹ کرنے کا کیلنڈر برائے { $audience }
subscribe = سبسکرائب کریں
calendar = کیلنڈر
download = ڈاؤن لوڈ کریں
iphone = آئی فون، آئی پیڈ اور میک
iphone_1 = یہاں ایک کیلنڈر چنیں اور “سبسکرائب کریں” دبائیں۔
iphone_2 = پوچھے جانے پر دوبارہ Subscribe دبائیں، پھر Done۔
android = اینڈرائیڈ اور گوگل کیلنڈر
android_1 = یہاں ایک کیلنڈر چنیں اور Google دبائیں۔ کمپیوٹر پر یہ سب سے آسان ہے۔
android_2 = پوچھا جائے تو سائن اِن کریں، اور Add چنیں۔
android_3 = آپ کا فون بھی اسے دکھائے گا۔ اگر نہ دکھائے: Calendar ایپ کھولیں، پھر Settings، نیا کیلنڈر دبائیں اور Sync آن کریں۔
android_4 = گوگل دن میں تقریباً ایک بار تبدیلیاں دیکھتا ہے۔
outlook_1 = کیلنڈر کے نام کے نیچے کا پتا کاپی کریں۔ یہ ‎.ics پر ختم ہوتا ہے۔
outlook_2 = Outlook کے کیلنڈر میں Add calendar چنیں، پھر Subscribe from web۔
outlook_3 = پتا پیسٹ کریں، اسے نام دیں اور Import چنیں۔
calendar_address = کاپی کرنے کا پتہ
any_calendar = کوئی اور کیلنڈر
any_calendar_1 = “subscribe”، “from the web” یا “by URL” تلاش کریں، اور پتا پیسٹ کریں۔
any_calendar_2 = جو فائل آپ ڈاؤن لوڈ کرتے ہیں وہ ہمارے تاریخ بدلنے پر نہیں بدلتی۔ کسی کو نہیں بتایا جاتا کہ آپ نے سبسکرائب کیا ہے۔
how_it_works = یہ کیسے کام کرتا ہے
download_1 = یہاں ایک کیلنڈر چنیں اور “ڈاؤن لوڈ کریں” دبائیں۔
download_2 = فائل کھولیں۔ آپ کا فون یا کمپیوٹر تاریخیں شامل کرنے کی پیش کش کرے گا۔
download_3 = جو فائل آپ ڈاؤن لوڈ کرتے ہیں وہ ہمارے تاریخ بدلنے پر نہیں بدلتی۔ تبدیلیوں کے لیے دوبارہ آئیں: اسے پھر ڈاؤن لوڈ کریں تو آپ کا کیلنڈر تازہ ہو جائے گا۔
news = خبریں
news_how = فیڈ ریڈر آپ کو بتاتا ہے کہ کوئی تاریخ نئی ہے، بدلی ہے یا منسوخ ہوئی ہے۔ ان میں سے ایک پتا اس میں پیسٹ کریں۔

## People and guidance

who_else = اور کون مدد کر سکتا ہے
who_backs_programme = کون پروگرام کا ساتھ دیتا ہے
who_answers_to_whom = کون کس کو جواب دہ ہے
those_below_answer = ہر نام کے نیچے وہ لوگ ہیں جو اس شخص کو جواب دہ ہیں۔
time_for_careers = کیریئر کے لیے وقت
responsible_for = ذمہ داری
looks_after = ذمہ داری: { $whom }
ask_about = ان کے بارے میں پوچھیں
book_time_with = { $name } کے ساتھ ملاقات بُک کریں
what_you_can_expect = آپ کیا توقع کر سکتے ہیں
good_to_know = جاننے کی باتیں
how_to_get_meeting = ملاقات کیسے حاصل کریں
open_booking = بُکنگ کا صفحہ کھولیں
without_booking = بُکنگ کے بغیر
meeting_length = دورانیہ
your_adviser = آپ کے مشیر
talk_to_adviser = مشیر سے بات کریں
to_book = بُک کرنے کے لیے
how_guidance_works = ذاتی رہنمائی کیسے کام کرتی ہے

## Texts

approved_by = منظوری: { $who }۔
films = فلمیں
film_signed = برطانوی اشاروں کی زبان میں
transcript = “{ $title }” میں کیا کہا اور دکھایا گیا
approved_on = منظوری کی تاریخ: { $day }۔
approved_by_on = منظوری: { $who }، { $day }۔
next_review_on = اگلا جائزہ: { $day }۔
task_done = ہو گیا:
task_to_do = کرنا ہے:
note_back = حاشیہ { $number } پر واپس

## The accessibility statement

acc_lead = رسائی کا یہ بیان { $school } کی کیریئر ویب سائٹ کے بارے میں ہے۔
acc_lead_at = رسائی کا یہ بیان { $school } کی کیریئر ویب سائٹ کے بارے میں ہے: { $address }
acc_run_by = یہ ویب سائٹ { $school } چلاتا ہے۔ ہم چاہتے ہیں کہ زیادہ سے زیادہ لوگ اسے استعمال کر سکیں۔
acc_lets = آپ یہ کر سکتے ہیں:
acc_how = یہ ویب سائٹ کتنی قابلِ رسائی ہے
acc_committed = { $school } اپنی ویب سائٹ کو قابلِ رسائی بنانے کا پابند ہے، بمطابق { $law }۔
acc_is_full = یہ ویب سائٹ مکمل مطابقت رکھتی ہے
acc_is_partial = یہ ویب سائٹ جزوی مطابقت رکھتی ہے
acc_is_not = یہ ویب سائٹ مطابقت نہیں رکھتی
acc_is_unknown = ہم نے ابھی جائزہ نہیں لیا کہ یہ ویب سائٹ کس حد تک مطابقت رکھتی ہے
acc_full = { $claim }۔ معیار: { $standard }۔ یہ { $who } نے { $day } کو معلوم کیا۔
acc_claim = { $claim }۔ معیار: { $standard }۔
acc_claim_due = { $claim }، ان مسائل کی وجہ سے جو نیچے درج ہیں۔ معیار: { $standard }۔
acc_unknown = { $claim }۔ مطلوبہ معیار: { $standard }۔
acc_listed_below = مسائل نیچے درج ہیں۔
acc_problems = کیا کام نہیں کرتا
acc_problems_small = کیا کام نہیں کرتا
acc_not_yet = ابھی ٹھیک نہیں ہوا
acc_burden = حد سے زیادہ بوجھ
acc_burden_found = ہم نے اسے ٹھیک کرنے کی لاگت جانچی ہے، اور ہمارے خیال میں یہ حد سے زیادہ بوجھ ہو گا۔
acc_burden_by_law = ہم نے اسے ٹھیک کرنے کی لاگت جانچی ہے، اور ہمارے خیال میں یہ رسائی کے ضوابط کے مفہوم میں حد سے زیادہ بوجھ ہو گا۔
acc_out_of_scope = رسائی کے ضوابط کے دائرے میں نہیں
acc_found_when_built = اس ویب سائٹ کو بناتے وقت ملے
in_its_place = آپ اس کی جگہ کیا استعمال کر سکتے ہیں
mended_by = کب تک ٹھیک ہو گا
criterion_level = { $id } { $name } (درجہ { $level })
tell_us_problem = مسئلے کی اطلاع دیں
acc_tell_lead = اگر کوئی چیز آپ کے لیے کام نہیں کرتی، یا آپ کو یہ معلومات کسی اور شکل میں چاہیے، جیسے بڑے حروف میں، آسان زبان میں یا کاغذ پر:
please_use_contact = براہِ کرم { $link } کے تحت دیا گیا رابطہ استعمال کریں۔
help_and_contact_small = مدد اور رابطہ
acc_when_answer = ہم کب جواب دیں گے
acc_enforcement = نفاذ کا طریقہ
acc_enforcer = { $law } (“رسائی کے ضوابط”) کے نفاذ کی ذمہ داری { $enforcer } کی ہے۔ اگر آپ اپنی شکایت پر ہمارے جواب سے مطمئن نہیں تو یہاں رابطہ کریں: { $advice }۔
acc_tested = یہ ویب سائٹ کیسے جانچی گئی
acc_by_us = ہماری اپنی جانچ
checked_on = { $day } کو جانچی گئی۔
checked_by = جانچی گئی۔ جانچنے والے: { $who }۔
checked_on_by = { $day } کو جانچی گئی۔ جانچنے والے: { $who }۔
acc_no_person = ابھی کسی نے یہ ویب سائٹ خود نہیں جانچی۔
acc_by_program = خودکار جانچ
acc_program = { $day } کو سافٹ ویئر نے ہر متن اور دستاویز میں وہ چیزیں تلاش کیں جو ان اصولوں کے خلاف ہوں:
acc_program_found = اس نے جو پایا وہ یہاں درج ہے: { $link }۔
acc_program_clean = اسے معیار کے خلاف کچھ نہیں ملا۔ خودکار جانچ صرف کچھ مسائل تلاش کر سکتی ہے۔
acc_by_makers = ڈیزائن بنانے والوں کی جانچ
acc_makers = یہ صفحات Fingerpost { $version } کا ڈیزائن استعمال کرتے ہیں۔ اس کے بنانے والے اسے { $browser } میں، { $checker } اور اپنے ٹیسٹوں سے، تین فرضی ویب سائٹس پر جانچتے ہیں:
acc_makers_not = انہوں نے اسے ان طریقوں سے نہیں جانچا:
acc_own_design = ہم نے ڈیزائن کے کچھ حصے بدلے ہیں، اس لیے اس کے بنانے والوں کی جانچ شاید یہاں لاگو نہ ہو۔
acc_untested = جو ہم نے نہیں جانچا، اور سافٹ ویئر نہیں بتا سکتا
acc_prepared = اس بیان کی تیاری
acc_prepared_on = یہ بیان { $day } کو تیار کیا گیا۔
acc_last_tested = ویب سائٹ آخری بار { $day } کو جانچی گئی۔
acc_reviewed_by = بیان کا اگلا جائزہ { $day } تک لیا جائے گا۔
acc_found_of = خودکار نتائج { $day } کے ہیں، جب ویب سائٹ آخری بار بنی۔
untested_pictures = کیا تصویروں کے متن ان کی اہم بات بتاتے ہیں، اور کیا صفحات بلند آواز سے پڑھنے پر سمجھ آتے ہیں۔
untested_films = کیا دوسری ویب سائٹس کی جن فلموں کے لنک ہم دیتے ہیں ان میں سرخیاں اور وضاحتیں ہیں۔
untested_documents = کیا ڈاؤن لوڈ کی دستاویزات ہر ضرورت مند استعمال کر سکتا ہے۔
looks_no_alt_text = ہر تصویر کے ساتھ ایک متن ہے جو بتاتا ہے کہ اس میں کیا ہے۔
looks_alt_text = وہ متن فائل کے نام سے زیادہ کچھ بتاتے ہیں۔
looks_heading_order = عنوانات بغیر خلا کے ایک دوسرے کے بعد آتے ہیں۔
looks_bold_heading = عنوانات کو عنوان کے طور پر نشان زد کیا گیا ہے، صرف موٹا نہیں لکھا گیا۔
looks_link_text = لنک کے الفاظ بتاتے ہیں کہ وہ کہاں لے جاتا ہے۔
looks_same_link_text = ایک جیسے الفاظ کے لنک ایک ہی جگہ لے جاتے ہیں۔
looks_table_heads = جدولوں کے کالموں اور قطاروں کے عنوان ہیں۔
looks_capitals = کوئی عبارت بڑے انگریزی حروف میں نہیں لکھی گئی۔
looks_colour_contrast = ہمارے رنگ کے حروف کا تضاد 7 سے 1 یا زیادہ ہے۔
looks_document_only = جو کچھ دستاویز میں ہے وہ صفحے پر بھی ہے۔
looks_document_untagged = پی ڈی ایف دستاویزات میں ٹیگ، عنوان اور زبان موجود ہیں۔
looks_reading_age = متن پڑھنے میں آسان ہیں۔
looks_other_language = دوسری زبانوں کی عبارتیں نشان زد ہیں، تاکہ صحیح آواز میں پڑھی جائیں۔
looks_language_tag = زبانوں کے نام وہ ہیں جو اسکرین ریڈر جانتے ہیں۔
looks_film_transcript = فلموں کا متن ہے، یا وہ اشاروں میں اس صفحے پر ہیں جو وہی بات کہتا ہے۔
looks_fancy_text = حروف کی جگہ ان سے ملتی جلتی علامتیں استعمال نہیں ہوئیں۔
looks_colour_or_place = کوئی چیز صرف اپنے رنگ یا صفحے پر اپنی جگہ سے نہیں پہچانی جاتی۔
found_no_alt_text = تصویروں کے ساتھ کوئی متن نہیں جو بتائے کہ ان میں کیا ہے
found_bold_heading = عنوانات کی جگہ موٹی سطریں ہیں
found_link_text = لنک کے الفاظ نہیں بتاتے کہ وہ کہاں لے جاتے ہیں
found_table_heads = جدولوں میں بغیر عنوان کے کالم ہیں
found_document_untagged = دستاویزات کو اسکرین ریڈر سے استعمال کرنا مشکل ہے، کیونکہ ان میں ٹیگ، عنوان یا زبان نہیں
found_other_language = دوسری زبانوں کی عبارتیں نشان زد نہیں
found_language_tag = زبانوں کے نام وہ ہیں جو اسکرین ریڈر نہیں جانتے
found_colour_or_place = چیزیں صرف رنگ یا صفحے پر جگہ سے پہچانی جاتی ہیں

## Texts in other languages

other_languages = یہ صفحہ دوسری زبانوں میں
in_other_languages = دوسری زبانوں میں
read_this_in = اسے ان زبانوں میں پڑھیں:
by_machine = اس صفحے کا ترجمہ مشین نے کیا ہے۔
by_machine_why = اس میں غلطیاں ہو سکتی ہیں۔ اگر دونوں میں فرق ہو تو { $original } معتبر ہے۔
the_original = اصل
original_newer = اصل صفحہ زیادہ نیا ہے۔
original_changed = یہ ترجمہ ہونے کے بعد { $original } { $day } کو بدلا گیا۔
translation_of = یہ { $original } ہے، زبان: { $own }۔
machine_translated = ترجمہ مشین نے کیا۔
machine_translated_on = ترجمہ مشین نے { $day } کو کیا۔
translated_by = مترجم: { $who }۔
translated_by_on = مترجم: { $who }، { $day }۔
translated_on = ترجمے کی تاریخ: { $day }۔
translation_checked_by = نظرِ ثانی: { $who }۔
desc_translation = { $title }، زبان: { $own }، { $school }۔

## Evaluation

about_benchmarks = آٹھ گیٹسبی بینچ مارکس کے لحاظ سے پروگرام کیسا ہے۔
about_feedback = ہر گروہ نے ہمیں کیا بتایا، اور ہم نے کیا کیا۔
about_destinations = ہمارے اسکول سے جانے والے کہاں گئے۔
last_evaluated_on = پورے پروگرام کا آخری جائزہ: { $day }۔
results = نتائج
how_we_measure = ہم اثر کیسے ناپتے ہیں
feedback_plan = آراء لینے کا منصوبہ
who_is_asked = کس سے، کیسے اور کب پوچھا جاتا ہے
who_answers = کون جواب دیتا ہے
was_due_on = ہونا تھا: { $day }
you_said_we_did = آپ نے کہا، ہم نے کیا
we_found_we_did = ہم نے کیا دیکھا، اور کیا کیا
said_by = { $who } نے کہا
we_found = ہم نے دیکھا
we_did = ہم نے کیا
our_answer = ہمارا جواب
done_on = ہو گیا: { $day }۔
due_on = ہونا ہے: { $day }۔
late_due_on = تاخیر۔ ہونا تھا: { $day }۔
owner = ذمہ دار: { $who }۔
all_answers = تمام جوابات
all_results = تمام نتائج
all_results_more = تمام نتائج ({ $count } مزید)
tell_us = اپنی رائے دیں: { $what }
next_on = اگلا سروے: { $day }

## Feedback and destinations

about_groups = بارے میں: { $whom }
about_event = بارے میں: { $title }
answered = { $count } نے جواب دیا
answered_of = { $all } میں سے { $count } نے جواب دیا ({ $percent }%)
answered_share = { $percent }% نے جواب دیا
answered_share_of = { $all } میں سے { $percent }% نے جواب دیا
answered_not_stated = کتنوں نے جواب دیا: درج نہیں
answered_withheld = کتنوں نے جواب دیا: شائع نہیں
withheld_few = جہاں { $number } سے کم لوگوں نے جواب دیا ہو وہاں ہم اعداد شائع نہیں کرتے، تاکہ کوئی پہچانا نہ جائے۔
withheld_overlap = ہم یہاں اعداد شائع نہیں کرتے، کیونکہ دوسرے اعداد کے ساتھ ملانے پر ان سے لوگ پہچانے جا سکتے ہیں۔
withheld_small = ہم یہاں اعداد شائع نہیں کرتے، کیونکہ کچھ اتنے چھوٹے ہیں کہ لوگ پہچانے جا سکتے ہیں۔
withheld = شائع نہیں
percent_positive = { $percent }% مثبت
several_possible = لوگ ایک سے زیادہ جواب چن سکتے تھے
answer = جواب
people = لوگ
share = حصہ
share_not_positive = { $share } مثبت نہیں
share_negative = { $share } منفی
share_positive = { $share } مثبت
bar_words = { $question } – { $people } لوگوں نے جواب دیا۔ { $answers }۔
answer_count = { $answer }: { $count }
most_common = سب سے زیادہ: { $what } ({ $percent })
leavers_of = جانے والے: { $who }، { $year }
table_of = { $who }: { $table }
leavers = جانے والے
where_to = کہاں
basis_intended = جانے والوں نے کیا ارادہ بتایا۔
basis_actual = جانے کے بعد خزاں میں وہ کہاں تھے۔
basis_sustained = چھ ماہ بعد وہ اب بھی کہاں تھے۔
basis_maintained = وہ منزلیں جن پر جانے والے قائم ہیں۔
basis_participation = کون تعلیم، ملازمت یا تربیت میں ہے۔
leavers_of_years = جانے والے: { $who }، { $first } سے { $last }
stage_intended = ارادہ
stage_actual = خزاں میں
stage_sustained = چھ ماہ بعد
number_and_share = { $number } ({ $share })
not_counted = شمار نہیں
what_changed = کیا بدلا
change_to_actual = ارادے اور اصل جگہ کے درمیان سب سے بڑی تبدیلی: { $what }، { $change }۔
change_to_sustained = چھ ماہ میں سب سے بڑی تبدیلی: { $what }، { $change }۔
size_left_out = ہم یہاں جانے والوں کی تعداد کے بجائے حصے دکھاتے ہیں۔ دوسرے جدول کے ساتھ ان اعداد سے لوگ پہچانے جا سکتے ہیں۔
small_left_out = چھوٹے اعداد، اور وہ اعداد جن سے یہ نکالے جا سکتے ہیں، شائع نہیں کیے جاتے، تاکہ کوئی پہچانا نہ جائے۔
who_has_met = کس کی رہنمائی کی ملاقات ہو چکی ہے
had_meeting = ملاقات ہو چکی
met_caption = { $day } تک
met_by = { $who }: { $day } تک { $had } کی رہنمائی کی ملاقات ہو چکی تھی۔
met_number = { $all } میں سے { $number }
met_all_of = تمام { $all }
met_all = سب
met_nearly_all_of = { $all } میں سے تقریباً سب
met_nearly_all = تقریباً سب
met_few_of = { $all } میں سے چند
met_few = چند
withheld_small_rows = ”شائع نہیں“ کا مطلب ہے کہ عدد اتنا چھوٹا ہے کہ لوگ پہچانے جا سکتے ہیں۔
withheld_overlap_rows = ”شائع نہیں“ کا مطلب ہے کہ دوسرے اعداد کے ساتھ ملانے پر اس عدد سے لوگ پہچانے جا سکتے ہیں۔
withheld_numbers = ہم یہاں تناسب دکھاتے ہیں، تعداد نہیں۔ کسی دوسری جدول کے ساتھ ملانے پر تعداد سے لوگ پہچانے جا سکتے ہیں۔

## Benchmarks

benchmark = بینچ مارک
progress_over_time = وقت کے ساتھ پیش رفت
benchmarks_changed = ان جائزوں کے درمیان بینچ مارکس کے الفاظ بدل گئے۔ ہر نسخے کا اپنا جدول ہے، کیونکہ ایک کے اسکور کا دوسرے سے موازنہ نہیں ہو سکتا۔
all_scores = تمام اسکور
share_of_benchmark = ہر بینچ مارک کا کتنا حصہ پورا ہوا
our_own_reading = ہمارا اپنا اندازہ
score_fully = { $score } (مکمل پورا ہوا)
fully_achieved = مکمل پورے ہوئے
fully_of_eight = 8 میں سے { $count }
fully_of_scored = اسکور کیے گئے میں سے { $count }
on_average = اوسطاً { $count }
tool = ذریعہ
took_part = جائزہ لینے والے
next_due_on = اگلا جائزہ: { $day }۔
compare_with = { $day } کا موازنہ
average_achieved = اوسطاً { $count } بینچ مارکس مکمل پورے ہوئے
measure_average = ہر بینچ مارک پر اوسط اسکور۔
measure_fully = وہ حصہ جو ہر بینچ مارک مکمل پورا کرتا ہے۔
other_measure = یہ اعداد ہمارے اسکور سے مختلف چیز ناپتے ہیں، اس لیے الگ ہیں۔
criterion_by_criterion = معیار بہ معیار
stand_each = ہر معیار پر ہم کہاں ہیں
what_is_asked = تقاضا
where_we_stand = ہم کہاں ہیں
what_shows_it = یہ کس سے ظاہر ہے
achievement_achieved = پورا ہوا
achievement_in_progress = جاری ہے
achievement_not_achieved = پورا نہیں ہوا
achievement_not_scored = اسکور نہیں ہوا
comparator = { $scope }، { $year }
comparator_without_year = { $scope }، سال درج نہیں
scope_national = انگلینڈ
scope_region = ہمارا علاقہ
scope_local_authority = ہماری مقامی اتھارٹی
scope_hub = ہمارا کیریئر ہب
scope_trust = ہمارا ٹرسٹ
not_stated = نہیں بتایا گیا
chart_label = بینچ مارک { $number }۔ { $words }
chart_rose = { $before } سے بڑھ کر { $now }
chart_fell = { $before } سے کم ہو کر { $now }
chart_same = اب بھی { $now }
chart_own = ہمارے اپنے اندازے میں { $now }
chart_break = بینچ مارک بدلے
chart_marks = نقطے ویسے ہی نقل کیے گئے ہیں جیسے ذریعہ دکھاتا ہے، چوکور ہمارا اپنا اندازہ ہیں۔ انہیں ملایا نہیں گیا۔
then_changed = پھر بینچ مارکس بدل گئے۔
then_otherwise = پھر کسی اور طریقے سے اسکور کیا گیا۔
score_on = { $day }: { $score }۔

## The evaluation summary

what_is_strong = کیا مضبوط ہے
what_comes_next = آگے کیا ہے
encounters_planned = طے شدہ یا ہو چکی ملاقاتیں: { $count }۔
origin_copied = اسکور ویسے ہی نقل کیے گئے ہیں جیسے ذریعہ دکھاتا ہے۔
origin_statements = اسکور ہمارا اپنا اندازہ ہیں: ہر بینچ مارک کے معیاروں کا وہ حصہ جو ہم پورا کرتے ہیں۔ ان کا Compass کے اسکور سے موازنہ نہیں ہو سکتا، کیونکہ Compass دوسرے سوال پوچھتا ہے۔
run_stated = { $day }: { $figures } ({ $tool })۔
run_summary = { $day }: ہم نے آٹھ میں سے { $fully } بینچ مارکس مکمل پورے کیے ({ $tool })۔
run_summary_scored = { $day }: ہم نے اسکور والے بینچ مارکس میں سے { $fully } مکمل پورے کیے ({ $tool })۔
readout_rule = سب سے کمزور بینچ مارکس پہلے آتے ہیں، ہر ایک کے لیے ایک قدم۔ ہر ایک میں وہ قدم پہلے آتے ہیں جو شروع ہو چکے ہیں۔
up_from = { $percent }% سے اوپر
down_from = { $percent }% سے نیچے
criteria_achieved = { $all } میں سے { $achieved ->
    [one] { $achieved } معیار پورا ہوا
   *[other] { $achieved } معیار پورے ہوئے
}
criteria_in_progress = { $count } جاری
criteria_not_achieved = { $count } پورے نہیں ہوئے
criteria_not_scored = { $count } اسکور نہیں ہوئے
strength_fully = بینچ مارک { $number } مکمل پورا ہوا۔
strength_risen = بینچ مارک { $number } { $before }% سے { $now }% ہو گیا۔
stands_at = بینچ مارک { $number } اس وقت { $percent }% پر ہے
no_score_yet = بینچ مارک { $number } کا ابھی کوئی اسکور نہیں
why = { $stands }۔
why_in_progress = { $stands }؛ یہ جاری ہے۔
why_not_achieved = { $stands }؛ یہ ابھی پورا نہیں ہوا۔
why_not_scored = { $stands }؛ اسے ابھی کسی نے اسکور نہیں کیا۔
why_not_shown = { $stands }؛ ویب سائٹ یہ سب نہیں دکھاتی۔
change_first = یہ پہلا جائزہ ہے، اس لیے موازنے کے لیے کچھ نہیں۔
change_version = پچھلا جائزہ ({ $day }) بینچ مارکس کے دوسرے نسخے کا تھا، اس لیے نتائج کا موازنہ نہیں ہو سکتا۔
change_origin = پچھلا جائزہ ({ $day }) کسی اور طریقے سے ہوا ({ $tool })، اس لیے نتائج کا موازنہ نہیں ہو سکتا۔
change_since = { $day } کے بعد سے: { $moved }؛ { $fully }۔
moved_rose = { $count ->
    [one] بینچ مارک { $numbers } بڑھا
   *[other] بینچ مارکس { $numbers } بڑھے
}
moved_fell = { $count ->
    [one] بینچ مارک { $numbers } گھٹا
   *[other] بینچ مارکس { $numbers } گھٹے
}
no_score_changed = کوئی اسکور نہیں بدلا
fully_as_before = { $now } مکمل پورے، پہلے کی طرح
fully_then = { $now } مکمل پورے، تب { $then }
next_was_due = اگلا جائزہ ہونا تھا: { $day }۔
next_is_due = اگلا جائزہ: { $day }۔
next_unset = اگلے جائزے کا دن طے نہیں۔ ٹرم میں ایک بار معمول ہے۔
next_renew = اس کے بعد بینچ مارکس بدل گئے ہیں: اگلا جائزہ نئے بینچ مارکس کا ہونا چاہیے۔

## The evidence page

evidence_sum = یہ صفحہ بتاتا ہے کہ { $law ->
    [one] قانون یا رہنمائی کی مانگی ہوئی 1 چیز
   *[other] قانون اور رہنمائی کی مانگی ہوئی { $law } چیزیں
} اور { $criteria ->
    [one] بینچ مارک کا 1 معیار
   *[other] بینچ مارکس کے { $criteria } معیار
} کہاں ملتے ہیں۔
criteria_shown = { $count ->
    [one] 1 معیار
   *[other] { $count } معیار
}
evidence_lead = قانون اور Gatsby بینچ مارکس کیا مانگتے ہیں، اور یہ ویب سائٹ اسے کہاں دکھاتی ہے۔
where_it_is = کہاں ہے
what_law_asks = قانون اور ہدایات کیا مانگتے ہیں
what_benchmarks_ask = آٹھ بینچ مارکس کیا مانگتے ہیں
evidence_no_score = یہ دکھاتا ہے کہ ویب سائٹ پر کیا ہے۔ یہ کوئی اسکور نہیں: بینچ مارکس پوچھتے ہیں کہ { $pupils } کو کیا ملتا ہے، اور کوئی ویب سائٹ اکیلے یہ نہیں بتا سکتی۔
info_reviewed_on = اس ویب سائٹ کی معلومات کا اگلا جائزہ: { $day }۔
evidence_more = پروگرام کے بڑھنے کے ساتھ ہم اس صفحے میں اضافہ کرتے ہیں۔
of_what = برائے: { $what }
newer_edition = ایک نیا ایڈیشن بھی ہے، جو ابھی اس صفحے میں شامل نہیں:
funding_agreement = جہاں اس صفحے پر ”مناسب“ لکھا ہے، وہاں فنڈنگ کے ہمارے معاہدے میں ”لازم“ ہو سکتا ہے۔
shown_in_part = جزوی طور پر دکھایا گیا ہے۔ ابھی باقی:
own_evaluation = ہمارا اپنا جائزہ ({ $day }) کہتا ہے: { $status }
force_must = اس ویب سائٹ پر کیا ہونا لازم ہے
force_should = اس ویب سائٹ پر کیا ہونا مناسب ہے
criterion_title = معیار { $id }
place_team = ٹیم
place_programme = پروگرام
place_review = اگلا جائزہ
place_provider_access = تعلیمی اداروں کی رسائی کا بیان
place_entrances = چار حصے
place_benchmark = ہم بینچ مارک { $number } کے لیے کیا کرتے ہیں
