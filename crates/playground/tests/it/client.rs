//! The people's side over HTTP and WebSocket, as the chat page uses it.

use anyhow::{Context, Result};
use futures::StreamExt;
use hmac::{Hmac, KeyInit as _, Mac as _};
use playground::{Person, Playground};
use serde_json::{Value, json};
use sha2::Sha256;
use tokio_tungstenite::tungstenite::Message;

use crate::bot::{Bot, Hook, person, playground};

type Stream = tokio_tungstenite::WebSocketStream<tokio_tungstenite::MaybeTlsStream<tokio::net::TcpStream>>;

async fn stream(playground: &Playground, person: &Person) -> Result<Stream> {
    let url = format!("{}/client/ws?person={}", playground.url().replace("http", "ws"), person.id());
    Ok(tokio_tungstenite::connect_async(url).await?.0)
}

async fn event(stream: &mut Stream) -> Result<Value> {
    let frame = tokio::time::timeout(std::time::Duration::from_secs(10), stream.next());
    match frame.await?.context("the stream ended")?? {
        Message::Text(text) => Ok(serde_json::from_str(&text)?),
        other => anyhow::bail!("not a text frame: {other:?}"),
    }
}

#[tokio::test]
async fn a_person_talks_over_http_and_hears_over_the_stream() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Anna");
    let mut hook = Hook::of(&bot, json!({})).await?;
    let mut events = stream(&playground, &anna).await?;
    let post =
        |path: &str, body: Value| bot.http().post(format!("{}/client/{path}", playground.url())).json(&body).send();
    let get = |path: String| bot.http().get(format!("{}/client/{path}", playground.url())).send();
    let at = json!({"person": anna.id(), "chat": bot.account.id});
    let with = |more: Value| {
        let mut body = at.clone();
        body.as_object_mut()
            .into_iter()
            .for_each(|object| object.extend(more.as_object().cloned().unwrap_or_default()));
        body
    };

    let rows: Value = get(format!("chats?person={}", anna.id())).await?.json().await?;
    assert_eq!(rows[0]["chat"]["id"], bot.account.id);
    assert_eq!(rows[0]["bot"]["username"], "kontora_bot");
    assert_eq!(rows[0]["last"], Value::Null);

    let sent: Value = post("send", with(json!({"text": "/start"}))).await?.json().await?;
    assert_eq!(sent["chat"]["id"], bot.account.id);
    let own = event(&mut events).await?;
    assert_eq!((own["type"].as_str(), own["chat"].as_i64()), (Some("message"), Some(bot.account.id)));
    hook.take().await?;

    let inline = json!({"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]});
    let menu = bot.call("sendMessage", json!({"chat_id": anna.id(), "text": "m", "reply_markup": inline})).await?;
    let came = event(&mut events).await?;
    assert_eq!(came["message"]["reply_markup"], inline);
    bot.call("sendChatAction", json!({"chat_id": anna.id(), "action": "typing"})).await?;
    assert_eq!(event(&mut events).await?["action"], "typing");

    let tap: Value = post("tap", with(json!({"message_id": menu["message_id"], "data": "a"}))).await?.json().await?;
    let query = hook.take().await?["callback_query"].clone();
    assert_eq!(query["id"], tap["callback_id"]);
    bot.call("answerCallbackQuery", json!({"callback_query_id": query["id"], "text": "ok"})).await?;
    let answer = event(&mut events).await?;
    assert_eq!((answer["type"].as_str(), answer["text"].as_str()), (Some("callback_answer"), Some("ok")));
    assert_eq!(answer["callback_id"], tap["callback_id"]);

    bot.call("sendMessage", json!({"chat_id": anna.id(), "text": "k", "reply_markup": {"keyboard": [["K"]]}})).await?;
    assert_eq!(event(&mut events).await?["type"], "message");
    assert_eq!(event(&mut events).await?["keyboard"]["keyboard"][0][0]["text"], "K");
    bot.call("deleteMessage", json!({"chat_id": anna.id(), "message_id": menu["message_id"]})).await?;
    assert_eq!(event(&mut events).await?["message_ids"], json!([menu["message_id"]]));

    post("send", with(json!({"contact": "own"}))).await?.error_for_status()?;
    assert_eq!(hook.take().await?["message"]["contact"]["user_id"], anna.id());
    post("block", json!({"person": anna.id(), "bot": bot.account.id, "blocked": true})).await?.error_for_status()?;
    assert_eq!(hook.take().await?["my_chat_member"]["new_chat_member"]["status"], "kicked");
    let refused = post("send", with(json!({"text": "x"}))).await?;
    assert_eq!(refused.status(), 400);
    assert!(refused.json::<Value>().await?["error"].as_str().is_some_and(|words| words.contains("unblock")));
    assert_eq!(get(format!("chats?person={}", 1)).await?.status(), 404);
    Ok(())
}

#[tokio::test]
async fn files_are_uploaded_and_shown() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Anna");
    let page = bot.http().get(playground.url()).send().await?;
    assert!(page.headers()["content-type"].to_str()?.starts_with("text/html"));
    let form = reqwest::multipart::Form::new()
        .text("person", anna.id().to_string())
        .text("chat", bot.account.id.to_string())
        .text("kind", "document")
        .text("caption", "c")
        .part("file", reqwest::multipart::Part::bytes(&b"<script>"[..]).file_name("x.html").mime_str("text/html")?);
    let sent = bot.http().post(format!("{}/client/upload", playground.url())).multipart(form).send().await?;
    let sent: Value = sent.error_for_status()?.json().await?;
    assert_eq!(sent[0]["caption"], "c");
    let file_id = sent[0]["document"]["file_id"].as_str().unwrap_or_default();
    let file = bot.http().get(format!("{}/client/file/{file_id}", playground.url())).send().await?;
    assert_eq!(file.headers()["content-type"], "text/html");
    assert_eq!(file.headers()["content-security-policy"], "sandbox");
    assert_eq!(file.bytes().await?, &b"<script>"[..]);
    let updates = bot.call("getUpdates", json!({})).await?;
    assert_eq!(updates[0]["message"]["document"]["file_name"], "x.html");
    Ok(())
}

