//! A plan for the next year in words.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::programme::{date_in_words, weekday_name};
use crate::year::{Certainty, YearPlan, YearRow};

/// The groups of the table: what has to be done first.
const GROUPS: [(Certainty, &str); 3] =
    [(Certainty::ToDecide, "To decide or look up"), (Certainty::ToConfirm, "To confirm"), (Certainty::Sure, "Sure")];

/// Every row, grouped by how sure it is, and by its reason.
pub(super) fn table(plan: &YearPlan) -> String {
    let mut text = String::new();
    for (certainty, heading) in GROUPS {
        let rows: Vec<&YearRow> = plan.rows.iter().filter(|row| row.certainty == certainty).collect();
        if rows.is_empty() {
            continue;
        }
        let _ = writeln!(text, "{heading}: {}", rows.len());
        for reason in reasons(&rows) {
            let _ = writeln!(text, "\n  {}", with_capital(reason));
            for row in rows.iter().filter(|row| row.why == reason) {
                let _ = writeln!(text, "    {}\n        {}", place(row), change(row));
            }
        }
        text.push('\n');
    }
    text
}

/// The reasons, in the order in which they first appear.
fn reasons<'r>(rows: &[&'r YearRow]) -> Vec<&'r str> {
    let mut reasons: Vec<&str> = Vec::new();
    for row in rows {
        if !reasons.contains(&row.why.as_str()) {
            reasons.push(&row.why);
        }
    }
    reasons
}

fn place(row: &YearRow) -> String {
    if row.line == 0 { row.path.to_string() } else { format!("{}:{}", row.path, row.line) }
}

fn change(row: &YearRow) -> String {
    match (row.was.as_str(), row.becomes.as_str()) {
        ("", _) => row.what.clone(),
        (was, "") if row.what.contains(was) => row.what.clone(),
        (was, "") => format!("{}: {was}", row.what),
        (was, becomes) => format!("{}: {was} → {becomes}", row.what),
    }
}

fn with_capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + chars.as_str())
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
            "{} is not over: its last term ends on {}. After the change the site shows {}.",
            plan.old_label,
            date_in_words(last.ends),
            plan.new_label
        );
    }
    text
}
