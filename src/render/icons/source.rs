//! The source of the icons.

use crate::render::pictures::Logo;
use crate::view::Layout;

pub(in crate::render) struct IconSource<'a> {
    pub(in crate::render) layout: &'a Layout<'a>,
    pub(in crate::render) logo: Option<&'a Logo>,
    /// The school's `theme/assets/icon.svg`.
    pub(in crate::render) custom_icon: Option<&'a str>,
    /// A TrueType font for names on cards and icons.
    pub(in crate::render) font: &'a [u8],
}
