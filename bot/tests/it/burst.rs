//! Two hundred people file at once, and all of it goes into one group, which takes twenty messages a minute: nothing is
//! lost, nothing is refused, and whatever is urgent goes first.

use std::time::{Duration, Instant};

use futures::future::try_join_all;
use testkit::office::{Office, Setup};

use crate::{Test, filing};

const REQUESTS: usize = 200;
/// Less than the budget of a group with a minute of one second, so that it is behind also where filing is slow.
const LIMITS: &str = "bot=10000/s,chat=10000/s,group=12/s";
/// Telegram's own count, with a minute that is shorter than ours by what a message may be late on a busy machine.
const MINUTE: Duration = Duration::from_millis(700);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_requests_in_one_group_keep_its_budget() -> Test {
    let setup = Setup { limits: LIMITS.to_owned(), patience: Duration::from_secs(240), ..Setup::default() };
    let office = Office::with(setup).await?;
    let mut chats = vec![];
    for flat in 0..REQUESTS {
        chats.push(office.resident(&format!("Житель {flat}"), "ru", &flat.to_string()).await?);
    }
    office.rests().await?;
    office.telegram.faults(&office.account).limit_groups(20, MINUTE);
    office.telegram.clear_calls(&office.account);

    let began = Instant::now();
    try_join_all(chats.iter().map(async |chat| filing::file(chat, "Помогите").await)).await?;
    while office.jobs.waiting().await?.0 > 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let waiting: Vec<(i64,)> = office.rows("select count(*) from outbox where chat_id < 0").await?;
    assert!(waiting[0].0 > 50, "the group is behind: {waiting:?}");
    // What comes now is more urgent than the cards that wait.
    office
        .run(
            "insert into outbox (org_id, id, bot_id, chat_id, class, delivery, not_before, created_at)
             select s.org_id, gen_random_uuid(), s.bot_id, s.chat_id, urgent.class,
                    jsonb_build_object('kind', 'staff_chat_lost', 'title', urgent.title), now(), now()
             from staff_chats s, (values (1, 'a word'), (0, 'an alert')) as urgent (class, title)",
        )
        .await?;
    let accepted = office.telegram.calls(&office.account).len();
    office.app.outbox.notify_one();
    while waits(&office).await? > 0 {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let took = began.elapsed();

    let calls = office.telegram.calls(&office.account);
    let to_group = |call: &&playground::Call| call.params["chat_id"].as_i64() == Some(office.group.id());
    let refused = calls.iter().filter(|call| call.status == 429).count();
    assert_eq!(refused, 0, "the budget is kept by us, not by Telegram");
    let created = calls.iter().filter(|call| call.method == "createForumTopic").count();
    assert_eq!(created, REQUESTS, "a topic each, and none twice; the fixed ones were there before");
    let all: Vec<_> = calls.iter().filter(to_group).collect();
    // A topic and a card each, and now and then the board.
    assert!(all.len() <= 2 * REQUESTS + 60, "{}", all.len());
    let late: Vec<_> = calls[accepted..].iter().filter(to_group).collect();
    let place = |word: &str| late.iter().position(|call| call.params.to_string().contains(word)).unwrap();
    let (alert, word) = (place("an alert"), place("a word"));
    assert!(alert < 4, "the alert goes before all but what is under way: {alert}");
    assert!(word <= alert + 4, "the word goes before the cards: {word}");
    let stale: Vec<(i64,)> = office
        .rows("select count(*) from requests r where not exists (select from cards c where c.request_id = r.id and c.audience = 'staff' and c.message_id is not null and c.shown_version = r.version)")
        .await?;
    assert_eq!(stale, [(0,)], "every request has its card, of its present version");
    println!("{REQUESTS} requests: caught up after {took:?}; {} calls to the group", all.len());
    Ok(())
}

async fn waits(office: &Office) -> anyhow::Result<i64> {
    let (jobs, _) = office.jobs.waiting().await?;
    let rows: Vec<(i64,)> = office.rows("select count(*) from outbox").await?;
    Ok(jobs + rows[0].0)
}
