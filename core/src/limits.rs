//! Limits: how much input a call takes before it refuses, and the first look at a file that enforces them.

use crate::error::{Error, ErrorCode};

/// How much a call reads; beyond a limit it fails with that limit's error and nothing is read in part.
///
/// ```
/// use tiendo::{ErrorCode, Limits, Plan};
/// let limits = Limits { json_bytes: 8, ..Limits::default() };
/// assert_eq!(Plan::from_json_with(b"{\"id\": \"long\"}", &limits).unwrap_err().code, ErrorCode::TooLarge);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a JSON text (`too-large`).
    pub json_bytes: usize,
    /// Arrays and objects within one another (`too-deep`).
    pub depth: usize,
    /// Unicode scalar values of a cell or any other text (`cell-too-long`).
    pub cell_chars: usize,
    /// Indicators of a plan, and the items of any list the other limits do not name (`too-many`).
    pub indicators: usize,
    /// Tasks of a plan (`too-many`).
    pub tasks: usize,
    /// Records of a call (`too-many`).
    pub records: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            json_bytes: 64 * 1024 * 1024,
            depth: 64,
            cell_chars: 10_000,
            indicators: 20_000,
            tasks: 20_000,
            records: 5_000_000,
        }
    }
}

impl Limits {
    fn items(&self, list: &str) -> usize {
        match list {
            "tasks" => self.tasks,
            "records" => self.records,
            _ => self.indicators,
        }
    }

    /// Looks a JSON text over, byte by byte and without memory of its own, before anything is built from it: its
    /// size, its depth, the length of each list of its outermost object.
    pub(crate) fn look_over(&self, json: &[u8]) -> Result<(), Error> {
        if json.len() > self.json_bytes {
            return Err(Error::new(ErrorCode::TooLarge, "", format!("at most {} bytes", self.json_bytes)));
        }
        // Serde would also take the fields of an object as an array, by their order.
        if json.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|first| *first == b'[') {
            return Err(Error::new(ErrorCode::WrongType, "", "an object"));
        }
        let mut depth = 0_usize;
        let mut list = "";
        let mut items = 0_usize;
        let mut bytes = json.iter().enumerate();
        while let Some((at, byte)) = bytes.next() {
            match byte {
                b'"' => {
                    let mut end = at;
                    while let Some((here, byte)) = bytes.next() {
                        match byte {
                            b'\\' => drop(bytes.next()),
                            b'"' => {
                                end = here;
                                break;
                            }
                            _ => {}
                        }
                    }
                    if depth == 1 {
                        list = json
                            .get(at + 1..end)
                            .and_then(|name| std::str::from_utf8(name).ok())
                            .unwrap_or("");
                    }
                }
                b'[' | b'{' => {
                    depth += 1;
                    if depth > self.depth {
                        let expected =
                            format!("at most {} arrays and objects within one another", self.depth);
                        return Err(Error::new(ErrorCode::TooDeep, "", expected));
                    }
                    if depth == 2 {
                        items = 1;
                    }
                }
                b']' | b'}' => depth = depth.saturating_sub(1),
                b',' if depth == 2 => {
                    items += 1;
                    if items > self.items(list) {
                        let expected = format!("at most {} items", self.items(list));
                        return Err(Error::new(ErrorCode::TooMany, list, expected));
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}
