//! `leaks FOLDER`: looks for every secret that the tests planted in everything that they left behind
//! ([`testkit::evidence`]). Ends with 1 and the places when one is found, or when too little was kept to tell.

use std::{collections::BTreeMap, fs, io::Read as _, path::PathBuf, process::ExitCode};

use aho_corasick::AhoCorasick;
use anyhow::{Context as _, Result, ensure};
use clap::Parser;
use testkit::evidence::May;

/// Looks for planted secrets.
#[derive(Debug, Parser)]
struct Cli {
    /// What the tests were told as KONTORA_EVIDENCE.
    folder: PathBuf,
    /// Fail when there is too little to search: the run was of the whole suite.
    #[arg(long)]
    whole: bool,
}

/// A shorter secret would be found by chance.
const SHORTEST: usize = 8;

/// The whole suite leaves at least so many logs and plants at least so many secrets; fewer mean a broken search.
const WHOLE: (usize, usize) = (100, 20);

/// How much of a file is searched at a time; what overlaps is as long as any secret.
const CHUNK: usize = 4 * 1024 * 1024;
const OVERLAP: usize = 4096;

fn main() -> ExitCode {
    match search(&Cli::parse()) {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("leaks: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn search(cli: &Cli) -> Result<String> {
    let mut secrets: BTreeMap<String, (String, String)> = BTreeMap::new(); // secret → where it may be, what it is
    let mut places = vec![];
    for entry in fs::read_dir(&cli.folder).context("the folder cannot be read")? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "planted") {
            for line in fs::read_to_string(&path)?.lines() {
                let mut parts = line.splitn(3, '\t');
                let (Some(may), Some(what), Some(secret)) = (parts.next(), parts.next(), parts.next()) else {
                    continue;
                };
                ensure!(secret.len() >= SHORTEST, "«{what}» is too short to be looked for");
                secrets.insert(secret.to_owned(), (may.to_owned(), what.to_owned()));
            }
        } else {
            places.push(path);
        }
    }
    let logs = places.iter().filter(|path| path.extension().is_some_and(|kind| kind == "log")).count();
    if cli.whole {
        ensure!(logs >= WHOLE.0, "only {logs} logs were kept");
        ensure!(secrets.len() >= WHOLE.1, "only {} secrets were planted", secrets.len());
    }

    let list: Vec<(&String, &(String, String))> = secrets.iter().collect();
    let finder = AhoCorasick::new(list.iter().map(|(secret, _)| secret.as_bytes()))?;
    let mut leaks = vec![];
    let mut bytes = 0;
    for path in &places {
        let answers = path.extension().is_some_and(|kind| kind == "answers");
        let mut file = fs::File::open(path)?;
        let mut text = vec![];
        loop {
            let kept = text.len().min(OVERLAP);
            text.drain(..text.len() - kept);
            let read = file.by_ref().take(CHUNK as u64).read_to_end(&mut text)?;
            if read == 0 {
                break;
            }
            bytes += read;
            for found in finder.find_iter(&text) {
                let (_, (may, what)) = list[found.pattern().as_usize()];
                if answers && may == May::BeAnswered.code() {
                    continue;
                }
                let (from, to) = (found.start().saturating_sub(200), (found.end() + 80).min(text.len()));
                leaks.push(format!("{what} in {}: …{}…", path.display(), String::from_utf8_lossy(&text[from..to])));
            }
        }
    }
    leaks.dedup();
    ensure!(leaks.is_empty(), "{} secrets were found:\n{}", leaks.len(), leaks[..leaks.len().min(40)].join("\n"));
    let mebibytes = bytes / (1024 * 1024);
    Ok(format!("{} secrets, in none of {} files ({mebibytes} MiB)", secrets.len(), places.len()))
}
