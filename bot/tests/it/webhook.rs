//! The way in: who is let in, and what is said to whom is not.

use reqwest::StatusCode;
use testkit::office::Office;

use crate::Test;

#[tokio::test]
async fn whoever_is_not_telegram_is_refused() -> Test {
    let mut office = Office::open().await?;
    let address = office.start().await?;
    let http = bot::telegram::http_client()?;
    let bot = office.account.id;
    let post = |path: String, secret: Option<&'static str>, body: &'static str| {
        let request = http.post(format!("http://{address}{path}")).body(body);
        match secret {
            Some(secret) => request.header("X-Telegram-Bot-Api-Secret-Token", secret),
            None => request,
        }
        .send()
    };
    let update = r#"{"update_id": 1}"#;
    assert_eq!(post(format!("/telegram/{bot}"), None, update).await?.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(post(format!("/telegram/{bot}"), Some("wrong"), update).await?.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(post("/telegram/42".to_owned(), Some("wrong"), update).await?.status(), StatusCode::NOT_FOUND);
    assert_eq!(post("/telegram/me".to_owned(), None, update).await?.status(), StatusCode::BAD_REQUEST);
    // With the secret, which only the playground knows:
    let faults = office.telegram.faults(&office.account);
    assert_eq!(faults.deliver_raw("{not json").await?, 400);
    assert_eq!(faults.deliver_raw(r#"{"message": {}}"#).await?, 400, "an update without an id");
    assert_eq!(faults.deliver_raw(r#"{"update_id": 77, "something_of_bot_api_11": {"a": 1}}"#).await?, 200);
    assert_eq!(faults.deliver_raw(vec![b'x'; 5 << 20]).await?, 413);
    Ok(())
}

#[tokio::test]
async fn health_and_readiness_are_told_apart() -> Test {
    let mut office = Office::open().await?;
    let address = office.start().await?;
    let http = bot::telegram::http_client()?;
    let get = |path: &'static str| http.get(format!("http://{address}{path}")).send();
    assert_eq!(get("/health/live").await?.status(), StatusCode::OK);
    assert_eq!(get("/health/ready").await?.status(), StatusCode::OK);
    let redis = office.services().pid(platform::embedded::Service::Redis).unwrap();
    stop(redis, "-STOP");
    let ready = get("/health/ready").await?;
    stop(redis, "-CONT");
    assert_eq!(ready.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(ready.text().await?.contains("Redis"));
    assert_eq!(get("/health/live").await?.status(), StatusCode::OK);
    Ok(())
}

fn stop(pid: u32, signal: &str) {
    let done = std::process::Command::new("kill").args([signal, &pid.to_string()]).status().unwrap();
    assert!(done.success());
}
