//! Verdict and standing of every indicator worked out once more from its why alone, by arithmetic of its own.
//!
//! Fractions of 128 bits, written here: the numbers of the cases are small. Nothing of the library's rules is used, only what
//! the why of a result holds, the options of the call, and the result to compare with. Not worked out here yet: `part_year`,
//! `equal_exactly`, `cagr`, `rising`, and what has no numbers (presence, prose, several scopes as a whole).

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde_json::Value;
use tiendo_tests::vectors::{call, files};

/// A fraction, its denominator positive.
#[derive(Clone, Copy, Debug)]
struct Fraction(i128, i128);

fn common(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs().max(1) } else { common(b, a % b) }
}

impl Fraction {
    fn of(over: i128, under: i128) -> Fraction {
        let by = common(over, under) * under.signum();
        Fraction(over / by, under / by)
    }

    fn text(text: &str) -> Fraction {
        let (whole, after) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{whole}{after}").parse().expect("a number in canonical text");
        Fraction::of(digits, 10_i128.pow(u32::try_from(after.len()).expect("few digits")))
    }

    fn less(self, other: Fraction) -> Fraction {
        Fraction::of(self.0 * other.1 - other.0 * self.1, self.1 * other.1)
    }

    fn plus(self, other: Fraction) -> Fraction {
        self.less(Fraction(-other.0, other.1))
    }

    fn times(self, other: Fraction) -> Fraction {
        Fraction::of(self.0 * other.0, self.1 * other.1)
    }

    fn by(self, other: Fraction) -> Fraction {
        Fraction::of(self.0 * other.1, self.1 * other.0)
    }

    fn beside(self, other: Fraction) -> Ordering {
        (self.less(other).0).cmp(&0)
    }

    fn floor(self) -> Fraction {
        Fraction(self.0.div_euclid(self.1), 1)
    }

    fn ceiling(self) -> Fraction {
        Fraction(-(-self.0).div_euclid(self.1), 1)
    }
}

/// The time of a day: its year less one and how much of the year is over at its end.
fn time(day: NaiveDate) -> Fraction {
    let days = if day.leap_year() { 366 } else { 365 };
    Fraction(i128::from(day.year()) - 1, 1).plus(Fraction::of(i128::from(day.ordinal()), days))
}

/// One judgement: of an indicator, or of one scope of it.
struct Told<'v> {
    item: &'v Value,
    options: &'v Value,
}

