// Readability.js on linkedom, for bench/pages.sh.
// readability.js speed FOLDER: processor seconds a page. readability.js filter: JSON Lines as dateline would answer them.
const fs = require('fs'), path = require('path'), readline = require('readline')
const { Readability } = require('@mozilla/readability')
const { parseHTML } = require('linkedom')

function extract (html) {
  try {
    const article = new Readability(parseHTML(html).document).parse()
    return article ? { text: article.textContent || '', title: article.title || '' } : {}
  } catch (error) {
    return {} // a page that it cannot read is one in which it finds nothing
  }
}

if (process.argv[2] === 'speed') {
  const folder = process.argv[3]
  const pages = fs.readdirSync(folder).filter(f => f.endsWith('.html')).sort().map(f => fs.readFileSync(path.join(folder, f), 'utf8'))
  extract(pages[0])
  const began = process.cpuUsage()
  for (const page of pages) extract(page)
  const took = process.cpuUsage(began)
  console.log((took.user + took.system) / 1e6 / pages.length)
} else {
  readline.createInterface({ input: process.stdin }).on('line', line => {
    const record = JSON.parse(line)
    console.log(JSON.stringify({ doc: { ref: record.id, text: '', ...extract(record.html) } }))
  })
}
