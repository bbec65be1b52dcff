//! The coverage of the benchmarks as a table for the terminal.

use crate::import::department_audit::{Coverage, CoverageRow, GroupCoverage};
use crate::report::list;

/// A row for each group and a column for each benchmark, so that it is never too wide; then each benchmark in words.
pub(super) fn coverage_text(coverage: &Coverage) -> String {
    const CELL_WIDTH: usize = 7;
    let groups: Vec<&str> = coverage
        .rows
        .first()
        .map_or_else(Vec::new, |row| row.groups.iter().map(|group| group.group.as_str()).collect());
    let width = groups.iter().map(|group| group.chars().count()).max().unwrap_or(0);
    let mut text = String::from(
        "\nActivities for each benchmark: how many are planned now, and after + how many the forms add. A dash is a gap.\n\n",
    );
    let numbers: String = coverage.rows.iter().map(|row| format!("{:>CELL_WIDTH$}", row.number)).collect();
    text.push_str(&format!("{:width$}{numbers}\n", ""));
    for (index, group) in groups.iter().enumerate() {
        let cells = coverage.rows.iter().filter_map(|row| row.groups.get(index).map(|cell| shown(row, cell)));
        let cells: String = cells.map(|cell| format!("{cell:>CELL_WIDTH$}")).collect();
        text.push_str(&format!("{group:width$}{cells}\n"));
    }
    text.push('\n');
    let short_width = coverage.rows.iter().map(|row| row.short.chars().count()).max().unwrap_or(0);
    for row in &coverage.rows {
        text.push_str(&format!("{} {:short_width$}  {}\n", row.number, row.short, in_words(row)));
    }
    text.push('\n');
    text
}

fn shown(row: &CoverageRow, cell: &GroupCoverage) -> String {
    match (cell.now, cell.added) {
        (0, 0) if row.is_for_each_group => "-".to_owned(),
        (now, 0) => now.to_string(),
        (0, added) => format!("+{added}"),
        (now, added) => format!("{now}+{added}"),
    }
}

/// “The forms add it for Year 7. Still a gap: Year 12 and Year 13.”
fn in_words(row: &CoverageRow) -> String {
    if !row.is_for_each_group {
        return "is about the whole programme: see `fingerpost evaluate`".to_owned();
    }
    let names = |wanted: fn(&GroupCoverage) -> bool| {
        let groups = row.groups.iter().filter(|group| wanted(group)).map(|group| group.group.as_str());
        groups.collect::<Vec<&str>>()
    };
    let filled = names(|group| group.now == 0 && group.added > 0);
    let gaps = names(GroupCoverage::is_gap);
    let mut parts = Vec::new();
    if !filled.is_empty() {
        parts.push(format!("new for {}", list(&filled)));
    }
    parts.push(match gaps.as_slice() {
        [] if filled.is_empty() => "no gap".to_owned(),
        [] => "no gap left".to_owned(),
        gaps if gaps.len() == row.groups.len() => "still a gap for everybody".to_owned(),
        gaps => format!("still a gap for {}", list(gaps)),
    });
    parts.join("; ")
}
