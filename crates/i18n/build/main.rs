//! Generates the typed text functions from `locales/` before the crate
//! compiles. Every mistake found in the texts is printed as a compiler error
//! that names the file and the message, and the build fails.
//!
//! A second, tiny catalog in `tests/fixture` goes the same way: it is compiled
//! into the unit tests only, so that they do not depend on the product's texts.

mod generator;

use std::{env, fs, io, path::Path, process::ExitCode};

use generator::{LANGS, Source, generate};

fn main() -> ExitCode {
    match run() {
        Ok(problems) if problems.is_empty() => return ExitCode::SUCCESS,
        // Paths as they are from the workspace's root, where a person looks for them.
        Ok(problems) => problems.iter().for_each(|problem| println!("cargo::error={}", problem.replace("../../", ""))),
        Err(error) => println!("cargo::error={error}"),
    }
    ExitCode::FAILURE
}

/// Writes `texts.rs` and `fixture.rs` into `OUT_DIR`; returns what is wrong with the texts.
fn run() -> io::Result<Vec<String>> {
    let home = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let mut problems = Vec::new();
    for (root, target) in [("../../locales", "texts.rs"), ("tests/fixture", "fixture.rs")] {
        match generate(&read(&Path::new(&home).join(root), root)?) {
            Ok(code) => fs::write(Path::new(&out).join(target), code)?,
            Err(found) => problems.extend(found),
        }
    }
    Ok(problems)
}

/// All `<lang>/<capability>.ftl` under `dir`, sorted, so that the output is reproducible.
fn read(dir: &Path, root: &str) -> io::Result<Vec<Source>> {
    // Directories too: a file that is added or removed must trigger a rebuild.
    println!("cargo::rerun-if-changed={}", dir.display());
    let mut sources = Vec::new();
    for (lang, _) in LANGS {
        let folder = dir.join(lang);
        println!("cargo::rerun-if-changed={}", folder.display());
        let listing = fs::read_dir(&folder).map_err(|e| io::Error::other(format!("{}: {e}", folder.display())))?;
        for entry in listing {
            let path = entry?.path();
            let Some(capability) =
                path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".ftl"))
            else {
                continue;
            };
            println!("cargo::rerun-if-changed={}", path.display());
            sources.push(Source {
                lang,
                capability: capability.to_owned(),
                path: format!("{root}/{lang}/{capability}.ftl"),
                text: fs::read_to_string(&path).map_err(|e| io::Error::other(format!("{}: {e}", path.display())))?,
            });
        }
    }
    sources.sort_by(|a, b| (a.lang, &a.capability).cmp(&(b.lang, &b.capability)));
    Ok(sources)
}
