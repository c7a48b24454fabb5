/**
 * Writes Opus packets as an Ogg file (RFC 3533, RFC 7845): what Telegram's own apps send as a voice
 * message, so a bot under test gets the same kind of file as in life. Nothing is encoded anew.
 */

/** A page has one byte for the number of its lacing values. */
const SEGMENTS = 255;
const BEGINS = 2;
const ENDS = 4;
/** Opus counts time in samples of 48 kHz, whatever was recorded. */
const SAMPLES_PER_MS = 48;

/** The bytes of an Ogg file with this OpusHead and these packets. */
export function oggFile(head, packets) {
  const serial = (Math.random() * 2 ** 32) >>> 0;
  const pages = [
    page([head], { kind: BEGINS, samples: 0, serial, index: 0 }),
    page([tags()], { kind: 0, samples: 0, serial, index: 1 }),
  ];
  const parts = paged(packets);
  let samples = 0;
  for (const part of parts) {
    samples = part.reduce((sum, packet) => sum + samplesIn(packet), samples);
    pages.push(page(part, { kind: part === parts.at(-1) ? ENDS : 0, samples, serial, index: pages.length }));
  }
  return new Blob(pages, { type: 'audio/ogg' });
}

/** The packets of each page: as many as fit whole. */
function paged(packets) {
  const parts = [];
  let room = 0;
  for (const packet of packets) {
    const needed = Math.floor(packet.length / 255) + 1;
    if (needed > room) {
      parts.push([]);
      room = SEGMENTS;
    }
    parts.at(-1).push(packet);
    room -= needed;
  }
  return parts;
}

/** The comment header: the name of the writer and no comments. */
function tags() {
  const writer = new TextEncoder().encode('playground');
  const bytes = new Uint8Array(16 + writer.length);
  bytes.set(new TextEncoder().encode('OpusTags'));
  new DataView(bytes.buffer).setUint32(8, writer.length, true);
  bytes.set(writer, 12);
  return bytes;
}

function page(packets, { kind, samples, serial, index }) {
  // A packet is told by lengths of 255 and a last one below 255.
  const lacing = packets.flatMap((packet) => [
    ...Array.from({ length: Math.floor(packet.length / 255) }, () => 255),
    packet.length % 255,
  ]);
  const body = packets.reduce((sum, packet) => sum + packet.length, 0);
  const bytes = new Uint8Array(27 + lacing.length + body);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('OggS'));
  bytes[5] = kind;
  view.setBigUint64(6, BigInt(samples), true);
  view.setUint32(14, serial, true);
  view.setUint32(18, index, true);
  bytes[26] = lacing.length;
  bytes.set(lacing, 27);
  let at = 27 + lacing.length;
  for (const packet of packets) {
    bytes.set(packet, at);
    at += packet.length;
  }
  view.setUint32(22, checksum(bytes), true);
  return bytes;
}

/** How long a packet plays: its first byte tells the frame's length and how many there are (RFC 6716, 3.1). */
function samplesIn(packet) {
  const config = packet[0] >> 3;
  const length =
    config < 12 ? [10, 20, 40, 60][config & 3] : config < 16 ? [10, 20][config & 1] : [2.5, 5, 10, 20][config & 3];
  const frames = [1, 2, 2, packet[1] & 63][packet[0] & 3];
  return length * frames * SAMPLES_PER_MS;
}

/** Ogg's CRC-32: polynomial 0x04c11db7, not reflected, beginning with zero. */
function checksum(bytes) {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}
