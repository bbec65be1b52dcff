//! A form as an Excel workbook: one page of A4, with lists to choose from.

use std::error::Error;

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatBorder, Formula, Workbook, Worksheet,
};

use super::cells::AuditColumn;
use super::form::{AuditForm, EMPTY_ROWS, FormColumn};
use crate::import::cell::column_name;

/// What may be chosen, on a hidden sheet: Excel takes only 255 characters of choices next to a cell.
const LISTS: &str = "Lists";
/// A4, by the number that Excel has for it.
const A4: u8 = 9;
/// In points, so that there is space to write by hand.
const ROW_HEIGHT: f64 = 35.0;
const HEADING_HEIGHT: f64 = 48.0;
const EXAMPLE_HEIGHT: f64 = 33.0;
/// Where the second half of the questions is.
const RIGHT_COLUMN: u16 = 4;
/// How many characters of a line fit above the table.
const LINE_WIDTH: usize = 190;
/// In inches.
const MARGIN: f64 = 0.4;

/// The bytes of the workbook. The same form gives the same bytes.
///
/// # Errors
/// Texts that are longer than a cell can hold.
pub fn form_as_workbook(form: &AuditForm) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut workbook = Workbook::new();
    let starts = form.year_starts;
    let (year, month, day) = (u16::try_from(starts.year())?, starts.month().try_into()?, starts.day().try_into()?);
    let created = ExcelDateTime::from_ymd(year, month, day)?;
    workbook.set_properties(&DocProperties::new().set_title(&form.title).set_creation_datetime(&created));
    let sheet = workbook.add_worksheet();
    sheet.set_name("Form")?.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 1);
    sheet.set_margins(MARGIN, MARGIN, MARGIN, MARGIN, 0.0, 0.0).set_print_center_horizontally(true);
    let first_row = write_top(sheet, form)?;
    write_table(sheet, form, first_row)?;
    let lists = workbook.add_worksheet();
    lists.set_name(LISTS)?.set_hidden(true);
    for (column, FormColumn { choices, .. }) in (0..).zip(&form.columns) {
        for (row, choice) in (0..).zip(choices) {
            lists.write_string(row, column, choice)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// Writes the title and the paragraphs, each line in a row: a cell that is merged with others could not be read back. Returns the row of the headings.
fn write_top(sheet: &mut Worksheet, form: &AuditForm) -> Result<u32, Box<dyn Error>> {
    let title = Format::new().set_bold().set_font_size(15);
    sheet.set_row_height(0, 22)?.write_string_with_format(0, 0, &form.title, &title)?;
    let mut row = 1;
    let bold = Format::new().set_bold();
    for (index, paragraph) in form.paragraphs.iter().enumerate() {
        for line in wrapped(paragraph) {
            match index {
                0 => sheet.write_string_with_format(row, 0, line, &bold)?,
                _ => sheet.write_string(row, 0, line)?,
            };
            row += 1;
        }
    }
    // People who fill it in by hand have no list to choose from.
    let questions = form.choices(AuditColumn::Question);
    let half = questions.len().div_ceil(2);
    row += 1;
    for (index, question) in questions.iter().enumerate() {
        let (column, offset) = if index < half { (0, index) } else { (RIGHT_COLUMN, index - half) };
        sheet.write_string(row + u32::try_from(offset)?, column, question)?;
    }
    row += u32::try_from(half)?;
    Ok(row + 1)
}

fn write_table(sheet: &mut Worksheet, form: &AuditForm, first_row: u32) -> Result<(), Box<dyn Error>> {
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin);
    let heading = cell.clone().set_bold().set_background_color(Color::RGB(0xE8_EC_EF));
    let example = cell.clone().set_italic().set_font_color(Color::RGB(0x50_50_50));
    let (first_answer, last_answer) = (first_row + 2, first_row + 1 + u32::try_from(EMPTY_ROWS)?);
    sheet.set_row_height(first_row, HEADING_HEIGHT)?.set_row_height(first_row + 1, EXAMPLE_HEIGHT)?;
    for row in first_answer..=last_answer {
        sheet.set_row_height(row, ROW_HEIGHT)?;
    }
    for ((column, kind), FormColumn { heading: text, width, choices }) in (0..).zip(AuditColumn::ALL).zip(&form.columns)
    {
        sheet.set_column_width(column, *width)?.write_string_with_format(first_row, column, text, &heading)?;
        let sample = form.example.get(usize::from(column)).map_or("", String::as_str);
        sheet.write_string_with_format(first_row + 1, column, sample, &example)?;
        for row in first_answer..=last_answer {
            sheet.write_blank(row, column, &cell)?;
        }
        if let Some(validation) = validation(kind, usize::from(column), choices) {
            sheet.add_data_validation(first_answer, column, last_answer, column, &validation)?;
        }
    }
    sheet.set_print_area(0, 0, last_answer, u16::try_from(AuditColumn::ALL.len() - 1)?)?;
    Ok(())
}

/// A list to choose from, which never refuses another answer.
fn validation(kind: AuditColumn, column: usize, choices: &[String]) -> Option<DataValidation> {
    if kind == AuditColumn::Hours {
        let hours = DataValidation::new().allow_decimal_number(DataValidationRule::Between(0.0, 1000.0));
        let hours = hours.set_error_style(DataValidationErrorStyle::Warning);
        return hours.set_error_message("Write the hours as a number, such as 1.5.").ok();
    }
    let name = column_name(column);
    let range = format!("={LISTS}!${name}$1:${name}${}", choices.len());
    let list = DataValidation::new().allow_list_formula(Formula::new(range)).show_error_message(false);
    (!choices.is_empty()).then_some(list)
}

/// A text in lines of at most [`LINE_WIDTH`] characters.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LINE_WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
