import * as v from 'valibot';
import { CredentialPin, Id, Instant, LanguageTag, Link, open, Sha256, WholeNumber } from './base.js';
import { Artifact, ArtifactFile, Pointer, SetAside } from './portfolio.js';
import { Block } from './rich-text.js';

/** Every change has an id of its own, so that a replay is known, and says when and from which device it came. */
const origin = { id: Id, at: Instant, device: v.optional(Id) };

/**
 * Blocks put into or taken out of one text. `after: null` is the beginning; without `after` a known block stays where
 * it is and a new one goes to the end. `base` names, for each block, the change that the writer last saw on it: where
 * another change came between, both versions are kept.
 */
export const NarrativeChange = open({
  ...origin,
  kind: v.literal('narrative'),
  part: Id,
  prompt: v.optional(Id),
  put: v.array(open({ block: Block, after: v.optional(v.nullable(Id)) })),
  remove: v.array(Id),
  base: v.record(v.string(), Id),
});
export type NarrativeChange = v.InferOutput<typeof NarrativeChange>;

/** Fields of an artifact that the person can edit. A field that is absent stays as it is. */
export const ArtifactFields = open({
  title: v.optional(v.string()),
  note: v.optional(v.string()),
  url: v.optional(Link),
  people: v.optional(v.picklist(['none', 'adults', 'students', 'both'])),
  permission: v.optional(v.string()),
  madeWith: v.optional(v.array(v.string())),
  myPart: v.optional(v.string()),
});
export type ArtifactFields = v.InferOutput<typeof ArtifactFields>;

/** Ids whose places are gone from a revised credential; what stands in them is set aside. */
export const GonePlaces = open({
  parts: v.array(Id),
  /** Texts by their place; without `prompt` the one text that answered all of a part's prompts. */
  prompts: v.array(open({ part: Id, prompt: v.optional(Id) })),
  details: v.array(Id),
  criteria: v.array(Id),
  attestations: v.array(Id),
  /** The evidence part that takes the artifacts of those that are gone. */
  artifactsTo: v.optional(Id),
});
export type GonePlaces = v.InferOutput<typeof GonePlaces>;

/**
 * Everything that can happen to a portfolio. Changes are the interface of the store, the journal on disk, the message
 * between tabs and the wire. They are plain JSON.
 */
export const Change = v.variant('kind', [
  NarrativeChange,
  open({
    ...origin,
    kind: v.literal('narrative-language'),
    part: Id,
    prompt: v.optional(Id),
    language: LanguageTag,
  }),
  /** Adds an artifact, or brings a removed one back under its id. */
  open({ ...origin, kind: v.literal('artifact-add'), artifact: Artifact, after: v.optional(v.nullable(Id)) }),
  open({ ...origin, kind: v.literal('artifact-edit'), artifact: Id, set: ArtifactFields }),
  open({ ...origin, kind: v.literal('artifact-replace'), artifact: Id, file: ArtifactFile }),
  /** What was found out about a file after it was added. */
  open({
    ...origin,
    kind: v.literal('artifact-measure'),
    artifact: Id,
    file: Id,
    facts: open({
      sha256: v.optional(Sha256),
      pages: v.optional(WholeNumber),
      pageLabels: v.optional(v.array(v.string())),
      duration: v.optional(v.number()),
    }),
  }),
  open({ ...origin, kind: v.literal('artifact-move'), artifact: Id, after: v.nullable(Id) }),
  /** Pointers into it stay, so that bringing it back restores everything. */
  open({ ...origin, kind: v.literal('artifact-remove'), artifact: Id }),
  /** `evidence` is the id given if this is the first thing said of the detail. `base`: see NarrativeChange. */
  open({
    ...origin,
    kind: v.literal('evidence-explain'),
    evidence: Id,
    detail: Id,
    text: v.string(),
    base: v.optional(Id),
  }),
  open({ ...origin, kind: v.literal('pointer-put'), evidence: Id, detail: Id, pointer: Pointer }),
  open({ ...origin, kind: v.literal('pointer-remove'), detail: Id, pointer: Id }),
  open({
    ...origin,
    kind: v.literal('attestation-sign'),
    attestation: Id,
    signed: v.boolean(),
    text: v.optional(v.string()),
  }),
  open({
    ...origin,
    kind: v.literal('self-assess'),
    criterion: Id,
    level: v.optional(Id),
    why: v.optional(v.string()),
  }),
  /** Brings what was set aside in a copy, or was in an earlier version. */
  open({ ...origin, kind: v.literal('set-aside-add'), entry: SetAside }),
  /** The person has decided about what was set aside: it is dropped here; using it is a change of its own. */
  open({ ...origin, kind: v.literal('set-aside-settle'), setAside: Id }),
  /** The person accepts a revised credential. */
  open({ ...origin, kind: v.literal('credential-revise'), credential: CredentialPin, gone: GonePlaces }),
]);
export type Change = v.InferOutput<typeof Change>;
export type ChangeKind = Change['kind'];
/** A change as a caller writes it; the store adds `id`, `at` and `device`. */
export type ChangeDraft = Change extends infer C ? (C extends Change ? Omit<C, 'id' | 'at' | 'device'> : never) : never;
