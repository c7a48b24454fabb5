//! Topics of a forum. A topic is made by a service message whose id is the thread id.

use serde_json::{Map, Value, json};

use super::{Place, Topic, World};

impl World {
    /// Makes a topic and returns its thread id.
    pub(crate) fn make_topic(&mut self, place: Place, topic: Topic) -> i64 {
        let mut created = json!({"name": topic.name, "icon_color": topic.icon_color});
        if let Some(emoji) = &topic.icon_custom_emoji_id {
            created["icon_custom_emoji_id"] = emoji.clone().into();
        }
        let Some(thread) = self.chats.get(&place).map(|chat| chat.last_message_id + 1) else { return 0 };
        let creator = topic.creator;
        if let Some(chat) = self.chats.get_mut(&place) {
            chat.topics.insert(thread, topic);
        }
        let id = self.post_service(place, creator, Some(thread), "forum_topic_created", created);
        if let Some(message) = self.chats.get_mut(&place).and_then(|chat| chat.messages.get_mut(&id)) {
            // The first message of a topic answers nothing, least of all itself.
            message.reply_to = None;
        }
        self.row_changed(place);
        id
    }

    /// Renames a topic or changes its icon; false when nothing would change.
    pub(crate) fn edit_topic(
        &mut self,
        place: Place,
        by: i64,
        thread: i64,
        name: Option<&str>,
        icon: Option<&str>,
    ) -> bool {
        let Some(topic) = self.chats.get_mut(&place).and_then(|chat| chat.topics.get_mut(&thread)) else {
            return false;
        };
        let mut edited = Map::new();
        if let Some(name) = name.filter(|name| *name != topic.name) {
            topic.name = name.to_owned();
            edited.insert("name".into(), name.into());
        }
        let icon_now = topic.icon_custom_emoji_id.as_deref().unwrap_or_default();
        if let Some(icon) = icon.filter(|icon| *icon != icon_now) {
            edited.insert("icon_custom_emoji_id".into(), icon.into());
            topic.icon_custom_emoji_id = Some(icon.to_owned()).filter(|icon| !icon.is_empty());
        }
        if edited.is_empty() {
            return false;
        }
        self.post_service(place, by, Some(thread), "forum_topic_edited", Value::Object(edited));
        self.row_changed(place);
        true
    }

    /// Closes or opens a topic; false when it is so already.
    pub(crate) fn close_topic(&mut self, place: Place, by: i64, thread: i64, is_closed: bool) -> bool {
        let Some(topic) = self.chats.get_mut(&place).and_then(|chat| chat.topics.get_mut(&thread)) else {
            return false;
        };
        if topic.is_closed == is_closed {
            return false;
        }
        topic.is_closed = is_closed;
        let key = if is_closed { "forum_topic_closed" } else { "forum_topic_reopened" };
        self.post_service(place, by, Some(thread), key, json!({}));
        self.row_changed(place);
        true
    }

    /// Deletes a topic with its messages.
    pub(crate) fn delete_topic(&mut self, place: Place, thread: i64) {
        let Some(chat) = self.chats.get_mut(&place) else { return };
        chat.topics.remove(&thread);
        let ids: Vec<i64> = chat.messages.values().filter(|m| m.thread == Some(thread)).map(|m| m.id).collect();
        self.delete(place, &ids);
        self.row_changed(place);
    }
}
