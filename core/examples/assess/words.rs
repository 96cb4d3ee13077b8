//! The words of the assessment in one language.

use std::io::{self, IsTerminal};

use chrono::NaiveDate;
use comfy_table::{
    Attribute, Cell, CellAlignment, Color, ContentArrangement, LineStyle, Table,
    presets::UTF8_HORIZONTAL_ONLY,
};
use tiendo::{
    Finding, FindingCode, Lang, MeasuredValue, MilestoneTarget, NoteCode, Observation, ObservationStatus,
    Plan, PlanView, Records, Source, TargetKind, Unit, Verdict,
};

use crate::{IndicatorLine, NOTHING_ASKED, TaskLine};

/// The words of the report in one language.
pub(crate) struct Words {
    pub(crate) lang: Lang,
}

impl Words {
    pub(crate) fn pick(&self, vi: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }

    pub(crate) fn heading(&self, view: &PlanView<'_>, records: &Records, today: NaiveDate) -> String {
        let plan = view.plan();
        let number = plan.number.as_deref().unwrap_or(&plan.id);
        let title = match self.lang {
            Lang::En => plan.title_en.as_deref().unwrap_or(&plan.title),
            Lang::Vi => &plan.title,
        };
        let (on, of) = (self.pick("tính đến ngày", "on"), self.pick("Kế hoạch", "Plan"));
        let data = if records.synthetic {
            self.pick("DỮ LIỆU GIẢ LẬP, chỉ để minh họa", "SYNTHETIC DATA, for illustration only")
        } else if records.records.is_empty() {
            self.pick("chưa có số liệu", "no data yet")
        } else {
            self.pick("số liệu do người dùng cung cấp", "data given by the caller")
        };
        let scan = self.scan(view);
        format!("{of} {number} · {} · {on} {}\n{title}\n[{data}]{scan}", plan.issuer, self.lang.date(today))
    }

    /// Of a plan from a scan, how many of its target cells were read.
    fn scan(&self, view: &PlanView<'_>) -> String {
        if view.plan().indicators.iter().flat_map(|i| &i.targets).all(|cell| cell.source == Source::Published)
        {
            return String::new();
        }
        let targets: Vec<&MilestoneTarget> =
            view.rows().flat_map(|(_, row)| row.targets.values().map(|target| &**target)).collect();
        let read = targets.iter().filter(|target| target.kind != TargetKind::Unrecognised).count();
        match self.lang {
            Lang::Vi => format!("\n[Bản quét: đọc được {read} trên {} ô mục tiêu]", targets.len()),
            Lang::En => format!("\n[A scan: {read} of {} target cells were read]", targets.len()),
        }
    }

