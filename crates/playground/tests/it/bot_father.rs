//! A bot of one's own, by talking to @BotFather.

use anyhow::{Context, Result};
use playground::{Options, Playground};
use serde_json::{Value, json};

use crate::bot::{Bot, options, person};

#[tokio::test]
async fn a_person_gets_a_bot_of_their_own() -> Result<()> {
    let playground = Playground::start(Options { bot_father: true, ..options() }).await?;
    let father = playground.add_bot("BotFather", "BotFather");
    let chat = person(&playground, "Нодира").chat(&father);
    chat.says("/start")?;
    chat.waits_for("Send /newbot").await?;
    chat.says("/newbot")?;
    chat.waits_for("choose a name").await?;
    chat.says("ЖК Нур")?;
    chat.waits_for("choose a username").await?;
    for (username, refused) in [
        ("нур_bot", "is invalid"),
        ("bot", "is invalid"),
        ("nur_office", "must end in 'bot'"),
        ("botfather_bot ; drop", "is invalid"),
    ] {
        chat.says(username)?;
        chat.waits_for(refused).await?;
    }
    playground.add_bot("nur_bot", "Somebody else's");
    chat.says("Nur_Bot")?;
    chat.waits_for("already taken").await?;
    chat.says("nur_uk_bot")?;
    let done = chat.waits_for("Done!").await?;
    let token =
        done.text().lines().find(|line| line.contains(':') && !line.contains(' ')).context("a token")?.to_owned();

    let own = Bot::named(&playground, "nur_uk_bot")?;
    assert_eq!(own.account.token, token);
    let me: Value = own.call("getMe", json!({})).await?;
    assert_eq!((me["username"].as_str(), me["first_name"].as_str()), (Some("nur_uk_bot"), Some("ЖК Нур")));
    chat.says("what now?")?;
    chat.waits_for("Send /newbot").await?;
    Ok(())
}
