//! The OpenAPI 3.1 document, made from the routes themselves, and the page that shows it without any network.

use axum::{Json, Router, routing::get};
use utoipa::{
    Modify, OpenApi,
    openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
};
use utoipa_axum::router::OpenApiRouter;
use utoipa_swagger_ui::SwaggerUi;

use crate::{Api, problem::ProblemBody, routes};

/// Where the document is.
pub const DOCUMENT: &str = "/api/v1/openapi.json";

/// Where the page is.
pub const PAGE: &str = "/docs";

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
    OpenApiRouter::with_openapi(Document::openapi()).nest("/api/v1", routes::all()).split_for_parts()
}

/// The document as it is served, for whoever compares it with the committed one.
pub fn document() -> utoipa::openapi::OpenApi {
    routes().1
}

/// Serves the document and its page.
pub(crate) fn pages(document: utoipa::openapi::OpenApi) -> Router<Api> {
    let served = document.clone();
    Router::new()
        .route(DOCUMENT, get(move || std::future::ready(Json(served.clone()))))
        .merge(SwaggerUi::new(PAGE).config(utoipa_swagger_ui::Config::from(DOCUMENT)))
}
