//! The product as people meet it: a real office (PostgreSQL, Redis, HTTP, jobs) around a strict local Telegram.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says what it expects by failing")]

mod alerts;
mod bad_input;
mod burst;
mod cli;
mod crash;
mod drafts;
mod embedded;
mod files;
mod filing;
mod forum;
mod imports;
mod incident;
mod journey;
mod mails;
mod metrics;
mod mirror;
mod org;
mod outages;
mod peace;
mod polling;
mod process;
mod reports;
mod secrets;
mod sending;
mod sessions;
mod shutdown;
mod staff_chat;
mod verification;
mod warnings;
mod webhook;
mod webhooks;
mod wire;
mod work;

use playground::Talk;

type Test = anyhow::Result<()>;

/// With every «21.11 14:05» taken out.
fn timeless(line: &str) -> String {
    let is_time = |at: &[char]| {
        at.iter().zip("00.00 00:00".chars()).all(|(c, like)| if like == '0' { c.is_ascii_digit() } else { *c == like })
    };
    let (mut rest, mut out) = (&line.chars().collect::<Vec<_>>()[..], String::new());
    while let Some((first, others)) = rest.split_first() {
        match rest.split_at_checked("00.00 00:00".len()) {
            Some((time, after)) if is_time(time) => {
                out.push_str("ДД.ММ ЧЧ:ММ");
                rest = after;
            }
            _ => {
                out.push(*first);
                rest = others;
            }
        }
    }
    out
}

/// A chat as it was told, with what differs from run to run taken out: times, the tokens of deep links, phone numbers.
fn told(talk: &Talk) -> String {
    let hide = |line: &str, mark: &str, length: usize, instead: &str| match line.split_once(mark) {
        Some((before, after)) => {
            format!("{before}{mark}{instead}{}", after.chars().skip(length).collect::<String>())
        }
        None => line.to_owned(),
    };
    talk.transcript()
        .lines()
        .map(|line| {
            let line = timeless(line);
            // The day until which it can be opened again: before the words in Uzbek, behind them in Russian.
            let line = hide(&line, "снова можно до ", "05.12".len(), "ДД.ММ");
            let line = hide(&line, "на паузе до ", "22.11 09:00".len(), "ДД.ММ ЧЧ:ММ");
            let line = match line.split_once(" gacha qayta ochish") {
                Some((_, rest)) => format!("    ДД.ММ gacha qayta ochish{rest}"),
                None => line,
            };
            let line = hide(&line, "/start f_", 16, "…");
            hide(&line, "(contact +", "998901234567".len(), "…") + "\n"
        })
        .collect()
}
