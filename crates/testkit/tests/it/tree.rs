//! The repository's own files, and the tests that are in them.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The top of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

/// Every file below `folder` whose name ends so, but for what was built or installed.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = vec![];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with('.') || name == "target" || name == "node_modules" || path.is_symlink() {
            continue;
        }
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if name.ends_with(ending) {
            found.push(path);
        }
    }
    found
}

/// The name of every test: `crate::file::function`, or `file.test.mjs: title` for those of the pages.
pub fn tests() -> BTreeSet<String> {
    let root = root();
    let mut names = BTreeSet::new();
    for path in files(&root, ".rs") {
        let text = fs::read_to_string(&path).unwrap();
        if let Some(module) = module(path.strip_prefix(&root).unwrap()) {
            names.extend(functions(&text).into_iter().map(|name| format!("{module}::{name}")));
        }
    }
    for path in [".test.mjs", ".test.ts"].iter().flat_map(|ending| files(&root, ending)) {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        names.extend(titles(&text).into_iter().map(|title| format!("{file}: {title}")));
    }
    names
}

/// `crates/domain/tests/it/tenancy/mod.rs` is `domain::it::tenancy`. None for files that belong to no crate.
fn module(path: &Path) -> Option<String> {
    let parts: Vec<&str> = path.to_str()?.strip_suffix(".rs")?.split('/').collect();
    let (package, rest) = match parts.as_slice() {
        ["crates", package, "src" | "tests" | "benches", rest @ ..] => (package, rest),
        [package, "src" | "tests" | "benches", rest @ ..] => (package, rest),
        _ => return None,
    };
    let rest = match rest {
        [rest @ .., "mod" | "lib" | "main"] => rest,
        rest => rest,
    };
    let package = package.replace('-', "_");
    Some([package.as_str()].iter().chain(rest).copied().collect::<Vec<_>>().join("::"))
}

/// The functions that are tests and are run.
pub fn functions(text: &str) -> Vec<String> {
    let mut found = vec![];
    let (mut is_test, mut is_run) = (false, true);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")) {
        if line.starts_with("#[") {
            is_test |= line.starts_with("#[test]") || line.starts_with("#[tokio::test");
            is_run &= !line.starts_with("#[ignore");
            continue;
        }
        let function = line.trim_start_matches("async ").strip_prefix("fn ");
        if let (Some(function), true, true) = (function, is_test, is_run) {
            found.extend(function.split('(').next().map(str::to_owned));
        }
        (is_test, is_run) = (false, true);
    }
    found
}

/// The titles of the tests of the pages.
fn titles(text: &str) -> Vec<String> {
    let quoted = text.lines().filter_map(|line| line.strip_prefix("test("));
    quoted
        .filter_map(|rest| {
            let quote = rest.chars().next().filter(|quote| "'\"`".contains(*quote))?;
            let (title, _) = rest[1..].split_once(&format!("{quote},"))?;
            Some(title.replace("\\'", "'"))
        })
        .collect()
}

#[test]
fn a_test_that_is_not_run_proves_nothing() {
    let text = "
#[test]
fn one() {}

    /// Two.
    #[tokio::test(flavor = \"multi_thread\")]
    #[allow(clippy::panic)]
    async fn two() {}

#[test]
#[ignore = \"slow\"]
fn never() {}

fn helper() {}
";
    assert_eq!(functions(text), ["one", "two"]);
    assert_eq!(titles("test('it\\'s on', async () => {\n  test('within', x)\n"), ["it's on"]);
}
