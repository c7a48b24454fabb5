//! D-3 and D-8 over the wire: what is said on one side is read on the other, with everything that belongs to it, and
//! follows when it is changed or taken back.

use bytes::Bytes;
use domain::access::Role;
use playground::{FileKind, Message, Talk};
use serde_json::{Map, json};
use testkit::office::Office;

use crate::{Test, filing};

/// Anna has filed a request, and Bobur looks at its topic.
async fn talking(office: &Office) -> anyhow::Result<(Talk, Talk, Message)> {
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    filing::file(&anna, "Помогите").await?;
    let topic = office.topic(&bobur, 1).await?;
    let card = topic.waits_for("№1").await?;
    office.rests().await?;
    Ok((anna, topic, card))
}

/// What the bot's reactions to a message were, one after the other.
fn receipts(office: &Office, message: &Message) -> Vec<String> {
    let calls = office.telegram.calls(&office.account);
    let of_message = calls
        .iter()
        .filter(|call| call.method == "setMessageReaction" && call.params["message_id"] == json!(message.id()));
    of_message.map(|call| call.params["reaction"][0]["emoji"].as_str().unwrap_or("-").to_owned()).collect()
}

/// Everything in the chat that came from the bot and carries `field`.
fn with(talk: &Talk, field: &str) -> Vec<Message> {
    talk.messages().into_iter().filter(|message| message.from_bot() && !message.raw()[field].is_null()).collect()
}

fn photo(n: u8) -> Bytes {
    [crate::wire::PNG, &[n]].concat().into()
}

#[tokio::test]
async fn words_replies_edits_and_what_is_taken_back_are_the_same_on_both_sides() -> Test {
    let office = Office::open().await?;
    let (anna, topic, _) = talking(&office).await?;
    let card = anna.sees("№1 · Домофон").await?;

    let word = topic.says("!Буду в шесть")?;
    let copy = anna.waits_for("Буду в шесть").await?;
    office.rests().await?;
    assert_eq!(copy.reply_to(), Some(card.id()), "an answer to the card");
    assert_eq!(receipts(&office, &word), ["👌"], "delivered");

    let answer = anna.replies(copy.id(), "Хорошо, жду")?;
    let heard = topic.waits_for("Хорошо, жду").await?;
    office.rests().await?;
    assert_eq!(heard.reply_to(), Some(word.id()), "an answer to that very message");
    assert_eq!(receipts(&office, &answer), ["👀"], "received");

    topic.replies(heard.id(), "Код домофона?")?;
    let asked = anna.waits_for("Код домофона?").await?;
    assert_eq!(asked.reply_to(), Some(answer.id()), "and back");
    office.rests().await?;

    // Both change what they said: the same messages say it.
    topic.edits(word.id(), "!Буду в семь")?;
    assert_eq!(anna.sees("Буду в семь").await?.id(), copy.id());
    anna.edits(answer.id(), "Жду в семь")?;
    assert_eq!(topic.sees("Жду в семь").await?.id(), heard.id());
    office.rests().await?;
    let told: Vec<(String, String)> = office
        .rows("select data ->> 'was', data ->> 'words' from events where kind = 'comment_edited' order by id")
        .await?;
    let pair = |was: &str, words: &str| (was.to_owned(), words.to_owned());
    assert_eq!(told, [pair("Буду в шесть", "Буду в семь"), pair("Хорошо, жду", "Жду в семь")]);

    // Taken back: only by whoever said it.
    office.owner.chat(&office.group).in_topic(word.thread_id().unwrap()).replies(word.id(), "/del")?;
    topic.sees("нет на это права").await?;
    let command = topic.replies(word.id(), "/del")?;
    office.rests().await?;
    assert!(anna.messages().iter().all(|message| message.id() != copy.id()), "{}", anna.transcript());
    assert_eq!(receipts(&office, &command), ["👌"]);
    // What is gone is not changed any more.
    topic.edits(word.id(), "!Буду в восемь")?;
    office.rests().await?;
    assert!(!anna.transcript().contains("в восемь"));
    Ok(())
}

