//! Changes of bytes that find mistakes in parsers.

use super::random::Random;

/// No case grows beyond this, in bytes.
const MAX_BYTES: usize = 400_000;

/// What formats give a meaning to.
const TOKENS: [&[u8]; 62] = [
    b"---\n",
    b"```",
    b": ",
    b"- ",
    b"[",
    b"]",
    b"](",
    b"{",
    b"}",
    b"|",
    b">",
    b"&a",
    b"*a",
    b"!!",
    b"<<: ",
    b"\"",
    b"'",
    b"#",
    b"<b>",
    b"</b>",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"&#x7;",
    b"&amp;",
    b"%00",
    b"../",
    b"\\",
    b"\0",
    b"\r\n",
    b"\t",
    b"\x1b[31m",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xe2\x80\xae",
    b"\xf0\x9f\x8e\x93",
    b"\xcc\x81",
    b"\xc3",
    b"0",
    b"-1",
    b"1e999",
    b"NaN",
    b"4294967296",
    b"18446744073709551615",
    b"2026-02-30",
    b"9999-12-31",
    b"0000-01-01",
    b"23:59",
    b"yes",
    b"~",
    b"null",
    b"BEGIN:VEVENT\n",
    b"END:VEVENT\n",
    b"RRULE:FREQ=DAILY\n",
    b"TZID=",
    b"<svg>",
    b"url(#a)",
    b"{{ x }}",
    b"{% for a in b %}",
    b"[^1]: ",
    b"| a | b |\n|---|---|\n",
    b"![a](b.png)",
];

/// Numbers at the edges of their types.
const EDGES: [u32; 12] =
    [0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF];

/// Changes a few things. `others` are inputs of the same kind.
pub(crate) fn mutate(bytes: &mut Vec<u8>, others: &[&[u8]], random: &mut Random) {
    let steps = 1 << random.below(4);
    for _ in 0..steps {
        step(bytes, others, random);
        bytes.truncate(MAX_BYTES);
    }
}

fn step(bytes: &mut Vec<u8>, others: &[&[u8]], random: &mut Random) {
    let at = random.below(bytes.len() + 1);
    match random.below(14) {
        0 | 1 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << random.below(8);
            }
        }
        2 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte = random.byte();
            }
        }
        3 | 4 => {
            let token: &[u8] = random.pick::<&[u8]>(&TOKENS);
            splice(bytes, at..at, token);
        }
        5 => {
            let part = part(bytes, random);
            bytes.drain(part);
        }
        6 => {
            let copy = bytes[part(bytes, random)].to_vec();
            splice(bytes, at..at, &copy);
        }
        7 => {
            let copy = bytes[part(bytes, random)].repeat(1 + random.below(200));
            splice(bytes, at..at, &copy);
        }
        8 => bytes.truncate(at),
        9 => number(bytes, at, random),
        10 => swap(bytes, random),
        11 => {
            if let Some(other) = others.get(random.below(others.len())) {
                let copy = other[part(other, random)].to_vec();
                let target = part(bytes, random);
                splice(bytes, target, &copy);
            }
        }
        12 => lines(bytes, random),
        _ => digits(bytes, random),
    }
}

fn splice(bytes: &mut Vec<u8>, at: std::ops::Range<usize>, with: &[u8]) {
    bytes.splice(at, with.iter().copied());
}

/// A part, mostly short.
fn part(bytes: &[u8], random: &mut Random) -> std::ops::Range<usize> {
    let start = random.below(bytes.len() + 1);
    let most = 1 << random.below(14);
    start..(start + random.below(most) + 1).min(bytes.len())
}

/// A length or size in the middle of a binary format.
fn number(bytes: &mut [u8], at: usize, random: &mut Random) {
    let edge = *random.pick(&EDGES);
    let width = [1, 2, 4][random.below(3)];
    let all = if random.below(2) == 0 { edge.to_be_bytes() } else { edge.to_le_bytes() };
    let value = if random.below(2) == 0 { &all[4 - width..] } else { &all[..width] };
    if let Some(target) = bytes.get_mut(at..at + width) {
        target.copy_from_slice(value);
    }
}

/// Two parts change places.
fn swap(bytes: &mut Vec<u8>, random: &mut Random) {
    let one = part(bytes, random);
    let taken: Vec<u8> = bytes.drain(one).collect();
    let at = random.below(bytes.len() + 1);
    splice(bytes, at..at, &taken);
}

/// A line is repeated, or indented by two more.
fn lines(bytes: &mut Vec<u8>, random: &mut Random) {
    let starts: Vec<usize> =
        std::iter::once(0).chain(memchr::memchr_iter(b'\n', bytes).map(|newline| newline + 1)).collect();
    let start = *random.pick(&starts);
    let end = memchr::memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |newline| start + newline + 1);
    if random.below(2) == 0 {
        let line = bytes[start..end].repeat(1 + random.below(30));
        splice(bytes, end..end, &line);
    } else {
        splice(bytes, start..start, b"  ");
    }
}

/// Another number in a text.
fn digits(bytes: &mut Vec<u8>, random: &mut Random) {
    let found: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
    if found.is_empty() {
        return;
    }
    let start = *random.pick(&found);
    let end = (start..bytes.len()).find(|at| !bytes[*at].is_ascii_digit()).unwrap_or(bytes.len());
    let number = [random.next().to_string(), random.below(40).to_string(), "0".repeat(random.below(30))];
    splice(bytes, start..end, random.pick(&number).as_bytes());
}
