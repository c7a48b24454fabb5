//! The client over real HTTP, against a server that answers as Telegram does.

use std::collections::{HashSet, VecDeque};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use futures::TryStreamExt;
use metrics_exporter_prometheus::PrometheusBuilder;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::telegram::methods::{
    EditMessageText, GetMe, GetUpdates, SendFile, SendMediaGroup, SendMessage, SetMessageReaction,
};
use crate::telegram::{
    AttachmentKind, CallError, Client, DownloadError, ReplyParameters, Token, UpdateKind, Upload, http_client,
};

const TOKEN: &str = "123456:AAH-secret_part";

/// What the server is to answer, and what it was asked.
#[derive(Clone, Default)]
struct Telegram(Arc<Mutex<Exchange>>);

#[derive(Default)]
struct Exchange {
    answers: VecDeque<(StatusCode, HeaderMap, Vec<u8>)>,
    asked: Vec<Asked>,
}

#[derive(Clone)]
struct Asked {
    path: String,
    headers: HeaderMap,
    body: Bytes,
    /// The address of the other end: the same one, the same connection.
    peer: SocketAddr,
}

impl Telegram {
    /// Answers with these bodies in turn, and then no more.
    async fn start(answers: Vec<(u16, Value)>) -> (Self, Client) {
        let it = Self::default();
        for (status, body) in answers {
            it.answers_raw(status, body.to_string().into_bytes());
        }
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
        let app = Router::new().fallback(exchange).with_state(it.clone());
        let app = app.into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, app).await });
        (it, Client::new(&url, http_client().unwrap()))
    }

    fn answers_raw(&self, status: u16, body: Vec<u8>) {
        let status = StatusCode::from_u16(status).unwrap();
        self.0.lock().unwrap().answers.push_back((status, HeaderMap::new(), body));
    }

    fn asked(&self, n: usize) -> Asked {
        self.0.lock().unwrap().asked[n].clone()
    }
}

async fn exchange(
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    State(telegram): State<Telegram>,
    request: Request<Body>,
) -> Response {
    let (head, body) = request.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let mut exchange = telegram.0.lock().unwrap();
    let path = head.uri.path().to_owned();
    exchange.asked.push(Asked { path, headers: head.headers, body, peer });
    exchange.answers.pop_front().unwrap_or((StatusCode::IM_A_TEAPOT, HeaderMap::new(), vec![])).into_response()
}

fn token() -> Token {
    TOKEN.parse().unwrap()
}

#[tokio::test]
async fn a_call_is_json_to_the_bot_s_address() {
    let answer = json!({"ok": true, "result": {"message_id": 8, "date": 1, "chat": {"id": 42}, "new_field": {}}});
    let (telegram, client) = Telegram::start(vec![(200, answer)]).await;
    let method = SendMessage { chat_id: 42, text: "hi".into(), ..SendMessage::default() };
    let sent = client.call(&token(), &method).await.unwrap();
    assert_eq!((sent.message_id, sent.chat_id), (8, Some(42)));
    let Asked { path, headers, body, .. } = telegram.asked(0);
    assert_eq!(path, format!("/bot{TOKEN}/sendMessage"));
    assert_eq!(headers["content-type"], "application/json");
    assert_eq!(serde_json::from_slice::<Value>(&body).unwrap(), json!({"chat_id": 42, "text": "hi"}));
}

#[tokio::test]
async fn answers_of_every_shape() {
    let (_, client) = Telegram::start(vec![
        (200, json!({"ok": true, "result": {"id": 123_456, "is_bot": true, "first_name": "K", "username": "k_bot"}})),
        (200, json!({"ok": true, "result": true})),
        (200, json!({"ok": true, "result": true})),
        (200, json!({"ok": true, "result": [{"message_id": 1}, {"message_id": 2}]})),
        (200, json!({"ok": true, "result": "a surprise"})),
    ])
    .await;
    let me = client.call(&token(), &GetMe {}).await.unwrap();
    assert_eq!((me.id, me.username.as_str(), me.can_join_groups), (123_456, "k_bot", false));
    assert!(client.call(&token(), &SetMessageReaction::default()).await.unwrap());
    assert_eq!(client.call(&token(), &EditMessageText::default()).await.unwrap().message_id, 0);
    let album = client.call(&token(), &SendMediaGroup::default()).await.unwrap();
    assert_eq!(album.iter().map(|it| it.message_id).collect::<Vec<_>>(), [1, 2]);
    // It was carried out, so it must not look like something to try again.
    let error = client.call(&token(), &GetMe {}).await.unwrap_err();
    assert!(matches!(error, CallError::Rejected { code: 200, .. }), "{error:?}");
}

