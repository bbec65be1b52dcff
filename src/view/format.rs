//! Formats days, times, lists and the names of things in the [`Language`] of the site.

use jiff::civil::Weekday;

use crate::framework::Setting;
pub(crate) use crate::language::capital;
use crate::language::{Language, message};
use crate::programme::dates::WEEKDAYS;
use crate::programme::format::Percent;
use crate::programme::{
    AcademicYear, Activity, ActivityKind, Audience, Backer, EventKind, FeedbackGroup, Frequency, Group, OfferKind,
    Pattern, Person, ProviderKind, Rhythm, Role, Status, When, WorkHours, WorkplaceMode,
};

/// A share as a whole percentage, rounded half up. Only all is 100%.
pub(crate) fn share(part: u64, whole: u64) -> u64 {
    Percent::share(part, whole).whole().into()
}

pub(crate) fn small(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// The label of a keyword of the content format: `mock-interviews` → “Mock interviews”.
pub(crate) fn label(word: &str) -> String {
    capital(&word.replace('-', " "))
}

/// “Year 9” without a break before the number.
fn unbroken(name: &str) -> String {
    match name.split_once(' ') {
        Some((word, number)) if number.chars().all(|ch| ch.is_ascii_digit()) => format!("{word}\u{A0}{number}"),
        _ => name.to_owned(),
    }
}

fn rhythm_key(rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::Daily => "often_daily",
        Rhythm::Weekly => "often_weekly",
        Rhythm::Fortnightly => "often_fortnightly",
        Rhythm::Monthly => "often_monthly",
        Rhythm::HalfTermly => "often_half_termly",
    }
}

impl Language {
    /// The names of groups: “Year 9”, “Year 7 to Year 9”, “all year groups”.
    pub(crate) fn groups(&self, set: &[usize], groups: &[Group]) -> String {
        if set.len() == groups.len() && groups.len() > 1 {
            return self.text("all_groups").to_owned();
        }
        let names: Vec<String> =
            set.iter().filter_map(|index| groups.get(*index)).map(|group| unbroken(&group.name)).collect();
        // “Construction to Business” would say nothing.
        let year = |index: &usize| match groups.get(*index)?.years.as_slice() {
            [year] => Some(*year),
            _ => None,
        };
        let is_next = |pair: &[usize]| match pair {
            [a, b] => year(a).zip(year(b)).is_some_and(|(a, b)| a + 1 == b),
            _ => false,
        };
        let follow = set.windows(2).all(is_next);
        match (names.as_slice(), follow) {
            ([first, _, .., last], true) => message!(self, "group_range", first = first, last = last),
            _ => self.list(&names),
        }
    }

    /// The time of a plan: “all year”, “Spring term, second half”, “March”.
    pub(crate) fn when(&self, when: When, year: &AcademicYear) -> String {
        let term = |index: usize| {
            let name = year.terms.get(index).map_or("", |term| term.name.as_str());
            let is_named = name.to_lowercase().contains(self.text("term_word"));
            if is_named { name.to_owned() } else { message!(self, "term_named", name = name) }
        };
        match when {
            When::AllYear => self.text("all_year").to_owned(),
            When::Term(index) => term(index),
            When::Half(index, 1) => message!(self, "term_first_half", term = &term(index)),
            When::Half(index, _) => message!(self, "term_second_half", term = &term(index)),
            When::Month(first) => capital(self.month(first)),
            When::Day(date) => self.day(date).long,
            When::Week(index) => year.weeks.get(index).map_or_else(String::new, |week| {
                let is_month = week.ends == week.starts.last_of_month() && week.starts.day() == 1;
                let days = if is_month { self.month_of_year(week.starts) } else { self.days((week.starts, week.ends)) };
                message!(self, "facts_joined", first = &week.name, second = &days)
            }),
            When::Often(rhythm) => self.text(rhythm_key(rhythm)).to_owned(),
            When::Between(first, last) => self.days((first, last)),
            When::ToCome => self.text("date_to_come").to_owned(),
        }
    }

