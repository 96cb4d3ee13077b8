//! What the assessment comes to: by agency and pillar, since a day, for one body.

use tiendo::{
    AssessedTask, Assessment, Changes, Fixed, Lang, Registry, ReportStanding, Scorecard, ScorecardBy,
    ScorecardRole, TaskStanding,
};

use crate::page::{body, name, pick, section, table, title};

/// The cards of one sort as a table, or as JSON.
pub(crate) fn cards(of: &Assessment, by: ScorecardBy, lang: Lang, is_json: bool) -> String {
    let cards: Vec<&Scorecard> = of.scorecards.iter().filter(|card| card.by == by).collect();
    if is_json {
        return tiendo::to_json(&cards);
    }
    let pick = |vi, en| pick(lang, vi, en);
    let mut shown = table();
    shown.set_header([
        pick("Hạng", "Rank"),
        by.label(lang),
        pick("Vai trò", "Role"),
        pick("Chỉ tiêu đạt", "Indicators met"),
        pick("Có số liệu", "With data"),
        pick("Nhiệm vụ hoàn thành / đến hạn", "Tasks done / due"),
        pick("Hoàn thành / tính tỷ lệ", "Done / counted"),
        pick("Quá hạn", "Overdue"),
        pick("Báo cáo đúng hạn", "Reports on time"),
    ]);
    for card in cards {
        let (indicators, tasks, reports) = (&card.indicators, &card.tasks, &card.reports);
        let met = indicators.met.map(|met| of_whole(met, lang, None, indicators.judged));
        let helps = card.role == Some(ScorecardRole::Cooperating);
        let due =
            tasks.done_of_due.map(|rate| of_whole(rate, lang, Some(tasks.done), tasks.done + tasks.overdue));
        let all = tasks.done_of_all.map(|rate| of_whole(rate, lang, Some(tasks.done), tasks.counted));
        let counted = tasks.counts.iter().map(|of| of.count).sum::<u32>();
        shown.add_row([
            card.rank.map_or(String::new(), |rank| rank.to_string()),
            card.name.as_deref().unwrap_or(&card.key).to_owned(),
            card.role.map_or("", |role| role.label(lang)).to_owned(),
            met.unwrap_or_default(),
            indicators.coverage.map_or(String::new(), |rate| {
                of_whole(rate, lang, Some(indicators.with_data), indicators.asked)
            }),
            if helps {
                pick("phối hợp ", "helps with ").to_owned() + &counted.to_string()
            } else {
                due.unwrap_or_default()
            },
            all.unwrap_or_default(),
            if helps { String::new() } else { tasks.overdue.to_string() },
            reports.on_time_rate().map_or(String::new(), |rate| {
                of_whole(rate, lang, Some(reports.on_time), reports.expected())
            }),
        ]);
    }
    shown.to_string()
}

/// `2/3 = 66,7%`, cut where rounding would show all; of verdicts only the whole is known here.
fn of_whole(rate: Fixed, lang: Lang, part: Option<u32>, whole: u32) -> String {
    let tenths = rate.millionths() / 100_000;
    let rate = Fixed::from_millionths(tenths * 100_000).unwrap_or(rate);
    let rate = format!("{}%", lang.number(rate));
    part.map_or_else(|| format!("{rate} ({whole})"), |part| format!("{part}/{whole} = {rate}"))
}

/// What changed, a sentence an item.
pub(crate) fn changes(of: &Changes, lang: Lang) -> String {
    let counts = of.counts.iter().map(|count| {
        let both = count.indicators + count.tasks;
        format!("{} {both}", count.kind.label(lang))
    });
    let heading = match lang {
        Lang::Vi => format!("Từ {} đến {}: ", lang.date(of.from.today), lang.date(of.to.today)),
        Lang::En => format!("From {} to {}: ", lang.date(of.from.today), lang.date(of.to.today)),
    };
    let heading = heading + &counts.collect::<Vec<_>>().join(" · ");
    let sentence = |vi: &str, en: &str| match lang {
        Lang::Vi => vi.to_owned(),
        Lang::En => en.to_owned(),
    };
    let indicators =
        of.indicators.iter().map(|one| format!("  {} · {}", one.code, sentence(&one.vi, &one.en)));
    let tasks = of.tasks.iter().map(|one| format!("  {} · {}", one.number, sentence(&one.vi, &one.en)));
    let parts = [
        heading,
        section(pick(lang, "CHỈ TIÊU", "INDICATORS"), indicators),
        section(pick(lang, "NHIỆM VỤ", "TASKS"), tasks),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// One body's own page; none where the plan has nothing of it.
pub(crate) fn agency(of: &Assessment, asked: &str, lang: Lang) -> Option<String> {
    let registry = Registry::builtin();
    let known = registry.agency(asked).or_else(|| registry.find(asked)).map(|agency| &*agency.id);
    let is_it = |id: Option<&str>, name: &str| id.map_or(name == asked, |id| Some(id) == known);
    let own: Vec<&Scorecard> =
        of.scorecards.iter().filter(|card| Some(&*card.key) == known || card.key == asked).collect();
    let heading = own.first()?.name.as_deref().unwrap_or(asked).to_owned();
    let indicators =
        of.indicators.iter().filter(|one| one.leads.iter().any(|of| is_it(of.id.as_deref(), &of.name)));
    let indicators = indicators.map(|one| {
        format!(
            "  {} · {}: {}. {}",
            one.code,
            name(one, lang),
            one.standing.label(lang),
            one.why.sentence(lang)
        )
    });
    let parts: Vec<(&AssessedTask, TaskStanding)> = of
        .tasks
        .iter()
        .filter_map(|task| {
            let part = task.leads.iter().find(|part| is_it(part.id.as_deref(), &part.name))?;
            Some((task, part.standing))
        })
        .collect();
    // Nobody is named as late where nothing was ever said of the work.
    let is_told =
        of.tasks.iter().any(|one| one.started || one.leads.iter().any(|lead| lead.update.is_some()));
    let is_late = |standing: TaskStanding| is_told && standing == TaskStanding::Overdue;
    let line = |(task, standing): &(&AssessedTask, TaskStanding)| {
        format!(
            "  {} · {}: {}. {}",
            task.number,
            title(task, lang),
            standing.label(lang),
            task.why.sentence(lang)
        )
    };
    let late = parts.iter().filter(|(_, standing)| is_late(*standing)).map(line);
    let others = parts.iter().filter(|(_, standing)| !is_late(*standing)).map(line);
    let reports = of.reports.iter().filter(|one| {
        let agency = one.obligation.agency.as_deref();
        agency.is_some_and(|agency| Some(agency) == known || body(agency) == heading || agency == asked)
    });
    let reports = reports
        .filter(|one| one.standing != ReportStanding::OnTime)
        .map(|one| format!("  {}: {}", one.obligation.label(lang), one.why().sentence(lang)));
    let pick = |vi, en| pick(lang, vi, en);
    let parts = [
        format!("{heading} · {}", lang.date(of.today)),
        section(pick("CHỈ TIÊU CHỦ TRÌ", "INDICATORS IT LEADS"), indicators),
        section(pick("NHIỆM VỤ QUÁ HẠN", "OVERDUE TASKS"), late),
        section(pick("NHIỆM VỤ KHÁC", "OTHER TASKS"), others),
        section(pick("BÁO CÁO CẦN LƯU Ý", "REPORTS TO LOOK AFTER"), reports),
    ];
    Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n"))
}
