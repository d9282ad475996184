import '../form-frame/mc-form-frame.js';
import { McPortfolio } from './portfolio.js';

if (!customElements.get('mc-portfolio')) customElements.define('mc-portfolio', McPortfolio);

declare global {
  interface HTMLElementTagNameMap {
    'mc-portfolio': McPortfolio;
  }
}
