//! The screens of the team.

use domain::{
    access::Role,
    members::{Member, Offer},
    orgs::Org,
};
use i18n::{Lang, t};

use crate::{
    Action, Screen, Text, Viewer,
    action::{InviteTap, MemberTap, OrgTap},
    requests::local_time,
    screen::Button,
    text::shorten,
};

/// As much as a phone shows of one button, in UTF-16 code units.
const LABEL_MAX: usize = 44;

/// The name of a role within a sentence: as the console has it, but for the great letter.
pub fn role_name(lang: Lang, role: Role) -> String {
    let name = match role {
        Role::Owner => t::access::role_owner(lang),
        Role::Admin => t::access::role_admin(lang),
        Role::Manager => t::access::role_manager(lang),
        Role::Dispatcher => t::access::role_dispatcher(lang),
        Role::Worker => t::access::role_worker(lang),
        Role::Member => t::access::role_member(lang),
        Role::TeamLead => t::access::role_team_lead(lang),
        Role::Partner => t::access::role_partner(lang),
        Role::Caller => t::access::role_caller(lang),
        Role::Analyst => t::access::role_analyst(lang),
        Role::Accountant => t::access::role_accountant(lang),
    };
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

pub(crate) fn back_to_team(lang: Lang) -> Button {
    Button::new(t::members::button_back(lang), Action::Member(MemberTap::List(None)))
}

/// A page of the team; `first` says whether it is the first one, `next` where the next begins.
pub(crate) fn list(viewer: Viewer<'_>, page: &[Member], first: bool, next: Option<Action>, may_invite: bool) -> Screen {
    let lang = viewer.lang;
    let mut rows: Vec<Vec<Button>> = page
        .iter()
        .map(|member| {
            let you = (member.person == viewer.identity.person).then(|| format!(" ({})", t::members::you(lang)));
            let name = shorten(&member.name.replace('\n', " "), 24);
            let label = format!("{name}{} · {}", you.unwrap_or_default(), role_name(lang, member.role));
            vec![Button::new(shorten(&label, LABEL_MAX), Action::Member(MemberTap::Show(member.id)))]
        })
        .collect();
    let mut turns = vec![];
    if !first {
        turns.push(Button::new(t::members::first(lang), Action::Member(MemberTap::List(None))));
    }
    turns.extend(next.map(|next| Button::new(t::members::next(lang), next)));
    rows.push(turns);
    if may_invite {
        rows.push(vec![
            Button::success(t::invites::button(lang), Action::Invite(InviteTap::New)),
            Button::new(t::invites::button_open(lang), Action::Invite(InviteTap::Open)),
        ]);
    }
    rows.push(vec![Button::new(t::orgs::button_back(lang), Action::Org(OrgTap::Card))]);
    let text = Text::new().bold(&t::members::title(lang)).plain(" · ").plain(&viewer.org.name);
    Screen::says(text).rows(rows)
}

/// What the viewer may do to a member.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct May {
    pub manage: bool,
    pub offer: bool,
}

/// One member.
pub(crate) fn card(viewer: Viewer<'_>, member: &Member, may: May) -> Screen {
    let lang = viewer.lang;
    let mut text = Text::new().bold(&member.name);
    if let Some(username) = &member.username {
        text = text.plain(&format!(" @{username}"));
    }
    text = text.line().plain(&role_name(lang, member.role));
    let since = local_time(&viewer.org.time_zone, member.since);
    text = text.line().plain(&t::members::since(lang, &since));
    if !member.filter.buildings.is_empty() {
        let count = i64::try_from(member.filter.buildings.len()).unwrap_or(i64::MAX);
        text = text.line().plain(&t::members::limited(lang, count));
    }
    let tap = |tap| Action::Member(tap);
    let mut rows = vec![];
    if may.manage {
        rows.push(vec![
            Button::new(t::members::button_role(lang), tap(MemberTap::AskRole(member.id))),
            Button::danger(t::members::button_remove(lang), tap(MemberTap::AskRemove(member.id))),
        ]);
    }
    if may.offer {
        rows.push(vec![Button::new(t::members::button_offer(lang), tap(MemberTap::AskOffer(member.id)))]);
    }
    rows.push(vec![back_to_team(lang)]);
    Screen::says(text).rows(rows)
}

/// Which role a member shall have.
pub(crate) fn choose_role(viewer: Viewer<'_>, member: &Member, roles: &[Role]) -> Screen {
    let lang = viewer.lang;
    let mut rows: Vec<Vec<Button>> = roles
        .chunks(2)
        .map(|pair| {
            let button = |role: &Role| {
                let label = role_name(lang, *role);
                let label = if *role == member.role { format!("✓ {label}") } else { label };
                Button::new(label, Action::Member(MemberTap::SetRole(member.id, *role)))
            };
            pair.iter().map(button).collect()
        })
        .collect();
    rows.push(vec![back_to_card(lang, member)]);
    Screen::says(t::members::choose_role(lang, &member.name)).rows(rows)
}

/// «Убрать?»
pub(crate) fn ask_remove(viewer: Viewer<'_>, member: &Member) -> Screen {
    let lang = viewer.lang;
    Screen::says(t::members::remove_question(lang, &member.name)).rows(vec![
        vec![Button::danger(t::members::remove_yes(lang), Action::Member(MemberTap::Remove(member.id)))],
        vec![back_to_card(lang, member)],
    ])
}

/// «Передать?»
pub(crate) fn ask_offer(viewer: Viewer<'_>, member: &Member) -> Screen {
    let lang = viewer.lang;
    Screen::says(t::members::offer_question(lang, &viewer.org.name, &member.name)).rows(vec![
        vec![Button::danger(t::members::offer_yes(lang), Action::Member(MemberTap::Offer(member.id)))],
        vec![back_to_card(lang, member)],
    ])
}

fn back_to_card(lang: Lang, member: &Member) -> Button {
    Button::new(t::common::back(lang), Action::Member(MemberTap::Show(member.id)))
}

/// What the org's card says of an open handover, and its buttons.
pub(crate) fn offer_lines(lang: Lang, org: &Org, offer: &Offer, is_taker: bool) -> (String, Vec<Button>) {
    let until = local_time(&org.time_zone, offer.expires_at);
    let withdraw = Action::Member(MemberTap::Withdraw(offer.id));
    if is_taker {
        let accept = Button::success(t::members::offer_accept(lang), Action::Member(MemberTap::Accept(offer.id)));
        let decline = Button::new(t::members::offer_decline(lang), withdraw);
        (t::members::offer_to_you(lang, &org.name, &offer.from_name, &until), vec![accept, decline])
    } else {
        let text = t::members::offer_waits(lang, &offer.to_name, &until);
        (text, vec![Button::danger(t::members::offer_withdraw(lang), withdraw)])
    }
}
