/** What is said of an artifact: where its file stands, what it proves, why one was not taken. */
import { expect } from '@open-wc/testing';
import { fileView } from '../../src/elements/artifact-library/file-view.js';
import { splitRoles } from '../../src/elements/artifact-library/artifact-form.js';
import { usesOf } from '../../src/elements/artifact-library/uses.js';
import { createFormat } from '../../src/locales/format.js';
import { en } from '../../src/locales/en/artifacts.js';
import { parseCredential } from '../../src/model/parse.js';
import { ServiceProblem } from '../../src/state/ports.js';
import type { FileStatus } from '../../src/state/state.js';
import sample from '../../demo/credentials/collaborative-leadership.json' with { type: 'json' };

const say = en(createFormat('en'));
const file = { id: 'f', name: 'film.mp4', type: 'video/mp4', size: 1000 };
const view = (status: FileStatus | undefined, inPage = false) => fileView(file, status, say.state, inPage);
const status = (kept: FileStatus['kept'], upload: FileStatus['upload'], sent = 0): FileStatus => ({
  kept,
  upload,
  sent,
});

describe('What is said of an artifact', () => {
  it('names the state of its file', () => {
    expect(view(status('storing', 'none')).words).to.equal('Being kept on this device…');
    expect(view(status('stored', 'none')).words).to.equal('On this device');
    expect(view(status('stored', 'waiting')).words).to.equal('Waiting to be sent');
    expect(view(status('stored', 'arrived', 1000)).words).to.equal('Arrived, being checked');
    expect(view(status('missing', 'checked', 1000))).to.deep.equal({ tone: 'good', words: 'Arrived and checked' });
  });

  it('never says that all has arrived before it has', () => {
    expect(view(status('stored', 'sending', 999)).percent).to.equal(99);
    expect(view(status('stored', 'sending', 434)).words).to.equal('Sending, 43%');
  });

  it('tells a browser that would not keep it from one that was asked not to', () => {
    expect(view(status('memory', 'none'))).to.include({ tone: 'warn', words: say.state.memory });
    expect(view(status('memory', 'none'), true)).to.include({ tone: 'plain', words: say.state.page });
    expect(view(status('memory', 'sending', 1)).keepOpen).to.equal(true);
  });

  it('says what helps', () => {
    expect(view(undefined)).to.include({ remedy: 'choose', words: say.state.missing });
    const refused = { ...status('stored', 'failed'), problem: new ServiceProblem('too-large', false) };
    expect(view(refused)).to.include({ tone: 'bad', remedy: 'retry', words: say.state.failed['too-large'] });
    expect(view(status('missing', 'failed')).remedy).to.equal('choose');
  });

  it('lists the details that it proves once each, in the order of the credential', () => {
    const parsed = parseCredential(sample);
    if (!parsed.ok) throw new Error('sample');
    const pointer = (id: string, artifact: string) => ({ id, artifact, locators: [] });
    const uses = usesOf(
      [
        {
          id: 'e2',
          detail: 'd-protocol',
          explanation: '',
          pointers: [pointer('1', 'a'), pointer('2', 'a'), pointer('3', 'b')],
        },
        { id: 'e1', detail: 'd-invites', explanation: '', pointers: [pointer('4', 'a')] },
      ],
      parsed.value,
    );
    expect(uses.get('a')).to.deep.equal(['1.a', '2.a']);
    expect(uses.get('b')).to.deep.equal(['2.a']);
    expect(uses.get('c')).to.equal(undefined);
  });

  it('explains every reason for which something is not taken', () => {
    const codes = [
      'artifact.empty',
      'artifact.kind-unsafe',
      'artifact.kind-unknown',
      'artifact.kind-contradicts',
      'artifact.kind-refused',
      'artifact.too-large',
      'artifact.link-invalid',
      'artifact.too-many',
      'artifact.added-already',
    ];
    const unknown = say.why('something else', {});
    const params = { kind: 'video', accepts: 'pdf,image', size: 3e9, max: 2e9, most: 3 };
    for (const code of codes) expect(say.why(code, params), code).to.not.equal(unknown);
    expect(say.why('artifact.kind-refused', params)).to.include('PDF and pictures');
    expect(say.why('artifact.too-large', params)).to.include('3 GB').and.to.include('2 GB');
  });

  it('takes roles apart as they are typed', () => {
    expect(splitRoles('grade 4 team, coach; ')).to.deep.equal(['grade 4 team', 'coach']);
  });
});
