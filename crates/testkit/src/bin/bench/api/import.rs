//! `bench import`: a register of some ten thousand flats, sent as one CSV to `kontora serve` and loaded, loaded again,
//! and taken back. Times are those of whoever waits for it; memory is that of Kontora's process.

use std::{
    fmt::{self, Write as _},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail, ensure};
use bytes::Bytes;
use clap::Args;
use serde_json::Value;

use super::{
    ground::{Ground, Person},
    play::Connection,
};
use crate::{
    measure,
    process::{Kontora, Setting},
};

/// How the register is filled.
#[derive(Args, Clone, Debug)]
pub(crate) struct Options {
    /// Rows of the file: two people in every flat.
    #[arg(long, default_value_t = 50_000)]
    rows: usize,
    /// A PostgreSQL that does not wait for the disk.
    #[arg(long)]
    fast: bool,
    /// The executable to measure; unless told, the one beside this program.
    #[arg(long, value_name = "FILE")]
    kontora: Option<PathBuf>,
}

/// What was measured.
pub(crate) struct Report {
    rows: usize,
    mib: f64,
    steps: Vec<(&'static str, Duration)>,
    idle_mib: f64,
    peak_mib: f64,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} rows, {:.1} MiB", self.rows, self.mib)?;
        for (step, took) in &self.steps {
            writeln!(f, "{step:<40} {:>7.2} s", took.as_secs_f64())?;
        }
        writeln!(f, "resident memory before                   {:>7.1} MiB", self.idle_mib)?;
        writeln!(f, "resident memory at most                  {:>7.1} MiB", self.peak_mib)
    }
}

/// Measures all of it.
pub(crate) async fn run(options: &Options) -> Result<Report> {
    measure::in_folder(options.kontora.as_deref(), async |program, folder| measure_all(options, program, folder).await)
        .await
}

async fn measure_all(options: &Options, program: PathBuf, folder: &Path) -> Result<Report> {
    measure::say("PostgreSQL, Redis and an org");
    let ground = Ground::open(&folder.join("services"), !options.fast, 1).await?;
    let setting = Setting::new(program, folder, &ground.site, ground.telegram);
    let mut kontora = Kontora::start(&setting, &["serve"])?;
    kontora.ready().await?;
    let done = steps(options, &ground, &kontora).await;
    kontora.stop().await?;
    ground.site.close().await?;
    done
}

async fn steps(options: &Options, ground: &Ground, kontora: &Kontora) -> Result<Report> {
    let person = ground.sign_in(kontora.address).await?.pop().context("nobody asks")?;
    let mut client = Client { connection: Connection::open(kontora.address).await?, person };
    let file = register(options.rows)?;
    let mib = file.len() as f64 / f64::from(1 << 20);
    let idle_mib = kontora.memory("VmRSS")?;
    let mut steps = vec![];

    measure::say("the file, for the first time");
    let begun = Instant::now();
    let import = client.send(&file).await?;
    steps.push(("sent and read", begun.elapsed()));
    client.until(&import, "checked").await?;
    steps.push(("… and looked at", begun.elapsed()));
    client.ask("POST", &format!("/imports/{import}/load")).await?;
    let loaded = client.until(&import, "loaded").await?;
    steps.push(("… and loaded: all of it", begun.elapsed()));
    ensure!(loaded["outcome"]["people"] == options.rows, "{loaded}");
    ensure!(loaded["outcome"]["units"] == options.rows / 2, "{loaded}");

    measure::say("the same file again");
    let begun = Instant::now();
    let again = client.send(&file).await?;
    client.until(&again, "checked").await?;
    client.ask("POST", &format!("/imports/{again}/load")).await?;
    let loaded = client.until(&again, "loaded").await?;
    steps.push(("the same file again, which adds nothing", begun.elapsed()));
    ensure!(loaded["outcome"]["units"] == 0 && loaded["outcome"]["people"] == 0, "{loaded}");

    measure::say("undoing the first");
    let begun = Instant::now();
    client.ask("POST", &format!("/imports/{import}/undo")).await?;
    steps.push(("taken back", begun.elapsed()));
    Ok(Report { rows: options.rows, mib, steps, idle_mib, peak_mib: kontora.memory("VmHWM")? })
}

struct Client {
    connection: Connection,
    person: Person,
}

impl Client {
    fn request(&self, method: &str, path: &str) -> hyper::http::request::Builder {
        hyper::Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header("host", "kontora")
            .header("authorization", format!("Bearer {}", self.person.token))
    }

    async fn ask(&mut self, method: &str, path: &str) -> Result<Value> {
        let request = self.request(method, path).body(Bytes::new().into())?;
        Ok(serde_json::from_slice(&self.connection.ask(request).await?.1)?)
    }

    /// Returns the id of the import.
    async fn send(&mut self, file: &str) -> Result<String> {
        let body = format!(
            "--part\r\ncontent-disposition: form-data; name=\"file\"; filename=\"register.csv\"\r\n\r\n{file}\r\n--part--\r\n"
        );
        let request = self
            .request("POST", "/imports")
            .header("content-type", "multipart/form-data; boundary=part")
            .body(Bytes::from(body).into())?;
        let (_, answer) = self.connection.ask(request).await?;
        let answer: Value = serde_json::from_slice(&answer)?;
        Ok(answer["id"].as_str().with_context(|| format!("an import: {answer}"))?.to_owned())
    }

    async fn until(&mut self, import: &str, state: &str) -> Result<Value> {
        for _ in 0..6000 {
            let now = self.ask("GET", &format!("/imports/{import}")).await?;
            if now["state"] == state {
                return Ok(now);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!("the import did not become {state}")
    }
}

/// Houses of 200 flats, two people in each.
fn register(rows: usize) -> Result<String> {
    let mut file = String::from("\u{FEFF}ЖК;Дом;Подъезд;Кв.;Этаж;Площадь;Л/с;ФИО;Телефон;Роль\r\n");
    for row in 0..rows {
        let (flat, role) = (row / 2, if row % 2 == 0 { "собственник" } else { "семья" });
        let (house, number) = (flat / 200 + 1, flat % 200 + 1);
        writeln!(
            file,
            "ЖК Чилонзор;ул. Навои, {house};{};{number};{};{},5;{};Житель Номер {row};+99890{row:07};{role}\r",
            number / 50 + 1,
            number / 4 % 9 + 1,
            30 + number % 70,
            1_000_000 + flat,
        )?;
    }
    Ok(file)
}
