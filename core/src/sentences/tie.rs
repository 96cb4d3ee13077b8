//! Which day belongs to which cycle.
//!
//! A day belongs to the cycle before it that it fits (`hằng quý (trước ngày 10 của tháng cuối quý)`), else to the one its own
//! words name (`trước ngày 20 hằng tháng`), else to the one after it where no other day follows (`trước ngày 15/12 gửi báo cáo
//! năm`). A day that fits none is said, and given to none.

use super::days::{Day, Of, On, Year};
use super::items::{Item, Says, Surely};
use crate::codes::{Cycle, Halves, NoteCode};
use crate::regime::{CutoffDay, DueDay};

/// Some tokens, the first and one past the last.
pub(super) type Place = (usize, usize);

/// A rule by the tokens it rests on.
#[derive(Clone, Debug)]
pub(super) struct Tied {
    pub(super) cycle: Cycle,
    pub(super) halves: Option<Halves>,
    pub(super) due: Option<DueDay>,
    pub(super) weekday: Option<u32>,
    pub(super) on: Option<(u32, u32, u32)>,
    pub(super) before: bool,
    pub(super) cutoff: Option<CutoffDay>,
    /// Whether its words alone could speak of something else.
    pub(super) surely: Surely,
    /// What was taken to be so, and stands in no word.
    pub(super) inferred: bool,
    /// The tokens it rests on.
    pub(super) places: Vec<Place>,
    /// Where the text says the same again.
    pub(super) also: Vec<Place>,
}

impl Tied {
    fn of(cycle: Cycle, halves: Option<Halves>, surely: Surely, place: Place) -> Tied {
        Tied {
            cycle,
            halves,
            due: None,
            weekday: None,
            on: None,
            before: false,
            cutoff: None,
            surely,
            inferred: false,
            places: vec![place],
            also: Vec::new(),
        }
    }

    pub(super) fn is_dated(&self) -> bool {
        self.due.is_some() || self.weekday.is_some() || self.on.is_some()
    }

    /// Whether it asks for the same as another.
    pub(super) fn says_as(&self, other: &Tied) -> bool {
        (self.due, self.weekday, self.on, self.before) == (other.due, other.weekday, other.on, other.before)
            && (self.cycle, self.halves) == (other.cycle, other.halves)
            && (self.cutoff == other.cutoff || self.cutoff.is_none() || other.cutoff.is_none())
    }

    fn set(&mut self, fit: &Fit, place: Place) {
        match fit.day {
            When::Due(due) => self.due = Some(due),
            When::Weekday(day, before) => (self.weekday, self.before) = (Some(day), before),
        }
        self.inferred |= fit.inferred;
        self.places.push(place);
    }
}

/// A day as the day of a cycle.
struct Fit {
    day: When,
    inferred: bool,
}

enum When {
    Due(DueDay),
    Weekday(u32, bool),
}

/// The rules of a sentence's items, and the items that are no rule's, with what is to be said of them.
pub(super) fn tie(items: &[Item], is_report: bool) -> (Vec<Tied>, Vec<(NoteCode, Place)>) {
    // Days stand before their cycles where a cycle stands last.
    let last = items.iter().rfind(|item| match item.says {
        Says::Every(cycle, ..) => cycle.has_periods(),
        Says::By(_) => true,
        Says::Data(..) | Says::Daily | Says::Single => false,
    });
    let days_first = last.is_some_and(|item| matches!(item.says, Says::Every(..)));
    let mut tie =
        Tie { rules: Vec::new(), notes: Vec::new(), run: Vec::new(), waiting: None, single: None, is_report };
    for item in items {
        let place = (item.from, item.to);
        match &item.says {
            Says::Every(cycle, halves, surely) => {
                tie.every(Tied::of(*cycle, *halves, *surely, place), days_first);
            }
            Says::By(days) => tie.by(days, place),
            Says::Data(from, to) => tie.data(*from, *to, place),
            Says::Single => {
                tie.close();
                tie.single = Some(place);
            }
            Says::Daily => tie.notes.push((NoteCode::Undated, place)),
        }
    }
    tie.close();
    (tie.rules, tie.notes)
}

