/** The library without side effects: element classes, events, the model. Importing it registers nothing. */
export * from './server.js';
export { McArtifactLibrary } from '../elements/artifact-library/artifact-library.js';
export { McFormFrame } from '../elements/form-frame/form-frame.js';
export { McLoadProblem } from '../elements/load-problem/load-problem.js';
export { McNarrativeEditor } from '../elements/narrative-editor/narrative-editor.js';
export { McPortfolio } from '../elements/portfolio/portfolio.js';
export { McRequirementChecklist } from '../elements/requirement-checklist/requirement-checklist.js';
export { McSaveStatus } from '../elements/save-status/save-status.js';
export { McStartScreen } from '../elements/start-screen/start-screen.js';
export { PortfolioChangedEvent } from '../events/portfolio-changed.js';
export { RequirementOpenEvent, type OpenSubject } from '../events/requirement-open.js';
export { StageChangedEvent } from '../events/stage-changed.js';
export { storeContext, servicesContext, localeContext } from '../context/keys.js';
export { version } from './version.js';