#[tokio::test]
async fn groups_are_made_and_managed() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let (anna, boris) = (person(&playground, "Anna"), person(&playground, "Boris"));
    let post =
        |path: &str, body: Value| bot.http().post(format!("{}/client/{path}", playground.url())).json(&body).send();
    let group: Value = post(
        "groups",
        json!({"person": anna.id(), "title": "Staff", "is_forum": false, "members": [boris.id()], "bot": bot.account.id}),
    )
    .await?
    .json()
    .await?;
    assert_eq!((group["type"].as_str(), group["title"].as_str()), (Some("supergroup"), Some("Staff")));
    let mut events = stream(&playground, &boris).await?;
    post("forum", json!({"person": anna.id(), "chat": group["id"], "is_forum": true})).await?.error_for_status()?;
    let row = event(&mut events).await?["row"].clone();
    assert_eq!(row["chat"]["is_forum"], true);
    assert_eq!(row["bot"]["id"], bot.account.id);
    let topic = bot.call("createForumTopic", json!({"chat_id": group["id"], "name": "T"})).await?;
    let forbidden = post(
        "group_bot",
        json!({"person": boris.id(), "chat": group["id"], "bot": bot.account.id, "status": "kicked"}),
    );
    assert_eq!(forbidden.await?.status(), 400);
    let sent: Value = post(
        "send",
        json!({"person": boris.id(), "chat": group["id"], "thread": topic["message_thread_id"], "text": "in the topic"}),
    )
    .await?
    .json()
    .await?;
    let url = format!(
        "{}/client/messages?person={}&chat={}&thread={}",
        playground.url(),
        boris.id(),
        group["id"],
        topic["message_thread_id"]
    );
    let page: Value = bot.http().get(url).send().await?.json().await?;
    assert_eq!(page[1], sent);
    Ok(())
}

/// The mini-app's own server knows its bot's token and checks what it is told, as Telegram describes it.
#[tokio::test]
async fn a_mini_app_is_told_who_opens_it() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Анна");
    let open = async |chat: i64, url: &str| -> Result<(u16, Value)> {
        let address = format!("{}/client/web_app", playground.url());
        let body = json!({"person": anna.id(), "chat": chat, "url": url});
        let answer = bot.http().post(address).json(&body).send().await?;
        Ok((answer.status().as_u16(), answer.json().await?))
    };
    let (status, opened) = open(bot.account.id, "http://127.0.0.1:1/app/?bot=kontora_bot").await?;
    assert_eq!(status, 200, "{opened}");
    let url: url::Url = opened["url"].as_str().context("an address")?.parse()?;
    assert_eq!((url.path(), url.query()), ("/app/", Some("bot=kontora_bot")));
    let fields = |text: &str| -> std::collections::BTreeMap<String, String> {
        url::form_urlencoded::parse(text.as_bytes()).into_owned().collect()
    };
    let launch = fields(url.fragment().context("what the app is told")?);
    let mut data = fields(&launch["tgWebAppData"]);
    let hash = data.remove("hash").context("a hash")?;
    let check: Vec<String> = data.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let mac = |key: &[u8], words: &str| -> Result<Vec<u8>> {
        Ok(Hmac::<Sha256>::new_from_slice(key)?.chain_update(words).finalize().into_bytes().to_vec())
    };
    let expected = mac(&mac(b"WebAppData", &bot.account.token)?, &check.join("\n"))?;
    assert_eq!(hash, expected.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
    let user: Value = serde_json::from_str(&data["user"])?;
    assert_eq!((user["id"].as_i64(), user["first_name"].as_str()), (Some(anna.id()), Some("Анна")));

    assert_eq!(open(bot.account.id, "no address").await?.0, 400);
    assert_eq!(open(-1, "http://127.0.0.1:1/").await?.0, 404);
    Ok(())
}