struct Tie {
    rules: Vec<Tied>,
    notes: Vec<(NoteCode, Place)>,
    /// The rules whose day is still to come.
    run: Vec<usize>,
    /// Days whose cycle is still to come.
    waiting: Option<(Vec<Day>, Place)>,
    /// A period of its own, whose day may follow.
    single: Option<Place>,
    /// Whether the sentence speaks of a report.
    is_report: bool,
}

impl Tie {
    fn close(&mut self) {
        self.run.clear();
        if let Some((days, place)) = self.waiting.take() {
            // Two days of a year, of which no word says whose they are.
            if self.is_dated_by_halves(&days) {
                self.half_and_year(&days, place, None);
            } else {
                self.notes.push((NoteCode::DueUnclear, place));
            }
        }
        self.notes.extend(self.single.take().map(|place| (NoteCode::UnreadText, place)));
    }

    fn is_dated_by_halves(&self, days: &[Day]) -> bool {
        self.rules.is_empty()
            && self.single.is_none()
            && halves(days).is_some()
            && days.iter().all(|day| day.is_opened)
    }

    fn every(&mut self, rule: Tied, days_first: bool) {
        self.notes.extend(self.single.take().map(|place| (NoteCode::UnreadText, place)));
        let at = self.rules.len();
        let has_days = rule.cycle.has_periods();
        self.rules.push(rule);
        if !has_days {
            return;
        }
        if let Some((days, place)) = self.waiting.take() {
            self.run = vec![at];
            if days_first && self.assign(&days, place) {
                self.run.clear();
                return;
            }
            self.notes.push((NoteCode::DueUnclear, place));
        }
        if self.run.last() != Some(&at) {
            self.run.push(at);
        }
    }

    fn by(&mut self, days: &[Day], place: Place) {
        if days.iter().any(|day| day.has_hour) {
            self.notes.push((NoteCode::HourNotJudged, place));
        }
        let is_date =
            days.iter().any(|day| !day.is_opened && matches!(day.on, On::OfYear { year: Year::Of(_), .. }));
        if is_date {
            // A document's day.
            self.notes.push((NoteCode::UnreadText, place));
        } else if self.assign(days, place) || self.own(days, place) {
            self.run.clear();
        } else if self.run.is_empty() && self.waiting.is_none() {
            self.waiting = Some((days.to_vec(), place));
        } else {
            self.notes.push((NoteCode::DueUnclear, place));
            self.run.clear();
        }
    }

    /// Gives days to the cycles that stand before them.
    fn assign(&mut self, days: &[Day], place: Place) -> bool {
        let Some(last) = self.run.last().copied() else { return false };
        if let [day] = days {
            let fit_of = |at: usize| Some((at, fit(self.rules.get(at)?, day)?));
            let of_all = || self.run.iter().filter_map(|at| fit_of(*at)).collect::<Vec<_>>();
            let fits = match fit_of(last) {
                _ if day.on_any_period() => of_all(),
                Some(fit) => vec![fit],
                // The cycle that its words name may stand further before it.
                None => {
                    let is_own = |at: usize| self.rules.get(at).map(|rule| rule.cycle) == day.own_cycle();
                    self.run.iter().copied().filter(|at| is_own(*at)).filter_map(fit_of).collect()
                }
            };
            let found = !fits.is_empty();
            for (at, fit) in fits {
                if let Some(rule) = self.rules.get_mut(at) {
                    rule.set(&fit, place);
                }
            }
            return found;
        }
        if self.run.len() == days.len() {
            let run = self.run.iter().zip(days);
            let fits: Option<Vec<Fit>> = run.map(|(at, day)| fit(self.rules.get(*at)?, day)).collect();
            if let Some(fits) = fits {
                for (at, fit) in self.run.iter().zip(fits) {
                    if let Some(rule) = self.rules.get_mut(*at) {
                        rule.set(&fit, place);
                    }
                }
                return true;
            }
        }
        self.several(last, days, place)
    }

