//! Service messages: what Telegram itself reports inside a chat.

use serde::Deserialize;
use serde::de::MapAccess;

use super::lenient::{Present, lenient, lenient_object, value};

/// What happened, as far as the product cares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Service {
    /// Somebody came in.
    NewMembers,
    /// Somebody left or was removed.
    MemberLeft,
    /// A message was pinned.
    Pinned,
    /// A topic was opened; the message's thread is its id.
    TopicCreated {
        /// As its creator called it; empty when not told.
        name: String,
    },
    /// A topic was renamed or got another icon.
    TopicEdited,
    /// A topic was closed.
    TopicClosed,
    /// A closed topic was opened again.
    TopicReopened,
    /// A group, supergroup or channel was made with the bot in it.
    ChatCreated,
    /// This group became the supergroup with this id: the old id is dead.
    MigratedTo(i64),
    /// This supergroup was the group with this id.
    MigratedFrom(i64),
    /// Any other report; nobody expects an answer to it.
    Other,
}

/// Whether a field belonged to a service message.
pub(super) enum Read {
    /// Yes, and its value was read: nothing when it was null or false.
    Taken(Option<Service>),
    /// No; the value is still to be read.
    NotOne,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ForumTopicCreated {
    #[serde(deserialize_with = "lenient")]
    name: String,
}

lenient_object!(ForumTopicCreated, it => true);

/// Reads the value of `field` if it is one that makes a service message.
pub(super) fn read<'de, A: MapAccess<'de>>(field: &str, map: &mut A) -> Result<Read, A::Error> {
    let sort = match field {
        "migrate_to_chat_id" => return Ok(Read::Taken(value(map)?.map(Service::MigratedTo))),
        "migrate_from_chat_id" => return Ok(Read::Taken(value(map)?.map(Service::MigratedFrom))),
        "forum_topic_created" => {
            let topic: Option<ForumTopicCreated> = value(map)?;
            return Ok(Read::Taken(topic.map(|it| Service::TopicCreated { name: it.name })));
        }
        "new_chat_members" => Service::NewMembers,
        "left_chat_member" => Service::MemberLeft,
        "pinned_message" => Service::Pinned,
        "forum_topic_edited" => Service::TopicEdited,
        "forum_topic_closed" => Service::TopicClosed,
        "forum_topic_reopened" => Service::TopicReopened,
        "group_chat_created" | "supergroup_chat_created" | "channel_chat_created" => Service::ChatCreated,
        other if OTHER.contains(&other) => Service::Other,
        _ => return Ok(Read::NotOne),
    };
    let present: Option<Present> = value(map)?;
    Ok(Read::Taken(present.filter(|it| it.0).map(|_| sort)))
}

/// Reports of the Bot API 10.3 that mean nothing to the product.
const OTHER: [&str; 44] = [
    "boost_added",
    "chat_background_set",
    "chat_owner_changed",
    "chat_owner_left",
    "chat_shared",
    "checklist_tasks_added",
    "checklist_tasks_done",
    "community_chat_added",
    "community_chat_joined",
    "community_chat_removed",
    "connected_website",
    "delete_chat_photo",
    "direct_message_price_changed",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
    "gift",
    "gift_upgrade_sent",
    "giveaway_completed",
    "giveaway_created",
    "managed_bot_created",
    "message_auto_delete_timer_changed",
    "new_chat_photo",
    "new_chat_title",
    "paid_message_price_changed",
    "passport_data",
    "poll_option_added",
    "poll_option_deleted",
    "proximity_alert_triggered",
    "refunded_payment",
    "successful_payment",
    "suggested_post_approval_failed",
    "suggested_post_approved",
    "suggested_post_declined",
    "suggested_post_paid",
    "suggested_post_refunded",
    "unique_gift",
    "users_shared",
    "video_chat_ended",
    "video_chat_participants_invited",
    "video_chat_scheduled",
    "video_chat_started",
    "web_app_data",
    "write_access_allowed",
    "invoice",
];