    /// The times of an activity: “Weekly”, “by Easter”.
    pub(crate) fn times_of(&self, activity: &Activity, year: &AcademicYear) -> String {
        self.several_times((&activity.when, &activity.when_words), year)
    }

    /// Times, and the words of those that are not exact.
    pub(crate) fn several_times(&self, (when, words): (&[When], &[String]), year: &AcademicYear) -> String {
        let other: Vec<When> = when.iter().filter(|when| !matches!(when, When::Between(..))).copied().collect();
        let parts = std::iter::once(self.whens(&other, year)).chain([self.list(words)]);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(self.text("list_comma"))
    }

    /// Several times of a plan: “Spring term and Summer term”.
    pub(crate) fn whens(&self, whens: &[When], year: &AcademicYear) -> String {
        let words = |wanted: fn(&When) -> bool| -> Vec<String> {
            whens.iter().filter(|when| wanted(when)).map(|when| self.when(*when, year)).collect()
        };
        // “Weekly, Spring term and Summer term, date to come”.
        let parts = [
            words(|when| matches!(when, When::Often(_))),
            words(|when| !matches!(when, When::Often(_) | When::ToCome)),
            words(|when| *when == When::ToCome),
        ];
        let parts: Vec<String> = parts.iter().filter(|part| !part.is_empty()).map(|part| self.list(part)).collect();
        parts.join(self.text("list_comma"))
    }

    /// “Every Tuesday and Thursday in term time”, “Every other Friday, Spring term, second half”.
    pub(crate) fn pattern(&self, pattern: &Pattern, year: &AcademicYear) -> String {
        let days = WEEKDAYS.iter().map(|(_, day)| *day).filter(|day| pattern.weekdays.contains(day));
        let days: Vec<Weekday> = days.collect();
        let is_all = days.len() == 5 && !days.iter().any(|day| matches!(day, Weekday::Saturday | Weekday::Sunday));
        let names: Vec<&str> = days.iter().map(|day| self.weekday(*day)).collect();
        let days = if is_all { self.text("repeat_school_day").to_owned() } else { self.list(&names) };
        let key = match pattern.frequency {
            Frequency::Weekly => "repeat_weekly",
            Frequency::Fortnightly => "repeat_fortnightly",
            Frequency::Monthly(1) => "repeat_monthly_first",
            Frequency::Monthly(2) => "repeat_monthly_second",
            Frequency::Monthly(3) => "repeat_monthly_third",
            Frequency::Monthly(4) => "repeat_monthly_fourth",
            Frequency::Monthly(_) => "repeat_monthly_last",
        };
        let days = message!(self, key, days = &days);
        match pattern.within {
            None => message!(self, "repeat_in_term", pattern = &days),
            Some(time) => message!(self, "repeat_within", pattern = &days, when = &self.when(time, year)),
        }
    }

    /// “1 hour”, “2.5 hours”.
    pub(crate) fn hours(&self, hours: WorkHours) -> String {
        let count = if hours == WorkHours::whole(1) { 1_u8 } else { 2 };
        message!(self, "hours_count", number = &hours.to_string(), count = count)
    }

    pub(crate) fn workplace_mode(&self, mode: WorkplaceMode) -> String {
        message!(self, "workplace_mode", mode = mode.as_str(), name = &label(mode.as_str()))
    }

    /// “83%”.
    pub(crate) fn percent(&self, percent: Percent) -> String {
        message!(self, "percent", number = &percent.to_string())
    }

    /// The school's name for an audience.
    pub(crate) fn audience(&self, audience: Audience) -> &str {
        audience.name(self.words())
    }