    /// Several days of one rule: of both halves, of each quarter.
    fn several(&mut self, at: usize, days: &[Day], place: Place) -> bool {
        let Some(rule) = self.rules.get(at).cloned() else { return false };
        match rule.cycle {
            Cycle::HalfYearly => {
                let Some((first, second)) =
                    halves(days).filter(|_| matches!(rule.halves, None | Some(Halves::Both)))
                else {
                    return false;
                };
                let mut rest = rule.clone();
                let Some(rule) = self.rules.get_mut(at) else { return false };
                rule.due = Some(first);
                rule.places.push(place);
                if (first.day, first.month_of_period, first.before)
                    == (second.day, second.month_of_period, second.before)
                {
                    rule.halves = Some(Halves::Both);
                } else {
                    rule.halves = Some(Halves::First);
                    (rest.halves, rest.due) = (Some(Halves::Second), Some(second));
                    rest.places.push(place);
                    self.rules.push(rest);
                }
                true
            }
            Cycle::Quarterly => match quarters(days) {
                Some(due) => {
                    if let Some(rule) = self.rules.get_mut(at) {
                        rule.due = Some(due);
                        rule.places.push(place);
                    }
                    true
                }
                None => false,
            },
            Cycle::Yearly if halves(days).is_some() => {
                self.half_and_year(days, place, Some(at));
                true
            }
            _ => false,
        }
    }

    /// Two days of a year: the first half's report and the year's, which no word says.
    fn half_and_year(&mut self, days: &[Day], place: Place, year: Option<usize>) {
        let mut half = Tied::of(Cycle::HalfYearly, None, Surely::Named, place);
        let mut whole = Tied::of(Cycle::Yearly, None, Surely::Named, place);
        let [first, second] = days else { return };
        let fits = (fit(&half, first), fit(&whole, second));
        if let (Some(first), Some(second)) = fits {
            half.set(&first, place);
            whole.set(&second, place);
            (half.inferred, whole.inferred) = (true, true);
            match year.and_then(|at| self.rules.get_mut(at)) {
                Some(rule) => {
                    whole.places.extend_from_slice(&rule.places);
                    *rule = half;
                    self.rules.push(whole);
                }
                None => self.rules.extend([half, whole]),
            }
        }
    }

    /// Days whose own words say of which cycle they are.
    fn own(&mut self, days: &[Day], place: Place) -> bool {
        if let [day] = days {
            if let On::OfYear { day: of, month, year: Year::Of(year) } = day.on {
                if day.is_opened && self.is_report {
                    let mut rule = Tied::of(Cycle::Once, None, Surely::Named, place);
                    (rule.on, rule.before) = (Some((year, month, of)), day.before);
                    rule.places.extend(self.single.take());
                    self.rules.push(rule);
                    return true;
                }
                return false;
            }
            let Some(cycle) = day.own_cycle() else { return false };
            let mut rule = Tied::of(cycle, None, Surely::Named, place);
            let Some(fit) = fit(&rule, day) else { return false };
            rule.set(&fit, place);
            rule.inferred |= matches!(day.on, On::NextMonth(_));
            self.rules.push(rule);
            return true;
        }
        if !self.run.is_empty() {
            return false;
        }
        if let Some(due) = quarters(days) {
            let mut rule = Tied::of(Cycle::Quarterly, None, Surely::Named, place);
            (rule.due, rule.inferred) = (Some(due), true);
            self.rules.push(rule);
            return true;
        }
        // A cycle that follows may say which they are.
        let is_each = days.iter().any(|day| matches!(day.on, On::OfYear { year: Year::Each, .. }));
        if is_each && halves(days).is_some() {
            self.half_and_year(days, place, None);
            return true;
        }
        false
    }

