//! The screens of an org.

use domain::{
    OrgId,
    access::Role,
    members::{Membership, Offer},
    orgs::{Industry, Org},
};
use i18n::{Lang, t};

use super::{Ask, State};
use crate::{
    Action, Screen, Text, Viewer,
    action::{City, InviteTap, MemberTap, OrgTap},
    members::{offer_lines, role_name},
    people::language_row,
    requests::local_time,
    screen::Button,
    text::shorten,
};

/// The name of what an org does.
pub(crate) fn industry_name(lang: Lang, industry: Industry) -> String {
    match industry {
        Industry::Property => t::orgs::industry_property(lang),
        Industry::Services => t::orgs::industry_services(lang),
        Industry::Sales => t::orgs::industry_sales(lang),
        Industry::CallCenter => t::orgs::industry_call_center(lang),
        Industry::Partners => t::orgs::industry_partners(lang),
        Industry::Other => t::orgs::industry_other(lang),
    }
}

fn city_name(lang: Lang, city: City) -> String {
    match city {
        City::Tashkent => t::orgs::city_tashkent(lang),
        City::Samarkand => t::orgs::city_samarkand(lang),
        City::Almaty => t::orgs::city_almaty(lang),
        City::Bishkek => t::orgs::city_bishkek(lang),
        City::Dushanbe => t::orgs::city_dushanbe(lang),
        City::Moscow => t::orgs::city_moscow(lang),
    }
}

fn tap(tap: OrgTap) -> Action {
    Action::Org(tap)
}

/// What is being asked.
pub(crate) fn view(viewer: Viewer<'_>, state: &State) -> Screen {
    let lang = viewer.lang;
    let cancel = || vec![Button::new(t::common::cancel(lang), Action::Cancel)];
    match &state.ask {
        Ask::DeleteName => Screen::says(t::orgs::delete_question(lang, &viewer.org.name)).rows(vec![cancel()]),
        Ask::Industry => {
            let button =
                |industry: &Industry| Button::new(industry_name(lang, *industry), tap(OrgTap::Industry(*industry)));
            let mut rows: Vec<Vec<Button>> =
                Industry::ALL.chunks(2).map(|pair| pair.iter().map(button).collect()).collect();
            rows.push(cancel());
            Screen::says(t::orgs::ask_industry(lang)).rows(rows)
        }
        Ask::Name { .. } => Screen::says(t::orgs::ask_name(lang)).rows(vec![cancel()]),
        Ask::Language { name, .. } => {
            let speaks = |lang: Lang| Button::new(lang.native_name().to_owned(), tap(OrgTap::Speak(lang)));
            Screen::says(Text::new().bold(name).line().plain(&t::orgs::ask_language(lang)))
                .rows(vec![Lang::ALL.map(speaks).into(), cancel()])
        }
        Ask::Zone { name, .. } => {
            let button = |city: &City| Button::new(city_name(lang, *city), tap(OrgTap::City(*city)));
            let mut rows: Vec<Vec<Button>> =
                City::ALL.chunks(3).map(|three| three.iter().map(button).collect()).collect();
            rows.push(cancel());
            Screen::says(Text::new().bold(name).line().plain(&t::orgs::ask_zone(lang))).rows(rows)
        }
        Ask::Token { name, .. } => Screen::says(Text::new().bold(name).line().plain(&t::orgs::ask_token(lang)))
            .rows(vec![vec![Button::new(t::orgs::token_later(lang), tap(OrgTap::Later))]]),
    }
}

/// What the viewer may do with the org.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct May {
    pub team: bool,
    pub invite: bool,
    pub delete: bool,
}

