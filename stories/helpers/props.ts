import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/** Sets what the controls say on an element: `html`<mc-x ${props(args)}></mc-x>``. Names with dashes are its CSS properties. */
class Props extends Directive {
  render(_args: object) {
    return noChange;
  }

  override update({ element }: ElementPart, [args]: [object]) {
    for (const [name, value] of Object.entries(args)) {
      if (value === undefined || typeof value === 'function') continue;
      if (name.startsWith('--')) (element as HTMLElement).style.setProperty(name, String(value));
      else if (name in element) Object.assign(element, { [name]: value });
    }
    return noChange;
  }
}

export const props = directive(Props);
