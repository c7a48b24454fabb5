//! Where the work of a transaction comes from: who may it is another question, and the business asks it.
//!
//! It travels in the transaction, so that whatever is recorded in it says where it came from, and no verb has to pass
//! it on.

use std::net::IpAddr;

use uuid::Uuid;

/// The way in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Surface {
    /// A clockwork of our own.
    #[default]
    System,
    /// Telegram's updates, and what follows from sending.
    Bot,
    /// The mini-app.
    MiniApp,
    /// The console.
    Console,
    /// The HTTP API, by a third party or a service account.
    Api,
    /// The command line.
    Cli,
    /// A job.
    Job,
    /// An import of many things at once.
    Import,
    /// A rule that an org has made for itself.
    Automation,
}

impl Surface {
    /// All of them.
    pub const ALL: [Surface; 9] = [
        Surface::System,
        Surface::Bot,
        Surface::MiniApp,
        Surface::Console,
        Surface::Api,
        Surface::Cli,
        Surface::Job,
        Surface::Import,
        Surface::Automation,
    ];

    /// Its name in the database and in filters.
    pub fn code(self) -> &'static str {
        match self {
            Surface::System => "system",
            Surface::Bot => "bot",
            Surface::MiniApp => "mini_app",
            Surface::Console => "console",
            Surface::Api => "api",
            Surface::Cli => "cli",
            Surface::Job => "job",
            Surface::Import => "import",
            Surface::Automation => "automation",
        }
    }
}

impl std::str::FromStr for Surface {
    type Err = ();

    fn from_str(code: &str) -> Result<Self, ()> {
        Surface::ALL.into_iter().find(|surface| surface.code() == code).ok_or(())
    }
}

/// Where the work of a transaction comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The way in.
    pub surface: Surface,
    /// The client's address, as far as the deployment's proxies can be believed.
    pub address: Option<IpAddr>,
    /// The session that it was done in.
    pub session: Option<Uuid>,
    /// The person for whom somebody else acts.
    pub on_behalf_of: Option<Uuid>,
}

impl Origin {
    /// From this way in, and nothing else is known.
    pub fn of(surface: Surface) -> Self {
        Self { surface, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_surface_is_found_by_its_code() {
        for surface in Surface::ALL {
            assert_eq!(surface.code().parse(), Ok(surface));
        }
        assert_eq!("moon".parse::<Surface>(), Err(()));
    }
}
