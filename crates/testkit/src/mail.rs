//! A mail server: it takes letters by SMTP and keeps them to be read. The protocol is the crate `mailin`'s.

use std::{
    net::{IpAddr, Ipv4Addr},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use anyhow::Context as _;
use mail_parser::MessageParser;
use mailin::{Action, AuthMechanism, Handler, Response, Session, SessionBuilder, response};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
    sync::Notify,
    task::JoinHandle,
    time::timeout,
};

/// Who may hand letters over.
pub const USER: &str = "kontora";
/// With which password; anything but letters and digits has to be encoded in the address.
pub const PASSWORD: &str = "s3cret+of/the?server";
/// How long a letter is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A letter that arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// To which address.
    pub to: String,
    /// From which.
    pub from: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// Its name among all letters.
    pub message_id: String,
}

impl Arrived {
    /// What its link carries: what follows the `#`, or a line that is a key by itself.
    pub fn key(&self) -> anyhow::Result<String> {
        let is_key = |word: &&str| word.len() >= 40 && !word.contains(['/', '.']);
        let linked = self.text.split_whitespace().find_map(|word| word.split_once('#').map(|(_, key)| key));
        let key = linked.or_else(|| self.text.split_whitespace().find(is_key));
        Ok(key.with_context(|| format!("no key in {:?}", self.text))?.to_owned())
    }
}

/// A mail server at work. Dropped, it ends.
pub struct MailServer {
    /// Its port on this machine.
    pub port: u16,
    kept: Arc<Kept>,
    serves: JoinHandle<()>,
}

#[derive(Default)]
struct Kept {
    arrived: Mutex<Vec<Arrived>>,
    rings: Notify,
    /// So many more are answered with `451`: try again later.
    refusing: AtomicUsize,
}

impl MailServer {
    /// Begins to listen.
    pub async fn start() -> anyhow::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let port = listener.local_addr()?.port();
        let kept = Arc::new(Kept::default());
        let clerk = Arc::clone(&kept);
        let serves = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&clerk)));
            }
        });
        Ok(Self { port, kept, serves })
    }

    /// How it is configured: `SMTP_URL`.
    pub fn url(&self) -> String {
        let password: String = url::form_urlencoded::byte_serialize(PASSWORD.as_bytes()).collect();
        format!("smtp://{USER}:{password}@127.0.0.1:{}", self.port)
    }

    /// The next `count` letters are not taken: try again later.
    pub fn refuses(&self, count: usize) {
        self.kept.refusing.store(count, Ordering::SeqCst);
    }

    /// Everything that arrived, in order.
    pub fn arrived(&self) -> Vec<Arrived> {
        self.kept.arrived.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits for the letter to this address whose subject holds these words.
    pub async fn waits_for(&self, to: &str, subject: &str) -> anyhow::Result<Arrived> {
        let found = async {
            loop {
                let rings = self.kept.rings.notified();
                let mut arrived = self.arrived().into_iter().rev();
                if let Some(letter) = arrived.find(|letter| letter.to == to && letter.subject.contains(subject)) {
                    return letter;
                }
                rings.await;
            }
        };
        timeout(PATIENCE, found).await.with_context(|| format!("no letter «{subject}» to {to}: {:?}", self.arrived()))
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.serves.abort();
    }
}

async fn serve(stream: TcpStream, kept: Arc<Kept>) -> anyhow::Result<()> {
    let mut builder = SessionBuilder::new("mail.example.com");
    builder.insecure_enable_plaintext_auth().enable_auth(AuthMechanism::Plain);
    let mut session: Session<Taking> =
        builder.build(IpAddr::V4(Ipv4Addr::LOCALHOST), Taking { kept, signed_in: false, to: vec![], raw: vec![] });
    let mut stream = BufReader::new(stream);
    answer(&mut stream, &session.greeting()).await?;
    let mut line = vec![];
    while stream.read_until(b'\n', &mut line).await? > 0 {
        let response = session.process(&line);
        answer(&mut stream, &response).await?;
        // `mailin` takes what follows a letter that was not taken for more of it.
        if response.action == Action::Close || (line == b".\r\n" && response.is_error) {
            break;
        }
        line.clear();
    }
    Ok(())
}

async fn answer(stream: &mut BufReader<TcpStream>, response: &Response) -> anyhow::Result<()> {
    if response.action != Action::NoReply {
        let mut text = vec![];
        response.write_to(&mut text)?;
        stream.write_all(&text).await?;
    }
    Ok(())
}

/// One connection.
struct Taking {
    kept: Arc<Kept>,
    signed_in: bool,
    to: Vec<String>,
    raw: Vec<u8>,
}

impl Handler for Taking {
    fn auth_plain(&mut self, _: &str, user: &str, password: &str) -> Response {
        self.signed_in = user == USER && password == PASSWORD;
        if self.signed_in { response::AUTH_OK } else { response::INVALID_CREDENTIALS }
    }

    fn mail(&mut self, _: IpAddr, _: &str, _: &str) -> Response {
        if self.signed_in { response::OK } else { response::AUTHENTICATION_REQUIRED }
    }

    fn rcpt(&mut self, to: &str) -> Response {
        // An address that its host does not have.
        if to.starts_with("nobody@") { response::NO_MAILBOX } else { response::OK }
    }

    fn data_start(&mut self, _: &str, _: &str, _: bool, to: &[String]) -> Response {
        (self.to, self.raw) = (to.to_vec(), vec![]);
        response::OK
    }

    fn data(&mut self, line: &[u8]) -> std::io::Result<()> {
        self.raw.extend_from_slice(line);
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        let refusing = self.kept.refusing.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        let Some(message) = MessageParser::default().parse(&self.raw).filter(|_| refusing.is_err()) else {
            return Response::custom(451, "try again later".to_owned());
        };
        let from = message.from().and_then(|from| from.first()).and_then(|from| from.address());
        let letter = |to: &String| Arrived {
            to: to.clone(),
            from: from.unwrap_or_default().to_owned(),
            subject: message.subject().unwrap_or_default().to_owned(),
            text: message.body_text(0).unwrap_or_default().replace("\r\n", "\n"),
            message_id: message.message_id().unwrap_or_default().to_owned(),
        };
        self.kept.arrived.lock().unwrap_or_else(PoisonError::into_inner).extend(self.to.iter().map(letter));
        self.kept.rings.notify_waiters();
        response::OK
    }
}
