//! Tables of figures that the school states: which are not published, because one or several together reveal a small
//! number of people.
//!
//! A table is suppressed if a number in it is small, or what a total leaves for the others; if the total of another table
//! reveals a number that it leaves out; and if subtracting it from another table leaves too few people.

use std::collections::{HashMap, HashSet};

use jiff::ToSpan;
use jiff::civil::Date;

use super::differencing::{CountTable, PublishedTable};
use super::lines::{CountLine, is_total, lines};
use super::thresholds::Thresholds;
use super::words::{are_other_numbers, numbers_in, plain};
use crate::programme::evaluation::{FiguresFile, FiguresUnit};
use crate::programme::format::{InexactDate, whole_number};
use crate::programme::programme::Programme;
use crate::report::Place;

/// Tables at most this many days apart may count the same people.
pub(super) const MAX_DAYS_APART: i32 = 183;

/// A table, and why it is not published.
#[derive(Debug)]
pub struct TableFigures<'a> {
    pub table: &'a FiguresFile,
    pub suppressed: Option<TableSuppression<'a>>,
}

/// Why a table is not published.
#[derive(Debug)]
pub enum TableSuppression<'a> {
    /// A number in it is small.
    Small { people: &'a str, place: &'a Place },
    /// This percentage stands for a few people, or for all but a few.
    Share { share: &'a str, place: &'a Place },
    /// This many people are left if the other numbers are subtracted from the total.
    Remainder { people: u32 },
    /// The difference to this other table would be too few people.
    Overlap { other: &'a FiguresFile },
}

/// The tables of figures in the order of the programme.
pub(super) fn tables(programme: &Programme) -> Vec<TableFigures<'_>> {
    suppressed(programme.figures.iter(), Thresholds::of(programme).leavers)
}

