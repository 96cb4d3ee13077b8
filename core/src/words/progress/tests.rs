use super::*;

/// A figure beside a target, as most sentences have it.
fn told() -> Told<'static> {
    Told {
        year: Some(2030),
        required: "95%",
        operator: Some(TargetKind::AtLeast),
        value: "92%",
        measured: "30/6/2026",
        expected: "90%",
        earlier: ("78%", "31/12/2024"),
        slope: ("9", Some(Way::Up)),
        needed: ("1", Some(Way::Up)),
        ratio: "2",
        ..Told::default()
    }
}

fn line(
    name: &str,
    of: &Told<'_>,
    rule: StandingRule,
    standing: IndicatorStanding,
    reason: Option<Reason>,
) -> String {
    let (vi, en) = (of.why(rule, standing, reason, Lang::Vi), of.why(rule, standing, reason, Lang::En));
    let plain = |lang| of.plain(rule, standing, reason, lang);
    format!("{name}\n  {vi}\n  {en}\n  {}\n  {}", plain(Lang::Vi), plain(Lang::En))
}

#[test]
fn every_rule_has_its_sentences() {
    use IndicatorStanding as S;
    let lines = StandingRule::ALL.iter().map(|rule| match rule {
        StandingRule::Met => line("met", &told(), *rule, S::Met, None),
        StandingRule::Presence => {
            let of = Told { required: "Có", operator: None, value: "", said: Some(true), ..told() };
            line("presence", &of, *rule, S::Met, None)
        }
        StandingRule::Qualitative => {
            let of = Told { required: "ứng dụng", operator: None, value: "", said: Some(true), ..told() };
            line("qualitative", &of, *rule, S::Met, None)
        }
        StandingRule::LastMilestone => line("last_milestone", &told(), *rule, S::Missed, None),
        StandingRule::NotAsked => {
            let of = Told { year: None, required: "", value: "", ..told() };
            line("not_asked", &of, *rule, S::NotAsked, None)
        }
        StandingRule::NoTrend => {
            line("no_trend", &told(), *rule, S::Undetermined, Some(Reason::TooFewPoints))
        }
        StandingRule::NoValue => {
            let of = Told { value: "", measured: "", ..told() };
            line("no_value", &of, *rule, S::Undetermined, Some(Reason::NoValue))
        }
        StandingRule::Undetermined => {
            let of = Told { year: None, required: "", value: "", ..told() };
            line("undetermined", &of, *rule, S::Undetermined, Some(Reason::TargetUndetermined))
        }
        rule => line(rule.as_str(), &told(), *rule, S::OnTrack, None),
    });
    let others = [
        line("an estimate", &Told { is_estimate: true, ..told() }, StandingRule::Need, S::OffTrack, None),
        line(
            "lower is better",
            &Told { is_lower: true, operator: Some(TargetKind::AtMost), ..told() },
            StandingRule::SmallWhole,
            S::OffTrack,
            None,
        ),
        line(
            "nothing expected yet",
            &Told { expected: "0", ..told() },
            StandingRule::SmallWhole,
            S::OnTrack,
            None,
        ),
        line(
            "the wrong way",
            &Told { slope: ("3", Some(Way::Down)), ..told() },
            StandingRule::Need,
            S::MovingAway,
            None,
        ),
        line(
            "ahead of the path",
            &Told { is_ahead: true, ..told() },
            StandingRule::Need,
            S::SlightlyBehind,
            None,
        ),
        line(
            "below the last",
            &Told { is_below: true, ..told() },
            StandingRule::Path,
            S::SlightlyBehind,
            None,
        ),
        line(
            "asked later",
            &Told { unasked: Some(2030), year: Some(2035), value: "", ..told() },
            StandingRule::NoValue,
            S::NotAsked,
            None,
        ),
        line(
            "not in place",
            &Told { required: "Có", operator: None, value: "", said: Some(false), ..told() },
            StandingRule::LastMilestone,
            S::Missed,
            None,
        ),
    ];
    insta::assert_snapshot!(lines.chain(others).collect::<Vec<_>>().join("\n"));
}

#[test]
fn no_figure_is_never_worded_as_not_met() {
    for required in ["95%", "Có", ""] {
        let of = Told { required, value: "", measured: "", ..told() };
        for rule in StandingRule::ALL {
            let (standing, reason) = (IndicatorStanding::Undetermined, Some(Reason::NoValue));
            let said =
                [of.why(*rule, standing, reason, Lang::Vi), of.plain(*rule, standing, reason, Lang::Vi)];
            for sentence in said {
                assert!(!sentence.to_lowercase().contains("chưa đạt"), "{rule}: {sentence}");
                assert!(!sentence.to_lowercase().contains("không đạt"), "{rule}: {sentence}");
            }
        }
    }
}
