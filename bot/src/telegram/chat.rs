//! Chats, people and what happens to their membership, as Telegram tells it:
//! the types `Chat`, `User`, `ChatMember`, `ChatMemberUpdated`,
//! `ChatJoinRequest` and `MessageReactionUpdated` of the Bot API.

use std::borrow::Cow;

use serde::Deserialize;

use super::lenient::{Lenient, lenient, lenient_object};

/// What sort of chat it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ChatKind {
    /// One person and the bot.
    Private,
    /// A small group; it may be upgraded to a supergroup, with another id.
    Group,
    /// A group, possibly with forum topics.
    Supergroup,
    /// A channel.
    Channel,
    /// Something newer, or not told.
    #[default]
    Other,
}

impl<'de> Lenient<'de> for ChatKind {
    fn from_text(name: Cow<'de, str>) -> Option<Self> {
        Some(match name.as_ref() {
            "private" => Self::Private,
            "group" => Self::Group,
            "supergroup" => Self::Supergroup,
            "channel" => Self::Channel,
            _ => Self::Other,
        })
    }
}

/// A chat. Ids are up to 52 bits; groups have negative ones.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Chat {
    /// Never 0.
    #[serde(deserialize_with = "lenient")]
    pub id: i64,
    /// Its sort.
    #[serde(rename = "type", deserialize_with = "lenient")]
    pub kind: ChatKind,
    /// Groups and channels.
    #[serde(deserialize_with = "lenient")]
    pub title: Option<String>,
    /// Without the `@`.
    #[serde(deserialize_with = "lenient")]
    pub username: Option<String>,
    /// Whether a supergroup has topics.
    #[serde(deserialize_with = "lenient")]
    pub is_forum: bool,
}

lenient_object!(Chat, it => it.id != 0);

impl Chat {
    /// Whether Telegram's limits for groups hold here.
    #[must_use]
    pub fn is_group(&self) -> bool {
        matches!(self.kind, ChatKind::Group | ChatKind::Supergroup)
    }
}

/// A person or a bot.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct User {
    /// Never 0.
    #[serde(deserialize_with = "lenient")]
    pub id: i64,
    /// Whether it is a bot.
    #[serde(deserialize_with = "lenient")]
    pub is_bot: bool,
    /// May be empty: a deleted account.
    #[serde(deserialize_with = "lenient")]
    pub first_name: String,
    /// As the person wrote it.
    #[serde(deserialize_with = "lenient")]
    pub last_name: Option<String>,
    /// Without the `@`.
    #[serde(deserialize_with = "lenient")]
    pub username: Option<String>,
    /// IETF tag of the person's Telegram, such as `uz` or `pt-br`.
    #[serde(deserialize_with = "lenient")]
    pub language_code: Option<String>,
}

lenient_object!(User, it => it.id != 0);

/// How one belongs to a chat.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum MemberStatus {
    /// Owns the chat.
    Creator,
    /// Administers it.
    Administrator,
    /// An ordinary member.
    Member,
    /// Under restrictions, and possibly not in the chat: see [`ChatMember::is_in`].
    Restricted,
    /// Not in the chat.
    Left,
    /// Banned; of a private chat: the person blocked the bot.
    Kicked,
    /// Something newer, or not told.
    #[default]
    Other,
}

impl<'de> Lenient<'de> for MemberStatus {
    fn from_text(name: Cow<'de, str>) -> Option<Self> {
        Some(match name.as_ref() {
            "creator" => Self::Creator,
            "administrator" => Self::Administrator,
            "member" => Self::Member,
            "restricted" => Self::Restricted,
            "left" => Self::Left,
            "kicked" => Self::Kicked,
            _ => Self::Other,
        })
    }
}

