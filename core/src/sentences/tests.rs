use super::*;

/// A reading on some lines: each rule, then the notes.
fn shown(text: &str) -> String {
    let read = parse_regime(text).unwrap();
    let mut lines = vec![format!("» {text}")];
    for RuleReading { rule, rests_on, span } in &read.rules {
        let before = |before: bool| if before { "<" } else { "" };
        let due =
            rule.due.map(|due| format!(" due {}{}/{}", before(due.before), due.day, due.month_of_period));
        let weekday = rule.weekday.map(|day| format!(" weekday {}{day}", before(rule.before)));
        let on = rule.on.map(|on| format!(" on {}{on}", before(rule.before)));
        let cutoff = rule.cutoff.map(|cutoff| format!(" data to {}/{}", cutoff.day, cutoff.month_of_period));
        let halves = rule.halves.map(|halves| format!(" {halves}"));
        let said: String = [halves, due, weekday, on, cutoff].into_iter().flatten().collect();
        lines
            .push(format!("  {}: {}{said} [{} → {}]", rule.code, rule.cycle, rule.reporters, rule.recipient));
        assert_eq!(span.of(text), rule.text);
        assert!(!rests_on.is_empty());
    }
    for note in &read.notes {
        lines.push(format!("  {}: {}", note.code, note.span.unwrap().of(text)));
    }
    lines.join("\n")
}

#[test]
fn what_sentences_of_plans_say() {
    let texts = include_str!("sentences.txt").lines().filter(|line| !line.is_empty());
    let shown: Vec<String> = texts.map(shown).collect();
    insta::assert_snapshot!(shown.join("\n"));
}
