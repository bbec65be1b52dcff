//! Finds passwords in web addresses.

/// True for web addresses with a user name or password, such as `https://user:password@host/`.
pub fn has_user(link: &str) -> bool {
    let after_scheme = link.split_once("://").map(|(_, rest)| rest).filter(|_| link.to_lowercase().starts_with("http"));
    let authority = after_scheme.and_then(|rest| rest.split(['/', '?', '#', '\\']).next());
    authority.is_some_and(|authority| authority.contains('@'))
}