    fn data(&mut self, from: Option<On>, to: On, place: Place) {
        let at = self.run.last().copied().or_else(|| self.rules.len().checked_sub(1));
        let rule = at.and_then(|at| self.rules.get_mut(at));
        let cutoff = rule.as_ref().and_then(|rule| cutoff(rule, from, to));
        match (rule, cutoff) {
            (Some(rule), Some(cutoff)) if rule.cutoff.is_none() => {
                rule.cutoff = Some(cutoff);
                rule.places.push(place);
            }
            _ => self.notes.push((NoteCode::UnreadText, place)),
        }
    }
}

impl Day {
    /// Whether it is a day of whatever period is reported on.
    fn on_any_period(&self) -> bool {
        matches!(self.on, On::LastMonth(_, Of::Any) | On::LastDay(Of::Any))
    }

    /// The cycle its own words name.
    fn own_cycle(&self) -> Option<Cycle> {
        match self.on {
            On::OfMonth(_, true) | On::LastDay(Of::Month) | On::NextMonth(_) => Some(Cycle::Monthly),
            On::LastMonth(_, Of::Quarter) | On::NextQuarter(_) | On::LastDay(Of::Quarter) => {
                Some(Cycle::Quarterly)
            }
            On::OfWeek(_, true) => Some(Cycle::Weekly),
            On::OfYear { year: Year::Each | Year::Next, .. } => Some(Cycle::Yearly),
            _ => None,
        }
    }
}

/// A day as the due day of a cycle; none where it is no day of it.
fn fit(rule: &Tied, day: &Day) -> Option<Fit> {
    let due = |of: u32, month_of_period: u32| {
        Some(When::Due(DueDay { day: of, month_of_period, before: day.before }))
    };
    let mut inferred = false;
    let found = match (rule.cycle, day.on) {
        (Cycle::Weekly, On::OfWeek(of, _)) => Some(When::Weekday(of, day.before)),
        (Cycle::Weekly, _) | (_, On::OfWeek(..)) => None,
        (Cycle::Monthly, On::Bare(of) | On::OfMonth(of, _)) => due(of, 1),
        (
            Cycle::Monthly | Cycle::Quarterly | Cycle::HalfYearly | Cycle::NineMonthly | Cycle::Yearly,
            On::NextMonth(of),
        ) => due(of, rule.cycle.months()?.checked_add(1)?),
        (_, On::LastDay(of)) if is_of(rule.cycle, of) => due(31, rule.cycle.months()?),
        (_, On::LastMonth(of, period)) if is_of(rule.cycle, period) => due(of, rule.cycle.months()?),
        (Cycle::Quarterly, On::NextQuarter(of)) => due(of, 4),
        (Cycle::HalfYearly, On::OfYear { day: of, month, year }) => {
            let (_, month) = half(Some(rule.halves.unwrap_or(Halves::First)), month, year)?;
            due(of, month)
        }
        (
            Cycle::NineMonthly,
            On::OfYear { day: of, month: month @ 8..=11, year: Year::Unsaid | Year::Each },
        ) => due(of, month),
        (Cycle::Yearly, On::OfYear { day: of, month, year: Year::Next }) => due(of, month.checked_add(12)?),
        (Cycle::Yearly, On::OfYear { day: of, month, year: Year::Unsaid | Year::Each }) => {
            // The year's report in its first months is the one on the year before.
            inferred = month <= 3;
            due(of, if inferred { month.checked_add(12)? } else { month })
        }
        _ => None,
    };
    found.map(|day| Fit { day, inferred })
}

fn is_of(cycle: Cycle, of: Of) -> bool {
    match of {
        Of::Any => cycle.months().is_some(),
        Of::Month => cycle == Cycle::Monthly,
        Of::Quarter => cycle == Cycle::Quarterly,
    }
}

/// The half a month's day is about, and the month of that half.
fn half(said: Option<Halves>, month: u32, year: Year) -> Option<(Halves, u32)> {
    let is_next = year == Year::Next;
    let found = match (month, year) {
        (_, Year::Of(_) | Year::Before) => return None,
        (5..=8, _) if !is_next => (Halves::First, month),
        (11 | 12, _) if !is_next => (Halves::Second, month.checked_sub(6)?),
        (1 | 2, _) => (Halves::Second, month.checked_add(6)?),
        _ => return None,
    };
    (said.is_none() || said == Some(found.0)).then_some(found)
}

