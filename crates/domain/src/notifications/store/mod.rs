//! SQL of notifications.

mod cards;
mod copies;
mod digests;
mod forum;
mod history;
mod links;
mod outbox;
mod preferences;
mod staff_chats;
mod told;
mod warnings;

pub(super) use cards::{
    add_worker_cards, assignee_card, bot_of_resident_card, card, card_in, cards_of, forget_messages, open_cards_of,
    refresh, save_shown, save_thread, save_topic_closed, show_to, upsert_card, worker_cards_of,
};
pub(super) use copies::{chats_of_copies, copies, forget_copies, message_of, originals, save_copy};
pub(super) use digests::due_digests;
pub(super) use forum::{
    alarm, board, board_message, fixed_topic, refresh_alarm, refresh_forums, request_of_card, save_alarm,
    save_board_message, save_fixed_topic,
};
pub(super) use history::{Note, enqueue_bundle, forget_older_than, held, history, no_longer_held, note};
pub(super) use links::{first_bot, link_message, linked_message, member_name, private_chat, reader, reporter};
pub(super) use outbox::{
    absent_holders, claim, dead, delete_delivery, drop_lane, end_leases, enqueue, enqueue_as, enqueue_latest, fail,
    lock_claims, postpone, revive, waiting,
};
pub(super) use preferences::{
    manners, org_quiet, preferences, recipients, save_level, save_org_quiet, save_quiet, save_told,
};
pub(super) use staff_chats::{leave_staff_chat, set_forum, staff_chat, staff_chats, upsert_staff_chat};
pub(super) use told::mark_told;
pub(super) use warnings::{
    callee, enqueue_escalation, hush_warning, language_of_reporter, note_warned, raise_level, raise_warning,
    refresh_warning, refresh_warnings, save_warning_message, settle_warning, take_over_warning, warning,
    warning_message,
};
