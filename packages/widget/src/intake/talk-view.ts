import { html } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { Talk } from '@wherefore/core/flow';
import type { Conversation } from './conversation.ts';

const CHANNELS = ['phone', 'visit', 'chat', 'email'] as const;

/** A person instead of a form: small and closed, but open at once for somebody who is fed up. */
export function talkView(conversation: Conversation): TemplateResult {
  const { state, texts } = conversation;
  const t = texts.talk;
  const wish = (talk: Talk): void => conversation.dispatch({ type: 'talk-wished', talk });
  const typed = (name: 'name' | 'when') => (event: Event) =>
    wish({ [name]: (event.target as HTMLInputElement).value });
  const open = Boolean(
    state.analysis?.signals.frustration || state.talk.name || state.talk.channel || state.talk.when,
  );
  return html`
    <details class="talk" ?open=${open}>
      <summary>${t.open}</summary>
      <p class="muted">${t.help}</p>
      <fieldset>
        <legend>${t.channel}</legend>
        ${CHANNELS.map(
          (channel) => html`<label class="choice"
            ><input
              type="radio"
              name="channel"
              .checked=${state.talk.channel === channel}
              @change=${() => wish({ channel })}
            /><span>${t.channels[channel]}</span></label
          >`,
        )}
      </fieldset>
      <label for="talk-name">${t.name}</label>
      <input id="talk-name" maxlength="200" autocomplete="name" .value=${state.talk.name ?? ''} @input=${typed('name')} />
      <label for="talk-when">${t.when}</label>
      <input
        id="talk-when"
        maxlength="200"
        autocomplete="off"
        aria-describedby="talk-example"
        .value=${state.talk.when ?? ''}
        @input=${typed('when')}
      />
      <p class="muted" id="talk-example">${t.whenExample}</p>
    </details>
  `;
}
