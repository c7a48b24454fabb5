//! A strict local Bot API server, for people (a chat page in the browser) and for tests (in the
//! same process). It knows nothing of any bot: it speaks the Bot API on one side and plays the
//! people's messengers on the other.
//!
//! Start with [`Playground::start`]; `README.md` shows a test.

mod api;
mod bot_father;
mod calls;
mod client;
mod delivery;
mod error;
mod faults;
mod message;
mod options;
mod people;
mod playground;
mod schema;
mod server;
mod snapshot;
mod talk;
mod web;
mod world;

pub use calls::Call;
pub use error::{Error, Result};
pub use faults::{Fault, FaultsHandle, When};
pub use message::Message;
pub use options::Options;
pub use people::{BotAccount, Group, Peer, Person};
pub use playground::Playground;
pub use talk::{Talk, Tap};
pub use world::{
    Bot, CallbackAnswer, Chat, FileKind, Keyboard, Member, NewPerson, Place, Right, Status, Stored, Topic, Webhook,
    World,
};
