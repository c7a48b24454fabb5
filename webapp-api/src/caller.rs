//! Who asks, and in which org: an open transaction and the actor in it, read afresh for each request.
//!
//! `Authorization: Bearer <access token>` or the console's cookie, and `X-Organization-Id` to choose among the orgs that know the caller.
//! A token or session that does not count is 401, an org that does not know the caller is 404: it is not there for
//! them. `docs/api.md` has the rules.

use axum::{
    extract::{FromRequestParts, OriginalUri, RawPathParams},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
};
use domain::{
    OrgId, TenantTx,
    access::{self, Actor},
    ids::{AccountId, ServiceAccountId, SessionId, ViewingId},
    people::Language,
    service_accounts,
    sessions::{self, Kind},
};
use i18n::Lang;
use platform::{Origin, Surface};
use uuid::Uuid;

use crate::{
    Api, Problem,
    client::Client,
    cookies,
    idempotency::{Claimed, Keyed},
    language::Spoken,
    limits::{self, Counted},
    tokens::Claims,
};

/// Which of their orgs the caller means.
pub const ORGANIZATION: &str = "x-organization-id";

/// Through whose eyes the caller looks: the id of a viewing of theirs.
pub const VIEW_AS: &str = "x-view-as";

/// Who is signed in, before any org is looked at.
#[derive(Clone, Copy, Debug)]
pub struct SignedIn {
    /// Their account.
    pub account: AccountId,
    /// The session that they came through.
    pub session: SessionId,
    /// The org that is meant: the one that the request names, or else that of the token. Whether it knows them is not
    /// said yet.
    pub org: Option<OrgId>,
}

/// Who asks, in one org.
pub struct Caller {
    /// A transaction that sees their org. Nothing is so until [`Caller::commit`].
    pub tx: TenantTx,
    /// Who they are there, now.
    pub actor: Actor,
    /// Their account; that of the member on whose behalf a program acts; none when it acts for itself.
    pub account: Option<AccountId>,
    /// The session of their own that they came through; none for a program.
    pub session: Option<SessionId>,
    /// The language to speak with them.
    pub lang: Lang,
    /// Whose idempotency keys theirs are.
    keys: Uuid,
    claimed: Claimed,
}

/// A caller who may also be in an org that is deleted: for taking the deletion back, and for nothing else.
#[derive(Debug)]
pub struct Reviver(pub Caller);

impl SignedIn {
    /// A program is nobody who is signed in: what concerns an account itself is no business of its.
    fn of(claims: &Claims, headers: &HeaderMap) -> Result<Self, Problem> {
        match (claims.client_id, claims.sid) {
            (None, Some(session)) => Ok(Self { account: claims.sub, session, org: named(headers)?.or(claims.org) }),
            (None, None) => Err(Problem::unauthenticated()),
            (Some(_), _) => Err(Problem::new(StatusCode::FORBIDDEN, "forbidden")),
        }
    }

    /// Refuses whoever does not come through a session of their own that goes on: what concerns an account itself is
    /// no business of a third party's.
    pub(crate) async fn require_own(&self, api: &Api) -> Result<Kind, Problem> {
        let kind = async {
            let mut tx = api.db.system().await?;
            let kind = sessions::kind(&mut tx, self.account, self.session).await?;
            tx.commit().await?;
            Ok::<_, domain::Error>(kind)
        };
        match kind.await? {
            None => Err(Problem::unauthenticated()),
            Some(Kind::ThirdParty) => Err(Problem::new(StatusCode::FORBIDDEN, "forbidden")),
            Some(kind @ (Kind::MiniApp | Kind::Console)) => Ok(kind),
        }
    }

    /// A transaction of an org that may not know them yet, for whoever founds it or accepts an invite to it. What they
    /// may do there, the verb asks. No third party gets that far.
    pub(crate) async fn enter(&self, api: &Api, client: &Client, org: OrgId) -> Result<TenantTx, Problem> {
        let kind = self.require_own(api).await?;
        let mut tx = api.db.tenant(org).await.map_err(domain::Error::from)?;
        tx.set_origin(origin(kind, self.session, client));
        Ok(tx)
    }
}