    /// The school's name for a group that gives feedback.
    pub(crate) fn feedback_group(&self, group: FeedbackGroup) -> &str {
        match group {
            FeedbackGroup::Pupils => &self.words().pupils,
            FeedbackGroup::Parents => &self.words().parents,
            FeedbackGroup::Staff => &self.words().staff,
            FeedbackGroup::CareersAdvisers => self.text("word_careers_advisers"),
            FeedbackGroup::Employers => &self.words().employers,
            FeedbackGroup::Governors => self.text("word_governors"),
            FeedbackGroup::FormerPupils => self.text("word_alumni"),
            FeedbackGroup::Providers => self.text("word_providers"),
            FeedbackGroup::CareersHub => self.text("word_careers_hub"),
        }
    }

    pub(crate) fn event_kind(&self, kind: EventKind) -> String {
        message!(self, "event_kind", kind = kind.as_str(), name = &label(kind.as_str()))
    }

    /// The name of a kind of activity, as pupils would call it.
    pub(crate) fn activity_kind(&self, kind: ActivityKind) -> String {
        message!(self, "activity_kind", kind = kind.as_str(), name = kind.label())
    }

    pub(crate) fn provider(&self, kind: ProviderKind) -> String {
        message!(self, "provider_kind", kind = kind.as_str(), name = &label(kind.as_str()))
    }

    pub(crate) fn offer_kind(&self, kind: OfferKind) -> String {
        message!(self, "offer_kind", kind = kind.as_str(), name = &label(kind.as_str()))
    }

    pub(crate) fn status(&self, status: Status) -> String {
        message!(self, "status", status = status.as_str(), name = &label(status.as_str()))
    }

    /// The name of a backer. Colleges and training providers have a principal.
    pub(crate) fn backer(&self, backer: Backer, setting: Setting) -> String {
        let (word, name) = match (backer, setting) {
            (Backer::Headteacher, Setting::Colleges) => ("principal", "Principal"),
            _ => (backer.as_str(), backer.title()),
        };
        message!(self, "backer", backer = word, name = name)
    }

    pub(crate) fn role(&self, role: Role) -> String {
        message!(self, "role", role = role.as_str(), name = role.title())
    }

