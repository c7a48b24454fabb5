//! The same for roles, teams, hidden elements and seeing with another's eyes.

use domain::{
    access::{self, Grants, NewRole, Permission, Role, RoleEdit, RoleRef, Scope, Viewing},
    ids::{MemberId, RoleId, TeamId},
};
use testkit::{TestDatabase, fixtures::OrgFixture};

use super::Findings;

/// What an org has of these.
pub(super) struct Rights {
    role: RoleId,
    team: TeamId,
    viewing: Viewing,
    member: MemberId,
}

pub(super) async fn live(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<Rights> {
    let (org, owner) = (office.org, &office.owner.actor);
    let member = office.workers[1].actor.member().unwrap();
    let name = format!("Роль {}", office.info.name);
    let new = NewRole { name: &name, based_on: Role::Worker, grants: None };
    let role = database.tenant(org, async |tx| access::create_role(tx, owner, &new).await).await?.id;
    let name = format!("Команда {}", office.info.name);
    let team = database.tenant(org, async |tx| access::create_team(tx, owner, &name, &[member]).await).await?.id;
    let hidden = ["requests.column.phone".to_owned()];
    let whose = RoleRef::Custom(role);
    database.tenant(org, async |tx| access::hide_elements(tx, owner, whose, &hidden).await).await?;
    let viewing = database.tenant(org, async |tx| access::start_viewing(tx, owner, member).await).await?;
    Ok(Rights { role, team, viewing, member })
}

/// A tries what is B's.
pub(super) async fn tried(
    found: &mut Findings,
    database: &TestDatabase,
    a: &OrgFixture,
    theirs: &Rights,
) -> anyhow::Result<()> {
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(a.org, async |$tx| $call.await).await)
        };
    }
    let owner = &a.owner.actor;
    let (own, Rights { role, team, viewing, member }) = (live(database, a).await?, theirs);
    let new = NewRole { name: "Моя", based_on: Role::Worker, grants: Some(Grants::NONE) };
    tried!("access::list_roles", |tx| access::list_roles(tx, owner));
    tried!("access::role", |tx| access::role(tx, owner, *role));
    tried!("access::role_name", |tx| access::role_name(tx, *role));
    tried!("access::create_role", |tx| access::create_role(tx, owner, &new));
    tried!("access::edit_role", |tx| access::edit_role(tx, owner, *role, None, &RoleEdit::default()));
    tried!("access::delete_role", |tx| access::delete_role(tx, owner, *role, None));
    tried!("access::give_role", |tx| access::give_role(tx, owner, own.member, *role));
    tried!("access::give_role", |tx| access::give_role(tx, owner, *member, own.role));
    tried!("access::take_role", |tx| access::take_role(tx, owner, *member, *role));
    tried!("access::take_role", |tx| access::take_role(tx, owner, own.member, *role));
    tried!("access::list_teams", |tx| access::list_teams(tx, owner));
    tried!("access::team", |tx| access::team(tx, owner, *team));
    tried!("access::create_team", |tx| access::create_team(tx, owner, "Чужие", &[*member]));
    tried!("access::edit_team", |tx| access::edit_team(tx, owner, *team, None, Some("Моя"), None));
    tried!("access::edit_team", |tx| access::edit_team(tx, owner, own.team, None, None, Some(&[*member])));
    tried!("access::delete_team", |tx| access::delete_team(tx, owner, *team, None));
    tried!("access::hide_elements", |tx| access::hide_elements(tx, owner, RoleRef::Custom(*role), &[]));
    let hidden = ["menu.requests".to_owned()];
    tried!("access::hide_elements", |tx| access::hide_elements(tx, owner, RoleRef::Custom(*role), &hidden));
    tried!("access::list_hidden", |tx| access::list_hidden(tx, owner));
    tried!("access::my_screens", |tx| access::my_screens(tx, owner));
    tried!("access::explain_member", |tx| access::explain_member(tx, owner, *member, Permission::RequestsRead));
    tried!("access::members_see", |tx| access::members_see(tx, owner));
    tried!("access::set_members_see", |tx| access::set_members_see(tx, owner, Scope::Team));
    tried!("access::start_viewing", |tx| access::start_viewing(tx, owner, *member));
    tried!("access::note_viewing", |tx| access::note_viewing(tx, owner, viewing.id, "GET /"));
    tried!("access::look", |tx| access::look(tx, owner, viewing));
    tried!("access::stop_viewing", |tx| access::stop_viewing(tx, owner));
    Ok(())
}
