//! Which chat a call means and whether the bot may write there; and the methods that ask about
//! chats and their members.

use serde_json::{Value, json};

use super::{Answer, Refusal, Request};
use crate::world::{Member, Place, Right, Status, Viewer, World};

/// The chat in parameter `name`; one that the bot has never been in is "not found".
pub(super) fn find(world: &World, request: &Request<'_>, name: &str) -> Result<Place, Refusal> {
    let not_found = || Refusal::bad("chat not found");
    let id = request.int(name).ok_or_else(not_found)?;
    let place = if id < 0 { Place::Group(id) } else { Place::Private { bot: request.bot, person: id } };
    let chat = world.chats.get(&place).ok_or_else(not_found)?;
    match place {
        Place::Group(_) if !chat.members.contains_key(&request.bot) => Err(not_found()),
        _ => Ok(place),
    }
}

/// The chat in `chat_id`, where the bot may act now.
pub(super) fn reachable(world: &World, request: &Request<'_>) -> Result<Place, Refusal> {
    let place = find(world, request, "chat_id")?;
    let Some(chat) = world.chats.get(&place) else { return Err(Refusal::bad("chat not found")) };
    match (place, chat.status(request.bot)) {
        (Place::Private { .. }, _) if chat.blocked => Err(Refusal::forbidden("bot was blocked by the user")),
        (Place::Private { .. }, _) if !chat.started => {
            Err(Refusal::forbidden("bot can't initiate conversation with a user"))
        }
        (Place::Group(_), Status::Kicked) => Err(Refusal::forbidden("bot was kicked from the supergroup chat")),
        (Place::Group(_), Status::Left) => Err(Refusal::forbidden("bot is not a member of the supergroup chat")),
        _ => Ok(place),
    }
}

/// Refuses with `words` unless the bot has `right` in the group; in a private chat it needs none.
pub(super) fn require(
    world: &World,
    request: &Request<'_>,
    place: Place,
    right: Right,
    words: &str,
) -> Result<(), Refusal> {
    let may = match place {
        Place::Private { .. } => true,
        Place::Group(_) => world.chats.get(&place).is_some_and(|chat| chat.may(request.bot, right)),
    };
    if may { Ok(()) } else { Err(Refusal::bad(words)) }
}

/// `getChat`.
pub(super) fn get(world: &World, request: &Request<'_>) -> Answer {
    let place = reachable_or_private(world, request)?;
    let mut out = world.chat_json(place, false);
    out["accent_color_id"] = 0.into();
    out["max_reaction_count"] = 11.into();
    out["accepted_gift_types"] = json!({
        "unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false,
        "premium_subscription": false, "gifts_from_channels": false,
    });
    let Some(chat) = world.chats.get(&place) else { return Ok(out) };
    if let Some(pinned) = chat.pinned.last().and_then(|id| world.show(place, *id, Viewer::Bot(request.bot))) {
        out["pinned_message"] = pinned;
    }
    if let Place::Group(_) = place {
        out["permissions"] = json!({"can_send_messages": true, "can_invite_users": true});
        if chat.may(request.bot, Right::CanInviteUsers)
            && let Some(link) = chat.invite_links.iter().find(|link| link["is_primary"] == true)
        {
            out["invite_link"] = link["invite_link"].clone();
        }
    }
    Ok(out)
}

/// Asking about a person needs no permission to write to them.
fn reachable_or_private(world: &World, request: &Request<'_>) -> Result<Place, Refusal> {
    match find(world, request, "chat_id")? {
        place @ Place::Private { .. } => Ok(place),
        Place::Group(_) => reachable(world, request),
    }
}

/// `getChatMember`.
pub(super) fn member(world: &World, request: &Request<'_>) -> Answer {
    let place = reachable_or_private(world, request)?;
    let user = request.int("user_id").unwrap_or_default();
    if !world.people.contains_key(&user) && !world.bots.contains_key(&user) {
        return Err(Refusal::bad("user not found"));
    }
    let left = Member::new(Status::Left);
    let private = Member::new(Status::Member);
    let member = match place {
        Place::Private { .. } => &private,
        Place::Group(_) => world.chats.get(&place).and_then(|chat| chat.members.get(&user)).unwrap_or(&left),
    };
    Ok(member.json(world.user(user)))
}

/// `getChatAdministrators`: people only, and the bot itself.
pub(super) fn administrators(world: &World, request: &Request<'_>) -> Answer {
    let place = group(world, request, "there are no administrators in the private chat")?;
    let members = world.chats.get(&place).into_iter().flat_map(|chat| &chat.members);
    let admins = members
        .filter(|(_, member)| member.status.is_admin())
        .filter(|(id, _)| **id == request.bot || world.people.contains_key(id))
        .map(|(id, member)| member.json(world.user(*id)));
    Ok(Value::Array(admins.collect()))
}

/// `getChatMemberCount`.
pub(super) fn count(world: &World, request: &Request<'_>) -> Answer {
    let place = reachable_or_private(world, request)?;
    Ok(match place {
        Place::Private { .. } => 2.into(),
        Place::Group(_) => world
            .chats
            .get(&place)
            .map_or(0, |chat| chat.members.values().filter(|member| member.status.is_in()).count())
            .into(),
    })
}

/// `leaveChat`.
pub(super) fn leave(world: &mut World, request: &Request<'_>) -> Answer {
    let Place::Group(id) = group(world, request, "chat member status can't be changed in private chats")? else {
        return Err(Refusal::bad("chat not found"));
    };
    world.set_member(id, request.bot, request.bot, Status::Left, Default::default());
    Ok(true.into())
}

pub(super) fn group(world: &World, request: &Request<'_>, words: &str) -> Result<Place, Refusal> {
    match reachable(world, request)? {
        Place::Private { .. } => Err(Refusal::bad(words)),
        place => Ok(place),
    }
}
