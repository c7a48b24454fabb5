//! The way out, as facts: who follows what, which message shows it, and what is accepted for sending.
//!
//! Nothing here speaks to Telegram. `bot/src/messenger` claims deliveries, shows them and reports back.

mod cards;
mod copies;
mod digests;
mod drafts;
mod fan_out;
mod forum;
mod history;
mod model;
mod outbox;
mod preferences;
mod push;
mod staff_chats;
mod store;
mod warnings;

pub use cards::{
    LinkedMessage, ask_for_question, card, card_in, link_message, linked_message, save_shown, save_thread,
    save_topic_closed, send_files, show_again,
};
pub use copies::{Copied, CopyPart, Original, copies, forget_copies, message_of, originals, refresh_copies, save_copy};
pub use digests::{send_digests, time_zone};
pub use drafts::{drafts_due, remind_of_drafts};
pub use fan_out::fan_out;
pub use forum::{
    AlarmMessage, Board, BoardEntry, BoardMessage, FixedTopic, Section, alarm, board, board_message, fixed_topic,
    refresh_board, refresh_forum, request_of_card, save_alarm, save_board_message, save_fixed_topic,
};
pub use history::{Held, Told, forget_old, held, history, no_longer_held};
pub use model::{Audience, Card, Claimed, Class, Delivery, Shown, StaffChat};
pub use outbox::{
    Dead, absent_holders, claim, dead, done, drop_lane, end_leases, fail, later, not_yet, retry_dead,
    send_import_errors, show_import, show_screen_later, waiting,
};
pub use preferences::{
    Level, Manners, Preferences, Quiet, Recipient, Subject, SubjectPreference, Way, Weight, choose_level, choose_quiet,
    choose_recipient, preferences, quiet, recipients, rule, set_quiet,
};
pub use staff_chats::{link_staff_chat, lose_staff_chat, note_forum, staff_chat};
pub use warnings::{
    Escalate, Rule, Seen, Warning, WarningPhone, apologize, escalate, extend, holds, hush, phone, save_warning_message,
    settle, warning, warning_message,
};
