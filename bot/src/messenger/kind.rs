//! What a delivery is called in metrics and in the log.

use domain::notifications::Delivery;

/// Its name, for ever the same: dashboards are built on it.
pub(super) fn kind(delivery: &Delivery) -> &'static str {
    match delivery {
        Delivery::Card { .. } => "card",
        Delivery::Comment { .. } => "comment",
        Delivery::CommentChanged { .. } => "comment_changed",
        Delivery::NotHeard { .. } => "not_heard",
        Delivery::Taken { .. } => "taken",
        Delivery::Departed { .. } => "departed",
        Delivery::TimedOut { .. } => "timed_out",
        Delivery::Declined { .. } => "declined",
        Delivery::AskPrice { .. } => "ask_price",
        Delivery::AskAcceptance { .. } => "ask_acceptance",
        Delivery::RequestFiles { .. } => "request_files",
        Delivery::QuestionPrompt { .. } => "question_prompt",
        Delivery::CardMoved { .. } => "card_moved",
        Delivery::Screen { .. } => "screen",
        Delivery::Draft { .. } => "draft",
        Delivery::Alert { .. } => "alert",
        Delivery::Warning { .. } => "warning",
        Delivery::ResidentAsks { .. } => "resident_asks",
        Delivery::ResidentAnswered { .. } => "resident_answered",
        Delivery::Import { .. } => "import",
        Delivery::ImportErrors { .. } => "import_errors",
        Delivery::TeamNews { .. } => "team_news",
        Delivery::Security { .. } => "security",
        Delivery::PasswordLink { .. } => "password_link",
        Delivery::FixedTopic { .. } => "fixed_topic",
        Delivery::Board {} => "board",
        Delivery::Alarm { .. } => "alarm",
        Delivery::IncidentUnanswered { .. } => "incident_unanswered",
        Delivery::IncidentAct { .. } => "incident_act",
        Delivery::Bundle { .. } => "bundle",
        Delivery::Digest { .. } => "digest",
        Delivery::StaffChatLost { .. } => "staff_chat_lost",
    }
}
