//! What must hold between the entries of a registry.

use super::registry::{Entries, Named};
use crate::codes::ErrorCode;
use crate::error::{Error, Errors};
use crate::limits::Limits;
use crate::sorted::Map;
use crate::text::{Lexed, work};
use crate::words::{expected as common, registry as expected};

/// A body or group as the checks see it.
pub(super) struct Entry<'e> {
    pub(super) named: Named,
    pub(super) id: &'e str,
    name: &'e str,
    aliases: &'e [String],
}

impl<'e> Entry<'e> {
    /// Its name and the others it is known by, each with its place within the entry.
    pub(super) fn names(&self) -> impl Iterator<Item = (Option<usize>, &'e str)> + use<'e> {
        let aliases = self.aliases.iter().enumerate().map(|(at, name)| (Some(at), name.as_str()));
        std::iter::once((None, self.name)).chain(aliases)
    }

    fn path(&self) -> String {
        match self.named {
            Named::Agency(at) => format!("agencies[{at}]"),
            Named::Group(at) => format!("groups[{at}]"),
        }
    }
}

impl Entries {
    /// The bodies, then the groups.
    pub(super) fn all(&self) -> impl Iterator<Item = Entry<'_>> {
        let agencies = self.agencies.iter().enumerate().map(|(at, entry)| Entry {
            named: Named::Agency(at),
            id: &entry.id,
            name: &entry.name,
            aliases: &entry.aliases,
        });
        agencies.chain(self.groups.iter().enumerate().map(|(at, entry)| Entry {
            named: Named::Group(at),
            id: &entry.id,
            name: &entry.name,
            aliases: &entry.aliases,
        }))
    }

    /// All names, each with the place of its entry among all.
    pub(super) fn owned_names(&self) -> impl Iterator<Item = (&str, u32)> {
        self.all().zip(0..).flat_map(|(entry, owner)| entry.names().map(move |(_, name)| (name, owner)))
    }

    /// Finds what is wrong with the entries, in their order, until there are as many errors as are told at once.
    pub(super) fn check(&self, limits: &Limits, errors: &mut Errors) {
        let mut ids: Map<&str, Named> = Map::new();
        for entry in self.all() {
            ids.or_insert(entry.id, entry.named);
        }
        let chains = Chains::new(self, &ids);
        let mut names: Map<String, Named> = Map::new();
        for entry in self.all() {
            check_id(&entry, &ids, errors);
            check_names(&entry, &mut names, errors);
            if let Named::Agency(at) = entry.named
                && let Some((code, expected)) = self.wrong_succession(at, &ids, &chains, limits)
            {
                errors.push(Error::new(code, format!("agencies[{at}].ended.successor"), expected));
            }
            if errors.is_full() {
                return;
            }
        }
    }

    fn wrong_succession(
        &self,
        at: usize,
        ids: &Map<&str, Named>,
        chains: &Chains,
        limits: &Limits,
    ) -> Option<(ErrorCode, crate::words::Phrase)> {
        let successor = self.agencies.get(at)?.ended.as_ref()?.successor.as_ref()?;
        if !matches!(ids.get(successor.as_str()), Some(Named::Agency(_))) {
            return Some((ErrorCode::UnknownCode, expected::an_agency()));
        }
        if let Some(circle) = chains.circles.get(&at) {
            let bodies =
                circle.iter().filter_map(|at| self.agencies.get(*at)).map(|agency| agency.id.as_str());
            return Some((ErrorCode::BadValue, expected::no_circle(bodies, limits.chain)));
        }
        // Of a chain that is too long, the first body whose succession makes it so: the others follow from it.
        let is_too_long = chains.steps.get(at) == Some(&Steps::Ends(limits.chain + 1));
        is_too_long.then(|| (ErrorCode::TooMany, expected::at_most_successions(limits.chain)))
    }
}

fn check_id(entry: &Entry<'_>, ids: &Map<&str, Named>, errors: &mut Errors) {
    let path = || format!("{}.id", entry.path());
    if entry.id.trim().is_empty() {
        errors.push(Error::new(ErrorCode::BadValue, path(), common::id()));
    } else if ids.get(entry.id) != Some(&entry.named) {
        errors.push(Error::new(ErrorCode::DuplicateCode, path(), common::own_id()));
    }
}

fn check_names(entry: &Entry<'_>, names: &mut Map<String, Named>, errors: &mut Errors) {
    for (alias, name) in entry.names() {
        let path = || match alias {
            Some(at) => format!("{}.aliases[{at}]", entry.path()),
            None => format!("{}.name", entry.path()),
        };
        let lexed = Lexed::new(name);
        let words: Vec<&str> = lexed.tokens().iter().map(|token| token.key).collect();
        if words.is_empty() {
            errors.push(Error::new(ErrorCode::BadValue, path(), expected::a_name()));
            continue;
        }
        if *names.or_insert(words.join(" "), entry.named) != entry.named {
            errors.push(Error::new(ErrorCode::DuplicateCode, path(), expected::own_name(name)));
        }
    }
}

