//! Properties that hold for every cell and every number, not only for those of the published plans.

use chrono::Datelike;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, to_value};
use tiendo::text::match_key;
use tiendo::{
    Deadline, Direction, Fixed, Measured, MilestoneTarget, Note, Unit, Verdict, compare, parse_deadline,
    parse_target,
};
use unicode_normalization::UnicodeNormalization;

/// Characters of the longest cell.
const LIMIT: usize = 10_000;

fn cases(usual: u32) -> ProptestConfig {
    ProptestConfig {
        cases: tiendo_tests::cases(usual),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Texts of a grammar: one of each list in turn.
fn sequence(lists: &[&'static [&'static str]]) -> BoxedStrategy<String> {
    let parts: Vec<_> = lists.iter().map(|list| select(*list)).collect();
    parts.prop_map(|words| words.concat()).boxed()
}

fn joined(parts: impl Strategy<Value = Vec<String>> + 'static) -> BoxedStrategy<String> {
    parts.prop_map(|parts| parts.concat()).boxed()
}

fn number() -> BoxedStrategy<String> {
    prop_oneof!["0?[0-9]{1,3}", "[1-9][0-9]{0,2}(\\.[0-9]{3}){1,2}", "[0-9]{1,3}[,.][0-9]{1,4}"].boxed()
}

fn word(words: &'static [&'static str]) -> BoxedStrategy<String> {
    select(words).prop_map(str::to_owned).boxed()
}

fn requirement() -> BoxedStrategy<String> {
    let opening = word(&[
        "",
        "≥ ",
        "≥",
        ">= ",
        "=> ",
        "> ",
        "≤ ",
        "< ",
        "= ",
        "đạt ",
        "chiếm ",
        "trên ",
        "hơn ",
        "dưới ",
        "không quá ",
        "tối đa ",
        "ít nhất ",
        "tối thiểu ",
        "đạt tối thiểu ",
        "đạt ≥ ",
        "từ ",
    ]);
    let unit = word(&[
        "",
        "%",
        " %",
        "% GRDP",
        "% dân số",
        " phường",
        " doanh nghiệp",
        " điểm",
        " ngày",
        " tỷ đồng",
        " triệu USD",
        " nghìn người",
        " nghìn tỷ đồng",
        " tỷ",
        " ha rừng",
        " triệu đồng/người/năm",
        " người/vạn dân",
        "%/năm",
        " Thế giới",
        " Đông Nam Á",
        "% trở lên",
    ]);
    joined((opening, number(), unit).prop_map(|(a, b, c)| vec![a, b, c]))
}

fn clause() -> BoxedStrategy<String> {
    let interval = (
        number(),
        word(&["", "%"]),
        word(&[" - ", "-", " – ", "% – ", " đến "]),
        number(),
        word(&["", "%", " phường"]),
    );
    prop_oneof![
        4 => requirement(),
        1 => interval.prop_map(|(a, b, c, d, e)| [a, b, c, d, e].concat()),
        1 => (word(&["6G", "5G", "Vùng lõm"]), requirement()).prop_map(|(thing, asked)| format!("{thing} ({asked})")),
        1 => number().prop_map(|n| format!("01 Gb/s đạt {n}%")),
        1 => (word(&["Thuộc nhóm ", "top ", "Top "]), "[1-9][0-9]?", word(&["", " tỉnh, thành", " tỉnh, thành dẫn đầu cả nước"]))
            .prop_map(|(a, b, c)| [a, b, c].concat()),
        1 => word(&["ứng dụng", "Tiên tiến, hiện đại", "ở mức khá", "đạt trên trung bình"]),
    ]
    .boxed()
}

/// Target cells as officials write them, alone and combined.
fn target_cell() -> BoxedStrategy<String> {
    prop_oneof![
        6 => clause(),
        2 => (clause(), word(&["; ", ", ", " và "]), clause()).prop_map(|(a, b, c)| [a, b, c].concat()),
        1 => requirement().prop_map(|asked| format!("{asked} và tăng dần theo yêu cầu phát triển")),
        1 => requirement().prop_map(|asked| format!("Có {asked}")),
        1 => (clause(), word(&[" (*1)", " (*[2])", " (*)"])).prop_map(|(a, b)| [a, b].concat()),
        1 => word(&["", "-", "–", "Có", "Không", "Chưa xác định", "(*[1])", "(*2)", "(*)"]),
    ]
    .boxed()
}

