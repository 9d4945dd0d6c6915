import { announce } from './announce.ts';
import { languageOf } from './language.ts';
import type { ScreenLanguage } from './language.ts';
import { foundation } from './foundation.css.ts';
import { RenderingElement } from './rendering-element.ts';
import type { Properties } from './rendering-element.ts';

/**
 * What all Wherefore elements share: a language, the tokens, an announcer and a way to move focus.
 *
 * Subclasses declare reactive properties with `static properties` and `declare`: no field initialisers, which
 * would hide the watched ones.
 */
export abstract class BaseElement extends RenderingElement {
  static override properties: Properties = { language: {} };
  static override styles: string | readonly string[] = foundation;

  /** `nl` or `en`; without it the nearest `lang` on the page decides. */
  declare language: string | null | undefined;

  /** The language that is on screen now. */
  get screenLanguage(): ScreenLanguage {
    return languageOf(this, this.language);
  }

  /** Says something to screen readers without moving focus. */
  protected announce(words: string): void {
    announce(this.renderRoot, words);
  }

  /** After the next render, moves focus to the first match inside this element. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