#[tokio::test]
async fn everything_that_telegram_carries_arrives_from_the_staff_and_from_the_resident() -> Test {
    let office = Office::open().await?;
    let (anna, topic, card) = talking(&office).await?;
    topic.sends_album(vec![photo(1), photo(2)], "!Вот такой кран")?;
    let said = anna.waits_for("Вот такой кран").await?;
    office.rests().await?;
    let album = with(&anna, "photo");
    let group = album[0].raw()["media_group_id"].clone();
    assert!(album.len() == 2 && group.is_string() && group == album[1].raw()["media_group_id"], "an album");
    let comments: Vec<(i64,)> = office.rows("select count(*) from comments").await?;
    assert_eq!(comments, [(1,)], "one comment");

    topic.replies_file(card.id(), FileKind::Voice, "v.ogg", &b"OggS"[..], "")?;
    topic.replies_file(card.id(), FileKind::VideoNote, "v.mp4", &b"film"[..], "")?;
    topic.sends_document("акт.pdf", &b"%PDF-1.7"[..], "!Акт")?;
    let place = || Map::from_iter([("location".to_owned(), json!({"latitude": 41.3, "longitude": 69.25}))]);
    topic.replies_raw(card.id(), place())?;
    office.rests().await?;
    for kind in ["voice", "video_note", "document", "location"] {
        assert_eq!(with(&anna, kind).len(), 1, "{kind}: {}", anna.transcript());
    }

    // And the other way round, as answers to what was said.
    let before: Vec<usize> =
        ["photo", "voice", "video_note", "document", "location"].map(|kind| with(&topic, kind).len()).into();
    anna.replies_file(said.id(), FileKind::Photo, "a.jpg", photo(3), "Вот наш")?;
    anna.replies_file(said.id(), FileKind::Voice, "v.ogg", &b"OggS2"[..], "")?;
    anna.replies_file(said.id(), FileKind::VideoNote, "v.mp4", &b"film2"[..], "")?;
    anna.replies_file(said.id(), FileKind::Document, "d.pdf", &b"%PDF-1.4"[..], "")?;
    anna.replies_raw(said.id(), place())?;
    topic.sees("Вот наш").await?;
    office.rests().await?;
    for (kind, before) in ["photo", "voice", "video_note", "document", "location"].into_iter().zip(before) {
        assert_eq!(with(&topic, kind).len(), before + 1, "{kind}: {}", topic.transcript());
    }
    Ok(())
}

#[tokio::test]
async fn who_cannot_be_reached_is_seen_by_whoever_wrote() -> Test {
    let office = Office::open().await?;
    let (anna, topic, _) = talking(&office).await?;
    anna.blocks()?;
    office.rests().await?;
    let word = topic.says("!Вы дома?")?;
    office.rests().await?;
    assert_eq!(receipts(&office, &word), ["💔"]);
    Ok(())
}

#[tokio::test]
async fn updates_that_come_twice_say_change_and_delete_once() -> Test {
    let office = Office::open().await?;
    let (anna, topic, _) = talking(&office).await?;
    office.telegram.faults(&office.account).deliver_twice(true);
    let word = topic.says("!Один раз")?;
    let copy = anna.waits_for("Один раз").await?;
    office.rests().await?;
    topic.edits(word.id(), "!Только один раз")?;
    anna.sees("Только один раз").await?;
    office.rests().await?;
    let kinds = "select kind, count(*) from events where kind like 'comment%' group by kind order by kind";
    let told: Vec<(String, i64)> = office.rows(kinds).await?;
    assert_eq!(told, [("comment_added".to_owned(), 1), ("comment_edited".to_owned(), 1)]);
    let copies: Vec<_> = anna.messages().into_iter().filter(|message| message.text().contains("один раз")).collect();
    assert_eq!(copies.iter().map(Message::id).collect::<Vec<_>>(), [copy.id()]);
    Ok(())
}

/// A copy that was lost on the way, because Telegram or we stumbled, is brought to an end without saying anything twice.
#[tokio::test]
async fn a_copy_that_was_interrupted_goes_on_where_it_stood() -> Test {
    let office = Office::open().await?;
    let (anna, topic, _) = talking(&office).await?;
    let broken = playground::Fault::ServerError;
    office.telegram.faults(&office.account).answer(playground::When::next(2).of("sendPhoto"), broken);
    topic.sends_photo(photo(7), "!Смотрите")?;
    anna.waits_for("Смотрите").await?;
    office.rests().await?;
    let words = anna.messages().into_iter().filter(|message| message.text().contains("Смотрите"));
    assert_eq!(words.count(), 1, "{}", anna.transcript());
    assert_eq!(with(&anna, "photo").len(), 1);
    Ok(())
}