/// Cells of the words that stand before, between and after numbers, in any order.
fn free_cell() -> BoxedStrategy<String> {
    let before = word(&[
        "",
        "tăng ",
        "giảm ",
        "giảm xuống dưới ",
        "giảm còn ",
        "gấp ",
        "khoảng ",
        "ước đạt ",
        "mỗi năm tăng ",
        "nhóm ",
        "thuộc nhóm ",
        "hạng ",
        "đến năm 2030 đạt ",
        "Tỷ lệ người từ 15 tuổi trở lên đạt ",
        "kinh tế số chiếm ",
        "Có ",
        "5G ",
        "Đô thị: ",
        "trong đó nữ ",
        "- ",
        "ít nhất ",
        "trên ",
        "xã ",
    ]);
    let after = word(&[
        "",
        "%",
        "‰",
        " điểm %",
        " lần",
        " lần GRDP",
        "% GRDP",
        "/12 xã",
        " - 60%",
        "% so với năm 2024",
        "% so với giai đoạn 2021-2025",
        "% vào năm 2025",
        "% xã",
        " xã",
        "m2/người",
        " cả nước",
        " Đông Nam Á",
        "% xã có ít nhất 02 mô hình",
        " tỉnh dẫn đầu",
        "%/năm",
        "% (trong đó nữ 30%)",
        "% (giai đoạn 2026-2030)",
        " tỷ đồng",
        "% trở lên",
        "% mức độ 4",
    ]);
    let clause = (before, number(), after).prop_map(|(a, b, c)| [a, b, c].concat());
    prop::collection::vec((clause, word(&["; ", ", ", " và ", " hoặc ", "\n", "\n- ", " ", ": "])), 1..4)
        .prop_map(|parts| parts.into_iter().map(|(clause, mark)| clause + &mark).collect())
        .boxed()
}

fn point() -> BoxedStrategy<String> {
    let year = || (2020..2046_u32).prop_map(|year| year.to_string());
    prop_oneof![
        (1..=31_u32, 1..=13_u32, year()).prop_map(|(d, m, y)| format!("{d}/{m:02}/{y}")),
        (word(&["", "tháng ", "Tháng "]), 1..=12_u32, word(&["/", " năm "]), year())
            .prop_map(|(a, m, b, y)| if a.is_empty() { format!("{m}/{y}") } else { format!("{a}{m}{b}{y}") }),
        (word(&["I", "II", "III", "IV", "3"]), word(&["/", "-", " năm "]), year())
            .prop_map(|(q, mark, y)| format!("Quý {q}{mark}{y}")),
        (word(&["6 tháng đầu năm ", "6 tháng cuối năm ", "đầu năm ", "giữa năm ", "cuối tháng 2/"]), year())
            .prop_map(|(a, y)| format!("{a}{y}")),
        (word(&["", "Năm ", "đến hết năm ", "Giai đoạn 2020 - "]), year())
            .prop_map(|(a, y)| format!("{a}{y}")),
        (
            word(&["Tháng 7, 8/", "Quý III-IV/", "01-15/7/", "9 tháng đầu năm ", "T.6/", "17h00 ngày 30/6/"]),
            year()
        )
            .prop_map(|(a, y)| format!("{a}{y}")),
    ]
    .boxed()
}

