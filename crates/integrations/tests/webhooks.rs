//! Webhooks are called over real HTTP, and what they must not reach they do not.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

use std::time::Duration;

use chrono::DateTime;
use integrations::webhooks::{Answer, Call, Caller, Reach, SIGNATURE, sign};
use secrecy::SecretString;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};

/// Takes one request, gives `answer`; returns the address and what came in.
async fn receiver(answer: String) -> (String, tokio::task::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://localhost:{}/hook?x=1", listener.local_addr().unwrap().port());
    let heard = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut heard = vec![];
        while !heard.ends_with(b"}") {
            let mut buffer = [0; 4096];
            let read = stream.read(&mut buffer).await.unwrap();
            assert_ne!(read, 0);
            heard.extend_from_slice(&buffer[..read]);
        }
        stream.write_all(answer.as_bytes()).await.unwrap();
        String::from_utf8(heard).unwrap()
    });
    (address, heard)
}

fn caller(reach: Reach) -> Caller {
    let _ = rustls::crypto::ring::default_provider().install_default();
    Caller::new(reach).unwrap()
}

fn call<'a>(url: &'a str, secrets: &'a [SecretString]) -> Call<'a> {
    let at = DateTime::from_timestamp(1_780_000_000, 0).unwrap();
    Call { url, delivery: "d-1".to_owned(), name: "ping", body: r#"{"name":"ping"}"#, secrets, at }
}

#[tokio::test]
async fn a_call_is_signed_and_its_answer_is_kept_in_part() {
    let long = "я".repeat(5000);
    let answer = format!("HTTP/1.1 202 Accepted\r\ncontent-length: {}\r\n\r\n{long}", long.len());
    let (url, heard) = receiver(answer).await;
    let secrets = [SecretString::from("whsec_test")];
    let called = caller(Reach::ThisMachine).call(&call(&url, &secrets)).await;
    let Answer { status, beginning } = called.answer.unwrap();
    assert_eq!((status, beginning), (202, "я".repeat(512)));
    let heard = heard.await.unwrap();
    let line = |name: &str| heard.lines().find_map(|line| line.strip_prefix(&format!("{name}: "))).unwrap().to_owned();
    assert!(
        heard.starts_with("POST /hook?x=1 HTTP/1.1\r\n") && heard.ends_with("\r\n\r\n{\"name\":\"ping\"}"),
        "{heard}"
    );
    assert_eq!(line(SIGNATURE), sign(&secrets, 1_780_000_000, r#"{"name":"ping"}"#));
    assert_eq!((line("kontora-event"), line("kontora-delivery")), ("ping".to_owned(), "d-1".to_owned()));
}

#[tokio::test]
async fn a_redirect_is_an_answer_and_not_followed() {
    let (inside, _untouched) = receiver(String::new()).await;
    let (url, _) = receiver(format!("HTTP/1.1 302 Found\r\nlocation: {inside}\r\ncontent-length: 0\r\n\r\n")).await;
    let called = caller(Reach::ThisMachine).call(&call(&url, &[])).await;
    assert_eq!(called.answer.unwrap().status, 302);
}

#[tokio::test]
async fn nothing_of_our_own_network_is_called() {
    let product = caller(Reach::Public);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    for (url, why) in [
        (format!("https://127.0.0.1:{port}/"), "address_not_public"),
        (format!("https://localhost:{port}/"), "address_not_public"),
        (format!("https://[::ffff:127.0.0.1]:{port}/"), "address_not_public"),
        (format!("https://[::1]:{port}/"), "address_not_public"),
        (format!("https://2130706433:{port}/"), "address_not_public"),
        (format!("https://0x7f.1:{port}/"), "address_not_public"),
        ("https://169.254.169.254/latest/meta-data/".to_owned(), "address_not_public"),
        (format!("http://localhost:{port}/"), "not_https"),
        ("file:///etc/passwd".to_owned(), "not_https"),
        ("nonsense".to_owned(), "url_invalid"),
    ] {
        assert_eq!(product.call(&call(&url, &[])).await.answer, Err(why), "{url}");
    }
    let reached = tokio::time::timeout(Duration::from_millis(10), listener.accept()).await;
    assert!(reached.is_err(), "somebody knocked");
    drop(listener);
    let gone = caller(Reach::ThisMachine).call(&call(&format!("http://localhost:{port}/"), &[])).await;
    assert_eq!(gone.answer, Err("not_reached"));
}
