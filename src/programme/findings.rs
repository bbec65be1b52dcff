//! Problems with the content of a careers programme.

use super::link_user::has_user;
use crate::report::Severity::{Could, Error, Should};
use crate::report::{Subject, findings, list, nearest};

findings! {
    /// A problem with a value, or with values that do not fit together.
    pub enum ContentProblem {
        /// A required file is missing. Every site needs school.yaml (who you are and when your year begins) and
        /// team.yaml (who leads the programme and how to contact them).
        ///
        /// Wrong:
        ///
        /// ```text
        /// careers/pupils.md
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// careers/school.yaml
        /// careers/team.yaml
        /// careers/pupils.md
        /// ```
        MissingFile { path: &'static str, what: &'static str } => {
            code: "missing-file",
            severity: Error,
            message: format!("this file is missing: it says {what}"),
            help: "Every site needs it. `fingerpost new FOLDER` makes one that you can copy.",
            needs: [Subject::File((*path).to_owned())],
        }
        /// Fingerpost does not know what this file is for, so it is not on the site. Perhaps its name is misspelt,
        /// or it is in the wrong folder. Fingerpost only publishes files that it knows, because any other file could
        /// be a list of names.
        ///
        /// Wrong:
        ///
        /// ```text
        /// progamme.md
        /// map.png
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// programme.md
        /// media/map.png
        /// ```
        UnknownFile { path: String, why: String, fix: String } => {
            code: "unknown-file",
            severity: Should,
            message: format!("this file is not part of the site: {why}"),
            help: fix.clone(),
            breaks: [Subject::Content(path.clone())],
            needs: [Subject::File(path.clone())],
        }
        /// Fingerpost can't read the folder of a past academic year in `archive/`. So the site has no page of that year, and old
        /// links to its events do not work.
        ///
        /// Wrong:
        ///
        /// ```text
        /// archive/2026-27/events/2027-03-04-careers-fair.md      (without school.yaml)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// archive/2026-27/school.yaml
        /// archive/2026-27/team.yaml
        /// archive/2026-27/events/2027-03-04-careers-fair.md
        /// ```
        UnreadablePastYear { folder: String } => {
            code: "unreadable-past-year",
            severity: Should,
            message: "this past year is not on the site: its school.yaml or team.yaml is missing or has a mistake",
            help: format!("Put the file back as it was then. `fingerpost check` shows what is wrong if you give it the folder `{folder}`."),
        }
        /// Fingerpost knows a file of this name, but looks for it elsewhere: most files have one place. So what it
        /// says is not on the site, and links to it do not work.
        ///
        /// Wrong:
        ///
        /// ```text
        /// pages/guidance.md
        /// team (1).yaml
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// guidance.md
        /// team.yaml
        /// ```
        WrongName { belongs: &'static str } => {
            code: "wrong-name",
            severity: Error,
            message: format!("this should be `{belongs}`, at the top of the content folder"),
            help: format!("Move it there, and name it `{belongs}`."),
            breaks: [Subject::File((*belongs).to_owned())],
        }
        /// This names a file that is in the content folder, but can't be published: it is in a folder from which no
        /// files are published, or its format is one that not every visitor can open.
        ///
        /// Wrong:
        ///
        /// ```text
        /// logo: logo.png            (next to school.yaml)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// logo: media/logo.png      (in the folder media)
        /// ```
        UnpublishedTarget { target: String, path: String, why: String, fix: String } => {
            code: "unpublished-file",
            severity: Error,
            message: format!("`{target}` is there, but it can't be published: {why}"),
            help: format!("{fix} Then change its path here, too."),
            breaks: [Subject::File(path.clone())],
        }
        /// This key does not belong here. Usually it is misspelt, or indented too much or too little. The build
        /// stops, because its value would be missing from the site and nobody would notice.
        ///
        /// Wrong:
        ///
        /// ```text
        /// audience: [pupils]
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// audiences: [pupils]
        /// ```
        UnknownKey { key: String, known: Vec<&'static str>, suggestions: Vec<&'static str> } => {
            code: "unknown-key",
            severity: Error,
            message: format!("`{key}` is not a key that belongs here"),
            help: known_keys(key, known, suggestions),
        }
        TextAfterComma { text: String } => {
            code: "unknown-key",
            severity: Error,
            message: format!("`{text}` is taken for a key, because a comma is before it"),
            help: "If it belongs to the text before the comma, put quotation marks round the whole text.",
        }
        /// A required key is missing here, such as an event's title or its audiences. Without it the page would be
        /// empty or wrong. Add the line; the message shows an example.
        ///
        /// Wrong:
        ///
        /// ```text
        /// starts: 17:00
        /// audiences: [pupils, parents]
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// title: Careers fair
        /// starts: 17:00
        /// audiences: [pupils, parents]
        /// ```
        MissingKey { key: &'static str, example: String } => {
            code: "missing-key",
            severity: Error,
            message: format!("`{key}` is missing"),
            help: format!("Add a line such as `{example}`."),
            label: "add it next to this key",
        }
        NoYears => {
            code: "missing-key",
            severity: Should,
            message: "`years` is missing, so this counts for nobody",
            help: "Add a line such as `years: [8]`: the years of the pupils at that time.",
        }
        MissingAreas => {
            code: "missing-key",
            severity: Error,
            message: "`areas` is missing, but the programme names areas of learning",
            help: "Add `areas: cdi` for those of the Career Development Framework, or list your own: `areas: [Explore, Plan]`.",
        }
        NoFrontMatter { key: &'static str, example: String } => {
            code: "missing-key",
            severity: Error,
            message: format!("`{key}` is missing: this file does not begin with front matter"),
            help: format!("Begin the file with three lines: `---`, then `{example}`, then `---` again."),
        }
        /// A draft event says no day: neither `date`, nor `every`, nor the name of its file. That is fine while nobody
        /// knows the day, such as a results day or a national week of next year. A draft is not on the site, and an
        /// event without a day can't be: write the day before you take out `draft`.
        ///
        /// Before:
        ///
        /// ```text
        /// title: National Careers Week
        /// draft: yes
        /// ```
        ///
        /// Once you know the day:
        ///
        /// ```text
        /// title: National Careers Week
        /// date: 2028-03-06
        /// ```
        NoDayYet { title: String } => {
            code: "no-day-yet",
            severity: Should,
            message: format!("`{title}` has no day yet, so this draft is not on the site"),
            help: "Once you know the day, write it in `date`, and take out `draft`.",
        }
        /// This is the wrong kind of value: a list instead of one value, words instead of a number, or one value
        /// instead of several lines. If you meant one value, remove the brackets or dashes. If you meant several
        /// lines, check that there is a space after every colon and dash.
        ///
        /// Wrong:
        ///
        /// ```text
        /// title: [Careers, fair]
        /// responded: eighty-four
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// title: Careers fair
        /// responded: 84
        /// ```
        WrongType { expected: Expected, found: String } => {
            code: "wrong-type",
            severity: Error,
            message: format!("this should be {}, but it is {found}", expected.as_str()),
            help: expected.help(),
        }
        /// This key has no value, but it needs one. Write the value on the same line, after the colon and a space.
        ///
        /// Wrong:
        ///
        /// ```text
        /// title:
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// title: Careers fair
        /// ```
        EmptyValue { key: String } => {
            code: "empty-value",
            severity: Error,
            message: format!("`{key}` has no value"),
            help: format!("Write a value after `{key}:`, or take the line out."),
        }
        EmptyText => {
            code: "empty-value",
            severity: Error,
            message: "this text is empty",
            help: "Write the text, or take the line out.",
        }
        /// Everything after a space and a # is a comment, which Fingerpost does not read. This key has only a comment
        /// after it, so it has no value. This usually happens with colours. Put quotation marks round the value to
        /// make the # part of it.
        ///
        /// Wrong:
        ///
        /// ```text
        /// colour: #0b5d4e
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// colour: "#0b5d4e"
        /// ```
        CommentedOut { key: String, comment: String } => {
            code: "commented-out",
            severity: Error,
            message: format!("`{key}` has no value: everything after `#` is a comment, here `{comment}`"),
            help: format!("Put quotation marks round it: {key}: \"{comment}\"."),
        }
        CutShort { comment: String } => {
            code: "commented-out",
            severity: Should,
            message: format!("everything after ` #` is a comment: `{comment}` is lost"),
            help: "If it belongs to the text, put quotation marks round the whole value.",
        }
        /// Only certain words can be used for this key, because the site does something different with each of them.
        /// This word is not one of them. The message lists the words; capital letters do not matter.
        ///
        /// Wrong:
        ///
        /// ```text
        /// audiences: [pupils, parnets]
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// audiences: [pupils, parents]
        /// ```
        UnknownValue { value: String, known: Vec<String>, suggestion: Option<String> } => {
            code: "unknown-value",
            severity: Error,
            message: format!("`{value}` is not one of the words that can be used here"),
            help: suggest(suggestion.as_deref(), "Choose one of", known),
        }
        /// The number is too small or too large to be right. There are eight Gatsby Benchmarks, numbered 1 to 8,
        /// and a score is a percentage from 0 to 100.
        ///
        /// Wrong:
        ///
        /// ```text
        /// benchmarks: [5, 9]
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// benchmarks: [5, 8]
        /// ```
        OutOfRange { value: String, from: i64, to: i64 } => {
            code: "out-of-range",
            severity: Error,
            message: format!("{value} is not between {from} and {to}"),
            help: format!("Write a number from {from} to {to}."),
        }
        NotAScore { value: String } => {
            code: "out-of-range",
            severity: Error,
            message: format!("Fingerpost can't read `{value}` as a score"),
            help: "Write it as the tool shows it, such as 66.2 or 4 of 6, or write “not stated”.",
        }
        /// Fingerpost cannot read this as a date, or there is no such day. With slashes, 04/03/2027 is 4 March to
        /// some people and 3 April to others, so Fingerpost does not guess; 24/03/2027 is understood. Write the year first, or the month in words.
        ///
        /// Wrong:
        ///
        /// ```text
        /// date: 04/03/2027
        /// until: 31 June 2027
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// date: 2027-03-04
        /// until: 30 June 2027
        /// ```
        BadDate { value: String } => {
            code: "bad-date",
            severity: Error,
            message: format!("Fingerpost can't read `{value}` as a date"),
            help: "Write it as 2027-03-04 (year, month, day) or as 4 March 2027.",
        }
        UnknownDate { value: String } => {
            code: "bad-date",
            severity: Error,
            message: format!("Fingerpost can't tell when `{value}` is"),
            help: "Write a day, such as 4 March 2027. If there is no exact day, write March 2027, Summer term 2027, \
                   by Easter 2027 or 2026-27.",
        }
        NoSuchDay { value: String } => {
            code: "bad-date",
            severity: Error,
            message: format!("there is no such day as {value}"),
            help: "Check the calendar and correct the day.",
        }
        NoSuchDayInName { value: String } => {
            code: "bad-date",
            severity: Error,
            message: format!("the file's name begins with {value}, and there is no such day"),
            help: "Look in the calendar, and rename the file.",
        }
        UnusualDateInName { written: String, name: Option<String> } => {
            code: "bad-date",
            severity: Error,
            message: format!("Fingerpost can't read `{written}` in the file's name as a date"),
            help: match name {
                Some(name) => format!("Begin the name with the year, then the month and the day: `{name}`."),
                None => "Begin the name with the year, then the month and the day, as in 2027-03-04-fair.md.".into(),
            },
        }
        AmbiguousDate { value: String, likely: String, iso: String } => {
            code: "bad-date",
            severity: Error,
            message: format!("`{value}` means different days in different countries"),
            help: format!("If you mean {likely}, write that, or {iso}."),
        }
        WrongWeekday { written: &'static str, date: String, actual: &'static str } => {
            code: "wrong-weekday",
            severity: Error,
            message: format!("{date} is a {actual}, not a {written}"),
            help: "Correct the weekday or the date: people will trust what they read.",
        }
        /// The file's name gives one date and the text gives another. This happens when an event is moved. The
        /// build stops, because Fingerpost cannot know which day is right. If the event was moved, write the day on
        /// which you moved it: the file can then keep its name, and all links to it work. Or rename the file, correct
        /// the date, or leave the date out of the file: the name is enough.
        ///
        /// Wrong:
        ///
        /// ```text
        /// events/2027-03-04-careers-fair.md
        ///     date: 2027-03-11
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// events/2027-03-04-careers-fair.md
        ///     date: 2027-03-11
        ///     changed: 2027-02-20
        /// ```
        DateDiffers { here: String, in_name: String } => {
            code: "date-differs",
            severity: Error,
            message: format!("the date is {here} here, but {in_name} in the file's name"),
            help: "If you moved the event, write the day on which you did so as `changed`. Otherwise correct the date, or rename the \
                   file.",
        }
        /// Fingerpost cannot read this as a time of day. Write it in figures, on the 24-hour clock or with am or pm.
        ///
        /// Wrong:
        ///
        /// ```text
        /// starts: five o'clock
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// starts: 17:00
        /// ends: 7:30pm
        /// ```
        BadTime { value: String } => {
            code: "bad-time",
            severity: Error,
            message: format!("`{value}` is not a time of day"),
            help: "Write it as 17:30 or 5:30pm.",
        }
        EarlyEnd { written: String, afternoon: String } => {
            code: "wrong-order",
            severity: Error,
            message: format!("`{written}` is before the event begins: do you mean {afternoon}?"),
            help: format!("For the afternoon or evening, write {afternoon}, or pm after the time."),
        }
        /// This event would begin early in the morning, and is shown so to everybody. Times without am or pm are
        /// read on the 24-hour clock: 5:30 is half past five in the morning. For the evening, write 17:30 or 5:30pm. If
        /// you do mean the morning, write 05:30 or 5:30am.
        ///
        /// Wrong:
        ///
        /// ```text
        /// title: Evening for parents
        /// starts: 5:30
        /// ends: 7:00
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// title: Evening for parents
        /// starts: 17:30
        /// ends: 19:00
        /// ```
        EarlyTime { written: String, afternoon: String, end: Option<String> } => {
            code: "early-time",
            severity: Should,
            message: format!("`{written}` is early in the morning: do you mean {afternoon}?"),
            help: {
                let end = end.as_ref().map(|end| format!(" and `ends: {end}`")).unwrap_or_default();
                format!("For the afternoon or evening, write `starts: {afternoon}`{end}. For the morning, write am after the time.")
            },
        }
        /// Something ends before it begins, or terms overlap or are not in order. Perhaps two dates are swapped,
        /// or the year is wrong in one of them.
        ///
        /// Wrong:
        ///
        /// ```text
        /// starts: 17:00
        /// ends: 16:00
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// starts: 16:00
        /// ends: 17:00
        /// ```
        WrongOrder { what: &'static str } => {
            code: "wrong-order",
            severity: Error,
            message: *what,
            help: "Check both and swap or correct them.",
        }
        /// This is not a complete email address, so nobody could write to it. It needs a name, an @, and a part after
        /// it with a full stop, and has no spaces.
        ///
        /// Wrong:
        ///
        /// ```text
        /// email: careers@ridgeway
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// email: careers@ridgeway.example
        /// ```
        BadEmail { value: String } => {
            code: "bad-email",
            severity: Error,
            message: format!("`{value}` is not an email address"),
            help: "Write it as careers@school.example, without spaces.",
        }
        /// This is not a telephone number that people could dial. Write figures and spaces; +, brackets and an
        /// extension are fine. Put words into another key, such as `about:`.
        ///
        /// Wrong:
        ///
        /// ```text
        /// phone: ask the office
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// phone: 01632 960123 ext 4
        /// ```
        BadPhone { value: String } => {
            code: "bad-phone",
            severity: Error,
            message: format!("`{value}` is not a telephone number"),
            help: "Write it with digits and spaces, such as 01632 960123.",
        }
        /// This is not a complete web address. It must begin with https:// (or http://, mailto: or tel:) and must
        /// not contain spaces. The easiest way is to open the page and copy the address from the top of the browser.
        ///
        /// Wrong:
        ///
        /// ```text
        /// booking: www.ridgeway.example/book
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// booking: https://www.ridgeway.example/book
        /// ```
        BadLink { value: String } => {
            code: "bad-link",
            severity: Error,
            message: if has_user(value) {
                "this web address has a user name or password in it".into()
            } else {
                format!("`{value}` is not a web address")
            },
            help: if has_user(value) {
                "Everybody who visits the site would see it. Remove what is between https:// and @.".into()
            } else if value.contains('@') {
                format!("Write mailto: in front: mailto:{value}")
            } else if value.starts_with("www.") {
                format!("Write https:// in front: https://{value}")
            } else {
                "Write the whole address, beginning with https:// (or mailto: or tel:).".into()
            },
        }
        /// Fingerpost does not know this colour. Write it as # and six figures or letters, as in your school's design
        /// guide, or as a plain English name. Put quotation marks round it: without them, everything after the #
        /// is a comment and is not read.
        ///
        /// Wrong:
        ///
        /// ```text
        /// colour: ridgeway green
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// colour: "#0b5d4e"
        /// ```
        BadColour { value: String } => {
            code: "bad-colour",
            severity: Error,
            message: format!("Fingerpost doesn't know the colour `{value}`"),
            help: "Write it as \"#0b5d4e\", with quotation marks round it, or as a name like `navy`.",
        }
        /// Curly quotation marks round a value, as Word makes them, do not count as quotation marks here. They
        /// are shown as part of the text. If that is what you want, leave them. Otherwise remove them.
        ///
        /// Wrong:
        ///
        /// ```text
        /// title: “Careers fair”
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// title: Careers fair
        /// ```
        CurlyQuotes => {
            code: "curly-quotes",
            severity: Could,
            message: "curly quotation marks are shown as part of the text here",
            help: "Use straight ones (\"), or none at all.",
        }
        /// In brackets, a comma begins a new item, also if it belongs to a sentence. So half of the sentence would be an item
        /// of its own. Put quotation marks round a text with a comma, or write each item on a line of its own.
        ///
        /// Wrong:
        ///
        /// ```text
        /// help: [Visits, talks and tasters, CV help]
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// help: ["Visits, talks and tasters", CV help]
        /// ```
        CutAtComma { first: String, second: String } => {
            code: "cut-at-comma",
            severity: Could,
            message: format!("`{first}` and `{second}` are two items of this list, because of the comma between them"),
            help: format!("If they are one, put quotation marks round them: `\"{first}, {second}\"`."),
        }
        /// Titles, names and times are plain words, because calendars, lists and search results show them too. Visitors
        /// would see the signs of a link or of bold text. Notes and other sentences in keys can have links, bold and
        /// emphasis, but no lists and pictures. These work in the text below the keys only.
        ///
        /// Wrong:
        ///
        /// ```text
        /// title: A [new](../guidance.md) page
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// title: A new page
        /// summary: What is new about [guidance](../guidance.md).
        /// ```
        MarkdownInKey { what: &'static str } => {
            code: "markdown-in-key",
            severity: Should,
            message: format!("{what} does not work here: visitors would see it as it is written"),
            help: "Write plain words, and put the rest into the text below the keys.",
        }
        /// Nobody in team.yaml is the careers leader. Maintained schools in England must publish the careers
        /// leader's name, e-mail address and telephone number, and academies should (School Information (England)
        /// Regulations 2008, Schedule 4, paragraph 15, as the guidance of 8 May 2025 names them). Every page of the site
        /// has a link to this person, so the build stops without one. If the post is vacant, leave the name out and give
        /// an email address that somebody reads.
        ///
        /// Wrong:
        ///
        /// ```text
        /// people:
        ///   - role: link-governor
        ///     name: Dr Priya Venn
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// people:
        ///   - role: careers-leader
        ///     name: Dr Priya Venn
        ///     email: careers@ridgeway.example
        /// ```
        NoLeader => {
            code: "no-leader",
            severity: Error,
            message: "nobody here has the role of careers leader",
            help: "Add a person with `role: careers-leader` and an email address or telephone number. Everybody who \
                   visits the site can contact this person.",
            needs: [Subject::File("team.yaml".into())],
        }
        /// This file describes a policy, but the document with the policy itself is missing. Put it in the same
        /// folder, with the same name. Or write the policy as text in a file that ends in .md, which is much easier
        /// to read on phones and with screen readers than a PDF.
        ///
        /// Wrong:
        ///
        /// ```text
        /// policies/careers-policy.yaml
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// policies/careers-policy.yaml
        /// policies/careers-policy.pdf
        /// ```
        MissingDocument => {
            code: "missing-document",
            severity: Error,
            message: "there is no document with the same name as this file",
            help: "Put the document here, such as careers-policy.pdf next to careers-policy.yaml. Or write the policy as \
                   careers-policy.md: more people can read it.",
        }
        /// The school has no group of this name. Groups are listed in school.yaml; you can write their name or
        /// their short form. Perhaps it is misspelt, or the group is missing from the list.
        ///
        /// Wrong:
        ///
        /// ```text
        /// groups: [Year 8, Yaer 9]
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// groups: [Year 8, Year 9]
        /// ```
        UnknownGroup { value: String, known: Vec<String>, suggestion: Option<String> } => {
            code: "unknown-group",
            severity: Error,
            message: format!("there is no group `{value}`"),
            help: if value.contains(',') {
                "One of these names is not a group in school.yaml. Write them as they are written there, such as `[year-7, year-8]`.".into()
            } else {
                suggest(suggestion.as_deref(), "The groups in school.yaml are", known)
            },
            needs: [Subject::File("school.yaml".into())],
        }
        /// Fingerpost cannot tell when this is. You can write a term or half of a term as you named it in school.yaml, a
        /// month, a date, `all year`, `weekly`, `fortnightly`, a week with a name, or `date to come`. Halves are known
        /// only for terms that have a `half-term:` in school.yaml.
        ///
        /// Wrong:
        ///
        /// ```text
        /// when: autum
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// when: autumn
        /// when: spring 2
        /// when: march
        /// ```
        UnknownTime { value: String, known: Vec<String>, suggestion: Option<String> } => {
            code: "unknown-time",
            severity: Error,
            message: format!("`{value}` is not a time in this academic year"),
            help: suggest(suggestion.as_deref(), "Write a date, a month, `all year`, `weekly`, `date to come` or one of", known),
            needs: [Subject::File("school.yaml".into())],
        }
        /// The statement names a role to contact, but nobody in team.yaml has that role. Visitors would have
        /// nobody to write to. Name a role that is in team.yaml, or add the person there.
        ///
        /// Wrong:
        ///
        /// ```text
        /// contact: careers-administrator      (nobody in team.yaml has this role)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// contact: careers-leader
        /// ```
        UnknownRole { value: String, known: Vec<&'static str> } => {
            code: "unknown-role",
            severity: Error,
            message: format!("nobody in team.yaml has the role `{value}`"),
            help: suggest(None, "The roles in team.yaml are", known),
            needs: [Subject::File("team.yaml".into())],
        }
        /// The file says to whom somebody answers, or who is the champion of a subject, but nobody in team.yaml has this name or
        /// role. Who answers to whom is shown without this line. Add the person to team.yaml, such as the headteacher, or write a
        /// name or role that is there.
        ///
        /// Wrong:
        ///
        /// ```text
        /// reports-to: deputy-head      (nobody in team.yaml is called that or has this role)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// reports-to: senior-leader-link
        /// ```
        UnknownPerson { value: String, known: Vec<String>, suggestion: Option<String> } => {
            code: "unknown-person",
            severity: Should,
            message: format!("nobody in team.yaml is called `{value}` or has this role"),
            help: suggest(suggestion.as_deref(), "Add the person, or choose one of", known),
        }
        SeveralPeople { title: String, count: usize, names: Vec<String> } => {
            code: "unknown-person",
            severity: Should,
            message: format!("{count} people in team.yaml have the title `{title}`"),
            help: format!("Write the name of one: {}.", names.join(" or ")),
        }
        /// Somebody answers to a person who answers to them. The team page can't show who is above whom, so it leaves this
        /// line out.
        ///
        /// Wrong:
        ///
        /// ```text
        /// people:
        ///   - role: careers-leader
        ///     reports-to: senior-leader-link
        ///   - role: senior-leader-link
        ///     reports-to: careers-leader
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// people:
        ///   - role: careers-leader
        ///     reports-to: senior-leader-link
        ///   - role: senior-leader-link
        ///     reports-to: headteacher
        /// ```
        ReportsInCircle { name: String, through: Vec<String> } => {
            code: "reports-in-circle",
            severity: Should,
            message: match through.as_slice() {
                [] => format!("{name} would answer to {name}"),
                through => format!("{name} answers to {}, who answers to {name}", through.join(", who answers to ")),
            },
            help: "Write who is above them, such as the headteacher, or remove the line.",
        }
        /// An earlier address of an event (`was:`) belongs to another event, which has it now or had it too. An old link can
        /// lead to one of them only.
        ///
        /// Wrong:
        ///
        /// ```text
        /// was: [2027-03-04-careers-fair]      (and there is events/2027-03-04-careers-fair.md)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// was: [2026-03-05-careers-fair]
        /// ```
        AddressTaken { address: String, other: String } => {
            code: "address-taken",
            severity: Should,
            message: format!("the earlier address `{address}` does not lead to this event: another has it"),
            help: format!("It belongs to `{other}`. Remove it here, or there."),
        }
        /// Two things have the same name, such as two groups, or two events on one day. Usually something was copied
        /// and not changed. Visitors could not tell which is which.
        ///
        /// Wrong:
        ///
        /// ```text
        /// groups: [Year 7, Year 8, Year 7]
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// groups: [Year 7, Year 8, Year 9]
        /// ```
        Duplicate { what: &'static str, name: String, other: String } => {
            code: "duplicate",
            severity: Error,
            message: format!("there are two {what} called `{name}`"),
            help: format!("The other is in {other}. Rename or remove one."),
        }
        TwoInFile { what: &'static str, name: String, other: String } => {
            code: "duplicate",
            severity: Error,
            message: format!("there are two {what} called `{name}`"),
            help: format!("The other, `{other}`, is further up in this file. Rename or remove one."),
        }
        TwoPlans { group: String, other: String } => {
            code: "duplicate",
            severity: Error,
            message: format!("there are two files for {group}: this one and `{other}`"),
            help: "Put what is missing into one of them, and delete the other. Their activities would be shown twice.",
            needs: [Subject::File(other.clone())],
        }
        /// The date is not in the academic year of school.yaml. It may be an event from last year, or a
        /// mistake in the year: in January people often write the old one. The event is still shown. What is over belongs
        /// into the archive of its year. The label of the year must have the years in which it begins and ends.
        ///
        /// Wrong:
        ///
        /// ```text
        /// label: 2026-27
        /// date: 2025-11-20
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// label: 2026-27
        /// date: 2026-11-20
        /// ```
        OutsideYear { date: String, year: String, is_before: bool } => {
            code: "outside-year",
            severity: Should,
            message: format!("{date} is {} the academic year {year}", if *is_before { "before" } else { "after" }),
            help: if *is_before {
                "Is the year right? If the event is over, move its file to the events/ of that year in archive/, where surveys still \
                 find it. A day of school.yaml that is over can go."
            } else {
                "Is the year right? If it is next year, leave an event as it is: `fingerpost year next` takes it along. Take a day of \
                 next year out of school.yaml."
            },
        }
        LabelOfOtherYear { label: String, starts: String, right: String } => {
            code: "outside-year",
            severity: Should,
            message: format!("the year begins on {starts}, and its label is `{label}`"),
            help: format!("Write `label: {right}`, or correct `starts:`."),
        }
        /// A repeated event has a line `every:` with the weekday in words. It takes place on each such day of a term,
        /// never in holidays, half-terms or on bank holidays. The line can name several weekdays, `other` for every
        /// second week, `first` to `fourth` or `last` for once a month, and a term after `in`. List days to leave
        /// out in `except:`; they must be days on which the event would take place.
        ///
        /// Wrong:
        ///
        /// ```text
        /// every: tusday
        /// except: [2026-11-25]       (a Wednesday)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// every: Tuesday and Thursday in spring
        /// except: [2027-01-19]
        /// ```
        RepeatUnknownWord { word: String, suggestion: Option<String> } => {
            code: "bad-repeat",
            severity: Error,
            message: format!("Fingerpost doesn't know `{word}` in `every:`"),
            help: match suggestion {
                Some(day) => format!("Did you mean {day}?"),
                None => REPEAT_EXAMPLES.into(),
            },
        }
        RepeatTwoRhythms => {
            code: "bad-repeat",
            severity: Error,
            message: "this repeats in two ways, and an event can only repeat in one",
            help: "Write one event for each, such as one for the first and one for the third Monday.",
        }
        RepeatNoWeekday => {
            code: "bad-repeat",
            severity: Error,
            message: "this does not name a weekday",
            help: REPEAT_EXAMPLES,
        }
        RepeatNever => {
            code: "bad-repeat",
            severity: Error,
            message: "this never takes place: there is no such day in term time",
            help: "Check the weekday, the first and last day, and the terms in school.yaml.",
        }
        RepeatNotOnDay { date: String } => {
            code: "bad-repeat",
            severity: Error,
            message: format!("this does not take place on {date} anyway"),
            help: "Remove the day, or correct it. You don't need to list holidays, half-terms and bank holidays.",
        }
        /// This file is named like a translation: the language comes before .md, as in parents.ur.md for Urdu. But the
        /// text it translates does not exist, or is a plan or an event. Those cannot have translations:
        /// most of their content is in keys, which calendars and lists are made from. So the file is not on the site.
        /// Texts that can have translations are those of each audience, programme.md, guidance.md, evaluation.md,
        /// provider-access.md, and all in pages/ and policies/.
        ///
        /// Wrong:
        ///
        /// ```text
        /// parents.md
        /// parent.ur.md
        /// events/2027-03-04-careers-fair.ur.md
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// parents.md
        /// parents.ur.md              (write what families should know about the fair here)
        /// ```
        TranslationWithoutOriginal { original: String, suggestion: Option<String> } => {
            code: "translation",
            severity: Should,
            message: format!("this is a translation of `{original}`, which does not exist, so it is not on the site"),
            help: match suggestion {
                Some(name) => {
                    format!("Is it a translation of `{name}`? Name it after that file, with the language before .md.")
                }
                None => {
                    "Write the original first, or name this file after it: parents.md, and parents.ur.md for Urdu.".into()
                }
            },
        }
        TranslationOfKeys => {
            code: "translation",
            severity: Should,
            message: "plans and events cannot have translations, so this file is not on the site",
            help: "Most of their content is in keys, which calendars and lists are made from. Put what families should \
                   know into the translation of a page, such as parents.ur.md.",
        }
        /// This event or page is in the folder but not on the site, because of its front matter: it is a draft, its
        /// first day has not come, or its last day has passed. An evaluation against the benchmarks is not
        /// shown while every criterion in it is `not-scored`. Nothing is wrong; Fingerpost
        /// reports it so that you know. To show or hide the item on its day, the site must be built again on that
        /// day. A nightly build does this.
        ///
        /// For example:
        ///
        /// ```text
        /// draft: yes                 (hidden until you remove this line)
        /// publish: 2027-01-11        (the first day on which it is shown)
        /// expire: 2027-03-31         (the last day on which it is shown)
        /// ```
        NotShown { why: Hidden } => {
            code: "not-shown",
            severity: Could,
            message: match why {
                Hidden::Draft => "this is a draft, so it is not on the site".into(),
                Hidden::Until(day) => format!("this is not on the site until {day}"),
                Hidden::Since(day) => format!("this left the site after {day}"),
            },
            help: match why {
                Hidden::Draft => "Remove the line `draft: yes` when it is finished.",
                Hidden::Until(_) => "It appears with the first build on or after that day.",
                Hidden::Since(_) => "Keep the file of an event: what took place still counts for provider access and for hours in workplaces, and is listed there. Remove that of a page if it is no longer needed.",
            },
        }
        NothingScored => {
            code: "not-shown",
            severity: Could,
            message: "nothing in this evaluation has a score yet, so it is not on the site",
            help: "After each `status:`, write achieved, in-progress or not-achieved.",
        }
        /// The numbers add up to more than there were people: more answers than people who answered, or more
        /// destinations than leavers. Usually a figure was mistyped. If people could choose several answers, add
        /// `choose-many: yes`. People do not trust a report whose figures do not add up.
        ///
        /// Wrong:
        ///
        /// ```text
        /// responded: 84
        /// counts: { Agree: 410, Disagree: 10 }
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// responded: 84
        /// counts: { Agree: 41, Disagree: 10 }
        /// ```
        CountsDoNotAdd { counted: u64, total: u64, people: &'static str, choose_many: bool } => {
            code: "counts-do-not-add",
            severity: Error,
            message: format!("the counts add up to {counted}, more than the {total} who {people}"),
            help: if *choose_many {
                "Check the counts. If people could choose several answers, add `choose-many: yes`."
            } else {
                "Check the counts and the total."
            },
        }
        MoreThanAnswered { answer: String, count: u32, total: u32 } => {
            code: "counts-do-not-add",
            severity: Error,
            message: format!("`{answer}` has {count} answers, more than the {total} people who answered"),
            help: "Check the counts and `responded`.",
        }
        MoreThanAsked { responded: u32, invited: u32 } => {
            code: "counts-do-not-add",
            severity: Error,
            message: format!("{responded} answered, more than the {invited} you asked"),
            help: "Check `responded` and `invited`.",
        }
        PositiveAndNeutral { answer: String } => {
            code: "counts-do-not-add",
            severity: Error,
            message: format!("`{answer}` is below both `positive` and `neutral`, so it would count as neither"),
            help: "Remove it from one of them.",
        }
        SharesDoNotAdd { sum: u32, of_leavers: bool } => {
            code: "counts-do-not-add",
            severity: Should,
            message: format!("the percentages add up to {}%, not to 100%", f64::from(*sum) / 100.0),
            help: if *of_leavers {
                "Check them. If leavers are in no row, add one, such as `Not known`."
            } else {
                "Check them, and whether an answer is missing. If people could choose several answers, add \
                 `choose-many: yes`."
            },
        }
        CellsDoNotFit { row: String, cells: usize, columns: usize } => {
            code: "counts-do-not-add",
            severity: Error,
            message: match columns {
                1 => format!("the row `{row}` needs one figure, and has {cells}"),
                _ => format!("the row `{row}` needs {columns} figures, one for each column, and has {cells}"),
            },
            help: "Write `not stated` for a figure that you do not have, and numbers without commas, such as 1240.",
        }
        /// This version of the benchmarks cannot have been used: it is for another kind of institution, or it was not
        /// in use on that day. Schools used the benchmarks of 2014 and colleges those of 2018 until those of 2025
        /// replaced them. Results against different versions cannot be compared, so the version must be right.
        ///
        /// Wrong:
        ///
        /// ```text
        /// date: 2021-07-16
        /// framework: schools-2025
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// date: 2021-07-16
        /// framework: schools-2014
        /// ```
        FrameworkOfOthers { framework: String, kind: String, likely: String } => {
            code: "wrong-framework",
            severity: Should,
            message: format!("`{framework}` is not the version of the benchmarks for this kind of institution ({kind})"),
            help: format!("Write `framework: {likely}`, or correct `kind:` in school.yaml."),
        }
        FrameworkTooNew { framework: String, from: String, likely: String } => {
            code: "wrong-framework",
            severity: Should,
            message: format!("`{framework}` was not in use then: it began on {from}"),
            help: format!("Write `framework: {likely}`, or correct the date."),
        }
        /// An activity or a survey names an event that is not in your folder. Write the name of the event's file or its
        /// title. A survey can also be about an activity: write its title. If no event carries out an activity, write
        /// `event: none`.
        ///
        /// Wrong:
        ///
        /// ```text
        /// event: carers fair
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// event: 2027-03-04-careers-fair
        /// ```
        UnknownEvent { value: String, suggestion: Option<String> } => {
            code: "unknown-event",
            severity: Error,
            message: format!("there is no event and no activity called `{value}`"),
            help: match suggestion {
                Some(name) => format!("Did you mean `{name}`?"),
                None => "Write the name of the event's file in `events/`, or a title as it is written there. For an activity \
                         without an event, write `event: none`."
                    .into(),
            },
        }
        /// This link leads to a file that does not exist. Visitors would see an error page. Write the path from this
        /// file to the other: `../` goes up one folder.
        ///
        /// Wrong:
        ///
        /// ```text
        /// [Year 9](programme/year9.md)         (written in pages/options.md)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// [Year 9](../programme/year-9.md)
        /// ```
        BrokenLink { target: String, path: String, suggestion: Option<String> } => {
            code: "broken-link",
            severity: Error,
            message: if target.is_empty() {
                "this link has no target".into()
            } else {
                format!("this link does not work: there is no `{target}`")
            },
            help: match suggestion {
                Some(path) => format!("Did you mean `{path}`?"),
                None => "Write the path from this file to the other, such as ../programme/year-9.md.".into(),
            },
            needs: [Subject::File(path.clone())],
        }
        /// This picture or document does not exist. Put it into media/ and write the path from this file to it.
        /// Check the end of the name too: map.png and map.svg are different files.
        ///
        /// Wrong:
        ///
        /// ```text
        /// ![Map of the hall](map.png)          (written in pages/options.md)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// ![Map of the hall](../media/map.png)
        /// ```
        MissingMedia { target: String, path: String, suggestion: Option<String> } => {
            code: "missing-media",
            severity: Error,
            message: format!("there is no picture or document `{target}`"),
            help: match suggestion {
                Some(path) => format!("Did you mean `{path}`?"),
                None => "Put the file into media/ and write the path from this file to it.".into(),
            },
            needs: [Subject::File(path.clone())],
        }
        /// Some or all browsers cannot show this kind of picture. iPhones save pictures as HEIC, which takes little
        /// space, but only Apple's browser shows it, and Fingerpost cannot read it.
        /// Save the picture as JPEG (photographs) or PNG (drawings and screenshots). To make an iPhone save JPEG
        /// from now on: Settings, Camera, Formats, Most Compatible.
        ///
        /// Wrong:
        ///
        /// ```text
        /// media/IMG_0412.HEIC
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// media/workshop.jpg
        /// ```
        PictureFormat { format: &'static str, shown: bool } => {
            code: "picture-format",
            severity: if *shown { Error } else { Should },
            message: format!("web pages cannot show {format} pictures"),
            help: match *format {
                "HEIC" => {
                    "iPhones save pictures like this. Open the picture in Photos (on Windows or a Mac) and save or export \
                     it as JPEG. To make the phone save JPEG from now on: Settings, Camera, Formats, Most Compatible."
                }
                "camera raw" => "Cameras save pictures like this. Open it with the camera's own program and export it as JPEG.",
                "Photoshop" | "Illustrator" => "Open it in the program that made it, and export it as PNG, JPEG or SVG.",
                _ => "Open it in Photos, Paint or Preview and save it as JPEG (photographs) or PNG (drawings).",
            },
        }
    }
}

