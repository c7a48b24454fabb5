//! SQL of access.

mod elements;
mod roles;
mod teams;
mod viewings;

pub(super) use elements::{hidden, hidden_from, set_hidden};
pub(super) use roles::{
    delete_role, insert_role, lock_member, lock_role, members_see, roles, save_custom_role, save_role, set_members_see,
};
pub(super) use teams::{delete_team, insert_team, lock_team, save_team, set_team_members, teams};
pub(super) use viewings::{end_viewing, insert_viewing, member_person, read_only, viewing};

use sqlx::types::Json;

use super::{Actor, Filter, Role, Scope, given::Given};
use crate::{
    Result, TenantTx,
    ids::{AccountId, MemberId, PersonId, RoleId, TeamId},
};

/// The person, or whoever has the account, as an actor, with the role, the filter and the teams of their membership in
/// force; none when there is no such person.
pub(super) async fn membership(
    tx: &mut TenantTx,
    person: Option<PersonId>,
    account: Option<AccountId>,
) -> Result<Option<Actor>> {
    let row = sqlx::query!(
        r#"select p.id as "person: PersonId", m.id as "id?: MemberId", m.role as "role?: Role", m.filter as "filter?: Json<Filter>",
                  c.id as "custom?: RoleId", c.grants as "grants?: Json<Vec<String>>",
                  o.members_see as "members_see: Scope",
                  array(select t.team_id from team_members t where t.org_id = m.org_id and t.member_id = m.id
                        order by t.team_id) as "teams!: Vec<TeamId>"
           from people p
           join orgs o on o.id = p.org_id
           left join members m on m.org_id = p.org_id and m.person_id = p.id and m.removed_at is null
           left join roles c on c.org_id = m.org_id and c.id = m.custom_role_id
           where p.org_id = $1
             and p.id = coalesce($2, (select a.id from people a where a.org_id = $1 and a.account_id = $3))"#,
        tx.org().0,
        person.map(|person| person.0),
        account.map(|account| account.0),
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| {
        let person = row.person;
        let Some((member, role)) = row.id.zip(row.role) else { return Actor::Contact { person } };
        let given = Given {
            role,
            custom: row.custom.zip(row.grants.map(|grants| grants.0)),
            members_see: row.members_see,
            filter: row.filter.map(|filter| filter.0).unwrap_or_default(),
            teams: row.teams,
        };
        Actor::Member { person, member, role, rights: given.rights() }
    }))
}
