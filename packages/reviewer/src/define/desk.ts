import { createDeskGateway } from '@wherefore/sdk/desk';
import { define } from '@wherefore/ui';
import type { Properties } from '@wherefore/ui';
import { BriefView } from '../brief/brief.ts';
import { Connections } from '../connections/connections.ts';
import { Desk } from '../desk/desk.ts';
import { Elsewhere } from '../elsewhere/elsewhere.ts';
import { Inbox } from '../inbox/inbox.ts';
import { addressOf, openBrief, signInToken } from '../shared/address.ts';
import { StatusForm } from '../status-form/status-form.ts';

/**
 * `<wherefore-desk>` with the real client. Takes the token of a sign-in link (`#sign-in=<token>`) out of the address at
 * once, so that it stays in no history and no bookmark; it is used up by a press on the button.
 *
 * @attr {string} endpoint - Base address of the backend; `/` when absent.
 */
class WiredDesk extends Desk {
  static override properties: Properties = { ...Desk.properties, endpoint: {} };

  declare endpoint: string | null | undefined;

  #open: string | undefined;

  override connectedCallback(): void {
    this.#takeToken();
    super.connectedCallback();
    this.gateway ??= createDeskGateway({ endpoint: this.endpoint ?? '/' });
    window.addEventListener('hashchange', this.#takeToken);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.#takeToken);
    super.disconnectedCallback();
  }

  readonly #takeToken = (): void => {
    const token = signInToken(location.hash);
    if (!token) {
      this.#open = openBrief(location.hash);
      return;
    }
    this.signInToken = token;
    history.replaceState(history.state, '', addressOf(this.#open));
  };
}

define('wherefore-status-form', StatusForm);
define('wherefore-elsewhere', Elsewhere);
define('wherefore-brief', BriefView);
define('wherefore-inbox', Inbox);
define('wherefore-connections', Connections);
define('wherefore-desk', WiredDesk);

declare global {
  interface HTMLElementTagNameMap {
    'wherefore-brief': BriefView;
    'wherefore-connections': Connections;
    'wherefore-desk': WiredDesk;
    'wherefore-elsewhere': Elsewhere;
    'wherefore-inbox': Inbox;
    'wherefore-status-form': StatusForm;
  }
}
