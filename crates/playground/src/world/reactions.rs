//! Reactions to messages. Only bots that are administrators of a group and asked for the update are
//! told; in a private chat nobody is.

use serde_json::{Value, json};

use super::{Place, Queue, World};

impl World {
    /// Replaces the reactions of `user` to a message; false when there is no such message.
    pub(crate) fn react(&mut self, place: Place, user: i64, message_id: i64, reactions: Vec<Value>) -> bool {
        let sequence = self.sequence + 1;
        let Some(message) = self.chats.get_mut(&place).and_then(|chat| chat.messages.get_mut(&message_id)) else {
            return false;
        };
        let old = match reactions.is_empty() {
            true => message.reactions.remove(&user),
            false => message.reactions.insert(user, reactions.clone()),
        }
        .unwrap_or_default();
        let all = shown(&message.reactions);
        self.sequence = sequence;
        self.tell(place, |_, _| json!({"type": "reaction", "message_id": message_id, "reactions": all}));
        if !self.people.contains_key(&user) || !matches!(place, Place::Group(_)) {
            return true;
        }
        let Some(chat) = self.chats.get_mut(&place) else { return true };
        chat.acts.insert(user, sequence);
        let Some(chat) = self.chats.get(&place) else { return true };
        let admins: Vec<i64> = chat.bots(self).into_iter().filter(|bot| chat.status(*bot).is_admin()).collect();
        for bot in admins {
            let update = json!({
                "chat": self.chat_json(place, false), "message_id": message_id, "user": self.user(user),
                "date": self.now(), "old_reaction": old, "new_reaction": reactions,
            });
            self.push_update(bot, "message_reaction", update, Queue::Chat(place.id_for_bots()));
        }
        true
    }
}

/// Reactions as the protocol shows them.
pub(crate) fn shown(reactions: &std::collections::BTreeMap<i64, Vec<Value>>) -> Vec<Value> {
    let flat = reactions.iter().flat_map(|(user, list)| list.iter().map(move |reaction| (user, reaction)));
    flat.map(|(user, reaction)| json!({"emoji": reaction["emoji"], "from": user})).collect()
}
