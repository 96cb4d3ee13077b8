//! The assessment as a page for people.

use std::io::{self, IsTerminal};

use chrono::NaiveDate;
use comfy_table::{
    Cell, CellAlignment, Color, ContentArrangement, LineStyle, Table, presets::UTF8_HORIZONTAL_ONLY,
};
use tiendo::{
    AssessedIndicator, AssessedTask, Assessment, IndicatorFlag, IndicatorStanding, Lang, ObservationStatus,
    Plan, Registry, Report, ReportStanding, TaskFlag, TaskStanding, Unit, UpcomingKind, UsedObservation,
};

/// The whole page.
pub(crate) fn page(plan: &Plan, of: &Assessment, lang: Lang) -> String {
    let page = Page { plan, of, lang };
    let parts = [
        page.heading(),
        page.indicators(),
        page.tasks(),
        page.reports(),
        page.upcoming(),
        page.amendments(),
        page.findings(),
        page.foot(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

struct Page<'a> {
    plan: &'a Plan,
    of: &'a Assessment,
    lang: Lang,
}

impl Page<'_> {
    fn pick(&self, vi: &'static str, en: &'static str) -> &'static str {
        pick(self.lang, vi, en)
    }

    fn heading(&self) -> String {
        let (of, lang) = (self.of, self.lang);
        let number = of.plan.number.as_deref().unwrap_or(&of.plan.id);
        let title = of.plan.title_en.as_deref().filter(|_| lang == Lang::En).unwrap_or(&of.plan.title);
        let mut lines = vec![format!("{number} · {}", self.plan.issuer), title.to_owned()];
        if of.synthetic {
            lines.push(
                self.pick(
                    "[SỐ LIỆU MINH HỌA (synthetic): không do ai đo đếm hay báo cáo]",
                    "[SYNTHETIC DATA: nobody measured or reported it]",
                )
                .to_owned(),
            );
        }
        if let Some(day) = of.known_by {
            lines.push(format!(
                "[{} {}]",
                self.pick("Theo những gì ghi nhận đến", "As known by"),
                lang.date(day)
            ));
        }
        let summary = match lang {
            Lang::Vi => &of.summary.vi,
            Lang::En => &of.summary.en,
        };
        format!("{}\n\n{summary}", lines.join("\n"))
    }

    fn indicators(&self) -> String {
        let (lang, all) = (self.lang, &self.of.indicators);
        if all.is_empty() {
            return String::new();
        }
        let mut table = table();
        table.set_header([
            self.pick("TT", "No."),
            self.pick("Chỉ tiêu", "Indicator"),
            self.pick("Mục tiêu", "Target"),
            self.pick("Số liệu", "Figure"),
            self.pick("Tình trạng", "Standing"),
            self.pick("Vì sao", "Why"),
        ]);
        for one in all {
            let target = one.target.as_ref().map_or("", |target| target.text.trim());
            let target = match one.milestone {
                Some(year) if !target.is_empty() => format!("{year}: {target}"),
                _ => target.to_owned(),
            };
            let figure = one
                .observation
                .as_ref()
                .map_or(String::new(), |of| format!("{}\n{}", figure(one, of, lang), lang.date(of.date)));
            // The figure says of itself that it is an estimate.
            let flags = one.flags.iter().filter(|flag| **flag != IndicatorFlag::Estimate);
            let flags = flags.map(|flag| format!("({})", flag.label(lang)));
            let standing = std::iter::once(one.standing.label(lang).to_owned()).chain(flags);
            table.add_row([
                Cell::new(&one.code),
                Cell::new(name(one, lang)),
                Cell::new(target),
                Cell::new(figure).set_alignment(CellAlignment::Right),
                Cell::new(standing.collect::<Vec<_>>().join("\n")).fg(colour(one.standing)),
                Cell::new(one.why.sentence(lang)),
            ]);
        }
        let counts = IndicatorStanding::ALL.iter().filter_map(|standing| {
            counted(all.iter().filter(|one| one.standing == *standing).count(), standing.label(lang))
        });
        let heading = self.pick("CHỈ TIÊU", "INDICATORS");
        format!("{heading}: {}\n{}\n{table}", all.len(), joined(counts))
    }

    /// The late ones first, then those due soon; the rest is counted.
    fn tasks(&self) -> String {
        let (lang, all) = (self.lang, &self.of.tasks);
        if all.is_empty() {
            return String::new();
        }
        let counts = TaskStanding::ALL.iter().filter_map(|standing| {
            counted(all.iter().filter(|one| one.standing == *standing).count(), standing.label(lang))
        });
        let heading = format!("{}: {}", self.pick("NHIỆM VỤ", "TASKS"), all.len());
        let mut parts = vec![format!("{heading}\n{}", joined(counts))];
        // Nobody is named as late where nothing was ever said of the work.
        let is_told = all.iter().any(|one| one.started || one.leads.iter().any(|lead| lead.update.is_some()));
        let mut late: Vec<&AssessedTask> =
            all.iter().filter(|one| is_told && one.standing == TaskStanding::Overdue).collect();
        late.sort_by_key(|one| std::cmp::Reverse(one.days_overdue));
        let mut soon: Vec<&AssessedTask> =
            all.iter().filter(|one| one.flags.contains(&TaskFlag::DueSoon)).collect();
        soon.sort_by_key(|one| one.due);
        for (heading, tasks) in [
            (self.pick("Quá hạn, chưa hoàn thành", "Overdue, open"), late),
            (self.pick("Sắp đến hạn", "Due soon"), soon),
        ] {
            if !tasks.is_empty() {
                parts.push(format!("{heading}: {}\n{}", tasks.len(), self.task_table(&tasks)));
            }
        }
        parts.join("\n\n")
    }

    fn task_table(&self, tasks: &[&AssessedTask]) -> Table {
        let mut table = table();
        table.set_header([
            self.pick("TT", "No."),
            self.pick("Nhiệm vụ", "Task"),
            self.pick("Chủ trì", "Lead"),
            self.pick("Vì sao", "Why"),
        ]);
        for one in tasks {
            let leads = one.leads.iter().map(|lead| match &lead.difficulties {
                Some(difficulties) => format!("{} ({difficulties})", lead.name),
                None => lead.name.to_string(),
            });
            table.add_row([
                Cell::new(one.number).set_alignment(CellAlignment::Right),
                Cell::new(title(one, self.lang)),
                Cell::new(leads.collect::<Vec<_>>().join("; ")),
                Cell::new(one.why.sentence(self.lang)),
            ]);
        }
        table
    }

    fn reports(&self) -> String {
        let (lang, reports) = (self.lang, &self.of.reports);
        let judged = || reports.iter().filter(|one| one.obligation.agency.is_some());
        if judged().next().is_none() {
            return String::new();
        }
        let mut agencies: Vec<&str> = Vec::new();
        for agency in judged().filter_map(|one| one.obligation.agency.as_deref()) {
            if !agencies.contains(&agency) {
                agencies.push(agency);
            }
        }
        let mut table = table();
        let standings = || ReportStanding::ALL.iter().copied();
        let heads = standings().map(|standing| standing.label(lang));
        table.set_header(std::iter::once(self.pick("Đơn vị", "Body")).chain(heads));
        let count = |agency: Option<&str>, standing| {
            let of = judged().filter(|one| agency.is_none() || one.obligation.agency.as_deref() == agency);
            of.filter(|one| one.standing == standing).count()
        };
        for agency in agencies {
            let counts = standings().map(|standing| count(Some(agency), standing));
            let cells = counts.map(|count| Cell::new(count).set_alignment(CellAlignment::Right));
            table.add_row(std::iter::once(Cell::new(body(agency))).chain(cells));
        }
        let counts = standings().filter_map(|standing| counted(count(None, standing), standing.label(lang)));
        let late =
            judged().filter(|one| matches!(one.standing, ReportStanding::Late | ReportStanding::Missing));
        let late: Vec<String> = late.map(|one| self.report_line(one)).collect();
        let heading = self.pick("BÁO CÁO", "REPORTS");
        format!("{heading}: {}\n{table}\n{}", joined(counts), late.join("\n")).trim_end().to_owned()
    }

    fn report_line(&self, one: &Report) -> String {
        let agency = body(one.obligation.agency.as_deref().unwrap_or_default());
        format!("  {agency}, {}: {}", one.obligation.label(self.lang), one.why().sentence(self.lang))
    }

    /// What comes next: one line a day and thing, its bodies together.
    fn upcoming(&self) -> String {
        let lang = self.lang;
        let mut lines: Vec<(NaiveDate, String, Vec<String>)> = Vec::new();
        for one in &self.of.upcoming {
            let text = match one.kind {
                UpcomingKind::Report => self.report_name(&one.code, one.period.as_deref()),
                UpcomingKind::Task => {
                    let task = self.of.tasks.iter().find(|task| task.number.to_string() == one.code);
                    let title = task.map_or("", |task| title(task, lang));
                    format!("{} {}: {title}", one.kind.label(lang), one.code)
                }
                UpcomingKind::Milestone => format!("{} {}", one.kind.label(lang), one.code),
            };
            let days = match lang {
                Lang::Vi => format!("còn {} ngày", one.days),
                Lang::En => format!("{} days left", one.days),
            };
            let text = format!("{text} ({days})");
            match lines.last_mut() {
                Some((date, last, bodies)) if *date == one.date && *last == text => {
                    bodies.extend(one.agency.as_deref().map(body));
                }
                _ => lines.push((one.date, text, one.agency.as_deref().map(body).into_iter().collect())),
            }
        }
        let told = lines.into_iter().map(|(date, text, bodies)| {
            let bodies = if bodies.is_empty() { String::new() } else { format!(": {}", bodies.join(", ")) };
            format!("  {} · {text}{bodies}", lang.date(date))
        });
        section(self.pick("SẮP TỚI", "COMING UP"), told)
    }

    fn report_name(&self, rule: &str, period: Option<&str>) -> String {
        let report = self
            .of
            .reports
            .iter()
            .find(|one| *one.obligation.rule == *rule && Some(&*one.obligation.period) == period);
        report.map_or_else(|| rule.to_owned(), |one| one.obligation.label(self.lang))
    }

    fn amendments(&self) -> String {
        // One decision, one line: an item's years together.
        let mut lines: Vec<(String, String, String)> = Vec::new();
        for one in &self.of.amendments {
            let item = format!("{} · {} {}", self.lang.date(one.on), one.kind.label(self.lang), one.code);
            let said = format!("{} ({})", one.change.label(self.lang), one.document);
            let year = one.year.map_or(String::new(), |year| format!(", {year}"));
            match lines.last_mut() {
                Some((last, years, words)) if *last == item && *words == said => years.push_str(&year),
                _ => lines.push((item, year, said)),
            }
        }
        let lines = lines.into_iter().map(|(item, years, said)| format!("  {item}{years}: {said}"));
        section(self.pick("ĐIỀU CHỈNH KẾ HOẠCH ĐANG CÓ HIỆU LỰC", "AMENDMENTS IN FORCE"), lines)
    }

    fn findings(&self) -> String {
        let lines = self.of.findings.iter().map(|one| format!("  {}", one.sentence(self.lang)));
        section(self.pick("LƯU Ý", "FINDINGS"), lines)
    }

    fn foot(&self) -> String {
        let (plan, records) = (&self.of.fingerprint, &self.of.records_fingerprint);
        let (plan, records) = (plan.get(..8).unwrap_or(plan), records.get(..8).unwrap_or(records));
        format!("tiendo {} · {plan} · {records}", self.of.version)
    }
}

