//! A form as Markdown, to print or to send in an e-mail.

use super::cells::AuditColumn;
use super::form::{AuditForm, EMPTY_ROWS, FormColumn};

/// The text of the form.
pub fn form_as_markdown(form: &AuditForm) -> String {
    let mut text = format!("# {}\n\n", form.title);
    form.paragraphs.iter().for_each(|paragraph| text.push_str(&format!("{paragraph}\n\n")));
    for (kind, FormColumn { heading, choices, .. }) in AuditColumn::ALL.into_iter().zip(&form.columns) {
        match kind {
            AuditColumn::Question => {
                text.push_str(&format!("{heading} Write its number:\n\n"));
                choices.iter().for_each(|choice| text.push_str(&format!("{choice}\n")));
                text.push('\n');
            }
            _ if choices.is_empty() => {}
            _ => text.push_str(&format!("{heading} {}.\n\n", choices.join(", "))),
        }
    }
    let headings: Vec<&str> = form.columns.iter().map(|column| column.heading.as_str()).collect();
    text.push_str(&row(&headings));
    text.push_str(&row(&vec!["---"; headings.len()]));
    text.push_str(&row(&form.example));
    text.push_str(&row(&vec![""; headings.len()]).repeat(EMPTY_ROWS));
    text
}

fn row<S: AsRef<str>>(cells: &[S]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.as_ref().replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | "))
}
