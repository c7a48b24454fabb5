//! Watching what happens over real sockets, from two processes on one Redis.

use std::time::{Duration, Instant};

use axum::http::{Method, StatusCode};
use domain::{
    OrgId,
    sessions::{self, EndedWhy},
};
use futures::{SinkExt as _, StreamExt as _};
use platform::config::Web;
use serde_json::{Value, json};
use testkit::fixtures::{self, OrgFixture, Person};
use tokio::{
    net::{TcpListener, TcpSocket, TcpStream},
    time::timeout,
};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, tungstenite::Message};
use webapp_api::{Api, live};

use crate::site::{SignedIn, Site};

/// A watcher's side of a socket.
struct Watcher(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Watcher {
    /// Opens a socket at a process of the API.
    async fn open(address: &str, query: &str) -> anyhow::Result<Self> {
        let url = format!("ws://{address}/api/v1/events{query}");
        Ok(Self(tokio_tungstenite::connect_async(url).await?.0))
    }

    /// Opens one and says who it is.
    async fn hello(address: &str, who: &SignedIn, since: Option<&str>) -> anyhow::Result<Self> {
        let mut watcher = Self::open(address, "").await?;
        watcher.says(&json!({ "type": "hello", "token": who.token, "since": since })).await?;
        Ok(watcher)
    }

    /// The same, and waits until everything is told.
    async fn ready(address: &str, who: &SignedIn) -> anyhow::Result<Self> {
        let mut watcher = Self::hello(address, who, None).await?;
        assert_eq!(watcher.hears().await?["type"], "ready");
        Ok(watcher)
    }

    async fn says(&mut self, words: &Value) -> anyhow::Result<()> {
        Ok(self.0.send(Message::text(words.to_string())).await?)
    }

    /// The next message, or `{"closed": code}`.
    async fn hears(&mut self) -> anyhow::Result<Value> {
        loop {
            match timeout(Duration::from_secs(10), self.0.next()).await? {
                Some(Ok(Message::Text(text))) => return Ok(serde_json::from_str(&text)?),
                Some(Ok(Message::Close(frame))) => return Ok(json!({ "closed": frame.map(|it| u16::from(it.code)) })),
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(error.into()),
                None => anyhow::bail!("it ended without a word"),
            }
        }
    }
}

/// Starts a process of the API; gives its address.
async fn process(site: &Site) -> anyhow::Result<String> {
    let redis = platform::redis::connect(&testkit::redis_url()?).await?;
    let web = Web { redis_url: Some(testkit::redis_url()?.into()), ..Web::default() };
    listen(Api::new(site.database.db().clone(), redis, fixtures::keys()?, web)).await
}

async fn listen(api: Api) -> anyhow::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?.to_string();
    tokio::spawn(async move { axum::serve(listener, webapp_api::router(api)).await });
    Ok(address)
}

/// Somebody files a request, and everybody is told.
async fn file(site: &Site, office: &OrgFixture, who: &Person) -> anyhow::Result<String> {
    let filed = fixtures::file(&site.database, office, who).await?;
    fixtures::run_fan_out(&site.database).await?;
    knock(site, office.org).await;
    Ok(filed.id.0.to_string())
}

async fn knock(site: &Site, org: OrgId) {
    live::publish(&site.api.redis.0, org).await;
}

#[tokio::test]
async fn watchers_of_every_process_hear_what_they_may_see_in_their_org() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (one, two) = (process(&site).await?, process(&site).await?);
    let dispatcher = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let (mut here, mut there) = (Watcher::ready(&one, &dispatcher).await?, Watcher::ready(&two, &dispatcher).await?);
    let anna = site.sign_in(&site.a.residents[0], Some(site.a.org)).await?;
    let mut anna = Watcher::ready(&two, &anna).await?;

    file(&site, &site.b, &site.b.residents[0]).await?;
    let theirs = file(&site, &site.a, &site.a.residents[1]).await?;
    let own = file(&site, &site.a, &site.a.residents[0]).await?;
    for watcher in [&mut here, &mut there] {
        for request in [&theirs, &own] {
            let event = watcher.hears().await?;
            let said = (&event["type"], &event["name"], &event["data"]["request_id"]);
            assert_eq!(said, (&json!("event"), &json!("request.created"), &json!(request)), "{event}");
        }
    }
    let event = anna.hears().await?;
    assert_eq!(event["data"]["request_id"], own, "she hears of her own only: {event}");

    let worker = &site.a.workers[0].actor;
    let id = domain::ids::RequestId(own.parse()?);
    site.database.tenant(site.a.org, async |tx| domain::requests::take(tx, worker, id).await).await?;
    knock(&site, site.a.org).await;
    let event = here.hears().await?;
    assert_eq!(event["name"], "request.status_changed");
    assert_eq!(event["data"], json!({ "request_id": own, "from": "new", "status": "accepted" }));
    Ok(())
}

