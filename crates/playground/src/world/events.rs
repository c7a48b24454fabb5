//! What people's messengers are told: the events of the protocol, made only for people who listen.

use serde_json::{Value, json};

use super::{Place, Viewer, World};

/// An event for some people.
#[derive(Clone, Debug)]
pub struct Event {
    /// Person id.
    pub to: i64,
    /// One JSON object of the protocol.
    pub body: Value,
}

impl Place {
    /// The id of the chat as `person`'s messenger knows it.
    pub fn id_for_people(self) -> i64 {
        match self {
            Self::Private { bot, .. } => bot,
            Self::Group(id) => id,
        }
    }

    /// The id of the chat as bots know it.
    pub fn id_for_bots(self) -> i64 {
        match self {
            Self::Private { person, .. } => person,
            Self::Group(id) => id,
        }
    }
}

impl World {
    /// Tells everybody in the chat who listens; `make` is called once for each.
    pub(super) fn tell(&mut self, place: Place, make: impl Fn(&Self, i64) -> Value) {
        if self.watchers.is_empty() {
            return;
        }
        let Some(chat) = self.chats.get(&place) else { return };
        for person in chat.people(self) {
            self.tell_one(place, person, &make);
        }
    }

    pub(super) fn tell_one(&mut self, place: Place, person: i64, make: impl Fn(&Self, i64) -> Value) {
        if !self.watchers.contains_key(&person) {
            return;
        }
        let mut body = make(self, person);
        body["chat"] = place.id_for_people().into();
        self.events.push(Event { to: person, body });
    }

    pub(super) fn tell_message(&mut self, place: Place, id: i64, kind: &str) {
        self.tell(place, |world, _| json!({"type": kind, "message": world.show(place, id, Viewer::Person)}));
    }

    pub(crate) fn tell_action(&mut self, place: Place, action: &str, thread: Option<i64>) {
        self.tell(place, |_, _| json!({"type": "action", "action": action, "thread": thread}));
    }

    /// The chat's row changed: title, topics, pins, menu, membership.
    pub(crate) fn row_changed(&mut self, place: Place) {
        self.tell(place, |world, person| json!({"type": "chat", "row": world.row(place, person)}));
    }

    /// A row of the chat list, as `person` sees it.
    pub(crate) fn row(&self, place: Place, person: i64) -> Value {
        let Some(chat) = self.chats.get(&place) else { return Value::Null };
        let bots: Vec<i64> = chat.bots(self);
        let last = chat.messages.last_key_value().map(|(_, last)| self.show_alone(place, last, Viewer::Person));
        let pinned = chat.pinned.last().and_then(|id| self.show(place, *id, Viewer::Person));
        let topics: Vec<Value> = chat
            .topics
            .iter()
            .map(|(thread, topic)| {
                json!({
                    "message_thread_id": thread, "name": topic.name,
                    "icon_color": topic.icon_color, "is_closed": topic.is_closed,
                    "icon_emoji": topic.icon_custom_emoji_id.as_deref().and_then(crate::api::forum::icon),
                })
            })
            .collect();
        let members: Vec<Value> =
            chat.members.iter().map(|(id, member)| json!({"user": self.user(*id), "status": member.status})).collect();
        json!({
            "chat": self.chat_json(place, true),
            "bot": bots.first().map(|bot| self.user(*bot)),
            "topics": topics,
            "last": last,
            "unread": chat.unread(person),
            "keyboard": chat.keyboards.get(&person).map(|keyboard| &keyboard.markup),
            "menu_button": match place {
                Place::Private { bot, .. } => self.bots.get(&bot).map(|bot| bot.profile.menu_button(person)),
                Place::Group(_) => None,
            },
            "blocked": chat.blocked,
            "pinned": pinned,
            "members": members,
        })
    }

    /// The chat list of a person, the newest message first.
    pub(crate) fn rows(&self, person: i64) -> Vec<Value> {
        let mut places: Vec<(u64, Place)> = self
            .chats
            .values()
            .filter(|chat| match chat.place {
                Place::Private { person: owner, .. } => owner == person,
                Place::Group(_) => chat.status(person).is_in(),
            })
            .map(|chat| (chat.messages.last_key_value().map_or(0, |(_, last)| last.made), chat.place))
            .collect();
        places.sort_by_key(|(made, place)| (std::cmp::Reverse(*made), *place));
        places.into_iter().map(|(_, place)| self.row(place, person)).collect()
    }
}
