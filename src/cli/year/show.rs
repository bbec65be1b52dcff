//! A plan for the next year in words.

use std::fmt::Write as _;

use camino::Utf8Path;
use jiff::civil::Date;

use crate::cli::arguments::named;
use crate::cli::quoted::quoted;
use crate::programme::{date_in_words, weekday_name};
use crate::read::CHANGE_LIST;
use crate::year::{Certainty, YearPlan, YearRow, by_reason};

/// Every row, grouped by how sure it is, and by its reason.
pub(super) fn table(plan: &YearPlan) -> String {
    let mut text = String::new();
    for certainty in Certainty::ALL {
        let groups = by_reason(&plan.rows, certainty);
        let count: usize = groups.iter().map(|group| group.rows.len()).sum();
        if count == 0 {
            continue;
        }
        let _ = writeln!(text, "{}: {count}", certainty.heading());
        for group in groups {
            let _ = writeln!(text, "\n  {}", group.heading());
            for row in group.rows {
                let _ = writeln!(text, "    {}\n        {}", place(row), change(row));
            }
        }
        text.push('\n');
    }
    text
}

fn place(row: &YearRow) -> String {
    if row.line == 0 { row.path.to_string() } else { format!("{}:{}", row.path, row.line) }
}

fn change(row: &YearRow) -> String {
    let was = match row.was.as_str() {
        was if row.what.contains(was) => row.what.clone(),
        was => format!("{}: {was}", row.what),
    };
    match (row.becomes.as_str(), row.suggestion.as_str()) {
        ("", "") => was,
        ("", suggestion) => format!("{was} (perhaps {suggestion})"),
        (becomes, _) => format!("{was} → {becomes}"),
    }
}

/// What the plan does, in a few lines.
pub(super) fn summary(plan: &YearPlan, today: Date) -> String {
    let mut text = format!(
        "From {} to {}, which begins on {} {}: {}.\n",
        plan.old_label,
        plan.new_label,
        weekday_name(plan.new.starts.weekday()),
        date_in_words(plan.new.starts),
        counts(plan)
    );
    if !plan.terms_are_listed {
        text.push_str(
            "The terms are this year's, moved. With the council's list as a text or calendar, add --terms FILE.\n",
        );
    }
    if let Some(last) = plan.old.terms.last().filter(|last| today <= last.ends && plan.old.starts <= today) {
        let _ = writeln!(
            text,
            "{} is not over: its last term ends on {}. After the change the site shows {}, and the single events that are \
             still to come.",
            plan.old_label,
            date_in_words(last.ends),
            plan.new_label
        );
    }
    text
}

/// “12 to decide or look up, 30 to confirm, 5 sure”.
fn counts(plan: &YearPlan) -> String {
    let count = |certainty| plan.rows.iter().filter(|row| row.certainty == certainty).count();
    format!(
        "{} to decide or look up, {} to confirm, {} sure",
        count(Certainty::ToDecide),
        count(Certainty::ToConfirm),
        count(Certainty::Sure)
    )
}

/// What `--write` would do.
pub(super) fn how_to_write(plan: &YearPlan, may_follow: bool) -> String {
    if !may_follow {
        return format!(
            "Nothing was changed. {} has not begun yet, so it is too early to move on to {}.\n",
            plan.old_label, plan.new_label
        );
    }
    // The list of changes is in the archive, too.
    let archived = plan.archived().count().saturating_sub(1);
    format!(
        "Nothing was changed. Add --write to change {} files. The old texts are kept in {}/ ({archived} files), with this \
         list, and `fingerpost year undo` takes everything back.\n",
        plan.changed_files(),
        plan.archive
    )
}

/// What was done, and what comes next.
pub(super) fn written(plan: &YearPlan, folder: &Utf8Path) -> String {
    let path = quoted(folder);
    let terms = match plan.terms_are_listed {
        true => String::new(),
        false => format!(
            "The terms are this year's, moved. If you have the council's list: `fingerpost year undo {path}`, then \
             again with --terms FILE.\n"
        ),
    };
    format!(
        "Changed {} from {} to {}: {}.\n{terms}The old texts are in {archive}/, and the list of what to decide and to \
         confirm is in {archive}/{CHANGE_LIST}.\n`fingerpost check {path}` shows what is still to be confirmed. `fingerpost year \
         undo {path}` takes everything back, as long as nothing was edited.\n",
        named(folder),
        plan.old_label,
        plan.new_label,
        counts(plan),
        archive = plan.archive
    )
}
