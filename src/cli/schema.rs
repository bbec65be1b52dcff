//! `fingerpost schema`: the JSON Schemas of the content files, made from the types.
#![expect(clippy::disallowed_methods, reason = "writing schemas into a folder is what --into asks for")]

use camino::{Utf8Path, Utf8PathBuf};

use super::{Exit, print};
use crate::programme::schemas::{ALL, FileSchema};
use crate::report::did_you_mean;

/// What `schema` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The kind of file, such as school or event; a list of them if left out
    name: Option<String>,
    /// Write all of them into a content folder, as .schema/NAME.json
    #[arg(long, value_name = "FOLDER", conflicts_with = "name")]
    into: Option<Utf8PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    match (&arguments.into, &arguments.name) {
        (Some(folder), _) => match write_all(folder) {
            Ok(()) => Exit::Clean,
            Err(error) => {
                print::note(&format!("fingerpost: {folder}/.schema could not be written: {error}\n"));
                Exit::Error
            }
        },
        (None, Some(name)) => show(name),
        (None, None) => {
            let list: String = ALL.iter().map(|schema| format!("{:16} {}\n", schema.name, schema.files)).collect();
            print::out(&list);
            Exit::Clean
        }
    }
}

fn show(name: &str) -> Exit {
    if let Some(schema) = ALL.iter().find(|schema| schema.name == name) {
        print::out(&text(schema));
        return Exit::Clean;
    }
    let near = did_you_mean(name, ALL.iter().map(|schema| schema.name)).map(|name| format!(" Did you mean {name}?"));
    print::note(&format!("fingerpost: there is no schema {name}.{}\n", near.unwrap_or_default()));
    Exit::Error
}

/// A schema as the text of its file.
fn text(schema: &FileSchema) -> String {
    // A schema is made of strings, numbers and lists: it always has a text.
    serde_json::to_string_pretty(&schema.json()).map(|text| text + "\n").unwrap_or_default()
}

/// Writes every schema into a content folder, where its YAML files look for them.
pub(super) fn write_all(folder: &Utf8Path) -> std::io::Result<()> {
    let folder = folder.join(".schema");
    std::fs::create_dir_all(&folder)?;
    for schema in &ALL {
        std::fs::write(folder.join(format!("{}.json", schema.name)), text(schema))?;
    }
    Ok(())
}
