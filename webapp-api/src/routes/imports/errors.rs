//! `GET /imports/{id}/errors`

use axum::response::Response;
use domain::ids::ImportId;
use i18n::t;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::{
    Problem,
    caller::Caller,
    download, tables,
    valid::{Id, Params},
};

/// As what a table is sent.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Format {
    /// Excel.
    #[default]
    Xlsx,
    /// `;`, UTF-8.
    Csv,
}

/// As what.
#[derive(Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
pub(super) struct ErrorsParams {
    /// `xlsx`, when it is not said, or `csv`.
    #[serde(default)]
    #[garde(skip)]
    #[param(inline)]
    format: Option<Format>,
}

/// The rows that are not right, with what to correct in each, as a file
#[utoipa::path(
    get, path = "/imports/{id}/errors", tag = "imports", operation_id = "download_import_errors",
    params(("id" = Uuid, Path), ErrorsParams),
    responses((status = 200, content(
        (String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (String = "text/csv"))))
)]
pub(super) async fn errors(
    mut caller: Caller,
    Id(id): Id<ImportId>,
    Params(asked): Params<ErrorsParams>,
) -> Result<Response, Problem> {
    let format = match asked.format.unwrap_or_default() {
        Format::Xlsx => tables::Format::Xlsx,
        Format::Csv => tables::Format::Csv,
    };
    let file = tables::errors(&mut caller.tx, &caller.actor, id, caller.lang, format).await?;
    let name = format!("{}.{}", t::imports::errors_file(caller.lang), format.extension());
    Ok(download::file(&name, format.media_type(), file))
}
