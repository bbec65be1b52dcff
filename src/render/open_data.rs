//! Machine-readable data: `programme.json`, its JSON Schema, and the JSON-LD in pages.

use serde::Serialize;

use super::output_file::OutputFile;
use crate::view::OpenData;

/// The path of the programme as open data.
pub const OPEN_DATA: &str = "programme.json";

/// The programme as open data, and its schema, which is derived from the same types.
pub(super) fn files(data: &OpenData<'_>) -> Vec<OutputFile> {
    let mut schema = schemars::schema_for!(OpenData<'_>);
    schema.insert("$id".into(), "programme.schema.json".into());
    [file(OPEN_DATA, data), file("programme.schema.json", &schema)].into_iter().flatten().collect()
}

/// `None` if serialising fails, which these types don't.
fn file(path: &str, data: &impl Serialize) -> Option<OutputFile> {
    let mut bytes = serde_json::to_vec_pretty(data).ok()?;
    bytes.push(b'\n');
    Some(OutputFile { path: path.into(), bytes })
}

/// JSON-LD for a `<script>`: nothing in it can end the element or start a comment.
pub(super) fn embedded(data: &impl Serialize) -> String {
    serde_json::to_string(data).unwrap_or_default().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::embedded;

    #[test]
    fn text_cannot_end_the_script_element() {
        let json = embedded(&"</script><!--");
        assert_eq!(json, "\"\\u003c/script>\\u003c!--\"");
        assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), "</script><!--");
    }
}