fn deadline_part() -> BoxedStrategy<String> {
    prop_oneof![
        4 => point(),
        2 => (word(&["trước ", "trước ngày ", "chậm nhất ", "Hoàn thành "]), point()).prop_map(|(a, b)| [a, b].concat()),
        2 => (point(), word(&[" - ", "- ", "–", " đến "]), point()).prop_map(|(a, b, c)| [a, b, c].concat()),
        3 => sequence(&[&["", "định kỳ ", "cập nhật ", "bổ sung "], &["hằng ", "hàng "], &["năm", "quý", "tháng"]]),
        2 => sequence(&[
            &["", "trước ", "Báo cáo trước "],
            &["ngày 15/12 hằng năm", "15/6 hằng năm", "ngày 20 hằng tháng", "ngày 10 tháng cuối quý", "tháng 3 hằng năm"],
        ]),
        1 => word(&["2 lần/năm", "6 tháng/lần", "cuối hằng quý", "Hằng quý hoặc đột xuất"]),
        1 => word(&["Thường xuyên", "Nhiệm vụ thường xuyên", "duy trì liên tục", "Khi có phát sinh"]),
        1 => (point(), word(&[" và những năm tiếp theo", " và các năm tiếp theo"])).prop_map(|(a, b)| [a, b].concat()),
        2 => sequence(&[
            &["", "30 ngày ", "Trình Ủy ban nhân dân tỉnh ban hành "],
            &["sau khi "],
            &["có văn bản của Trung ương", "Thủ tướng Chính phủ ban hành Quyết định", "có hướng dẫn của Bộ Nội vụ"],
        ]),
        2 => sequence(&[
            &["theo ", "thực hiện theo "],
            &["kế hoạch của Bộ", "hướng dẫn Bộ KH và CN", "tiến độ đề án", "Nghị quyết số 71/NQ-CP"],
        ]),
        1 => word(&["", "-", "Sở Nội vụ", "Văn phòng UBND tỉnh"]),
    ]
    .boxed()
}

/// Deadline cells as officials write them, alone and combined.
fn deadline_cell() -> BoxedStrategy<String> {
    prop_oneof![
        3 => deadline_part(),
        1 => (deadline_part(), word(&[", ", "; ", " và "]), deadline_part()).prop_map(|(a, b, c)| [a, b, c].concat()),
    ]
    .boxed()
}

/// Any Unicode, and the words of both grammars in any order.
fn garbage(most: usize) -> BoxedStrategy<String> {
    let token = prop_oneof![
        word(&[
            "≥",
            ">",
            "<",
            "=",
            "%",
            "-",
            "–",
            ",",
            ";",
            ".",
            "/",
            "(",
            ")",
            "*",
            "[",
            "]",
            " ",
            "\u{a0}",
            "\n",
            "0",
            "1",
            "31",
            "2025",
            "3.000",
            "99999999999999999999",
            "Có",
            "Không",
            "và",
            "đạt",
            "đến",
            "từ",
            "trước",
            "sau khi",
            "theo",
            "tháng",
            "quý",
            "năm",
            "ngày",
            "IV",
            "hằng",
            "nhóm",
            "top",
            "tăng dần",
            "tỷ",
            "trở lên",
            "\u{301}",
            "\u{200f}",
            "\u{202e}",
            "\u{feff}",
            "\u{0}",
            "ế",
            "e\u{302}\u{301}",
            "😀",
        ]),
        any::<char>().prop_map(String::from),
    ];
    prop_oneof![
        joined(prop::collection::vec(token, 0..40.min(most))),
        any::<String>(),
        (0..most, prop::collection::vec(any::<char>(), 1..4)).prop_map(|(length, letters)| letters
            .into_iter()
            .cycle()
            .take(length)
            .collect()),
        (0..most, target_cell()).prop_map(|(length, cell)| cell.chars().cycle().take(length).collect()),
        (0..most, deadline_cell()).prop_map(|(length, cell)| format!("{cell}; ")
            .chars()
            .cycle()
            .take(length)
            .collect()),
    ]
    .prop_map(|text| text.chars().take(LIMIT).collect::<String>())
    .boxed()
}

fn column() -> BoxedStrategy<Option<&'static str>> {
    select(
        &[
            None,
            Some("%"),
            Some("% GRDP"),
            Some("Thứ bậc"),
            Some("Điểm"),
            Some("%/năm"),
            Some("Tỷ đồng"),
            Some("triệu người"),
            Some("Người/vạn dân"),
            Some("Số doanh nghiệp/1000 dân"),
            Some("% (dân số)"),
        ][..],
    )
    .boxed()
}

/// The same text in other letters: every way that carries no meaning.
fn rewritten(text: &str) -> Vec<String> {
    vec![
        format!("{text}."),
        format!("{text} ;"),
        format!("  {text}\n"),
        text.replace(' ', "\u{a0}"),
        text.replace(' ', " \t\n"),
        text.nfd().collect(),
        text.nfc().collect(),
        text.to_uppercase(),
        text.to_lowercase(),
    ]
}

