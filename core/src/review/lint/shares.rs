//! Shares of more than the whole.
//!
//! A percent of over 100 is no mistake by itself: growth, what is held against another year or a budget, and the ratio of
//! two things (subscriptions to people, debt to GRDP) go beyond. So only a row whose name says that it is a share of
//! something (`tỷ lệ`, `tỷ trọng`, `độ che phủ` …), and nothing of a comparison, is called one.

use super::Lint;
use crate::codes::{FindingCode, MeasureKind};
use crate::finding::Statement;
use crate::number::Fixed;
use crate::targets::MilestoneTarget;
use crate::text::{holds, match_key};
use crate::unit::Unit;

/// Words of a part of a whole.
const SHARE: &[&str] = &["tỷ lệ", "tỷ trọng", "phần trăm", "che phủ", "bao phủ", "phủ sóng"];
/// Words of what is held against something that it may exceed.
const AGAINST: &[&str] = &[
    "tăng",
    "giảm",
    "vượt",
    "so với",
    "so sánh",
    "dự toán",
    "kế hoạch",
    "thuê bao",
    "nợ",
    "lợi nhuận",
    "lạm phát",
    "giá",
    "trên dân số",
    "/dân",
    "/100",
    "/1.000",
    "/grdp",
    "/gdp",
    "gấp",
    "bình quân",
];

impl Lint<'_> {
    pub(super) fn shares(&mut self) {
        let mut places = Vec::new();
        for (indicator, row) in self.view.rows() {
            let over = || row.targets.iter().filter(|(_, target)| is_over(target));
            if row.kind == MeasureKind::Growth || over().next().is_none() {
                continue;
            }
            let name = match_key(&indicator.name);
            if says(&name, SHARE) && !says(&name, AGAINST) {
                let is_share = |text: &str| !says(&match_key(text), AGAINST);
                let cells = over().filter(|(_, target)| is_share(&target.text));
                places.extend(cells.map(|(year, _)| self.indicator(&indicator.code).at(*year)));
            }
        }
        self.add_all(FindingCode::ShareOverWhole, places, Statement::ShareOverWhole);
    }
}

/// Whether a percent of nothing named, no change, is of more than 100.
fn is_over(target: &MilestoneTarget) -> bool {
    let whole = Fixed::from_int(100);
    let is_level = target.base.is_none() && target.change.is_none() && target.unit == Some(Unit::Percent);
    let over = |number: &Option<Fixed>| number.is_some() && *number > whole;
    is_level && [target.value, target.low, target.high].iter().any(over) || target.parts.iter().any(is_over)
}

fn says(key: &str, words: &[&str]) -> bool {
    words.iter().any(|word| holds(key, word))
}
