//! What the Bot API refuses, and in which words.

use anyhow::Result;
use playground::Right;
use serde_json::{Value, json};

use crate::bot::{Bot, person, playground};

fn inline(button: Value) -> Value {
    json!({"inline_keyboard": [[button]]})
}

#[tokio::test]
async fn calls_are_refused_in_telegrams_words() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Anna");
    let stranger = person(&playground, "Stranger");
    anna.chat(&bot.account).starts("")?;
    let group = playground.add_group("Staff", &anna, false, &[]);
    group.promotes_with(&bot.account, &[Right::CanPinMessages]);
    let (a, g, s) = (anna.id(), group.id(), stranger.id());
    let sent = bot.says(a, "hello").await?["message_id"].clone();

    let rows: Vec<(&str, Value, &str)> = vec![
        ("noSuchMethod", json!({}), "404 Not Found"),
        ("logOut", json!({}), "501 Not Implemented: the playground does not have the method logOut"),
        ("sendMessage", json!({}), "400 chat_id is empty"),
        ("sendMessage", json!({"chat_id": a}), "400 message text is empty"),
        ("sendMessage", json!({"chat_id": a, "text": ""}), "400 message text is empty"),
        ("sendMessage", json!({"chat_id": a, "text": "  "}), "400 text must be non-empty"),
        ("sendMessage", json!({"chat_id": a, "text": "x".repeat(4097)}), "400 message is too long"),
        ("sendMessage", json!({"chat_id": a, "text": "x", "txt": 1}), "400 unknown parameter \"txt\" of sendMessage"),
        ("sendMessage", json!({"chat_id": a, "text": 5}), "400 \"text\" must be String"),
        ("sendMessage", json!({"chat_id": 1, "text": "x"}), "400 chat not found"),
        ("sendMessage", json!({"chat_id": "@nobody", "text": "x"}), "400 chat not found"),
        ("sendMessage", json!({"chat_id": -100, "text": "x"}), "400 chat not found"),
        (
            "sendMessage",
            json!({"chat_id": s, "text": "x"}),
            "403 Forbidden: bot can't initiate conversation with a user",
        ),
        ("sendMessage", json!({"chat_id": g, "text": "x", "message_thread_id": 3}), "400 message thread not found"),
        ("sendMessage", json!({"chat_id": a, "text": "x", "message_thread_id": 3}), "400 message thread not found"),
        (
            "sendMessage",
            json!({"chat_id": a, "text": "x", "reply_parameters": {"message_id": 99}}),
            "400 message to be replied not found",
        ),
        (
            "sendMessage",
            json!({"chat_id": a, "text": "x", "reply_parameters": {"message_id": sent, "quote": "bye"}}),
            "400 QUOTE_TEXT_INVALID",
        ),
        (
            "sendMessage",
            json!({"chat_id": a, "text": "x", "reply_parameters": {"message_id": sent, "x": 1}}),
            "400 unknown field \"x\" of ReplyParameters in \"reply_parameters\"",
        ),
        (
            "sendMessage",
            json!({"chat_id": a, "text": "x", "business_connection_id": "b"}),
            "501 Not Implemented: the playground does not have the parameter business_connection_id",
        ),
        ("sendMessage", json!({"chat_id": a, "text": "x", "parse_mode": "MD"}), "400 unsupported parse_mode"),
        (
            "sendMessage",
            json!({"chat_id": a, "text": "*x*", "parse_mode": "MarkdownV2"}),
            "400 Markdown is not supported by the playground: send entities or HTML",
        ),
        (
            "sendMessage",
            json!({"chat_id": a, "text": "a < b", "parse_mode": "HTML"}),
            "400 can't parse entities: Unclosed start tag at byte offset 2",
        ),
        (
            "sendMessage",
            json!({"chat_id": a, "text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]}),
            "400 entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 1",
        ),
        (
            "sendMessage",
            json!({"chat_id": a, "text": "x", "reply_markup": inline(json!({"text": "b", "callback_data": "x".repeat(65)}))}),
            "400 BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            json!({"chat_id": a, "text": "x", "reply_markup": inline(json!({"text": "b", "callback_data": "ж".repeat(33)}))}),
            "400 BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            json!({"chat_id": a, "text": "x", "reply_markup": inline(json!({"text": "b", "callback_data": ""}))}),
            "400 BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            json!({"chat_id": a, "text": "x", "reply_markup": inline(json!({"text": "b"}))}),
            "400 Text buttons are unallowed in the inline keyboard",
        ),
        (
            "sendMessage",
            json!({"chat_id": a, "text": "x", "reply_markup": inline(json!({"callback_data": "b"}))}),
            "400 field \"text\" of InlineKeyboardButton is required in \"reply_markup.inline_keyboard[0][0]\"",
        ),
        (
            "sendMessage",
            json!({"chat_id": a, "text": "x", "reply_markup": inline(json!({"text": "b", "colour": "red"}))}),
            "400 unknown field \"colour\" of InlineKeyboardButton in \"reply_markup.inline_keyboard[0][0]\"",
        ),
        (
            "sendMessage",
            json!({"chat_id": a, "text": "x", "reply_markup": inline(json!({"text": "b", "url": "not a link"}))}),
            "400 inline keyboard button URL 'not a link' is invalid: Wrong HTTP URL",
        ),
        (
            "sendMessage",
            json!({"chat_id": a, "text": "x", "reply_markup": inline(json!({"text": "b", "web_app": {"url": "http://a.uz"}}))}),
            "400 inline keyboard button Web App URL 'http://a.uz' is invalid: Only HTTPS links are allowed",
        ),
        (
            "sendMessage",
            json!({"chat_id": g, "text": "x", "reply_markup": inline(json!({"text": "b", "web_app": {"url": "https://a.uz"}}))}),
            "400 BUTTON_TYPE_INVALID",
        ),
        (
            "sendMessage",
            json!({"chat_id": g, "text": "x", "reply_markup": {"keyboard": [[{"text": "b", "request_contact": true}]]}}),
            "400 BUTTON_TYPE_INVALID",
        ),
        (
            "sendMessage",
            json!({"chat_id": a, "text": "x", "reply_markup": "{\"inline_keyboard\": 5}"}),
            "400 \"reply_markup.inline_keyboard\" must be Array of Array of InlineKeyboardButton",
        ),
        (
            "sendMessage",
            json!({"chat_id": a, "text": "x", "reply_markup": {"buttons": []}}),
            "400 \"reply_markup\" must be InlineKeyboardMarkup or ReplyKeyboardMarkup or ReplyKeyboardRemove or ForceReply",
        ),
        ("sendPhoto", json!({"chat_id": a, "photo": "AgAC"}), "400 wrong file identifier/HTTP URL specified"),
        ("sendPhoto", json!({"chat_id": a, "photo": "attach://x"}), "400 there is no photo in the request"),
        (
            "sendPhoto",
            json!({"chat_id": a, "photo": "https://a.uz/x.jpg"}),
            "400 failed to get HTTP URL content: the playground fetches nothing, upload the file",
        ),
        (
            "sendMediaGroup",
            json!({"chat_id": a, "media": [{"type": "photo", "media": "x"}]}),
            "400 \"media\" must be 2-10 items, but is 1",
        ),
        (
            "sendMediaGroup",
            json!({"chat_id": a, "media": [{"type": "photo", "media": "x"}, {"type": "document", "media": "y"}]}),
            "400 document can't be mixed with other media types",
        ),
        ("sendLocation", json!({"chat_id": a, "latitude": 91, "longitude": 0}), "400 location is invalid"),
        ("sendChatAction", json!({"chat_id": a, "action": "dance"}), "400 wrong parameter action in request"),
        ("editMessageText", json!({"chat_id": a, "message_id": 99, "text": "x"}), "400 message to edit not found"),
        ("editMessageText", json!({"chat_id": a, "message_id": 1, "text": "x"}), "400 message can't be edited"),
        (
            "editMessageText",
            json!({"chat_id": a, "message_id": sent, "text": "hello"}),
            "400 message is not modified: specified new message content and reply markup are exactly the same as a \
             current content and reply markup of the message",
        ),
        (
            "editMessageCaption",
            json!({"chat_id": a, "message_id": sent, "caption": "x"}),
            "400 there is no caption in the message to edit",
        ),
        ("deleteMessage", json!({"chat_id": a, "message_id": 99}), "400 message to delete not found"),
        ("deleteMessage", json!({"chat_id": g, "message_id": 2}), "400 message can't be deleted"),
        (
            "setMessageReaction",
            json!({"chat_id": a, "message_id": sent, "reaction": [{"type": "emoji", "emoji": "x"}]}),
            "400 REACTION_INVALID",
        ),
        ("createForumTopic", json!({"chat_id": g, "name": "x"}), "400 the chat is not a forum"),
        ("createForumTopic", json!({"chat_id": a, "name": "x"}), "400 the chat is not a forum"),
        ("getFile", json!({"file_id": "x"}), "400 invalid file_id"),
        ("getChatMember", json!({"chat_id": g, "user_id": 5}), "400 user not found"),
        (
            "answerCallbackQuery",
            json!({"callback_query_id": "1"}),
            "400 query is too old and response timeout expired or query ID is invalid",
        ),
        (
            "answerCallbackQuery",
            json!({"callback_query_id": "1", "text": "x".repeat(201)}),
            "400 \"text\" must be 0-200 characters, but is 201",
        ),
        ("setMyCommands", json!({"commands": [{"command": "Start", "description": "abc"}]}), "400 BOT_COMMAND_INVALID"),
        (
            "setMyCommands",
            json!({"commands": [], "scope": {"type": "everywhere"}}),
            "400 \"scope\" must be BotCommandScope",
        ),
        (
            "setWebhook",
            json!({"url": "http://example.com"}),
            "400 bad webhook: the playground posts to http:// addresses on loopback only",
        ),
        (
            "setWebhook",
            json!({"url": "http://127.0.0.1:1/", "secret_token": "not allowed"}),
            "400 secret token contains unallowed characters",
        ),
        (
            "setWebhook",
            json!({"url": "http://127.0.0.1:1/", "max_connections": 101}),
            "400 max_connections must be 1-100",
        ),
        (
            "setWebhook",
            json!({"url": "http://127.0.0.1:1/", "allowed_updates": ["mesage"]}),
            "400 unknown kind of update \"mesage\" in allowed_updates",
        ),
        ("getUpdates", json!({"limit": 101}), "400 \"limit\" must be 1-100, but is 101"),
        (
            "approveChatJoinRequest",
            json!({"chat_id": g, "user_id": s}),
            "400 not enough rights to manage chat invite link",
        ),
    ];
    for (method, params, expected) in rows {
        assert_eq!(bot.refusal(method, params.clone()).await?, expected, "{method} {params}");
    }
    Ok(())
}

#[tokio::test]
async fn parameters_come_in_every_form_and_case() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let anna = person(&playground, "Anna");
    let chat = anna.chat(&bot.account);
    chat.starts("")?;
    let id = anna.id().to_string();
    let markup = inline(json!({"text": "b", "callback_data": "d"})).to_string();

    let query = format!("{}?chat_id={id}&text=query&disable_notification=true", bot.address("sendmessage"));
    assert!(bot.http().get(query).send().await?.status().is_success());
    let mut urlencoded = url::form_urlencoded::Serializer::new(String::new());
    urlencoded.extend_pairs([("chat_id", id.as_str()), ("text", "form & ж"), ("reply_markup", &markup)]);
    let request =
        bot.http().post(bot.address("SendMessage")).header("content-type", "application/x-www-form-urlencoded");
    assert!(request.body(urlencoded.finish()).send().await?.status().is_success());
    let form =
        reqwest::multipart::Form::new().text("chat_id", id.clone()).text("text", "parts").text("reply_markup", markup);
    assert_eq!(bot.multipart("SENDMESSAGE", form).await?["ok"], true);
    bot.call("sendMessage", json!({"chat_id": id, "text": "json", "entities": null})).await?;

    let texts: Vec<String> = chat.messages().iter().skip(1).map(|message| message.text().to_owned()).collect();
    assert_eq!(texts, ["query", "form & ж", "parts", "json"]);
    assert_eq!(chat.messages()[2].buttons(), [["b"]]);
    assert_eq!(chat.messages()[3].buttons(), [["b"]]);
    Ok(())
}

