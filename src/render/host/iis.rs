//! `web.config` for IIS on Windows Server.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::settings::{HostSettings, types};

pub(super) fn text(settings: &HostSettings) -> String {
    // Writing into memory can't fail.
    config(settings).unwrap_or_default()
}

fn config(settings: &HostSettings) -> io::Result<String> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer.write_event(Event::Comment(BytesText::new(" Written by Fingerpost. IIS reads this file. ")))?;
    writer.create_element("configuration").write_inner_content(|writer| {
        writer.create_element("system.webServer").write_inner_content(|writer| {
            static_content(writer)?;
            headers(settings, writer)?;
            errors(writer)
        })?;
        let hashed = writer.create_element("location").with_attribute(("path", "assets"));
        hashed.write_inner_content(|writer| {
            writer.create_element("system.webServer").write_inner_content(|writer| {
                writer.create_element("staticContent").write_inner_content(|writer| {
                    let cache = writer.create_element("clientCache").with_attributes([
                        ("cacheControlMode", "UseMaxAge"),
                        ("cacheControlMaxAge", "365.00:00:00"),
                        ("cacheControlCustom", "public, immutable"),
                    ]);
                    cache.write_empty().map(|_| ())
                })?;
                Ok(())
            })?;
            Ok(())
        })?;
        Ok(())
    })?;
    let text = String::from_utf8(writer.into_inner()).unwrap_or_default();
    Ok(format!("{text}\n"))
}

/// IIS serves no file whose extension has no type, and stops at one that has two.
fn static_content(writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    writer.create_element("staticContent").write_inner_content(|writer| {
        for (extension, name) in types() {
            let extension = format!(".{extension}");
            writer.create_element("remove").with_attribute(("fileExtension", extension.as_str())).write_empty()?;
            let attributes = [("fileExtension", extension.as_str()), ("mimeType", name)];
            writer.create_element("mimeMap").with_attributes(attributes).write_empty()?;
        }
        let cache = writer.create_element("clientCache").with_attribute(("cacheControlMode", "DisableCache"));
        cache.write_empty().map(|_| ())
    })?;
    Ok(())
}

fn headers(settings: &HostSettings, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let policy = ("Content-Security-Policy", settings.policy.as_str());
    writer.create_element("httpProtocol").write_inner_content(|writer| {
        writer.create_element("customHeaders").write_inner_content(|writer| {
            for (name, value) in settings.headers.into_iter().chain([policy]) {
                writer.create_element("remove").with_attribute(("name", name)).write_empty()?;
                writer.create_element("add").with_attributes([("name", name), ("value", value)]).write_empty()?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

fn errors(writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let errors = writer.create_element("httpErrors").with_attribute(("errorMode", "Custom"));
    errors.write_inner_content(|writer| {
        writer.create_element("remove").with_attribute(("statusCode", "404")).write_empty()?;
        let attributes = [("statusCode", "404"), ("path", "404.html"), ("responseMode", "File")];
        writer.create_element("error").with_attributes(attributes).write_empty()?;
        Ok(())
    })?;
    Ok(())
}