/// Where the successions of the bodies lead.
struct Chains {
    steps: Vec<Steps>,
    /// The bodies that succeed one another in a circle, by the first of them in the file.
    circles: Map<usize, Vec<usize>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Steps {
    Unknown,
    /// On the way that is being followed.
    Open,
    /// To a body that has no known successor.
    Ends(usize),
    /// Into a circle.
    Turns,
}

impl Chains {
    fn new(entries: &Entries, ids: &Map<&str, Named>) -> Chains {
        let next = |at: usize| match ids.get(entries.agencies.get(at)?.ended.as_ref()?.successor.as_deref()?)
        {
            Some(Named::Agency(next)) => Some(*next),
            _ => None,
        };
        let mut steps = vec![Steps::Unknown; entries.agencies.len()];
        let mut circles = Map::new();
        for first in 0..steps.len() {
            let mut way: Vec<usize> = Vec::new();
            let mut here = Some(first);
            let mut end = Steps::Ends(0);
            while let Some(at) = here {
                work::step();
                match steps.get_mut(at) {
                    Some(step @ Steps::Unknown) => {
                        *step = Steps::Open;
                        way.push(at);
                        here = next(at);
                    }
                    Some(Steps::Open) => {
                        let mut circle: Vec<usize> =
                            way.iter().copied().skip_while(|other| *other != at).collect();
                        let least = (0..circle.len()).min_by_key(|place| circle.get(*place));
                        circle.rotate_left(least.unwrap_or(0));
                        circles.extend(circle.first().copied().map(|first| (first, circle)));
                        end = Steps::Turns;
                        break;
                    }
                    Some(Steps::Ends(known)) => {
                        end = Steps::Ends(*known + 1);
                        break;
                    }
                    Some(Steps::Turns) => {
                        end = Steps::Turns;
                        break;
                    }
                    None => break,
                }
            }
            for at in way.into_iter().rev() {
                steps.get_mut(at).into_iter().for_each(|step| *step = end);
                if let Steps::Ends(known) = end {
                    end = Steps::Ends(known + 1);
                }
            }
        }
        Chains { steps, circles }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agencies::Registry;

    fn registry(agencies: &str, groups: &str) -> Result<Registry, Error> {
        let json = format!(r#"{{"schemaVersion":1,"agencies":[{agencies}],"groups":[{groups}]}}"#);
        Registry::from_json(json.as_bytes())
    }

    fn body(id: &str, successor: &str) -> String {
        format!(
            r#"{{"id":"{id}","name":"Sở {id}","level":"province","ended":{{"on":"2025-03-01","source":"s","successor":"{successor}"}}}}"#
        )
    }

    fn bodies(pairs: impl IntoIterator<Item = (String, String)>) -> Result<Registry, Error> {
        let bodies: Vec<String> = pairs.into_iter().map(|(id, successor)| body(&id, &successor)).collect();
        let last = r#"{"id":"last","name":"Sở cuối","level":"province"}"#.to_owned();
        registry(&bodies.into_iter().chain([last]).collect::<Vec<_>>().join(","), "")
    }

    fn told(result: Result<Registry, Error>) -> String {
        let error = result.unwrap_err();
        let all = std::iter::once(&error).chain(&error.others);
        all.map(|error| format!("{error}\n  {}", error.expected_vi)).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let agency = |id: &str, name: &str, rest: &str| {
            format!(r#"{{"id":"{id}","name":"{name}","level":"province"{rest}}}"#)
        };
        let agencies = [
            agency("", "Sở A", ""),
            agency("a", "SỞ  Á", r#","aliases":["Sở A","–","Sở Á"," "]"#),
            agency("a", "Sở B", ""),
            agency("b", "\u{200b}", ""),
            agency(&"x".repeat(201), "Sở X", ""),
            body("c", "d"),
            body("e", "g"),
            body("f", "f"),
        ];
        insta::assert_snapshot!(told(registry(&agencies.join(","), r#"{"id":"g","name":"Sở B"}"#)));
    }

    #[test]
    fn bodies_that_succeed_one_another_in_a_circle_are_told_once() {
        let pairs = [("a", "c"), ("b", "d"), ("c", "d"), ("d", "b"), ("e", "last")];
        let pairs = pairs.map(|(id, successor)| (id.to_owned(), successor.to_owned()));
        insta::assert_snapshot!(told(bodies(pairs)), @r"
        bad-value at agencies[1].ended.successor (line 1, column 228): expected successions that come to an end, not `b` → `d` → `b`
          kế thừa không quay vòng, không phải `b` → `d` → `b`
        ");
        let long = (0..40).map(|at| (at.to_string(), ((at + 1) % 40).to_string()));
        let error = bodies(long).unwrap_err();
        assert!(error.expected.ends_with("`14` → `15` → … → `0`") && error.others.is_empty(), "{error}");
    }

    #[test]
    fn a_chain_of_successions_has_a_limit() {
        let chain = |length: usize| {
            let id = move |at: usize| if at == length { "last".to_owned() } else { at.to_string() };
            (0..length).map(move |at| (id(at), id(at + 1)))
        };
        let registry = bodies(chain(16)).unwrap();
        let day = "2025-03-01".parse().unwrap();
        let successor = "last".to_owned();
        assert_eq!(registry.succession("0", day), crate::Succession::Succeeded { successor });
        insta::assert_snapshot!(told(bodies(chain(1_000))), @r"
        too-many at agencies[983].ended.successor (line 1, column 104984): expected at most 16 successions one after another
          không quá 16 lần kế thừa nối tiếp nhau
        ");
    }

    #[test]
    fn no_more_errors_than_are_told_at_once() {
        let same = vec![body("a", "nobody"); 1_000].join(",");
        let error = registry(&same, "").unwrap_err();
        assert_eq!(error.others.len(), 99);
    }

    #[test]
    fn twice_the_bodies_are_twice_the_work() {
        let shapes: [fn(usize, usize) -> usize; 3] = [
            |at, n| (at + 1) % n,
            |at, _| at.saturating_sub(1),
            |at, n| if at + 1 == n { n / 2 } else { at + 1 },
        ];
        for next in shapes {
            let work = |n: usize| {
                let pairs = (0..n).map(|at| (at.to_string(), next(at, n).to_string()));
                work::of(|| bodies(pairs).is_err())
            };
            let (once, twice) = (work(1_000), work(2_000));
            assert!(twice * 10 <= once * 22, "{once} {twice}");
        }
    }
}