/// The org's card, for somebody who works there.
pub(super) fn card(viewer: Viewer<'_>, org: &Org, role: Role, offer: Option<(&Offer, bool)>, may: May) -> Screen {
    let lang = viewer.lang;
    let mut text = Text::new().bold(&org.name).line();
    text = text.plain(&format!("{} · {} · {}", industry_name(lang, org.industry), org.time_zone, org.currency)).line();
    text = text.plain(&t::orgs::your_role(lang, &role_name(lang, role)));
    let mut rows = vec![];
    if let Some((offer, is_taker)) = offer {
        let (line, buttons) = offer_lines(lang, org, offer, is_taker);
        text = text.plain("\n\n").plain(&line);
        rows.push(buttons);
    }
    let mut team = vec![];
    if may.team {
        team.push(Button::success(t::orgs::button_team(lang), Action::Member(MemberTap::List(None))));
    }
    if may.invite {
        team.push(Button::new(t::invites::button(lang), Action::Invite(InviteTap::New)));
    }
    rows.push(team);
    rows.push(vec![Button::new(t::orgs::button_mine(lang), tap(OrgTap::Mine))]);
    let mut end = vec![Button::new(t::orgs::button_leave(lang), tap(OrgTap::AskLeave))];
    if may.delete {
        end.push(Button::danger(t::orgs::button_delete(lang), tap(OrgTap::AskDelete)));
    }
    rows.push(end);
    Screen::says(text).rows(rows)
}

/// The orgs in which the person works, with the bot of each. An owner can connect one where there is none.
pub(super) fn mine(viewer: Viewer<'_>, orgs: &[Membership], here: OrgId) -> Screen {
    let lang = viewer.lang;
    if orgs.is_empty() {
        let create = Button::success(t::orgs::button_create(lang), tap(OrgTap::Create));
        let rows = if viewer.org.is_platform { vec![vec![create]] } else { vec![] };
        return Screen::says(t::orgs::mine_none(lang)).rows(rows);
    }
    let mut text = Text::new().bold(&t::orgs::mine_title(lang)).line();
    let mut rows = vec![];
    for org in orgs.iter().take(MINE_SHOWN) {
        let (name, role) = (shorten(&org.name, 60), role_name(lang, org.role));
        let place = match (&org.bot, org.deleted_at.is_some()) {
            _ if org.org == here => t::orgs::mine_here(lang),
            (_, true) => t::orgs::mine_deleted(lang),
            (Some(bot), false) => format!("https://t.me/{bot}"),
            (None, false) => t::orgs::mine_no_bot(lang),
        };
        text = text.line().plain("• ").bold(&name).plain(&format!(" · {role} · {place}"));
        if org.bot.is_none() && org.role == Role::Owner && viewer.org.is_platform && org.deleted_at.is_none() {
            let label = t::orgs::button_connect(lang, &shorten(&org.name, 24));
            rows.push(vec![Button::new(label, tap(OrgTap::Connect(org.org)))]);
        }
    }
    text = text.plain("\n\n").plain(&t::orgs::mine_hint(lang));
    if viewer.org.is_platform {
        rows.push(vec![Button::success(t::orgs::button_create(lang), tap(OrgTap::Create))]);
    } else {
        rows.push(vec![Button::new(t::orgs::button_back(lang), tap(OrgTap::Card))]);
    }
    Screen::says(text).rows(rows)
}

/// How many orgs one screen lists.
const MINE_SHOWN: usize = 20;

/// «Выйти из команды?»
pub(super) fn ask_leave(viewer: Viewer<'_>) -> Screen {
    let lang = viewer.lang;
    Screen::says(t::orgs::leave_question(lang, &viewer.org.name)).rows(vec![
        vec![Button::danger(t::orgs::leave_yes(lang), tap(OrgTap::Leave))],
        vec![Button::new(t::orgs::button_back(lang), tap(OrgTap::Card))],
    ])
}

/// What everybody reads while the org is deleted; its owner can take that back.
pub fn closed(viewer: Viewer<'_>, org: &Org, is_owner: bool) -> Screen {
    let lang = viewer.lang;
    let until = org.restorable_until().map(|until| local_time(&org.time_zone, until)).unwrap_or_default();
    let restore = Button::success(t::orgs::restore(lang), tap(OrgTap::Restore));
    Screen::says(t::orgs::closed(lang, &org.name, &until)).rows(if is_owner { vec![vec![restore]] } else { vec![] })
}

/// Where every dialogue with the platform's own bot rests.
pub(crate) fn welcome(viewer: Viewer<'_>) -> Screen {
    let lang = viewer.lang;
    Screen::says(t::orgs::welcome(lang, viewer.identity.first_name())).rows(vec![
        vec![Button::success(t::orgs::button_create(lang), tap(OrgTap::Create))],
        vec![Button::new(t::orgs::button_mine(lang), tap(OrgTap::Mine))],
        language_row(),
    ])
}
