//! `bench list`: a page of 50 out of a million requests, narrowed down as a dispatcher does, beside the bare query on the
//! same table: its indexes, no joins, no rights, no row security. Both take turns in one run.

use std::{
    fmt,
    net::SocketAddr,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, ensure};
use bytes::Bytes;
use clap::Args;
use serde_json::Value;
use sqlx::{Connection as _, PgConnection};
use uuid::Uuid;

use super::{ground::Ground, play::Connection};
use crate::{
    measure, office,
    process::{Kontora, Setting},
    report::percentile,
};

/// The residents whose homes make the houses: 20 houses.
const HOMES: usize = 2000;
/// Everything that is asked is asked so often first, unmeasured.
const WARM: usize = 5;

/// How long the list is.
#[derive(Args, Clone, Debug)]
pub(crate) struct Options {
    /// Requests of the org.
    #[arg(long, default_value_t = 1_000_000)]
    requests: i64,
    /// How often each page is asked for.
    #[arg(long, default_value_t = 100)]
    times: usize,
    /// A PostgreSQL that does not wait for the disk.
    #[arg(long)]
    fast: bool,
    /// The executable to measure; unless told, the one beside this program.
    #[arg(long, value_name = "FILE")]
    kontora: Option<PathBuf>,
}

/// One page: how Kontora is asked, and the bare query of the same rows.
struct Question {
    name: &'static str,
    /// The query of `GET /requests`; `{house}`, `{kind}` and the others are put in.
    asked: &'static str,
    /// After `where org_id = $1`.
    bare: &'static str,
    /// Whether any request can be there at all.
    is_found: bool,
}

/// What a dispatcher asks. `$2` is a house, `$3` a kind with its problems, `$4` a member.
const QUESTIONS: [Question; 6] = [
    Question { name: "the first page, nothing chosen", asked: "", bare: "", is_found: true },
    Question {
        name: "open",
        asked: "open=true",
        bare: "and status not in ('closed', 'cancelled', 'declined')",
        is_found: true,
    },
    Question {
        name: "house, kind, open",
        asked: "building_id={house}&category_id={kind}&open=true",
        bare: "and building_id = $2 and category_id = any($3) and status not in ('closed', 'cancelled', 'declined')",
        is_found: true,
    },
    Question {
        name: "house, kind, status, words",
        asked: "building_id={house}&category_id={kind}&status=closed&q=%D0%BF%D1%80%D0%BE%D1%82%D0%B5%D1%87%D0%BA%D0%B0",
        bare: "and building_id = $2 and category_id = any($3) and status = 'closed'
               and search @@ websearch_to_tsquery('simple', 'протечка')",
        is_found: true,
    },
    Question {
        name: "assignee, priority, house, rare words",
        asked: "assignee_id={member}&priority=high&building_id={house}&q=%D1%87%D0%B5%D1%80%D0%B4%D0%B0%D0%BA",
        bare: "and assignee_id = $4 and priority = 'high' and building_id = $2
               and search @@ websearch_to_tsquery('simple', 'чердак')",
        is_found: false,
    },
    Question {
        name: "words that one in ten says",
        asked: "q=%D0%BF%D1%80%D0%BE%D1%82%D0%B5%D1%87%D0%BA%D0%B0",
        bare: "and search @@ websearch_to_tsquery('simple', 'протечка')",
        is_found: true,
    },
];

struct Line {
    name: &'static str,
    rows: usize,
    ours: Vec<Duration>,
    bare: Vec<Duration>,
}

/// What was measured.
pub(crate) struct Report {
    requests: i64,
    durable: bool,
    lines: Vec<Line>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let disk = if self.durable { "waits" } else { "does not wait" };
        writeln!(f, "A page of 50 out of {} requests; PostgreSQL {disk} for the disk; p50 / p99.\n", self.requests)?;
        writeln!(
            f,
            "| {:<38} | {:>4} | {:>17} | {:>17} | {:>6} |",
            "", "rows", "`GET /requests`, ms", "bare query, ms", "x"
        )?;
        writeln!(f, "|---|---|---|---|---|")?;
        for Line { name, rows, ours, bare } in &self.lines {
            let pair = |times: &[Duration]| format!("{:.2} / {:.2}", percentile(times, 50), percentile(times, 99));
            let x = percentile(ours, 50) / percentile(bare, 50);
            writeln!(f, "| {name:<38} | {rows:>4} | {:>17} | {:>17} | {x:>6.1} |", pair(ours), pair(bare))?;
        }
        Ok(())
    }
}

/// Measures all of it.
pub(crate) async fn run(options: &Options) -> Result<Report> {
    measure::in_folder(options.kontora.as_deref(), async |program, folder| measure_all(options, program, folder).await)
        .await
}

