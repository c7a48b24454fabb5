//! Invites: once, in time, and never for more than the inviter has.

use std::time::Duration;

use chrono::TimeDelta;
use domain::{
    Result,
    access::{Actor, Role},
    ids::MemberId,
    invites::{self, NewInvite, Written},
    members::{self, Change},
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture, Person},
};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

async fn invite(database: &TestDatabase, office: &OrgFixture, actor: &Actor, new: &NewInvite<'_>) -> Result<Written> {
    database.tenant(office.org, async |tx| invites::create(tx, actor, new).await).await
}

/// Opens the link and accepts, as the dialogue does.
async fn accept(
    database: &TestDatabase,
    office: &OrgFixture,
    person: &Person,
    written: &Written,
) -> Result<MemberId, &'static str> {
    let token = written.start.strip_prefix(invites::LINK_PREFIX).unwrap();
    let done = database
        .tenant(office.org, async |tx| {
            let invite = invites::open(tx, token).await?;
            let actor = Actor::load(tx, person.id()).await?;
            invites::accept(tx, &actor, invite.id).await
        })
        .await;
    done.map_err(|error| error.code())
}

async fn role(database: &TestDatabase, office: &OrgFixture, person: &Person) -> anyhow::Result<Option<Role>> {
    Ok(match database.tenant(office.org, async |tx| Actor::load(tx, person.id()).await).await? {
        Actor::Member { role, .. } => Some(role),
        _ => None,
    })
}

#[tokio::test]
async fn an_invite_works_once_and_only_its_hash_is_kept() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let new = NewInvite { name: Some(" Лола "), ..NewInvite::to(Role::Dispatcher) };
    let written = invite(&database, &office, owner, &new).await?;
    assert_eq!(written.link("bahor_bot"), format!("https://t.me/bahor_bot?start={}", written.start));
    assert!(written.start.len() <= 64 && written.start.len() >= 2 + 22, "128 bits: {}", written.start.len());
    assert_eq!(written.invite.name.as_deref(), Some("Лола"));
    assert!(!format!("{written:?}").contains(&written.start[2..]), "the token is not for logs");

    let mut superuser = database.superuser().await?;
    let dump: String = sqlx::query_scalar(
        "select string_agg(i::text, '') || (select string_agg(e::text, '') from events e) from invites i",
    )
    .fetch_one(&mut superuser)
    .await?;
    assert!(!dump.contains(&written.start[2..]));

    let lola = fixtures::stranger(database.db(), office.org, 801, "Лола").await?;
    let anna = &office.residents[0];
    assert!(accept(&database, &office, &lola, &written).await.is_ok());
    assert_eq!(role(&database, &office, &lola).await?, Some(Role::Dispatcher));
    assert_eq!(accept(&database, &office, anna, &written).await, Err("invite_used"));
    assert_eq!(role(&database, &office, anna).await?, None);
    Ok(())
}

#[tokio::test]
async fn of_two_who_accept_at_once_one_joins() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let written = invite(&database, &office, &office.owner.actor, &NewInvite::to(Role::Worker)).await?;
    let [one, two] = &office.residents;
    let done = tokio::join!(accept(&database, &office, one, &written), accept(&database, &office, two, &written));
    let outcomes = [done.0.err(), done.1.err()];
    assert!(outcomes.contains(&None) && outcomes.contains(&Some("invite_used")), "{outcomes:?}");
    Ok(())
}

#[tokio::test]
async fn an_expired_a_withdrawn_and_a_foreign_invite_say_so() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, lola) = (&office.owner.actor, fixtures::stranger(database.db(), office.org, 801, "Лола").await?);
    let withdrawn = invite(&database, &office, owner, &NewInvite::to(Role::Worker)).await?;
    for _ in 0..2 {
        database.tenant(office.org, async |tx| invites::revoke(tx, owner, withdrawn.invite.id).await).await?;
    }
    assert_eq!(accept(&database, &office, &lola, &withdrawn).await, Err("invite_revoked"));

    let old = invite(&database, &office, owner, &NewInvite::to(Role::Worker)).await?;
    let open = database.tenant(office.org, async |tx| invites::list(tx, owner).await).await?;
    assert_eq!(open.iter().map(|invite| invite.id).collect::<Vec<_>>(), [old.invite.id]);
    database.db().source().advance(DAY * 7);
    assert_eq!(accept(&database, &office, &lola, &old).await, Err("invite_expired"));
    assert_eq!(database.tenant(office.org, async |tx| invites::list(tx, owner).await).await?, []);

    let forged = Written { start: format!("i_{}", "x".repeat(24)), ..old };
    assert_eq!(accept(&database, &office, &lola, &forged).await, Err("invite_unknown"));
    let too_long = NewInvite { lasts: TimeDelta::days(31), ..NewInvite::to(Role::Worker) };
    assert_eq!(invite(&database, &office, owner, &too_long).await.unwrap_err().code(), "invite_too_long");
    Ok(())
}

#[tokio::test]
async fn an_invite_gives_no_more_than_its_inviter_has_then_and_now() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let lola = fixtures::stranger(database.db(), office.org, 801, "Лола").await?;
    let by_worker = invite(&database, &office, &office.workers[0].actor, &NewInvite::to(Role::Worker)).await;
    assert_eq!(by_worker.unwrap_err().code(), "forbidden");

    let admin = office.dispatcher.actor.member().unwrap();
    let make = Change { role: Some(Role::Admin), ..Change::default() };
    database.tenant(office.org, async |tx| members::change(tx, owner, admin, None, &make).await).await?;
    let actor = database.tenant(office.org, async |tx| Actor::load(tx, office.dispatcher.id()).await).await?;
    let above = invite(&database, &office, &actor, &NewInvite::to(Role::Owner)).await;
    assert_eq!(above.unwrap_err().code(), "beyond_your_rights");
    let written = invite(&database, &office, &actor, &NewInvite::to(Role::Manager)).await?;
    let own = database.tenant(office.org, async |tx| invites::accept(tx, &actor, written.invite.id).await).await;
    assert_eq!(own.unwrap_err().code(), "invite_own");

    // The inviter lost the right to invite: the invite is worth nothing now.
    let back = Change { role: Some(Role::Dispatcher), ..Change::default() };
    database.tenant(office.org, async |tx| members::change(tx, owner, admin, None, &back).await).await?;
    assert_eq!(accept(&database, &office, &lola, &written).await, Err("invite_revoked"));
    Ok(())
}

#[tokio::test]
async fn a_member_is_raised_by_an_invite_and_never_lowered() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let worker = &office.workers[0];
    let down = invite(&database, &office, owner, &NewInvite::to(Role::Worker)).await?;
    assert_eq!(accept(&database, &office, &office.dispatcher, &down).await, Err("invite_not_more"));
    assert_eq!(accept(&database, &office, worker, &down).await, Err("invite_not_more"));
    assert_eq!(role(&database, &office, &office.dispatcher).await?, Some(Role::Dispatcher));

    let up = invite(&database, &office, owner, &NewInvite::to(Role::Admin)).await?;
    assert_eq!(accept(&database, &office, worker, &up).await.ok(), worker.actor.member());
    assert_eq!(role(&database, &office, worker).await?, Some(Role::Admin));
    Ok(())
}
