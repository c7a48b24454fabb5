//! The Bot API. A call is checked against the data first, then faults get their turn, then the
//! method is carried out under the world's lock. One file per group of methods.

mod albums;
mod callbacks;
mod chats;
mod commands;
mod edit;
pub(crate) mod forum;
mod forward;
pub(crate) mod http;
mod invites;
mod markup;
mod me;
pub(crate) mod media;
mod messages;
mod pins;
mod profile;
mod reactions;
mod refusal;
mod request;
mod send;
pub(crate) mod text;
mod updates;

use std::{collections::HashMap, time::SystemTime};

use serde_json::{Map, Value};

pub(crate) use refusal::Answer;
pub use refusal::Refusal;
pub(crate) use request::{Request, Upload};

use crate::{
    calls::Call,
    faults::Fault,
    schema::{self, Schema},
    server::Server,
    world::World,
};

/// What is sent back for a call.
pub(crate) enum Reply {
    Answer(Answer),
    /// The connection is closed instead.
    Lost,
}

/// Real parameters with a meaning that the playground does not have; ignoring them would be a lie.
const BEYOND: [&str; 7] = [
    "business_connection_id",
    "direct_messages_topic_id",
    "ephemeral_message_parameters",
    "suggested_post_parameters",
    "rich_message",
    "inline_message_id",
    "live_period",
];

/// Carries out one call of a bot whose token has been checked.
pub(crate) async fn call(
    server: &Server,
    bot: i64,
    method: &str,
    params: Map<String, Value>,
    uploads: HashMap<String, Upload>,
) -> Reply {
    let at = SystemTime::now();
    let Ok(schema) = Schema::get() else { return Reply::Answer(Err(Refusal::internal())) };
    let Some((method, shape)) = schema.method(method) else { return Reply::Answer(Err(Refusal::not_found())) };
    let names: Vec<&str> = uploads.keys().map(String::as_str).collect();
    let checked = schema::check_call(schema, method, shape, params.clone(), &names)
        .and_then(|params| unused_upload(&params, shape, &names).map_or(Ok(params), Err));
    let shown = Value::Object(checked.as_ref().map_or(params, Clone::clone));

    let (fault, latency) = server.change_quietly(|world| {
        let Some(account) = world.bots.get_mut(&bot) else { return (None, Default::default()) };
        let params = shown.as_object();
        let caught = params.and_then(|params| {
            let floods = account.faults.floods(method, params);
            account.faults.catch(method, params).or(floods.then_some(Fault::TooManyRequests { retry_after: 1 }))
        });
        let is_slow = account.faults.slow_method.as_ref().is_none_or(|slow| slow.eq_ignore_ascii_case(method));
        (caught, if is_slow { account.faults.latency } else { Default::default() })
    });
    if !latency.is_zero() {
        tokio::time::sleep(latency).await;
    }
    let is_lost = fault == Some(Fault::LostAnswer);
    let log = |world: &mut World, answer: &Answer| {
        let status = if is_lost { 0 } else { answer.as_ref().map_or_else(|refusal| refusal.code, |_| 200) };
        let error = answer.as_ref().err().map(|refusal| refusal.description.clone());
        if let Some(account) = world.bots.get_mut(&bot) {
            account.calls.add(Call { method: method.to_owned(), params: shown, at, status, error });
        }
    };
    let refused = match fault {
        Some(Fault::TooManyRequests { retry_after }) => Some(Refusal::too_many(retry_after)),
        Some(Fault::Forbidden(words)) => Some(Refusal::forbidden(words)),
        Some(Fault::Unauthorized) => Some(Refusal::unauthorized()),
        Some(Fault::ServerError) => Some(Refusal::internal()),
        Some(Fault::LostAnswer) | None => None,
    };
    let request = match (refused, checked) {
        (None, Ok(params)) => Ok(Request { bot, method, params, uploads }),
        (Some(refusal), _) => Err(refusal),
        (None, Err(fault)) => Err(fault.into()),
    };
    let answer = match request {
        Ok(request) if method == "getUpdates" => {
            let answer = updates::get(server, &request).await;
            server.change(|world| log(world, &answer));
            answer
        }
        // Done and logged in one step: who sees what a call did finds the call in the log.
        request => server.change(|world| {
            let answer = request.and_then(|request| carry_out(world, &request));
            log(world, &answer);
            answer
        }),
    };
    if is_lost { Reply::Lost } else { Reply::Answer(answer) }
}

