/** Making groups and letting bots in and out of them, as a group's owner does in a messenger. */

import { post } from './api.js';
import { userAvatar } from './avatar.js';
import { el } from './dom.js';
import { nameOf } from './format.js';
import { t } from './i18n.js';
import { attempt, dialog, field, toast } from './overlay.js';

const STATUSES = ['administrator', 'member', 'left', 'kicked'];

/** Asks for a title, members and a bot, makes the group and opens it. */
export async function newGroup(session, go) {
  const [titleLabel, title] = field(t('groupTitle'), { required: true, maxlength: 128, testid: 'group-title' });
  const forum = el('input', { type: 'checkbox', testid: 'group-forum' });
  const others = session.people.filter((person) => person.id !== session.person.id);
  const members = others.map((person) => [person.id, el('input', { type: 'checkbox', checked: true })]);
  const bot = el(
    'select',
    { class: 'input', testid: 'group-bot' },
    el('option', { value: '' }, t('noBot')),
    session.bots().map((one) => el('option', { value: one.id }, `${nameOf(one)} · @${one.username}`)),
  );
  const done = await dialog({
    title: t('newGroup'),
    body: [
      titleLabel,
      el('label', { class: 'check' }, forum, t('withTopics')),
      el(
        'fieldset',
        {},
        el('legend', {}, t('members')),
        others.map((person, at) =>
          el('label', { class: 'check' }, members[at][1], userAvatar(person, { small: true }), nameOf(person)),
        ),
      ),
      el('label', { class: 'field' }, el('span', {}, t('bot')), bot),
    ],
    buttons: [
      { label: t('cancel'), value: null },
      { label: t('create'), value: true, kind: 'primary', testid: 'group-create' },
    ],
    check: () => title.reportValidity(),
  });
  if (!done) return;
  await attempt(async () => {
    const chat = await post('groups', {
      person: session.person.id,
      title: title.value.trim(),
      is_forum: forum.checked,
      members: members.filter(([, box]) => box.checked).map(([id]) => id),
      bot: bot.value ? Number(bot.value) : undefined,
    });
    await session.refresh();
    go(chat.id);
  });
}

/** What a bot is in the group now, as far as the row tells. */
function present(row, bot) {
  return row.members?.find((member) => member.user.id === bot.id)?.status ?? 'left';
}

/** Lists the bots of the playground with what each may be in this group. */
export function manageBots(session, row) {
  const lines = session.bots().map((bot) => {
    const line = el(
      'div',
      { class: 'bot-line' },
      userAvatar(bot, { small: true }),
      el('span', { class: 'menu-text' }, nameOf(bot), el('small', {}, `@${bot.username}`)),
      el(
        'select',
        {
          class: 'input',
          'aria-label': t('botStatusOf', { name: nameOf(bot) }),
          testid: 'bot-status',
          'data-bot-id': bot.id,
          onchange: change,
        },
        row.members ? null : el('option', { value: '' }, t('chooseStatus')),
        STATUSES.map((status) =>
          el('option', { value: status, selected: status === present(row, bot) }, t(`status_${status}`)),
        ),
      ),
    );
    async function change(event) {
      const status = event.target.value;
      if (!status) return;
      await attempt(async () => {
        await post('group_bot', { person: session.person.id, chat: row.chat.id, bot: bot.id, status });
        toast(`${nameOf(bot)}: ${t(`status_${status}`)}`);
      });
    }
    return line;
  });
  return dialog({
    title: t('manageBots'),
    body: lines.length ? lines : [el('p', {}, t('noBots'))],
    buttons: [{ label: t('close'), value: null, kind: 'primary' }],
  });
}
