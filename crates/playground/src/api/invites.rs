//! Invite links of groups and requests to join them.

use serde_json::{Value, json};

use super::{Answer, Refusal, Request, chats};
use crate::world::{Place, Right, Status, World};

const NO_RIGHT: &str = "not enough rights to manage chat invite link";

/// `createChatInviteLink`.
pub(super) fn create(world: &mut World, request: &Request<'_>) -> Answer {
    if request.flag("creates_join_request") && request.params.contains_key("member_limit") {
        return Err(Refusal::bad("member limit can't be specified for links requiring administrator approval"));
    }
    let place = allowed(world, request)?;
    let mut link = new_link(world, request, false);
    for key in ["name", "expire_date", "member_limit"] {
        if let Some(value) = request.get(key) {
            link[key] = value.clone();
        }
    }
    link["creates_join_request"] = request.flag("creates_join_request").into();
    if let Some(chat) = world.chats.get_mut(&place) {
        chat.invite_links.push(link.clone());
    }
    Ok(link)
}

/// `exportChatInviteLink`: a new primary link; the old one is revoked.
pub(super) fn export(world: &mut World, request: &Request<'_>) -> Answer {
    let place = allowed(world, request)?;
    let link = new_link(world, request, true);
    let text = link["invite_link"].clone();
    if let Some(chat) = world.chats.get_mut(&place) {
        chat.invite_links.retain(|link| link["is_primary"] != true);
        chat.invite_links.push(link);
    }
    Ok(text)
}

/// `approveChatJoinRequest` and `declineChatJoinRequest`.
pub(super) fn decide(world: &mut World, request: &Request<'_>, is_let_in: bool) -> Answer {
    let place = allowed(world, request)?;
    let user = request.int("user_id").unwrap_or_default();
    let asked = world.chats.get_mut(&place).is_some_and(|chat| chat.join_requests.remove(&user));
    if !asked {
        return Err(Refusal::bad("HIDE_REQUESTER_MISSING"));
    }
    if let (true, Place::Group(id)) = (is_let_in, place) {
        world.set_member(id, user, user, Status::Member, Default::default());
    }
    Ok(true.into())
}

fn allowed(world: &World, request: &Request<'_>) -> Result<Place, Refusal> {
    let place = chats::group(world, request, "can't invite members to a private chat")?;
    chats::require(world, request, place, Right::CanInviteUsers, NO_RIGHT)?;
    Ok(place)
}

fn new_link(world: &mut World, request: &Request<'_>, is_primary: bool) -> Value {
    let number = world.fresh_id();
    json!({
        "invite_link": format!("https://t.me/+playground{number:06}"),
        "creator": world.user(request.bot),
        "creates_join_request": false,
        "is_primary": is_primary,
        "is_revoked": false,
    })
}
