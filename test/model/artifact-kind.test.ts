import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  acceptArtifact,
  acceptAttribute,
  checkLink,
  displayability,
  kindOfType,
  sniffKind,
} from '../../src/model/artifact-kind.js';
import type { ArtifactRule } from '../../src/model/credential.js';

/** Bytes from a text whose characters are the bytes' codes. */
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) =>
  Uint8Array.from(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));

/** Local headers and contents, as an archive begins. `streamed`: sizes stand behind the content. */
function zip(members: Record<string, string>, streamed = false): Uint8Array {
  return Uint8Array.from(
    Buffer.concat(
      Object.entries(members).flatMap(([name, content]) => {
        const header = Buffer.alloc(30);
        header.writeUInt32LE(0x04034b50, 0);
        header.writeUInt16LE(streamed ? 8 : 0, 6);
        header.writeUInt32LE(streamed ? 0 : content.length, 18);
        header.writeUInt16LE(name.length, 26);
        return [header, Buffer.from(name), Buffer.from(content)];
      }),
    ),
  );
}
const ftyp = (major: string, ...agreed: string[]) =>
  latin(`\0\0\0${String.fromCharCode(16 + agreed.length * 4)}ftyp${major}\0\0\0\0${agreed.join('')}\0\0\0\x08free`);

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const pptx = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const cfb = latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + '\0'.repeat(500));

const known: [name: string, bytes: Uint8Array, kind: string, type: string][] = [
  ['plan.pdf', latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), 'pdf', 'application/pdf'],
  ['scan.PDF', latin('\0\0junk of a scanner %PDF-1.4\n'), 'pdf', 'application/pdf'],
  ['plan', latin('%PDF-1.7'), 'pdf', 'application/pdf'],
  ['plan.v2 final', latin('%PDF-1.7'), 'pdf', 'application/pdf'],
  [
    'a.docx',
    zip({ '[Content_Types].xml': '<Types/>', '_rels/.rels': 'x', 'word/document.xml': 'y' }),
    'document',
    docx,
  ],
  ['a.docx', zip({ '[Content_Types].xml': '\x01\x02', 'word/document.xml': '\x03' }, true), 'document', docx],
  ['a.pptx', zip({ 'ppt/presentation.xml': 'x' }), 'presentation', pptx],
  ['a.xlsx', zip({ 'xl/workbook.xml': 'x' }), 'spreadsheet', xlsx],
  ['far.xlsx', zip({ '[Content_Types].xml': 'x'.repeat(5000) }).subarray(0, 4096), 'spreadsheet', xlsx],
  [
    'a.odt',
    zip({ mimetype: 'application/vnd.oasis.opendocument.text' }),
    'document',
    'application/vnd.oasis.opendocument.text',
  ],
  [
    'a.odp',
    zip({ mimetype: 'application/vnd.oasis.opendocument.presentation', 'content.xml': 'x' }),
    'presentation',
    'application/vnd.oasis.opendocument.presentation',
  ],
  ['old.doc', cfb, 'document', 'application/msword'],
  ['old.ppt', cfb, 'presentation', 'application/vnd.ms-powerpoint'],
  ['old.xls', cfb, 'spreadsheet', 'application/vnd.ms-excel'],
  ['letter.doc', latin('{\\rtf1\\ansi'), 'document', 'application/rtf'],
  ['a.png', latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'image', 'image/png'],
  ['shot.jpg', latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'image', 'image/png'],
  ['a.JPG', latin('\xff\xd8\xff\xe0\0\x10JFIF'), 'image', 'image/jpeg'],
  ['a.gif', latin('GIF89a\x01\0'), 'image', 'image/gif'],
  ['a.webp', latin('RIFF\x10\0\0\0WEBPVP8 '), 'image', 'image/webp'],
  ['a.heic', ftyp('heic', 'mif1', 'heic'), 'image', 'image/heic'],
  ['a.heic', ftyp('mif1', 'mif1', 'heic'), 'image', 'image/heic'],
  ['a.heif', ftyp('mif1', 'mif1'), 'image', 'image/heif'],
  ['a.avif', ftyp('mif1', 'avif'), 'image', 'image/avif'],
  ['IMG_1.jpg', ftyp('heic'), 'image', 'image/heic'],
  ['a.mp4', ftyp('isom', 'iso2', 'avc1'), 'video', 'video/mp4'],
  ['IMG_2.MOV', ftyp('qt  '), 'video', 'video/quicktime'],
  ['old.mov', latin('\0\0\0\x08wide\0\0\0\0mdat'), 'video', 'video/quicktime'],
  ['a.m4a', ftyp('M4A ', 'isom'), 'audio', 'audio/mp4'],
  ['call.mp4', ftyp('M4A ', 'isom'), 'audio', 'audio/mp4'],
  ['a.webm', latin('\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm'), 'video', 'video/webm'],
  ['a.mkv', latin('\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska'), 'video', 'video/x-matroska'],
  ['a.mp3', latin('ID3\x04\0'), 'audio', 'audio/mpeg'],
  ['a.mp3', latin('\xff\xfb\x90\x64'), 'audio', 'audio/mpeg'],
  ['a.wav', latin('RIFF\x10\0\0\0WAVEfmt '), 'audio', 'audio/wav'],
  ['a.ogg', latin('OggS\0\x02'), 'audio', 'audio/ogg'],
  ['a.ogv', latin('OggS\0\x02' + '\0'.repeat(20) + '\x80theora'), 'video', 'video/ogg'],
  ['a.flac', latin('fLaC\0'), 'audio', 'audio/flac'],
  ['notes.txt', utf8('Grüße – 会議\r\n\tline'), 'text', 'text/plain'],
  ['notes.md', utf8('# Plan\n\n<http://example.org> is a <name>'), 'text', 'text/markdown'],
  ['<b>.txt', utf8('a < b'), 'text', 'text/plain'],
  ['notes.txt', utf16('Grüße'), 'text', 'text/plain'],
  ['notes.txt', latin('Gr\xfc\xdfe'), 'text', 'text/plain'],
  ['mz.txt', utf8('MZ is how this text begins'), 'text', 'text/plain'],
  ['marks.csv', utf8('a;b\n1;2'), 'spreadsheet', 'text/csv'],
  ['cut.txt', utf8('é').subarray(0, 1), 'text', 'text/plain'],
];

