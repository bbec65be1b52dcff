//! Reads the forms of a page as a browser without scripts does.

use html5gum::{Token, Tokenizer};

/// A form as it would be sent, without the button that is pressed.
#[derive(Clone, Debug, Default)]
pub(crate) struct HtmlForm {
    pub(crate) action: String,
    pub(crate) fields: Vec<(String, String)>,
    /// The names of the fields that people type into.
    pub(crate) typed: Vec<String>,
}

/// Every form of a page.
pub(crate) fn forms(html: &str) -> Vec<HtmlForm> {
    let (mut forms, mut form) = (Vec::new(), HtmlForm::default());
    // The name and text of a text area, and the name of a list with its first and its selected value.
    let mut area: Option<(String, String)> = None;
    let mut list: Option<(String, Option<String>)> = None;
    for token in Tokenizer::new(html).flatten() {
        match token {
            Token::StartTag(tag) => {
                let value = |name: &[u8]| {
                    let value = tag.attributes.get(name).map(|value| value.to_vec());
                    value.map(|value| String::from_utf8(value).expect("UTF-8"))
                };
                let name = value(b"name").unwrap_or_default();
                match &tag.name[..] {
                    b"form" => form = HtmlForm { action: value(b"action").unwrap_or_default(), ..HtmlForm::default() },
                    b"textarea" if !name.is_empty() => {
                        form.typed.push(name.clone());
                        area = Some((name, String::new()));
                    }
                    b"select" => list = Some((name, None)),
                    b"option" => {
                        let selected = value(b"selected").is_some();
                        if let Some((_, chosen)) = list.as_mut().filter(|(_, chosen)| selected || chosen.is_none()) {
                            *chosen = value(b"value");
                        }
                    }
                    b"input" if value(b"type").is_some_and(|kind| kind == "file") => {}
                    b"input" if !name.is_empty() => {
                        let kind = value(b"type").unwrap_or_default();
                        if ["", "text", "email", "tel", "url"].contains(&kind.as_str()) {
                            form.typed.push(name.clone());
                        }
                        let is_choice = ["checkbox", "radio"].contains(&kind.as_str());
                        if !is_choice || value(b"checked").is_some() {
                            form.fields.push((name, value(b"value").unwrap_or_default()));
                        }
                    }
                    _ => {}
                }
            }
            Token::String(text) => {
                if let Some((_, content)) = &mut area {
                    content.push_str(std::str::from_utf8(&text).expect("UTF-8"));
                }
            }
            Token::EndTag(tag) => match &tag.name[..] {
                b"textarea" => {
                    // The line break after the tag is not part of the text.
                    let text =
                        area.take().map(|(name, text)| (name, text.strip_prefix('\n').unwrap_or(&text).to_owned()));
                    form.fields.extend(text);
                }
                b"select" => form.fields.extend(list.take().map(|(name, chosen)| (name, chosen.unwrap_or_default()))),
                b"form" => forms.push(std::mem::take(&mut form)),
                _ => {}
            },
            _ => {}
        }
    }
    forms
}
