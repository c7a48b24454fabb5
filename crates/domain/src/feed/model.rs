//! Which events are news, and what is told of them: ids and codes, never words that a person wrote.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::{
    events::Event,
    ids::{EventId, RequestId},
};

/// Every name, for whoever chooses among them. `payment.completed` joins them with payments.
pub const NAMES: &[&str] = &["request.created", "request.status_changed", "request.commented", "request.rated"];

/// Something that happened, as the outside is told of it.
#[derive(Clone, Debug, PartialEq)]
pub struct News {
    /// The event.
    pub id: EventId,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Its name: one of [`NAMES`].
    pub name: &'static str,
    /// The request that it is about, which decides who may see it.
    pub request: RequestId,
    /// What is told: a JSON object.
    pub data: Value,
}

/// An event as news; none when nobody outside is told of it.
pub fn news_of(id: EventId, at: DateTime<Utc>, event: &Event) -> Option<News> {
    let (name, data) = told(event)?;
    Some(News { id, at, name, request: event.request()?, data })
}

fn told(event: &Event) -> Option<(&'static str, Value)> {
    if let (Some(request), Some((from, status))) = (event.request(), event.moved()) {
        let data = json!({ "request_id": request, "from": from, "status": status });
        return Some(("request.status_changed", data));
    }
    match event {
        Event::RequestFiled { request, number, .. } => {
            Some(("request.created", json!({ "request_id": request, "number": number })))
        }
        // What the staff say among themselves stays among them.
        Event::CommentAdded { request, comment, side, is_internal: false, .. } => {
            Some(("request.commented", json!({ "request_id": request, "comment_id": comment, "side": side })))
        }
        Event::RequestRated { request, stars } => {
            Some(("request.rated", json!({ "request_id": request, "stars": stars })))
        }
        // Told to nobody outside until it has a name in the contract.
        _ => None,
    }
}
