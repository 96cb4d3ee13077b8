//! What holds for nearly every row, said once.

use crate::codes::Lang;
use crate::words::findings as words;

/// Something that holds for nearly every row of a plan.
///
/// ```
/// use tiendo::{Plan, Registry, Statement};
/// let findings = Plan::builtin("dak-lak-146")?.lint(&Registry::builtin());
/// let counts = findings.iter().find_map(|finding| match &finding.statement {
///     Statement::KindsInferred(nearly) => Some((nearly.holds, nearly.rows)),
///     _ => None,
/// });
/// assert_eq!(counts, Some((4, 4)));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearlyAll {
    /// For how many rows it holds.
    pub holds: usize,
    /// How many rows there are.
    pub rows: usize,
    /// The codes of the rows for which it does not hold; none where they are more than a reader wants listed.
    pub except: Vec<String>,
}

impl NearlyAll {
    pub(super) fn sentence(
        &self,
        lang: Lang,
        heading: words::Heading,
        number: impl Fn(usize) -> String,
    ) -> String {
        words::nearly_all(lang, heading, [&number(self.holds), &number(self.rows)], &self.except.join(", "))
    }
}
