//! `POST /auth/login` and `POST /auth/login/code`

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use domain::{
    credentials::{self, Passed},
    events::SignInFailure,
    ids::AccountId,
};
use platform::secrets::fingerprint;
use redis::AsyncCommands as _;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::tokens::{Held, SignedInBody, count, hand_over, open_console};
use crate::{
    Api, Problem,
    client::Client,
    limits::{Attempt, unavailable},
    problem::ProblemBody,
    valid::Body,
};

/// How long somebody may take to find their phone, in seconds.
const CODE_SECONDS: u64 = 300;

/// An e-mail and a password.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct LoginBody {
    /// The address.
    #[garde(length(min = 1, max = 254))]
    #[schema(format = "email", min_length = 1, max_length = 254)]
    email: String,
    /// The password.
    #[garde(custom(super::tokens::not_too_long))]
    #[schema(value_type = String, format = "password", max_length = 1024)]
    password: SecretString,
    /// How its tokens are held.
    #[garde(skip)]
    #[serde(default)]
    held: Held,
}

/// The second step.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct CodeBody {
    /// What the first step gave.
    #[garde(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    mfa_token: String,
    /// Six digits of the authenticator, or a recovery code.
    #[garde(length(min = 6, max = 32))]
    #[schema(example = "123456", min_length = 6, max_length = 32)]
    code: String,
    /// How its tokens are held.
    #[garde(skip)]
    #[serde(default)]
    held: Held,
}

/// Signed in, or one more step.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "the first is written by `hand_over`")]
pub(super) enum LoginAnswer {
    /// Signed in.
    SignedIn(SignedInBody),
    /// A code is needed too.
    SecondFactor(SecondFactorBody),
}

/// A code is needed too.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SecondFactorBody {
    /// Always true.
    mfa_required: bool,
    /// For `POST /auth/login/code`.
    mfa_token: String,
    /// Seconds until that ends.
    expires_in: u64,
}

/// Sign in with an e-mail and a password.
///
/// An address that nobody has is answered like a wrong password, and takes as long.
#[utoipa::path(
    post, path = "/auth/login", tag = "auth", operation_id = "sign_in", security(()),
    request_body = LoginBody,
    responses(
        (status = 200, body = LoginAnswer),
        (status = 401, body = ProblemBody, content_type = "application/problem+json", description = "`credentials_wrong`"),
        (status = 422, body = ProblemBody, content_type = "application/problem+json"),
        (status = 429, body = ProblemBody, content_type = "application/problem+json", description = "`locked`: `Retry-After` says for how long"),
    )
)]
pub(super) async fn login(
    State(api): State<Api>,
    client: Client,
    Body(body): Body<LoginBody>,
) -> Result<Response, Problem> {
    let attempt = Attempt::new(&client, &body.email);
    attempt.begin(&api).await?;
    match credentials::check(&api.db, &body.email, body.password).await? {
        Passed::No { account } => Err(wrong(&api, &attempt, account, SignInFailure::Password).await?),
        Passed::Yes { account, second_factor: false } => {
            attempt.succeeded(&api).await?;
            count("password", "done");
            let opened = open_console(&api, account, &client).await?;
            hand_over(&api, &opened, body.held)
        }
        Passed::Yes { account, second_factor: true } => {
            let mfa_token = api.db.source().token(32);
            let mut redis = api.redis.0.clone();
            let () = redis
                .set_ex(mfa_key(&api, &mfa_token), account.0.to_string(), CODE_SECONDS)
                .await
                .map_err(unavailable)?;
            let answer = SecondFactorBody { mfa_required: true, mfa_token, expires_in: CODE_SECONDS };
            Ok(Json(LoginAnswer::SecondFactor(answer)).into_response())
        }
    }
}

/// The second step of signing in: a code of the authenticator, or a recovery code.
#[utoipa::path(
    post, path = "/auth/login/code", tag = "auth", operation_id = "sign_in_with_code", security(()),
    request_body = CodeBody,
    responses(
        (status = 200, body = SignedInBody),
        (status = 401, body = ProblemBody, content_type = "application/problem+json", description = "`credentials_wrong`, or `mfa_over`: begin again with the password"),
        (status = 422, body = ProblemBody, content_type = "application/problem+json"),
        (status = 429, body = ProblemBody, content_type = "application/problem+json", description = "`locked`: `Retry-After` says for how long"),
    )
)]
pub(super) async fn code(
    State(api): State<Api>,
    client: Client,
    Body(body): Body<CodeBody>,
) -> Result<Response, Problem> {
    let key = mfa_key(&api, &body.mfa_token);
    let mut redis = api.redis.0.clone();
    let account: Option<String> = redis.get(&key).await.map_err(unavailable)?;
    let account = account.and_then(|id| id.parse::<Uuid>().ok()).map(AccountId);
    let Some(account) = account else {
        Attempt::unnamed(&client).begin(&api).await?;
        return Err(Problem::new(StatusCode::UNAUTHORIZED, "mfa_over"));
    };
    let attempt = Attempt::new(&client, &account.0.to_string());
    attempt.begin(&api).await?;
    if !credentials::second_factor(&api.db, &api.keys, account, &body.code).await? {
        return Err(wrong(&api, &attempt, Some(account), SignInFailure::SecondFactor).await?);
    }
    let () = redis.del(&key).await.map_err(unavailable)?;
    attempt.succeeded(&api).await?;
    count("password", "done");
    let opened = open_console(&api, account, &client).await?;
    hand_over(&api, &opened, body.held)
}

fn mfa_key(api: &Api, token: &str) -> String {
    let hash: String = fingerprint(token).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{}auth:mfa:{hash}", api.web.redis_prefix)
}

/// What is said to whoever could not sign in.
async fn wrong(
    api: &Api,
    attempt: &Attempt,
    account: Option<AccountId>,
    why: SignInFailure,
) -> Result<Problem, Problem> {
    count("password", "refused");
    attempt.failed(api, account, why).await?;
    Ok(Problem::new(StatusCode::UNAUTHORIZED, "credentials_wrong"))
}
