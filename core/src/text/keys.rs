//! Keys: the forms in which two spellings of the same words are equal.

use super::signs;
use super::unicode::{decomposed, is_composed, is_joining, is_mark, nfc, without_case};

/// The normal form: NFC, every run of white space (no-break spaces included) one space, trimmed, dashes `-` and quotes
/// straight; marks without ink left out, look-alike letters and what HTML left over as the signs they stand for.
///
/// ```
/// assert_eq!(tiendo::text::normal("  40%\u{a0}–  50% "), "40% - 50%");
/// assert_eq!(tiendo::text::normal("Ðạt &ge;\u{200b} 50％"), "Đạt ≥ 50%");
/// ```
pub fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (c, _) in composed(text) {
        let c = plain(c);
        if c != ' ' || !(out.is_empty() || out.ends_with(' ')) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The key under which two spellings of the same words are equal: the [`normal`] form without case, with one
/// tone placement and one spelling of the pairs officials mix.
///
/// ```
/// use tiendo::text::match_key;
/// assert_eq!(match_key("Phòng Văn hoá"), match_key("phòng văn hóa"));
/// assert_eq!(match_key("Quí IV"), match_key("Quý IV"));
/// ```
pub fn match_key(text: &str) -> String {
    let mut lower = without_case(&normal(text));
    // A small letter may be written with a mark in one piece where the capital has none: `J̌` and `ǰ`.
    if !is_composed(&lower) {
        lower = nfc(lower.chars()).into_iter().collect();
    }
    let mut out = String::with_capacity(lower.len());
    let mut rest = lower.as_str();
    while !rest.is_empty() {
        let word = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
        let (head, tail) = rest.split_at_checked(word).unwrap_or((rest, ""));
        let from = out.len();
        out.push_str(head);
        fold_word(&mut out, from);
        let gap = tail.find(is_of_word).unwrap_or(tail.len());
        let (between, next) = tail.split_at_checked(gap).unwrap_or((tail, ""));
        out.push_str(between);
        rest = next;
    }
    out
}

/// The key under which text typed without diacritics finds text with them.
///
/// ```
/// assert_eq!(tiendo::text::search_key("Đô thị thông minh"), "do thi thong minh");
/// ```
pub fn search_key(text: &str) -> String {
    without_marks(&match_key(text))
}

/// The search key of what is a match key already.
pub(crate) fn without_marks(key: &str) -> String {
    let bare = decomposed(key.chars()).filter(|c| !is_mark(*c));
    let bare: String = bare.map(|c| if c == 'đ' { 'd' } else { c }).collect();
    // Spaces that only marks parted have met; a word of plain letters is as it must be.
    if bare.bytes().all(|byte| byte.is_ascii_alphanumeric()) { bare } else { normal(&bare) }
}

/// Whether a text holds another; after Knuth, Morris and Pratt.
pub(crate) fn holds(text: &str, part: &str) -> bool {
    let part = part.as_bytes();
    // Of each beginning of the part, how much of the part it ends with.
    let mut ends: Vec<usize> = Vec::with_capacity(part.len());
    let further = |ends: &[usize], mut fits: usize, byte: u8| {
        while fits > 0 && part.get(fits) != Some(&byte) {
            fits = ends.get(fits - 1).copied().unwrap_or(0);
        }
        fits + usize::from(part.get(fits) == Some(&byte))
    };
    for byte in part {
        let fits = ends.last().map_or(0, |fits| further(&ends, *fits, *byte));
        ends.push(fits);
    }
    let mut fits = 0;
    part.is_empty()
        || text.bytes().any(|byte| {
            fits = further(&ends, fits, byte);
            fits == part.len()
        })
}

/// The scalar values of the NFC form of `text`, each with the place in `text` it came from: for what composed, the place
/// where its letter or sign stands.
pub(super) fn composed(text: &str) -> impl Iterator<Item = (char, u32)> + '_ {
    let odd = signs::is_odd(text).then(|| signs::read(text));
    let (already, text) = if odd.is_some() { (false, "") } else { (is_composed(text), text) };
    let mut source = odd.into_iter().flatten().chain(text.chars().zip(0_u32..)).peekable();
    let mut run: Vec<(char, u32)> = Vec::new();
    std::iter::from_fn(move || {
        if let Some(next) = run.pop() {
            return Some(next);
        }
        let (first, at) = source.next()?;
        // Nothing composes with a digit or a space: marks after one have their own places.
        if already || first.is_ascii_digit() || plain(first) == ' ' {
            return Some((first, at));
        }
        // A letter and what follows it compose together; nothing composes across such runs.
        let mut letters = vec![first];
        let mut last = first;
        while let Some((next, _)) = source.next_if(|(c, _)| is_mark(*c) || joins(last, *c)) {
            letters.push(next);
            last = next;
        }
        run.extend(nfc(letters.into_iter()).into_iter().map(|c| (c, at)));
        run.reverse();
        run.pop()
    })
}

