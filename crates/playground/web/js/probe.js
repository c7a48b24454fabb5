/** How long a recording plays and how large a film is, as a messenger tells the server with the file. */

/** `{duration, width, height}` in seconds and pixels; what the browser cannot tell is left out. */
export function probe(file, kind) {
  if (kind !== 'voice' && kind !== 'video') return Promise.resolve({});
  return new Promise((resolve) => {
    const media = document.createElement(kind === 'video' ? 'video' : 'audio');
    const url = URL.createObjectURL(file);
    const finish = (found) => {
      URL.revokeObjectURL(url);
      resolve(found);
    };
    media.addEventListener('loadedmetadata', () =>
      finish({
        duration: Number.isFinite(media.duration) ? Math.max(1, Math.round(media.duration)) : undefined,
        width: media.videoWidth || undefined,
        height: media.videoHeight || undefined,
      }),
    );
    media.addEventListener('error', () => finish({}));
    media.preload = 'metadata';
    media.src = url;
  });
}
