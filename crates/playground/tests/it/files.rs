//! Files go through byte for byte, as what they were sent as.

use anyhow::Result;
use bytes::Bytes;
use playground::FileKind;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::bot::{Bot, Hook, person, playground};

/// A PNG's beginning is enough to tell its size.
fn png(width: u32, height: u32) -> Bytes {
    let mut bytes = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 6, 0, 0, 0, 1, 2, 3, 4]);
    bytes.into()
}

async fn download(bot: &Bot, base: &str, file_id: &Value) -> Result<Bytes> {
    let file = bot.call("getFile", json!({"file_id": file_id})).await?;
    // Some clients encode the slash of the path.
    let path = file["file_path"].as_str().unwrap_or_default().replace('/', "%2F");
    let response = bot.http().get(format!("{base}/file/bot{}/{path}", bot.account.token)).send().await?;
    anyhow::ensure!(response.status().is_success(), "{}", response.status());
    Ok(response.bytes().await?)
}

#[tokio::test]
async fn a_persons_file_reaches_the_bot_and_comes_back_by_its_id() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let other = Bot::named(&playground, "other_bot")?;
    let mut hook = Hook::of(&bot, json!({})).await?;
    let anna = person(&playground, "Anna");
    let chat = anna.chat(&bot.account);

    let bytes = png(320, 200);
    chat.sends_photo(bytes.clone(), "кран <течёт>")?;
    let photo = hook.take().await?["message"].clone();
    assert_eq!(photo["caption"], "кран <течёт>");
    let size = &photo["photo"][0];
    assert_eq!((size["width"].as_u64(), size["height"].as_u64()), (Some(320), Some(200)));
    assert_eq!(download(&bot, playground.url(), &size["file_id"]).await?, bytes);

    let back = bot
        .call(
            "sendPhoto",
            json!({"chat_id": anna.id(), "photo": size["file_id"], "caption": "<b>x</b>", "parse_mode": "HTML"}),
        )
        .await?;
    assert_eq!(back["photo"][0]["file_unique_id"], size["file_unique_id"]);
    assert_eq!(back["caption_entities"][0]["type"], "bold");
    let as_document = json!({"chat_id": anna.id(), "document": size["file_id"]});
    assert_eq!(bot.refusal("sendDocument", as_document).await?, "400 can't use file of type Photo as Document");
    anna.chat(&other.account).starts("")?;
    let stolen = json!({"chat_id": anna.id(), "photo": size["file_id"]});
    assert_eq!(other.refusal("sendPhoto", stolen).await?, "400 wrong file identifier/HTTP URL specified");
    assert_eq!(other.refusal("getFile", json!({"file_id": size["file_id"]})).await?, "400 invalid file_id");

    chat.sends_voice(Bytes::from_static(b"OggS..."), 4)?;
    let voice = hook.take().await?["message"]["voice"].clone();
    assert_eq!((voice["duration"].as_i64(), voice["mime_type"].as_str()), (Some(4), Some("audio/ogg")));
    chat.sends_document("отчёт.pdf", Bytes::from_static(b"%PDF"), "")?;
    let document = hook.take().await?["message"]["document"].clone();
    assert_eq!(
        (document["file_name"].as_str(), document["mime_type"].as_str()),
        (Some("отчёт.pdf"), Some("application/pdf"))
    );
    chat.sends_sticker("👍")?;
    assert_eq!(hook.take().await?["message"]["sticker"]["emoji"], "👍");
    chat.sends_own_contact()?;
    let contact = hook.take().await?["message"]["contact"].clone();
    assert_eq!(contact["user_id"], anna.id());
    chat.sends_location(41.3, 69.2)?;
    assert_eq!(hook.take().await?["message"]["location"]["latitude"], 41.3);
    Ok(())
}

