//! The numbers of a process: what an operator can watch is there, and the manual tells of all of it.

use std::{collections::BTreeSet, net::SocketAddr};

use domain::access::Role;
use playground::{Fault, When};
use testkit::office::{Office, Setup};

use crate::{
    Test, filing,
    process::{Process, kontora},
};

const MANUAL: &str = include_str!("../../../docs/operations.md");

#[tokio::test]
async fn every_number_is_there_and_in_the_manual() -> Test {
    let office = Office::closed(Setup::default()).await?;
    let listen = SocketAddr::from(([127, 0, 0, 1], 0));
    let environment = office.surroundings.environment(listen, office.data());
    let mut serve = Process::start(&mut kontora(&["serve"], office.data(), environment));
    let address = serve.listens().await?;
    office.deliver_to(address).await?;
    office.gather().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    filing::draft(&anna, "Помогите").await?;
    let once = When::next(1).of("createForumTopic");
    office.telegram.faults(&office.account).answer(once, Fault::TooManyRequests { retry_after: 1 });
    anna.taps("✅ Отправить")?.answered().await?;
    office.topic(&bobur, 1).await?.waits_for("№1").await?;
    office.rests().await?;

    let http = bot::telegram::http_client()?;
    let text = http.get(format!("http://{address}/metrics")).send().await?.error_for_status()?.text().await?;
    let names: BTreeSet<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("# TYPE "))
        .filter_map(|line| line.split(' ').next())
        .collect();
    for name in [
        "updates_total",
        "update_seconds",
        "deliveries_total",
        "delivery_age_seconds",
        "telegram_calls_total",
        "telegram_call_seconds",
        "telegram_429_total",
        "jobs_total",
        "jobs_waiting",
        "jobs_oldest_seconds",
        "outbox_waiting",
        "outbox_oldest_seconds",
        "database_connections",
    ] {
        assert!(names.contains(name), "no {name} in\n{text}");
    }
    for name in names {
        assert!(MANUAL.contains(&format!("`{name}`")), "docs/operations.md does not tell of {name}");
    }
    for number in [
        r#"updates_total{kind="callback_query",outcome="done"}"#,
        r#"telegram_calls_total{method="sendMessage",outcome="ok"}"#,
        r#"jobs_total{task="fan_out",outcome="done"}"#,
    ] {
        let line = text.lines().find(|line| line.starts_with(number));
        let value = line.and_then(|line| line.rsplit(' ').next()?.parse::<u64>().ok());
        assert!(value > Some(0), "{number} in\n{text}");
    }
    Ok(())
}
