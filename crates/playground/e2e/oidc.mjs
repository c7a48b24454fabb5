/** A provider of OpenID Connect, as Telegram is one: who is at it is known by the claim `id`. */
import { OAuth2Server } from 'oauth2-mock-server';

export class Provider {
  #server = new OAuth2Server();

  /** Opens it, and tells those who are started from here on (by their environment) where it is. */
  async open() {
    await this.#server.issuer.keys.generate('RS256');
    await this.#server.start(0, '127.0.0.1');
    const { port } = this.#server.address();
    this.#server.issuer.url = `http://127.0.0.1:${port}`;
    Object.assign(process.env, {
      OIDC_ISSUER: this.#server.issuer.url,
      OIDC_CLIENT_ID: 'kontora',
      OIDC_CLIENT_SECRET: 'a secret of the journey',
    });
  }

  /** The next ones who come are this Telegram user. */
  isAt(id) {
    this.#server.service.removeAllListeners('beforeTokenSigning');
    this.#server.service.on('beforeTokenSigning', ({ payload }) => Object.assign(payload, { id }));
  }

  /** The next ID tokens are changed on their way. */
  lies(claims) {
    this.#server.service.once('beforeResponse', ({ body }) => {
      const [head, payload, signature] = body.id_token.split('.');
      const said = { ...JSON.parse(Buffer.from(payload, 'base64url')), ...claims };
      body.id_token = [head, Buffer.from(JSON.stringify(said)).toString('base64url'), signature].join('.');
    });
  }

  async close() {
    await this.#server.stop();
  }
}
