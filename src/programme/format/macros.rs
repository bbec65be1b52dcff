//! The macros that declare records and enums of the format.

/// `information_next_review` → `information-next-review`, at compile time.
#[expect(clippy::indexing_slicing, reason = "it runs at compile time, where a wrong index is a compile error")]
pub const fn hyphens<const N: usize>(name: &str) -> [u8; N] {
    let mut key = [0; N];
    let mut at = 0;
    while at < N {
        let byte = name.as_bytes()[at];
        key[at] = if byte == b'_' { b'-' } else { byte };
        at += 1;
    }
    key
}

macro_rules! key {
    ($field:ident) => {{
        const BYTES: [u8; stringify!($field).len()] = $crate::programme::format::hyphens(stringify!($field));
        const KEY: &str = match std::str::from_utf8(&BYTES) {
            Ok(key) => key,
            Err(_) => "",
        };
        KEY
    }};
}

/// Declares a record: `required name: Type = "example"`, `optional name: Type`, `list name: Type`,
/// `flat name: OtherRecord` (whose keys are at the same level), `body name: Prose` (the Markdown after the front
/// matter, which has no key). Keys are the field names with hyphens. Doc comments are the schema's descriptions and the
/// hints of forms, in which a field is called after its key or, after the type, `as "Another name"`, for a list also
/// `as "Another name" of "item"`. Then follow marks, after commas: `prose` for sentences or titles on the site, `long` for text
/// that takes several lines, and `areas`, `subjects`, `pictures` and `criteria` for the names of these. After `=>` is the heading that
/// forms fold a field away below.
macro_rules! record {
    (
        $(#[doc = $description:literal])+
        pub struct $name:ident {
            $( $(#[doc = $doc:literal])+
                $how:ident $field:ident : $type:ty $(as $label:literal $(of $item:literal)?)? $(= $example:literal)?
                $(, $mark:ident)* $(=> $fold:literal)? ; )*
        }
    ) => {
        $(#[doc = $description])+
        #[derive(Clone, Debug)]
        #[allow(unreachable_pub, reason = "some records are used only inside this layer")]
        pub struct $name {
            #[allow(dead_code, reason = "not every record has later findings")]
            pub at: $crate::report::Place,
            $( $(#[doc = $doc])+ pub $field: $crate::programme::format::record!(@type $how $type), )*
        }

        impl $crate::programme::format::Record for $name {
            fn keys() -> Vec<&'static str> {
                let mut keys = Vec::new();
                $( $crate::programme::format::record!(@key keys $how $field $type); )*
                keys
            }
            fn take(
                fields: &mut $crate::programme::format::Fields<'_>,
                reader: &mut $crate::programme::format::FieldReader<'_>,
                at: $crate::report::Place,
            ) -> Option<Self> {
                $( let $field = $crate::programme::format::record!(@take fields reader at $how $field $type $(= $example)?); )*
                Some(Self { at, $( $field: $crate::programme::format::record!(@value $how $field), )* })
            }
            fn own_prose_keys() -> Vec<$crate::programme::format::ProseKey> {
                let mut keys = Vec::new();
                $( $( $crate::programme::format::record!(@$mark keys $field $type); )* )*
                $( $crate::programme::format::record!(@nested keys $how $type); )*
                keys
            }
            fn describe(schema: &mut $crate::programme::format::Schema) {
                $( $crate::programme::format::record!(@describe schema concat!($($doc),+) , $how $field $type $(= $example)?); )*
            }
            fn fields() -> Vec<$crate::programme::format::FieldDefinition> {
                let mut fields = Vec::<$crate::programme::format::FieldDefinition>::new();
                $(
                    let first = fields.len();
                    $crate::programme::format::record!(
                        @field fields ($field, $crate::programme::format::record!(@optional $($label)?), concat!($($doc),+)),
                        $how $type $(= $example)?
                    );
                    let item = $crate::programme::format::record!(@optional $($($item)?)?);
                    let fold = $crate::programme::format::record!(@optional $($fold)?);
                    let marks = [$($crate::programme::format::record!(@mark $mark)),*];
                    fields.iter_mut().skip(first).for_each(|field| field.complete((item, fold), &marks));
                )*
                fields
            }
            fn description() -> String {
                concat!($($description),+).trim().to_owned()
            }
        }
    };
    (@prose $keys:ident $field:ident $type:ty) => {
        $keys.push($crate::programme::format::ProseKey {
            name: $crate::programme::format::key!($field),
            is_rich: <$type as $crate::programme::format::FromNode>::IS_RICH,
        })
    };
    (@long $keys:ident $field:ident $type:ty) => {};
    (@areas $keys:ident $field:ident $type:ty) => {};
    (@subjects $keys:ident $field:ident $type:ty) => {};
    (@pictures $keys:ident $field:ident $type:ty) => {};
    (@criteria $keys:ident $field:ident $type:ty) => {};
    (@mark prose) => { $crate::programme::format::FieldMark::Prose };
    (@mark long) => { $crate::programme::format::FieldMark::Long };
    (@mark areas) => { $crate::programme::format::FieldMark::Names($crate::programme::format::NamedThing::Area) };
    (@mark subjects) => { $crate::programme::format::FieldMark::Names($crate::programme::format::NamedThing::Subject) };
    (@mark criteria) => { $crate::programme::format::FieldMark::Names($crate::programme::format::NamedThing::Criterion) };
    (@mark pictures) => { $crate::programme::format::FieldMark::Names($crate::programme::format::NamedThing::Picture) };
    (@nested $keys:ident body $type:ty) => {};
    (@nested $keys:ident $how:ident $type:ty) => {
        $keys.extend(<$type as $crate::programme::format::FromNode>::prose_keys());
    };

    (@type required $type:ty) => { $type };
    (@type optional $type:ty) => { Option<$type> };
    (@type list $type:ty) => { Vec<$type> };
    (@type flat $type:ty) => { $type };
    (@type body $type:ty) => { $type };

    (@key $keys:ident flat $field:ident $type:ty) => {
        $keys.extend(<$type as $crate::programme::format::Record>::keys());
    };
    (@key $keys:ident body $field:ident $type:ty) => {};
    (@key $keys:ident $how:ident $field:ident $type:ty) => {
        $keys.push($crate::programme::format::key!($field));
    };

    (@take $fields:ident $reader:ident $place:ident required $field:ident $type:ty = $example:literal) => {
        $fields.required::<$type>($crate::programme::format::key!($field), $example, $reader)
    };
    (@take $fields:ident $reader:ident $place:ident optional $field:ident $type:ty) => {
        $fields.optional::<$type>($crate::programme::format::key!($field), $reader)
    };
    (@take $fields:ident $reader:ident $place:ident list $field:ident $type:ty) => {
        $fields.list::<$type>($crate::programme::format::key!($field), $reader)
    };
    (@take $fields:ident $reader:ident $place:ident flat $field:ident $type:ty) => {
        <$type as $crate::programme::format::Record>::take($fields, $reader, $place.clone())
    };
    (@take $fields:ident $reader:ident $place:ident body $field:ident $type:ty) => {
        $reader.prose()
    };

    (@value required $field:ident) => { $field? };
    (@value flat $field:ident) => { $field? };
    (@value $how:ident $field:ident) => { $field };

    (@describe $schema:ident $doc:expr, required $field:ident $type:ty = $example:literal) => {
        $schema.required::<$type>($crate::programme::format::key!($field), $doc, $example)
    };
    (@describe $schema:ident $doc:expr, optional $field:ident $type:ty) => {
        $schema.optional::<$type>($crate::programme::format::key!($field), $doc)
    };
    (@describe $schema:ident $doc:expr, list $field:ident $type:ty) => {
        $schema.list::<$type>($crate::programme::format::key!($field), $doc)
    };
    (@describe $schema:ident $doc:expr, flat $field:ident $type:ty) => {
        <$type as $crate::programme::format::Record>::describe($schema)
    };
    (@describe $schema:ident $doc:expr, body $field:ident $type:ty) => {};

    (@optional) => { None };
    (@optional $literal:literal) => { Some($literal) };

    (@field $fields:ident ($field:ident, $label:expr, $doc:expr), flat $type:ty) => {
        $fields.extend(<$type as $crate::programme::format::Record>::fields());
    };
    (@field $fields:ident ($field:ident, $label:expr, $doc:expr), body $type:ty) => {
        $fields.push($crate::programme::format::FieldDefinition::body($doc));
    };
    (@field $fields:ident ($field:ident, $label:expr, $doc:expr), list $type:ty) => {
        let item = <$type as $crate::programme::format::FromNode>::control();
        let list = $crate::programme::format::Control::list_of(item);
        let name = ($crate::programme::format::key!($field), $label);
        $fields.push($crate::programme::format::FieldDefinition::new(name, $doc, list, None));
    };
    (@field $fields:ident ($field:ident, $label:expr, $doc:expr), $how:ident $type:ty $(= $example:literal)?) => {
        let control = <$type as $crate::programme::format::FromNode>::control();
        let name = ($crate::programme::format::key!($field), $label);
        let example = $crate::programme::format::record!(@optional $($example)?);
        $fields.push($crate::programme::format::FieldDefinition::new(name, $doc, control, example));
    };
}

/// Declares an enum whose values are words: `Variant "word"`. Forms call it after the word or, after it, `as "Another name"`.
macro_rules! string_enum {
    (
        $(#[doc = $description:literal])*
        pub enum $name:ident { $( $(#[doc = $doc:literal])* $variant:ident $word:literal $(as $label:literal)?, )+ }
    ) => {
        $(#[doc = $description])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[doc = $doc])* $variant, )+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The words of the format, and what people read for them.
            const OPTIONS: &'static [$crate::programme::format::ChoiceOption] = &[$(
                $crate::programme::format::ChoiceOption::new(
                    $word,
                    $crate::programme::format::record!(@optional $($label)?),
                    concat!($($doc),*).trim_ascii(),
                )
            ),+];

            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl $crate::programme::format::FromNode for $name {
            fn from_node(
                node: &$crate::read::Node,
                reader: &mut $crate::programme::format::FieldReader<'_>,
            ) -> Option<Self> {
                let words = [$($word),+];
                let index = $crate::programme::format::parse_choice(node, &words, reader)?;
                Self::ALL.get(index).copied()
            }
            fn schema() -> serde_json::Value {
                serde_json::json!({ "enum": [$($word),+] })
            }
            fn control() -> $crate::programme::format::Control {
                $crate::programme::format::Control::Choice(Self::OPTIONS)
            }
            const SPLITS_AT_COMMAS: bool = true;
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

pub(crate) use {key, record, string_enum};