async fn measure_all(options: &Options, program: PathBuf, folder: &Path) -> Result<Report> {
    measure::say("PostgreSQL, Redis and an org with its houses");
    let residents = office::chats(HOMES);
    let ground = Ground::in_houses(&folder.join("services"), !options.fast, 1, &residents).await?;
    measure::say(&format!("{} requests", options.requests));
    let mut sql = PgConnection::connect(&ground.site.database_url).await?;
    let fill = sqlx::query(include_str!("million.sql")).bind(ground.office.org.0).bind(options.requests);
    fill.execute(&mut sql).await?;
    sqlx::raw_sql("vacuum analyze").execute(&mut sql).await?;
    let setting = Setting::new(program, folder, &ground.site, ground.telegram);
    let mut kontora = Kontora::start(&setting, &["serve", "--no-worker"])?;
    kontora.ready().await?;
    let done = ask_all(options, &ground, kontora.address, &mut sql).await;
    kontora.stop().await?;
    sql.close().await?;
    ground.site.close().await?;
    done
}

async fn ask_all(options: &Options, ground: &Ground, address: SocketAddr, sql: &mut PgConnection) -> Result<Report> {
    let token = ground.sign_in(address).await?.pop().context("nobody asks")?.token;
    let mut connection = Connection::open(address).await?;
    let chosen = Chosen::of(ground.office.org.0, sql).await?;
    let mut lines = vec![];
    for question in QUESTIONS {
        measure::say(question.name);
        let uri = chosen.put_into(question.asked);
        let (mut ours, mut bare, mut rows) = (vec![], vec![], 0);
        for nth in 0..options.times + WARM {
            let request = hyper::Request::get(&uri)
                .header("host", "kontora")
                .header("authorization", format!("Bearer {token}"))
                .body(Bytes::new().into())?;
            let asked = Instant::now();
            let (_, answer) = connection.ask(request).await?;
            let theirs = asked.elapsed();
            let asked = Instant::now();
            let numbers = chosen.bare(&question, sql).await?;
            let alone = asked.elapsed();
            if nth < WARM {
                let answer: Value = serde_json::from_slice(&answer)?;
                let items = answer["items"].as_array().context("no items")?;
                let shown: Vec<_> = items.iter().filter_map(|item| item["number"].as_i64()).collect();
                ensure!(shown == numbers, "{}: {shown:?}, and the bare query {numbers:?}", question.name);
                ensure!(!question.is_found || !shown.is_empty(), "{}: nothing was found", question.name);
                rows = shown.len();
            } else {
                ours.push(theirs);
                bare.push(alone);
            }
        }
        lines.push(Line { name: question.name, rows, ours, bare });
    }
    Ok(Report { requests: options.requests, durable: !options.fast, lines })
}

/// What is chosen in the filters.
struct Chosen {
    org: Uuid,
    house: Uuid,
    kind: Uuid,
    /// The kind and its problems.
    categories: Vec<Uuid>,
    member: Uuid,
}

impl Chosen {
    async fn of(org: Uuid, sql: &mut PgConnection) -> Result<Self> {
        let one = async |query: &'static str, sql: &mut PgConnection| -> Result<Uuid> {
            Ok(sqlx::query_scalar(query).bind(org).fetch_one(sql).await?)
        };
        let house = one("select id from buildings where org_id = $1 order by id limit 1", sql).await?;
        let kind = "select parent_id from categories where org_id = $1 and parent_id is not null order by id limit 1";
        let kind = one(kind, sql).await?;
        let member = one("select id from members where org_id = $1 order by id limit 1", sql).await?;
        let categories = "select id from categories where org_id = $1 and (id = $2 or parent_id = $2)";
        let categories = sqlx::query_scalar(categories).bind(org).bind(kind).fetch_all(sql).await?;
        Ok(Self { org, house, kind, categories, member })
    }

    fn put_into(&self, asked: &str) -> String {
        let said = [("{house}", self.house), ("{kind}", self.kind), ("{member}", self.member)];
        let asked = said.iter().fold(asked.to_owned(), |asked, (place, id)| asked.replace(place, &id.to_string()));
        format!("/api/v1/requests?limit=50&{asked}")
    }

    /// The numbers of what the bare query finds.
    async fn bare(&self, question: &Question, sql: &mut PgConnection) -> Result<Vec<i64>> {
        // The parameters that a question does not ask for still have a type.
        let query = format!(
            "select number from requests where org_id = $1 {}
             and ($2::uuid, $3::uuid[], $4::uuid) is not null order by number desc limit 50",
            question.bare
        );
        let query = sqlx::query_scalar(sqlx::AssertSqlSafe(query)).bind(self.org).bind(self.house);
        Ok(query.bind(&self.categories).bind(self.member).fetch_all(sql).await?)
    }
}
