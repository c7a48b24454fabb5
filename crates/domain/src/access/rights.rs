//! What is granted: permission → scope, and how it is written down.

use std::{fmt, sync::Arc};

use super::{Filter, Permission, Scope, Subject};
use crate::{
    Error, Result,
    ids::{PersonId, RoleId, TeamId},
};

/// A set of permissions, each with the scope on which it may be used. Without filter and teams: those are a member's.
#[derive(Clone, PartialEq, Eq)]
pub struct Grants([Option<Scope>; Permission::ALL.len()]);

impl Grants {
    /// Nothing at all.
    pub const NONE: Grants = Grants([None; Permission::ALL.len()]);

    /// On what `permission` may be used.
    pub fn get(&self, permission: Permission) -> Option<Scope> {
        self.0[permission as usize]
    }

    /// Sets what is granted of `permission`.
    pub fn set(&mut self, permission: Permission, scope: Option<Scope>) {
        self.0[permission as usize] = scope;
    }

    /// Everything that is granted.
    pub fn iter(&self) -> impl Iterator<Item = (Permission, Scope)> + '_ {
        Permission::ALL.into_iter().filter_map(|permission| Some((permission, self.get(permission)?)))
    }

    /// The wider of both, permission by permission.
    pub fn or(&self, other: &Grants) -> Grants {
        Grants(std::array::from_fn(|at| self.0[at].max(other.0[at])))
    }

    /// What both grant, the narrower of the two.
    pub fn and(&self, other: &Grants) -> Grants {
        Grants(std::array::from_fn(|at| self.0[at].min(other.0[at])))
    }

    /// Whether everything in `other` is in it too, at least as wide.
    pub fn covers(&self, other: &Grants) -> bool {
        self.0.iter().zip(&other.0).all(|(mine, theirs)| mine >= theirs)
    }

    /// Reads `requests.read:own`, `requests.*`, `*`. Without a scope it is the widest that the permission has. A
    /// wildcard takes of each permission the widest scope that is not wider than the one that is written, and passes
    /// over those that have none. Nothing that is written here reaches the platform.
    pub fn parse<S: AsRef<str>>(written: impl IntoIterator<Item = S>) -> Result<Grants> {
        let mut grants = Grants::NONE;
        for pattern in written {
            for (permission, scope) in pattern_of(pattern.as_ref())? {
                grants.set(permission, grants.get(permission).max(Some(scope)));
            }
        }
        Ok(grants)
    }

    /// `requests.read:own` and so on, permission by permission: what [`Grants::parse`] reads back.
    pub fn written(&self) -> Vec<String> {
        self.iter().map(|(permission, scope)| format!("{permission}:{}", scope.code())).collect()
    }

    /// What is read of a stored role. A permission that this release does not know is granted to nobody.
    pub(crate) fn stored(written: &[String]) -> Grants {
        let mut grants = Grants::NONE;
        for (permission, scope) in written.iter().filter_map(|pattern| pattern_of(pattern).ok()).flatten() {
            grants.set(permission, grants.get(permission).max(Some(scope)));
        }
        grants
    }
}

impl fmt::Debug for Grants {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.written()).finish()
    }
}

/// What one pattern grants. `requests.read_own`, as some write it, is `requests.read:own`.
pub(super) fn pattern_of(pattern: &str) -> Result<Vec<(Permission, Scope)>> {
    const INVALID: Error = Error::Invalid { field: "grants", code: "grant_invalid" };
    let (code, scope) = match pattern.split_once(':') {
        Some((code, scope)) => (code, Some(Scope::ALL.into_iter().find(|known| known.code() == scope).ok_or(INVALID)?)),
        None => match pattern.strip_suffix("_own") {
            Some(code) => (code, Some(Scope::Own)),
            None => (pattern, None),
        },
    };
    let asked = scope.unwrap_or(Scope::All);
    if let Ok(permission) = code.parse::<Permission>() {
        let widest = permission.widest(asked).ok_or(INVALID)?;
        let fits = permission.subject() != Subject::Platform && scope.is_none_or(|scope| scope == widest);
        return if fits { Ok(vec![(permission, widest)]) } else { Err(INVALID) };
    }
    let resource = match code {
        "*" => None,
        code => Some(code.strip_suffix(".*").ok_or(INVALID)?),
    };
    let found: Vec<_> = Permission::ALL
        .into_iter()
        .filter(|permission| permission.subject() != Subject::Platform)
        .filter(|permission| resource.is_none_or(|resource| permission.resource() == resource))
        .filter_map(|permission| Some((permission, permission.widest(asked)?)))
        .collect();
    if found.is_empty() { Err(INVALID) } else { Ok(found) }
}

/// What somebody may do, read afresh in the transaction of the deed: grants, teams, filter. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rights {
    grants: Arc<Grants>,
    filter: Option<Arc<Filter>>,
    teams: Option<Arc<[TeamId]>>,
    custom: Option<RoleId>,
    /// Who looks through these eyes; nothing but looking is possible meanwhile.
    pub(super) seen_by: Option<PersonId>,
}

impl Rights {
    /// Rights without teams and without a filter.
    pub fn of(grants: impl Into<Arc<Grants>>) -> Self {
        Self { grants: grants.into(), filter: None, teams: None, custom: None, seen_by: None }
    }

