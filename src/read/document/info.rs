//! The properties of a document.

/// What a document reveals besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentInfo {
    /// Names of people in its properties, without repeats.
    pub people: Vec<String>,
    /// True if it holds tracked changes.
    pub has_changes: bool,
    /// True if it holds comments.
    pub has_comments: bool,
    /// True if it holds text, slides, sheets, rows or columns that people don't see.
    pub has_hidden_text: bool,
    /// True if it holds photographs with the place where they were taken.
    pub has_photo_places: bool,
    /// The names of files inside it.
    pub attachments: Vec<String>,
    /// Accessibility properties, for a PDF.
    pub pdf: Option<PdfAccessibility>,
}

/// What in a PDF helps screen readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PdfAccessibility {
    /// Headings, lists and tables are tagged.
    pub has_tags: bool,
    /// It has a title.
    pub has_title: bool,
    /// It declares its language.
    pub has_language: bool,
}

impl DocumentInfo {
    /// Adds a name, unless it is a repeat, empty, or a program's default.
    pub(super) fn add_person(&mut self, name: &str) {
        const PROGRAMS: [&str; 9] = [
            "user",
            "microsoft office user",
            "admin",
            "administrator",
            "windows user",
            "anonymous",
            "author",
            "python-docx",
            "openpyxl",
        ];
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let has_letter = name.chars().any(char::is_alphabetic);
        if has_letter && !PROGRAMS.contains(&name.to_lowercase().as_str()) && !self.people.contains(&name) {
            self.people.push(name);
        }
    }
}