const REPEAT_EXAMPLES: &str = "Write it as `every: Tuesday`, `every: Tuesday and Thursday in spring`, \
                               `every: other Friday` or `every: first Monday`.";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    YesNo,
    Number,
    Hours,
    NumberOrNotStated,
    Percent,
    Keys,
}

impl Expected {
    fn as_str(self) -> &'static str {
        match self {
            Self::Text => "some text",
            Self::YesNo => "yes or no",
            Self::Number => "a whole number",
            Self::Hours => "a number of hours",
            Self::NumberOrNotStated => "a number of people",
            Self::Percent => "a percentage",
            Self::Keys => "keys with values",
        }
    }

    fn help(self) -> &'static str {
        match self {
            Self::Text => "Write the text on the same line, after the colon. You can put quotation marks round it.",
            Self::YesNo => "Write yes or no.",
            Self::Number => "Write digits only, such as 84.",
            Self::Hours => "Write the hours as a number, such as 5 or 2.5.",
            Self::NumberOrNotStated => "Write digits such as 84, a percentage such as 73%, or not stated.",
            Self::Percent => {
                "Write it with its sign, such as 66.2%. Write all answers as numbers, or all as percentages."
            }
            Self::Keys => {
                "Write `key: value` lines below, indented by two spaces. Check that there is a space after each colon."
            }
        }
    }
}

