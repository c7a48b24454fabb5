//! Who works for an org: roles given and taken, leaving, and the two taps of a handover.

use std::time::Duration;

use domain::{
    Error,
    access::{Actor, Filter, Permission, Role},
    ids::{BuildingId, MemberId},
    members::{self, Change, Wanted, Whose},
    people::Newcomer,
    requests,
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture, Person},
};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

fn to(role: Role) -> Change {
    Change { role: Some(role), ..Change::default() }
}

fn id(person: &Person) -> MemberId {
    person.actor.member().unwrap()
}

async fn again(database: &TestDatabase, office: &OrgFixture, person: &Person) -> anyhow::Result<Actor> {
    Ok(database.tenant(office.org, async |tx| Actor::load(tx, person.id()).await).await?)
}

async fn admin(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<Person> {
    let met = fixtures::stranger(database.db(), office.org, 701, "Админ").await?;
    let who = Newcomer { telegram_id: 701, name: "Админ", username: None, language: None };
    database.tenant(office.org, async |tx| members::add(tx, &Actor::System, &who, Role::Admin).await).await?;
    Ok(Person { actor: again(database, office, &met).await?, ..met })
}

/// S4-25: a list with filters, in pages.
#[tokio::test]
async fn members_are_listed_page_by_page_by_role_and_by_name() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let list = async |wanted: &Wanted<'_>| -> anyhow::Result<Vec<String>> {
        let found = database.tenant(office.org, async |tx| members::list(tx, owner, wanted).await).await?;
        Ok(found.into_iter().map(|member| member.name).collect())
    };
    let all = list(&Wanted::default()).await?;
    assert_eq!(all, ["Рустам Владелец", "Малика Диспетчер", "Бобур Сантехник", "Акмаль Электрик"]);
    let wanted = Wanted { after: Some(id(&office.dispatcher)), limit: 1, ..Wanted::default() };
    assert_eq!(list(&wanted).await?, ["Бобур Сантехник"]);
    assert_eq!(list(&Wanted { role: Some(Role::Worker), ..Wanted::default() }).await?.len(), 2);
    assert_eq!(list(&Wanted { name: Some("малика"), ..Wanted::default() }).await?, ["Малика Диспетчер"]);
    assert_eq!(list(&Wanted { name: Some("%"), ..Wanted::default() }).await?.len(), 4, "no wildcard from outside");

    let resident = &office.residents[0].actor;
    let by_resident =
        database.tenant(office.org, async |tx| members::list(tx, resident, &Wanted::default()).await).await;
    assert!(matches!(by_resident, Err(Error::Forbidden(Permission::MembersRead))));
    Ok(())
}

/// S4-27
#[tokio::test]
async fn nobody_changes_themselves_nor_gives_or_takes_more_than_they_have() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, admin) = (&office.owner, admin(&database, &office).await?);
    let worker = id(&office.workers[0]);
    let change = async |actor: &Actor, member: MemberId, change: &Change| {
        let done = database.tenant(office.org, async |tx| members::change(tx, actor, member, None, change).await).await;
        done.map(|member| member.role).map_err(|error| error.code())
    };
    assert_eq!(change(&admin.actor, worker, &to(Role::Dispatcher)).await, Ok(Role::Dispatcher));
    assert_eq!(change(&admin.actor, id(&admin), &to(Role::Worker)).await, Err("own_membership"));
    assert_eq!(change(&owner.actor, id(owner), &to(Role::Admin)).await, Err("own_membership"));
    assert_eq!(change(&admin.actor, id(owner), &to(Role::Worker)).await, Err("beyond_your_rights"));
    assert_eq!(change(&admin.actor, worker, &to(Role::Owner)).await, Err("beyond_your_rights"));
    assert_eq!(
        change(&admin.actor, worker, &to(Role::Accountant)).await,
        Err("beyond_your_rights"),
        "payments are not theirs"
    );
    assert_eq!(change(&owner.actor, worker, &to(Role::Owner)).await, Err("owner_by_offer"));
    assert_eq!(change(&office.dispatcher.actor, worker, &to(Role::Worker)).await, Err("forbidden"));
    assert_eq!(change(&Actor::System, id(owner), &to(Role::Admin)).await, Err("last_owner"));

    // Whoever is limited to some houses gives no more of them.
    let building = Filter { buildings: vec![BuildingId(uuid::Uuid::from_u128(1))], ..Filter::default() };
    let limit = Change { filter: Some(building.clone()), ..Change::default() };
    assert_eq!(change(&owner.actor, id(&admin), &limit).await, Ok(Role::Admin));
    let limited = again(&database, &office, &admin).await?;
    assert_eq!(change(&limited, worker, &to(Role::Worker)).await, Err("beyond_your_rights"));
    let within = Change { role: Some(Role::Worker), filter: Some(building) };
    let (narrowed, wide) = (&office.workers[1], &office.workers[0]);
    assert_eq!(change(&owner.actor, id(narrowed), &within).await, Ok(Role::Worker));
    assert_eq!(change(&limited, id(narrowed), &to(Role::Dispatcher)).await, Ok(Role::Dispatcher));
    assert_eq!(change(&limited, id(wide), &to(Role::Worker)).await, Err("beyond_your_rights"));
    Ok(())
}

