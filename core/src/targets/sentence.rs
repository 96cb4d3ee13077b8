//! Why a comparison came out as it did, and its JSON.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::compare::Comparison;
use crate::codes::{Direction, Lang, RuleCode, Verdict};
use crate::number::Fixed;
use crate::why::{NamedNumber, Why};

impl Comparison {
    /// The rule and the numbers behind the verdict, with a sentence: enough to recompute it by hand.
    ///
    /// ```
    /// use tiendo::{Direction, Lang, Measured, compare, parse_target};
    /// let result = compare(&Measured::number("45".parse().unwrap()), &parse_target("≥ 50%", None)?, Direction::HigherIsBetter);
    /// assert_eq!(result.why().sentence(Lang::Vi), "45% thấp hơn mức yêu cầu 50%: chưa đạt.");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn why(&self) -> Why {
        let basis = &self.basis;
        let (low, high) = basis.range.unzip();
        let named = [("value", basis.value), ("required", basis.required), ("low", low), ("high", high)];
        let numbers = named
            .into_iter()
            .filter_map(|(name, value)| Some(NamedNumber { name: name.to_owned(), value: value? }))
            .collect();
        let rule = basis.rule.parse().unwrap_or(RuleCode::Reach);
        Why {
            rule,
            numbers,
            dates: Vec::new(),
            terms: Vec::new(),
            vi: self.sentence(Lang::Vi),
            en: self.sentence(Lang::En),
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let met = self.verdict == Verdict::Met;
        let end = self.verdict.label(lang).to_lowercase();
        if let Verdict::Undetermined(reason) = self.verdict {
            return reason.sentence(lang).to_owned();
        }
        let unit = if self.basis.percent { "%" } else { "" };
        let shown =
            |number: Option<Fixed>| format!("{}{unit}", number.map(|n| lang.number(n)).unwrap_or_default());
        let (value, required) = (shown(self.basis.value), shown(self.basis.required));
        let (higher, vi) = (self.basis.better == Direction::HigherIsBetter, lang == Lang::Vi);
        match (self.basis.rule, vi) {
            ("at_least", true) if met => format!("{value} không thấp hơn mức yêu cầu {required}: {end}."),
            ("at_least", false) if met => format!("{value} is not below the {required} asked: {end}."),
            ("at_least", true) => format!("{value} thấp hơn mức yêu cầu {required}: {end}."),
            ("at_least", false) => format!("{value} is below the {required} asked: {end}."),
            ("more_than", true) if met => format!("{value} cao hơn mức {required}: {end}."),
            ("more_than", false) if met => format!("{value} is above {required}: {end}."),
            ("more_than", true) => format!("{value} không cao hơn mức {required}: {end}."),
            ("more_than", false) => format!("{value} is not above {required}: {end}."),
            ("at_most", true) if met => format!("{value} không vượt quá mức tối đa {required}: {end}."),
            ("at_most", false) if met => format!("{value} does not exceed the {required} allowed: {end}."),
            ("at_most", true) => format!("{value} vượt quá mức tối đa {required}: {end}."),
            ("at_most", false) => format!("{value} exceeds the {required} allowed: {end}."),
            ("less_than", true) if met => format!("{value} thấp hơn mức {required}: {end}."),
            ("less_than", false) if met => format!("{value} is below {required}: {end}."),
            ("less_than", true) => format!("{value} không thấp hơn mức {required}: {end}."),
            ("less_than", false) => format!("{value} is not below {required}: {end}."),
            ("exactly", true) => format!("Yêu cầu đúng bằng {required}, số liệu là {value}: {end}."),
            ("exactly", false) => format!("Exactly {required} is asked and the value is {value}: {end}."),
            ("interval", true) => {
                let (low, high) = self.basis.range.unzip();
                let better = if higher { "càng cao càng tốt" } else { "càng thấp càng tốt" };
                format!(
                    "{value} so với cận {required} của khoảng {}–{} ({better}): {end}.",
                    shown(low),
                    shown(high)
                )
            }
            ("interval", false) => {
                let (low, high) = self.basis.range.unzip();
                let better = if higher { "higher is better" } else { "lower is better" };
                format!(
                    "{value} against the bound {required} of {} to {} ({better}): {end}.",
                    shown(low),
                    shown(high)
                )
            }
            ("presence", true) => format!("Đã ghi nhận có hay không: {end}."),
            ("presence", false) => format!("What is recorded as in place or not: {end}."),
            ("qualitative", true) => format!("Theo kết luận đánh giá được ghi nhận: {end}."),
            ("qualitative", false) => format!("By the recorded judgement: {end}."),
            ("several", true) => format!("Mọi yêu cầu trong ô đều phải đạt: {end}."),
            ("several", false) => format!("Every requirement of the cell must hold: {end}."),
            ("rising", true) => format!("Mục tiêu còn yêu cầu tăng so với năm trước: {end}."),
            ("rising", false) => format!("The target also asks for a rise over the year before: {end}."),
            (_, true) => {
                let better = if higher { "bằng hoặc cao hơn" } else { "bằng hoặc thấp hơn" };
                format!("{value} so với mức {required}, yêu cầu {better}: {end}.")
            }
            (_, false) => {
                let better = if higher { "higher" } else { "lower" };
                format!("{value} against {required}, to be reached or {better}: {end}.")
            }
        }
    }
}

impl Serialize for Comparison {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Comparison", 8)?;
        out.serialize_field("verdict", self.verdict.as_str())?;
        if let Verdict::Undetermined(reason) = self.verdict {
            out.serialize_field("reason", &reason)?;
        }
        if let Some(margin) = self.margin {
            out.serialize_field("margin", &margin)?;
        }
        if let Some(attainment) = self.attainment {
            out.serialize_field("attainment", &attainment)?;
        }
        if let Some(position) = self.position {
            out.serialize_field("position", &position)?;
        }
        if let Some(rising) = self.rising {
            out.serialize_field("rising", &rising)?;
        }
        if !self.parts.is_empty() {
            out.serialize_field("parts", &self.parts)?;
        }
        out.serialize_field("why", &self.why())?;
        out.end()
    }
}
