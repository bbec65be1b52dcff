//! Joining details of online meetings, which calendar programs write into descriptions.

use std::ops::Range;

/// Parts of web addresses with which people join a meeting.
const ADDRESSES: [&str; 22] = [
    "teams.microsoft.com/",
    "teams.live.com/",
    "dialin.teams.microsoft.com",
    "aka.ms/jointeamsmeeting",
    "join.skype.com/",
    "meet.lync.com/",
    "zoom.us/j/",
    "zoom.us/w/",
    "zoom.us/my/",
    "zoom.us/u/",
    "zoom.us/join",
    "zoom.us/zoomconference",
    "zoomgov.com/",
    "meet.google.com/",
    "tel.meet/",
    "g.co/meet",
    ".webex.com/",
    "gotomeet.me/",
    "gotomeeting.com/",
    "meet.goto.com/",
    "whereby.com/",
    "meet.jit.si/",
];
/// Beginnings of lines with which a block of joining details starts.
const STARTS: [&str; 13] = [
    "microsoft teams meeting",
    "microsoft teams need help",
    "cyfarfod microsoft teams",
    "join on your computer",
    "join microsoft teams meeting",
    "join zoom meeting",
    "join with google meet",
    "join with video conferencing",
    "join skype meeting",
    "click here to join the meeting",
    "please do not edit this section",
    "when it's time, join",
    "do not delete or change any of the following",
];
/// Beginnings of lines that belong to joining details wherever they are.
const LABELS: [&str; 37] = [
    "meeting id",
    "meeting number",
    "meeting password",
    "meeting link",
    "passcode",
    "password",
    "pass code",
    "access code",
    "webinar id",
    "conference id",
    "phone conference id",
    "video conference id",
    "video id",
    "tenant key",
    "host key",
    "pin:",
    "dial in",
    "dial-in",
    "dial by",
    "or dial",
    "or call in",
    "or join by entering",
    "one tap mobile",
    "join by phone",
    "join by video",
    "join by sip",
    "join from",
    "join the meeting",
    "join zoom",
    "find a local number",
    "find your local number",
    "more phone numbers",
    "reset dial-in pin",
    "reset pin",
    "rhif cyfarfod",
    "cod pas",
    "cyfrinair",
];
/// What a number or a password comes after, wherever it is in a line.
const CODES: [&str; 7] =
    ["meeting id", "zoom id", "webinar id", "passcode", "pass code", "access code", "meeting password"];
/// Lines that belong to joining details if they are next to others.
const NEIGHBOURS: [&str; 14] = [
    "learn more",
    "meeting options",
    "for organizers",
    "for organisers",
    "need help",
    "or:",
    "topic:",
    "time:",
    "download teams",
    "join on the web",
    "view meeting insights",
    "do not delete or change",
    "cyfarfod",
    "video call link",
];

/// The text without joining details, and whether there were any.
pub(super) fn without_details(text: &str) -> (String, bool) {
    let lines: Vec<&str> = text.lines().collect();
    let kinds: Vec<LineKind> = lines.iter().map(|line| LineKind::of(line)).collect();
    if !kinds.contains(&LineKind::Details) {
        return (text.to_owned(), false);
    }
    let mut removed: Vec<bool> = kinds.iter().map(|kind| *kind == LineKind::Details).collect();
    spread(&kinds, &mut removed, true);
    spread(&kinds, &mut removed, false);
    let kept = lines.iter().zip(&removed).filter(|(_, removed)| !**removed).map(|(line, _)| *line);
    let mut kept: Vec<&str> = kept.collect();
    kept.dedup_by(|line, before| line.trim().is_empty() && before.trim().is_empty());
    (kept.join("\n").trim().to_owned(), true)
}

/// A title or another short text without addresses and codes of meetings, and whether there were any. Its other words stay:
/// “Microsoft Teams meeting” may be all that it says.
pub(super) fn short_text_without_details(text: &str) -> (String, bool) {
    let mut without_codes = text.to_owned();
    while let Some(code) = code_at(&without_codes.to_ascii_lowercase()) {
        without_codes.replace_range(code, "");
    }
    let has_address = |word: &&str| {
        let word = word.to_ascii_lowercase();
        ADDRESSES.iter().any(|address| word.contains(address))
    };
    let words: Vec<&str> = without_codes.split_whitespace().collect();
    let kept: Vec<&str> = words.iter().copied().filter(|word| !has_address(word)).collect();
    if without_codes.len() == text.len() && kept.len() == words.len() {
        return (text.to_owned(), false);
    }
    (kept.join(" ").trim_end_matches([' ', ':', ',', ';', '-', '–', '(']).to_owned(), true)
}

