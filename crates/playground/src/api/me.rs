//! `getMe`: the bot about itself.

use serde_json::json;

use super::{Answer, Refusal, Request};
use crate::world::World;

/// `getMe`, with every field that strict clients need.
pub(super) fn get(world: &World, request: &Request<'_>) -> Answer {
    let bot = world.bots.get(&request.bot).ok_or_else(Refusal::unauthorized)?;
    Ok(json!({
        "id": bot.id,
        "is_bot": true,
        "first_name": bot.name,
        "username": bot.username,
        "can_join_groups": true,
        "can_read_all_group_messages": bot.reads_all,
        "supports_inline_queries": false,
        "supports_guest_queries": false,
        "can_connect_to_business": false,
        "has_main_web_app": false,
        "has_topics_enabled": false,
        "allows_users_to_create_topics": false,
        "can_manage_bots": false,
        "supports_join_request_queries": false,
    }))
}
