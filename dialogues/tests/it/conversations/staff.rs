//! The staff's group: taps on cards, words to residents, and the staff's own talk.

use std::fmt::Write as _;

use dialogues::{
    Action, Ctx, Said,
    action::{DeclineReason, ReleaseReason, RequestTap, Surface},
    staff::{self, Receipt, StaffShow, StaffStep},
};
use domain::{
    Error, Result,
    categories::Priority,
    ids::RequestId,
    notifications::{self, LinkedMessage, StaffChat},
    requests::{AttachmentKind, PauseReason},
    updates::Effect,
};
use i18n::Lang;
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture, Person},
};

const GROUP: i64 = -1_001_234;
const TOPIC: i64 = 77;
const PROMPT: i64 = 700;

/// The group, and what came of everything in it.
struct Group<'a> {
    database: &'a TestDatabase,
    office: &'a OrgFixture,
    update_id: i64,
    transcript: String,
}

impl Group<'_> {
    async fn acts(
        &mut self,
        who: &Person,
        what: &str,
        deed: impl AsyncFnOnce(&mut Ctx<'_>) -> Result<StaffStep>,
    ) -> anyhow::Result<()> {
        self.update_id += 1;
        let mut effect = Effect::new(self.database.db().clone(), self.office.org, self.office.bot.id, self.update_id);
        let mut ctx = Ctx {
            lang: Lang::Ru,
            identity: &who.identity,
            org: &self.office.info,
            categories: &self.office.categories,
            bot: self.office.bot.id,
            chat_id: GROUP,
            tapped: None,
            effect: &mut effect,
        };
        let came = match deed(&mut ctx).await {
            Ok(StaffStep { toast, show, receipt }) => {
                effect.commit().await?;
                let passed = match receipt {
                    Some(Receipt::OnItsWay) => "➡ жителю",
                    Some(Receipt::Done) => "👌",
                    None => "",
                };
                let shown = match show {
                    Some(StaffShow::Post(screen)) => format!("\n{}", crate::chat::drawn(&screen, "│").trim_end()),
                    Some(StaffShow::Edit(screen)) => format!("\n{}", crate::chat::drawn(&screen, "✎").trim_end()),
                    None => String::new(),
                };
                format!("{passed}{}{shown}", toast.unwrap_or_default())
            }
            Err(error @ (Error::Internal(_) | Error::Unavailable(_))) => return Err(error.into()),
            Err(error) => format!("⚠ {}", i18n::error_text(Lang::Ru, error.code()).unwrap()),
        };
        writeln!(
            self.transcript,
            "{}: {what}\n  {}",
            who.identity.first_name(),
            if came.is_empty() { "·" } else { &came }
        )?;
        Ok(())
    }

    async fn taps(&mut self, who: &Person, tap: RequestTap, id: RequestId) -> anyhow::Result<()> {
        let action = Action::Request { tap, id, on: Surface::Card };
        self.acts(who, &format!("[{tap:?}]"), async |ctx| staff::tap_in_group(ctx, Some(action)).await).await
    }

    /// Taps a choice in a message of its own.
    async fn chooses(&mut self, who: &Person, tap: RequestTap, id: RequestId) -> anyhow::Result<()> {
        let action = Action::Request { tap, id, on: Surface::Message };
        self.acts(who, &format!("[{tap:?}]"), async |ctx| staff::tap_in_group(ctx, Some(action)).await).await
    }

    async fn says(
        &mut self,
        who: &Person,
        words: &str,
        reply_to: Option<i64>,
        thread: Option<i64>,
    ) -> anyhow::Result<()> {
        let place = match (reply_to, thread) {
            (Some(message), _) => format!(" (ответом на {message})"),
            (None, Some(_)) => " (в теме)".to_owned(),
            (None, None) => String::new(),
        };
        let said = Said { words: words.to_owned(), reply_to, ..Said::default() };
        self.acts(who, &format!("{words}{place}"), async |ctx| staff::said_in_group(ctx, &said, thread).await).await
    }
}

