//! A plan for the next year in words.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::programme::{date_in_words, weekday_name};
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
    let count = |certainty| plan.rows.iter().filter(|row| row.certainty == certainty).count();
    let mut text = format!(
        "From {} to {}, which begins on {} {}: {} to decide or look up, {} to confirm, {} sure.\n",
        plan.old_label,
        plan.new_label,
        weekday_name(plan.new.starts.weekday()),
        date_in_words(plan.new.starts),
        count(Certainty::ToDecide),
        count(Certainty::ToConfirm),
        count(Certainty::Sure),
    );
    if !plan.terms_are_listed {
        text.push_str(
            "The terms are this year's, moved. With the council's list as a text or calendar, add --terms FILE.\n",
        );
    }
    if let Some(last) = plan.old.terms.last().filter(|last| today <= last.ends && plan.old.starts <= today) {
        let _ = writeln!(
            text,
            "{} is not over: its last term ends on {}. After the change the site shows {}, and the single events that are still to come.",
            plan.old_label,
            date_in_words(last.ends),
            plan.new_label
        );
    }
    text
}
