//! Roles of the org's own: who may make them, what they may grant, who may have them.

use domain::{
    access::{self, Actor, Grants, NewRole, Permission, Role, RoleEdit, RoleRef, Scope},
    ids::MemberId,
    members,
    people::Newcomer,
};
use testkit::fixtures::{self, OrgFixture, Person};

async fn admin(database: &testkit::TestDatabase, office: &OrgFixture) -> anyhow::Result<Actor> {
    let who = Newcomer { telegram_id: 77, name: "Админ", username: None, language: None };
    let mut tx = database.db().tenant(office.org).await?;
    members::add(&mut tx, &Actor::System, &who, Role::Admin).await?;
    let person = fixtures::person(&mut tx, &who).await?;
    tx.commit().await?;
    Ok(person.actor)
}

fn member(person: &Person) -> MemberId {
    person.actor.member().unwrap()
}

fn custom<'a>(name: &'a str, grants: &[&str]) -> NewRole<'a> {
    NewRole { name, based_on: Role::Worker, grants: Some(Grants::parse(grants).unwrap()) }
}

/// S0-160, S1-91, S2-70: a role of the org's own is made, given, changed for everybody who has it, and deleted.
#[tokio::test]
async fn the_whole_life_of_a_role() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, worker) = (&office.owner.actor, &office.workers[0]);
    let mut tx = database.db().tenant(office.org).await?;
    let role =
        access::create_role(&mut tx, owner, &custom(" Кладовщик ", &["catalog.*", "requests.read:team"])).await?;
    assert_eq!((role.name.as_str(), role.members, role.version), ("Кладовщик", 0, 1));
    let taken = access::create_role(&mut tx, owner, &custom("КЛАДОВЩИК", &[])).await;
    assert_eq!(taken.unwrap_err().code(), "role_name_taken");
    drop(tx);

    let mut tx = database.db().tenant(office.org).await?;
    let role = access::create_role(&mut tx, owner, &custom("Кладовщик", &["catalog.*", "requests.read:team"])).await?;
    access::give_role(&mut tx, owner, member(worker), role.id).await?;
    let now = Actor::load(&mut tx, worker.id()).await?;
    assert_eq!(now.require(Permission::CatalogManage)?, Scope::All);
    assert_eq!(now.require(Permission::RequestsTake).unwrap_err().code(), "forbidden", "what a worker has is gone");
    assert_eq!(now.require(Permission::RequestsCreate)?, Scope::Own, "their own home is not");
    assert_eq!(RoleRef::of(&now), Some(RoleRef::Custom(role.id)));

    let edit = RoleEdit { name: Some("Склад"), grants: Some(Grants::parse(["catalog.read"])?) };
    let edited = access::edit_role(&mut tx, owner, role.id, Some(1), &edit).await?;
    assert_eq!((edited.name.as_str(), edited.members, edited.version), ("Склад", 1, 2));
    let again = access::edit_role(&mut tx, owner, role.id, Some(1), &edit).await;
    assert_eq!(again.unwrap_err().code(), "changed_meanwhile");
    let now = Actor::load(&mut tx, worker.id()).await?;
    assert!(now.require(Permission::CatalogManage).is_err(), "with the next transaction of whoever has it");

    access::take_role(&mut tx, owner, member(worker), role.id).await?;
    let now = Actor::load(&mut tx, worker.id()).await?;
    assert_eq!(RoleRef::of(&now), Some(RoleRef::Preset(Role::Worker)), "what it was based on remains");
    let again = access::take_role(&mut tx, owner, member(worker), role.id).await;
    assert_eq!(again.unwrap_err().code(), "not_found");
    access::give_role(&mut tx, owner, member(worker), role.id).await?;
    let kept = access::delete_role(&mut tx, owner, role.id, None).await;
    assert_eq!(kept.unwrap_err().code(), "role_in_use");
    Ok(())
}

#[tokio::test]
async fn a_role_that_nobody_has_any_more_can_be_deleted() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, worker) = (&office.owner.actor, &office.workers[0]);
    let mut tx = database.db().tenant(office.org).await?;
    let role = access::create_role(&mut tx, owner, &custom("Склад", &["catalog.*"])).await?;
    access::give_role(&mut tx, owner, member(worker), role.id).await?;
    let mut other = access::create_role(&mut tx, owner, &custom("Другая", &["catalog.read"])).await?;
    access::give_role(&mut tx, owner, member(worker), other.id).await?;
    access::delete_role(&mut tx, owner, role.id, Some(1)).await?;
    other = access::role(&mut tx, owner, other.id).await?;
    assert_eq!(access::list_roles(&mut tx, owner).await?, [other]);
    assert_eq!(access::role(&mut tx, owner, role.id).await.unwrap_err().code(), "not_found");
    Ok(())
}

