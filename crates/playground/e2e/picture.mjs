/** Takes the README's picture anew: `node picture.mjs [file]` plays a request up to where it is most alive. */

import { resolve } from 'node:path';

import { GROUP } from './person.mjs';
import { Stage } from './stage.mjs';

/** A cold radiator under a window, since a photo says more than words. */
const RADIATOR = `
  <svg xmlns="http://www.w3.org/2000/svg" width="640" height="300" viewBox="0 0 640 300">
    <defs>
      <linearGradient id="wall" x2="0" y2="1"><stop stop-color="#d9cdbb"/><stop offset="1" stop-color="#c3b49c"/></linearGradient>
      <linearGradient id="sky" x2="0" y2="1"><stop stop-color="#9fb8d4"/><stop offset="1" stop-color="#dfe8f0"/></linearGradient>
      <linearGradient id="rib"><stop stop-color="#b9bcc2"/><stop offset=".35" stop-color="#fdfdfd"/><stop offset="1" stop-color="#a3a7af"/></linearGradient>
    </defs>
    <rect width="640" height="300" fill="url(#wall)"/>
    <rect x="150" y="-40" width="340" height="128" fill="#f4f2ee"/>
    <rect x="164" y="-40" width="150" height="116" fill="url(#sky)"/><rect x="326" y="-40" width="150" height="116" fill="url(#sky)"/>
    <g fill="#fff" opacity=".9"><circle cx="190" cy="20" r="3"/><circle cx="250" cy="42" r="4"/><circle cx="290" cy="12" r="3"/><circle cx="360" cy="30" r="4"/><circle cx="420" cy="14" r="3"/><circle cx="452" cy="52" r="4"/><circle cx="222" cy="60" r="3"/><circle cx="390" cy="60" r="3"/></g>
    <rect x="132" y="86" width="376" height="18" rx="4" fill="#fbfaf7"/><rect x="132" y="102" width="376" height="5" fill="#00000022"/>
    <rect x="60" y="-10" width="15" height="320" fill="#b8604a"/><rect x="64" y="-10" width="3" height="320" fill="#e39a84"/>
    <path d="M68 142h120M68 236h120" stroke="#c9cbd0" stroke-width="13"/><circle cx="150" cy="142" r="15" fill="#33475b"/>
    <rect x="176" y="122" width="296" height="140" rx="8" fill="#8d9198" opacity=".35"/>
    ${Array.from({ length: 9 }, (_, rib) => `<rect x="${178 + rib * 32}" y="116" width="28" height="140" rx="11" fill="url(#rib)"/>`).join('')}
    <rect y="276" width="640" height="24" fill="#8a5a3b"/><rect y="272" width="640" height="6" fill="#efe7db"/>
  </svg>`;

const file = process.argv[2] ?? resolve(import.meta.dirname, '../../../docs/chat.png');

const play = new Stage();
await play.open();
try {
  const anna = await play.enters('anna', { link: true });
  const bobur = await play.enters('bobur');
  await bobur.opens(GROUP);
  await anna.movesIn();

  const studio = await anna.page.context().newPage();
  await studio.setContent(`<body style="margin:0">${RADIATOR}`);
  const photo = await studio.locator('svg').screenshot({ type: 'jpeg', quality: 90 });
  await studio.close();
  await anna.sendsPhotos(
    [{ name: 'radiator.jpg', mimeType: 'image/jpeg', buffer: photo }],
    'Батарея холодная, а стояк горячий.',
  );
  await anna.sees('Отопление (угадано)');
  await anna.taps('Отправить');
  const card = await anna.keeps('№5 · Отопление');
  await bobur.opensTopic('№5');
  const staffCard = await bobur.keeps('№5 · Отопление');
  await bobur.taps('Беру', staffCard);
  await anna.shows(card, 'взята в работу');
  await anna.sees('Бобур Тошматов.');

  // Without what floats for a moment, and with the pointer out of the way.
  await anna.page.mouse.move(1100, 300);
  await anna.page.getByTestId('toast').waitFor({ state: 'detached' });
  await anna.page.screenshot({ path: file, animations: 'disabled' });
} finally {
  await play.close();
}
