//! Data for machines: `programme.json`, its JSON Schema, and what search engines are told in pages.

use serde::Serialize;

use super::OutputFile;
use crate::view::{LinkedData, OpenData};

/// The programme as open data, and the schema that describes it, written from the same types.
pub(super) fn files(data: &OpenData<'_>) -> Vec<OutputFile> {
    let mut schema = schemars::schema_for!(OpenData<'_>);
    schema.insert("$id".into(), "programme.schema.json".into());
    [file("programme.json", data), file("programme.schema.json", &schema)].into_iter().flatten().collect()
}

/// `None` only where memory ends: our types have nothing that JSON cannot say.
fn file(path: &str, data: &impl Serialize) -> Option<OutputFile> {
    let mut bytes = serde_json::to_vec_pretty(data).ok()?;
    bytes.push(b'\n');
    Some(OutputFile { path: path.into(), bytes })
}

/// JSON-LD as it can stand in a page: nothing in it ends the element or begins a comment.
pub(super) fn embedded(data: &LinkedData) -> String {
    serde_json::to_string(data).unwrap_or_default().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_text_can_end_the_element_that_holds_it() {
        #[derive(serde::Serialize)]
        struct Said(&'static str);
        let json = serde_json::to_string(&Said("</script><!--")).expect("JSON").replace('<', "\\u003c");
        assert_eq!(json, "\"\\u003c/script>\\u003c!--\"");
        assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), "</script><!--");
    }
}
