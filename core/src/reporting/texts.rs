//! Texts ready to paste: how a report went, and what a body is reminded of.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::building::Owed;
use super::judging::Judged;
use super::output::Room;
use super::timeliness::Timeliness;
use super::units::ReportingUnit;
use crate::codes::{Lang, ReportStanding};
use crate::error::Error;
use crate::sorted::Map;
use crate::text::capitalised;
use crate::words::reports as words;

/// Bytes of a sentence about a body beside its name, at the most.
const ABOUT_A_BODY: usize = 64;

impl Timeliness {
    /// How each report went, one official sentence for each that has a date and that someone must send, in order.
    ///
    /// There are none where the obligations are no body's. Error: `too-large` where they are longer than the limit on what
    /// a call makes.
    ///
    /// ```
    /// # use tiendo::{Lang, Plan, ReportingQuery};
    /// # let day = |text: &str| text.parse().unwrap();
    /// # let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..asked };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// assert_eq!(
    ///     june.timeliness(&[], &[], day("2025-06-19"))?.sentences(Lang::Vi)?,
    ///     ["Báo cáo tháng 6/2025 (hạn 19/6/2025): chưa đến hạn; 0/2 đơn vị đã gửi."]
    /// );
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn sentences(&self, lang: Lang) -> Result<Vec<String>, Error> {
        let mut room = Room::of(&self.obligations.0.limits);
        let mut sentences = Vec::new();
        for (owed, judged) in self.by_report() {
            if let Some(sentence) = self.sentence(owed, judged, &room, lang)? {
                room.take(sentence.len())?;
                sentences.push(sentence);
            }
        }
        Ok(sentences)
    }

    fn sentence(
        &self,
        owed: &Owed,
        units: &[Judged],
        room: &Room,
        lang: Lang,
    ) -> Result<Option<String>, Error> {
        let is_of_a_body = units.first().is_some_and(|judged| judged.unit.is_some());
        let Some(due) = owed.due().filter(|_| is_of_a_body) else { return Ok(None) };
        let (mut on_time, mut open) = (0usize, 0usize);
        let (mut late, mut missing, mut bytes) = (Vec::new(), Vec::new(), 0usize);
        for judged in units {
            let name =
                judged.unit.and_then(|unit| self.obligations.0.unit(unit)).map_or("", |unit| &*unit.name);
            match judged.standing {
                ReportStanding::OnTime => on_time = on_time.saturating_add(1),
                ReportStanding::NotDue => open = open.saturating_add(1),
                ReportStanding::Late => late.push((name, i64::from(judged.days))),
                ReportStanding::Missing => missing.push((name, judged.returned)),
                ReportStanding::Exempt | ReportStanding::Undated => continue,
            }
            if matches!(judged.standing, ReportStanding::Late | ReportStanding::Missing) {
                bytes = bytes.saturating_add(name.len());
            }
        }
        let all = on_time.saturating_add(open).saturating_add(late.len()).saturating_add(missing.len());
        if all == 0 {
            return Ok(None);
        }
        room.holds(bytes)?;
        let label = capitalised(&self.label(owed, lang));
        let went = words::Went { label: &label, due, on_time, all, is_open: open > 0, late, missing };
        Ok(Some(words::went(&went, lang)))
    }

    fn label(&self, owed: &Owed, lang: Lang) -> String {
        self.obligations.0.label(owed, lang)
    }

