//! «Почему я вижу»: which role, which grant, which scope and filter gave a right. Data; the words are in
//! `locales/*/access.ftl`.

use super::{Actor, Filter, Permission, Preset, Rights, Role, RoleRef, Scope, presets, store};
use crate::{
    Error, Result, TenantTx,
    events::{self, Changes, Event},
    ids::{MemberId, PersonId, TeamId},
};

/// Where a right comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// What everybody has on their own things.
    Everybody,
    /// A role.
    Role(RoleRef),
    /// What a program was given.
    Program,
    /// Kontora itself may everything.
    System,
}

/// Why somebody may, or may not, use a permission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// Which permission.
    pub permission: Permission,
    /// On what it may be used; none: it may not.
    pub scope: Option<Scope>,
    /// What the source grants, before a filter; `requests.read:all`.
    pub grant: Option<String>,
    /// Where it comes from; none when it is not granted.
    pub source: Option<Source>,
    /// The filter, when it narrows the grant.
    pub filter: Option<Filter>,
    /// The teams that count, when the scope reaches that far.
    pub teams: Vec<TeamId>,
    /// The org's setting «members see», when it narrows the grant.
    pub members_see: Option<Scope>,
    /// Who looks through these eyes; then only looking is possible.
    pub seen_by: Option<PersonId>,
}

/// Why the actor may use `permission`, or may not. Pure.
pub fn explain(actor: &Actor, permission: Permission) -> Why {
    let (scope, granted, rights) = (actor.granted(permission), actor.grants().get(permission), actor.rights());
    let everybodys = presets::contact().get(permission);
    let source = granted.map(|granted| match actor {
        Actor::System => Source::System,
        Actor::Service { .. } => Source::Program,
        Actor::Contact { .. } => Source::Everybody,
        Actor::Member { .. } if everybodys == Some(granted) => Source::Everybody,
        Actor::Member { role, rights, .. } => {
            Source::Role(rights.custom().map_or(RoleRef::Preset(*role), RoleRef::Custom))
        }
    });
    let narrowed = match source {
        Some(Source::Role(RoleRef::Preset(Role::Member))) => {
            granted.filter(|granted| Preset::Member(Role::Member).grants().get(permission) > Some(*granted))
        }
        _ => None,
    };
    Why {
        permission,
        scope,
        grant: granted.map(|scope| format!("{permission}:{}", scope.code())),
        source,
        filter: rights.and_then(Rights::filter).filter(|_| scope == Some(Scope::Filter)).cloned(),
        teams: rights.filter(|_| scope >= Some(Scope::Team)).map(|it| it.teams().to_vec()).unwrap_or_default(),
        members_see: narrowed,
        seen_by: rights.and_then(Rights::seen_by),
    }
}

/// The same about a member, for whoever may see the roles.
pub async fn explain_member(tx: &mut TenantTx, actor: &Actor, member: MemberId, permission: Permission) -> Result<Why> {
    actor.require(Permission::RolesRead)?;
    let person = store::member_person(tx, member).await?.ok_or(Error::NotFound("member"))?;
    Ok(explain(&Actor::load(tx, person).await?, permission))
}

/// The org's setting «members see»: [`Scope::All`], [`Scope::Team`], or [`Scope::Assigned`] for what is theirs (K1).
pub async fn members_see(tx: &mut TenantTx, actor: &Actor) -> Result<Scope> {
    actor.require(Permission::RolesRead)?;
    store::members_see(tx).await
}

/// Sets it. Nobody narrows or widens themselves: not by somebody whose own role it is.
pub async fn set_members_see(tx: &mut TenantTx, actor: &Actor, scope: Scope) -> Result<()> {
    actor.require(Permission::SettingsManage)?;
    if !matches!(scope, Scope::All | Scope::Team | Scope::Assigned) {
        return Err(Error::Invalid { field: "members_see", code: "members_see_invalid" });
    }
    if RoleRef::of(actor) == Some(RoleRef::Preset(Role::Member)) {
        return Err(Error::Refused("own_role"));
    }
    let changes = Changes::of("members_see", &store::members_see(tx).await?, &scope);
    if changes.is_empty() {
        return Ok(());
    }
    store::set_members_see(tx, scope).await?;
    events::record(tx, actor, &Event::OrgEdited { changes }).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::BuildingId;

    #[test]
    fn a_right_says_where_it_comes_from() {
        let nil = uuid::Uuid::nil();
        let manager = Actor::preset(PersonId(nil), MemberId(nil), Role::Manager);
        let why = explain(&manager, Permission::RequestsRead);
        assert_eq!(why.source, Some(Source::Role(RoleRef::Preset(Role::Manager))));
        assert_eq!(why.grant.as_deref(), Some("requests.read:all"));
        assert_eq!(explain(&manager, Permission::SettingsManage).source, None);
        assert_eq!(explain(&manager, Permission::PaymentsCreate).source, Some(Source::Everybody), "their own home");

        let filter = Filter { buildings: vec![BuildingId(nil)], ..Filter::default() };
        let rights = Rights::of(Preset::Member(Role::Manager).grants().clone()).within(filter.clone());
        let limited = Actor::Member { person: PersonId(nil), member: MemberId(nil), role: Role::Manager, rights };
        let why = explain(&limited, Permission::RequestsRead);
        assert_eq!((why.scope, why.filter), (Some(Scope::Filter), Some(filter)));
        assert_eq!(why.grant.as_deref(), Some("requests.read:all"), "what the role grants is told apart");
    }
}
