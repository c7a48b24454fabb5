//! The city: its orgs, and who has which request.

use anyhow::{Context as _, Result};
use chrono::Timelike as _;

use super::{Options, telegram::Room};
use crate::{
    measure,
    office::{self, Office, Opening, Site},
};

/// Flats of one house.
const FLATS: usize = 50;

/// Everybody's orgs.
pub(super) struct City {
    pub site: Site,
    pub offices: Vec<Office>,
    /// The private chats of the residents of each org.
    residents: Vec<Vec<i64>>,
    /// The same of its workers.
    workers: Vec<Vec<i64>>,
}

/// One request, with whom it happens to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case {
    /// Which of all.
    pub nth: usize,
    /// Which org.
    pub office: usize,
    /// Its staff's group.
    pub staff_chat: i64,
    /// The private chat of who files it.
    pub resident: i64,
    /// The private chat of who does the work.
    pub worker: i64,
    /// Its number in the org, once there is one.
    pub number: i64,
}

impl Case {
    /// The resident's chat.
    pub(super) fn home(&self) -> Room {
        Room { chat: self.resident, number: 0 }
    }

    /// The topic of the request.
    pub(super) fn topic(&self) -> Room {
        Room { chat: self.staff_chat, number: self.number }
    }
}

impl City {
    /// Founds the orgs and moves everybody in. It is noon there: what waits for the morning in quiet hours is not what is
    /// measured, whenever it is.
    pub(super) async fn open(options: &Options, folder: &std::path::Path) -> Result<Self> {
        let site = Site::open(&folder.join("services"), !options.fast).await?;
        let zone = noon(site.db.source().now().hour());
        let chats = office::chats(options.flats + options.staff);
        let (residents, workers) = chats.split_at(options.flats);
        let by_org = |chats: &[i64]| -> Vec<Vec<i64>> {
            chats.chunks(chats.len().div_ceil(options.orgs).max(1)).map(<[i64]>::to_vec).collect()
        };
        let (residents, workers) = (by_org(residents), by_org(workers));
        let mut offices = vec![];
        for (nth, (residents, workers)) in residents.iter().zip(&workers).enumerate() {
            let name = format!("УК Махалля {}", nth + 1);
            let opening =
                Opening { name: &name, nth: i64::try_from(nth)?, time_zone: &zone, flats: FLATS, residents, workers };
            offices.push(Office::open(&site, opening).await?);
        }
        measure::say(&format!("{} orgs, {} flats, {} of the staff", offices.len(), options.flats, options.staff));
        Ok(Self { site, offices, residents, workers })
    }

    /// `count` requests, spread over the orgs, by residents after the first `skipped`: nobody files twice, and those who
    /// file are spread over the houses.
    pub(super) fn cases(&self, count: usize, skipped: usize) -> Result<Vec<Case>> {
        let mut cases = vec![];
        for nth in 0..count {
            let (office, within) = (nth % self.offices.len(), (nth + skipped) / self.offices.len());
            let residents = &self.residents[office];
            // A step that has no divisor in common with the number of flats meets each of them once.
            let resident = within * coprime(residents.len()) % residents.len();
            let workers = &self.workers[office];
            let resident = *residents.get(resident).filter(|_| within < residents.len()).context("too few flats")?;
            let worker = workers[within % workers.len()];
            let staff_chat = self.offices[office].staff_chat;
            cases.push(Case {
                nth: nth / self.offices.len() + office,
                office,
                staff_chat,
                resident,
                worker,
                number: 0,
            });
        }
        Ok(cases)
    }
}

/// The zone in which it is noon when it is `hour` in Greenwich. Its name counts westwards.
fn noon(hour: u32) -> String {
    match i64::from(hour) - 12 {
        0 => "Etc/GMT".to_owned(),
        west @ 1.. => format!("Etc/GMT+{west}"),
        east => format!("Etc/GMT{east}"),
    }
}

fn coprime(count: usize) -> usize {
    [37, 41, 43].into_iter().find(|step| !count.is_multiple_of(*step)).unwrap_or(1)
}