impl Told<'_> {
    fn member(&self, list: &str, name: &str) -> Option<&str> {
        let list = self.item["why"][list].as_array().expect("a why has its lists");
        list.iter().find(|member| member["name"] == name)?["value"].as_str()
    }

    fn number(&self, name: &str) -> Option<Fraction> {
        self.member("numbers", name).map(Fraction::text)
    }

    fn time(&self, name: &str) -> Option<Fraction> {
        self.member("dates", name).map(|date| time(date.parse().expect("a date")))
    }

    fn value(&self) -> Fraction {
        match self.number("numerator").zip(self.number("denominator")) {
            Some((over, under)) => {
                let hundred = if self.member("terms", "unit") == Some("percent") { 100 } else { 1 };
                over.times(Fraction(hundred, 1)).by(under)
            }
            None => self.number("value").expect("a value"),
        }
    }

    fn required(&self) -> Fraction {
        self.number("required").expect("what is required")
    }

    /// A number so that more is better.
    fn good(&self, number: Fraction) -> Fraction {
        if self.member("terms", "better") == Some("lower") { Fraction(-number.0, number.1) } else { number }
    }

    fn is_met(&self, value: Fraction) -> bool {
        let order = self.good(value).beside(self.good(self.required()));
        match self.member("terms", "operator").expect("an operator") {
            "more_than" | "less_than" => order == Ordering::Greater,
            "equal" | "reach" if self.options["equalExactly"] == true => order == Ordering::Equal,
            _ => order != Ordering::Less,
        }
    }

    fn threshold(&self, name: &str, default: &str) -> Fraction {
        Fraction::text(self.options[name].as_str().unwrap_or(default))
    }

    fn day(&self, name: &str) -> Option<NaiveDate> {
        self.member("dates", name).map(|date| date.parse().expect("a date"))
    }

    /// Whether what is asked is met; none where a part of a year cannot tell: one that reached no floor, or passed no cap, leaves
    /// it to the last whole year, before the milestone's own.
    fn verdict(&self) -> Option<bool> {
        let own = self.is_met(self.value());
        let is_part = self.number("full").is_some() || self.item["why"]["rule"] == "part_year";
        if !is_part || own == (self.member("terms", "better") == Some("higher")) {
            return Some(own);
        }
        let is_before = self.day("measured")?.year() != self.day("milestone")?.year();
        self.number("full").filter(|_| is_before).map(|full| self.is_met(full))
    }

    /// What a year's amount should be on a day of it: so much of it as is over, whole things rounded down where more is better.
    fn expected_of_year(&self) -> Option<Fraction> {
        let day = self.day("measured")?;
        let end = |year| {
            NaiveDate::from_ymd_opt(year, 12, if self.options["decree09Cutoff"] == true { 14 } else { 31 })
        };
        let (from, to) = (end(day.year() - 1)?, end(day.year())?);
        let whole = self.expected(time(NaiveDate::from_ymd_opt(day.year(), 12, 31)?))?;
        let days = (day - from).num_days().min((to - from).num_days());
        let part = whole.times(Fraction::of(days.into(), (to - from).num_days().into()));
        let is_counted = matches!(self.member("terms", "unit"), None | Some("count" | "rank"));
        if !is_counted || self.required().1 != 1 {
            return Some(part);
        }
        Some(if self.member("terms", "better") == Some("higher") { part.floor() } else { part.ceiling() })
    }

    /// Compound growth beside what is needed, in floating point: thresholds are not that near.
    fn by_growth(&self) -> Option<&'static str> {
        let Some((from, since)) = self.number("baseline").zip(self.time("baseline")) else {
            return Some("undetermined");
        };
        let (value, goal) = (self.value(), self.required());
        let signs = [from.0.signum(), value.0.signum(), goal.0.signum()];
        if signs != [signs[0]; 3] || signs[0] == 0 || from.beside(goal) == Ordering::Equal {
            return Some("undetermined");
        }
        #[expect(clippy::cast_precision_loss, reason = "far from the thresholds")]
        let float = |of: Fraction| of.0 as f64 / of.1 as f64;
        let rate = |to: Fraction, at: Fraction| float(to.by(from)).powf(1.0 / float(at.less(since))) - 1.0;
        let towards = (self.member("terms", "better") == Some("higher")) == (signs[0] > 0);
        let observed = rate(value, self.time("measured")?);
        let ratio = if towards { observed } else { -observed } / rate(goal, self.time("milestone")?).abs();
        let least = |name, default| float(self.threshold(name, default)) - 1e-9;
        Some(match ratio {
            ratio if ratio < -1e-12 => "moving_away",
            ratio if ratio >= least("onTrack", "0.95") => "on_track",
            ratio if ratio >= least("cagrModerate", "0.6") => "slightly_behind",
            _ => "off_track",
        })
    }

    /// Yes, no and prose: what was said beside what was asked.
    fn by_words(&self, short: &'static str) -> Option<&'static str> {
        let observation = &self.item["observation"];
        let said = [&observation["present"], &observation["judgement"]].into_iter().find(|of| !of.is_null());
        let Some(said) = said else {
            return Some(if self.day("measured").is_some() { "said and not shown" } else { "undetermined" });
        };
        let asked = self.item["target"]["present"].as_bool().unwrap_or(true);
        Some(if *said == asked { "met" } else { short })
    }

    /// Of several scopes the worst; one that is open leaves all open, unless another is missed.
    fn by_scopes(&self) -> Option<&'static str> {
        let of = |part: &Value, standing: &str| part["standing"] == standing;
        let parts = self.item["parts"].as_array()?;
        let from_worst = [
            "missed",
            "undetermined",
            "not_asked",
            "moving_away",
            "off_track",
            "slightly_behind",
            "on_track",
            "met",
        ];
        from_worst.into_iter().find(|standing| parts.iter().any(|part| of(part, standing)))
    }

    /// The change a year, from the earlier figure; so that more is better.
    fn course(&self) -> Option<Fraction> {
        let (from, since) = self.number("earlier").zip(self.time("earlier"))?;
        let (value, at) = match self.number("full").zip(self.time("full")) {
            Some(full) => full,
            None => (self.value(), self.time("measured")?),
        };
        Some(self.good(value.less(from)).by(at.less(since)))
    }

    fn by_need(&self) -> Option<&'static str> {
        let (value, at) = match self.number("full").zip(self.time("full")) {
            Some(full) => full,
            None => (self.value(), self.time("measured")?),
        };
        let left = self.time("milestone")?.less(at);
        let need = self.course()?.times(left).by(self.good(self.required().less(value)));
        Some(if need.0 < 0 { "moving_away" } else { self.by_ratio(need) })
    }

    fn by_ratio(&self, ratio: Fraction) -> &'static str {
        if ratio.beside(self.threshold("onTrack", "0.95")) != Ordering::Less {
            "on_track"
        } else if ratio.beside(self.threshold("slightlyBehind", "0.8")) != Ordering::Less {
            "slightly_behind"
        } else {
            "off_track"
        }
    }

    /// What the path expects at a time.
    fn expected(&self, at: Fraction) -> Option<Fraction> {
        let (from, to) = self.number("pathFrom").zip(self.number("pathTo"))?;
        let (since, until) = self.time("pathFrom").zip(self.time("pathTo"))?;
        if since.beside(until) == Ordering::Equal {
            return Some(to);
        }
        Some(from.plus(to.less(from).times(at.less(since)).by(until.less(since))))
    }

    fn by_path(&self, expected: Fraction) -> &'static str {
        let value = self.value();
        let higher = self.member("terms", "better") != Some("lower");
        if self.good(value).beside(self.good(expected)) != Ordering::Less {
            return "on_track";
        }
        if expected.0 < 0 || (expected.0 == 0 && higher) {
            return "undetermined";
        }
        if higher { self.by_ratio(value.by(expected)) } else { self.by_ratio(expected.by(value)) }
    }

    /// The standing by the path, never better than slightly behind below what the leg starts from.
    fn by_leg(&self, expected: Fraction) -> &'static str {
        let below = self
            .number("pathFrom")
            .is_some_and(|from| self.good(self.value()).beside(self.good(from)) == Ordering::Less);
        let rest = ["milestone", "stage", "baseline"].map(Some).contains(&self.member("terms", "pathStart"));
        match self.by_path(expected) {
            "on_track" if below && rest => "slightly_behind",
            other => other,
        }
    }

    /// On or ahead of a path from a baseline or a milestone, and not falling: never worse than slightly behind.
    fn corrected(&self, standing: &'static str) -> &'static str {
        let expected = self.time("measured").and_then(|at| self.expected(at));
        expected.map_or(standing, |expected| self.corrected_beside(standing, expected))
    }

    fn corrected_beside(&self, standing: &'static str, expected: Fraction) -> &'static str {
        let ahead = self.good(self.value()).beside(self.good(expected)) != Ordering::Less;
        let start = ["milestone", "baseline"].map(Some).contains(&self.member("terms", "pathStart"));
        let falls = self.course().is_none_or(|course| course.0 < 0);
        match standing {
            "off_track" | "moving_away" if ahead && start && !falls => "slightly_behind",
            other => other,
        }
    }

    /// The standing by the rule that the why names; none of rules whose why has no numbers to work with.
    fn standing(&self) -> Option<&'static str> {
        let by_course = |rising| {
            Some(match self.course()?.0.signum() {
                1 => rising,
                0 => "off_track",
                _ => "moving_away",
            })
        };
        match self.item["why"]["rule"].as_str().expect("a rule") {
            "met" => (self.verdict() == Some(true)).then_some("met"),
            "part_year" => Some(match self.expected_of_year() {
                Some(expected) => self.corrected_beside(self.by_path(expected), expected),
                None => self.by_need().unwrap_or("undetermined"),
            }),
            "equal_exactly" => {
                let beyond = self.good(self.value()).beside(self.good(self.required())) == Ordering::Greater;
                Some(match self.time("measured").and_then(|at| self.expected(at)) {
                    _ if beyond => "off_track",
                    None => "undetermined",
                    Some(expected) => self.by_path(expected),
                })
            }
            "cagr" => self.by_growth().map(|standing| self.corrected(standing)),
            "rising" => match self.item["comparison"]["rising"].as_str()? {
                "not_rising" => Some("slightly_behind"),
                "unknown" => Some("undetermined"),
                _ => None,
            },
            "presence" | "qualitative" => self.by_words("undetermined"),
            "several" => self.by_scopes(),
            "no_value" | "undetermined" => Some("undetermined"),
            "not_asked" => Some("not_asked"),
            "last_milestone" if !self.item["parts"].is_null() => self.by_scopes(),
            "last_milestone" if self.item["comparison"]["verdict"] == "undetermined" => Some("undetermined"),
            "need" => self.by_need().map(|standing| self.corrected(standing)),
            "held" => by_course(self.by_need()?).map(|standing| self.corrected(standing)),
            "at_bound" => by_course("on_track"),
            "no_time_left" => Some(if self.course().is_some_and(|course| course.0 < 0) {
                "moving_away"
            } else {
                "off_track"
            }),
            "path" => self.expected(self.time("measured")?).map(|expected| self.by_leg(expected)),
            "small_whole" => {
                let expected = self.expected(self.time("measured")?)?;
                let higher = self.member("terms", "better") != Some("lower");
                let expected = if higher { expected.floor() } else { expected.ceiling() };
                let behind = self.good(self.value()).beside(self.good(expected)) == Ordering::Less;
                let falls = self.course().is_some_and(|course| course.0 < 0);
                Some(if behind && falls { "moving_away" } else { self.by_leg(expected) })
            }
            "no_trend" => Some("undetermined"),
            "last_milestone" if !self.item["why"]["numbers"].as_array()?.is_empty() => {
                Some(if self.is_met(self.value()) { "met" } else { "missed" })
            }
            "last_milestone" => self.by_words("missed"),
            _ => None,
        }
    }
}

