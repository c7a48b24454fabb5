//! Some days side by side, with three bars each.

use plotters::style::text_anchor::HPos;

use crate::{
    CLOSED, CREATED, Error, OVERDUE,
    sheet::{self, FAINT, INK, LINE, Sheet, Type},
};

/// Where the highest bar ends and where all begin, in pixels from above.
const TOP: i32 = 210;
const GROUND: i32 = 640;
const LEFT: i32 = 40;
const RIGHT: i32 = 1240;

/// The numbers of one day.
#[derive(Clone, Copy, Debug)]
pub struct Day<'a> {
    /// Its name, short: «пн 16».
    pub label: &'a str,
    /// Requests that came.
    pub created: u32,
    /// Requests that were closed.
    pub closed: u32,
    /// Requests that were overdue at its end.
    pub overdue: u32,
}

/// Seven days, or any other few: `legend` names created, closed and overdue in this order.
pub fn seven_days(title: &str, legend: [&str; 3], days: &[Day<'_>]) -> Result<Vec<u8>, Error> {
    sheet::png(|sheet| {
        let bold = Type { size: 50, bold: true, color: INK, from: HPos::Left };
        sheet.write_within(title, (LEFT, 56), RIGHT - LEFT, bold)?;
        draw_legend(sheet, legend)?;
        let most = days.iter().flat_map(|day| [day.created, day.closed, day.overdue]).max().unwrap_or(0);
        let slot = (RIGHT - LEFT) / i32::try_from(days.len().max(1)).unwrap_or(1);
        for (index, day) in (0..).zip(days) {
            draw_day(sheet, day, LEFT + index * slot, slot, most)?;
        }
        sheet.fill((LEFT, GROUND), (RIGHT - LEFT, 3), LINE)
    })
}

fn draw_legend(sheet: &Sheet<'_>, legend: [&str; 3]) -> Result<(), Error> {
    let mut look = Type { size: 36, bold: false, color: INK, from: HPos::Left };
    let width = |look| -> Result<i32, Error> {
        legend.iter().try_fold(0, |sum, text| Ok(sum + 46 + sheet.width(text, look)? + 44))
    };
    while look.size > 20 && width(look)? > RIGHT - LEFT + 44 {
        look.size -= 2;
    }
    let mut left = LEFT;
    for (text, color) in legend.into_iter().zip([CREATED, CLOSED, OVERDUE]) {
        sheet.fill((left, 114), (32, 32), color)?;
        sheet.write(text, (left + 46, 130), look)?;
        left += 46 + sheet.width(text, look)? + 44;
    }
    Ok(())
}

fn draw_day(sheet: &Sheet<'_>, day: &Day<'_>, left: i32, slot: i32, most: u32) -> Result<(), Error> {
    let width = (slot - slot / 6) / 3;
    let left = left + (slot - 3 * width) / 2;
    let size = match most {
        ..1000 => 32,
        1000..10_000 => 22,
        _ => 17,
    };
    let numbers = [(day.created, CREATED), (day.closed, CLOSED), (day.overdue, OVERDUE)];
    for (index, (number, color)) in (0..).zip(numbers) {
        let (left, height) = (left + index * width, scaled(number, most));
        sheet.fill((left + 2, GROUND - height), (width - 4, height), color)?;
        let look = Type { size, bold: number > 0, color: if number > 0 { color } else { FAINT }, from: HPos::Center };
        sheet.write(&number.to_string(), (left + width / 2, GROUND - height - size * 2 / 3), look)?;
    }
    let look = Type { size: 34, bold: false, color: INK, from: HPos::Center };
    sheet.write_within(day.label, (left + 3 * width / 2, GROUND + 42), slot - 8, look)
}

/// A number as the height of its bar. Whatever is not nothing is seen.
fn scaled(number: u32, most: u32) -> i32 {
    let height = u64::from(number) * (GROUND - TOP) as u64 / u64::from(most.max(1));
    i32::try_from(height).unwrap_or(0).max(i32::from(number > 0) * 3)
}
