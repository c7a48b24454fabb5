//! `Idempotency-Key`: a repeated POST has its effect once and gets the first answer again, byte for byte.
//!
//! The key is claimed first in the transaction of the deed, which [`Caller::commit`] then leaves open: it is committed
//! here, together with the answer. So two that run at once meet in the database, and a crash leaves neither. An answer
//! that changed nothing (a problem) is not kept: a repetition asks anew.
//!
//! [`Caller::commit`]: crate::caller::Caller::commit

use std::{
    convert::Infallible,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, request::Parts},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use domain::{
    OrgId, TenantTx,
    idempotency::{self, Asked, Claim},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{Api, BODY_MAX, Problem, routes::FILE_BODY_MAX};

/// The header that carries the key.
pub const KEY: &str = "idempotency-key";

/// Says that an answer was given before.
pub const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

/// The longest key, in characters.
const KEY_MAX: usize = 255;

/// The largest answer that is kept.
const ANSWER_MAX: usize = 4 * BODY_MAX;

/// What becomes of a request with a key; travels with it.
#[derive(Clone)]
pub(crate) struct Once {
    key: String,
    request: [u8; 32],
    state: Arc<Mutex<Progress>>,
}

enum Progress {
    /// No caller is known yet.
    Begun,
    /// The deed is done, its transaction open.
    Done { tx: Box<TenantTx>, asked: Asked },
    /// It was done before.
    Before { org: OrgId, sealed: Vec<u8> },
}

#[derive(Serialize, Deserialize)]
struct Kept {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

/// The key of a request that runs in no org of its caller's yet, if it has one.
#[derive(Clone)]
pub(crate) struct Keyed(Option<Once>);

/// A key that is claimed, or none: what is done is committed together with its answer.
pub(crate) struct Claimed(Option<(Once, Asked)>);

impl<S: Sync> FromRequestParts<S> for Keyed {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(parts.extensions.get::<Once>().cloned()))
    }
}

impl Keyed {
    /// The id of what is made under this key: the same whenever `caller` comes with it again.
    pub(crate) fn id(&self, caller: Uuid) -> Option<Uuid> {
        let Once { key, .. } = self.0.as_ref()?;
        let hash = Sha256::new().chain_update("made under a key").chain_update(caller).chain_update(key).finalize();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash[..16]);
        Some(uuid::Builder::from_custom_bytes(bytes).into_uuid())
    }

    /// Claims the key for `caller` in the transaction of the deed.
    pub(crate) async fn claim(self, tx: &mut TenantTx, caller: Uuid) -> Result<Claimed, Problem> {
        let Some(once) = self.0 else { return Ok(Claimed(None)) };
        let asked = once.claim(tx, caller).await?;
        Ok(Claimed(Some((once, asked))))
    }
}

impl Claimed {
    /// Nothing was claimed: the deed is committed by itself.
    pub(crate) fn nothing() -> Self {
        Self(None)
    }

    /// Makes the deed so; with a key, whoever knows the answer does.
    pub(crate) async fn commit(self, tx: TenantTx) -> Result<(), Problem> {
        match self.0 {
            Some((once, asked)) => once.set(Progress::Done { tx: Box::new(tx), asked }),
            None => tx.commit().await.map_err(domain::Error::from)?,
        }
        Ok(())
    }
}

impl Once {
    /// Claims the key for `caller` in the transaction of the deed.
    async fn claim(&self, tx: &mut TenantTx, caller: Uuid) -> Result<Asked, Problem> {
        let asked = Asked { caller, key: self.key.clone(), request: self.request };
        match idempotency::claim(tx, &asked).await? {
            Claim::First => Ok(asked),
            Claim::Answered(sealed) => {
                self.set(Progress::Before { org: tx.org(), sealed });
                Err(domain::Error::AlreadyApplied.into()) // the answer of before takes its place
            }
            Claim::Done => Err(domain::Error::AlreadyApplied.into()),
            Claim::Other => Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "idempotency_mismatch")),
        }
    }

    fn set(&self, progress: Progress) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = progress;
    }

    fn take(&self) -> Progress {
        std::mem::replace(&mut *self.state.lock().unwrap_or_else(PoisonError::into_inner), Progress::Begun)
    }
}

/// Gives a POST with a key its one effect.
pub(crate) async fn once(State(api): State<Api>, request: Request, next: Next) -> Response {
    let key = request.headers().get(KEY).cloned().filter(|_| request.method() == Method::POST);
    let Some(key) = key else { return next.run(request).await };
    match with_key(&api, &key, request, next).await {
        Ok(response) => response,
        Err(problem) => problem.into_response(),
    }
}

async fn with_key(api: &Api, key: &HeaderValue, request: Request, next: Next) -> Result<Response, Problem> {
    if !(1..=KEY_MAX).contains(&key.len()) {
        return Err(Problem::new(StatusCode::BAD_REQUEST, "idempotency_key_invalid"));
    }
    let key: String = key.as_bytes().iter().map(|byte| char::from(*byte)).collect(); // whatever they are
    let (mut parts, body) = request.into_parts();
    // What carries a file is as large as its route lets it be.
    let most = if parts.uri.path() == "/api/v1/files" { FILE_BODY_MAX } else { BODY_MAX };
    let body = to_bytes(body, most).await.map_err(|_| Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large"))?;
    let target = parts.uri.path_and_query().map_or("", |target| target.as_str());
    let request = Sha256::new().chain_update(target).chain_update([0]).chain_update(&body).finalize().into();
    let once = Once { key, request, state: Arc::new(Mutex::new(Progress::Begun)) };
    parts.extensions.insert(once.clone());
    let response = next.run(Request::from_parts(parts, Body::from(body))).await;
    match once.take() {
        Progress::Begun => Ok(response), // nothing was done
        Progress::Before { org, sealed } => again(api, org, &sealed),
        Progress::Done { mut tx, asked } => {
            let (head, body) = response.into_parts();
            let body = to_bytes(body, ANSWER_MAX).await.map_err(|error| domain::Error::Internal(error.into()))?;
            let sealed = keep(api, tx.org(), head.status, &head.headers, &body)?;
            idempotency::keep(&mut tx, &asked, &sealed).await?;
            tx.commit().await.map_err(domain::Error::from)?;
            Ok(Response::from_parts(head, Body::from(body)))
        }
    }
}

/// An answer belongs to its org: sealed for another one it does not open.
fn purpose(org: OrgId) -> String {
    format!("idempotency_keys.answer/{org}")
}

fn keep(api: &Api, org: OrgId, status: StatusCode, headers: &HeaderMap, body: &Bytes) -> Result<Vec<u8>, Problem> {
    let headers = headers.iter().filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.to_owned())));
    let kept = Kept { status: status.as_u16(), headers: headers.collect(), body: BASE64_STANDARD.encode(body) };
    let json = serde_json::to_vec(&kept).map_err(domain::Error::from)?;
    Ok(api.keys.seal(&purpose(org), &json))
}

fn again(api: &Api, org: OrgId, sealed: &[u8]) -> Result<Response, Problem> {
    use secrecy::ExposeSecret as _;
    let json = api.keys.open(&purpose(org), sealed).map_err(domain::Error::from)?;
    let kept: Kept = serde_json::from_slice(json.expose_secret()).map_err(domain::Error::from)?;
    let body = BASE64_STANDARD.decode(&kept.body).map_err(|error| domain::Error::Internal(error.into()))?;
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(kept.status).unwrap_or_default();
    for (name, value) in &kept.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().append(name, value);
        }
    }
    response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
    Ok(response)
}
