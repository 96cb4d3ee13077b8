//! The sections and the annexes, in the order of the Government's reports.

use super::Reporting;
use super::model::{ReportAnnex, ReportHead, ReportSection, ReportTable};
use super::text::{count, filled, lines, roman, said, table};
use crate::codes::{ColumnKind as Kind, ReportStanding, UpcomingKind};
use crate::period::Period;
use crate::reporting::{Report, Tally};
use crate::sorted::Map;
use crate::words::periodic::{self as words, Term};

impl Reporting<'_> {
    pub(super) fn sections(&self, annexes: &[ReportAnnex]) -> Vec<ReportSection> {
        let mut sections = vec![self.overview()];
        if !self.lines().is_empty() {
            sections.push(self.tasks(annexes));
        }
        if !self.indicators().is_empty() {
            sections.push(self.of_indicators(annexes));
        }
        sections.push(self.reports());
        sections.extend(self.agencies(annexes));
        sections.extend(self.changed(annexes));
        if !self.is_public() {
            sections.push(self.of_difficulties());
        }
        sections.push(self.ahead());
        if !self.is_public() {
            let place = vec![self.term(Term::InstructionsPlace)];
            sections.push(self.section(Term::Instructions, place, Vec::new()));
        }
        for (at, section) in sections.iter_mut().enumerate() {
            section.number = roman(at + 1);
        }
        sections
    }

    pub(super) fn section(
        &self,
        heading: Term,
        sentences: Vec<String>,
        tables: Vec<ReportTable>,
    ) -> ReportSection {
        ReportSection { number: String::new(), heading: self.term(heading), sentences, tables }
    }

    /// Where an annex stands that has a heading.
    pub(super) fn see(&self, annexes: &[ReportAnnex], heading: Term) -> Option<String> {
        let heading = self.term(heading);
        let annex = annexes.iter().find(|annex| annex.heading == heading)?;
        Some(words::see_annex(&annex.number, self.lang))
    }

    fn overview(&self) -> ReportSection {
        let lines = self.lines();
        let due = self.due(&lines);
        let mut sentences = Vec::new();
        if self.agency.is_none() {
            let summary = &self.assessment.summary;
            sentences
                .push(if self.lang == crate::codes::Lang::Vi { &summary.vi } else { &summary.en }.clone());
        }
        if !lines.is_empty() && self.has_no_update {
            sentences.push(words::due_unknown(due.due, self.lang));
        } else if !lines.is_empty() {
            sentences.push(words::due([due.due, due.done, due.in_time, due.overdue], self.lang));
        }
        if let Some(left_out) = self.assessment.left_out.filter(|of| of.indicators + of.tasks > 0) {
            sentences.push(words::left_out(left_out.indicators, left_out.tasks, self.lang));
        }
        let tables = if due.due == 0 || self.has_no_update { Vec::new() } else { vec![self.due_table(&due)] };
        self.section(Term::Overview, sentences, tables)
    }

    fn tasks(&self, annexes: &[ReportAnnex]) -> ReportSection {
        let lines = self.lines();
        let mut sentences = self.task_sentences(&lines);
        sentences.extend(self.see(annexes, Term::AnnexTasks));
        let mut tables = Vec::new();
        if !lines.is_empty() && !self.has_no_update {
            tables.push(self.by_standing(&lines));
            tables.extend(self.by_pillar(&lines));
        }
        self.section(Term::Tasks, sentences, tables)
    }

    fn of_indicators(&self, annexes: &[ReportAnnex]) -> ReportSection {
        let indicators = self.indicators();
        let of = Self::judged(&indicators);
        let mut sentences =
            vec![words::indicators([indicators.len(), of.asked, of.judged, of.met], self.lang)];
        sentences.extend(self.see(annexes, Term::AnnexIndicators));
        let tables =
            if indicators.is_empty() { Vec::new() } else { vec![self.by_indicator_standing(&indicators)] };
        self.section(Term::Indicators, sentences, tables)
    }

    /// The reports whose last day on time lies in the period: of all who owe one, or of the body.
    fn due_reports(&self) -> impl Iterator<Item = &Report> {
        let days = self.days();
        let due = self.assessment.reports.iter();
        due.filter(move |of| of.obligation.due.is_some_and(|due| due >= days.0 && due <= days.1)).filter(
            |of| {
                let owing = of.obligation.agency.as_deref();
                self.agency
                    .as_ref()
                    .is_none_or(|agency| owing.is_some_and(|owing| agency.is(Some(owing), owing)))
            },
        )
    }

    fn reports(&self) -> ReportSection {
        let mut total = Tally::default();
        let mut order: Vec<&str> = Vec::new();
        let mut tallies: Map<&str, Tally> = Map::new();
        for report in self.due_reports() {
            let Some(agency) = report.obligation.agency.as_deref() else { continue };
            add(&mut total, report.standing);
            if !tallies.contains_key(agency) {
                order.push(agency);
            }
            add(tallies.or_default(agency), report.standing);
        }
        if order.is_empty() {
            let none = vec![words::no_reporters(self.lang).to_owned()];
            return self.section(Term::Reports, none, Vec::new());
        }
        let counts =
            [total.expected(), total.on_time, total.late, total.missing, total.not_due, total.exempt];
        let columns = [
            (Kind::Ordinal, Term::Ordinal, 7),
            (Kind::Text, Term::Agency, 37),
            (Kind::Count, Term::Expected, 11),
            (Kind::Count, Term::OnTime, 11),
            (Kind::Count, Term::Late, 11),
            (Kind::Count, Term::Missing, 11),
            (Kind::Figure, Term::OnTimeRate, 12),
        ];
        let names = self.names();
        let rows = order.iter().enumerate().filter_map(|(at, agency)| {
            let tally = tallies.get(agency)?;
            let mut cells = vec![count(at + 1), names.get(agency).cloned().unwrap_or_default()];
            cells.extend([tally.expected(), tally.on_time, tally.late, tally.missing].map(count));
            let rate = tally.on_time_rate().map(|rate| super::text::rate(rate, self.lang));
            cells.push(rate.unwrap_or_else(|| self.term(Term::None)));
            Some(cells)
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let of = filled(table(self.term(Term::ByReporter), &columns, self.lang), rows);
        self.section(Term::Reports, vec![words::reports(counts, self.lang)], vec![of])
    }

    fn of_difficulties(&self) -> ReportSection {
        let table = self.difficulties(&self.lines());
        let sentences = if table.is_some() { Vec::new() } else { vec![self.term(Term::NoDifficulties)] };
        self.section(Term::Difficulties, sentences, table.into_iter().collect())
    }

    /// What falls due in the days ahead: a report once, with all who owe it.
    fn ahead(&self) -> ReportSection {
        let lines_of = self.lines();
        let tasks: Map<String, super::tasks::Line<'_>> =
            lines_of.iter().map(|line| (line.task.number.to_string(), *line)).collect();
        let names = self.names();
        let mut rows: Vec<(&str, Vec<String>)> = Vec::new();
        let mut before = None;
        for of in &self.assessment.upcoming {
            let day = self.lang.date(of.date);
            let (what, who) = match of.kind {
                UpcomingKind::Task => {
                    let Some(line) = tasks.get(&of.code) else { continue };
                    let who = line.leads().iter().map(|lead| said(&lead.name));
                    (self.title(*line), lines(who))
                }
                UpcomingKind::Milestone => (words::milestone(&of.code, self.lang), String::new()),
                UpcomingKind::Report => {
                    let owing = of.agency.as_deref();
                    let is_own = self
                        .agency
                        .as_ref()
                        .is_none_or(|agency| owing.is_some_and(|owing| agency.is(Some(owing), owing)));
                    if !is_own {
                        continue;
                    }
                    let who = owing.and_then(|owing| names.get(owing)).cloned().unwrap_or_default();
                    let key = (of.date, &of.code, &of.period);
                    if let Some((_, last)) = rows.last_mut().filter(|_| before == Some(key)) {
                        if let Some(cell) = last.last_mut() {
                            cell.push_str("; ");
                            cell.push_str(&who);
                        }
                        continue;
                    }
                    before = Some(key);
                    let period = of.period.as_deref().unwrap_or("");
                    let label =
                        period.parse::<Period>().map_or_else(|_| said(period), |of| of.label(self.lang));
                    (words::report_on(&label, self.lang), who)
                }
            };
            rows.push((&of.code, vec![day, what, who]));
        }
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .enumerate()
            .map(|(at, (_, cells))| std::iter::once(count(at + 1)).chain(cells).collect())
            .collect();
        if rows.is_empty() {
            return self.section(Term::Ahead, vec![self.term(Term::NothingAhead)], Vec::new());
        }
        let columns = [
            (Kind::Ordinal, Term::Ordinal, 7),
            (Kind::Date, Term::Day, 14),
            (Kind::Text, Term::Content, 44),
            (Kind::Text, Term::Who, 35),
        ];
        let of = filled(table(self.term(Term::AheadTable), &columns, self.lang), rows);
        let days = self.assessment.options.upcoming_days;
        self.section(Term::Ahead, vec![words::ahead(self.assessment.today, days, self.lang)], vec![of])
    }

    /// The annexes that hold something: tasks, indicators, agencies.
    pub(super) fn annexes(&self, head: &ReportHead) -> Vec<ReportAnnex> {
        let indicators = self.indicators();
        let of_indicators =
            if indicators.is_empty() { Vec::new() } else { vec![self.indicator_table(&indicators)] };
        let all = [
            (Term::AnnexTasks, self.task_tables(&self.lines())),
            (Term::AnnexIndicators, of_indicators),
            (Term::AnnexAgencies, self.agency_table().into_iter().collect()),
            (Term::AnnexChanges, self.change_table().into_iter().collect()),
        ];
        let parent = words::parent(&head.number, &head.place_and_date, &head.issuer, self.lang);
        let filled = all.into_iter().filter(|(_, tables)| !tables.is_empty()).enumerate();
        let annexes = filled.map(|(at, (heading, tables))| ReportAnnex {
            number: format!("{} {}", self.term(Term::Annex), roman(at + 1)),
            heading: self.term(heading),
            parent: parent.clone(),
            tables,
        });
        annexes.collect()
    }
}

/// Counts a report by its standing.
fn add(tally: &mut Tally, standing: ReportStanding) {
    let count = match standing {
        ReportStanding::OnTime => &mut tally.on_time,
        ReportStanding::Late => &mut tally.late,
        ReportStanding::Missing => &mut tally.missing,
        ReportStanding::NotDue => &mut tally.not_due,
        ReportStanding::Exempt => &mut tally.exempt,
        ReportStanding::Undated => &mut tally.undated,
    };
    *count = count.saturating_add(1);
}
