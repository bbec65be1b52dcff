//! Other words for the format's keys and values. Those with one certain meaning are read, the others are suggested.

/// What schools call an audience, a role or a kind, and the format's word for it.
const VALUES: &[(&str, &str)] = &[
    ("student", "pupils"),
    ("students", "pupils"),
    ("learner", "pupils"),
    ("learners", "pupils"),
    ("scholar", "pupils"),
    ("scholars", "pupils"),
    ("pupil", "pupils"),
    ("children", "pupils"),
    ("young-people", "pupils"),
    ("parent", "parents"),
    ("carers", "parents"),
    ("parents-and-carers", "parents"),
    ("parents-carers", "parents"),
    ("parents/carers", "parents"),
    ("family", "parents"),
    ("families", "parents"),
    ("guardians", "parents"),
    ("teacher", "staff"),
    ("teachers", "staff"),
    ("teaching-staff", "staff"),
    ("school-staff", "staff"),
    ("college-staff", "staff"),
    ("employer", "employers"),
    ("business", "employers"),
    ("businesses", "employers"),
    ("companies", "employers"),
    ("careers-adviser", "careers-advisers"),
    ("careers-advisor", "careers-advisers"),
    ("careers-advisors", "careers-advisers"),
    ("advisers", "careers-advisers"),
    ("advisors", "careers-advisers"),
    ("careers-lead", "careers-leader"),
    ("careers-advisor", "careers-adviser"),
    ("senco", "sendco"),
    ("head", "headteacher"),
    ("head-teacher", "headteacher"),
    ("principal", "headteacher"),
    ("form-time", "tutor-time"),
    ("trip", "visit"),
    ("work-experience", "workplace"),
    ("careers-fair", "fair"),
    ("parents-evening", "evening"),
    ("mock-interviews", "interviews"),
];

/// What teachers write for a key, and the keys that may be meant.
const KEYS: &[(&str, &[&str])] = &[
    ("where", &["place"]),
    ("venue", &["place"]),
    ("location", &["place"]),
    ("room", &["place"]),
    ("time", &["starts", "ends"]),
    ("times", &["starts", "ends"]),
    ("start", &["starts"]),
    ("begins", &["starts"]),
    ("from", &["starts", "since"]),
    ("end", &["ends"]),
    ("finish", &["ends"]),
    ("finishes", &["ends"]),
    ("to", &["ends"]),
    ("when", &["date"]),
    ("day", &["date"]),
    ("dates", &["date", "until"]),
    ("who", &["audiences"]),
    ("for", &["audiences", "groups"]),
    ("year-group", &["groups"]),
    ("year-groups", &["groups"]),
    ("years", &["groups"]),
    ("year", &["groups"]),
    ("description", &["summary", "about"]),
    ("details", &["summary", "about"]),
    ("info", &["summary", "about"]),
    ("name", &["title"]),
    ("heading", &["title"]),
    ("activity", &["title"]),
    ("job", &["title", "role"]),
    ("position", &["title", "role"]),
    ("e-mail", &["email"]),
    ("mail", &["email"]),
    ("telephone", &["phone"]),
    ("tel", &["phone"]),
    ("mobile", &["phone"]),
    ("gatsby", &["benchmarks"]),
    ("gatsby-benchmarks", &["benchmarks"]),
    ("partners", &["with"]),
    ("partner", &["with"]),
    ("employer", &["with"]),
    ("subject", &["subjects"]),
    ("line-manager", &["reports-to"]),
    ("managed-by", &["reports-to"]),
    ("answers-to", &["reports-to"]),
    ("responsibilities", &["responsible-for"]),
    ("budget", &["resources"]),
    ("link", &["booking", "online"]),
    ("url", &["booking", "online", "website"]),
    ("repeats", &["every"]),
    ("color", &["colour"]),
    ("aim", &["aims"]),
    ("type", &["kind"]),
];

/// A word as keys and values are compared: in small letters, with hyphens.
pub(in crate::programme) fn plain(written: &str) -> String {
    written.trim().to_lowercase().replace(['_', ' '], "-")
}

/// The value of `known` that a plain word certainly means.
pub(in crate::programme) fn value_meant(plain: &str, known: &[&'static str]) -> Option<&'static str> {
    let meant = VALUES.iter().filter(|(word, _)| *word == plain).map(|(_, meant)| *meant);
    meant.into_iter().find_map(|meant| known.iter().copied().find(|word| *word == meant))
}

/// True if a written key is certainly this one.
pub(crate) fn is_key(written: &str, key: &'static str) -> bool {
    const AUDIENCES: [&str; 4] = ["pupils", "parents", "staff", "employers"];
    let plain = plain(written);
    plain == key || AUDIENCES.contains(&key) && value_meant(&plain, &[key]).is_some()
}

/// The keys of `known` that a written one may mean.
pub(super) fn keys_meant(written: &str, known: &[&'static str]) -> Vec<&'static str> {
    let plain = plain(written);
    let meant = KEYS.iter().filter(|(word, _)| *word == plain).flat_map(|(_, keys)| keys.iter());
    meant.filter_map(|key| known.iter().copied().find(|word| word == key)).collect()
}
