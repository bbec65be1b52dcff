//! Reads the first directory of an EXIF block, in which cameras describe a picture.
//!
//! Damaged blocks have no values.

/// The photographer, as text.
pub const ARTIST: u16 = 0x013B;
/// The offset of the directory with the GPS position.
pub const POSITION: u16 = 0x8825;
/// The author as Windows stores it, in UTF-16.
pub const WINDOWS_AUTHOR: u16 = 0x9C9D;

/// The length of an entry in bytes.
const ENTRY: usize = 12;

/// An EXIF block.
#[derive(Clone, Copy, Debug)]
pub struct Exif<'a> {
    bytes: &'a [u8],
    is_little_endian: bool,
}

impl<'a> Exif<'a> {
    /// The block, or `None` if the bytes are not EXIF.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        let is_little_endian = match bytes.get(..4)? {
            [b'I', b'I', 42, 0] => true,
            [b'M', b'M', 0, 42] => false,
            _ => return None,
        };
        Some(Self { bytes, is_little_endian })
    }

    /// A number of four bytes, such as a length or an offset.
    pub fn long(&self, tag: u16) -> Option<usize> {
        self.four_bytes(self.entry(tag)? + 8)
    }

    /// The bytes of a value, which are in the entry itself if there are at most four.
    pub fn value(&self, tag: u16) -> Option<&'a [u8]> {
        let entry = self.entry(tag)?;
        let length = self.four_bytes(entry + 4)?;
        let start = if length <= 4 { entry + 8 } else { self.four_bytes(entry + 8)? };
        self.bytes.get(start..start.checked_add(length)?)
    }

    /// The number of entries in the directory that a tag points at.
    pub fn entries_at(&self, tag: u16) -> Option<u16> {
        self.two_bytes(self.long(tag)?)
    }

    fn entry(&self, tag: u16) -> Option<usize> {
        let start = self.four_bytes(4)?;
        let entries = usize::from(self.two_bytes(start)?);
        (0..entries).map(|entry| start + 2 + entry * ENTRY).find(|at| self.two_bytes(*at) == Some(tag))
    }

    fn two_bytes(&self, at: usize) -> Option<u16> {
        let pair: [u8; 2] = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.is_little_endian { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    }

    fn four_bytes(&self, at: usize) -> Option<usize> {
        let four: [u8; 4] = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let value = if self.is_little_endian { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) };
        usize::try_from(value).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read(bytes: Vec<u8>) {
            let mut block = b"II*\0\x08\0\0\0".to_vec();
            block.extend(bytes);
            if let Some(exif) = Exif::new(&block) {
                for tag in [ARTIST, POSITION, WINDOWS_AUTHOR, 0, 0x0101] {
                    let _ = (exif.value(tag), exif.entries_at(tag));
                }
            }
        }
    }
}
