//! Teams: who is in them, and that the scope `team` follows.

use domain::{
    access::{self, Actor, Grants, NewRole, Permission, Rights, Role, Scope},
    ids::MemberId,
};
use testkit::fixtures;

#[tokio::test]
async fn the_whole_life_of_a_team() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let [bobur, akmal] = office.workers.each_ref().map(|worker| worker.actor.member().unwrap());
    let mut tx = database.db().tenant(office.org).await?;
    let team = access::create_team(&mut tx, owner, "Сантехники", &[bobur, bobur]).await?;
    assert_eq!((&team.members[..], team.version), (&[bobur][..], 1));
    let loaded = Actor::load(&mut tx, office.workers[0].id()).await?;
    assert_eq!(loaded.rights().map(Rights::teams), Some(&[team.id][..]), "read in the trip that reads the role");

    let edited = access::edit_team(&mut tx, owner, team.id, Some(1), None, Some(&[akmal])).await?;
    assert_eq!((&edited.members[..], edited.version), (&[akmal][..], 2));
    let late = access::edit_team(&mut tx, owner, team.id, Some(1), Some("Электрики"), None).await;
    assert_eq!(late.unwrap_err().code(), "changed_meanwhile");
    assert_eq!(access::list_teams(&mut tx, &loaded).await?, [edited], "every colleague may see the teams");

    access::delete_team(&mut tx, owner, team.id, Some(2)).await?;
    assert_eq!(access::team(&mut tx, owner, team.id).await.unwrap_err().code(), "not_found");
    let loaded = Actor::load(&mut tx, office.workers[1].id()).await?;
    assert_eq!(loaded.rights().map(Rights::teams), Some(&[][..]));
    Ok(())
}

#[tokio::test]
async fn a_team_has_a_name_and_members_of_this_org() -> anyhow::Result<()> {
    let (database, a, b) = fixtures::neighbours().await?;
    let owner = &a.owner.actor;
    for (members, code) in [
        (vec![b.workers[0].actor.member().unwrap()], "member_unknown"),
        (vec![MemberId(uuid::Uuid::nil())], "member_unknown"),
        ((0..501).map(|n| MemberId(uuid::Uuid::from_u128(n))).collect(), "team_too_large"),
    ] {
        let answer = database.tenant(a.org, async |tx| access::create_team(tx, owner, "Чужие", &members).await).await;
        assert_eq!(answer.unwrap_err().code(), code);
    }
    database.tenant(a.org, async |tx| access::create_team(tx, owner, "Свои", &[]).await).await?;
    let again = database.tenant(a.org, async |tx| access::create_team(tx, owner, "свои", &[]).await).await;
    assert_eq!(again.unwrap_err().code(), "team_name_taken");
    database.tenant(b.org, async |tx| access::create_team(tx, &b.owner.actor, "Свои", &[]).await).await?;

    for actor in [&a.dispatcher.actor, &a.workers[0].actor, &a.residents[0].actor] {
        let answer = database.tenant(a.org, async |tx| access::create_team(tx, actor, "Ещё", &[]).await).await;
        assert_eq!(answer.unwrap_err().code(), "forbidden");
    }
    assert_eq!(a.workers[0].actor.require(Permission::TeamsRead)?, Scope::All);
    Ok(())
}

#[tokio::test]
async fn nobody_widens_their_own_reach_by_joining_a_team() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, worker) = (&office.owner.actor, &office.workers[0]);
    let own = worker.actor.member().unwrap();
    let mut tx = database.db().tenant(office.org).await?;
    let grants = Some(Grants::parse(["teams.*", "requests.read:team"])?);
    let new = NewRole { name: "Бригадир", based_on: Role::Worker, grants };
    let role = access::create_role(&mut tx, owner, &new).await?;
    access::give_role(&mut tx, owner, own, role.id).await?;
    let actor = Actor::load(&mut tx, worker.id()).await?;
    let team = access::create_team(&mut tx, &actor, "Электрики", &[]).await?;
    let joined = access::edit_team(&mut tx, &actor, team.id, None, None, Some(&[own])).await;
    assert_eq!(joined.unwrap_err().code(), "own_role");
    assert_eq!(access::create_team(&mut tx, &actor, "Ещё", &[own]).await.unwrap_err().code(), "own_role");
    access::edit_team(&mut tx, owner, team.id, None, None, Some(&[own])).await?;
    Ok(())
}
