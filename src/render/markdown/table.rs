//! Tables with scope on every head, and with their column's name in every cell, for phones.

use super::attribute;

/// What opens the head of a column.
const COLUMN_HEAD: &str = "<th scope=\"col\">";

/// The table that is being read: its column heads, and where in it we are.
#[derive(Default)]
pub(super) struct Table {
    heads: Vec<String>,
    in_head: bool,
    column: usize,
}

impl Table {
    /// The row of column heads begins.
    pub(super) fn begin_head(&mut self) -> &'static str {
        self.in_head = true;
        "<thead><tr>"
    }

    /// The row of column heads ends.
    pub(super) fn end_head(&mut self) -> &'static str {
        self.in_head = false;
        "</tr></thead><tbody>\n"
    }

    /// A row begins.
    pub(super) fn begin_row(&mut self) -> &'static str {
        self.column = 0;
        "<tr>"
    }

    /// A cell begins. The first of each row is its head.
    pub(super) fn begin_cell(&mut self) -> String {
        if self.in_head {
            self.heads.push(String::new());
            COLUMN_HEAD.to_owned()
        } else if self.column == 0 {
            "<th scope=\"row\">".to_owned()
        } else {
            let head = self.heads.get(self.column).map_or("", String::as_str);
            format!("<td data-label=\"{}\">", attribute(head))
        }
    }

    /// A cell ends, at the end of this HTML.
    pub(super) fn end_cell(&mut self, html: &mut String) {
        let is_head = self.in_head || self.column == 0;
        if !self.in_head {
            self.column += 1;
        }
        // A head without words would be announced as a heading of nothing.
        if html.ends_with(COLUMN_HEAD) {
            html.truncate(html.len() - COLUMN_HEAD.len());
            html.push_str("<td></td>");
        } else {
            html.push_str(if is_head { "</th>" } else { "</td>" });
        }
    }

    /// Text in a column's head becomes its name.
    pub(super) fn take_text(&mut self, text: &str) {
        if let Some(head) = self.heads.last_mut().filter(|_| self.in_head) {
            head.push_str(text);
        }
    }

    /// True in the row of column heads.
    pub(super) fn is_in_head(&self) -> bool {
        self.in_head
    }
}
