//! What is asked of the API.

use anyhow::{Context as _, Result};
use bytes::Bytes;
use http_body_util::Full;
use hyper::{HeaderMap, Request, header, http::request::Builder};
use serde_json::json;

use super::ground::{EMAIL, Ground, PASSWORD, Person};

/// One kind of request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Deed {
    /// The log of events, a page of 50.
    Log,
    /// The teams, all 50 of them with their members.
    Teams,
    /// A team gets another name, with `If-Match`.
    Edit,
    /// The mini-app signs in with data that was signed just now.
    MiniApp,
    /// The console signs in with a password.
    Password,
}

impl Deed {
    pub(super) const ALL: [Deed; 5] = [Deed::Log, Deed::Teams, Deed::Edit, Deed::MiniApp, Deed::Password];

    /// What to call it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Deed::Log => "list: 50 events",
            Deed::Teams => "list: 50 teams",
            Deed::Edit => "edit: a team",
            Deed::MiniApp => "sign-in: mini-app",
            Deed::Password => "sign-in: password",
        }
    }

    /// The path of the bare route, and the one that Kontora has.
    pub(super) fn path(self, person: &Person) -> String {
        match self {
            Deed::Log => "/api/v1/audit/events?limit=50".to_owned(),
            Deed::Teams => "/api/v1/teams".to_owned(),
            Deed::Edit => format!("/api/v1/teams/{}", person.team),
            Deed::MiniApp => "/api/v1/auth/mini-app".to_owned(),
            Deed::Password => "/api/v1/auth/login".to_owned(),
        }
    }

    /// The next request of a person; `nth` makes it another one than the last.
    pub(super) fn request(
        self,
        ground: &Ground,
        person: &Person,
        tag: &str,
        nth: usize,
    ) -> Result<Request<Full<Bytes>>> {
        let builder = Request::builder().uri(self.path(person)).header(header::HOST, "kontora");
        let signed_in = |builder: Builder| builder.header(header::AUTHORIZATION, format!("Bearer {}", person.token));
        let with = |builder: Builder, body: serde_json::Value| {
            builder.header(header::CONTENT_TYPE, "application/json").body(Full::from(body.to_string()))
        };
        let request = match self {
            Deed::Log | Deed::Teams => signed_in(builder).body(Full::default()),
            Deed::Edit => {
                let builder = signed_in(builder.method("PATCH")).header(header::IF_MATCH, tag);
                with(builder, json!({ "name": format!("Бригада {} · {nth}", person.nth) }))
            }
            Deed::MiniApp => {
                let init_data = ground.init_data(person, nth)?;
                with(builder.method("POST"), json!({ "bot": ground.bot, "init_data": init_data }))
            }
            Deed::Password => with(builder.method("POST"), json!({ "email": EMAIL, "password": PASSWORD })),
        };
        request.context("a request that cannot be")
    }

    /// What the next request must know of this answer.
    pub(super) fn tag(self, headers: &HeaderMap) -> Option<String> {
        headers.get(header::ETAG).filter(|_| self == Deed::Edit)?.to_str().ok().map(str::to_owned)
    }
}
