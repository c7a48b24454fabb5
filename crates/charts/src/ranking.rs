//! Names below each other, with a bar each: people, houses, categories.

use plotters::style::text_anchor::HPos;

use crate::{
    Color, Error,
    sheet::{self, INK, LINE, Type},
};

/// So many bars fit on a picture; more are not drawn.
pub const MOST_BARS: usize = 8;

const TOP: i32 = 120;
const BOTTOM: i32 = 690;
/// Where names end and bars begin.
const MIDDLE: i32 = 500;
/// Where the longest bar ends: its number stands behind it.
const RIGHT: i32 = 1060;

/// A name and its number.
#[derive(Clone, Copy, Debug)]
pub struct Bar<'a> {
    /// Whose: cut when it is too long.
    pub label: &'a str,
    /// How long the bar is.
    pub value: u32,
    /// What stands behind it: «12 · ★4,8». Without it, the number alone.
    pub note: Option<&'a str>,
}

/// The bars in the order given.
pub fn ranking(title: &str, color: Color, bars: &[Bar<'_>]) -> Result<Vec<u8>, Error> {
    let bars = &bars[..bars.len().min(MOST_BARS)];
    sheet::png(|sheet| {
        let bold = Type { size: 50, bold: true, color: INK, from: HPos::Left };
        sheet.write_within(title, (40, 56), 1200, bold)?;
        let most = bars.iter().map(|bar| bar.value).max().unwrap_or(0);
        let slot = (BOTTOM - TOP) / i32::try_from(bars.len().max(4)).unwrap_or(4);
        for (index, bar) in (0..).zip(bars) {
            let top = TOP + index * slot;
            let (middle, thick) = (top + slot / 2, slot * 7 / 10);
            let name = Type { size: 36, bold: false, color: INK, from: HPos::Right };
            sheet.write_within(bar.label, (MIDDLE - 20, middle), MIDDLE - 50, name)?;
            let length = scaled(bar.value, most);
            sheet.fill((MIDDLE, middle - thick / 2), (length, thick), color)?;
            let number = bar.value.to_string();
            let note = Type { size: 36, bold: true, color: INK, from: HPos::Left };
            let at = (MIDDLE + length + 16, middle);
            sheet.write_within(bar.note.unwrap_or(&number), at, 1270 - at.0, note)?;
        }
        sheet.fill((MIDDLE - 3, TOP), (3, BOTTOM - TOP), LINE)
    })
}

fn scaled(number: u32, most: u32) -> i32 {
    let length = u64::from(number) * (RIGHT - MIDDLE) as u64 / u64::from(most.max(1));
    i32::try_from(length).unwrap_or(0).max(i32::from(number > 0) * 3)
}
