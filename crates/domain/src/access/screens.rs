//! What a screen may show: every menu entry, button and column, answered from the same sets that the verbs ask.
//!
//! The elements follow from the vocabulary: a resource that can be read has a menu entry, each other action on it is
//! a button. Columns that show more than the rest of their row are named here. An org may hide elements from a role;
//! hiding takes nothing away, it tidies.

use super::{Actor, Permission, Role, Scope, store};
use crate::{
    Error, Result, TenantTx,
    events::{self, Changes, Event},
    ids::RoleId,
};

/// What kind of thing on a screen an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ElementKind {
    /// The way to the screen.
    Menu,
    /// Something to press.
    Button,
    /// A column of a list and the field of a card.
    Column,
}

/// Something on a screen that not everybody sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Element {
    /// The screen: the resource's own.
    pub screen: &'static str,
    /// What kind it is.
    pub kind: ElementKind,
    /// Its name among those of its kind on its screen; a menu entry has the screen's.
    pub name: &'static str,
    /// What it takes.
    pub needs: Permission,
}

/// Columns that show more than the rest of their row: screen, name, and what it takes to see them.
const COLUMNS: &[(&str, &str, Permission)] = &[
    ("requests", "reporter", Permission::ResidentsRead),
    ("requests", "phone", Permission::ResidentsRead),
    ("requests", "assignee", Permission::MembersRead),
    ("requests", "debt", Permission::ChargesRead),
    ("residents", "phone", Permission::ResidentsRead),
    ("residents", "debt", Permission::ChargesRead),
    ("property", "residents", Permission::ResidentsRead),
    ("property", "meters", Permission::MetersRead),
    ("contacts", "debt", Permission::ChargesRead),
    ("contacts", "deals", Permission::DealsRead),
    ("deals", "paid", Permission::PaymentsRead),
    ("projects", "profit", Permission::FinanceRead),
    ("members", "role", Permission::RolesRead),
    ("members", "last_seen", Permission::SessionsRead),
];

impl Element {
    /// All of them: screen by screen, in the order of the vocabulary.
    pub fn all() -> Vec<Element> {
        let of = |permission: Permission| {
            let (screen, action) = (permission.resource(), permission.action());
            let (kind, name) =
                if permission.is_read() { (ElementKind::Menu, screen) } else { (ElementKind::Button, action) };
            Element { screen, kind, name, needs: permission }
        };
        let column = |&(screen, name, needs): &(&'static str, &'static str, Permission)| Element {
            screen,
            kind: ElementKind::Column,
            name,
            needs,
        };
        Permission::ALL.into_iter().map(of).chain(COLUMNS.iter().map(column)).collect()
    }

    /// `menu.requests`, `requests.button.take`, `requests.column.phone`: how an override names it.
    pub fn code(&self) -> String {
        match self.kind {
            ElementKind::Menu => format!("menu.{}", self.screen),
            ElementKind::Button => format!("{}.button.{}", self.screen, self.name),
            ElementKind::Column => format!("{}.column.{}", self.screen, self.name),
        }
    }
}

/// An element as one actor gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Which.
    pub element: Element,
    /// Whether it is there.
    pub shown: bool,
    /// Whether it does anything now: not while one sees with another's eyes, unless it only looks.
    pub enabled: bool,
    /// On what it works.
    pub scope: Option<Scope>,
}

/// What every screen shows this actor, when `hidden` are hidden from them. Pure.
pub fn screens(actor: &Actor, hidden: &[String]) -> Vec<Shown> {
    Element::all()
        .into_iter()
        .map(|element| {
            let scope = actor.granted(element.needs);
            let shown = scope.is_some() && !hidden.contains(&element.code());
            Shown { element, shown, enabled: shown && actor.require(element.needs).is_ok(), scope }
        })
        .collect()
}

/// A role, whoever made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RoleRef {
    /// A preset.
    Preset(Role),
    /// A role of the org's own.
    Custom(RoleId),
}

impl RoleRef {
    /// The preset, when it is one.
    pub fn preset(self) -> Option<Role> {
        match self {
            RoleRef::Preset(role) => Some(role),
            RoleRef::Custom(_) => None,
        }
    }

