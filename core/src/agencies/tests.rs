//! Cells, split.

use super::*;
use crate::codes::NoteCode;
use crate::limits::Limits;
use crate::text::work;

fn registry(names: &[String]) -> Registry {
    let entry =
        |(name, at): (&String, usize)| format!(r#"{{"id":"b{at}","name":"{name}","level":"province"}}"#);
    let agencies: Vec<String> = names.iter().zip(0..).map(entry).collect();
    let json = format!(r#"{{"schemaVersion":1,"groups":[],"agencies":[{}]}}"#, agencies.join(","));
    Registry::from_json(json.as_bytes()).unwrap()
}

fn names(cell: &AgencyCell) -> Vec<&str> {
    cell.agencies.iter().map(|part| &*part.name).collect()
}

#[test]
fn a_shared_noun_that_is_itself_a_name_names_nobody_before_the_others() {
    let registry = registry(&["Sở".to_owned(), "Sở Y tế".to_owned()]);
    let split = registry.split_cell("Các sở: Y tế, Nội vụ; Sở");
    assert_eq!(names(&split), ["Sở Y tế", "Nội vụ", "Sở"]);
}

#[test]
fn a_longer_cell_is_refused_with_its_limit() {
    let registry = Registry::builtin();
    assert!(registry.split(&"Sở ".repeat(3_333)).is_ok());
    let error = registry.split(&"ở".repeat(10_001)).unwrap_err();
    insta::assert_snapshot!(
        format!("{error}\n{}", error.expected_vi),
        @r"
    cell-too-long at cell: expected a text of at most 10000 characters
    văn bản không quá 10000 ký tự
    "
    );
}

#[test]
fn items_are_given_whole_or_the_note_says_what_was_left_out() {
    let registry = Registry::builtin();
    let items = |text: &str| {
        let split = registry.split_cell(&format!("Sở Nội vụ (nhiệm vụ {text})"));
        let notes = split.notes.iter();
        let notes: Vec<_> =
            notes.map(|note| (note.code, note.span.unwrap().of(&split.text).to_owned())).collect();
        (split.agencies[0].items.clone(), notes)
    };
    let note = |code: NoteCode, text: &str| vec![(code, text.to_owned())];
    assert_eq!(items("1-500"), ((1..=500).collect(), vec![]));
    assert_eq!(items("1,3-5, 7 và từ 9 đến 11"), (vec![1, 3, 4, 5, 7, 9, 10, 11], vec![]));
    assert_eq!(items("- 5, 7"), (vec![5, 7], vec![]));
    assert_eq!(items("1-1000"), ((1..=1_000).collect(), vec![]));
    assert_eq!(items("1-1001, 3"), (vec![3], note(NoteCode::TooManyItems, "1-1001")));
    assert_eq!(items("4, 1-4000000000"), (vec![4], note(NoteCode::TooManyItems, "1-4000000000")));
    assert_eq!(items("5-3"), (vec![5, 3], note(NoteCode::Reversed, "5-3")));
    assert_eq!(items("2, 5000000000"), (vec![2], note(NoteCode::NumberOutOfRange, "5000000000")));
}

#[test]
fn items_of_all_bodies_of_a_cell_count_together() {
    let limits = Limits { items: 3, ..Limits::default() };
    let json = br#"{"schemaVersion":1,"groups":[],"agencies":[{"id":"a","name":"A","level":"party"}]}"#;
    let registry = Registry::from_json_with(json, &limits).unwrap();
    let split = registry.split_cell("A (nhiệm vụ 1-2); A (nhiệm vụ 3-4); A (nhiệm vụ 5,6)");
    let items: Vec<&[u32]> = split.agencies.iter().map(|part| part.items.as_slice()).collect();
    assert_eq!(items, [[1, 2].as_slice(), &[], &[5]]);
    let left_out: Vec<&str> = split.notes.iter().map(|note| note.span.unwrap().of(&split.text)).collect();
    assert_eq!(left_out, ["3-4", "5,6"]);
}

#[test]
fn twice_the_cell_is_twice_the_work_whatever_the_registry() {
    let sectors: Vec<String> = (0..2_000).map(|at| format!("Sở Ngành {at}")).collect();
    let registries = [
        registry(&sectors),
        registry(&["a ".repeat(5_000), "b a".to_owned(), "a".to_owned()]),
        registry(&["Sở".to_owned(), "Sở các sở".to_owned()]),
        Registry::builtin(),
    ];
    let shapes: [fn(usize) -> String; 18] = [
        |n| "Sở ".repeat(n),
        |n| "a ".repeat(n),
        |n| format!("Các b: {}", "a ".repeat(n)),
        |n| "Các b: a ".repeat(n),
        |n| "Các sở: ".repeat(n),
        |n| "sở, ngành và ".repeat(n),
        |n| "(nhiệm vụ ".repeat(n),
        |n| "Sở Nội vụ (nhiệm vụ 1) ".repeat(n),
        |n| "Sở Nội vụ (nhiệm vụ ".repeat(n),
        |n| "x, y / z\n".repeat(n),
        |n| format!("Sở Y tế\n{}", "x ".repeat(n)),
        |n| "Sở Nội vụ của Sở Y tế thuộc ".repeat(n),
        |n| "Các dự án, ".repeat(n),
        |n| format!("Các dự án {}", "do Sở Nội vụ ".repeat(n)),
        |n| "UBND các xã, phường Bài Thơ, ".repeat(n),
        |n| format!("UBND các tỉnh: {}", "Bắc Ninh, thành phố ".repeat(n)),
        |n| "Ban a các xã ".repeat(n),
        |n| "Các huyện ủy, thành ủy, ".repeat(n),
    ];
    for (registry, shape) in registries.iter().flat_map(|registry| shapes.map(|shape| (registry, shape))) {
        let work = |n: usize| {
            let cell = shape(n);
            work::of(|| registry.split_cell(&cell))
        };
        let (once, twice) = (work(1_000), work(2_000));
        assert!(once > 0 && twice * 10 <= once * 22, "{}: {once} {twice}", shape(2));
    }
}
