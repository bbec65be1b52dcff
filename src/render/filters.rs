//! Template filters: Markdown bodies, messages, days, and English words.
//!
//! - `{{ body | prose(root=page.root, level=2) }}`: a Markdown body. It must be the last filter: the body is written into
//!   the page when its template is done. `opening=true` shows only what is before its first heading.
//! - `{{ "done_on" | message(day=action.done | time) }}`: a message with arguments. A message without any is
//!   `{{ text.all_events }}`; a component needs `@text` at its start for that.
//! - `{{ "pages_found" | forms(q="{q}") }}`: all plural forms of a message, for scripts, as `data-one="…" data-other="…"`.
//! - `{{ event.day | time(form="long", strong=true) }}`: a day for people and machines.
//! - `{{ activity.led_by | in_sentence }}`: people in the middle of a sentence, such as “the careers leader”.
//! - `{{ person.phone | phone }}`: a telephone number, from left to right in any language.
//! - `{{ benchmark.name | english }}`: words that are English on a page in any language.

use std::borrow::Cow;
use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value, escape_html};

use super::markdown::{Bodies, DEFAULT_LEVEL};
use crate::language::{Arg, Language};
use crate::programme::Direction;

pub(super) fn register(tera: &mut Tera, bodies: &Bodies, language: &Arc<Language>) {
    let mark = bodies.marks();
    tera.register_filter("prose", move |path: &Value, kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let root = kwargs.must_get::<&str>("root")?;
        let is_opening = kwargs.get::<bool>("opening")?.unwrap_or_default();
        let level = if is_opening { None } else { Some(kwargs.get::<u8>("level")?.unwrap_or(DEFAULT_LEVEL)) };
        // A file without text has no body.
        let mark = path.as_str().and_then(|path| mark(path, root, level));
        Ok(Value::safe_string(&mark.unwrap_or_default()))
    });
    let messages = Arc::clone(language);
    tera.register_filter("message", move |key: &Value, kwargs: Kwargs, _: &State<'_>| {
        format_message(key, &kwargs, &messages)
    });
    let messages = Arc::clone(language);
    tera.register_filter("forms", move |key: &Value, kwargs: Kwargs, _: &State<'_>| forms(key, &kwargs, &messages));
    let people = Arc::clone(language);
    tera.register_filter("in_sentence", move |text: &str, _: Kwargs, _: &State<'_>| -> String {
        people.in_sentence(text).into_owned()
    });
    tera.register_filter("time", |day: &Value, kwargs: Kwargs, _: &State<'_>| time(day, &kwargs));
    let is_rtl = language.direction() == Direction::Rtl;
    tera.register_filter("phone", move |number: &str, _: Kwargs, _: &State<'_>| -> Value {
        // Numbers don't break at the end of a line.
        let number = escaped(&number.replace(' ', "\u{a0}")).into_owned();
        Value::safe_string(&if is_rtl { format!("<bdi dir=\"ltr\">{number}</bdi>") } else { number })
    });
    let needs_lang = language.needs_lang_attribute();
    tera.register_filter("english", move |text: &Value, _: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let words = html(text)?;
        Ok(Value::safe_string(&if needs_lang {
            format!("<span lang=\"en\" dir=\"ltr\">{words}</span>")
        } else {
            words.into()
        }))
    });
}

fn format_message(key: &Value, kwargs: &Kwargs, language: &Language) -> TeraResult<Value> {
    let text = with_args(key, kwargs, |key, args| language.format_html(key, args, escaped))?;
    Ok(Value::safe_string(&text))
}

/// Every plural form of a message, as attributes, with `{n}` for the number.
fn forms(key: &Value, kwargs: &Kwargs, language: &Language) -> TeraResult<Value> {
    let forms = with_args(key, kwargs, |key, args| {
        let forms = language.plural_categories().into_iter().map(|(form, number)| {
            let counted = [("count", Arg::Number(number)), ("number", Arg::Text("{n}"))];
            let args: Vec<_> = args.iter().copied().chain(counted).collect();
            Some((form, language.format_html(key, &args, escaped)?))
        });
        forms.collect::<Option<Vec<_>>>()
    })?;
    let other = forms.last().map(|(_, text)| text.clone()).unwrap_or_default();
    let differing = forms.iter().filter(|(form, text)| *form == "other" || *text != other);
    let attributes: Vec<String> = differing.map(|(form, text)| format!("data-{form}=\"{text}\"")).collect();
    Ok(Value::safe_string(&attributes.join(" ")))
}

/// Calls `format` with the message's key and arguments. `None` from it means that the message doesn't exist.
fn with_args<T>(
    key: &Value,
    kwargs: &Kwargs,
    format: impl FnOnce(&str, &[(&str, Arg<'_>)]) -> Option<T>,
) -> TeraResult<T> {
    let key = key.as_str().ok_or_else(|| Error::message("the key of a message is missing"))?;
    let mut texts: Vec<(&str, Cow<'_, str>)> = Vec::new();
    let mut args: Vec<(&str, Arg<'_>)> = Vec::new();
    for (name, value) in kwargs.iter() {
        let Some(name) = name.as_str() else { continue };
        match value.as_i128().and_then(|number| i64::try_from(number).ok()) {
            Some(number) => args.push((name, Arg::Number(number))),
            None => texts.push((name, html(value)?)),
        }
    }
    args.extend(texts.iter().map(|(name, text)| (*name, Arg::Text(text))));
    format(key, &args).ok_or_else(|| Error::message(format!("there is no message `{key}`")))
}

/// A `<time>` element, or the words alone for a time that is not exact.
fn time(day: &Value, kwargs: &Kwargs) -> TeraResult<Value> {
    let form = kwargs.get::<&str>("form")?.unwrap_or("plain");
    let iso = day.get_from_path("iso").and_then(Value::as_str);
    let words = day.get_from_path(form).and_then(Value::as_str);
    let (Some(iso), Some(words)) = (iso, words) else {
        return Err(Error::message(format!("`time` needs a day that has `iso` and `{form}`")));
    };
    if iso.is_empty() {
        let words = escaped(words);
        let strong = kwargs.get::<bool>("strong")? == Some(true);
        return Ok(Value::safe_string(&if strong { format!("<strong>{words}</strong>") } else { words.into_owned() }));
    }
    let (open, close) = if kwargs.get::<bool>("strong")? == Some(true) { ("<strong>", "</strong>") } else { ("", "") };
    Ok(Value::safe_string(&format!("<time datetime=\"{iso}\">{open}{}{close}</time>", escaped(words))))
}

/// A value as HTML.
fn html(value: &Value) -> TeraResult<Cow<'_, str>> {
    match value.as_str() {
        Some(text) if value.is_safe() => Ok(Cow::Borrowed(text)),
        Some(text) => Ok(escaped(text)),
        None if value.is_number() => Ok(Cow::Owned(value.to_string())),
        None => Err(Error::message(format!("a message can't take {}", value.name()))),
    }
}

fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len() + 16);
    // Writing to memory doesn't fail.
    let _ = escape_html(text, &mut bytes);
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}
