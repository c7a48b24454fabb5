//! The API of a test: two orgs, and everybody may sign in.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use domain::{
    OrgId,
    ids::{AccountId, SessionId},
};
use http_body_util::BodyExt as _;
use platform::{
    Source,
    config::{RateLimits, Web},
};
use serde_json::Value;
use testkit::{
    TestDatabase, evidence,
    fixtures::{self, OrgFixture, Person},
};
use tower::ServiceExt as _;
use webapp_api::{Api, tokens::Tokens};

/// Two orgs and the API in front of them.
pub struct Site {
    pub database: TestDatabase,
    pub a: OrgFixture,
    pub b: OrgFixture,
    pub router: Router,
    pub api: Api,
    tokens: Tokens,
}

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub account: AccountId,
    pub session: SessionId,
    pub token: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Value,
}

impl Site {
    pub async fn open() -> anyhow::Result<Self> {
        Self::open_with(Web::default()).await
    }

    /// With surroundings of the test's own.
    pub async fn open_with(mut web: Web) -> anyhow::Result<Self> {
        web.redis_url = Some(testkit::redis_url()?.into());
        // All tests share a Redis, and accounts of one fixture have the same ids: only who tests limits has some.
        if web.rate_limits == RateLimits::default() {
            web.rate_limits = "auth=1000000/s,api=1000000/s".parse().map_err(anyhow::Error::msg)?;
        }
        web.redis_prefix = format!("{}:", Source::system().short_token()); // the tests share one Redis
        let (database, a, b) = fixtures::neighbours().await?;
        let redis = platform::redis::connect(&testkit::redis_url()?).await?;
        let (keys, algorithm) = (fixtures::keys()?, web.token_algorithm);
        let api = Api::new(database.db().clone(), redis, keys.clone(), web);
        let router = webapp_api::router(api.clone());
        Ok(Self { database, a, b, router, api, tokens: Tokens::new(&keys, algorithm) })
    }

    /// The same with routes of the test's own, surrounded as those of the API are.
    pub fn with_routes(mut self, routes: Router<Api>) -> Self {
        self.router = webapp_api::around(self.api.clone(), routes);
        self
    }

    /// A session of this person's, whose token means `org` when a request names none.
    pub async fn sign_in(&self, person: &Person, org: Option<OrgId>) -> anyhow::Result<SignedIn> {
        let account = fixtures::account(&self.database, person).await?;
        let session = fixtures::session(&self.database, account).await?;
        let now = self.database.source().now();
        let (token, _) = self.tokens.issue(account, session, org, now)?;
        Ok(SignedIn { account, session, token })
    }

    /// The same session with a token of this moment.
    pub fn sign_in_again(&self, who: &SignedIn) -> anyhow::Result<SignedIn> {
        let now = self.database.source().now();
        let (token, _) = self.tokens.issue(who.account, who.session, None, now)?;
        Ok(SignedIn { token, ..who.clone() })
    }

    /// Asks as nobody.
    pub async fn ask(&self, method: Method, path: &str) -> anyhow::Result<Answer> {
        self.send(Request::builder().method(method).uri(path).body(Body::empty())?).await
    }

    /// Asks as somebody, with a body perhaps.
    pub async fn ask_as(
        &self,
        who: &SignedIn,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> anyhow::Result<Answer> {
        let request = self.request(who, method, path);
        self.send(request.body(body.map_or(Body::empty(), |body| Body::from(body.to_string())))?).await
    }

    /// A request of somebody's with JSON, to which more headers may be added.
    pub fn request(&self, who: &SignedIn, method: Method, path: &str) -> axum::http::request::Builder {
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::AUTHORIZATION, format!("Bearer {}", who.token))
            .header(header::CONTENT_TYPE, "application/json")
    }

    /// Sends a body as nobody.
    pub async fn post(&self, path: &str, body: Value) -> anyhow::Result<Answer> {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_string()))?).await
    }

    /// The kinds of what has happened in an org, with what they say, in order.
    pub async fn events(&self, org: OrgId) -> anyhow::Result<Vec<Value>> {
        let rows: Vec<(Value,)> = sqlx::query_as("select data from events where org_id = $1 order by id")
            .bind(org.0)
            .fetch_all(&mut self.database.superuser().await?)
            .await?;
        Ok(rows.into_iter().map(|(data,)| data).collect())
    }

    /// Another process in front of the same database: it shares nothing else.
    pub async fn second(&self) -> anyhow::Result<Router> {
        let redis = platform::redis::connect(&testkit::redis_url()?).await?;
        let db = domain::Db::connect(self.database.url(), 4, self.database.source().clone()).await?;
        Ok(webapp_api::router(Api::new(db, redis, fixtures::keys()?, self.api.web.clone())))
    }

    /// Sends a request as it is.
    pub async fn send(&self, request: Request<Body>) -> anyhow::Result<Answer> {
        self.send_to(&self.router, request).await
    }

    /// Sends a request to one of several processes.
    pub async fn send_to(&self, router: &Router, request: Request<Body>) -> anyhow::Result<Answer> {
        let response = router.clone().oneshot(request).await?;
        let (head, body) = response.into_parts();
        let bytes = body.collect().await?.to_bytes();
        evidence::keep("answers", &format!("{:?} {}", head.headers, String::from_utf8_lossy(&bytes)));
        let body = if bytes.is_empty() {
            Value::Null
        } else {
            serde_json::from_slice(&bytes).unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&bytes).into()))
        };
        Ok(Answer { status: head.status, headers: head.headers, body })
    }
}
