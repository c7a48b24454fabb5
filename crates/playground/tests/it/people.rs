//! What people see and do: keyboards, blocking, waiting, transcripts, a bot's profile.

use std::time::Duration;

use anyhow::Result;
use playground::{Options, Playground};
use serde_json::json;

use crate::bot::{Bot, Hook, options, person, playground};

#[tokio::test]
async fn a_blocked_bot_hears_of_it_and_cannot_write() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let mut hook = Hook::of(&bot, json!({})).await?;
    let anna = person(&playground, "Anna");
    let chat = anna.chat(&bot.account);
    chat.starts("")?;
    hook.take().await?;
    chat.blocks()?;
    let update = hook.take().await?["my_chat_member"].clone();
    assert_eq!(update["old_chat_member"]["status"], "member");
    assert_eq!(update["new_chat_member"]["status"], "kicked");
    let refused = bot.refusal("sendMessage", json!({"chat_id": anna.id(), "text": "x"})).await?;
    assert_eq!(refused, "403 Forbidden: bot was blocked by the user");
    assert!(chat.says("hello").is_err());
    chat.unblocks()?;
    assert_eq!(hook.take().await?["my_chat_member"]["new_chat_member"]["status"], "member");
    bot.says(anna.id(), "welcome back").await?;
    Ok(())
}

#[tokio::test]
async fn keyboards_stand_under_the_input_field() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let mut hook = Hook::of(&bot, json!({})).await?;
    let anna = person(&playground, "Anna");
    let chat = anna.chat(&bot.account);
    chat.starts("a_b-1")?;
    assert_eq!(hook.take().await?["message"]["text"], "/start a_b-1");
    let keyboard = json!({
        "keyboard": [["Меню"], [{"text": "Телефон", "request_contact": true}]],
        "resize_keyboard": true, "one_time_keyboard": true,
    });
    bot.call("sendMessage", json!({"chat_id": anna.id(), "text": "k", "reply_markup": keyboard})).await?;
    assert_eq!(chat.keyboard().expect("a keyboard").labels(), [["Меню"], ["Телефон"]]);
    chat.taps("Телефон")?;
    let contact = hook.take().await?["message"]["contact"].clone();
    assert_eq!(contact["user_id"], anna.id());
    assert!(contact["phone_number"].as_str().is_some_and(|phone| phone.starts_with("998")));
    let tap = chat.taps("Меню")?;
    assert_eq!(tap.message().map(|message| message.text()), Some("Меню"));
    assert!(chat.keyboard().is_none(), "a one-time keyboard goes with its first use");
    hook.take().await?;

    let asked = json!({"chat_id": anna.id(), "text": "Адрес?", "reply_markup": {"force_reply": true}});
    let asked = bot.call("sendMessage", asked).await?;
    assert!(chat.keyboard().is_some_and(|keyboard| keyboard.forces_reply()));
    chat.says("Навои 1")?;
    assert_eq!(hook.take().await?["message"]["reply_to_message"]["message_id"], asked["message_id"]);
    assert!(chat.keyboard().is_none());
    Ok(())
}

#[tokio::test]
async fn a_wait_finds_only_what_is_new_and_explains_itself() -> Result<()> {
    let options = Options { wait_timeout: Duration::from_millis(50), ..options() };
    let playground = Playground::start(options).await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Anna");
    let chat = anna.chat(&bot.account);
    chat.says("one")?;
    bot.says(anna.id(), "hello").await?;
    chat.waits_for("hello").await?;
    chat.says("two")?;
    let error = chat.waits_for("hello").await.expect_err("it is old").to_string();
    assert!(error.contains("a new message with \"hello\"") && error.contains("Anna: two"), "{error}");
    Ok(())
}

