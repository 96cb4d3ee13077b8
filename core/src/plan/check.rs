//! What a plan must hold beyond its shape: codes that are codes and name something, years in range and order, texts
//! within the limits.

use std::collections::BTreeMap;

use super::Plan;
use crate::codes::ErrorCode;
use crate::dates::{YEARS, year_out_of_range};
use crate::error::Error;
use crate::limits::Limits;

/// Characters of a code.
const CODE_CHARS: usize = 32;
/// Rules of a regime: a plan has a dozen, and their reports on one day each name all others.
const MOST_RULES: usize = 200;
/// Months after a period in which its report may still fall due.
const MONTHS_AFTER: u32 = 12;

impl Plan {
    /// The first thing wrong with the contents of a plan built or changed in memory: its codes, references, texts and
    /// years of milestones. Reading a file checks these too, and beside them the file's version, size and dates.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Limits, Plan};
    /// let mut plan = Plan::builtin("tien-giang-69")?;
    /// plan.tasks[1].number = 1;
    /// assert_eq!(plan.check(&Limits::default()).unwrap_err().code, ErrorCode::DuplicateCode);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn check(&self, limits: &Limits) -> Result<(), Error> {
        self.check_texts(limits)?;
        self.check_milestones()?;
        let codes =
            unique(self.indicators.iter().map(|indicator| indicator.code.as_str()), "indicators", "code")?;
        self.check_published_codes(&codes)?;
        self.check_statements()?;
        self.check_indicators(&codes)?;
        self.check_tasks()?;
        self.check_regime()
    }

    fn check_texts(&self, limits: &Limits) -> Result<(), Error> {
        let text = |path: &dyn Fn() -> String, text: &str| {
            // A text has at least a quarter as many characters as bytes: the count is seldom needed.
            if text.len() <= limits.text_chars || text.chars().count() <= limits.text_chars {
                return Ok(());
            }
            let expected = format!("a text of at most {} characters", limits.text_chars);
            Err(Error::new(ErrorCode::CellTooLong, path(), expected))
        };
        let own = [("id", Some(&self.id)), ("number", self.number.as_ref()), ("title", Some(&self.title))];
        let own =
            own.into_iter().chain([("titleEn", self.title_en.as_ref()), ("issuer", Some(&self.issuer))]);
        for (name, own) in own {
            text(&|| name.to_owned(), own.map_or("", String::as_str))?;
        }
        for (at, footnote) in self.footnotes.iter().enumerate() {
            text(&|| format!("footnotes[{at}].text"), &footnote.text)?;
        }
        for (at, indicator) in self.indicators.iter().enumerate() {
            text(&|| format!("indicators[{at}].name"), &indicator.name)?;
            text(&|| format!("indicators[{at}].lead"), &indicator.lead)?;
            text(&|| format!("indicators[{at}].unit"), indicator.unit.as_deref().unwrap_or(""))?;
            text(&|| format!("indicators[{at}].undated"), indicator.undated.as_deref().unwrap_or(""))?;
            for (cell_at, cell) in indicator.targets.iter().enumerate() {
                text(&|| format!("indicators[{at}].targets[{cell_at}].text"), &cell.text)?;
            }
        }
        for (at, task) in self.tasks.iter().enumerate() {
            let cells = [("title", &task.title), ("lead", &task.lead), ("deadline", &task.deadline)];
            for (name, cell) in cells.into_iter().chain([("cooperating", &task.cooperating)]) {
                text(&|| format!("tasks[{at}].{name}"), cell)?;
            }
        }
        for (at, rule) in self.regime.iter().flat_map(|regime| &regime.rules).enumerate() {
            let cells =
                [("reporters", &rule.reporters), ("recipient", &rule.recipient), ("text", &rule.text)];
            for (name, cell) in cells {
                text(&|| format!("regime.rules[{at}].{name}"), cell)?;
            }
        }
        Ok(())
    }

    fn check_milestones(&self) -> Result<(), Error> {
        for (at, year) in self.milestones.iter().enumerate() {
            if !YEARS.contains(year) {
                return Err(year_out_of_range(&format!("milestones[{at}]")));
            }
        }
        if self.milestones.is_sorted_by(|a, b| a < b) {
            Ok(())
        } else {
            Err(Error::new(ErrorCode::BadValue, "milestones", "years in ascending order, each once"))
        }
    }

    fn check_indicators(&self, codes: &BTreeMap<&str, usize>) -> Result<(), Error> {
        for (at, indicator) in self.indicators.iter().enumerate() {
            if !is_code(&indicator.code) {
                let expected =
                    format!("a code of letters and digits between dots, at most {CODE_CHARS} characters");
                return Err(Error::new(ErrorCode::BadCode, format!("indicators[{at}].code"), expected));
            }
            if let Some(parent) = &indicator.parent {
                // A parent stands above its rows, so no chain of parents can close.
                if codes.get(parent.as_str()).is_none_or(|parent_at| *parent_at >= at) {
                    let path = format!("indicators[{at}].parent");
                    return Err(Error::new(
                        ErrorCode::UnknownCode,
                        path,
                        "the code of an indicator before this one",
                    ));
                }
            }
            for (cell_at, cell) in indicator.targets.iter().enumerate() {
                if self.milestones.binary_search(&cell.year).is_err() {
                    let path = format!("indicators[{at}].targets[{cell_at}].year");
                    return Err(Error::new(ErrorCode::UnknownCode, path, "one of the plan's milestones"));
                }
            }
            if !indicator.targets.is_sorted_by(|a, b| a.year < b.year) {
                let path = format!("indicators[{at}].targets");
                return Err(Error::new(
                    ErrorCode::BadValue,
                    path,
                    "cells in ascending order of year, one for each",
                ));
            }
        }
        Ok(())
    }

    /// A row's other code is a code, and no other row's.
    fn check_published_codes(&self, codes: &BTreeMap<&str, usize>) -> Result<(), Error> {
        let mut published = BTreeMap::new();
        for (at, indicator) in self.indicators.iter().enumerate() {
            for (other_at, other) in indicator.other_codes.iter().enumerate() {
                let code = other.code.as_str();
                let path = format!("indicators[{at}].otherCodes[{other_at}].code");
                if !is_code(code) {
                    return Err(Error::new(
                        ErrorCode::BadCode,
                        path,
                        "a code of letters and digits between dots",
                    ));
                }
                if codes.contains_key(code) || published.insert(code, at).is_some() {
                    return Err(Error::new(ErrorCode::DuplicateCode, path, "a code that no other item has"));
                }
            }
        }
        Ok(())
    }

    /// What the body and the lineage speak of is in the plan.
    fn check_statements(&self) -> Result<(), Error> {
        for (at, statement) in self.body.iter().enumerate() {
            if self.indicator(&statement.indicator).is_none() {
                return Err(Error::new(
                    ErrorCode::UnknownCode,
                    format!("body[{at}].indicator"),
                    "the code of an indicator",
                ));
            }
        }
        let Some(lineage) = &self.derives else { return Ok(()) };
        for (at, link) in lineage.indicators.iter().enumerate() {
            if self.indicator(&link.child).is_none() {
                let path = format!("derives.indicators[{at}].child");
                return Err(Error::new(ErrorCode::UnknownCode, path, "the code of an indicator"));
            }
        }
        for (at, link) in lineage.tasks.iter().enumerate() {
            if link.child.parse().ok().and_then(|number| self.task(number)).is_none() {
                let path = format!("derives.tasks[{at}].child");
                return Err(Error::new(ErrorCode::UnknownCode, path, "the number of a task"));
            }
        }
        Ok(())
    }

    fn check_tasks(&self) -> Result<(), Error> {
        unique(self.tasks.iter().map(|task| task.number), "tasks", "number")?;
        let pillars = unique(self.pillars.iter().map(|pillar| pillar.code.as_str()), "pillars", "code")?;
        for (at, task) in self.tasks.iter().enumerate() {
            if task.number == 0 {
                return Err(Error::new(
                    ErrorCode::BadValue,
                    format!("tasks[{at}].number"),
                    "a number from 1",
                ));
            }
            if task.pillar.as_deref().is_some_and(|pillar| !pillars.contains_key(pillar)) {
                let path = format!("tasks[{at}].pillar");
                return Err(Error::new(
                    ErrorCode::UnknownCode,
                    path,
                    "the code of one of the plan's pillars",
                ));
            }
            unique(task.items.iter().map(|item| item.number), &format!("tasks[{at}].items"), "number")?;
        }
        Ok(())
    }

    fn check_regime(&self) -> Result<(), Error> {
        let Some(regime) = &self.regime else { return Ok(()) };
        if regime.rules.len() > MOST_RULES {
            return Err(Error::new(
                ErrorCode::TooMany,
                "regime.rules",
                format!("at most {MOST_RULES} rules"),
            ));
        }
        unique(regime.rules.iter().map(|rule| rule.code.as_str()), "regime.rules", "code")?;
        for (at, rule) in regime.rules.iter().enumerate() {
            if rule.code.is_empty() || rule.code.chars().count() > CODE_CHARS {
                let expected = format!("a code of 1 to {CODE_CHARS} characters");
                return Err(Error::new(ErrorCode::BadCode, format!("regime.rules[{at}].code"), expected));
            }
            let due = rule.due.map(|due| ("due", due.day, due.month_of_period));
            let cutoff = rule.cutoff.map(|cutoff| ("cutoff", cutoff.day, cutoff.month_of_period));
            for (name, day, month) in due.into_iter().chain(cutoff) {
                let months = rule.cycle.months().map_or(0, |months| months.saturating_add(MONTHS_AFTER));
                let path = || format!("regime.rules[{at}].{name}");
                if months == 0 {
                    let expected = "no day: of term and ad hoc reports the caller gives it";
                    return Err(Error::new(ErrorCode::BadValue, path(), expected));
                }
                if !(1..=31).contains(&day) || !(1..=months).contains(&month) {
                    let expected = format!("a day from 1 to 31 of a month from 1 to {months}");
                    return Err(Error::new(ErrorCode::BadValue, path(), expected));
                }
            }
        }
        Ok(())
    }
}

/// Whether a text is an indicator's code.
fn is_code(code: &str) -> bool {
    code.chars().count() <= CODE_CHARS
        && code.split('.').all(|segment| !segment.is_empty() && segment.chars().all(char::is_alphanumeric))
}

/// Each key's place, or an error at the first that comes again.
fn unique<K: Ord>(
    keys: impl Iterator<Item = K>,
    list: &str,
    field: &str,
) -> Result<BTreeMap<K, usize>, Error> {
    let mut places = BTreeMap::new();
    for (at, key) in keys.enumerate() {
        if places.insert(key, at).is_some() {
            let expected = format!("a {field} that no other item has");
            return Err(Error::new(ErrorCode::DuplicateCode, format!("{list}[{at}].{field}"), expected));
        }
    }
    Ok(places)
}
