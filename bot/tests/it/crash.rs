//! The process is killed with SIGKILL at random moments while two hundred people file requests. Every filed request
//! exists once, every update that was acknowledged was answered, and the cards agree with the database.

use std::{
    net::{SocketAddr, TcpListener},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use playground::Talk;
use rand::RngExt as _;
use testkit::office::{Office, Setup};

use crate::Test;

const CHATS: usize = 200;
const KILLS: usize = 20;

/// The real executable, killed when it goes out of scope.
struct Process(Child);

impl Process {
    fn start(office: &Office, listen: SocketAddr) -> Self {
        let child = Command::new(env!("CARGO_BIN_EXE_kontora"))
            .arg("serve")
            .env_clear()
            .envs(office.surroundings.environment(listen, office.data()))
            .env("LOG", "error")
            .current_dir(office.data())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        Self(child)
    }

    /// Waits until it answers.
    async fn ready(&mut self, listen: SocketAddr) -> Test {
        let http = bot::telegram::http_client()?;
        loop {
            assert!(self.0.try_wait()?.is_none(), "the process ended by itself");
            match http.get(format!("http://{listen}/health/ready")).send().await {
                Ok(answer) if answer.status().is_success() => return Ok(()),
                _ => tokio::time::sleep(Duration::from_millis(5)).await,
            }
        }
    }

    fn kill(&mut self) {
        self.0.kill().unwrap(); // SIGKILL
        self.0.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Files one request as a person would: waits for each screen, and taps again when an answer was lost with its tap.
async fn file(chat: &Talk, words: &str) -> Test {
    chat.says(words)?;
    chat.sees("О чём заявка?").await?;
    tap_until(chat, "🔔 Домофон и двери", "Проверьте и отправьте").await?;
    tap_until(chat, "✅ Отправить", "🆕").await?;
    Ok(())
}

/// Taps until the next screen is there. A tap whose process dies is delivered again by Telegram, so once is enough,
/// unless the screen came twice and the tap met the older one: then the bot says so, and shows a fresh one.
async fn tap_until(chat: &Talk, label: &str, then: &str) -> Test {
    while chat.taps(label)?.answered().await?.text.contains("уже не действует") {}
    chat.sees(then).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_chats_and_twenty_kills() -> Test {
    let mut office = Office::closed(Setup { patience: Duration::from_secs(180), ..Setup::default() }).await?;
    let listen = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let mut process = Process::start(&office, listen);
    office.deliver_to(listen).await?;
    office.gather().await?;
    let mut chats = vec![];
    for flat in 0..CHATS {
        chats.push(office.resident(&format!("Житель {flat}"), "ru", &flat.to_string()).await?);
    }
    office.rests().await?;

    let filed = Arc::new(AtomicUsize::new(0));
    let filing: Vec<_> = chats
        .iter()
        .cloned()
        .enumerate()
        .map(|(flat, chat)| {
            let filed = Arc::clone(&filed);
            tokio::spawn(async move {
                let done = file(&chat, &format!("Заявка из квартиры {flat}")).await;
                filed.fetch_add(1, Ordering::Relaxed);
                done
            })
        })
        .collect();

    for kill in 0..KILLS {
        if kill % 4 != 0 {
            process.ready(listen).await?; // every fourth dies while it is still starting
        }
        let pause = rand::rng().random_range(0..400);
        tokio::time::sleep(Duration::from_millis(pause)).await; // the random moment
        process.kill();
        process = Process::start(&office, listen);
    }
    let survivors = CHATS - filed.load(Ordering::Relaxed);
    assert!(survivors > 0, "everybody was done before the last kill: kill sooner");
    for done in filing {
        done.await??;
    }
    office.rests().await?;

    let requests = office.requests().await?;
    let mut words: Vec<String> = requests.iter().map(|request| request.words.clone()).collect();
    words.sort();
    let mut wanted: Vec<String> = (0..CHATS).map(|flat| format!("Заявка из квартиры {flat}")).collect();
    wanted.sort();
    assert_eq!(words, wanted, "every request exists, and once");
    let numbers: Vec<i64> = requests.iter().map(|request| request.number).collect();
    assert_eq!(numbers, (1..=CHATS as i64).collect::<Vec<_>>(), "without gaps");

    // Every chat ends with its own live card, which shows what the database says.
    for (flat, chat) in chats.iter().enumerate() {
        let request = requests.iter().find(|request| request.words == format!("Заявка из квартиры {flat}")).unwrap();
        let cards: Vec<_> = chat.messages().into_iter().filter(|message| message.text().contains("🆕")).collect();
        assert_eq!(cards.len(), 1, "flat {flat} has one card:\n{}", chat.transcript());
        assert!(cards[0].text().contains(&format!("№{} ", request.number)), "{}", cards[0].text());
    }
    let stale: Vec<(i64,)> = office
        .rows("select count(*) from requests r where (select count(*) from cards c where c.request_id = r.id and c.message_id is not null and c.shown_version = r.version) <> 2")
        .await?;
    assert_eq!(stale, [(0,)], "each request has a resident's and a staff's card of its present version");
    let shown = office.owner.chat(&office.group).messages();
    for request in &requests {
        let title = format!("№{} ·", request.number);
        assert!(shown.iter().any(|message| message.from_bot() && message.text().contains(&title)), "no card {title}");
    }
    let dead: Vec<(i64,)> = office.rows("select count(*) from outbox").await?;
    assert_eq!(dead, [(0,)]);
    process.kill();
    office.stop().await
}

/// A card is on its way to Telegram when its process is killed: another process sends it within moments, long before the
/// lease of the dead one runs out.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_killed_process_was_sending_goes_on_within_seconds() -> Test {
    let mut office = Office::closed(Setup { patience: Duration::from_secs(60), ..Setup::default() }).await?;
    let listen = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let mut process = Process::start(&office, listen);
    office.deliver_to(listen).await?;
    office.gather().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    office.rests().await?;
    // Whatever goes to the group never arrives.
    let faults = office.telegram.faults(&office.account);
    faults.latency_of("createForumTopic", Duration::from_secs(600));
    file(&anna, "Помогите").await?;
    let held = "select leased_by from outbox where leased_by is not null and leased_until > now() and chat_id < 0";
    let holder: (i32,) = loop {
        if let [holder] = office.rows(held).await?[..] {
            break holder;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    };
    process.kill();
    faults.clear();
    let killed = Instant::now();
    let mut process = Process::start(&office, listen);
    process.ready(listen).await?;
    office.topic(&office.owner, 1).await?.waits_for("№1").await?;
    let took = killed.elapsed();
    assert!(took < Duration::from_secs(60), "it took {took:?}; a lease is two minutes");
    office.rests().await?;
    let topics: Vec<(i64,)> = office.rows("select count(*) from cards where thread_id is not null").await?;
    assert_eq!((topics, holder.0 == 0), (vec![(1,)], false));
    process.kill();
    office.stop().await
}
