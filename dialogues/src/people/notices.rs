//! «Проверка: кв. 42» for those who may answer, and the answer for whoever waited.

use domain::{
    ids::PersonId,
    property::{Asked, Resident, ResidentRole, ResidentState},
};
use i18n::{Lang, t};

use super::action::HomeTap;
use crate::{Action, Button, Screen, Text};

/// «Собственник».
pub fn role_name(lang: Lang, role: ResidentRole) -> String {
    match role {
        ResidentRole::Owner => t::people::role_owner(lang),
        ResidentRole::Family => t::people::role_family(lang),
        ResidentRole::Tenant => t::people::role_tenant(lang),
    }
}

fn home(lang: Lang, resident: &Resident) -> String {
    t::people::home(lang, &resident.address, &resident.number)
}

/// Somebody who waits, as they stand now; for staff with the phone, for an owner without.
pub fn asked(lang: Lang, reader: PersonId, asked: &Asked) -> Screen {
    let (resident, owner) = (&asked.resident, asked.owners.contains(&reader));
    let name = resident.name.as_deref().unwrap_or("—");
    let title = if owner {
        let role = resident.role.map_or_else(|| t::people::role_unknown(lang), |role| role_name(lang, role));
        t::people::asks_access(lang, &role, name)
    } else {
        t::people::check_title(lang, &resident.number)
    };
    let mut text = Text::new().bold(&title).line().plain(&home(lang, resident));
    if !owner {
        let role = resident.role.map_or_else(|| t::people::role_unknown(lang), |role| role_name(lang, role));
        text = text.line().plain(&format!("{name} · {role}"));
        text = text.line().plain(&match &resident.phone {
            Some(phone) => format!("📱 {phone}"),
            None => t::people::check_no_phone(lang),
        });
        if asked.phone_shared {
            text = text.line().plain(&t::people::check_phone_shared(lang));
        }
    }
    let by = asked.answered_by.as_deref().unwrap_or("—");
    match resident.state {
        ResidentState::Pending => Screen::says(text).rows(vec![vec![
            Button::success(
                if owner { t::people::allow(lang) } else { t::people::confirm(lang) },
                Action::Home(HomeTap::Verify(resident.id)),
            ),
            Button::danger(t::people::decline(lang), Action::Home(HomeTap::Decline(resident.id))),
        ]]),
        ResidentState::Verified => Screen::says(text.plain("\n\n").plain(&t::people::check_verified(lang, by))),
        ResidentState::Declined => Screen::says(text.plain("\n\n").plain(&t::people::check_declined(lang, by))),
        ResidentState::MovedOut | ResidentState::Expected => {
            Screen::says(text.plain("\n\n").plain(&t::people::check_over(lang)))
        }
    }
}

/// What has become of somebody's own asking.
pub fn answered(lang: Lang, resident: &Resident) -> Screen {
    let home = home(lang, resident);
    Screen::says(match resident.state {
        ResidentState::Verified => t::people::you_are_verified(lang, &home),
        _ => t::people::you_are_declined(lang, &home),
    })
}