#[tokio::test]
async fn who_comes_back_hears_what_they_missed() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let address = process(&site).await?;
    let who = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let mut watcher = Watcher::ready(&address, &who).await?;
    let first = file(&site, &site.a, &site.a.residents[0]).await?;
    let last = watcher.hears().await?;
    assert_eq!(last["data"]["request_id"], first);
    drop(watcher);
    // Long enough that what was heard is no longer looked at again.
    site.database.source().advance(Duration::from_secs(60));
    let missed = [file(&site, &site.a, &site.a.residents[0]).await?, file(&site, &site.a, &site.a.residents[1]).await?];

    let mut again = Watcher::hello(&address, &who, last["id"].as_str()).await?;
    let mut told = vec![];
    let ready = loop {
        let said = again.hears().await?;
        if said["type"] == "ready" {
            break said;
        }
        told.push(said["data"]["request_id"].as_str().unwrap().to_owned());
    };
    // What was heard may come twice, close to the break; nothing is missing and nothing is out of order.
    told.retain(|request| *request != first);
    assert_eq!(told, missed);
    assert!(ready["last_id"].as_str() > last["id"].as_str());
    Ok(())
}

#[tokio::test]
async fn who_is_out_is_cut_off_within_a_second_on_every_process() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (one, two) = (process(&site).await?, process(&site).await?);
    let worker = site.sign_in(&site.a.workers[0], Some(site.a.org)).await?;
    let (mut here, mut there) = (Watcher::ready(&one, &worker).await?, Watcher::ready(&two, &worker).await?);
    let other = site.sign_in(&site.a.workers[1], Some(site.a.org)).await?;
    let mut other = Watcher::ready(&one, &other).await?;

    let began = Instant::now();
    let mut tx = site.database.db().system().await?;
    sessions::end(&mut tx, worker.account, worker.session, EndedWhy::ByPerson).await?;
    tx.commit().await?;
    assert_eq!(here.hears().await?, json!({ "closed": 4401 }));
    assert_eq!(there.hears().await?, json!({ "closed": 4401 }));
    let took = began.elapsed();
    assert!(took < Duration::from_secs(2), "{took:?}"); // a second, and a slow machine

    let member = site.a.workers[1].actor.member().unwrap();
    sqlx::query("update members set removed_at = now() where org_id = $1 and id = $2")
        .bind(site.a.org.0)
        .bind(member.0)
        .execute(&mut site.database.superuser().await?)
        .await?;
    assert_eq!(other.hears().await?, json!({ "closed": 4403 }));
    Ok(())
}

#[tokio::test]
async fn a_socket_opens_for_a_ticket_once_or_for_a_token_in_its_first_message() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let address = process(&site).await?;
    let who = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let issued = site.ask_as(&who, Method::POST, "/api/v1/events/tickets", None).await?;
    assert_eq!(issued.status, StatusCode::CREATED, "{issued:?}");
    let query = format!("?ticket={}", issued.body["ticket"].as_str().unwrap());
    assert_eq!(Watcher::open(&address, &query).await?.hears().await?["type"], "ready");
    assert_eq!(Watcher::open(&address, &query).await?.hears().await?, json!({ "closed": 4401 }), "a second time");

    for (hello, code) in [
        (json!({ "type": "hello", "token": "nonsense" }), 4401),
        (json!({ "type": "hello" }), 4400),
        (json!({ "type": "hello", "token": who.token, "more": 1 }), 4400),
        (json!({ "type": "hello", "token": who.token, "organization_id": site.b.org }), 4404),
    ] {
        let mut watcher = Watcher::open(&address, "").await?;
        watcher.says(&hello).await?;
        assert_eq!(watcher.hears().await?, json!({ "closed": code }), "{hello}");
    }
    let plain = site.ask(Method::GET, "/api/v1/events").await?;
    assert_eq!((plain.status, &plain.body["code"]), (StatusCode::UPGRADE_REQUIRED, &"upgrade_required".into()));
    Ok(())
}