#[tokio::test]
async fn a_transcript_reads_like_the_chat() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Анна");
    let chat = anna.chat(&bot.account);
    chat.starts("")?;
    let inline = json!({"inline_keyboard": [[{"text": "Да", "callback_data": "y"}, {"text": "Нет", "callback_data": "n"}], [{"text": "Назад", "callback_data": "b"}]]});
    let sent = bot
        .call("sendMessage", json!({"chat_id": anna.id(), "text": "Первая\nВторая", "reply_markup": inline}))
        .await?;
    chat.replies(sent["message_id"].as_i64().unwrap_or_default(), "ок")?;
    bot.call(
        "editMessageText",
        json!({"chat_id": anna.id(), "message_id": sent["message_id"], "text": "Новая", "reply_markup": inline}),
    )
    .await?;
    chat.sends_contact("998901234567", "Борис", None)?;
    bot.call(
        "sendMessage",
        json!({"chat_id": anna.id(), "text": "меню", "reply_markup": {"keyboard": [["Раз", "Два"]]}}),
    )
    .await?;
    let expected = "Анна: /start\n\
                    Kontora ✎: Новая\n    [Да] [Нет]\n    [Назад]\n\
                    Анна ↩: ок\n\
                    Анна: (contact 998901234567)\n\
                    Kontora: меню\n\
                    ⌨ [Раз] [Два]\n";
    assert_eq!(chat.transcript(), expected);
    Ok(())
}

#[tokio::test]
async fn a_bots_profile_is_by_language_and_scope() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Anna");
    let set = |text: &str, more: serde_json::Value| {
        let mut params = json!({"commands": [{"command": "start", "description": text}]});
        params
            .as_object_mut()
            .into_iter()
            .for_each(|object| object.extend(more.as_object().cloned().unwrap_or_default()));
        params
    };
    bot.call("setMyCommands", set("default", json!({}))).await?;
    bot.call("setMyCommands", set("по-русски", json!({"language_code": "ru"}))).await?;
    let scope = json!({"scope": {"type": "all_private_chats"}});
    let seen = || async {
        let url = format!("{}/client/commands?person={}&chat={}", playground.url(), anna.id(), bot.account.id);
        let commands: serde_json::Value = bot.http().get(url).send().await?.json().await?;
        anyhow::Ok(commands[0]["description"].as_str().map(str::to_owned))
    };
    assert_eq!(seen().await?.as_deref(), Some("по-русски"));
    bot.call("setMyCommands", set("private", scope.clone())).await?;
    assert_eq!(seen().await?.as_deref(), Some("private"));
    assert_eq!(bot.call("getMyCommands", json!({"language_code": "uz"})).await?, json!([]));
    bot.call("deleteMyCommands", scope).await?;
    assert_eq!(seen().await?.as_deref(), Some("по-русски"));

    bot.call("setMyDescription", json!({"description": "d"})).await?;
    assert_eq!(bot.call("getMyDescription", json!({"language_code": "ru"})).await?, json!({"description": "d"}));
    let menu = json!({"type": "web_app", "text": "Открыть", "web_app": {"url": "http://127.0.0.1:5173/"}});
    bot.call("setChatMenuButton", json!({"chat_id": anna.id(), "menu_button": menu})).await?;
    assert_eq!(bot.call("getChatMenuButton", json!({"chat_id": anna.id()})).await?, menu);
    assert_eq!(bot.call("getChatMenuButton", json!({})).await?, json!({"type": "commands"}));
    Ok(())
}

#[tokio::test]
async fn accounts_are_made_once() -> Result<()> {
    let playground = playground().await?;
    let bot = playground.add_bot("kontora_bot", "Kontora");
    assert_eq!(playground.add_bot("@Kontora_Bot", "Other").token, bot.token);
    let anna =
        playground.add_person(playground::NewPerson { id: Some(42), first_name: "Anna".into(), ..Default::default() });
    let again =
        playground.add_person(playground::NewPerson { id: Some(42), first_name: "Boris".into(), ..Default::default() });
    assert_eq!((anna.id(), again.name().as_str()), (42, "Anna"));
    Ok(())
}