#[tokio::test]
async fn of_two_changes_of_one_version_the_second_is_told() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, worker) = (&office.owner.actor, id(&office.workers[0]));
    let change = async |role| {
        database.tenant(office.org, async |tx| members::change(tx, owner, worker, Some(1), &to(role)).await).await
    };
    assert_eq!(change(Role::Dispatcher).await?.version, 2);
    assert_eq!(change(Role::Manager).await.unwrap_err().code(), "changed_meanwhile");
    Ok(())
}

/// S4-28: a removed member is refused with the next request; the person stays a resident and can be added again.
#[tokio::test]
async fn a_removed_member_is_refused_at_once_and_can_come_back() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, worker) = (&office.owner.actor, &office.workers[0]);
    let request = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    let own = database.tenant(office.org, async |tx| members::remove(tx, owner, id(&office.owner)).await).await;
    assert_eq!(own.unwrap_err().code(), "own_membership");
    database.tenant(office.org, async |tx| members::remove(tx, owner, id(worker)).await).await?;

    let now = again(&database, &office, worker).await?;
    assert_eq!(now.member(), None);
    let take = database.tenant(office.org, async |tx| requests::take(tx, &now, request).await).await;
    assert!(take.is_err(), "{take:?}");
    let gone = database.tenant(office.org, async |tx| members::get(tx, owner, id(worker)).await).await;
    assert!(matches!(gone, Err(Error::NotFound("member"))));

    let who = Newcomer { telegram_id: worker.telegram_id(), name: "Бобур", username: None, language: None };
    let back = database.tenant(office.org, async |tx| members::add(tx, owner, &who, Role::Worker).await).await?;
    assert_ne!(back, id(worker), "a new membership: the old one is history");
    let now = again(&database, &office, worker).await?;
    database.tenant(office.org, async |tx| requests::take(tx, &now, request).await).await?;
    Ok(())
}

#[tokio::test]
async fn the_last_owner_cannot_leave_and_of_two_who_leave_at_once_one_stays() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner;
    let alone = database.tenant(office.org, async |tx| members::leave(tx, &owner.actor).await).await;
    assert_eq!(alone.unwrap_err().code(), "last_owner");
    let by_system = database.tenant(office.org, async |tx| members::remove(tx, &Actor::System, id(owner)).await).await;
    assert_eq!(by_system.unwrap_err().code(), "last_owner");

    let second = &office.dispatcher;
    database
        .tenant(office.org, async |tx| members::change(tx, &Actor::System, id(second), None, &to(Role::Owner)).await)
        .await?;
    let other = again(&database, &office, second).await?;
    let (one, two) = tokio::join!(
        database.tenant(office.org, async |tx| members::leave(tx, &owner.actor).await),
        database.tenant(office.org, async |tx| members::leave(tx, &other).await),
    );
    let refused: Vec<_> = [one, two].into_iter().filter_map(|left| left.err().map(|error| error.code())).collect();
    assert_eq!(refused, ["last_owner"]);
    let resident = database.tenant(office.org, async |tx| members::leave(tx, &office.residents[0].actor).await).await;
    assert!(matches!(resident, Err(Error::NotFound("member"))));
    Ok(())
}