/// Whether a scalar value is a letter; those that Vietnamese uses are known without a search in the table of all.
#[inline]
pub(super) fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | '\u{1e00}'..='\u{1eff}' => true,
        c => !c.is_ascii() && c.is_alphabetic(),
    }
}

/// Whether a scalar value goes on with a word: a letter, a digit, or a mark, which makes another word of it.
#[inline]
pub(super) fn is_of_word(c: char) -> bool {
    is_letter(c) || c.is_numeric() || is_mark(c)
}

/// Whether a letter may become one with the letter before it, as the vowels and finals of Hangul do.
fn joins(last: char, c: char) -> bool {
    c.is_alphabetic() && last.is_alphabetic() && is_joining(c)
}

/// One scalar value with white space, dashes and quotes made plain.
#[inline]
pub(super) fn plain(c: char) -> char {
    match c {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹣' | '－' => '-',
        '‘' | '’' | '‚' | '′' => '\'',
        '“' | '”' | '„' | '″' | '«' | '»' => '"',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Open syllables in which the tone stands on the first vowel (`hóa`) or, as older spelling has it, the second.
const TONES: [(&str, &str); 15] = [
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oè", "òe"),
    ("oé", "óe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uỳ", "ùy"),
    ("uý", "úy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
];

/// Folds the lower-case word that begins at byte `from` of `key`.
pub(super) fn fold_word(key: &mut String, from: usize) {
    let word = key.get(from..).unwrap_or("");
    let same = match word {
        "quí" => Some("quý"),
        "hằng" => Some("hàng"),
        "tỉ" => Some("tỷ"),
        _ => None,
    };
    if let Some(same) = same {
        key.truncate(from);
        key.push_str(same);
        return;
    }
    // `quý` keeps its tone: there the `u` belongs to the consonant.
    if word.is_ascii() || word.starts_with("qu") {
        return;
    }
    if let Some((old, new)) = TONES.iter().find(|(old, _)| word.ends_with(old)) {
        key.truncate(key.len() - old.len());
        key.push_str(new);
    }
}

/// Every scalar value that a key changes or that changes with its neighbours.
#[cfg(test)]
pub(super) fn odd_chars() -> impl Iterator<Item = char> {
    use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
    ('\0'..=char::MAX).filter(|c| {
        let one = || std::iter::once(*c);
        c.is_ascii()
            || is_mark(*c)
            || plain(*c) != *c
            || signs::is_odd(c.encode_utf8(&mut [0; 4]))
            || !one().eq(c.to_lowercase())
            || is_nfc_quick(one()) != IsNormalized::Yes
            || (!one().nfd().eq(one()) && !matches!(c, '\u{ac20}'..='\u{d7a3}'))
    })
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    /// Every scalar value that a key changes or that changes with its neighbours, among those that could change with it.
    fn odd_texts() -> impl Iterator<Item = String> {
        let frames: [fn(char) -> String; 4] = [
            |c| format!(" {c} "),
            |c| format!("Ho{c}\u{302}à{c}"),
            |c| format!("{c}\u{30c}\u{323}{c}\u{301}"),
            |c| format!("TO\u{300}A {c}Uý"),
        ];
        odd_chars().flat_map(move |c| frames.map(|frame| frame(c)))
    }

    #[test]
    fn a_key_of_a_key_is_the_key() {
        for text in odd_texts() {
            for key in [normal, match_key, search_key] {
                let once = key(&text);
                assert_eq!(key(&once), once, "{}", text.escape_unicode());
            }
        }
    }

    #[test]
    fn runs_compose_to_the_composed_text() {
        for text in odd_texts() {
            let runs: String = composed(&text).map(|(c, _)| plain(c)).collect();
            let read = signs::read(&text).into_iter().map(|(c, _)| c);
            assert_eq!(runs, read.nfc().map(plain).collect::<String>(), "{}", text.escape_unicode());
        }
    }

    #[test]
    fn a_text_holds_what_it_is_said_to_hold() {
        let texts: Vec<String> = (0..1 << 7).map(|bits| format!("{bits:b}").replace('1', "ế")).collect();
        for text in &texts {
            for part in texts.iter().map(String::as_str).chain(["", "ếế0ế0", "1"]) {
                assert_eq!(holds(text, part), text.contains(part), "{part} in {text}");
            }
        }
    }

    #[test]
    fn letters_are_those_of_unicode() {
        assert!(('\0'..=char::MAX).all(|c| is_letter(c) == c.is_alphabetic()));
    }

    #[test]
    fn spellings_of_one_word_have_one_key() {
        for (a, b) in [("J\u{30c}", "ǰ"), ("Thuỷ", "THỦY"), ("ho\u{300}a", "hoà"), ("quí", "Quý")] {
            assert_eq!(match_key(a), match_key(b));
        }
        assert_eq!(search_key(" a \u{301} b "), "a b");
    }
}
