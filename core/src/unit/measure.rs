//! What units have in common: measures and the scales in which they are written.
//!
//! | units | one measure |
//! |---|---|
//! | `đồng`, `Triệu đồng`, `tỷ đồng`, `nghìn tỷ đồng`, `VNĐ`, `1.000 đồng` | money; `USD` and `Euro` are others |
//! | `m2`, `ha`, `km2`; `mm` … `km`; `kg`, `tạ`, `tấn`; `lít`, `m3` | area; length; weight; volume |
//! | `kWh`, `MWh` …; `kW`, `MW` …; `MB`, `GB`, `TB` …; `Mbps`, `Gb/s` | energy; power; data; a rate of data |
//! | `giây`, `phút`, `giờ`; `ngày`, `tuần`; `tháng`, `năm` | three: a day may be a working day, a month has no length |
//! | `%`, `phần trăm`, `%/năm`, `‰` | shares |
//! | `người`, `triệu người`, `nghìn hộ` | things counted, of one noun |
//!
//! Units of data are thousands of one another, as legal units are (Decree 86/2012/NĐ-CP). What stands after `/` is the
//! same in units of one measure: `tấn/ha` and `tạ/ha`, never `tấn/ha` and `tấn`.

use std::borrow::Cow;

use super::Unit;
use crate::number::{Fixed, multiplier, read_numeral};
use crate::text::{Lexed, Token, TokenKind, match_key, starts_with};

/// Whether a unit is one of money, of any country.
pub(crate) fn is_money(unit: &Unit) -> bool {
    matches!(Measure::of(unit, None).kind, Kind::Dong | Kind::Dollar | Kind::Euro)
}

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Share,
    Dong,
    Dollar,
    Euro,
    Area,
    Length,
    Weight,
    Volume,
    Energy,
    Power,
    Apparent,
    Data,
    DataRate,
    Time,
    Days,
    Months,
    Things,
    /// A unit that has no other scale.
    Own,
}

/// The units of measures by their words, longer ones first where one begins another, and how many of the smallest of their
/// measure they hold.
const UNITS: &[(&str, Kind, i64)] = &[
    ("đồng việt nam", Kind::Dong, 1),
    ("việt nam đồng", Kind::Dong, 1),
    ("đồng", Kind::Dong, 1),
    ("vnđ", Kind::Dong, 1),
    ("vnd", Kind::Dong, 1),
    ("đ", Kind::Dong, 1),
    ("tr đồng", Kind::Dong, 1_000_000),
    ("tr . đồng", Kind::Dong, 1_000_000),
    ("tr . đ", Kind::Dong, 1_000_000),
    ("tr đ", Kind::Dong, 1_000_000),
    ("trđ", Kind::Dong, 1_000_000),
    ("usd", Kind::Dollar, 1),
    ("đô la mỹ", Kind::Dollar, 1),
    ("đô la", Kind::Dollar, 1),
    ("đô - la mỹ", Kind::Dollar, 1),
    ("đô - la", Kind::Dollar, 1),
    ("euro", Kind::Euro, 1),
    ("eur", Kind::Euro, 1),
    ("m2", Kind::Area, 1),
    ("m²", Kind::Area, 1),
    ("mét vuông", Kind::Area, 1),
    ("ha", Kind::Area, 10_000),
    ("héc ta", Kind::Area, 10_000),
    ("hecta", Kind::Area, 10_000),
    ("km2", Kind::Area, 1_000_000),
    ("km²", Kind::Area, 1_000_000),
    ("km vuông", Kind::Area, 1_000_000),
    ("mm", Kind::Length, 1),
    ("cm", Kind::Length, 10),
    ("mét khối", Kind::Volume, 1_000),
    ("mét", Kind::Length, 1_000),
    ("m", Kind::Length, 1_000),
    ("km", Kind::Length, 1_000_000),
    ("ki lô mét", Kind::Length, 1_000_000),
    ("lít", Kind::Volume, 1),
    ("m3", Kind::Volume, 1_000),
    ("m³", Kind::Volume, 1_000),
    ("kg", Kind::Weight, 1),
    ("tạ", Kind::Weight, 100),
    ("tấn", Kind::Weight, 1_000),
    ("wh", Kind::Energy, 1),
    ("kwh", Kind::Energy, 1_000),
    ("mwh", Kind::Energy, 1_000_000),
    ("gwh", Kind::Energy, 1_000_000_000),
    ("twh", Kind::Energy, 1_000_000_000_000),
    ("kw", Kind::Power, 1),
    ("mw", Kind::Power, 1_000),
    ("gw", Kind::Power, 1_000_000),
    ("kva", Kind::Apparent, 1),
    ("mva", Kind::Apparent, 1_000),
    ("kbps", Kind::DataRate, 1),
    ("mbps", Kind::DataRate, 1_000),
    ("gbps", Kind::DataRate, 1_000_000),
    ("tbps", Kind::DataRate, 1_000_000_000),
    ("mb / s", Kind::DataRate, 1_000),
    ("mbit / s", Kind::DataRate, 1_000),
    ("gb / s", Kind::DataRate, 1_000_000),
    ("gbit / s", Kind::DataRate, 1_000_000),
    ("kb", Kind::Data, 1),
    ("mb", Kind::Data, 1_000),
    ("gb", Kind::Data, 1_000_000),
    ("tb", Kind::Data, 1_000_000_000),
    ("pb", Kind::Data, 1_000_000_000_000),
];

