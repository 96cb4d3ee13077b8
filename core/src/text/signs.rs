//! What stands for other signs than it seems, or for none: marks without ink, look-alike letters, what HTML left over.
//!
//! | written | read as |
//! |---|---|
//! | soft hyphen, zero-width space and joiners, marks of direction, byte-order mark, selectors of a look | nothing |
//! | `Ð` (U+00D0), `Ɖ` and their small letters | `Đ`, `đ` |
//! | full-width and small forms | the usual signs |
//! | `&ge;` `&nbsp;` `&ndash;` `&ocirc;` `&#8805;` `&#x2265;`, written once or again (`&amp;ge;`), in any case | their signs |
//!
//! An entity without its `;`, or with a name that is not here, is text.

use super::unicode;

/// Scalar values of an entity at most, `&` and `;` included.
const LONGEST: usize = 10;

/// A mark that nobody sees and that says nothing.
#[inline]
pub(super) fn is_without_ink(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// The sign that a look-alike stands for, else the scalar value itself.
fn folded(c: char) -> char {
    match c {
        'Ð' | 'Ɖ' => 'Đ',
        'ð' | 'ɖ' => 'đ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        // What looks as a semicolon, and is one composed.
        '\u{37e}' => ';',
        '﹤' => '<',
        '﹥' => '>',
        '﹦' => '=',
        '﹪' => '%',
        c => c,
    }
}

/// Whether a text may hold anything that is read as something else.
#[inline]
pub(super) fn is_odd(text: &str) -> bool {
    text.chars().any(|c| match c {
        '&' => true,
        ..'\u{ad}' => false,
        c => is_without_ink(c) || folded(c) != c,
    })
}

/// The scalar values of a text as they are read, each with the place in the text it came from.
pub(super) fn read(text: &str) -> Vec<(char, u32)> {
    let mut out: Vec<(char, u32)> = Vec::with_capacity(text.len());
    for (c, at) in text.chars().zip(0_u32..).filter(|(c, _)| !is_without_ink(*c)) {
        out.push((folded(c), at));
        // What an entity stands for may end another: `&am&shy;p;`.
        while let Some((from, sign)) = entity(&out) {
            let place = out.get(from).map_or(at, |(_, place)| *place);
            out.truncate(from);
            out.extend(Some((folded(sign), place)).filter(|_| !is_without_ink(sign)));
        }
    }
    out
}

/// The entity that some scalar values end with: where it begins, and its sign.
fn entity(read: &[(char, u32)]) -> Option<(usize, char)> {
    let (last, before) = read.split_last().filter(|((last, _), _)| *last == ';')?;
    debug_assert!(last.0 == ';');
    let longest = before.len().saturating_sub(LONGEST - 1);
    let from = longest + before.get(longest..)?.iter().rposition(|(c, _)| *c == '&')?;
    let name = before.get(from + 1..)?;
    let mut letters = [0; LONGEST];
    for ((c, _), letter) in name.iter().zip(&mut letters) {
        *letter = u8::try_from(*c).ok().filter(u8::is_ascii_alphanumeric).or((*c == '#').then_some(b'#'))?;
    }
    Some((from, sign_of(letters.get(..name.len())?)?))
}

/// The sign that an entity's name stands for.
fn sign_of(name: &[u8]) -> Option<char> {
    const NAMES: [(&[u8], char); 27] = [
        (b"amp", '&'),
        (b"lt", '<'),
        (b"gt", '>'),
        (b"le", '≤'),
        (b"leq", '≤'),
        (b"ge", '≥'),
        (b"geq", '≥'),
        (b"nbsp", ' '),
        (b"ensp", ' '),
        (b"emsp", ' '),
        (b"thinsp", ' '),
        (b"shy", '\u{ad}'),
        (b"zwnj", '\u{200c}'),
        (b"ndash", '–'),
        (b"mdash", '—'),
        (b"minus", '−'),
        (b"quot", '"'),
        (b"apos", '\''),
        (b"lsquo", '‘'),
        (b"rsquo", '’'),
        (b"ldquo", '“'),
        (b"rdquo", '”'),
        (b"hellip", '…'),
        (b"percnt", '%'),
        (b"permil", '‰'),
        (b"bull", '•'),
        (b"sup2", '²'),
    ];
    const ACCENTS: [(&[u8], char); 4] =
        [(b"grave", '\u{300}'), (b"acute", '\u{301}'), (b"circ", '\u{302}'), (b"tilde", '\u{303}')];
    if let [b'#', digits @ ..] = name {
        let (digits, radix) = match digits {
            [b'x' | b'X', digits @ ..] => (digits, 16),
            digits => (digits, 10),
        };
        let code = digits.iter().try_fold(0_u32, |code, digit| {
            code.checked_mul(radix)?.checked_add(char::from(*digit).to_digit(radix)?)
        })?;
        return char::from_u32(code).filter(|c| !digits.is_empty() && !c.is_control());
    }
    if let Some((_, sign)) = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        return Some(*sign);
    }
    let (first, accent) = name.split_first()?;
    if accent.eq_ignore_ascii_case(b"th") && first.eq_ignore_ascii_case(&b'e') {
        return Some(if first.is_ascii_uppercase() { 'Đ' } else { 'đ' });
    }
    let (_, accent) = ACCENTS.iter().find(|(known, _)| known.eq_ignore_ascii_case(accent))?;
    unicode::pair(char::from(*first), *accent)
}

