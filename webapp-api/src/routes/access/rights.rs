//! `GET /me/rights`

use std::collections::BTreeMap;

use axum::Json;
use domain::access::{self, Actor, ElementKind, Filter, Rights, Shown};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{Problem, caller::Caller};

/// What the caller may do in this org, and what each screen shows them.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MyRights {
    /// Their role, when they work for the org.
    #[schema(example = "dispatcher")]
    role: Option<&'static str>,
    /// The role of the org's own, when they have one.
    custom_role_id: Option<Uuid>,
    /// Their teams.
    team_ids: Vec<Uuid>,
    /// The buildings that their work is limited to; empty: all.
    building_ids: Vec<Uuid>,
    /// The providers that their work is limited to; empty: all.
    providers: Vec<String>,
    /// The countries and regions that their work is limited to; empty: all.
    geo: Vec<String>,
    /// Who looks through these eyes; then nothing can be changed.
    seen_by_person_id: Option<Uuid>,
    /// Permission → scope.
    #[schema(example = json!({ "requests.read": "all" }))]
    permissions: BTreeMap<&'static str, &'static str>,
    /// Every screen of the product.
    screens: Vec<Screen>,
}

/// A screen.
#[derive(Debug, Serialize, ToSchema)]
struct Screen {
    /// The resource that it shows.
    #[schema(example = "requests")]
    screen: &'static str,
    /// Whether the menu leads to it.
    menu: bool,
    /// What is to be read there: `own` or `assigned` only, or more.
    #[schema(example = "all")]
    scope: Option<&'static str>,
    /// What can be pressed there.
    buttons: Vec<ElementBody>,
    /// Columns and fields that not everybody sees.
    columns: Vec<ElementBody>,
}

/// Something on a screen.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Element)]
struct ElementBody {
    /// Its name on its screen.
    #[schema(example = "take")]
    name: &'static str,
    /// Whether it is there.
    shown: bool,
    /// Whether it does anything now.
    enabled: bool,
}

/// What may I do here, and what do I see?
#[utoipa::path(
    get, path = "/me/rights", tag = "access", operation_id = "show_my_rights",
    responses((status = 200, body = MyRights))
)]
pub(super) async fn show(mut caller: Caller) -> Result<Json<MyRights>, Problem> {
    let shown = access::my_screens(&mut caller.tx, &caller.actor).await?;
    let rights = caller.actor.rights();
    let filter = rights.and_then(Rights::filter).cloned().unwrap_or_default();
    let Filter { buildings, providers, geo } = filter;
    Ok(Json(MyRights {
        role: match &caller.actor {
            Actor::Member { role, .. } => Some(role.code()),
            _ => None,
        },
        custom_role_id: rights.and_then(Rights::custom).map(|role| role.0),
        team_ids: rights.map(|rights| rights.teams().iter().map(|team| team.0).collect()).unwrap_or_default(),
        building_ids: buildings.into_iter().map(|building| building.0).collect(),
        providers,
        geo,
        seen_by_person_id: rights.and_then(Rights::seen_by).map(|person| person.0),
        permissions: shown
            .iter()
            .filter(|it| it.element.kind != ElementKind::Column)
            .filter_map(|it| Some((it.element.needs.code(), it.scope?.code())))
            .collect(),
        screens: screens(&shown),
    }))
}

/// The elements, screen by screen. What is of the platform is no screen of an org.
fn screens(shown: &[Shown]) -> Vec<Screen> {
    let mut screens: Vec<Screen> = vec![];
    for it in shown.iter().filter(|it| it.element.screen != "platform") {
        let name = it.element.screen;
        let at = screens.iter().position(|screen| screen.screen == name).unwrap_or_else(|| {
            screens.push(Screen { screen: name, menu: false, scope: None, buttons: vec![], columns: vec![] });
            screens.len() - 1
        });
        let (screen, body) =
            (&mut screens[at], ElementBody { name: it.element.name, shown: it.shown, enabled: it.enabled });
        match it.element.kind {
            ElementKind::Menu => (screen.menu, screen.scope) = (it.shown, it.scope.map(|scope| scope.code())),
            ElementKind::Button => screen.buttons.push(body),
            ElementKind::Column => screen.columns.push(body),
        }
    }
    screens
}
