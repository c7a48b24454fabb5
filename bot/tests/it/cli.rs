//! The command line, as an operator meets it: the real executable.

use std::process::Output;

use testkit::office::{Office, Setup};
use tokio::process::Command;

use crate::Test;

async fn kontora(office: &Office, arguments: &[&str]) -> Output {
    let listen = std::net::SocketAddr::from(([127, 0, 0, 1], 0));
    Command::new(env!("CARGO_BIN_EXE_kontora"))
        .args(arguments)
        .env_clear()
        .envs(office.surroundings.environment(listen, office.data()))
        .current_dir(office.data())
        .output()
        .await
        .unwrap()
}

fn words(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[tokio::test]
async fn an_organization_is_set_up_from_nothing() -> Test {
    let office = Office::closed(Setup::default()).await?;
    let second = office.telegram.add_bot("second_bot", "Second");
    let made = words(&kontora(&office, &["org", "create", "--name", "Чилонзор", "--owner-telegram-id", "77"]).await);
    assert!(made.contains("Чилонзор"), "{made}");
    let added = words(&kontora(&office, &["bot", "add", "--org", "Чилонзор", "--token", &second.token]).await);
    assert!(added.contains("@second_bot speaks for «Чилонзор»"), "{added}");
    assert!(!added.contains(&second.token), "a token is never printed");
    let listed = words(&kontora(&office, &["bot", "list"]).await);
    assert!(
        listed.contains("@second_bot") && listed.contains("@bahor_bot") && !listed.contains(&second.token),
        "{listed}"
    );
    let flat =
        words(&kontora(&office, &["unit", "add", "--org", "Чилонзор", "--building", "Дом 1", "--number", "5"]).await);
    assert!(flat.starts_with("https://t.me/second_bot?start=f_"), "{flat}");
    let member = words(
        &kontora(
            &office,
            &["member", "add", "--org", "Чилонзор", "--telegram-id", "78", "--name", "Бобур", "--role", "worker"],
        )
        .await,
    );
    assert!(member.contains("Бобур is worker"), "{member}");
    let commands = office.telegram.calls(&second).iter().filter(|call| call.method == "setMyCommands").count();
    assert_eq!(commands, 4, "three languages and a default");
    let removed = words(&kontora(&office, &["bot", "remove", "@second_bot"]).await);
    assert!(removed.contains("is removed"), "{removed}");
    assert!(!words(&kontora(&office, &["bot", "list"]).await).contains("@second_bot"));
    Ok(())
}

#[tokio::test]
async fn mistakes_are_told_in_words() -> Test {
    let office = Office::closed(Setup::default()).await?;
    for (arguments, words_of_it) in [
        (
            vec!["bot", "add", "--org", "Нет такой", "--token", "1:x"],
            "no organization «Нет такой»; there are: ЖК Баҳор",
        ),
        (vec!["bot", "add", "--org", "ЖК Баҳор", "--token", "nonsense"], "is not what @BotFather gives"),
        (
            vec!["bot", "add", "--org", "ЖК Баҳор", "--token", "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
            "Telegram does not know this token",
        ),
        (vec!["bot", "remove", "nobody_bot"], "no bot @nobody_bot"),
        (vec!["org", "create", "--name", "  "], "1 to 200 characters"),
    ] {
        let output = kontora(&office, &arguments).await;
        assert!(!output.status.success(), "{arguments:?}");
        let told = words(&output);
        assert!(told.contains(words_of_it), "{arguments:?}: {told}");
    }
    Ok(())
}

#[tokio::test]
async fn the_doctor_finds_what_is_wrong_and_says_how_to_mend_it() -> Test {
    let mut office = Office::open().await?;
    let well = kontora(&office, &["doctor"]).await;
    assert!(well.status.success(), "{}", words(&well));
    assert!(words(&well).contains("the staff's group is «Сотрудники»"), "{}", words(&well));
    office.stop().await?;
    office
        .run("insert into outbox (org_id, id, bot_id, chat_id, class, delivery, not_before, created_at, failed_at, last_error)
              select org_id, gen_random_uuid(), id, 5, 1, '{\"kind\": \"screen\", \"telegram_id\": 5}', now(), now(), now(), 'Bad Request: nonsense' from bots")
        .await?;
    let ill = kontora(&office, &["doctor"]).await;
    assert!(!ill.status.success());
    assert!(words(&ill).contains("was given up after 0 tries: Bad Request: nonsense"), "{}", words(&ill));
    assert!(words(&ill).contains("kontora doctor --retry"), "{}", words(&ill));
    Ok(())
}

#[tokio::test]
async fn the_doctor_names_the_row_of_the_log_that_was_touched() -> Test {
    let office = Office::open().await?;
    let well = words(&kontora(&office, &["doctor"]).await);
    let witness = well.split("as they were written; witness ").nth(1).unwrap().lines().next().unwrap().to_owned();
    let again = kontora(&office, &["doctor", "--witness", &witness]).await;
    assert!(again.status.success(), "{}", words(&again));

    let other = format!("{}{}", &witness[..witness.len() - 1], if witness.ends_with('0') { "1" } else { "0" });
    let rewritten = kontora(&office, &["doctor", "--witness", &other]).await;
    assert!(
        !rewritten.status.success() && words(&rewritten).contains("the log was rewritten"),
        "{}",
        words(&rewritten)
    );

    office
        .run("update events set surface = 'import' where id = (select event_id from event_seals where seq = 2)")
        .await?;
    let ill = kontora(&office, &["doctor"]).await;
    assert!(!ill.status.success());
    assert!(words(&ill).contains(" at seal 2 was edited"), "{}", words(&ill));
    Ok(())
}
