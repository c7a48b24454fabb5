//! The search for secrets after the suite: it finds them, and it does not call an empty folder clean.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

fn search(folder: &Path, whole: bool) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leaks"));
    command.arg(folder).args(whole.then_some("--whole")).output().unwrap()
}

fn words(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn a_planted_secret_is_found_wherever_it_lies() {
    let folder = tempfile::tempdir().unwrap();
    let list = "nowhere\ta password\tcorrect-horse-battery\nanswered\ta client's secret\tkcs_0123456789\n";
    fs::write(folder.path().join("1.planted"), list).unwrap();
    fs::write(folder.path().join("1.log"), "a step was taken\n").unwrap();
    fs::write(folder.path().join("2.answers"), r#"{"client_secret": "kcs_0123456789"}"#).unwrap();
    let clean = search(folder.path(), false);
    assert!(clean.status.success(), "{}", words(&clean));
    assert!(words(&clean).starts_with("2 secrets, in none of 2 files"), "{}", words(&clean));

    // Beyond the first chunk, and across its edge.
    let far = format!("{}correct-horse-battery\n", "x".repeat(4 * 1024 * 1024 - 9));
    fs::write(folder.path().join("3.log"), far).unwrap();
    fs::write(folder.path().join("4.events"), r#"{"data": {"secret": "kcs_0123456789"}}"#).unwrap();
    let found = search(folder.path(), false);
    assert!(!found.status.success());
    assert!(words(&found).contains("2 secrets were found"), "{}", words(&found));
    assert!(words(&found).contains("a password in ") && words(&found).contains("a client's secret in "));
}

#[test]
fn too_little_to_search_is_no_clean_bill() {
    let folder = tempfile::tempdir().unwrap();
    let output = search(folder.path(), true);
    assert!(!output.status.success());
    assert!(words(&output).contains("only 0 logs were kept"), "{}", words(&output));
}
