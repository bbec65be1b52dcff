//! Tables of figures that the school states: which are not published, because one or several together reveal a small
//! number of people.
//!
//! A table is suppressed if a number in it is small, or what a total leaves for the others; if the total of another table
//! reveals a number that it leaves out; and if subtracting it from another table leaves too few people.

use jiff::ToSpan;
use jiff::civil::Date;

use super::differencing::{CountTable, PublishedTable};
use super::lines::{CountLine, is_total, lines};
use super::thresholds::Thresholds;
use super::words::{have_other_numbers, numbers_in, plain};
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
pub fn tables(programme: &Programme) -> Vec<TableFigures<'_>> {
    let all: Vec<&FiguresFile> = programme.figures.iter().collect();
    let suppressed = suppressed(&all, Thresholds::of(programme).leavers);
    all.into_iter().zip(suppressed).map(|(table, suppressed)| TableFigures { table, suppressed }).collect()
}

fn suppressed<'a>(tables: &[&'a FiguresFile], min_people: u32) -> Vec<Option<TableSuppression<'a>>> {
    let mut reasons: Vec<Option<TableSuppression<'a>>> = tables.iter().map(|table| by_itself(table)).collect();
    let is_open = |reasons: &[Option<TableSuppression<'a>>], at: usize| matches!(reasons.get(at), Some(None));
    for at in 0..tables.len() {
        let Some(table) = tables.get(at).filter(|_| is_open(&reasons, at)) else { continue };
        let others = tables.iter().enumerate().filter(|(other, _)| *other != at && is_open(&reasons, *other));
        let people = others.map(|(_, other)| *other).filter(|other| may_overlap(table, other));
        let people = people.flat_map(stated_totals).find_map(|(heading, total)| revealed(table, heading, total));
        if let (Some(people), Some(reason)) = (people, reasons.get_mut(at)) {
            *reason = Some(TableSuppression::Remainder { people });
        }
    }
    // Totals come before their parts.
    let mut order: Vec<usize> = (0..tables.len()).filter(|at| is_open(&reasons, *at)).collect();
    order.sort_by_key(|at| tables.get(*at).map(|table| std::cmp::Reverse(largest(table))));
    let mut published: Vec<Published<'a>> = Vec::new();
    for at in order {
        let Some(table) = tables.get(at).copied() else { continue };
        if let (Err(other), Some(reason)) = (try_publish(table, &mut published, min_people), reasons.get_mut(at)) {
            *reason = Some(TableSuppression::Overlap { other });
        }
    }
    reasons
}

/// Adds a table to the published ones, unless it may not be published next to one of them, which it then returns.
fn try_publish<'a>(
    table: &'a FiguresFile,
    published: &mut Vec<Published<'a>>,
    min_people: u32,
) -> Result<(), &'a FiguresFile> {
    let next = Published::new(table);
    // A table that is refused leaves no trace in those before it.
    let mut changed = Vec::new();
    for (at, other) in published.iter().enumerate().filter(|(_, other)| may_overlap(other.table, table)) {
        let mut other = other.clone();
        if !other.try_add(&next, min_people) {
            return Err(other.table);
        }
        changed.push((at, other));
    }
    for (at, other) in changed {
        if let Some(slot) = published.get_mut(at) {
            *slot = other;
        }
    }
    published.push(next);
    Ok(())
}

fn by_itself(table: &FiguresFile) -> Option<TableSuppression<'_>> {
    if let Some((people, place)) = table.small_number() {
        return Some(TableSuppression::Small { people, place });
    }
    if let Some(share) = table.small_share() {
        return Some(TableSuppression::Share { share: &share.value, place: &share.place });
    }
    lines(table).iter().find_map(CountLine::remainder).map(|people| TableSuppression::Remainder { people })
}

/// The headings in a table whose number of people it states.
fn stated_totals(table: &FiguresFile) -> Vec<(&str, u32)> {
    let cohorts = table.cohorts.iter().flat_map(|cohorts| &cohorts.0);
    let cohorts = cohorts.filter_map(|(heading, people)| Some((heading.as_str(), whole_number(people)?)));
    let lines = lines(table);
    let totals: Vec<(&str, u32)> = lines.iter().filter_map(|line| Some((line.heading, line.total?))).collect();
    let single = lines.iter().filter(|line| line.heading.is_empty()).flat_map(|line| &line.parts);
    let single: Vec<(&str, u32)> = single.filter_map(|(part, people)| Some((*part, (*people)?))).collect();
    cohorts.chain(totals).chain(single).collect()
}

