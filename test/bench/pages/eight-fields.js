// What the first question is compared with: a plain form of eight fields as one Lit element, nothing more.
import { LitElement, css, html } from 'lit';

const FIELDS = [
  ['name', 'text'],
  ['email', 'email'],
  ['department', 'select'],
  ['subject', 'text'],
  ['problem', 'textarea'],
  ['frequency', 'select'],
  ['people', 'number'],
  ['solution', 'textarea'],
];

class EightFields extends LitElement {
  static styles = css`
    label {
      display: block;
      margin-block: 1rem;
    }
    input,
    select,
    textarea {
      display: block;
      width: 100%;
    }
  `;

  control(name, kind) {
    if (kind === 'textarea') return html`<textarea name=${name} rows="4"></textarea>`;
    if (kind === 'select') {
      return html`<select name=${name}>
        ${['', 'one', 'two', 'three'].map((option) => html`<option>${option}</option>`)}
      </select>`;
    }
    return html`<input name=${name} type=${kind} />`;
  }

  render() {
    return html`<form>
      <h2>Tell us what you need</h2>
      ${FIELDS.map(([name, kind]) => html`<label>${name} ${this.control(name, kind)}</label>`)}
      <button>Send</button>
    </form>`;
  }
}
customElements.define('eight-fields', EightFields);