/// The reason that an event or page is not on the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hidden {
    Draft,
    /// Hidden until its first day, in words.
    Until(String),
    /// Hidden since its last day, in words.
    Since(String),
}

/// How many names the help for an unknown one lists. A finding about each of a thousand unknown names lists no thousand others.
pub(super) const MAX_LISTED: usize = 40;

fn suggest<S: AsRef<str>>(suggestion: Option<&str>, intro: &str, known: &[S]) -> String {
    let mut list = known.iter().take(MAX_LISTED).map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
    if known.len() > MAX_LISTED {
        list.push_str(" and others");
    }
    match suggestion {
        Some(word) => format!("Did you mean `{word}`? {intro}: {list}."),
        None => format!("{intro}: {list}."),
    }
}

/// The maximum number of keys in the help for an unknown one. Some files have thirty.
const MAX_KEYS: usize = 6;

fn known_keys(key: &str, known: &[&str], suggestions: &[&str]) -> String {
    if !suggestions.is_empty() {
        let suggestions: Vec<String> = suggestions.iter().map(|key| format!("`{key}`")).collect();
        return format!("Did you mean {}?", list(&suggestions));
    }
    if known.len() <= MAX_KEYS {
        return suggest(None, "The keys here are", known);
    }
    let near = nearest(key, known.iter().copied(), MAX_KEYS);
    suggest(None, "The nearest keys are", &near) + " For all keys, run `fingerpost schema`."
}
