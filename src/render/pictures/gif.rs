//! Detects animated GIFs without decoding any frame.

/// True if there is a second frame. Reads block by block (GIF89a specification, appendix A).
pub(super) fn is_animated(bytes: &[u8]) -> bool {
    images(bytes).take(2).count() == 2
}

/// Where each frame begins.
fn images(bytes: &[u8]) -> impl Iterator<Item = usize> {
    const HEAD: usize = 13;
    const FLAGS: usize = 10;
    let mut at = HEAD + colours(bytes.get(FLAGS).copied().unwrap_or_default());
    std::iter::from_fn(move || {
        loop {
            let start = at;
            match bytes.get(at)? {
                // An extension: its label, then sub-blocks.
                0x21 => at = after_blocks(bytes, at + 2)?,
                // A frame: position, size and flags, its own colour table, a code size, then sub-blocks.
                0x2C => {
                    let flags = *bytes.get(at + 9)?;
                    at = after_blocks(bytes, at + 11 + colours(flags))?;
                    return Some(start);
                }
                _ => return None,
            }
        }
    })
}

/// The bytes of a colour table, 0 if the flags announce none.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 0x07) + 1) }
}

/// The position after a run of sub-blocks. Each begins with its length; length 0 ends the run.
fn after_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
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
    const COMMENT: &[u8] = b"\x21\xFE\x02hi\0";
    const IMAGE: &[u8] = b"\x2C\0\0\0\0\x02\0\x02\0\0\x02\x02\x44\x01\0";

    #[test]
    fn second_frame_is_an_animation() {
        assert!(!is_animated(&[HEAD, COMMENT, IMAGE, b"\x3B"].concat()));
        assert!(is_animated(&[HEAD, IMAGE, COMMENT, IMAGE, b"\x3B"].concat()));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_without_panic(bytes: Vec<u8>) {
            let _ = is_animated(&[HEAD, &bytes].concat());
        }
    }
}
