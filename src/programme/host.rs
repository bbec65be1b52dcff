//! Where a site is published.

use super::format::string_enum;

string_enum! {
    /// The web host. It decides which settings files the site brings along.
    pub enum Host {
        GithubPages "github-pages" as "GitHub Pages",
        Netlify "netlify",
        CloudflarePages "cloudflare-pages" as "Cloudflare Pages",
        AzureStatic "azure-static" as "Azure Static Web Apps",
        Apache "apache",
        Nginx "nginx" as "nginx",
        Caddy "caddy",
        Lighttpd "lighttpd" as "lighttpd",
        Iis "iis" as "IIS on Windows Server",
        GoogleDriveOrCms "google-drive-or-cms" as "Google Drive, or pages in the school website’s editor",
    }
}

impl Host {
    /// True if it reads its settings only in the top folder of a website.
    pub fn reads_top_folder_only(self) -> bool {
        matches!(self, Self::Netlify | Self::CloudflarePages | Self::AzureStatic)
    }
}
