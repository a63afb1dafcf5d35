// wink-nlp as a peer: tokens, sentences, tags, entities (`read`), and with them as lists of plain values, lemmas too (`whole`). It has no trees.
//
//     node wink_bench.js time TEXT SECONDS      from a folder in which wink-nlp and its model are installed
'use strict';
const { createRequire } = require('module');
const { readFileSync } = require('fs');
const installed = createRequire(process.cwd() + '/');
const model = installed('wink-eng-lite-web-model');
const nlp = installed('wink-nlp')(model, ['sbd', 'pos', 'ner']);
const { its } = nlp;

function onePass(texts, sum) {
  for (const text of texts) {
    const begun = process.cpuUsage();
    const doc = nlp.readDoc(text);
    const read = process.cpuUsage(begun);
    const tokens = doc.tokens();
    const values = [tokens.out(its.pos), tokens.out(its.lemma), doc.entities().out(its.detail)];
    const whole = process.cpuUsage(begun);
    sum.tokens += values[0].length;
    sum.read += (read.user + read.system) / 1e6;
    sum.whole += (whole.user + whole.system) / 1e6;
  }
}

function main(path, seconds) {
  const texts = readFileSync(path, 'utf8').split('\x1e').filter((text) => text);
  const warm = { tokens: 0, read: 0, whole: 0 };
  while (warm.whole < seconds) onePass(texts, warm); // the compiler of node needs to see the code at work
  const sum = { tokens: 0, read: 0, whole: 0 };
  let passes = 0;
  do {
    onePass(texts, sum);
    passes++;
  } while (sum.whole < seconds);
  for (const figure of ['read', 'whole']) console.log(figure, (sum[figure] / passes).toFixed(6), sum.tokens / passes);
}

if (process.argv[2] !== 'time' || process.argv.length !== 5) {
  console.error('usage: node wink_bench.js time TEXT SECONDS');
  process.exit(2);
}
main(process.argv[3], Number(process.argv[4]));
