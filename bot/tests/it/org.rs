//! An org and its team as people meet them: founding, inviting by link and QR, promoting, removing, ending.

use domain::{
    access::Role,
    bots::{self, NewBot},
    orgs,
};
use playground::Talk;
use secrecy::{ExposeSecret as _, SecretString};
use testkit::office::{Office, Setup};

use crate::{Test, told};

/// The chat as it was told, without tokens and without the times until which something holds.
fn hidden(talk: &Talk) -> String {
    let blank = |text: &str, mark: &str, length: usize| {
        let mut parts = text.split(mark);
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            out.push_str(mark);
            out.push('…');
            out.extend(part.chars().skip(length));
        }
        out
    };
    let text = blank(&told(talk), "start i_", 24);
    let text = blank(&text, "start=i_", 24);
    let text = blank(&blank(&text, "до ", "28.11 14:05".len()), "До ", "28.11 14:05".len());
    blank(&text, "В команде с ", "28.11 14:05".len())
}

/// The payload of the deep link in the newest message of the chat.
fn start_of(talk: &Talk) -> String {
    let message = talk.last().expect("a message with a link");
    let (_, rest) = message.text().split_once("?start=").expect("a deep link");
    rest.split_whitespace().next().expect("a payload").to_owned()
}

/// «Done means»: a dispatcher and a worker are invited by link, one is promoted, one removed; the removed person's next
/// tap is refused, whichever of two processes gets it.
#[tokio::test]
async fn the_owner_invites_promotes_and_removes_and_the_removed_is_refused_at_once() -> Test {
    let office = Office::with(Setup { processes: 2, ..Setup::default() }).await?;
    let owner = office.owner.chat(&office.account);
    owner.starts("")?;
    owner.waits_for("Здравствуйте").await?;

    let mut joined = vec![];
    for (name, role) in [("Лола", "диспетчер"), ("Бобур", "мастер")] {
        owner.says("/org")?;
        owner.waits_for_button("➕ Пригласить").await?;
        owner.taps("➕ Пригласить")?.answered().await?;
        owner.sees("Кого приглашаем?").await?;
        owner.taps(role)?.answered().await?;
        let link = owner.waits_for("Приглашение: ").await?;
        assert!(link.text().contains(&format!("https://t.me/{}?start=i_", office.account.username)));
        assert!(link.raw()["photo"].is_array(), "a QR code to show: {}", link.raw());
        let start = start_of(&owner);

        let person = office.newcomer(name, "ru");
        let chat = person.chat(&office.account);
        chat.starts(&start)?;
        chat.waits_for("Вас приглашают в команду").await?;
        chat.taps("✅ Принять")?.answered().await?;
        chat.waits_for("Добро пожаловать в команду").await?;
        owner.waits_for(&format!("В команде пополнение: {name}, {role}")).await?;
        office.group.adds(&person);
        joined.push((person, chat));
    }
    let [(_, lola), (bobur, his)] = &joined[..] else { panic!("two have joined") };

    // The dispatcher becomes a manager, and is told.
    owner.says("/team")?;
    owner.waits_for_button("Лола · диспетчер").await?;
    owner.taps("Лола · диспетчер")?.answered().await?;
    owner.sees("В команде с").await?;
    owner.taps("Роль")?.answered().await?;
    owner.sees("какая роль?").await?;
    owner.taps("менеджер")?.answered().await?;
    lola.waits_for("теперь: менеджер").await?;
    owner.waits_for("Лола, теперь менеджер").await?; // a role with more in it: the owners are told

    // The worker can take a request; removed, he cannot any more, in the group or in the bot.
    let anna = office.resident("Анна", "ru", "42").await?;
    for words in ["Помогите", "Ещё раз"] {
        anna.says(words)?;
        anna.waits_for("О чём заявка?").await?;
        anna.taps("🧹 Уборка")?.answered().await?;
        anna.sees("Где это?").await?;
        anna.taps("🌳 Двор")?.answered().await?;
        anna.sees("Проверьте и отправьте").await?;
        anna.taps("✅ Отправить")?.answered().await?;
    }
    let (first, second) = (office.topic(bobur, 1).await?, office.topic(bobur, 2).await?);
    first.waits_for_button("👷 Беру").await?;
    assert_eq!(first.taps("👷 Беру")?.answered().await?.text, "Заявка №1 ваша");
    let card = second.waits_for("№2").await?;
    his.waits_for_button("🚗 Выезжаю").await?; // his own card of it

    owner.says("/team")?;
    owner.waits_for_button("Бобур · мастер").await?;
    owner.taps("Бобур · мастер")?.answered().await?;
    owner.sees("В команде с").await?;
    owner.taps("Убрать")?.answered().await?;
    owner.sees("Доступ пропадёт сразу").await?;
    assert_eq!(owner.taps("Да, убрать")?.answered().await?.text, "Больше не в команде: Бобур");

    let refused = second.taps("👷 Беру")?.answered().await?;
    assert_eq!(refused.text, "У вас нет на это права.", "his next tap is refused");
    second.replies(card.id(), "Приду завтра")?;
    second.waits_for("У вас нет на это права.").await?;
    his.waits_for("Вы больше не в команде").await?;
    his.says("/team")?;
    his.waits_for("У вас нет на это права.").await?;
    office.rests().await?;
    assert!(told(his).contains("Заявка снова в очереди, не у вас."), "nothing of it stays on his card: {}", told(his));
    assert!(!told(&anna).contains("Приду завтра"), "his words are no longer the staff's");
    let requests = office.requests().await?;
    assert!(requests.iter().all(|request| request.assignee.is_none()), "what he had is in the queue again");
    insta::assert_snapshot!("org_owner", hidden(&owner));
    insta::assert_snapshot!("org_removed_worker", hidden(his));
    Ok(())
}

