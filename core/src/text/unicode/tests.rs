//! What the tables say, and what is made of them, is what `unicode-normalization` and the standard library make.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

use super::*;

fn every() -> impl Iterator<Item = char> {
    '\0'..=char::MAX
}

#[test]
fn every_scalar_value_is_what_unicode_says() {
    for c in every() {
        let one = || std::iter::once(c);
        assert!(decomposed(one()).eq(one().nfd()), "{c:?}");
        assert!(nfc(one()).into_iter().eq(one().nfc()), "{c:?}");
        assert_eq!((is_mark(c), class(c)), (is_combining_mark(c), canonical_combining_class(c)), "{c:?}");
        let quick = unicode_normalization::is_nfc_quick(one());
        let is_quick = quick == unicode_normalization::IsNormalized::Yes && canonical_combining_class(c) == 0;
        assert_eq!(is_settled(c), is_quick, "{c:?}");
        assert_eq!(is_joining(c), quick == unicode_normalization::IsNormalized::Maybe, "{c:?}");
        let mut small = String::new();
        push_small(c, &mut small);
        assert!(small.chars().eq(c.to_lowercase()), "{c:?}");
    }
}

/// Texts of what composes, what is composed and what stands between: each scalar value behind, before and between marks, and
/// long ones as a small walk finds them.
#[test]
fn texts_compose_as_unicode_says() {
    let odd: Vec<char> =
        every().filter(|c| !is_settled(*c) || !decomposed(std::iter::once(*c)).eq([*c])).collect();
    let same = |text: &str| {
        assert!(nfc(text.chars()).into_iter().eq(text.nfc()), "{}", text.escape_unicode());
        assert!(decomposed(text.chars()).eq(text.nfd()), "{}", text.escape_unicode());
        assert_eq!(is_composed(text), unicode_normalization::is_nfc(text), "{}", text.escape_unicode());
    };
    for c in &odd {
        for text in [format!("a{c}\u{323}\u{302}"), format!("o\u{302}{c}\u{31b}{c}"), format!("\u{301}{c}ế")]
        {
            same(&text);
        }
    }
    let mut seed = 7_u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize
    };
    let letters: Vec<char> =
        "aAoOuUeEiyđ 1\u{302}\u{301}\u{323}\u{31b}\u{306}\u{309}\u{1100}\u{1161}\u{11a8}가".chars().collect();
    for round in 0..20_000 {
        let of =
            |at: usize| if at.is_multiple_of(3) { odd[at % odd.len()] } else { letters[at % letters.len()] };
        same(&(0..round % 40).map(|_| of(next())).collect::<String>());
    }
}
