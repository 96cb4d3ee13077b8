//! The shape of a registry's file.

use crate::codes::Level;
use crate::json::{DATE, Object, Shape, code, needed, nullable, object, spare};

/// A registry's file.
pub(crate) static REGISTRY: Object = object(&[
    needed("schemaVersion", Shape::Version),
    needed("agencies", Shape::List(&AGENCY, |limits| limits.indicators)),
    needed("groups", Shape::List(&GROUP, |limits| limits.indicators)),
]);

static AGENCY: Shape = Shape::Object(&object(&[
    needed("id", Shape::Id),
    needed("name", Shape::Text),
    spare("aliases", Shape::List(&Shape::Text, |limits| limits.indicators)),
    needed("level", code!(Level)),
    nullable("place", Shape::Text),
    nullable("begun", Shape::Object(&BEGUN)),
    nullable("ended", Shape::Object(&ENDED)),
    nullable("source", Shape::Text),
]));

static BEGUN: Object = object(&[needed("on", DATE), needed("source", Shape::Text)]);

static ENDED: Object =
    object(&[needed("on", DATE), nullable("successor", Shape::Id), needed("source", Shape::Text)]);

static GROUP: Shape = Shape::Object(&object(&[
    needed("id", Shape::Id),
    needed("name", Shape::Text),
    spare("aliases", Shape::List(&Shape::Text, |limits| limits.indicators)),
]));
