//! Every conversation as data. A [`State`] carries exactly the answers so far; [`handle`] decides what an [`Input`]
//! makes of it; [`view`] says what a state shows. Nothing here touches the network: `bot` keeps the states and turns
//! a [`Screen`] into Bot API calls.

pub mod action;
pub mod alerts;
mod bot_logins;
pub mod chart;
mod context;
pub mod credentials;
mod handle;
pub mod imports;
pub mod incidents;
mod input;
pub mod invites;
pub mod members;
pub mod menu;
pub mod notifications;
pub mod orgs;
pub mod people;
pub mod reports;
pub mod requests;
pub mod screen;
mod sessions;
pub mod shifts;
pub mod staff;
mod state;
pub mod text;
pub mod timeouts;
pub mod warnings;

pub use action::Action;
pub use chart::Chart;
pub use context::{Ctx, Viewer, lang_of, language_of};
pub use handle::{handle, view};
pub use imports::Imported;
pub use input::{Command, Connected, Contact, Input, Said};
pub use screen::{Button, Buttons, Key, Screen, Style};
pub use state::{Show, State, Step};
pub use text::Text;