#[tokio::test]
async fn only_the_right_token_and_a_local_host_are_served() -> Result<()> {
    let playground = playground().await?;
    let bot = Bot::new(&playground)?;
    let wrong = format!("{}/bot{}:wrong/getMe", playground.url(), bot.account.id);
    let answer: Value = bot.http().get(wrong).send().await?.json().await?;
    assert_eq!(answer, json!({"ok": false, "error_code": 401, "description": "Unauthorized"}));
    let encoded = format!("{}/bot{}/getMe", playground.url(), bot.account.token.replace(':', "%3A"));
    let me: Value = bot.http().get(encoded).send().await?.json().await?;
    assert_eq!(me["result"]["username"], "kontora_bot");
    for field in ["can_join_groups", "can_read_all_group_messages", "supports_inline_queries", "has_main_web_app"] {
        assert!(me["result"][field].is_boolean(), "{field}");
    }
    for (header, value) in [("host", "evil.example"), ("origin", "https://evil.example"), ("origin", "null")] {
        let response =
            bot.http().get(format!("{}/client/people", playground.url())).header(header, value).send().await?;
        assert_eq!(response.status(), 403, "{header}: {value}");
    }
    let open = playground::Options { listen: "0.0.0.0:0".parse()?, ..playground::Options::default() };
    assert!(matches!(playground::Playground::start(open).await, Err(playground::Error::NotLoopback(_))));
    Ok(())
}
