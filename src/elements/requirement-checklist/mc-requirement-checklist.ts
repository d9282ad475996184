import { McRequirementChecklist } from './requirement-checklist.js';

if (!customElements.get('mc-requirement-checklist')) {
  customElements.define('mc-requirement-checklist', McRequirementChecklist);
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-requirement-checklist': McRequirementChecklist;
  }
}
