//! Who belongs to a chat: blocking and unblocking a bot, adding it to a group, promoting and
//! removing it, and people's comings and goings. The bot concerned gets `my_chat_member`.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Member, Place, Queue, Right, Status, World};

impl World {
    /// A person blocks or unblocks a bot; nothing happens when it is so already.
    pub(crate) fn block(&mut self, bot: i64, person: i64, blocked: bool) {
        let place = self.ensure_private(bot, person);
        let Some(chat) = self.chats.get_mut(&place) else { return };
        if chat.blocked == blocked {
            return;
        }
        chat.blocked = blocked;
        let status = |blocked| Member::new(if blocked { Status::Kicked } else { Status::Member });
        self.tick();
        self.tell_member(place, "my_chat_member", bot, bot, person, &status(!blocked), &status(blocked));
        self.row_changed(place);
    }

    /// `by` gives a bot or a person a status in a group, with `rights` when that is administrator.
    pub(crate) fn set_member(&mut self, group: i64, by: i64, user: i64, status: Status, rights: BTreeSet<Right>) {
        let place = Place::Group(group);
        let Some(chat) = self.chats.get_mut(&place) else { return };
        let old = chat.members.get(&user).cloned().unwrap_or_else(|| Member::new(Status::Left));
        let new = Member {
            status,
            rights: if status == Status::Administrator { rights } else { Member::new(status).rights },
        };
        if old.status == new.status && old.rights == new.rights {
            return;
        }
        chat.members.insert(user, new.clone());
        chat.join_requests.remove(&user);
        self.tick();
        if self.bots.contains_key(&user) {
            self.tell_member(place, "my_chat_member", user, user, by, &old, &new);
        }
        let admins: Vec<i64> = self.chats.get(&place).map_or_else(Vec::new, |chat| chat.bots(self));
        for bot in admins {
            if bot != user && self.chats.get(&place).is_some_and(|chat| chat.status(bot).is_admin()) {
                self.tell_member(place, "chat_member", bot, user, by, &old, &new);
            }
        }
        if !old.status.is_in() && new.status.is_in() {
            self.post_service(place, by, None, "new_chat_members", json!([self.user(user)]));
        } else if old.status.is_in() && !new.status.is_in() {
            self.post_service(place, by, None, "left_chat_member", self.user(user));
            if self.people.contains_key(&user) {
                self.tell_one(place, user, |world, person| json!({"type": "chat", "row": world.row(place, person)}));
            }
        }
        self.row_changed(place);
    }

    #[allow(clippy::too_many_arguments, reason = "the fields of one ChatMemberUpdated, used twice here")]
    fn tell_member(&mut self, place: Place, kind: &str, bot: i64, user: i64, by: i64, old: &Member, new: &Member) {
        let update: Value = json!({
            "chat": self.chat_json(place, false),
            "from": self.user(by),
            "date": self.now(),
            "old_chat_member": old.json(self.user(user)),
            "new_chat_member": new.json(self.user(user)),
        });
        self.push_update(bot, kind, update, Queue::Chat(place.id_for_bots()));
    }

    /// A person asks to be let into a group.
    pub(crate) fn ask_to_join(&mut self, group: i64, person: i64) {
        let place = Place::Group(group);
        let Some(chat) = self.chats.get_mut(&place) else { return };
        if chat.status(person).is_in() || !chat.join_requests.insert(person) {
            return;
        }
        self.tick();
        let bots = self.chats.get(&place).map_or_else(Vec::new, |chat| chat.bots(self));
        for bot in bots {
            if !self.chats.get(&place).is_some_and(|chat| chat.may(bot, Right::CanInviteUsers)) {
                continue;
            }
            let update = json!({
                "chat": self.chat_json(place, false), "from": self.user(person),
                "user_chat_id": person, "date": self.now(),
            });
            self.push_update(bot, "chat_join_request", update, Queue::Chat(group));
        }
    }

    /// Switches topics on or off.
    pub(crate) fn set_forum(&mut self, group: i64, is_forum: bool) {
        let place = Place::Group(group);
        if let Some(chat) = self.chats.get_mut(&place) {
            chat.is_forum = is_forum;
            self.tick();
            self.row_changed(place);
        }
    }
}