    /// The same, limited to a filter: `all` becomes `filter` wherever the filter says something about the thing.
    pub fn within(mut self, filter: Filter) -> Self {
        self.filter = (!filter.is_empty()).then(|| Arc::new(filter));
        self
    }

    /// The same, in these teams.
    pub fn in_teams(mut self, teams: Vec<TeamId>) -> Self {
        self.teams = (!teams.is_empty()).then(|| teams.into());
        self
    }

    /// The same, out of a role of the org's own.
    pub fn out_of(mut self, custom: Option<RoleId>) -> Self {
        self.custom = custom;
        self
    }

    /// The same, but nothing beyond `grants`.
    pub fn only(self, grants: &Grants) -> Self {
        Self { grants: Arc::new(self.grants.and(grants)), ..self }
    }

    /// The same, while `viewer` looks through these eyes.
    pub(super) fn seen_by_another(mut self, viewer: PersonId) -> Self {
        self.seen_by = Some(viewer);
        self
    }

    /// What of them only looks.
    pub(super) fn looking(&self) -> Rights {
        let mut grants = Grants::NONE;
        self.grants
            .iter()
            .filter(|(permission, _)| permission.is_read())
            .for_each(|(p, scope)| grants.set(p, Some(scope)));
        Rights { grants: Arc::new(grants), ..self.clone() }
    }

    /// Whether whoever has these may give the `other` to somebody: each right at least as wide, and where both are
    /// limited to a filter, the other's filter within this one.
    pub fn covers(&self, other: &Rights) -> bool {
        Permission::ALL.into_iter().all(|permission| {
            let (mine, theirs) = (self.scope(permission), other.scope(permission));
            let both_limited = mine == Some(Scope::Filter) && theirs == Some(Scope::Filter);
            mine >= theirs && (!both_limited || self.filter_covers(other))
        })
    }

    fn filter_covers(&self, other: &Rights) -> bool {
        let empty = Filter::default();
        self.filter().unwrap_or(&empty).covers(other.filter().unwrap_or(&empty))
    }

    /// On what `permission` may be used, the filter taken into account.
    pub fn scope(&self, permission: Permission) -> Option<Scope> {
        let granted = self.grants.get(permission)?;
        let limited = granted == Scope::All && self.filter().is_some_and(|filter| filter.limits(permission.subject()));
        Some(if limited { Scope::Filter } else { granted })
    }

    /// What is granted, before the filter.
    pub fn grants(&self) -> &Grants {
        &self.grants
    }

    /// What the work is limited to; none when it is not.
    pub fn filter(&self) -> Option<&Filter> {
        self.filter.as_deref()
    }

    /// The role of the org's own that they come from; none for a preset.
    pub fn custom(&self) -> Option<RoleId> {
        self.custom
    }

    /// The teams that they are in.
    pub fn teams(&self) -> &[TeamId] {
        self.teams.as_deref().unwrap_or_default()
    }

    /// Who looks through these eyes, when somebody does.
    pub fn seen_by(&self) -> Option<PersonId> {
        self.seen_by
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(patterns: &[&str]) -> Vec<String> {
        Grants::parse(patterns).map(|grants| grants.written()).unwrap_or_default()
    }

    /// S3-94..99: wildcards, and the scope "own".
    #[test]
    fn a_pattern_grants_what_it_says() {
        assert_eq!(written(&["requests.read:own"]), ["requests.read:own"]);
        assert_eq!(written(&["requests.read_own"]), ["requests.read:own"]);
        assert_eq!(written(&["requests.read"]), ["requests.read:all"]);
        assert_eq!(written(&["requests.read:own", "requests.read:team"]), ["requests.read:team"]);
        assert_eq!(written(&["teams.*"]), ["teams.read:all", "teams.manage:all"]);
        assert_eq!(written(&["sessions.*:own"]), ["sessions.read:own", "sessions.manage:own"]);
        let everything = Grants::parse(["*"]).unwrap_or(Grants::NONE);
        for permission in Permission::ALL {
            let platform = permission.subject() == Subject::Platform;
            assert_eq!(everything.get(permission).is_none(), platform, "{permission}");
        }
        assert_eq!(everything.get(Permission::RequestsAccept), Some(Scope::Own), "nobody accepts for another");
        let own = Grants::parse(["*:own"]).unwrap_or(Grants::NONE);
        assert_eq!(own.get(Permission::MembersManage), None, "an org has no part that is one's own");
    }

    #[test]
    fn nonsense_is_not_a_grant() {
        for nonsense in [
            "",
            "*.*",
            "requests",
            "requests.",
            "requests.fly",
            "requests.read:mine",
            "members.manage:own",
            "nothing.*",
            "contacts.read:filter",
            "requests.accept:all",
            "platform.tenants",
            "platform.*",
            ":all",
            "*:",
            "requests.read:",
        ] {
            let answer = Grants::parse([nonsense]).map_err(|error| error.code());
            assert_eq!(answer, Err("grant_invalid"), "{nonsense}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let grants = Grants::parse(["requests.*:team", "members.*", "payments.read:filter"]).unwrap_or(Grants::NONE);
        assert_eq!(Grants::stored(&grants.written()), grants);
        let later = ["requests.read:own".to_owned(), "dragons.feed:all".to_owned()];
        assert_eq!(Grants::stored(&later).written(), ["requests.read:own"], "a word of a later release grants nothing");
    }
}