/// The platform's bot: from `/start` to the org's own bot, by a token that leaves the chat at once.
#[tokio::test]
async fn an_org_is_founded_with_the_platforms_bot() -> Test {
    let mut office = Office::closed(Setup::default()).await?;
    let address = office.start().await?;
    let public: reqwest::Url = format!("http://{address}").parse()?;
    office.app.public.set(public.clone()).expect("nobody has set it");
    let account = office.telegram.add_bot("kontora_bot", "Kontora");
    let org = orgs::platform(office.db()).await?;
    assert_eq!(orgs::platform(office.db()).await?, org, "there is one");
    let token = SecretString::from(account.token.clone());
    let new = NewBot { telegram_id: account.id, username: &account.username, token: &token };
    let bot = bots::add(office.db(), &office.app.keys, org, &new).await?;
    bot::set_webhook(&office.app, &bot.token.expose_secret().parse()?, &public, &bot.webhook_secret).await?;

    let person = office.newcomer("Нодира", "ru");
    let chat = person.chat(&account);
    chat.starts("")?;
    chat.waits_for("Это Kontora").await?;
    chat.taps("➕ Создать организацию")?.answered().await?;
    chat.sees("Чем занимается").await?;
    chat.says("домами")?;
    chat.waits_for("Ответьте, пожалуйста, кнопкой").await?;
    chat.taps("Управление домами")?.answered().await?;
    chat.sees("Как она называется?").await?;
    chat.says("ЖК Нур")?;
    chat.waits_for("На каком языке").await?;
    chat.taps("O‘zbekcha")?.answered().await?;
    chat.sees("По какому времени").await?;
    chat.says("Марс")?;
    chat.waits_for("Такого часового пояса нет").await?;
    chat.taps("Самарканд")?.answered().await?;
    chat.sees("«ЖК Нур» создана").await?;

    chat.says("не знаю, где его взять")?;
    chat.waits_for("Это не похоже на токен").await?;
    chat.says("123456:this-token-is-nobodys-at-all")?;
    chat.waits_for("Telegram не знает этого токена").await?;
    let taken = chat.says(&office.account.token)?;
    chat.waits_for("Этот бот уже служит другой организации").await?;
    let own = office.telegram.add_bot("nur_bot", "ЖК Нур");
    let sent = chat.says(&format!("Use this token to access the HTTP API:\n{}\nKeep it secure", own.token))?;
    chat.waits_for("Готово: @nur_bot").await?;
    let left = chat.messages();
    assert!(!left.iter().any(|message| [taken.id(), sent.id()].contains(&message.id())), "tokens leave the chat");
    assert!(!told(&chat).contains(&own.token));

    let calls = office.telegram.calls(&own);
    let menu = calls.iter().find(|call| call.method == "setChatMenuButton").expect("the mini-app under the button");
    assert_eq!(menu.params["menu_button"]["web_app"]["url"], format!("{public}app/?bot=nur_bot"));

    // The org's own bot knows its owner.
    let there = person.chat(&own);
    there.starts("")?;
    there.waits_for("ЖК Нур").await?;
    there.says("/org")?;
    there.waits_for("Asia/Samarkand").await?;
    chat.says("/org")?;
    chat.waits_for("https://t.me/nur_bot").await?;
    let redis: Vec<String> = keys_and_values(&office).await?;
    let secret = own.token.split(':').nth(1).unwrap();
    assert!(!redis.iter().any(|value| value.contains(secret)), "a token is in no dialogue");
    insta::assert_snapshot!("org_founded", hidden(&chat));
    insta::assert_snapshot!("org_own_bot", hidden(&there));
    Ok(())
}

