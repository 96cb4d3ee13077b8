//! How the standing of an indicator is worded, for an official and for a citizen.

use super::phrase::plain;
use crate::codes::{Direction, IndicatorStanding, Lang, Reason, StandingRule, TargetKind};
use crate::text::without_case;

/// What a sentence about a standing says; numbers and dates as they are written in its language, empty where there is none.
#[derive(Default)]
pub(crate) struct Told<'t> {
    /// The milestone's year.
    pub(crate) year: Option<i32>,
    /// What it asks: a number with its unit, or the cell.
    pub(crate) required: &'t str,
    /// How it asks, of a number.
    pub(crate) operator: Option<TargetKind>,
    pub(crate) value: &'t str,
    pub(crate) measured: &'t str,
    pub(crate) is_estimate: bool,
    pub(crate) expected: &'t str,
    /// What the slope is taken from: its number and day.
    pub(crate) earlier: (&'t str, &'t str),
    /// The change a year, without its sign, and whether it grows, falls or stays.
    pub(crate) slope: (&'t str, Option<Way>),
    pub(crate) needed: (&'t str, Option<Way>),
    /// Observed beside required growth.
    pub(crate) ratio: &'t str,
    pub(crate) is_ahead: bool,
    pub(crate) is_below: bool,
    /// Whether lower numbers are better.
    pub(crate) is_lower: bool,
    /// The first milestone from today on, where it asks nothing yet and a later one does.
    pub(crate) unasked: Option<i32>,
    /// Of yes or no, what was said.
    pub(crate) said: Option<bool>,
}

/// Which way figures go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Up,
    Down,
    Level,
}

/// What a target asks, within a sentence: `từ 95% trở lên`.
fn asked(operator: Option<TargetKind>, required: &str, lang: Lang) -> String {
    use TargetKind::{AtLeast, AtMost, LessThan, MoreThan};
    match (operator, lang) {
        (Some(AtLeast), Lang::Vi) => format!("từ {required} trở lên"),
        (Some(AtLeast), Lang::En) => format!("{required} or more"),
        (Some(MoreThan), Lang::Vi) => format!("trên {required}"),
        (Some(MoreThan), Lang::En) => format!("more than {required}"),
        (Some(AtMost), Lang::Vi) => format!("không quá {required}"),
        (Some(AtMost), Lang::En) => format!("at most {required}"),
        (Some(LessThan), Lang::Vi) => format!("dưới {required}"),
        (Some(LessThan), Lang::En) => format!("less than {required}"),
        (Some(_), _) => required.to_owned(),
        (None, Lang::Vi) => format!("“{}”", plain(required)),
        (None, Lang::En) => format!("\"{}\"", plain(required)),
    }
}

