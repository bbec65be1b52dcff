//! Recognises columns that identify people by what their cells contain, whatever the language of their headings.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Facts, FirstNames};

/// The ages of pupils and students. Younger ones would be confused with the dates of policies.
const AGES: std::ops::RangeInclusive<i16> = 8..=22;
/// Parts of addresses before the `@` that belong to an office and not to a person.
const OFFICES: [&str; 34] = [
    "admin",
    "admissions",
    "apprenticeships",
    "bookings",
    "careers",
    "contact",
    "education",
    "employer",
    "engage",
    "enquiries",
    "enquiry",
    "events",
    "general",
    "hello",
    "help",
    "hr",
    "info",
    "jobs",
    "mail",
    "no-reply",
    "noreply",
    "office",
    "outreach",
    "post",
    "reception",
    "recruitment",
    "sales",
    "schools",
    "secretary",
    "stem",
    "support",
    "team",
    "volunteering",
    "work",
];

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// Addresses, numbers or dates that identify people, or their names.
    Identifying,
    /// Dates with a time.
    Timestamps,
    /// The numbers 1, 2, 3 and so on.
    Counter,
    Other,
}

/// Counts what the cells of a column look like. Keeps none of them.
#[derive(Clone, Debug, Default)]
pub struct ColumnProfile {
    filled: u32,
    emails: u32,
    office_emails: u32,
    numbers_of_people: u32,
    /// Cells that look like a name, and those with a common first name.
    like_names: u32,
    names: u32,
    timestamps: u32,
    /// How many cells are a date without a time, for each year.
    years: BTreeMap<i16, u32>,
    /// The hash of the first day, and whether there are others: birthdays are spread, the dates of an event are not.
    first_day: Option<u64>,
    has_other_days: bool,
    last_number: u64,
    counts_up: u32,
}

impl ColumnProfile {
    /// Adds a cell.
    pub fn add(&mut self, cell: &str, facts: &Facts) {
        let cell = cell.trim();
        if cell.is_empty() || facts.privacy.columns.anonymous.iter().any(|word| word.eq_ignore_ascii_case(cell)) {
            return;
        }
        self.filled += 1;
        if let Some(name) = email(cell) {
            self.emails += 1;
            self.office_emails += u32::from(is_office(name));
        } else if is_number_of_person(cell) {
            self.numbers_of_people += 1;
        } else if let Some((year, has_time)) = date(cell) {
            self.timestamps += u32::from(has_time);
            if !has_time {
                *self.years.entry(year).or_insert(0) += 1;
                let day = xxhash_rust::xxh3::xxh3_64(cell.as_bytes());
                self.has_other_days |= *self.first_day.get_or_insert(day) != day;
            }
        } else if let Some(name) = name_words(cell) {
            self.like_names += 1;
            self.names += u32::from(name.len() > 1 && has_first_name(&name, &facts.first_names));
        }
        if let Ok(number) = cell.parse::<u64>() {
            self.counts_up += u32::from(number == self.last_number + 1);
            self.last_number = number;
        }
    }

    /// What the column is, on this day.
    pub fn kind(&self, today: Date) -> CellKind {
        let most = |count: u32| count > 0 && count * 10 >= self.filled * 6;
        let people = self.emails - self.office_emails;
        let half = |count: u32| count > 0 && count * 2 >= self.filled;
        if self.numbers_of_people > 0 || half(people) || most(self.names) && self.names > 1 || self.has_birthdays(today)
        {
            CellKind::Identifying
        } else if most(self.timestamps) {
            CellKind::Timestamps
        } else if self.filled > 1 && self.counts_up == self.filled {
            CellKind::Counter
        } else {
            CellKind::Other
        }
    }

    /// True if a cell is a common first name with another name.
    pub fn has_first_names(&self) -> bool {
        self.names > 0
    }

    /// True if most cells look like names, under a heading such as “Pupil”.
    pub fn looks_like_names(&self) -> bool {
        self.like_names > 0 && self.like_names * 10 >= self.filled * 6
    }

    fn has_birthdays(&self, today: Date) -> bool {
        let all: u32 = self.years.values().sum();
        let ages = self.years.iter().filter(|(year, _)| AGES.contains(&(today.year() - **year)));
        let born: u32 = ages.map(|(_, count)| count).sum();
        // The same day in every row is that of an event.
        let is_spread = self.has_other_days || self.filled == 1;
        all * 10 >= self.filled * 8 && born * 10 >= all * 8 && born > 0 && is_spread
    }
}