    /// The role of the org's own, when it is one.
    pub fn custom(self) -> Option<RoleId> {
        match self {
            RoleRef::Preset(_) => None,
            RoleRef::Custom(role) => Some(role),
        }
    }

    /// The role that an actor has; none for whoever is no member.
    pub fn of(actor: &Actor) -> Option<RoleRef> {
        match actor {
            Actor::Member { role, rights, .. } => Some(rights.custom().map_or(RoleRef::Preset(*role), RoleRef::Custom)),
            Actor::Contact { .. } | Actor::Service { .. } | Actor::System => None,
        }
    }
}

/// What every screen shows the actor, with what the org hides from their role. An owner sees everything.
pub async fn my_screens(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<Shown>> {
    let hidden = match RoleRef::of(actor) {
        None | Some(RoleRef::Preset(Role::Owner)) => vec![],
        Some(whose) => store::hidden_from(tx, whose).await?,
    };
    Ok(screens(actor, &hidden))
}

/// Every element that the org hides, with the role from which.
pub async fn list_hidden(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<(RoleRef, String)>> {
    actor.require(Permission::RolesRead)?;
    store::hidden(tx).await
}

/// Hides exactly these elements from a role. Nothing is hidden from owners: [`Error::Refused`] `owner_stays`; nor does
/// anybody do it to their own role: `own_role`.
pub async fn hide_elements(tx: &mut TenantTx, actor: &Actor, whose: RoleRef, elements: &[String]) -> Result<()> {
    actor.require(Permission::RolesManage)?;
    if whose == RoleRef::Preset(Role::Owner) {
        return Err(Error::Refused("owner_stays"));
    }
    if RoleRef::of(actor) == Some(whose) {
        return Err(Error::Refused("own_role"));
    }
    if let RoleRef::Custom(role) = whose
        && store::roles(tx, Some(role)).await?.is_empty()
    {
        return Err(Error::NotFound("role"));
    }
    let known: Vec<String> = Element::all().iter().map(Element::code).collect();
    if elements.len() > known.len() || elements.iter().any(|element| !known.contains(element)) {
        return Err(Error::Invalid { field: "elements", code: "element_unknown" });
    }
    let mut elements = elements.to_vec();
    elements.sort_unstable();
    elements.dedup();
    let old = store::hidden_from(tx, whose).await?;
    let changes = Changes::of("hidden", &old, &elements);
    if changes.is_empty() {
        return Ok(());
    }
    store::set_hidden(tx, whose, &elements).await?;
    let (role, custom) = (whose.preset(), whose.custom());
    events::record(tx, actor, &Event::ElementsHidden { role, custom, changes }).await
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::ids::{MemberId, PersonId};

    fn actor(role: Role) -> Actor {
        Actor::preset(PersonId(uuid::Uuid::nil()), MemberId(uuid::Uuid::nil()), role)
    }

    fn find<'a>(shown: &'a [Shown], code: &str) -> Option<&'a Shown> {
        shown.iter().find(|it| it.element.code() == code)
    }

    /// S0-38, S0-80, S0-161: what is on a screen follows from what the verbs ask, element by element.
    #[test]
    fn an_element_is_shown_to_whoever_may_use_it() {
        let all = Element::all();
        assert_eq!(all.iter().map(Element::code).collect::<BTreeSet<_>>().len(), all.len(), "a code names one element");
        for role in Role::ALL {
            let actor = actor(role);
            for it in screens(&actor, &[]) {
                assert_eq!(it.shown, actor.require(it.element.needs).is_ok(), "{} {}", role.code(), it.element.code());
                assert_eq!(it.enabled, it.shown);
            }
        }
    }

    #[test]
    fn what_is_hidden_is_hidden_and_nothing_else() {
        let dispatcher = actor(Role::Dispatcher);
        let (before, after) = (screens(&dispatcher, &[]), screens(&dispatcher, &["requests.column.phone".to_owned()]));
        let differ: Vec<_> = before.iter().zip(&after).filter(|(a, b)| a != b).map(|(a, _)| a.element.code()).collect();
        assert_eq!(differ, ["requests.column.phone"]);
        assert!(find(&after, "requests.column.phone").is_some_and(|it| !it.shown && !it.enabled));
    }
}
