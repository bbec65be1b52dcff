//! What the segments of a JPEG file say, without its pixels: is it whole, how are its colours written?

/// What a JPEG file says of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Outline {
    /// How many colour components it has: 1 for grey, 3 for screens, 4 for print.
    pub(super) components: u8,
    /// True if all of its coefficients stay in memory until its end.
    pub(super) progressive: bool,
    /// True if it ends as it should. The decoder fills what is missing with grey, and says nothing.
    pub(super) whole: bool,
}

impl Outline {
    /// Walks from segment to segment (ITU-T T.81, annex B) up to the first scan; its end marker must follow.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut outline = Self::default();
        let mut at = 2;
        while let Some((marker, length)) = segment(bytes, &mut at) {
            match marker {
                // Start of frame, but for the tables and the extension that share its range.
                0xC0..=0xCF if ![0xC4, 0xC8, 0xCC].contains(&marker) => {
                    outline.progressive = [0xC2, 0xC6, 0xCA, 0xCE].contains(&marker);
                    outline.components = bytes.get(at + 7).copied().unwrap_or_default();
                }
                0xDA => {
                    let scan = bytes.get(at + length..).unwrap_or_default();
                    outline.whole = memchr::memmem::find(scan, &[0xFF, 0xD9]).is_some();
                    return outline;
                }
                _ => {}
            }
            at += length;
        }
        outline
    }
}

/// The marker of the segment at `at`, and its length without the marker. Leaves `at` behind the marker.
fn segment(bytes: &[u8], at: &mut usize) -> Option<(u8, usize)> {
    // Any number of 0xFF may stand before a marker.
    while bytes.get(*at..*at + 2)? == [0xFF, 0xFF] {
        *at += 1;
    }
    let [0xFF, marker] = *bytes.get(*at..*at + 2)? else { return None };
    *at += 2;
    let length: [u8; 2] = bytes.get(*at..*at + 2)?.try_into().ok()?;
    Some((marker, usize::from(u16::from_be_bytes(length))))
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: [u8; 2] = [0xFF, 0xD8];
    const FRAME: [u8; 12] = [0xFF, 0xC2, 0, 10, 8, 0, 1, 0, 1, 4, 0, 0];
    const SCAN: [u8; 6] = [0xFF, 0xDA, 0, 3, 1, 42];
    const END: [u8; 2] = [0xFF, 0xD9];

    #[test]
    fn an_outline_tells_components_and_whether_the_end_is_there() {
        let whole = [&START[..], &FRAME, &SCAN, &END].concat();
        assert_eq!(Outline::of(&whole), Outline { components: 4, progressive: true, whole: true });
        assert!(!Outline::of(&whole[..whole.len() - 2]).whole);
    }

    #[test]
    fn the_end_of_a_thumbnail_is_not_the_end_of_the_picture() {
        let thumbnail = [0xFF, 0xE1, 0, 6, 0xFF, 0xD9, 0, 0];
        let cut = [&START[..], &thumbnail, &FRAME, &SCAN].concat();
        assert!(!Outline::of(&cut).whole);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_have_an_outline(bytes: Vec<u8>) {
            let _ = Outline::of(&[&START[..], &bytes].concat());
        }
    }
}
