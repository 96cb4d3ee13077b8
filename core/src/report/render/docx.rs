//! A document of a word processor: Office Open XML, made from templates and packed without a clock.
//!
//! Why no library writes the document: docx-rs numbers paragraphs by a counter of the process, so that the same report would
//! give other bytes from call to call, and it brings in the reading of images. The parts are few: the document, the styles, a
//! header with the page's number, and what names them. They are compressed, dated 1 January 1980 as all of them.

use std::io::Write;

use askama::Template;
use rawzip::{CompressionMethod, DataDescriptorOutput, ZipArchiveWriter, crc32};

use super::escape::filters;
use crate::report::model::{PeriodicReport, ReportColumn, ReportRow, ReportTable};

#[derive(Template)]
#[template(path = "document.xml", escape = "none")]
struct Document<'r> {
    report: &'r PeriodicReport,
}

#[derive(Template)]
#[template(path = "core.xml", escape = "none")]
struct Core<'r> {
    report: &'r PeriodicReport,
}

/// Twentieths of a point: the width of text on an upright page and on one that lies.
const UPRIGHT: u32 = 9354;
const LYING: u32 = 14286;

impl ReportColumn {
    /// The column's width on a page.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "a template gives references")]
    fn twips(&self, page: &u32) -> u32 {
        self.width.saturating_mul(*page) / 100
    }
}

/// Characters of a cell up to which a row is kept on one page.
const SHORT: usize = 800;

impl ReportRow {
    /// Whether the row is short enough to be kept on one page.
    fn fits(&self) -> bool {
        self.cells.iter().all(|cell| cell.len() <= SHORT)
    }
}

impl ReportTable {
    /// The width of all columns but the first.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "a template gives references")]
    fn rest_twips(&self, page: &u32) -> u32 {
        self.columns.iter().skip(1).map(|column| column.twips(page)).sum()
    }
}

pub(super) fn render(report: &PeriodicReport) -> Vec<u8> {
    let document = Document { report }.render().unwrap_or_default();
    let core = Core { report }.render().unwrap_or_default();
    let parts: [(&str, &str); 8] = [
        ("[Content_Types].xml", include_str!("../../../templates/docx/content_types.xml")),
        ("_rels/.rels", include_str!("../../../templates/docx/rels.xml")),
        ("docProps/core.xml", &core),
        ("word/document.xml", &document),
        ("word/styles.xml", include_str!("../../../templates/docx/styles.xml")),
        ("word/settings.xml", include_str!("../../../templates/docx/settings.xml")),
        ("word/header.xml", include_str!("../../../templates/docx/header.xml")),
        ("word/_rels/document.xml.rels", include_str!("../../../templates/docx/document_rels.xml")),
    ];
    // Writing to memory does not fail.
    pack(&parts).unwrap_or_default()
}

fn pack(parts: &[(&str, &str)]) -> Result<Vec<u8>, rawzip::Error> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (name, text) in parts {
        let packed = miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 6);
        let (mut entry, _) =
            archive.new_file(*name).compression_method(CompressionMethod::DEFLATE).start()?;
        entry.write_all(&packed)?;
        let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
        entry.finish(DataDescriptorOutput::new(crc32(text.as_bytes()), length))?;
    }
    archive.finish()
}
