//! The tasks of a report: which part each stands in, its row, and the counts of its sentences.

use chrono::NaiveDate;

use super::Reporting;
use super::model::{ReportGroup, ReportRow, ReportTable};
use super::task_period::{TaskPeriod, counted};
use super::text::{count, filled, lines, row, said, table};
use crate::codes::{ColumnKind as Kind, Lang, TaskFlag, TaskStanding as S};
use crate::sorted::Map;
use crate::tasks::{AssessedLead, AssessedTask};
use crate::words::periodic::{self as words, Term};

/// A task of the report: whole, or the part of the body whose report it is.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) task: &'a AssessedTask,
    part: Option<&'a AssessedLead>,
}

/// A pillar's code and name.
type Pillar = (String, String);

/// Where a task stands in the report.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Dated,
    Continuing,
    Stopped,
}

impl<'a> Line<'a> {
    pub(super) fn standing(self) -> S {
        self.part.map_or(self.task.standing, |part| part.standing)
    }

    fn due(self) -> Option<NaiveDate> {
        self.part.map_or(self.task.due, |part| part.due)
    }

    fn completion(self) -> Option<S> {
        self.part.map_or(self.task.completion, |part| part.completion)
    }

    fn is_done(self) -> bool {
        matches!(self.standing(), S::CompletedOnTime | S::CompletedLate | S::CompletedUndated)
            || self.completion().is_some()
    }

    fn days_overdue(self) -> Option<u32> {
        self.part.map_or(self.task.days_overdue, |part| part.days_overdue)
    }

    fn flags(self) -> &'a [TaskFlag] {
        self.part.map_or(&self.task.flags, |part| &part.flags)
    }

    /// The leads whose results the row tells.
    pub(super) fn leads(self) -> &'a [AssessedLead] {
        self.part.map_or(&self.task.leads, std::slice::from_ref)
    }

    fn part(self) -> Part {
        match self.standing() {
            S::Cancelled | S::Suspended | S::Exempt => Part::Stopped,
            // What was due and is done is counted with the deadlines, also where the work goes on.
            _ if matches!(self.completion(), Some(S::CompletedOnTime | S::CompletedLate)) => Part::Dated,
            S::Ongoing | S::OngoingStale | S::Awaiting | S::Undated | S::CompletedUndated => Part::Continuing,
            _ => Part::Dated,
        }
    }
}