async fn open(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<RequestId> {
    let chat =
        StaffChat {
            bot: office.bot.id, chat_id: GROUP, title: "Сотрудники".into(), is_forum: true, present: true
        };
    database
        .tenant(office.org, async |tx| notifications::link_staff_chat(tx, &office.owner.actor, &chat).await)
        .await?;
    let id = fixtures::file(database, office, &office.residents[0]).await?.id;
    fixtures::run_fan_out(database).await?;
    database
        .tenant(office.org, async |tx| {
            let card = notifications::card_in(tx, id, office.bot.id, GROUP).await?.unwrap();
            notifications::save_thread(tx, card.id, Some(TOPIC)).await?;
            let prompt = LinkedMessage { request: id, is_question: true, comment: None };
            notifications::link_message(tx, office.bot.id, GROUP, PROMPT, prompt).await
        })
        .await?;
    Ok(id)
}

async fn comments(database: &TestDatabase) -> anyhow::Result<Vec<String>> {
    let mut superuser = database.superuser().await?;
    let query = "select side || case when is_question then '?' else '' end || ': ' || words from comments order by id";
    Ok(sqlx::query_scalar(query).fetch_all(&mut superuser).await?)
}

#[tokio::test]
async fn a_dispatcher_sorts_out_a_request() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let id = open(&database, &office).await?;
    let twin = fixtures::file(&database, &office, &office.residents[1]).await?.id;
    let mut group = Group { database: &database, office: &office, update_id: 0, transcript: String::new() };
    let ([bobur, akmal], malika) = (&office.workers, &office.dispatcher);
    let bobur_member = bobur.actor.member().unwrap();
    group.taps(akmal, RequestTap::AskAssign, id).await?;
    group.taps(malika, RequestTap::Triage, id).await?;
    group.chooses(malika, RequestTap::AskAssign, id).await?;
    group.chooses(akmal, RequestTap::Assign(bobur_member), id).await?;
    group.chooses(malika, RequestTap::Assign(bobur_member), id).await?;
    group.taps(akmal, RequestTap::Take, id).await?;
    group.taps(bobur, RequestTap::Take, id).await?;
    group.taps(bobur, RequestTap::AskRelease, id).await?;
    group.chooses(bobur, RequestTap::Release(ReleaseReason::OtherTrade), id).await?;
    group.chooses(malika, RequestTap::AskPriority, id).await?;
    group.chooses(malika, RequestTap::Priority(Priority::Emergency), id).await?;
    group.chooses(malika, RequestTap::AskCategory, id).await?;
    group.chooses(malika, RequestTap::Kind(fixtures::category("electricity")), id).await?;
    group.chooses(malika, RequestTap::Category(fixtures::category("electricity")), id).await?;
    group.taps(akmal, RequestTap::Take, id).await?;
    group.taps(bobur, RequestTap::Help, id).await?;
    group.taps(akmal, RequestTap::Depart, id).await?;
    group.taps(bobur, RequestTap::Arrive, id).await?;
    group.taps(akmal, RequestTap::AskPause, id).await?;
    group.chooses(akmal, RequestTap::Pause(PauseReason::Part, 3), id).await?;
    group.taps(akmal, RequestTap::Complete, id).await?;
    group.taps(akmal, RequestTap::Resume, id).await?;
    group.chooses(malika, RequestTap::Category(fixtures::category("plumbing")), id).await?;
    group.chooses(malika, RequestTap::AskMerge, twin).await?;
    group.chooses(malika, RequestTap::Merge(id), twin).await?;
    group.chooses(malika, RequestTap::Merge(twin), id).await?;
    group.chooses(malika, RequestTap::AskDecline, id).await?;
    group.chooses(malika, RequestTap::Decline(DeclineReason::NotOurs), id).await?;
    group.chooses(malika, RequestTap::AskClose, id).await?;
    group.chooses(malika, RequestTap::Close, id).await?;
    group.chooses(malika, RequestTap::Triage, id).await?;
    insta::assert_snapshot!(group.transcript);
    Ok(())
}

#[tokio::test]
async fn taps_on_a_card() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let id = open(&database, &office).await?;
    let mut group = Group { database: &database, office: &office, update_id: 0, transcript: String::new() };
    let [bobur, akmal] = &office.workers;
    let anna = &office.residents[0];
    for (who, tap) in [
        (anna, RequestTap::Take),
        (bobur, RequestTap::Complete),
        (bobur, RequestTap::Take),
        (akmal, RequestTap::Take),
        (bobur, RequestTap::Take),
        (akmal, RequestTap::Complete),
        (akmal, RequestTap::Ask),
        (anna, RequestTap::Ask),
        (bobur, RequestTap::Accept),
        (bobur, RequestTap::Complete),
        (&office.dispatcher, RequestTap::Complete),
    ] {
        group.taps(who, tap, id).await?;
    }
    group.acts(bobur, "[кнопка, которой нет]", async |ctx| staff::tap_in_group(ctx, None).await).await?;
    group.acts(bobur, "[меню]", async |ctx| staff::tap_in_group(ctx, Some(Action::Menu)).await).await?;
    group.taps(bobur, RequestTap::Take, RequestId(uuid::Uuid::nil())).await?;
    insta::assert_snapshot!(group.transcript);
    Ok(())
}

