//! Groups: words that stand for many bodies (`các sở, ban, ngành`, `UBND các xã, phường`).
//!
//! A group is a run of nouns, or the committees of a list of places: after `các` or `cấp`, or of two kinds of places or
//! more. Which of them, what they do and where is said after it.

use crate::text::{Token, TokenKind, starts_with};

use super::names::is_join;
use super::said::{Said, leads, said};

/// A list of places is looked at so far: every kind of them twice.
const MOST: usize = 18;

/// Nouns that a collective lead strings together, the longer of those that begin alike first.
const NOUNS: &[&[&str]] = &[
    &["sở", "ngành"],
    &["cơ", "quan"],
    &["đơn", "vị"],
    &["địa", "phương"],
    &["doanh", "nghiệp"],
    &["trường", "học"],
    &["trường", "đại", "học"],
    &["trường", "cao", "đẳng"],
    &["trường", "trung", "cấp"],
    &["trường", "mầm", "non"],
    &["trường", "tiểu", "học"],
    &["trường", "trung", "học"],
    &["trường", "phổ", "thông"],
    &["trường", "thcs"],
    &["trường", "thpt"],
    &["mầm", "non"],
    &["tiểu", "học"],
    &["thcs"],
    &["thpt"],
    &["đại", "học"],
    &["cao", "đẳng"],
    &["trung", "cấp"],
    &["học", "viện"],
    &["viện", "nghiên", "cứu"],
    &["cơ", "sở"],
    &["bệnh", "viện"],
    &["đoàn", "thể"],
    &["tổ", "chức"],
    &["hiệp", "hội"],
    &["hợp", "tác", "xã"],
    &["tập", "đoàn"],
    &["tổng", "công", "ty"],
    &["công", "ty"],
    &["ngân", "hàng"],
    &["người", "dân"],
    &["nhà", "mạng"],
    &["nhà", "khoa", "học"],
    &["chuyên", "gia"],
    &["nhà", "đầu", "tư"],
    &["nhà", "trường"],
    &["chủ", "đầu", "tư"],
    &["hộ", "gia", "đình"],
    &["hộ", "kinh", "doanh"],
    &["hộ", "dân"],
    &["cá", "nhân"],
    &["cộng", "đồng"],
    &["cấp", "ủy"],
    &["tỉnh", "ủy"],
    &["thành", "ủy"],
    &["thị", "ủy"],
    &["quận", "ủy"],
    &["huyện", "ủy"],
    &["đảng", "ủy"],
    &["đảng", "bộ"],
    &["chi", "bộ"],
    &["chính", "quyền"],
    &["chi", "cục"],
    &["đặc", "khu"],
    &["thị", "trấn"],
    &["thị", "xã"],
    &["thành", "phố"],
    &["tổ", "dân", "phố"],
    &["tổ", "hợp", "tác"],
    &["khu", "phố"],
    &["trung", "tâm"],
    &["sở"],
    &["ban"],
    &["ngành"],
    &["phòng"],
    &["bộ"],
    &["cục"],
    &["vụ"],
    &["viện"],
    &["trường"],
    &["hội"],
    &["thôn"],
    &["bản"],
    &["ấp"],
    &["thị"],
    &["xã"],
    &["phường"],
    &["huyện"],
    &["quận"],
    &["tỉnh"],
];

