//! Whoever changes how they sign in: through a session of their own, and not without end.

use axum::{extract::FromRequestParts, http::request::Parts};
use domain::{
    Error,
    events::SignInFailure,
    ids::{AccountId, SessionId},
};
use utoipa::IntoResponses;

use crate::{Api, Problem, caller::SignedIn, client::Client, limits::Attempt, problem::ProblemBody};

/// Whoever changes how they sign in. The attempt is counted.
#[derive(Clone, Debug)]
pub(super) struct Own {
    /// Their account.
    pub account: AccountId,
    /// The session that they came through.
    pub session: SessionId,
    attempt: Attempt,
}

impl Own {
    /// What came of showing a password or a code: one that is wrong is counted, and after too many the account waits.
    pub(super) async fn shown<T>(
        &self,
        api: &Api,
        came: domain::Result<T>,
        wrong: SignInFailure,
    ) -> Result<T, Problem> {
        if let Err(Error::Refused("credentials_wrong") | Error::Invalid { code: "code_wrong", .. }) = &came {
            self.attempt.failed(api, Some(self.account), wrong).await?;
        }
        Ok(came?)
    }

    /// They have shown who they are: the failures before are forgotten.
    pub(super) async fn proven(&self, api: &Api) -> Result<(), Problem> {
        self.attempt.succeeded(api).await
    }
}

impl FromRequestParts<Api> for Own {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        let me = SignedIn::from_request_parts(parts, api).await?;
        me.require_own(api).await?;
        let Ok(client) = Client::from_request_parts(parts, api).await;
        let attempt = Attempt::new(&client, &me.account.0.to_string());
        attempt.begin(api).await?;
        Ok(Self { account: me.account, session: me.session, attempt })
    }
}

/// What [`Own`], and the check of a body, refuse.
#[derive(IntoResponses)]
#[allow(dead_code, reason = "for the document alone")]
pub(super) enum Refused {
    /// Nobody is signed in.
    #[response(status = UNAUTHORIZED, content_type = "application/problem+json")]
    Nobody(#[to_schema] ProblemBody),
    /// A third party may not.
    #[response(status = FORBIDDEN, content_type = "application/problem+json")]
    ThirdParty(#[to_schema] ProblemBody),
    /// A field does not hold what it should.
    #[response(status = UNPROCESSABLE_ENTITY, content_type = "application/problem+json")]
    Fields(#[to_schema] ProblemBody),
    /// `locked`: `Retry-After` says for how long.
    #[response(status = TOO_MANY_REQUESTS, content_type = "application/problem+json")]
    Locked(#[to_schema] ProblemBody),
}