/// Two days of which one is the first half's and the other the second's.
fn halves(days: &[Day]) -> Option<(DueDay, DueDay)> {
    let [first, second] = days else { return None };
    let of = |given: &Day, wanted: Halves| {
        let On::OfYear { day, month, year } = given.on else { return None };
        let (half, month_of_period) = half(None, month, year)?;
        (half == wanted).then_some(DueDay { day, month_of_period, before: given.before })
    };
    of(first, Halves::First).zip(of(second, Halves::Second))
}

/// Four days, one of each quarter and all alike.
fn quarters(days: &[Day]) -> Option<DueDay> {
    let mut found: Option<DueDay> = None;
    if days.len() != 4 {
        return None;
    }
    for (given, quarter) in days.iter().zip(0_u32..) {
        let On::OfYear { day, month, year } = given.on else { return None };
        let begins = quarter.checked_mul(3)?;
        // The last quarter's may be in January of the next year.
        let month = if quarter == 3 && month <= 3 { month.checked_add(12)? } else { month };
        let month_of_period = month.checked_sub(begins).filter(|month| (1..=6).contains(month))?;
        let due = DueDay { day, month_of_period, before: given.before };
        if matches!(year, Year::Of(_) | Year::Before) || found.is_some_and(|found| found != due) {
            return None;
        }
        found = Some(due);
    }
    found
}

/// The last day of a rule's data; none where the first day that is said is not the one after it, one period earlier.
fn cutoff(rule: &Tied, from: Option<On>, to: On) -> Option<CutoffDay> {
    let last = match (rule.cycle, to) {
        (Cycle::Monthly, On::Bare(day) | On::OfMonth(day, _)) => CutoffDay { day, month_of_period: 1 },
        (Cycle::Quarterly, On::LastMonth(day, Of::Quarter | Of::Any)) => {
            CutoffDay { day, month_of_period: 3 }
        }
        (Cycle::HalfYearly, On::OfYear { day, month: 6, year: Year::Unsaid | Year::Each })
            if !matches!(rule.halves, Some(Halves::Second)) =>
        {
            CutoffDay { day, month_of_period: 6 }
        }
        (Cycle::HalfYearly, On::OfYear { day, month: 12, year: Year::Unsaid | Year::Each })
            if matches!(rule.halves, Some(Halves::Second)) =>
        {
            CutoffDay { day, month_of_period: 6 }
        }
        (Cycle::NineMonthly, On::OfYear { day, month: 9, year: Year::Unsaid | Year::Each }) => {
            CutoffDay { day, month_of_period: 9 }
        }
        (Cycle::Yearly, On::OfYear { day, month: month @ 10..=12, year: Year::Unsaid | Year::Each }) => {
            CutoffDay { day, month_of_period: month }
        }
        (_, On::LastMonth(day, Of::Any)) => CutoffDay { day, month_of_period: rule.cycle.months()? },
        _ => return None,
    };
    let Some(from) = from else { return Some(last) };
    let (day, month) = match from {
        On::Bare(day) | On::OfMonth(day, _) => (day, None),
        On::OfYear { day, month, year: Year::Unsaid | Year::Each | Year::Before } => (day, Some(month)),
        _ => return None,
    };
    // The month the data begin in: that of the last day, one period earlier.
    let expected = match (rule.cycle, rule.halves) {
        (Cycle::Monthly | Cycle::Quarterly, _) => None,
        (Cycle::HalfYearly, Some(Halves::Second)) => Some(6),
        (Cycle::HalfYearly | Cycle::NineMonthly, _) => Some(12),
        _ => Some(last.month_of_period),
    };
    (day == last.day.checked_add(1)? && month == expected).then_some(last)
}
