//! How a comparison with a target is worded.

use crate::codes::{ComparisonRule, Direction, Lang, Reason, Verdict};
use crate::text::without_case;

/// The numbers a comparison rests on, as they are written in the sentence's language; empty where there is none.
pub(crate) struct Compared<'t> {
    pub(crate) value: &'t str,
    pub(crate) required: &'t str,
    pub(crate) low: &'t str,
    pub(crate) high: &'t str,
    pub(crate) better: Direction,
}

impl Compared<'_> {
    pub(crate) fn sentence(&self, rule: ComparisonRule, verdict: Verdict, lang: Lang) -> String {
        let met = match verdict {
            Verdict::Met => true,
            Verdict::NotMet => false,
            Verdict::Undetermined(reason) => return reason.sentence(lang).to_owned(),
        };
        let end = without_case(verdict.label(lang));
        match lang {
            Lang::Vi => self.vietnamese(rule, met, &end),
            Lang::En => self.english(rule, met, &end),
        }
    }

    fn vietnamese(&self, rule: ComparisonRule, met: bool, end: &str) -> String {
        let Compared { value, required, low, high, better } = *self;
        let higher = better == Direction::HigherIsBetter;
        let decided = match rule {
            ComparisonRule::AtLeast if met => format!("{value} không thấp hơn mức yêu cầu {required}"),
            ComparisonRule::AtLeast => format!("{value} thấp hơn mức yêu cầu {required}"),
            ComparisonRule::MoreThan if met => format!("{value} cao hơn mức {required}"),
            ComparisonRule::MoreThan => format!("{value} không cao hơn mức {required}"),
            ComparisonRule::AtMost if met => format!("{value} không vượt quá mức tối đa {required}"),
            ComparisonRule::AtMost => format!("{value} vượt quá mức tối đa {required}"),
            ComparisonRule::LessThan if met => format!("{value} thấp hơn mức {required}"),
            ComparisonRule::LessThan => format!("{value} không thấp hơn mức {required}"),
            ComparisonRule::Equal | ComparisonRule::Reach => {
                let better = if higher { "bằng hoặc cao hơn" } else { "bằng hoặc thấp hơn" };
                format!("{value} so với mức {required}, yêu cầu {better}")
            }
            ComparisonRule::Exactly => format!("Yêu cầu đúng bằng {required}, số liệu là {value}"),
            ComparisonRule::Interval => {
                let better = if higher { "càng cao càng tốt" } else { "càng thấp càng tốt" };
                format!("{value} so với cận {required} của khoảng {low}–{high} ({better})")
            }
            ComparisonRule::Presence => "Đã ghi nhận có hay không".to_owned(),
            ComparisonRule::Qualitative => "Theo kết luận đánh giá được ghi nhận".to_owned(),
            ComparisonRule::Several => "Mọi yêu cầu trong ô đều phải đạt".to_owned(),
            ComparisonRule::Rising => "Mục tiêu còn yêu cầu tăng so với năm trước".to_owned(),
            ComparisonRule::Deferred => return undecided(Reason::TargetUndetermined, Lang::Vi),
            ComparisonRule::None | ComparisonRule::NotAsked => return undecided(Reason::NoTarget, Lang::Vi),
            ComparisonRule::Unrecognised => return undecided(Reason::Unrecognised, Lang::Vi),
        };
        format!("{decided}: {end}.")
    }

    fn english(&self, rule: ComparisonRule, met: bool, end: &str) -> String {
        let Compared { value, required, low, high, better } = *self;
        let higher = better == Direction::HigherIsBetter;
        let decided = match rule {
            ComparisonRule::AtLeast if met => format!("{value} is not below the {required} asked"),
            ComparisonRule::AtLeast => format!("{value} is below the {required} asked"),
            ComparisonRule::MoreThan if met => format!("{value} is above {required}"),
            ComparisonRule::MoreThan => format!("{value} is not above {required}"),
            ComparisonRule::AtMost if met => format!("{value} does not exceed the {required} allowed"),
            ComparisonRule::AtMost => format!("{value} exceeds the {required} allowed"),
            ComparisonRule::LessThan if met => format!("{value} is below {required}"),
            ComparisonRule::LessThan => format!("{value} is not below {required}"),
            ComparisonRule::Equal | ComparisonRule::Reach => {
                let better = if higher { "higher" } else { "lower" };
                format!("{value} against {required}, to be reached or {better}")
            }
            ComparisonRule::Exactly => format!("Exactly {required} is asked and the value is {value}"),
            ComparisonRule::Interval => {
                let better = if higher { "higher is better" } else { "lower is better" };
                format!("{value} against the bound {required} of {low} to {high} ({better})")
            }
            ComparisonRule::Presence => "What is recorded as in place or not".to_owned(),
            ComparisonRule::Qualitative => "By the recorded judgement".to_owned(),
            ComparisonRule::Several => "Every requirement of the cell must hold".to_owned(),
            ComparisonRule::Rising => "The target also asks for a rise over the year before".to_owned(),
            ComparisonRule::Deferred => return undecided(Reason::TargetUndetermined, Lang::En),
            ComparisonRule::None | ComparisonRule::NotAsked => return undecided(Reason::NoTarget, Lang::En),
            ComparisonRule::Unrecognised => return undecided(Reason::Unrecognised, Lang::En),
        };
        format!("{decided}: {end}.")
    }
}

/// What is never met nor missed, whatever the verdict of a comparison made by hand.
fn undecided(reason: Reason, lang: Lang) -> String {
    reason.sentence(lang).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_sentences() {
        let sentences = |rule: ComparisonRule, better: Direction| {
            let compared = Compared { value: "45%", required: "40%", low: "40%", high: "50%", better };
            let verdicts = [Verdict::Met, Verdict::NotMet].into_iter();
            let both = verdicts.flat_map(|verdict| Lang::ALL.iter().map(move |lang| (verdict, *lang)));
            both.map(|(verdict, lang)| compared.sentence(rule, verdict, lang))
                .collect::<Vec<_>>()
                .join("\n  ")
        };
        let mut table = Vec::new();
        for rule in ComparisonRule::ALL {
            let [higher, lower] =
                [Direction::HigherIsBetter, Direction::LowerIsBetter].map(|better| sentences(*rule, better));
            table.push(format!("{rule}\n  {higher}"));
            if lower != higher {
                table.push(format!("  {lower}"));
            }
        }
        insta::assert_snapshot!(table.join("\n"));
    }

    #[test]
    fn an_open_verdict_says_its_reason_whatever_the_rule() {
        let compared =
            Compared { value: "", required: "", low: "", high: "", better: Direction::HigherIsBetter };
        for rule in ComparisonRule::ALL {
            let open = Verdict::Undetermined(Reason::NoValue);
            assert_eq!(compared.sentence(*rule, open, Lang::Vi), Reason::NoValue.sentence(Lang::Vi));
        }
    }
}
