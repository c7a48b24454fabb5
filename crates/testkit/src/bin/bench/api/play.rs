//! Everybody asks, each over one connection, as fast as the answers come; every answer is checked.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use anyhow::{Result, ensure};
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::{HeaderMap, Request, client::conn::http1};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use super::{
    deed::Deed,
    ground::{Ground, Person},
    until,
};

/// What a turn took.
#[derive(Debug, Default)]
pub(super) struct Played {
    /// Each request, from its first byte to the last of its answer.
    pub times: Vec<Duration>,
    /// From the first request to the last answer.
    pub wall: Duration,
}

impl Played {
    /// Adds another turn.
    pub(super) fn add(&mut self, other: Played) {
        self.times.extend(other.times);
        self.wall += other.wall;
    }
}

/// One HTTP/1.1 connection that is kept.
pub(super) struct Connection(http1::SendRequest<Full<Bytes>>);

impl Connection {
    /// Opens it.
    pub(super) async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self(sender))
    }

    /// Asks; anything but success is an error.
    pub(super) async fn ask(&mut self, request: Request<Full<Bytes>>) -> Result<(HeaderMap, Bytes)> {
        self.0.ready().await?;
        let (head, body) = self.0.send_request(request).await?.into_parts();
        let body = body.collect().await?.to_bytes();
        ensure!(head.status.is_success(), "{}: {}", head.status, String::from_utf8_lossy(&body));
        Ok((head.headers, body))
    }
}

/// Everybody does `deed` for so long.
pub(super) async fn play(
    address: SocketAddr,
    deed: Deed,
    ground: &Ground,
    people: &[Person],
    long: Duration,
) -> Result<Played> {
    let (began, ends) = (Instant::now(), until(long));
    let turns = people.iter().map(|person| one(address, deed, ground, person, ends));
    let times = futures::future::try_join_all(turns).await?.concat();
    ensure!(!times.is_empty(), "nothing was answered");
    Ok(Played { times, wall: began.elapsed() })
}

async fn one(
    address: SocketAddr,
    deed: Deed,
    ground: &Ground,
    person: &Person,
    ends: Instant,
) -> Result<Vec<Duration>> {
    let mut connection = Connection::open(address).await?;
    let (mut tag, mut times) = ("*".to_owned(), vec![]);
    while Instant::now() < ends {
        let request = deed.request(ground, person, &tag, ground.next())?;
        let asked = Instant::now();
        let (headers, _) = connection.ask(request).await?;
        times.push(asked.elapsed());
        if let Some(new) = deed.tag(&headers) {
            tag = new;
        }
    }
    Ok(times)
}
