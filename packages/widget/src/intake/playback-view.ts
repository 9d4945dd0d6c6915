import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { SpanKind } from '@wherefore/core/brief';
import { KINDS, slotsOf, tells } from '@wherefore/core/flow';
import type { PrivateData } from '@wherefore/core/needs';
import { button } from './button.ts';
import type { Conversation } from './conversation.ts';
import { talkView } from './talk-view.ts';
import { afterPause, settled } from './pause.ts';
import { backView, privateDataView } from './question-view.ts';

/** The need read back on one page, editable in place; the means last, as an idea. */
export function playbackView(conversation: Conversation): TemplateResult {
  const { texts, state } = conversation;
  const t = texts.playback;
  const slots = slotsOf(state);
  const fedUp = state.analysis?.signals.frustration;
  // Whoever is fed up is asked nothing, here neither.
  const open: Partial<Record<SpanKind, string>> = fedUp
    ? {}
    : { who: t.openWho, problem: t.openProblem, outcome: t.openOutcome };
  const slot = (kind: SpanKind): TemplateResult => {
    const edit = (event: Event): void => {
      const field = event.target as HTMLTextAreaElement;
      field.closest('.slot')!.classList.toggle('empty', !field.value.trim());
      afterPause(() => settle(field));
    };
    return html`
      <div class="slot ${kind} ${slots[kind] ? '' : 'empty'}">
        <label for="slot-${kind}">${t[kind]}</label>
        <div class="line">
          <textarea
            id="slot-${kind}"
            class="words"
            rows="1"
            maxlength="4000"
            autocomplete="off"
            aria-describedby="open-${kind}"
            .value=${slots[kind]}
            @input=${edit}
          ></textarea>
          ${pencil}
        </div>
        <p class="muted open" id="open-${kind}">${open[kind] ?? t.open}</p>
      </div>
    `;
  };
  /** Takes up what was typed since the last pause. */
  const settle = (inside: HTMLElement): void => {
    settled();
    for (const field of inside.closest('form')!.querySelectorAll<HTMLTextAreaElement>('.slot textarea')) {
      const edited = field.id.replace('slot-', '') as SpanKind;
      if (field.value !== slotsOf(conversation.state)[edited]) {
        conversation.dispatch({ type: 'edited', slot: edited, words: field.value });
      }
    }
  };
  const send = (event: Event): void => {
    event.preventDefault();
    settle(event.currentTarget as HTMLElement);
    conversation.send();
  };
  const back = (to?: number) => (event: Event) => {
    settle(event.currentTarget as HTMLElement);
    conversation.dispatch({ type: 'went-back', to });
  };
  const privateIn = (words: string): PrivateData[] => conversation.hear(words).signals.privateData;
  // What was said stays as it was said: it is left out where it was said, and what was rewritten here is in sight.
  const said = [state.request, ...state.asked.map(({ words }) => words)];
  const at = said.findIndex((words) => privateIn(words).length);
  const warning = privateDataView(
    conversation,
    [...said, ...Object.values(state.edits)].flatMap(privateIn),
    at < 0 ? nothing : button('quiet', texts.failed.edit, back(at - 1)),
  );
  /** Else nothing of it is in a field below, and nobody should have to wonder where their words went. */
  const heard = tells({ words: state.request }) && conversation.marks.some(({ kind }) => kind !== 'who');
  const { vent } = conversation;
  /** First for whoever is fed up; for everybody else small, and after what they came for. */
  const ventView = html`<details class="talk vent" @toggle=${conversation.openVent}>
    <summary>${texts.vent}</summary>
    ${typeof vent === 'object' ? vent.render() : vent}
  </details>`;
  return html`
    <form class="playback" novalidate>
      ${backView(conversation, back())}
      <h2 tabindex="-1">${t.title}</h2>
      ${heard ? nothing : html`<p class="quote words">${state.request}</p>`}
      <p class="help">${fedUp ? texts.fedUp : t.help}</p>
      ${fedUp ? ventView : nothing}
      <div class="letter">
        ${KINDS.slice(0, 3).map(slot)}
        ${slots.means ? html`<div class="idea">${slot('means')}<p class="muted">${t.meansHelp}</p></div>` : nothing}
      </div>
      ${warning}
      ${talkView(conversation)} ${fedUp ? nothing : ventView}
      <div class="actions">
        <button class="primary" @click=${send}>${t.send}</button>
        <p class="muted safe">${t.sentTo} ${conversation.promisesLink ? t.getsLink : nothing}</p>
      </div>
    </form>
  `;
}

const pencil = html`<svg class="pencil" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" fill="none">
  <path d="M4 16l.8-3.4L13 4.4l2.6 2.6-8.2 8.2L4 16z" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" />
</svg>`;
