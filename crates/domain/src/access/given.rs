//! From what the database keeps of a membership to the rights that follow from it. Pure.

use super::{Filter, Grants, Preset, Rights, Role, Scope, presets};
use crate::ids::{RoleId, TeamId};

/// What a membership was given.
pub(crate) struct Given {
    /// The preset by name.
    pub role: Role,
    /// The role of the org's own, when they have one, and what it grants.
    pub custom: Option<(RoleId, Vec<String>)>,
    /// The org's setting «members see».
    pub members_see: Scope,
    /// What their work is limited to.
    pub filter: Filter,
    /// Their teams.
    pub teams: Vec<TeamId>,
}

impl Given {
    /// The rights. An owner's are never narrowed: neither by a role of the org's own nor by a filter.
    pub fn rights(self) -> Rights {
        if self.role == Role::Owner {
            return Rights::of(Preset::Member(Role::Owner).grants().clone()).in_teams(self.teams);
        }
        let (id, written) = self.custom.unzip();
        let grants = grants(self.role, written.as_deref(), self.members_see);
        Rights::of(grants).within(self.filter).in_teams(self.teams).out_of(id)
    }
}

/// What a role grants in an org. Whoever works for the org has homes and deals of their own too, whatever their role.
pub(super) fn grants(role: Role, custom: Option<&[String]>, members_see: Scope) -> Grants {
    let mut grants = match custom {
        Some(written) => return Grants::stored(written).or(presets::contact()),
        None => Preset::Member(role).grants().clone(),
    };
    if role == Role::Member {
        // K1: «members see» all, what is their team's, or what is their own
        let narrowed: Vec<_> = grants
            .iter()
            .filter(|(permission, scope)| permission.is_read() && *scope == Scope::All)
            .filter_map(|(permission, _)| Some((permission, permission.widest(members_see)?)))
            .collect();
        for (permission, scope) in narrowed {
            grants.set(permission, Some(scope));
        }
    }
    grants
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{access::Permission, ids::BuildingId};

    fn given(role: Role) -> Given {
        let filter = Filter { buildings: vec![BuildingId(uuid::Uuid::nil())], ..Filter::default() };
        Given { role, custom: None, members_see: Scope::All, filter, teams: vec![] }
    }

    #[test]
    fn an_owner_is_never_narrowed() {
        let custom = Some((RoleId(uuid::Uuid::nil()), vec!["requests.read:own".to_owned()]));
        let rights = Given { custom, ..given(Role::Owner) }.rights();
        assert_eq!(rights.scope(Permission::RequestsRead), Some(Scope::All));
        assert_eq!(rights.scope(Permission::OrgDelete), Some(Scope::All));
    }

    /// K2: one role, its reach decided by the member's filter.
    #[test]
    fn a_filter_limits_what_it_speaks_of() {
        let rights = given(Role::Manager).rights();
        assert_eq!(rights.scope(Permission::RequestsRead), Some(Scope::Filter));
        assert_eq!(rights.scope(Permission::DealsRead), Some(Scope::All), "a deal stands in no building");
        assert_eq!(rights.scope(Permission::NumbersRead), Some(Scope::All), "nor does a number");
        assert_eq!(rights.scope(Permission::RequestsAccept), Some(Scope::Own), "and what is narrow stays narrow");
    }

    /// K1: «members see: all / own / team».
    #[test]
    fn the_org_says_what_members_see() {
        for (setting, sees) in
            [(Scope::All, Scope::All), (Scope::Team, Scope::Team), (Scope::Assigned, Scope::Assigned)]
        {
            let rights = Given { members_see: setting, filter: Filter::default(), ..given(Role::Member) }.rights();
            assert_eq!(rights.scope(Permission::DealsRead), Some(sees));
            assert_eq!(rights.scope(Permission::DealsUpdate), Some(Scope::Assigned), "what they change is theirs");
            assert_eq!(rights.scope(Permission::CatalogRead), Some(Scope::All), "the catalogue is the whole org's");
        }
    }

    #[test]
    fn a_role_of_the_orgs_own_is_what_it_says() {
        let custom = Some((RoleId(uuid::Uuid::nil()), vec!["requests.read:team".to_owned()]));
        let rights = Given { custom, filter: Filter::default(), ..given(Role::Admin) }.rights();
        assert_eq!(rights.scope(Permission::RequestsRead), Some(Scope::Team));
        assert_eq!(rights.scope(Permission::MembersManage), None);
        assert_eq!(rights.scope(Permission::RequestsCreate), Some(Scope::Own), "everybody has a home");
    }
}