/// Only the first part of an album carries its caption, and with it the mark.
#[tokio::test]
async fn a_marked_album_goes_to_the_resident_whole() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let id = open(&database, &office).await?;
    let mut group = Group { database: &database, office: &office, update_id: 0, transcript: String::new() };
    let bobur = &office.workers[0];
    for (n, words, album) in
        [(0, "!Смотрите, что нашёл", "a"), (1, "", "a"), (2, "", "a"), (3, "", "b"), (4, "Для своих", "b")]
    {
        let said = crate::chat::file(AttachmentKind::Photo, n, words, Some(album));
        group
            .acts(bobur, &format!("<фото {n}> {words}"), async |ctx| {
                staff::said_in_group(ctx, &said, Some(TOPIC)).await
            })
            .await?;
    }
    insta::assert_snapshot!(group.transcript);
    assert_eq!(comments(&database).await?, ["staff: Смотрите, что нашёл"]);
    let mut superuser = database.superuser().await?;
    let files: Vec<String> = sqlx::query_scalar(
        "select file_id from attachments where request_id = $1 and comment_id is not null order by position",
    )
    .bind(id.0)
    .fetch_all(&mut superuser)
    .await?;
    assert_eq!(files, ["file-0", "file-1", "file-2"]);
    Ok(())
}

#[tokio::test]
async fn words_to_a_resident_and_words_among_themselves() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    open(&database, &office).await?;
    let mut group = Group { database: &database, office: &office, update_id: 0, transcript: String::new() };
    let (bobur, anna) = (&office.workers[0], &office.residents[0]);
    group.says(bobur, "Кто едет на адрес?", None, Some(TOPIC)).await?;
    group.says(bobur, "! Буду через час", None, Some(TOPIC)).await?;
    group.says(bobur, "!", None, Some(TOPIC)).await?;
    group.says(bobur, "!Вне темы", None, None).await?;
    group.says(bobur, "Когда квартира подтверждена?", Some(PROMPT), Some(TOPIC)).await?;
    group.says(bobur, "Это не про заявку", Some(701), Some(TOPIC)).await?;
    group.says(bobur, "!А это про неё", Some(701), Some(TOPIC)).await?;
    group.says(anna, "! Я тоже здесь", None, Some(TOPIC)).await?;
    insta::assert_snapshot!(group.transcript);
    assert_eq!(
        comments(&database).await?,
        ["staff: Буду через час", "staff?: Когда квартира подтверждена?", "staff: А это про неё"]
    );
    Ok(())
}

/// Each command does what a button does, and is refused to whoever may not tap that.
#[tokio::test]
async fn commands_in_a_topic() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    open(&database, &office).await?;
    fixtures::file(&database, &office, &office.residents[1]).await?;
    let mut group = Group { database: &database, office: &office, update_id: 0, transcript: String::new() };
    let ([bobur, akmal], malika, anna) = (&office.workers, &office.dispatcher, &office.residents[0]);
    group.says(bobur, "/who", None, Some(TOPIC)).await?;
    group.says(bobur, "/take", None, None).await?;
    group.says(anna, "/take", None, Some(TOPIC)).await?;
    group.says(akmal, "/assign Бобур", None, Some(TOPIC)).await?;
    group.says(malika, "/assign", None, Some(TOPIC)).await?;
    group.says(malika, "/assign кто-нибудь", None, Some(TOPIC)).await?;
    let first = bobur.identity.first_name().to_owned();
    group.says(malika, &format!("/assign {first}"), None, Some(TOPIC)).await?;
    group.says(bobur, "/take@kontora_bot", None, Some(TOPIC)).await?;
    group.says(bobur, "/note", None, Some(TOPIC)).await?;
    group.says(bobur, "/note Ключ у консьержа", None, Some(TOPIC)).await?;
    group.says(anna, "/note Я тоже здесь", None, Some(TOPIC)).await?;
    group.says(bobur, "/my", None, None).await?;
    group.says(malika, "/sla", None, Some(TOPIC)).await?;
    group.says(bobur, "/sla", None, Some(TOPIC)).await?;
    group.says(bobur, "/del", None, Some(TOPIC)).await?;
    group.says(malika, "/merge 99", None, Some(TOPIC)).await?;
    group.says(malika, "/merge", None, Some(TOPIC)).await?;
    group.says(malika, "/close", None, Some(TOPIC)).await?;
    group.says(malika, "/merge 2", None, Some(TOPIC)).await?;
    group.says(bobur, "/такой_нет", None, Some(TOPIC)).await?;
    group.says(bobur, "/who", None, None).await?;
    insta::assert_snapshot!(group.transcript);
    assert_eq!(comments(&database).await?, ["staff: Ключ у консьержа"]);
    Ok(())
}
