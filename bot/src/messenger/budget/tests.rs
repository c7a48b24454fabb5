//! Against a real Redis, whose clock runs: figures are bounded by the time that
//! really passed, and slow rates keep a slow machine from changing the outcome.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use redis::AsyncCommands;
use redis::aio::ConnectionManager;

use super::{BUDGET_LUA, Budget, Class, Limits, Wait};

/// A group so slow that nothing is earned back during a test.
const SLOW: Limits =
    Limits { bot_per_second: 30, chat_per_second: 1, chat_burst: 5, group: 2, group_period: Duration::from_secs(60) };

async fn redis() -> ConnectionManager {
    let url = std::env::var("REDIS_URL").expect("REDIS_URL must name a Redis for tests");
    redis::Client::open(url).unwrap().get_connection_manager().await.expect("REDIS_URL must answer")
}

/// A budget and a bot's name that nobody else has.
async fn budget(test: &str, limits: Limits) -> (Budget, String) {
    let nanos = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_nanos();
    (Budget::new(redis().await, limits), format!("test-{test}-{}-{nanos:x}", std::process::id()))
}

fn waits(wait: Wait) -> Duration {
    match wait {
        Wait::WaitFor(time) => time,
        Wait::Go => panic!("it may go, but was to wait"),
    }
}

/// Takes until it has to wait, at most `most` times.
async fn take_all(budget: &Budget, bot: &str, chat: impl Fn(i64) -> i64, class: Class, most: i64) -> i64 {
    for taken in 0..most {
        if budget.take(bot, chat(taken), false, class).await.unwrap() != Wait::Go {
            return taken;
        }
    }
    most
}

#[tokio::test]
async fn a_group_takes_its_burst_and_then_waits_until_the_first_is_a_minute_old() {
    let (budget, bot) = budget("group", SLOW).await;
    for _ in 0..2 {
        assert_eq!(budget.take(&bot, -7, true, Class::Push).await.unwrap(), Wait::Go);
    }
    let wait = waits(budget.take(&bot, -7, true, Class::Push).await.unwrap());
    assert!(wait > Duration::from_secs(55) && wait <= Duration::from_secs(63), "{wait:?}");
    assert_eq!(budget.take(&bot, -8, true, Class::Push).await.unwrap(), Wait::Go, "another group is free");
}

#[tokio::test]
async fn in_a_group_the_last_places_are_kept_for_what_is_more_urgent() {
    let (budget, bot) = budget("classes", Limits { bot_per_second: 1_000, group: 20, ..SLOW }).await;
    let mut gone = vec![];
    for class in [Class::Bulk, Class::Card, Class::Push, Class::Alert] {
        let mut taken = 0;
        while budget.take(&bot, -7, true, class).await.unwrap() == Wait::Go {
            taken += 1;
        }
        gone.push(taken);
    }
    assert_eq!(gone, [16, 2, 1, 1], "twenty in all");
}

#[tokio::test]
async fn a_limit_that_is_none_is_spread_evenly_and_remembers_nothing() {
    let (budget, bot) = budget("wide", Limits { bot_per_second: 10_000, group: 1_000, ..SLOW }).await;
    for _ in 0..300 {
        assert_eq!(budget.take(&bot, -7, true, Class::Card).await.unwrap(), Wait::Go);
    }
    let kind: String =
        redis::cmd("TYPE").arg(format!("bud:{{{bot}}}:-7")).query_async(&mut redis().await).await.unwrap();
    assert_eq!(kind, "string");
}

#[tokio::test]
async fn a_private_chat_takes_a_burst_of_five() {
    let (budget, bot) = budget("chat", Limits { chat_per_second: 1, ..SLOW }).await;
    let start = Instant::now();
    let taken = take_all(&budget, &bot, |_| 7, Class::Push, 1_000).await;
    let earned = start.elapsed().as_secs() as i64 + 1;
    assert!((5..=5 + earned).contains(&taken), "{taken} in {:?}", start.elapsed());
    let wait = waits(budget.take(&bot, 7, false, Class::Card).await.unwrap());
    assert!(wait <= Duration::from_secs(1), "{wait:?}");
}

#[tokio::test]
async fn refused_messages_cost_nothing() {
    let (budget, bot) = budget("refused", SLOW).await;
    for _ in 0..2 {
        budget.take(&bot, -7, true, Class::Push).await.unwrap();
    }
    let first = waits(budget.take(&bot, -7, true, Class::Push).await.unwrap());
    for _ in 0..20 {
        waits(budget.take(&bot, -7, true, Class::Push).await.unwrap());
    }
    let last = waits(budget.take(&bot, -7, true, Class::Push).await.unwrap());
    assert!(last <= first, "{last:?} after {first:?}");
}