/// The small number that a table leaves out and that the total of a heading reveals.
fn revealed(table: &FiguresFile, heading: &str, total: u32) -> Option<u32> {
    if heading.is_empty() {
        return None;
    }
    let lines = lines(table);
    let mut same =
        lines.iter().filter(|line| line.hides && line.total.is_none() && plain(line.heading) == plain(heading));
    same.find_map(|line| line.left_of(total))
}

fn largest(table: &FiguresFile) -> u32 {
    let people = lines(table).iter().map(CountLine::sum).max().unwrap_or_default();
    bases(table).map(|(_, people)| people).max().unwrap_or_default().max(people)
}

/// How many people the percentages of each heading are about.
fn bases(table: &FiguresFile) -> impl Iterator<Item = (&str, u32)> {
    let cohorts = table.cohorts.iter().flat_map(|cohorts| &cohorts.0).filter(|_| table.unit != FiguresUnit::People);
    cohorts.filter_map(|(heading, people)| Some((heading.as_str(), whole_number(people)?)))
}

/// A table that is published, with what is left of each column after subtracting others.
#[derive(Clone)]
struct Published<'a> {
    table: &'a FiguresFile,
    columns: Vec<(&'a str, PublishedTable<'a>)>,
}

impl<'a> Published<'a> {
    fn new(table: &'a FiguresFile) -> Self {
        let columns = counts(table).into_iter().map(|(heading, counts)| (heading, PublishedTable::new(counts)));
        Self { table, columns: columns.collect() }
    }

    /// True if the next table, which may count the same people, may be published as well.
    fn try_add(&mut self, next: &Self, min_people: u32) -> bool {
        let same_measure = plain(&self.table.measures) == plain(&next.table.measures);
        let title = &self.table.title;
        let are_columns_safe = counts(next.table).into_iter().all(|(heading, counts)| {
            let is_kind = counts.cells.keys().all(|row| numbers_in(row).is_empty());
            let mut comparable = self.columns.iter_mut().filter(|(own, published)| {
                published.has_answers_of(&counts)
                    && (same_measure || is_kind && counts.cells.len() > 1)
                    && !have_other_numbers(&format!("{title} {own}"), &format!("{} {heading}", next.table.title))
            });
            comparable.all(|(_, published)| published.try_add(&counts, min_people))
        });
        let is_base_safe = |(part, people): (&str, u32)| {
            let mut related = bases(self.table).filter(|(other, _)| includes(other, part) || includes(part, other));
            related.all(|(_, other)| !(1..min_people).contains(&other.abs_diff(people)))
        };
        are_columns_safe && (!same_measure || bases(next.table).all(is_base_safe))
    }
}

/// The columns of a table of people, with their headings.
fn counts(table: &FiguresFile) -> Vec<(&str, CountTable<'_>)> {
    let columns = lines(table).into_iter().take(table.columns.len().max(1));
    columns
        .map(|line| {
            let people = line.total.unwrap_or_else(|| line.sum());
            let is_complete = line.parts.iter().all(|(_, people)| people.is_some());
            let cells = line.parts.iter().filter_map(|(part, people)| Some((*part, (*people)?))).collect();
            (line.heading, CountTable { cells, people, is_complete })
        })
        .collect()
}

/// True if the people of one heading may be among those of the other: “Year 11 girls” are in “Year 11” and in “All”.
fn includes(total: &str, part: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(plain).collect::<Vec<_>>();
    let of_part = words(part);
    is_total(total) || words(total).iter().all(|word| of_part.contains(word))
}

/// True if two tables may count some of the same people.
fn may_overlap(one: &FiguresFile, other: &FiguresFile) -> bool {
    let is_apart = one.overlaps == Some(false) || other.overlaps == Some(false);
    let dates = one.date.as_ref().zip(other.date.as_ref()).map(|(one, other)| (&one.value, &other.value));
    let far = |(one, other): (&InexactDate, &InexactDate)| {
        let after = |date: Date| date.saturating_add(MAX_DAYS_APART.days());
        after(one.latest) < other.earliest || after(other.latest) < one.earliest
    };
    !is_apart && !dates.is_some_and(far) && !have_other_numbers(&one.title, &other.title)
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
        let words = suppressed(&tables.iter().collect::<Vec<_>>(), 6).into_iter().map(|why| match why {
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
