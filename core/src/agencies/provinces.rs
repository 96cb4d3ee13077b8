//! The provinces of 2025, those they came from, and the bodies that each of them has.
//!
//! Kept as a table: 64 names, from which the committees, councils and party committees are made.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::{Agency, Ended};
use crate::codes::Level;
use crate::sorted::Set;
use crate::text::{Token, match_key, search_key};

/// What merged the provinces from 1 July 2025, and what names them.
const MERGED: &str = "Nghị quyết 202/2025/QH15";
/// What made Thừa Thiên Huế the city of Huế from 1 January 2025.
const HUE: &str = "Nghị quyết 175/2024/QH15";

/// A province: its name, whether it is a city, and the one it went into.
struct Province(&'static str, bool, &'static str);

const PROVINCES: &[Province] = &[
    Province("Hà Nội", true, ""),
    Province("Huế", true, ""),
    Province("Thừa Thiên Huế", false, "Huế"),
    Province("Lai Châu", false, ""),
    Province("Điện Biên", false, ""),
    Province("Sơn La", false, ""),
    Province("Lạng Sơn", false, ""),
    Province("Quảng Ninh", false, ""),
    Province("Thanh Hóa", false, ""),
    Province("Nghệ An", false, ""),
    Province("Hà Tĩnh", false, ""),
    Province("Cao Bằng", false, ""),
    Province("Tuyên Quang", false, ""),
    Province("Hà Giang", false, "Tuyên Quang"),
    Province("Lào Cai", false, ""),
    Province("Yên Bái", false, "Lào Cai"),
    Province("Thái Nguyên", false, ""),
    Province("Bắc Kạn", false, "Thái Nguyên"),
    Province("Phú Thọ", false, ""),
    Province("Vĩnh Phúc", false, "Phú Thọ"),
    Province("Hòa Bình", false, "Phú Thọ"),
    Province("Bắc Ninh", false, ""),
    Province("Bắc Giang", false, "Bắc Ninh"),
    Province("Hưng Yên", false, ""),
    Province("Thái Bình", false, "Hưng Yên"),
    Province("Hải Phòng", true, ""),
    Province("Hải Dương", false, "Hải Phòng"),
    Province("Ninh Bình", false, ""),
    Province("Hà Nam", false, "Ninh Bình"),
    Province("Nam Định", false, "Ninh Bình"),
    Province("Quảng Trị", false, ""),
    Province("Quảng Bình", false, "Quảng Trị"),
    Province("Đà Nẵng", true, ""),
    Province("Quảng Nam", false, "Đà Nẵng"),
    Province("Quảng Ngãi", false, ""),
    Province("Kon Tum", false, "Quảng Ngãi"),
    Province("Gia Lai", false, ""),
    Province("Bình Định", false, "Gia Lai"),
    Province("Khánh Hòa", false, ""),
    Province("Ninh Thuận", false, "Khánh Hòa"),
    Province("Lâm Đồng", false, ""),
    Province("Đắk Nông", false, "Lâm Đồng"),
    Province("Bình Thuận", false, "Lâm Đồng"),
    Province("Đắk Lắk", false, ""),
    Province("Phú Yên", false, "Đắk Lắk"),
    Province("Hồ Chí Minh", true, ""),
    Province("Bình Dương", false, "Hồ Chí Minh"),
    Province("Bà Rịa - Vũng Tàu", false, "Hồ Chí Minh"),
    Province("Đồng Nai", false, ""),
    Province("Bình Phước", false, "Đồng Nai"),
    Province("Tây Ninh", false, ""),
    Province("Long An", false, "Tây Ninh"),
    Province("Cần Thơ", true, ""),
    Province("Sóc Trăng", false, "Cần Thơ"),
    Province("Hậu Giang", false, "Cần Thơ"),
    Province("Vĩnh Long", false, ""),
    Province("Bến Tre", false, "Vĩnh Long"),
    Province("Trà Vinh", false, "Vĩnh Long"),
    Province("Đồng Tháp", false, ""),
    Province("Tiền Giang", false, "Đồng Tháp"),
    Province("Cà Mau", false, ""),
    Province("Bạc Liêu", false, "Cà Mau"),
    Province("An Giang", false, ""),
    Province("Kiên Giang", false, "An Giang"),
];

/// The three bodies that every province has: the beginning of the id, the name's head and its short form; the party's
/// committee has the kind of its province in the head.
const HEADS: [(&str, &str, &str, Level); 3] = [
    ("ubnd", "Ủy ban nhân dân", "UBND", Level::Province),
    ("hdnd", "Hội đồng nhân dân", "HĐND", Level::Province),
    ("cap-uy", "", "", Level::Party),
];