/// True if a text has an address, a telephone number or a number that identifies somebody.
pub fn has_contact_details(text: &str) -> bool {
    let words = |between: &str| -> Vec<&str> {
        let words = text.split(|ch: char| ch.is_whitespace() || between.contains(ch));
        words.map(|word| word.trim_matches(|ch: char| !ch.is_alphanumeric())).filter(|word| !word.is_empty()).collect()
    };
    let has_word = words(",;()<>").into_iter().any(|word| is_number_of_person(word) || email(word).is_some());
    // A National Insurance number is written in up to five parts, QQ 12 34 56 C, and a sum with commas is none.
    let parts = words(";()<>");
    let is_number = |words: &[&str]| is_number_of_person(&words.concat());
    has_word || (2..=5).any(|count| parts.windows(count).any(is_number)) || has_telephone(text)
}

/// True for 10 to 14 characters, with the plus sign, that begin as British numbers do.
fn has_telephone(text: &str) -> bool {
    let mut digits = String::new();
    for ch in text.chars().chain(['x']) {
        match ch {
            _ if ch.is_ascii_digit() => digits.push(ch),
            '+' if digits.is_empty() => digits.push(ch),
            ' ' | '-' | '(' | ')' | '.' | '\u{a0}' => {}
            _ => {
                let is_british = digits.starts_with('0') || digits.starts_with("+44");
                if is_british && (10..=14).contains(&digits.len()) {
                    return true;
                }
                digits.clear();
            }
        }
    }
    false
}

/// The part of an e-mail address before the `@`. `None` if the text isn't one.
fn email(text: &str) -> Option<&str> {
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    let (name, host) = text.split_once('@')?;
    let is_host = host.contains('.') && host.chars().all(|ch| ch.is_alphanumeric() || ".-".contains(ch));
    (!name.is_empty() && is_host && !host.ends_with('.') && !text.contains(char::is_whitespace)).then_some(name)
}

fn is_office(name: &str) -> bool {
    let name = name.to_lowercase();
    let first = name.split(['.', '-', '_', '+']).next().unwrap_or(&name);
    OFFICES.iter().any(|office| first == *office || name == *office)
}

/// True for a unique pupil number, or a National Insurance number.
fn is_number_of_person(text: &str) -> bool {
    let plain: String = text.chars().filter(|ch| !ch.is_whitespace()).collect();
    let plain = plain.to_ascii_uppercase();
    let Some((first, rest)) = plain.split_at_checked(1) else { return false };
    let is_upn = plain.len() == 13
        && first.bytes().all(|byte| byte.is_ascii_uppercase() && !b"IOS".contains(&byte))
        && rest.get(..11).is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
        && rest.get(11..).is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let is_insurance = plain.len() == 9
        && plain.get(..2).is_some_and(is_insurance_prefix)
        && plain.get(2..8).is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
        && plain.ends_with(['A', 'B', 'C', 'D']);
    is_upn || is_insurance
}

/// True for the start of a National Insurance number (HMRC, NIM39110), and for QQ, which is used in examples.
fn is_insurance_prefix(prefix: &str) -> bool {
    let allows = |at: usize, forbidden: &str| {
        prefix.chars().nth(at).is_some_and(|ch| ch.is_ascii_uppercase() && !forbidden.contains(ch))
    };
    prefix == "QQ" || allows(0, "DFIQUV") && allows(1, "DFIOQUV")
}

/// The year of a date, and whether a time follows. `None` if the text isn't a date.
fn date(text: &str) -> Option<(i16, bool)> {
    let is_time = |word: &str| word.contains(':') && word.starts_with(|ch: char| ch.is_ascii_digit());
    let text = if text.get(10..11) == Some("T") { text.replacen('T', " ", 1) } else { text.to_owned() };
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    if words.len() > 6 {
        return None;
    }
    // Spreadsheets write a day alone as its midnight.
    let has_time = words.iter().any(|word| is_time(word) && !word.starts_with("00:00"));
    let words: Vec<&str> = words.into_iter().filter(|word| !is_time(word)).collect();
    let numbers =
        |word: &str| -> Option<Vec<i16>> { word.split(['/', '-', '.']).map(|part| part.parse().ok()).collect() };
    let first = words.first()?;
    let year = match numbers(first).as_deref() {
        Some([year, month, day]) if *year > 31 => in_range(*month, *day).then_some(*year),
        Some([a, b, year]) => (in_range(*a, *b) || in_range(*b, *a)).then_some(full_year(*year)),
        _ => in_words(&words),
    }?;
    (1900..=2200).contains(&year).then_some((year, has_time))
}

fn in_range(month: i16, day: i16) -> bool {
    (1..=12).contains(&month) && (1..=31).contains(&day)
}

