//! The whole way, once in each language: the first meeting, a request, the work, the stars.

use domain::{
    events,
    ids::RequestId,
    people::Language,
    requests::{self, AttachmentKind},
};
use i18n::{Lang, t};
use testkit::fixtures::{self, PHONES};

use super::NEWCOMER;
use crate::chat::{Chat, file};

async fn journey(lang: Lang) -> anyhow::Result<String> {
    let (database, office) = fixtures::office().await?;
    let mut chat = Chat::open(&database, &office, NEWCOMER, "Nodira Karimova", Language::Ru).await?;
    chat.follows_link("56", &office.units[2].invite).await?;
    chat.taps(lang.native_name()).await?;
    chat.taps(&t::people::yes_i_live_here(lang)).await?;
    chat.shares(PHONES[2], true).await?;
    chat.taps(&t::people::role_owner(lang)).await?;
    chat.taps(&t::people::consent_give(lang)).await?;
    chat.says(&t::menu::key_new(lang)).await?;
    chat.taps("🚿").await?;
    chat.taps("💧").await?;
    chat.says("Kran oqyapti <b>&amp;</b> 🚿").await?;
    chat.sends("фото", file(AttachmentKind::Photo, 1, "", None)).await?;
    chat.taps(&t::requests::submit(lang)).await?;

    let [bobur, _] = &office.workers;
    let id: RequestId = database
        .tenant(office.org, async |tx| {
            let new = requests::list_waiting(tx, &bobur.actor).await?[0];
            requests::take(tx, &bobur.actor, new).await?;
            requests::complete(tx, &bobur.actor, new, None).await?;
            Ok(new)
        })
        .await?;
    let request = database.tenant(office.org, async |tx| requests::get(tx, &bobur.actor, id).await).await?;
    chat.sees(dialogues::requests::notices::ask_acceptance(lang, &office.info, &request));
    chat.taps(&t::requests::accept(lang)).await?;
    chat.taps("★5").await?;
    chat.taps(&t::requests::tag_fast(lang)).await?;
    chat.taps(&t::requests::remark(lang)).await?;
    chat.says("Rahmat!").await?;
    chat.says(&t::menu::key_my(lang)).await?;
    let told = database.tenant(office.org, async |tx| events::timeline(tx, id).await).await?;
    assert_eq!(told.len(), 7, "{told:?}");
    Ok(chat.transcript)
}

#[tokio::test]
async fn in_russian() -> anyhow::Result<()> {
    insta::assert_snapshot!(journey(Lang::Ru).await?);
    Ok(())
}

#[tokio::test]
async fn in_uzbek() -> anyhow::Result<()> {
    insta::assert_snapshot!(journey(Lang::Uz).await?);
    Ok(())
}

#[tokio::test]
async fn in_english() -> anyhow::Result<()> {
    insta::assert_snapshot!(journey(Lang::En).await?);
    Ok(())
}
