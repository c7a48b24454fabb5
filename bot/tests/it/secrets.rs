//! What may be in no log, not even in the chattiest: tokens, keys, phone numbers, names, and the words of people.

use std::net::SocketAddr;

use anyhow::Context as _;
use domain::{access::Role, bots};
use secrecy::ExposeSecret as _;
use testkit::office::{Office, Setup};

use crate::{
    Test,
    bad_input::png,
    process::{Process, kontora},
};

/// Said by people. In ASCII too, because some logs show bytes.
const WORDS: [&str; 5] =
    ["xylophone-words", "Помогите-скорее", "quagga-question", "zeppelin-answer", "kumquat-caption"];

#[tokio::test]
async fn nothing_of_it_is_in_the_chattiest_log() -> Test {
    let office = Office::closed(Setup::default()).await?;
    let listen = SocketAddr::from(([127, 0, 0, 1], 0));
    let environment = office.surroundings.environment(listen, office.data());
    let chatty = [("LOG", "trace".to_owned()), ("LOG_FORMAT", "json".to_owned())];
    let environment = environment.into_iter().chain(chatty);
    let mut serve = Process::start(&mut kontora(&["serve"], office.data(), environment.clone()));
    office.deliver_to(serve.listens().await?).await?;
    office.gather().await?;

    let bobur = office.member("Bobur-the-name", Role::Worker).await?;
    let person = office.newcomer("Anna-the-name", "ru");
    let phone = person.profile().and_then(|profile| profile.phone).context("a newcomer has a phone")?;
    let link = office.link("42", Some(&phone)).await?;
    let anna = person.chat(&office.account);
    anna.starts(&link)?;
    anna.waits_for("Это вы?").await?;
    anna.taps("✅ Да, я живу здесь")?.answered().await?;
    anna.waits_for("Подтвердите номер").await?;
    anna.sends_own_contact()?;
    anna.waits_for("квартира подтверждена").await?;
    anna.says(&format!("{} {}", WORDS[0], WORDS[1]))?;
    anna.waits_for("О чём заявка?").await?;
    anna.sends_photo(png(1), WORDS[4])?;
    anna.waits_for("О чём заявка?").await?;
    anna.taps("🧹 Уборка")?.answered().await?;
    anna.sees("Где это?").await?;
    anna.taps("🚪 Подъезд")?.answered().await?;
    anna.sees("Проверьте и отправьте").await?;
    anna.taps("✅ Отправить")?.answered().await?;
    let topic = office.topic(&bobur, 1).await?;
    let card = topic.waits_for("№1").await?;
    topic.replies(card.id(), WORDS[2])?;
    let question = anna.waits_for(WORDS[2]).await?;
    anna.replies(question.id(), WORDS[3])?;
    topic.waits_for(WORDS[3]).await?;
    office.rests().await?;
    // What cannot be read, and what fails, is told more loudly.
    let faults = office.telegram.faults(&office.account);
    faults.deliver_raw(format!(r#"{{"update_id": 1, "message": {{"text": "{}""#, WORDS[0])).await?;
    faults.lose_answers(2);
    anna.says(WORDS[0])?;
    office.rests().await?;
    serve.signal("TERM");
    let (_, mut said) = serve.ends().await?;
    let added = office.account.token.clone();
    for arguments in
        [&["bot", "add", "--org", testkit::office::ORG, "--token", &added][..], &["doctor"], &["bot", "list"]]
    {
        said.push_str(&crate::process::words(&mut kontora(arguments, office.data(), environment.clone())).await.1);
    }
    assert!(said.contains(r#""level":"DEBUG""#) && said.lines().count() > 200, "this was not chatty:\n{said}");

    let bot = bots::by_telegram_id(office.db(), &office.app.keys, office.account.id).await?.context("the bot")?;
    let token = bot.token.expose_secret();
    let (_, key) = office.surroundings.secret_key.split_once(':').context("id:key")?;
    let digits = phone.trim_start_matches('+');
    let mut kept: Vec<(&str, &str)> = vec![
        ("the token", token.split_once(':').context("id:secret")?.1),
        ("the webhook's secret", bot.webhook_secret.expose_secret()),
        ("the key", key),
        ("a phone number", digits),
        ("a phone number", &digits[3..]),
        ("a name", "the-name"),
        ("the payload of a link", &link[2..]),
    ];
    kept.extend(WORDS.map(|words| ("words", words)));
    let leaks: Vec<String> = said
        .lines()
        .flat_map(|line| {
            let found = kept.iter().filter(move |(_, secret)| line.contains(secret));
            found.map(move |(what, _)| format!("{what}: {}", line.chars().take(600).collect::<String>()))
        })
        .collect();
    assert!(leaks.is_empty(), "{} leaks:\n{}", leaks.len(), leaks.join("\n"));
    Ok(())
}
