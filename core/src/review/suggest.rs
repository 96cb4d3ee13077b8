//! Links that nobody has recorded, suggested by name.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::names::{Budget, Index, shared, word_sets};
use crate::codes::{ErrorCode, ItemKind};
use crate::error::Error;
use crate::limits::Limits;
use crate::plan::{Link, Plan, PlanView};
use crate::sorted::Set;

/// A link that nobody has recorded: the names share most of their words.
///
/// ```
/// use tiendo::{Plan, suggest_links};
/// let (child, parent) = (Plan::builtin("tien-giang-69")?, Plan::builtin("ha-tinh-231")?);
/// let links = suggest_links(&child.view(), &parent.view())?;
/// assert!(links.iter().any(|link| (link.child.as_str(), link.parent.as_str()) == ("8", "50")));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SuggestedLink {
    /// An indicator or a task.
    pub kind: ItemKind,
    /// The code or number in the lower plan.
    pub child: String,
    /// The code or number in the upper plan.
    pub parent: String,
    /// Words both names have.
    pub shared: u32,
    /// Words of both names together.
    pub together: u32,
}

/// Links by name for items without a recorded one: the upper item whose name shares most words, at least 60 in 100; of
/// several that share as many, the first.
///
/// Only names that share a rare word are compared. Error: `too-many` where they are more pairs than the limit `pairs` of the
/// lower plan's view; a pair of long names counts as several.
///
/// ```
/// use tiendo::{Plan, suggest_links};
/// let (child, parent) = (Plan::builtin("tien-dien")?, Plan::builtin("ha-tinh-231")?);
/// // What is recorded is not suggested again.
/// assert!(suggest_links(&child.view(), &parent.view())?.iter().all(|link| link.child != "13"));
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn suggest_links(child: &PlanView<'_>, parent: &PlanView<'_>) -> Result<Vec<SuggestedLink>, Error> {
    let limits = child.limits();
    let (child, parent) = (child.plan(), parent.plan());
    let lineage = child.derives.as_ref().filter(|lineage| lineage.plan == parent.id);
    let recorded = |links: Option<&'_ Vec<Link>>| -> Set<String> {
        links.into_iter().flatten().map(|link| link.child.clone()).collect()
    };
    let mut links = suggest(
        ItemKind::Indicator,
        &indicator_names(child),
        &indicator_names(parent),
        &recorded(lineage.map(|lineage| &lineage.indicators)),
        limits,
    )?;
    links.extend(suggest(
        ItemKind::Task,
        &task_titles(child),
        &task_titles(parent),
        &recorded(lineage.map(|lineage| &lineage.tasks)),
        limits,
    )?);
    Ok(links)
}

/// Items by their code or number, with their names.
type Named<'p> = Vec<(Cow<'p, str>, &'p str)>;

fn indicator_names(plan: &Plan) -> Named<'_> {
    plan.indicators.iter().map(|item| (Cow::Borrowed(item.code.as_str()), item.name.as_str())).collect()
}

fn task_titles(plan: &Plan) -> Named<'_> {
    plan.tasks.iter().map(|task| (Cow::Owned(task.number.to_string()), task.title.as_str())).collect()
}

/// For each item without a recorded link the upper item whose name is most like its own.
///
/// Of two sets that share at least 60 in 100 of their words together, the greater has at most 100 for 60 of the smaller, and
/// each lacks at most 40 in 100 of the other's: so each has one of the other's words among its first, all but 60 in 100 and
/// one more, in any order of all words. The rarest stand first.
fn suggest(
    kind: ItemKind,
    own: &Named<'_>,
    upper: &Named<'_>,
    recorded: &Set<String>,
    limits: &Limits,
) -> Result<Vec<SuggestedLink>, Error> {
    let least = |size: usize| (size * 60).div_ceil(100);
    let prefix = |size: usize| if size == 0 { 0 } else { size - least(size) + 1 };
    let mut sets = word_sets(own.iter().chain(upper).map(|(_, name)| *name));
    let upper_sets = sets.split_off(own.len());
    let index = Index::new(upper_sets.iter().map(Vec::as_slice).enumerate(), prefix);
    let mut budget = Budget::new(limits);
    // The last of the lower plan's items that each upper one was compared with.
    let mut compared: Vec<Option<usize>> = vec![None; upper.len()];
    let mut links = Vec::new();
    for (at, ((child, _), words)) in own.iter().zip(&sets).enumerate() {
        if recorded.contains(child.as_ref()) {
            continue;
        }
        // The best so far: the words shared, those of both together, and the place, the first of equals.
        let mut best: Option<(usize, usize, usize)> = None;
        for word in words.iter().take(prefix(words.len())) {
            for other in index.with(*word, least(words.len())..=words.len() * 100 / 60) {
                let (Some(others), Some(before)) = (upper_sets.get(other), compared.get_mut(other)) else {
                    continue;
                };
                if !budget.met() {
                    return Err(too_many(limits));
                }
                if before.replace(at) == Some(at) {
                    continue;
                }
                if !budget.pair(words, others) {
                    return Err(too_many(limits));
                }
                let shared = shared(words, others);
                let together = words.len() + others.len() - shared;
                // Shares are compared by cross-multiplication.
                let beats = |(most, of, place): (usize, usize, usize)| {
                    (shared * of).cmp(&(most * together)).then(place.cmp(&other)).is_gt()
                };
                if shared * 100 >= together * 60 && best.is_none_or(beats) {
                    best = Some((shared, together, other));
                }
            }
        }
        let Some((shared, together, other)) = best else { continue };
        let Some((parent, _)) = upper.get(other) else { continue };
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        links.push(SuggestedLink {
            kind,
            child: child.clone().into_owned(),
            parent: parent.clone().into_owned(),
            shared: count(shared),
            together: count(together),
        });
    }
    Ok(links)
}

