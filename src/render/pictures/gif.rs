//! How many images a GIF holds, without unfolding any of them.

/// True if there is a second image: it moves. Walks from block to block (GIF89a specification, appendix A).
pub(super) fn moves(bytes: &[u8]) -> bool {
    images(bytes).take(2).count() == 2
}

/// Where each image begins.
fn images(bytes: &[u8]) -> impl Iterator<Item = usize> {
    const HEAD: usize = 13;
    const FLAGS: usize = 10;
    let mut at = HEAD + colours(bytes.get(FLAGS).copied().unwrap_or_default());
    std::iter::from_fn(move || {
        loop {
            let start = at;
            match bytes.get(at)? {
                // An extension: its label, then parts.
                0x21 => at = behind_parts(bytes, at + 2)?,
                // An image: place, size and flags, its own colours, a code size, then parts.
                0x2C => {
                    let flags = *bytes.get(at + 9)?;
                    at = behind_parts(bytes, at + 11 + colours(flags))?;
                    return Some(start);
                }
                _ => return None,
            }
        }
    })
}

/// How many bytes a table of colours takes, if the flags say that there is one.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 0x07) + 1) }
}

/// Parts say their length first; one without length ends them.
fn behind_parts(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match bytes.get(at)? {
            0 => return Some(at + 1),
            length => at += 1 + usize::from(*length),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &[u8] = b"GIF89a\x02\0\x02\0\x80\0\0\0\0\0\xFF\xFF\xFF";
    const REMARK: &[u8] = b"\x21\xFE\x02hi\0";
    const IMAGE: &[u8] = b"\x2C\0\0\0\0\x02\0\x02\0\0\x02\x02\x44\x01\0";

    #[test]
    fn a_second_image_is_motion() {
        assert!(!moves(&[HEAD, REMARK, IMAGE, b"\x3B"].concat()));
        assert!(moves(&[HEAD, IMAGE, REMARK, IMAGE, b"\x3B"].concat()));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_move_or_do_not(bytes: Vec<u8>) {
            let _ = moves(&[HEAD, &bytes].concat());
        }
    }
}
