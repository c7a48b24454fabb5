/**
 * Records a voice message with the microphone. Where the browser refuses (no permission, no device) an
 * audio file can be chosen instead, so that voice can be tried on any machine.
 */

import { choose, sendVoice } from './attach.js';
import { el, iconButton } from './dom.js';
import { duration } from './format.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { oggFile } from './ogg.js';
import { attempt, toast } from './overlay.js';
import { opusOf } from './webm.js';

/** Telegram's own voice messages are Ogg with Opus. WebM is repacked into it; Safari's M4A is sent as it is. */
const FORMATS = [
  ['audio/ogg;codecs=opus', 'ogg'],
  ['audio/webm;codecs=opus', 'webm'],
  ['audio/mp4', 'm4a'],
];

export class Recorder {
  #recorder = null;
  #timer = null;

  constructor(composer) {
    this.composer = composer;
    this.time = el('span', { class: 'record-time' }, '0:00');
    this.node = el(
      'div',
      { class: 'recording', hidden: true, testid: 'recording' },
      iconButton(icon('trash'), t('cancel'), { testid: 'record-cancel', onclick: () => this.cancel() }),
      el('span', { class: 'record-dot' }),
      this.time,
      el('span', { class: 'muted' }, t('recording')),
      iconButton(icon('send'), t('send'), {
        class: 'send',
        testid: 'record-send',
        onclick: () => this.#recorder?.stop(),
      }),
    );
  }

  async start() {
    const format = FORMATS.find(([type]) => globalThis.MediaRecorder?.isTypeSupported(type));
    let stream;
    try {
      if (!format) throw new Error('no recorder');
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      toast(t('noMicrophone'));
      return choose('audio/*,.ogg,.oga,.opus,.mp3,.m4a', false, ([file]) => sendVoice(this.composer, file));
    }
    return this.#record(stream, format);
  }

  /** Throws the recording away. */
  cancel() {
    const recorder = this.#recorder;
    this.#recorder = null;
    recorder?.stop();
  }

  #record(stream, [type, extension]) {
    const parts = [];
    const recorder = new MediaRecorder(stream, { mimeType: type });
    const started = performance.now();
    recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
    recorder.addEventListener('stop', () => {
      stream.getTracks().forEach((track) => track.stop());
      clearInterval(this.#timer);
      this.#show(false);
      if (this.#recorder !== recorder) return;
      this.#recorder = null;
      attempt(async () =>
        sendVoice(this.composer, await voiceFile(new Blob(parts, { type: type.split(';')[0] }), extension)),
      );
    });
    this.#recorder = recorder;
    this.#timer = setInterval(() => {
      this.time.textContent = duration((performance.now() - started) / 1000);
    }, 250);
    this.time.textContent = '0:00';
    this.#show(true);
    recorder.start();
  }

  #show(recording) {
    this.node.hidden = !recording;
    this.composer.row.hidden = recording;
  }
}

async function voiceFile(recording, extension) {
  if (extension !== 'webm') return new File([recording], `voice.${extension}`, { type: recording.type });
  const { head, packets } = opusOf(new Uint8Array(await recording.arrayBuffer()));
  return new File([oggFile(head, packets)], 'voice.ogg', { type: 'audio/ogg' });
}