/// Units of time, which words after them go on: `ngày làm việc`.
const TIMES: &[(&str, Kind, i64)] = &[
    ("giây", Kind::Time, 1),
    ("phút", Kind::Time, 60),
    ("giờ", Kind::Time, 3_600),
    ("ngày", Kind::Days, 1),
    ("tuần", Kind::Days, 7),
    ("tháng", Kind::Months, 1),
    ("năm", Kind::Months, 12),
    ("tuổi", Kind::Own, 1),
];

/// The words that make another word of `đồng`: `đồng bào` are people.
const NO_MONEY: &[&str] =
    &["bào", "bộ", "chí", "nghiệp", "thuận", "đội", "hương", "dao", "phục", "hồ", "lúa"];

/// The unit of a measure at the head of some tokens: its kind, its size, how many tokens it takes.
fn unit_at(tokens: &[Token<'_>], units: &[(&str, Kind, i64)]) -> Option<(Kind, i64, usize)> {
    let taken = |words: &str| {
        let mut rest = tokens.iter();
        let mut count = 0;
        for word in words.split(' ') {
            count += 1;
            rest.next().filter(|token| token.key == word)?;
        }
        Some(count)
    };
    let (kind, size, count) =
        units.iter().find_map(|(words, kind, size)| Some((*kind, *size, taken(words)?)))?;
    let next = tokens.get(count);
    let no_money =
        kind == Kind::Dong && NO_MONEY.iter().any(|word| next.is_some_and(|next| next.is_word(word)));
    (!no_money).then_some((kind, size, count))
}

/// Whether tokens begin with a unit of measure, to which a scale word before it belongs.
pub(crate) fn begins_measure(tokens: &[Token<'_>]) -> bool {
    unit_at(tokens, UNITS).is_some()
}

/// Words with which a unit is over, and where or when it holds begins: `m2/người | tại đô thị`.
pub(crate) fn begins_scope(tokens: &[Token<'_>]) -> bool {
    const ONE: &[&str] = &["tại", "ở", "trong", "trên", "theo", "cho", "khu", "vùng", "vào"];
    const TWO: &[[&str; 2]] = &[["đối", "với"], ["kể", "từ"], ["tính", "từ"], ["từ", "khi"], ["sau", "khi"]];
    tokens.first().is_some_and(|first| ONE.iter().any(|word| first.is_word(word)))
        || TWO.iter().any(|words| starts_with(tokens, words))
}

/// Where a rate goes on with what it is counted per: `/vạn dân`, `trên 1 vạn dân`.
pub(super) fn rate_at(tokens: &[Token<'_>]) -> Option<usize> {
    (0..tokens.len()).find(|at| {
        tokens.get(*at..).is_some_and(|rest| match rest {
            [mark, ..] if mark.is_symbol('/') => true,
            [over, one, next, ..] if over.is_word("trên") => {
                let one = one.is_word("một")
                    || (one.is_number() && one.key.trim_start_matches('0').starts_with('1'));
                one && ["vạn", "nghìn", "ngàn", "triệu", "dân"].iter().any(|word| next.is_word(word))
            }
            _ => false,
        })
    })
}

/// How many tokens a unit has that words go on with from a place of theirs.
pub(crate) fn end_of_unit(tokens: &[Token<'_>], from: usize) -> usize {
    (from..tokens.len()).find(|at| tokens.get(*at..).is_some_and(begins_scope)).unwrap_or(tokens.len())
}

/// How many words may stand between a unit and what it is counted per: `m2 sàn nhà ở/người`.
const NAMED: usize = 6;

/// The unit at the head of the words after a number, scale words and what stands after `/` included: how many tokens it
/// takes. Words after a unit of time go on with it, and so do those between a unit and its `/`: `m2 sàn/người`.
pub(super) fn tokens_of_unit(tokens: &[Token<'_>]) -> Option<usize> {
    let (_, after) = multiplier(tokens).ok()?;
    let scale = tokens.len() - after.len();
    if let Some((_, _, count)) = unit_at(after, UNITS) {
        let words = after.get(count..).unwrap_or(&[]);
        let named = words.iter().take(NAMED).position(|token| token.kind != TokenKind::Word);
        let slash = named.filter(|at| words.get(*at).is_some_and(|mark| mark.is_symbol('/')));
        let rate = slash.filter(|_| !begins_scope(words));
        return Some(rate.map_or(scale + count, |at| end_of_unit(tokens, scale + count + at)));
    }
    (scale == 0 && unit_at(tokens, TIMES).is_some()).then(|| end_of_unit(tokens, 1))
}

/// A unit taken apart.
struct Measure<'u> {
    kind: Kind,
    /// How many of the smallest unit of its measure it holds.
    size: i128,
    /// What its scale words multiply by.
    scale: i128,
    /// The noun of things, and what stands after `/`; empty where any would do.
    of: Cow<'u, str>,
}

impl Measure<'_> {
    fn of<'u>(unit: &'u Unit, noun: Option<&str>) -> Measure<'u> {
        let simple = |kind, size, of| Measure { kind, size, scale: 1, of };
        match unit {
            Unit::Percent => simple(Kind::Share, 10, "".into()),
            Unit::Permille => simple(Kind::Share, 1, "".into()),
            Unit::Count => simple(Kind::Things, 1, noun.map(match_key).unwrap_or_default().into()),
            Unit::Other(text) => Measure::of_text(text),
            unit @ (Unit::Rank | Unit::Score | Unit::PercentagePoint | Unit::Times) => {
                simple(Kind::Own, 1, unit.as_str().into())
            }
        }
    }

    fn of_text(text: &str) -> Measure<'static> {
        let lexed = Lexed::new(text);
        let all = lexed.tokens();
        let mut tokens = all.as_slice();
        if let [open, inner @ .., close] = tokens
            && open.is_symbol('(')
            && close.is_symbol(')')
        {
            tokens = inner;
        }
        if let [percent, slash, year] = tokens
            && percent.is_symbol('%')
            && slash.is_symbol('/')
            && year.is_word("năm")
        {
            return Measure { kind: Kind::Share, size: 10, scale: 1, of: "".into() };
        }
        if let [first, second] = tokens
            && first.is_word("phần")
            && second.is_word("trăm")
        {
            return Measure { kind: Kind::Share, size: 10, scale: 1, of: "".into() };
        }
        let mut scale: i128 = 1;
        // `1.000 đồng`
        if let [number, rest @ ..] = tokens
            && number.is_number()
            && !rest.is_empty()
        {
            let whole = read_numeral(number.key).ok().map(|numeral| whole(numeral.value));
            if let Some(whole @ 2..) = whole {
                (scale, tokens) = (whole, rest);
            }
        }
        if let Ok((words, rest)) = multiplier(tokens) {
            scale = scale.saturating_mul(whole(words));
            tokens = rest;
        }
        let (kind, size, count) =
            unit_at(tokens, UNITS).or_else(|| unit_at(tokens, TIMES)).unwrap_or((Kind::Things, 1, 0));
        let rest = tokens.get(count..).unwrap_or(&[]);
        Measure { kind, size: scale.saturating_mul(i128::from(size)), scale, of: thing(rest).into() }
    }

    fn is_of(&self, other: &Measure<'_>) -> bool {
        let any = self.kind == Kind::Things && (self.of.is_empty() || other.of.is_empty());
        self.kind == other.kind && (any || self.of == other.of)
    }
}

/// What a unit is of, in one form: `/ 10000 dân` for `/vạn dân`, `/1 vạn dân`, `/10.000 dân` and `trên một vạn dân`.
fn thing(tokens: &[Token<'_>]) -> String {
    let words = |tokens: &[Token<'_>]| tokens.iter().map(|token| token.key).collect::<Vec<_>>().join(" ");
    let Some((of, per)) = rate_at(tokens).and_then(|at| tokens.split_at_checked(at)) else {
        return words(tokens);
    };
    let mut per = per.get(1..).unwrap_or(&[]);
    let mut number = Fixed::ONE;
    if let [first, rest @ ..] = per {
        let numeral = read_numeral(first.key).ok().filter(|_| first.is_number()).map(|numeral| numeral.value);
        if let Some(value) = numeral.or(first.is_word("một").then_some(Fixed::ONE)) {
            (number, per) = (value, rest);
        }
    }
    if let Ok((scale, rest)) = multiplier(per)
        && let Some(product) = number.checked_mul(scale)
    {
        (number, per) = (product, rest);
    }
    let number = if number == Fixed::ONE { String::new() } else { format!(" {number}") };
    format!("{} /{number} {}", words(of), words(per)).trim().to_owned()
}

fn whole(number: Fixed) -> i128 {
    number.millionths() / Fixed::ONE.millionths()
}

/// How a number in one unit becomes one in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ratio {
    up: i128,
    down: i128,
}

impl Ratio {
    /// The ratio between two units of one measure, a count with its noun; `None` for units of two.
    pub(crate) fn between(from: (&Unit, Option<&str>), to: (&Unit, Option<&str>)) -> Option<Ratio> {
        if from == to {
            return Some(Ratio { up: 1, down: 1 });
        }
        let (from, to) = (Measure::of(from.0, from.1), Measure::of(to.0, to.1));
        from.is_of(&to).then_some(Ratio { up: from.size, down: to.size })
    }

    /// The ratio by which a number becomes one in a unit whose own scale words it is written with, or without: `2 tỷ` in
    /// `tỷ đồng`.
    pub(crate) fn into_scale_of(unit: &Unit) -> Ratio {
        Ratio { up: 1, down: Ratio::scale_of(unit) }
    }

    /// What the scale words of a unit multiply by.
    pub(crate) fn scale_of(unit: &Unit) -> i128 {
        Measure::of(unit, None).scale
    }

    /// What a number is multiplied with, and divided by, in lowest terms.
    pub(crate) fn lowest(self) -> (i128, i128) {
        let (mut a, mut b) = (self.up, self.down);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let common = a.max(1);
        (self.up / common, self.down / common)
    }

    /// Whether numbers stay as they are.
    pub(crate) fn is_one(self) -> bool {
        self.up == self.down
    }

    /// The number next below in the other unit, and whether it is that number exactly.
    fn below(self, number: Fixed) -> Option<(Fixed, bool)> {
        let product = number.millionths().checked_mul(self.up)?;
        let (floor, rest) = (product.checked_div_euclid(self.down)?, product.checked_rem_euclid(self.down)?);
        Some((Fixed::from_millionths(floor)?, rest == 0))
    }

    /// The same in the other unit; `None` where six decimals do not hold it.
    pub(crate) fn exactly(self, number: Fixed) -> Option<Fixed> {
        self.below(number).and_then(|(number, exact)| exact.then_some(number))
    }

    /// The same in the other unit, cut to six decimals so that it lies on its own side of a bound, never on it.
    pub(crate) fn beside(self, number: Fixed, bound: Fixed) -> Option<Fixed> {
        let (below, exact) = self.below(number)?;
        if exact || below < bound { Some(below) } else { below.checked_add(Fixed::LEAST) }
    }
}

/// What scale words in a text multiply its number by; 1 without any, and where they belong to a unit: `tỷ đồng`.
pub(crate) fn scale_in(text: &str) -> i128 {
    let lexed = Lexed::new(text);
    let tokens = lexed.tokens();
    let at = (0..tokens.len()).find_map(|at| {
        let (scale, rest) = multiplier(tokens.get(at..)?).ok()?;
        (rest.len() < tokens.len() - at && !begins_measure(rest)).then_some(scale)
    });
    at.map_or(1, whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(from: &str, to: &str) -> Option<Ratio> {
        let (from, to) = (Unit::from(from.to_owned()), Unit::from(to.to_owned()));
        Ratio::between((&from, None), (&to, None))
    }

    #[test]
    fn a_number_in_one_unit_is_another_number_in_another_of_the_same_measure() {
        for (number, from, other, to) in [
            ("0.5", "nghìn tỷ đồng", "500", "tỷ đồng"),
            ("17000000000000", "đồng", "17000", "tỷ đồng"),
            ("931", "nghìn tỷ đồng", "931000000", "Triệu đồng"),
            ("5", "tỉ VNĐ", "5", "Tỷ đồng"),
            ("5", "(triệu đồng)", "5000", "1.000 đồng"),
            ("12", "tr.đ", "12", "triệu đồng"),
            ("3", "triệu USD", "3000000", "USD"),
            ("12", "Ha", "120000", "m2"),
            ("1.5", "km²", "150", "ha"),
            ("2", "triệu ha", "20000", "km2"),
            ("1.5", "km", "1500", "m"),
            ("65", "tạ/ha", "6.5", "tấn/ha"),
            ("1.2", "GW", "1200", "MW"),
            ("2", "tỷ kWh", "2000", "GWh"),
            ("1", "TB", "1000", "GB"),
            ("1", "Gb/s", "1000", "Mbps"),
            ("2", "giờ", "120", "phút"),
            ("2", "tuần", "14", "ngày"),
            ("3", "triệu người", "3000", "nghìn người"),
            ("3", "triệu lượt khách", "3000000", "count"),
            ("6", "%/năm", "6", "percent"),
            ("6", "phần trăm", "6", "%"),
            ("0.8", "permille", "0.08", "percent"),
            ("36", "triệu đồng/người/năm", "0.036", "tỷ đồng/người/năm"),
        ] {
            let (number, other): (Fixed, Fixed) = (number.parse().unwrap(), other.parse().unwrap());
            assert_eq!(ratio(from, to).unwrap().exactly(number), Some(other), "{number} {from}");
            assert_eq!(ratio(to, from).unwrap().exactly(other), Some(number), "{other} {to}");
        }
    }

    #[test]
    fn units_of_two_measures_have_no_ratio() {
        for (from, to) in [
            ("tỷ đồng", "USD"),
            ("USD", "Euro"),
            ("tỷ đồng", "percent"),
            ("đồng/người", "đồng"),
            ("tấn/ha", "tấn/năm"),
            ("người", "hộ"),
            ("km", "km2"),
            ("MW", "MWh"),
            ("GB", "Gbps"),
            ("giờ", "ngày"),
            ("rank", "score"),
            ("percentage_point", "percent"),
            ("đồng bào", "đồng"),
            ("count", "percent"),
        ] {
            assert_eq!(ratio(from, to), None, "{from}, {to}");
            assert_eq!(ratio(to, from), None, "{to}, {from}");
        }
    }

    #[test]
    fn what_six_decimals_do_not_hold_lies_on_its_own_side_of_a_bound() {
        let into = ratio("đồng", "tỷ đồng").unwrap();
        let n = |text: &str| text.parse::<Fixed>().unwrap();
        assert_eq!(into.exactly(n("5000000000001")), None);
        assert_eq!(into.beside(n("5000000000001"), n("5000")), Some(n("5000.000001")));
        assert_eq!(into.beside(n("4999999999999"), n("5000")), Some(n("4999.999999")));
        assert_eq!(into.beside(n("5000000000000"), n("5000")), Some(n("5000")));
        assert_eq!(into.beside(n("-1"), n("0")), Some(n("-0.000001")));
    }
}
