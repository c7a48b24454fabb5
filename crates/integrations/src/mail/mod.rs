//! Mail, handed over to a mail server by SMTP (RFC 5321): plain letters to one recipient.
//!
//! The server's words never leave this module: they may repeat the address.

use std::{error::Error as _, time::Duration};

use chrono::{DateTime, Utc};
use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
    transport::smtp,
};
use secrecy::{ExposeSecret as _, SecretString};

/// How long the mail server may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// The mail server.
#[derive(Clone, Debug)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// A letter.
#[derive(Clone, Debug)]
pub struct Letter<'a> {
    /// Its name among all letters, without the host: the same when it is sent again, so that whoever gets it twice
    /// keeps one (`Message-ID`, RFC 5322).
    pub id: &'a str,
    /// To which address.
    pub to: &'a str,
    /// What it is about.
    pub subject: &'a str,
    /// What it says.
    pub text: &'a str,
    /// When it was written.
    pub at: DateTime<Utc>,
}

/// Why a letter was not handed over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The server cannot be reached, or says that it may be so later.
    #[error("{0}")]
    Later(String),
    /// The server will not take this letter.
    #[error("{0}")]
    Never(String),
}

impl Mailer {
    /// The server at `url`: `smtps://user:password@host`, `smtp://…?tls=required` (STARTTLS), or `smtp://host` without
    /// a password; and whom the letters are from: `Kontora <no-reply@example.com>`.
    ///
    /// # Errors
    /// What is wrong with one of the two; never with the address itself in it.
    pub fn new(url: &SecretString, from: &str) -> Result<Self, String> {
        let from = from.parse().map_err(|_| "MAIL_FROM is not an address".to_owned())?;
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.expose_secret());
        let builder = builder.map_err(|_| "SMTP_URL is not the address of a mail server".to_owned())?;
        Ok(Self { transport: builder.timeout(Some(PATIENCE)).build(), from })
    }

    /// Hands a letter over. A server that took it and could not say so gets it again.
    pub async fn send(&self, letter: &Letter<'_>) -> Result<(), Failure> {
        let message = self.message(letter).map_err(|_| Failure::Never("it is no letter".to_owned()))?;
        self.transport.send(message).await.map(|_| ()).map_err(|error| why(&error))
    }

    /// Whether the server answers, and knows us.
    pub async fn check(&self) -> Result<(), Failure> {
        match self.transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err(Failure::Later("the mail server does not answer".to_owned())),
            Err(error) => Err(why(&error)),
        }
    }

    fn message(&self, letter: &Letter<'_>) -> Result<Message, Box<dyn std::error::Error>> {
        let host = self.from.email.domain();
        // No out-of-office answers (RFC 3834).
        let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, letter.to.parse()?))
            .subject(letter.subject)
            .date(letter.at.into())
            .message_id(Some(format!("<{}@{host}>", letter.id)))
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text.to_owned())?;
        message.headers_mut().insert_raw(HeaderValue::new(automatic, "auto-generated".to_owned()));
        Ok(message)
    }
}

fn why(error: &smtp::Error) -> Failure {
    let Some(status) = error.status() else {
        let mut said = error.to_string();
        let mut deeper = error.source();
        while let Some(cause) = deeper {
            said = format!("{said}: {cause}");
            deeper = cause.source();
        }
        return Failure::Later(said);
    };
    let said = format!("the mail server answered {status}");
    // That it does not know us (RFC 4954) is for the operator to mend, and no fault of the letter.
    let about_us = matches!(status.to_string().as_str(), "530" | "534" | "535" | "538");
    if error.is_permanent() && !about_us { Failure::Never(said) } else { Failure::Later(said) }
}
