import { McPromptList } from './prompt-list.js';

if (!customElements.get('mc-prompt-list')) customElements.define('mc-prompt-list', McPromptList);

declare global {
  interface HTMLElementTagNameMap {
    'mc-prompt-list': McPromptList;
  }
}
