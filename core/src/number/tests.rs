use super::*;

#[test]
fn numerals_of_official_tables() {
    for (text, value, ambiguous) in [
        ("0,7", "0.7", false),
        ("0.60", "0.6", false),
        ("3.000", "3000", true),
        ("1.200.000", "1200000", false),
        ("0.600", "0.6", false),
        ("00.500", "0.5", false),
        ("1,234", "1.234", true),
        ("1200.500", "1200.5", true),
        ("1.234,5", "1234.5", false),
        ("1,234.5", "1234.5", false),
        ("1.234.567,25", "1234567.25", false),
        ("1,200,000", "1200000", false),
        ("01", "1", false),
        ("000", "0", false),
        ("9223372036854,775807", "9223372036854.775807", false),
        ("2,50000000000", "2.5", false),
    ] {
        let numeral = read_numeral(text).unwrap();
        assert_eq!((numeral.value.to_string().as_str(), numeral.ambiguous), (value, ambiguous), "{text}");
    }
}

#[test]
fn numerals_that_are_refused() {
    use NumeralError::{Malformed, TooLarge, TooPrecise};
    for (text, error) in [
        ("", Malformed),
        ("1.20.000", Malformed),
        ("1,2,3", Malformed),
        ("1.2.3,4", Malformed),
        ("1.", Malformed),
        (",5", Malformed),
        ("1.234,567.8", Malformed),
        ("12a", Malformed),
        ("٣", Malformed),
        ("0,1234567", TooPrecise),
        ("9223372036854,775808", TooLarge),
        ("99999999999999999999999999", TooLarge),
    ] {
        assert_eq!(read_numeral(text), Err(error), "{text}");
    }
}

#[test]
fn what_is_no_number_is_placed() {
    fn told(text: &str) -> (Option<&str>, String) {
        let error = parse_number(text).unwrap_err();
        (error.span.map(|span| span.of(text)), error.expected_vi)
    }
    let vi = |phrase: Phrase| phrase.vi;
    assert_eq!(told("  1.20.000 "), (Some("1.20.000"), vi(expected::numeral())));
    assert_eq!(told("- 0,1234567"), (Some("0,1234567"), vi(expected::at_most_six_decimals())));
    assert_eq!(told("9 triệu tỷ"), (Some("9 triệu tỷ"), vi(expected::number_in_range())));
    assert_eq!(told(" "), (None, vi(expected::numeral())));
}

#[test]
fn rounding_is_half_to_even() {
    let half = |n: i64| Fixed(n).checked_mul(Fixed(500_000)).unwrap().millionths();
    assert_eq!([half(1), half(3), half(5), half(-1), half(-3)], [0, 2, 2, 0, -2]);
    assert_eq!(Fixed(1).checked_div(Fixed(0)), None);
    assert_eq!(Fixed::MAX.checked_mul(Fixed(2 * ONE)), None);
    assert_eq!(Fixed::MIN.checked_sub(Fixed(1)), None);
}

#[test]
fn a_vietnamese_reader_sees_commas_and_dots() {
    let shown = ["0", "7", "1200", "1234567.25", "-1000", "0.000001"]
        .map(|n| n.parse::<Fixed>().unwrap().to_vietnamese());
    assert_eq!(shown, ["0", "7", "1.200", "1.234.567,25", "-1.000", "0,000001"]);
}
