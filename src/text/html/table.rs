//! Tables with `scope` on every header cell, and with the column's name in every data cell, for phones.

use super::escape::escape;

const COLUMN_HEADER: &str = "<th scope=\"col\">";
const ROW_HEADER: &str = "<th scope=\"row\">";

/// The current table: its column headers and the current cell.
#[derive(Default)]
pub(super) struct Table {
    headers: Vec<String>,
    in_head: bool,
    column: usize,
}

impl Table {
    pub(super) fn begin_head(&mut self) -> &'static str {
        self.in_head = true;
        "<thead><tr>"
    }

    pub(super) fn end_head(&mut self) -> &'static str {
        self.in_head = false;
        "</tr></thead><tbody>\n"
    }

    pub(super) fn begin_row(&mut self) -> &'static str {
        self.column = 0;
        "<tr>"
    }

    /// The first cell of each row is its header.
    pub(super) fn begin_cell(&mut self) -> String {
        if self.in_head {
            self.headers.push(String::new());
            COLUMN_HEADER.to_owned()
        } else if self.column == 0 {
            ROW_HEADER.to_owned()
        } else {
            let head = self.headers.get(self.column).map_or("", String::as_str);
            format!("<td data-label=\"{}\">", escape(head))
        }
    }

    /// `html` ends with the cell's content.
    pub(super) fn end_cell(&mut self, html: &mut String) {
        let is_header = self.in_head || self.column == 0;
        if !self.in_head {
            self.column += 1;
        }
        // Screen readers would announce an empty header.
        let empty = [COLUMN_HEADER, ROW_HEADER].into_iter().find(|header| html.ends_with(header));
        if let Some(header) = empty {
            html.truncate(html.len() - header.len());
            html.push_str("<td></td>");
        } else {
            html.push_str(if is_header { "</th>" } else { "</td>" });
        }
    }

    /// Collects the names of columns.
    pub(super) fn take_text(&mut self, text: &str) {
        if let Some(head) = self.headers.last_mut().filter(|_| self.in_head) {
            head.push_str(text);
        }
    }

    pub(super) fn is_in_head(&self) -> bool {
        self.in_head
    }
}