/// What was understood, with its words under their match key and without the places.
fn meaning(result: impl serde::Serialize) -> Value {
    fn folded(value: Value) -> Value {
        match value {
            Value::String(text) => match_key(&text).into(),
            Value::Array(items) => items.into_iter().map(folded).collect(),
            Value::Object(fields) => fields
                .into_iter()
                .filter(|(name, _)| name != "span" && name != "text")
                .map(|(name, value)| (name, folded(value)))
                .collect(),
            value => value,
        }
    }
    folded(to_value(result).unwrap())
}

fn within(notes: &[Note], text: &str) -> bool {
    let end = u32::try_from(text.chars().count()).unwrap();
    notes.iter().filter_map(|note| note.span).all(|span| span.start <= span.end && span.end <= end)
}

/// What holds of every target that was read, whatever the unit column says.
fn read_target(text: &str, unit: Option<&str>) -> Result<MilestoneTarget, TestCaseError> {
    let target = parse_target(text, unit).unwrap();
    prop_assert_eq!(&target.text, text);
    prop_assert!(within(&target.notes, text), "a note lies outside the cell: {:?}", target.notes);
    for part in &target.parts {
        prop_assert!(text.contains(&part.text), "a part is not in the cell: {:?}", part.text);
        prop_assert!(within(&part.notes, text), "a part's note lies outside the cell: {:?}", part.notes);
    }
    Ok(target)
}

/// What also holds beside a unit column: what is printed there reads as the same.
fn check_target(text: &str, unit: Option<&str>) -> Result<(), TestCaseError> {
    let target = read_target(text, unit)?;
    let notation = target.to_notation();
    // A number with a scale of its own is printed whole, and whole it would be read in the scale of its column.
    let key = match_key(text);
    let is_scaled =
        unit.is_some() && ["nghìn", "ngàn", "triệu", "tỷ", "vạn"].iter().any(|word| key.contains(word));
    if notation.chars().count() <= LIMIT && !is_scaled {
        let again = parse_target(&notation, unit).unwrap();
        prop_assert!(
            target.means_the_same(&again),
            "{:?} reads as {:#?}, not {:#?}",
            notation,
            again,
            target
        );
    }
    Ok(())
}

/// Every numeral of a cell that was read stands in the result: as a number of it, in words that it shows, or in a note that
/// says what else the cell tells.
fn check_no_number_is_swallowed(text: &str) -> Result<(), TestCaseError> {
    use tiendo::NoteCode::{Restated, StartsFrom, Stretch};
    use tiendo::TargetKind::{Qualitative, Unrecognised};
    let target = parse_target(text, None).unwrap();
    let notes = target.parts.iter().flat_map(|part| &part.notes).chain(&target.notes);
    let noted: Vec<_> = notes
        .filter(|note| matches!(note.code, Restated | StartsFrom | Stretch))
        .filter_map(|note| note.span)
        .collect();
    let is_noted =
        |at: usize| noted.iter().any(|span| (span.start as usize..span.end as usize).contains(&at));
    let cell: String = text.chars().enumerate().map(|(at, c)| if is_noted(at) { ' ' } else { c }).collect();
    if matches!(target.kind, Qualitative | Unrecognised) {
        return Ok(());
    }
    let (mut numbers, mut words) = (Vec::new(), String::new());
    for part in target.parts.iter().chain([&target]) {
        numbers.extend([part.value, part.low, part.high, part.out_of].into_iter().flatten());
        let years = [part.by_year, part.change_since];
        numbers.extend(years.into_iter().flatten().filter_map(|year| Fixed::read(&year.to_string()).ok()));
        let shown =
            [part.noun.as_deref(), part.qualifier.as_deref(), part.scope.as_deref(), part.base.as_deref()];
        for text in shown.into_iter().flatten().chain(part.unit.as_ref().map(|unit| unit.as_str())) {
            words.push_str(text);
            words.push(' ');
        }
        words.push_str(part.footnote.as_deref().unwrap_or(""));
        words.push(' ');
    }
    let is_mark = |c: char| c == '.' || c == ',';
    let numerals =
        cell.split(|c: char| !c.is_ascii_digit() && !is_mark(c)).map(|numeral| numeral.trim_matches(is_mark));
    let in_words: Vec<&str> = words
        .split(|c: char| !c.is_ascii_digit() && !is_mark(c))
        .map(|numeral| numeral.trim_matches(is_mark))
        .collect();
    for numeral in numerals.filter(|numeral| !numeral.is_empty() && !in_words.contains(numeral)) {
        let value = Fixed::read(numeral).unwrap();
        let scales = ["1", "1000", "1000000", "1000000000", "1000000000000"];
        let fits =
            |number: &Fixed| scales.iter().any(|by| value.checked_mul(by.parse().unwrap()) == Some(*number));
        // Each number of the result answers for one numeral.
        match numbers.iter().position(fits) {
            Some(at) => drop(numbers.swap_remove(at)),
            None => prop_assert!(false, "{numeral} of {cell:?} is nowhere in {target:#?}"),
        }
    }
    Ok(())
}