impl Caller {
    /// Makes everything that was done so: the last thing that a handler does, before it answers. A request with an
    /// `Idempotency-Key` is committed together with its answer ([`crate::idempotency`]).
    ///
    /// # Errors
    /// When the database cannot be asked.
    pub async fn commit(self) -> Result<(), Problem> {
        self.claimed.commit(self.tx).await
    }
}

impl std::fmt::Debug for Caller {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Caller").field("org", &self.tx.org()).field("account", &self.account).finish_non_exhaustive()
    }
}

impl FromRequestParts<Api> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        Self::of(&claims(parts, api).await?, &parts.headers)
    }
}

impl FromRequestParts<Api> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        let (caller, org_deleted) = Caller::identify(parts, api).await?;
        if org_deleted {
            return Err(domain::Error::Refused("org_deleted").into());
        }
        caller.begin(parts, api).await
    }
}

impl FromRequestParts<Api> for Reviver {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        let (caller, _) = Caller::identify(parts, api).await?;
        Ok(Self(caller.begin(parts, api).await?))
    }
}

impl Caller {
    /// Who asks, and whether their org is deleted.
    async fn identify(parts: &mut Parts, api: &Api) -> Result<(Self, bool), Problem> {
        let claims = claims(parts, api).await?;
        if let Some(program) = claims.client_id {
            return by_program(parts, api, &claims, program).await;
        }
        let SignedIn { account, session, org } = SignedIn::of(&claims, &parts.headers)?;
        let org = org.ok_or_else(|| Problem::new(StatusCode::BAD_REQUEST, "organization_missing"))?;
        is_in_path(parts, org).await?;
        let mut tx = api.db.tenant(org).await.map_err(domain::Error::from)?;
        let Some(caller) = sessions::caller(&mut tx, session).await? else {
            return Err(nobody(api, account, session).await);
        };
        let Ok(client) = Client::from_request_parts(parts, api).await;
        tx.set_origin(origin(caller.kind, session, &client));
        let lang = lang_of(caller.language);
        if let Some(spoken) = parts.extensions.get::<Spoken>() {
            spoken.set(lang);
        }
        let (account, session, keys) = (Some(account), Some(session), account.0);
        let identified = Self { tx, actor: caller.actor, account, session, lang, keys, claimed: Claimed::nothing() };
        Ok((identified, caller.org_deleted))
    }

    /// Puts on whoever's eyes they look through, or claims the key of the request.
    async fn begin(mut self, parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        if let Some(viewing) = parts.headers.get(VIEW_AS) {
            let path = parts.extensions.get::<OriginalUri>().map_or(parts.uri.path(), |uri| uri.path());
            let what = format!("{} {path}", parts.method);
            let (tx, actor) = eyes(api, self.tx, &self.actor, viewing, &what).await?;
            return Ok(Self { tx, actor, ..self });
        }
        let Ok(keyed) = Keyed::from_request_parts(parts, api).await;
        self.claimed = keyed.claim(&mut self.tx, self.keys).await?;
        Ok(self)
    }
}

/// What the token says: of the header, or of the console's cookie.
async fn claims(parts: &mut Parts, api: &Api) -> Result<Claims, Problem> {
    let token = match bearer(&parts.headers) {
        Some(token) => token.to_owned(),
        None => {
            let token = cookies::read(&parts.headers, cookies::Name::Access).ok_or_else(Problem::unauthenticated)?;
            cookies::guard(&parts.method, &parts.headers, &api.web)?;
            token
        }
    };
    let claims = api.tokens.read(&token, api.db.source().now()).ok_or_else(Problem::unauthenticated)?;
    let who = claims.client_id.map_or(claims.sub.0, |program| program.0);
    limits::of(api, who, parts.extensions.get::<Counted>()).await?;
    Ok(claims)
}

