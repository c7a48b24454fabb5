//! `with-services` as it is used: a command, its exit code, and nothing left behind.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

use std::{fs, process::Command};

fn with_services(target: &std::path::Path, arguments: &[&str]) -> std::process::Output {
    Command::new(env!("CARGO_BIN_EXE_with-services"))
        .env("CARGO_TARGET_DIR", target)
        .env_remove("LOG")
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn the_command_finds_both_services_and_its_exit_code_is_ours() {
    let target = tempfile::tempdir().unwrap();
    let left_over = target.path().join("services/run-999999999");
    fs::create_dir_all(&left_over).unwrap();
    // The sockets' folder is in both addresses; the command sees it, so the services ran.
    let script = r#"folder=${DATABASE_URL#*host=}; test -S "$folder/.s.PGSQL.5432" || exit 1
        test -S "${REDIS_URL#redis+unix://}" || exit 2; echo "$folder"; exit 42"#;
    let output = with_services(target.path(), &["--", "sh", "-c", script]);
    assert_eq!(output.status.code(), Some(42), "{output:?}");
    let folder = String::from_utf8(output.stdout).unwrap();
    assert!(!fs::exists(folder.trim()).unwrap(), "{folder}");
    assert_eq!(fs::read_dir(target.path().join("services")).unwrap().count(), 0, "nothing is left");
}

#[test]
fn a_command_ended_by_a_signal_gives_its_number() {
    let target = tempfile::tempdir().unwrap();
    let output = with_services(target.path(), &["--", "sh", "-c", "kill -TERM $$"]);
    assert_eq!(output.status.code(), Some(128 + 15), "{output:?}");
}

#[test]
fn a_command_that_does_not_exist_is_told() {
    let target = tempfile::tempdir().unwrap();
    let output = with_services(target.path(), &["--", "no-such-program"]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("no-such-program"), "{output:?}");
    assert_eq!(fs::read_dir(target.path().join("services")).unwrap().count(), 0, "nothing is left");
}
