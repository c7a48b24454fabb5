//! The end of a process: what has begun is finished.

use std::{net::SocketAddr, time::Duration};

use testkit::office::{Office, Setup};

use crate::{
    Test,
    process::{Process, kontora},
};

/// Where the dialogues stand, as Redis has them.
async fn states(office: &Office) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let mut redis = office.app.redis.clone();
    let mut keys: Vec<String> = redis::cmd("KEYS").arg("dlg:*").query_async(&mut redis).await?;
    keys.sort();
    let mut states = vec![];
    for key in keys {
        let state = redis::cmd("DUMP").arg(&key).query_async(&mut redis).await?;
        states.push((key, state));
    }
    Ok(states)
}

#[tokio::test]
async fn an_update_in_flight_is_finished_before_the_end() -> Test {
    let office = Office::closed(Setup::default()).await?;
    let listen = SocketAddr::from(([127, 0, 0, 1], 0));
    let environment = office.surroundings.environment(listen, office.data());
    let mut serve = Process::start(&mut kontora(&["serve"], office.data(), environment));
    office.deliver_to(serve.listens().await?).await?;
    office.gather().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    office.rests().await?;

    let before = states(&office).await?;
    office.telegram.faults(&office.account).latency(Duration::from_secs(3));
    anna.says("Помогите")?;
    // Its state is kept before its answer is sent, and the answer takes three seconds from there.
    while states(&office).await? == before {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    serve.signal("TERM");
    serve.says("stopping").await?;
    assert!(!anna.transcript().contains("О чём заявка?"), "it is still in flight:\n{}", anna.transcript());
    anna.waits_for("О чём заявка?").await?;
    let (status, said) = serve.ends().await?;
    assert_eq!(status.code(), Some(0), "{said}");
    // It was acknowledged too: with nobody there to take it again, nothing is left over.
    office.telegram.settled(&office.account).await?;
    Ok(())
}
