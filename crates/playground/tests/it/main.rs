//! The playground against a bot that is a small HTTP program: what the Bot API accepts, how updates
//! are delivered, what people see.

mod bot;
mod bot_father;
mod callbacks;
mod client;
mod delivery;
mod editing;
mod faults;
mod files;
mod forum;
mod groups;
mod kept;
mod people;
mod polling;
mod strictness;
