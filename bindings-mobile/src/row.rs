//! A row of an indicator table, read as a whole.

pub use tiendo::{DecidedBy, Direction, MeasureKind};

use crate::note::Note;
use crate::target::MilestoneTarget;

/// An indicator's row as it was understood.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Row {
    /// The targets, ascending by milestone year, every cell the row has.
    pub targets: Vec<YearTarget>,
    /// Which way is better.
    pub direction: Direction,
    /// What decided it.
    pub decided_by: DecidedBy,
    /// The kind of measure.
    pub kind: MeasureKind,
    /// The lead cell, the parent's where the row has none.
    pub lead: String,
    /// What to know about the reading of the row; spans are in the indicator's name.
    pub notes: Vec<Note>,
}

impl From<tiendo::Row> for Row {
    fn from(row: tiendo::Row) -> Row {
        let tiendo::Row { targets, direction, decided_by, kind, lead, notes } = row;
        let targets =
            targets.into_iter().map(|(year, target)| YearTarget { year, target: target.into() }).collect();
        Row { targets, direction, decided_by, kind, lead, notes: crate::all(notes) }
    }
}

/// The target of one milestone.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct YearTarget {
    /// The milestone year.
    pub year: i32,
    /// What is asked.
    pub target: MilestoneTarget,
}

/// Which way an indicator gets better.
#[uniffi::remote(Enum)]
pub enum Direction {
    /// More is better.
    HigherIsBetter,
    /// Less is better: ranks, losses, waiting times.
    LowerIsBetter,
}

/// What decided a direction.
#[uniffi::remote(Enum)]
pub enum DecidedBy {
    /// The plan's data says so.
    Declared,
    /// The operators of the row's cells.
    Operator,
    /// The unit or the name is a rank.
    Rank,
    /// Bare numbers that fall at every milestone.
    Falling,
    /// Nothing else spoke.
    Default,
}

/// What kind of quantity an indicator measures.
#[uniffi::remote(Enum)]
pub enum MeasureKind {
    /// A rate, rank or stock at a date.
    Level,
    /// An amount over a year.
    Yearly,
    /// A growth rate.
    Growth,
    /// A running total.
    Cumulative,
    /// An amount over a stage of the plan.
    PerStage,
}
