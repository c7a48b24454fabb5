//! Webhooks from the deed to the receiver: what happened, its job, a real call over HTTP, the log (S1-170).

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, Uri, header},
};
use domain::{
    access::Actor,
    ids::WebhookId,
    webhooks::{self, Delivery, NewWebhook, Status},
};
use integrations::webhooks::{Caller, Reach, SIGNATURE, sign};
use secrecy::SecretString;
use testkit::office::{Office, Setup};
use tokio::{net::TcpListener, sync::mpsc, time::timeout};

use crate::{Test, filing};

/// Somebody's server: gives the answers that it was told, and 200 when there are none left.
struct Receiver {
    port: u16,
    answers: Arc<Mutex<VecDeque<StatusCode>>>,
    heard: mpsc::UnboundedReceiver<Heard>,
}

/// What the server shares with the test.
type Shared = (Arc<Mutex<VecDeque<StatusCode>>>, mpsc::UnboundedSender<Heard>);

/// One call.
#[derive(Debug)]
struct Heard {
    path: String,
    headers: HeaderMap,
    body: String,
}

impl Receiver {
    async fn open() -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let port = listener.local_addr()?.port();
        let answers = Arc::new(Mutex::new(VecDeque::new()));
        let (tell, heard) = mpsc::unbounded_channel();
        let take = async |State((answers, tell)): State<Shared>, uri: Uri, headers: HeaderMap, body: String| {
            let _ = tell.send(Heard { path: uri.path().to_owned(), headers, body });
            let status = answers.lock().unwrap().pop_front().unwrap_or(StatusCode::OK);
            (status, [(header::LOCATION, "/inside")], "as you like")
        };
        let router = Router::new().fallback(take).with_state((Arc::clone(&answers), tell));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(Self { port, answers, heard })
    }

    fn answers(&self, with: &[StatusCode]) {
        self.answers.lock().unwrap().extend(with);
    }

    async fn hears(&mut self) -> anyhow::Result<Heard> {
        Ok(timeout(Duration::from_secs(30), self.heard.recv()).await?.unwrap())
    }
}

impl Heard {
    fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }

    /// Whether this secret signed it, as the receiver's side checks it.
    fn is_signed_by(&self, secret: &SecretString) -> bool {
        let (at, signatures) = self.header(SIGNATURE).strip_prefix("t=").unwrap().split_once(',').unwrap();
        let due = sign(std::slice::from_ref(secret), at.parse().unwrap(), &self.body);
        signatures.split(',').any(|signature| due.ends_with(signature))
    }
}

/// Somebody's webhook at `address`, for filed requests. The product takes `https` only: here the address is put where
/// the receiver is.
async fn webhook(office: &Office, address: &str) -> anyhow::Result<(WebhookId, SecretString)> {
    let names = ["request.created".to_owned()];
    let new = NewWebhook { name: "1C", url: address, names: &names };
    let mut tx = office.db().tenant(office.org).await?;
    let (webhook, secret) = webhooks::add(&mut tx, &Actor::System, &office.app.keys, &new).await?;
    tx.commit().await?;
    Ok((webhook.id, secret))
}

async fn log(office: &Office, webhook: WebhookId) -> anyhow::Result<Vec<Delivery>> {
    let mut tx = office.db().tenant(office.org).await?;
    Ok(webhooks::deliveries(&mut tx, &Actor::System, webhook, None, 50).await?)
}