    pub(crate) fn indicators(&self, lines: &[IndicatorLine<'_>]) -> String {
        let count =
            |wanted: &str| lines.iter().filter(|line| line.comparison.verdict.as_str() == wanted).count();
        let year = lines.first().map_or(String::new(), |line| line.milestone.to_string());
        let (all, met, not) = (lines.len(), count("met"), count("not_met"));
        let free = lines.iter().filter(|line| line.comparison.verdict == NOTHING_ASKED).count();
        let open = all - met - not - free;
        match self.lang {
            Lang::Vi => format!(
                "CHỈ TIÊU, mốc {year}: {all} dòng · {met} đạt · {not} chưa đạt · {open} chưa xác định · {free} không đặt mục tiêu"
            ),
            Lang::En => format!(
                "INDICATORS, milestone {year}: {all} rows · {met} met · {not} not met · {open} undetermined · {free} without a target"
            ),
        }
    }

    pub(crate) fn indicator_table(&self, lines: &[IndicatorLine<'_>]) -> Table {
        let mut table = table();
        table.set_header([
            self.pick("TT", "No."),
            self.pick("Chỉ tiêu", "Indicator"),
            self.pick("Mục tiêu", "Target"),
            self.pick("Kết quả", "Value"),
            self.pick("Đánh giá", "Verdict"),
            self.pick("Chênh lệch", "Margin"),
            self.pick("Vì sao", "Why"),
        ]);
        for line in lines {
            let verdict = line.comparison.verdict;
            let colour = match verdict {
                Verdict::Met => Color::Green,
                Verdict::NotMet => Color::Red,
                Verdict::Undetermined(_) => Color::DarkGrey,
            };
            let unit = if line.target.unit == Some(Unit::Percent) { "%" } else { "" };
            let margin = line.comparison.margin.map(|margin| {
                let sign = if margin > tiendo::Fixed::ZERO { "+" } else { "" };
                format!(
                    "{sign}{}{}",
                    self.lang.number(margin),
                    if unit == "%" { self.pick(" điểm %", " pp") } else { "" }
                )
            });
            table.add_row([
                Cell::new(line.code),
                Cell::new(line.name),
                Cell::new(&line.target.text),
                Cell::new(self.value(line.observation, unit)).set_alignment(CellAlignment::Right),
                Cell::new(self.verdict(verdict)).fg(colour).add_attribute(Attribute::Bold),
                Cell::new(margin.unwrap_or_default()).set_alignment(CellAlignment::Right),
                Cell::new(line.comparison.why().sentence(self.lang)),
            ]);
        }
        table
    }

    fn verdict(&self, verdict: Verdict) -> &'static str {
        if verdict == NOTHING_ASKED {
            self.pick("Không đặt", "No target")
        } else {
            verdict.label(self.lang)
        }
    }

    fn value(&self, observation: Option<&Observation>, unit: &str) -> String {
        let Some(observation) = observation else { return "–".to_owned() };
        let estimate = match observation.status {
            ObservationStatus::Estimate => self.pick(" (ước)", " (est.)"),
            ObservationStatus::Preliminary | ObservationStatus::Official => "",
        };
        match observation.measured().value {
            MeasuredValue::Number(value) => format!("{}{unit}{estimate}", self.lang.number(value)),
            MeasuredValue::Present(true) => self.pick("Có", "Yes").to_owned(),
            MeasuredValue::Present(false) => self.pick("Không", "No").to_owned(),
            MeasuredValue::Judged(true) => self.pick("Kết luận: đạt", "Judged: met").to_owned(),
            MeasuredValue::Judged(false) => self.pick("Kết luận: chưa đạt", "Judged: not met").to_owned(),
            MeasuredValue::Missing => "–".to_owned(),
        }
    }

    pub(crate) fn findings(&self, plan: &Plan, findings: &[Finding]) -> String {
        let number = plan.number.as_deref().unwrap_or(&plan.id);
        match self.lang {
            Lang::Vi => format!("{number} · {}: {} phát hiện", plan.issuer, findings.len()),
            Lang::En => format!("{number} · {}: {} findings", plan.issuer, findings.len()),
        }
    }

    pub(crate) fn finding_table(&self, findings: &[Finding]) -> Table {
        let mut table = table();
        table.set_header([self.pick("Mã", "Code"), self.pick("Nội dung", "Finding")]);
        for finding in findings {
            let colour = match finding.code {
                FindingCode::TargetWeaker | FindingCode::DeadlineLater | FindingCode::ReportLater => {
                    Color::Red
                }
                FindingCode::TargetStronger | FindingCode::DeadlineEarlier => Color::Green,
                _ => Color::Yellow,
            };
            table.add_row([Cell::new(finding.code).fg(colour), Cell::new(finding.sentence(self.lang))]);
        }
        table
    }

    pub(crate) fn tasks(&self, lines: &[TaskLine<'_>]) -> String {
        let past = lines.iter().filter(|line| line.days_left.is_some_and(|days| days < 0)).count();
        let left = lines.iter().filter(|line| line.days_left.is_some_and(|days| days >= 0)).count();
        let undated = lines.len() - past - left;
        match self.lang {
            Lang::Vi => format!(
                "NHIỆM VỤ: {} · {past} đã qua thời hạn · {left} còn trong hạn · {undated} không có ngày hạn cụ thể",
                lines.len()
            ),
            Lang::En => format!(
                "TASKS: {} · {past} past their date · {left} within it · {undated} without a fixed date",
                lines.len()
            ),
        }
    }

    pub(crate) fn task_table(&self, lines: &[TaskLine<'_>]) -> Table {
        let mut table = table();
        table.set_header([
            self.pick("TT", "No."),
            self.pick("Nhiệm vụ", "Task"),
            self.pick("Chủ trì", "Lead"),
            self.pick("Thời hạn", "Deadline"),
            self.pick("Ngày cuối", "Last day"),
            self.pick("Còn lại", "Days left"),
        ]);
        for line in lines {
            let due = line.deadline.due.map_or(String::new(), |due| self.lang.date(due));
            let (left, colour) = self.days(line);
            table.add_row([
                Cell::new(line.number).set_alignment(CellAlignment::Right),
                Cell::new(line.title),
                Cell::new(line.lead),
                Cell::new(&line.deadline.text),
                Cell::new(due).set_alignment(CellAlignment::Right),
                Cell::new(left).fg(colour),
            ]);
        }
        table
    }

    /// Days left or past, or what stands in their place.
    fn days(&self, line: &TaskLine<'_>) -> (String, Color) {
        let deadline = &line.deadline;
        match line.days_left {
            Some(days) if days < 0 => {
                let past = -days;
                (format!("{} {past} {}", self.pick("quá", "past"), self.pick("ngày", "days")), Color::Red)
            }
            Some(days) => {
                let colour = if days <= 30 { Color::Yellow } else { Color::Green };
                (format!("{} {days} {}", self.pick("còn", "left"), self.pick("ngày", "days")), colour)
            }
            None if !deadline.recognised => {
                let note = deadline.notes.first().map_or(NoteCode::UnreadText, |note| note.code);
                (note.sentence(self.lang).to_owned(), Color::Magenta)
            }
            None if !deadline.awaits.is_empty() => {
                (self.pick("chờ văn bản", "awaits a document").to_owned(), Color::Blue)
            }
            None if deadline.reference.is_some() => {
                (self.pick("theo văn bản khác", "set elsewhere").to_owned(), Color::Blue)
            }
            None if deadline.on_demand => (self.pick("khi phát sinh", "on demand").to_owned(), Color::Blue),
            None if deadline.recurrence.is_some() => (self.pick("định kỳ", "recurs").to_owned(), Color::Cyan),
            None => (self.pick("liên tục", "continues").to_owned(), Color::Cyan),
        }
    }
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
