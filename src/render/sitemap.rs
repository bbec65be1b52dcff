//! For search engines: the sitemap (sitemaps.org, protocol 0.9), and `robots.txt`, which points to it.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::output_file::OutputFile;
use crate::view::{Site, WebAddress};

/// The protocol's limit.
const MAX_ADDRESSES: usize = 50_000;

/// `sitemap.xml` and `robots.txt`, if the site's address is known. Search engines only read `robots.txt` at the root
/// of a host.
pub(super) fn files(site: &Site<'_>) -> Vec<OutputFile> {
    let Some(web_address) = &site.web_address else { return Vec::new() };
    let Ok(sitemap) = sitemap(site, web_address) else { return Vec::new() };
    let mut files = vec![OutputFile { path: "sitemap.xml".into(), bytes: sitemap }];
    if web_address.is_root_of_host() {
        let text = format!("User-agent: *\nAllow: /\n\nSitemap: {}sitemap.xml\n", web_address.as_str());
        files.push(OutputFile { path: "robots.txt".into(), bytes: text.into_bytes() });
    }
    files
}

fn sitemap(site: &Site<'_>, web_address: &WebAddress) -> std::io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = writer.create_element("urlset").with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
    root.write_inner_content(|writer| {
        for page in site.pages.iter().filter(|page| page.is_listed()).take(MAX_ADDRESSES) {
            let address = web_address.of(&page.address);
            writer.create_element("url").write_inner_content(|writer| {
                writer.create_element("loc").write_text_content(BytesText::new(&address))?;
                Ok(())
            })?;
        }
        Ok(())
    })?;
    Ok(writer.into_inner())
}
