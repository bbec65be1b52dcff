//! `fingerpost schema`: the JSON Schemas of the content files, generated from their types.
#![expect(clippy::disallowed_methods, reason = "--into writes schemas into a folder")]

use camino::{Utf8Path, Utf8PathBuf};

use super::print;
use crate::cli::exit::Exit;
use crate::programme::{CONTENT_FILES, ContentFileKind};
use crate::report::did_you_mean;

#[derive(Debug, clap::Args)]
pub(super) struct SchemaArguments {
    /// The kind of file, such as school or event [default: list all kinds]
    name: Option<String>,
    /// Write all schemas into a content folder, as .schema/NAME.json
    #[arg(long, value_name = "FOLDER", conflicts_with = "name")]
    into: Option<Utf8PathBuf>,
}

pub(super) fn run(arguments: &SchemaArguments) -> Result<Exit, Exit> {
    match (&arguments.into, &arguments.name) {
        (Some(folder), _) => write_all(folder)
            .map_err(|error| print::failure(format!("{folder}/.schema could not be written: {error}")))?,
        (None, Some(name)) => show(name)?,
        (None, None) => {
            let list: String =
                CONTENT_FILES.iter().map(|schema| format!("{:16} {}\n", schema.name, schema.files)).collect();
            print::out(&list);
        }
    }
    Ok(Exit::Clean)
}

fn show(name: &str) -> Result<(), Exit> {
    if let Some(schema) = CONTENT_FILES.iter().find(|schema| schema.name == name) {
        print::out(&text(schema));
        return Ok(());
    }
    let suggestion =
        did_you_mean(name, CONTENT_FILES.iter().map(|schema| schema.name)).map(|name| format!(" Did you mean {name}?"));
    Err(print::failure(format!("there is no schema called {name}.{}", suggestion.unwrap_or_default())))
}

fn text(schema: &ContentFileKind) -> String {
    // Serialising strings, numbers and lists can't fail.
    serde_json::to_string_pretty(&schema.json()).map(|text| text + "\n").unwrap_or_default()
}

/// Writes all schemas into a content folder, where the `$schema` comments in its YAML files point to them.
pub(super) fn write_all(folder: &Utf8Path) -> std::io::Result<()> {
    let folder = folder.join(".schema");
    std::fs::create_dir_all(&folder)?;
    for schema in CONTENT_FILES {
        std::fs::write(folder.join(format!("{}.json", schema.name)), text(schema))?;
    }
    Ok(())
}