/// What holds of every deadline that was read.
fn check_deadline(text: &str) -> Result<(), TestCaseError> {
    let deadline = parse_deadline(text).unwrap();
    prop_assert_eq!(&deadline.text, text);
    prop_assert!(within(&deadline.notes, text), "a note lies outside the cell: {:?}", deadline.notes);
    prop_assert!(deadline.recognised || !deadline.notes.is_empty(), "unread without a reason");
    if let (Some(start), Some(due)) = (deadline.start, deadline.due) {
        prop_assert!(start <= due, "due before it starts");
    }
    for number in swallowed(&deadline) {
        prop_assert!(false, "{number} is neither in what was read of {text:?} nor in a note: {deadline:#?}");
    }
    let notation = deadline.to_notation();
    if notation.chars().count() <= LIMIT {
        let again = parse_deadline(&notation).unwrap();
        prop_assert!(
            deadline.means_the_same(&again),
            "{:?} reads as {:#?}, not {:#?}",
            notation,
            again,
            deadline
        );
    }
    Ok(())
}

/// The numbers of a cell that was read which stand neither in what was read of it nor in a note.
fn swallowed(deadline: &Deadline) -> Vec<u32> {
    let Deadline { start, written, due, recurrence, recurring_day, awaits, reference, .. } = deadline;
    let dates = [start, written, due].map(|date| *date).into_iter().flatten();
    let mut said: Vec<u32> = dates
        .flat_map(|date| [date.day(), date.month(), date.month().div_ceil(3), date.year().unsigned_abs()])
        .collect();
    // Of a span or list what lies between.
    let (low, high) = (said.iter().min().copied().unwrap_or(0), said.iter().max().copied().unwrap_or(0));
    if start.is_some() {
        said.extend(low..=high);
    }
    // `6 tháng cuối năm`, `2 lần/năm`
    said.extend([3, 6, 9, 12].into_iter().filter(|_| due.is_some()));
    let months = recurrence.and_then(|cycle| cycle.months());
    said.extend(months.into_iter().flat_map(|months| [months, 12 / months, 3 / months.min(3), 1]));
    said.extend(
        recurring_day
            .iter()
            .flat_map(|on| [on.day, on.month.unwrap_or(on.day), on.month.unwrap_or(3).div_ceil(3), 6]),
    );
    said.extend(awaits.iter().filter_map(|event| event.offset_days));
    let chars: Vec<char> = deadline.text.chars().collect();
    let noted = |at: usize| {
        let spans = deadline.notes.iter().filter_map(|note| note.span);
        spans.into_iter().any(|span| (span.start as usize..span.end as usize).contains(&at))
    };
    let kept = |digits: &str| {
        awaits.iter().any(|event| event.text.contains(digits))
            || reference.as_ref().is_some_and(|text| text.contains(digits))
    };
    let mut swallowed = Vec::new();
    let mut at = 0;
    while at < chars.len() && deadline.recognised {
        let digits: String = chars[at..].iter().take_while(|c| c.is_ascii_digit()).collect();
        let number = digits.parse::<u32>().ok();
        if number.is_some_and(|number| !said.contains(&number)) && !noted(at) && !kept(&digits) {
            swallowed.extend(number);
        }
        at += digits.len().max(1);
    }
    swallowed
}