impl Told<'_> {
    /// Why an indicator stands as it does.
    pub(crate) fn why(
        &self,
        rule: StandingRule,
        standing: IndicatorStanding,
        reason: Option<Reason>,
        lang: Lang,
    ) -> String {
        let end = match reason {
            Some(reason) if standing == IndicatorStanding::Undetermined => {
                without_end(&without_capital(reason.sentence(lang)))
            }
            _ => without_case(standing.label(lang)),
        };
        if standing == IndicatorStanding::NotAsked {
            return self.not_asked(lang);
        }
        let head = self.head(rule, lang);
        let body = match lang {
            Lang::Vi => self.vietnamese(rule),
            Lang::En => self.english(rule),
        };
        let aside = match (self.is_ahead, self.is_below, lang) {
            (true, _, Lang::Vi) => ", nhưng số liệu không kém lộ trình",
            (true, _, Lang::En) => ", but the figure is not behind the path",
            (_, true, Lang::Vi) => ", nhưng chưa bằng mức của mốc trước",
            (_, true, Lang::En) => ", but short of what the milestone before asked",
            _ => "",
        };
        match (head.is_empty(), body.is_empty()) {
            (true, true) => crate::text::capitalised(&format!("{end}.")),
            (false, true) => format!("{head}: {end}."),
            (true, false) => format!("{body}{aside}: {end}."),
            (false, false) => format!("{head}. {body}{aside}: {end}."),
        }
    }

    /// That nothing is asked yet, and what the next milestone asks that asks something.
    fn not_asked(&self, lang: Lang) -> String {
        let asked = asked(self.operator, self.required, lang);
        match (self.unasked, self.year, lang) {
            (Some(first), Some(year), Lang::Vi) => {
                format!("Mốc {first} chưa đặt mục tiêu; mốc {year} yêu cầu {asked}.")
            }
            (Some(first), Some(year), Lang::En) => {
                format!("Nothing is asked by {first} yet; {asked} is asked by {year}.")
            }
            (_, _, Lang::Vi) => "Các mốc từ nay trở đi đều chưa đặt mục tiêu.".to_owned(),
            (_, _, Lang::En) => "No milestone from now on asks for anything yet.".to_owned(),
        }
    }

    /// The figure beside what is asked.
    fn head(&self, rule: StandingRule, lang: Lang) -> String {
        let asked = asked(self.operator, self.required, lang);
        let (value, measured) = (self.value, self.measured);
        let figure = match (value.is_empty(), self.is_estimate, lang) {
            (true, _, _) => String::new(),
            // Of what is to fall, or of a rank, a figure is not "reached".
            (_, true, Lang::Vi) if self.is_lower => format!("đến {measured} ước là {value}"),
            (_, false, Lang::Vi) if self.is_lower => format!("đến {measured} là {value}"),
            (_, true, Lang::Vi) => format!("đến {measured} ước đạt {value}"),
            (_, false, Lang::Vi) => format!("đến {measured} đạt {value}"),
            (_, true, Lang::En) => format!("an estimated {value} on {measured}"),
            (_, false, Lang::En) => format!("{value} on {measured}"),
        };
        let year = self.year.map(|year| year.to_string()).unwrap_or_default();
        let text = match (rule, figure.is_empty(), lang) {
            (StandingRule::Presence, _, Lang::Vi) => match self.said {
                Some(true) => format!("đã có từ ngày {measured}; mốc {year} yêu cầu {asked}"),
                Some(false) => format!("đến ngày {measured} chưa có; mốc {year} yêu cầu {asked}"),
                None => format!("mốc {year} yêu cầu {asked}"),
            },
            (StandingRule::Presence, _, Lang::En) => match self.said {
                Some(true) => format!("in place since {measured}; {asked} is asked by {year}"),
                Some(false) => format!("not in place on {measured}; {asked} is asked by {year}"),
                None => format!("{asked} is asked by {year}"),
            },
            (StandingRule::Qualitative, _, Lang::Vi) if self.said.is_some() => {
                format!("theo kết luận đánh giá ngày {measured} về yêu cầu {asked} của mốc {year}")
            }
            (StandingRule::Qualitative, _, Lang::En) if self.said.is_some() => {
                format!("by the judgement of {measured} on {asked}, asked by {year}")
            }
            (StandingRule::LastMilestone, true, Lang::Vi) => match (self.year, self.said) {
                (None, _) => String::new(),
                (_, Some(_)) => format!("mốc cuối {year} yêu cầu {asked}; ghi nhận ngày {measured}"),
                (_, None) => format!("mốc cuối {year} yêu cầu {asked}"),
            },
            (StandingRule::LastMilestone, true, Lang::En) => match (self.year, self.said) {
                (None, _) => String::new(),
                (_, Some(_)) => {
                    format!("{asked} was asked by {year}, the last milestone; recorded on {measured}")
                }
                (_, None) => format!("{asked} was asked by {year}, the last milestone"),
            },
            (StandingRule::LastMilestone, false, Lang::Vi) => {
                format!("{figure}; mốc cuối {year} yêu cầu {asked}")
            }
            (StandingRule::LastMilestone, false, Lang::En) => {
                format!("{figure}; {asked} was asked by {year}, the last milestone")
            }
            (_, true, _) if self.year.is_none() || self.required.is_empty() => String::new(),
            (_, true, Lang::Vi) => format!("mốc {year} yêu cầu {asked}"),
            (_, true, Lang::En) => format!("{asked} is asked by {year}"),
            (_, false, Lang::Vi) => format!("{figure}; mốc {year} yêu cầu {asked}"),
            (_, false, Lang::En) => format!("{figure}; {asked} is asked by {year}"),
        };
        crate::text::capitalised(&text)
    }

    fn vietnamese(&self, rule: StandingRule) -> String {
        let expected = self.expected;
        let trend = || {
            let (from, since) = self.earlier;
            let moved = match self.slope {
                (slope, Some(Way::Up)) => format!("mỗi năm tăng {slope}"),
                (slope, Some(Way::Down)) => format!("mỗi năm giảm {slope}"),
                _ => "không thay đổi".to_owned(),
            };
            let needed = match self.needed {
                (needed, Some(way)) if Some(way) == self.slope.1 => format!(", cần {needed}"),
                (needed, Some(Way::Up)) => format!(", cần tăng {needed}"),
                (needed, Some(Way::Down)) => format!(", cần giảm {needed}"),
                _ => String::new(),
            };
            format!("Từ {since} ({from}) {moved}{needed}")
        };
        match rule {
            StandingRule::Met
            | StandingRule::Presence
            | StandingRule::Qualitative
            | StandingRule::LastMilestone
            | StandingRule::NotAsked
            | StandingRule::NoTrend
            | StandingRule::NoValue
            | StandingRule::Undetermined => String::new(),
            StandingRule::Need => trend(),
            StandingRule::Held => format!("Mốc trước đã yêu cầu hoặc trước đây đã đạt mức này. {}", trend()),
            StandingRule::Path => format!("Theo lộ trình, lúc đó {}", self.needed_then(Lang::Vi)),
            StandingRule::SmallWhole => {
                format!("Theo lộ trình tính theo số nguyên, lúc đó {}", self.needed_then(Lang::Vi))
            }
            StandingRule::PartYear if expected.is_empty() && self.slope.1.is_some() => trend(),
            StandingRule::PartYear if expected.is_empty() => String::new(),
            StandingRule::PartYear => {
                format!("Tính đều theo ngày, đến lúc đó {}", self.needed_then(Lang::Vi))
            }
            StandingRule::AtBound => format!("Đang bằng đúng mức phải vượt. {}", trend()),
            StandingRule::NoTimeLeft => "Đã đến ngày của mốc".to_owned(),
            StandingRule::EqualExactly if expected.is_empty() => "Yêu cầu đúng bằng mức này".to_owned(),
            StandingRule::EqualExactly => {
                format!("Yêu cầu đúng bằng mức này; theo lộ trình, lúc đó là {expected}")
            }
            StandingRule::Cagr if self.ratio.is_empty() => String::new(),
            StandingRule::Cagr => format!("Tăng trưởng kép bằng {} lần mức cần có", self.ratio),
            StandingRule::Several => "Xét theo yêu cầu có tình trạng kém nhất".to_owned(),
            StandingRule::Rising => "Mục tiêu còn yêu cầu tăng so với năm trước".to_owned(),
        }
    }

    fn english(&self, rule: StandingRule) -> String {
        let expected = self.expected;
        let trend = || {
            let (from, since) = self.earlier;
            let moved = match self.slope {
                (slope, Some(Way::Up)) => format!("it rose {slope} a year"),
                (slope, Some(Way::Down)) => format!("it fell {slope} a year"),
                _ => "it has not changed".to_owned(),
            };
            let needed = match self.needed {
                (needed, Some(way)) if Some(way) == self.slope.1 => format!(", {needed} is needed"),
                (needed, Some(Way::Up)) => format!(", a rise of {needed} is needed"),
                (needed, Some(Way::Down)) => format!(", a fall of {needed} is needed"),
                _ => String::new(),
            };
            format!("Since {since} ({from}) {moved}{needed}")
        };
        match rule {
            StandingRule::Met
            | StandingRule::Presence
            | StandingRule::Qualitative
            | StandingRule::LastMilestone
            | StandingRule::NotAsked
            | StandingRule::NoTrend
            | StandingRule::NoValue
            | StandingRule::Undetermined => String::new(),
            StandingRule::Need => trend(),
            StandingRule::Held => format!("As much was asked or reached before. {}", trend()),
            StandingRule::Path => format!("By the path {} then", self.needed_then(Lang::En)),
            StandingRule::SmallWhole => {
                format!("By the path in whole numbers {} then", self.needed_then(Lang::En))
            }
            StandingRule::PartYear if expected.is_empty() && self.slope.1.is_some() => trend(),
            StandingRule::PartYear if expected.is_empty() => String::new(),
            StandingRule::PartYear => format!("Day by day {} by then", self.needed_then(Lang::En)),
            StandingRule::AtBound => format!("It is the number that must be passed. {}", trend()),
            StandingRule::NoTimeLeft => "The milestone's day has come".to_owned(),
            StandingRule::EqualExactly if expected.is_empty() => "Exactly this much is asked".to_owned(),
            StandingRule::EqualExactly => {
                format!("Exactly this much is asked; by the path it is {expected} then")
            }
            StandingRule::Cagr if self.ratio.is_empty() => String::new(),
            StandingRule::Cagr => format!("Compound growth is {} times what is needed", self.ratio),
            StandingRule::Several => "The worst requirement decides".to_owned(),
            StandingRule::Rising => "The target also asks for a rise over the year before".to_owned(),
        }
    }

    /// What the path asked on the figure's day.
    fn needed_then(&self, lang: Lang) -> String {
        let expected = self.expected;
        match (self.is_lower, expected, lang) {
            (false, "0", Lang::Vi) => "chưa phải đạt mức nào".to_owned(),
            (false, "0", Lang::En) => "nothing was expected yet".to_owned(),
            (true, _, Lang::Vi) => format!("không quá {expected}"),
            (true, _, Lang::En) => format!("at most {expected} was expected"),
            (false, _, Lang::Vi) => format!("cần {expected}"),
            (false, _, Lang::En) => format!("{expected} was expected"),
        }
    }

    /// One sentence for citizens.
    pub(crate) fn plain(
        &self,
        rule: StandingRule,
        standing: IndicatorStanding,
        reason: Option<Reason>,
        lang: Lang,
    ) -> String {
        let label = standing.label(lang);
        if standing == IndicatorStanding::NotAsked {
            return match (self.unasked, lang) {
                (Some(year), Lang::Vi) => format!("Kế hoạch chưa đặt mục tiêu cho năm {year}."),
                (Some(year), Lang::En) => format!("The plan asks for nothing by {year} yet."),
                (None, Lang::Vi) => "Kế hoạch chưa đặt mục tiêu cho những năm tới.".to_owned(),
                (None, Lang::En) => "The plan asks for nothing in the years to come yet.".to_owned(),
            };
        }
        if let (IndicatorStanding::Undetermined, Some(reason)) = (standing, reason) {
            return match (reason, lang) {
                (Reason::NoValue, Lang::Vi) => "Chưa có số liệu.".to_owned(),
                (Reason::NoValue, Lang::En) => "No figures yet.".to_owned(),
                _ => format!("{label}: {}", without_capital(reason.sentence(lang))),
            };
        }
        let asked = asked(self.operator, self.required, lang);
        let year = self.year.map(|year| year.to_string()).unwrap_or_default();
        let figure = match (self.value.is_empty(), lang) {
            (true, _) => match (rule, self.said, lang) {
                (StandingRule::Presence, Some(true), Lang::Vi) => format!("đã có từ {}", self.measured),
                (StandingRule::Presence, Some(false), Lang::Vi) => format!("chưa có vào {}", self.measured),
                (StandingRule::Presence, Some(true), Lang::En) => format!("in place since {}", self.measured),
                (StandingRule::Presence, Some(false), Lang::En) => {
                    format!("not in place on {}", self.measured)
                }
                (StandingRule::Qualitative, Some(_), Lang::Vi) => {
                    format!("theo kết luận ngày {}", self.measured)
                }
                (StandingRule::Qualitative, Some(_), Lang::En) => {
                    format!("as judged on {}", self.measured)
                }
                _ => String::new(),
            },
            (false, Lang::Vi) if self.is_estimate => format!("ước {} vào {}", self.value, self.measured),
            (false, Lang::Vi) => format!("{} vào {}", self.value, self.measured),
            (false, Lang::En) if self.is_estimate => {
                format!("an estimated {} on {}", self.value, self.measured)
            }
            (false, Lang::En) => format!("{} on {}", self.value, self.measured),
        };
        match (self.required.is_empty(), figure.is_empty(), lang) {
            (true, _, _) => format!("{label}."),
            (_, true, Lang::Vi) => format!("{label}: mục tiêu năm {year} là {asked}."),
            (_, true, Lang::En) => format!("{label}: the target for {year} is {asked}."),
            (_, false, Lang::Vi) => format!("{label}: {figure}, mục tiêu năm {year} là {asked}."),
            (_, false, Lang::En) => format!("{label}: {figure}; the target for {year} is {asked}."),
        }
    }
}

/// Whether a target whose lower numbers are better is worded so.
pub(crate) fn way(sign: std::cmp::Ordering) -> Way {
    match sign {
        std::cmp::Ordering::Greater => Way::Up,
        std::cmp::Ordering::Equal => Way::Level,
        std::cmp::Ordering::Less => Way::Down,
    }
}

fn without_end(sentence: &str) -> String {
    sentence.strip_suffix('.').unwrap_or(sentence).to_owned()
}

fn without_capital(sentence: &str) -> String {
    let mut chars = sentence.chars();
    match chars.next() {
        Some(first) => format!("{}{}", without_case(&first.to_string()), chars.as_str()),
        None => String::new(),
    }
}

/// `điểm phần trăm` of a change of percents, else the unit.
pub(crate) fn points(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => " điểm phần trăm",
        Lang::En => " points",
    }
}

/// Which side of a number is better, as a term of a why.
pub(crate) fn side(better: Direction) -> &'static str {
    match better {
        Direction::HigherIsBetter => "higher",
        Direction::LowerIsBetter => "lower",
    }
}

#[cfg(test)]
mod tests;
