//! The screens of invites.

use domain::{
    access::Role,
    invites::{Invite, Written},
    property::Building,
};
use i18n::t;

use super::State;
use crate::{
    Action, Screen, Text, Viewer,
    action::{InviteTap, MemberTap},
    members::role_name,
    people::language_row,
    requests::local_time,
    screen::Button,
    text::shorten,
};

/// «Вас приглашают».
pub(crate) fn view(viewer: Viewer<'_>, state: &State) -> Screen {
    let lang = viewer.lang;
    let mut text = Text::new().bold(&t::invites::invited(lang, &viewer.org.name)).line();
    text = text.plain(&t::invites::invited_role(lang, &role_name(lang, state.role)));
    if let Some(inviter) = &state.inviter {
        text = text.line().plain(&t::invites::invited_by(lang, &shorten(inviter, 128)));
    }
    let tap = |tap| Action::Invite(tap);
    Screen::says(text).rows(vec![
        vec![
            Button::success(t::invites::accept(lang), tap(InviteTap::Accept)),
            Button::new(t::invites::decline(lang), tap(InviteTap::Decline)),
        ],
        language_row(),
    ])
}

fn back(viewer: Viewer<'_>) -> Vec<Button> {
    vec![Button::new(t::members::button_back(viewer.lang), Action::Member(MemberTap::List(None)))]
}

/// «Кого приглашаем?»
pub(super) fn choose_role(viewer: Viewer<'_>, roles: &[Role]) -> Screen {
    let button = |role: &Role| Button::new(role_name(viewer.lang, *role), Action::Invite(InviteTap::Role(*role)));
    let mut rows: Vec<Vec<Button>> = roles.chunks(2).map(|pair| pair.iter().map(button).collect()).collect();
    rows.push(back(viewer));
    Screen::says(t::invites::choose_role(viewer.lang)).rows(rows)
}

/// «За какие дома?»
pub(super) fn choose_scope(viewer: Viewer<'_>, role: Role, buildings: &[Building]) -> Screen {
    let lang = viewer.lang;
    let tap = |building| Action::Invite(InviteTap::Scope(role, building));
    let mut rows = vec![vec![Button::success(t::invites::scope_all(lang), tap(None))]];
    for building in buildings {
        let address = building.facts.address.replace('\n', " ");
        rows.push(vec![Button::new(shorten(&format!("🏠 {address}"), 44), tap(Some(building.id)))]);
    }
    rows.push(vec![Button::new(t::common::back(lang), Action::Invite(InviteTap::New))]);
    Screen::says(t::invites::choose_scope(lang, &role_name(lang, role))).rows(rows)
}

/// The link, under its QR code.
pub(super) fn written(viewer: Viewer<'_>, written: &Written, link: &str, building: Option<&str>) -> Screen {
    let lang = viewer.lang;
    let invite = &written.invite;
    let mut text = Text::new().bold(&t::invites::link_title(lang, &role_name(lang, invite.role))).line();
    if let Some(building) = building {
        text = text.plain(&t::invites::link_scope(lang, &shorten(building, 200))).line();
    }
    let until = local_time(&viewer.org.time_zone, invite.expires_at);
    text = text.plain(link).plain("\n\n").plain(&t::invites::link_hint(lang, &until));
    let revoke = Action::Invite(InviteTap::Revoke(invite.id));
    Screen::says(text).rows(vec![vec![Button::danger(t::invites::revoke(lang), revoke)]])
}

/// Those that can still be accepted.
pub(super) fn open(viewer: Viewer<'_>, invites: &[Invite]) -> Screen {
    let lang = viewer.lang;
    if invites.is_empty() {
        return Screen::says(t::invites::open_none(lang)).rows(vec![back(viewer)]);
    }
    let mut rows: Vec<Vec<Button>> = invites
        .iter()
        .map(|invite| {
            let until = local_time(&viewer.org.time_zone, invite.expires_at);
            let line = t::invites::open_line(lang, &role_name(lang, invite.role), &until);
            let name = invite.name.as_deref().map(|name| format!("{} · ", shorten(name, 20))).unwrap_or_default();
            let label = shorten(&format!("✕ {name}{line}"), 60);
            vec![Button::new(label, Action::Invite(InviteTap::Revoke(invite.id)))]
        })
        .collect();
    rows.push(back(viewer));
    let text = Text::new().bold(&t::invites::open_title(lang)).line().plain(&t::invites::open_hint(lang));
    Screen::says(text).rows(rows)
}
