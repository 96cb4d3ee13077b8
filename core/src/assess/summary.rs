//! The sentence that says where a plan stands.

use chrono::NaiveDate;

use super::cards::indicator_counts;
use crate::codes::{IndicatorStanding, Lang, TaskStanding};
use crate::progress::{AssessedIndicator, Wording};
use crate::tasks::AssessedTask;
use crate::words::Summed;

/// Counts what the sentence says, and words it.
pub(super) fn summary(
    today: NaiveDate,
    indicators: &[AssessedIndicator],
    tasks: &[AssessedTask],
    has_data: &dyn Fn(&str) -> bool,
    has_no_update: bool,
) -> Wording {
    use IndicatorStanding::{Met, Missed, MovingAway, OffTrack, OnTrack, SlightlyBehind};
    let all: Vec<&AssessedIndicator> = indicators.iter().collect();
    let counted = indicator_counts(&all, has_data);
    let standing = |standings: &[IndicatorStanding]| {
        let of = counted.counts.iter().filter(|of| standings.contains(&of.standing));
        of.map(|of| of.count).sum::<u32>() as usize
    };
    let (asked, with_data) = (counted.asked as usize, counted.with_data as usize);
    let good = standing(&[Met, OnTrack]);
    let slower = standing(&[SlightlyBehind, OffTrack, MovingAway]);
    let missed = standing(&[Missed]);
    let is_dated = |one: &AssessedTask| {
        use TaskStanding::{CompletedLate, CompletedOnTime, InProgress, NotBegunPeriod, NotStarted, Overdue};
        let done = matches!(one.standing, CompletedOnTime | CompletedLate)
            || matches!(one.completion, Some(CompletedOnTime | CompletedLate));
        done || matches!(one.standing, Overdue | InProgress | NotStarted | NotBegunPeriod)
    };
    let dated = tasks.iter().filter(|one| is_dated(one)).count();
    let overdue = tasks.iter().filter(|one| one.standing == TaskStanding::Overdue).count();
    let summed = |lang| {
        Summed {
            day: match lang {
                Lang::Vi => lang.date(today),
                Lang::En => crate::words::english_date(today),
            },
            asked,
            with_data,
            good,
            slower,
            missed,
            open: asked.saturating_sub(good + slower + missed),
            dated,
            tasks: tasks.len(),
            overdue,
            has_no_update,
        }
        .sentence(lang)
    };
    Wording { vi: summed(Lang::Vi), en: summed(Lang::En) }
}
