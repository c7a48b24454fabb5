//! Which functions of `domain` take an org's transaction: read from the sources, so that a new one cannot be
//! forgotten in the test of two orgs.

use std::{collections::BTreeSet, fs, path::Path};

/// `requests::take` and so on: every public async function that takes a `TenantTx` or an `OrgId`, or gives one.
pub(super) fn public_verbs() -> BTreeSet<String> {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut verbs = BTreeSet::new();
    for entry in fs::read_dir(&sources).unwrap() {
        let path = entry.unwrap().path();
        let capability = path.file_stem().unwrap().to_str().unwrap().to_owned();
        collect(&path, &capability, &mut verbs);
    }
    verbs
}

fn collect(path: &Path, capability: &str, verbs: &mut BTreeSet<String>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            collect(&entry.unwrap().path(), capability, verbs);
        }
        return;
    }
    let source = fs::read_to_string(path).unwrap();
    for (_, rest) in source.match_indices("pub async fn ").map(|(at, found)| source.split_at(at + found.len())) {
        let signature = rest.split(" {\n").next().unwrap();
        let takes = signature.split("->").next().unwrap();
        if signature.contains("TenantTx") || takes.contains("OrgId") {
            let name = signature.split(['(', '<']).next().unwrap();
            verbs.insert(format!("{capability}::{name}"));
        }
    }
}

#[test]
fn the_census_finds_verbs_of_every_shape() {
    let verbs = public_verbs();
    for verb in ["requests::take", "access::load", "updates::tx", "notifications::save_shown", "bots::remove"] {
        assert!(verbs.contains(verb), "{verb} is missing");
    }
    for other in ["notifications::claim", "orgs::create", "updates::forget_old"] {
        assert!(!verbs.contains(other), "{other} takes no org");
    }
}
