//! Telegram's real descriptions, and what each asks us to do.

use crate::telegram::CallError;
use crate::telegram::error::Parameters;

/// (status, description, outcome)
const DESCRIPTIONS: &[(u16, &str, &str)] = &[
    (401, "Unauthorized", "unauthorized"),
    (401, "Unauthorized: invalid token specified", "unauthorized"),
    (404, "Not Found", "unauthorized"),
    (404, "Not Found: method not found", "rejected"),
    (403, "Forbidden: bot was blocked by the user", "blocked"),
    (403, "Forbidden: user is deactivated", "blocked"),
    (403, "Forbidden: bot can't initiate conversation with a user", "blocked"),
    (403, "Forbidden: bot can't send messages to bots", "blocked"),
    (403, "Forbidden: bot was kicked from the group chat", "kicked"),
    (403, "Forbidden: bot was kicked from the supergroup chat", "kicked"),
    (403, "Forbidden: bot is not a member of the supergroup chat", "kicked"),
    (403, "Forbidden: bot is not a member of the channel chat", "kicked"),
    (403, "Forbidden: the group chat was deleted", "kicked"),
    (400, "Bad Request: chat not found", "kicked"),
    (400, "Bad Request: PEER_ID_INVALID", "kicked"),
    (400, "Bad Request: group chat was upgraded to a supergroup chat", "kicked"),
    (
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a \
         current content and reply markup of the message",
        "not_modified",
    ),
    (400, "Bad Request: TOPIC_NOT_MODIFIED", "not_modified"),
    (400, "Bad Request: message to edit not found", "message_gone"),
    (400, "Bad Request: message to delete not found", "message_gone"),
    (400, "Bad Request: message to be replied not found", "message_gone"),
    (400, "Bad Request: message to copy not found", "message_gone"),
    (400, "Bad Request: message to react not found", "message_gone"),
    (400, "Bad Request: message can't be edited", "message_gone"),
    (400, "Bad Request: message can't be deleted for everyone", "message_gone"),
    (400, "Bad Request: MESSAGE_ID_INVALID", "message_gone"),
    (400, "Bad Request: message thread not found", "thread_gone"),
    (400, "Bad Request: TOPIC_DELETED", "thread_gone"),
    (400, "Bad Request: TOPIC_ID_INVALID", "thread_gone"),
    (400, "Bad Request: the chat is not a forum", "not_forum"),
    (400, "Bad Request: query is too old and response timeout expired or query ID is invalid", "query_too_old"),
    (400, "Bad Request: QUERY_ID_INVALID", "query_too_old"),
    (400, "Bad Request: message text is empty", "rejected"),
    (400, "Bad Request: message is too long", "rejected"),
    (400, "Bad Request: BUTTON_DATA_INVALID", "rejected"),
    (400, "Bad Request: TOPIC_CLOSED", "rejected"),
    (400, "Bad Request: not enough rights to create a topic", "rejected"),
    (400, "Bad Request: wrong file identifier/HTTP URL specified", "rejected"),
    (403, "Forbidden: not enough rights to send text messages to the chat", "rejected"),
    (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        "rejected",
    ),
    (413, "Request Entity Too Large", "rejected"),
    (500, "Internal Server Error", "unavailable"),
    (502, "Bad Gateway", "unavailable"),
    (429, "Too Many Requests: retry after 17", "retry_after"),
];

#[test]
fn every_description_has_its_meaning() {
    for (code, description, outcome) in DESCRIPTIONS {
        let error = CallError::classify(*code, description, Parameters::default());
        assert_eq!(error.outcome(), *outcome, "{code} {description}");
    }
}

#[test]
fn parameters_say_more_than_words() {
    let parameters = Parameters { migrate_to_chat_id: Some(-1005), retry_after: None };
    let error = CallError::classify(400, "Bad Request: group chat was upgraded to a supergroup chat", parameters);
    assert_eq!(error, CallError::Migrated { to: -1005 });

    let retry =
        |text: &str, retry_after| CallError::classify(429, text, Parameters { retry_after, migrate_to_chat_id: None });
    assert_eq!(retry("Too Many Requests: retry after 17", Some(18)), CallError::RetryAfter(18));
    assert_eq!(retry("Too Many Requests: retry after 17", None), CallError::RetryAfter(17));
    assert_eq!(retry("Too Many Requests", None), CallError::RetryAfter(1));
    assert_eq!(retry("Too Many Requests", Some(-3)), CallError::RetryAfter(1));
}
