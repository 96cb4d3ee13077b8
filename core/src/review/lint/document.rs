//! The document itself: its headings, its dates, its level.

use super::Lint;
use crate::codes::{FindingCode, ItemKind, Level, NoteCode};
use crate::finding::{Finding, Place, Statement};
use crate::text::match_key;

impl Lint<'_> {
    pub(super) fn document(&mut self) {
        let plan = self.plan;
        let lost = plan.pillars.iter().filter(|pillar| pillar.note == Some(NoteCode::HeadingLost));
        let places: Vec<Place> =
            lost.map(|pillar| Place::new(&self.id, ItemKind::Pillar, &*pillar.code)).collect();
        self.add_all(FindingCode::HeadingLost, places, Statement::HeadingLost);
        if plan.effective.is_none() && plan.regime.as_ref().is_some_and(|regime| regime.effective.is_none()) {
            self.findings.push(Finding::no_effective_date(&plan.id));
        }
        self.dates();
        self.level();
    }

    /// What lies before the day of issue.
    fn dates(&mut self) {
        let plan = self.plan;
        let Some(issued) = plan.issued else { return };
        let of_rules = plan.regime.as_ref().and_then(|regime| regime.effective);
        let of_rules = of_rules.filter(|of_rules| Some(*of_rules) != plan.effective);
        for effective in [plan.effective, of_rules].into_iter().flatten().filter(|day| *day < issued) {
            let place = Place::new(&self.id, ItemKind::Plan, "");
            let statement = Statement::EffectiveBeforeIssued { effective, issued };
            self.add(FindingCode::EffectiveBeforeIssued, vec![place], statement);
        }
        let tasks =
            self.view.deadlines().filter(|(_, deadline)| deadline.due.is_some_and(|due| due < issued));
        let tasks = tasks.map(|(task, _)| self.task(task.number));
        let rules = plan.regime.iter().flat_map(|regime| &regime.rules);
        let rules = rules.filter(|rule| rule.on.is_some_and(|on| on < issued));
        let rules = rules.map(|rule| Place::new(&self.id, ItemKind::Rule, &*rule.code));
        let places = tasks.chain(rules).collect();
        self.add_all(FindingCode::DeadlineBeforePlan, places, Statement::DeadlineBeforePlan { issued });
    }

    fn level(&mut self) {
        let plan = self.plan;
        let Some(of_issuer) = level_of(&plan.issuer).filter(|level| *level != plan.level) else { return };
        let (level, issuer) = (plan.level, self.quotes.shared(&plan.issuer));
        let statement = Statement::LevelDiffers { level, issuer, of_issuer };
        let place = Place::new(&self.id, ItemKind::Plan, "");
        self.add(FindingCode::LevelDiffers, vec![place], statement);
    }
}

/// Words of the Party's bodies, of every tier.
const PARTY: &[&str] = &[
    "tỉnh ủy",
    "thành ủy",
    "đảng ủy",
    "huyện ủy",
    "quận ủy",
    "thị ủy",
    "quân ủy",
    "đảng bộ",
    "trung ương đảng",
    "bộ chính trị",
    "ban bí thư",
];
/// The people's bodies of a tier, and what follows them.
const PEOPLES: &[&str] = &["ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân"];
const TIERS: &[(&str, Level)] = &[
    ("tỉnh", Level::Province),
    ("xã", Level::Commune),
    ("phường", Level::Commune),
    ("đặc khu", Level::Commune),
    ("thị trấn", Level::Commune),
    ("thành phố hà nội", Level::Province),
    ("thành phố hồ chí minh", Level::Province),
    ("thành phố hải phòng", Level::Province),
    ("thành phố đà nẵng", Level::Province),
    ("thành phố cần thơ", Level::Province),
    ("thành phố huế", Level::Province),
];
/// How the names of central bodies begin, and those that begin so and are none.
const CENTRAL: &[&str] =
    &["chính phủ", "thủ tướng chính phủ", "quốc hội", "ủy ban thường vụ quốc hội", "chủ tịch nước", "bộ"];
const NOT_CENTRAL: &[&str] = &["bộ chỉ huy", "bộ tư lệnh", "bộ phận", "bộ đội"];

/// The level of an issuer where its words say one, and only one: a city may be a province's or a district's, and a body of
/// the Government may stand in a province.
fn level_of(issuer: &str) -> Option<Level> {
    let key = match_key(issuer);
    let words: Vec<&str> =
        key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let says = |at: usize, part: &str| {
        let rest = words.get(at..).unwrap_or_default();
        let mut count = 0;
        part.split(' ').all(|word| {
            count += 1;
            rest.get(count - 1) == Some(&word)
        })
    };
    let any = |at: usize, parts: &[&str]| parts.iter().any(|part| says(at, part));
    let mut found: Option<Level> = None;
    for at in 0..words.len() {
        let tier = || {
            let body = PEOPLES.iter().find(|body| says(at, body))?;
            let after = at + body.split(' ').count();
            TIERS.iter().find(|(words, _)| says(after, words)).map(|(_, level)| *level)
        };
        let begins = || (at == 0 && any(0, CENTRAL) && !any(0, NOT_CENTRAL)).then_some(Level::Central);
        let department = || (at == 0 && says(0, "sở")).then_some(Level::Province);
        let level =
            if any(at, PARTY) { Some(Level::Party) } else { tier().or_else(begins).or_else(department) };
        match (found, level) {
            (Some(before), Some(level)) if before != level => return None,
            _ => found = found.or(level),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issuer_says_its_level_or_none() {
        let levels = [
            ("Ủy ban nhân dân tỉnh Hà Tĩnh", Some(Level::Province)),
            ("ỦY BAN NHÂN DÂN XÃ TIÊN ĐIỀN", Some(Level::Commune)),
            ("UBND xã Tiên Điền, tỉnh Hà Tĩnh", Some(Level::Commune)),
            ("Chủ tịch UBND phường Thành Sen", Some(Level::Commune)),
            ("HĐND-UBND tỉnh", Some(Level::Province)),
            ("Ủy ban nhân dân thành phố Hà Nội", Some(Level::Province)),
            ("Uỷ ban nhân dân Thành phố Hồ Chí Minh", Some(Level::Province)),
            // Of a province or of a district.
            ("Ủy ban nhân dân thành phố Mỹ Tho", None),
            ("Ủy ban nhân dân huyện Nghi Xuân", None),
            ("Ban Thường vụ Tỉnh ủy Hà Tĩnh", Some(Level::Party)),
            ("Đảng uỷ UBND tỉnh", None),
            ("Bộ Chính trị", Some(Level::Party)),
            ("Bộ Khoa học và Công nghệ", Some(Level::Central)),
            ("Thủ tướng Chính phủ", Some(Level::Central)),
            ("Bộ Chỉ huy Quân sự tỉnh", None),
            ("Sở Khoa học và Công nghệ", Some(Level::Province)),
            ("Thuế tỉnh Hà Tĩnh", None),
            ("Xã hội hóa", None),
            ("", None),
        ];
        for (issuer, level) in levels {
            assert_eq!(level_of(issuer), level, "{issuer}");
        }
    }
}
