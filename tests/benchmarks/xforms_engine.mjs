// The same form and the same answers as bench_forms.py, in ODK's own engine. Prints milliseconds and what it computed.
//   node xforms_engine.mjs FOLDER FORM.xml ROWS      FOLDER holds node_modules with @getodk/xforms-engine and jsdom
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, file, rows] = process.argv.slice(2);
const require = createRequire(join(folder, 'package.json'));
const engine = require.resolve('@getodk/xforms-engine');

// The engine is built for browsers: a document comes from jsdom, and its parser in WebAssembly asks where it lies.
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('', { url: 'https://form.invalid/' });
for (const name of Object.getOwnPropertyNames(window)) {
  if (!(name in globalThis)) globalThis[name] = window[name];
}
Object.assign(globalThis, { require, __dirname: dirname(engine) });
const { loadForm } = await import(pathToFileURL(engine));

const best = (times, work) => {
  const took = [];
  for (let turn = 0; turn < times; turn += 1) {
    const start = performance.now();
    work(turn);
    took.push(performance.now() - start);
  }
  return Math.min(...took);
};
const missing = async () => new Response('', { status: 404 });
const load = async (xml) => (await loadForm(xml, { fetchFormAttachment: missing })).createInstance();
const loading = async (xml) => {
  const start = performance.now();
  const instance = await load(xml);
  return [performance.now() - start, instance];
};
const inside = (node, name) => node.currentState.children.find((child) => child.currentState.reference.endsWith(`/${name}`));
const text = (node) => String(node.currentState.value ?? '');

const xml = readFileSync(file, 'utf8');
const [first] = await loading(xml);
const [second, { root }] = await loading(xml);
const wells = inside(root, 'wells');
while (wells.currentState.children.length < Number(rows)) wells.addInstances();
wells.currentState.children.forEach((row) => inside(row, 'hours').setValue('2'));

const question = inside(inside(root, 'g0'), 'q0');
const end = inside(root, 'c0x9');
const flow = inside(wells.currentState.children[50], 'flow');
const share = () => text(inside(wells.currentState.children[50], 'share'));
const chain = best(20, (turn) => { question.setValue(BigInt(turn + 1)); text(end); });
const total = best(5, (turn) => { flow.setValue(String(turn + 1)); share(); });
const answers = { 'g0/q0': text(question), 'wells[51]/flow': text(flow) };
const computed = { chain: text(end), total: text(inside(root, 'total')), share: share() };
const added = best(10, () => { wells.addInstances(); });
const removed = best(10, () => { wells.removeInstances(50, 1); });
console.log(JSON.stringify({ ready: Math.min(first, second), chain, total, added, removed, answers, computed }));
process.exit(0);
