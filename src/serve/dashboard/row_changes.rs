//! Adds, moves, copies and removes rows of a form that was sent, by its names alone. Nothing is saved.

/// The names and values of a form's fields, in order.
pub(super) type Pairs = Vec<(String, String)>;

/// What a button of a row or of a list asks for, such as `remove:films.1` or `add:films`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowChange<'b> {
    Add(&'b str),
    Remove(&'b str),
    Up(&'b str),
    Down(&'b str),
    Copy(&'b str),
}

impl<'b> RowChange<'b> {
    /// `None` for the value of another button.
    pub(super) fn parse(button: &'b str) -> Option<Self> {
        let (what, name) = button.split_once(':')?;
        Some(match what {
            "add" => Self::Add(name),
            "remove" => Self::Remove(name),
            "up" => Self::Up(name),
            "down" => Self::Down(name),
            "copy" => Self::Copy(name),
            _ => return None,
        })
    }

    /// The form after the change.
    pub(super) fn apply(self, pairs: Pairs) -> Pairs {
        match self {
            Self::Add(list) => {
                let mut rows = Rows::of(list, pairs);
                let id = rows.unused_id();
                rows.rows.push((id.clone(), vec![(format!("{list}.{id}@new"), String::new())]));
                rows.into_pairs()
            }
            Self::Remove(row) => change(row, pairs, |rows, at, _| {
                rows.rows.remove(at);
            }),
            Self::Up(row) => change(row, pairs, |rows, at, _| rows.rows.swap(at, at.saturating_sub(1))),
            Self::Down(row) => change(row, pairs, |rows, at, _| {
                let last = rows.rows.len().saturating_sub(1);
                rows.rows.swap(at, (at + 1).min(last));
            }),
            Self::Copy(row) => change(row, pairs, |rows, at, list| {
                let id = rows.unused_id();
                let Some((old, fields)) = rows.rows.get(at) else { return };
                let prefix = format!("{list}.{old}");
                let renamed = |(name, value): &(String, String)| {
                    let rest = name.strip_prefix(&prefix).filter(|rest| !rest.ends_with("@was"))?;
                    Some((format!("{list}.{id}{rest}"), value.clone()))
                };
                let fields = fields.iter().filter_map(renamed).collect();
                rows.rows.insert(at + 1, (id, fields));
            }),
        }
    }
}

fn change(row: &str, pairs: Pairs, change: impl FnOnce(&mut Rows, usize, &str)) -> Pairs {
    let Some((list, id)) = row.rsplit_once('.') else { return pairs };
    let mut rows = Rows::of(list, pairs);
    if let Some(at) = rows.rows.iter().position(|(other, _)| other == id) {
        change(&mut rows, at, list);
    }
    rows.into_pairs()
}

/// The rows of a list.
struct Rows {
    /// The fields that are in no row of it.
    others: Pairs,
    /// The id of each row, and its fields.
    rows: Vec<(String, Pairs)>,
}

impl Rows {
    fn of(list: &str, pairs: Pairs) -> Self {
        let (mut others, mut rows) = (Vec::new(), Vec::<(String, Pairs)>::new());
        for (name, value) in pairs {
            let inside = name.strip_prefix(list).and_then(|rest| rest.strip_prefix('.'));
            let Some(id) = inside.and_then(|rest| rest.split(['.', '@']).next()).map(str::to_owned) else {
                others.push((name, value));
                continue;
            };
            match rows.iter_mut().find(|(other, _)| *other == id) {
                Some((_, fields)) => fields.push((name, value)),
                None => rows.push((id, vec![(name, value)])),
            }
        }
        Self { others, rows }
    }

    fn unused_id(&self) -> String {
        let numbers = self.rows.iter().filter_map(|(id, _)| id.parse::<usize>().ok());
        numbers.max().map_or(0, |number| number.saturating_add(1)).to_string()
    }

    fn into_pairs(self) -> Pairs {
        self.others.into_iter().chain(self.rows.into_iter().flat_map(|(_, fields)| fields)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of `films` after a change, as `id=title`.
    fn after(button: &str) -> String {
        let pair = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        let pairs = [("title", "T"), ("films@rows", ""), ("films.0@was", "0"), ("films.0.title", "A")]
            .into_iter()
            .chain([("films.1@was", "1"), ("films.1.title", "B"), ("other.1.title", "O")])
            .map(pair)
            .collect();
        let pairs = RowChange::parse(button).expect("a change").apply(pairs);
        assert!(pairs.iter().any(|(name, _)| name == "other.1.title"), "{button}");
        let rows = pairs.iter().filter(|(name, _)| name.starts_with("films."));
        rows.map(|(name, value)| format!("{}={value}", &name["films.".len()..])).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn rows_are_added_moved_copied_and_removed() {
        assert_eq!(after("remove:films.0"), "1@was=1 1.title=B");
        assert_eq!(after("up:films.1"), "1@was=1 1.title=B 0@was=0 0.title=A");
        assert_eq!(after("down:films.0"), after("up:films.1"));
        assert_eq!(after("up:films.0"), after("down:films.1"));
        assert_eq!(after("copy:films.0"), "0@was=0 0.title=A 2.title=A 1@was=1 1.title=B");
        assert_eq!(after("add:films"), "0@was=0 0.title=A 1@was=1 1.title=B 2@new=");
        assert_eq!(after("remove:films.7"), after("up:films.0"));
        assert_eq!(RowChange::parse("save"), None);
    }
}