fn full_year(year: i16) -> i16 {
    match year {
        0..=49 => 2000 + year,
        50..=99 => 1900 + year,
        _ => year,
    }
}

/// The year of a date such as `4 March 2010` or `4-Mar-2010`, in any language.
fn in_words(words: &[&str]) -> Option<i16> {
    let parts: Vec<&str> = words.iter().flat_map(|word| word.split(['-', '/'])).collect();
    let numbers: Vec<i16> =
        parts.iter().filter_map(|part| part.trim_matches(|ch: char| !ch.is_ascii_digit()).parse().ok()).collect();
    let names = parts.iter().filter(|part| part.len() > 2 && part.chars().all(char::is_alphabetic)).count();
    match numbers.as_slice() {
        [day, year] | [year, day] if (1..=31).contains(day) && (1900..=2200).contains(year) => {
            ((1..=2).contains(&names) && parts.len() <= 4).then_some(*year)
        }
        _ => None,
    }
}

/// The words of a text that may be a name: a few words in capitals. Invented names end in numbers.
fn name_words(text: &str) -> Option<Vec<&str>> {
    let is_number = |word: &&str| word.chars().all(|ch| ch.is_ascii_digit());
    let words: Vec<&str> =
        text.split([' ', ',']).filter(|word| !word.is_empty()).filter(|word| !is_number(word)).collect();
    let is_word = |word: &&str| {
        word.starts_with(|ch: char| ch.is_uppercase() || ch.is_alphabetic() && !ch.is_lowercase())
            && word.chars().all(|ch| ch.is_alphabetic() || matches!(ch, '-' | '\'' | '’' | '.'))
    };
    ((1..=4).contains(&words.len()) && words.iter().all(is_word)).then_some(words)
}

fn has_first_name(words: &[&str], known: &FirstNames) -> bool {
    words.iter().any(|word| known.names.contains(&word.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(cells: &[&str]) -> CellKind {
        let facts = Facts::load().expect("the data files parse");
        let mut profile = ColumnProfile::default();
        cells.iter().for_each(|cell| profile.add(cell, &facts));
        profile.kind(jiff::civil::date(2026, 11, 29))
    }

    #[test]
    fn cells_that_identify_people_are_recognised_in_any_language() {
        for cells in [
            &["p0@hill.example", "sioned.e@hill.example", ""][..],
            &["B801200005001"],
            &["QQ123456C", "no"],
            &["2010-03-04"],
            &["04/03/2010", "17.11.2011", "2012-01-30T00:00:00"],
            &["4 Mawrth 2010", "17 Tachwedd 2011"],
            &["Sioned Enghraifft 0", "Sioned Enghraifft 1", "Owen Sampl"],
            &["Sample, Emma", "Nowak, Zofia"],
            &["EMMA SAMPLE", "ZOFIA NOWAK"],
        ] {
            assert_eq!(kind(cells), CellKind::Identifying, "{cells:?}");
        }
    }

    #[test]
    fn other_cells_do_not_identify_people() {
        for cells in [
            &["office@tideway.example", "info@hill.example"][..],
            &["Yes", "No", "Not sure"],
            &["Health Care", "Law", "Art and Design"],
            &["2027-03-04", "2027-04-05"],
            &["The fair was good", "Emma helped me with it"],
            &["01632 960500"],
            &["2010", "2011"],
            &["anonymous"],
            &[],
        ] {
            assert_eq!(kind(cells), CellKind::Other, "{cells:?}");
        }
        assert_eq!(kind(&["1", "2", "3"]), CellKind::Counter);
        assert_eq!(kind(&["2026-03-19T17:30:00", "19/03/2026 10:00:00", "19-Mar-2026 10:00"]), CellKind::Timestamps);
    }

    #[test]
    fn contact_details_are_found_in_texts() {
        for text in [
            "07911 123456",
            "Ring 01632 960 123!",
            "me: a.b@home.example",
            "write to a.b@home.example!",
            "“a.b@home.example”",
            "+44 7911 123456",
            "B801200005001",
            "UPN B801200005001.",
            "my number is QQ 12 34 56 C",
        ] {
            assert!(has_contact_details(text), "{text}");
        }
        for text in [
            "£50,000 to £100,000 a year",
            "at £100,000 a year",
            "up 123456 a",
            "Year 10",
            "2026-03-19",
            "10 to 12, 3 times",
            "1234567890 is a number",
            "@school",
        ] {
            assert!(!has_contact_details(text), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_cell_can_be_added(cells: Vec<String>) {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            let _ = kind(&cells);
            let _ = cells.iter().any(|cell| has_contact_details(cell));
        }
    }
}