/// Kinds of places, each with the level of its committee.
const PLACES: &[(&[&str], Tier)] = &[
    (&["xã"], Tier::Commune),
    (&["phường"], Tier::Commune),
    (&["đặc", "khu"], Tier::Commune),
    (&["thị", "trấn"], Tier::Commune),
    (&["huyện"], Tier::District),
    (&["quận"], Tier::District),
    (&["thị", "xã"], Tier::District),
    (&["thị"], Tier::District),
    (&["thành", "phố"], Tier::City),
    (&["tỉnh"], Tier::Province),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tier {
    Commune,
    District,
    /// Of a province, or the province itself.
    City,
    Province,
}

/// How many tokens make a plural here: `các`, `một số`, `tất cả các`.
pub(super) fn plural(tokens: &[Token<'_>]) -> usize {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.key);
    let length = match (word(0), word(1)) {
        ("các" | "những" | "mọi" | "mỗi" | "từng", _) => return 1,
        ("một", "số") | ("toàn", "bộ" | "thể") | ("tất", "cả") => 2,
        _ => return 0,
    };
    length + usize::from(word(length) == "các")
}

/// How many tokens are one noun of a group; `loose` where what follows may say which of them in any words.
pub(super) fn noun(tokens: &[Token<'_>], text: &str, loose: bool) -> Option<usize> {
    let first = tokens.first()?;
    let mut nouns = NOUNS.iter().filter(|words| words.first().is_some_and(|word| *word == first.key));
    let noun = nouns.find(|words| {
        starts_with(tokens, words)
            && tokens.get(words.len()).is_none_or(|next| ends(tokens, words, next, text, loose))
    })?;
    Some(noun.len())
}

fn ends(tokens: &[Token<'_>], noun: &[&str], next: &Token<'_>, text: &str, loose: bool) -> bool {
    if next.kind != TokenKind::Word || is_join(next) {
        return true;
    }
    let rest = tokens.get(noun.len()..).unwrap_or(&[]);
    // `Cơ quan thường trực`, `Đơn vị chủ trì`: what one body does.
    if matches!(noun, ["cơ", "quan"] | ["đơn", "vị"]) && leads(tokens) {
        return false;
    }
    if said(rest).is_some_and(|said| said == Said::Tail) {
        return true;
    }
    // `ban quản lý`, `bộ chỉ huy`, `hội đồng` begin the name of one body.
    let office = match noun {
        ["ban"] => matches!(next.key, "quản" | "chỉ" | "chấp" | "thường" | "tổ" | "tuyên" | "nội" | "dân"),
        ["bộ"] => matches!(next.key, "chỉ" | "đội" | "tư" | "phận"),
        ["hội"] => matches!(next.key, "đồng" | "nông" | "phụ" | "cựu" | "liên"),
        ["trung", "tâm"] | ["viện" | "trường" | "vụ" | "cục" | "phòng"] => !loose,
        _ => false,
    };
    if office {
        return false;
    }
    said(rest).is_some() || loose || (noun == ["doanh", "nghiệp"] && !next.starts_upper(text))
}

/// The committees of places.
pub(super) struct Committees {
    pub(super) tokens: usize,
    /// The words under which the registry has them, where all are of one tier.
    pub(super) name: Option<&'static [&'static str]>,
}

/// `UBND các xã, phường`, `UBND xã, phường, đặc khu`, `Ủy ban nhân dân cấp huyện, cấp xã`, `HĐND, UBND các xã`.
pub(super) fn committees(tokens: &[Token<'_>], text: &str) -> Option<Committees> {
    let from = |at: usize| tokens.get(at..).unwrap_or(&[]);
    let head = |at: usize| {
        let heads: [(&[&str], bool); 6] = [
            (&["ubnd"], true),
            (&["ủy", "ban", "nhân", "dân"], true),
            (&["hđnd"], false),
            (&["hội", "đồng", "nhân", "dân"], false),
            (&["đảng", "ủy"], false),
            (&["công", "an"], false),
        ];
        let rest = from(at);
        heads
            .iter()
            .find(|(words, _)| starts_with(rest, words))
            .map(|(words, executive)| (words.len(), *executive))
    };
    // `các UBND xã, phường`
    let plural_head = plural(tokens);
    let (words, mut executive) = head(plural_head)?;
    let mut at = plural_head + words;
    while at < MOST
        && let Some((more, also)) = from(at).first().filter(|join| is_join(join)).and_then(|_| head(at + 1))
    {
        at += 1 + more;
        executive &= also;
    }
    let each = plural(from(at));
    at += each;
    let each = each.max(plural_head);
    let (mut tiers, mut level, mut end): (Vec<Tier>, bool, usize) = (Vec::new(), false, at);
    while tiers.len() < MOST {
        if from(at).first().is_some_and(|word| word.is_word("cấp")) {
            (level, at) = (true, at + 1);
        } else if !tiers.is_empty() {
            at += plural(from(at));
        }
        let Some((words, tier)) = PLACES.iter().find(|(words, _)| starts_with(from(at), words)) else {
            break;
        };
        tiers.push(*tier);
        at += words.len();
        end = at;
        match from(at).first() {
            Some(join) if is_join(join) || join.is_word("hoặc") => at += 1,
            // `các xã phường`
            _ if PLACES.iter().any(|(words, _)| starts_with(from(at), words)) => {}
            _ => break,
        }
    }
    let named = from(end)
        .first()
        .is_some_and(|next| next.kind == TokenKind::Word && next.starts_upper(text) && !is_join(next));
    let many = each > 0 || level || (tiers.len() > 1 && !named);
    if tiers.is_empty() || !many {
        return None;
    }
    let all = |kinds: &[Tier]| executive && tiers.iter().all(|tier| kinds.contains(tier));
    let name: Option<&'static [&'static str]> = if all(&[Tier::Commune]) {
        Some(&["ủy", "ban", "nhân", "dân", "cấp", "xã"])
    } else if all(&[Tier::Province, Tier::City]) && tiers.contains(&Tier::Province) {
        Some(&["ủy", "ban", "nhân", "dân", "cấp", "tỉnh"])
    } else if all(&[Tier::District, Tier::City]) && (each > 0 || level || tiers.len() > 2) {
        Some(&["ủy", "ban", "nhân", "dân", "cấp", "huyện"])
    } else {
        None
    };
    Some(Committees { tokens: end, name })
}

/// Kinds of places in a row, three at most, each in its words.
pub(super) type Kinds = [Option<&'static [&'static str]>; 3];

/// The kinds of places after a plural, and how many tokens both are: `các tỉnh, thành phố`.
pub(super) fn kinds(tokens: &[Token<'_>]) -> Option<(Kinds, usize)> {
    let (mut kinds, mut at, mut end) = (Kinds::default(), plural(tokens), None);
    if at == 0 {
        return None;
    }
    for kind in &mut kinds {
        let rest = tokens.get(at..).unwrap_or(&[]);
        let Some((words, _)) = PLACES.iter().find(|(words, _)| starts_with(rest, words)) else { break };
        *kind = Some(words);
        end = Some(at + words.len());
        at += words.len() + usize::from(rest.get(words.len()).is_some_and(is_join));
    }
    Some((kinds, end?))
}

/// How many tokens are a list of kinds of places or nouns after a plural: `các xã, phường`.
pub(super) fn places(tokens: &[Token<'_>]) -> Option<usize> {
    let each = plural(tokens);
    let mut at = each;
    let mut end = None;
    while each > 0 && at < 2 * MOST {
        let rest = tokens.get(at..).unwrap_or(&[]);
        let known = PLACES.iter().map(|(words, _)| *words).chain([
            &["sở"][..],
            &["cấp"],
            &["ngành"],
            &["ban"],
            &["địa", "phương"],
            &["thôn"],
            &["bản"],
            &["tổ", "dân", "phố"],
            &["khu", "phố"],
        ]);
        let Some(words) = known.into_iter().find(|words| starts_with(rest, words)) else { break };
        at += words.len();
        end = Some(at);
        match tokens.get(at) {
            Some(join) if is_join(join) => at += 1,
            _ => break,
        }
    }
    end
}
