import { createContext } from '@lit/context';
import type { PortfolioServices } from '../state/services.js';
import type { PortfolioStore } from '../state/store.js';
import type { Locale } from '../locales/locale.js';

// The number is the interface's major version: two versions of the library on one page must not meet.
export const storeContext = createContext<PortfolioStore | undefined>(Symbol.for('mc-portfolio.store/1'));
export const servicesContext = createContext<PortfolioServices | undefined>(Symbol.for('mc-portfolio.services/1'));
export const localeContext = createContext<Locale | undefined>(Symbol.for('mc-portfolio.locale/1'));
