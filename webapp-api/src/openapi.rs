//! The OpenAPI 3.1 document, made from the routes themselves, and the page that shows it without any network.
//!
//! What every operation shares is written here once: its problems, the header that chooses the org, the key of a
//! repeated POST. The committed copy is `docs/openapi.json`.

use axum::{
    Router,
    http::{HeaderValue, header},
    response::IntoResponse as _,
    routing::get,
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};
use tower_http::set_header::SetResponseHeaderLayer;
use utoipa::{
    Modify, OpenApi,
    openapi::{
        ContentBuilder, HttpMethod, Ref, RefOr, Required, ResponseBuilder,
        path::{Operation, Parameter, ParameterBuilder, ParameterIn, PathItem},
        schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type},
        security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme},
    },
};
use utoipa_axum::router::OpenApiRouter;
use utoipa_swagger_ui::SwaggerUi;

use crate::{Api, problem::ProblemBody, routes};

/// Where the document is.
pub const DOCUMENT: &str = "/api/v1/openapi.json";

/// Where the page is.
pub const PAGE: &str = "/docs";

/// The page loads what we serve, and asks nobody else.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
                           img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; \
                           form-action 'none'; frame-ancestors 'none'";

#[derive(OpenApi)]
#[openapi(
    info(title = "Kontora", description = "The work of an office: people, organizations, requests."),
    components(schemas(ProblemBody)),
    modifiers(&Bearer),
    security(("bearer" = []))
)]
struct Document;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build();
        document.components.get_or_insert_default().add_security_scheme("bearer", SecurityScheme::Http(scheme));
    }
}

/// Every route under `/api/v1`, and the document of them all.
pub(crate) fn routes() -> (Router<Api>, utoipa::openapi::OpenApi) {
    let all = OpenApiRouter::with_openapi(Document::openapi()).nest("/api/v1", routes::all());
    let (router, mut document) = all.split_for_parts();
    share(&mut document);
    (router, document)
}

/// The document as it is served, for whoever compares it with the committed one.
pub fn document() -> utoipa::openapi::OpenApi {
    routes().1
}

/// Serves the document and its page.
pub(crate) fn pages(document: &utoipa::openapi::OpenApi) -> Router<Api> {
    let json = serde_json::to_string(document).unwrap_or_default(); // it was made from types: it serializes
    let tag = format!("\"{}\"", BASE64_URL_SAFE_NO_PAD.encode(&Sha256::digest(&json)[..9]));
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::CACHE_CONTROL, "public, no-cache".to_owned()), // kept, and asked for by its tag
        (header::ETAG, tag),
    ];
    let served = move || std::future::ready((headers.clone(), json.clone()).into_response());
    let policy = HeaderValue::from_static(PAGE_POLICY);
    let page = Router::from(SwaggerUi::new(PAGE).config(utoipa_swagger_ui::Config::from(DOCUMENT)))
        .layer(SetResponseHeaderLayer::overriding(header::CONTENT_SECURITY_POLICY, policy));
    Router::new().route(DOCUMENT, get(served)).merge(page)
}

/// Writes into each operation what all of its kind share.
fn share(document: &mut utoipa::openapi::OpenApi) {
    let problem = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    let problem = ResponseBuilder::new()
        .description("What went wrong: `code` says it to programs, `title` to people.")
        .content("application/problem+json", problem)
        .build();
    let components = document.components.get_or_insert_default();
    components.responses.insert("Problem".to_owned(), RefOr::T(problem));
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in operations(item) {
            complete(path, &method, operation);
        }
    }
}

fn operations(item: &mut PathItem) -> Vec<(HttpMethod, &mut Operation)> {
    let all = [
        (HttpMethod::Get, &mut item.get),
        (HttpMethod::Post, &mut item.post),
        (HttpMethod::Put, &mut item.put),
        (HttpMethod::Patch, &mut item.patch),
        (HttpMethod::Delete, &mut item.delete),
    ];
    all.into_iter().filter_map(|(method, operation)| Some((method, operation.as_mut()?))).collect()
}

/// Whether nobody has to be signed in: `security(())`, alone or beside others.
fn is_public(operation: &Operation) -> bool {
    operation.security.as_ref().is_some_and(|needs| needs.contains(&SecurityRequirement::default()))
}

fn complete(path: &str, method: &HttpMethod, operation: &mut Operation) {
    let public = is_public(operation);
    let mut problems = vec!["400", "422", "429", "500", "503"];
    if !public {
        problems.extend(["401", "403", "404"]);
        let description = "Which of the caller's orgs is meant; else the org of the token.";
        parameter(operation, header_parameter("X-Organization-Id", description, Some(KnownFormat::Uuid), false));
    }
    if path.contains('{') {
        problems.push("404");
    }
    if operation.request_body.is_some() {
        problems.extend(["413", "415", "422"]);
    }
    if !matches!(method, HttpMethod::Get) {
        problems.push("409");
    }
    if matches!(method, HttpMethod::Post) && !public {
        let description = "Repeat the request with the same key, and it happens once.";
        parameter(operation, header_parameter("Idempotency-Key", description, None, false));
        problems.push("422");
    }
    if takes(operation, "If-Match") {
        problems.extend(["412", "428"]);
    }
    let response = || RefOr::Ref(Ref::from_response_name("Problem"));
    let known = &mut operation.responses.responses;
    for status in problems {
        known.entry(status.to_owned()).or_insert_with(response);
    }
    // A route that only names a problem means this one.
    for (status, said) in known.iter_mut().filter(|(status, _)| status.as_str() >= "400") {
        let bare = matches!(said, RefOr::T(it) if it.content.keys().all(|kind| kind == "application/problem+json"));
        if bare && status != "default" {
            *said = response();
        }
    }
}

/// The header of an edit, for the `params(…)` of its note.
#[derive(Clone, Copy, Debug)]
pub struct IfMatchHeader;

impl utoipa::IntoParams for IfMatchHeader {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        vec![header_parameter("If-Match", "The `ETag` of the version that is edited, or `*`.", None, true)]
    }
}

fn header_parameter(name: &str, description: &str, format: Option<KnownFormat>, required: bool) -> Parameter {
    let longest = format.is_none().then_some(255);
    let schema = ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(longest.map(|_| 1))
        .max_length(longest)
        .format(format.map(SchemaFormat::KnownFormat));
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(if required { Required::True } else { Required::False })
        .description(Some(description))
        .schema(Some(schema.build()))
        .build()
}

fn takes(operation: &Operation, name: &str) -> bool {
    let named = |parameter: &RefOr<Parameter>| matches!(parameter, RefOr::T(it) if it.name.eq_ignore_ascii_case(name));
    operation.parameters.iter().flatten().any(named)
}

fn parameter(operation: &mut Operation, parameter: Parameter) {
    if !takes(operation, &parameter.name) {
        operation.parameters.get_or_insert_default().push(RefOr::T(parameter));
    }
}