/// What is wrong with the items of an assessment, and which rules they showed.
fn examine(name: &str, whole: &Value, counts: &mut BTreeMap<String, usize>, wrong: &mut Vec<String>) {
    for indicator in whole["indicators"].as_array().expect("indicators") {
        let parts = indicator["parts"].as_array().into_iter().flatten();
        for item in parts.chain([indicator]) {
            let told = Told { item, options: &whole["options"] };
            let shown = item["standing"].as_str().expect("a standing");
            let rule = item["why"]["rule"].as_str().unwrap_or_default();
            let name = format!("{name}, {}: {rule}", indicator["code"]);
            *counts.entry(rule.to_owned()).or_default() += 1;
            let Some(standing) = told.standing() else {
                wrong.push(format!("{name} does not follow from its why"));
                continue;
            };
            // An estimate that falls short of the last milestone is not held against anybody.
            let is_open = rule == "last_milestone" && shown == "off_track" && standing == "missed";
            // Before a milestone that asks nothing nobody is judged for want of figures.
            let is_unasked = shown == "not_asked"
                && standing == "undetermined"
                && item["skipped"][0]["reason"] == "not-asked";
            if standing != shown && !is_open && !is_unasked {
                wrong.push(format!("{name} {standing}, not {shown}"));
            }
            let has_numbers = !item["why"]["numbers"].as_array().is_none_or(Vec::is_empty);
            let verdict = item["comparison"]["verdict"].as_str().expect("a verdict");
            let own = has_numbers.then(|| told.verdict()).flatten();
            let said = match (rule, own) {
                // What is reached and does not rise is not met.
                ("rising", _) => continue,
                (_, None) if has_numbers => "undetermined",
                (_, None) => continue,
                (_, Some(is_met)) => {
                    if is_met {
                        "met"
                    } else {
                        "not_met"
                    }
                }
            };
            if said != verdict {
                wrong.push(format!("{name} verdict {said}, not {verdict}"));
            }
        }
    }
}

