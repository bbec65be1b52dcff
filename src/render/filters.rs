//! What templates can do beside what they know of their own: show a text of the content, say a message, name a day,
//! and mark English.
//!
//! - `{{ body | prose(root=page.root, level=2) }}`: a Markdown body.
//! - `{{ "done_on" | message(day=action.done | time) }}`: a message with what it is given. One that is given nothing is
//!   `{{ text.all_events }}`; in a component, which begins with `@text` then.
//! - `{{ "pages_found" | forms(q="{q}") }}`: all forms of a message that counts, for scripts, as `data-one="…" data-other="…"`.
//! - `{{ event.day | time(form="long", strong=true) }}`: a day for people and machines.
//! - `{{ benchmark.name | english }}`: words that are English whatever the language of the page.

use std::borrow::Cow;
use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value, escape_html};

use super::markdown::Bodies;
use crate::language::{Arg, Language};

/// Teaches templates our filters.
pub(super) fn register(tera: &mut Tera, bodies: Bodies, language: &Arc<Language>) {
    tera.register_filter("prose", move |path: &Value, kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let root = kwargs.must_get::<&str>("root")?;
        let level = kwargs.get::<u8>("level")?.unwrap_or(2);
        // A file without a text has no body: nothing is shown.
        let html = path.as_str().and_then(|path| bodies.get(path)).map(|body| body.html(root, level));
        Ok(Value::safe_string(&html.unwrap_or_default()))
    });
    let speaker = Arc::clone(language);
    tera.register_filter("message", move |key: &Value, kwargs: Kwargs, _: &State<'_>| message(key, &kwargs, &speaker));
    let speaker = Arc::clone(language);
    tera.register_filter("forms", move |key: &Value, kwargs: Kwargs, _: &State<'_>| forms(key, &kwargs, &speaker));
    tera.register_filter("time", |day: &Value, kwargs: Kwargs, _: &State<'_>| time(day, &kwargs));
    let mark = language.is_foreign();
    tera.register_filter("english", move |text: &Value, _: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let words = html(text)?;
        Ok(Value::safe_string(&if mark {
            format!("<span lang=\"en\" dir=\"ltr\">{words}</span>")
        } else {
            words.into()
        }))
    });
}

fn message(key: &Value, kwargs: &Kwargs, language: &Language) -> TeraResult<Value> {
    let said = with_given(key, kwargs, |key, given| language.format_html(key, given, escaped))?;
    Ok(Value::safe_string(&said))
}

/// Every form that a message has for numbers, as attributes; `{n}` stands for the number.
fn forms(key: &Value, kwargs: &Kwargs, language: &Language) -> TeraResult<Value> {
    let forms = with_given(key, kwargs, |key, given| {
        let forms = language.forms().into_iter().map(|(form, number)| {
            let counted = [("count", Arg::Number(number)), ("number", Arg::Text("{n}"))];
            let given: Vec<_> = given.iter().copied().chain(counted).collect();
            Some((form, language.format_html(key, &given, escaped)?))
        });
        forms.collect::<Option<Vec<_>>>()
    })?;
    let usual = forms.last().map(|(_, said)| said.clone()).unwrap_or_default();
    let differing = forms.iter().filter(|(form, said)| *form == "other" || *said != usual);
    let attributes: Vec<String> = differing.map(|(form, said)| format!("data-{form}=\"{said}\"")).collect();
    Ok(Value::safe_string(&attributes.join(" ")))
}

/// Hands on the name of a message and what it is given; no answer means that there is none of this name.
fn with_given<T>(
    key: &Value,
    kwargs: &Kwargs,
    answer: impl FnOnce(&str, &[(&str, Arg<'_>)]) -> Option<T>,
) -> TeraResult<T> {
    let key = key.as_str().ok_or_else(|| Error::message("the name of a message is missing"))?;
    let mut texts: Vec<(&str, Cow<'_, str>)> = Vec::new();
    let mut given: Vec<(&str, Arg<'_>)> = Vec::new();
    for (name, value) in kwargs.iter() {
        let Some(name) = name.as_str() else { continue };
        match value.as_i128().and_then(|number| i64::try_from(number).ok()) {
            Some(number) => given.push((name, Arg::Number(number))),
            None => texts.push((name, html(value)?)),
        }
    }
    given.extend(texts.iter().map(|(name, text)| (*name, Arg::Text(text))));
    answer(key, &given).ok_or_else(|| Error::message(format!("there is no message `{key}`")))
}

/// A day as it is said, with the same for machines.
fn time(day: &Value, kwargs: &Kwargs) -> TeraResult<Value> {
    let form = kwargs.get::<&str>("form")?.unwrap_or("plain");
    let iso = day.get_from_path("iso").and_then(Value::as_str);
    let words = day.get_from_path(form).and_then(Value::as_str);
    let (Some(iso), Some(words)) = (iso, words) else {
        return Err(Error::message(format!("`time` needs a day that has `iso` and `{form}`")));
    };
    let (open, close) = if kwargs.get::<bool>("strong")? == Some(true) { ("<strong>", "</strong>") } else { ("", "") };
    Ok(Value::safe_string(&format!("<time datetime=\"{iso}\">{open}{}{close}</time>", escaped(words))))
}

/// A value as HTML.
fn html(value: &Value) -> TeraResult<Cow<'_, str>> {
    match value.as_str() {
        Some(text) if value.is_safe() => Ok(Cow::Borrowed(text)),
        Some(text) => Ok(escaped(text)),
        None if value.is_number() => Ok(Cow::Owned(value.to_string())),
        None => Err(Error::message(format!("a message cannot be given {}", value.name()))),
    }
}

fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len() + 16);
    // Writing to memory does not fail.
    let _ = escape_html(text, &mut bytes);
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}