#[tokio::test]
async fn ownership_passes_by_two_taps_within_a_day() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, heir) = (&office.owner, &office.dispatcher);
    let offer = async |actor: &Actor, to: MemberId| {
        database.tenant(office.org, async |tx| members::offer_ownership(tx, actor, to).await).await
    };
    assert_eq!(offer(&owner.actor, id(owner)).await.unwrap_err().code(), "already_owner");
    assert_eq!(offer(&heir.actor, id(owner)).await.unwrap_err().code(), "forbidden");
    let first = offer(&owner.actor, id(heir)).await?;
    assert_eq!(offer(&owner.actor, id(&office.workers[0])).await.unwrap_err().code(), "offer_open");

    let accept = async |actor: &Actor, offer| {
        database.tenant(office.org, async |tx| members::accept_ownership(tx, actor, offer).await).await
    };
    assert_eq!(accept(&owner.actor, first.id).await.unwrap_err().code(), "forbidden", "both have to tap");
    assert_eq!(accept(&office.workers[0].actor, first.id).await.unwrap_err().code(), "not_found");

    // Either withdraws.
    let withdraw = async |actor: &Actor, offer| {
        database.tenant(office.org, async |tx| members::withdraw_offer(tx, actor, offer).await).await
    };
    withdraw(&heir.actor, first.id).await?;
    assert_eq!(accept(&heir.actor, first.id).await.unwrap_err().code(), "offer_gone");
    let second = offer(&owner.actor, id(heir)).await?;
    withdraw(&owner.actor, second.id).await?;

    // A day later it is gone, and makes room for another.
    let late = offer(&owner.actor, id(heir)).await?;
    database.db().source().advance(DAY);
    assert_eq!(accept(&heir.actor, late.id).await.unwrap_err().code(), "offer_gone");
    let open = database.tenant(office.org, async |tx| members::open_offer(tx, &owner.actor).await).await?;
    assert_eq!(open, None);

    let last = offer(&owner.actor, id(heir)).await?;
    let seen = database.tenant(office.org, async |tx| members::open_offer(tx, &office.workers[0].actor).await).await?;
    assert_eq!(seen, None, "it is between the two");
    accept(&heir.actor, last.id).await?;
    let (was, is) = (again(&database, &office, owner).await?, again(&database, &office, heir).await?);
    let role = |actor: &Actor| match actor {
        Actor::Member { role, .. } => Some(*role),
        _ => None,
    };
    assert_eq!((role(&was), role(&is)), (Some(Role::Admin), Some(Role::Owner)));
    Ok(())
}

#[tokio::test]
async fn an_offer_to_somebody_who_is_removed_is_off() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, heir) = (&office.owner.actor, &office.workers[0]);
    database.tenant(office.org, async |tx| members::offer_ownership(tx, owner, id(heir)).await).await?;
    database.tenant(office.org, async |tx| members::remove(tx, owner, id(heir)).await).await?;
    let open = database.tenant(office.org, async |tx| members::open_offer(tx, owner).await).await?;
    assert_eq!(open, None);
    Ok(())
}

/// S4-24: my organisations.
#[tokio::test]
async fn a_person_sees_the_orgs_in_which_they_work_and_no_others() -> anyhow::Result<()> {
    let (database, a, b) = fixtures::neighbours().await?;
    let who = a.owner.telegram_id();
    let orgs = members::list_orgs(database.db(), Whose::Telegram(who)).await?;
    assert_eq!(orgs.iter().map(|org| (org.org, org.role)).collect::<Vec<_>>(), [(a.org, Role::Owner)]);
    assert_eq!(orgs[0].bot.as_deref(), Some("office_1_bot"));
    let there = Newcomer { telegram_id: who, name: "Рустам", username: None, language: None };
    database.tenant(b.org, async |tx| members::add(tx, &Actor::System, &there, Role::Worker).await).await?;
    let orgs = members::list_orgs(database.db(), Whose::Telegram(who)).await?;
    assert_eq!(orgs.iter().map(|org| org.role).collect::<Vec<_>>(), [Role::Owner, Role::Worker]);
    assert_eq!(
        members::list_orgs(database.db(), Whose::Telegram(fixtures::COMMUTER)).await?,
        [],
        "a resident works for nobody"
    );
    Ok(())
}
