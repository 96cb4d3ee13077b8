//! Why a verdict or a standing is undetermined.

use crate::codes::{Lang, Reason};

impl Reason {
    /// The reason as a sentence.
    ///
    /// ```
    /// use tiendo::{Lang, Reason};
    /// assert_eq!(Reason::NoValue.sentence(Lang::Vi), "Chưa có số liệu.");
    /// ```
    pub fn sentence(self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            Reason::NoTarget => ("Không đặt mục tiêu ở mốc này.", "Nothing is asked at this milestone."),
            Reason::TargetUndetermined => ("Mục tiêu chưa được xác định.", "The target has not been fixed."),
            Reason::ProxyWithoutValue => (
                "Mốc này tính theo chỉ tiêu khác; chưa có mục tiêu riêng.",
                "Another indicator stands in at this milestone; there is no number of its own.",
            ),
            Reason::FootnoteMissing => (
                "Mục tiêu nằm ở chú thích không có nội dung.",
                "The target stands in a footnote whose text is missing.",
            ),
            Reason::UnitDiffers => {
                ("Số liệu và mục tiêu khác đơn vị.", "Value and target have different units.")
            }
            Reason::QualifierDiffers => (
                "Số liệu và mục tiêu đo hai đối tượng khác nhau.",
                "Value and target measure different things.",
            ),
            Reason::NeedsJudgement => (
                "Mục tiêu định tính: cần kết luận đánh giá được ghi nhận.",
                "A qualitative target: a recorded judgement is needed.",
            ),
            Reason::NoValue => ("Chưa có số liệu.", "There is no value yet."),
            Reason::NoBaseline => {
                ("Chưa có số liệu gốc để so sánh.", "There is no baseline to measure from.")
            }
            Reason::TooFewPoints => {
                ("Chưa đủ số liệu để xác định xu hướng.", "Too few observations for a trend.")
            }
            Reason::YearNotOver => {
                ("Chưa hết năm, số liệu còn có thể tăng.", "The year is not over; the amount may grow.")
            }
            Reason::NotNumeric => ("Mục tiêu không phải dạng số.", "The target is not numeric."),
            Reason::RankBaseChanged => {
                ("Số đơn vị được xếp hạng đã thay đổi.", "The number of units ranked has changed.")
            }
            Reason::DivisorZero => ("Số chia bằng 0.", "The divisor is 0."),
            Reason::Unrecognised => ("Chưa đọc được ô mục tiêu.", "The target cell was not read."),
            Reason::ChangeNeedsBase => (
                "Mục tiêu là mức tăng hoặc giảm: cần số liệu gốc để tính mức thay đổi.",
                "The target is a change: it takes a base to measure the change from.",
            ),
        };
        match lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_its_sentences() {
        let table: Vec<String> = Reason::ALL
            .iter()
            .map(|code| format!("{code}\n  {}\n  {}", code.sentence(Lang::Vi), code.sentence(Lang::En)))
            .collect();
        insta::assert_snapshot!(table.join("\n"));
    }
}
