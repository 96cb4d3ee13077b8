//! Texts as each format may hold them.

use std::fmt::{self, Write};

/// A character as any format may hold it: what steers how a text is shown, and shows nothing itself, is a space.
fn clean(c: char) -> char {
    let steers = c.is_control()
        || matches!(
            c,
            '\u{202a}'
                ..='\u{202e}' | '\u{2066}' | '\u{2067}' | '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}'
        );
    if steers { ' ' } else { c }
}

/// Text without what no page may hold; a page's own template escapes it.
pub(super) struct Clean<'t>(pub(super) &'t str);

impl fmt::Display for Clean<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| f.write_char(clean(c)))
    }
}

/// Text of XML.
pub(super) struct Xml<'t>(pub(super) &'t str);

impl fmt::Display for Xml<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match clean(c) {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            c => f.write_char(c),
        })
    }
}

/// Text of Markdown, on one line.
pub(super) struct Markdown<'t>(pub(super) &'t str);

impl fmt::Display for Markdown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A number and a point, or a sign, at its beginning would make it an item of a list, a heading or a rule.
        let text = self.0.trim();
        let digits = text.chars().take_while(char::is_ascii_digit).count();
        for (at, c) in text.chars().enumerate() {
            let begins = at == 0 && matches!(c, '+' | '-' | '=' | ':');
            let is_mark = matches!(
                c,
                '\\' | '`'
                    | '*'
                    | '_'
                    | '['
                    | ']'
                    | '<'
                    | '>'
                    | '|'
                    | '&'
                    | '~'
                    | '#'
                    | '$'
                    | '!'
                    | '^'
                    | '{'
                    | '}'
            );
            if begins || is_mark || at == digits && digits > 0 && matches!(c, '.' | ')') {
                f.write_char('\\')?;
            }
            f.write_char(clean(c))?;
        }
        Ok(())
    }
}

/// The filters of the templates.
#[expect(
    unreachable_pub,
    clippy::inline_always,
    clippy::unused_self,
    clippy::unnecessary_wraps,
    reason = "a filter is what the templates' crate makes of it"
)]
pub(super) mod filters {
    use askama::Values;

    use super::{Clean, Markdown, Xml};

    #[askama::filter_fn]
    pub(crate) fn clean<'t>(text: &'t str, _: &dyn Values) -> askama::Result<Clean<'t>> {
        Ok(Clean(text))
    }

    #[askama::filter_fn]
    pub(crate) fn xml<'t>(text: &'t str, _: &dyn Values) -> askama::Result<Xml<'t>> {
        Ok(Xml(text))
    }

    #[askama::filter_fn]
    pub(crate) fn md<'t>(text: &'t str, _: &dyn Values) -> askama::Result<Markdown<'t>> {
        Ok(Markdown(text))
    }
}
