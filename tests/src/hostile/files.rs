//! The shapes as files, for the tests of every host.