#[tokio::test]
async fn the_bot_s_rate_holds_over_all_chats() {
    let (budget, bot) = budget("bot", SLOW).await;
    let start = Instant::now();
    let taken = take_all(&budget, &bot, |n| n, Class::Push, 100_000).await;
    let earned = (start.elapsed().as_millis() as i64 * 30 / 1000) + 1;
    assert!((30..=30 + earned).contains(&taken), "{taken} in {:?}", start.elapsed());
}

#[tokio::test]
async fn a_reply_never_waits_for_a_budget_but_is_paid_for() {
    let (budget, bot) = budget("reply", SLOW).await;
    for _ in 0..10 {
        assert_eq!(budget.take(&bot, -7, true, Class::Reply).await.unwrap(), Wait::Go);
    }
    let wait = waits(budget.take(&bot, -7, true, Class::Push).await.unwrap());
    // Until all but one of the ten are a minute old.
    assert!(wait > Duration::from_secs(55) && wait <= Duration::from_secs(63), "{wait:?}");
}

#[tokio::test]
async fn bulk_leaves_room_for_the_others() {
    let (budget, bot) = budget("bulk", SLOW).await;
    let start = Instant::now();
    let taken = take_all(&budget, &bot, |n| n, Class::Bulk, 100_000).await;
    let earned = (start.elapsed().as_millis() as i64 * 24 / 1000) + 1;
    assert!((19..=19 + earned).contains(&taken), "{taken} in {:?}", start.elapsed());
    for chat in 0..5 {
        assert_eq!(budget.take(&bot, -1 - chat, false, Class::Push).await.unwrap(), Wait::Go);
    }
}

#[tokio::test]
async fn even_the_slowest_bot_gets_its_bulk_out() {
    let (budget, bot) = budget("slow-bulk", Limits { bot_per_second: 1, ..SLOW }).await;
    assert_eq!(budget.take(&bot, 7, false, Class::Bulk).await.unwrap(), Wait::Go);
}

#[tokio::test]
async fn a_hold_stops_replies_too_and_is_never_shortened() {
    let (budget, bot) = budget("hold", SLOW).await;
    budget.hold(&bot, Some(7), 100).await.unwrap();
    budget.hold(&bot, Some(7), 3).await.unwrap();
    let wait = waits(budget.take(&bot, 7, false, Class::Reply).await.unwrap());
    assert!(wait > Duration::from_secs(60) && wait <= Duration::from_secs(100), "{wait:?}");
    assert_eq!(budget.take(&bot, 8, false, Class::Reply).await.unwrap(), Wait::Go, "another chat is free");

    budget.hold(&bot, Some(7), 1_000).await.unwrap();
    let wait = waits(budget.take(&bot, 7, false, Class::Push).await.unwrap());
    assert!(wait > Duration::from_secs(900), "a longer hold prolongs: {wait:?}");

    budget.hold(&bot, None, 100).await.unwrap();
    waits(budget.take(&bot, 8, false, Class::Reply).await.unwrap());
}

#[tokio::test]
async fn keys_share_the_bot_s_hash_tag_and_go_by_themselves() {
    let (budget, bot) = budget("keys", SLOW).await;
    let purchase = SLOW.purchase(&bot, -7, true, Class::Push);
    assert_eq!(
        purchase.keys,
        [
            format!("bud:{{{bot}}}"),
            format!("win:{{{bot}}}:-7"),
            format!("hold:{{{bot}}}"),
            format!("hold:{{{bot}}}:-7")
        ]
    );
    budget.take(&bot, -7, true, Class::Push).await.unwrap();
    let ttl: i64 = redis().await.pttl(&purchase.keys[1]).await.unwrap();
    assert!(ttl > 0 && ttl <= 63_000, "{ttl}");
}

#[tokio::test]
async fn another_script_pays_in_the_same_step() {
    let (budget, bot) = budget("other-script", SLOW).await;
    let state = format!("dlg:{{{bot}}}:-7");
    let script = redis::Script::new(&format!(
        "{BUDGET_LUA}
        redis.call('SET', KEYS[1], ARGV[1], 'PX', 60000)
        return take(KEYS, 2, ARGV, 2)"
    ));
    let purchase = budget.limits().purchase(&bot, -7, true, Class::Push);
    let mut results = Vec::new();
    for _ in 0..3 {
        let mut call = script.prepare_invoke();
        call.key(&state).key(&purchase.keys).arg("new").arg(&purchase.args);
        let millis: u64 = call.invoke_async(&mut redis().await).await.unwrap();
        results.push(Wait::from_millis(millis));
    }
    assert_eq!(results[..2], [Wait::Go, Wait::Go]);
    waits(results[2]);
    let stored: String = redis().await.get(&state).await.unwrap();
    assert_eq!(stored, "new");
}
