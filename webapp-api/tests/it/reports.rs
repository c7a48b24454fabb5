//! Reports over HTTP: the numbers of the caller's org, of the days that were asked for.

use axum::http::{Method, StatusCode};
use serde_json::json;
use testkit::fixtures;

use crate::site::Site;

#[tokio::test]
async fn the_desk_is_reported_by_day_house_and_worker() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let (database, office) = (&site.database, &site.a);
    let worker = &office.workers[0].actor;
    for taken in [true, false] {
        let id = fixtures::file_for(database, office, &office.residents[0]).await?.id;
        if taken {
            database.tenant(office.org, async |tx| domain::requests::take(tx, worker, id).await).await?;
            database.tenant(office.org, async |tx| domain::requests::complete(tx, worker, id, None).await).await?;
        }
    }
    fixtures::file_for(database, &site.b, &site.b.residents[0]).await?;
    let owner = site.sign_in(&office.owner, Some(office.org)).await?;
    let report = site.ask_as(&owner, Method::GET, "/api/v1/reports/requests", None).await?;
    assert_eq!(report.status, StatusCode::OK, "{report:?}");
    let body = &report.body;
    assert_eq!(body["days"].as_array().map(Vec::len), Some(7));
    assert_eq!(body["totals"]["created"], 2, "{body}");
    assert_eq!(body["now"], json!({ "open": 2, "unassigned": 1, "overdue": 0, "waiting": 0 }));
    assert_eq!(body["buildings"][0]["address"], office.building);
    assert_eq!(body["categories"].as_array().map(Vec::len), Some(1));

    let work = site.ask_as(&owner, Method::GET, "/api/v1/reports/performance", None).await?.body;
    assert_eq!((&work["items"][0]["done"], &work["items"][0]["open"]), (&json!(1), &json!(0)), "{work}");
    assert_eq!(work["items"].as_array().map(Vec::len), Some(1));

    let past = "/api/v1/reports/requests?from=2020-01-01&to=2020-01-31";
    let past = site.ask_as(&owner, Method::GET, past, None).await?.body;
    assert_eq!((past["days"].as_array().map(Vec::len), &past["totals"]["created"]), (Some(31), &json!(0)));
    for wrong in ["from=2026-01-01&to=2026-12-31", "from=2026-02-01&to=2026-01-01"] {
        for what in ["requests", "performance"] {
            let path = format!("/api/v1/reports/{what}?{wrong}");
            let answer = site.ask_as(&owner, Method::GET, &path, None).await?;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: {answer:?}");
        }
    }
    Ok(())
}
