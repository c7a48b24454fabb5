//! PostgreSQL or Redis gone in the middle: updates are refused and come again; none is lost, none counts twice.

use std::time::Duration;

use domain::access::Role;
use platform::embedded::Service;
use testkit::office::{Office, Setup};

use crate::{Test, filing};

fn signal(pid: u32, signal: &str) {
    let done = std::process::Command::new("kill").args([signal, &pid.to_string()]).status().unwrap();
    assert!(done.success(), "kill {signal} {pid}");
}

#[tokio::test]
async fn redis_is_gone_for_ten_seconds() -> Test {
    let office = Office::open().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    anna.says("Помогите")?;
    anna.waits_for("О чём заявка?").await?;
    let pid = office.services().pid(Service::Redis).unwrap();
    signal(pid, "-STOP");
    let tapped = anna.taps("🧹 Уборка")?;
    tokio::time::sleep(Duration::from_secs(10)).await; // the outage itself
    signal(pid, "-CONT");
    tapped.answered().await?;
    anna.sees("Где это?").await?;
    anna.taps("🌳 Двор")?.answered().await?;
    anna.sees("Проверьте и отправьте").await?;
    anna.taps("✅ Отправить")?.answered().await?;
    office.topic(&bobur, 1).await?;
    office.rests().await?;
    assert_eq!(office.requests().await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn postgresql_is_gone_for_ten_seconds() -> Test {
    let office = Office::with(Setup { own_postgres: true, ..Setup::default() }).await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    filing::draft(&anna, "Помогите").await?;
    let pid = office.services().pid(Service::Postgres).unwrap();
    signal(pid, "-KILL"); // it recovers by itself; until then every commit fails
    let filed = anna.taps("✅ Отправить")?;
    tokio::time::sleep(Duration::from_secs(10)).await; // the outage itself
    let answer = filed.answered().await?;
    assert_eq!(answer.text, "Заявка №1 принята");
    anna.sees("№1 · Домофон").await?;
    office.topic(&bobur, 1).await?.waits_for("№1").await?;
    office.rests().await?;
    assert_eq!(office.open_requests().await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn redis_is_emptied_and_the_person_gets_the_menu() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    anna.says("Помогите")?;
    anna.waits_for("О чём заявка?").await?;
    let () = redis::cmd("FLUSHALL").query_async(&mut office.app.redis.clone()).await?;
    let toast = anna.taps("🧹 Уборка")?.answered().await?;
    assert_eq!(toast.text, "Эта кнопка уже не действует. Вот что сейчас.");
    anna.waits_for("Просто напишите или пришлите фото").await?;
    anna.says("Помогите")?; // and life goes on
    anna.waits_for("О чём заявка?").await?;
    Ok(())
}