#[tokio::test]
async fn nothing_is_lost_while_redis_does_not_tell() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let redis = platform::redis::connect(&testkit::redis_url()?).await?;
    let deaf = Api::new(site.database.db().clone(), redis, fixtures::keys()?, Web::default());
    let address = listen(deaf).await?;
    let who = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let mut watcher = Watcher::ready(&address, &who).await?;
    let filed = fixtures::file(&site.database, &site.a, &site.a.residents[0]).await?;
    assert_eq!(watcher.hears().await?["data"]["request_id"], json!(filed.id.0));
    Ok(())
}

#[tokio::test]
async fn the_eleventh_socket_of_a_session_is_refused_until_one_is_left() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let address = process(&site).await?;
    let who = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let mut ten = vec![];
    for _ in 0..10 {
        ten.push(Watcher::ready(&address, &who).await?);
    }
    assert_eq!(Watcher::hello(&address, &who, None).await?.hears().await?, json!({ "closed": 4429 }));
    let other = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    Watcher::ready(&address, &other).await?;

    ten.pop();
    let again = async {
        while Watcher::hello(&address, &who, None).await?.hears().await?["type"] != "ready" {}
        anyhow::Ok(())
    };
    timeout(Duration::from_secs(10), again).await?
}

#[tokio::test]
async fn a_client_that_takes_nothing_is_closed_and_holds_nobody_up() -> anyhow::Result<()> {
    const MANY: usize = 400;
    let site = Site::open().await?;
    let redis = platform::redis::connect(&testkit::redis_url()?).await?;
    let web = Web { redis_url: Some(testkit::redis_url()?.into()), ..Web::default() };
    let api = Api::new(site.database.db().clone(), redis, fixtures::keys()?, web);
    // Little room on the way, so that it is full soon.
    let socket = TcpSocket::new_v4()?;
    socket.set_send_buffer_size(4096)?;
    socket.bind("127.0.0.1:0".parse()?)?;
    let listener = socket.listen(16)?;
    let address = listener.local_addr()?;
    let router = webapp_api::router(api.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });

    let who = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;
    let socket = TcpSocket::new_v4()?;
    socket.set_recv_buffer_size(4096)?;
    let stream = MaybeTlsStream::Plain(socket.connect(address).await?);
    let (stream, _) = tokio_tungstenite::client_async(format!("ws://{address}/api/v1/events"), stream).await?;
    let mut slow = Watcher(stream);
    slow.says(&json!({ "type": "hello", "token": who.token })).await?;
    assert_eq!(slow.hears().await?["type"], "ready");
    let mut quick = Watcher::ready(&address.to_string(), &who).await?;

    let filed = fixtures::file(&site.database, &site.a, &site.a.residents[0]).await?;
    let copied = "insert into events
                  select (jsonb_populate_record(e, jsonb_build_object('id', left(e.id::text, 24) || lpad(to_hex(n), 12, '0')))).*
                  from events e, generate_series(1, $2) n where e.request_id = $1 and e.kind = 'request_filed'";
    let copied = sqlx::query(copied).bind(filed.id.0).bind(i32::try_from(MANY)?);
    copied.execute(&mut site.database.superuser().await?).await?;
    let began = Instant::now();
    knock(&site, site.a.org).await;
    for _ in 0..=MANY {
        assert_eq!(quick.hears().await?["name"], "request.created");
    }
    assert!(began.elapsed() < Duration::from_secs(8), "it waited for the slow one: {:?}", began.elapsed());
    let closed = async {
        while api.live.watchers() > 1 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(Duration::from_secs(30), closed).await?;
    let end = loop {
        let said = slow.hears().await?;
        if said["type"] != "event" {
            break said;
        }
    };
    assert_eq!(end, json!({ "closed": 4408 }));
    Ok(())
}
