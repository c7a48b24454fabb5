//! From Fluent sources to Rust source. `catalog` parses and indexes, `walk`
//! finds what a pattern uses, `declared` reads the variables' declarations,
//! `check` holds the rules, `emit` writes the functions. Pure: no files here,
//! so that the tests feed it texts directly.

mod catalog;
mod check;
mod declared;
mod emit;
mod walk;

/// Code and `Lang` variant of each language; the first is the source language.
pub const LANGS: [(&str, &str); 3] = [("ru", "Ru"), ("uz", "Uz"), ("en", "En")];

/// One `.ftl` file.
pub struct Source {
    /// Language code, one of [`LANGS`].
    pub lang: &'static str,
    /// File name without extension: `requests`, `phone_numbers`.
    pub capability: String,
    /// Path relative to the crate's folder, for messages and `include_str!`.
    pub path: String,
    /// Content of the file.
    pub text: String,
}

/// Returns the generated Rust source, or every problem found, each as one line
/// `path: id: what is wrong`.
pub fn generate(sources: &[Source]) -> Result<String, Vec<String>> {
    let (catalog, mut problems) = catalog::Catalog::parse(sources);
    let functions = check::check(&catalog, &mut problems);
    if problems.is_empty() { Ok(emit::emit(sources, &functions)) } else { Err(problems) }
}
