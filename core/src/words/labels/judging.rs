//! Labels of verdicts and what goes with them.

use super::labels;
use crate::codes::{IntervalPosition, Labels, Reason, Strength, Trend, Verdict};

impl Labels for Verdict {
    fn labels(self) -> (&'static str, &'static str) {
        match self {
            Verdict::Met => ("Đạt", "Met"),
            Verdict::NotMet => ("Chưa đạt", "Not met"),
            Verdict::Undetermined(_) => ("Chưa xác định", "Undetermined"),
        }
    }
}

labels! {
    Reason {
        NoTarget: "Không đặt mục tiêu", "No target";
        TargetUndetermined: "Mục tiêu chưa xác định", "Target not fixed";
        ProxyWithoutValue: "Tính theo chỉ tiêu khác", "Another indicator stands in";
        FootnoteMissing: "Thiếu chú thích", "Footnote missing";
        UnitDiffers: "Khác đơn vị tính", "Units differ";
        QualifierDiffers: "Khác đối tượng đo", "Things measured differ";
        NeedsJudgement: "Cần kết luận đánh giá", "Needs a judgement";
        NoValue: "Chưa có số liệu", "No value";
        NoBaseline: "Chưa có số liệu gốc", "No baseline";
        TooFewPoints: "Chưa đủ số liệu", "Too few observations";
        YearNotOver: "Chưa hết năm", "Year not over";
        NotNumeric: "Không phải dạng số", "Not numeric";
        RankBaseChanged: "Số đơn vị xếp hạng thay đổi", "Number ranked changed";
        DivisorZero: "Số chia bằng 0", "Divisor 0";
        Unrecognised: "Chưa đọc được", "Not read";
        ChangeNeedsBase: "Cần số liệu gốc", "Change needs a base";
    }
}

labels! {
    IntervalPosition {
        Short: "Chưa đến khoảng", "Short";
        Within: "Trong khoảng", "Within";
        Beyond: "Vượt khoảng", "Beyond";
    }
}

labels! {
    Trend {
        Rising: "Tăng", "Rising";
        NotRising: "Không tăng", "Not rising";
        Unknown: "Chưa rõ", "Unknown";
    }
}

labels! {
    Strength {
        Weaker: "Thấp hơn", "Weaker";
        Equal: "Bằng", "Equal";
        Stronger: "Cao hơn", "Stronger";
    }
}
