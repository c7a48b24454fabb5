/**
 * The stream of one person's events (`/client/ws`), reconnecting for as long as the page is open.
 * Events missed while disconnected are not replayed: `open` is called on every connection so that
 * the owner loads the present state again.
 */

const FIRST_DELAY = 400;
const LONGEST_DELAY = 8000;

/** Connects and returns a function that closes for good. Handlers: `open()`, `event(object)`, `lost()`. */
export function connect(person, handlers) {
  let socket = null;
  let delay = FIRST_DELAY;
  let timer = null;
  let closed = false;

  function dial() {
    timer = null;
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    socket = new WebSocket(`${scheme}://${location.host}/client/ws?person=${person}`);
    socket.addEventListener('open', () => {
      delay = FIRST_DELAY;
      handlers.open();
    });
    socket.addEventListener('message', (frame) => {
      if (typeof frame.data === 'string') handlers.event(JSON.parse(frame.data));
    });
    socket.addEventListener('close', () => {
      if (closed) return;
      handlers.lost();
      timer = setTimeout(dial, delay);
      delay = Math.min(delay * 2, LONGEST_DELAY);
    });
  }

  function retryNow() {
    if (timer === null || closed) return;
    clearTimeout(timer);
    dial();
  }

  dial();
  addEventListener('online', retryNow);
  addEventListener('focus', retryNow);
  return () => {
    closed = true;
    clearTimeout(timer);
    removeEventListener('online', retryNow);
    removeEventListener('focus', retryNow);
    socket.close();
  };
}
