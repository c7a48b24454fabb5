//! The HTTP API of the mini-app, the console and third parties: `/api/v1`.
//!
//! A route file holds its JSON types, its OpenAPI note and a short handler: [`caller::Caller`] gives it an open
//! transaction of one org and the actor in it, it calls one verb of `domain`, and says what came of it. Whatever goes
//! wrong is one [`problem::Problem`], put into words in one place ([`language`]).

pub mod acts;
pub mod caller;
pub mod client;
mod cookies;
mod download;
pub mod etag;
pub mod idempotency;
pub mod language;
pub mod limits;
pub mod live;
pub mod observe;
pub mod openapi;
pub mod page;
pub mod problem;
mod routes;
mod rules;
mod site;
pub mod tables;
pub mod tokens;
pub mod valid;

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderName, HeaderValue, Method, header},
    middleware,
    response::Response,
};
use domain::Db;
use integrations::{files::Storage, telegram::oidc::Oidc};
use platform::{Surface, config::Web, secrets::Keyring};
use redis::aio::ConnectionManager;
use tower_http::{
    cors::{AllowHeaders, AllowOrigin, CorsLayer, ExposeHeaders},
    set_header::SetResponseHeaderLayer,
    timeout::TimeoutLayer,
};

pub use problem::Problem;

use crate::{live::Live, page::Cursors, tokens::Tokens};

/// The largest body of a request, in bytes; a route that takes files says otherwise.
pub const BODY_MAX: usize = 1024 * 1024;

/// How long a request may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// What every route works with; cheap to clone.
#[derive(Clone, Debug)]
pub struct Api(Arc<Parts>);

/// What [`Api`] is made of.
#[derive(Debug)]
pub struct Parts {
    /// PostgreSQL.
    pub db: Db,
    /// Redis: rate limits and whatever else may be lost.
    pub redis: Redis,
    /// Opens the secrets that rest in the database.
    pub keys: Keyring,
    /// Makes and reads access tokens.
    pub tokens: Tokens,
    /// Makes and reads the words that say where a page begins.
    pub cursors: Cursors,
    /// Where we are reached, and by whom.
    pub web: Web,
    /// Who watches what happens, from this process.
    pub live: Live,
    /// Telegram's sign-in, when the deployment is known to it.
    pub oidc: Option<Oidc>,
    /// The bytes of files.
    pub files: Storage,
}

/// A connection to Redis that can be printed.
#[derive(Clone)]
pub struct Redis(pub ConnectionManager);

impl std::fmt::Debug for Redis {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Redis")
    }
}

impl Api {
    /// Ties the parts together. Files are kept in memory until [`Api::with_files`] says where else.
    pub fn new(db: Db, redis: ConnectionManager, keys: Keyring, web: Web) -> Self {
        let (tokens, cursors) = (Tokens::new(&keys, web.token_algorithm), Cursors::new(&keys));
        let db = db.for_surface(Surface::Api);
        let live = Live::new(web.redis_url.as_ref());
        let oidc = web.oidc.clone().and_then(|known| {
            let made = Oidc::new(known.issuer, known.client_id, known.client_secret);
            made.inspect_err(|error| tracing::error!(%error, "nobody can sign in at Telegram")).ok()
        });
        Self(Arc::new(Parts {
            db,
            redis: Redis(redis),
            keys,
            tokens,
            cursors,
            web,
            live,
            oidc,
            files: Storage::memory(),
        }))
    }

    /// The same with its files there. It is for before the API is in use.
    pub fn with_files(mut self, files: Storage) -> Self {
        if let Some(parts) = Arc::get_mut(&mut self.0) {
            parts.files = files;
        }
        self
    }
}

impl std::ops::Deref for Api {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// Every route of the API, its documents, and what surrounds them.
pub fn router(api: Api) -> Router {
    let (routes, document) = openapi::routes();
    let protocol = routes::oauth::protocol();
    around(api, routes.merge(openapi::pages(&document)).merge(protocol).merge(site::routes()))
}

/// Routes with what surrounds those of the API: limits, languages, problems, versions, keys.
pub fn around(api: Api, routes: Router<Api>) -> Router {
    let header = |name, value| SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value));
    let https = api.web.public_url.as_ref().is_some_and(|url| url.scheme() == "https");
    let only_https = SetResponseHeaderLayer::if_not_present(header::STRICT_TRANSPORT_SECURITY, move |_: &Response| {
        https.then(|| HeaderValue::from_static("max-age=31536000"))
    });
    routes
        .fallback(problem::unknown_route)
        .method_not_allowed_fallback(problem::unknown_method)
        .with_state(api.clone())
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .layer(middleware::from_fn_with_state(api.clone(), idempotency::once))
        .layer(middleware::from_fn(etag::not_modified))
        .layer(middleware::from_fn_with_state(api.clone(), limits::count))
        .layer(TimeoutLayer::with_status_code(axum::http::StatusCode::GATEWAY_TIMEOUT, PATIENCE))
        .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header(header::REFERRER_POLICY, "no-referrer"))
        .layer(header(header::CACHE_CONTROL, "no-store"))
        .layer(header(header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"))
        .layer(only_https)
        .layer(cors(&api))
        .layer(middleware::from_fn_with_state(api, observe::watch))
        .layer(middleware::from_fn(language::speak))
}

/// Lets the pages of `CORS_ORIGINS` ask. Not with cookies: those are for pages of our own.
fn cors(api: &Api) -> CorsLayer {
    let origins = api.web.cors_origins.iter().filter_map(|origin| origin.parse::<HeaderValue>().ok());
    let named = |names: &'static [&'static str]| names.iter().map(|name| HeaderName::from_static(name));
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE])
        .allow_headers(AllowHeaders::list(named(&[
            "accept-language",
            "authorization",
            "content-type",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "x-organization-id",
            "x-request-id",
        ])))
        .expose_headers(ExposeHeaders::list(named(&[
            "etag",
            "idempotent-replayed",
            "location",
            "ratelimit-limit",
            "ratelimit-remaining",
            "ratelimit-reset",
            "retry-after",
            "x-request-id",
        ])))
        .max_age(Duration::from_secs(3600))
}
