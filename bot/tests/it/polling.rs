//! Updates by long polling: the journey, and the same promises as by webhook.

use std::net::SocketAddr;

use bot::server::Duties;
use domain::{access::Role, requests::Status};
use playground::{Fault, Talk, When};
use testkit::office::{Office, Setup};

use crate::{
    Test, filing,
    process::{Process, kontora},
};

const POLLING: Duties = Duties { http: false, work: true, polling: true };

async fn polled() -> anyhow::Result<Office> {
    let mut office = Office::closed(Setup::default()).await?;
    office.start_with(POLLING).await?;
    office.gather().await?;
    Ok(office)
}

/// How many messages of the bot with these words are in a chat.
fn seen(chat: &Talk, words: &str) -> usize {
    chat.messages().iter().filter(|message| message.from_bot() && message.text().contains(words)).count()
}

/// Nothing can be shown in this chat, until the faults are cleared.
fn nothing_reaches(office: &Office, chat: &Talk) {
    let id = chat.messages()[0].from(); // their own first word; a private chat has the id of its person
    for method in ["editMessageText", "sendMessage"] {
        let always = When::next(1_000_000).of(method).to(id);
        office.telegram.faults(&office.account).answer(always, Fault::ServerError);
    }
}

fn serve(office: &Office) -> Process {
    let listen = SocketAddr::from(([127, 0, 0, 1], 0));
    let environment = office.surroundings.environment(listen, office.data());
    Process::start(&mut kontora(&["serve", "--polling", "--no-worker"], office.data(), environment))
}

#[tokio::test]
async fn the_journey_goes_the_same_way() -> Test {
    let mut office = polled().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    filing::draft(&anna, "Помогите скорее").await?;
    let filed = anna.taps("✅ Отправить")?.answered().await?;
    assert_eq!(filed.text, "Заявка №1 принята");
    let topic = office.topic(&bobur, 1).await?;
    topic.waits_for("№1 · Домофон").await?;
    topic.taps("👷 Беру")?.answered().await?;
    anna.waits_for("за заявку берётся Бобур").await?;
    topic.waits_for_button("✅ Готово").await?;
    topic.taps("✅ Готово")?.answered().await?;
    anna.taps_on(anna.waits_for("Заявка №1 готова").await?.id(), "👍 Принять")?.answered().await?;
    office.rests().await?;
    assert_eq!(office.requests().await?[0].status, Status::Closed);
    office.stop().await?;
    // What was done is confirmed on the way out, so that the next start does not get it again.
    office.telegram.settled(&office.account).await?;
    Ok(())
}

#[tokio::test]
async fn a_kill_in_the_middle_of_a_batch_doubles_nothing() -> Test {
    let mut office = polled().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let boris = office.resident("Борис", "ru", "43").await?;
    filing::draft(&anna, "Помогите Анне").await?;
    filing::draft(&boris, "Помогите Борису").await?;
    office.stop().await?;

    // Both wait together. The bot cannot answer Anna, whose update is the first: so the batch is never done, while
    // what Boris filed has had its effect already.
    let annas = anna.taps("✅ Отправить")?;
    let boriss = boris.taps("✅ Отправить")?;
    nothing_reaches(&office, &anna);
    office.start_with(Duties { polling: false, ..POLLING }).await?;
    let mut process = serve(&office);
    process.listens().await?;
    boriss.answered().await?;
    boris.sees("🆕").await?;
    process.signal("KILL");
    process.ends().await?;
    office.telegram.faults(&office.account).clear();

    let mut process = serve(&office);
    process.listens().await?;
    annas.answered().await?;
    anna.sees("🆕").await?;
    office.topic(&bobur, 2).await?;
    office.rests().await?;
    let mut words: Vec<String> = office.requests().await?.into_iter().map(|request| request.words).collect();
    words.sort();
    assert_eq!(words, ["Помогите Анне", "Помогите Борису"]);
    for chat in [&anna, &boris] {
        assert_eq!(seen(chat, "🆕"), 1, "one card:\n{}", chat.transcript());
    }
    process.signal("TERM");
    assert!(process.ends().await?.0.success());
    Ok(())
}

#[tokio::test]
async fn chats_of_one_batch_do_not_wait_for_each_other() -> Test {
    let mut office = polled().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let boris = office.resident("Борис", "ru", "43").await?;
    office.stop().await?;
    let before = seen(&anna, "");
    for words in ["Раз", "Два", "Три"] {
        anna.says(words)?;
    }
    boris.says("Шумят соседи")?;

    nothing_reaches(&office, &anna);
    office.start_with(POLLING).await?;
    boris.waits_for("О чём заявка?").await?;
    // The batch comes again and again, for Anna's sake, and what Boris writes comes with it.
    boris.taps("🧹 Уборка")?.answered().await?;
    boris.sees("Где это?").await?;
    assert_eq!(seen(&anna, ""), before, "{}", anna.transcript());
    office.telegram.faults(&office.account).clear();
    office.rests().await?;
    let told = anna.messages();
    let place = |words: &str| told.last().and_then(|last| last.text().find(words));
    assert!(
        place("Раз").is_some() && place("Раз") < place("Два") && place("Два") < place("Три"),
        "{}",
        anna.transcript()
    );
    assert_eq!(seen(&anna, ""), before + 3, "one answer each:\n{}", anna.transcript());
    assert_eq!(seen(&boris, "О чём заявка?") + seen(&boris, "Где это?"), 1, "once:\n{}", boris.transcript());
    Ok(())
}

#[tokio::test]
async fn refusals_of_get_updates_are_survived() -> Test {
    let office = polled().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let faults = office.telegram.faults(&office.account);
    let of_get_updates = || When::next(1).of("getUpdates");
    for fault in [Fault::ServerError, Fault::Unauthorized, Fault::TooManyRequests { retry_after: 1 }, Fault::LostAnswer]
    {
        faults.answer(of_get_updates(), fault.clone());
        // The question that is open now is answered with the first, the fault meets the next one.
        for words in ["/menu", "/help"] {
            let calls = office.telegram.calls(&office.account).len();
            anna.says(words)?;
            anna.waits_for(if words == "/menu" { "Просто напишите" } else { "/cancel" }).await?;
            office.telegram.settled(&office.account).await?;
            assert!(office.telegram.calls(&office.account).len() > calls, "{fault:?}");
        }
    }

    // Somebody else polls: Telegram ends our question with 409.
    let http = bot::telegram::http_client()?;
    let rival = format!("{}/bot{}/getUpdates", office.telegram.url(), office.account.token);
    http.post(rival).send().await?.error_for_status()?;
    anna.says("/menu")?;
    anna.waits_for("Просто напишите").await?;

    // Somebody sets a webhook, at which nobody listens: 409 until it is gone.
    office.deliver_to(SocketAddr::from(([127, 0, 0, 1], 1))).await?;
    anna.says("/help")?;
    anna.waits_for("/cancel").await?;
    office.telegram.settled(&office.account).await?;
    let refused: Vec<u16> = office
        .telegram
        .calls(&office.account)
        .into_iter()
        .filter(|call| call.method == "getUpdates" && call.status != 200)
        .map(|call| call.status)
        .collect();
    assert_eq!(refused, [500, 401, 429, 0, 409, 409]);
    Ok(())
}
