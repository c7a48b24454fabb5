//! A world that is kept on disk.

use anyhow::Result;
use playground::{NewPerson, Options, Playground};
use serde_json::json;

use crate::bot::{Bot, options};

fn anna() -> NewPerson {
    NewPerson { id: Some(42), first_name: "Anna".into(), ..NewPerson::default() }
}

#[tokio::test]
async fn everything_is_there_after_a_restart() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let options = || Options { data: Some(folder.path().to_owned()), ..options() };
    let first = Playground::start(options()).await?;
    let bot = Bot::new(&first)?;
    let person = first.add_person(anna());
    let chat = person.chat(&bot.account);
    let said = chat.says("before")?;
    let file = chat.sends_document("a.bin", &b"\x00\x01\x02"[..], "")?;
    let group = first.add_group("Staff", &person, true, &[]);
    let updates = bot.call("getUpdates", json!({})).await?;
    let before = chat.transcript();
    first.shutdown().await?;

    let second = Playground::start(options()).await?;
    let again = Bot::new(&second)?;
    assert_eq!(again.account.token, bot.account.token);
    let chat = second.add_person(anna()).chat(&again.account);
    assert_eq!(chat.transcript(), before);
    assert_eq!(second.group("Staff").map(|group| group.id()), Some(group.id()));
    assert_eq!(second.file(file.file_id().unwrap_or_default()).await?, &b"\x00\x01\x02"[..]);
    assert_eq!(again.call("getUpdates", json!({})).await?, updates, "pending updates are kept");
    let next = chat.says("after")?;
    assert!(next.id() > file.id() && file.id() > said.id());
    Ok(())
}

#[tokio::test]
async fn ids_never_go_back_after_a_crash() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let kept = || Options { data: Some(folder.path().to_owned()), ..options() };
    let first = Playground::start(kept()).await?;
    let bot = Bot::new(&first)?;
    let chat = first.add_person(anna()).chat(&bot.account);
    chat.says("saved")?;
    first.shutdown().await?;

    // A crash: the world on disk is from before the last messages, and says that it is not complete.
    let path = folder.path().join("world.json");
    let text = std::fs::read_to_string(&path)?;
    std::fs::write(&path, text.replacen("\"is_complete\":true", "\"is_complete\":false", 1))?;
    let second = Playground::start(kept()).await?;
    let bot = Bot::new(&second)?;
    let next = second.add_person(anna()).chat(&bot.account).says("after")?;
    assert!(next.id() > 1000, "room for what was lost: {}", next.id());
    let updates = bot.call("getUpdates", json!({})).await?;
    let ids: Vec<i64> =
        updates.as_array().into_iter().flatten().filter_map(|update| update["update_id"].as_i64()).collect();
    assert!(ids[1] > ids[0] + 1000, "{ids:?}");
    Ok(())
}
