//! The years that a written name means.

/// The years of `9`, `Y9`, `Yr 9`, `Years 9-11`, `Years 7 and 8`, `KS4` or `sixth form`. `None` for any other name.
pub(super) fn named_years(written: &str) -> Option<Vec<u8>> {
    let plain = written.to_lowercase().replace(['–', '—'], "-").replace('.', " ");
    let plain = plain.trim();
    if ["sixth form", "sixth-form", "6th form"].contains(&plain) {
        return Some(vec![12, 13]);
    }
    let name_end = plain.find(|ch: char| ch.is_ascii_digit())?;
    let (name, numbers) = plain.split_at_checked(name_end)?;
    match name.trim_end_matches([' ', '-']) {
        "" | "y" | "yr" | "yrs" | "year" | "years" | "year group" | "year groups" => numbered_years(numbers),
        "ks" | "key stage" | "keystage" => match numbers {
            "3" => Some(vec![7, 8, 9]),
            "4" => Some(vec![10, 11]),
            "5" => Some(vec![12, 13]),
            _ => None,
        },
        _ => None,
    }
}

/// The numbers of `9`, `9-11`, `9 to 11`, `7, 8 and 9` or `9/10`.
fn numbered_years(numbers: &str) -> Option<Vec<u8>> {
    let without_name = |text: &str| {
        let text = text.trim();
        ["years", "year", "yrs", "yr", "y"]
            .iter()
            .find_map(|name| text.strip_prefix(name))
            .unwrap_or(text)
            .trim()
            .to_owned()
    };
    let year = |text: &str| without_name(text).parse::<u8>().ok().filter(|year| (1..=14).contains(year));
    let range = numbers.split_once('-').or_else(|| numbers.split_once(" to "));
    if let Some((first, last)) = range {
        let (first, last) = (year(first)?, year(last)?);
        return (first < last).then(|| (first..=last).collect());
    }
    let parts = numbers.split([',', '&', '/']).flat_map(|part| part.split(" and "));
    parts.map(year).collect()
}