/// A program in its org, for itself or on behalf of a member.
async fn by_program(
    parts: &mut Parts,
    api: &Api,
    claims: &Claims,
    program: ServiceAccountId,
) -> Result<(Caller, bool), Problem> {
    let org = claims.org.ok_or_else(Problem::unauthenticated)?;
    if named(&parts.headers)?.is_some_and(|named| named != org) {
        return Err(Problem::new(StatusCode::NOT_FOUND, "not_found"));
    }
    is_in_path(parts, org).await?;
    if parts.headers.contains_key(VIEW_AS) {
        return Err(Problem::new(StatusCode::FORBIDDEN, "forbidden"));
    }
    let Ok(client) = Client::from_request_parts(parts, api).await;
    let mut tx = api.db.tenant(org).await.map_err(domain::Error::from)?;
    let narrowed = claims.scope.as_deref();
    let through = service_accounts::caller(&mut tx, program, claims.sid, narrowed, client.address).await?;
    let through = through.ok_or_else(Problem::unauthenticated)?;
    let session = claims.sid.map(|session| session.0);
    tx.set_origin(Origin { address: client.address, session, ..Origin::of(Surface::Api) });
    let lang = lang_of(through.language);
    if let Some(spoken) = parts.extensions.get::<Spoken>() {
        spoken.set(lang);
    }
    let (actor, account, keys) = (through.actor, through.account, session.unwrap_or(program.0));
    let caller = Caller { tx, actor, account, session: None, lang, keys, claimed: Claimed::nothing() };
    Ok((caller, through.org_deleted))
}

/// An org that the path names has to be the one in which the caller asks: any other is not there.
async fn is_in_path(parts: &mut Parts, org: OrgId) -> Result<(), Problem> {
    let Ok(path) = RawPathParams::from_request_parts(parts, &()).await else { return Ok(()) };
    let in_path = path.iter().find(|(name, _)| *name == "org_id").map(|(_, id)| id.parse());
    match in_path {
        Some(id) if id != Ok(org.0) => Err(Problem::new(StatusCode::NOT_FOUND, "not_found")),
        _ => Ok(()),
    }
}

fn origin(kind: Kind, session: SessionId, client: &Client) -> Origin {
    Origin { address: client.address, session: Some(session.0), ..Origin::of(kind.surface()) }
}

/// The eyes that the caller looks through, in a transaction that can write nothing. That they look is written down
/// before, whatever comes of the request.
async fn eyes(
    api: &Api,
    mut tx: TenantTx,
    caller: &Actor,
    viewing: &HeaderValue,
    what: &str,
) -> Result<(TenantTx, Actor), Problem> {
    let id = viewing.to_str().ok().and_then(|id| id.parse().ok()).ok_or(domain::Error::Refused("viewing_over"))?;
    let (org, origin) = (tx.org(), *tx.origin());
    let viewing = access::note_viewing(&mut tx, caller, ViewingId(id), what).await?;
    tx.commit().await.map_err(domain::Error::from)?;
    let mut tx = api.db.tenant(org).await.map_err(domain::Error::from)?;
    tx.set_origin(origin);
    let actor = access::look(&mut tx, caller, &viewing).await?;
    Ok((tx, actor))
}

/// Why a session opened nothing: it has ended, or the org does not know its account.
async fn nobody(api: &Api, account: AccountId, session: SessionId) -> Problem {
    let open = async {
        let mut tx = api.db.system().await?;
        let open = sessions::is_open(&mut tx, account, session).await?;
        tx.commit().await?;
        Ok::<_, domain::Error>(open)
    };
    match open.await {
        Ok(true) => Problem::new(StatusCode::NOT_FOUND, "not_found"),
        Ok(false) => Problem::unauthenticated(),
        Err(error) => error.into(),
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

fn named(headers: &HeaderMap) -> Result<Option<OrgId>, Problem> {
    let Some(value) = headers.get(ORGANIZATION) else { return Ok(None) };
    let id = value.to_str().ok().and_then(|id| id.parse().ok());
    // What is no id is no org of theirs.
    id.map(|id| Some(OrgId(id))).ok_or_else(|| Problem::new(StatusCode::NOT_FOUND, "not_found"))
}

/// The language to keep for somebody whose app speaks `tag`, when it is one of ours.
pub(crate) fn language_of(tag: Option<&str>) -> Option<Language> {
    Lang::guess(tag).map(|lang| match lang {
        Lang::Ru => Language::Ru,
        Lang::Uz => Language::Uz,
        Lang::En => Language::En,
    })
}

/// The language of texts for a language of people.
pub fn lang_of(language: Language) -> Lang {
    match language {
        Language::Ru => Lang::Ru,
        Language::Uz => Lang::Uz,
        Language::En => Lang::En,
    }
}