/// Waits until the latest delivery was tried so often.
async fn tried(office: &Office, webhook: WebhookId, attempts: i16) -> anyhow::Result<Delivery> {
    let look = async {
        loop {
            if let Some(latest) = log(office, webhook).await?.into_iter().next().filter(|it| it.attempts == attempts) {
                return anyhow::Ok(latest);
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    timeout(Duration::from_secs(30), look).await?
}

/// Whatever waits for its time is due.
async fn time_passes(office: &Office) -> Test {
    office.run("update jobs._private_jobs set run_at = now() where run_at > now()").await
}

/// How long the next attempt waits, in seconds.
fn wait(delivery: &Delivery) -> i64 {
    let (next, tried) = (delivery.next_at.unwrap(), delivery.tried_at.unwrap());
    ((next - tried).num_milliseconds() + 500).div_euclid(1000) // the clock is read for each of them
}

#[tokio::test]
async fn a_filed_request_is_told_signed_until_it_is_taken_and_again_when_asked() -> Test {
    let mut office = Office::closed(Setup::default()).await?;
    Arc::get_mut(&mut office.app).unwrap().webhooks = Caller::new(Reach::ThisMachine)?;
    office.start().await?;
    office.gather().await?;
    let mut receiver = Receiver::open().await?;
    receiver.answers(&[StatusCode::INTERNAL_SERVER_ERROR, StatusCode::FOUND]);
    let (id, secret) = webhook(&office, &format!("https://localhost:{}/hook", receiver.port)).await?;
    office.run("update webhooks set url = replace(url, 'https:', 'http:')").await?;

    let anna = office.resident("Анна", "ru", "42").await?;
    filing::file(&anna, "Помогите").await?;
    let first = receiver.hears().await?;
    let told: serde_json::Value = serde_json::from_str(&first.body)?;
    assert_eq!((&told["name"], first.header("kontora-event")), (&"request.created".into(), "request.created"));
    assert_eq!((&told["data"]["number"], &told["organization_id"]), (&1.into(), &office.org.to_string().into()));
    assert!(first.is_signed_by(&secret), "{first:?}");
    assert!(!first.is_signed_by(&SecretString::from("whsec_another")));
    let failed = tried(&office, id, 1).await?;
    assert_eq!((failed.status, failed.answered, wait(&failed)), (Status::Waiting, Some(500), 30));
    assert_eq!(failed.id.0.to_string(), first.header("kontora-delivery"));

    time_passes(&office).await?;
    let second = receiver.hears().await?;
    assert_eq!(second.header("kontora-delivery"), first.header("kontora-delivery"), "known by its id");
    assert!(second.body == first.body && second.is_signed_by(&secret));
    let redirected = tried(&office, id, 2).await?;
    assert_eq!((redirected.status, redirected.answered, wait(&redirected)), (Status::Waiting, Some(302), 60));

    time_passes(&office).await?;
    let third = receiver.hears().await?;
    assert_eq!(third.path, "/hook", "a redirect is not followed");
    let taken = tried(&office, id, 3).await?;
    let said = (taken.status, taken.answered, taken.answer.as_deref(), taken.next_at);
    assert_eq!(said, (Status::Done, Some(200), Some("as you like"), None));

    let mut tx = office.db().tenant(office.org).await?;
    let (_, new) = webhooks::rotate_secret(&mut tx, &Actor::System, &office.app.keys, id).await?;
    let replayed = webhooks::replay(&mut tx, &Actor::System, id, taken.id).await?;
    tx.commit().await?;
    let again = receiver.hears().await?;
    assert_eq!((again.body.as_str(), again.header("kontora-delivery")), (&*first.body, &*replayed.id.0.to_string()));
    assert!(again.is_signed_by(&secret) && again.is_signed_by(&new), "both sign while a secret is changed");
    assert_eq!(tried(&office, id, 1).await?.status, Status::Done);

    office.run("update webhooks set old_secret_until = now()").await?;
    let mut tx = office.db().tenant(office.org).await?;
    webhooks::ping(&mut tx, &Actor::System, id).await?;
    tx.commit().await?;
    let ping = receiver.hears().await?;
    assert!(ping.is_signed_by(&new) && !ping.is_signed_by(&secret), "the old one's day is over");
    Ok(())
}

#[tokio::test]
async fn the_product_calls_nothing_of_our_own_network_and_says_so_in_the_log() -> Test {
    let office = Office::open().await?;
    let mut receiver = Receiver::open().await?;
    let port = receiver.port;
    for address in [
        format!("https://localhost:{port}/"), // a name that leads inside
        format!("https://127.0.0.1:{port}/"),
        format!("https://[::ffff:127.0.0.1]:{port}/"),
        "https://169.254.169.254/latest/meta-data/".to_owned(),
    ] {
        let (id, _) = webhook(&office, &address).await?;
        let mut tx = office.db().tenant(office.org).await?;
        webhooks::ping(&mut tx, &Actor::System, id).await?;
        tx.commit().await?;
        let refused = tried(&office, id, 1).await?;
        let said = (refused.status, refused.answered, refused.error.as_deref());
        assert_eq!(said, (Status::Waiting, None, Some("address_not_public")), "{address}");
    }
    assert!(receiver.heard.try_recv().is_err(), "somebody called");
    Ok(())
}