#[tokio::test]
async fn refusals() {
    let (_, client) = Telegram::start(vec![
        (
            429,
            json!({"ok": false, "error_code": 429, "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7}}),
        ),
        (
            400,
            json!({"ok": false, "error_code": 400, "description": "Bad Request: group chat was upgraded to a \
            supergroup chat", "parameters": {"migrate_to_chat_id": -1_001_234_567_890_i64}}),
        ),
        (403, json!({"ok": false, "error_code": 403, "description": "Forbidden: bot was blocked by the user"})),
        (502, json!("<html>Bad Gateway</html>")),
        (404, json!({"ok": false, "error_code": 404, "description": "Not Found"})),
    ])
    .await;
    let mut errors = Vec::new();
    for _ in 0..5 {
        errors.push(client.call(&token(), &SendMessage::default()).await.unwrap_err());
    }
    assert_eq!(errors[0], CallError::RetryAfter(7));
    assert_eq!(errors[1], CallError::Migrated { to: -1_001_234_567_890 });
    assert_eq!(errors[2], CallError::Blocked("Forbidden: bot was blocked by the user".into()));
    assert!(matches!(errors[3], CallError::Unavailable(_)), "{:?}", errors[3]);
    assert_eq!(errors[4], CallError::Unauthorized);
}

#[tokio::test]
async fn a_proxy_s_429_counts_too() {
    let (telegram, client) = Telegram::start(vec![]).await;
    let headers = HeaderMap::from_iter([("retry-after".parse().unwrap(), "12".parse().unwrap())]);
    telegram.0.lock().unwrap().answers.push_back((StatusCode::TOO_MANY_REQUESTS, headers, b"slow down".to_vec()));
    assert_eq!(client.call(&token(), &GetMe {}).await.unwrap_err(), CallError::RetryAfter(12));
}

#[tokio::test]
async fn updates_that_are_none_do_not_stop_the_others() {
    let answer = json!({"ok": true, "result": [
        {"update_id": 1, "message": {"message_id": 1, "chat": {"id": 42}, "text": "a"}},
        {"no": "id"},
        {"update_id": 2, "hologram": {}},
    ]});
    let (_, client) = Telegram::start(vec![(200, answer)]).await;
    let updates = client.call(&token(), &GetUpdates { timeout: 1, ..GetUpdates::default() }).await.unwrap().0;
    assert_eq!(updates.iter().map(|it| it.update_id).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(updates[1].kind, UpdateKind::Other("hologram".into()));
}

#[tokio::test]
async fn all_bots_share_kept_connections() {
    let ok = || (200, json!({"ok": true, "result": {}}));
    let (telegram, client) = Telegram::start(vec![ok(), ok(), (400, json!({"ok": false})), ok()]).await;
    for token in ["1:a", "2:b", "3:c", "4:d"] {
        let _ = client.call(&token.parse().unwrap(), &GetMe {}).await;
    }
    assert_eq!(telegram.asked(0).path, "/bot1:a/getMe");
    let peers: HashSet<SocketAddr> = (0..4).map(|n| telegram.asked(n).peer).collect();
    assert_eq!(peers.len(), 1, "{peers:?}");
}

#[test]
fn calls_are_counted() {
    let recorder = PrometheusBuilder::new().build_recorder();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    metrics::with_local_recorder(&recorder, || {
        runtime.block_on(async {
            let ok = (200, json!({"ok": true, "result": {}}));
            let slow = (429, json!({"ok": false, "error_code": 429, "parameters": {"retry_after": 3}}));
            let (_, client) = Telegram::start(vec![ok, slow]).await;
            client.call(&token(), &GetMe {}).await.unwrap();
            client.call(&token(), &SendFile::new(1, AttachmentKind::Photo, "F")).await.unwrap_err();
        });
    });
    let shown = recorder.handle().render();
    for line in [
        "telegram_calls_total{method=\"getMe\",outcome=\"ok\"} 1",
        "telegram_calls_total{method=\"sendPhoto\",outcome=\"retry_after\"} 1",
        "telegram_429_total 1",
        "telegram_call_seconds_count{method=\"getMe\"} 1",
    ] {
        assert!(shown.contains(line), "{line} in\n{shown}");
    }
}

#[tokio::test]
async fn the_token_shows_nowhere() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    drop(listener);
    let client = Client::new(&url, http_client().unwrap());
    let call = client.call(&token(), &GetMe {}).await.unwrap_err();
    let Err(download) = client.download(&token(), "photos/1.jpg", 1).await else { panic!("nobody listens") };
    assert!(matches!(call, CallError::Unavailable(_)), "{call:?}");
    for shown in [format!("{call:?} {call}"), format!("{download:?} {download}"), format!("{:?} {client:?}", token())] {
        assert!(!shown.contains("secret_part"), "{shown}");
    }
}

#[tokio::test]
async fn bytes_travel_as_a_form() {
    let answer = json!({"ok": true, "result": {"message_id": 8, "chat": {"id": 42},
        "document": {"file_id": "NEW", "file_unique_id": "U"}}});
    let (telegram, client) = Telegram::start(vec![(200, answer)]).await;
    let message = SendFile {
        caption: Some("Отчёт".into()),
        reply_parameters: Some(ReplyParameters::to(5)),
        ..SendFile::new(42, AttachmentKind::Document, "")
    };
    let file = Upload { name: "отчёт.pdf".into(), bytes: Bytes::from_static(b"%PDF-bytes") };
    let sent = client.upload(&token(), &message, file).await.unwrap();
    assert_eq!(sent.file_id.as_deref(), Some("NEW"));
    let Asked { path, headers, body, .. } = telegram.asked(0);
    assert!(path.ends_with("/sendDocument"), "{path}");
    assert!(headers["content-type"].to_str().unwrap().starts_with("multipart/form-data"));
    let body = String::from_utf8_lossy(&body);
    for part in
        ["name=\"chat_id\"\r\n\r\n42\r\n", "\r\n\r\nОтчёт\r\n", "%PDF-bytes", "{\"allow_sending_without_reply\":true"]
    {
        assert!(body.contains(part), "{part} in {body}");
    }
    assert_eq!(body.matches("name=\"document\"").count(), 1, "{body}");
}

#[tokio::test]
async fn files_come_as_far_as_allowed() {
    let (telegram, client) = Telegram::start(vec![]).await;
    for _ in 0..2 {
        telegram.answers_raw(200, vec![7; 1_000]);
    }
    telegram.answers_raw(404, b"{\"ok\":false}".to_vec());

    let chunks: Vec<Bytes> =
        client.download(&token(), "voice/file 1.oga", 1_000).await.unwrap().try_collect().await.unwrap();
    assert_eq!(chunks.concat(), vec![7; 1_000]);
    assert_eq!(telegram.asked(0).path, format!("/file/bot{TOKEN}/voice/file%201.oga"));

    let refused = |result: Result<_, DownloadError>| result.err().unwrap();
    let error = refused(client.download(&token(), "voice/2.oga", 999).await);
    assert_eq!(error, DownloadError::TooLarge { limit: 999 });
    assert_eq!(refused(client.download(&token(), "gone.oga", 9).await), DownloadError::NotFound);
    assert_eq!(refused(client.download(&token(), "../bot1:x/getMe", 9).await), DownloadError::NotFound);
}

/// Without a length the limit holds for what really comes.
#[tokio::test]
async fn an_endless_file_is_cut_off() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    let endless =
        || async { Body::from_stream(futures::stream::repeat_with(|| Ok::<_, std::io::Error>(vec![7_u8; 512]))) };
    tokio::spawn(async move { axum::serve(listener, Router::new().fallback(endless)).await });
    let client = Client::new(&url, http_client().unwrap());
    let download = client.download(&token(), "voice/1.oga", 10_000).await.unwrap();
    assert_eq!(download.length, None);
    let error = download.try_collect::<Vec<_>>().await.unwrap_err();
    assert_eq!(error, DownloadError::TooLarge { limit: 10_000 });
}

#[test]
fn only_tokens_are_tokens() {
    assert_eq!(token().bot_id(), 123_456);
    for bad in ["", "123456", ":abc", "12:", "x:abc", "-1:abc", "+1:abc", "1:a/b", "1:a?b", "1:a%2e", "1:../x"] {
        assert!(bad.parse::<Token>().is_err(), "{bad}");
    }
}