/// Somebody's membership of a chat, with the rights that a staff forum needs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ChatMember {
    /// How they belong.
    #[serde(deserialize_with = "lenient")]
    pub status: MemberStatus,
    /// Who.
    #[serde(deserialize_with = "lenient")]
    pub user: User,
    /// Told of restricted members only.
    #[serde(deserialize_with = "lenient")]
    pub is_member: bool,
    /// May create, edit and close topics.
    #[serde(deserialize_with = "lenient")]
    pub can_manage_topics: bool,
    /// May pin messages.
    #[serde(deserialize_with = "lenient")]
    pub can_pin_messages: bool,
    /// May delete others' messages.
    #[serde(deserialize_with = "lenient")]
    pub can_delete_messages: bool,
}

lenient_object!(ChatMember, it => it.status != MemberStatus::Other || it.user.id != 0);

impl ChatMember {
    /// Whether they are in the chat now.
    #[must_use]
    pub fn is_in(&self) -> bool {
        match self.status {
            MemberStatus::Creator | MemberStatus::Administrator | MemberStatus::Member => true,
            MemberStatus::Restricted => self.is_member,
            MemberStatus::Left | MemberStatus::Kicked | MemberStatus::Other => false,
        }
    }

    /// Whether they own or administer the chat.
    #[must_use]
    pub fn is_admin(&self) -> bool {
        matches!(self.status, MemberStatus::Creator | MemberStatus::Administrator)
    }
}

/// A membership changed: the bot's own (`my_chat_member`) or another's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ChatMemberUpdated {
    /// Where.
    #[serde(deserialize_with = "lenient")]
    pub chat: Chat,
    /// Who did it.
    #[serde(deserialize_with = "lenient")]
    pub from: User,
    /// Unix seconds.
    #[serde(deserialize_with = "lenient")]
    pub date: i64,
    /// Before.
    #[serde(deserialize_with = "lenient")]
    pub old_chat_member: ChatMember,
    /// After.
    #[serde(deserialize_with = "lenient")]
    pub new_chat_member: ChatMember,
}

lenient_object!(ChatMemberUpdated, it => it.chat.id != 0);

/// Somebody asks to be let in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ChatJoinRequest {
    /// Where to.
    #[serde(deserialize_with = "lenient")]
    pub chat: Chat,
    /// Who asks.
    #[serde(deserialize_with = "lenient")]
    pub from: User,
    /// A private chat in which the bot may write to them for five minutes.
    #[serde(deserialize_with = "lenient")]
    pub user_chat_id: i64,
    /// Unix seconds.
    #[serde(deserialize_with = "lenient")]
    pub date: i64,
    /// What they say about themselves in their profile.
    #[serde(deserialize_with = "lenient")]
    pub bio: Option<String>,
}

lenient_object!(ChatJoinRequest, it => it.chat.id != 0 && it.from.id != 0);

/// One reaction: an emoji, a custom emoji, or neither (paid, or newer).
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Reaction {
    /// One of Telegram's reaction emoji.
    #[serde(deserialize_with = "lenient")]
    pub emoji: Option<String>,
    /// Id of a custom emoji.
    #[serde(deserialize_with = "lenient")]
    pub custom_emoji_id: Option<String>,
}

lenient_object!(Reaction, it => true);

/// Somebody changed their reactions to a message. Comes only to a bot that
/// administers the chat and asked for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct MessageReaction {
    /// Where.
    #[serde(deserialize_with = "lenient")]
    pub chat: Chat,
    /// Which message.
    #[serde(deserialize_with = "lenient")]
    pub message_id: i64,
    /// Who; absent for an anonymous administrator.
    #[serde(deserialize_with = "lenient")]
    pub user: Option<User>,
    /// The chat on whose behalf, when anonymous.
    #[serde(deserialize_with = "lenient")]
    pub actor_chat: Option<Chat>,
    /// Unix seconds.
    #[serde(deserialize_with = "lenient")]
    pub date: i64,
    /// Before.
    #[serde(deserialize_with = "lenient")]
    pub old_reaction: Vec<Reaction>,
    /// After.
    #[serde(deserialize_with = "lenient")]
    pub new_reaction: Vec<Reaction>,
}

lenient_object!(MessageReaction, it => it.chat.id != 0 && it.message_id != 0);