#[tokio::test]
async fn what_a_worker_writes_in_their_own_chat_is_read_in_the_topic_and_by_the_resident() -> Test {
    let office = Office::open().await?;
    let akmal = office.member("Акмаль", Role::Worker).await?;
    let chat = akmal.chat(&office.account);
    chat.starts("")?;
    office.rests().await?;
    let (anna, topic, _) = talking(&office).await?;
    let own = office.topic(&akmal, 1).await?;
    own.waits_for_button("👷 Беру").await?;
    own.taps("👷 Беру")?.answered().await?;
    office.rests().await?;
    let job = chat.sees("№1").await?;
    let word = chat.replies(job.id(), "Выезжаю с вокзала")?;
    anna.waits_for("Выезжаю с вокзала").await?;
    let shown = topic.sees("Выезжаю с вокзала").await?;
    assert!(shown.text().contains("Акмаль → жителю"), "{}", shown.text());
    office.rests().await?;
    assert_eq!(receipts(&office, &word), ["👌"]);

    // A note of the topic stays there; what it says is kept.
    let note = topic.says("/note Ключ у консьержа")?;
    office.rests().await?;
    assert_eq!(receipts(&office, &note), ["👌"]);
    topic.edits(note.id(), "/note Ключ у соседа")?;
    office.rests().await?;
    assert!(!anna.transcript().contains("Ключ"));
    let notes: Vec<(String, bool)> = office.rows("select words, is_internal from comments where is_internal").await?;
    assert_eq!(notes, [("Ключ у соседа".to_owned(), true)]);
    Ok(())
}

/// Words, changes and deletions in a random order from both sides: in the end every copy says what the database says, and
/// nothing else is there.
#[tokio::test]
async fn any_order_of_words_changes_and_deletions_ends_with_copies_that_equal_the_database() -> Test {
    use rand::{RngExt as _, SeedableRng as _};
    for seed in 0..3u64 {
        let office = Office::open().await?;
        let (anna, topic, card) = talking(&office).await?;
        let resident_card = anna.sees("№1 · Домофон").await?;
        let mut random = rand::rngs::StdRng::seed_from_u64(seed);
        office.telegram.faults(&office.account).deliver_twice(seed % 2 == 1);
        let (mut staff, mut resident): (Vec<Message>, Vec<Message>) = (vec![], vec![]);
        for step in 0..25 {
            let words = format!("слово {seed}-{step}");
            match random.random_range(0..6) {
                0 | 1 => staff.push(topic.replies(card.id(), &words)?),
                2 => resident.push(anna.replies(resident_card.id(), &words)?),
                3 if !staff.is_empty() => {
                    topic.edits(staff[random.random_range(0..staff.len())].id(), &words)?;
                }
                4 if !resident.is_empty() => {
                    anna.edits(resident[random.random_range(0..resident.len())].id(), &words)?;
                }
                5 if !staff.is_empty() => {
                    topic.replies(staff[random.random_range(0..staff.len())].id(), "/del")?;
                }
                _ => {}
            }
            if random.random_bool(0.3) {
                office.rests().await?;
            }
        }
        office.rests().await?;
        for (side, talk) in [("staff", &anna), ("resident", &topic)] {
            let rows: Vec<(String, String)> =
                office.rows("select side, words from comments where deleted_at is null order by id").await?;
            let mut said: Vec<String> = rows.into_iter().filter(|row| row.0 == side).map(|row| row.1).collect();
            let mut shown: Vec<String> = talk
                .messages()
                .into_iter()
                .filter(Message::from_bot)
                .filter_map(|message| message.text().split_once("слово ").map(|(_, rest)| format!("слово {rest}")))
                .collect();
            said.sort();
            shown.sort();
            assert_eq!(shown, said, "seed {seed}, what {side} said: {}", talk.transcript());
        }
    }
    Ok(())
}
