//! A chat: its members and their rights, its topics, its messages and who reads how far.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Bound,
};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Keyboard, Place, Stored, World};

/// A chat and all that is in it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Chat {
    /// Where it is.
    pub place: Place,
    /// The title of a group; empty for a private chat.
    pub title: String,
    /// Whether it has topics.
    pub is_forum: bool,
    /// People and bots that are or were in a group, and how.
    pub members: BTreeMap<i64, Member>,
    /// Topics by thread id, which is the id of the message that made them.
    pub topics: BTreeMap<i64, Topic>,
    /// Pinned messages, the newest last.
    pub pinned: Vec<i64>,
    /// Private chat: the person has written to the bot.
    pub started: bool,
    /// Private chat: the person has blocked the bot.
    pub blocked: bool,
    pub(crate) messages: BTreeMap<i64, Stored>,
    pub(crate) last_message_id: i64,
    /// What stands under each person's input field.
    pub(crate) keyboards: HashMap<i64, Keyboard>,
    /// The sequence number of each person's last act here; "after" means after this.
    pub(crate) acts: HashMap<i64, u64>,
    pub(crate) read: HashMap<i64, i64>,
    pub(crate) invite_links: Vec<Value>,
    pub(crate) join_requests: BTreeSet<i64>,
}

/// A member of a group.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Member {
    /// How they belong.
    pub status: Status,
    /// What an administrator may do.
    pub rights: BTreeSet<Right>,
}

/// How somebody belongs to a group, in the Bot API's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The owner.
    Creator,
    /// With rights.
    Administrator,
    /// Without.
    Member,
    /// Went by themselves.
    Left,
    /// Was thrown out.
    Kicked,
}

/// An administrator's right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Delete messages of others.
    CanDeleteMessages,
    /// Restrict and throw out.
    CanRestrictMembers,
    /// Make others administrators.
    CanPromoteMembers,
    /// Change title and photo.
    CanChangeInfo,
    /// Invite, and answer join requests.
    CanInviteUsers,
    /// Pin messages.
    CanPinMessages,
    /// Make, rename, close and delete topics.
    CanManageTopics,
}

impl Right {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::CanDeleteMessages,
        Self::CanRestrictMembers,
        Self::CanPromoteMembers,
        Self::CanChangeInfo,
        Self::CanInviteUsers,
        Self::CanPinMessages,
        Self::CanManageTopics,
    ];

    fn field(self) -> &'static str {
        match self {
            Self::CanDeleteMessages => "can_delete_messages",
            Self::CanRestrictMembers => "can_restrict_members",
            Self::CanPromoteMembers => "can_promote_members",
            Self::CanChangeInfo => "can_change_info",
            Self::CanInviteUsers => "can_invite_users",
            Self::CanPinMessages => "can_pin_messages",
            Self::CanManageTopics => "can_manage_topics",
        }
    }
}

impl Status {
    /// Whether one with this status is in the group.
    pub fn is_in(self) -> bool {
        matches!(self, Self::Creator | Self::Administrator | Self::Member)
    }

    /// Whether one with this status is an administrator or the owner.
    pub fn is_admin(self) -> bool {
        matches!(self, Self::Creator | Self::Administrator)
    }
}

impl Member {
    pub(crate) fn new(status: Status) -> Self {
        let rights = if status.is_admin() { Right::ALL.into() } else { BTreeSet::new() };
        Self { status, rights }
    }

    pub(crate) fn may(&self, right: Right) -> bool {
        self.status == Status::Creator || (self.status == Status::Administrator && self.rights.contains(&right))
    }

    /// The Bot API `ChatMember`.
    pub(crate) fn json(&self, user: Value) -> Value {
        let mut out = json!({"user": user, "status": self.status});
        match self.status {
            Status::Creator => out["is_anonymous"] = false.into(),
            Status::Kicked => out["until_date"] = 0.into(),
            Status::Administrator => {
                for field in [
                    "can_be_edited",
                    "is_anonymous",
                    "can_manage_video_chats",
                    "can_post_stories",
                    "can_edit_stories",
                    "can_delete_stories",
                    "can_send_welcome_messages",
                ] {
                    out[field] = false.into();
                }
                out["can_manage_chat"] = true.into();
                for right in Right::ALL {
                    out[right.field()] = self.rights.contains(&right).into();
                }
            }
            Status::Member | Status::Left => {}
        }
        out
    }
}