#[cfg(test)]
mod tests {
    use super::super::{match_key, normal, search_key};
    use super::*;
    use crate::text::{Lexed, Token, TokenKind};

    #[test]
    fn what_html_left_over_is_read_as_its_signs() {
        for (text, read) in [
            ("&ge; 50%", "≥ 50%"),
            ("&ge;&nbsp;50&nbsp;%", "≥ 50 %"),
            ("&amp;ge; 50%", "≥ 50%"),
            ("&amp;amp;lt;5", "<5"),
            ("&lt;= 5 &amp; 6", "<= 5 & 6"),
            ("&#8805;50 &#x2265;50", "≥50 ≥50"),
            ("40% &ndash; 50%", "40% - 50%"),
            ("t&ocirc;i l&agrave;", "tôi là"),
            ("T&OACUTE;m &GE; 3", "TÓm ≥ 3"),
            ("50&shy;00", "5000"),
            ("&am&shy;p;", "&"),
            ("＆lt；5", "<5"),
            ("&lt\u{37e}5", "<5"),
            // No entity: no name, no end, no sign.
            ("R&D; K&C; &;", "R&D; K&C; &;"),
            ("Khoa học & Công nghệ; Y tế", "Khoa học & Công nghệ; Y tế"),
            ("&ge 50 &#; &#x; &#xd800; &#99999999; &#10;", "&ge 50 &#; &#x; &#xd800; &#99999999; &#10;"),
        ] {
            assert_eq!(normal(text), read, "{text}");
            for key in [normal, match_key, search_key] {
                assert_eq!(key(&key(text)), key(text), "{text}");
            }
        }
    }

    #[test]
    fn marks_without_ink_mean_nothing_and_look_alikes_are_what_they_look_like() {
        for (text, plain) in [
            ("\u{feff}Sở\u{200b} Y\u{ad} tế\u{200e}", "Sở Y tế"),
            ("\u{202a}≥\u{fe0f} 5\u{2060}0\u{200d}%\u{202c}", "≥ 50%"),
            ("Ðảng ủy; Ɖảng ủy", "Đảng ủy; Đảng ủy"),
            ("ðồng, ɖồng", "đồng, đồng"),
            ("≥　５０．５％", "≥ 50.5%"),
            ("﹥5﹪", ">5%"),
        ] {
            assert_eq!(normal(text), plain);
            assert_eq!(search_key(text), search_key(plain));
        }
        assert_eq!(search_key("ÐÀ NẴNG"), "da nang");
    }

    #[test]
    fn places_are_those_of_the_text_as_written() {
        let places = |text: &'static str| {
            let lexed = Lexed::new(text);
            let place = |token: &Token<'_>| (token.kind, token.key.to_owned(), token.span.of(text));
            lexed.tokens().iter().map(place).collect::<Vec<_>>()
        };
        let (word, number, symbol) = (TokenKind::Word, TokenKind::Number, TokenKind::Symbol);
        assert_eq!(
            places("\u{feff}&ge;&nbsp;5\u{200b}0\u{200b} ％\u{ad} Ðà\u{200b}"),
            [
                (symbol('≥'), "≥".into(), "&ge;"),
                (number, "50".into(), "5\u{200b}0"),
                (symbol('%'), "%".into(), "％"),
                (word, "đà".into(), "Ðà"),
            ]
        );
    }

    #[test]
    fn any_run_of_ampersands_is_read_in_linear_work() {
        for shape in ["&", "&amp;", "&amp", "&#38;", ";", "&&;", "&shy;", "amp;"] {
            let text = shape.repeat(100_000);
            assert!(read(&text).len() <= text.len());
        }
    }
}