    /// For each body that has reports to send, what it is reminded of: those missing, and those due within some days.
    ///
    /// Error: `too-large` where the texts are longer than the limit on what a call makes.
    ///
    /// ```
    /// # use tiendo::{Lang, Plan, ReportingQuery};
    /// # let day = |text: &str| text.parse().unwrap();
    /// # let asked = ReportingQuery::between(day("2025-06-01"), day("2025-07-01"));
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned()], ..asked };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// let reminders = june.timeliness(&[], &[], day("2025-06-12"))?.reminders(7, Lang::Vi)?;
    /// assert_eq!(
    ///     reminders[0].text,
    ///     "Theo 231/KH-UBND, đề nghị Sở Nội vụ gửi Sở Khoa học và Công nghệ: báo cáo quý II/2025 (hạn 9/6/2025, quá hạn 3 ngày); \
    ///      báo cáo 6 tháng đầu năm 2025 (hạn 9/6/2025, quá hạn 3 ngày); \
    ///      báo cáo tháng 6/2025 (hạn 19/6/2025, còn 7 ngày)."
    /// );
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn reminders(&self, within_days: u32, lang: Lang) -> Result<Vec<Reminder>, Error> {
        let units = &self.obligations.0.units;
        // What is said of a report is the same for every body: the places of each body's open reports, and a line a report.
        let mut open: Vec<Vec<&Judged>> = vec![Vec::new(); units.len()];
        let mut lines: Map<u32, Line<'_>> = Map::new();
        for (owed, judged) in self.by_report() {
            for judged in judged.iter().filter(|judged| self.is_open(owed, judged, within_days)) {
                if let Some(list) = judged.unit.and_then(|unit| open.get_mut(unit as usize)) {
                    list.push(judged);
                    lines.or_insert_with(judged.report, || self.line(owed, lang));
                }
            }
        }
        let mut room = Room::of(&self.obligations.0.limits);
        let mut reminders = Vec::new();
        for (unit, open) in units.iter().zip(&open).filter(|(_, open)| !open.is_empty()) {
            let missing = open.iter().filter(|judged| judged.standing == ReportStanding::Missing).count();
            let text = self.reminder(unit, open, &lines, (&mut room, lang))?;
            let due_soon = small(open.len().saturating_sub(missing));
            reminders.push(Reminder {
                agency: Arc::clone(&unit.agency),
                missing: small(missing),
                due_soon,
                text,
            });
        }
        Ok(reminders)
    }

    fn is_open(&self, owed: &Owed, judged: &Judged, within_days: u32) -> bool {
        let left = owed.due().map(|due| (due - self.today).num_days());
        match judged.standing {
            ReportStanding::Missing => true,
            ReportStanding::NotDue => left.is_some_and(|left| left <= i64::from(within_days)),
            _ => false,
        }
    }

    fn line(&self, owed: &Owed, lang: Lang) -> Line<'_> {
        let (to, recipient) =
            self.obligations.0.rule(owed).map_or((0, ""), |rule| (rule.to, &*rule.recipient));
        let label = self.label(owed, lang);
        let due = owed.due().unwrap_or(self.today);
        Line { to, recipient, text: words::reminded(&label, due, (due - self.today).num_days(), lang) }
    }

    /// One sentence for each recipient, in the order they come.
    fn reminder(
        &self,
        unit: &ReportingUnit,
        open: &[&Judged],
        lines: &Map<u32, Line<'_>>,
        (room, lang): (&mut Room, Lang),
    ) -> Result<String, Error> {
        let source = &self.obligations.0.source;
        let mut places: Map<usize, usize> = Map::new();
        let mut sentences: Vec<String> = Vec::new();
        for line in open.iter().filter_map(|judged| lines.get(&judged.report)) {
            let at = *places.or_insert(line.to, sentences.len());
            if let Some(sentence) = sentences.get_mut(at) {
                room.take(line.text.len().saturating_add(2))?;
                sentence.push_str("; ");
                sentence.push_str(&line.text);
                continue;
            }
            let head = source.len().saturating_add(unit.name.len()).saturating_add(line.recipient.len());
            room.holds(head.saturating_add(ABOUT_A_BODY))?;
            let sentence = words::reminder(source, &unit.name, line.recipient, lang) + &line.text;
            room.take(sentence.len().saturating_add(2))?;
            sentences.push(sentence);
        }
        for sentence in &mut sentences {
            sentence.push('.');
        }
        Ok(sentences.join(" "))
    }
}

/// What is said of a report that a body is reminded of, and to whom it goes.
struct Line<'a> {
    /// The first rule with the same recipient.
    to: usize,
    recipient: &'a str,
    text: String,
}

/// What one body is reminded of (*đôn đốc*).
///
/// ```
/// let reminder = tiendo::Reminder { agency: "so-nv".into(), missing: 1, due_soon: 0, text: String::new() };
/// assert_eq!(serde_json::to_string(&reminder).unwrap(), r#"{"agency":"so-nv","missing":1,"dueSoon":0,"text":""}"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reminder {
    /// The body, as the caller gave it.
    pub agency: Arc<str>,
    /// How many of its reports are missing.
    pub missing: u32,
    /// How many fall due within the days asked for.
    pub due_soon: u32,
    /// The text.
    pub text: String,
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