fn slug(name: &str) -> String {
    search_key(name).split([' ', '-']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// The bodies of the provinces, each with its source.
pub(super) fn bodies() -> impl Iterator<Item = Agency> {
    PROVINCES.iter().flat_map(|province| HEADS.iter().filter_map(|head| body(province, head)))
}

fn body(
    Province(name, is_city, into): &Province,
    (id, long, short, level): &(&str, &str, &str, Level),
) -> Option<Agency> {
    let (is_party, kind) = (*level == Level::Party, if *is_city { "thành phố" } else { "tỉnh" });
    let mut aliases = Vec::new();
    let full = if is_party {
        format!("{} {name}", if *is_city { "Thành ủy" } else { "Tỉnh ủy" })
    } else {
        aliases.push(format!("{short} {kind} {name}"));
        aliases.extend(is_city.then(|| format!("{short} TP {name}")));
        aliases.extend(is_city.then(|| format!("{short} TP. {name}")));
        format!("{long} {kind} {name}")
    };
    if *name == "Hồ Chí Minh" {
        let head = if is_party { "Thành ủy" } else { short };
        aliases.extend(["TP.HCM", "TPHCM", "TP HCM", "TP. HCM"].map(|city| format!("{head} {city}")));
        aliases.extend(is_party.then(|| "Thành ủy Thành phố Hồ Chí Minh".to_owned()));
    }
    let (on, source) = if *into == "Huế" { ((2025, 1, 1), HUE) } else { ((2025, 7, 1), MERGED) };
    let ended = if into.is_empty() {
        None
    } else {
        let on = NaiveDate::from_ymd_opt(on.0, on.1, on.2)?;
        Some(Ended { on, successor: Some(format!("{id}-{}", slug(into))), source: source.to_owned() })
    };
    Some(Agency {
        id: format!("{id}-{}", slug(name)),
        name: full,
        aliases,
        level: *level,
        place: Some((*name).to_owned()),
        begun: None,
        source: ended.is_none().then(|| MERGED.to_owned()),
        ended,
    })
}

/// Whether words begin with the name of a province.
pub(super) fn begins(tokens: &[Token<'_>]) -> bool {
    static NAMES: LazyLock<Set<String>> = LazyLock::new(|| {
        PROVINCES.iter().map(|province| match_key(province.0)).chain(["hcm".to_owned()]).collect()
    });
    let mut words = String::new();
    tokens.iter().take(6).any(|token| {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(token.key);
        NAMES.contains(words.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agencies::{Registry, Succession};

    #[test]
    fn thirty_four_provinces_came_from_sixty_three() {
        let now = PROVINCES.iter().filter(|province| province.2.is_empty()).count();
        assert_eq!((now, PROVINCES.len()), (34, 64));
        assert_eq!(PROVINCES.iter().filter(|province| province.1).count(), 6);
        for Province(name, _, into) in PROVINCES {
            let found = PROVINCES.iter().find(|province| province.0 == *into);
            assert!(into.is_empty() || found.is_some_and(|into| into.2.is_empty()), "{name}");
        }
    }

    #[test]
    fn a_province_that_went_into_another_is_succeeded_by_its_committee() {
        let registry = Registry::builtin();
        let on = |day: &str, name: &str| {
            let id = &registry.find(name).unwrap().id;
            match registry.succession(id, day.parse().unwrap()) {
                Succession::Succeeded { successor } => registry.agency(&successor).unwrap().name.clone(),
                other => format!("{other:?}"),
            }
        };
        assert_eq!(on("2025-07-01", "UBND tỉnh Tiền Giang"), "Ủy ban nhân dân tỉnh Đồng Tháp");
        assert_eq!(on("2025-06-30", "UBND tỉnh Tiền Giang"), "Same");
        assert_eq!(on("2025-07-01", "UBND tỉnh Phú Yên"), "Ủy ban nhân dân tỉnh Đắk Lắk");
        assert_eq!(
            on("2025-07-01", "HĐND tỉnh Bà Rịa - Vũng Tàu"),
            "Hội đồng nhân dân thành phố Hồ Chí Minh"
        );
        assert_eq!(on("2025-01-01", "Tỉnh ủy Thừa Thiên Huế"), "Thành ủy Huế");
        assert_eq!(on("2026-01-01", "UBND TP.HCM"), "Same");
    }
}
