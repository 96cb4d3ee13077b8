//! The tables of Unicode that the core carries, made from `unicode-normalization` and the standard library.

use std::fmt::Write as _;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, compose, is_combining_mark};

/// Where they stand.
pub const TABLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/src/text/unicode/generated/tables.rs");

fn every() -> impl Iterator<Item = char> {
    '\0'..=char::MAX
}

/// Numbers as the core unpacks them: seven bits a byte, the lowest first, the last with its high bit clear.
fn pack(numbers: &[u32]) -> Vec<u8> {
    let mut packed = Vec::new();
    for number in numbers {
        let mut rest = *number;
        while rest > 0x7f {
            packed.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        packed.push(rest as u8);
    }
    packed
}

fn unsigned(number: i64) -> u32 {
    u32::try_from(if number < 0 { -2 * number - 1 } else { 2 * number }).unwrap()
}

/// The columns of what is composed of what: steps from one to the next, with a low bit where the two do not compose again.
fn compositions() -> [Vec<u32>; 3] {
    let full = |c: char| std::iter::once(c).nfd().collect::<String>();
    let is_hangul = |c: &char| ('\u{ac00}'..='\u{d7a3}').contains(c);
    let composed: Vec<char> =
        every().filter(|c| !is_hangul(c) && full(*c).chars().ne(std::iter::once(*c))).collect();
    let (mut steps, mut firsts, mut seconds) = (Vec::new(), Vec::new(), Vec::new());
    let (mut last, mut last_first) = (0, 0);
    for c in &composed {
        let parts = full(*c);
        let mut rest = parts.chars();
        let second = rest.next_back().filter(|_| parts.chars().count() > 1);
        let head = if second.is_some() { rest.as_str() } else { &*parts };
        // The head is one scalar value, or what one is composed of: what composes again is taken before what does not.
        let whole = |of: &&char| full(**of) == head && *of != c;
        let again: Vec<char> = head.nfc().collect();
        let first = match (&head.chars().collect::<Vec<_>>()[..], &again[..]) {
            ([one], _) | (_, [one]) => *one,
            _ => *composed.iter().find(whole).expect("what is composed of three is composed of two"),
        };
        let again = second.is_some_and(|second| compose(first, second) == Some(*c));
        steps.push((u32::from(*c) - last) << 1 | u32::from(!again));
        firsts.push(unsigned(i64::from(u32::from(first)) - last_first));
        seconds.push(second.map_or(0, |second| 1 + unsigned(i64::from(u32::from(second)) - 0x300)));
        (last, last_first) = (u32::from(*c), i64::from(u32::from(first)));
    }
    [steps, firsts, seconds]
}

fn marks() -> Vec<u32> {
    let mut ranges: Vec<(u32, u32, u8)> = Vec::new();
    for c in every().filter(|c| is_combining_mark(*c)) {
        let (code, class) = (u32::from(c), canonical_combining_class(c));
        match ranges.last_mut() {
            Some((_, to, known)) if *to + 1 == code && *known == class => *to = code,
            _ => ranges.push((code, code, class)),
        }
    }
    let mut last = 0;
    let mut numbers = Vec::new();
    for (from, to, class) in ranges {
        numbers.extend([from - last, to - from, class.into()]);
        last = to;
    }
    numbers
}

fn capitals() -> Vec<u32> {
    // From, to, the step if it is known, the way to the small letters.
    let mut ranges: Vec<(u32, u32, Option<u32>, i64)> = Vec::new();
    for c in every() {
        let small: Vec<char> = c.to_lowercase().collect();
        let [small] = small[..] else { continue };
        let code = u32::from(c);
        let way = i64::from(u32::from(small)) - i64::from(code);
        if way == 0 {
            continue;
        }
        match ranges.last_mut() {
            Some((_, to, step, known))
                if *known == way && code - *to <= 2 && step.is_none_or(|step| step == code - *to) =>
            {
                *step = Some(code - *to);
                *to = code;
            }
            _ => ranges.push((code, code, None, way)),
        }
    }
    let mut last = 0;
    let mut numbers = Vec::new();
    for (from, to, step, way) in ranges {
        numbers.extend([from - last, (to - from) << 1 | u32::from(step == Some(2)), unsigned(way)]);
        last = to;
    }
    numbers
}

/// The source of the core's tables.
#[must_use]
pub fn tables() -> String {
    let mut source = String::from(
        "//! Generated from `unicode-normalization` and the standard library; made anew by\n\
         //! `cargo run -p tiendo-tests --bin unicode-tables`.\n\n\
         //! Tables of numbers: seven bits a byte, the lowest first, the last with its high bit clear.\n",
    );
    let [steps, firsts, seconds] = compositions();
    let tables = [
        (
            "COMPOSED",
            "What is composed: the way from one to the next, doubled; odd where its parts do not compose again.",
            steps,
        ),
        ("FIRST", "What each begins with: the way from the one before.", firsts),
        ("SECOND", "What stands on it: 0 for nothing, else one more than the way from U+0300.", seconds),
        ("MARKS", "Ranges of marks: the way from the last, the way to the end, the class.", marks()),
        (
            "CAPITALS",
            "Ranges of capitals: the way from the last, the way to the end, doubled and odd where every second is one, the way to the small letter.",
            capitals(),
        ),
    ];
    for (name, doc, numbers) in tables {
        _ = write!(source, "\n/// {doc}\npub(super) const {name}: &[u8] = b\"");
        let mut room = 0;
        for byte in pack(&numbers) {
            let shown = match byte {
                b'"' | b'\\' => format!("\\{}", char::from(byte)),
                b' ' => "\\x20".to_owned(),
                0x21..0x7f => char::from(byte).to_string(),
                byte => format!("\\x{byte:02x}"),
            };
            if room < shown.len() {
                source.push_str("\\\n    ");
                room = 104;
            }
            room -= shown.len();
            source.push_str(&shown);
        }
        source.push_str("\";\n");
    }
    source
}
