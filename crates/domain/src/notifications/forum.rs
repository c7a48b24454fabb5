//! The staff's forum beside the topics of requests: fixed topics, and the board that shows the queue.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::store;
use crate::{
    Result, TenantTx,
    categories::Names,
    ids::{BotId, RequestId},
    requests::{Priority, Status},
};

/// A topic that every staff forum has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum FixedTopic {
    /// 📥 The board of the queue.
    Queue,
    /// 🚨 What cannot wait.
    Emergencies,
    /// 👔 What a manager has to decide.
    Manager,
    /// 💬 Talk.
    Lounge,
}

impl FixedTopic {
    /// All of them, in the order in which they are made.
    pub const ALL: [FixedTopic; 4] =
        [FixedTopic::Queue, FixedTopic::Emergencies, FixedTopic::Manager, FixedTopic::Lounge];
}

/// The message that raises the alarm of an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlarmMessage {
    /// The topic that it is in.
    pub thread_id: Option<i64>,
    /// The message.
    pub message_id: i64,
    /// A hash of what it shows.
    pub shown: Vec<u8>,
}

/// The message that raises the alarm of an incident in this chat.
pub async fn alarm(tx: &mut TenantTx, request: RequestId, bot: BotId, chat_id: i64) -> Result<Option<AlarmMessage>> {
    store::alarm(tx, request, bot, chat_id).await
}

/// Writes down what it shows now, and where.
pub async fn save_alarm(
    tx: &mut TenantTx,
    request: RequestId,
    bot: BotId,
    chat_id: i64,
    message: &AlarmMessage,
) -> Result<()> {
    store::save_alarm(tx, request, bot, chat_id, message).await
}

/// A part of the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Section {
    /// Late, whoever has it.
    Overdue,
    /// Nobody has it.
    Unassigned,
    /// Somebody was asked to take it, or has taken it and has not begun.
    Assigned,
    /// The work goes on.
    Working,
    /// It waits: for the resident, a part, or whoever else.
    Waiting,
}

/// A request on the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardEntry {
    /// Its part of the queue.
    pub section: Section,
    /// Its number.
    pub number: i64,
    /// Where it stands.
    pub status: Status,
    /// How urgent it is.
    pub priority: Priority,
    /// What it is about.
    pub icon: String,
    /// The same in words.
    pub names: Names,
    /// The number of the flat.
    pub unit: Option<String>,
    /// Who has it.
    pub assignee: Option<String>,
    /// Its topic in this group.
    pub thread_id: Option<i64>,
    /// Its card in this group.
    pub message_id: Option<i64>,
}

/// What the board shows: of each part the first few, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// How many of each part.
    pub counts: Vec<(Section, i64)>,
    /// The first of each, the most urgent first.
    pub entries: Vec<BoardEntry>,
}

/// The message that shows the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardMessage {
    /// The topic that it stands in.
    pub thread_id: Option<i64>,
    /// Which message.
    pub message_id: i64,
    /// Hash of what it shows.
    pub shown: Vec<u8>,
    /// When it was last changed.
    pub edited_at: DateTime<Utc>,
}

/// The thread of a fixed topic of this group.
pub async fn fixed_topic(tx: &mut TenantTx, bot: BotId, chat_id: i64, topic: FixedTopic) -> Result<Option<i64>> {
    store::fixed_topic(tx, bot, chat_id, topic).await
}

/// Writes down the thread of a fixed topic; none when it was deleted.
pub async fn save_fixed_topic(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
    topic: FixedTopic,
    thread: Option<i64>,
) -> Result<()> {
    store::save_fixed_topic(tx, bot, chat_id, topic, thread).await
}

/// The queue as it stands, with `most` requests of each part.
pub async fn board(tx: &mut TenantTx, bot: BotId, chat_id: i64, most: i64) -> Result<Board> {
    store::board(tx, bot, chat_id, most).await
}

/// The message that shows it in this group.
pub async fn board_message(tx: &mut TenantTx, bot: BotId, chat_id: i64) -> Result<Option<BoardMessage>> {
    store::board_message(tx, bot, chat_id).await
}

/// Writes down which message shows what.
pub async fn save_board_message(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
    thread_id: Option<i64>,
    message_id: i64,
    shown: &[u8],
) -> Result<()> {
    store::save_board_message(tx, bot, chat_id, thread_id, message_id, shown).await
}

/// The fixed topics that are missing are made, and the board is looked at: after the group was linked, or got topics.
pub async fn refresh_forum(tx: &mut TenantTx) -> Result<()> {
    store::refresh_forums(tx, true).await
}

/// The board is looked at.
pub async fn refresh_board(tx: &mut TenantTx) -> Result<()> {
    store::refresh_forums(tx, false).await
}

/// The request whose card this message is; none for any other message.
pub async fn request_of_card(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
    message_id: i64,
) -> Result<Option<RequestId>> {
    store::request_of_card(tx, bot, chat_id, message_id).await
}
