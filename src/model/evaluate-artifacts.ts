import { acceptArtifact, kindOfType } from './artifact-kind.js';
import type { EvidencePart } from './credential.js';
import { memoByIdentity } from './memo.js';
import type { Artifact, Evidence } from './portfolio.js';
import type { Requirement } from './requirement.js';
import { sameJson } from './same-json.js';
import type { Finding } from './submission.js';

/** The artifacts of a part: enough and not too many, of accepted kinds, whole, with permission for whom they show. */
export const artifactsRequirement = memoByIdentity(
  (
    part: EvidencePart,
    all: Artifact[],
    evidence: Evidence[],
    stored: ReadonlySet<string> | undefined,
    arrived: ReadonlySet<string> | undefined,
  ): Requirement => {
    const id = `artifacts/${part.id}`;
    const rule = part.artifacts;
    const artifacts = all.filter((artifact) => artifact.part === part.id);
    const used = new Set(evidence.flatMap(({ pointers }) => pointers.map(({ artifact }) => artifact)));
    const need = Math.max(1, rule.min ?? 1);
    const findings: Finding[] = [];
    const add = (code: string, severity: Finding['severity'], params: Finding['params'] = {}) =>
      findings.push({ code, severity, at: id, params });

    if (artifacts.length < need) add('artifact.too-few', 'blocks', { have: artifacts.length, need });
    if (rule.max !== undefined && artifacts.length > rule.max)
      add('artifact.too-many', 'blocks', { have: artifacts.length, most: rule.max });
    const first = new Map<string, string>();
    for (const artifact of artifacts) {
      const about = { artifact: artifact.id };
      const { file } = artifact;
      if (file) {
        const accepted = acceptArtifact(rule, { kind: kindOfType(file.type), type: file.type }, file.size);
        if (!accepted.ok) add(accepted.code, 'blocks', { ...accepted.params, ...about });
        const isHere = !stored || stored.has(file.id);
        const isThere = arrived?.has(file.id) ?? false;
        if (!isHere && !isThere) add('artifact.bytes-missing', 'blocks', about);
        // Without its digest a file cannot be handed in: nobody could tell that it arrived whole.
        else if ((arrived && !isThere) || !file.sha256) add('artifact.upload-incomplete', 'blocks', about);
        const same = file.sha256 && first.get(file.sha256);
        if (same) add('artifact.added-already', 'advice', { ...about, same });
        else if (file.sha256) first.set(file.sha256, artifact.id);
      } else if (artifact.url === undefined) add('artifact.empty', 'blocks', about);
      else if (!rule.kinds.includes('link')) add('artifact.kind-refused', 'blocks', { kind: 'link', ...about });
      if (artifact.people && artifact.people !== 'none' && !artifact.permission?.trim())
        add('artifact.permission-missing', 'advice', about);
      if (!used.has(artifact.id)) add('artifact.unused', 'advice', about);
    }
    const blocked = findings.some(({ severity }) => severity === 'blocks');
    return {
      id,
      subject: { kind: 'artifacts', part: part.id },
      state: !blocked ? 'done' : artifacts.length ? 'doing' : 'todo',
      optional: false,
      findings,
      progress: { have: artifacts.length, need, most: rule.max },
    };
  },
  sameJson,
);
