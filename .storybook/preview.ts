import type { Decorator, Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { ArgTypesEnhancer } from 'storybook/internal/types';
import manifest from '../dist/custom-elements.json';
import { pseudoLanguage, usePseudoLanguage } from '../src/locales/pseudo.js';
import { publicManifest, type Manifest } from './manifest.js';
import { settled } from './settled.js';
import './preview.css';

usePseudoLanguage();
setCustomElementsManifest(publicManifest(manifest as unknown as Manifest));

/** The place on a host page in which a story stands: its width, scheme, direction and language. */
const onAPage: Decorator = (story, { globals, parameters, viewMode }) => html`<div
  class="page ${globals.width === 'own' ? (parameters.width as string) : globals.width} ${viewMode}"
  dir=${globals.direction}
  lang=${globals.language}
  data-scheme=${globals.scheme}
>
  <div class="column">${story()}</div>
</div>`;

/** A choice among literals is chosen from a list. What is no plain value is set by stories, not by hand. */
const choices: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const type = String((argType.type as { name?: string } | undefined)?.name ?? argType.table?.type?.summary ?? '');
      const summary = argType.table?.type?.summary ?? type;
      const parts = summary.split('|').map((part) => part.trim().replace(/^'(.*)'$/, '$1'));
      const isChoice = parts.length > 1 && /^('[^']*'|undefined)(\s*\|\s*('[^']*'|undefined))+$/.test(summary.trim());
      if (isChoice) {
        const options = parts.filter((part) => part !== 'undefined');
        return [name, { ...argType, options, control: { type: 'inline-radio' as const } }];
      }
      const plain = /^(string|number|boolean)( \| undefined)?$/.exec(summary.trim())?.[1];
      const category = argType.table?.category;
      if (category === 'css custom properties') return [name, { ...argType, control: { type: 'text' as const } }];
      if (category !== 'properties' && category !== 'attributes')
        return [name, { ...argType, control: false as const }];
      if (plain === 'boolean' || plain === 'number') return [name, { ...argType, control: { type: plain } }];
      if (plain === 'string') return [name, { ...argType, control: { type: 'text' as const } }];
      return [name, { ...argType, control: false as const }];
    }),
  );

const preview: Preview = {
  decorators: [onAPage],
  // Before the accessibility check, whose turn comes after this.
  afterEach: ({ canvasElement }) => settled(canvasElement),
  argTypesEnhancers: [choices],
  tags: ['autodocs'],
  globalTypes: {
    width: {
      description: 'Width of the column in which the element stands',
      toolbar: {
        title: 'Width',
        icon: 'browser',
        dynamicTitle: true,
        items: [
          { value: 'own', title: 'As the story asks' },
          { value: 'wide', title: 'Wide, 1200' },
          { value: 'middle', title: 'Column, 720' },
          { value: 'phone', title: 'Phone, 390' },
          { value: 'narrow', title: 'Narrow, 320' },
        ],
      },
    },
    scheme: {
      description: 'Colour scheme of the page',
      toolbar: {
        title: 'Scheme',
        icon: 'circlehollow',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
    direction: {
      description: 'Direction of writing on the page',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    language: {
      description: 'Language of the page; every element follows it',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'es', title: 'Español' },
          { value: pseudoLanguage, title: 'Twice as long' },
        ],
      },
    },
  },
  initialGlobals: { width: 'own', scheme: 'light', direction: 'ltr', language: 'en' },
  parameters: {
    layout: 'fullscreen',
    /** The width of a story unless the toolbar says another: `wide`, `middle`, `phone` or `narrow`. */
    width: 'wide',
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'requiredFirst' },
    options: {
      storySort: {
        order: ['Design', ['Design language', 'Voice'], 'Whole form', 'Elements'],
      },
    },
  },
};
export default preview;