/// A topic of a forum.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Topic {
    /// 1–128 characters.
    pub name: String,
    /// RGB.
    pub icon_color: i64,
    /// A custom emoji shown as the icon.
    pub icon_custom_emoji_id: Option<String>,
    /// Only those who manage topics may write in a closed one.
    pub is_closed: bool,
    /// The bot or person who made it.
    pub creator: i64,
}

impl Chat {
    pub(crate) fn new(place: Place, title: &str, is_forum: bool) -> Self {
        Self {
            place,
            title: title.to_owned(),
            is_forum,
            members: BTreeMap::new(),
            topics: BTreeMap::new(),
            pinned: Vec::new(),
            started: false,
            blocked: false,
            messages: BTreeMap::new(),
            last_message_id: 0,
            keyboards: HashMap::new(),
            acts: HashMap::new(),
            read: HashMap::new(),
            invite_links: Vec::new(),
            join_requests: BTreeSet::new(),
        }
    }

    /// Messages that are not deleted, oldest first.
    pub fn messages(&self) -> impl DoubleEndedIterator<Item = &Stored> {
        self.messages.values()
    }

    pub(crate) fn status(&self, user: i64) -> Status {
        self.members.get(&user).map_or(Status::Left, |member| member.status)
    }

    pub(crate) fn may(&self, user: i64, right: Right) -> bool {
        self.members.get(&user).is_some_and(|member| member.may(right))
    }

    /// People in this chat; bots are left out.
    pub(crate) fn people<'a>(&'a self, world: &'a World) -> Vec<i64> {
        match self.place {
            Place::Private { person, .. } => vec![person],
            Place::Group(_) => self.in_group().filter(|id| world.people.contains_key(id)).collect(),
        }
    }

    /// Bots in this chat that would be told of something.
    pub(crate) fn bots<'a>(&'a self, world: &'a World) -> Vec<i64> {
        match self.place {
            Place::Private { bot, .. } => vec![bot],
            Place::Group(_) => self.in_group().filter(|id| world.bots.contains_key(id)).collect(),
        }
    }

    fn in_group(&self) -> impl Iterator<Item = i64> {
        self.members.iter().filter(|(_, member)| member.status.is_in()).map(|(id, _)| *id)
    }

    /// Messages of others that `person` has not seen.
    pub(crate) fn unread(&self, person: i64) -> usize {
        let read = self.read.get(&person).copied().unwrap_or(0);
        self.messages.range((Bound::Excluded(read), Bound::Unbounded)).filter(|(_, m)| m.from != person).count()
    }
}

impl World {
    pub(crate) fn ensure_private(&mut self, bot: i64, person: i64) -> Place {
        let place = Place::Private { bot, person };
        self.chats.entry(place).or_insert_with(|| Chat::new(place, "", false));
        place
    }

    /// A new supergroup; its id is below -100…, as real ones are.
    pub(crate) fn add_group(&mut self, title: &str, owner: i64, is_forum: bool, members: &[i64]) -> i64 {
        let id = -1_001_000_000_000 - self.fresh_id();
        let mut chat = Chat::new(Place::Group(id), title, is_forum);
        // Message 1 of a supergroup is its creation, which nobody is told of.
        chat.last_message_id = 1;
        for member in members {
            chat.members.insert(*member, Member::new(Status::Member));
        }
        chat.members.insert(owner, Member::new(Status::Creator));
        self.chats.insert(Place::Group(id), chat);
        self.row_changed(Place::Group(id));
        id
    }

    /// The Bot API `Chat`, as a bot (`person` is `None`) or as a person sees it.
    pub(crate) fn chat_json(&self, place: Place, for_person: bool) -> Value {
        match place {
            Place::Private { bot, person } => {
                let user = self.user(if for_person { bot } else { person });
                let mut out = json!({"id": user["id"], "type": "private"});
                for key in ["first_name", "last_name", "username"] {
                    if let Some(value) = user.get(key) {
                        out[key] = value.clone();
                    }
                }
                out
            }
            Place::Group(id) => {
                let (title, is_forum) =
                    self.chats.get(&place).map_or(("", false), |chat| (chat.title.as_str(), chat.is_forum));
                let mut out = json!({"id": id, "type": "supergroup", "title": title});
                if is_forum {
                    out["is_forum"] = true.into();
                }
                out
            }
        }
    }
}
