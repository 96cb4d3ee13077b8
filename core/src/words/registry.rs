//! What was expected of a registry of bodies, and of the cells it splits.

use super::{Phrase, plain};

pub(crate) fn a_name() -> Phrase {
    ("một tên không trống", "a name that is not empty").into()
}

pub(crate) fn own_name(name: &str) -> Phrase {
    let name = plain(name);
    (
        format!("một tên chưa mục nào có, không phải `{name}`"),
        format!("a name that no other entry has, not `{name}`"),
    )
        .into()
}

pub(crate) fn an_agency() -> Phrase {
    ("mã của một cơ quan", "the id of an agency").into()
}

pub(crate) fn at_most_successions(most: usize) -> Phrase {
    (
        format!("không quá {most} lần kế thừa nối tiếp nhau"),
        format!("at most {most} successions one after another"),
    )
        .into()
}

/// A circle of bodies by their ids, so many of them at most.
pub(crate) fn no_circle<'i>(ids: impl Iterator<Item = &'i str> + Clone, most: usize) -> Phrase {
    let mut shown: Vec<String> = ids.clone().take(most).map(|id| format!("`{}`", plain(id))).collect();
    if ids.clone().nth(most).is_some() {
        shown.push("…".to_owned());
    }
    shown.extend(ids.take(1).map(|id| format!("`{}`", plain(id))));
    let circle = shown.join(" → ");
    (
        format!("kế thừa không quay vòng, không phải {circle}"),
        format!("successions that come to an end, not {circle}"),
    )
        .into()
}
