/** Photos, voice and places on their way from a resident's page to the topic of the staff. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { GROUP, MOVING } from './person.mjs';
import { stage } from './stage.mjs';

const play = stage();

/** One second of a tone, as a WAV file of 8 kHz. */
function tone() {
  const rate = 8000;
  const file = Buffer.alloc(44 + rate);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + rate, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20); // PCM
  file.writeUInt16LE(1, 22); // mono
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34); // bits
  file.write('data', 36);
  file.writeUInt32LE(rate, 40);
  for (let at = 0; at < rate; at += 1) file[44 + at] = 128 + Math.round(90 * Math.sin((at * 2 * Math.PI * 440) / rate));
  return { name: 'tone.wav', mimeType: 'audio/wav', buffer: file };
}

/** A real picture: the window as it is. */
async function picture(person, name) {
  return {
    name,
    mimeType: 'image/jpeg',
    buffer: await person.page.screenshot({ type: 'jpeg', quality: 70 }),
  };
}

/** Waits until a picture is there and drawn, and gives its bytes. */
async function drawn(person, photo) {
  const image = await photo.locator('img').elementHandle();
  await person.page.waitForFunction((img) => img.complete && img.naturalWidth > 0, image);
  return person.bytesOf(photo);
}

test('photos, voice and a place arrive in the topic as they were sent', async () => {
  const anna = await play.enters('anna', { link: true });
  const bobur = await play.enters('bobur');
  await bobur.opens(GROUP);
  await anna.movesIn();

  const photo = await picture(anna, 'leak.jpg');
  await anna.sendsPhotos([photo], 'Труба под мойкой.');
  await anna.sees('Сантехника (угадано)');
  await anna.sees('1 вложение');
  await anna.looks('photo');
  await anna.speaks('0:01');
  await anna.sees('2 вложения');
  await anna.sendsVoice(tone());
  await anna.sees('3 вложения');
  await anna.looks('voice');
  await anna.sendsPlace(41.326142, 69.228439);
  await anna.sees('Точка 41.32614');
  await anna.looks('place');
  await anna.taps('Отправить');
  const card = await anna.keeps('№5 · Сантехника');
  await anna.shows(card, '3 вложения');
  await anna.shows(card, '41.32614');
  await anna.looks('card');

  await bobur.opensTopic('№5');
  const staffCard = await bobur.keeps('№5 · Сантехника');
  await bobur.shows(staffCard, '3 вложения');
  const arrived = bobur.page.getByTestId('photo');
  await arrived.waitFor();
  assert.deepEqual(await drawn(bobur, arrived), photo.buffer, 'the photo is what was sent, byte for byte');
  const voices = bobur.page.getByTestId('message').filter({ has: bobur.page.getByTestId('voice') });
  await voices.nth(1).waitFor();
  assert.equal(await voices.count(), 2);
  await bobur.listens(voices.first());
  await bobur.listens(voices.last());
  await bobur.looks('attachments');
  await arrived.click();
  const opened = bobur.page.getByTestId('lightbox');
  await opened.waitFor();
  await drawn(bobur, opened);
  await bobur.looks('enlarged');
  await bobur.page.keyboard.press('Escape');
  await opened.waitFor({ state: 'detached' });
});

test('an album and an answer with a photo find their request', async () => {
  const dilnoza = await play.enters('dilnoza', { link: true });
  const malika = await play.enters('malika');
  await malika.opens(GROUP);
  await dilnoza.movesIn(MOVING.uz);
  await dilnoza.says('Hovlidagi chiroq singan.');
  await dilnoza.sees('Elektr (taxminan)');
  await dilnoza.taps('Yuborish');
  const card = await dilnoza.keeps('№6 · Elektr');
  await malika.opensTopic('№6');

  await dilnoza.taps('Yozish', card);
  await dilnoza.sees('xodimlarga xabar');
  const photos = [
    await picture(dilnoza, 'one.jpg'),
    await picture(malika, 'two.jpg'),
    await picture(dilnoza, 'three.jpg'),
  ];
  await dilnoza.sendsPhotos(photos, 'Mana rasmlar');
  await dilnoza.sees('Xodimlarga yetkazdim');
  await malika.page.getByTestId('album-item').nth(2).waitFor();
  await malika.sees('Mana rasmlar');
  assert.equal(await malika.page.getByTestId('album').count(), 1, 'one album stays one');
  await malika.looks('album');
  await dilnoza.looks('album');

  const reply = await malika.sees('Dilnoza Karimova');
  await malika.replies(reply, 'Спасибо, мастер придёт завтра.');
  await dilnoza.sees('мастер придёт завтра');
});