pub(crate) fn pick(lang: Lang, vi: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

/// A body's name, where its id is a known one.
pub(crate) fn body(id: &str) -> String {
    Registry::builtin().agency(id).map_or_else(|| id.to_owned(), |agency| agency.name.clone())
}

/// An indicator's name in a language, the short one where there is one.
pub(crate) fn name(of: &AssessedIndicator, lang: Lang) -> &str {
    let in_english = of.name_en.as_deref().filter(|_| lang == Lang::En);
    in_english.or(of.short_name.as_deref()).unwrap_or(&of.name)
}

pub(crate) fn title(of: &AssessedTask, lang: Lang) -> &str {
    of.title_en.as_deref().filter(|_| lang == Lang::En).unwrap_or(&of.title)
}

/// A figure with its unit, marked where it is an estimate or preliminary.
fn figure(one: &AssessedIndicator, of: &UsedObservation, lang: Lang) -> String {
    let unit = one.target.as_ref().and_then(|target| target.unit.as_ref());
    let percent = if unit == Some(&Unit::Percent) { "%" } else { "" };
    let text = match (of.value, of.present, of.judgement) {
        (Some(value), _, _) => format!("{}{percent}", lang.number(value)),
        (_, Some(true), _) => pick(lang, "Có", "Yes").to_owned(),
        (_, Some(false), _) => pick(lang, "Chưa có", "Not yet").to_owned(),
        (_, _, Some(true)) => pick(lang, "Kết luận: đạt", "Judged: met").to_owned(),
        (_, _, Some(false)) => pick(lang, "Kết luận: chưa đạt", "Judged: not met").to_owned(),
        _ => String::new(),
    };
    match of.status {
        ObservationStatus::Official => text,
        status => format!("{text} ({})", status.label(lang).to_lowercase()),
    }
}

fn colour(standing: IndicatorStanding) -> Color {
    match standing {
        IndicatorStanding::Met | IndicatorStanding::OnTrack => Color::Green,
        IndicatorStanding::SlightlyBehind => Color::Yellow,
        IndicatorStanding::OffTrack | IndicatorStanding::MovingAway | IndicatorStanding::Missed => Color::Red,
        IndicatorStanding::NotAsked | IndicatorStanding::Undetermined => Color::DarkGrey,
    }
}

/// `Đạt 9`, where there is one.
fn counted(count: usize, label: &str) -> Option<String> {
    (count > 0).then(|| format!("{label} {count}"))
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(" · ")
}

/// A heading with its lines; nothing where there are none.
pub(crate) fn section(heading: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() { String::new() } else { format!("{heading}: {}\n{}", lines.len(), lines.join("\n")) }
}

/// A table of the terminal's width.
pub(crate) fn table() -> Table {
    let mut table = Table::new();
    table
        .load_style(UTF8_HORIZONTAL_ONLY.row_separator(LineStyle::none()))
        .set_content_arrangement(ContentArrangement::Dynamic);
    if io::stdout().is_terminal() {
        table.enforce_styling();
    } else {
        // A file or a pipe has no width of its own.
        table.set_width(160).force_no_tty();
    }
    table
}