for (const [name, bytes, kind, type] of known) {
  test(`${name} is ${type}`, () => {
    assert.deepEqual(sniffKind(bytes, name), { kind, type });
    assert.equal(kindOfType(type), kind);
  });
}

const everything: ArtifactRule = {
  kinds: ['pdf', 'document', 'presentation', 'spreadsheet', 'image', 'audio', 'video', 'text', 'link'],
};
const refused: [name: string, bytes: Uint8Array, code: string][] = [
  ['empty.pdf', new Uint8Array(), 'artifact.empty'],
  ['setup.exe', latin('MZ\x90\0\x03\0'), 'artifact.kind-unsafe'],
  ['plan.pdf', latin('MZ\x90\0\x03\0'), 'artifact.kind-contradicts'],
  ['plan.docx', latin('\x7fELF\x02\x01'), 'artifact.kind-contradicts'],
  ['run', latin('\xcf\xfa\xed\xfe\x07\0'), 'artifact.kind-unsafe'],
  ['run.txt', utf8('#!/bin/sh\nrm -r ~'), 'artifact.kind-contradicts'],
  ['run.bat', utf8('@echo off'), 'artifact.kind-unsafe'],
  ['page.html', utf8('<!DOCTYPE html><p>'), 'artifact.kind-unsafe'],
  ['page.html', utf8('only words'), 'artifact.kind-unsafe'],
  ['page', utf8('  \n<script>alert(1)</script>'), 'artifact.kind-unsafe'],
  ['a.png', utf8('<html>'), 'artifact.kind-contradicts'],
  ['marks.xls', utf8('\ufeff<table border=1>'), 'artifact.kind-contradicts'],
  ['a.svg', utf8('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'artifact.kind-unsafe'],
  ['a.xml', utf16('<?xml version="1.0"?><svg/>'), 'artifact.kind-unsafe'],
  ['both.pdf', utf8('<html><script>1</script>%PDF-1.4'), 'artifact.kind-contradicts'],
  ['macros.docm', zip({ 'word/document.xml': '' }), 'artifact.kind-unsafe'],
  ['slides.pptx', zip({ 'word/document.xml': '' }), 'artifact.kind-contradicts'],
  ['film.mp4', latin('%PDF-1.7'), 'artifact.kind-contradicts'],
  ['notes.pdf', utf8('only words'), 'artifact.kind-contradicts'],
  ['all.zip', zip({ 'a.txt': 'a' }), 'artifact.kind-unknown'],
  ['mail.msg', cfb, 'artifact.kind-unknown'],
  ['data.bin', latin('\x01\x02\x03'), 'artifact.kind-unknown'],
];

for (const [name, bytes, code] of refused) {
  test(`${JSON.stringify(name)} with ${JSON.stringify(Buffer.from(bytes.subarray(0, 12)).toString('latin1'))}: ${code}`, () => {
    const accepted = acceptArtifact(everything, sniffKind(bytes, name), bytes.length);
    assert.equal(accepted.ok, false);
    assert.equal(accepted.ok || accepted.code, code);
  });
}

test('a rule takes its own kinds, up to its size', () => {
  const rule: ArtifactRule = { kinds: ['pdf', 'image'], maxBytes: 100 };
  const pdf = sniffKind(latin('%PDF-1.7'), 'a.pdf');
  assert.deepEqual(acceptArtifact(rule, pdf, 100), { ok: true, kind: 'pdf', type: 'application/pdf' });
  assert.deepEqual(acceptArtifact(rule, pdf, 101), {
    ok: false,
    code: 'artifact.too-large',
    params: { size: 101, max: 100 },
  });
  assert.deepEqual(acceptArtifact(rule, sniffKind(latin('ID3\x04'), 'a.mp3'), 4), {
    ok: false,
    code: 'artifact.kind-refused',
    params: { kind: 'audio', accepts: 'pdf,image' },
  });
});

test('the chooser asks for the kinds of the rule', () => {
  assert.equal(acceptAttribute({ kinds: ['pdf', 'image', 'link'] }), 'application/pdf,.pdf,image/*');
  assert.match(acceptAttribute({ kinds: ['video'] }), /^video\/\*,.*\.mov/);
  assert.equal(acceptAttribute({ kinds: ['link'] }), '');
});

test('links: web addresses, with https put before what is typed without it', () => {
  const rule: ArtifactRule = { kinds: ['link'] };
  assert.deepEqual(checkLink(' www.example.org/film?x=1 ', rule), {
    ok: true,
    url: 'https://www.example.org/film?x=1',
  });
  assert.deepEqual(checkLink('http://example.org', rule), { ok: true, url: 'http://example.org/' });
  for (const bad of [
    '',
    'my film',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc',
    'https://',
    'https://a:b@c.org',
    'mailto:a@b.org',
  ]) {
    assert.deepEqual(checkLink(bad, rule), { ok: false, code: 'artifact.link-invalid', params: {} }, bad);
  }
  assert.equal(checkLink('https://example.org', { kinds: ['pdf'] }).ok, false);
});

test('what browsers can show', () => {
  assert.equal(displayability('application/pdf'), 'shown');
  assert.equal(displayability('image/heic'), 'some-browsers');
  assert.equal(displayability('video/quicktime'), 'some-browsers');
  assert.equal(displayability('video/mp4', latin('...stsd....avc1')), 'shown');
  assert.equal(displayability('video/mp4', latin('...stsd....hvc1')), 'some-browsers');
  assert.equal(displayability(docx), 'download');
  assert.equal(displayability('constructor'), 'download');
});

test('any bytes under any name get an answer, and never a runnable kind', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom('', 'PK\x03\x04', '\x1a\x45\xdf\xa3', '\0\0\0\x18ftyp', 'RIFF'),
      fc.string(),
      (tail, start, name) => {
        const found = sniffKind(Uint8Array.from([...latin(start), ...tail]), name);
        assert.equal(found.kind === undefined, found.reason !== undefined);
        assert.notEqual(found.kind && found.type, 'text/html');
      },
    ),
  );
});