#[tokio::test]
async fn nobody_gives_more_than_they_have() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, admin, worker) = (&office.owner.actor, admin(&database, &office).await?, &office.workers[0]);
    let mut tx = database.db().tenant(office.org).await?;
    for grants in [&["org.delete"][..], &["*"], &["payments.refund:own"], &["catalog.read", "org.billing"]] {
        let answer = access::create_role(&mut tx, &admin, &custom("Больше", grants)).await;
        assert_eq!(answer.unwrap_err().code(), "beyond_your_rights", "{grants:?}");
    }
    let mighty = access::create_role(&mut tx, owner, &custom("Касса", &["payments.*"])).await?;
    let modest = access::create_role(&mut tx, &admin, &custom("Склад", &["catalog.*"])).await?;
    let more = RoleEdit { grants: Some(Grants::parse(["payments.refund"])?), ..RoleEdit::default() };
    let less = RoleEdit { grants: Some(Grants::NONE), ..RoleEdit::default() };
    for (role, edit) in [(modest.id, &more), (mighty.id, &less)] {
        let answer = access::edit_role(&mut tx, &admin, role, None, edit).await;
        assert_eq!(answer.unwrap_err().code(), "beyond_your_rights");
    }
    let answer = access::delete_role(&mut tx, &admin, mighty.id, None).await;
    assert_eq!(answer.unwrap_err().code(), "beyond_your_rights");
    let answer = access::give_role(&mut tx, &admin, member(worker), mighty.id).await;
    assert_eq!(answer.unwrap_err().code(), "beyond_your_rights");

    access::give_role(&mut tx, owner, member(worker), mighty.id).await?;
    let answer = access::give_role(&mut tx, &admin, member(worker), modest.id).await;
    assert_eq!(answer.unwrap_err().code(), "beyond_your_rights", "nor takes away what they do not have");
    Ok(())
}

#[tokio::test]
async fn nobody_changes_their_own_role_and_an_owner_keeps_every_right() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, admin) = (&office.owner.actor, admin(&database, &office).await?);
    let mut tx = database.db().tenant(office.org).await?;
    let role =
        access::create_role(&mut tx, owner, &custom("Роли", &["roles.*", "members.manage", "catalog.*"])).await?;
    let of_owner = access::give_role(&mut tx, &Actor::System, owner.member().unwrap(), role.id).await;
    assert_eq!(of_owner.unwrap_err().code(), "owner_stays");
    let own = access::give_role(&mut tx, &admin, admin.member().unwrap(), role.id).await;
    assert_eq!(own.unwrap_err().code(), "own_role");

    access::give_role(&mut tx, owner, admin.member().unwrap(), role.id).await?;
    let keeper = Actor::load(&mut tx, admin.person().unwrap()).await?;
    let edit = RoleEdit { grants: Some(Grants::parse(["catalog.*"])?), ..RoleEdit::default() };
    let own = access::edit_role(&mut tx, &keeper, role.id, None, &edit).await;
    assert_eq!(own.unwrap_err().code(), "own_role");

    let as_owner = NewRole { based_on: Role::Owner, ..custom("Второй владелец", &[]) };
    assert_eq!(access::create_role(&mut tx, owner, &as_owner).await.unwrap_err().code(), "role_invalid");
    for name in ["", " \u{7} ", &"я".repeat(81)] {
        assert_eq!(access::create_role(&mut tx, owner, &custom(name, &[])).await.unwrap_err().code(), "title_invalid");
    }
    Ok(())
}

#[tokio::test]
async fn only_whoever_manages_roles_does() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let mut tx = database.db().tenant(office.org).await?;
    let role = access::create_role(&mut tx, owner, &custom("Склад", &["catalog.*"])).await?;
    for actor in [&office.dispatcher.actor, &office.workers[0].actor, &office.residents[0].actor] {
        let target = member(&office.workers[1]);
        for answer in [
            access::list_roles(&mut tx, actor).await.map(drop),
            access::role(&mut tx, actor, role.id).await.map(drop),
            access::create_role(&mut tx, actor, &custom("Ещё", &[])).await.map(drop),
            access::edit_role(&mut tx, actor, role.id, None, &RoleEdit::default()).await.map(drop),
            access::delete_role(&mut tx, actor, role.id, None).await,
            access::give_role(&mut tx, actor, target, role.id).await,
            access::explain_member(&mut tx, actor, target, Permission::RequestsRead).await.map(drop),
            access::set_members_see(&mut tx, actor, Scope::Team).await,
        ] {
            assert_eq!(answer.unwrap_err().code(), "forbidden");
        }
    }
    Ok(())
}

/// K1: «members see: all / own / team».
#[tokio::test]
async fn the_org_decides_what_members_see() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let who = Newcomer { telegram_id: 78, name: "Продавец", username: None, language: None };
    let mut tx = database.db().tenant(office.org).await?;
    members::add(&mut tx, owner, &who, Role::Member).await?;
    let person = fixtures::person(&mut tx, &who).await?.id();
    for scope in [Scope::All, Scope::Team, Scope::Assigned] {
        access::set_members_see(&mut tx, owner, scope).await?;
        let actor = Actor::load(&mut tx, person).await?;
        assert_eq!(actor.require(Permission::DealsRead)?, scope);
        let why = access::explain_member(&mut tx, owner, actor.member().unwrap(), Permission::DealsRead).await?;
        assert_eq!(why.members_see, (scope != Scope::All).then_some(scope));
        assert_eq!(access::set_members_see(&mut tx, &actor, Scope::All).await.unwrap_err().code(), "forbidden");
    }
    assert_eq!(access::set_members_see(&mut tx, owner, Scope::Own).await.unwrap_err().code(), "members_see_invalid");
    Ok(())
}
