/**
 * Takes the Opus packets out of a WebM recording (Matroska, RFC 9559), which is what browsers record.
 * Only what `MediaRecorder` writes is understood: one audio track, one packet in a block.
 */

/** Elements that are entered rather than skipped: Segment, Tracks, TrackEntry, Cluster, BlockGroup. */
const CONTAINERS = new Set([0x18538067, 0x1654ae6b, 0xae, 0x1f43b675, 0xa0]);
const CODEC_PRIVATE = 0x63a2;
const BLOCKS = new Set([0xa3, 0xa1]);
/** Track number (one byte), time (two bytes) and flags (one byte) stand before a block's packet. */
const BLOCK_HEAD = 4;

/** `{head, packets}`: the OpusHead and the packets in order; throws when the bytes are something else. */
export function opusOf(bytes) {
  const packets = [];
  let head = null;
  let at = 0;
  while (at < bytes.length) {
    const id = number(bytes, at, true);
    const size = number(bytes, id.next, false);
    at = size.next;
    if (CONTAINERS.has(id.value)) continue; // Entered, so that an unknown size does not matter.
    const end = Math.min(at + size.value, bytes.length);
    if (id.value === CODEC_PRIVATE) head = bytes.slice(at, end);
    if (BLOCKS.has(id.value)) packets.push(bytes.slice(at + BLOCK_HEAD, end));
    at = end;
  }
  if (!head || packets.length === 0) throw new Error('no Opus in the recording');
  return { head, packets };
}

/** A number of variable length: the leading zeros of its first byte tell how many bytes follow. */
function number(bytes, at, keepMarker) {
  const first = bytes[at];
  const length = Math.clz32(first) - 23;
  if (!(length >= 1 && length <= 8)) throw new Error('not a WebM recording');
  let value = keepMarker ? first : first & (0xff >> length);
  for (let index = 1; index < length; index += 1) value = value * 256 + (bytes[at + index] ?? 0);
  return { value, next: at + length };
}
