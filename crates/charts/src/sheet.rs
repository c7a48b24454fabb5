//! A white sheet and what is drawn on it, in pixels from the left upper corner.

use std::{io::Cursor, sync::OnceLock};

use image::{ImageFormat, RgbImage};
use plotters::{
    coord::Shift,
    prelude::*,
    style::{
        Color as _, register_font,
        text_anchor::{HPos, Pos, VPos},
    },
};

use crate::{Color, Error, HEIGHT, WIDTH};

const FAMILY: &str = "inter";
/// Letters that are read first.
pub(crate) const INK: Color = [0x11, 0x18, 0x27];
/// Letters that are read second.
pub(crate) const FAINT: Color = [0x4B, 0x55, 0x63];
/// Lines that are hardly seen.
pub(crate) const LINE: Color = [0xD1, 0xD5, 0xDB];

type Area<'a> = DrawingArea<BitMapBackend<'a>, Shift>;

/// How letters look.
#[derive(Clone, Copy)]
pub(crate) struct Type {
    pub size: i32,
    pub bold: bool,
    pub color: Color,
    pub from: HPos,
}

/// What is drawn on.
pub(crate) struct Sheet<'a> {
    area: Area<'a>,
}

/// Draws, and makes a PNG of it.
pub(crate) fn png(draw: impl FnOnce(&Sheet<'_>) -> Result<(), Error>) -> Result<Vec<u8>, Error> {
    load_fonts()?;
    let mut pixels = vec![0xFF; WIDTH as usize * HEIGHT as usize * 3];
    {
        let area = BitMapBackend::with_buffer_and_format(&mut pixels, (WIDTH, HEIGHT)).map_err(failed)?;
        let sheet = Sheet { area: area.into_drawing_area() };
        draw(&sheet)?;
        sheet.area.present().map_err(failed)?;
    }
    let picture =
        RgbImage::from_raw(WIDTH, HEIGHT, pixels).ok_or_else(|| Error("the buffer has another size".into()))?;
    let mut png = Cursor::new(vec![]);
    picture.write_to(&mut png, ImageFormat::Png).map_err(failed)?;
    Ok(png.into_inner())
}

impl Sheet<'_> {
    /// A filled rectangle: left, top, width and height. One without width or height leaves no trace.
    pub fn fill(&self, (left, top): (i32, i32), (width, height): (i32, i32), color: Color) -> Result<(), Error> {
        if width <= 0 || height <= 0 {
            return Ok(());
        }
        // The second corner is not drawn any more.
        let corners = [(left, top), (left + width, top + height)];
        self.area.draw(&Rectangle::new(corners, rgb(color).filled())).map_err(failed)
    }

    /// A line of letters whose middle is at this height.
    pub fn write(&self, text: &str, (x, y): (i32, i32), look: Type) -> Result<(), Error> {
        // The middle of a line is above the middle of its letters.
        let at = (x, y + look.size / 8);
        let style = look.style().pos(Pos::new(look.from, VPos::Center));
        self.area.draw(&Text::new(text, at, style)).map_err(failed)
    }

    /// How wide it would be.
    pub fn width(&self, text: &str, look: Type) -> Result<i32, Error> {
        let (width, _) = self.area.estimate_text_size(text, &look.style()).map_err(failed)?;
        Ok(i32::try_from(width).unwrap_or(i32::MAX))
    }

    /// As large as it may be and still fit into `room`, between the size that it has and half of it; then it is cut.
    pub fn write_within(&self, text: &str, at: (i32, i32), room: i32, mut look: Type) -> Result<(), Error> {
        let least = look.size / 2;
        while look.size > least && self.width(text, look)? > room {
            look.size -= 2;
        }
        let mut shown = text.to_owned();
        while self.width(&shown, look)? > room && shown.chars().count() > 1 {
            shown = shown.chars().take(shown.chars().count().saturating_sub(2)).collect();
            shown = format!("{}…", shown.trim_end());
        }
        self.write(&shown, at, look)
    }
}

impl Type {
    fn style(self) -> TextStyle<'static> {
        let style = if self.bold { FontStyle::Bold } else { FontStyle::Normal };
        (FAMILY, self.size, style).into_font().color(&rgb(self.color))
    }
}

fn rgb([red, green, blue]: Color) -> RGBColor {
    RGBColor(red, green, blue)
}

/// Once per process.
fn load_fonts() -> Result<(), Error> {
    static LOADED: OnceLock<bool> = OnceLock::new();
    let loaded = *LOADED.get_or_init(|| {
        register_font(FAMILY, FontStyle::Normal, fonts::REGULAR).is_ok()
            && register_font(FAMILY, FontStyle::Bold, fonts::BOLD).is_ok()
    });
    if loaded { Ok(()) } else { Err(Error("the font cannot be read".into())) }
}

fn failed(error: impl std::fmt::Display) -> Error {
    Error(error.to_string())
}
