//! All of the why of one item.

use std::fmt::Write;

use tiendo::{AssessedIndicator, AssessedTask, Assessment, Lang, Why};

use crate::page::{name, pick, title};

/// An indicator by its code, or a task by `task N`, with all that its standing rests on; nothing where there is no such item.
pub(crate) fn item(of: &Assessment, item: &str, lang: Lang, is_json: bool) -> Option<String> {
    let task = item.split_once(' ').filter(|(kind, _)| matches!(*kind, "task" | "nv"));
    if let Some((_, number)) = task {
        let number: u32 = number.trim().parse().ok()?;
        let task = of.tasks.iter().find(|one| one.number == number)?;
        return Some(if is_json { tiendo::to_json(task) } else { of_task(task, lang) });
    }
    let indicator = of.indicators.iter().find(|one| one.code == item)?;
    Some(if is_json { tiendo::to_json(indicator) } else { of_indicator(indicator, lang) })
}

fn of_indicator(of: &AssessedIndicator, lang: Lang) -> String {
    let mut page = Lines { text: String::new(), lang };
    page.head(&format!("{} · {}", of.code, name(of, lang)));
    let leads: Vec<&str> = of.leads.iter().map(|lead| &*lead.name).collect();
    page.line("Chủ trì", "Lead", &leads.join("; "));
    if let Some(target) = &of.target {
        let year = of.milestone.map_or(String::new(), |year| format!("{year}: "));
        page.line("Mục tiêu", "Target", &format!("{year}{}", target.text.trim()));
    }
    page.line("Tình trạng", "Standing", of.standing.label(lang));
    page.line("Lý do", "Reason", of.reason.map_or("", |reason| reason.sentence(lang)));
    let flags = of.flags.iter().map(|flag| flag.label(lang)).collect::<Vec<_>>();
    page.line("Cờ", "Flags", &flags.join("; "));
    page.line("Vì sao", "Why", of.why.sentence(lang));
    page.line("Cho người dân", "For citizens", if lang == Lang::Vi { &of.plain.vi } else { &of.plain.en });
    page.why(&of.why);
    page.line("So với mục tiêu", "Against the target", of.comparison.why().sentence(lang));
    let progress = of.progress.as_ref().and_then(|progress| serde_json::to_value(progress).ok());
    let progress = progress.iter().filter_map(|progress| progress.as_object()).flatten();
    let shown = |value: &serde_json::Value| value.as_str().map_or(value.to_string(), str::to_owned);
    page.list("Con số", "Figures", progress.map(|(name, value)| format!("{name} = {}", shown(value))));
    page.list(
        "Chuỗi số liệu",
        "Series",
        of.series.iter().map(|point| {
            let part = if point.part_of_year {
                pick(lang, ", một phần của năm", ", a part of its year")
            } else {
                ""
            };
            let status = point.status.label(lang).to_lowercase();
            format!("{}: {} ({status}{part}; {})", lang.date(point.date), lang.number(point.value), point.id)
        }),
    );
    page.list(
        "Lộ trình",
        "Path",
        of.path.iter().map(|point| {
            let source = point.source.label(lang).to_lowercase();
            format!("{}: {} ({source})", lang.date(point.date), lang.number(point.value))
        }),
    );
    page.list(
        "Mốc đã qua",
        "Milestones past",
        of.passed.iter().map(|passed| {
            let value = passed.value.map_or(String::new(), |value| format!(", {}", lang.number(value)));
            let met = passed.met_on.map_or(String::new(), |day| {
                format!(", {} {}", pick(lang, "đạt mức này ngày", "reached on"), lang.date(day))
            });
            format!("{}: {}{value}{met}", passed.year, passed.verdict.label(lang))
        }),
    );
    let skipped = of.skipped.iter().map(|one| format!("{}: {}", one.year, one.reason.label(lang)));
    page.list("Mốc không quyết định", "Milestones that do not decide", skipped);
    for part in &of.parts {
        page.head(&format!("{} · {}", part.scope, part.standing.label(lang)));
        page.line("Vì sao", "Why", part.why.sentence(lang));
        page.why(&part.why);
    }
    page.text.trim_end().to_owned()
}