/// A file that no parameter means.
fn unused_upload(params: &Map<String, Value>, shape: &schema::Shape, names: &[&str]) -> Option<schema::Fault> {
    fn means(value: &Value, address: &str) -> bool {
        match value {
            Value::String(text) => text == address,
            Value::Array(items) => items.iter().any(|item| means(item, address)),
            Value::Object(object) => object.values().any(|value| means(value, address)),
            _ => false,
        }
    }
    let is_parameter =
        |name: &str| shape.field(name).is_some_and(|field| field.types.iter().any(|kind| kind == "InputFile"));
    let unused = names.iter().find(|name| {
        let address = format!("attach://{name}");
        !is_parameter(name) && !params.values().any(|value| means(value, &address))
    })?;
    Some(schema::Fault(format!("no parameter uses the uploaded file \"{unused}\"")))
}

fn carry_out(world: &mut World, request: &Request<'_>) -> Answer {
    match BEYOND.iter().find(|name| request.params.contains_key(**name)) {
        Some(name) => Err(Refusal::not_implemented(&format!("the parameter {name}"))),
        None => dispatch(world, request),
    }
}

fn dispatch(world: &mut World, request: &Request<'_>) -> Answer {
    match request.method {
        "getMe" => me::get(world, request),
        "setWebhook" => updates::set_webhook(world, request),
        "deleteWebhook" => updates::delete_webhook(world, request),
        "getWebhookInfo" => updates::webhook_info(world, request),
        "sendMessage" => send::message(world, request),
        "sendPhoto" | "sendVoice" | "sendVideo" | "sendVideoNote" | "sendDocument" | "sendAudio" | "sendSticker"
        | "sendAnimation" => media::send(world, request),
        "sendMediaGroup" => albums::send(world, request),
        "sendLocation" => send::location(world, request),
        "sendVenue" => send::venue(world, request),
        "sendContact" => send::contact(world, request),
        "sendChatAction" => send::action(world, request),
        "forwardMessage" => forward::forward(world, request),
        "copyMessage" => forward::copy(world, request),
        "copyMessages" => forward::copy_many(world, request),
        "setMessageReaction" => reactions::set(world, request),
        "getFile" => media::get_file(world, request),
        "editMessageText" => edit::text(world, request),
        "editMessageCaption" => edit::caption(world, request),
        "editMessageMedia" => edit::media(world, request),
        "editMessageReplyMarkup" => edit::markup(world, request),
        "deleteMessage" => messages::delete(world, request),
        "deleteMessages" => messages::delete_many(world, request),
        "pinChatMessage" => pins::pin(world, request),
        "unpinChatMessage" => pins::unpin(world, request),
        "unpinAllChatMessages" => pins::unpin_all(world, request),
        "answerCallbackQuery" => callbacks::answer(world, request),
        "setMyCommands" => commands::set(world, request),
        "getMyCommands" => commands::get(world, request),
        "deleteMyCommands" => commands::delete(world, request),
        "setMyName" | "setMyDescription" | "setMyShortDescription" => profile::set(world, request),
        "getMyName" | "getMyDescription" | "getMyShortDescription" => profile::get(world, request),
        "setChatMenuButton" => profile::set_menu(world, request),
        "getChatMenuButton" => profile::get_menu(world, request),
        "getUserProfilePhotos" => profile::photos(world, request),
        "getChat" => chats::get(world, request),
        "getChatMember" => chats::member(world, request),
        "getChatAdministrators" => chats::administrators(world, request),
        "getChatMemberCount" => chats::count(world, request),
        "leaveChat" => chats::leave(world, request),
        "getForumTopicIconStickers" => forum::icons(),
        "createForumTopic" => forum::create(world, request),
        "editForumTopic" => forum::edit(world, request),
        "closeForumTopic" => forum::close(world, request, true),
        "reopenForumTopic" => forum::close(world, request, false),
        "deleteForumTopic" => forum::delete(world, request),
        "approveChatJoinRequest" => invites::decide(world, request, true),
        "declineChatJoinRequest" => invites::decide(world, request, false),
        "createChatInviteLink" => invites::create(world, request),
        "exportChatInviteLink" => invites::export(world, request),
        method => Err(Refusal::not_implemented(&format!("the method {method}"))),
    }
}
