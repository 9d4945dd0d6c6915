import { createFollowGateway } from '@wherefore/sdk/follow';
import { define } from '@wherefore/ui';
import type { Properties } from '@wherefore/ui';
import { Follow } from '../follow/follow.ts';

/**
 * `<wherefore-follow>` with the real client. Takes the token from the fragment of the page's address and leaves it
 * there, so that a reload or a bookmark shows the same brief.
 *
 * @attr {string} endpoint - Base address of the backend; `/` when absent.
 */
class WiredFollow extends Follow {
  static override properties: Properties = { ...Follow.properties, endpoint: {} };

  declare endpoint: string | null | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.gateway ??= createFollowGateway({ endpoint: this.endpoint ?? '/' });
    window.addEventListener('hashchange', this.#takeToken);
    this.#takeToken();
  }

  override disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.#takeToken);
    super.disconnectedCallback();
  }

  readonly #takeToken = (): void => {
    this.token = location.hash.slice(1);
  };
}

define('wherefore-follow', WiredFollow);

declare global {
  interface HTMLElementTagNameMap {
    'wherefore-follow': WiredFollow;
  }
}