fn of_task(of: &AssessedTask, lang: Lang) -> String {
    let mut page = Lines { text: String::new(), lang };
    page.head(&format!("{} {} · {}", pick(lang, "Nhiệm vụ", "Task"), of.number, title(of, lang)));
    page.line("Thời hạn", "Deadline", &of.deadline.text);
    page.line("Ngày cuối", "Last day", &of.due.map_or(String::new(), |due| lang.date(due)));
    if let Some(extension) = &of.extension {
        page.line(
            "Gia hạn",
            "Extension",
            &format!("{} ({})", lang.date(extension.new_due), extension.document),
        );
    }
    page.line("Tình trạng", "Standing", of.standing.label(lang));
    page.line("Đã hoàn thành", "Completed", of.completion.map_or("", |completion| completion.label(lang)));
    let flags = of.flags.iter().map(|flag| flag.label(lang)).collect::<Vec<_>>();
    page.line("Cờ", "Flags", &flags.join("; "));
    page.line("Vì sao", "Why", of.why.sentence(lang));
    page.line("Cho người dân", "For citizens", if lang == Lang::Vi { &of.plain.vi } else { &of.plain.en });
    page.why(&of.why);
    page.list(
        "Cơ quan chủ trì",
        "Leads",
        of.leads.iter().map(|lead| {
            let said = [&lead.document, &lead.evidence, &lead.difficulties, &lead.proposals];
            let said = said.into_iter().flatten().flat_map(|text| ["; ", text.as_str()]);
            let items =
                lead.items.iter().map(|item| format!("; ({}) {}", item.number, item.standing.label(lang)));
            let done = lead.completed.map_or(String::new(), |day| format!(" {}", lang.date(day)));
            let standing = lead.standing.label(lang);
            format!(
                "{}: {standing}{done}{}{}",
                lead.name,
                said.collect::<String>(),
                items.collect::<Vec<_>>().concat()
            )
        }),
    );
    let cooperating = of.cooperating.iter().map(|body| body.name.to_string());
    page.list("Cơ quan phối hợp", "Cooperating", cooperating);
    page.list(
        "Các kỳ",
        "Instances",
        of.instances.iter().map(|of| match lang {
            Lang::Vi => format!(
                "{}: đến hạn {}, hoàn thành đúng hạn {}, quá hạn {}, chưa hoàn thành {}",
                of.period, of.due, of.completed_on_time, of.completed_late, of.overdue
            ),
            Lang::En => format!(
                "{}: {} due, {} completed on time, {} late, {} overdue",
                of.period, of.due, of.completed_on_time, of.completed_late, of.overdue
            ),
        }),
    );
    page.text.trim_end().to_owned()
}

/// A page that grows by lines.
struct Lines {
    text: String,
    lang: Lang,
}

impl Lines {
    fn head(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// A line with its label; none where there is nothing to say.
    fn line(&mut self, vi: &'static str, en: &'static str, text: &str) {
        if !text.is_empty() {
            let _ = writeln!(self.text, "  {}: {text}", pick(self.lang, vi, en));
        }
    }

    fn list(&mut self, vi: &'static str, en: &'static str, lines: impl Iterator<Item = String>) {
        let lines: Vec<String> = lines.map(|line| format!("    {line}")).collect();
        if !lines.is_empty() {
            let _ = writeln!(self.text, "  {}:\n{}", pick(self.lang, vi, en), lines.join("\n"));
        }
    }

    /// The rule, and all that the standing can be computed from again.
    fn why(&mut self, why: &Why) {
        self.line("Quy tắc", "Rule", why.rule.as_str());
        let lang = self.lang;
        self.list("Số", "Numbers", why.numbers.iter().map(|of| format!("{} = {}", of.name, of.value)));
        self.list(
            "Ngày",
            "Dates",
            why.dates.iter().map(|of| format!("{} = {}", of.name, lang.date(of.value))),
        );
        self.list("Điều kiện", "Terms", why.terms.iter().map(|of| format!("{} = {}", of.name, of.value)));
    }
}
