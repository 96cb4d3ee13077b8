//! Handles: what stays here while a caller works with it, each by a number that `js/index.js` keeps and gives back.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::error::Thrown;
use crate::plain;

pub(crate) trait Handle: Any {
    /// What there is to say of it as a whole, as plain data.
    fn about(&self) -> Result<JsValue, Thrown> {
        plain(&())
    }

    /// So many of its entries from a place on, where it is a list.
    fn page(&self, _at: usize, _count: usize) -> Result<JsValue, Thrown> {
        self.about()
    }

    fn to_json(&self) -> String {
        String::new()
    }
}

struct Kept {
    all: Vec<Option<Rc<dyn Handle>>>,
    free: Vec<u32>,
}

thread_local! {
    static KEPT: RefCell<Kept> = const { RefCell::new(Kept { all: Vec::new(), free: Vec::new() }) };
}

/// Keeps a value for the caller; its number is no other's until it is freed.
pub(crate) fn keep(value: impl Handle) -> u32 {
    let value: Rc<dyn Handle> = Rc::new(value);
    KEPT.with_borrow_mut(|kept| {
        if let Some(number) = kept.free.pop()
            && let Some(place) = kept.all.get_mut(number as usize)
        {
            *place = Some(value);
            return number;
        }
        kept.all.push(Some(value));
        u32::try_from(kept.all.len() - 1).unwrap_or(u32::MAX)
    })
}

fn any(number: u32) -> Result<Rc<dyn Handle>, Thrown> {
    let value = KEPT.with_borrow(|kept| kept.all.get(number as usize).cloned().flatten());
    value.ok_or_else(|| JsValue::from(JsError::new("no such handle")).into())
}

/// What is kept under a number. The caller sees to it that it is of this type and was not freed.
pub(crate) fn kept<T: Handle>(number: u32) -> Result<Rc<T>, Thrown> {
    let value: Rc<dyn Any> = any(number)?;
    value.downcast().map_err(|_| JsValue::from(JsError::new("another handle")).into())
}

/// The same where there may be none, whose number is below 0.
pub(crate) fn kept_if<T: Handle>(number: i32) -> Result<Option<Rc<T>>, Thrown> {
    u32::try_from(number).ok().map(kept).transpose()
}

/// What `js/index.js` makes of any handle.
#[wasm_bindgen]
pub fn about(number: u32) -> Result<JsValue, Thrown> {
    any(number)?.about()
}

/// So many of its entries, from a place on.
#[wasm_bindgen]
pub fn page(number: u32, at: usize, count: usize) -> Result<JsValue, Thrown> {
    any(number)?.page(at, count)
}

/// Its JSON.
#[wasm_bindgen]
pub fn toJson(number: u32) -> Result<String, Thrown> {
    Ok(any(number)?.to_json())
}

/// Lets go of what is kept under a number.
#[wasm_bindgen]
pub fn free(number: u32) {
    let value = KEPT.with_borrow_mut(|kept| {
        let value = kept.all.get_mut(number as usize)?.take()?;
        kept.free.push(number);
        Some(value)
    });
    drop(value);
}
