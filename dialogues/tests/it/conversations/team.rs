//! The team in conversation: inviting, being invited, changing a role, removing, handing over, leaving, deleting.

use dialogues::members::role_name;
use domain::{
    access::{Actor, Role},
    people::Language,
};
use i18n::{Lang, t};
use testkit::fixtures;

use super::NEWCOMER;
use crate::chat::Chat;

/// The payload of the link that the chat shows, hidden from its transcript.
fn start_of(chat: &mut Chat<'_>) -> String {
    let link = chat.link.clone().unwrap();
    let (_, start) = link.split_once("start=").unwrap();
    chat.transcript = chat.transcript.replace(start, "i_…");
    start.to_owned()
}

#[tokio::test]
async fn an_owner_invites_promotes_and_removes() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut owner = Chat::open(&database, &office, office.owner.telegram_id(), "", Language::Ru).await?;
    owner.says("/org").await?;
    owner.taps("Пригласить").await?;
    owner.taps("диспетчер").await?;
    owner.taps("Все дома").await?;
    let start = start_of(&mut owner);

    let mut lola = Chat::open(&database, &office, NEWCOMER, "Лола Каримова", Language::Ru).await?;
    lola.opens_invite(&start).await?;
    lola.taps("Принять").await?;
    lola.says("/org").await?;
    // The link again: used up, and by somebody who is in the team.
    lola.opens_invite(&start).await?;

    owner.says("/team").await?;
    owner.taps("Лола").await?;
    owner.taps("Роль").await?;
    owner.taps("менеджер").await?;
    owner.taps("Убрать").await?;
    let remove = owner.button("Да, убрать");
    owner.taps("Да, убрать").await?;
    // The removed person's next tap is refused, and so is the owner's old button.
    lola.says("/team").await?;
    lola.says("/org").await?;
    owner.taps_old("Да, убрать", &remove.encode()).await?;
    insta::assert_snapshot!("owner_invites", owner.transcript);
    insta::assert_snapshot!("invited_and_removed", lola.transcript);
    Ok(())
}

#[tokio::test]
async fn an_invite_for_one_house_an_own_one_a_withdrawn_one_and_a_no() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut owner = Chat::open(&database, &office, office.owner.telegram_id(), "", Language::Ru).await?;
    owner.says("/team").await?;
    owner.taps("Пригласить").await?;
    owner.taps("мастер").await?;
    owner.taps("дом 1").await?;
    let start = start_of(&mut owner);
    owner.opens_invite(&start).await?;
    owner.taps("Принять").await?;

    let mut lola = Chat::open(&database, &office, NEWCOMER, "Лола Каримова", Language::Ru).await?;
    lola.opens_invite(&start).await?;
    lola.taps("Отклонить").await?;
    lola.opens_invite("i_nothing").await?;

    owner.says("/team").await?;
    owner.taps("Открытые приглашения").await?;
    owner.taps("мастер").await?;
    lola.opens_invite(&start).await?;
    insta::assert_snapshot!("owner_withdraws", owner.transcript);
    insta::assert_snapshot!("invited_says_no", lola.transcript);
    Ok(())
}

#[tokio::test]
async fn a_handover_takes_two_taps() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut owner = Chat::open(&database, &office, office.owner.telegram_id(), "", Language::Ru).await?;
    let mut heir = Chat::open(&database, &office, office.dispatcher.telegram_id(), "", Language::Ru).await?;
    owner.says("/org").await?;
    owner.taps("Выйти").await?;
    owner.taps("Да, выйти").await?; // the last owner stays
    owner.says("/team").await?;
    owner.taps("Малика").await?;
    owner.taps("Передать").await?;
    owner.taps("Предложить").await?;
    owner.taps("Отозвать").await?;
    owner.says("/team").await?;
    owner.taps("Малика").await?;
    owner.taps("Передать").await?;
    owner.taps("Предложить").await?;

    heir.says("/org").await?;
    heir.taps("Принять").await?;
    owner.says("/org").await?;
    owner.taps("Выйти").await?;
    owner.taps("Да, выйти").await?;
    owner.says("/org").await?;
    insta::assert_snapshot!("owner_hands_over", owner.transcript.replace(&until(&owner.transcript), "…"));
    insta::assert_snapshot!("heir_takes_over", heir.transcript.replace(&until(&heir.transcript), "…"));
    Ok(())
}

/// The time until which an offer waits.
fn until(transcript: &str) -> String {
    let after = transcript.split(" до ").nth(1).unwrap_or("…");
    after.chars().take("22.11 14:00".chars().count()).collect()
}

#[tokio::test]
async fn an_org_is_deleted_by_its_name() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut owner = Chat::open(&database, &office, office.owner.telegram_id(), "", Language::Ru).await?;
    owner.says("/org").await?;
    owner.taps("Удалить").await?;
    owner.says("жк баҳор").await?;
    owner.says("ЖК Баҳор").await?;
    owner.says("/team").await?; // refused: the tap of somebody whose process has not heard of it
    let mut worker = Chat::open(&database, &office, office.workers[0].telegram_id(), "", Language::Ru).await?;
    worker.says("/org").await?;
    insta::assert_snapshot!("owner_deletes", owner.transcript.replace(&until(&owner.transcript), "…"));
    insta::assert_snapshot!("worker_of_deleted", worker.transcript);
    Ok(())
}

#[tokio::test]
async fn the_team_in_uzbek() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut owner = Chat::open(&database, &office, office.owner.telegram_id(), "", Language::Ru).await?;
    owner.says("/language").await?;
    owner.taps(Lang::Uz.native_name()).await?;
    owner.says("/team").await?;
    owner.taps(&role_name(Lang::Uz, Role::Dispatcher)).await?;
    owner.taps(&t::members::button_role(Lang::Uz)).await?;
    owner.taps(&role_name(Lang::Uz, Role::Manager)).await?;
    insta::assert_snapshot!(owner.transcript);
    Ok(())
}

/// What a worker sees of the team, and that a resident sees nothing of it.
#[tokio::test]
async fn a_worker_sees_the_team_and_changes_nothing() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut worker = Chat::open(&database, &office, office.workers[0].telegram_id(), "", Language::Ru).await?;
    worker.says("/org").await?;
    worker.taps("Команда").await?;
    worker.taps("Малика").await?;
    let id = office.dispatcher.actor.member().unwrap();
    for tap in [
        dialogues::action::MemberTap::AskRole(id),
        dialogues::action::MemberTap::Remove(id),
        dialogues::action::MemberTap::Offer(id),
    ] {
        worker
            .taps_old(format!("{tap:?}").split('(').next().unwrap(), &dialogues::Action::Member(tap).encode())
            .await?;
    }
    let mut anna = Chat::open(&database, &office, office.residents[0].telegram_id(), "", Language::Ru).await?;
    anna.says("/org").await?;
    anna.says("/team").await?;
    insta::assert_snapshot!("worker_and_team", worker.transcript);
    insta::assert_snapshot!("resident_and_team", anna.transcript);
    let still = database.tenant(office.org, async |tx| Actor::load(tx, office.dispatcher.id()).await).await?;
    assert!(still.member().is_some());
    Ok(())
}