    /// A person's title: the one the school gives, or the usual name of their role.
    pub(crate) fn title_of(&self, person: &Person, setting: Setting) -> String {
        person.own_title.clone().unwrap_or_else(|| match (person.role, setting) {
            (Role::Headteacher, Setting::Colleges) => message!(self, "role", role = "principal", name = "Principal"),
            (role, _) => self.role(role),
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time as at};

    use super::*;
    use crate::language::in_words;

    #[test]
    fn days_and_times_are_formatted_in_english() {
        let english = in_words("en-GB");
        assert_eq!(english.day(date(2027, 3, 4)).long, "Thursday 4\u{A0}March 2027");
        assert_eq!(english.times((at(17, 30, 0, 0), Some(at(19, 0, 0, 0)))), "5:30pm to 7pm");
        assert_eq!((english.time(at(0, 5, 0, 0)), english.time(at(12, 0, 0, 0))), ("12:05am".into(), "noon".into()));
    }

    #[test]
    fn days_times_and_lists_are_formatted_in_welsh_and_urdu() {
        let welsh = in_words("cy");
        assert_eq!(welsh.day(date(2027, 3, 4)).long, "Dydd Iau 4\u{A0}Mawrth 2027");
        assert_eq!(welsh.times((at(9, 0, 0, 0), Some(at(12, 0, 0, 0)))), "9\u{A0}yb hyd hanner dydd");
        // “a” becomes “ac” before a vowel.
        assert_eq!(welsh.list(&["Tarn", "Owain"]), "Tarn ac Owain");
        assert_eq!(welsh.list(&["Owain", "Elin", "Tarn"]), "Owain, Elin a Tarn");
        let urdu = in_words("ur");
        let bare = |text: String| text.replace(['\u{200F}', '\u{2066}', '\u{2068}', '\u{2069}'], "");
        assert_eq!(bare(urdu.day(date(2027, 3, 4)).plain), "4\u{A0}مارچ 2027");
        assert_eq!(bare(urdu.time(at(13, 0, 0, 0))), "دوپہر 1\u{A0}بجے");
        assert_eq!(bare(urdu.time(at(19, 30, 0, 0))), "شام 7:30\u{A0}بجے");
    }

    #[test]
    fn welsh_plural_categories_are_used() {
        let welsh = in_words("cy");
        let criteria = |all: usize| message!(welsh, "criteria_achieved", achieved = 0_usize, all = all);
        assert!(criteria(2).contains("2 faen prawf") && criteria(3).contains("3 maen prawf"), "{}", criteria(3));
        let forms: Vec<&str> = welsh.plural_categories().into_iter().map(|(form, _)| form).collect();
        assert_eq!(forms, ["zero", "one", "two", "few", "many", "other"]);
        let english = in_words("en");
        assert_eq!(english.plural_categories(), [("one", 1), ("other", 0)]);
        let stages = |count: usize| message!(english, "key_stages", count = count, numbers = "3");
        assert_eq!((stages(1), stages(2)), ("Key stage 3".into(), "Key stages 3".into()));
    }

    #[test]
    fn forms_offer_the_kinds_in_the_words_of_the_site() {
        use crate::programme::format::{ChoiceOption, Control, FromNode};
        let english = in_words("en");
        let offered = |control: Control| match control {
            Control::Choice(options) => options.iter().map(ChoiceOption::label).collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        let activities = ActivityKind::ALL.iter().map(|kind| english.activity_kind(*kind));
        assert_eq!(offered(ActivityKind::control()), activities.collect::<Vec<_>>());
        let events = EventKind::ALL.iter().map(|kind| english.event_kind(*kind));
        assert_eq!(offered(EventKind::control()), events.collect::<Vec<_>>());
        let providers = ProviderKind::ALL.iter().map(|kind| english.provider(*kind));
        assert_eq!(offered(ProviderKind::control()), providers.collect::<Vec<_>>());
        let offers = OfferKind::ALL.iter().map(|kind| english.offer_kind(*kind));
        assert_eq!(offered(OfferKind::control()), offers.collect::<Vec<_>>());
        // The last is for everybody else: the site says “Team member”.
        let roles = Role::ALL.iter().filter(|role| **role != Role::Other).map(|role| english.role(*role));
        assert_eq!(offered(Role::control()).split_last().expect("roles").1, roles.collect::<Vec<_>>());
    }

    #[test]
    fn every_choice_of_the_content_format_is_translated() {
        let english = in_words("en");
        for tag in ["cy", "ur"] {
            let language = in_words(tag);
            let mut same = Vec::new();
            let mut compare = |here: String, there: String| same.extend((here == there).then_some(here));
            EventKind::ALL.iter().filter(|kind| **kind != EventKind::Other).for_each(|kind| {
                compare(language.event_kind(*kind), english.event_kind(*kind));
            });
            ActivityKind::ALL.iter().for_each(|one| compare(language.activity_kind(*one), english.activity_kind(*one)));
            ProviderKind::ALL.iter().for_each(|one| compare(language.provider(*one), english.provider(*one)));
            OfferKind::ALL.iter().for_each(|one| compare(language.offer_kind(*one), english.offer_kind(*one)));
            Backer::ALL.iter().for_each(|one| {
                compare(language.backer(*one, Setting::Schools), english.backer(*one, Setting::Schools))
            });
            Role::ALL.iter().for_each(|one| compare(language.role(*one), english.role(*one)));
            for status in [Status::Proposed, Status::Cancelled] {
                compare(language.status(status), english.status(status));
            }
            for kind in crate::framework::Facts::load().expect("the facts").kinds {
                let name = |language: &Language| message!(language, "kind", kind = &kind.id, name = &kind.name);
                compare(name(&language), name(&english));
            }
            assert!(same.is_empty(), "{tag}: {same:?}");
        }
    }
}