/// Removes what is next to a removed line and may belong to it.
fn spread(kinds: &[LineKind], removed: &mut [bool], forwards: bool) {
    let mut is_next = false;
    let mut pairs: Vec<(&LineKind, &mut bool)> = kinds.iter().zip(removed.iter_mut()).collect();
    if !forwards {
        pairs.reverse();
    }
    let mut waiting: Vec<&mut bool> = Vec::new();
    for (kind, removed) in pairs {
        if *removed {
            is_next = true;
            waiting.drain(..).for_each(|blank| *blank = true);
            continue;
        }
        match kind {
            LineKind::Neighbour if is_next => {
                *removed = true;
                waiting.drain(..).for_each(|blank| *blank = true);
            }
            LineKind::Blank if is_next => waiting.push(removed),
            _ => {
                is_next = false;
                waiting.clear();
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LineKind {
    Details,
    /// A rule, a telephone number, or another line that means nothing by itself.
    Neighbour,
    Blank,
    Other,
}

impl LineKind {
    fn of(line: &str) -> Self {
        let plain =
            line.replace(['*', '\\', '’'], "").trim_start_matches(['<', '>', '-', '•', '_', ' ']).to_lowercase();
        let plain = plain.trim();
        let starts = |list: &[&str]| list.iter().any(|start| plain.starts_with(start));
        if line.trim().is_empty() || line.trim() == "\\" {
            return Self::Blank;
        }
        let has_address = ADDRESSES.iter().any(|address| plain.contains(address));
        let invites = plain.contains("inviting you to a scheduled zoom") || plain.contains("join your webex meeting");
        if has_address || invites || code_at(plain).is_some() || starts(&STARTS) || starts(&LABELS) && !is_prose(plain)
        {
            return Self::Details;
        }
        if starts(&NEIGHBOURS) && !is_prose(plain) || is_rule(line.trim()) || is_telephone(plain) {
            return Self::Neighbour;
        }
        Self::Other
    }
}

/// The first code with its name, in lower case: “passcode is ab3” in “The meeting ID is 312 456 and the passcode is ab3.”
fn code_at(line: &str) -> Option<Range<usize>> {
    let named = CODES.iter().flat_map(|code| line.match_indices(code)).filter_map(|(at, name)| {
        let (before, after) = (line.get(..at)?, line.get(at + name.len()..)?);
        // “Compass code” and “passcodes” are other words.
        let is_word = !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        let length = code_length(after).filter(|_| is_word)?;
        Some(at..at + name.len() + length)
    });
    named.min_by_key(|code| code.start)
}

/// The length of a code and what leads to it, at the start of a text: “: 312 456”, “ is ab3”. `None` for “ by 5 March”.
fn code_length(text: &str) -> Option<usize> {
    /// Shorter ones, such as 9B, name something else unless a colon stands before them.
    const MIN: usize = 3;
    let is_code = |word: &str| clock_times(word) == 0 && word.contains(|ch: char| ch.is_ascii_digit());
    let marks = text.trim_start_matches([' ', ':', '=', '#']);
    let is_marked = text.get(..text.len() - marks.len()).is_some_and(|marks| marks.contains([':', '=', '#']));
    let (rest, is_marked) = marks.strip_prefix("is ").map_or((marks, is_marked), |rest| (rest, true));
    let first = rest.split(' ').next().filter(|word| is_code(word))?;
    if !is_marked && first.trim_end_matches(|ch: char| !ch.is_alphanumeric()).len() < MIN {
        return None;
    }
    let words = rest.split_inclusive(' ').take_while(|word| is_code(word.trim()));
    let length: usize = words.map(str::len).sum();
    Some(text.len() - rest.len() + length)
}

/// True for a whole sentence: “Password managers are shown to parents at 18:30.”
fn is_prose(line: &str) -> bool {
    let times = clock_times(line);
    line.matches(':').count() == times && !line.contains('#') && line.split_whitespace().count() > 6
}

/// How many times of day there are, such as 18:30.
fn clock_times(line: &str) -> usize {
    let is_time =
        |four: &[char]| matches!(four, [hour, ':', ten, one] if [hour, ten, one].into_iter().all(char::is_ascii_digit));
    line.chars().collect::<Vec<char>>().windows(4).filter(|four| is_time(four)).count()
}

/// True for a line of dashes or similar characters.
fn is_rule(line: &str) -> bool {
    line.chars().count() > 2 && line.chars().all(|ch| "_-=~:*.\\⎯─ ".contains(ch))
}

/// True for a line that is mostly a number to dial.
fn is_telephone(line: &str) -> bool {
    let digits = line.chars().filter(char::is_ascii_digit).count();
    let in_words = line.chars().filter(|ch| ch.is_alphabetic()).count();
    clock_times(line) == 0
        && digits >= 7
        && in_words <= 30
        && (line.starts_with(['+', '0', '(', '[']) || line.ends_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> String {
        without_details(text).0
    }

    #[test]
    fn joining_details_of_every_program_are_left_out() {
        let rule = "_".repeat(80);
        for text in [
            format!(
                "{rule}\nMicrosoft Teams meeting\nJoin: https://teams.microsoft.com/l/meetup-join/19%3a\nMeeting ID: 312 \
                 456\nPasscode: aB3dE9\nDial in by phone +44 20 7946 0123,,123456789#\nFind a local number\nFor organizers: \
                 Meeting options\n{rule}"
            ),
            "Ada is inviting you to a scheduled Zoom meeting.\n\nTopic: Governors\nTime: Mar 4, 2027\n\nJoin Zoom \
             Meeting\nhttps://us02web.zoom.us/j/123?pwd=abc\n\nMeeting ID: 123 456\nPasscode: 99\n---\nOne tap \
             mobile\n+442079460123,,123#,,,,*99# United Kingdom\n\n---\nDial by your location\n• +44 20 7946 0123 United \
             Kingdom"
                .to_owned(),
            "-::~:~::~:~:~:~:~:~:~:~:~::~:~::-\nJoin with Google Meet: https://meet.google.com/abc-defg-hij\nOr dial: (GB) +44 \
             20 7946 0123 PIN: 123#\nLearn more about Meet at: https://support.google.com/a/users\n\nPlease do not edit \
             this section.\n-::~:~::~:~:~:~:~:~:~:~:~::~:~::-"
                .to_owned(),
            "-- Do not delete or change any of the following text. --\n\nWhen it's time, join your Webex meeting \
             here.\nhttps://hill.webex.com/hill/j.php?MTID=m1\nMeeting number (access code): 2345\nMeeting password: x"
                .to_owned(),
        ] {
            assert_eq!(without_details(&text), (String::new(), true), "{text}");
            assert_eq!(kept(&format!("Agenda to follow.\n\n{text}\n\nBring a pen.")), "Agenda to follow.\n\nBring a pen.");
        }
    }

    #[test]
    fn codes_inside_a_line_are_left_out() {
        for line in [
            "Zoom ID: 812 3456 7890, passcode 4471",
            "The meeting ID is 312 456",
            "Use the passcode: aB3dE9 to come in.",
        ] {
            assert_eq!(kept(&format!("Agenda to follow.\n{line}\nBring a pen.")), "Agenda to follow.\nBring a pen.");
        }
    }

    #[test]
    fn a_title_keeps_its_other_words() {
        for (title, kept) in [
            ("Join Zoom: https://us02web.zoom.us/j/123?pwd=abc", "Join Zoom"),
            ("Governors – Meeting ID: 312 456, passcode aB3", "Governors"),
        ] {
            assert_eq!(short_text_without_details(title), (kept.to_owned(), true));
        }
        for title in ["Password safety", "Microsoft Teams meeting", "Join the meeting of governors"] {
            assert_eq!(short_text_without_details(title), (title.to_owned(), false));
        }
    }

    #[test]
    fn a_programme_of_times_next_to_joining_details_is_kept() {
        let text = "09:00–09:45 Talks\n10:00–11:00 Stalls\n\nMicrosoft Teams meeting\nMeeting ID: 312 456";
        assert_eq!(kept(text), "09:00–09:45 Talks\n10:00–11:00 Stalls");
    }

    #[test]
    fn other_text_is_kept() {
        for text in [
            "Agenda to follow.",
            "Password managers are shown to parents at half past six.",
            "Ring 01632 960123.\n---\nBring a pen.",
            "Topic: options",
            "Passcodes for the lockers are given out on 4 March.",
            "Pupils write down their Compass code by 5 March. Then they choose a talk.",
            "Bring your Unifrog access code by 4 March.",
            "Ask for your passcode in Year 9 assembly.",
            "Everyone brings their access code to the hall, at 12 March.",
            "The passcode is given out at 18:30.",
            "Join from 17:30 in the main hall, with refreshments.",
            "Join the meeting of governors in the library at six.",
        ] {
            assert_eq!(without_details(text), (text.to_owned(), false));
        }
    }

    #[test]
    fn only_the_code_is_left_out_of_a_title() {
        for (title, kept) in [
            ("Compass code 3 launch for Year 9", "Compass code 3 launch for Year 9"),
            ("Access code 9B: Unifrog launch", "Access code 9B: Unifrog launch"),
            ("Careers talk, passcode: aB3dE9", "Careers talk"),
            ("Meeting ID 312 456 Governors", "Governors"),
        ] {
            assert_eq!(short_text_without_details(title).0, kept);
        }
    }
}