#[test]
fn no_number_of_a_plan_is_swallowed() {
    for id in tiendo::Plan::builtin_ids() {
        let plan = tiendo::Plan::builtin(id).unwrap();
        for cell in plan.indicators.iter().flat_map(|indicator| &indicator.targets) {
            check_no_number_is_swallowed(&cell.text).unwrap();
        }
    }
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn a_target_cell_reads_as_it_is_printed(text in target_cell(), unit in column()) {
        check_target(&text, unit)?;
    }

    #[test]
    fn no_number_of_a_target_is_swallowed(text in prop_oneof![target_cell(), free_cell()]) {
        check_target(&text, None)?;
        check_no_number_is_swallowed(&text)?;
    }

    #[test]
    fn a_deadline_cell_reads_as_it_is_printed(text in deadline_cell()) {
        check_deadline(&text)?;
    }

    #[test]
    fn a_target_means_the_same_in_other_letters(text in target_cell()) {
        let target = meaning(parse_target(&text, None).unwrap());
        // The ends of lines part requirements where the whole is none, so they are no mere white space.
        for other in rewritten(&text).into_iter().filter(|other| !other.trim().contains('\n')) {
            prop_assert_eq!(&meaning(parse_target(&other, None).unwrap()), &target, "{:?}", other);
        }
    }

    #[test]
    fn a_deadline_means_the_same_in_other_letters(text in deadline_cell()) {
        // Where the first line begins with a bullet, a dash that begins another is one too: there line breaks speak.
        prop_assume!(!text.starts_with(['-', '–']));
        let deadline = meaning(parse_deadline(&text).unwrap());
        for other in rewritten(&text).into_iter().filter(|other| !other.trim().contains('\n')) {
            prop_assert_eq!(&meaning(parse_deadline(&other).unwrap()), &deadline, "{:?}", other);
        }
    }

    #[test]
    fn any_short_text_is_a_target_cell(text in garbage(60), unit in column(), any_unit in any::<String>()) {
        check_target(&text, unit)?;
        read_target(&text, Some(&any_unit))?;
    }

    #[test]
    fn any_short_text_is_a_deadline_cell(text in garbage(60)) {
        check_deadline(&text)?;
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn any_long_text_is_a_target_cell(text in garbage(LIMIT), unit in column()) {
        check_target(&text, unit)?;
    }

    #[test]
    fn any_long_text_is_a_deadline_cell(text in garbage(LIMIT)) {
        check_deadline(&text)?;
    }
}

fn fixed() -> BoxedStrategy<Fixed> {
    let few = -10_000_000..10_000_000_i128;
    let most = Fixed::MAX.millionths();
    prop_oneof![few, any::<i64>().prop_map(i128::from), -most..=most, most - 10_000_000..=most]
        .prop_filter_map("in range", Fixed::from_millionths)
        .boxed()
}

/// Scales of money, each with how many đồng it is.
const SCALES: [(&str, i128); 6] = [
    ("đồng", 1),
    ("nghìn đồng", 1_000),
    ("Triệu đồng", 1_000_000),
    ("tỷ đồng", 1_000_000_000),
    ("tỉ VNĐ", 1_000_000_000),
    ("nghìn tỷ đồng", 1_000_000_000_000),
];

/// Numbers that a cell can hold and whose differences are in range.
fn asked() -> BoxedStrategy<Fixed> {
    prop_oneof![1..20_000_000_i128, 1..4_000_000_000_000_000_000_000_000_i128]
        .prop_filter_map("in range", Fixed::from_millionths)
        .boxed()
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn a_number_reads_as_it_is_printed(x in fixed()) {
        prop_assert_eq!(x.to_string().parse::<Fixed>().unwrap(), x);
        prop_assert_eq!(serde_json::from_value::<Fixed>(to_value(x).unwrap()).unwrap(), x);
        if x >= Fixed::ZERO {
            prop_assert_eq!(tiendo::parse_number(&x.to_vietnamese()).unwrap().value, x);
        }
    }

    #[test]
    fn numbers_are_ordered_as_their_millionths(x in fixed(), y in fixed()) {
        prop_assert_eq!(x.cmp(&y), x.millionths().cmp(&y.millionths()));
    }

    #[test]
    fn a_sum_less_one_part_is_the_other(x in fixed(), y in fixed()) {
        if let Some(sum) = x.checked_add(y) {
            prop_assert_eq!(sum.checked_sub(y), Some(x));
            prop_assert_eq!(y.checked_add(x), Some(sum));
        } else {
            let sum = x.millionths() + y.millionths();
            prop_assert!(sum.abs() > Fixed::MAX.millionths(), "a sum within the range was refused");
        }
    }

    /// Money in any scale of a cell beside a figure in any other: the verdict is that of the whole đồng.
    #[test]
    fn money_is_compared_in_any_scale(
        asked in 1..1_000_000_i128,
        asked_in in select(&SCALES[..]),
        measured in 1..1_000_000_000_000_000_000_i128,
        measured_in in select(&SCALES[..]),
        same in any::<bool>(),
        operator in select(&["≥", ">", "≤", "<"][..]),
    ) {
        let whole = asked * asked_in.1;
        let measured = if same && whole % measured_in.1 == 0 { whole / measured_in.1 } else { measured / measured_in.1 + 1 };
        let number = |n: i128| Fixed::from_millionths(n * 1_000_000).unwrap();
        let target = parse_target(&format!("{operator} {} {}", number(asked).to_vietnamese(), asked_in.0), None).unwrap();
        prop_assert_eq!(target.value, Some(number(asked)));
        let value = Measured { unit: Some(Unit::from(measured_in.0.to_owned())), ..Measured::number(number(measured)) };
        let order = (measured * measured_in.1).cmp(&whole);
        let met = match operator {
            "≥" => order.is_ge(),
            ">" => order.is_gt(),
            "≤" => order.is_le(),
            _ => order.is_lt(),
        };
        let result = compare(&value, &target, Direction::HigherIsBetter);
        prop_assert_eq!(result.verdict, if met { Verdict::Met } else { Verdict::NotMet });
        prop_assert!(met || result.attainment.is_none_or(|share| share < Fixed::ONE), "not met, and whole");
    }

    #[test]
    fn the_sign_of_the_margin_agrees_with_the_verdict(
        operator in select(&["≥", ">", "≤", "<", "="][..]),
        required in asked(),
        value in prop_oneof![asked(), Just(Fixed::ZERO)],
        same in any::<bool>(),
        direction in select(Direction::ALL),
    ) {
        let value = if same { required } else { value };
        let target = parse_target(&format!("{operator} {}", required.to_vietnamese()), None).unwrap();
        let result = compare(&Measured::number(value), &target, direction);
        let margin = result.margin.unwrap();
        let strict = operator == ">" || operator == "<";
        let met = margin > Fixed::ZERO || (margin == Fixed::ZERO && !strict);
        prop_assert_eq!(result.verdict, if met { Verdict::Met } else { Verdict::NotMet });
        // The margin is the whole distance, and the operator or the direction says which side is better.
        let higher = match operator { "≥" | ">" => true, "≤" | "<" => false, _ => direction == Direction::HigherIsBetter };
        let distance = if higher { value.checked_sub(required) } else { required.checked_sub(value) };
        prop_assert_eq!(Some(margin), distance);
    }

    #[test]
    fn a_worse_value_never_turns_not_met_into_met(
        form in select(&["≥ {}", "> {}", "≤ {}", "< {}", "= {}", "{}", "{} - {+}"][..]),
        required in asked(),
        one in asked(),
        other in asked(),
        direction in select(Direction::ALL),
    ) {
        let more = required.checked_add(Fixed::ONE).unwrap();
        let cell = form.replace("{}", &required.to_vietnamese()).replace("{+}", &more.to_vietnamese());
        let target = parse_target(&cell, None).unwrap();
        let higher = match form.chars().next() {
            Some('≥' | '>') => true,
            Some('≤' | '<') => false,
            _ => direction == Direction::HigherIsBetter,
        };
        let (worse, better) = if (one < other) == higher { (one, other) } else { (other, one) };
        let verdict = |value| compare(&Measured::number(value), &target, direction).verdict;
        prop_assert!(verdict(better) == Verdict::Met || verdict(worse) == Verdict::NotMet);
    }
}
