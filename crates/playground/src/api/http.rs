//! The Bot API's addresses: `/bot<token>/<method>` and `/file/bot<token>/<path>`. Parameters come
//! from the query and from a urlencoded, JSON or multipart body.

use std::collections::HashMap;

use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Multipart, Request as HttpRequest},
    http::{Response, StatusCode, header},
    response::IntoResponse,
};
use serde_json::{Map, Value};

use super::{Answer, Refusal, Reply, Upload};
use crate::{server::Server, world::Files};

/// The largest body: an upload of 50 MB and what surrounds it.
pub(crate) const MOST_BODY: usize = 52 << 20;

/// Serves one call; `path` is what follows `/bot`, percent-decoded.
pub(crate) async fn serve(server: &Server, path: &str, request: HttpRequest) -> Response<Body> {
    let Some((token, method)) = path.split_once('/') else { return answer(Err(Refusal::not_found())) };
    let Some(bot) = server.read(|world| world.bot_by_token(token)) else {
        return answer(Err(Refusal::unauthorized()));
    };
    let (params, uploads) = match parse(request).await {
        Ok(parts) => parts,
        Err(refusal) => return answer(Err(refusal)),
    };
    match super::call(server, bot, method, params, uploads).await {
        Reply::Answer(result) => answer(result),
        // A body that fails before its first byte makes the server drop the connection without an answer.
        Reply::Lost => Response::new(Body::from_stream(futures::stream::once(async {
            Err::<Bytes, _>(std::io::Error::from(std::io::ErrorKind::ConnectionAborted))
        }))),
    }
}

fn answer(answer: Answer) -> Response<Body> {
    let (code, body, retry_after) = match &answer {
        Ok(result) => (200, serde_json::json!({"ok": true, "result": result}), None),
        Err(refusal) => (refusal.code, refusal.body(), refusal.retry_after),
    };
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, [(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response();
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

/// Serves a file; `path` is what follows `/file/bot`, percent-decoded.
pub(crate) async fn serve_file(server: &Server, path: &str) -> Response<Body> {
    let Some((token, path)) = path.split_once('/') else { return answer(Err(Refusal::not_found())) };
    let found = server.read(|world| {
        world.bot_by_token(token).ok_or_else(Refusal::unauthorized)?;
        let key = Files::key_of_path(path).ok_or_else(Refusal::not_found)?;
        let record = world.files.record(key).ok_or_else(Refusal::not_found)?;
        if Files::path(key, record) != path {
            return Err(Refusal::not_found());
        }
        Ok(world.files.content(&record.hash))
    });
    match found {
        Err(refusal) => answer(Err(refusal)),
        Ok(content) => match bytes(content).await {
            Some(bytes) => ([(header::CONTENT_TYPE, "application/octet-stream")], bytes).into_response(),
            None => answer(Err(Refusal::not_found())),
        },
    }
}

/// Bytes from memory or from disk.
pub(crate) async fn bytes(content: Result<Bytes, Option<std::path::PathBuf>>) -> Option<Bytes> {
    match content {
        Ok(bytes) => Some(bytes),
        Err(path) => tokio::fs::read(path?).await.ok().map(Bytes::from),
    }
}

type Parts = (Map<String, Value>, HashMap<String, Upload>);

async fn parse(request: HttpRequest) -> Result<Parts, Refusal> {
    let mut params = form(request.uri().query().unwrap_or_default().as_bytes());
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("multipart/form-data") {
        return multipart(request, params).await;
    }
    let kind = kind.to_owned();
    let body = axum::body::to_bytes(request.into_body(), MOST_BODY).await.map_err(|_| Refusal::too_large())?;
    if kind.starts_with("application/json") && !body.is_empty() {
        let Ok(Value::Object(object)) = serde_json::from_slice(&body) else {
            return Err(Refusal::bad("can't parse request JSON object"));
        };
        params.extend(object);
    } else if kind.starts_with("application/x-www-form-urlencoded") {
        params.extend(form(&body));
    } else if !body.is_empty() {
        return Err(Refusal::bad("the content type of the body must be JSON, urlencoded or multipart"));
    }
    Ok((params, HashMap::new()))
}

fn form(text: &[u8]) -> Map<String, Value> {
    url::form_urlencoded::parse(text).map(|(key, value)| (key.into_owned(), value.into_owned().into())).collect()
}

async fn multipart(request: HttpRequest, mut params: Map<String, Value>) -> Result<Parts, Refusal> {
    let broken = || Refusal::bad("can't parse the multipart body");
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| broken())?;
    let mut uploads = HashMap::new();
    while let Some(part) = parts.next_field().await.map_err(|_| broken())? {
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            Some(file) => {
                let mime = part.content_type().map(str::to_owned);
                let bytes = part.bytes().await.map_err(|_| Refusal::too_large())?;
                uploads.insert(name, Upload { name: file, mime, bytes });
            }
            None => {
                params.insert(name, part.text().await.map_err(|_| broken())?.into());
            }
        }
    }
    Ok((params, uploads))
}
