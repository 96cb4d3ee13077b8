//! Cycles of reporting and of recurring work.

use crate::error::codes;

codes! {
    /// How often a report falls due or a task recurs.
    ///
    /// `half_yearly` is the first half only in a reporting regime ("báo cáo 6 tháng"): the yearly report covers the
    /// second.
    ///
    /// ```
    /// assert_eq!(tiendo::Cycle::HalfYearly.as_str(), "half_yearly");
    /// ```
    Cycle {
        /// Hằng tháng.
        Monthly = "monthly",
        /// Hằng quý.
        Quarterly = "quarterly",
        /// 6 tháng.
        HalfYearly = "half_yearly",
        /// 9 tháng.
        NineMonthly = "nine_monthly",
        /// Hằng năm.
        Yearly = "yearly",
        /// Once in a term of office or at its middle (*sơ kết, tổng kết*).
        Term = "term",
        /// On request (*đột xuất*).
        AdHoc = "ad_hoc",
    }
}