fn too_many(limits: &Limits) -> Error {
    let most = limits.pairs;
    let vi = format!("tên của hai kế hoạch cần so sánh trong giới hạn {most} cặp (`pairs`)");
    let en = format!("names of the two plans to compare within the limit of {most} pairs (`pairs`)");
    Error::new(ErrorCode::TooMany, "", (vi, en))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn plan(id: &str, names: &[String]) -> Plan {
        let rows: Vec<_> = names
            .iter()
            .zip(1..)
            .map(|(name, n)| json!({"code": n.to_string(), "name": name, "lead": "", "targets": []}))
            .collect();
        serde_json::from_value(json!({
            "schemaVersion": 1, "id": id, "title": "t", "issuer": "i", "level": "province", "milestones": [],
            "indicators": rows, "tasks": [],
        }))
        .unwrap()
    }

    /// Names of a few words each, from a small walk.
    fn names(count: usize, words: usize, mut seed: u32) -> Vec<String> {
        let mut next = |below: usize| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) as usize % below
        };
        (0..count)
            .map(|_| (0..=next(9)).map(|_| format!("w{}", next(words))).collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn all_that_trying_every_pair_suggests() {
        let words =
            |name: &str| name.split(' ').map(str::to_owned).collect::<std::collections::BTreeSet<String>>();
        for seed in 0..40 {
            let (own, upper) = (names(50, 12, seed), names(70, 12, seed + 100));
            let mut expected = Vec::new();
            for (at, name) in own.iter().enumerate() {
                let likeness = |(at, other): (usize, &String)| {
                    let (a, b) = (words(name), words(other));
                    let shared = a.intersection(&b).count();
                    (at, shared, a.len() + b.len() - shared)
                };
                let near =
                    upper.iter().enumerate().map(likeness).filter(|(_, shared, of)| shared * 100 >= of * 60);
                // The first of equals stays.
                let best =
                    near.reduce(|best, next| if next.1 * best.2 > best.1 * next.2 { next } else { best });
                expected.extend(best.map(|(to, shared, of)| (at + 1, to + 1, shared, of)));
            }
            let (own, upper) = (plan("own", &own), plan("upper", &upper));
            let links = suggest_links(&own.view(), &upper.view()).unwrap();
            let found: Vec<(usize, usize, usize, usize)> = links
                .iter()
                .map(|link| {
                    let number = |code: &str| code.parse::<usize>().unwrap();
                    (number(&link.child), number(&link.parent), link.shared as usize, link.together as usize)
                })
                .collect();
            assert_eq!(found, expected, "{seed}");
        }
    }

    #[test]
    fn too_many_pairs_are_an_error_that_names_the_limit() {
        let limits = Limits { pairs: 100, ..Limits::default() };
        let (own, upper) = (plan("own", &names(50, 9, 1)), plan("upper", &names(70, 9, 2)));
        let error = suggest_links(&own.view_with(&limits), &upper.view()).unwrap_err();
        insta::assert_snapshot!(format!("{error}\n{}", error.expected_vi), @"
        too-many: expected names of the two plans to compare within the limit of 100 pairs (`pairs`)
        tên của hai kế hoạch cần so sánh trong giới hạn 100 cặp (`pairs`)
        ");
        // Names that share no rare word are no pairs.
        let name = |n: usize| format!("tỷ lệ hồ sơ {n} {} {}", n + 5_000, n + 10_000);
        let many: Vec<String> = (0..3_000).map(name).collect();
        let (own, upper) = (plan("own", &many), plan("upper", &many));
        assert_eq!(suggest_links(&own.view(), &upper.view()).unwrap().len(), 3_000);
    }

    #[test]
    fn a_suggested_link_reads_back() {
        let link = SuggestedLink {
            kind: ItemKind::Task,
            child: "1".into(),
            parent: "2".into(),
            shared: 3,
            together: 5,
        };
        let json = serde_json::to_string(&link).unwrap();
        assert_eq!(serde_json::from_str::<SuggestedLink>(&json).unwrap(), link);
    }
}
