//! `GET /audit/export`: the log as a file, in constant memory. That it was taken away is an event, committed before
//! the first row is sent.

use axum::{
    body::{Body, Bytes},
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use domain::{
    Db, OrgId,
    audit::{self, Entry, Export, Filter},
    ids::{EventId, PersonId},
};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::body::EventBody;
use crate::{Api, Problem, caller::Caller, valid::Params};

/// Rows that are read at a time.
const ROWS: u16 = 500;

/// In which form.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Format {
    /// Comma-separated values.
    Csv,
    /// One JSON object a line.
    Jsonl,
}

/// In which form, and which events.
#[derive(Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
pub(super) struct ExportParams {
    /// `csv` or `jsonl`.
    #[garde(skip)]
    #[param(inline)]
    format: Format,
    /// Of this kind.
    #[serde(default)]
    #[garde(length(max = 50))]
    kind: Option<String>,
    /// Done by this person.
    #[serde(default)]
    #[garde(skip)]
    person_id: Option<Uuid>,
    /// Not before.
    #[serde(default)]
    #[garde(skip)]
    from: Option<DateTime<Utc>>,
    /// Before.
    #[serde(default)]
    #[garde(skip)]
    to: Option<DateTime<Utc>>,
}

/// The log as a file, the latest first
#[utoipa::path(
    get, path = "/audit/export", tag = "audit", operation_id = "export_events",
    params(ExportParams),
    responses((status = 200, content((String = "text/csv"), (String = "application/jsonl"))))
)]
pub(super) async fn export(
    State(api): State<Api>,
    mut caller: Caller,
    Params(asked): Params<ExportParams>,
) -> Result<Response, Problem> {
    let format = asked.format;
    let filter = Filter {
        kind: asked.kind,
        person: asked.person_id.map(PersonId),
        from: asked.from,
        to: asked.to,
        ..Filter::default()
    };
    let (name, kind) = match format {
        Format::Csv => ("csv", "text/csv; charset=utf-8"),
        Format::Jsonl => ("jsonl", "application/jsonl"),
    };
    let org = caller.tx.org();
    let export = audit::export(&mut caller.tx, &caller.actor, &filter, name).await?;
    caller.commit().await?;
    let start = Rows { db: api.db.clone(), org, export, format, after: None, begun: false };
    let body = Body::from_stream(futures::stream::try_unfold(start, Rows::next));
    let file = format!("attachment; filename=\"events.{name}\"");
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, file)], body).into_response())
}

/// Where a download stands. Each stretch has a transaction of its own: a slow reader holds none open.
struct Rows {
    db: Db,
    org: OrgId,
    export: Export,
    format: Format,
    after: Option<EventId>,
    begun: bool,
}

impl Rows {
    async fn next(mut self) -> Result<Option<(Bytes, Self)>, domain::Error> {
        let mut text = String::new();
        if !self.begun && matches!(self.format, Format::Csv) {
            text.push_str(
                "id,at,actor_kind,actor_id,actor_name,surface,address,kind,subject_kind,subject_id,changes,data\r\n",
            );
        }
        self.begun = true;
        let mut tx = self.db.tenant(self.org).await?;
        let rows = audit::export_next(&mut tx, &self.export, self.after, ROWS).await?;
        tx.commit().await?;
        let last = rows.last().map(|entry| entry.id);
        for entry in rows {
            match self.format {
                Format::Csv => line(&mut text, &entry),
                Format::Jsonl => {
                    text.push_str(&serde_json::to_string(&EventBody::from(entry))?);
                    text.push('\n');
                }
            }
        }
        if last.is_none() && text.is_empty() {
            return Ok(None);
        }
        self.after = last.or(self.after);
        Ok(Some((Bytes::from(text), self)))
    }
}

/// A line of CSV (RFC 4180).
fn line(text: &mut String, entry: &Entry) {
    let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    let cells = [
        entry.id.0.to_string(),
        entry.at.to_rfc3339(),
        entry.actor_kind.clone(),
        id(entry.actor.map(|id| id.0)),
        entry.actor_name.clone().unwrap_or_default(),
        entry.surface.clone(),
        entry.address.map(|address| address.to_string()).unwrap_or_default(),
        entry.kind.clone(),
        entry.subject_kind.clone().unwrap_or_default(),
        id(entry.subject),
        entry.changes.as_ref().map(ToString::to_string).unwrap_or_default(),
        entry.data.to_string(),
    ];
    let cells: Vec<String> = cells.iter().map(|value| cell(value)).collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}

/// In quotes; what a spreadsheet would take for a formula gets an apostrophe before it.
fn cell(value: &str) -> String {
    let formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("\"{}{}\"", if formula { "'" } else { "" }, value.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_cell_is_quoted_and_never_a_formula() {
        assert_eq!(super::cell("Рустам"), "\"Рустам\"");
        assert_eq!(super::cell("say \"hi\",\n"), "\"say \"\"hi\"\",\n\"");
        assert_eq!(super::cell("=1+1"), "\"'=1+1\"");
    }
}