#[tokio::test]
async fn uploads_come_by_name_or_attached() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Anna");
    let chat = anna.chat(&bot.account);
    chat.starts("")?;
    let id = anna.id().to_string();
    let part = |bytes: Bytes, name: &str| Part::stream(bytes).file_name(name.to_owned());

    let form = Form::new().text("chat_id", id.clone()).part("document", part(Bytes::from_static(b"hello"), "a.txt"));
    let sent = bot.multipart("sendDocument", form).await?;
    let file_id = &sent["result"]["document"]["file_id"];
    assert_eq!(download(&bot, playground.url(), file_id).await?, "hello");
    let seen = chat.last().and_then(|message| message.file_id().map(str::to_owned)).unwrap_or_default();
    assert_eq!(playground.file(&seen).await?, "hello");

    let media = json!([
        {"type": "photo", "media": "attach://one", "caption": "two photos"},
        {"type": "photo", "media": "attach://two"},
    ]);
    let form = Form::new()
        .text("chat_id", id.clone())
        .text("media", media.to_string())
        .part("one", part(png(10, 20), "1.png"))
        .part("two", part(png(30, 40), "2.png"));
    let album = bot.multipart("sendMediaGroup", form).await?["result"].clone();
    assert_eq!(album[0]["media_group_id"], album[1]["media_group_id"]);
    assert_ne!(album[0]["message_id"], album[1]["message_id"]);
    assert_eq!(album[1]["photo"][0]["height"], 40);

    let media = json!({"type": "photo", "media": "attach://new", "caption": "changed"});
    let form = Form::new()
        .text("chat_id", id.clone())
        .text("message_id", album[0]["message_id"].to_string())
        .text("media", media.to_string())
        .part("new", part(png(50, 60), "3.png"));
    let edited = bot.multipart("editMessageMedia", form).await?;
    assert_eq!(edited["result"]["photo"][0]["width"], 50);
    chat.waits_for_edit("changed").await?;

    for (form, words) in [
        (Form::new().part("photo", part(Bytes::from_static(b"no picture"), "x.jpg")), "IMAGE_PROCESS_FAILED"),
        (Form::new().part("photo", part(png(100, 3000), "x.png")), "PHOTO_INVALID_DIMENSIONS"),
        (Form::new().part("photo", part(Bytes::new(), "x.png")), "file must be non-empty"),
        (Form::new().part("photo", part(vec![0; (10 << 20) + 1].into(), "x.png")), "file is too big"),
        (Form::new().part("picture", part(png(9, 9), "x.png")), "parameter \"photo\" is required"),
        (
            Form::new().part("photo", part(png(9, 9), "x.png")).part("more", part(png(9, 9), "x.png")),
            "no parameter uses the uploaded file \"more\"",
        ),
    ] {
        let answer = bot.multipart("sendPhoto", form.text("chat_id", id.clone())).await?;
        assert_eq!(answer["description"], format!("Bad Request: {words}"));
    }
    Ok(())
}

#[tokio::test]
async fn an_album_is_several_updates_and_big_files_cannot_be_got() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let mut hook = Hook::of(&bot, json!({})).await?;
    let chat = person(&playground, "Anna").chat(&bot.account);
    let sent = chat.sends_album(vec![png(1, 1), png(2, 2), png(3, 3)], "three")?;
    assert_eq!(sent.len(), 3);
    let mut groups = Vec::new();
    for (index, sent) in sent.iter().enumerate() {
        let message = hook.take().await?["message"].clone();
        assert_eq!(message["message_id"], sent.id());
        assert_eq!(message.get("caption").is_some(), index == 0);
        groups.push(message["media_group_id"].clone());
    }
    groups.dedup();
    assert_eq!(groups.len(), 1);

    chat.sends_file(FileKind::Video, "long.mp4", vec![7; (20 << 20) + 1], "")?;
    let video = hook.take().await?["message"]["video"].clone();
    assert_eq!(bot.refusal("getFile", json!({"file_id": video["file_id"]})).await?, "400 file is too big");
    Ok(())
}