/// Everything that Redis holds as text.
async fn keys_and_values(office: &Office) -> anyhow::Result<Vec<String>> {
    let mut redis = office.app.redis.clone();
    let keys: Vec<String> = redis::cmd("KEYS").arg("dlg:*").query_async(&mut redis).await?;
    let mut values = vec![];
    for key in keys {
        values.push(redis::cmd("GET").arg(&key).query_async(&mut redis).await.unwrap_or_default());
    }
    Ok(values)
}

/// A deleted org says so to everybody; its owner brings it back with a tap.
#[tokio::test]
async fn a_deleted_org_says_so_and_comes_back_by_a_tap() -> Test {
    let office = Office::open().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let owner = office.owner.chat(&office.account);
    owner.starts("")?;
    owner.waits_for("Здравствуйте").await?;
    owner.says("/org")?;
    owner.waits_for_button("Удалить организацию").await?;
    owner.taps("Удалить организацию")?.answered().await?;
    owner.sees("напишите её название").await?;
    owner.says("ЖК Баҳор")?;
    owner.waits_for("удалена, и бот сейчас не работает").await?;

    anna.says("Помогите")?;
    anna.waits_for("удалена").await?;
    let his = bobur.chat(&office.account);
    his.starts("")?;
    his.waits_for("удалена").await?;
    assert_eq!(office.requests().await?.len(), 0);

    owner.taps("↩️ Вернуть организацию")?.answered().await?;
    owner.sees("снова работает").await?;
    his.says("/org")?;
    his.waits_for("Ваша роль: мастер").await?;
    insta::assert_snapshot!("org_deleted_resident", hidden(&anna));
    insta::assert_snapshot!("org_deleted_owner", hidden(&owner));
    Ok(())
}

/// A process that has not heard of the deletion yet files nothing: the deed itself asks.
#[tokio::test]
async fn nothing_is_filed_in_a_deleted_org_by_a_process_that_has_not_heard_of_it() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    anna.says("Помогите")?;
    anna.waits_for("О чём заявка?").await?;
    anna.taps("🧹 Уборка")?.answered().await?;
    anna.sees("Где это?").await?;
    anna.taps("🌳 Двор")?.answered().await?;
    anna.sees("Проверьте и отправьте").await?;
    let mut tx = office.db().tenant(office.org).await?;
    orgs::delete(&mut tx, &domain::access::Actor::System, "ЖК Баҳор").await?;
    tx.commit().await?;
    anna.taps("✅ Отправить")?.answered().await?;
    anna.sees("удалена").await?;
    assert_eq!(office.requests().await?.len(), 0);
    Ok(())
}
