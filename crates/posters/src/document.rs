//! A template and its data become a document. A template sees nothing else: no files, no packages, no clock.

use std::sync::LazyLock;

use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Dict, Duration},
    syntax::{FileId, Source},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;

use crate::Error;

struct Fonts {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let files = [fonts::REGULAR, fonts::BOLD];
    let fonts: Vec<Font> = files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

struct Page {
    standard: LazyHash<Library>,
    main: Source,
}

impl World for Page {
    fn library(&self) -> &LazyHash<Library> {
        &self.standard
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Sets the template with `data`, which it finds as `sys.inputs`.
pub(crate) fn set(template: &str, data: Dict) -> Result<PagedDocument, Error> {
    let standard = LazyHash::new(Library::builder().with_inputs(data).build());
    let page = Page { standard, main: Source::detached(template) };
    let document = typst::compile(&page).output.map_err(|errors| {
        let messages: Vec<_> = errors.iter().map(|error| error.message.to_string()).collect();
        Error::Document(messages.join("; "))
    });
    // What was remembered of this document helps no other one.
    comemo::evict(0);
    document
}

/// As a file. The same document gives the same bytes.
pub(crate) fn pdf(document: &PagedDocument) -> Result<Vec<u8>, Error> {
    let file = typst_pdf::pdf(document, &typst_pdf::PdfOptions::default());
    comemo::evict(0);
    file.map_err(|errors| Error::Document(format!("{errors:?}")))
}