#[test]
fn verdict_and_standing_follow_from_the_why_alone() {
    let (mut counts, mut wrong) = (BTreeMap::new(), Vec::new());
    for file in files().into_iter().filter(|file| ["progress", "assessments"].contains(&&*file.name)) {
        for case in file.cases.iter().filter(|case| case.expected.is_some()) {
            let Ok(whole) = call("assess", &case.whole_input("assess")) else { continue };
            let whole = serde_json::from_str(&whole).expect("JSON");
            examine(&case.description, &whole, &mut counts, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for rule in [
        "met",
        "need",
        "held",
        "path",
        "part_year",
        "small_whole",
        "at_bound",
        "no_time_left",
        "equal_exactly",
        "cagr",
        "rising",
        "presence",
        "qualitative",
        "several",
        "last_milestone",
        "not_asked",
        "no_value",
    ] {
        assert!(counts.contains_key(rule), "no case of {rule}");
    }
}

/// Every item of the built-in example, from its first year to its second.
#[test]
fn so_does_every_item_of_the_example() {
    let example = include_bytes!("../core/examples/assess/ha-tinh-231-records.synthetic.json");
    let plan = tiendo::Plan::builtin("ha-tinh-231").expect("a built-in plan").to_json();
    let (mut counts, mut wrong) = (BTreeMap::new(), Vec::new());
    for day in ["2025-10-15", "2025-12-31", "2026-07-15", "2026-11-27"] {
        for options in
            [r#"{}"#, r#"{"equalExactly":true}"#, r#"{"method":"cagr"}"#, r#"{"decree09Cutoff":true}"#]
        {
            let whole = tiendo::assess_json(plan.as_bytes(), example, day, Some(options.as_bytes()));
            let whole = serde_json::from_str(&whole.expect("an assessment")).expect("JSON");
            examine(&format!("{day} with {options}"), &whole, &mut counts, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
