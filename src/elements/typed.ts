import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * A text field that shows a value and hands on what is typed, at every input. While an input method composes, neither
 * happens: the text is not the person's yet, and setting it would break the composition. What was composed goes to the
 * `apply` of the value that the person saw. Areas grow with their text.
 */
class TypedDirective extends Directive {
  #field: Field | undefined;
  #apply: (text: string) => void = () => undefined;
  #composing = false;
  #handedOn = '';

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error('typed() belongs on a text field.');
  }

  render(_value: string, _apply: (text: string) => void): unknown {
    return noChange;
  }

  override update(part: ElementPart, [value, apply]: [string, (text: string) => void]): unknown {
    const field = part.element as Field;
    if (field !== this.#field) this.#listen(field);
    if (this.#composing) return noChange;
    this.#apply = apply;
    this.#handedOn = value;
    if (field.value !== value) {
      field.value = value;
      grow(field);
    }
    return noChange;
  }

  #listen(field: Field): void {
    this.#field = field;
    field.addEventListener('compositionstart', () => (this.#composing = true));
    field.addEventListener('compositionend', () => {
      this.#composing = false;
      this.#handOn();
    });
    field.addEventListener('input', () => this.#handOn());
    if (field.localName === 'textarea') requestAnimationFrame(() => grow(field));
  }

  #handOn(): void {
    const field = this.#field;
    if (!field) return;
    grow(field);
    if (this.#composing || field.value === this.#handedOn) return;
    this.#handedOn = field.value;
    this.#apply(field.value);
  }
}

/** For engines that do not size a field by its content (`field-sizing`). */
function grow(field: Field): void {
  if (field.localName !== 'textarea' || CSS.supports('field-sizing', 'content')) return;
  field.style.blockSize = 'auto';
  field.style.blockSize = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}

/** `<textarea ${typed(text, (text) => …)}>`: see TypedDirective. */
export const typed = directive(TypedDirective);
