//! A chat on a person's screen: what the person does there, what they see, and waiting for what the
//! bot does.

mod acts;
mod seen;
mod tap;
mod transcript;

pub use tap::Tap;
pub(crate) use transcript::{recent, transcript};

use crate::{
    error::{Error, Result},
    message::Message,
    server::Server,
    world::{Place, World, Writer},
};

/// A person's chat with a bot, or in a group; with [`in_topic`](Self::in_topic) one topic of it.
#[derive(Clone, Debug)]
pub struct Talk {
    server: Server,
    person: i64,
    place: Place,
    thread: Option<i64>,
}

impl Talk {
    pub(crate) fn new(server: Server, person: i64, place: Place, thread: Option<i64>) -> Self {
        Self { server, person, place, thread }
    }

    /// The same chat, narrowed to a topic.
    #[must_use]
    pub fn in_topic(&self, thread_id: i64) -> Self {
        Self { thread: Some(thread_id), ..self.clone() }
    }

    /// Where this chat is in the world.
    pub fn place(&self) -> Place {
        self.place
    }

    fn writer(&self, reply_to: Option<i64>) -> Writer {
        Writer { person: self.person, place: self.place, thread: self.thread, reply_to }
    }

    /// Does something that makes a message and returns it.
    fn act(&self, act: impl FnOnce(&mut World) -> Result<i64>) -> Result<Message> {
        self.server.change(|world| {
            let id = act(world)?;
            self.message(world, id)
        })
    }

    fn message(&self, world: &World, id: i64) -> Result<Message> {
        Message::of(world, self.place, id).ok_or_else(|| Error::NotFound(format!("message {id} in {}", self.place)))
    }
}