impl<'a> Reporting<'a> {
    /// The tasks of the plan, or those that the body leads.
    pub(super) fn lines(&self) -> Vec<Line<'a>> {
        let tasks = self.assessment.tasks.iter();
        let Some(agency) = &self.agency else { return tasks.map(|task| Line { task, part: None }).collect() };
        let own = |lead: &&AssessedLead| agency.is(lead.id.as_deref(), &lead.name);
        tasks.filter_map(|task| Some(Line { task, part: Some(task.leads.iter().find(own)?) })).collect()
    }

    /// What falls due in the period, counted.
    pub(super) fn due(&self, lines: &[Line<'_>]) -> TaskPeriod {
        let (from, to) = self.days();
        counted(lines.iter().map(|line| (line.due(), line.standing(), line.completion())), from, to)
    }

    /// The sentences on all tasks.
    pub(super) fn task_sentences(&self, lines: &[Line<'_>]) -> Vec<String> {
        if self.has_no_update {
            let dated = lines.iter().filter(|line| line.part() == Part::Dated).count();
            return vec![words::no_updates(lines.len(), dated, self.lang)];
        }
        let of = |part: Part| lines.iter().filter(move |line| line.part() == part);
        let done = of(Part::Dated).filter(|line| line.is_done()).count();
        let overdue = of(Part::Dated).filter(|line| line.standing() == S::Overdue).count();
        let (dated, continuing) = (of(Part::Dated).count(), of(Part::Continuing).count());
        let stopped = of(Part::Stopped).count();
        let counts = [lines.len(), dated, done, overdue, continuing, stopped];
        let mut sentences = vec![words::all_tasks(counts, self.lang)];
        let ongoing =
            lines.iter().filter(|line| matches!(line.standing(), S::Ongoing | S::OngoingStale)).count();
        if ongoing > 0 {
            let stale = lines.iter().filter(|line| line.standing() == S::OngoingStale).count();
            sentences.push(words::continuing(ongoing, stale, self.lang));
        }
        let several = || lines.iter().filter(|line| line.part.is_none() && line.task.lead_count > 1);
        if several().next().is_some() {
            let sum = |of: fn(&AssessedTask) -> u32| several().map(|line| u64::from(of(line.task))).sum();
            let (done, parts) = (sum(|task| task.leads_done), sum(|task| task.lead_count));
            sentences.push(words::several_leads(several().count(), done, parts, self.lang));
        }
        sentences
    }

    /// Each standing that occurs, with its share of all.
    pub(super) fn by_standing(&self, lines: &[Line<'_>]) -> ReportTable {
        let mut counts: Vec<u64> = S::ALL.iter().map(|_| 0).collect();
        for line in lines {
            let at = S::ALL.iter().position(|standing| *standing == line.standing());
            if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
                *count = count.saturating_add(1);
            }
        }
        let named = S::ALL.iter().map(|standing| standing.label(self.lang));
        self.counted(Term::ByStanding, Term::Progress, &named.zip(counts).collect::<Vec<_>>())
    }

    /// Counts that add up, those that are not 0, with their shares, and the sum.
    pub(super) fn counted(&self, caption: Term, first: Term, counts: &[(&str, u64)]) -> ReportTable {
        let columns =
            [(Kind::Text, first, 60), (Kind::Count, Term::Count, 20), (Kind::Figure, Term::Share, 20)];
        let shown: Vec<&(&str, u64)> = counts.iter().filter(|(_, count)| *count > 0).collect();
        let parts: Vec<u64> = shown.iter().map(|(_, count)| *count).collect();
        let shares = super::shares(&parts, 1);
        let mut rows = vec![vec![
            self.term(Term::All),
            count(parts.iter().sum::<u64>()),
            if parts.is_empty() { String::new() } else { "100%".to_owned() },
        ]];
        rows.extend(shown.iter().zip(shares).map(|((name, number), share)| {
            vec![(*name).to_owned(), count(*number), format!("{}%", self.lang.number(share))]
        }));
        filled(table(self.term(caption), &columns, self.lang), rows)
    }

    /// Counts of each pillar.
    pub(super) fn by_pillar(&self, lines: &[Line<'_>]) -> Option<ReportTable> {
        let groups = self.grouped(lines);
        if groups.iter().all(|(pillar, _)| pillar.is_none()) {
            return None;
        }
        let columns = [
            (Kind::Ordinal, Term::Ordinal, 7),
            (Kind::Text, Term::Pillar, 34),
            (Kind::Count, Term::All, 9),
            (Kind::Count, Term::Done, 9),
            (Kind::Count, Term::InTime, 10),
            (Kind::Count, Term::Overdue, 9),
            (Kind::Count, Term::Undated, 12),
            (Kind::Count, Term::Other, 10),
        ];
        let rows = groups.iter().map(|(pillar, lines)| {
            let (number, name) = pillar.clone().unwrap_or((String::new(), self.term(Term::UnknownPillar)));
            let mut cells = vec![number, name];
            cells.extend(Self::columns_of(lines));
            cells
        });
        let mut rows: Vec<Vec<String>> = rows.collect();
        let mut all = vec![String::new(), self.term(Term::All)];
        all.extend(Self::columns_of(lines));
        rows.push(all);
        Some(filled(table(self.term(Term::ByPillar), &columns, self.lang), rows))
    }

    /// All, completed, in time, overdue, continuing and undated, stopped: the last five add up to the first.
    fn columns_of(lines: &[Line<'_>]) -> [String; 6] {
        let [mut done, mut in_time, mut overdue, mut continuing, mut stopped] = [0u64; 5];
        for line in lines {
            let of = match line.part() {
                Part::Stopped => &mut stopped,
                Part::Continuing => &mut continuing,
                Part::Dated if line.standing() == S::Overdue => &mut overdue,
                Part::Dated if line.is_done() => &mut done,
                Part::Dated => &mut in_time,
            };
            *of = of.saturating_add(1);
        }
        [count(lines.len()), count(done), count(in_time), count(overdue), count(continuing), count(stopped)]
    }

    /// The tasks of each pillar, in the plan's order of pillars, those without one last; empty pillars are left out.
    fn grouped<'l>(&self, lines: &[Line<'l>]) -> Vec<(Option<Pillar>, Vec<Line<'l>>)> {
        let pillars = self.pillars();
        let places: Map<&str, usize> =
            pillars.iter().enumerate().map(|(at, (code, _))| (code.as_str(), at)).collect();
        let mut groups: Vec<Vec<Line<'l>>> = pillars.iter().map(|_| Vec::new()).collect();
        let mut without = Vec::new();
        for line in lines {
            let at = line.task.pillar.as_deref().and_then(|code| places.get(code));
            at.and_then(|at| groups.get_mut(*at)).unwrap_or(&mut without).push(*line);
        }
        let named = pillars.into_iter().map(Some).zip(groups);
        named.chain([(None, without)]).filter(|(_, lines)| !lines.is_empty()).collect()
    }

    /// The tables of the annex: with a deadline, continuing and undated, stopped; rows run on over all.
    pub(super) fn task_tables(&self, lines: &[Line<'_>]) -> Vec<ReportTable> {
        let mut number = 0;
        let parts = [
            (Part::Dated, Term::Dated),
            (Part::Continuing, Term::Continuing),
            (Part::Stopped, Term::Stopped),
        ];
        let has_product = lines.iter().any(|line| line.task.product.is_some());
        let columns = self.task_columns(has_product);
        let mut tables = Vec::new();
        for (part, caption) in parts {
            let of: Vec<Line<'_>> = lines.iter().copied().filter(|line| line.part() == part).collect();
            if of.is_empty() {
                continue;
            }
            let mut groups = Vec::new();
            for (pillar, lines) in self.grouped(&of) {
                let rows = lines.iter().map(|line| {
                    number += 1;
                    self.task_row(*line, number, has_product)
                });
                let rows = rows.collect();
                let (number, heading) = pillar.unzip();
                groups.push(ReportGroup { number, heading, rows });
            }
            // Where all have none, no heading says so; else those without one have it.
            let is_grouped = groups.iter().any(|group| group.heading.is_some());
            for group in groups.iter_mut().filter(|group| is_grouped && group.heading.is_none()) {
                group.heading = Some(self.term(Term::UnknownPillar));
            }
            tables.push(ReportTable { groups, ..table(self.term(caption), &columns, self.lang) });
        }
        tables
    }

    fn task_columns(&self, has_product: bool) -> Vec<(Kind, Term, u32)> {
        let mut columns = vec![(Kind::Ordinal, Term::Ordinal, 6), (Kind::Text, Term::Task, 19)];
        if has_product {
            columns.push((Kind::Text, Term::Product, 12));
        }
        columns.extend([(Kind::Text, Term::Lead, 14), (Kind::Date, Term::Deadline, 11)]);
        if self.is_public() {
            columns.push((Kind::Text, Term::Situation, 36));
        } else {
            columns.extend([
                (Kind::Standing, Term::Progress, 16),
                (Kind::Text, Term::Result, 14),
                (Kind::Text, Term::Difficulty, 10),
                (Kind::Text, Term::Proposal, 10),
            ]);
        }
        columns
    }

    fn task_row(&self, line: Line<'_>, number: usize, has_product: bool) -> ReportRow {
        let task = line.task;
        let mut cells = vec![count(number), self.title(line)];
        if has_product {
            cells.push(task.product.as_deref().map(said).unwrap_or_default());
        }
        cells.push(lines(task.leads.iter().map(|lead| said(&lead.name))));
        cells.push(self.deadline(line));
        if self.is_public() {
            let plain = if self.lang == Lang::Vi { &task.plain.vi } else { &task.plain.en };
            cells.push(if self.has_no_update { self.term(Term::NoUpdate) } else { said(plain) });
        } else {
            cells.push(self.progress(line));
            cells.extend([self.result(line), Self::of_leads(line, |lead| lead.difficulties.as_deref())]);
            cells.push(Self::of_leads(line, |lead| lead.proposals.as_deref()));
        }
        row(cells)
    }

    /// A task's title with its number in the plan.
    pub(super) fn title(&self, line: Line<'_>) -> String {
        let title = match (self.lang, &line.task.title_en) {
            (Lang::En, Some(title)) => title,
            _ => &line.task.title,
        };
        words::numbered_task(&said(title), &line.task.number.to_string(), self.lang)
    }

    /// The deadline as the plan has it and its last day, or the extension that set it.
    fn deadline(&self, line: Line<'_>) -> String {
        let text = said(&line.task.deadline.text);
        let Some(due) = line.due() else { return text };
        if let Some(extension) = line.task.extension.as_ref().filter(|of| of.new_due == due) {
            return words::extended(due, &said(&extension.document), extension.date, &text, self.lang);
        }
        let day = self.lang.date(due);
        if text == day { day } else { lines([text, format!("({day})")]) }
    }

    /// The official word, how late, n of m leads, what to know, and the code.
    fn progress(&self, line: Line<'_>) -> String {
        if self.has_no_update {
            return self.term(Term::NoUpdate);
        }
        let standing = line.standing();
        let mut all = vec![standing.label(self.lang).to_owned()];
        all.extend(line.days_overdue().map(|days| words::days_overdue(days, self.lang)));
        if line.part.is_none() && line.task.lead_count > 1 {
            all.push(words::leads_done(line.task.leads_done, line.task.lead_count, self.lang));
        }
        let told = line.flags().iter().filter(|flag| **flag != TaskFlag::Extended);
        all.extend(told.map(|flag| flag.label(self.lang).to_owned()));
        all.push(format!("({standing})"));
        lines(all)
    }

    /// When each lead completed it, by which document; of several leads those of which there is more to say than of the whole.
    fn result(&self, line: Line<'_>) -> String {
        let leads = line.leads();
        if leads.iter().all(|lead| lead.update.is_none() && lead.completed.is_none()) {
            return if leads.is_empty() { String::new() } else { self.term(Term::NoUpdate) };
        }
        let of = |lead: &AssessedLead| {
            let day = lead.completed.map(|day| words::completed(day, self.lang));
            let told = [lead.document.as_deref(), lead.evidence.as_deref()].into_iter().flatten().map(said);
            day.into_iter().chain(told).collect::<Vec<_>>().join("; ")
        };
        if let [only] = leads {
            return of(only);
        }
        lines(leads.iter().map(|lead| {
            let told = of(lead);
            let told = if told.is_empty() && lead.standing != line.standing() {
                lead.standing.label(self.lang).to_owned()
            } else {
                told
            };
            if told.is_empty() { told } else { format!("{}: {told}", said(&lead.name)) }
        }))
    }

    /// What leads say, each with its name where there are several; what all say alike, once.
    pub(super) fn of_leads(line: Line<'_>, of: fn(&AssessedLead) -> Option<&str>) -> String {
        let leads = line.leads();
        let mut told = leads.iter().filter_map(|lead| Some((lead, of(lead)?)));
        let first = told.clone().next();
        let is_alike = told.clone().count() == leads.len()
            && told.all(|(_, text)| Some(text) == first.map(|(_, text)| text));
        if let Some((_, text)) = first.filter(|_| is_alike) {
            return said(text);
        }
        let told = leads.iter().filter_map(|lead| Some((lead, of(lead)?)));
        lines(told.map(|(lead, text)| format!("{}: {}", said(&lead.name), said(text))))
    }

    /// Difficulties and proposals, one row a task that has any.
    pub(super) fn difficulties(&self, lines: &[Line<'_>]) -> Option<ReportTable> {
        let columns = [
            (Kind::Ordinal, Term::Ordinal, 7),
            (Kind::Text, Term::Task, 31),
            (Kind::Text, Term::Difficulty, 31),
            (Kind::Text, Term::Proposal, 31),
        ];
        let told = |line: &&Line<'_>| {
            line.leads().iter().any(|lead| lead.difficulties.is_some() || lead.proposals.is_some())
        };
        let rows = lines.iter().filter(told).enumerate().map(|(at, line)| {
            vec![
                count(at + 1),
                self.title(*line),
                Self::of_leads(*line, |lead| lead.difficulties.as_deref()),
                Self::of_leads(*line, |lead| lead.proposals.as_deref()),
            ]
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let of = table(self.term(Term::DifficultiesTable), &columns, self.lang);
        (!rows.is_empty()).then(|| filled(of, rows))
    }

    /// The counts of the period's sentence, with shares.
    pub(super) fn due_table(&self, due: &TaskPeriod) -> ReportTable {
        let counts = [
            (Term::Done.of(self.lang), due.done.into()),
            (Term::InTime.of(self.lang), due.in_time.into()),
            (Term::Overdue.of(self.lang), due.overdue.into()),
        ];
        self.counted(Term::OfPeriod, Term::Content, &counts)
    }
}

/// Whether nothing at all is known of any task: then nobody is late, since nobody is accused for want of data.
pub(super) fn has_no_update(tasks: &[AssessedTask]) -> bool {
    let is_silent = |task: &AssessedTask| {
        !task.started
            && task.completed.is_none()
            && task.leads.iter().all(|lead| lead.update.is_none() && lead.completed.is_none())
            && !matches!(task.standing, S::Exempt | S::Cancelled | S::Suspended)
    };
    tasks.iter().all(is_silent)
}
