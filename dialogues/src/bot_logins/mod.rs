//! «Войти через бота»: the question whether it is they who sign in, and its answer.

use domain::{
    Result,
    bot_logins::{self, Asked},
    ids::BotLoginId,
};
use i18n::{Lang, t};

use crate::{Action, Button, Ctx, Screen, Show, State, Step, Text};

/// The prefix of the link that a browser shows.
pub(crate) const LINK: &str = "l_";

/// The link was followed: is it you?
pub(crate) async fn ask(ctx: &mut Ctx<'_>, state: State, start: &str) -> Result<Step> {
    let asked = bot_logins::asked(ctx.effect.tx().await?, start).await?;
    Ok(Step::to(state).showing(Show::OtherFresh(question(ctx.lang, &asked))))
}

/// A number was tapped, or «Нет, это не я».
pub(crate) async fn answer(ctx: &mut Ctx<'_>, state: State, id: BotLoginId, number: Option<i16>) -> Result<Step> {
    let person = ctx.identity.person;
    let is_in = bot_logins::answer(ctx.effect.tx().await?, person, id, number).await?;
    let words = match (is_in, number) {
        (true, _) => t::auth::login_done(ctx.lang),
        (false, Some(_)) => t::auth::login_wrong_number(ctx.lang),
        (false, None) => t::auth::login_denied(ctx.lang),
    };
    Ok(Step::to(state).showing(Show::Other(Screen::says(words))))
}

fn question(lang: Lang, asked: &Asked) -> Screen {
    let address = asked.address.map(|address| address.to_string()).unwrap_or_default();
    let text = Text::new()
        .bold(&t::auth::login_title(lang))
        .line()
        .plain(&t::auth::login_from(lang, &asked.device, &address))
        .line()
        .line()
        .plain(&t::auth::login_question(lang));
    let number = |number: &i16| Button::new(number.to_string(), Action::Login { id: asked.id, number: Some(*number) });
    let no = Button::danger(t::auth::login_no(lang), Action::Login { id: asked.id, number: None });
    Screen::says(text).rows(vec![asked.numbers.iter().map(number).collect(), vec![no]])
}