fn suppressed<'a>(tables: impl Iterator<Item = &'a FiguresFile>, min_people: u32) -> Vec<TableFigures<'a>> {
    let mut all: Vec<Candidate<'a>> = tables.map(Candidate::new).collect();
    suppress_revealed(&mut all);
    let mut in_order: Vec<(usize, Candidate<'a>)> = all.into_iter().enumerate().collect();
    // Totals come before their parts.
    in_order.sort_by_key(|(_, candidate)| std::cmp::Reverse(candidate.largest()));
    let mut published: Vec<Candidate<'a>> = Vec::new();
    let mut shown: Vec<(usize, TableFigures<'a>)> = Vec::with_capacity(in_order.len());
    for (at, mut candidate) in in_order {
        let table = candidate.table;
        let suppressed = candidate.suppressed.take().or_else(|| {
            let other = overlapping(&candidate, &mut published, min_people)?;
            Some(TableSuppression::Overlap { other })
        });
        if suppressed.is_none() {
            published.push(candidate);
        }
        shown.push((at, TableFigures { table, suppressed }));
    }
    shown.sort_by_key(|(at, _)| *at);
    shown.into_iter().map(|(_, shown)| shown).collect()
}

/// The first published table next to which another one may not be published. If there is none, all of them record it.
fn overlapping<'a>(next: &Candidate<'a>, published: &mut [Candidate<'a>], min_people: u32) -> Option<&'a FiguresFile> {
    let mut related = published.iter_mut().filter(|other| other.may_overlap(next));
    let refusing = related.find_map(|other| (!other.try_add(next, min_people)).then_some(other.table));
    for column in published.iter_mut().flat_map(|other| &mut other.columns) {
        match refusing {
            None => column.published.keep(),
            Some(_) => column.published.undo(),
        }
    }
    refusing
}

/// Suppresses the tables that leave a small number out which the total of another table reveals.
fn suppress_revealed(all: &mut [Candidate<'_>]) {
    let mut totals = StatedTotals::new();
    for (at, candidate) in all.iter().enumerate() {
        for (heading, total) in candidate.stated_totals().filter(|(heading, _)| !heading.is_empty()) {
            totals.entry(plain(heading)).or_default().push((at, total));
        }
    }
    for at in 0..all.len() {
        if let (Some(people), Some(candidate)) = (revealed(at, all, &totals), all.get_mut(at)) {
            candidate.suppressed = Some(TableSuppression::Remainder { people });
        }
    }
}

/// The table and the number of people of each total, by its heading as letters and digits.
type StatedTotals = HashMap<String, Vec<(usize, u32)>>;

/// The small number that a table leaves out and that the total of another table reveals.
fn revealed(at: usize, all: &[Candidate<'_>], totals: &StatedTotals) -> Option<u32> {
    let candidate = all.get(at).filter(|candidate| candidate.is_open())?;
    let may_overlap = |other: usize| {
        other != at && all.get(other).is_some_and(|other| other.is_open() && candidate.may_overlap(other))
    };
    let mut open = candidate.lines.iter().filter(|line| line.hides && line.total.is_none() && !line.heading.is_empty());
    open.find_map(|line| {
        let totals = totals.get(&plain(line.heading))?;
        totals.iter().find_map(|(other, total)| line.left_of(*total).filter(|_| may_overlap(*other)))
    })
}

/// A table that may be published, with what comparing it to others needs.
struct Candidate<'a> {
    table: &'a FiguresFile,
    suppressed: Option<TableSuppression<'a>>,
    lines: Vec<CountLine<'a>>,
    columns: Vec<Column<'a>>,
    /// How many people the percentages of each heading are about.
    bases: Vec<(&'a str, u32)>,
    /// What it measures, as letters and digits.
    measure: String,
    title_numbers: HashSet<&'a str>,
}

/// A column of a table of people.
struct Column<'a> {
    counts: CountTable<'a>,
    published: PublishedTable<'a>,
    /// Those in the title and in the heading.
    numbers: HashSet<&'a str>,
    /// True if the rows are kinds, such as “Sixth form”, and not “Year 9”.
    has_kinds: bool,
}

impl<'a> Candidate<'a> {
    fn new(table: &'a FiguresFile) -> Self {
        let lines = lines(table);
        let title_numbers = numbers_in(&table.title);
        let columns = lines.iter().take(table.columns.len().max(1)).map(|line| Column::new(line, &title_numbers));
        Self {
            suppressed: by_itself(table, &lines),
            columns: columns.collect(),
            bases: cohorts(table).filter(|_| table.unit != FiguresUnit::People).collect(),
            measure: plain(&table.measures),
            table,
            lines,
            title_numbers,
        }
    }

    fn is_open(&self) -> bool {
        self.suppressed.is_none()
    }

    /// The headings whose number of people the table states.
    fn stated_totals(&self) -> impl Iterator<Item = (&'a str, u32)> {
        let totals = self.lines.iter().filter_map(|line| Some((line.heading, line.total?)));
        let single = self.lines.iter().filter(|line| line.heading.is_empty()).flat_map(|line| &line.parts);
        let single = single.filter_map(|(part, people)| Some((*part, (*people)?)));
        cohorts(self.table).chain(totals).chain(single)
    }

    fn largest(&self) -> u32 {
        let people = self.lines.iter().map(|line| line.sum);
        people.chain(self.bases.iter().map(|(_, people)| *people)).max().unwrap_or_default()
    }

    /// True if the next table, which may count the same people, may be published as well.
    fn try_add(&mut self, next: &Self, min_people: u32) -> bool {
        let same_measure = self.measure == next.measure;
        let is_near = |(part, people): &(&str, u32)| {
            let near = |other: u32| (1..min_people).contains(&other.abs_diff(*people));
            self.bases.iter().any(|(other, size)| near(*size) && (includes(other, part) || includes(part, other)))
        };
        if same_measure && next.bases.iter().any(is_near) {
            return false;
        }
        self.columns.iter_mut().all(|column| {
            next.columns.iter().all(|next| {
                !column.is_comparable(next, same_measure) || column.published.try_add(&next.counts, min_people)
            })
        })
    }

    /// True if two tables may count some of the same people.
    fn may_overlap(&self, other: &Self) -> bool {
        let (one, two) = (self.table, other.table);
        let is_apart = one.overlaps == Some(false) || two.overlaps == Some(false);
        let dates = one.date.as_ref().zip(two.date.as_ref()).map(|(one, two)| (&one.value, &two.value));
        let far = |(one, two): (&InexactDate, &InexactDate)| {
            let after = |date: Date| date.saturating_add(MAX_DAYS_APART.days());
            after(one.latest) < two.earliest || after(two.latest) < one.earliest
        };
        !is_apart && !dates.is_some_and(far) && !are_other_numbers(&self.title_numbers, &other.title_numbers)
    }
}

impl<'a> Column<'a> {
    fn new(line: &CountLine<'a>, title_numbers: &HashSet<&'a str>) -> Self {
        let people = line.total.unwrap_or(line.sum);
        let is_complete = line.parts.iter().all(|(_, people)| people.is_some());
        let cells = line.parts.iter().filter_map(|(part, people)| Some((*part, (*people)?))).collect();
        let counts = CountTable { cells, people, is_complete };
        Self {
            published: PublishedTable::new(counts.clone()),
            numbers: title_numbers.union(&numbers_in(line.heading)).copied().collect(),
            has_kinds: counts.cells.keys().all(|row| numbers_in(row).is_empty()),
            counts,
        }
    }

    /// True if this column less the next one could be the number of other people.
    fn is_comparable(&self, next: &Self, same_measure: bool) -> bool {
        (same_measure || next.has_kinds && next.counts.cells.len() > 1)
            && self.published.has_answers_of(&next.counts)
            && !are_other_numbers(&self.numbers, &next.numbers)
    }
}

fn by_itself<'a>(table: &'a FiguresFile, lines: &[CountLine<'a>]) -> Option<TableSuppression<'a>> {
    if let Some((people, place)) = table.small_number() {
        return Some(TableSuppression::Small { people, place });
    }
    if let Some(share) = table.small_share() {
        return Some(TableSuppression::Share { share: &share.value, place: &share.place });
    }
    lines.iter().find_map(CountLine::remainder).map(|people| TableSuppression::Remainder { people })
}

/// The numbers of people that a table states next to its figures, by heading.
fn cohorts(table: &FiguresFile) -> impl Iterator<Item = (&str, u32)> {
    let cohorts = table.cohorts.iter().flat_map(|cohorts| &cohorts.0);
    cohorts.filter_map(|(heading, people)| Some((heading.as_str(), whole_number(people)?)))
}

/// True if the people of one heading may be among those of the other: “Year 11 girls” are in “Year 11” and in “All”.
fn includes(total: &str, part: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(plain).collect::<Vec<_>>();
    let of_part = words(part);
    is_total(total) || words(total).iter().all(|word| of_part.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::format::{FieldReader, FromNode};
    use crate::report::{ContentPath, Findings, Source};

    /// Which tables are suppressed, as `small`, `remainder` and `overlap`; `-` for those that are published.
    fn suppressed_of(tables: &[&str]) -> String {
        let mut findings = Findings::default();
        let read = |text: &&str| {
            let text = format!("source: our count\n{text}");
            let source = Source { path: ContentPath::new("evaluation/figures/a.yaml"), text: text.into() };
            let node = crate::read::parse_yaml(&source, 0..source.text.len(), &mut findings).expect("YAML");
            FiguresFile::from_node(&node, &mut FieldReader::new(&source, &mut findings)).expect("a table")
        };
        let tables: Vec<FiguresFile> = tables.iter().map(read).collect();
        assert!(findings.is_empty(), "{:?}", findings.sorted());
        let words = suppressed(tables.iter(), 6).into_iter().map(|figures| match figures.suppressed {
            None => "-",
            Some(TableSuppression::Small { .. }) => "small",
            Some(TableSuppression::Share { .. }) => "share",
            Some(TableSuppression::Remainder { .. }) => "remainder",
            Some(TableSuppression::Overlap { .. }) => "overlap",
        });
        words.collect::<Vec<_>>().join(" ")
    }

    const GIRLS: &str = "title: Girls\nmeasures: Leavers\nunit: people\n";
    const ALL: &str = "title: All leavers\nmeasures: Leavers\nunit: people\n";

    #[test]
    fn what_a_total_leaves_is_not_small() {
        let table = |rows: &str| suppressed_of(&[&format!("{ALL}rows: {{ {rows} }}")]);
        assert_eq!(table("Sixth form: 40, College: 17, Apprenticeship: fewer than 6, Total: 60"), "remainder");
        assert_eq!(table("Sixth form: 40, College: 17, Total: 60"), "remainder");
        assert_eq!(table("Sixth form: 40, College: 20, Total: 60"), "-");
        assert_eq!(
            table("Sixth form: 40, College: 17, Apprenticeship: fewer than 6, Other: fewer than 6, Total: 60"),
            "-"
        );
        assert_eq!(table("Sixth form: 40, College: 17, Apprenticeship: fewer than 6"), "-");
        let columns = format!("{ALL}columns: [All, Free school meals]\nrows: {{ Sixth form: [60, 57] }}");
        assert_eq!(suppressed_of(&[&columns]), "remainder");
    }

    #[test]
    fn total_of_another_table_does_not_reveal_what_is_left_out() {
        let parts = format!(
            "{ALL}columns: [Girls, Boys]\nrows: {{ Sixth form: [40, 30], College: [17, 12], Work: [fewer than 6, 8] }}"
        );
        let base = |people: u32| {
            format!(
                "title: Happy with their choice\nmeasures: Share\nunit: percent\nrows: {{ Girls: 81 }}\ncohorts: {{ Girls: {people} }}"
            )
        };
        assert_eq!(suppressed_of(&[&parts, &base(60)]), "remainder -");
        assert_eq!(suppressed_of(&[&parts, &base(90)]), "- -");
        assert_eq!(suppressed_of(&[&format!("{parts}\noverlaps: no"), &base(60)]), "- -");
    }

    #[test]
    fn subtracting_tables_leaves_enough_people() {
        let all = format!("{ALL}rows: {{ Sixth form: 60, College: 40 }}");
        let girls = |rows: &str| suppressed_of(&[&format!("{GIRLS}rows: {{ {rows} }}"), &all]);
        assert_eq!(girls("Sixth form: 57, College: 20"), "overlap -");
        assert_eq!(girls("Sixth form: 30, College: 20"), "- -");
        assert_eq!(girls("Sixth form: 61, College: 39"), "- -");
        let of_year = |year: &str| {
            format!("title: Year {year}\nmeasures: Leavers\nunit: people\nrows: {{ Sixth form: 57, College: 20 }}")
        };
        assert_eq!(suppressed_of(&[&of_year("11"), &of_year("13").replace("57", "60")]), "- -");
    }

    #[test]
    fn table_that_is_refused_does_not_count_against_others() {
        let table = |title: &str, sixth_form: u32, college: u32| {
            format!(
                "title: {title}\nmeasures: Leavers\nunit: people\nrows: {{ Sixth form: {sixth_form}, College: {college} }}"
            )
        };
        let (all, girls) = (table("All leavers", 60, 40), table("Girls", 45, 30));
        let (bus, meals) = (table("By bus", 43, 20), table("Free meals", 15, 18));
        // 45 - 43 = 2, and 60 - 43 - 15 = 2 only if the third were published.
        assert_eq!(suppressed_of(&[&all, &girls, &bus, &meals]), "- - overlap -");
        assert_eq!(suppressed_of(&[&all, &bus, &meals]), "- - overlap");
    }

    #[test]
    fn percentages_of_a_few_people_or_of_all_but_a_few_are_not_shown() {
        let table = |share: &str, people: &str| {
            let table = format!(
                "title: A\nmeasures: B\nunit: percent\nrows: {{ SEND: {share} }}\ncohorts: {{ SEND: {people} }}"
            );
            suppressed_of(&[&table])
        };
        assert_eq!((table("5", "40"), table("97.5", "190")), ("share".to_owned(), "share".to_owned()));
        assert_eq!(
            (table("50", "40"), table("100", "40"), table("5", "not stated")),
            ("-".into(), "-".into(), "-".into())
        );
        assert_eq!((table("50", "8"), table("50", "fewer than 9")), ("small".to_owned(), "small".to_owned()));
    }

    #[test]
    fn other_routes_are_no_total() {
        let table = |rows: &str| suppressed_of(&[&format!("{ALL}rows: {{ {rows} }}")]);
        assert_eq!(table("Apprenticeship: 20, All other routes: 24"), "-");
        assert_eq!(table("All other routes: 12, Sixth form: 40, Apprenticeship: fewer than 6, Total: 57"), "remainder");
    }

    #[test]
    fn percentages_of_nearly_all_do_not_show_the_others() {
        let share = |title: &str, row: &str, people: u32| {
            format!(
                "title: {title}\nmeasures: Sure of a next step\nunit: percent\nrows: {{ {row}: 81 }}\ncohorts: {{ {row}: {people} }}"
            )
        };
        let all = share("By year", "Year 11", 120);
        assert_eq!(suppressed_of(&[&all, &share("Without a plan", "Year 11 without a plan", 117)]), "- overlap");
        assert_eq!(suppressed_of(&[&all, &share("Without a plan", "Year 11 without a plan", 100)]), "- -");
        assert_eq!(suppressed_of(&[&all, &share("By year", "Year 10", 117)]), "- -");
    }
}
